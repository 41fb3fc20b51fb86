<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Advanced</source>
        <translation>Mipangilio ya kina</translation>
    </message>
    <message>
        <source>You need none of this for daily work. Every change can be taken back.</source>
        <translation>Huhitaji haya kwa kazi ya kila siku. Kila badiliko linaweza kurudishwa.</translation>
    </message>
    <message>
        <source>Search these settings</source>
        <translation>Tafuta kwenye mipangilio hii</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Hakuna mpangilio wenye maneno haya.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Rudisha yote</translation>
    </message>
</context>
<context>
    <name>BroughtPack</name>
    <message>
        <source>Signed</source>
        <translation>Imetiwa sahihi</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Haijatiwa sahihi</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Tatizo</translation>
    </message>
    <message>
        <source>Installed and in use.</source>
        <translation>Imesakinishwa na inatumika.</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Sakinisha…</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>Sakinisha %1</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Jumla</translation>
    </message>
    <message>
        <source>What is put into it is added by itself, for example by a scanner.</source>
        <translation>Kinachowekwa humo, kwa mfano na skana, huongezwa chenyewe.</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Folda inayofuatiliwa</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Badilisha…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chagua…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lugha</translation>
    </message>
    <message>
        <source>Of the window. It changes at once.</source>
        <translation>Ya dirisha. Hubadilika mara moja.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mwonekano</translation>
    </message>
    <message>
        <source>Dark rests the eyes in the evening; high contrast helps in bright sun.</source>
        <translation>Giza hupumzisha macho jioni; utofautishaji mkubwa husaidia kwenye jua kali.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Ukubwa wa maandishi</translation>
    </message>
    <message>
        <source>Everything grows with it.</source>
        <translation>Kila kitu hukua pamoja nayo.</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Anza na</translation>
    </message>
    <message>
        <source>What you see when the library opens.</source>
        <translation>Unachoona maktaba inapofunguka.</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>Kama kompyuta ilivyo</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Angavu</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Giza</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Utofautishaji mkubwa</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Kikasha</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Za kukagua</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Sakinisha modeli</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>Leseni</translation>
    </message>
    <message>
        <source>I accept this licence (%1)</source>
        <translation>Ninakubali leseni hii (%1)</translation>
    </message>
    <message>
        <source>How much is installed</source>
        <translation>Kiasi kilichosakinishwa</translation>
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
        <source>Copying and checking…</source>
        <translation>Inanakili na kukagua…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Inasimama…</translation>
    </message>
    <message>
        <source>Install it although its signature has expired</source>
        <translation>Kisakinishe ingawa sahihi yake imekwisha muda</translation>
    </message>
    <message>
        <source>I know who made it, and install it although nobody signed it</source>
        <translation>Ninajua aliyeitengeneza, na ninaisakinisha ingawa hakuna aliyeitia sahihi</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Inaijaribu…</translation>
    </message>
    <message>
        <source>Stopped. What was copied is kept: install it again to go on from there.</source>
        <translation>Imesimamishwa. Kilichonakiliwa kimehifadhiwa: sakinisha tena ili kuendelea kutoka hapo.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modeli</translation>
    </message>
    <message>
        <source>How fast is this computer?</source>
        <translation>Kompyuta hii ina kasi gani?</translation>
    </message>
    <message>
        <source>A test of 30 seconds at most, best while nothing else is read. It also finds how many pages are read at the same time.</source>
        <translation>Jaribio la sekunde 30 zaidi, vyema wakati hakuna kingine kinachosomwa. Pia hugundua kurasa ngapi husomwa kwa wakati mmoja.</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Pima…</translation>
    </message>
    <message>
        <source>Check all files</source>
        <translation>Kagua faili zote</translation>
    </message>
    <message>
        <source>Reads every model file and compares it with what was installed</source>
        <translation>Husoma kila faili ya modeli na kuilinganisha na iliyosakinishwa</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>Kinachoweza kusomwa</translation>
    </message>
    <message>
        <source>Models for reading</source>
        <translation>Modeli za kusoma</translation>
    </message>
    <message>
        <source>Reading programs</source>
        <translation>Programu za kusoma</translation>
    </message>
    <message>
        <source>Checking every file…</source>
        <translation>Inakagua kila faili…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Inatafuta…</translation>
    </message>
    <message>
        <source>The models for reading are missing, and nothing can be read. They come with Sanduku: install it again, or ask whoever set this computer up.</source>
        <translation>Modeli za kusoma hazipo, na hakuna kinachoweza kusomwa. Huja pamoja na Sanduku: isakinishe tena, au muulize aliyeandaa kompyuta hii.</translation>
    </message>
    <message>
        <source>Something is damaged: see below what to do.</source>
        <translation>Kuna kitu kimeharibika: tazama chini la kufanya.</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>Faili zote ni kamili.</translation>
    </message>
    <message>
        <source>Everything on this page is on this computer. Nothing is fetched.</source>
        <translation>Yote kwenye ukurasa huu yako kwenye kompyuta hii. Hakuna kinachopakuliwa.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Tayari.</translation>
    </message>
    <message>
        <source>Cannot be read yet. %1</source>
        <translation>Bado haiwezi kusomwa. %1</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Husomwa na %1</translation>
    </message>
    <message>
        <source>Tesseract file: %1, licence %2</source>
        <translation>Faili ya Tesseract: %1, leseni %2</translation>
    </message>
    <message>
        <source>No second opinion: its Tesseract file is missing. %1</source>
        <translation>Hakuna maoni ya pili: faili yake ya Tesseract haipo. %1</translation>
    </message>
    <message>
        <source>Lines of text</source>
        <translation>Mistari ya maandishi</translation>
    </message>
    <message>
        <source>Arabic-Indic digits</source>
        <translation>Tarakimu za Kiarabu-Kihindi</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>Toleo la %1, %2, leseni %3</translation>
    </message>
    <message>
        <source>Source: %1.</source>
        <translation>Chanzo: %1.</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Ipo</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Kuna kitu kinakosekana</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Tatizo</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Haitumiki</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Sending</source>
        <translation>Kutuma</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mtandao</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Yenyewe</translation>
    </message>
    <message>
        <source>Freed space</source>
        <translation>Nafasi iliyoachwa</translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message>
        <source>How far it is</source>
        <translation>Imefika wapi</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Simamisha kwa muda</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Ni nini?</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Hapana, asante</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Inasimama…</translation>
    </message>
    <message>
        <source>Fetching, after your own work is sent…</source>
        <translation>Inaletwa, baada ya kazi yako kutumwa…</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>Subiri…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Sakinisha…</translation>
    </message>
    <message>
        <source>Fetch it after all</source>
        <translation>Ilete hata hivyo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Endelea kuleta</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Leta</translation>
    </message>
    <message>
        <source>It is on this computer, and not in use yet.</source>
        <translation>Iko kwenye kompyuta hii, bado haijatumika.</translation>
    </message>
    <message>
        <source>You said no to it.</source>
        <translation>Ulikataa.</translation>
    </message>
    <message>
        <source>It cannot be used: %1</source>
        <translation>Haiwezi kutumika: %1</translation>
    </message>
    <message>
        <source>%1 of %2 are here already.</source>
        <translation>%1 kati ya %2 imeshafika.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick from headquarters can bring it.</source>
        <translation>Mtandao umezimwa kwenye mipangilio. Kidole cha USB kutoka makao makuu kinaweza kuileta.</translation>
    </message>
    <message>
        <source>How long it takes shows once something was sent.</source>
        <translation>Muda utajulikana baada ya kutuma mara ya kwanza.</translation>
    </message>
    <message>
        <source>Fetching takes %1 at the speed of last time.</source>
        <translation>Kuleta huchukua %1 kwa kasi ya mara iliyopita.</translation>
    </message>
    <message numerus="yes">
        <source>With the data of a day as limited in the settings it takes %Ln day(s).</source>
        <translation>
            <numerusform>Kwa kikomo cha data cha siku kwenye mipangilio, huchukua siku %Ln.</numerusform>
            <numerusform>Kwa kikomo cha data cha siku kwenye mipangilio, huchukua siku %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Toleo %1, %2</translation>
    </message>
    <message>
        <source>What it is for shows with the next sending.</source>
        <translation>Kazi yake itaonekana utakapotuma tena.</translation>
    </message>
    <message>
        <source>%1, licence %2</source>
        <translation>%1, leseni %2</translation>
    </message>
    <message>
        <source>Headquarters asks to install it soon.</source>
        <translation>Makao makuu yanaomba isakinishwe mapema.</translation>
    </message>
