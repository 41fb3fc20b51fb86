<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SpeedPage</name>
    <message numerus="yes">
        <source>%n page(s) a minute</source>
        <translation>
            <numerusform>%n page a minute</numerusform>
            <numerusform>%n pages a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read</source>
        <translation>
            <numerusform>%n page read</numerusform>
            <numerusform>%n pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n page(s).</source>
        <translation>
            <numerusform>Measured on %n page.</numerusform>
            <numerusform>Measured on %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So that other programs have room, %n page(s) are read at the same time.</source>
        <translation>
            <numerusform>So that other programs have room, %n page is read at a time.</numerusform>
            <numerusform>So that other programs have room, %n pages are read at the same time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) can be read at the same time.</source>
        <translation>
            <numerusform>%n page can be read at a time.</numerusform>
            <numerusform>%n pages can be read at the same time.</numerusform>
        </translation>
    </message>
</context>
</TS>
