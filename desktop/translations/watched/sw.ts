<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation>Fuatilia folda</translation>
    </message>
    <message>
        <source>Every file that is put into the folder is added by itself as soon as it is complete, for example by a scanner. The files stay where they are: none is moved, changed or deleted.</source>
        <translation>Kila faili inayowekwa kwenye folda, kwa mfano na skana, huongezwa yenyewe mara inapokamilika. Faili hubaki zilipo: hakuna inayohamishwa, kubadilishwa wala kufutwa.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chagua folda…</translation>
    </message>
    <message>
        <source>Also the folders in it</source>
        <translation>Pamoja na folda zilizomo</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>Fuatilia folda hii</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>Acha kufuatilia</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Bado hakuna folda iliyochaguliwa.</translation>
    </message>
    <message>
        <source>The library itself lies there. Choose another folder.</source>
        <translation>Maktaba yenyewe iko hapo. Chagua folda nyingine.</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>No folder is watched now.</source>
        <translation>Sasa hakuna folda inayofuatiliwa.</translation>
    </message>
    <message>
        <source>What is put into %1 is added by itself. The files stay there.</source>
        <translation>Kinachowekwa kwenye %1 huongezwa chenyewe. Faili hubaki hapo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in the watched folder could not be added.</source>
        <translation>
            <numerusform>Faili %Ln ya folda inayofuatiliwa haikuweza kuongezwa.</numerusform>
            <numerusform>Faili %Ln za folda inayofuatiliwa hazikuweza kuongezwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more can be added from the watched folder: the library refuses it.</source>
        <translation>Hakuna zaidi kinachoweza kuongezwa kutoka folda inayofuatiliwa: maktaba inakataa.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added from the watched folder.</source>
        <translation>
            <numerusform>Hati %Ln imeongezwa kutoka folda inayofuatiliwa.</numerusform>
            <numerusform>Hati %Ln zimeongezwa kutoka folda inayofuatiliwa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Onyesha</translation>
    </message>
</context>
</TS>
