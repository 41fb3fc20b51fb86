<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What changed</source>
        <translation>Kilichobadilika</translation>
    </message>
    <message>
        <source>This goes to headquarters with the next sending.</source>
        <translation>Haya yataenda makao makuu katika kutuma kunakofuata.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nini</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Hati</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Kabla</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sasa</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier change(s)</source>
        <translation>
            <numerusform>na badiliko %Ln la awali</numerusform>
            <numerusform>na mabadiliko %Ln ya awali</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close Sanduku</source>
        <translation>Funga Sanduku</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>Simamisha na ufunge</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Subiri</translation>
    </message>
    <message>
        <source>The stick is not written to the end.</source>
        <translation>Kidole cha USB hakijaandikwa hadi mwisho.</translation>
    </message>
    <message>
        <source>If you close now, what is written is taken off it again. Nothing is lost.</source>
        <translation>Ukifunga sasa, kilichoandikwa kitaondolewa. Hakuna kinachopotea.</translation>
    </message>
    <message>
        <source>The answer on the stick is not taken to the end.</source>
        <translation>Jibu kwenye kidole cha USB halijachukuliwa hadi mwisho.</translation>
    </message>
    <message>
        <source>Nothing is lost: take it again the next time.</source>
        <translation>Hakuna kinachopotea: lichukue tena wakati ujao.</translation>
    </message>
    <message>
        <source>A model from headquarters is not here to the end.</source>
        <translation>Modeli kutoka makao makuu haijafika yote.</translation>
    </message>
    <message>
        <source>What has come is kept; it goes on from there the next time.</source>
        <translation>Kilichofika kinabaki; itaendelea kutoka hapo wakati ujao.</translation>
    </message>
    <message>
        <source>Sending is not finished.</source>
        <translation>Kutuma hakujakamilika.</translation>
    </message>
    <message>
        <source>What has arrived at headquarters counts; the rest goes the next time.</source>
        <translation>Kilichofika makao makuu kinahesabiwa; kilichobaki kitaenda wakati ujao.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>hati %Ln</numerusform>
            <numerusform>hati %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>badiliko %Ln</numerusform>
            <numerusform>mabadiliko %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>faili %Ln</numerusform>
            <numerusform>faili %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to send %Ln</source>
        <translation>
            <numerusform>%Ln ya kutuma</numerusform>
            <numerusform>%Ln za kutuma</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Vyote vimetumwa</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Tayari kutumwa</translation>
    </message>
</context>
<context>
    <name>FreedPage</name>
    <message>
        <source>Freed space</source>
        <translation>Nafasi iliyoachwa</translation>
    </message>
    <message>
        <source>Page images and originals of approved documents may leave this computer once headquarters has signed to have them, and its backup too. Text and small images always stay.</source>
        <translation>Picha za kurasa na nakala halisi za hati zilizoidhinishwa zinaweza kuondoka kwenye kompyuta hii makao makuu yakishatia sahihi kuwa yanazo, na hifadhi yao pia. Maandishi na picha ndogo hubaki daima.</translation>
    </message>
    <message>
        <source>Free the space</source>
        <translation>Acha nafasi</translation>
    </message>
    <message>
        <source>%1 can be freed: the files of %2.</source>
        <translation>%1 inaweza kuachwa: faili za %2.</translation>
    </message>
    <message>
        <source>Nothing can be freed now.</source>
        <translation>Hakuna kinachoweza kuachwa sasa.</translation>
    </message>
    <message>
        <source>Page images and originals are not sent over the network, as the settings say; a stick can bring them there.</source>
        <translation>Picha za kurasa na asili hazitumwi kwa mtandao, kama mipangilio inavyosema; kidole cha USB kinaweza kuzipeleka.</translation>
    </message>
    <message>
        <source>%1, %2, left on %3</source>
        <translation>%1, %2, ziliondoka %3</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Rudisha</translation>
    </message>
    <message>
        <source>Fetch from headquarters</source>
        <translation>Leta kutoka makao makuu</translation>
    </message>
    <message numerus="yes">
        <source>%1 freed. The files can be brought back for %Ln day(s).</source>
        <translation>
            <numerusform>%1 imeachwa. Faili zinaweza kurudishwa kwa siku %Ln.</numerusform>
            <numerusform>%1 imeachwa. Faili zinaweza kurudishwa kwa siku %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Tendua</translation>
    </message>
    <message>
        <source>The files of %1 are here again.</source>
        <translation>Faili za %1 zipo hapa tena.</translation>
    </message>
