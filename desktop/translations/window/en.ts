<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>Adding files: %Ln so far</source>
        <translation>
            <numerusform>Adding files: %Ln so far</numerusform>
            <numerusform>Adding files: %Ln so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added.</source>
        <translation>
            <numerusform>%Ln document added.</numerusform>
            <numerusform>%Ln documents added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be added.</source>
        <translation>
            <numerusform>%Ln file could not be added.</numerusform>
            <numerusform>%Ln files could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) did not get in.</source>
        <translation>
            <numerusform>%Ln file did not get in.</numerusform>
            <numerusform>%Ln files did not get in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were here already.</source>
        <translation>
            <numerusform>%Ln file was here already.</numerusform>
            <numerusform>%Ln files were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lie in the trash.</source>
        <translation>
            <numerusform>%Ln of them lies in the trash.</numerusform>
            <numerusform>%Ln of them lie in the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>about %Ln minute</numerusform>
            <numerusform>about %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>about %Ln hour</numerusform>
            <numerusform>about %Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOver</name>
    <message numerus="yes">
        <source>%Ln file(s) of %1 are not added yet.</source>
        <translation>
            <numerusform>%Ln file of %1 is not added yet.</numerusform>
            <numerusform>%Ln files of %1 are not added yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adding goes on: %Ln file(s) were left when the library was locked.</source>
        <translation>
            <numerusform>Adding goes on: %Ln file was left when the library was locked.</numerusform>
            <numerusform>Adding goes on: %Ln files were left when the library was locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) were not added to the end.</source>
        <translation>
            <numerusform>%Ln file or folder was not added to the end.</numerusform>
            <numerusform>%Ln files or folders were not added to the end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) need(s) a password:</source>
        <translation>
            <numerusform>%Ln file needs its password:</numerusform>
            <numerusform>%Ln files need their password:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>Reading, %Ln left</source>
        <translation>
            <numerusform>Reading, %Ln left</numerusform>
            <numerusform>Reading, %Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln left</source>
        <translation>
            <numerusform>Paused, %Ln left</numerusform>
            <numerusform>Paused, %Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %Ln left</source>
        <translation>
            <numerusform>Waiting, %Ln left</numerusform>
            <numerusform>Waiting, %Ln left</numerusform>
        </translation>
    </message>
</context>
</TS>