</context>
<context>
    <name>OfferedPacks</name>
    <message>
        <source>Offered by headquarters</source>
        <translation>Imetolewa na makao makuu</translation>
    </message>
    <message>
        <source>Nothing is fetched or installed unless you say so. What was fetched is kept, also when the network breaks.</source>
        <translation>Hakuna kinacholetwa wala kusakinishwa bila ruhusa yako. Kilicholetwa hubaki, hata mtandao ukikatika.</translation>
    </message>
    <message>
        <source>Say no to %1?</source>
        <translation>Ukatae %1?</translation>
    </message>
    <message>
        <source>What was fetched of it is removed; headquarters hears of it.</source>
        <translation>Kilicholetwa kitaondolewa; makao makuu yatajulishwa.</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>Kataa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Iache ibaki</translation>
    </message>
</context>
<context>
    <name>PackBox</name>
    <message>
        <source>Problem</source>
        <translation>Tatizo</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>Haina sahihi</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Ipo</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Ondoa…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Ondoa %1</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>Tumia tena toleo la %1</translation>
    </message>
    <message>
        <source>Used for: %1</source>
        <translation>Inatumika kwa: %1</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>Toleo la %1, %2, leseni %3</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>Faili zote ni kamili.</translation>
    </message>
    <message>
        <source>Not measured here yet: it has answered nothing in this library.</source>
        <translation>Bado haijapimwa hapa: haijajibu chochote kwenye maktaba hii.</translation>
    </message>
    <message numerus="yes">
        <source>In this library: %1 s for an answer, from %Ln answer(s).</source>
        <translation>
            <numerusform>Katika maktaba hii: sekunde %1 kwa jibu, kutokana na jibu %Ln.</numerusform>
            <numerusform>Katika maktaba hii: sekunde %1 kwa jibu, kutokana na majibu %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackShelf</name>
    <message>
        <source>Checking every file…</source>
        <translation>Inakagua kila faili…</translation>
    </message>
    <message>
        <source>A file with a model</source>
        <translation>Faili yenye modeli</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>Modeli (*.zip)</translation>
    </message>
    <message>
        <source>A folder or stick with a model</source>
        <translation>Folda au kidole cha USB chenye modeli</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Inatafuta…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Ondoa %1?</translation>
    </message>
    <message>
        <source>Documents and answers stay. To use it again, it must be brought once more.</source>
        <translation>Hati na majibu yanabaki. Ili kuitumia tena, lazima iletwe upya.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ondoa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Iache ibaki</translation>
    </message>
    <message>
        <source>Models for photos and questions</source>
        <translation>Modeli za picha na maswali</translation>
    </message>
    <message>
        <source>Which model does what</source>
        <translation>Modeli gani hufanya nini</translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation>Sakinisha modeli</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Kutoka faili…</translation>
    </message>
    <message>
        <source>From a folder or stick…</source>
        <translation>Kutoka folda au USB…</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>Kagua faili</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Imefika wapi</translation>
    </message>
    <message>
        <source>%1 is installed and in use.</source>
        <translation>%1 imesakinishwa na inatumika.</translation>
    </message>
    <message>
        <source>Not all of it could be tried on this computer.</source>
        <translation>Si sehemu zake zote zilizoweza kujaribiwa kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>No model for photos is installed. Whoever looks after your computers prepares one where there is internet, and brings it on a stick. Documents are read without it.</source>
        <translation>Hakuna modeli ya picha iliyosakinishwa. Anayesimamia kompyuta zenu huiandaa mahali penye intaneti na kuileta kwenye kidole cha USB. Hati husomwa bila hiyo.</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Describe photos</source>
        <translation>Kueleza picha</translation>
    </message>
    <message>
        <source>Answer questions</source>
        <translation>Kujibu maswali</translation>
    </message>
    <message>
        <source>Find values for a form</source>
        <translation>Kutafuta thamani za fomu</translation>
    </message>
    <message>
        <source>Read doubtful lines again</source>
        <translation>Kusoma tena mistari yenye shaka</translation>
    </message>
    <message>
        <source>Find photos by words</source>
        <translation>Kutafuta picha kwa maneno</translation>
    </message>
    <message>
        <source>Sort photos of disasters</source>
        <translation>Kupanga picha za majanga</translation>
    </message>
    <message>
        <source>%1: good</source>
        <translation>%1: nzuri</translation>
    </message>
    <message>
        <source>%1: so-so</source>
        <translation>%1: wastani</translation>
    </message>
    <message>
        <source>%1: never tried</source>
        <translation>%1: haijawahi kujaribiwa</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Imetiwa sahihi na %1.</translation>
    </message>
    <message>
        <source>Signed by %1, but the signature should have been renewed by now.</source>
        <translation>Imetiwa sahihi na %1, lakini sahihi ilipaswa kuwa imeshahuishwa.</translation>
    </message>
    <message>
        <source>Unsigned: nobody vouches for what it answers.</source>
        <translation>Haina sahihi: hakuna anayethibitisha majibu yake.</translation>
    </message>
    <message>
        <source>Signed by somebody who is not trusted on this computer.</source>
        <translation>Imetiwa sahihi na mtu asiyeaminiwa kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>The signature does not hold: somebody may have altered it.</source>
        <translation>Sahihi si halali: huenda mtu ameibadilisha.</translation>
    </message>
    <message>
        <source>Made when Sanduku was set up.</source>
        <translation>Ilitengenezwa Sanduku ilipoandaliwa.</translation>
    </message>
    <message>
        <source>Fits into memory: needs %1, %2 are free.</source>
        <translation>Inaenea kwenye kumbukumbu: inahitaji %1, zilizo wazi ni %2.</translation>
    </message>
    <message>
        <source>Just fits into memory: needs %1, %2 are free. Close other programs first.</source>
        <translation>Inaenea kwa shida: inahitaji %1, zilizo wazi ni %2. Funga programu nyingine kwanza.</translation>
    </message>
    <message>
        <source>Too big for the memory that is free: needs %1, only %2 are free.</source>
        <translation>Ni kubwa kuliko kumbukumbu iliyo wazi: inahitaji %1, zilizo wazi ni %2 tu.</translation>
    </message>
    <message>
        <source>Its smaller form “%1” fits.</source>
        <translation>Umbo lake dogo “%1” linaenea.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>takriban %1</translation>
    </message>
    <message>
        <source>Measured on “%1”: %2.</source>
        <translation>Ilipimwa kwenye “%1”: %2.</translation>
    </message>
    <message>
        <source>Nobody has measured its speed.</source>
        <translation>Hakuna aliyepima kasi yake.</translation>
    </message>
    <message>
        <source>%1 pieces of words a second</source>
        <translation>vipande %1 vya maneno kwa sekunde</translation>
    </message>
    <message>
        <source>%1 s for each part of a photo</source>
        <translation>sekunde %1 kwa kila sehemu ya picha</translation>
    </message>
    <message>
        <source>%1 of memory at most</source>
        <translation>kumbukumbu %1 kwa wingi zaidi</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>kompyuta nyingine</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3; %4 are free on the disk.</source>
        <translation>Toleo %1, %2, leseni %3; %4 ziko wazi kwenye diski.</translation>
    </message>
    <message>
        <source>Version %1 is in use now; it is kept, to go back to.</source>
        <translation>Toleo %1 linatumika sasa; linahifadhiwa ili kurudi kwake.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Badilisha fungusiri</translation>
    </message>
    <message>
        <source>Four or five ordinary words are easy to keep. Earlier backups keep their old passphrase.</source>
        <translation>Maneno manne au matano ya kawaida ni rahisi kukumbuka. Nakala za awali zinabaki na fungusiri ya zamani.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Fungusiri mpya</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Ileile tena</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>Fungusiri inalinda kiasi gani</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Hizo mbili hazifanani.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Inabadilisha…</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Badilisha</translation>
    </message>
