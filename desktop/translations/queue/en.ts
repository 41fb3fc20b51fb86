<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>The reader stopped by itself %n time(s), last at %1.</source>
        <translation>
            <numerusform>The reader stopped by itself %n time, at %1.</numerusform>
            <numerusform>The reader stopped by itself %n times, last at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost: %n page(s) it had in hand are read again.</source>
        <translation>
            <numerusform>Nothing is lost: %n page that it had in hand is read again.</numerusform>
            <numerusform>Nothing is lost: %n pages that it had in hand are read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message numerus="yes">
        <source>Give one password for %n file(s)…</source>
        <translation>
            <numerusform>Give one password for %n file…</numerusform>
            <numerusform>Give one password for %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, not shown here</source>
        <translation>
            <numerusform>%n more, not shown here</numerusform>
            <numerusform>%n more, not shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueCounts</name>
    <message numerus="yes">
        <source>%n page(s) of %1</source>
        <translation>
            <numerusform>%n page of %1</numerusform>
            <numerusform>%n pages of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read</source>
        <translation>
            <numerusform>%n page read</numerusform>
            <numerusform>%n pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of %1 read</source>
        <translation>
            <numerusform>%n page of %1 read</numerusform>
            <numerusform>%n pages of %1 read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) left</source>
        <translation>
            <numerusform>%n page left</numerusform>
            <numerusform>%n pages left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) a minute</source>
        <translation>
            <numerusform>%n page a minute</numerusform>
            <numerusform>%n pages a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
    <message numerus="yes">
        <source>%n page(s) will not be read.</source>
        <translation>
            <numerusform>%n page will not be read.</numerusform>
            <numerusform>%n pages will not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
