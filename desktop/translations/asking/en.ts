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
</TS>
