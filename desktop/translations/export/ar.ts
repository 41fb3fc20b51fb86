<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ExistingNote</name>
    <message>
        <source>Keep both: give the new file a number</source>
        <translation>إبقاء الاثنين: يأخذ الملف الجديد رقمًا</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>استبدال الموجود</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of these names are there already.</source>
        <translation>
            <numerusform>لا ملفات (%Ln) بهذه الأسماء.</numerusform>
            <numerusform>يوجد ملف واحد (%Ln) بهذا الاسم.</numerusform>
            <numerusform>يوجد ملفان (%Ln) بهذين الاسمين.</numerusform>
            <numerusform>توجد %Ln ملفات بهذه الأسماء.</numerusform>
            <numerusform>يوجد %Ln ملفًا بهذه الأسماء.</numerusform>
            <numerusform>يوجد %Ln ملف بهذه الأسماء.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Where shall the files go?</source>
        <translation>أين توضع الملفات؟</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln document(s)</source>
        <translation>
            <numerusform>تصدير %Ln مستند</numerusform>
            <numerusform>تصدير مستند واحد (%Ln)</numerusform>
            <numerusform>تصدير مستندين (%Ln)</numerusform>
            <numerusform>تصدير %Ln مستندات</numerusform>
            <numerusform>تصدير %Ln مستندًا</numerusform>
            <numerusform>تصدير %Ln مستند</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>اختر مجلدًا للملفات.</translation>
    </message>
    <message>
        <source>%1 (replaces what is there)</source>
        <translation>%1 (يستبدل الموجود)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>وواحد آخر (%Ln)</numerusform>
            <numerusform>واثنان آخران (%Ln)</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped the export. Files that were finished are kept.</source>
        <translation>أوقفت التصدير. الملفات المكتملة محفوظة.</translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln file(s)</source>
        <translation>
            <numerusform>كتابة %Ln ملف</numerusform>
            <numerusform>كتابة ملف واحد (%Ln)</numerusform>
            <numerusform>كتابة ملفين (%Ln)</numerusform>
            <numerusform>كتابة %Ln ملفات</numerusform>
            <numerusform>كتابة %Ln ملفًا</numerusform>
            <numerusform>كتابة %Ln ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>أسماء الملفات</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>اختيار المجلد</translation>
    </message>
    <message>
        <source>A file for each document</source>
        <translation>ملف لكل مستند</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>ما سيُكتب</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>مدى تقدم التصدير</translation>
    </message>