</context>
<context>
    <name>FromHeadquartersPage</name>
    <message>
        <source>From headquarters</source>
        <translation>Kutoka makao makuu</translation>
    </message>
    <message>
        <source>Nothing waits for an answer from you.</source>
        <translation>Hakuna kinachosubiri jibu lako.</translation>
    </message>
    <message numerus="yes">
        <source>%1, page %Ln</source>
        <translation>
            <numerusform>%1, ukurasa %Ln</numerusform>
            <numerusform>%1, ukurasa %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions: %1</source>
        <translation>Matoleo mawili: %1</translation>
    </message>
    <message>
        <source>Changed there and here. For now the line reads as headquarters wants it.</source>
        <translation>Umebadilishwa kule na hapa. Kwa sasa mstari uko kama makao makuu yanavyotaka.</translation>
    </message>
    <message>
        <source>Headquarters corrected a line that is no longer there.</source>
        <translation>Makao makuu yalisahihisha mstari ambao haupo tena.</translation>
    </message>
    <message>
        <source>Headquarters corrected a page that was read anew here since.</source>
        <translation>Makao makuu yalisahihisha ukurasa ambao umesomwa upya hapa tangu hapo.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Kabla: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Keep headquarters'</source>
        <translation>Weka ya makao makuu</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Nimeona</translation>
    </message>
    <message>
        <source>Headquarters (%2): %1</source>
        <translation>Makao makuu (%2): %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Hapa: %1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Weka yangu</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Weka hii</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>Au andika kilicho sahihi</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>Imerudishwa: %1</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>Hakuna sababu iliyotolewa.</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Maoni: %1</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>“%1” (%2)</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Fungua hati</translation>
    </message>
    <message>
        <source>Settled. Headquarters hears of it with the next sending.</source>
        <translation>Imeamuliwa. Makao makuu yatajua katika kutuma kunakofuata.</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a team</source>
        <translation>Jiunge na timu</translation>
    </message>
    <message>
        <source>Headquarters gives you an invitation: a file, a text, or a QR code on paper. Choose the file or a photo of the code, drop it here, or paste the text.</source>
        <translation>Makao makuu hukupa mwaliko: faili, maandishi, au msimbo wa QR kwenye karatasi. Chagua faili au picha ya msimbo, idondoshe hapa, au bandika maandishi.</translation>
    </message>
    <message>
        <source>Choose a file or a photo…</source>
        <translation>Chagua faili au picha…</translation>
    </message>
    <message>
        <source>Paste the text of the invitation here</source>
        <translation>Bandika maandishi ya mwaliko hapa</translation>
    </message>
    <message>
        <source>Text of the invitation</source>
        <translation>Maandishi ya mwaliko</translation>
    </message>
    <message>
        <source>Compare this with what headquarters tells you, by phone or on paper. It must be the same:</source>
        <translation>Linganisha hii na unachoambiwa na makao makuu, kwa simu au kwenye karatasi. Lazima ziwe sawa:</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters</source>
        <translation>Alama ya makao makuu</translation>
    </message>
    <message>
        <source>All documents of this library go to that headquarters, those added before as well.</source>
        <translation>Hati zote za maktaba hii huenda kwa makao makuu hayo, pamoja na zilizoongezwa awali.</translation>
    </message>
    <message>
        <source>I compared it, and it is the same.</source>
        <translation>Nimelinganisha, na ni sawa.</translation>
    </message>
    <message>
        <source>Use no network now; headquarters hears of me later, or by a stick.</source>
        <translation>Usitumie mtandao sasa; makao makuu yatanijua baadaye, au kwa kidole cha USB.</translation>
    </message>
    <message>
        <source>Another invitation</source>
        <translation>Mwaliko mwingine</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Invitations (%1)</source>
        <translation>Mialiko (%1)</translation>
    </message>
    <message>
        <source>Team %1, at %2</source>
        <translation>Timu %1, kwenye %2</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>Subiri…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Jiunge</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Connections</source>
        <translation>Miunganisho</translation>
    </message>
    <message>
        <source>Every use of the network that Sanduku has made. There is no other.</source>
        <translation>Kila matumizi ya mtandao yaliyofanywa na Sanduku. Hakuna mengine.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lini</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Na nani</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Kwa nini</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Matokeo</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Kutuma</translation>
    </message>
    <message>
        <source>Joining the team</source>
        <translation>Kujiunga na timu</translation>
    </message>
    <message>
        <source>Fetching files</source>
        <translation>Kuleta faili</translation>
    </message>
    <message>
        <source>Looking whether the network is there</source>
        <translation>Kuangalia kama mtandao upo</translation>
    </message>
    <message>
        <source>Sanduku has not used the network. Every use of it will stand here.</source>
        <translation>Sanduku haijatumia mtandao. Kila matumizi yataonekana hapa.</translation>
    </message>
    <message>
        <source>%1, by itself</source>
        <translation>%1, yenyewe</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Imekamilika</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Inaendelea</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Imekatika</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Imesimamishwa</translation>
    </message>
