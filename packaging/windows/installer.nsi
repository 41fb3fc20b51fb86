; Installs Sanduku for one person, without an administrator's rights. Compiled by `packaging/build.py nsis`, which
; defines VERSION, QUAD, SOURCE, OUTFILE, KILOBYTES, LONGEST, LICENCE, PICTURES, PUBLISHER and HOMEPAGE, and writes
; words.nsh (what people read, in five languages) and types.nsh (which files Sanduku opens).
;
; The new version is laid out whole in a folder beside the old one, and only then takes its place by a few renames:
; whatever ends this before them, the old version still starts; after a power cut between two of them none does until
; the next logon, when Windows has the renames brought to their end. Nothing here ever touches a library, but for an
; uninstaller that was told to.
;
; How it ends: 0 done, 1 cancelled, 2 the disk refused (nothing was changed), 3 a newer version is installed,
; 4 Sanduku is running, 5 this computer cannot run it, 6 no room, 7 the folder cannot be used.

Unicode true
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 32
SetDateSave off
AllowSkipFiles off
CRCCheck force

!include "MUI2.nsh"
!include "nsDialogs.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Sanduku"
!define OWN_KEY "Software\Sanduku"
!define CLASSES "Software\Classes"
!define RUN_ONCE "Software\Microsoft\Windows\CurrentVersion\RunOnce"
!define WINDOW "sanduku-desktop.exe"
!define COMMANDS "sanduku.exe"
!define NEWER_THERE 3
!define RUNNING 4
!define UNFIT 5
!define NO_ROOM 6
!define UNUSABLE_FOLDER 7
; Windows 10 of October 2018, the first that Qt supports; of May 2020, the first that tells of SSE4.2 and AVX2.
!define FIRST_BUILD 17763
!define BUILD_THAT_TELLS 19041
!define SSE42 38
!define AVX2 40
!define SPARE_KILOBYTES 51200
!define /math LONGEST_FOLDER 245 - ${LONGEST}

Name "Sanduku"
Caption "Sanduku ${VERSION}"
BrandingText "Sanduku ${VERSION}"
OutFile "${OUTFILE}"
InstallDir "$LOCALAPPDATA\Programs\Sanduku"
InstallDirRegKey HKCU "${OWN_KEY}" "Folder"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${QUAD}"
VIFileVersion "${QUAD}"
VIAddVersionKey /LANG=0 "ProductName" "Sanduku"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Sanduku"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

; Where it is proven, /STOP=N ends it at stage N as a power cut would. What is handed out knows no such thing.
!ifdef STOPS
  Var Stop
  !macro STAGE number
    ${If} $Stop = ${number}
      System::Call 'kernel32::TerminateProcess(p -1, i 99)'
    ${EndIf}
  !macroend
  !macro READ_STOP
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/STOP=" $Stop
    ${If} ${Errors}
      StrCpy $Stop 0
    ${EndIf}
    ClearErrors
  !macroend
!else
  !macro STAGE number
  !macroend
  !macro READ_STOP
  !macroend
!endif

Var Code
Var Reason
Var Installed
Var Slow
Var RemoveData
Var KeepButton
Var RemoveButton

!define MUI_ICON "${PICTURES}\sanduku.ico"
!define MUI_UNICON "${PICTURES}\sanduku.ico"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}\header.bmp"
!define MUI_HEADERIMAGE_BITMAP_RTL "${PICTURES}\header.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}\side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}\side.bmp"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${OWN_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_WINDOWTITLE "Sanduku ${VERSION}"
!define MUI_LANGDLL_INFO "Language · Langue · Idioma · اللغة · Lugha"
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_GUIINIT FrontWindow

!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)$Slow"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenInstalled
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_RUN_TEXT "$(START_NOW)"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DESKTOP_SHORTCUT)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION MakeDesktopShortcut
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
UninstPage custom un.AskAboutData un.TakeAnswer
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "Arabic"
!insertmacro MUI_LANGUAGEEX "${LANGUAGES}" "Swahili"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include "words.nsh"
!include "types.nsh"

; ---------------------------------------------------------------------------------------------- both of them

