<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CasesView</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to check</source>
        <translation>
            <numerusform>%Ln to check</numerusform>
            <numerusform>%Ln to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysLeft</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>%Ln day left</numerusform>
            <numerusform>%Ln days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>Undone, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Undone, except for %Ln document that somebody changed since.</numerusform>
            <numerusform>Undone, except for %Ln documents that somebody changed since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Done again, except for %Ln document that somebody changed since.</numerusform>
            <numerusform>Done again, except for %Ln documents that somebody changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>%Ln document chosen</numerusform>
            <numerusform>%Ln documents chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more page(s)</source>
        <translation>
            <numerusform>and %Ln more page</numerusform>
            <numerusform>and %Ln more pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentVerbs</name>
    <message numerus="yes">
        <source>%Ln document(s) approved.</source>
        <translation>
            <numerusform>%Ln document approved.</numerusform>
            <numerusform>%Ln documents approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) could not be approved: nothing of it is read.</source>
        <translation>
            <numerusform>%Ln document could not be approved: nothing of it is read.</numerusform>
            <numerusform>%Ln documents could not be approved: nothing of them is read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) marked as a problem.</source>
        <translation>
            <numerusform>%Ln document marked as a problem.</numerusform>
            <numerusform>%Ln documents marked as a problem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) to be checked again.</source>
        <translation>
            <numerusform>%Ln document to be checked again.</numerusform>
            <numerusform>%Ln documents to be checked again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will be read again.</source>
        <translation>
            <numerusform>%Ln document will be read again.</numerusform>
            <numerusform>%Ln documents will be read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln document moved to the trash.</numerusform>
            <numerusform>%Ln documents moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) restored.</source>
        <translation>
            <numerusform>%Ln document restored.</numerusform>
            <numerusform>%Ln documents restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln document(s) for ever?</source>
        <translation>
            <numerusform>Delete %Ln document for ever?</numerusform>
            <numerusform>Delete %Ln documents for ever?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) deleted for ever.</source>
        <translation>
            <numerusform>%Ln document deleted for ever.</numerusform>
            <numerusform>%Ln documents deleted for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Tags of %Ln document changed.</numerusform>
            <numerusform>Tags of %Ln documents changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cases of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Cases of %Ln document changed.</numerusform>
            <numerusform>Cases of %Ln documents changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message numerus="yes">
        <source>Check %Ln document(s)</source>
        <translation>
            <numerusform>Check %Ln document</numerusform>
            <numerusform>Check %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you move here can be restored for %Ln day(s).</source>
        <translation>
            <numerusform>What you move here can be restored for %Ln day.</numerusform>
            <numerusform>What you move here can be restored for %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message numerus="yes">
        <source>%Ln document(s), the nearest first</source>
        <translation>
            <numerusform>%Ln document, the nearest first</numerusform>
            <numerusform>%Ln documents, the nearest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) found</source>
        <translation>
            <numerusform>%Ln document found</numerusform>
            <numerusform>%Ln documents found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message numerus="yes">
        <source>%Ln original file(s) saved in %1.</source>
        <translation>
            <numerusform>%Ln original file saved in %1.</numerusform>
            <numerusform>%Ln original files saved in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoVerbs</name>
    <message numerus="yes">
        <source>What %Ln page(s) show was changed.</source>
        <translation>
            <numerusform>What %Ln page shows was changed.</numerusform>
            <numerusform>What %Ln pages show was changed.</numerusform>
        </translation>
    </message>
</context>
</TS>