</context>
<context>
    <name>OfferNotice</name>
    <message>
        <source>Show</source>
        <translation>Onyesha</translation>
    </message>
    <message>
        <source>Show what headquarters offers</source>
        <translation>Onyesha kinachotolewa na makao makuu</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Baadaye</translation>
    </message>
    <message>
        <source>Offered by headquarters</source>
        <translation>Imetolewa na makao makuu</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters asks to install %Ln model(s) soon: %1</source>
        <translation>
            <numerusform>Makao makuu yanaomba kusakinisha modeli %Ln mapema: %1</numerusform>
            <numerusform>Makao makuu yanaomba kusakinisha modeli %Ln mapema: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters offers %Ln model(s): %1</source>
        <translation>
            <numerusform>Makao makuu yanatoa modeli %Ln: %1</numerusform>
            <numerusform>Makao makuu yanatoa modeli %Ln: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendByStickDialog</name>
    <message>
        <source>Take the answer from a stick</source>
        <translation>Pokea jibu kutoka kidole cha USB</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote onto the stick. Its name begins with “sanduku”.</source>
        <translation>Chagua folda ambayo makao makuu yaliandika kwenye kidole cha USB. Jina lake linaanza na “sanduku”.</translation>
    </message>
    <message>
        <source>Write to a stick</source>
        <translation>Andika kwenye kidole cha USB</translation>
    </message>
    <message>
        <source>Everything that headquarters does not have yet is written, encrypted for it alone. Whoever finds the stick can read nothing.</source>
        <translation>Kila kitu ambacho makao makuu hayana bado huandikwa, kikiwa kimesimbwa kwa ajili yao tu. Atakayekiokota kidole cha USB hawezi kusoma chochote.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chagua folda…</translation>
    </message>
    <message>
        <source>Choose the stick…</source>
        <translation>Chagua kidole cha USB…</translation>
    </message>
    <message>
        <source>Page images and originals too (much larger)</source>
        <translation>Picha za kurasa na nakala halisi pia (kubwa zaidi sana)</translation>
    </message>
    <message>
        <source>From the very beginning, also what headquarters has confirmed</source>
        <translation>Kuanzia mwanzo kabisa, pamoja na ambayo makao makuu yamethibitisha</translation>
    </message>
    <message>
        <source>Another stick…</source>
        <translation>Kidole kingine cha USB…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Maendeleo</translation>
    </message>
    <message>
        <source>You stopped it; nothing is left on the stick.</source>
        <translation>Umesimamisha; hakuna kilichobaki kwenye kidole cha USB.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Hakuna kilichochaguliwa bado.</translation>
    </message>
    <message>
        <source>About %1 is written.</source>
        <translation>Takriban %1 itaandikwa.</translation>
    </message>
    <message>
        <source>Headquarters has everything: nothing waits to be written.</source>
        <translation>Makao makuu yana kila kitu: hakuna kinachosubiri kuandikwa.</translation>
    </message>
    <message>
        <source>Take the answer</source>
        <translation>Pokea jibu</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Andika</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Imekamilika</translation>
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
<context>
    <name>Sending</name>
    <message>
        <source>Text and corrections</source>
        <translation>Maandishi na masahihisho</translation>
    </message>
    <message>
        <source>Where the text stands</source>
        <translation>Mahali maandishi yalipo</translation>
    </message>
    <message>
        <source>Small images</source>
        <translation>Picha ndogo</translation>
    </message>
    <message>
        <source>Parts of pages that headquarters asked for</source>
        <translation>Sehemu za kurasa zilizoombwa na makao makuu</translation>
    </message>
    <message>
        <source>Page images and originals</source>
        <translation>Picha za kurasa na nakala halisi</translation>
    </message>
    <message>
        <source>Calling headquarters</source>
        <translation>Kuita makao makuu</translation>
    </message>
    <message>
        <source>Sending text and corrections</source>
        <translation>Kutuma maandishi na masahihisho</translation>
    </message>
    <message>
        <source>Taking what headquarters says</source>
        <translation>Kupokea yanayosemwa na makao makuu</translation>
    </message>
    <message>
        <source>Cutting parts of pages</source>
        <translation>Kukata sehemu za kurasa</translation>
    </message>
    <message>
        <source>Asking what headquarters needs</source>
        <translation>Kuuliza makao makuu yanachohitaji</translation>
    </message>
    <message>
        <source>Sending images</source>
        <translation>Kutuma picha</translation>
    </message>
    <message>
        <source>Waiting for the receipt</source>
        <translation>Kusubiri risiti</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Imekamilika</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>Hati imeongezwa</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Jina limebadilishwa</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Imewekwa kwenye taka</translation>
    </message>
    <message>
        <source>Taken out of the trash</source>
        <translation>Imetolewa kwenye taka</translation>
    </message>
    <message>
        <source>Removed for good</source>
        <translation>Imeondolewa kabisa</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>Lebo imeongezwa</translation>
    </message>
    <message>
        <source>Tag taken away</source>
        <translation>Lebo imeondolewa</translation>
    </message>
    <message>
        <source>Put into a case</source>
        <translation>Imewekwa kwenye kesi</translation>
    </message>
    <message>
        <source>Taken out of a case</source>
        <translation>Imetolewa kwenye kesi</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Imeidhinishwa</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>Imewekwa alama ya tatizo</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>Ya kukaguliwa tena</translation>
    </message>
    <message>
        <source>Page read</source>
        <translation>Ukurasa umesomwa</translation>
    </message>
    <message>
        <source>Page could not be read</source>
        <translation>Ukurasa haukuweza kusomwa</translation>
    </message>
    <message>
        <source>Text corrected</source>
        <translation>Maandishi yamesahihishwa</translation>
    </message>
    <message>
        <source>Line added</source>
        <translation>Mstari umeongezwa</translation>
    </message>
    <message>
        <source>Line deleted</source>
        <translation>Mstari umefutwa</translation>
    </message>
    <message>
        <source>Line split</source>
        <translation>Mstari umegawanywa</translation>
    </message>
    <message>
        <source>Lines joined</source>
        <translation>Mistari imeunganishwa</translation>
    </message>
    <message>
        <source>Case made</source>
        <translation>Kesi imetengenezwa</translation>
    </message>
    <message>
        <source>Case changed</source>
        <translation>Kesi imebadilishwa</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Swali limejibiwa</translation>
    </message>
    <message>
        <source>Other change</source>
        <translation>Badiliko lingine</translation>
    </message>
