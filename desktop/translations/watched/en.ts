<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Watching</name>
    <message numerus="yes">
        <source>%Ln file(s) in the watched folder could not be added.</source>
        <translation>
            <numerusform>%Ln file in the watched folder could not be added.</numerusform>
            <numerusform>%Ln files in the watched folder could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added from the watched folder.</source>
        <translation>
            <numerusform>%Ln document added from the watched folder.</numerusform>
            <numerusform>%Ln documents added from the watched folder.</numerusform>
        </translation>
    </message>
</context>
</TS>
