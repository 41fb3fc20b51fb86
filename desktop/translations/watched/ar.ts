<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation>راقب مجلدًا</translation>
    </message>
    <message>
        <source>Every file that is put into the folder is added by itself as soon as it is complete, for example by a scanner. The files stay where they are: none is moved, changed or deleted.</source>
        <translation>كل ملف يوضع في المجلد، من ماسح ضوئي مثلًا، يُضاف من تلقاء نفسه متى اكتمل. تبقى الملفات في مكانها: لا يُنقل منها شيء ولا يُغيَّر ولا يُحذف.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختر مجلدًا…</translation>
    </message>
    <message>
        <source>Also the folders in it</source>
        <translation>والمجلدات التي فيه أيضًا</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>راقب هذا المجلد</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>أوقف المراقبة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>لم يُختر أي مجلد بعد.</translation>
    </message>
    <message>
        <source>The library itself lies there. Choose another folder.</source>
        <translation>المكتبة نفسها هناك. اختر مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>No folder is watched now.</source>
        <translation>لا يُراقَب أي مجلد الآن.</translation>
    </message>
    <message>
        <source>What is put into %1 is added by itself. The files stay there.</source>
        <translation>ما يوضع في %1 يُضاف من تلقاء نفسه. وتبقى الملفات هناك.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in the watched folder could not be added.</source>
        <translation>
            <numerusform>لم تتعذر إضافة أي ملف (%Ln) من المجلد المراقَب.</numerusform>
            <numerusform>تعذرت إضافة ملف واحد (%Ln) من المجلد المراقَب.</numerusform>
            <numerusform>تعذرت إضافة ملفين (%Ln) من المجلد المراقَب.</numerusform>
            <numerusform>تعذرت إضافة %Ln ملفات من المجلد المراقَب.</numerusform>
            <numerusform>تعذرت إضافة %Ln ملفًا من المجلد المراقَب.</numerusform>
            <numerusform>تعذرت إضافة %Ln ملف من المجلد المراقَب.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more can be added from the watched folder: the library refuses it.</source>
        <translation>لا يمكن إضافة المزيد من المجلد المراقَب: المكتبة ترفضه.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added from the watched folder.</source>
        <translation>
            <numerusform>لم يُضف أي مستند (%Ln) من المجلد المراقَب.</numerusform>
            <numerusform>أُضيف مستند واحد (%Ln) من المجلد المراقَب.</numerusform>
            <numerusform>أُضيف مستندان (%Ln) من المجلد المراقَب.</numerusform>
            <numerusform>أُضيفت %Ln مستندات من المجلد المراقَب.</numerusform>
            <numerusform>أُضيف %Ln مستندًا من المجلد المراقَب.</numerusform>
            <numerusform>أُضيف %Ln مستند من المجلد المراقَب.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>اعرض</translation>
    </message>
</context>
</TS>
