<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>Adding files: %n so far</source>
        <translation>
            <numerusform>Adding files: %n so far</numerusform>
            <numerusform>Adding files: %n so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added.</source>
        <translation>
            <numerusform>%n document added.</numerusform>
            <numerusform>%n documents added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added.</source>
        <translation>
            <numerusform>%n file could not be added.</numerusform>
            <numerusform>%n files could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were here already.</source>
        <translation>
            <numerusform>%n file was here already.</numerusform>
            <numerusform>%n files were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them lie in the trash.</source>
        <translation>
            <numerusform>%n of them lies in the trash.</numerusform>
            <numerusform>%n of them lie in the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>%n file(s) can be opened with a password alone:</source>
        <translation>
            <numerusform>%n file can be opened with a password alone:</numerusform>
            <numerusform>%n files can be opened with a password alone:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>Reading, %n left</source>
        <translation>
            <numerusform>Reading, %n left</numerusform>
            <numerusform>Reading, %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n left</source>
        <translation>
            <numerusform>Paused, %n left</numerusform>
            <numerusform>Paused, %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %n left</source>
        <translation>
            <numerusform>Waiting, %n left</numerusform>
            <numerusform>Waiting, %n left</numerusform>
        </translation>
    </message>
</context>
</TS>
