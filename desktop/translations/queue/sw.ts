<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>FinishedPage</name>
    <message>
        <source>Documents that are done</source>
        <translation>Hati zilizomalizika</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Soma tena</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>Masahihisho yako yanahifadhiwa</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>Tazama takataka</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Fungua mipangilio</translation>
    </message>
    <message>
        <source>Nothing can be read now</source>
        <translation>Hakuna kinachoweza kusomwa sasa</translation>
    </message>
    <message>
        <source>Reading waits</source>
        <translation>Usomaji unasubiri</translation>
    </message>
    <message>
        <source>It goes on by itself once that is mended.</source>
        <translation>Utaendelea wenyewe hilo likirekebishwa.</translation>
    </message>
    <message numerus="yes">
        <source>The reader stopped by itself %Ln time(s), last at %1.</source>
        <translation>
            <numerusform>Kisomaji kilisimama chenyewe mara %Ln, saa %1.</numerusform>
            <numerusform>Kisomaji kilisimama chenyewe mara %Ln, mwisho saa %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Kimeanzishwa tena</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost: %Ln page(s) it had in hand are read again.</source>
        <translation>
            <numerusform>Hakuna kilichopotea: ukurasa %Ln uliokuwa ukisomwa unasomwa tena.</numerusform>
            <numerusform>Hakuna kilichopotea: kurasa %Ln zilizokuwa zikisomwa zinasomwa tena.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Hakuna kilichopotea.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Nimeona</translation>
    </message>
    <message>
        <source>The watched folder cannot be reached</source>
        <translation>Folda inayofuatiliwa haipatikani</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder. Until then nothing is taken from it.</source>
        <translation>Unganisha diski yake, au chagua folda nyingine. Hadi hapo hakuna kinachochukuliwa.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chagua folda…</translation>
    </message>
</context>
<context>
    <name>NowRow</name>
    <message>
        <source>Do not read this page</source>
        <translation>Usisome ukurasa huu</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Try all again</source>
        <translation>Jaribu yote tena</translation>
    </message>
    <message numerus="yes">
        <source>Give one password for %Ln file(s)…</source>
        <translation>
            <numerusform>Toa nenosiri moja kwa faili %Ln…</numerusform>
            <numerusform>Toa nenosiri moja kwa faili %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, not shown here</source>
        <translation>
            <numerusform>%Ln zaidi, haionyeshwi hapa</numerusform>
            <numerusform>%Ln zaidi, hazionyeshwi hapa</numerusform>
        </translation>
    </message>
    <message>
        <source>Add again</source>
        <translation>Ongeza tena</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Iache</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>Tazama takataka</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Fungua mipangilio</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Onyesha ukurasa</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>Toa nenosiri…</translation>
    </message>
    <message>
        <source>Remove the document</source>
        <translation>Ondoa hati</translation>
    </message>
</context>
<context>
    <name>QueueCounts</name>
    <message numerus="yes">
        <source>%Ln page(s) of %1</source>
        <translation>
            <numerusform>Ukurasa %Ln kati ya %1</numerusform>
            <numerusform>Kurasa %Ln kati ya %1</numerusform>
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
        <source>%Ln page(s) of %1 read</source>
        <translation>
            <numerusform>Ukurasa %Ln kati ya %1 umesomwa</numerusform>
            <numerusform>Kurasa %Ln kati ya %1 zimesomwa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) left</source>
        <translation>
            <numerusform>Umebaki ukurasa %Ln</numerusform>
            <numerusform>Zimebaki kurasa %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>Ukurasa %Ln kwa dakika</numerusform>
            <numerusform>Kurasa %Ln kwa dakika</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>sekunde %Ln</numerusform>
            <numerusform>sekunde %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>dakika %Ln</numerusform>
            <numerusform>dakika %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>saa %Ln</numerusform>
            <numerusform>saa %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
    <message numerus="yes">
        <source>%Ln page(s) will not be read.</source>
        <translation>
            <numerusform>Ukurasa %Ln hautasomwa.</numerusform>
            <numerusform>Kurasa %Ln hazitasomwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Tengua</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 iko kwenye takataka.</translation>
    </message>
</context>
<context>
    <name>QueueDrawer</name>
    <message>
        <source>The queue</source>
        <translation>Foleni</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Usomaji</translation>
    </message>
    <message>
        <source>Close the queue</source>
        <translation>Funga foleni</translation>
    </message>
    <message>
        <source>Parts of the queue</source>
        <translation>Sehemu za foleni</translation>
    </message>
    <message>
        <source>How far the reading is</source>
        <translation>Usomaji umefika wapi</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ongeza faili</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Zinasubiri</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Matatizo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tayari</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Hakuna kinachosubiri</translation>
    </message>
    <message>
        <source>What you add is read at once, one page after the other.</source>
        <translation>Unachoongeza husomwa mara moja, ukurasa baada ya ukurasa.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Hakuna matatizo</translation>
    </message>
    <message>
        <source>If a page cannot be read, it is told here with what helps.</source>
        <translation>Ukurasa usipoweza kusomwa, huelezwa hapa pamoja na kinachosaidia.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Bado hakuna</translation>
    </message>
    <message>
        <source>What is read while the window is open is listed here.</source>
        <translation>Kinachosomwa dirisha likiwa wazi huorodheshwa hapa.</translation>
    </message>
</context>
<context>
    <name>QueueTelling</name>
    <message>
        <source>A box of page %1</source>
        <translation>Kisanduku cha ukurasa %1</translation>
    </message>
    <message>
        <source>A model looks at page %1</source>
        <translation>Modeli inaangalia ukurasa %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Ukurasa %1 kati ya %2</translation>
    </message>
    <message>
        <source>is being stopped</source>
        <translation>inasimamishwa</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>ukurasa 1</translation>
    </message>
    <message>
        <source>waits until you go on</source>
        <translation>inasubiri hadi uendelee</translation>
    </message>
    <message>
        <source>is tried again in %1</source>
        <translation>itajaribiwa tena baada ya %1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>ukurasa %1</translation>
    </message>
    <message>
        <source>pages %1</source>
        <translation>kurasa %1</translation>
    </message>
    <message>
        <source>Not read, as you wished</source>
        <translation>Haikusomwa, kama ulivyotaka</translation>
    </message>
    <message>
        <source>Nothing waits to be read</source>
        <translation>Hakuna kinachosubiri kusomwa</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>imesitishwa</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>kwa %1</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Documents that wait to be read</source>
        <translation>Hati zinazosubiri kusomwa</translation>
    </message>
</context>
</TS>
