<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>À vérifier : %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Illisible : %1</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Corrigé : %1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Confirmé : %1</translation>
    </message>
</context>
</TS>
