<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Approve and next</source>
        <translation>&amp;Idhinisha na endelea</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Ruka</translation>
    </message>
    <message>
        <source>Leave it to check and go to the next</source>
        <translation>Liache likaguliwe baadaye na uende kwa linalofuata</translation>
    </message>
    <message>
        <source>Pro&amp;blem…</source>
        <translation>&amp;Tatizo…</translation>
    </message>
    <message>
        <source>Say what is wrong with it</source>
        <translation>Sema kuna kosa gani</translation>
    </message>
    <message>
        <source>&amp;Next doubt</source>
        <translation>Shaka li&amp;nalofuata</translation>
    </message>
    <message>
        <source>&amp;Previous doubt</source>
        <translation>Shaka lili&amp;lotangulia</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Tendua</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rudia tena</translation>
    </message>
    <message>
        <source>As&amp;k about the page</source>
        <translation>&amp;Uliza kuhusu ukurasa</translation>
    </message>
    <message>
        <source>Ask a question, or have the page described</source>
        <translation>Uliza swali, au ukurasa uelezwe</translation>
    </message>
    <message>
        <source>Say what the pa&amp;ge shows…</source>
        <translation>Sema ukurasa unaon&amp;yesha nini…</translation>
    </message>
    <message>
        <source>Correct what a model says of disaster, damage, people and relief</source>
        <translation>Rekebisha yale modeli inayosema kuhusu maafa, uharibifu, watu na misaada</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historia</translation>
    </message>
    <message>
        <source>It is r&amp;ight</source>
        <translation>Ni &amp;sahihi</translation>
    </message>
    <message>
        <source>Say that the line is right as it stands, and go to the next doubt</source>
        <translation>Sema kwamba mstari ni sahihi ulivyo, uende kwenye shaka inayofuata</translation>
    </message>
    <message>
        <source>Correct the li&amp;ne</source>
        <translation>Sahihisha m&amp;stari</translation>
    </message>
    <message>
        <source>Take the &amp;first other reading</source>
        <translation>Chukua usomaji mwingine wa &amp;kwanza</translation>
    </message>
    <message>
        <source>Take the sec&amp;ond other reading</source>
        <translation>Chukua usomaji mwingine wa &amp;pili</translation>
    </message>
    <message>
        <source>Take the &amp;third other reading</source>
        <translation>Chukua usomaji mwingine wa &amp;tatu</translation>
    </message>
    <message>
        <source>R&amp;ead this line again</source>
        <translation>&amp;Soma tena mstari huu</translation>
    </message>
    <message>
        <source>A&amp;dd a line</source>
        <translation>&amp;Ongeza mstari</translation>
    </message>
    <message>
        <source>Spl&amp;it the line here</source>
        <translation>&amp;Gawa mstari hapa</translation>
    </message>
    <message>
        <source>&amp;Join with the next line</source>
        <translation>&amp;Unganisha na mstari unaofuata</translation>
    </message>
    <message>
        <source>De&amp;lete the line</source>
        <translation>&amp;Futa mstari</translation>
    </message>
    <message>
        <source>&amp;Copy the text</source>
        <translation>&amp;Nakili maandishi</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Ukurasa ulio&amp;tangulia</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Ukurasa u&amp;naofuata</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Kuza</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Punguza</translation>
    </message>
    <message>
        <source>Show the &amp;whole page</source>
        <translation>&amp;Onyesha ukurasa mzima</translation>
    </message>
    <message>
        <source>Fit the wi&amp;dth</source>
        <translation>Tosheleza u&amp;pana</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>Ukubwa &amp;halisi</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Geuza &amp;kushoto</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Geuza k&amp;ulia</translation>
    </message>
    <message>
        <source>&amp;Straighten by its corners…</source>
        <translation>&amp;Nyoosha kwa kona zake…</translation>
    </message>
    <message>
        <source>Page as it &amp;came</source>
        <translation>Ukurasa kama ulivyo&amp;kuja</translation>
    </message>
    <message>
        <source>Take back how the page was turned and straightened by hand</source>
        <translation>Ondoa jinsi ukurasa ulivyogeuzwa na kunyooshwa kwa mkono</translation>
    </message>
    <message>
        <source>Read the page a&amp;gain</source>
        <translation>Soma ukurasa &amp;tena</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Kagua</translation>
    </message>
    <message>
        <source>Compare the text with the page and correct it</source>
        <translation>Linganisha maandishi na ukurasa na uyasahihishe</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>I&amp;dhinisha</translation>
    </message>
    <message>
        <source>Say that you checked it and it is right</source>
        <translation>Sema kwamba umeikagua na ni sahihi</translation>
    </message>
    <message>
        <source>Mark as a pro&amp;blem…</source>
        <translation>Weka alama ya &amp;tatizo…</translation>
    </message>
    <message>
        <source>Have it chec&amp;ked again</source>
        <translation>I&amp;kaguliwe tena</translation>
    </message>
    <message>
        <source>Take back that it was approved, or that it is a problem</source>
        <translation>Ondoa idhini au alama ya tatizo</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Badilisha jina…</translation>
    </message>
    <message>
        <source>Put into a c&amp;ase…</source>
        <translation>Weka kwenye &amp;kesi…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Lebo…</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>&amp;Soma tena</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>Masahihisho yako yanabaki</translation>
    </message>
    <message>
        <source>&amp;Describe the pages</source>
        <translation>&amp;Eleza kurasa</translation>
    </message>
    <message>
        <source>In a sentence or two each, by a model or from what was read</source>
        <translation>Kwa sentensi moja au mbili kila mmoja, na modeli au kutokana na kilichosomwa</translation>
    </message>
    <message>
        <source>Sort the &amp;photos</source>
        <translation>&amp;Panga picha</translation>
    </message>
    <message>
        <source>By what they show: kind of disaster, damage, people, relief</source>
        <translation>Kulingana na zinachoonyesha: aina ya maafa, uharibifu, watu, misaada</translation>
    </message>
    <message>
        <source>Say &amp;what the photos show…</source>
        <translation>Sema picha &amp;zinaonyesha nini…</translation>
    </message>
    <message>
        <source>Find photos that look a&amp;like</source>
        <translation>Tafuta picha zinazo&amp;fanana</translation>
    </message>
    <message>
        <source>Other shots of the same scene, copies, and whatever looks like it</source>
        <translation>Picha nyingine za tukio hilohilo, nakala na chochote kinachofanana</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Hamisha…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Chapisha…</translation>
    </message>
    <message>
        <source>Save the or&amp;iginal file…</source>
        <translation>Hifadhi fa&amp;ili asili…</translation>
    </message>
    <message>
        <source>The file as it came in, not encrypted</source>
        <translation>Faili kama ilivyokuja, bila kusimbwa</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>&amp;Weka kwenye takataka</translation>
    </message>
    <message>
        <source>It can be restored from there</source>
        <translation>Linaweza kurejeshwa kutoka huko</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>&amp;Rejesha</translation>
    </message>
    <message>
        <source>&amp;Delete for ever…</source>
        <translation>&amp;Futa kabisa…</translation>
    </message>
    <message>
        <source>Empt&amp;y the trash…</source>
        <translation>Safis&amp;ha takataka…</translation>
    </message>
    <message>
        <source>Delete all that lies in the trash for ever</source>
        <translation>Futa kabisa vyote vilivyo kwenye takataka</translation>
    </message>
    <message>
        <source>As a ta&amp;ble</source>
        <translation>Kama &amp;jedwali</translation>
    </message>
    <message>
        <source>As p&amp;ictures</source>
        <translation>Kama &amp;picha</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Maelezo zaidi</translation>
    </message>
    <message>
        <source>Show what is known of the chosen document</source>
        <translation>Onyesha yanayojulikana kuhusu hati iliyochaguliwa</translation>
    </message>
    <message>
        <source>Fi&amp;lter…</source>
        <translation>&amp;Chuja…</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>Onyesha baadhi tu ya hati hizi</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Chagua &amp;zote</translation>
    </message>
    <message>
        <source>Save this sea&amp;rch…</source>
        <translation>Hifadhi &amp;utafutaji huu…</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>Kesi &amp;mpya…</translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation>&amp;Fungua kesi</translation>
    </message>
    <message>
        <source>Rena&amp;me the case…</source>
        <translation>Ba&amp;dilisha jina la kesi…</translation>
    </message>
    <message>
        <source>Write a no&amp;te…</source>
        <translation>Andika &amp;maelezo…</translation>
    </message>
    <message>
        <source>Remo&amp;ve the case</source>
        <translation>&amp;Ondoa kesi</translation>
    </message>
    <message>
        <source>Its documents stay where they are</source>
        <translation>Hati zake zinabaki zilipo</translation>
    </message>
    <message>
        <source>Search a&amp;gain</source>
        <translation>Ta&amp;futa tena</translation>
    </message>
    <message>
        <source>Rename the &amp;search…</source>
        <translation>Badilisha jina la &amp;utafutaji…</translation>
    </message>
    <message>
        <source>Remove the sear&amp;ch</source>
        <translation>Ondoa u&amp;tafutaji</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ongeza &amp;faili…</translation>
    </message>
    <message>
        <source>Photos, scans or PDFs</source>
        <translation>Picha, skani au PDF</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Ongeza f&amp;olda…</translation>
    </message>
    <message>
        <source>A folder with everything in it</source>
        <translation>Folda pamoja na vyote vilivyomo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Bandika</translation>
    </message>
    <message>
        <source>A picture or files that you copied elsewhere</source>
        <translation>Picha au faili ulizonakili kwingine</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>&amp;Fuatilia folda…</translation>
    </message>
    <message>
        <source>What is put into the folder later is added by itself</source>
        <translation>Kitakachowekwa humo baadaye kitaongezwa chenyewe</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Tafuta</translation>
    </message>
    <message>
        <source>Find p&amp;hotos by what they show</source>
        <translation>Tafuta pic&amp;ha kwa kinachoonekana</translation>
    </message>
    <message>
        <source>A model compares your words with the pictures themselves</source>
        <translation>Modeli hulinganisha maneno yako na picha zenyewe</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Rudi</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>Sehemu &amp;inayofuata ya dirisha</translation>
    </message>
    <message>
        <source>Open the &amp;menu</source>
        <translation>Fungua &amp;menyu</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Mipangilio</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Vitufe</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Funga</translation>
    </message>
    <message>
        <source>Close the library until the passphrase is given</source>
        <translation>Funga maktaba hadi kaulisiri itolewe</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Toka</translation>
    </message>
    <message>
        <source>Show the &amp;queue</source>
        <translation>Onyesha &amp;foleni</translation>
    </message>
    <message>
        <source>&amp;Pause reading</source>
        <translation>&amp;Sitisha usomaji</translation>
    </message>
    <message>
        <source>Go on &amp;reading</source>
        <translation>&amp;Endelea kusoma</translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation>Soma &amp;kwanza</translation>
    </message>
    <message>
        <source>Read &amp;earlier</source>
        <translation>Soma &amp;mapema</translation>
    </message>
    <message>
        <source>Read &amp;later</source>
        <translation>Soma &amp;baadaye</translation>
    </message>
    <message>
        <source>Let this &amp;wait</source>
        <translation>Acha i&amp;subiri</translation>
    </message>
    <message>
        <source>The chosen documents are not read until you go on with them</source>
        <translation>Hati ulizochagua hazisomwi hadi uendelee nazo</translation>
    </message>
    <message>
        <source>&amp;Go on with this</source>
        <translation>E&amp;ndelea na hii</translation>
    </message>
    <message>
        <source>&amp;Try all problems again</source>
        <translation>&amp;Jaribu matatizo yote tena</translation>
    </message>
    <message>
        <source>Do &amp;not read</source>
        <translation>&amp;Usisome</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ongeza</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Nenda</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Hati</translation>
    </message>
    <message>
        <source>Cases and searches</source>
        <translation>Kesi na utafutaji</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Ukaguzi</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Ukurasa</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Usomaji</translation>
    </message>
    <message>
        <source>Sanduku</source>
        <translation>Sanduku</translation>
    </message>
    <message>
        <source>Send &amp;now</source>
        <translation>Tuma &amp;sasa</translation>
    </message>
    <message>
        <source>Send what waits to headquarters, and take what it says</source>
        <translation>Tuma kinachosubiri makao makuu, na upokee inachosema</translation>
    </message>
    <message>
        <source>Join a &amp;team…</source>
        <translation>Jiunge na &amp;timu…</translation>
    </message>
    <message>
        <source>With the invitation that headquarters gives you</source>
        <translation>Kwa mwaliko unaopewa na makao makuu</translation>
    </message>
</context>
</TS>