</context>
<context>
    <name>SendingPart</name>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>Mtandao umezimwa katika mipangilio.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Mipangilio</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Kutuma</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Nje ya mtandao</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln to send</source>
        <translation>
            <numerusform>Nje ya mtandao, %Ln ya kutuma</numerusform>
            <numerusform>Nje ya mtandao, %Ln za kutuma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent, %Ln waiting</source>
        <translation>
            <numerusform>Haijatumwa, %Ln inasubiri</numerusform>
            <numerusform>Hazijatumwa, %Ln zinasubiri</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Ilitumwa mwisho: %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Hakuna kilichotumwa bado.</translation>
    </message>
    <message>
        <source>This library belongs to the team %1 now.</source>
        <translation>Maktaba hii sasa ni ya timu %1.</translation>
    </message>
    <message>
        <source>The team %1 is known here. Headquarters hears of this computer with the first sending.</source>
        <translation>Timu %1 inajulikana hapa. Makao makuu yataijua kompyuta hii katika kutuma kwa kwanza.</translation>
    </message>
    <message numerus="yes">
        <source>Sent. %Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Imetumwa. Ujumbe %Ln umetoka makao makuu.</numerusform>
            <numerusform>Imetumwa. Jumbe %Ln zimetoka makao makuu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Onyesha</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Vyote vimetumwa.</translation>
    </message>
    <message>
        <source>Installed because headquarters calls it urgent: %1</source>
        <translation>Imesakinishwa kwa kuwa makao makuu yanaiita ya dharura: %1</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has changed %Ln setting(s) of the reading.</source>
        <translation>
            <numerusform>Makao makuu yamebadilisha mpangilio %Ln wa kusoma.</numerusform>
            <numerusform>Makao makuu yamebadilisha mipangilio %Ln ya kusoma.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending goes on: it was stopped when the library was locked.</source>
        <translation>Kutuma kunaendelea: kulisimamishwa maktaba ilipofungwa.</translation>
    </message>
    <message>
        <source>The stick was not written, as the library was locked. Nothing is left on it.</source>
        <translation>Kidole cha USB hakikuandikwa kwa kuwa maktaba ilifungwa. Hakuna kilichobaki juu yake.</translation>
    </message>
    <message>
        <source>It was stopped when the library was locked. What came is kept.</source>
        <translation>Ilisimamishwa maktaba ilipofungwa. Kilichofika kinabaki.</translation>
    </message>
    <message>
        <source>Stopped. What has arrived at headquarters counts.</source>
        <translation>Imesimamishwa. Kilichofika makao makuu kinahesabika.</translation>
    </message>
