<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>CornersPanel</name>
    <message>
        <source>The sides cross each other. Put each corner at its own corner.</source>
        <translation>Pande zinakatana. Weka kila nukta kwenye kona yake.</translation>
    </message>
    <message>
        <source>Two corners lie too near to each other.</source>
        <translation>Kona mbili ziko karibu mno.</translation>
    </message>
    <message>
        <source>Straighten by its corners</source>
        <translation>Nyoosha kwa kona zake</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Itakavyoonekana</translation>
    </message>
    <message>
        <source>Drag the four points to the corners of the sheet.</source>
        <translation>Buruta nukta nne hadi kwenye kona za karatasi.</translation>
    </message>
    <message>
        <source>Tab goes to the next corner, the arrow keys move it, Enter straightens, Esc leaves it.</source>
        <translation>Tab huenda kona inayofuata, vishale huisogeza, Enter hunyoosha, Esc huacha ilivyo.</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Nyoosha</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ukurasa mzima</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message>
        <source>Draw a box around the words. Esc leaves it.</source>
        <translation>Chora kisanduku kuzunguka maneno. Bonyeza Esc kuacha.</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Page %1. %2</source>
        <translation>Ukurasa %1. %2</translation>
    </message>
    <message>
        <source>Page %1, not read yet</source>
        <translation>Ukurasa %1, bado haujasomwa</translation>
    </message>
    <message numerus="yes">
        <source>Page %1, %Ln line(s) to look at</source>
        <translation>
            <numerusform>Ukurasa %1, mstari %Ln wa kukagua</numerusform>
            <numerusform>Ukurasa %1, mistari %Ln ya kukagua</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, nothing to look at</source>
        <translation>Ukurasa %1, hakuna cha kukagua</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Ukurasa %1</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pages of the document</source>
        <translation>Kurasa za hati</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>Ukurasa</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Mstari %1 kati ya %2</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>Lina shaka: %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Halikusomeka: %1</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Limesahihishwa: %1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Limethibitishwa: %1</translation>
    </message>
    <message>
        <source>Boxes on the page</source>
        <translation>Visanduku kwenye ukurasa</translation>
    </message>
</context>
<context>
    <name>StateMessage</name>
    <message>
        <source>The page is being opened…</source>
        <translation>Ukurasa unafunguliwa…</translation>
    </message>
    <message>
        <source>The picture of this page is missing</source>
        <translation>Picha ya ukurasa huu haipo</translation>
    </message>
    <message>
        <source>Its text is kept. Read the document again to make the picture anew.</source>
        <translation>Maandishi yake yamehifadhiwa. Soma hati tena ili kutengeneza picha upya.</translation>
    </message>
</context>
</TS>
