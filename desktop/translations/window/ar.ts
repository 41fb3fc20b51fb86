<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message>
        <source>Add files</source>
        <translation>أضف ملفات</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>أضف مجلدًا</translation>
    </message>
    <message>
        <source>There is no picture and no file to paste.</source>
        <translation>لا توجد صورة ولا ملف للصقه.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>صورة ملصقة</translation>
    </message>
    <message numerus="yes">
        <source>Adding files: %Ln so far</source>
        <translation>
            <numerusform>جارٍ إضافة الملفات: %Ln حتى الآن</numerusform>
            <numerusform>جارٍ إضافة الملفات: %Ln حتى الآن</numerusform>
            <numerusform>جارٍ إضافة الملفات: %Ln حتى الآن</numerusform>
            <numerusform>جارٍ إضافة الملفات: %Ln حتى الآن</numerusform>
            <numerusform>جارٍ إضافة الملفات: %Ln حتى الآن</numerusform>
            <numerusform>جارٍ إضافة الملفات: %Ln حتى الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Give the password</source>
        <translation>أدخل كلمة المرور</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added.</source>
        <translation>
            <numerusform>لم يُضف أي مستند (%Ln).</numerusform>
            <numerusform>أُضيف مستند واحد (%Ln).</numerusform>
            <numerusform>أُضيف مستندان (%Ln).</numerusform>
            <numerusform>أُضيفت %Ln مستندات.</numerusform>
            <numerusform>أُضيف %Ln مستندًا.</numerusform>
            <numerusform>أُضيف %Ln مستند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be added.</source>
        <translation>
            <numerusform>لم تتعذر إضافة أي ملف (%Ln).</numerusform>
            <numerusform>تعذرت إضافة ملف واحد (%Ln).</numerusform>
            <numerusform>تعذرت إضافة ملفين (%Ln).</numerusform>
            <numerusform>تعذرت إضافة %Ln ملفات.</numerusform>
            <numerusform>تعذرت إضافة %Ln ملفًا.</numerusform>
            <numerusform>تعذرت إضافة %Ln ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) did not get in.</source>
        <translation>
            <numerusform>لم يبقَ ملف خارجًا (%Ln).</numerusform>
            <numerusform>لم يُضف ملف واحد (%Ln).</numerusform>
            <numerusform>لم يُضف ملفان (%Ln).</numerusform>
            <numerusform>لم تُضف %Ln ملفات.</numerusform>
            <numerusform>لم يُضف %Ln ملفًا.</numerusform>
            <numerusform>لم يُضف %Ln ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were here already.</source>
        <translation>
            <numerusform>لم يكن أي ملف هنا من قبل (%Ln).</numerusform>
            <numerusform>ملف واحد كان هنا من قبل (%Ln).</numerusform>
            <numerusform>ملفان كانا هنا من قبل (%Ln).</numerusform>
            <numerusform>%Ln ملفات كانت هنا من قبل.</numerusform>
            <numerusform>%Ln ملفًا كان هنا من قبل.</numerusform>
            <numerusform>%Ln ملف كان هنا من قبل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lie in the trash.</source>
        <translation>
            <numerusform>لا شيء منها في سلة المهملات (%Ln).</numerusform>
            <numerusform>واحد منها في سلة المهملات (%Ln).</numerusform>
            <numerusform>اثنان منها في سلة المهملات (%Ln).</numerusform>
            <numerusform>%Ln منها في سلة المهملات.</numerusform>
            <numerusform>%Ln منها في سلة المهملات.</numerusform>
            <numerusform>%Ln منها في سلة المهملات.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding was stopped.</source>
        <translation>أُوقفت الإضافة.</translation>
    </message>
    <message>
        <source>There was nothing in it that can be added.</source>
        <translation>لم يكن فيه ما يمكن إضافته.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>نحو %Ln دقيقة</numerusform>
            <numerusform>نحو دقيقة واحدة (%Ln)</numerusform>
            <numerusform>نحو دقيقتين (%Ln)</numerusform>
            <numerusform>نحو %Ln دقائق</numerusform>
            <numerusform>نحو %Ln دقيقة</numerusform>
            <numerusform>نحو %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>نحو %Ln ساعة</numerusform>
            <numerusform>نحو ساعة واحدة (%Ln)</numerusform>
            <numerusform>نحو ساعتين (%Ln)</numerusform>
            <numerusform>نحو %Ln ساعات</numerusform>
            <numerusform>نحو %Ln ساعة</numerusform>
            <numerusform>نحو %Ln ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>أقل من دقيقة</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to add</source>
        <translation>أفلِت للإضافة</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>لا شيء يغادر هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The reader stopped and was started again. Nothing is lost.</source>
        <translation>توقف القارئ وأعيد تشغيله. لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Reading waits and is tried again: %1</source>
        <translation>القراءة تنتظر وستُعاد المحاولة: %1</translation>
    </message>
    <message>
        <source>Nothing can be read: %1</source>
        <translation>لا يمكن قراءة شيء: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>LeftOver</name>
    <message numerus="yes">
        <source>%Ln file(s) of %1 are not added yet.</source>
        <translation>
            <numerusform>لم يبق أي ملف (%Ln) من %1 دون إضافة.</numerusform>
            <numerusform>ملف واحد (%Ln) من %1 لم يُضف بعد.</numerusform>
            <numerusform>ملفان (%Ln) من %1 لم يُضافا بعد.</numerusform>
            <numerusform>%Ln ملفات من %1 لم تُضف بعد.</numerusform>
            <numerusform>%Ln ملفًا من %1 لم تُضف بعد.</numerusform>
            <numerusform>%Ln ملف من %1 لم تُضف بعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you close now, Sanduku offers them at the next start.</source>
        <translation>إذا أغلقت الآن فسيعرضها Sanduku عند التشغيل التالي.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>الإغلاق على أي حال</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>الانتظار</translation>
    </message>
    <message numerus="yes">
        <source>Adding goes on: %Ln file(s) were left when the library was locked.</source>
        <translation>
            <numerusform>تستمر الإضافة: لم يبق أي ملف (%Ln) عند قفل المكتبة.</numerusform>
            <numerusform>تستمر الإضافة: بقي ملف واحد (%Ln) عند قفل المكتبة.</numerusform>
            <numerusform>تستمر الإضافة: بقي ملفان (%Ln) عند قفل المكتبة.</numerusform>
            <numerusform>تستمر الإضافة: بقيت %Ln ملفات عند قفل المكتبة.</numerusform>
            <numerusform>تستمر الإضافة: بقي %Ln ملفًا عند قفل المكتبة.</numerusform>
            <numerusform>تستمر الإضافة: بقي %Ln ملف عند قفل المكتبة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) were not added to the end.</source>
        <translation>
            <numerusform>لا ملف أو مجلد (%Ln) لم تكتمل إضافته.</numerusform>
            <numerusform>ملف أو مجلد واحد (%Ln) لم تكتمل إضافته.</numerusform>
            <numerusform>ملفان أو مجلدان (%Ln) لم تكتمل إضافتهما.</numerusform>
            <numerusform>%Ln ملفات أو مجلدات لم تكتمل إضافتها.</numerusform>
            <numerusform>%Ln ملفًا أو مجلدًا لم تكتمل إضافتها.</numerusform>
            <numerusform>%Ln ملف أو مجلد لم تكتمل إضافتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sanduku was closed before. What is in the library already is not added twice.</source>
        <translation>أُغلق Sanduku قبل الانتهاء. ما هو موجود في المكتبة لا يُضاف مرتين.</translation>
    </message>
    <message>
        <source>Go on adding</source>
        <translation>متابعة الإضافة</translation>
    </message>
    <message>
        <source>Do not add them</source>
        <translation>عدم إضافتها</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>أضف ملفات</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Protected files</source>
        <translation>ملفات محمية</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need(s) a password:</source>
        <translation>
            <numerusform>لا ملف يحتاج إلى كلمة مرور (%Ln):</numerusform>
            <numerusform>ملف واحد لا يُفتح إلا بكلمة مرور (%Ln):</numerusform>
            <numerusform>ملفان لا يُفتحان إلا بكلمة مرور (%Ln):</numerusform>
            <numerusform>%Ln ملفات لا تُفتح إلا بكلمة مرور:</numerusform>
            <numerusform>%Ln ملفًا لا تُفتح إلا بكلمة مرور:</numerusform>
            <numerusform>%Ln ملف لا تُفتح إلا بكلمة مرور:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>لا مزيد (%Ln)</numerusform>
            <numerusform>واحد آخر (%Ln)</numerusform>
            <numerusform>اثنان آخران (%Ln)</numerusform>
            <numerusform>%Ln أخرى</numerusform>
            <numerusform>%Ln أخرى</numerusform>
            <numerusform>%Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>This password did not open them. Mind capital letters and the keyboard's language.</source>
        <translation>لم تفتحها كلمة المرور هذه. انتبه إلى حالة الأحرف ولغة لوحة المفاتيح.</translation>
    </message>
    <message>
        <source>The password is kept in the encrypted library, so that the files can be read again.</source>
        <translation>تُحفظ كلمة المرور في المكتبة المشفّرة كي يمكن قراءة الملفات من جديد.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>All cases…</source>
        <translation>كل الحالات…</translation>
    </message>
    <message>
        <source>All saved searches…</source>
        <translation>كل عمليات البحث المحفوظة…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>جاهز للإرسال</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>مشكلات</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>عمليات بحث محفوظة</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>المهملات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Files that could not be added</source>
        <translation>ملفات تعذرت إضافتها</translation>
    </message>
    <message>
        <source>%1: did not get in.</source>
        <translation>%1: لم يُضف.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>أغلق هذه الرسالة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Nothing is being read</source>
        <translation>لا يُقرأ شيء الآن</translation>
    </message>
    <message>
        <source>Show what is being read</source>
        <translation>اعرض ما يُقرأ الآن</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>لا يُرسل شيء</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>أضف مستندات</translation>
    </message>
    <message>
        <source>Add photos, scans or PDFs</source>
        <translation>أضف صورًا أو مستندات ممسوحة أو ملفات PDF</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>البحث عن الصور بما تُظهره</translation>
    </message>
    <message>
        <source>Find photos by what they show, instead of what was read</source>
        <translation>البحث عن الصور بما تُظهره لا بما قُرئ فيها</translation>
    </message>
    <message>
        <source>Updated: close it and open it again</source>
        <translation>جرى التحديث: أغلقه ثم افتحه من جديد</translation>
    </message>
    <message>
        <source>Search names and everything that was read</source>
        <translation>ابحث في الأسماء وفي كل ما قُرئ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>What the photos show, such as: people at a well</source>
        <translation>ما تُظهره الصور، مثل: أناس عند بئر</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>القائمة (F10)</translation>
    </message>
    <message numerus="yes">
        <source>Reading, %Ln left</source>
        <translation>
            <numerusform>جارٍ القراءة، بقي %Ln</numerusform>
            <numerusform>جارٍ القراءة، بقيت صفحة واحدة (%Ln)</numerusform>
            <numerusform>جارٍ القراءة، بقيت صفحتان (%Ln)</numerusform>
            <numerusform>جارٍ القراءة، بقيت %Ln صفحات</numerusform>
            <numerusform>جارٍ القراءة، بقيت %Ln صفحة</numerusform>
            <numerusform>جارٍ القراءة، بقيت %Ln صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln left</source>
        <translation>
            <numerusform>متوقفة مؤقتًا، بقي %Ln</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت صفحة واحدة (%Ln)</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت صفحتان (%Ln)</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت %Ln صفحات</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت %Ln صفحة</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت %Ln صفحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %Ln left</source>
        <translation>
            <numerusform>في الانتظار، بقي %Ln</numerusform>
            <numerusform>في الانتظار، بقيت صفحة واحدة (%Ln)</numerusform>
            <numerusform>في الانتظار، بقيت صفحتان (%Ln)</numerusform>
            <numerusform>في الانتظار، بقيت %Ln صفحات</numerusform>
            <numerusform>في الانتظار، بقيت %Ln صفحة</numerusform>
            <numerusform>في الانتظار، بقيت %Ln صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading is not possible</source>
        <translation>القراءة غير ممكنة</translation>
    </message>
</context>
</TS>
