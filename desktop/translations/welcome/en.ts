<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SpeedPage</name>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>%Ln page a minute</numerusform>
            <numerusform>%Ln pages a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>%Ln page read</numerusform>
            <numerusform>%Ln pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured on %Ln page(s).</source>
        <translation>
            <numerusform>Measured on %Ln page.</numerusform>
            <numerusform>Measured on %Ln pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So that other programs have room, %Ln page(s) are read at the same time.</source>
        <translation>
            <numerusform>So that other programs have room, %Ln page is read at a time.</numerusform>
            <numerusform>So that other programs have room, %Ln pages are read at the same time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) can be read at the same time.</source>
        <translation>
            <numerusform>%Ln page can be read at a time.</numerusform>
            <numerusform>%Ln pages can be read at the same time.</numerusform>
        </translation>
    </message>
</context>
</TS>
