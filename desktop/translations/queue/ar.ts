<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>FinishedPage</name>
    <message>
        <source>Documents that are done</source>
        <translation>المستندات المنجزة</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>اقرأ من جديد</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>تُحفظ تصحيحاتك</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>انظر في المهملات</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>افتح الإعدادات</translation>
    </message>
    <message>
        <source>Nothing can be read now</source>
        <translation>لا يمكن قراءة شيء الآن</translation>
    </message>
    <message>
        <source>Reading waits</source>
        <translation>القراءة تنتظر</translation>
    </message>
    <message>
        <source>It goes on by itself once that is mended.</source>
        <translation>تستأنف من تلقاء نفسها متى أُصلح ذلك.</translation>
    </message>
    <message numerus="yes">
        <source>The reader stopped by itself %Ln time(s), last at %1.</source>
        <translation>
            <numerusform>لم يتوقف القارئ من تلقاء نفسه (%Ln)، آخرها %1.</numerusform>
            <numerusform>توقف القارئ من تلقاء نفسه مرة واحدة (%Ln)، في %1.</numerusform>
            <numerusform>توقف القارئ من تلقاء نفسه مرتين (%Ln)، آخرهما في %1.</numerusform>
            <numerusform>توقف القارئ من تلقاء نفسه %Ln مرات، آخرها في %1.</numerusform>
            <numerusform>توقف القارئ من تلقاء نفسه %Ln مرة، آخرها في %1.</numerusform>
            <numerusform>توقف القارئ من تلقاء نفسه %Ln مرة، آخرها في %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>أُعيد التشغيل</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost: %Ln page(s) it had in hand are read again.</source>
        <translation>
            <numerusform>لم يُفقد شيء: لا صفحات كانت بين يديه (%Ln).</numerusform>
            <numerusform>لم يُفقد شيء: تُقرأ من جديد صفحة واحدة كانت بين يديه (%Ln).</numerusform>
            <numerusform>لم يُفقد شيء: تُقرأ من جديد صفحتان كانتا بين يديه (%Ln).</numerusform>
            <numerusform>لم يُفقد شيء: تُقرأ من جديد %Ln صفحات كانت بين يديه.</numerusform>
            <numerusform>لم يُفقد شيء: تُقرأ من جديد %Ln صفحة كانت بين يديه.</numerusform>
            <numerusform>لم يُفقد شيء: تُقرأ من جديد %Ln صفحة كانت بين يديه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>رأيت ذلك</translation>
    </message>
    <message>
        <source>The watched folder cannot be reached</source>
        <translation>لا يمكن الوصول إلى المجلد المراقَب</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder. Until then nothing is taken from it.</source>
        <translation>صِل القرص أو اختر مجلدًا آخر. حتى ذلك الحين لا يؤخذ منه شيء.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختر مجلدًا…</translation>
    </message>
</context>
<context>
    <name>NowRow</name>
    <message>
        <source>Do not read this page</source>
        <translation>لا تقرأ هذه الصفحة</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Try all again</source>
        <translation>أعد محاولة الكل</translation>
    </message>
    <message numerus="yes">
        <source>Give one password for %Ln file(s)…</source>
        <translation>
            <numerusform>كلمة مرور واحدة لعدد %Ln من الملفات…</numerusform>
            <numerusform>كلمة مرور واحدة لملف واحد (%Ln)…</numerusform>
            <numerusform>كلمة مرور واحدة لملفين (%Ln)…</numerusform>
            <numerusform>كلمة مرور واحدة لـ %Ln ملفات…</numerusform>
            <numerusform>كلمة مرور واحدة لـ %Ln ملفًا…</numerusform>
            <numerusform>كلمة مرور واحدة لـ %Ln ملف…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, not shown here</source>
        <translation>
            <numerusform>لا مزيد غير معروض هنا (%Ln)</numerusform>
            <numerusform>واحد آخر غير معروض هنا (%Ln)</numerusform>
            <numerusform>اثنان آخران غير معروضين هنا (%Ln)</numerusform>
            <numerusform>%Ln أخرى غير معروضة هنا</numerusform>
            <numerusform>%Ln أخرى غير معروضة هنا</numerusform>
            <numerusform>%Ln أخرى غير معروضة هنا</numerusform>
        </translation>
    </message>
    <message>
        <source>Add again</source>
        <translation>أضف من جديد</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>اتركه</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>انظر في المهملات</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>افتح الإعدادات</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>اعرض الصفحة</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>أعطِ كلمة المرور…</translation>
    </message>
    <message>
        <source>Remove the document</source>
        <translation>أزل المستند</translation>
    </message>
