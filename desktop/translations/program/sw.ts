<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>You opened the library with the recovery key. Set a new passphrase to open it without.</source>
        <translation>Umefungua maktaba kwa ufunguo wa dharura. Weka kaulisiri mpya ili uifungue bila ufunguo huo.</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Iweke</translation>
    </message>
    <message>
        <source>Another window of Sanduku is open, and does not answer. This is a second one.</source>
        <translation>Dirisha lingine la Sanduku limefunguliwa na halijibu. Hili ni la pili.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Copy it again from where it came from, or scan the page again.</source>
        <translation>Inakili tena kutoka ilikotoka, au changanua ukurasa tena.</translation>
    </message>
    <message>
        <source>Check that the disk is connected, then try again.</source>
        <translation>Hakikisha diski imeunganishwa, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the log file to whoever supports you.</source>
        <translation>Jaribu tena. Ikitokea tena, tuma faili ya kumbukumbu kwa anayekusaidia.</translation>
    </message>
    <message>
        <source>Install Sanduku again, or ask whoever supports you.</source>
        <translation>Sakinisha Sanduku tena, au muulize anayekusaidia.</translation>
    </message>
    <message>
        <source>Setting Sanduku up brings them: do that again, or ask whoever supports you.</source>
        <translation>Kuandaa Sanduku huzileta: iandae tena, au muulize anayekusaidia.</translation>
    </message>
    <message>
        <source>Restore a backup, or ask whoever supports you. Change nothing in the folder.</source>
        <translation>Rejesha nakala rudufu, au muulize anayekusaidia. Usibadilishe chochote kwenye folda.</translation>
    </message>
    <message>
        <source>Scan it again at a lower resolution (300 dpi is plenty), or raise the limit in the settings.</source>
        <translation>Ichanganue tena kwa ubora mdogo (dpi 300 zinatosha kabisa), au ongeza kikomo kwenye mipangilio.</translation>
    </message>
    <message>
        <source>Type a name and try again.</source>
        <translation>Andika jina kisha jaribu tena.</translation>
    </message>
    <message>
        <source>Open it again to see how it is now.</source>
        <translation>Ifungue tena uone ilivyo sasa.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku and open it again.</source>
        <translation>Sakinisha toleo jipya zaidi la Sanduku kisha uifungue tena.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Chagua jina au folda nyingine.</translation>
    </message>
    <message>
        <source>Have the page read again.</source>
        <translation>Agiza ukurasa usomwe tena.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Kuna hitilafu iliyotokea.</translation>
    </message>
    <message>
        <source>Something went wrong in Sanduku itself. Your documents are safe.</source>
        <translation>Hitilafu imetokea ndani ya Sanduku yenyewe. Hati zako ziko salama.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Hii ilisimamishwa.</translation>
    </message>
    <message>
        <source>Sanduku was updated while it was open.</source>
        <translation>Sanduku ilisasishwa ikiwa imefunguliwa.</translation>
    </message>
    <message>
        <source>Close it, and open it again; nothing is lost.</source>
        <translation>Ifunge, kisha uifungue tena; hakuna kilichopotea.</translation>
    </message>
    <message>
        <source>A setting has a value that it cannot take.</source>
        <translation>Mpangilio mmoja una thamani isiyowezekana.</translation>
    </message>
    <message>
        <source>Correct it in the settings.</source>
        <translation>Isahihishe kwenye mipangilio.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Hii haipo tena.</translation>
    </message>
    <message>
        <source>The disk is full. Everything that was stored before is safe.</source>
        <translation>Diski imejaa. Kila kilichohifadhiwa awali kiko salama.</translation>
    </message>
    <message>
        <source>Free some space or empty the trash, then try again.</source>
        <translation>Ongeza nafasi au safisha takataka, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>The printer took no page.</source>
        <translation>Printa haikuchukua ukurasa wowote.</translation>
    </message>
    <message>
        <source>See whether it is switched on and has paper, then try again.</source>
        <translation>Angalia kama imewashwa na ina karatasi, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>This file cannot be used as it is.</source>
        <translation>Faili hii haiwezi kutumika ilivyo.</translation>
    </message>
    <message>
        <source>The file was altered while it was being added.</source>
        <translation>Faili ilibadilishwa ilipokuwa ikiongezwa.</translation>
    </message>
    <message>
        <source>Wait until it is complete, then add it again.</source>
        <translation>Subiri hadi ikamilike, kisha uiongeze tena.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Faili haiwezi kusomwa.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may read it.</source>
        <translation>Hakikisha bado ipo na kwamba unaruhusiwa kuisoma.</translation>
    </message>
    <message>
        <source>The file is not there, or it may not be read.</source>
        <translation>Faili haipo, au hairuhusiwi kusomwa.</translation>
    </message>
    <message>
        <source>Check its name, its disk or card, and whether you may open it.</source>
        <translation>Kagua jina lake, diski au kadi yake, na kama unaruhusiwa kuifungua.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Faili hii ni tupu.</translation>
    </message>
    <message>
        <source>This file, or this page of it, is damaged.</source>
        <translation>Faili hii, au ukurasa huu wake, imeharibika.</translation>
    </message>
    <message>
        <source>This file ends too early: a part of it is missing.</source>
        <translation>Faili hii inaishia mapema mno: sehemu yake haipo.</translation>
    </message>
    <message>
        <source>This is no kind of file that can be read.</source>
        <translation>Aina hii ya faili haiwezi kusomwa.</translation>
    </message>
    <message>
        <source>Open it in the program that made it, save it as PDF, PNG or JPEG, and add that.</source>
        <translation>Ifungue kwenye programu iliyoitengeneza, ihifadhi kama PDF, PNG au JPEG, kisha ongeza hiyo.</translation>
    </message>
    <message>
        <source>This file or its picture is too large.</source>
        <translation>Faili hii au picha yake ni kubwa mno.</translation>
    </message>
    <message>
        <source>This file has too many pages.</source>
        <translation>Faili hii ina kurasa nyingi mno.</translation>
    </message>
    <message>
        <source>Split it, or raise the limit in the settings.</source>
        <translation>Igawanye, au ongeza kikomo kwenye mipangilio.</translation>
    </message>
    <message>
        <source>There is no page in this file.</source>
        <translation>Hakuna ukurasa kwenye faili hii.</translation>
    </message>
    <message>
        <source>Make the file again in the program that it comes from.</source>
        <translation>Tengeneza faili tena kwenye programu ilikotoka.</translation>
    </message>
    <message>
        <source>This PDF is protected by a password.</source>
        <translation>PDF hii imelindwa kwa nenosiri.</translation>
    </message>
    <message>
        <source>Give the password, or save it again without one.</source>
        <translation>Toa nenosiri, au ihifadhi tena bila nenosiri.</translation>
    </message>
    <message>
        <source>The password does not open this PDF.</source>
        <translation>Nenosiri halifungui PDF hii.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, and give it again.</source>
        <translation>Angalia herufi kubwa na lugha ya kibodi, kisha ulitoe tena.</translation>
    </message>
    <message>
        <source>The corners of the sheet lie beside the page.</source>
        <translation>Pembe za karatasi ziko nje ya ukurasa.</translation>
    </message>
    <message>
        <source>Drag the corners to where the sheet lies, or undo the straightening.</source>
        <translation>Buruta pembe hadi karatasi ilipo, au tengua unyooshaji.</translation>
    </message>
    <message>
        <source>Nothing on this computer can read this box in the way that was asked.</source>
        <translation>Hakuna kitu kwenye kompyuta hii kinachoweza kusoma kisanduku hiki kama ilivyoombwa.</translation>
    </message>
    <message>
        <source>Choose another language, and try again.</source>
        <translation>Chagua lugha nyingine, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>The reader stopped at this page several times, so it was left out.</source>
        <translation>Kisomaji kilisimama kwenye ukurasa huu mara kadhaa, kwa hiyo uliachwa.</translation>
    </message>
    <message>
        <source>Try it again, or save the file in another format and add that.</source>
        <translation>Jaribu tena, au hifadhi faili kwa muundo mwingine kisha ongeza hiyo.</translation>
    </message>
    <message>
        <source>Reading this page took too long and was stopped.</source>
        <translation>Kusoma ukurasa huu kulichukua muda mrefu mno na kulisimamishwa.</translation>
    </message>
    <message>
        <source>Try again, or give pages more time in the settings.</source>
        <translation>Jaribu tena, au zipe kurasa muda zaidi kwenye mipangilio.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this page.</source>
        <translation>Hakukuwa na kumbukumbu ya kutosha kusoma ukurasa huu.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Funga programu nyingine kisha jaribu tena.</translation>
    </message>
    <message>
        <source>The reader could not open the library.</source>
        <translation>Kisomaji hakikuweza kufungua maktaba.</translation>
    </message>
    <message>
        <source>This page is read by another reader now.</source>
        <translation>Ukurasa huu sasa unasomwa na kisomaji kingine.</translation>
    </message>
    <message>
        <source>Something that is needed for reading is missing.</source>
        <translation>Kitu kinachohitajika kwa kusoma hakipo.</translation>
    </message>
    <message>
        <source>EasyOCR is not on this computer, or it is switched off.</source>
        <translation>EasyOCR haipo kwenye kompyuta hii, au imezimwa.</translation>
    </message>
    <message>
        <source>Switch it off in the settings: Sanduku reads without it.</source>
        <translation>Izime kwenye mipangilio: Sanduku husoma bila hiyo.</translation>
    </message>
    <message>
        <source>Tesseract, which reads Arabic, is missing or lacks its language files.</source>
        <translation>Tesseract, inayosoma Kiarabu, haipo au haina faili zake za lugha.</translation>
    </message>
    <message>
        <source>The models for reading are missing on this computer.</source>
        <translation>Modeli za kusomea hazipo kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>A model is damaged.</source>
        <translation>Modeli imeharibika.</translation>
    </message>
    <message>
        <source>Install its pack again; if it came with Sanduku, install Sanduku again.</source>
        <translation>Sakinisha tena kifurushi chake; ikiwa ilikuja na Sanduku, sakinisha Sanduku tena.</translation>
    </message>
    <message>
        <source>A model was made for a later version of Sanduku.</source>
        <translation>Modeli moja ilitengenezwa kwa toleo jipya zaidi la Sanduku.</translation>
    </message>
    <message>
        <source>A model cannot be run on this computer.</source>
        <translation>Modeli moja haiwezi kuendeshwa kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>The library cannot do this.</source>
        <translation>Maktaba haiwezi kufanya hivi.</translation>
    </message>
    <message>
        <source>There is no library in this folder.</source>
        <translation>Hakuna maktaba kwenye folda hii.</translation>
    </message>
    <message>
        <source>Check the folder's name, or begin a new library there.</source>
        <translation>Kagua jina la folda, au anzisha maktaba mpya hapo.</translation>
    </message>
    <message>
        <source>There is something in this folder already. Nothing in it was touched.</source>
        <translation>Tayari kuna kitu kwenye folda hii. Hakuna kilichoguswa ndani yake.</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>Chagua folda tupu au mpya.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>Maktaba imeharibika.</translation>
    </message>
    <message>
        <source>A later version of Sanduku made this library.</source>
        <translation>Toleo jipya zaidi la Sanduku lilitengeneza maktaba hii.</translation>
    </message>
    <message>
        <source>A part of Sanduku is too old to keep a library safely.</source>
        <translation>Sehemu ya Sanduku ni ya zamani mno kutunza maktaba kwa usalama.</translation>
    </message>
    <message>
        <source>Another program is using the library and did not let go of it.</source>
        <translation>Programu nyingine inatumia maktaba na haikuiachia.</translation>
    </message>
    <message>
        <source>Wait for it to finish, or close it, and try again.</source>
        <translation>Subiri imalize, au ifunge, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>Nothing can be written where the library lies.</source>
        <translation>Hakuna kinachoweza kuandikwa mahali maktaba ilipo.</translation>
    </message>
    <message>
        <source>Take off the write protection of the disk, or copy the library elsewhere.</source>
        <translation>Ondoa kinga ya kuandika ya diski, au nakili maktaba kwingine.</translation>
    </message>
    <message>
        <source>The disk with the library does not answer.</source>
        <translation>Diski yenye maktaba haijibu.</translation>
    </message>
    <message>
        <source>The library is locked.</source>
        <translation>Maktaba imefungwa.</translation>
    </message>
    <message>
        <source>Give its passphrase or its recovery key.</source>
        <translation>Toa kaulisiri yake au ufunguo wake wa dharura.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>Kaulisiri si sahihi.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, or use the recovery key.</source>
        <translation>Angalia herufi kubwa na lugha ya kibodi, au tumia ufunguo wa dharura.</translation>
    </message>
    <message>
        <source>The recovery key is mistyped, or belongs to another library.</source>
        <translation>Ufunguo wa dharura umeandikwa vibaya, au ni wa maktaba nyingine.</translation>
    </message>
    <message>
        <source>Compare it with the sheet that was printed last for this library.</source>
        <translation>Ulinganishe na karatasi iliyochapishwa mwisho kwa maktaba hii.</translation>
    </message>
    <message>
        <source>The key that this computer kept for the library is gone.</source>
        <translation>Ufunguo ambao kompyuta hii ilitunza kwa maktaba haupo tena.</translation>
    </message>
    <message>
        <source>Open it with the printed recovery key, then set a new passphrase.</source>
        <translation>Ifungue kwa ufunguo wa dharura uliochapishwa, kisha weka kaulisiri mpya.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>Kaulisiri ni fupi mno.</translation>
    </message>
    <message>
        <source>Use several words that you can remember.</source>
        <translation>Tumia maneno kadhaa unayoweza kukumbuka.</translation>
    </message>
    <message>
        <source>A stored file was altered or cut off.</source>
        <translation>Faili iliyohifadhiwa ilibadilishwa au ilikatwa.</translation>
    </message>
    <message>
        <source>Add the original again, or restore a backup.</source>
        <translation>Ongeza faili asili tena, au rejesha nakala rudufu.</translation>
    </message>
    <message>
        <source>A stored file is no longer there.</source>
        <translation>Faili iliyohifadhiwa haipo tena.</translation>
    </message>
    <message>
        <source>This needs a name with at least one letter.</source>
        <translation>Hii inahitaji jina lenye angalau herufi moja.</translation>
    </message>
    <message>
        <source>The backup cannot be made, or it is not complete.</source>
        <translation>Nakala rudufu haiwezi kutengenezwa, au haijakamilika.</translation>
    </message>
    <message>
        <source>Use another disk or another backup, and keep those that you have.</source>
        <translation>Tumia diski nyingine au nakala rudufu nyingine, na tunza ulizonazo.</translation>
    </message>
    <message>
        <source>This correction does not fit the page as it is now.</source>
        <translation>Sahihisho hili halilingani na ukurasa ulivyo sasa.</translation>
    </message>
    <message>
        <source>These four corners cannot be those of a sheet of paper.</source>
        <translation>Pembe hizi nne haziwezi kuwa za karatasi.</translation>
    </message>
    <message>
        <source>Drag each corner to a corner of the sheet, so that no two sides cross.</source>
        <translation>Buruta kila pembe hadi pembe ya karatasi, bila pande mbili kukatana.</translation>
    </message>
    <message>
        <source>This box cannot be read again, or holds no text.</source>
        <translation>Kisanduku hiki hakiwezi kusomwa tena, au hakina maandishi.</translation>
    </message>
    <message>
        <source>The export could not be made.</source>
        <translation>Uhamishaji haukuweza kufanyika.</translation>
    </message>
    <message>
        <source>There is no such format.</source>
        <translation>Hakuna muundo kama huo.</translation>
    </message>
    <message>
        <source>This file is there already.</source>
        <translation>Faili hii tayari ipo.</translation>
    </message>
    <message>
        <source>The export cannot be written there.</source>
        <translation>Uhamishaji hauwezi kuandikwa hapo.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Chagua folda unayoruhusiwa kuandika.</translation>
    </message>
    <message>
        <source>Nothing of this document is read yet.</source>
        <translation>Hakuna kilichosomwa cha hati hii bado.</translation>
    </message>
    <message>
        <source>Have it read first, or leave it out.</source>
        <translation>Isomwe kwanza, au iachwe nje.</translation>
    </message>
    <message>
        <source>This format makes one file for each document.</source>
        <translation>Muundo huu hutengeneza faili moja kwa kila hati.</translation>
    </message>
    <message>
        <source>Choose a folder instead of a file.</source>
        <translation>Chagua folda badala ya faili.</translation>
    </message>
    <message>
        <source>The ending of this name belongs to another format.</source>
        <translation>Mwisho wa jina hili ni wa muundo mwingine.</translation>
    </message>
    <message>
        <source>The pattern for file names cannot be filled in.</source>
        <translation>Kielezo cha majina ya faili hakiwezi kujazwa.</translation>
    </message>
    <message>
        <source>Use the words in braces that are offered, and plain text.</source>
        <translation>Tumia maneno yaliyo kwenye mabano yanayotolewa, na maandishi ya kawaida.</translation>
    </message>
    <message>
        <source>The original PDF cannot be used.</source>
        <translation>PDF asili haiwezi kutumika.</translation>
    </message>
    <message>
        <source>Export it as text, or add the file again without its password.</source>
        <translation>Ihamishe kama maandishi, au ongeza faili tena bila nenosiri lake.</translation>
    </message>
    <message>
        <source>The picture of a page is missing.</source>
        <translation>Picha ya ukurasa mmoja haipo.</translation>
    </message>
    <message>
        <source>Export the text in another format.</source>
        <translation>Hamisha maandishi kwa muundo mwingine.</translation>
    </message>
    <message>
        <source>The search index is damaged; documents and readings are not.</source>
        <translation>Faharasa ya utafutaji imeharibika; hati na usomaji viko salama.</translation>
    </message>
    <message>
        <source>Ask whoever supports you to make the index anew.</source>
        <translation>Mwombe anayekusaidia atengeneze faharasa upya.</translation>
    </message>
    <message>
        <source>This computer's clock is behind the last change, or was wrong then.</source>
        <translation>Saa ya kompyuta hii iko nyuma ya badiliko la mwisho, au ilikuwa si sahihi wakati huo.</translation>
    </message>
    <message>
        <source>Set the date and the time of this computer right.</source>
        <translation>Rekebisha tarehe na saa ya kompyuta hii.</translation>
    </message>
    <message>
        <source>A backup or a library that was not finished lies beside this one.</source>
        <translation>Kando ya maktaba hii kuna nakala rudufu au maktaba ambayo haikukamilika.</translation>
    </message>
    <message>
        <source>If nothing is being made there now, the folder can be deleted.</source>
        <translation>Ikiwa hakuna kinachotengenezwa humo sasa, folda inaweza kufutwa.</translation>
    </message>
    <message>
        <source>The search index was not checked, because nothing can be written here.</source>
        <translation>Faharasa ya utafutaji haikukaguliwa, kwa sababu hapa hapawezi kuandikwa.</translation>
    </message>
    <message>
        <source>Copy the folder to a disk that can be written, and check it there.</source>
        <translation>Nakili folda kwenye diski inayoandikika, kisha uikague humo.</translation>
    </message>
    <message>
        <source>You have no permission to read this file.</source>
        <translation>Huna ruhusa ya kusoma faili hii.</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or copy it to a folder of your own.</source>
        <translation>Mwombe mwenyewe ruhusa, au inakili kwenye folda yako.</translation>
    </message>
    <message>
        <source>The page is not read yet.</source>
        <translation>Ukurasa bado haujasomwa.</translation>
    </message>
    <message>
        <source>Wait until it is read.</source>
        <translation>Subiri hadi usomwe.</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Maelezo: %1</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever gave it to you.</source>
        <translation>Usikitumie, na muulize aliyekupa.</translation>
    </message>
    <message>
        <source>Copy the pack again from where it came, and install that copy.</source>
        <translation>Nakili kifurushi tena kutoka kilikotoka, kisha usakinishe nakala hiyo.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model pack.</source>
        <translation>Funga programu nyingine, au chagua kifurushi kidogo zaidi cha modeli.</translation>
    </message>
    <message>
        <source>Choose another model pack.</source>
        <translation>Chagua kifurushi kingine cha modeli.</translation>
    </message>
    <message>
        <source>No model pack lies here.</source>
        <translation>Hakuna kifurushi cha modeli hapa.</translation>
    </message>
    <message>
        <source>Choose the folder or file of a model pack.</source>
        <translation>Chagua folda au faili ya kifurushi cha modeli.</translation>
    </message>
    <message>
        <source>This model pack is not safe; nothing of it was unpacked.</source>
        <translation>Kifurushi hiki cha modeli si salama; hakuna kilichotolewa ndani yake.</translation>
    </message>
    <message>
        <source>This model pack holds more than it says.</source>
        <translation>Kifurushi hiki cha modeli kina zaidi ya kinachosema.</translation>
    </message>
    <message>
        <source>This model pack is not complete: its copy was broken off.</source>
        <translation>Kifurushi hiki cha modeli hakijakamilika: kunakili kwake kulikatizwa.</translation>
    </message>
    <message>
        <source>A file of this model pack was changed or damaged on its way. Nothing was installed.</source>
        <translation>Faili ya kifurushi hiki cha modeli ilibadilishwa au kuharibika njiani. Hakuna kilichosakinishwa.</translation>
    </message>
    <message>
        <source>The model pack cannot be read any more.</source>
        <translation>Kifurushi cha modeli hakiwezi kusomwa tena.</translation>
    </message>
    <message>
        <source>Put the stick in again and install once more; what was copied is kept.</source>
        <translation>Chomeka tena kijiti cha USB na usakinishe upya; kilichonakiliwa kimehifadhiwa.</translation>
    </message>
    <message>
        <source>This version of Sanduku cannot run this model pack.</source>
        <translation>Toleo hili la Sanduku haliwezi kuendesha kifurushi hiki cha modeli.</translation>
    </message>
    <message>
        <source>The model pack was tried on this computer and gave wrong answers. It is not used.</source>
        <translation>Kifurushi cha modeli kilijaribiwa kwenye kompyuta hii na kikatoa majibu yasiyo sahihi. Hakitumiki.</translation>
    </message>
    <message>
        <source>Tell whoever made the pack.</source>
        <translation>Mwambie aliyetengeneza kifurushi.</translation>
    </message>
    <message>
        <source>This model belongs to Sanduku itself, which renews it.</source>
        <translation>Modeli hii ni ya Sanduku yenyewe, ambayo huifanya upya.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this model pack.</source>
        <translation>Hakuna nafasi ya kutosha kwenye diski kwa kifurushi hiki cha modeli.</translation>
    </message>
    <message>
        <source>Free some space or remove a model pack, then try again.</source>
        <translation>Acha nafasi wazi au ondoa kifurushi cha modeli, kisha ujaribu tena.</translation>
    </message>
    <message>
        <source>Nothing can be written where model packs are kept.</source>
        <translation>Hakuna kinachoweza kuandikwa mahali vifurushi vya modeli vinapohifadhiwa.</translation>
    </message>
    <message>
        <source>Check that this folder is yours to write in.</source>
        <translation>Hakikisha una ruhusa ya kuandika kwenye folda hii.</translation>
    </message>
    <message>
        <source>Model packs are being installed or used just now.</source>
        <translation>Vifurushi vya modeli vinasakinishwa au vinatumiwa sasa hivi.</translation>
    </message>
    <message>
        <source>Wait until that has finished, then try again.</source>
        <translation>Subiri hadi imalizike, kisha ujaribu tena.</translation>
    </message>
    <message>
        <source>Something must be agreed to before this model pack is installed.</source>
        <translation>Kuna jambo la kukubali kabla ya kusakinisha kifurushi hiki cha modeli.</translation>
    </message>
    <message>
        <source>Read what is said about it, and agree if you do.</source>
        <translation>Soma kinachosemwa kukihusu, na ukubali ukitaka.</translation>
    </message>
    <message>
        <source>The signature of this model pack is broken. It is not used.</source>
        <translation>Sahihi ya kifurushi hiki cha modeli si sahihi. Hakitumiki.</translation>
    </message>
    <message>
        <source>This model pack is signed by somebody whom this computer does not trust.</source>
        <translation>Kifurushi hiki cha modeli kimetiwa sahihi na mtu ambaye kompyuta hii haimwamini.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the signer by phone or on paper before you trust them.</source>
        <translation>Linganisha alama ya kidole na aliyetia sahihi kwa simu au kwa karatasi kabla ya kumwamini.</translation>
    </message>
    <message>
        <source>This model pack is not signed by whoever signed the installed one.</source>
        <translation>Kifurushi hiki cha modeli hakikutiwa sahihi na aliyetia sahihi kile kilichosakinishwa.</translation>
    </message>
    <message>
        <source>Ask whoever signed the installed one for the pack.</source>
        <translation>Omba kifurushi kwa aliyetia sahihi kile kilichosakinishwa.</translation>
    </message>
    <message>
        <source>This model pack is older than one that was installed here before.</source>
        <translation>Kifurushi hiki cha modeli ni cha zamani kuliko kilichosakinishwa hapa awali.</translation>
    </message>
    <message>
        <source>Bring the newest one from its signer.</source>
        <translation>Leta kipya zaidi kutoka kwa aliyekitia sahihi.</translation>
    </message>
    <message>
        <source>This file does not tell whom to trust.</source>
        <translation>Faili hii haisemi ni nani wa kuaminiwa.</translation>
    </message>
    <message>
        <source>Ask the signer of the packs for the right file.</source>
        <translation>Omba faili sahihi kwa anayetia sahihi vifurushi.</translation>
    </message>
    <message>
        <source>The fingerprint is not that of this file.</source>
        <translation>Alama ya kidole si ya faili hii.</translation>
    </message>
    <message>
        <source>Ask the signer for it by another way. If it still differs, do not trust the file.</source>
        <translation>Iombe kwa aliyetia sahihi kwa njia nyingine. Ikiwa bado ni tofauti, usiiamini faili.</translation>
    </message>
    <message>
        <source>Nothing can be asked about this page, or said of this answer.</source>
        <translation>Hakuna kinachoweza kuulizwa kuhusu ukurasa huu, wala kusemwa kuhusu jibu hili.</translation>
    </message>
    <message>
        <source>There is not enough free memory for this model. Nothing was lost.</source>
        <translation>Hakuna kumbukumbu huru ya kutosha kwa modeli hii. Hakuna kilichopotea.</translation>
    </message>
    <message>
        <source>The graphics card cannot run this model.</source>
        <translation>Kadi ya michoro haiwezi kuendesha modeli hii.</translation>
    </message>
    <message>
        <source>Let the processor do it.</source>
        <translation>Acha kichakataji kiifanye.</translation>
    </message>
    <message>
        <source>There are too few photos with known labels to learn from.</source>
        <translation>Picha zenye lebo zinazojulikana ni chache mno za kujifunzia.</translation>
    </message>
    <message>
        <source>Add more photos of each label.</source>
        <translation>Ongeza picha zaidi za kila lebo.</translation>
    </message>
    <message>
        <source>The folders with the photos have other names than questions and labels.</source>
        <translation>Folda za picha zina majina tofauti na maswali na lebo.</translation>
    </message>
    <message>
        <source>Name them like the questions and labels.</source>
        <translation>Zipe majina ya maswali na lebo.</translation>
    </message>
    <message>
        <source>What was learnt from the photos does not hold for others.</source>
        <translation>Kilichojifunzwa kwenye picha hakifai kwa picha nyingine.</translation>
    </message>
    <message>
        <source>Look whether their labels are right, and add more photos.</source>
        <translation>Angalia kama lebo zake ni sahihi, na uongeze picha zaidi.</translation>
    </message>
    <message>
        <source>The model cannot answer in the form that was asked for.</source>
        <translation>Modeli haiwezi kujibu kwa namna iliyoombwa.</translation>
    </message>
    <message>
        <source>Sanduku does not know how to run a part of this model pack.</source>
        <translation>Sanduku haijui jinsi ya kuendesha sehemu ya kifurushi hiki cha modeli.</translation>
    </message>
    <message>
        <source>The model needs more memory than there is.</source>
        <translation>Modeli inahitaji kumbukumbu zaidi ya iliyopo.</translation>
    </message>
    <message>
        <source>No installed model pack can do this.</source>
        <translation>Hakuna kifurushi cha modeli kilichosakinishwa kinachoweza kufanya hili.</translation>
    </message>
    <message>
        <source>Install one that can.</source>
        <translation>Sakinisha kinachoweza.</translation>
    </message>
    <message>
        <source>The model gave no usable answer.</source>
        <translation>Modeli haikutoa jibu linaloweza kutumika.</translation>
    </message>
    <message>
        <source>Try again, or choose another model pack.</source>
        <translation>Jaribu tena, au chagua kifurushi kingine cha modeli.</translation>
    </message>
    <message>
        <source>The parts of this model pack do not fit each other.</source>
        <translation>Sehemu za kifurushi hiki cha modeli haziendani.</translation>
    </message>
    <message>
        <source>This picture cannot be looked at.</source>
        <translation>Picha hii haiwezi kutazamwa.</translation>
    </message>
    <message>
        <source>The model pack does not know this way of looking at a picture.</source>
        <translation>Kifurushi cha modeli hakijui njia hii ya kutazama picha.</translation>
    </message>
    <message>
        <source>The question is empty or too long.</source>
        <translation>Swali ni tupu au refu mno.</translation>
    </message>
    <message>
        <source>Ask it in fewer words.</source>
        <translation>Liulize kwa maneno machache zaidi.</translation>
    </message>
    <message>
        <source>The description of the values to find cannot be used.</source>
        <translation>Maelezo ya thamani za kutafuta hayawezi kutumika.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Yasahihishe na ujaribu tena.</translation>
    </message>
    <message>
        <source>Picture and question together are more than the model can hold.</source>
        <translation>Picha na swali kwa pamoja ni zaidi ya uwezo wa modeli.</translation>
    </message>
    <message>
        <source>Ask a shorter question, or have the picture looked at less closely.</source>
        <translation>Uliza swali fupi zaidi, au picha itazamwe kwa ukaribu mdogo zaidi.</translation>
    </message>
    <message>
        <source>These words cannot be searched for.</source>
        <translation>Maneno haya hayawezi kutafutwa.</translation>
    </message>
    <message>
        <source>Say in a few words what the photo shows.</source>
        <translation>Sema kwa maneno machache kinachoonekana kwenye picha.</translation>
    </message>
    <message>
        <source>Ask headquarters.</source>
        <translation>Uliza makao makuu.</translation>
    </message>
    <message>
        <source>Ask headquarters for a new invitation.</source>
        <translation>Omba mwaliko mpya kwa makao makuu.</translation>
    </message>
    <message>
        <source>Update Sanduku here, or ask headquarters to update.</source>
        <translation>Sasisha Sanduku hapa, au omba makao makuu wasasishe.</translation>
    </message>
    <message>
        <source>Check the connection, and try again later.</source>
        <translation>Kagua muunganisho, kisha jaribu tena baadaye.</translation>
    </message>
    <message>
        <source>Ask headquarters to write the answer onto the stick again.</source>
        <translation>Omba makao makuu waandike jibu tena kwenye kidole cha USB.</translation>
    </message>
    <message>
        <source>Your work could not be sent.</source>
        <translation>Kazi yako haikuweza kutumwa.</translation>
    </message>
    <message>
        <source>Sending was asked for in a way that is not understood.</source>
        <translation>Kutuma kumeombwa kwa njia isiyoeleweka.</translation>
    </message>
    <message>
        <source>Start Sanduku again.</source>
        <translation>Anzisha Sanduku tena.</translation>
    </message>
    <message>
        <source>Another program sends the work of this library just now.</source>
        <translation>Programu nyingine inatuma kazi ya maktaba hii sasa hivi.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then send what is left.</source>
        <translation>Subiri hadi imalize, kisha tuma kilichobaki.</translation>
    </message>
    <message>
        <source>Headquarters refused this.</source>
        <translation>Makao makuu yamekataa.</translation>
    </message>
    <message>
        <source>What headquarters sent cannot be understood.</source>
        <translation>Kilichotumwa na makao makuu hakieleweki.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>Mtandao umezimwa katika mipangilio.</translation>
    </message>
    <message>
        <source>Allow it in the settings, or use a USB stick.</source>
        <translation>Ruhusu katika mipangilio, au tumia kidole cha USB.</translation>
    </message>
    <message>
        <source>Headquarters did not answer.</source>
        <translation>Makao makuu hayakujibu.</translation>
    </message>
    <message>
        <source>The data that may be used today is used.</source>
        <translation>Data inayoruhusiwa leo imekwisha.</translation>
    </message>
    <message>
        <source>Sending goes on tomorrow. Or allow more data in the settings.</source>
        <translation>Kutuma kutaendelea kesho. Au ruhusu data zaidi katika mipangilio.</translation>
    </message>
    <message>
        <source>What answered is not your headquarters. Nothing was sent to it.</source>
        <translation>Kilichojibu si makao makuu yako. Hakuna kilichotumwa kwake.</translation>
    </message>
    <message>
        <source>In a network with a log-in page, log in first. See whether the date of this computer is right. Otherwise ask headquarters.</source>
        <translation>Katika mtandao wenye ukurasa wa kuingia, ingia kwanza. Angalia kama tarehe ya kompyuta hii ni sahihi. Vinginevyo uliza makao makuu.</translation>
    </message>
    <message>
        <source>This network wants you to log in before it lets anything through. Nothing is lost.</source>
        <translation>Mtandao huu unakutaka uingie kwanza kabla ya kuruhusu chochote kupita. Hakuna kilichopotea.</translation>
    </message>
    <message>
        <source>Open a web browser, log in to the network there, and send again. Or use another network.</source>
        <translation>Fungua kivinjari cha wavuti, ingia kwenye mtandao huko, kisha tuma tena. Au tumia mtandao mwingine.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password. Nothing is lost.</source>
        <translation>Proksi ya mtandao huu inataka jina na nenosiri. Hakuna kilichopotea.</translation>
    </message>
    <message>
        <source>Ask whoever runs the network for them, and write them into the address of the proxy in the settings: http://NAME:PASSWORD@HOST:PORT.</source>
        <translation>Waombe wanaosimamia mtandao, kisha uyaandike kwenye anwani ya proksi katika mipangilio: http://NAME:PASSWORD@HOST:PORT.</translation>
    </message>
    <message>
        <source>The invitation names no address of headquarters that can be used.</source>
        <translation>Mwaliko hautaji anwani ya makao makuu inayoweza kutumika.</translation>
    </message>
    <message>
        <source>This library belongs to another team already.</source>
        <translation>Maktaba hii tayari ni ya timu nyingine.</translation>
    </message>
    <message>
        <source>Leave that team first, or make a new library.</source>
        <translation>Ondoka kwanza kwenye timu hiyo, au tengeneza maktaba mpya.</translation>
    </message>
    <message>
        <source>This is no invitation to a team, or a part of it is missing.</source>
        <translation>Huu si mwaliko wa timu, au sehemu yake inakosekana.</translation>
    </message>
    <message>
        <source>Ask headquarters to send it again.</source>
        <translation>Omba makao makuu waitume tena.</translation>
    </message>
    <message>
        <source>No QR code of an invitation can be read in this picture.</source>
        <translation>Hakuna msimbo wa QR wa mwaliko unaosomeka katika picha hii.</translation>
    </message>
    <message>
        <source>Take the photo from straight above, sharp, in good light, with white around the code.</source>
        <translation>Piga picha kutoka juu moja kwa moja, ionekane wazi, kwenye mwanga mzuri, na nafasi nyeupe kuzunguka msimbo.</translation>
    </message>
    <message>
        <source>What lies on the stick cannot be used.</source>
        <translation>Kilicho kwenye kidole cha USB hakiwezi kutumika.</translation>
    </message>
    <message>
        <source>There is nothing of Sanduku in this folder, or only half of it.</source>
        <translation>Hakuna kitu cha Sanduku katika folda hii, au kuna nusu tu.</translation>
    </message>
    <message>
        <source>Choose the folder on the stick whose name begins with “sanduku”.</source>
        <translation>Chagua folda kwenye kidole cha USB ambayo jina lake linaanza na “sanduku”.</translation>
    </message>
    <message>
        <source>A part of what lies on the stick is missing or damaged.</source>
        <translation>Sehemu ya kilicho kwenye kidole cha USB inakosekana au imeharibika.</translation>
    </message>
    <message>
        <source>What lies in this folder is not for this library.</source>
        <translation>Kilicho katika folda hii si cha maktaba hii.</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote for you.</source>
        <translation>Chagua folda ambayo makao makuu yalikuandikia.</translation>
    </message>
    <message>
        <source>A later version of Sanduku wrote what lies on the stick.</source>
        <translation>Toleo jipya zaidi la Sanduku liliandika kilicho kwenye kidole cha USB.</translation>
    </message>
    <message>
        <source>Update Sanduku here, then take it.</source>
        <translation>Sasisha Sanduku hapa, kisha pokea.</translation>
    </message>
    <message>
        <source>Headquarters has shut this computer out. Nothing on this computer is lost.</source>
        <translation>Makao makuu yameifungia kompyuta hii. Hakuna kilichopotea kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Headquarters does not know this invitation.</source>
        <translation>Makao makuu hayaujui mwaliko huu.</translation>
    </message>
    <message>
        <source>Another computer has used this invitation.</source>
        <translation>Kompyuta nyingine imetumia mwaliko huu.</translation>
    </message>
    <message>
        <source>The invitation has expired.</source>
        <translation>Muda wa mwaliko umekwisha.</translation>
    </message>
    <message>
        <source>The disk of headquarters is full.</source>
        <translation>Diski ya makao makuu imejaa.</translation>
    </message>
    <message>
        <source>Copy the update again from where it came, and use that copy.</source>
        <translation>Nakili sasisho tena kutoka lilikotoka, kisha tumia nakala hiyo.</translation>
    </message>
    <message>
        <source>Save the diagnostics, and send them to whoever gave you the update.</source>
        <translation>Hifadhi taarifa za uchunguzi na uzitume kwa aliyekupa sasisho.</translation>
    </message>
    <message>
        <source>Keep the version that you have.</source>
        <translation>Baki na toleo ulilo nalo.</translation>
    </message>
    <message>
        <source>Whoever signed this may sign models for this computer, and no programs.</source>
        <translation>Aliyetia sahihi hii anaweza kutia sahihi modeli za kompyuta hii, si programu.</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever looks after your computers.</source>
        <translation>Usiitumie, na umuulize anayetunza kompyuta zenu.</translation>
    </message>
    <message>
        <source>There is no update for this computer.</source>
        <translation>Hakuna sasisho la kompyuta hii.</translation>
    </message>
    <message>
        <source>Plug in the stick with the update, or choose its file.</source>
        <translation>Chomeka kijiti chenye sasisho, au chagua faili lake.</translation>
    </message>
    <message>
        <source>The update is not complete: its copy was broken off.</source>
        <translation>Sasisho halijakamilika: kunakili kulikatizwa.</translation>
    </message>
    <message>
        <source>The update was changed or damaged on its way.</source>
        <translation>Sasisho lilibadilishwa au kuharibika njiani.</translation>
    </message>
    <message>
        <source>This update is not safe; nothing of it was installed.</source>
        <translation>Sasisho hili si salama; hakuna kilichosakinishwa.</translation>
    </message>
    <message>
        <source>The update cannot be read any more.</source>
        <translation>Sasisho haliwezi kusomwa tena.</translation>
    </message>
    <message>
        <source>Put the stick in again, and do the same again.</source>
        <translation>Chomeka kijiti tena, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>This update was made for later versions of Sanduku.</source>
        <translation>Sasisho hili lilitengenezwa kwa matoleo ya baadaye ya Sanduku.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku from its package once.</source>
        <translation>Sakinisha toleo jipya zaidi la Sanduku mara moja kutoka kifurushi chake.</translation>
    </message>
    <message>
        <source>Nobody vouches for this update: its signature is missing or broken.</source>
        <translation>Hakuna anayethibitisha sasisho hili: sahihi yake haipo au si halali.</translation>
    </message>
    <message>
        <source>The update is signed by somebody whom this computer does not trust.</source>
        <translation>Sasisho limetiwa sahihi na mtu ambaye kompyuta hii haimwamini.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers whether it is to be trusted.</source>
        <translation>Muulize anayetunza kompyuta zenu kama anaaminika.</translation>
    </message>
    <message>
        <source>The signature of this update should have been renewed.</source>
        <translation>Sahihi ya sasisho hili ilipaswa kufanywa upya.</translation>
    </message>
    <message>
        <source>Ask for a newer one, or agree to install it all the same.</source>
        <translation>Omba jipya zaidi, au kubali kulisakinisha hata hivyo.</translation>
    </message>
    <message>
        <source>This update is for another kind of computer.</source>
        <translation>Sasisho hili ni la aina nyingine ya kompyuta.</translation>
    </message>
    <message>
        <source>Ask for the update for your computer.</source>
        <translation>Omba sasisho la kompyuta yako.</translation>
    </message>
    <message>
        <source>The new version needs a later system than this computer has.</source>
        <translation>Toleo jipya linahitaji mfumo mpya zaidi kuliko wa kompyuta hii.</translation>
    </message>
    <message>
        <source>This is an earlier version than yours, which may not read your work.</source>
        <translation>Hili ni toleo la zamani kuliko lako, na huenda lisiweze kusoma kazi yako.</translation>
    </message>
    <message>
        <source>You have this version already.</source>
        <translation>Tayari una toleo hili.</translation>
    </message>
    <message>
        <source>This Sanduku runs from its source, which an update does not change.</source>
        <translation>Sanduku hii inaendeshwa kutoka msimbo wake, ambao sasisho haliubadilishi.</translation>
    </message>
    <message>
        <source>Renew the source as you got it, and set it up again.</source>
        <translation>Fanya upya msimbo kama ulivyoupata, kisha uuandae tena.</translation>
    </message>
    <message>
        <source>There is not enough room for the update and the backup before it.</source>
        <translation>Hakuna nafasi ya kutosha kwa sasisho na nakala rudufu kabla yake.</translation>
    </message>
    <message>
        <source>Free some space, and install it again.</source>
        <translation>Ongeza nafasi, kisha lisakinishe tena.</translation>
    </message>
    <message>
        <source>Nothing can be written where new versions are put.</source>
        <translation>Hakuna kinachoweza kuandikwa mahali pa matoleo mapya.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers to let you write there.</source>
        <translation>Mwombe anayetunza kompyuta zenu akuruhusu kuandika hapo.</translation>
    </message>
    <message>
        <source>Sanduku is at work in another place.</source>
        <translation>Sanduku inafanya kazi mahali pengine.</translation>
    </message>
    <message>
        <source>Wait until it is done, or close it there, and do it again.</source>
        <translation>Subiri imalize, au ifunge huko, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>The new version does not work on this computer, and is not used.</source>
        <translation>Toleo jipya halifanyi kazi kwenye kompyuta hii, na halitumiki.</translation>
    </message>
    <message>
        <source>The new version could not take over a copy of your work.</source>
        <translation>Toleo jipya halikuweza kuchukua nakala ya kazi yako.</translation>
    </message>
    <message>
        <source>There is no version before to go back to.</source>
        <translation>Hakuna toleo la awali la kurudia.</translation>
    </message>
    <message>
        <source>There is no later version on this computer to use again.</source>
        <translation>Hakuna toleo jipya zaidi kwenye kompyuta hii la kutumia tena.</translation>
    </message>
    <message>
        <source>Install the latest update from its file.</source>
        <translation>Sakinisha sasisho la karibuni kutoka kwenye faili lake.</translation>
    </message>
    <message>
        <source>This version could not bring your library up to date.</source>
        <translation>Toleo hili halikuweza kusasisha maktaba yako.</translation>
    </message>
    <message>
        <source>Install the version that you had before, and tell whoever gave you this one.</source>
        <translation>Sakinisha toleo ulilokuwa nalo awali, na umwambie aliyekupa hili.</translation>
    </message>
    <message>
        <source>The version before cannot read your work any more.</source>
        <translation>Toleo la awali haliwezi tena kusoma kazi yako.</translation>
    </message>
    <message>
        <source>The file cannot be written there, or there is one of this name.</source>
        <translation>Faili haliwezi kuandikwa hapo, au lipo lenye jina hili.</translation>
    </message>
</context>
</TS>