</context>
<context>
    <name>PreferencesView</name>
    <message>
        <source>Settings</source>
        <translation>Mipangilio</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Kurasa za mipangilio</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy and lock</source>
        <translation>Faragha na kufunga</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kufunga</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Maktaba</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>dakika</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Kamwe</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Funga baada ya</translation>
    </message>
    <message>
        <source>When nobody has touched keyboard or mouse for this long.</source>
        <translation>Ikiwa hakuna aliyegusa kibodi wala kipanya kwa muda huu.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Fungusiri</translation>
    </message>
    <message>
        <source>Whoever knows it can open the library on this computer.</source>
        <translation>Anayeijua anaweza kufungua maktaba kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ufunguo wa dharura</translation>
    </message>
    <message>
        <source>On paper, for the day on which the passphrase is forgotten.</source>
        <translation>Kwenye karatasi, kwa siku fungusiri itakaposahaulika.</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Mahali ilipo</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Nakala rudufu</translation>
    </message>
    <message>
        <source>A whole copy, as well encrypted, for instance on a stick. To bring one back: “sanduku restore FOLDER --into NEW-FOLDER”.</source>
        <translation>Nakala kamili, iliyosimbwa vilevile, kwa mfano kwenye USB. Kuirudisha: “sanduku restore FOLDA --into FOLDA-MPYA”.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Ukaguzi</translation>
    </message>
    <message>
        <source>Reads every file and says whether the library is sound. Changes nothing.</source>
        <translation>Husoma kila faili na kusema kama maktaba ni nzima. Haibadilishi kitu.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Badilisha…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Ufunguo mpya…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Fungua folda</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Hifadhi nakala sasa…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Kagua sasa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Imefika wapi</translation>
    </message>
    <message>
        <source>Where shall the backup go?</source>
        <translation>Nakala rudufu iwekwe wapi?</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>Fungusiri imebadilishwa.</translation>
    </message>
    <message numerus="yes">
        <source>The library is sound: %Ln document(s) with all their files.</source>
        <translation>
            <numerusform>Maktaba ni nzima: hati %Ln na faili zake zote.</numerusform>
            <numerusform>Maktaba ni nzima: hati %Ln na faili zake zote.</numerusform>
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
        <source>The backup is whole: %1 in the folder %2.</source>
        <translation>Nakala rudufu ni kamili: %1 kwenye folda %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged in the library itself, and so in the backup.</source>
        <translation>
            <numerusform>Faili %Ln imeharibika kwenye maktaba yenyewe, hivyo pia kwenye nakala.</numerusform>
            <numerusform>Faili %Ln zimeharibika kwenye maktaba yenyewe, hivyo pia kwenye nakala.</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Umesimamisha.</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>Usomaji</translation>
    </message>
    <message>
        <source>Pages that come now are read so. What was read before stays as it is; to read a document anew, choose “Read again” in the list.</source>
        <translation>Kurasa zijazo zitasomwa hivi. Zilizosomwa zinabaki zilivyo; kusoma hati upya, chagua “Soma tena” kwenye orodha.</translation>
    </message>
    <message>
        <source>Now only lines for which there is another reason are marked.</source>
        <translation>Sasa mistari yenye sababu nyingine tu ndiyo inayowekewa alama.</translation>
    </message>
    <message>
        <source>An example: a line that Sanduku is %1 % sure of is marked, one with %2 % is not.</source>
        <translation>Mfano: mstari wenye uhakika wa %1 % huwekewa alama, wenye %2 % hauwekewi.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>New recovery key</source>
        <translation>Ufunguo mpya wa dharura</translation>
    </message>
    <message>
        <source>Only this key opens the library if you forget the passphrase. It is shown this once.</source>
        <translation>Ufunguo huu pekee hufungua maktaba ukisahau fungusiri. Unaonyeshwa mara hii tu.</translation>
    </message>
    <message>
        <source>You get a new key to print. The key that you have now will open nothing but earlier backups: destroy its sheet afterwards.</source>
        <translation>Unapata ufunguo mpya wa kuchapisha. Ufunguo ulio nao sasa utafungua nakala za awali tu: haribu karatasi yake baadaye.</translation>
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
        <translation>Nimechapisha ufunguo au nimeuandika.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Imekamilika</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Tengeneza ufunguo mpya</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset “%1”</source>
        <translation>Rudisha “%1”</translation>
    </message>
    <message>
        <source>Back to how it was at first</source>
        <translation>Rudisha ilivyokuwa mwanzo</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Holds from the next time the library is opened.</source>
        <translation>Itaanza maktaba itakapofunguliwa tena.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sharpness of PDF pages</source>
        <translation>Ukali wa kurasa za PDF</translation>
    </message>
    <message>
        <source>How finely a PDF page without text of its own is drawn before it is read. More is slower.</source>
        <translation>Jinsi ukurasa wa PDF usio na maandishi unavyochorwa kabla ya kusomwa. Zaidi ni polepole.</translation>
    </message>
    <message>
        <source>dots per inch</source>
        <translation>nukta kwa inchi</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Faili kubwa zaidi</translation>
    </message>
    <message>
        <source>Files larger than this are refused.</source>
        <translation>Faili kubwa kuliko hii hukataliwa.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Picha kubwa zaidi</translation>
    </message>
    <message>
        <source>Pictures with more pixels than this are refused.</source>
        <translation>Picha zenye pikseli zaidi ya hizi hukataliwa.</translation>
    </message>
    <message>
        <source>million pixels</source>
        <translation>milioni za pikseli</translation>
    </message>
    <message>
        <source>Memory for opening a picture</source>
        <translation>Kumbukumbu ya kufungua picha</translation>
    </message>
    <message>
        <source>Pictures that need more memory than this while they open are refused.</source>
        <translation>Picha zinazohitaji kumbukumbu zaidi zinapofunguka hukataliwa.</translation>
    </message>
    <message>
        <source>Size of pictures for reading</source>
        <translation>Ukubwa wa picha za kusoma</translation>
    </message>
    <message>
        <source>Larger pictures are made smaller before they are read.</source>
        <translation>Picha kubwa zaidi hupunguzwa kabla ya kusomwa.</translation>
    </message>
    <message>
        <source>Most pages of a file</source>
        <translation>Kurasa nyingi zaidi za faili</translation>
    </message>
    <message>
        <source>Files with more pages than this are refused.</source>
        <translation>Faili zenye kurasa zaidi ya hizi hukataliwa.</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>kurasa</translation>
    </message>
    <message>
        <source>Use the text of PDFs</source>
        <translation>Tumia maandishi ya PDF</translation>
    </message>
    <message>
        <source>Where a PDF page has usable text of its own, it is taken as it is.</source>
        <translation>Ukurasa wa PDF ukiwa na maandishi yanayofaa, huchukuliwa yalivyo.</translation>
    </message>
    <message>
        <source>Turn pages upright</source>
        <translation>Geuza kurasa ziwe wima</translation>
    </message>
    <message>
        <source>Pages that were scanned sideways or upside down are turned.</source>
        <translation>Kurasa zilizoskaniwa kando au juu chini hugeuzwa.</translation>
    </message>
    <message>
        <source>Straighten pages</source>
        <translation>Nyoosha kurasa</translation>
    </message>
    <message>
        <source>Pages that are a little tilted are straightened.</source>
        <translation>Kurasa zilizoinama kidogo hunyooshwa.</translation>
    </message>
    <message>
        <source>Languages of your documents</source>
        <translation>Lugha za hati zako</translation>
    </message>
    <message>
        <source>Sanduku expects these. Fewer is quicker and makes fewer mistakes.</source>
        <translation>Sanduku inatarajia hizi. Chache ni haraka na hazina makosa mengi.</translation>
    </message>
    <message>
        <source>Size for finding lines</source>
        <translation>Ukubwa wa kutafuta mistari</translation>
    </message>
    <message>
        <source>Longest side of the picture in which lines are looked for. More finds smaller print.</source>
        <translation>Upande mrefu wa picha ambamo mistari hutafutwa. Zaidi hupata maandishi madogo.</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>pikseli</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Maoni ya pili</translation>
    </message>
    <message>
        <source>Which lines another engine reads as well. Where the two differ, you are told.</source>
        <translation>Mistari ambayo injini nyingine husoma pia. Zikitofautiana, unaambiwa.</translation>
    </message>
    <message>
        <source>When a line is doubtful</source>
        <translation>Mstari una shaka lini</translation>
    </message>
    <message>
        <source>Lines that are less sure than this are marked for you to check.</source>
        <translation>Mistari yenye uhakika mdogo kuliko huu huwekewa alama uikague.</translation>
    </message>
    <message>
        <source>Use EasyOCR too</source>
        <translation>Tumia EasyOCR pia</translation>
    </message>
    <message>
        <source>Another engine, slow and hungry; used where it and its model files are installed.</source>
        <translation>Injini nyingine, polepole na yenye kula kumbukumbu; hutumika ikiwa imesakinishwa na modeli zake.</translation>
    </message>
    <message>
        <source>Graphics card for photo models</source>
        <translation>Kadi ya michoro kwa modeli za picha</translation>
    </message>
    <message>
        <source>Each model is tried once on the graphics card, and runs there where it is right and faster.</source>
        <translation>Kila modeli hujaribiwa mara moja kwenye kadi ya michoro, na hutumika hapo inapotoa matokeo sahihi na kwa haraka zaidi.</translation>
    </message>
    <message>
        <source>Pages read at the same time</source>
        <translation>Kurasa zinazosomwa kwa pamoja</translation>
    </message>
    <message>
        <source>0 means: as many as processor and memory allow. Fewer leaves more for other programs.</source>
        <translation>0 maana yake: nyingi kadiri kichakataji na kumbukumbu zinavyoruhusu. Chache huachia programu nyingine nafasi.</translation>
    </message>
    <message>
        <source>Memory of a reader</source>
        <translation>Kumbukumbu ya msomaji</translation>
    </message>
    <message>
        <source>A reader that uses more than this is started anew after its page.</source>
        <translation>Msomaji anayetumia zaidi ya hii huanzishwa upya baada ya ukurasa wake.</translation>
    </message>
    <message>
        <source>Patience with a silent reader</source>
        <translation>Subira kwa msomaji aliye kimya</translation>
    </message>
    <message>
        <source>If a reader gives no sign of life for this long, another takes its page.</source>
        <translation>Msomaji asipotoa dalili kwa muda huu, mwingine huchukua ukurasa wake.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>sekunde</translation>
    </message>
    <message>
        <source>End idle readers after</source>
        <translation>Maliza wasomaji wasio na kazi baada ya</translation>
    </message>
    <message>
        <source>A reader without work gives its memory back after this time.</source>
        <translation>Msomaji asiye na kazi hurudisha kumbukumbu baada ya muda huu.</translation>
    </message>
    <message>
        <source>Longest time for a page</source>
        <translation>Muda mrefu zaidi kwa ukurasa</translation>
    </message>
    <message>
        <source>A page that takes longer is stopped and shown as a problem.</source>
        <translation>Ukurasa unaochukua muda zaidi husimamishwa na kuonyeshwa kama tatizo.</translation>
    </message>
    <message>
        <source>Keep the trash for</source>
        <translation>Weka takataka kwa</translation>
    </message>
    <message>
        <source>After this, what lies in the trash may be deleted for ever.</source>
        <translation>Baada ya hapo, vilivyo kwenye takataka vinaweza kufutwa kabisa.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>siku</translation>
    </message>
    <message>
        <source>Reserve on the disk</source>
        <translation>Akiba kwenye diski</translation>
    </message>
    <message>
        <source>Space held back, so that work can be finished when the disk is full.</source>
        <translation>Nafasi iliyotengwa ili kazi iweze kumalizika diski ikijaa.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Jina lako</translation>
    </message>
    <message>
        <source>Your corrections are recorded under it. Empty means: your name on this computer.</source>
        <translation>Masahihisho yako huandikwa kwa jina hili. Tupu maana yake: jina lako kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Use of the network</source>
        <translation>Matumizi ya mtandao</translation>
    </message>
    <message>
        <source>When work is sent to headquarters. Reading never needs a network.</source>
        <translation>Lini kazi inatumwa makao makuu. Kusoma hakuhitaji mtandao kamwe.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself where this computer (host:port) does not answer. Empty: anywhere.</source>
        <translation>Hakuna kinachotumwa chenyewe mahali ambapo kompyuta hii (host:port) haijibu. Tupu: popote.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Kinachotumwa</translation>
    </message>
    <message>
        <source>The text goes in any case. Headquarters can ask for single pages on top of this.</source>
        <translation>Maandishi hutumwa kwa vyovyote vile. Makao makuu yanaweza kuomba kurasa fulani zaidi ya hayo.</translation>
    </message>
    <message>
        <source>Data for a day</source>
        <translation>Data ya siku</translation>
    </message>
    <message>
        <source>Sending stops for the day when so much has gone over the network. 0 means: any amount.</source>
        <translation>Kutuma husimama kwa siku hiyo kiasi hiki kinapopita kwenye mtandao. 0 inamaanisha: kiasi chochote.</translation>
    </message>
    <message>
        <source>When a connection is broken</source>
        <translation>Lini muunganisho umekatika</translation>
    </message>
    <message>
        <source>A connection on which nothing moves for this long is given up and made anew.</source>
        <translation>Muunganisho ambao hakuna kinachosogea kwa muda huu huachwa na kufanywa upya.</translation>
    </message>
    <message>
        <source>Patience with headquarters</source>
        <translation>Subira na makao makuu</translation>
    </message>
    <message>
        <source>Sending is given up when headquarters has not answered for this long.</source>
        <translation>Kutuma huachwa makao makuu yasipojibu kwa muda huu.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>dakika</translation>
    </message>
    <message>
        <source>Send by itself every</source>
        <translation>Tuma chenyewe kila</translation>
    </message>
    <message>
        <source>How often work is sent by itself, where that is allowed.</source>
        <translation>Mara ngapi kazi hutumwa yenyewe, pale inaporuhusiwa.</translation>
    </message>
    <message>
        <source>Only in this network</source>
        <translation>Katika mtandao huu tu</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proksi</translation>
    </message>
    <message>
        <source>Address of a proxy. Empty takes the one of the system, and the word none takes no proxy.</source>
        <translation>Anwani ya proksi. Tupu huchukua ya mfumo, na neno none halichukui proksi yoyote.</translation>
    </message>
    <message>
        <source>Originals leave this computer after</source>
        <translation>Nakala asili huondoka kwenye kompyuta hii baada ya</translation>
    </message>
    <message>
        <source>Only those that headquarters and its backup have. 0 means: they stay until you say otherwise.</source>
        <translation>Zile tu ambazo makao makuu na chelezo yake wanazo. 0 inamaanisha: zinabaki hadi useme vingine.</translation>
    </message>
    <message>
        <source>Files that left can come back for</source>
        <translation>Faili zilizoondoka zinaweza kurudi kwa</translation>
    </message>
    <message>
        <source>Until then you can bring them back without a network. Text and small images always stay.</source>
        <translation>Hadi wakati huo unaweza kuzirudisha bila mtandao. Maandishi na picha ndogo hubaki daima.</translation>
    </message>
    <message>
        <source>Install urgent model packs by itself</source>
        <translation>Weka vifurushi vya modeli vya haraka vyenyewe</translation>
    </message>
    <message>
        <source>Only those that headquarters calls urgent, signed and tried. You accept their licence.</source>
        <translation>Vile tu ambavyo makao makuu yanaviita vya haraka, vilivyotiwa saini na mtu ambaye timu yako inamwamini. Unakubali leseni yao.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Kurasa</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Usomaji</translation>
    </message>
    <message>
        <source>Photo models</source>
        <translation>Modeli za picha</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Wasomaji</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Maktaba</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mtandao</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Hakuna mstari</translation>
    </message>
    <message>
        <source>Doubtful lines</source>
        <translation>Mistari yenye shaka</translation>
    </message>
    <message>
        <source>Every line (slow)</source>
        <translation>Kila mstari (polepole)</translation>
    </message>
    <message>
        <source>Where it helps</source>
        <translation>Inaposaidia</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Kamwe</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>Ninaposema</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Yenyewe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Maandishi</translation>
    </message>
    <message>
        <source>Text and where it stands</source>
        <translation>Maandishi na mahali yalipo</translation>
    </message>
    <message>
        <source>Text and small images</source>
        <translation>Maandishi na picha ndogo</translation>
    </message>
    <message>
        <source>Everything, originals too</source>
        <translation>Kila kitu, nakala asili pia</translation>
    </message>
