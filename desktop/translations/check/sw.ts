<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>CheckView</name>
    <message>
        <source>Check</source>
        <translation>Kagua</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Maandishi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>What is shown beside the page</source>
        <translation>Kinachoonyeshwa kando ya ukurasa</translation>
    </message>
    <message>
        <source>Lines of the page, in reading order</source>
        <translation>Mistari ya ukurasa, kwa mpangilio wa kusoma</translation>
    </message>
    <message>
        <source>Width of the pages</source>
        <translation>Upana wa kurasa</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>Upana wa maandishi</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>The reading is not sure here.</source>
        <translation>Usomaji si wa uhakika hapa.</translation>
    </message>
    <message>
        <source>Two readings differ here.</source>
        <translation>Masomo mawili yanatofautiana hapa.</translation>
    </message>
    <message>
        <source>Two readings differ in a number, a date or a name.</source>
        <translation>Masomo mawili yanatofautiana kwenye namba, tarehe au jina.</translation>
    </message>
    <message>
        <source>This looks like text, and it could not be read.</source>
        <translation>Hii inaonekana kuwa maandishi, na haikusomeka.</translation>
    </message>
    <message>
        <source>Something on this line was not read.</source>
        <translation>Kuna kitu kwenye mstari huu hakikusomwa.</translation>
    </message>
    <message>
        <source>The edge of the picture cuts through this line.</source>
        <translation>Ukingo wa picha unakata mstari huu.</translation>
    </message>
    <message>
        <source>It is not sure in which script this is written.</source>
        <translation>Haijulikani kwa hakika hii imeandikwa kwa hati gani.</translation>
    </message>
    <message>
        <source>There is a number here, and numbers are easily misread.</source>
        <translation>Hapa kuna namba, na namba husomwa vibaya kwa urahisi.</translation>
    </message>
    <message>
        <source>You corrected this before, and the page was read anew since.</source>
        <translation>Ulisahihisha hii awali, na ukurasa umesomwa upya tangu hapo.</translation>
    </message>
    <message>
        <source>Please look at this line.</source>
        <translation>Tafadhali uangalie mstari huu.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>%1 of %2 to check</source>
        <translation>%1 kati ya %2 za kukagua</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Imeidhinishwa</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Tatizo: %1</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>Imewekwa alama ya tatizo</translation>
    </message>
    <message>
        <source>Not wholly read yet</source>
        <translation>Bado haijasomwa yote</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) left</source>
        <translation>
            <numerusform>Umebaki mstari %Ln wenye shaka</numerusform>
            <numerusform>Imebaki mistari %Ln yenye shaka</numerusform>
        </translation>
    </message>
    <message>
        <source>No doubtful lines</source>
        <translation>Hakuna mistari yenye shaka</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) on this page, %1 in all</source>
        <translation>
            <numerusform>Mstari %Ln wenye shaka kwenye ukurasa huu, %1 kwa jumla</numerusform>
            <numerusform>Mistari %Ln yenye shaka kwenye ukurasa huu, %1 kwa jumla</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Read</source>
        <translation>Imesomwa</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Imesahihishwa</translation>
    </message>
    <message>
        <source>Said to be right</source>
        <translation>Imethibitishwa kuwa sahihi</translation>
    </message>
    <message>
        <source>Added a line</source>
        <translation>Mstari umeongezwa</translation>
    </message>
    <message>
        <source>Deleted a line</source>
        <translation>Mstari umefutwa</translation>
    </message>
    <message>
        <source>Split a line</source>
        <translation>Mstari umegawanywa</translation>
    </message>
    <message>
        <source>Joined lines</source>
        <translation>Mistari imeunganishwa</translation>
    </message>
    <message>
        <source>Took this back</source>
        <translation>Hii imetenguliwa</translation>
    </message>
    <message>
        <source>Did this again</source>
        <translation>Hii imefanywa tena</translation>
    </message>
    <message>
        <source>Approved the document</source>
        <translation>Hati imeidhinishwa</translation>
    </message>
    <message>
        <source>Found a problem</source>
        <translation>Tatizo limepatikana</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>Ikaguliwe tena</translation>
    </message>
    <message>
        <source>Renamed the document</source>
        <translation>Hati imepewa jina jipya</translation>
    </message>
    <message>
        <source>Put the document into the trash</source>
        <translation>Hati imewekwa kwenye taka</translation>
    </message>
    <message>
        <source>Brought the document back from the trash</source>
        <translation>Hati imerudishwa kutoka kwenye taka</translation>
    </message>
    <message>
        <source>Turned or straightened the page</source>
        <translation>Ukurasa umegeuzwa au kunyooshwa</translation>
    </message>
    <message>
        <source>%1 (taken back since)</source>
        <translation>%1 (imetenguliwa baadaye)</translation>
    </message>
    <message>
        <source>%1 (stands now)</source>
        <translation>%1 (ndiyo iliyopo sasa)</translation>
    </message>
    <message>
        <source>%1 (headquarters)</source>
        <translation>%1 (makao makuu)</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>Mashine</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>The whole page</source>
        <translation>Ukurasa wote</translation>
    </message>
    <message>
        <source>The chosen line</source>
        <translation>Mstari uliochaguliwa</translation>
    </message>
    <message>
        <source>Whose history</source>
        <translation>Historia ya nini</translation>
    </message>
    <message>
        <source>History, the latest first</source>
        <translation>Historia, ya karibuni kwanza</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>Hakuna kilichotokea hapa bado.</translation>
    </message>
    <message>
        <source>Bring the line back</source>
        <translation>Rudisha mstari</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Rejesha toleo hili</translation>
    </message>
