<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>AnswerBox</name>
    <message>
        <source>Doubtful</source>
        <translation>Ina shaka</translation>
    </message>
    <message>
        <source>The page was read anew since: what it quotes may stand elsewhere now.</source>
        <translation>Ukurasa ulisomwa upya tangu hapo: kilichonukuliwa huenda kiko mahali pengine sasa.</translation>
    </message>
    <message>
        <source>“%1” stands in the line: %2</source>
        <translation>“%1” iko kwenye mstari: %2</translation>
    </message>
    <message>
        <source>Show it on the page</source>
        <translation>Ionyeshe kwenye ukurasa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Kumbuka</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Sahihi</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Si sahihi</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Sahihisha…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ondoa uamuzi</translation>
    </message>
    <message>
        <source>Checked by a person</source>
        <translation>Imekaguliwa na mtu</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Uliza</translation>
    </message>
    <message>
        <source>What do you want to know of this page?</source>
        <translation>Unataka kujua nini kuhusu ukurasa huu?</translation>
    </message>
    <message>
        <source>Question about this page</source>
        <translation>Swali kuhusu ukurasa huu</translation>
    </message>
    <message>
        <source>Describe the page</source>
        <translation>Eleza ukurasa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Modeli inachosema</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Pata modeli…</translation>
    </message>
    <message>
        <source>Tell what was read</source>
        <translation>Eleza kilichosomwa</translation>
    </message>
    <message>
        <source>Nothing was asked about this page. What a model answers is compared with the lines of the page, and kept here.</source>
        <translation>Hakuna kilichoulizwa kuhusu ukurasa huu. Majibu ya modeli hulinganishwa na mistari ya ukurasa na kuhifadhiwa hapa.</translation>
    </message>
    <message>
        <source>Correct the answer</source>
        <translation>Sahihisha jibu</translation>
    </message>
    <message>
        <source>What the answer should say:</source>
        <translation>Jibu linapaswa kusema:</translation>
    </message>
    <message>
        <source>Waiting until the model is free…</source>
        <translation>Inasubiri modeli iwe huru…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Inasimamisha…</translation>
    </message>
    <message>
        <source>The model is speaking. Nothing of this is checked yet:</source>
        <translation>Modeli inaongea. Hakuna kilichokaguliwa bado:</translation>
    </message>
    <message>
        <source>The model is looking at the page…</source>
        <translation>Modeli inaangalia ukurasa…</translation>
    </message>
    <message>
        <source>There is no model on this computer that answers questions. Without one, only what was read can be told: kind of document, fields, numbers.</source>
        <translation>Hakuna modeli ya kujibu maswali kwenye kompyuta hii. Bila hiyo, kinachoweza kuelezwa ni kilichosomwa tu: aina ya hati, sehemu, nambari.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier answer(s) not shown</source>
        <translation>
            <numerusform>Jibu %Ln la awali halijaonyeshwa</numerusform>
            <numerusform>Majibu %Ln ya awali hayajaonyeshwa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question</source>
        <translation>Swali</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Maelezo</translation>
    </message>
    <message>
        <source>Values for a form</source>
        <translation>Thamani za fomu</translation>
    </message>
    <message>
        <source>What the photo shows</source>
        <translation>Picha inachoonyesha</translation>
    </message>
    <message>
        <source>Sanduku never tells who a person in a photo is.</source>
        <translation>Sanduku haisemi kamwe mtu aliye kwenye picha ni nani.</translation>
    </message>
    <message>
        <source>Sanduku never guesses such things about people.</source>
        <translation>Sanduku haikisii kamwe mambo kama hayo kuhusu watu.</translation>
    </message>
    <message>
        <source>The page does not tell, says the model.</source>
        <translation>Ukurasa hausemi, kulingana na modeli.</translation>
    </message>
    <message>
        <source>“%1” stands in no line of the page.</source>
        <translation>“%1” haipo kwenye mstari wowote wa ukurasa.</translation>
    </message>
    <message>
        <source>“%1”: the line that holds this is doubtful itself.</source>
        <translation>“%1”: mstari ulio nayo una shaka wenyewe.</translation>
    </message>
    <message>
        <source>“%1”: a line reads almost so, but not quite.</source>
        <translation>“%1”: mstari mmoja unakaribia kusema hivyo, lakini si hasa.</translation>
    </message>
    <message>
        <source>The answer is not in the language that was asked for.</source>
        <translation>Jibu haliko katika lugha iliyoombwa.</translation>
    </message>
    <message>
        <source>The model repeated itself and was stopped.</source>
        <translation>Modeli ilijirudia na ikasimamishwa.</translation>
    </message>
    <message>
        <source>The answer is not complete: it reached its greatest length.</source>
        <translation>Jibu halijakamilika: lilifikia urefu wake wa mwisho.</translation>
    </message>
    <message>
        <source>The model said nothing.</source>
        <translation>Modeli haikusema chochote.</translation>
    </message>
    <message>
        <source>A part that guessed at somebody’s traits was left out.</source>
        <translation>Sehemu iliyokisia sifa za mtu imeachwa.</translation>
    </message>
    <message>
        <source>“%1”: this is not of the kind that was asked for.</source>
        <translation>“%1”: si ya aina iliyoombwa.</translation>
    </message>
    <message>
        <source>“%1”: the model is unsure.</source>
        <translation>“%1”: modeli haina uhakika.</translation>
    </message>
    <message>
        <source>Put together from what was read. No model looked at the page.</source>
        <translation>Imekusanywa kutokana na kilichosomwa. Hakuna modeli iliyoangalia ukurasa.</translation>
    </message>
    <message>
        <source>By %1, in %2 s. A model can be wrong: compare it with the page.</source>
        <translation>Na %1, kwa sekunde %2. Modeli inaweza kukosea: linganisha na ukurasa.</translation>
    </message>
    <message>
        <source>%1 says that it is right.</source>
        <translation>%1 anasema ni sahihi.</translation>
    </message>
    <message>
        <source>%1 says that it is wrong.</source>
        <translation>%1 anasema si sahihi.</translation>
    </message>
    <message>
        <source>%1 corrected it. The model had said: %2</source>
        <translation>%1 ameisahihisha. Modeli ilikuwa imesema: %2</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Mtu fulani</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>Sort photos</source>
        <translation>Panga picha</translation>
    </message>
    <message>
        <source>Describe pages</source>
        <translation>Eleza kurasa</translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) sorted by what they show?</source>
        <translation>
            <numerusform>Ukurasa %Ln upangwe kwa kinachoonekana?</numerusform>
            <numerusform>Kurasa %Ln zipangwe kwa kinachoonekana?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) described?</source>
        <translation>
            <numerusform>Ukurasa %Ln uelezwe?</numerusform>
            <numerusform>Kurasa %Ln zielezwe?</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on in the background, after what is still to be read, and can be stopped.</source>
        <translation>Huendelea nyuma, baada ya yale yanayosubiri kusomwa, na inaweza kusimamishwa.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Panga</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Eleza</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message numerus="yes">
        <source>%Ln page(s) will be sorted, after what is still to be read.</source>
        <translation>
            <numerusform>Ukurasa %Ln utapangwa, baada ya yale yanayosubiri kusomwa.</numerusform>
            <numerusform>Kurasa %Ln zitapangwa, baada ya yale yanayosubiri kusomwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will be described, after what is still to be read.</source>
        <translation>
            <numerusform>Ukurasa %Ln utaelezwa, baada ya yale yanayosubiri kusomwa.</numerusform>
            <numerusform>Kurasa %Ln zitaelezwa, baada ya yale yanayosubiri kusomwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and were left out.</source>
        <translation>
            <numerusform>Ukurasa %Ln bado haujasomwa na umeachwa.</numerusform>
            <numerusform>Kurasa %Ln bado hazijasomwa na zimeachwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sorted: see “Photos show” among the filters.</source>
        <translation>
            <numerusform>Ukurasa %Ln umepangwa: tazama “Picha zinaonyesha” kwenye vichujio.</numerusform>
            <numerusform>Kurasa %Ln zimepangwa: tazama “Picha zinaonyesha” kwenye vichujio.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) described: see “Ask” beside each page.</source>
        <translation>
            <numerusform>Ukurasa %Ln umeelezwa: tazama “Uliza” kando ya ukurasa.</numerusform>
            <numerusform>Kurasa %Ln zimeelezwa: tazama “Uliza” kando ya kila ukurasa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed for %Ln page(s).</source>
        <translation>
            <numerusform>Imeshindikana kwa ukurasa %Ln.</numerusform>
            <numerusform>Imeshindikana kwa kurasa %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foretold</name>
    <message>
        <source>Measured on this computer.</source>
        <translation>Imepimwa kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Reckoned from other answers on this computer.</source>
        <translation>Imekadiriwa kutokana na majibu mengine kwenye kompyuta hii.</translation>
    </message>
    <message>
        <source>Measured on another computer, where the model was made: here it may take longer.</source>
        <translation>Imepimwa kwenye kompyuta nyingine, modeli ilipotengenezwa: hapa inaweza kuchukua muda zaidi.</translation>
    </message>
    <message>
        <source>How long it takes is not known before the first answer.</source>
        <translation>Muda wake haujulikani kabla ya jibu la kwanza.</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>takriban sek %1</translation>
    </message>
    <message>
        <source>%1: %2 with %3</source>
        <translation>%1: %2 kwa %3</translation>
    </message>
    <message>
        <source>%1: with %3</source>
        <translation>%1: kwa %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message>
        <source>Fast</source>
        <translation>Haraka</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Wastani</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Kwa kina</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>Kwa maneno machache</translation>
    </message>
    <message>
        <source>In a sentence or two</source>
        <translation>Kwa sentensi moja au mbili</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Kwa undani</translation>
    </message>
    <message>
        <source>For somebody who cannot see it</source>
        <translation>Kwa mtu asiyeweza kuiona</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Kama kawaida</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Fupi</translation>
    </message>