</context>
<context>
    <name>SendingView</name>
    <message>
        <source>Ready to send</source>
        <translation>Tayari kutumwa</translation>
    </message>
    <message>
        <source>This library belongs to no team</source>
        <translation>Maktaba hii si ya timu yoyote</translation>
    </message>
    <message>
        <source>Join a team with the invitation of its headquarters, and your work can be sent there: over any network, or by a stick. Nothing leaves this computer before that.</source>
        <translation>Jiunge na timu kwa mwaliko wa makao makuu yake, na kazi yako inaweza kutumwa huko: kwa mtandao wowote, au kwa kidole cha USB. Hakuna kinachoondoka kwenye kompyuta hii kabla ya hapo.</translation>
    </message>
    <message>
        <source>Join a team…</source>
        <translation>Jiunge na timu…</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Ondoka kwenye timu</translation>
    </message>
    <message>
        <source>Leave the team %1?</source>
        <translation>Uondoke kwenye timu %1?</translation>
    </message>
    <message>
        <source>Nothing is sent any more, and nothing is lost. To come back needs a new invitation.</source>
        <translation>Hakuna kinachotumwa tena, na hakuna kinachopotea. Kurudi kunahitaji mwaliko mpya.</translation>
    </message>
    <message numerus="yes">
        <source>The originals of %Ln document(s) are at headquarters alone. Fetch them first, under “Freed space”: afterwards they cannot be fetched.</source>
        <translation>
            <numerusform>Nakala halisi za hati %Ln ziko makao makuu tu. Zilete kwanza, chini ya “Nafasi iliyoachwa”: baadaye haziwezi kuletwa.</numerusform>
            <numerusform>Nakala halisi za hati %Ln ziko makao makuu tu. Zilete kwanza, chini ya “Nafasi iliyoachwa”: baadaye haziwezi kuletwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Ondoka</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Baki</translation>
    </message>
    <message>
        <source>This library belongs to no team now.</source>
        <translation>Maktaba hii sasa si ya timu yoyote.</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>Written: %1 and %2, %3, in the folder %4.</source>
        <translation>Imeandikwa: %1 na %2, %3, katika folda %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged or gone here and were left out.</source>
        <translation>
            <numerusform>Faili %Ln imeharibika au haipo hapa, na imeachwa.</numerusform>
            <numerusform>Faili %Ln zimeharibika au hazipo hapa, na zimeachwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Eject the stick before you pull it out. Nothing counts as sent until the answer of headquarters comes back.</source>
        <translation>Ondoa kidole cha USB kwa usalama kabla ya kukichomoa. Hakuna kinachohesabiwa kuwa kimetumwa hadi jibu la makao makuu lirudi.</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has signed to have %Ln change(s).</source>
        <translation>
            <numerusform>Makao makuu yametia sahihi kuwa yana badiliko %Ln.</numerusform>
            <numerusform>Makao makuu yametia sahihi kuwa yana mabadiliko %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Ujumbe %Ln umetoka makao makuu.</numerusform>
            <numerusform>Jumbe %Ln zimetoka makao makuu.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one: write a stick once more for headquarters.</source>
        <translation>Maktaba hii ni nakala ya nyingine: andika tena kidole cha USB kwa makao makuu.</translation>
    </message>
