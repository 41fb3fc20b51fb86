<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FilmModel</name>
    <message numerus="yes">
        <source>Page %1, %Ln line(s) to look at</source>
        <translation>
            <numerusform>Page %1, %Ln line to look at</numerusform>
            <numerusform>Page %1, %Ln lines to look at</numerusform>
        </translation>
    </message>
</context>
</TS>