</context>
<context>
    <name>MannerRow</name>
    <message>
        <source>Look:</source>
        <translation>Tazama:</translation>
    </message>
    <message>
        <source>Say:</source>
        <translation>Sema:</translation>
    </message>
    <message>
        <source>How closely the model looks</source>
        <translation>Modeli inatazama kwa ukaribu gani</translation>
    </message>
    <message>
        <source>How much the model says</source>
        <translation>Modeli inasema kiasi gani</translation>
    </message>
</context>
<context>
    <name>PhotoLabels</name>
    <message>
        <source>The model says: %1 (%2, by its own reckoning).</source>
        <translation>Modeli inasema: %1 (%2, kwa makadirio yake yenyewe).</translation>
    </message>
    <message>
        <source>The model is unsure: perhaps %1 (%2, by its own reckoning).</source>
        <translation>Modeli haina hakika: labda %1 (%2, kwa makadirio yake yenyewe).</translation>
    </message>
    <message>
        <source>%1 says so.</source>
        <translation>%1 anasema hivyo.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Mtu fulani</translation>
    </message>
    <message>
        <source>perhaps %1 (unsure)</source>
        <translation>labda %1 (haina hakika)</translation>
    </message>
</context>
<context>
    <name>SceneDialog</name>
    <message>
        <source>What the photos show</source>
        <translation>Picha zinaonyesha nini</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Hifadhi</translation>
    </message>
    <message numerus="yes">
        <source>This is said of %Ln page(s) at once.</source>
        <translation>
            <numerusform>Hii inahusu ukurasa %Ln.</numerusform>
            <numerusform>Hii inahusu kurasa %Ln kwa pamoja.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it to the model</source>
        <translation>Iachie modeli</translation>
    </message>
    <message>
        <source>Nobody has said</source>
        <translation>Hakuna aliyesema</translation>
    </message>
    <message>
        <source>People say different things</source>
        <translation>Watu wanasema mambo tofauti</translation>
    </message>
    <message>
        <source>Models say different things of these photos.</source>
        <translation>Modeli zinasema mambo tofauti kuhusu picha hizi.</translation>
    </message>
</context>
</TS>