</context>
<context>
    <name>ShortcutsModel</name>
    <message>
        <source>Action</source>
        <translation>Tendo</translation>
    </message>
    <message>
        <source>In the menu</source>
        <translation>Kwenye menyu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Vitufe</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys</source>
        <translation>Vitufe</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Tafuta matendo na vitufe</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Matendo na vitufe vyake</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Bonyeza vitufe vipya hapa</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Bila vitufe</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rudisha</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Rudisha yote</translation>
    </message>
    <message>
        <source>Choose an action to give it other keys.</source>
        <translation>Chagua tendo ili ulipe vitufe vingine.</translation>
    </message>
    <message>
        <source>Keys for “%1”: press them in the field.</source>
        <translation>Vitufe vya “%1”: vibonyeze kwenye kisanduku.</translation>
    </message>
    <message>
        <source>%1 already belong to “%2”.</source>
        <translation>%1 tayari ni vya “%2”.</translation>
    </message>
    <message>
        <source>Take them from there</source>
        <translation>Vichukue kutoka hapo</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Sakinisha modeli</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model pack(s) were brought.</source>
        <translation>
            <numerusform>Kifurushi %Ln cha modeli kimeletwa.</numerusform>
            <numerusform>Vifurushi %Ln vya modeli vimeletwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>Sanduku chooses</source>
        <translation>Sanduku huchagua</translation>
    </message>
    <message>
        <source>Sanduku chooses: %1</source>
        <translation>Sanduku huchagua: %1</translation>
    </message>
    <message>
        <source>Form: Sanduku chooses</source>
        <translation>Muundo: Sanduku huchagua</translation>
    </message>
    <message>
        <source>Form: %1</source>
        <translation>Muundo: %1</translation>
    </message>
    <message>
        <source>Look: Sanduku chooses</source>
        <translation>Tazama: Sanduku huchagua</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>Tazama: %1</translation>
    </message>
    <message>
        <source>Say: Sanduku chooses</source>
        <translation>Sema: Sanduku huchagua</translation>
    </message>
    <message>
        <source>Say: %1</source>
        <translation>Sema: %1</translation>
    </message>
    <message>
        <source>More choices</source>
        <translation>Chaguo zaidi</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modeli</translation>
    </message>
    <message>
        <source>Form of the model</source>
        <translation>Muundo wa modeli</translation>
    </message>
    <message>
        <source>How closely it looks</source>
        <translation>Inatazama kwa ukaribu gani</translation>
    </message>
    <message>
        <source>How much it says</source>
        <translation>Inasema kiasi gani</translation>
    </message>
</context>
</TS>
