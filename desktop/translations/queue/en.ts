<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>The reader stopped by itself %Ln time(s), last at %1.</source>
        <translation>
            <numerusform>The reader stopped by itself %Ln time, at %1.</numerusform>
            <numerusform>The reader stopped by itself %Ln times, last at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost: %Ln page(s) it had in hand are read again.</source>
        <translation>
            <numerusform>Nothing is lost: %Ln page that it had in hand is read again.</numerusform>
            <numerusform>Nothing is lost: %Ln pages that it had in hand are read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message numerus="yes">
        <source>Give one password for %Ln file(s)…</source>
        <translation>
            <numerusform>Give one password for %Ln file…</numerusform>
            <numerusform>Give one password for %Ln files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, not shown here</source>
        <translation>
            <numerusform>%Ln more, not shown here</numerusform>
            <numerusform>%Ln more, not shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueCounts</name>
    <message numerus="yes">
        <source>%Ln page(s) of %1</source>
        <translation>
            <numerusform>%Ln page of %1</numerusform>
            <numerusform>%Ln pages of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>%Ln page read</numerusform>
            <numerusform>%Ln pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of %1 read</source>
        <translation>
            <numerusform>%Ln page of %1 read</numerusform>
            <numerusform>%Ln pages of %1 read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) left</source>
        <translation>
            <numerusform>%Ln page left</numerusform>
            <numerusform>%Ln pages left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>%Ln page a minute</numerusform>
            <numerusform>%Ln pages a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
    <message numerus="yes">
        <source>%Ln page(s) will not be read.</source>
        <translation>
            <numerusform>%Ln page will not be read.</numerusform>
            <numerusform>%Ln pages will not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
