<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>More that can be done</source>
        <translation>Mengine ya kufanya</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Cases</source>
        <translation>Kesi</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Kesi mpya</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Bado hakuna kesi</translation>
    </message>
    <message>
        <source>A case holds documents that belong together: a family, a visit, a distribution.</source>
        <translation>Kesi hukusanya hati zinazohusiana: familia, ziara, ugawaji.</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>Jina la kesi</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Tengeneza</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Badilisha jina</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Maelezo</translation>
    </message>
    <message>
        <source>What should others know about this case?</source>
        <translation>Wengine wajue nini kuhusu kesi hii?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Hifadhi</translation>
    </message>
    <message>
        <source>The case %1 was removed. Its documents are still there.</source>
        <translation>Kesi %1 imeondolewa. Hati zake bado zipo.</translation>
    </message>
    <message>
        <source>The case %1 was changed.</source>
        <translation>Kesi %1 imebadilishwa.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>Hati %Ln</numerusform>
            <numerusform>Hati %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to check</source>
        <translation>
            <numerusform>%Ln ya kukagua</numerusform>
            <numerusform>%Ln za kukagua</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Clear all</source>
        <translation>Ondoa zote</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Ondoa “%1”</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Name</source>
        <translation>Jina</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Hali</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Uhakika</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Kurasa</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lugha</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Iliongezwa</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Ilikaguliwa</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Lebo</translation>
    </message>
</context>
<context>
    <name>DaysLeft</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>Imebaki siku %Ln</numerusform>
            <numerusform>Zimebaki siku %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysQuestion</name>
    <message>
        <source>Added from a day to a day</source>
        <translation>Zilizoongezwa kati ya siku mbili</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Onyesha hizi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Kuanzia</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hadi</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Undo</source>
        <translation>Tendua</translation>
    </message>
    <message numerus="yes">
        <source>Undone, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Imetenduliwa, isipokuwa hati %Ln iliyobadilishwa na mtu baadaye.</numerusform>
            <numerusform>Imetenduliwa, isipokuwa hati %Ln zilizobadilishwa na mtu baadaye.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Imefanywa tena, isipokuwa hati %Ln ambayo mtu ameibadilisha tangu hapo.</numerusform>
            <numerusform>Imefanywa tena, isipokuwa hati %Ln ambazo mtu amezibadilisha tangu hapo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Imetenduliwa.</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>Imefanywa tena.</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Maelezo zaidi</translation>
    </message>
    <message>
        <source>Choose a document to see its details.</source>
        <translation>Chagua hati ili kuona maelezo yake.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>Hati %Ln imechaguliwa</numerusform>
            <numerusform>Hati %Ln zimechaguliwa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more page(s)</source>
        <translation>
            <numerusform>na ukurasa %Ln zaidi</numerusform>
            <numerusform>na kurasa %Ln zaidi</numerusform>
        </translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>Uhakika wa chini kabisa</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Kurasa</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Lugha</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Lebo</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kesi</translation>
    </message>
    <message>
        <source>Photos show</source>
        <translation>Picha zinaonyesha</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Iliongezwa</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Ilikaguliwa</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Ilikotoka</translation>
    </message>
    <message>
        <source>The picture of this page is damaged. Read the document again.</source>
        <translation>Picha ya ukurasa huu imeharibika. Soma hati tena.</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>Being looked up</source>
        <translation>Inatafutwa</translation>
    </message>
