<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message>
        <source>Add files</source>
        <translation>Ongeza faili</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Hati</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Faili zote</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ongeza folda</translation>
    </message>
    <message>
        <source>There is no picture and no file to paste.</source>
        <translation>Hakuna picha wala faili ya kubandika.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Picha iliyobandikwa</translation>
    </message>
    <message numerus="yes">
        <source>Adding files: %Ln so far</source>
        <translation>
            <numerusform>Faili zinaongezwa: %Ln hadi sasa</numerusform>
            <numerusform>Faili zinaongezwa: %Ln hadi sasa</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>Give the password</source>
        <translation>Toa nenosiri</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Onyesha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added.</source>
        <translation>
            <numerusform>Hati %Ln imeongezwa.</numerusform>
            <numerusform>Hati %Ln zimeongezwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be added.</source>
        <translation>
            <numerusform>Faili %Ln haikuweza kuongezwa.</numerusform>
            <numerusform>Faili %Ln hazikuweza kuongezwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) did not get in.</source>
        <translation>
            <numerusform>Faili %Ln haikuingia.</numerusform>
            <numerusform>Faili %Ln hazikuingia.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were here already.</source>
        <translation>
            <numerusform>Faili %Ln ilikuwapo tayari.</numerusform>
            <numerusform>Faili %Ln zilikuwapo tayari.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lie in the trash.</source>
        <translation>
            <numerusform>%Ln kati yazo imo kwenye takataka.</numerusform>
            <numerusform>%Ln kati yazo zimo kwenye takataka.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding was stopped.</source>
        <translation>Kuongeza kumesimamishwa.</translation>
    </message>
    <message>
        <source>There was nothing in it that can be added.</source>
        <translation>Hakukuwa na kitu cha kuongeza.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>takriban dakika %Ln</numerusform>
            <numerusform>takriban dakika %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>takriban saa %Ln</numerusform>
            <numerusform>takriban saa %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>chini ya dakika moja</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to add</source>
        <translation>Achia ili kuongeza</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Hakuna kinachotoka kwenye kompyuta hii.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The reader stopped and was started again. Nothing is lost.</source>
        <translation>Kisomaji kilisimama na kimeanzishwa tena. Hakuna kilichopotea.</translation>
    </message>
    <message>
        <source>Reading waits and is tried again: %1</source>
        <translation>Usomaji unasubiri na utajaribiwa tena: %1</translation>
    </message>
    <message>
        <source>Nothing can be read: %1</source>
        <translation>Hakuna kinachoweza kusomwa: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Vitufe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
</context>
<context>
    <name>LeftOver</name>
    <message numerus="yes">
        <source>%Ln file(s) of %1 are not added yet.</source>
        <translation>
            <numerusform>Faili %Ln kati ya %1 bado haijaongezwa.</numerusform>
            <numerusform>Faili %Ln kati ya %1 bado hazijaongezwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you close now, Sanduku offers them at the next start.</source>
        <translation>Ukifunga sasa, Sanduku itakuuliza kuzihusu itakapofunguliwa tena.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Funga hata hivyo</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Subiri</translation>
    </message>
    <message numerus="yes">
        <source>Adding goes on: %Ln file(s) were left when the library was locked.</source>
        <translation>
            <numerusform>Kuongeza kunaendelea: faili %Ln ilibaki maktaba ilipofungwa.</numerusform>
            <numerusform>Kuongeza kunaendelea: faili %Ln zilibaki maktaba ilipofungwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) were not added to the end.</source>
        <translation>
            <numerusform>Faili au folda %Ln haikuongezwa hadi mwisho.</numerusform>
            <numerusform>Faili au folda %Ln hazikuongezwa hadi mwisho.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sanduku was closed before. What is in the library already is not added twice.</source>
        <translation>Sanduku ilifungwa kabla ya kumaliza. Kilichomo tayari kwenye maktaba hakiongezwi mara mbili.</translation>
    </message>
    <message>
        <source>Go on adding</source>
        <translation>Endelea kuongeza</translation>
    </message>
    <message>
        <source>Do not add them</source>
        <translation>Usiziongeze</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Baadaye</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ongeza faili</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Protected files</source>
        <translation>Faili zilizolindwa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need(s) a password:</source>
        <translation>
            <numerusform>Faili %Ln hufunguka kwa nenosiri tu:</numerusform>
            <numerusform>Faili %Ln hufunguka kwa nenosiri tu:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln zaidi</numerusform>
            <numerusform>%Ln zaidi</numerusform>
        </translation>
    </message>
    <message>
        <source>This password did not open them. Mind capital letters and the keyboard's language.</source>
        <translation>Nenosiri hili halikuzifungua. Angalia herufi kubwa na lugha ya kibodi.</translation>
    </message>
    <message>
        <source>The password is kept in the encrypted library, so that the files can be read again.</source>
        <translation>Nenosiri huhifadhiwa kwenye maktaba iliyosimbwa, ili faili ziweze kusomwa tena.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Nenosiri</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ongeza</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Si sasa</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>All cases…</source>
        <translation>Kesi zote…</translation>
    </message>
    <message>
        <source>All saved searches…</source>
        <translation>Utafutaji wote uliohifadhiwa…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Zilizoingia</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Za kukagua</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Zimekamilika</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Tayari kutumwa</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Matatizo</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kesi</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Utafutaji uliohifadhiwa</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Takataka</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Mipangilio</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Mahali</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Files that could not be added</source>
        <translation>Faili ambazo hazikuweza kuongezwa</translation>
    </message>
    <message>
        <source>%1: did not get in.</source>
        <translation>%1: haikuingia.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Funga ujumbe huu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Nothing is being read</source>
        <translation>Hakuna kinachosomwa</translation>
    </message>
    <message>
        <source>Show what is being read</source>
        <translation>Onyesha kinachosomwa</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>Hakuna kinachotumwa</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ongeza</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Ongeza hati</translation>
    </message>
    <message>
        <source>Add photos, scans or PDFs</source>
        <translation>Ongeza picha, skani au PDF</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>Tafuta picha kwa kinachoonekana</translation>
    </message>
    <message>
        <source>Find photos by what they show, instead of what was read</source>
        <translation>Tafuta picha kwa kinachoonekana, si kwa yaliyosomwa</translation>
    </message>
    <message>
        <source>Updated: close it and open it again</source>
        <translation>Imesasishwa: ifunge kisha uifungue tena</translation>
    </message>
    <message>
        <source>Search names and everything that was read</source>
        <translation>Tafuta majina na yote yaliyosomwa</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tafuta</translation>
    </message>
    <message>
        <source>What the photos show, such as: people at a well</source>
        <translation>Kinachoonekana kwenye picha, kama: watu kwenye kisima</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menyu</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menyu (F10)</translation>
    </message>
    <message numerus="yes">
        <source>Reading, %Ln left</source>
        <translation>
            <numerusform>Inasoma, umebaki %Ln</numerusform>
            <numerusform>Inasoma, zimebaki %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln left</source>
        <translation>
            <numerusform>Imesitishwa, umebaki %Ln</numerusform>
            <numerusform>Imesitishwa, zimebaki %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %Ln left</source>
        <translation>
            <numerusform>Inasubiri, umebaki %Ln</numerusform>
            <numerusform>Inasubiri, zimebaki %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading is not possible</source>
        <translation>Kusoma hakuwezekani</translation>
    </message>
</context>
</TS>
