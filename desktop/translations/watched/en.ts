<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Watching</name>
    <message numerus="yes">
        <source>%n file(s) in the watched folder could not be added.</source>
        <translation>
            <numerusform>%n file in the watched folder could not be added.</numerusform>
            <numerusform>%n files in the watched folder could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added from the watched folder.</source>
        <translation>
            <numerusform>%n document added from the watched folder.</numerusform>
            <numerusform>%n documents added from the watched folder.</numerusform>
        </translation>
    </message>
</context>
</TS>