</context>
<context>
    <name>QueueCounts</name>
    <message numerus="yes">
        <source>%Ln page(s) of %1</source>
        <translation>
            <numerusform>لا صفحة (%Ln) من %1</numerusform>
            <numerusform>صفحة واحدة (%Ln) من %1</numerusform>
            <numerusform>صفحتان (%Ln) من %1</numerusform>
            <numerusform>%Ln صفحات من %1</numerusform>
            <numerusform>%Ln صفحة من %1</numerusform>
            <numerusform>%Ln صفحة من %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>لم تُقرأ أي صفحة (%Ln)</numerusform>
            <numerusform>قُرئت صفحة واحدة (%Ln)</numerusform>
            <numerusform>قُرئت صفحتان (%Ln)</numerusform>
            <numerusform>قُرئت %Ln صفحات</numerusform>
            <numerusform>قُرئت %Ln صفحة</numerusform>
            <numerusform>قُرئت %Ln صفحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of %1 read</source>
        <translation>
            <numerusform>لم تُقرأ أي صفحة (%Ln) من %1</numerusform>
            <numerusform>قُرئت صفحة واحدة (%Ln) من %1</numerusform>
            <numerusform>قُرئت صفحتان (%Ln) من %1</numerusform>
            <numerusform>قُرئت %Ln صفحات من %1</numerusform>
            <numerusform>قُرئت %Ln صفحة من %1</numerusform>
            <numerusform>قُرئت %Ln صفحة من %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) left</source>
        <translation>
            <numerusform>لم تبقَ صفحات (%Ln)</numerusform>
            <numerusform>بقيت صفحة واحدة (%Ln)</numerusform>
            <numerusform>بقيت صفحتان (%Ln)</numerusform>
            <numerusform>بقيت %Ln صفحات</numerusform>
            <numerusform>بقيت %Ln صفحة</numerusform>
            <numerusform>بقيت %Ln صفحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>لا صفحة في الدقيقة (%Ln)</numerusform>
            <numerusform>صفحة واحدة في الدقيقة (%Ln)</numerusform>
            <numerusform>صفحتان في الدقيقة (%Ln)</numerusform>
            <numerusform>%Ln صفحات في الدقيقة</numerusform>
            <numerusform>%Ln صفحة في الدقيقة</numerusform>
            <numerusform>%Ln صفحة في الدقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>أقل من ثانية (%Ln)</numerusform>
            <numerusform>ثانية واحدة (%Ln)</numerusform>
            <numerusform>ثانيتان (%Ln)</numerusform>
            <numerusform>%Ln ثوانٍ</numerusform>
            <numerusform>%Ln ثانية</numerusform>
            <numerusform>%Ln ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة (%Ln)</numerusform>
            <numerusform>دقيقة واحدة (%Ln)</numerusform>
            <numerusform>دقيقتان (%Ln)</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>أقل من ساعة (%Ln)</numerusform>
            <numerusform>ساعة واحدة (%Ln)</numerusform>
            <numerusform>ساعتان (%Ln)</numerusform>
            <numerusform>%Ln ساعات</numerusform>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>%Ln ساعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
    <message numerus="yes">
        <source>%Ln page(s) will not be read.</source>
        <translation>
            <numerusform>لا صفحة تُترك دون قراءة (%Ln).</numerusform>
            <numerusform>لن تُقرأ صفحة واحدة (%Ln).</numerusform>
            <numerusform>لن تُقرأ صفحتان (%Ln).</numerusform>
            <numerusform>لن تُقرأ %Ln صفحات.</numerusform>
            <numerusform>لن تُقرأ %Ln صفحة.</numerusform>
            <numerusform>لن تُقرأ %Ln صفحة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 في المهملات.</translation>
    </message>
</context>
<context>
    <name>QueueDrawer</name>
    <message>
        <source>The queue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Close the queue</source>
        <translation>أغلق قائمة الانتظار</translation>
    </message>
    <message>
        <source>Parts of the queue</source>
        <translation>أقسام قائمة الانتظار</translation>
    </message>
    <message>
        <source>How far the reading is</source>
        <translation>مدى تقدم القراءة</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>أضف ملفات</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>المنجز</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>لا شيء ينتظر</translation>
    </message>
    <message>
        <source>What you add is read at once, one page after the other.</source>
        <translation>ما تضيفه يُقرأ فورًا، صفحة بعد صفحة.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>لا مشكلات</translation>
    </message>
    <message>
        <source>If a page cannot be read, it is told here with what helps.</source>
        <translation>إذا تعذرت قراءة صفحة فسيُذكر ذلك هنا مع ما يفيد.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>What is read while the window is open is listed here.</source>
        <translation>يظهر هنا ما يُقرأ والنافذة مفتوحة.</translation>
    </message>
</context>
<context>
    <name>QueueTelling</name>
    <message>
        <source>A box of page %1</source>
        <translation>إطار من الصفحة %1</translation>
    </message>
    <message>
        <source>A model looks at page %1</source>
        <translation>نموذج ينظر إلى الصفحة %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
    <message>
        <source>is being stopped</source>
        <translation>يجري إيقافها</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>صفحة واحدة</translation>
    </message>
    <message>
        <source>waits until you go on</source>
        <translation>ينتظر حتى تستأنفه</translation>
    </message>
    <message>
        <source>is tried again in %1</source>
        <translation>تُعاد المحاولة بعد %1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>الصفحة %1</translation>
    </message>
    <message>
        <source>pages %1</source>
        <translation>الصفحات %1</translation>
    </message>
    <message>
        <source>Not read, as you wished</source>
        <translation>لم يُقرأ كما أردت</translation>
    </message>
    <message>
        <source>Nothing waits to be read</source>
        <translation>لا شيء ينتظر القراءة</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ %1</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Documents that wait to be read</source>
        <translation>مستندات تنتظر القراءة</translation>
    </message>
</context>
</TS>