</context>
<context>
    <name>ToSendPage</name>
    <message>
        <source>To send</source>
        <translation>Ya kutuma</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Kinachosubiri</translation>
    </message>
    <message>
        <source>What headquarters has</source>
        <translation>Makao makuu yana nini</translation>
    </message>
    <message>
        <source>By a USB stick</source>
        <translation>Kwa kidole cha USB</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Timu</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Tuma sasa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>Kilichobadilika…</translation>
    </message>
    <message>
        <source>Write to a stick…</source>
        <translation>Andika kwenye kidole cha USB…</translation>
    </message>
    <message>
        <source>Take the answer…</source>
        <translation>Pokea jibu…</translation>
    </message>
    <message>
        <source>What is sent, and when…</source>
        <translation>Kinachotumwa, na lini…</translation>
    </message>
    <message>
        <source>Leave the team…</source>
        <translation>Ondoka kwenye timu…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Maendeleo</translation>
    </message>
    <message>
        <source>Encrypted for headquarters alone. Bring the stick there, and take the answer from it when it comes back. What also goes over the network is counted once.</source>
        <translation>Imesimbwa kwa ajili ya makao makuu tu. Peleka kidole cha USB huko, na upokee jibu kikirudi. Kinachotumwa pia kwa mtandao huhesabiwa mara moja.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Vyote vimetumwa.</translation>
    </message>
    <message>
        <source>%1 wait to be sent</source>
        <translation>%1 zinasubiri kutumwa</translation>
    </message>
    <message>
        <source>Something waits to be sent</source>
        <translation>Kuna kinachosubiri kutumwa</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick can be used.</source>
        <translation>Mtandao umezimwa katika mipangilio. Kidole cha USB kinaweza kutumika.</translation>
    </message>
    <message>
        <source>%1; how long it takes shows when it is sent for the first time.</source>
        <translation>%1; muda wake utaonekana ikitumwa mara ya kwanza.</translation>
    </message>
    <message>
        <source>%1; %2 at the speed of last time.</source>
        <translation>%1; %2 kwa kasi ya mara iliyopita.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Inasimamishwa…</translation>
    </message>
    <message numerus="yes">
        <source>The connection is broken; trying again in %Ln second(s)</source>
        <translation>
            <numerusform>Muunganisho umekatika; itajaribu tena baada ya sekunde %Ln</numerusform>
            <numerusform>Muunganisho umekatika; itajaribu tena baada ya sekunde %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 kati ya %2</translation>
    </message>
    <message>
        <source>Nothing is lost; the next time goes on from here.</source>
        <translation>Hakuna kilichopotea; mara ijayo itaendelea kutoka hapa.</translation>
    </message>
    <message>
        <source>Sent: %1 and %2.</source>
        <translation>Imetumwa: %1 na %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Ujumbe %Ln umetoka makao makuu.</numerusform>
            <numerusform>Jumbe %Ln zimetoka makao makuu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be sent: they are damaged or gone. “Check now” in the settings names them.</source>
        <translation>
            <numerusform>Faili %Ln haikuweza kutumwa: imeharibika au haipo. Ukaguzi katika mipangilio huitaja.</numerusform>
            <numerusform>Faili %Ln hazikuweza kutumwa: zimeharibika au hazipo. Ukaguzi katika mipangilio huzitaja.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters did not take %Ln file(s).</source>
        <translation>
            <numerusform>Makao makuu hayakupokea faili %Ln.</numerusform>
            <numerusform>Makao makuu hayakupokea faili %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one; it goes on as a laptop of its own.</source>
        <translation>Maktaba hii ni nakala ya nyingine; inaendelea kama kompyuta yake yenyewe.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>na %Ln zaidi</numerusform>
            <numerusform>na %Ln zaidi</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Ilitumwa mwisho: %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Hakuna kilichotumwa bado.</translation>
    </message>
    <message>
        <source>Signed by headquarters: %1.</source>
        <translation>Imetiwa sahihi na makao makuu: %1.</translation>
    </message>
    <message numerus="yes">
        <source>It does not have %Ln change(s) yet.</source>
        <translation>
            <numerusform>Bado hayana badiliko %Ln.</numerusform>
            <numerusform>Bado hayana mabadiliko %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has every change of this library.</source>
        <translation>Yana kila badiliko la maktaba hii.</translation>
    </message>
    <message numerus="yes">
        <source>Its backup lacks %Ln of them so far.</source>
        <translation>
            <numerusform>Hifadhi yao bado haina %Ln kati yake.</numerusform>
            <numerusform>Hifadhi yao bado haina %Ln kati yake.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its backup has them too.</source>
        <translation>Hifadhi yao pia inayo.</translation>
    </message>
    <message>
        <source>Data used today: %1 of %2</source>
        <translation>Data iliyotumika leo: %1 kati ya %2</translation>
    </message>
    <message>
        <source>Data used today: %1</source>
        <translation>Data iliyotumika leo: %1</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters: %1</source>
        <translation>Alama ya makao makuu: %1</translation>
    </message>
    <message>
        <source>Headquarters has not heard of this computer yet; it does with the first sending.</source>
        <translation>Makao makuu bado hayaijui kompyuta hii; yataijua katika kutuma kwa kwanza.</translation>
    </message>
</context>
</TS>
