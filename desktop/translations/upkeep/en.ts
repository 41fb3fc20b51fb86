<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>UpdateDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) were damaged in your library already, and are so in the backup.</source>
        <translation>
            <numerusform>%Ln file was damaged in your library already, and is so in the backup.</numerusform>
            <numerusform>%Ln files were damaged in your library already, and are so in the backup.</numerusform>
        </translation>
    </message>
</context>
</TS>
