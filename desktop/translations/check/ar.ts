<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CheckView</name>
    <message>
        <source>Check</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>What is shown beside the page</source>
        <translation>ما يظهر بجانب الصفحة</translation>
    </message>
    <message>
        <source>Lines of the page, in reading order</source>
        <translation>أسطر الصفحة بترتيب القراءة</translation>
    </message>
    <message>
        <source>Width of the pages</source>
        <translation>عرض الصفحات</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>عرض النص</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>The reading is not sure here.</source>
        <translation>القراءة غير مؤكدة هنا.</translation>
    </message>
    <message>
        <source>Two readings differ here.</source>
        <translation>هنا قراءتان مختلفتان.</translation>
    </message>
    <message>
        <source>Two readings differ in a number, a date or a name.</source>
        <translation>قراءتان تختلفان في رقم أو تاريخ أو اسم.</translation>
    </message>
    <message>
        <source>This looks like text, and it could not be read.</source>
        <translation>يبدو هذا نصًا ولم تمكن قراءته.</translation>
    </message>
    <message>
        <source>Something on this line was not read.</source>
        <translation>جزء من هذا السطر لم يُقرأ.</translation>
    </message>
    <message>
        <source>The edge of the picture cuts through this line.</source>
        <translation>حافة الصورة تقطع هذا السطر.</translation>
    </message>
    <message>
        <source>It is not sure in which script this is written.</source>
        <translation>ليس مؤكدًا بأي خط كُتب هذا.</translation>
    </message>
    <message>
        <source>There is a number here, and numbers are easily misread.</source>
        <translation>هنا رقم، والأرقام يسهل الخطأ في قراءتها.</translation>
    </message>
    <message>
        <source>You corrected this before, and the page was read anew since.</source>
        <translation>سبق أن صححت هذا، ثم قُرئت الصفحة من جديد.</translation>
    </message>
    <message>
        <source>Please look at this line.</source>
        <translation>يرجى النظر إلى هذا السطر.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>%1 of %2 to check</source>
        <translation>%1 من %2 للمراجعة</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>مشكلة: %1</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>مُعلَّم كمشكلة</translation>
    </message>
    <message>
        <source>Not wholly read yet</source>
        <translation>لم يُقرأ كله بعد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) left</source>
        <translation>
            <numerusform>لم يبق سطر مشكوك فيه (%Ln)</numerusform>
            <numerusform>بقي سطر واحد مشكوك فيه (%Ln)</numerusform>
            <numerusform>بقي سطران مشكوك فيهما (%Ln)</numerusform>
            <numerusform>بقيت %Ln أسطر مشكوك فيها</numerusform>
            <numerusform>بقي %Ln سطرًا مشكوكًا فيه</numerusform>
            <numerusform>بقي %Ln سطر مشكوك فيه</numerusform>
        </translation>
    </message>
    <message>
        <source>No doubtful lines</source>
        <translation>لا أسطر مشكوك فيها</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) on this page, %1 in all</source>
        <translation>
            <numerusform>لا سطر مشكوك فيه (%Ln) في هذه الصفحة، و%1 في المجموع</numerusform>
            <numerusform>سطر واحد مشكوك فيه (%Ln) في هذه الصفحة، و%1 في المجموع</numerusform>
            <numerusform>سطران مشكوك فيهما (%Ln) في هذه الصفحة، و%1 في المجموع</numerusform>
            <numerusform>%Ln أسطر مشكوك فيها في هذه الصفحة، و%1 في المجموع</numerusform>
            <numerusform>%Ln سطرًا مشكوكًا فيه في هذه الصفحة، و%1 في المجموع</numerusform>
            <numerusform>%Ln سطر مشكوك فيه في هذه الصفحة، و%1 في المجموع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Read</source>
        <translation>قُرئ</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>صُحِّح</translation>
    </message>
    <message>
        <source>Said to be right</source>
        <translation>أُكِّدت صحته</translation>
    </message>
    <message>
        <source>Added a line</source>
        <translation>أُضيف سطر</translation>
    </message>
    <message>
        <source>Deleted a line</source>
        <translation>حُذف سطر</translation>
    </message>
    <message>
        <source>Split a line</source>
        <translation>قُسم سطر</translation>
    </message>
    <message>
        <source>Joined lines</source>
        <translation>ضُمَّت أسطر</translation>
    </message>
    <message>
        <source>Took this back</source>
        <translation>تراجع عن هذا</translation>
    </message>
    <message>
        <source>Did this again</source>
        <translation>أعاد هذا</translation>
    </message>
    <message>
        <source>Approved the document</source>
        <translation>اعتُمد المستند</translation>
    </message>
    <message>
        <source>Found a problem</source>
        <translation>وُجدت مشكلة</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>للمراجعة من جديد</translation>
    </message>
    <message>
        <source>Renamed the document</source>
        <translation>أُعيدت تسمية المستند</translation>
    </message>
    <message>
        <source>Put the document into the trash</source>
        <translation>وُضع المستند في المهملات</translation>
    </message>
    <message>
        <source>Brought the document back from the trash</source>
        <translation>أُعيد المستند من المهملات</translation>
    </message>
    <message>
        <source>Turned or straightened the page</source>
        <translation>أُديرت الصفحة أو قُوِّمت</translation>
    </message>
    <message>
        <source>%1 (taken back since)</source>
        <translation>%1 (جرى التراجع عنه)</translation>
    </message>
    <message>
        <source>%1 (stands now)</source>
        <translation>%1 (هو القائم الآن)</translation>
    </message>
    <message>
        <source>%1 (headquarters)</source>
        <translation>%1 (المقر)</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>البرنامج</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>The whole page</source>
        <translation>الصفحة كلها</translation>
    </message>
    <message>
        <source>The chosen line</source>
        <translation>السطر المختار</translation>
    </message>
    <message>
        <source>Whose history</source>
        <translation>سجل ماذا</translation>
    </message>
    <message>
        <source>History, the latest first</source>
        <translation>السجل، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>لم يحدث شيء هنا بعد.</translation>
    </message>
    <message>
        <source>Bring the line back</source>
        <translation>أعد السطر</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>استعد هذه النسخة</translation>
    </message>
