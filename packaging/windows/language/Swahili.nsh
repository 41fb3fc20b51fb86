;Language: Swahili (1089)
; The pages that the installer of Sanduku has; NSIS brings no Swahili of its own.

!insertmacro LANGFILE "Swahili" = "Kiswahili" =

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "Karibu kusakinisha $(^NameDA)"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "Utaongozwa hatua kwa hatua kusakinisha $(^NameDA).$\r$\n$\r$\n$_CLICK"
!endif

!ifdef MUI_LICENSEPAGE
  ${LangFileString} MUI_TEXT_LICENSE_TITLE "Mkataba wa leseni"
  ${LangFileString} MUI_TEXT_LICENSE_SUBTITLE "Tafadhali soma masharti ya leseni kabla ya kusakinisha $(^NameDA)."
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM "Ukikubali masharti, bofya Nakubali ili kuendelea. Lazima ukubali mkataba ili kusakinisha $(^NameDA)."
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_CHECKBOX "Ukikubali masharti, weka alama kwenye kisanduku hapa chini. Lazima ukubali mkataba ili kusakinisha $(^NameDA). $_CLICK"
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS "Ukikubali masharti, chagua la kwanza hapa chini. Lazima ukubali mkataba ili kusakinisha $(^NameDA). $_CLICK"
  ${LangFileString} MUI_INNERTEXT_LICENSE_TOP "Bonyeza Page Down kuona sehemu iliyobaki ya mkataba."
!endif

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "Chagua mahali pa kusakinisha"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "Chagua folda ambamo $(^NameDA) itasakinishwa."
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "Inasakinisha"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "Tafadhali subiri $(^NameDA) inaposakinishwa."
  ${LangFileString} MUI_TEXT_FINISH_TITLE "Usakinishaji umekamilika"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "Usakinishaji umefanikiwa."
  ${LangFileString} MUI_TEXT_ABORT_TITLE "Usakinishaji umesitishwa"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "Usakinishaji haukukamilika."
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "Inaondoa"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "Tafadhali subiri $(^NameDA) inapoondolewa."
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "Uondoaji umekamilika"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "Uondoaji umefanikiwa."
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "Uondoaji umesitishwa"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "Uondoaji haukukamilika."
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "$(^NameDA) iko tayari"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "$(^NameDA) imesakinishwa kwenye kompyuta yako.$\r$\n$\r$\nBofya Maliza kufunga dirisha hili."
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "Lazima kompyuta iwashwe upya ili kukamilisha usakinishaji wa $(^NameDA). Je, iwashwe upya sasa?"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "Washa upya sasa"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "Nitawasha upya baadaye"
  ${LangFileString} MUI_TEXT_FINISH_RUN "&Fungua $(^NameDA)"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "&Onyesha maelezo"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "&Maliza"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "Ondoa $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "Ondoa $(^NameDA) kwenye kompyuta yako."
!endif

!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "Una hakika unataka kuacha kusakinisha $(^Name)?"
!endif