</context>
<context>
    <name>HqNotes</name>
    <message>
        <source>No reason was given.</source>
        <translation>Hakuna sababu iliyotolewa.</translation>
    </message>
    <message>
        <source>%1 at headquarters sent this back: %2</source>
        <translation>%1 wa makao makuu amerudisha hati hii: %2</translation>
    </message>
    <message numerus="yes">
        <source>On %Ln line(s) headquarters says something else.</source>
        <translation>
            <numerusform>Katika mstari %Ln makao makuu yanasema kingine.</numerusform>
            <numerusform>Katika mistari %Ln makao makuu yanasema kingine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>Onyesha zote mbili</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Nimeona</translation>
    </message>
    <message>
        <source>%1 at headquarters: %2</source>
        <translation>%1 wa makao makuu: %2</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Sure</source>
        <translation>Hakika</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Tafadhali kagua</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Haikusomwa</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>Imeandikwa na mtu</translation>
    </message>
    <message>
        <source>Confirmed by a person</source>
        <translation>Imethibitishwa na mtu</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>The machine read: %1</source>
        <translation>Mashine ilisoma: %1</translation>
    </message>
    <message>
        <source>The machine read nothing here.</source>
        <translation>Mashine haikusoma chochote hapa.</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Maandishi ya mstari</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>Andika kilichoandikwa hapa</translation>
    </message>
    <message>
        <source>Or was it this?</source>
        <translation>Au ilikuwa hii?</translation>
    </message>
    <message>
        <source>You were typing here: drop it</source>
        <translation>Ulikuwa unaandika hapa: acha</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Soma tena</translation>
    </message>
    <message>
        <source>Read this line again, also in another way</source>
        <translation>Soma mstari huu tena, hata kwa njia nyingine</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>Mengine ya kufanya na mstari huu</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>Mstari mpya</translation>
    </message>
    <message>
        <source>Line %1 of %2 · %3</source>
        <translation>Mstari %1 kati ya %2 · %3</translation>
    </message>
    <message>
        <source>Take this reading instead: %1</source>
        <translation>Chukua usomaji huu badala yake: %1</translation>
    </message>
    <message>
        <source>Take this reading instead (%1)</source>
        <translation>Chukua usomaji huu badala yake (%1)</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>You were typing here.</source>
        <translation>Ulikuwa unaandika hapa.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Mstari %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This page was read anew while you type. The new reading is shown when you finish this line.</source>
        <translation>Ukurasa huu umesomwa upya ukiwa unaandika. Usomaji mpya utaonekana ukimaliza mstari huu.</translation>
    </message>
    <message>
        <source>This page is being read again. What stands here stays until then.</source>
        <translation>Ukurasa huu unasomwa tena. Kilichopo kinabaki hadi hapo.</translation>
    </message>
    <message>
        <source>This page could not be read again: %1</source>
        <translation>Ukurasa huu haukuweza kusomwa tena: %1</translation>
    </message>
    <message>
        <source>You typed this before the page was read anew: %1</source>
        <translation>Uliandika hii kabla ukurasa kusomwa upya: %1</translation>
    </message>
    <message>
        <source>You were adding this line: %1</source>
        <translation>Ulikuwa unaongeza mstari huu: %1</translation>
    </message>
    <message>
        <source>You were typing here: %1</source>
        <translation>Ulikuwa unaandika hapa: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Endelea</translation>
    </message>
    <message>
        <source>Put it into the chosen line</source>
        <translation>Uweke kwenye mstari uliochaguliwa</translation>
    </message>
    <message>
        <source>Show its place</source>
        <translation>Onyesha mahali pake</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Acha</translation>
    </message>
    <message>
        <source>No text was found on this page. It may be blank, or too dark or blurred to be read.</source>
        <translation>Hakuna maandishi yaliyopatikana kwenye ukurasa huu. Huenda hauna kitu, au una giza au ukungu mno kusomeka.</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Ongeza mstari</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
    <message>
        <source>This is a photo of a sheet: the sheet was straightened, and what lies around it was left out.</source>
        <translation>Hii ni picha ya karatasi: karatasi imenyooshwa, na kilicho pembeni kimeachwa.</translation>
    </message>
    <message>
        <source>This page may have been turned the wrong way: it is not certain which way is up.</source>
        <translation>Huenda ukurasa huu umegeuzwa vibaya: haijulikani kwa hakika juu ni wapi.</translation>
    </message>
    <message>
        <source>The image is blurred: letters and whole lines may be missing or wrong. Take a sharper one if you can, or compare every line.</source>
        <translation>Picha ina ukungu: herufi na mistari mizima inaweza kukosekana au kuwa na makosa. Piga nyingine iliyo wazi zaidi ukiweza, au linganisha kila mstari.</translation>
    </message>
    <message>
        <source>The image is dark: some of the text may have been overlooked.</source>
        <translation>Picha ni ya giza: huenda sehemu ya maandishi haikuonekana.</translation>
    </message>
    <message>
        <source>Light is reflected from the page: what lies under it cannot be read.</source>
        <translation>Mwanga unaakisiwa na ukurasa: kilicho chini yake hakisomeki.</translation>
    </message>
    <message>
        <source>One place on this page looks like text but could not be read.</source>
        <translation>Sehemu moja ya ukurasa huu inaonekana kuwa maandishi lakini haikuweza kusomwa.</translation>
    </message>
    <message>
        <source>%1 places on this page look like text but could not be read.</source>
        <translation>Sehemu %1 za ukurasa huu zinaonekana kuwa maandishi lakini hazikuweza kusomwa.</translation>
    </message>
    <message>
        <source>This is an animation; only its first picture is read.</source>
        <translation>Hii ni picha inayosogea; picha yake ya kwanza tu ndiyo inayosomwa.</translation>
    </message>
    <message>
        <source>Page %1 is damaged, and pages after it cannot be reached.</source>
        <translation>Ukurasa wa %1 umeharibika, na kurasa zinazoufuata hazifikiki.</translation>
    </message>
    <message>
        <source>Part of the additional data in this file is damaged; the image itself was read.</source>
        <translation>Sehemu ya data za ziada za faili hii imeharibika; picha yenyewe imesomwa.</translation>
    </message>
    <message>
        <source>The name ends in %1, but the content is a %2; it was read as that.</source>
        <translation>Jina linaishia na %1, lakini yaliyomo ni: %2; yamesomwa hivyo.</translation>
    </message>
    <message>
        <source>The end of this PDF is missing; pages or parts of pages may have been lost.</source>
        <translation>Mwisho wa PDF hii haupo; huenda kurasa au sehemu za kurasa zimepotea.</translation>
    </message>
    <message>
        <source>This PDF is a dynamic (XFA) form; what is filled in may not be visible. Print it to a new PDF to be sure.</source>
        <translation>PDF hii ni fomu badilifu (XFA); yaliyojazwa huenda yasionekane. Ichapishe katika PDF mpya ili kuwa na hakika.</translation>
    </message>
    <message>
        <source>The text that this PDF page carries was not taken, because %1; the page was read from its image.</source>
        <translation>Maandishi yaliyo katika ukurasa huu wa PDF hayakuchukuliwa, kwa sababu %1; ukurasa umesomwa kutoka kwenye picha yake.</translation>
    </message>
    <message>
        <source>This PDF carries %1 attached file(s), which are not read.</source>
        <translation>PDF hii ina faili zilizoambatishwa (%1), ambazo hazisomwi.</translation>
    </message>
    <message>
        <source>This page is very large (%1 × %2 inches); it was read at %3 instead of %4 dpi, so small text may be lost.</source>
        <translation>Ukurasa huu ni mkubwa sana (inchi %1 × %2); umesomwa kwa dpi %3 badala ya %4, kwa hiyo maandishi madogo huenda yamepotea.</translation>
    </message>
    <message>
        <source>an image covers much of the page and may hold other text</source>
        <translation>picha inafunika sehemu kubwa ya ukurasa na huenda ina maandishi mengine</translation>
    </message>
    <message>
        <source>fields are filled in or notes were added, which it does not hold</source>
        <translation>kuna nafasi zilizojazwa au maelezo yaliyoongezwa, ambayo hayamo ndani yake</translation>
    </message>
    <message>
        <source>part of it is invisible, as an earlier OCR leaves it</source>
        <translation>sehemu yake haionekani, kama inavyoachwa na usomaji wa kompyuta wa awali</translation>
    </message>
    <message>
        <source>its letters seem to have no known meaning</source>
        <translation>herufi zake hazionekani kuwa na maana inayojulikana</translation>
    </message>
    <message>
        <source>some of its letters have no known meaning</source>
        <translation>baadhi ya herufi zake hazina maana inayojulikana</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Ukurasa %1 kati ya %2</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Problem</source>
        <translation>Tatizo</translation>
    </message>
    <message>
        <source>What is wrong with %1?</source>
        <translation>Kuna tatizo gani na %1?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Sababu</translation>
    </message>
    <message>
        <source>Say it in your own words, or choose</source>
        <translation>Sema kwa maneno yako, au chagua</translation>
    </message>
    <message>
        <source>The picture is too blurred or too dark</source>
        <translation>Picha ina ukungu au giza mno</translation>
    </message>
    <message>
        <source>A page or a part is missing</source>
        <translation>Ukurasa au sehemu haipo</translation>
    </message>
    <message>
        <source>It is the wrong document</source>
        <translation>Hii si hati sahihi</translation>
    </message>
    <message>
        <source>Somebody who knows must look at it</source>
        <translation>Lazima anayejua aiangalie</translation>
    </message>
    <message>
        <source>Mark as a problem</source>
        <translation>Weka alama ya tatizo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
