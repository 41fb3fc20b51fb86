<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExistingNote</name>
    <message numerus="yes">
        <source>%n file(s) of these names are there already.</source>
        <translation>
            <numerusform>%n file of this name is there already.</numerusform>
            <numerusform>%n files of these names are there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %n document(s)</source>
        <translation>
            <numerusform>Export %n document</numerusform>
            <numerusform>Export %n documents</numerusform>
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
        <source>Write %n file(s)</source>
        <translation>
            <numerusform>Write %n file</numerusform>
            <numerusform>Write %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsNote</name>
    <message numerus="yes">
        <source>%n doubtful line(s) were not checked.</source>
        <translation>
            <numerusform>%n doubtful line was not checked.</numerusform>
            <numerusform>%n doubtful lines were not checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not read yet and are left out.</source>
        <translation>
            <numerusform>%n page is not read yet and is left out.</numerusform>
            <numerusform>%n pages are not read yet and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n file written to %1.</numerusform>
            <numerusform>%n files written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %n document(s)</source>
        <translation>
            <numerusform>Print %n document</numerusform>
            <numerusform>Print %n documents</numerusform>
        </translation>
    </message>
</context>
</TS>