</context>
<context>
    <name>DocumentVerbs</name>
    <message>
        <source>Rename</source>
        <translation>Badilisha jina</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>Jina la hati</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>Sasa inaitwa %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) approved.</source>
        <translation>
            <numerusform>Hati %Ln imeidhinishwa.</numerusform>
            <numerusform>Hati %Ln zimeidhinishwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) could not be approved: nothing of it is read.</source>
        <translation>
            <numerusform>Hati %Ln haikuweza kuidhinishwa: haijasomwa chochote.</numerusform>
            <numerusform>Hati %Ln hazikuweza kuidhinishwa: hazijasomwa chochote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) marked as a problem.</source>
        <translation>
            <numerusform>Hati %Ln imewekwa alama ya tatizo.</numerusform>
            <numerusform>Hati %Ln zimewekwa alama ya tatizo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) to be checked again.</source>
        <translation>
            <numerusform>Hati %Ln itakaguliwa tena.</numerusform>
            <numerusform>Hati %Ln zitakaguliwa tena.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will be read again.</source>
        <translation>
            <numerusform>Hati %Ln itasomwa tena.</numerusform>
            <numerusform>Hati %Ln zitasomwa tena.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) moved to the trash.</source>
        <translation>
            <numerusform>Hati %Ln imehamishiwa kwenye takataka.</numerusform>
            <numerusform>Hati %Ln zimehamishiwa kwenye takataka.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) restored.</source>
        <translation>
            <numerusform>Hati %Ln imerejeshwa.</numerusform>
            <numerusform>Hati %Ln zimerejeshwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Takataka ni tupu.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln document(s) for ever?</source>
        <translation>
            <numerusform>Futa kabisa hati %Ln?</numerusform>
            <numerusform>Futa kabisa hati %Ln?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) deleted for ever.</source>
        <translation>
            <numerusform>Hati %Ln imefutwa kabisa.</numerusform>
            <numerusform>Hati %Ln zimefutwa kabisa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Lebo za hati %Ln zimebadilishwa.</numerusform>
            <numerusform>Lebo za hati %Ln zimebadilishwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cases of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Kesi za hati %Ln zimebadilishwa.</numerusform>
            <numerusform>Kesi za hati %Ln zimebadilishwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>na %Ln zaidi</numerusform>
            <numerusform>na %Ln zaidi</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as a problem</source>
        <translation>Weka alama ya tatizo</translation>
    </message>
    <message>
        <source>What is wrong? Whoever comes after you reads this.</source>
        <translation>Kuna shida gani? Atakayekuja baada yako atasoma haya.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Weka alama</translation>
    </message>
    <message>
        <source>The original files, all that was read and all corrections are lost.</source>
        <translation>Faili asili, yote yaliyosomwa na masahihisho yote yatapotea.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Futa kabisa</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Acha zibaki</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Lebo</translation>
    </message>
    <message>
        <source>A new tag</source>
        <translation>Lebo mpya</translation>
    </message>
    <message>
        <source>Put into cases</source>
        <translation>Weka kwenye kesi</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>Kesi mpya</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Imehifadhiwa kama %1.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Hifadhi utafutaji huu</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Jina la utafutaji</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Hifadhi</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>Hakukuwa na cha kubadilisha.</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Search: %1</source>
        <translation>Utafutaji: %1</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Hati zote</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Hati</translation>
    </message>
    <message>
        <source>Photos that look like %1</source>
        <translation>Picha zinazofanana na %1</translation>
    </message>
    <message>
        <source>Photos that show: %1</source>
        <translation>Picha zinazoonyesha: %1</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>Tafuta picha kwa kinachoonekana</translation>
    </message>
    <message>
        <source>A search for photos cannot be saved.</source>
        <translation>Utafutaji wa picha hauwezi kuhifadhiwa.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Add files</source>
        <translation>Ongeza faili</translation>
    </message>
    <message>
        <source>Try 3 samples</source>
        <translation>Jaribu mifano 3</translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln document(s)</source>
        <translation>
            <numerusform>Kagua hati %Ln</numerusform>
            <numerusform>Kagua hati %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Ondoa vichujio</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>Kila kitu hapa kimesomwa</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs to add more. Nothing leaves this computer.</source>
        <translation>Dondosha picha, skani au PDF ili kuongeza zaidi. Hakuna kinachotoka kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs</source>
        <translation>Dondosha picha, skani au PDF</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Hakuna kinachotoka kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Hakuna cha kukagua</translation>
    </message>
    <message>
        <source>What has been read waits here until you have compared it with its page.</source>
        <translation>Kilichosomwa kinasubiri hapa hadi ukilinganishe na ukurasa wake.</translation>
    </message>
    <message>
        <source>Nothing approved yet</source>
        <translation>Bado hakuna kilichoidhinishwa</translation>
    </message>
    <message>
        <source>Documents come here once you have checked and approved them.</source>
        <translation>Hati huja hapa ukishazikagua na kuziidhinisha.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Hakuna matatizo</translation>
    </message>
    <message>
        <source>What could not be read, or was marked as a problem, waits here with what to do.</source>
        <translation>Kisichosomeka, au kilichowekwa alama ya tatizo, kinasubiri hapa pamoja na la kufanya.</translation>
    </message>
    <message numerus="yes">
        <source>What you move here can be restored for %Ln day(s).</source>
        <translation>
            <numerusform>Unachohamishia hapa kinaweza kurejeshwa kwa siku %Ln.</numerusform>
            <numerusform>Unachohamishia hapa kinaweza kurejeshwa kwa siku %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names and all that was read were searched. Try fewer words, or only their beginning.</source>
        <translation>Majina na yote yaliyosomwa yametafutwa. Jaribu maneno machache, au mwanzo wake tu.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Takataka ni tupu</translation>
    </message>
    <message>
        <source>No documents here yet</source>
        <translation>Bado hakuna hati hapa</translation>
    </message>
    <message>
        <source>Choose documents in any list, then “Put into a case”.</source>
        <translation>Chagua hati kwenye orodha yoyote, kisha “Weka kwenye kesi”.</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”</source>
        <translation>Hakuna kilichopatikana kwa “%1”</translation>
    </message>
    <message>
        <source>Nothing here fits these filters</source>
        <translation>Hakuna hapa kinacholingana na vichujio hivi</translation>
    </message>
    <message>
        <source>Remove a filter to see more.</source>
        <translation>Ondoa kichujio ili kuona zaidi.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>&amp;Reading</source>
        <translation>&amp;Usomaji</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Lugha</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Aina</translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation>Le&amp;bo</translation>
    </message>
    <message>
        <source>C&amp;ase</source>
        <translation>&amp;Kesi</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Wapi</translation>
    </message>
    <message>
        <source>Has lines below %1</source>
        <translation>Ina mistari chini ya %1</translation>
    </message>
    <message>
        <source>All lines from %1</source>
        <translation>Mistari yote kuanzia %1</translation>
    </message>
    <message>
        <source>&amp;Confidence</source>
        <translation>U&amp;hakika</translation>
    </message>
    <message>
        <source>A&amp;dded</source>
        <translation>Ili&amp;ongezwa</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Leo</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>Katika siku 7 zilizopita</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Katika siku 30 zilizopita</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Mwaka huu</translation>
    </message>
    <message>
        <source>From a day to a day…</source>
        <translation>Kuanzia siku hadi siku…</translation>
    </message>
    <message>
        <source>P&amp;hotos show</source>
        <translation>Pic&amp;ha zinaonyesha</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Looking…</source>
        <translation>Inatafuta…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Chuja</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>Onyesha baadhi tu ya hati hizi</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Panga</translation>
    </message>
    <message>
        <source>Sort, and choose columns</source>
        <translation>Panga, na chagua safu</translation>
    </message>
    <message>
        <source>The columns as they come</source>
        <translation>Safu za mwanzo</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 kati ya %2 zimechaguliwa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s), the nearest first</source>
        <translation>
            <numerusform>Hati %Ln, ya karibu zaidi kwanza</numerusform>
            <numerusform>Hati %Ln, za karibu zaidi kwanza</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>Hati %Ln</numerusform>
            <numerusform>Hati %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) found</source>
        <translation>
            <numerusform>Hati %Ln imepatikana</numerusform>
            <numerusform>Hati %Ln zimepatikana</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, within longer words</source>
        <translation>%1, ndani ya maneno marefu zaidi</translation>
    </message>
    <message>
        <source>%1; these are the best %2</source>
        <translation>%1; hizi ni %2 zilizo bora</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Kinacholingana zaidi kwanza</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Safu</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>Jina, A hadi Z</translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation>Jina, Z hadi A</translation>
    </message>
    <message>
        <source>What needs you first</source>
        <translation>Yanayokuhitaji kwanza</translation>
    </message>
    <message>
        <source>What is done first</source>
        <translation>Yaliyokamilika kwanza</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translation>Zenye shaka zaidi kwanza</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Zenye uhakika zaidi kwanza</translation>
    </message>
    <message>
        <source>Fewest pages first</source>
        <translation>Kurasa chache kwanza</translation>
    </message>
    <message>
        <source>Most pages first</source>
        <translation>Kurasa nyingi kwanza</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lugha</translation>
    </message>
    <message>
        <source>Language, backwards</source>
        <translation>Lugha, kinyume</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Type, backwards</source>
        <translation>Aina, kinyume</translation>
    </message>
    <message>
        <source>Added first</source>
        <translation>Zilizoongezwa mwanzo</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>Zilizoongezwa mwisho</translation>
    </message>
    <message>
        <source>Checked first</source>
        <translation>Zilizokaguliwa mwanzo</translation>
    </message>
    <message>
        <source>Checked last</source>
        <translation>Zilizokaguliwa mwisho</translation>
    </message>
