<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CasesView</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%n document(s) chosen</source>
        <translation>
            <numerusform>%n document chosen</numerusform>
            <numerusform>%n documents chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more page(s)</source>
        <translation>
            <numerusform>and %n more page</numerusform>
            <numerusform>and %n more pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentVerbs</name>
    <message numerus="yes">
        <source>%n document(s) approved.</source>
        <translation>
            <numerusform>%n document approved.</numerusform>
            <numerusform>%n documents approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be approved: nothing of it is read.</source>
        <translation>
            <numerusform>%n document could not be approved: nothing of it is read.</numerusform>
            <numerusform>%n documents could not be approved: nothing of them is read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) marked as a problem.</source>
        <translation>
            <numerusform>%n document marked as a problem.</numerusform>
            <numerusform>%n documents marked as a problem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to be checked again.</source>
        <translation>
            <numerusform>%n document to be checked again.</numerusform>
            <numerusform>%n documents to be checked again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) will be read again.</source>
        <translation>
            <numerusform>%n document will be read again.</numerusform>
            <numerusform>%n documents will be read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) moved to the trash.</source>
        <translation>
            <numerusform>%n document moved to the trash.</numerusform>
            <numerusform>%n documents moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) restored.</source>
        <translation>
            <numerusform>%n document restored.</numerusform>
            <numerusform>%n documents restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n document(s) for ever?</source>
        <translation>
            <numerusform>Delete %n document for ever?</numerusform>
            <numerusform>Delete %n documents for ever?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) deleted for ever.</source>
        <translation>
            <numerusform>%n document deleted for ever.</numerusform>
            <numerusform>%n documents deleted for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n document(s) changed.</source>
        <translation>
            <numerusform>Tags of %n document changed.</numerusform>
            <numerusform>Tags of %n documents changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cases of %n document(s) changed.</source>
        <translation>
            <numerusform>Cases of %n document changed.</numerusform>
            <numerusform>Cases of %n documents changed.</numerusform>
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
        <source>Undone, except for %n document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Undone, except for %n document that somebody changed since.</numerusform>
            <numerusform>Undone, except for %n documents that somebody changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message numerus="yes">
        <source>Check %n document(s)</source>
        <translation>
            <numerusform>Check %n document</numerusform>
            <numerusform>Check %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you move here can be restored for %n day(s).</source>
        <translation>
            <numerusform>What you move here can be restored for %n day.</numerusform>
            <numerusform>What you move here can be restored for %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) found</source>
        <translation>
            <numerusform>%n document found</numerusform>
            <numerusform>%n documents found</numerusform>
        </translation>
    </message>
</context>
</TS>
