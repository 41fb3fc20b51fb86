<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExistingNote</name>
    <message numerus="yes">
        <source>%Ln file(s) of these names are there already.</source>
        <translation>
            <numerusform>%Ln file of this name is there already.</numerusform>
            <numerusform>%Ln files of these names are there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %Ln document(s)</source>
        <translation>
            <numerusform>Export %Ln document</numerusform>
            <numerusform>Export %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln file(s)</source>
        <translation>
            <numerusform>Write %Ln file</numerusform>
            <numerusform>Write %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsNote</name>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not checked.</source>
        <translation>
            <numerusform>%Ln doubtful line was not checked.</numerusform>
            <numerusform>%Ln doubtful lines were not checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and are left out.</source>
        <translation>
            <numerusform>%Ln page is not read yet and is left out.</numerusform>
            <numerusform>%Ln pages are not read yet and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message numerus="yes">
        <source>%Ln file(s) written to %1.</source>
        <translation>
            <numerusform>%Ln file written to %1.</numerusform>
            <numerusform>%Ln files written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sent to the printer.</source>
        <translation>
            <numerusform>%Ln page sent to the printer.</numerusform>
            <numerusform>%Ln pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %Ln document(s)</source>
        <translation>
            <numerusform>Print %Ln document</numerusform>
            <numerusform>Print %Ln documents</numerusform>
        </translation>
    </message>
</context>
</TS>