</context>
<context>
    <name>MarksQuestion</name>
    <message>
        <source>Save</source>
        <translation>Hifadhi</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>In the trash</source>
        <translation>Kwenye takataka</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Lebo: %1</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>Kesi: %1</translation>
    </message>
    <message>
        <source>Name has: %1</source>
        <translation>Jina lina: %1</translation>
    </message>
    <message>
        <source>Added together</source>
        <translation>Zilizoongezwa pamoja</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>Kwenye zilizoingia</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Ya kukagua</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Imeidhinishwa</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Yenye tatizo</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Inasubiri</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Inasomwa</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Imesomwa</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>Imesomwa kiasi</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Haisomeki</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Imeghairiwa</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Haijakaguliwa</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Picha</translation>
    </message>
    <message>
        <source>Doubts: below %1</source>
        <translation>Shaka: chini ya %1</translation>
    </message>
    <message>
        <source>Sure: from %1</source>
        <translation>Uhakika: kuanzia %1</translation>
    </message>
    <message>
        <source>Added on %1</source>
        <translation>Iliongezwa %1</translation>
    </message>
    <message>
        <source>Added %1 to %2</source>
        <translation>Iliongezwa %1 hadi %2</translation>
    </message>
    <message>
        <source>Added since %1</source>
        <translation>Iliongezwa tangu %1</translation>
    </message>
    <message>
        <source>Added until %1</source>
        <translation>Iliongezwa hadi %1</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Save the original files in</source>
        <translation>Hifadhi faili asili katika</translation>
    </message>
    <message numerus="yes">
        <source>%Ln original file(s) saved in %1.</source>
        <translation>
            <numerusform>Faili asili %Ln imehifadhiwa katika %1.</numerusform>
            <numerusform>Faili asili %Ln zimehifadhiwa katika %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Fungua folda</translation>
    </message>