; Says why it goes no further, and ends. Without a window the reason goes to standard output, where whoever rolls
; this out can catch it, and to sanduku-setup.log in the folder for temporary files.
!macro REFUSE_FUNCTION un
Function ${un}Refuse
  ${If} ${Silent}
    System::Call 'kernel32::AttachConsole(i -1)'
    System::Call 'kernel32::GetStdHandle(i -11) p .r8'
    ${If} $8 > 0
      FileWrite $8 "$Reason$\r$\n"
    ${EndIf}
    FileOpen $9 "$TEMP\sanduku-setup.log" a
    ${IfNot} ${Errors}
      FileSeek $9 0 END
      FileWriteUTF16LE /BOM $9 "Sanduku ${VERSION} ($Code): $Reason$\r$\n"
      FileClose $9
    ${EndIf}
  ${Else}
    MessageBox MB_OK|MB_ICONEXCLAMATION|MB_SETFOREGROUND "$Reason"
  ${EndIf}
  SetErrorLevel $Code
  Quit
FunctionEnd
!macroend
!insertmacro REFUSE_FUNCTION ""
!insertmacro REFUSE_FUNCTION "un."

!macro REFUSE un code reason
  StrCpy $Code ${code}
  StrCpy $Reason "${reason}"
  Call ${un}Refuse
!macroend
!define Refuse '!insertmacro REFUSE ""'
!define un.Refuse '!insertmacro REFUSE "un."'

; A program that runs cannot be opened for writing: Windows answers with a sharing violation (32). Push the program's
; name; returns 0 when it does not run, 1 when it does, 2 when something else keeps us from writing.
!macro RUNS_FUNCTION un
Function ${un}Runs
  Exch $0
  Push $1
  Push $2
  ${If} ${FileExists} "$INSTDIR\$0"
    System::Call 'kernel32::CreateFileW(w "$INSTDIR\$0", i 0x40000000, i 0, p 0, i 3, i 0, p 0) p .r1 ?e'
    Pop $2
    ${If} $1 P<> -1
      System::Call 'kernel32::CloseHandle(p r1)'
      StrCpy $0 0
    ${ElseIf} $2 = 32
      StrCpy $0 1
    ${Else}
      StrCpy $0 2
    ${EndIf}
  ${Else}
    StrCpy $0 0
  ${EndIf}
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

Function ${un}AwaitEnd
  again:
  Push "${COMMANDS}"
  Call ${un}Runs
  Pop $0
  Push "${WINDOW}"
  Call ${un}Runs
  Pop $1
  ${If} $0 = 2
  ${OrIf} $1 = 2
    !insertmacro REFUSE "${un}" ${UNUSABLE_FOLDER} "$(CANNOT_WRITE)"
  ${EndIf}
  ${If} $0 = 1
  ${OrIf} $1 = 1
    ${If} ${Silent}
      !insertmacro REFUSE "${un}" ${RUNNING} "$(STILL_RUNNING)"
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(STILL_RUNNING)" IDRETRY again
    SetErrorLevel ${RUNNING}
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RUNS_FUNCTION ""
!insertmacro RUNS_FUNCTION "un."

; /LANG=fr chooses the language, for those who roll it out and for whoever looks at its pages; $1 is empty without.
!macro LANGUAGE_OF_COMMAND
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${If} ${Errors}
    StrCpy $1 ""
  ${Else}
    ${Select} $1
      ${Case} "en"
        StrCpy $LANGUAGE ${LANG_ENGLISH}
      ${Case} "fr"
        StrCpy $LANGUAGE ${LANG_FRENCH}
      ${Case} "es"
        StrCpy $LANGUAGE ${LANG_SPANISH}
      ${Case} "ar"
        StrCpy $LANGUAGE ${LANG_ARABIC}
      ${Case} "sw"
        StrCpy $LANGUAGE ${LANG_SWAHILI}
    ${EndSelect}
  ${EndIf}
!macroend

; ------------------------------------------------------------------------------------------------- installer

Function .onInit
  !insertmacro READ_STOP
  !insertmacro LANGUAGE_OF_COMMAND
  ${If} $1 == ""
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  StrCpy $0 $INSTDIR 1 -1
  ${If} $0 == "\"
    StrCpy $INSTDIR $INSTDIR -1
  ${EndIf}
  Call CheckComputer
  Call CheckVersion
