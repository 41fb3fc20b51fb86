<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>صفحة</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>مشكوك فيه: %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>تعذّرت قراءته: %1</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>مصحَّح: %1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>مؤكَّد: %1</translation>
    </message>
</context>
</TS>