</context>
<context>
    <name>FindingsNote</name>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not checked.</source>
        <translation>
            <numerusform>%Ln سطر مشكوك فيه لم يُراجَع.</numerusform>
            <numerusform>سطر واحد (%Ln) مشكوك فيه لم يُراجَع.</numerusform>
            <numerusform>سطران (%Ln) مشكوك فيهما لم يُراجَعا.</numerusform>
            <numerusform>%Ln أسطر مشكوك فيها لم تُراجَع.</numerusform>
            <numerusform>%Ln سطرًا مشكوكًا فيه لم يُراجَع.</numerusform>
            <numerusform>%Ln سطر مشكوك فيه لم يُراجَع.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are exported as they were read.</source>
        <translation>تُصدَّر كما قُرئت.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and are left out.</source>
        <translation>
            <numerusform>%Ln صفحة لم تُقرأ بعد فتُترك.</numerusform>
            <numerusform>صفحة واحدة (%Ln) لم تُقرأ بعد فتُترك.</numerusform>
            <numerusform>صفحتان (%Ln) لم تُقرآ بعد فتُتركان.</numerusform>
            <numerusform>%Ln صفحات لم تُقرأ بعد فتُترك.</numerusform>
            <numerusform>%Ln صفحة لم تُقرأ بعد فتُترك.</numerusform>
            <numerusform>%Ln صفحة لم تُقرأ بعد فتُترك.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Searchable PDF</source>
        <translation>ملف PDF قابل للبحث</translation>
    </message>
    <message>
        <source>Looks like the paper, and its text can be searched and copied.</source>
        <translation>يبدو كالورق، ويمكن البحث في نصه ونسخه.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>مصنف Excel</translation>
    </message>
    <message>
        <source>Every line in a row, and tables on sheets of their own.</source>
        <translation>كل سطر في صف، والجداول في أوراق خاصة بها.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>For databases and any spreadsheet; corrected lines can come back.</source>
        <translation>لقواعد البيانات وأي جدول حسابات؛ ويمكن إعادة الأسطر المصححة.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص بسيط</translation>
    </message>
    <message>
        <source>The words alone. Opens everywhere, also on a phone.</source>
        <translation>الكلمات وحدها. يُفتح في كل مكان، حتى على الهاتف.</translation>
    </message>
    <message>
        <source>Text with tables</source>
        <translation>نص مع جداول</translation>
    </message>
    <message>
        <source>For notes and web pages; doubtful lines are marked.</source>
        <translation>للملاحظات وصفحات الويب؛ والأسطر المشكوك فيها معلَّمة.</translation>
    </message>
    <message>
        <source>For programs (JSON Lines)</source>
        <translation>للبرامج (JSON Lines)</translation>
    </message>
    <message>
        <source>Everything Sanduku knows: places, confidence, other readings.</source>
        <translation>كل ما يعرفه Sanduku: المواضع والثقة والقراءات الأخرى.</translation>
    </message>
    <message>
        <source>Layout (hOCR)</source>
        <translation>التخطيط (hOCR)</translation>
    </message>
    <message>
        <source>For other reading programs: the text with its place on the page.</source>
        <translation>لبرامج القراءة الأخرى: النص مع موضعه في الصفحة.</translation>
    </message>
    <message>
        <source>Archive (ALTO)</source>
        <translation>أرشيف (ALTO)</translation>
    </message>
    <message>
        <source>The standard of libraries and archives.</source>
        <translation>معيار المكتبات ودور الأرشيف.</translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message numerus="yes">
        <source>%Ln file(s) written to %1.</source>
        <translation>
            <numerusform>كُتب %Ln ملف في %1.</numerusform>
            <numerusform>كُتب ملف واحد (%Ln) في %1.</numerusform>
            <numerusform>كُتب ملفان (%Ln) في %1.</numerusform>
            <numerusform>كُتبت %Ln ملفات في %1.</numerusform>
            <numerusform>كُتب %Ln ملفًا في %1.</numerusform>
            <numerusform>كُتب %Ln ملف في %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sent to the printer.</source>
        <translation>
            <numerusform>أُرسلت %Ln صفحة إلى الطابعة.</numerusform>
            <numerusform>أُرسلت صفحة واحدة (%Ln) إلى الطابعة.</numerusform>
            <numerusform>أُرسلت صفحتان (%Ln) إلى الطابعة.</numerusform>
            <numerusform>أُرسلت %Ln صفحات إلى الطابعة.</numerusform>
            <numerusform>أُرسلت %Ln صفحة إلى الطابعة.</numerusform>
            <numerusform>أُرسلت %Ln صفحة إلى الطابعة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>File names</source>
        <translation>أسماء الملفات</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>إدراج</translation>
    </message>
    <message>
        <source>Put something that differs from file to file into the name</source>
        <translation>ضع في الاسم ما يختلف من ملف إلى آخر</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>اسم المستند</translation>
    </message>
    <message>
        <source>Number, counted from 1</source>
        <translation>رقم يبدأ من 1</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>تاريخ اليوم</translation>
    </message>
    <message>
        <source>Date on which it was added</source>
        <translation>تاريخ الإضافة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Its identity in the library</source>
        <translation>معرّفه في المكتبة</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>There is no picture of this page yet.</source>
        <translation>لا توجد صورة لهذه الصفحة بعد.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %Ln document(s)</source>
        <translation>
            <numerusform>طباعة %Ln مستند</numerusform>
            <numerusform>طباعة مستند واحد (%Ln)</numerusform>
            <numerusform>طباعة مستندين (%Ln)</numerusform>
            <numerusform>طباعة %Ln مستندات</numerusform>
            <numerusform>طباعة %Ln مستندًا</numerusform>
            <numerusform>طباعة %Ln مستند</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Sheet before</source>
        <translation>الورقة السابقة</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>الورقة التالية</translation>
    </message>
    <message>
        <source>How far the printing is</source>
        <translation>مدى تقدم الطباعة</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>As they look, one on each sheet.</source>
        <translation>كما تبدو، صفحة في كل ورقة.</translation>
    </message>
    <message>
        <source>Pages with text</source>
        <translation>الصفحات مع النص</translation>
    </message>
    <message>
        <source>Each page, and on the next sheet what was read on it.</source>
        <translation>كل صفحة، وفي الورقة التالية ما قُرئ فيها.</translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation>النص وحده</translation>
    </message>
    <message>
        <source>What was read, with a mark at every doubtful line.</source>
        <translation>ما قُرئ، مع علامة عند كل سطر مشكوك فيه.</translation>
    </message>
    <message>
        <source>No page of this is read yet.</source>
        <translation>لم تُقرأ أي صفحة بعد.</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>الورقة %1</translation>
    </message>
    <message>
        <source>You stopped the printing.</source>
        <translation>أوقفت الطباعة.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
</TS>
