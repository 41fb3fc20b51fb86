<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChangesDialog</name>
    <message numerus="yes">
        <source>and %Ln earlier change(s)</source>
        <translation>
            <numerusform>and %Ln earlier change</numerusform>
            <numerusform>and %Ln earlier changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to send %Ln</source>
        <translation>
            <numerusform>Ready to send %Ln</numerusform>
            <numerusform>Ready to send %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreedPage</name>
    <message numerus="yes">
        <source>%1 freed. The files can be brought back for %Ln day(s).</source>
        <translation>
            <numerusform>%1 freed. The files can be brought back for %Ln day.</numerusform>
            <numerusform>%1 freed. The files can be brought back for %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FromHeadquartersPage</name>
    <message numerus="yes">
        <source>%1, page %Ln</source>
        <translation>
            <numerusform>%1, page %Ln</numerusform>
            <numerusform>%1, page %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferNotice</name>
    <message numerus="yes">
        <source>Headquarters asks to install %Ln model(s) soon: %1</source>
        <translation>
            <numerusform>Headquarters asks to install %Ln model soon: %1</numerusform>
            <numerusform>Headquarters asks to install %Ln models soon: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters offers %Ln model(s): %1</source>
        <translation>
            <numerusform>Headquarters offers %Ln model: %1</numerusform>
            <numerusform>Headquarters offers %Ln models: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingPart</name>
    <message numerus="yes">
        <source>Offline, %Ln to send</source>
        <translation>
            <numerusform>Offline, %Ln to send</numerusform>
            <numerusform>Offline, %Ln to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent, %Ln waiting</source>
        <translation>
            <numerusform>Not sent, %Ln waiting</numerusform>
            <numerusform>Not sent, %Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent. %Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Sent. %Ln message came from headquarters.</numerusform>
            <numerusform>Sent. %Ln messages came from headquarters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has changed %Ln setting(s) of the reading.</source>
        <translation>
            <numerusform>Headquarters has changed %Ln setting of the reading.</numerusform>
            <numerusform>Headquarters has changed %Ln settings of the reading.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingView</name>
    <message numerus="yes">
        <source>The originals of %Ln document(s) are at headquarters alone. Fetch them first, under “Freed space”: afterwards they cannot be fetched.</source>
        <translation>
            <numerusform>The originals of %Ln document are at headquarters alone. Fetch them first, under “Freed space”: afterwards they cannot be fetched.</numerusform>
            <numerusform>The originals of %Ln documents are at headquarters alone. Fetch them first, under “Freed space”: afterwards they cannot be fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message numerus="yes">
        <source>%Ln file(s) are damaged or gone here and were left out.</source>
        <translation>
            <numerusform>%Ln file is damaged or gone here and was left out.</numerusform>
            <numerusform>%Ln files are damaged or gone here and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has signed to have %Ln change(s).</source>
        <translation>
            <numerusform>Headquarters has signed to have %Ln change.</numerusform>
            <numerusform>Headquarters has signed to have %Ln changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>%Ln message came from headquarters.</numerusform>
            <numerusform>%Ln messages came from headquarters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToSendPage</name>
    <message numerus="yes">
        <source>The connection is broken; trying again in %Ln second(s)</source>
        <translation>
            <numerusform>The connection is broken; trying again in %Ln second</numerusform>
            <numerusform>The connection is broken; trying again in %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>%Ln message came from headquarters.</numerusform>
            <numerusform>%Ln messages came from headquarters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be sent: they are damaged or gone. “Check now” in the settings names them.</source>
        <translation>
            <numerusform>%Ln file could not be sent: it is damaged or gone. “Check now” in the settings names it.</numerusform>
            <numerusform>%Ln files could not be sent: they are damaged or gone. “Check now” in the settings names them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters did not take %Ln file(s).</source>
        <translation>
            <numerusform>Headquarters did not take %Ln file.</numerusform>
            <numerusform>Headquarters did not take %Ln files.</numerusform>
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
        <source>It does not have %Ln change(s) yet.</source>
        <translation>
            <numerusform>It does not have %Ln change yet.</numerusform>
            <numerusform>It does not have %Ln changes yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its backup lacks %Ln of them so far.</source>
        <translation>
            <numerusform>Its backup lacks %Ln of them so far.</numerusform>
            <numerusform>Its backup lacks %Ln of them so far.</numerusform>
        </translation>
    </message>
</context>
</TS>
