<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>LanguagePage</name>
    <message>
        <source>Welcome to Sanduku</source>
        <translation>Karibu Sanduku</translation>
    </message>
    <message>
        <source>Choose your language. You can change it later in the settings.</source>
        <translation>Chagua lugha yako. Unaweza kuibadilisha baadaye kwenye mipangilio.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Protect your documents</source>
        <translation>Linda hati zako</translation>
    </message>
    <message>
        <source>Everything is encrypted with your passphrase. Four or five ordinary words are easy to keep.</source>
        <translation>Kila kitu kimesimbwa kwa kaulisiri yako. Maneno manne au matano ya kawaida ni rahisi kukumbuka.</translation>
    </message>
    <message>
        <source>Back to the language</source>
        <translation>Rudi kwenye lugha</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Kaulisiri</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Ileile mara nyingine</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>Jinsi kaulisiri inavyolinda</translation>
    </message>
    <message>
        <source>Nobody can open the library without the passphrase or the recovery key, not even we.</source>
        <translation>Hakuna anayeweza kufungua maktaba bila kaulisiri au ufunguo wa dharura, hata sisi.</translation>
    </message>
    <message>
        <source>Too short: at least 8 characters.</source>
        <translation>Fupi mno: angalau herufi 8.</translation>
    </message>
    <message>
        <source>Weak: a computer would find it within days. Add a word.</source>
        <translation>Dhaifu: kompyuta ingeigundua ndani ya siku chache. Ongeza neno.</translation>
    </message>
    <message>
        <source>Fair: it holds for years.</source>
        <translation>Ya wastani: itadumu kwa miaka.</translation>
    </message>
    <message>
        <source>Strong: nobody will guess it.</source>
        <translation>Imara: hakuna atakayeikisia.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Hizi mbili hazifanani.</translation>
    </message>
    <message>
        <source>Making the library…</source>
        <translation>Maktaba inaundwa…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Endelea</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Keep the recovery key</source>
        <translation>Tunza ufunguo wa dharura</translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this key opens the library. It is shown this once.</source>
        <translation>Ukisahau kaulisiri, ni ufunguo huu pekee unaofungua maktaba. Unaonyeshwa mara hii moja tu.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ufunguo wa dharura</translation>
    </message>
    <message>
        <source>Print the key…</source>
        <translation>Chapisha ufunguo…</translation>
    </message>
    <message>
        <source>I printed the key or wrote it down.</source>
        <translation>Nimechapisha au kuandika ufunguo.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Endelea</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Sanduku: recovery key</source>
        <translation>Sanduku: ufunguo wa dharura</translation>
    </message>
    <message>
        <source>Whoever has this sheet and the computer can read the whole library.</source>
        <translation>Mwenye karatasi hii na kompyuta anaweza kusoma maktaba yote.</translation>
    </message>
    <message>
        <source>Keep it in a safe place, apart from the computer.</source>
        <translation>Itunze mahali salama, mbali na kompyuta.</translation>
    </message>
    <message>
        <source>To use it, start Sanduku, choose “I forgot the passphrase” and type the key.</source>
        <translation>Kuitumia, fungua Sanduku, chagua “Nimesahau kaulisiri” kisha andika ufunguo.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Onyesha kinachoandikwa</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Ficha kinachoandikwa</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>How fast is this computer?</source>
        <translation>Kompyuta hii ina kasi gani?</translation>
    </message>
    <message>
        <source>Sanduku reads a few sample pages, for 30 seconds at most, to learn how many pages it can read at once without slowing your other programs. Nothing of it is kept.</source>
        <translation>Sanduku husoma kurasa chache za mfano, kwa sekunde 30 tu, ili kujua inaweza kusoma kurasa ngapi kwa wakati mmoja bila kupunguza kasi ya programu zako nyingine. Hakuna kinachohifadhiwa.</translation>
    </message>
    <message>
        <source>How far the test is</source>
        <translation>Jaribio limefika wapi</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Endelea</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Anza jaribio</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Jaribu tena</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ruka</translation>
    </message>
    <message>
        <source>Less than one page in 30 seconds</source>
        <translation>Chini ya ukurasa mmoja kwa sekunde 30</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>Ukurasa %Ln kwa dakika</numerusform>
            <numerusform>Kurasa %Ln kwa dakika</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>Ukurasa %Ln umesomwa</numerusform>
            <numerusform>Kurasa %Ln zimesomwa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured on %Ln page(s).</source>
        <translation>
            <numerusform>Imepimwa kwa ukurasa %Ln.</numerusform>
            <numerusform>Imepimwa kwa kurasa %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>A reader needs up to %1 MB of memory, and this computer has %2 MB.</source>
        <translation>Kisomaji kimoja huhitaji hadi MB %1 za kumbukumbu, na kompyuta hii ina MB %2.</translation>
    </message>
    <message numerus="yes">
        <source>So that other programs have room, %Ln page(s) are read at the same time.</source>
        <translation>
            <numerusform>Ili programu nyingine zipate nafasi, ukurasa %Ln husomwa kwa wakati mmoja.</numerusform>
            <numerusform>Ili programu nyingine zipate nafasi, kurasa %Ln husomwa kwa wakati mmoja.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) can be read at the same time.</source>
        <translation>
            <numerusform>Ukurasa %Ln unaweza kusomwa kwa wakati mmoja.</numerusform>
            <numerusform>Kurasa %Ln zinaweza kusomwa kwa wakati mmoja.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Do you work in a team?</source>
        <translation>Je, unafanya kazi katika timu?</translation>
    </message>
    <message>
        <source>If a headquarters gave you an invitation, your work can be sent there later. Without a team everything stays on this computer. You can join at any time.</source>
        <translation>Kama makao makuu yalikupa mwaliko, kazi yako inaweza kutumwa huko baadaye. Bila timu kila kitu hubaki kwenye kompyuta hii. Unaweza kujiunga wakati wowote.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Si sasa</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Nina mwaliko</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Sanduku is locked</source>
        <translation>Sanduku imefungwa</translation>
    </message>
    <message>
        <source>Everything in the library is encrypted on this computer.</source>
        <translation>Kila kitu kwenye maktaba kimesimbwa kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ufunguo wa dharura</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Kaulisiri</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Inafunguliwa…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Fungua</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Tumia kaulisiri</translation>
    </message>
    <message>
        <source>I forgot the passphrase</source>
        <translation>Nimesahau kaulisiri</translation>
    </message>
    <message>
        <source>What is being sent goes on meanwhile.</source>
        <translation>Kinachotumwa kinaendelea kwa sasa.</translation>
    </message>
    <message>
        <source>The library is being brought up to date for this version. Pages done: %1</source>
        <translation>Maktaba inasasishwa kwa toleo hili. Kurasa zilizokamilika: %1</translation>
    </message>
</context>
<context>
    <name>UpdatingPage</name>
    <message>
        <source>Your library is being brought up to date</source>
        <translation>Maktaba yako inasasishwa</translation>
    </message>
    <message>
        <source>This version keeps it in another way. It happens once, and a copy was kept before.</source>
        <translation>Toleo hili linaihifadhi kwa njia nyingine. Hutokea mara moja tu, na nakala ilihifadhiwa kabla.</translation>
    </message>
    <message>
        <source>Pages done: %1</source>
        <translation>Kurasa zilizokamilika: %1</translation>
    </message>
</context>
</TS>
