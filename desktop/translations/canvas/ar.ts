<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CornersPanel</name>
    <message>
        <source>The sides cross each other. Put each corner at its own corner.</source>
        <translation>الأضلاع متقاطعة. ضع كل نقطة على ركنها.</translation>
    </message>
    <message>
        <source>Two corners lie too near to each other.</source>
        <translation>ركنان متقاربان أكثر من اللازم.</translation>
    </message>
    <message>
        <source>Straighten by its corners</source>
        <translation>تقويم الصفحة بأركانها</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>كيف ستبدو</translation>
    </message>
    <message>
        <source>Drag the four points to the corners of the sheet.</source>
        <translation>اسحب النقاط الأربع إلى أركان الورقة.</translation>
    </message>
    <message>
        <source>Tab goes to the next corner, the arrow keys move it, Enter straightens, Esc leaves it.</source>
        <translation>ينتقل Tab إلى الركن التالي، وتحرّكه الأسهم، ويقوّم Enter الصفحة، ويتركها Esc كما هي.</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>تقويم</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>الصفحة كلها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message>
        <source>Draw a box around the words. Esc leaves it.</source>
        <translation>ارسم إطارًا حول الكلمات. اضغط Esc للترك.</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Page %1. %2</source>
        <translation>الصفحة %1. %2</translation>
    </message>
    <message>
        <source>Page %1, not read yet</source>
        <translation>الصفحة %1، لم تُقرأ بعد</translation>
    </message>
    <message numerus="yes">
        <source>Page %1, %Ln line(s) to look at</source>
        <translation>
            <numerusform>الصفحة %1، لا أسطر للمراجعة (%Ln)</numerusform>
            <numerusform>الصفحة %1، سطر واحد للمراجعة (%Ln)</numerusform>
            <numerusform>الصفحة %1، سطران للمراجعة (%Ln)</numerusform>
            <numerusform>الصفحة %1، %Ln أسطر للمراجعة</numerusform>
            <numerusform>الصفحة %1، %Ln سطرًا للمراجعة</numerusform>
            <numerusform>الصفحة %1، %Ln سطر للمراجعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, nothing to look at</source>
        <translation>الصفحة %1، لا شيء للمراجعة</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>الصفحة %1</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pages of the document</source>
        <translation>صفحات المستند</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>صفحة</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>السطر %1 من %2</translation>
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
    <message>
        <source>Boxes on the page</source>
        <translation>مربّعات الأسطر على الصفحة</translation>
    </message>
</context>
<context>
    <name>StateMessage</name>
    <message>
        <source>The page is being opened…</source>
        <translation>يجري فتح الصفحة…</translation>
    </message>
    <message>
        <source>The picture of this page is missing</source>
        <translation>صورة هذه الصفحة مفقودة</translation>
    </message>
    <message>
        <source>Its text is kept. Read the document again to make the picture anew.</source>
        <translation>نصّها محفوظ. أعد قراءة المستند لإنشاء الصورة من جديد.</translation>
    </message>
</context>
</TS>