</context>
<context>
    <name>HqNotes</name>
    <message>
        <source>No reason was given.</source>
        <translation>لم يُذكر سبب.</translation>
    </message>
    <message>
        <source>%1 at headquarters sent this back: %2</source>
        <translation>أعاد %1 من المقر هذه الوثيقة: %2</translation>
    </message>
    <message numerus="yes">
        <source>On %Ln line(s) headquarters says something else.</source>
        <translation>
            <numerusform>لا يختلف المقر في أي سطر (%Ln).</numerusform>
            <numerusform>يقول المقر شيئًا آخر في سطر واحد (%Ln).</numerusform>
            <numerusform>يقول المقر شيئًا آخر في سطرين (%Ln).</numerusform>
            <numerusform>يقول المقر شيئًا آخر في %Ln أسطر.</numerusform>
            <numerusform>يقول المقر شيئًا آخر في %Ln سطرًا.</numerusform>
            <numerusform>يقول المقر شيئًا آخر في %Ln سطر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>إظهار القولين</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>اطّلعت</translation>
    </message>
    <message>
        <source>%1 at headquarters: %2</source>
        <translation>%1 من المقر: %2</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Sure</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>يرجى التحقق</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>لم يُقرأ</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>كتبه إنسان</translation>
    </message>
    <message>
        <source>Confirmed by a person</source>
        <translation>أكده إنسان</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>The machine read: %1</source>
        <translation>قرأ البرنامج: %1</translation>
    </message>
    <message>
        <source>The machine read nothing here.</source>
        <translation>لم يقرأ البرنامج شيئًا هنا.</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>نص السطر</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>اكتب ما هو مكتوب هنا</translation>
    </message>
    <message>
        <source>Or was it this?</source>
        <translation>أم كان هذا؟</translation>
    </message>
    <message>
        <source>You were typing here: drop it</source>
        <translation>كنت تكتب هنا: تخلَّ عنه</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>اقرأ من جديد</translation>
    </message>
    <message>
        <source>Read this line again, also in another way</source>
        <translation>اقرأ هذا السطر من جديد، وبطريقة أخرى أيضًا</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>المزيد مع هذا السطر</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>سطر جديد</translation>
    </message>
    <message>
        <source>Line %1 of %2 · %3</source>
        <translation>السطر %1 من %2 · %3</translation>
    </message>
    <message>
        <source>Take this reading instead: %1</source>
        <translation>خذ هذه القراءة بدلًا منها: %1</translation>
    </message>
    <message>
        <source>Take this reading instead (%1)</source>
        <translation>خذ هذه القراءة بدلًا منها (%1)</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>You were typing here.</source>
        <translation>كنت تكتب هنا.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>السطر %1، %2: %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This page was read anew while you type. The new reading is shown when you finish this line.</source>
        <translation>قُرئت هذه الصفحة من جديد وأنت تكتب. تظهر القراءة الجديدة حين تنهي هذا السطر.</translation>
    </message>
    <message>
        <source>This page is being read again. What stands here stays until then.</source>
        <translation>تُقرأ هذه الصفحة من جديد. يبقى ما هنا حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>This page could not be read again: %1</source>
        <translation>لم تمكن قراءة هذه الصفحة من جديد: %1</translation>
    </message>
    <message>
        <source>You typed this before the page was read anew: %1</source>
        <translation>كتبت هذا قبل أن تُقرأ الصفحة من جديد: %1</translation>
    </message>
    <message>
        <source>You were adding this line: %1</source>
        <translation>كنت تضيف هذا السطر: %1</translation>
    </message>
    <message>
        <source>You were typing here: %1</source>
        <translation>كنت تكتب هنا: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Put it into the chosen line</source>
        <translation>ضعه في السطر المختار</translation>
    </message>
    <message>
        <source>Show its place</source>
        <translation>بيّن مكانه</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>تخلَّ عنه</translation>
    </message>
    <message>
        <source>No text was found on this page. It may be blank, or too dark or blurred to be read.</source>
        <translation>لم يُعثر على نص في هذه الصفحة. ربما هي فارغة، أو مظلمة أو مشوشة بحيث لا تُقرأ.</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>أضف سطرًا</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول من جديد</translation>
    </message>
    <message>
        <source>This is a photo of a sheet: the sheet was straightened, and what lies around it was left out.</source>
        <translation>هذه صورة ورقة: قُوِّمت الورقة وتُرك ما حولها.</translation>
    </message>
    <message>
        <source>This page may have been turned the wrong way: it is not certain which way is up.</source>
        <translation>ربما أُديرت هذه الصفحة خطأً: ليس مؤكدًا أين أعلاها.</translation>
    </message>
    <message>
        <source>The image is blurred: letters and whole lines may be missing or wrong. Take a sharper one if you can, or compare every line.</source>
        <translation>الصورة مشوشة: قد تنقص حروف وسطور كاملة أو تكون خاطئة. التقط صورة أوضح إن استطعت، أو قارن كل سطر.</translation>
    </message>
    <message>
        <source>The image is dark: some of the text may have been overlooked.</source>
        <translation>الصورة مظلمة: ربما فات بعض النص.</translation>
    </message>
    <message>
        <source>Light is reflected from the page: what lies under it cannot be read.</source>
        <translation>ينعكس الضوء عن الصفحة: لا يمكن أن يُقرأ ما تحته.</translation>
    </message>
    <message>
        <source>One place on this page looks like text but could not be read.</source>
        <translation>في هذه الصفحة موضع يبدو نصًا، لكن لم تمكن قراءته.</translation>
    </message>
    <message>
        <source>%1 places on this page look like text but could not be read.</source>
        <translation>في هذه الصفحة %1 من المواضع تبدو نصًا، لكن لم تمكن قراءتها.</translation>
    </message>
    <message>
        <source>This is an animation; only its first picture is read.</source>
        <translation>هذه صورة متحركة؛ لا يُقرأ منها إلا الصورة الأولى.</translation>
    </message>
    <message>
        <source>Page %1 is damaged, and pages after it cannot be reached.</source>
        <translation>الصفحة %1 تالفة، ولا يمكن الوصول إلى الصفحات التي بعدها.</translation>
    </message>
    <message>
        <source>Part of the additional data in this file is damaged; the image itself was read.</source>
        <translation>جزء من البيانات الإضافية في هذا الملف تالف؛ أما الصورة نفسها فقد قُرئت.</translation>
    </message>
    <message>
        <source>The name ends in %1, but the content is a %2; it was read as that.</source>
        <translation>ينتهي الاسم بـ %1، لكن المحتوى هو: %2؛ وقد قُرئ على أنه كذلك.</translation>
    </message>
    <message>
        <source>The end of this PDF is missing; pages or parts of pages may have been lost.</source>
        <translation>نهاية ملف PDF هذا مفقودة؛ ربما ضاعت صفحات أو أجزاء من صفحات.</translation>
    </message>
    <message>
        <source>This PDF is a dynamic (XFA) form; what is filled in may not be visible. Print it to a new PDF to be sure.</source>
        <translation>ملف PDF هذا نموذج متغيّر (XFA)؛ قد لا يظهر ما مُلئ فيه. اطبعه في ملف PDF جديد لتتأكد.</translation>
    </message>
    <message>
        <source>The text that this PDF page carries was not taken, because %1; the page was read from its image.</source>
        <translation>لم يؤخذ النص الذي تحمله صفحة PDF هذه، لأن %1؛ وقد قُرئت الصفحة من صورتها.</translation>
    </message>
    <message>
        <source>This PDF carries %1 attached file(s), which are not read.</source>
        <translation>يحمل ملف PDF هذا ملفات مرفقة (%1)، وهي لا تُقرأ.</translation>
    </message>
    <message>
        <source>This page is very large (%1 × %2 inches); it was read at %3 instead of %4 dpi, so small text may be lost.</source>
        <translation>هذه الصفحة كبيرة جدًا (%1 × %2 بوصة)؛ قُرئت بدقة %3 بدلًا من %4 نقطة في البوصة، فربما ضاع نص صغير.</translation>
    </message>
    <message>
        <source>an image covers much of the page and may hold other text</source>
        <translation>صورة تغطي جزءًا كبيرًا من الصفحة وقد تحمل نصًا آخر</translation>
    </message>
    <message>
        <source>fields are filled in or notes were added, which it does not hold</source>
        <translation>حقولًا مُلئت أو ملاحظات أُضيفت لا يحتويها</translation>
    </message>
    <message>
        <source>part of it is invisible, as an earlier OCR leaves it</source>
        <translation>جزءًا منه لا يُرى، كما تتركه قراءة آلية سابقة</translation>
    </message>
    <message>
        <source>its letters seem to have no known meaning</source>
        <translation>حروفه لا يبدو أن لها معنى معروفًا</translation>
    </message>
    <message>
        <source>some of its letters have no known meaning</source>
        <translation>بعض حروفه ليس لها معنى معروف</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>What is wrong with %1?</source>
        <translation>ما المشكلة في %1؟</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Say it in your own words, or choose</source>
        <translation>قلها بكلماتك، أو اختر</translation>
    </message>
    <message>
        <source>The picture is too blurred or too dark</source>
        <translation>الصورة مشوشة أو مظلمة أكثر مما ينبغي</translation>
    </message>
    <message>
        <source>A page or a part is missing</source>
        <translation>تنقص صفحة أو جزء</translation>
    </message>
    <message>
        <source>It is the wrong document</source>
        <translation>هذا ليس المستند الصحيح</translation>
    </message>
    <message>
        <source>Somebody who knows must look at it</source>
        <translation>يجب أن ينظر فيه من يعرف</translation>
    </message>
    <message>
        <source>Mark as a problem</source>
        <translation>علّمه كمشكلة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ProposalNote</name>
    <message>
        <source>Keep what stands</source>
        <translation>أبقِ ما هو قائم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>أوقف</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>خذ هذا</translation>
    </message>
    <message>
        <source>This place is being read again…</source>
        <translation>يُقرأ هذا الموضع من جديد…</translation>
    </message>
    <message>
        <source>It reads the same again: %1</source>
        <translation>القراءة نفسها مرة أخرى: %1</translation>
    </message>
    <message>
        <source>Now it reads: %1</source>
        <translation>القراءة الآن: %1</translation>
    </message>
    <message>
        <source>No text was found in this place.</source>
        <translation>لم يُعثر على نص في هذا الموضع.</translation>
    </message>
    <message>
        <source>It could not be read again.</source>
        <translation>لم تمكن قراءته من جديد.</translation>
    </message>
