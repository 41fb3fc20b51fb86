<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>OfferBox</name>
    <message numerus="yes">
        <source>With the data of a day as limited in the settings it takes %Ln day(s).</source>
        <translation>
            <numerusform>With the data of a day as limited in the settings it takes %Ln day.</numerusform>
            <numerusform>With the data of a day as limited in the settings it takes %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackBox</name>
    <message numerus="yes">
        <source>In this library: %1 s for an answer, from %Ln answer(s).</source>
        <translation>
            <numerusform>In this library: %1 s for an answer, from %Ln answer.</numerusform>
            <numerusform>In this library: %1 s for an answer, from %Ln answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>The library is sound: %Ln document(s) with all their files.</source>
        <translation>
            <numerusform>The library is sound: %Ln document with all its files.</numerusform>
            <numerusform>The library is sound: %Ln documents with all their files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged in the library itself, and so in the backup.</source>
        <translation>
            <numerusform>%Ln file is damaged in the library itself, and so in the backup.</numerusform>
            <numerusform>%Ln files are damaged in the library itself, and so in the backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message numerus="yes">
        <source>%Ln model pack(s) were brought.</source>
        <translation>
            <numerusform>%Ln model pack was brought.</numerusform>
            <numerusform>%Ln model packs were brought.</numerusform>
        </translation>
    </message>
</context>
</TS>
