<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>Ukurasa</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>Lina shaka: %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Halikusomeka: %1</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Limesahihishwa: %1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Limethibitishwa: %1</translation>
    </message>
</context>
</TS>
