<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>Likeness</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1, ukurasa %2</translation>
    </message>
    <message>
        <source>Nearly the same picture</source>
        <translation>Karibu picha ileile</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Inajitokeza</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Labda</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>Kidogo sana</translation>
    </message>
</context>
<context>
    <name>NoPhotos</name>
    <message>
        <source>Open the page “Models”</source>
        <translation>Fungua ukurasa wa “Modeli”</translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln page(s)</source>
        <translation>
            <numerusform>Tazama ukurasa %Ln</numerusform>
            <numerusform>Tazama kurasa %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Inatafuta…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>Ukurasa %Ln bado haujatazamwa.</numerusform>
            <numerusform>Kurasa %Ln bado hazijatazamwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model looks at the photos</source>
        <translation>Modeli inatazama picha</translation>
    </message>
    <message>
        <source>No model has looked at %1 yet</source>
        <translation>Hakuna modeli iliyotazama %1 bado</translation>
    </message>
    <message>
        <source>Before photos are found by words, the model must look at each of them once.</source>
        <translation>Kabla ya kutafuta picha kwa maneno, modeli lazima itazame kila moja mara moja.</translation>
    </message>
    <message>
        <source>No photo was looked at yet</source>
        <translation>Hakuna picha iliyotazamwa bado</translation>
    </message>
    <message>
        <source>There is nothing to look through yet</source>
        <translation>Bado hakuna cha kutazama</translation>
    </message>
    <message>
        <source>Add photos and have them read.</source>
        <translation>Ongeza picha na zisomwe.</translation>
    </message>
    <message>
        <source>There is no other photo</source>
        <translation>Hakuna picha nyingine</translation>
    </message>
    <message numerus="yes">
        <source>A model compares your words with %Ln page(s). It can be wrong.</source>
        <translation>
            <numerusform>Modeli hulinganisha maneno yako na ukurasa %Ln. Inaweza kukosea.</numerusform>
            <numerusform>Modeli hulinganisha maneno yako na kurasa %Ln. Inaweza kukosea.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which photos do you look for?</source>
        <translation>Unatafuta picha gani?</translation>
    </message>
    <message>
        <source>Type above what they show, such as: people at a well. %1</source>
        <translation>Andika juu kinachoonekana, kama: watu kwenye kisima. %1</translation>
    </message>
    <message>
        <source>Photos cannot be searched now</source>
        <translation>Picha haziwezi kutafutwa sasa</translation>
    </message>
    <message>
        <source>A pack for searching photos is not installed</source>
        <translation>Kifurushi cha kutafuta picha hakijasakinishwa</translation>
    </message>
    <message>
        <source>It compares photos with words. Whoever looks after your computers can bring one on a stick.</source>
        <translation>Hulinganisha picha na maneno. Anayesimamia kompyuta zenu anaweza kukileta kwenye kidole cha USB.</translation>
    </message>
    <message>
        <source>That goes on in the background, after what is still to be read.</source>
        <translation>Hilo huendelea nyuma, baada ya yale yanayosubiri kusomwa.</translation>
    </message>
</context>
<context>
    <name>PhotoBar</name>
    <message>
        <source>Look at them</source>
        <translation>Zitazame</translation>
    </message>
    <message>
        <source>Have the model look at the photos that it has not seen</source>
        <translation>Modeli itazame picha ambazo haijaziona</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Simamisha</translation>
    </message>
    <message>
        <source>How many photos were looked at</source>
        <translation>Picha ngapi zimetazamwa</translation>
    </message>
    <message numerus="yes">
        <source>A model compared %Ln page(s): the nearest come first.</source>
        <translation>
            <numerusform>Modeli imelinganisha ukurasa %Ln: wa karibu zaidi kwanza.</numerusform>
            <numerusform>Modeli imelinganisha kurasa %Ln: za karibu zaidi kwanza.</numerusform>
        </translation>
    </message>
    <message>
        <source>None stands out, so perhaps none shows it.</source>
        <translation>Hakuna inayojitokeza, labda hakuna inayoonyesha hilo.</translation>
    </message>
    <message>
        <source>It can be wrong: look at each.</source>
        <translation>Inaweza kukosea: tazama kila moja.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>Ukurasa %Ln bado haujatazamwa.</numerusform>
            <numerusform>Kurasa %Ln bado hazijatazamwa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were not looked at yet.</source>
        <translation>
            <numerusform>Ukurasa %Ln bado haujatazamwa.</numerusform>
            <numerusform>Kurasa %Ln bado hazijatazamwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at them takes %1.</source>
        <translation>Kuzitazama huchukua %1.</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Ina shaka</translation>
    </message>
</context>
</TS>