FunctionEnd

Function FrontWindow
  BringToFront
FunctionEnd

Function CheckComputer
  ${IfNot} ${RunningX64}
    ${Refuse} ${UNFIT} "$(NOT_64)"
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${FIRST_BUILD}
    ${Refuse} ${UNFIT} "$(OLD_WINDOWS)"
  ${EndIf}
  StrCpy $Slow ""
  ${If} ${AtLeastBuild} ${BUILD_THAT_TELLS}
    System::Call 'kernel32::IsProcessorFeaturePresent(i ${SSE42}) i .r0'
    ${If} $0 = 0
      ${Refuse} ${UNFIT} "$(NO_SSE42)"
    ${EndIf}
    System::Call 'kernel32::IsProcessorFeaturePresent(i ${AVX2}) i .r0'
    ${If} $0 = 0
      StrCpy $Slow "$\r$\n$\r$\n$(NO_AVX2)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function CheckVersion
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "VersionQuad"
  ReadRegStr $Installed HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${QUAD}" $1
    ${If} $1 = 1
      ${Refuse} ${NEWER_THERE} "$(NEWER_IS_THERE)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; Where a version is installed already, the new one takes its place.
Function SkipWhenInstalled
  ReadRegStr $0 HKCU "${OWN_KEY}" "Folder"
  ${If} $0 != ""
  ${AndIf} $INSTDIR == $0
  ${AndIf} ${FileExists} "$INSTDIR\${WINDOW}"
    Abort
  ${EndIf}
FunctionEnd

; Never mixes itself with other files: in a folder that holds some, it takes a folder of its own.
Function CheckFolder
  ${IfNot} ${FileExists} "$INSTDIR\${WINDOW}"
  ${AndIfNot} ${FileExists} "$INSTDIR\_new\*.*"
    ${DirState} "$INSTDIR" $0
    ${If} $0 = 1
      StrCpy $INSTDIR "$INSTDIR\Sanduku"
    ${EndIf}
  ${EndIf}
  StrLen $0 "$INSTDIR"
  ${If} $0 > ${LONGEST_FOLDER}
    ${If} ${Silent}
      ${Refuse} ${UNUSABLE_FOLDER} "$(LONG_FOLDER)"
    ${EndIf}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(LONG_FOLDER)"
    Abort
  ${EndIf}
FunctionEnd

Section "Sanduku"
  SetDetailsPrint none
  ${If} ${Silent}
    Call CheckFolder
  ${EndIf}
  Call AwaitEnd
  ClearErrors
  CreateDirectory "$INSTDIR"
  ${If} ${Errors}
    ${Refuse} ${UNUSABLE_FOLDER} "$(CANNOT_WRITE)"
  ${EndIf}
  ; What an earlier run did not bring to its end is brought there first: its old version is gone already.
  ReadRegStr $0 HKCU "${RUN_ONCE}" "!Sanduku"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$INSTDIR\_new\*.*"
    Call TakePlace
  ${EndIf}
  Call ForgetFinisher
  RMDir /r "$INSTDIR\_new"
  Call CheckRoom
  SetOutPath "$INSTDIR\_new"
  File /r "${SOURCE}/*"
  SetOutPath "$TEMP"
  Call AwaitEnd
  Call SetFinisher
  Call TakePlace
  Call Register
  Call ForgetFinisher
SectionEnd

; What was laid out goes again, be it that the disk is full or that the person cancelled.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_new"
  RMDir "$INSTDIR"
  ${If} ${Silent}
    ${Refuse} 2 "$(CANNOT_WRITE)"
  ${EndIf}
FunctionEnd

Function CheckRoom
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r1, p 0, p 0) i .r0'
  ${If} $0 <> 0
    System::Int64Op $1 / 1024
    Pop $1
    System::Int64Op $1 < ${SPARE_KILOBYTES}
    Pop $2
    System::Int64Op $1 - ${SPARE_KILOBYTES}
    Pop $1
    System::Int64Op $1 < ${KILOBYTES}
    Pop $3
    ${If} $2 <> 0
    ${OrIf} $3 <> 0
      RMDir "$INSTDIR"
      ${Refuse} ${NO_ROOM} "$(FULL_DISK)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; The old version makes place within a moment. Its libraries cannot be renamed while anything of it runs. At no moment