</context>
<context>
    <name>ProposalNote</name>
    <message>
        <source>Keep what stands</source>
        <translation>Acha kilichopo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Chukua hii</translation>
    </message>
    <message>
        <source>This place is being read again…</source>
        <translation>Mahali hapa panasomwa tena…</translation>
    </message>
    <message>
        <source>It reads the same again: %1</source>
        <translation>Inasomeka vilevile tena: %1</translation>
    </message>
    <message>
        <source>Now it reads: %1</source>
        <translation>Sasa inasomeka: %1</translation>
    </message>
    <message>
        <source>No text was found in this place.</source>
        <translation>Hakuna maandishi yaliyopatikana mahali hapa.</translation>
    </message>
    <message>
        <source>It could not be read again.</source>
        <translation>Haikuweza kusomwa tena.</translation>
    </message>
</context>
<context>
    <name>StripEditor</name>
    <message>
        <source>Text of the line, on the page</source>
        <translation>Maandishi ya mstari, kwenye ukurasa</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>Andika kilichoandikwa hapa</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>Mengine ya kufanya na mstari huu</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>The line was deleted.</source>
        <translation>Mstari umefutwa.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Tengua</translation>
    </message>
    <message>
        <source>The line reads as it did before.</source>
        <translation>Mstari uko kama ulivyokuwa.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>Mstari %Ln umenakiliwa.</numerusform>
            <numerusform>Mistari %Ln imenakiliwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line without text is nothing. Delete it if nothing stands there.</source>
        <translation>Mstari bila maandishi si kitu. Ufute kama hakuna kilichoandikwa.</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Futa mstari</translation>
    </message>
    <message>
        <source>The page was read anew while you typed. See whether your text belongs to this line, and save it once more.</source>
        <translation>Ukurasa umesomwa upya ulipokuwa unaandika. Angalia kama maandishi yako ni ya mstari huu, uyahifadhi tena.</translation>
    </message>
    <message>
        <source>There is nothing to undo on this page.</source>
        <translation>Hakuna cha kutengua kwenye ukurasa huu.</translation>
    </message>
    <message>
        <source>There is nothing to do again on this page.</source>
        <translation>Hakuna cha kufanya tena kwenye ukurasa huu.</translation>
    </message>
    <message>
        <source>No line follows with which this one could be joined.</source>
        <translation>Hakuna mstari unaofuata wa kuunganisha na huu.</translation>
    </message>
    <message>
        <source>Your change was dropped.</source>
        <translation>Badiliko lako limeachwa.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Lirudishe</translation>
    </message>
    <message>
        <source>No other doubtful line is left in this document.</source>
        <translation>Hakuna mstari mwingine wenye shaka kwenye hati hii.</translation>
    </message>
    <message>
        <source>Draw a box around the text on the page. Esc leaves it.</source>
        <translation>Chora kisanduku kuzunguka maandishi kwenye ukurasa. Esc huacha.</translation>
    </message>
    <message>
        <source>Turned left. The page is being read again.</source>
        <translation>Umegeuzwa kushoto. Ukurasa unasomwa tena.</translation>
    </message>
    <message>
        <source>Turned right. The page is being read again.</source>
        <translation>Umegeuzwa kulia. Ukurasa unasomwa tena.</translation>
    </message>
    <message>
        <source>Straightened. The page is being read again.</source>
        <translation>Umenyooshwa. Ukurasa unasomwa tena.</translation>
    </message>
    <message>
        <source>The page is as it was before, and is being read again.</source>
        <translation>Ukurasa uko kama ulivyokuwa, na unasomwa tena.</translation>
    </message>
    <message>
        <source>What the page shows was changed.</source>
        <translation>Kinachoonekana kwenye ukurasa kimebadilishwa.</translation>
    </message>
    <message>
        <source>The page is read again. What you corrected is kept.</source>
        <translation>Ukurasa unasomwa tena. Ulichosahihisha kinabaki.</translation>
    </message>
    <message>
        <source>%1 could not be changed: somebody else has changed it, or it lies in the trash.</source>
        <translation>%1 haikuweza kubadilishwa: mtu mwingine ameibadilisha, au iko kwenye taka.</translation>
    </message>
    <message>
        <source>%1 is approved.</source>
        <translation>%1 imeidhinishwa.</translation>
    </message>
    <message>
        <source>%1 is marked as a problem.</source>
        <translation>%1 imewekwa alama ya tatizo.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 iko kama ilivyokuwa.</translation>
    </message>
    <message>
        <source>Not every page is read yet. Wait for the pages, or mark the document as a problem.</source>
        <translation>Si kurasa zote zimesomwa. Subiri kurasa, au weka hati alama ya tatizo.</translation>
    </message>
    <message>
        <source>This page is being read again. Wait until it is there, then approve.</source>
        <translation>Ukurasa huu unasomwa tena. Subiri uwepo, kisha uidhinishe.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not looked at. Press Approve once more to approve all the same.</source>
        <translation>
            <numerusform>Mstari %Ln wenye shaka haujaangaliwa. Bonyeza Idhinisha tena ili kuidhinisha hata hivyo.</numerusform>
            <numerusform>Mistari %Ln yenye shaka haijaangaliwa. Bonyeza Idhinisha tena ili kuidhinisha hata hivyo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Ionyeshe</translation>
    </message>
    <message>
        <source>This is the only document to check.</source>
        <translation>Hii ndiyo hati pekee ya kukagua.</translation>
    </message>
    <message>
        <source>Undone: %1 → %2</source>
        <translation>Imetenguliwa: %1 → %2</translation>
    </message>
    <message>
        <source>Done again: %1 → %2</source>
        <translation>Imefanywa tena: %1 → %2</translation>
    </message>
    <message>
        <source>Undone: %1 was right</source>
        <translation>Imetenguliwa: %1 ilikuwa sahihi</translation>
    </message>
    <message>
        <source>Done again: %1 is right</source>
        <translation>Imefanywa tena: %1 ni sahihi</translation>
    </message>
    <message>
        <source>Undone: the line %2 was added</source>
        <translation>Imetenguliwa: kuongezwa kwa mstari %2</translation>
    </message>
    <message>
        <source>Done again: the line %2 is added</source>
        <translation>Imefanywa tena: kuongezwa kwa mstari %2</translation>
    </message>
    <message>
        <source>Undone: the line %1 was deleted</source>
        <translation>Imetenguliwa: kufutwa kwa mstari %1</translation>
    </message>
    <message>
        <source>Done again: the line %1 is deleted</source>
        <translation>Imefanywa tena: kufutwa kwa mstari %1</translation>
    </message>
    <message>
        <source>Undone: the line was split</source>
        <translation>Imetenguliwa: kugawanywa kwa mstari</translation>
    </message>
    <message>
        <source>Done again: the line is split</source>
        <translation>Imefanywa tena: kugawanywa kwa mstari</translation>
    </message>
    <message>
        <source>Undone: the lines were joined</source>
        <translation>Imetenguliwa: kuunganishwa kwa mistari</translation>
    </message>
    <message>
        <source>Done again: the lines are joined</source>
        <translation>Imefanywa tena: kuunganishwa kwa mistari</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>You were typing in %1, page %2.</source>
        <translation>Ulikuwa unaandika kwenye %1, ukurasa %2.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Endelea</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>This page waits to be read</source>
        <translation>Ukurasa huu unasubiri kusomwa</translation>
    </message>
    <message>
        <source>It appears here as soon as it is read.</source>
        <translation>Utaonekana hapa mara utakaposomwa.</translation>
    </message>
    <message>
        <source>This page is being read</source>
        <translation>Ukurasa huu unasomwa</translation>
    </message>
    <message>
        <source>Its reading was cancelled.</source>
        <translation>Usomaji wake ulighairiwa.</translation>
    </message>
    <message>
        <source>This page is not read</source>
        <translation>Ukurasa huu haujasomwa</translation>
    </message>
    <message>
        <source>Nothing is left to check</source>
        <translation>Hakuna kilichobaki kukagua</translation>
    </message>
    <message>
        <source>Every document that is read has been looked at.</source>
        <translation>Kila hati iliyosomwa imeangaliwa.</translation>
    </message>
    <message>
        <source>To the documents</source>
        <translation>Kwenye hati</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>As it is set</source>
        <translation>Kama ilivyowekwa</translation>
    </message>
    <message>
        <source>As Arabic</source>
        <translation>Kama Kiarabu</translation>
    </message>
    <message>
        <source>As English, French, Spanish or Swahili</source>
        <translation>Kama Kiingereza, Kifaransa, Kihispania au Kiswahili</translation>
    </message>
    <message>
        <source>With PP-OCR</source>
        <translation>Kwa PP-OCR</translation>
    </message>
    <message>
        <source>With Tesseract</source>
        <translation>Kwa Tesseract</translation>
    </message>
    <message>
        <source>With EasyOCR</source>
        <translation>Kwa EasyOCR</translation>
    </message>
</context>
</TS>
