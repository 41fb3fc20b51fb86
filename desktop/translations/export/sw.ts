<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>ExistingNote</name>
    <message>
        <source>Keep both: give the new file a number</source>
        <translation>Weka zote mbili: faili mpya ipewe namba</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Badilisha iliyopo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of these names are there already.</source>
        <translation>
            <numerusform>Faili %Ln ya jina hili tayari ipo.</numerusform>
            <numerusform>Faili %Ln za majina haya tayari zipo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Where shall the files go?</source>
        <translation>Faili ziwekwe wapi?</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln document(s)</source>
        <translation>
            <numerusform>Toa hati %Ln</numerusform>
            <numerusform>Toa hati %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>Chagua folda ya faili.</translation>
    </message>
    <message>
        <source>%1 (replaces what is there)</source>
        <translation>%1 (itabadilisha iliyopo)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>na %Ln zaidi</numerusform>
            <numerusform>na %Ln zaidi</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped the export. Files that were finished are kept.</source>
        <translation>Umesimamisha utoaji. Faili zilizokamilika zimehifadhiwa.</translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln file(s)</source>
        <translation>
            <numerusform>Andika faili %Ln</numerusform>
            <numerusform>Andika faili %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Toa nje</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Umbizo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folda</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Majina ya faili</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chagua…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Chagua folda</translation>
    </message>
    <message>
        <source>A file for each document</source>
        <translation>Faili moja kwa kila hati</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Kitakachoandikwa</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Onyesho la awali</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>Utoaji umefika wapi</translation>
    </message>
</context>
<context>
    <name>FindingsNote</name>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not checked.</source>
        <translation>
            <numerusform>Mstari %Ln wenye shaka haujakaguliwa.</numerusform>
            <numerusform>Mistari %Ln yenye shaka haijakaguliwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are exported as they were read.</source>
        <translation>Itatolewa kama ilivyosomwa.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and are left out.</source>
        <translation>
            <numerusform>Ukurasa %Ln bado haujasomwa na umeachwa.</numerusform>
            <numerusform>Kurasa %Ln bado hazijasomwa na zimeachwa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Searchable PDF</source>
        <translation>PDF inayotafutika</translation>
    </message>
    <message>
        <source>Looks like the paper, and its text can be searched and copied.</source>
        <translation>Inaonekana kama karatasi, na maandishi yake yanatafutika na kunakilika.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Kitabu cha Excel</translation>
    </message>
    <message>
        <source>Every line in a row, and tables on sheets of their own.</source>
        <translation>Kila mstari kwenye safu, na majedwali kwenye laha zake.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Jedwali (CSV)</translation>
    </message>
    <message>
        <source>For databases and any spreadsheet; corrected lines can come back.</source>
        <translation>Kwa hifadhidata na lahajedwali; mistari iliyosahihishwa inaweza kurudi.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Maandishi tu</translation>
    </message>
    <message>
        <source>The words alone. Opens everywhere, also on a phone.</source>
        <translation>Maneno peke yake. Hufunguka popote, hata kwenye simu.</translation>
    </message>
    <message>
        <source>Text with tables</source>
        <translation>Maandishi yenye majedwali</translation>
    </message>
    <message>
        <source>For notes and web pages; doubtful lines are marked.</source>
        <translation>Kwa maelezo na kurasa za wavuti; mistari yenye shaka imewekewa alama.</translation>
    </message>
    <message>
        <source>For programs (JSON Lines)</source>
        <translation>Kwa programu (JSON Lines)</translation>
    </message>
    <message>
        <source>Everything Sanduku knows: places, confidence, other readings.</source>
        <translation>Yote ambayo Sanduku inajua: mahali, uhakika, usomaji mwingine.</translation>
    </message>
    <message>
        <source>Layout (hOCR)</source>
        <translation>Mpangilio (hOCR)</translation>
    </message>
    <message>
        <source>For other reading programs: the text with its place on the page.</source>
        <translation>Kwa programu nyingine za kusoma: maandishi na mahali pake kwenye ukurasa.</translation>
    </message>
    <message>
        <source>Archive (ALTO)</source>
        <translation>Kumbukumbu (ALTO)</translation>
    </message>
    <message>
        <source>The standard of libraries and archives.</source>
        <translation>Kiwango cha maktaba na nyaraka.</translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message numerus="yes">
        <source>%Ln file(s) written to %1.</source>
        <translation>
            <numerusform>Faili %Ln imeandikwa kwenye %1.</numerusform>
            <numerusform>Faili %Ln zimeandikwa kwenye %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Fungua folda</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sent to the printer.</source>
        <translation>
            <numerusform>Ukurasa %Ln umetumwa kwa printa.</numerusform>
            <numerusform>Kurasa %Ln zimetumwa kwa printa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>File names</source>
        <translation>Majina ya faili</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Ingiza</translation>
    </message>
    <message>
        <source>Put something that differs from file to file into the name</source>
        <translation>Weka kwenye jina kitu kinachotofautiana kati ya faili</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>Jina la hati</translation>
    </message>
    <message>
        <source>Number, counted from 1</source>
        <translation>Namba, kuanzia 1</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>Tarehe ya leo</translation>
    </message>
    <message>
        <source>Date on which it was added</source>
        <translation>Tarehe ilipoongezwa</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lugha</translation>
    </message>
    <message>
        <source>Its identity in the library</source>
        <translation>Kitambulisho chake kwenye maktaba</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Onyesho la awali</translation>
    </message>
    <message>
        <source>There is no picture of this page yet.</source>
        <translation>Bado hakuna picha ya ukurasa huu.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %Ln document(s)</source>
        <translation>
            <numerusform>Chapisha hati %Ln</numerusform>
            <numerusform>Chapisha hati %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Onyesho la awali</translation>
    </message>
    <message>
        <source>Sheet before</source>
        <translation>Karatasi iliyotangulia</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Karatasi inayofuata</translation>
    </message>
    <message>
        <source>How far the printing is</source>
        <translation>Uchapishaji umefika wapi</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Chapisha…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Kurasa</translation>
    </message>
    <message>
        <source>As they look, one on each sheet.</source>
        <translation>Kama zinavyoonekana, moja kwa kila karatasi.</translation>
    </message>
    <message>
        <source>Pages with text</source>
        <translation>Kurasa na maandishi</translation>
    </message>
    <message>
        <source>Each page, and on the next sheet what was read on it.</source>
        <translation>Kila ukurasa, na kwenye karatasi inayofuata kilichosomwa humo.</translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation>Maandishi pekee</translation>
    </message>
    <message>
        <source>What was read, with a mark at every doubtful line.</source>
        <translation>Kilichosomwa, na alama kwenye kila mstari wenye shaka.</translation>
    </message>
    <message>
        <source>No page of this is read yet.</source>
        <translation>Bado hakuna ukurasa uliosomwa.</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>Karatasi %1</translation>
    </message>
    <message>
        <source>You stopped the printing.</source>
        <translation>Umesimamisha uchapishaji.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
</context>
</TS>