</context>
<context>
    <name>StripEditor</name>
    <message>
        <source>Text of the line, on the page</source>
        <translation>نص السطر على الصفحة</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>اكتب ما هو مكتوب هنا</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>المزيد مع هذا السطر</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>The line was deleted.</source>
        <translation>حُذف السطر.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>The line reads as it did before.</source>
        <translation>عاد السطر كما كان.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>لم يُنسخ أي سطر (%Ln).</numerusform>
            <numerusform>نُسخ سطر واحد (%Ln).</numerusform>
            <numerusform>نُسخ سطران (%Ln).</numerusform>
            <numerusform>نُسخت %Ln أسطر.</numerusform>
            <numerusform>نُسخ %Ln سطرًا.</numerusform>
            <numerusform>نُسخ %Ln سطر.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line without text is nothing. Delete it if nothing stands there.</source>
        <translation>السطر بلا نص ليس شيئًا. احذفه إن لم يكن هناك مكتوب.</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>احذف السطر</translation>
    </message>
    <message>
        <source>The page was read anew while you typed. See whether your text belongs to this line, and save it once more.</source>
        <translation>قُرئت الصفحة من جديد وأنت تكتب. انظر هل نصك لهذا السطر، واحفظه مرة أخرى.</translation>
    </message>
    <message>
        <source>There is nothing to undo on this page.</source>
        <translation>لا شيء للتراجع عنه في هذه الصفحة.</translation>
    </message>
    <message>
        <source>There is nothing to do again on this page.</source>
        <translation>لا شيء لإعادته في هذه الصفحة.</translation>
    </message>
    <message>
        <source>No line follows with which this one could be joined.</source>
        <translation>لا سطر بعده ليُضم إليه.</translation>
    </message>
    <message>
        <source>Your change was dropped.</source>
        <translation>تُرك تعديلك.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>أعده</translation>
    </message>
    <message>
        <source>No other doubtful line is left in this document.</source>
        <translation>لم يبق سطر آخر مشكوك فيه في هذا المستند.</translation>
    </message>
    <message>
        <source>Draw a box around the text on the page. Esc leaves it.</source>
        <translation>ارسم إطارًا حول النص في الصفحة. Esc للخروج.</translation>
    </message>
    <message>
        <source>Turned left. The page is being read again.</source>
        <translation>أُديرت يسارًا. تُقرأ الصفحة من جديد.</translation>
    </message>
    <message>
        <source>Turned right. The page is being read again.</source>
        <translation>أُديرت يمينًا. تُقرأ الصفحة من جديد.</translation>
    </message>
    <message>
        <source>Straightened. The page is being read again.</source>
        <translation>قُوِّمت. تُقرأ الصفحة من جديد.</translation>
    </message>
    <message>
        <source>The page is as it was before, and is being read again.</source>
        <translation>عادت الصفحة كما كانت، وتُقرأ من جديد.</translation>
    </message>
    <message>
        <source>What the page shows was changed.</source>
        <translation>غُيّر ما تُظهره الصفحة.</translation>
    </message>
    <message>
        <source>The page is read again. What you corrected is kept.</source>
        <translation>تُقرأ الصفحة من جديد. ما صححته محفوظ.</translation>
    </message>
    <message>
        <source>%1 could not be changed: somebody else has changed it, or it lies in the trash.</source>
        <translation>لم يمكن تغيير %1: غيّره شخص آخر، أو هو في المهملات.</translation>
    </message>
    <message>
        <source>%1 is approved.</source>
        <translation>اعتُمد %1.</translation>
    </message>
    <message>
        <source>%1 is marked as a problem.</source>
        <translation>عُلِّم %1 كمشكلة.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>عاد %1 كما كان.</translation>
    </message>
    <message>
        <source>Not every page is read yet. Wait for the pages, or mark the document as a problem.</source>
        <translation>لم تُقرأ كل الصفحات بعد. انتظرها، أو علّم المستند كمشكلة.</translation>
    </message>
    <message>
        <source>This page is being read again. Wait until it is there, then approve.</source>
        <translation>تُقرأ هذه الصفحة من جديد. انتظر حتى تظهر، ثم اعتمد.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not looked at. Press Approve once more to approve all the same.</source>
        <translation>
            <numerusform>لا سطر مشكوك فيه لم يُنظر إليه (%Ln). اضغط اعتماد مرة أخرى للاعتماد مع ذلك.</numerusform>
            <numerusform>سطر واحد مشكوك فيه لم يُنظر إليه (%Ln). اضغط اعتماد مرة أخرى للاعتماد مع ذلك.</numerusform>
            <numerusform>سطران مشكوك فيهما لم يُنظر إليهما (%Ln). اضغط اعتماد مرة أخرى للاعتماد مع ذلك.</numerusform>
            <numerusform>%Ln أسطر مشكوك فيها لم يُنظر إليها. اضغط اعتماد مرة أخرى للاعتماد مع ذلك.</numerusform>
            <numerusform>%Ln سطرًا مشكوكًا فيه لم يُنظر إليه. اضغط اعتماد مرة أخرى للاعتماد مع ذلك.</numerusform>
            <numerusform>%Ln سطر مشكوك فيه لم يُنظر إليه. اضغط اعتماد مرة أخرى للاعتماد مع ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>أظهرها</translation>
    </message>
    <message>
        <source>This is the only document to check.</source>
        <translation>هذا هو المستند الوحيد للمراجعة.</translation>
    </message>
    <message>
        <source>Undone: %1 → %2</source>
        <translation>جرى التراجع: %1 ← %2</translation>
    </message>
    <message>
        <source>Done again: %1 → %2</source>
        <translation>أُعيد: %1 ← %2</translation>
    </message>
    <message>
        <source>Undone: %1 was right</source>
        <translation>جرى التراجع: %1 كان صحيحًا</translation>
    </message>
    <message>
        <source>Done again: %1 is right</source>
        <translation>أُعيد: %1 صحيح</translation>
    </message>
    <message>
        <source>Undone: the line %2 was added</source>
        <translation>جرى التراجع: إضافة السطر %2</translation>
    </message>
    <message>
        <source>Done again: the line %2 is added</source>
        <translation>أُعيد: إضافة السطر %2</translation>
    </message>
    <message>
        <source>Undone: the line %1 was deleted</source>
        <translation>جرى التراجع: حذف السطر %1</translation>
    </message>
    <message>
        <source>Done again: the line %1 is deleted</source>
        <translation>أُعيد: حذف السطر %1</translation>
    </message>
    <message>
        <source>Undone: the line was split</source>
        <translation>جرى التراجع: تقسيم السطر</translation>
    </message>
    <message>
        <source>Done again: the line is split</source>
        <translation>أُعيد: تقسيم السطر</translation>
    </message>
    <message>
        <source>Undone: the lines were joined</source>
        <translation>جرى التراجع: ضم الأسطر</translation>
    </message>
    <message>
        <source>Done again: the lines are joined</source>
        <translation>أُعيد: ضم الأسطر</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>You were typing in %1, page %2.</source>
        <translation>كنت تكتب في %1، الصفحة %2.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>This page waits to be read</source>
        <translation>هذه الصفحة تنتظر القراءة</translation>
    </message>
    <message>
        <source>It appears here as soon as it is read.</source>
        <translation>ستظهر هنا حالما تُقرأ.</translation>
    </message>
    <message>
        <source>This page is being read</source>
        <translation>تُقرأ هذه الصفحة الآن</translation>
    </message>
    <message>
        <source>Its reading was cancelled.</source>
        <translation>أُلغيت قراءتها.</translation>
    </message>
    <message>
        <source>This page is not read</source>
        <translation>هذه الصفحة لم تُقرأ</translation>
    </message>
    <message>
        <source>Nothing is left to check</source>
        <translation>لم يبق شيء للمراجعة</translation>
    </message>
    <message>
        <source>Every document that is read has been looked at.</source>
        <translation>نُظر في كل المستندات التي قُرئت.</translation>
    </message>
    <message>
        <source>To the documents</source>
        <translation>إلى المستندات</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول من جديد</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>As it is set</source>
        <translation>كما في الإعدادات</translation>
    </message>
    <message>
        <source>As Arabic</source>
        <translation>كنص عربي</translation>
    </message>
    <message>
        <source>As English, French, Spanish or Swahili</source>
        <translation>كنص إنجليزي أو فرنسي أو إسباني أو سواحيلي</translation>
    </message>
    <message>
        <source>With PP-OCR</source>
        <translation>باستخدام PP-OCR</translation>
    </message>
    <message>
        <source>With Tesseract</source>
        <translation>باستخدام Tesseract</translation>
    </message>
    <message>
        <source>With EasyOCR</source>
        <translation>باستخدام EasyOCR</translation>
    </message>
</context>
</TS>
