<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>%Ln doubtful line(s) left</source>
        <translation>
            <numerusform>%Ln doubtful line left</numerusform>
            <numerusform>%Ln doubtful lines left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) on this page, %1 in all</source>
        <translation>
            <numerusform>%Ln doubtful line on this page, %1 in all</numerusform>
            <numerusform>%Ln doubtful lines on this page, %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HqNotes</name>
    <message numerus="yes">
        <source>On %Ln line(s) headquarters says something else.</source>
        <translation>
            <numerusform>On %Ln line headquarters says something else.</numerusform>
            <numerusform>On %Ln lines headquarters says something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>%Ln line copied.</numerusform>
            <numerusform>%Ln lines copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not looked at. Press Approve once more to approve all the same.</source>
        <translation>
            <numerusform>%Ln doubtful line was not looked at. Press Approve once more to approve all the same.</numerusform>
            <numerusform>%Ln doubtful lines were not looked at. Press Approve once more to approve all the same.</numerusform>
        </translation>
    </message>
</context>
</TS>