; does a program lie beside the libraries of another version: what a power cut leaves does not start, and is brought
; to its end at the next logon (see SetFinisher), or by this installer when it is run again. All of it may be done anew.
!macro TAKE_PLACE_FUNCTION un
Function ${un}TakePlace
  !insertmacro STAGE 1
  CreateDirectory "$INSTDIR\_old"
  ${If} ${FileExists} "$INSTDIR\_new\_internal\*.*"
    ${If} ${FileExists} "$INSTDIR\_internal\*.*"
      RMDir /r "$INSTDIR\_old\_internal"
      ClearErrors
      Rename "$INSTDIR\_internal" "$INSTDIR\_old\_internal"
      ${If} ${Errors}
        RMDir /r "$INSTDIR\_new"
        RMDir "$INSTDIR\_old"
        Call ${un}ForgetFinisher
        !insertmacro REFUSE "${un}" ${RUNNING} "$(STILL_RUNNING)"
      ${EndIf}
    ${EndIf}
    !insertmacro STAGE 2
    ; 1: in place of the one that is there, 8: on the disk before it returns
    System::Call 'kernel32::MoveFileExW(w "$INSTDIR\${COMMANDS}", w "$INSTDIR\_old\${COMMANDS}", i 9) i .r2'
    !insertmacro STAGE 3
    System::Call 'kernel32::MoveFileExW(w "$INSTDIR\${WINDOW}", w "$INSTDIR\_old\${WINDOW}", i 9) i .r2'
    !insertmacro STAGE 4
    ${If} ${FileExists} "$INSTDIR\${COMMANDS}"
    ${OrIf} ${FileExists} "$INSTDIR\${WINDOW}"
      Call ${un}GiveBack
    ${EndIf}
    ClearErrors
    Rename "$INSTDIR\_new\_internal" "$INSTDIR\_internal"
    ${If} ${Errors}
      Call ${un}GiveBack
    ${EndIf}
  ${EndIf}
  !insertmacro STAGE 5
  FindFirst $0 $1 "$INSTDIR\_new\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
      System::Call 'kernel32::MoveFileExW(w "$INSTDIR\_new\$1", w "$INSTDIR\$1", i 9) i .r2'
      ${If} $2 = 0
        FindClose $0
        !insertmacro REFUSE "${un}" ${UNUSABLE_FOLDER} "$(CANNOT_WRITE)"
      ${EndIf}
      !insertmacro STAGE 6
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
  RMDir "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old"
  ClearErrors
FunctionEnd

; The old version is put back where it was, whole, and the reason told.
Function ${un}GiveBack
  Rename "$INSTDIR\_old\_internal" "$INSTDIR\_internal"
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\_old\${COMMANDS}", w "$INSTDIR\${COMMANDS}", i 9) i .r2'
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\_old\${WINDOW}", w "$INSTDIR\${WINDOW}", i 9) i .r2'
  RMDir /r "$INSTDIR\_new"
  RMDir "$INSTDIR\_old"
  Call ${un}ForgetFinisher
  !insertmacro REFUSE "${un}" ${UNUSABLE_FOLDER} "$(CANNOT_WRITE)"
FunctionEnd

; Windows runs what stands there once, at the next logon; "!" keeps it there until that has ended.
Function ${un}ForgetFinisher
  DeleteRegValue HKCU "${RUN_ONCE}" "!Sanduku"
FunctionEnd
!macroend
!insertmacro TAKE_PLACE_FUNCTION ""
!insertmacro TAKE_PLACE_FUNCTION "un."

; Once all is laid out, and before anything is renamed: the uninstaller can bring the renames to their end as well.
Function SetFinisher
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${RUN_ONCE}" "!Sanduku" '"$INSTDIR\uninstall.exe" /S /FINISH=yes'
  System::Call 'advapi32::RegFlushKey(p 0x80000001)'
  ClearErrors
FunctionEnd

!macro WRITE_VERSION
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "VersionQuad" "${QUAD}"
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
!macroend

