<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>The library is sound: %n document(s) with all their files.</source>
        <translation>
            <numerusform>The library is sound: %n document with all its files.</numerusform>
            <numerusform>The library is sound: %n documents with all their files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are damaged in the library itself, and so in the backup.</source>
        <translation>
            <numerusform>%n file is damaged in the library itself, and so in the backup.</numerusform>
            <numerusform>%n files are damaged in the library itself, and so in the backup.</numerusform>
        </translation>
    </message>
</context>
</TS>