</context>
<context>
    <name>PhotoVerbs</name>
    <message numerus="yes">
        <source>What %Ln page(s) show was changed.</source>
        <translation>
            <numerusform>Kinachoonekana kwenye ukurasa %Ln kimebadilishwa.</numerusform>
            <numerusform>Kinachoonekana kwenye kurasa %Ln kimebadilishwa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
</context>
<context>
    <name>SearchesView</name>
    <message>
        <source>Saved searches</source>
        <translation>Utafutaji uliohifadhiwa</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>Bado hakuna utafutaji uliohifadhiwa</translation>
    </message>
    <message>
        <source>Search or filter any list, then choose “Save this search”: it is kept here.</source>
        <translation>Tafuta au chuja orodha yoyote, kisha chagua “Hifadhi utafutaji huu”: utahifadhiwa hapa.</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>Sasa inaitwa %1.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Badilisha jina</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Jina la utafutaji</translation>
    </message>
    <message>
        <source>The search %1 was removed.</source>
        <translation>Utafutaji %1 umeondolewa.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Approved</source>
        <translation>Imeidhinishwa</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Tatizo</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Imerudishwa</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Imesitishwa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Inasubiri</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Inasomwa</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Ya kukagua</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>Imesomwa kiasi</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Haisomeki</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Imeghairiwa</translation>
    </message>
    <message>
        <source>Its time is over</source>
        <translation>Muda wake umekwisha</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Ukurasa %1: %2</translation>
    </message>
    <message>
        <source>Its reading was cancelled. Choose “Read again”.</source>
        <translation>Usomaji wake ulighairiwa. Chagua “Soma tena”.</translation>
    </message>
    <message>
        <source>Headquarters: %1</source>
        <translation>Makao makuu: %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>bado haijasomwa</translation>
    </message>
    <message>
        <source>lowest confidence %1</source>
        <translation>uhakika wa chini kabisa %1</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Kiingereza</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Kifaransa</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Kihispania</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Kiarabu</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Kiswahili</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Haijulikani</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 kati ya %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Ukurasa %1</translation>
    </message>
</context>
</TS>