Function Register
  WriteRegStr HKCU "${OWN_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${OWN_KEY}" "Language" "$LANGUAGE"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Sanduku"
  !insertmacro WRITE_VERSION
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  CreateShortcut "$SMPROGRAMS\Sanduku.lnk" "$INSTDIR\${WINDOW}" "" "" "" "" "" "$(SUMMARY)"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP=" $1
  ${If} $1 == "yes"
    Call MakeDesktopShortcut
  ${EndIf}
  !insertmacro OWN_TYPES
  ; Sanduku offers itself for pictures and PDF, and never takes them from the program that opens them now.
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}" "FriendlyAppName" "Sanduku"
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  !insertmacro DOCUMENT_TYPES
  ${RefreshShellIcons}
  ClearErrors
FunctionEnd

Function MakeDesktopShortcut
  CreateShortcut "$DESKTOP\Sanduku.lnk" "$INSTDIR\${WINDOW}" "" "" "" "" "" "$(SUMMARY)"
FunctionEnd

; ----------------------------------------------------------------------------------------------- uninstaller

; Brings to its end what a power cut broke off while the new version took the place of the old one.
Function un.Finish
  ${If} ${FileExists} "$INSTDIR\_new\*.*"
    Call un.TakePlace
    WriteRegStr HKCU "${OWN_KEY}" "Folder" "$INSTDIR"
    !insertmacro WRITE_VERSION
  ${EndIf}
  RMDir /r "$INSTDIR\_old"
  Call un.ForgetFinisher
  SetErrorLevel 0
FunctionEnd

Function un.onInit
  ReadRegStr $0 HKCU "${OWN_KEY}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  !insertmacro LANGUAGE_OF_COMMAND
  StrCpy $RemoveData 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DATA=" $1
  ${If} $1 == "remove"
    StrCpy $RemoveData 1
  ${EndIf}
  !insertmacro READ_STOP
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/FINISH=" $1
  ${If} $1 == "yes"
    Call un.Finish
    Quit
  ${EndIf}
  ClearErrors
  ${IfNot} ${FileExists} "$INSTDIR\${WINDOW}"
  ${AndIfNot} ${FileExists} "$INSTDIR\_internal\*.*"
    ${un.Refuse} ${UNUSABLE_FOLDER} "$(NOTHING_HERE)"
  ${EndIf}
FunctionEnd

Function un.AskAboutData
  ${IfNot} ${FileExists} "$LOCALAPPDATA\sanduku\*.*"
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(DATA_TITLE)" "$(DATA_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  nsDialogs::SetRTL $(^RTL)
  ${NSD_CreateRadioButton} 0 0 100% 12u "$(DATA_KEEP)"
  Pop $KeepButton
  ${NSD_CreateLabel} 12u 14u 96% 28u "$(DATA_KEEP_MEANS)"
  Pop $0
  ${NSD_CreateRadioButton} 0 50u 100% 12u "$(DATA_REMOVE)"
  Pop $RemoveButton
  ${NSD_CreateLabel} 12u 64u 96% 44u "$(DATA_REMOVE_MEANS)"
  Pop $0
  ${If} $RemoveData = 1
    ${NSD_Check} $RemoveButton
  ${Else}
    ${NSD_Check} $KeepButton
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function un.TakeAnswer
  ${NSD_GetState} $RemoveButton $0
  StrCpy $RemoveData 0
  ${If} $0 = ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(DATA_SURE)" IDYES remove
    Abort
    remove:
    StrCpy $RemoveData 1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetDetailsPrint none
  Call un.AwaitEnd
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${COMMANDS}"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\${WINDOW}"
    ${un.Refuse} ${RUNNING} "$(STILL_RUNNING)"
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"   ; stays while anything of the person's own is in it
  Delete "$SMPROGRAMS\Sanduku.lnk"
  Delete "$DESKTOP\Sanduku.lnk"
  ; Versions that came as update files are programs, not data.
  RMDir /r "$LOCALAPPDATA\sanduku\programs"
  ${If} $RemoveData = 1
    RMDir /r "$LOCALAPPDATA\sanduku"
  ${EndIf}
  !insertmacro NO_OWN_TYPES
  DeleteRegKey HKCU "${CLASSES}\Applications\${WINDOW}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
  ${RefreshShellIcons}
  ClearErrors
SectionEnd
