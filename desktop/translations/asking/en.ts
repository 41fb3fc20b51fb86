<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskPanel</name>
    <message numerus="yes">
        <source>%Ln earlier answer(s) not shown</source>
        <translation>
            <numerusform>%Ln earlier answer not shown</numerusform>
            <numerusform>%Ln earlier answers not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message numerus="yes">
        <source>Have %Ln page(s) sorted by what they show?</source>
        <translation>
            <numerusform>Have %Ln page sorted by what it shows?</numerusform>
            <numerusform>Have %Ln pages sorted by what they show?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) described?</source>
        <translation>
            <numerusform>Have %Ln page described?</numerusform>
            <numerusform>Have %Ln pages described?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message numerus="yes">
        <source>%Ln page(s) will be sorted, after what is still to be read.</source>
        <translation>
            <numerusform>%Ln page will be sorted, after what is still to be read.</numerusform>
            <numerusform>%Ln pages will be sorted, after what is still to be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will be described, after what is still to be read.</source>
        <translation>
            <numerusform>%Ln page will be described, after what is still to be read.</numerusform>
            <numerusform>%Ln pages will be described, after what is still to be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and were left out.</source>
        <translation>
            <numerusform>%Ln page is not read yet and was left out.</numerusform>
            <numerusform>%Ln pages are not read yet and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sorted: see “Photos show” among the filters.</source>
        <translation>
            <numerusform>%Ln page sorted: see “Photos show” among the filters.</numerusform>
            <numerusform>%Ln pages sorted: see “Photos show” among the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) described: see “Ask” beside each page.</source>
        <translation>
            <numerusform>%Ln page described: see “Ask” beside the page.</numerusform>
            <numerusform>%Ln pages described: see “Ask” beside each page.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed for %Ln page(s).</source>
        <translation>
            <numerusform>It failed for %Ln page.</numerusform>
            <numerusform>It failed for %Ln pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SceneDialog</name>
    <message numerus="yes">
        <source>This is said of %Ln page(s) at once.</source>
        <translation>
            <numerusform>This is said of %Ln page.</numerusform>
            <numerusform>This is said of %Ln pages at once.</numerusform>
        </translation>
    </message>
</context>
</TS>
