<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Uchunguzi</translation>
    </message>
    <message>
        <source>This is all that would be saved: versions, figures and kinds of errors. There is no text of a document in it, no name of a file, a person or a team.</source>
        <translation>Haya ndiyo yote yatakayohifadhiwa: matoleo, takwimu na aina za makosa. Hamna maandishi ya hati, wala jina la faili, mtu au timu.</translation>
    </message>
    <message>
        <source>All that would be saved</source>
        <translation>Yote yatakayohifadhiwa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Hifadhi…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Imehifadhiwa kama %1.</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>Ihifadhiwe wapi?</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>The update to version %1 did not come up here, and is not used. Your work is safe.</source>
        <translation>Sasisho la toleo %1 halikufanya kazi hapa, na halitumiki. Kazi yako iko salama.</translation>
    </message>
    <message>
        <source>The update that was installed is damaged, and is not used. Install it again from its file.</source>
        <translation>Sasisho lililosakinishwa limeharibika, na halitumiki. Lisakinishe tena kutoka kwenye faili lake.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Programu hii</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Sasisho</translation>
    </message>
    <message>
        <source>A newer version comes as a file on a stick. You see what it is before anything happens.</source>
        <translation>Toleo jipya huja kama faili kwenye kijiti. Unaona ni nini kabla ya lolote kutokea.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Uchunguzi</translation>
    </message>
    <message>
        <source>Figures and kinds of errors for whoever mends Sanduku. No text, no names. You see all of it before it is saved.</source>
        <translation>Takwimu na aina za makosa kwa anayerekebisha Sanduku. Hakuna maandishi wala majina. Unaona yote kabla ya kuhifadhi.</translation>
    </message>
    <message>
        <source>Look on the stick</source>
        <translation>Tafuta kwenye kijiti</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chagua faili…</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Rudi…</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>Litumie tena</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Anzisha upya sasa</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Onyesha…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Rudi</translation>
    </message>
    <message>
        <source>Use the version before again?</source>
        <translation>Tumia tena toleo la awali?</translation>
    </message>
    <message>
        <source>Nothing is lost: where the version before could not read your work, it is not done.</source>
        <translation>Hakuna kinachopotea: ikiwa toleo la awali haliwezi kusoma kazi yako, haifanyiki.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Baki</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Inatafuta…</translation>
    </message>
    <message>
        <source>From the next start on, the version of the package is used.</source>
        <translation>Kuanzia uanzishaji ujao, toleo la kifurushi linatumika.</translation>
    </message>
    <message>
        <source>From the next start on, version %1 is used.</source>
        <translation>Kuanzia uanzishaji ujao, toleo %1 linatumika.</translation>
    </message>
    <message>
        <source>Which update?</source>
        <translation>Sasisho lipi?</translation>
    </message>
    <message>
        <source>It runs from its source: renew that as you got it, and set it up again.</source>
        <translation>Inaendeshwa kutoka msimbo wake: ufanye upya kama ulivyoupata, kisha uuandae tena.</translation>
    </message>
    <message>
        <source>Version %1 is ready, and is used from the next start on.</source>
        <translation>Toleo %1 liko tayari, na linatumika kuanzia uanzishaji ujao.</translation>
    </message>
    <message>
        <source>Installed as an update, signed by %1.</source>
        <translation>Limesakinishwa kama sasisho, limetiwa sahihi na %1.</translation>
    </message>
    <message>
        <source>Installed as an update.</source>
        <translation>Limesakinishwa kama sasisho.</translation>
    </message>
    <message>
        <source>Installed from a package.</source>
        <translation>Limesakinishwa kutoka kifurushi.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Toleo %1</translation>
    </message>
    <message>
        <source>The version of the package is kept, to go back to.</source>
        <translation>Toleo la kifurushi limehifadhiwa, la kurudia.</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Toleo la awali</translation>
    </message>
    <message>
        <source>Version %1 was given up</source>
        <translation>Toleo %1 liliachwa</translation>
    </message>
    <message>
        <source>It is still on this computer. Use it again if your library does not open now, or if its starts failed for another reason, such as power cuts.</source>
        <translation>Bado liko kwenye kompyuta hii. Litumie tena ikiwa maktaba yako haifunguki sasa, au ikiwa halikuanza kwa sababu nyingine, kama umeme kukatika.</translation>
    </message>
    <message>
        <source>Version %1 is kept, to go back to.</source>
        <translation>Toleo %1 limehifadhiwa, la kurudia.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Update</source>
        <translation>Sasisho</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>Hakuna kilichoandikwa.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Mapya</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Leseni</translation>
    </message>
    <message>
        <source>I install it although its signature should have been renewed</source>
        <translation>Ninalisakinisha ingawa sahihi yake ilipaswa kufanywa upya</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Limefika wapi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Sakinisha</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Inakagua faili…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Inasimamisha…</translation>
    </message>
    <message>
        <source>Version %1 is ready. It is used from the next start on.</source>
        <translation>Toleo %1 liko tayari. Linatumika kuanzia uanzishaji ujao.</translation>
    </message>
    <message>
        <source>Your work was backed up to %1.</source>
        <translation>Kazi yako imehifadhiwa nakala katika %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were damaged in your library already, and are so in the backup.</source>
        <translation>
            <numerusform>Faili %Ln lilikuwa limeharibika tayari katika maktaba yako, na liko hivyo katika nakala.</numerusform>
            <numerusform>Mafaili %Ln yalikuwa yameharibika tayari katika maktaba yako, na yako hivyo katika nakala.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Anzisha upya sasa</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Baadaye</translation>
    </message>
    <message>
        <source>The version that you have stays as it is.</source>
        <translation>Toleo ulilo nalo linabaki kama lilivyo.</translation>
    </message>
    <message>
        <source>Unpacking…</source>
        <translation>Inafungua…</translation>
    </message>
    <message>
        <source>The new version tests itself. This can take some minutes…</source>
        <translation>Toleo jipya linajijaribu. Hii inaweza kuchukua dakika chache…</translation>
    </message>
    <message>
        <source>Backing up your work…</source>
        <translation>Inahifadhi nakala ya kazi yako…</translation>
    </message>
    <message>
        <source>Trying the new version on a copy of your work…</source>
        <translation>Inajaribu toleo jipya kwenye nakala ya kazi yako…</translation>
    </message>
    <message>
        <source>It needs %1; %2 are free on the disk.</source>
        <translation>Inahitaji %1; %2 ziko wazi kwenye diski.</translation>
    </message>
    <message>
        <source>You have version %1. This update is signed by %2.</source>
        <translation>Una toleo %1. Sasisho hili limetiwa sahihi na %2.</translation>
    </message>
    <message>
        <source>First the new version tests itself on this computer. Then your work is backed up, and the new version tries itself on a copy. Whatever goes wrong, the version that you have stays as it is, and you can go back later.</source>
        <translation>Kwanza toleo jipya linajijaribu kwenye kompyuta hii. Kisha kazi yako inahifadhiwa nakala, na toleo jipya linajijaribu kwenye nakala. Lolote likitokea, toleo ulilo nalo linabaki kama lilivyo, na unaweza kurudi baadaye.</translation>
    </message>
    <message>
        <source>Sanduku %1</source>
        <translation>Sanduku %1</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong.</source>
        <translation>Saa ya kompyuta hii inaonyesha %today, na awali ilionyesha %before: moja kati ya hizi mbili si sahihi.</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong. If the later date was right, the signature should have been renewed.</source>
        <translation>Saa ya kompyuta hii inaonyesha %today, na awali ilionyesha %before: moja kati ya hizi mbili si sahihi. Ikiwa tarehe ya baadaye ilikuwa sahihi, sahihi ilipaswa kuwa imefanywa upya.</translation>
    </message>
    <message>
        <source>%signer should have renewed the signature by %expires. The update is the one that was signed, but a newer one may exist. Or the clock is wrong: it says %today.</source>
        <translation>%signer alipaswa kufanya sahihi upya kabla ya %expires. Sasisho ni lile lililotiwa sahihi, lakini huenda kuna jipya zaidi. Au saa si sahihi: inaonyesha %today.</translation>
    </message>
    <message>
        <source>The version in use was signed by %before, and this one by %signer.</source>
        <translation>Toleo linalotumika lilitiwa sahihi na %before, na hili na %signer.</translation>
    </message>
    <message>
        <source>This version was installed here before, and was given up.</source>
        <translation>Toleo hili lilisakinishwa hapa awali, kisha likaachwa.</translation>
    </message>
    <message>
        <source>To know, in English: %text</source>
        <translation>Kwa taarifa, kwa Kiingereza: %text</translation>
    </message>
</context>
<context>
    <name>WayOutPage</name>
    <message>
        <source>This version cannot open your library</source>
        <translation>Toleo hili haliwezi kufungua maktaba yako</translation>
    </message>
    <message>
        <source>Nothing is lost: your library is as it was.</source>
        <translation>Hakuna kilichopotea: maktaba yako iko kama ilivyokuwa.</translation>
    </message>
    <message>
        <source>Version %1 is still on this computer, and can open it.</source>
        <translation>Toleo %1 bado liko kwenye kompyuta hii, na linaweza kuifungua.</translation>
    </message>
    <message>
        <source>The version before opens it.</source>
        <translation>Toleo la awali linaifungua.</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>Tumia tena toleo %1</translation>
    </message>
    <message>
        <source>Use the version before</source>
        <translation>Tumia toleo la awali</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
</context>
</TS>
