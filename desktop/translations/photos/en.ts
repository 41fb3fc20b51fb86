<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>NoPhotos</name>
    <message numerus="yes">
        <source>Look at %Ln page(s)</source>
        <translation>
            <numerusform>Look at %Ln page</numerusform>
            <numerusform>Look at %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>%Ln page is still to be looked at.</numerusform>
            <numerusform>%Ln pages are still to be looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A model compares your words with %Ln page(s). It can be wrong.</source>
        <translation>
            <numerusform>A model compares your words with %Ln page. It can be wrong.</numerusform>
            <numerusform>A model compares your words with %Ln pages. It can be wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoBar</name>
    <message numerus="yes">
        <source>A model compared %Ln page(s): the nearest come first.</source>
        <translation>
            <numerusform>A model compared %Ln page: the nearest come first.</numerusform>
            <numerusform>A model compared %Ln pages: the nearest come first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>%Ln page is still to be looked at.</numerusform>
            <numerusform>%Ln pages are still to be looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were not looked at yet.</source>
        <translation>
            <numerusform>%Ln page was not looked at yet.</numerusform>
            <numerusform>%Ln pages were not looked at yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
