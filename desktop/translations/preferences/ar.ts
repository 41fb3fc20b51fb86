<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Advanced</source>
        <translation>متقدم</translation>
    </message>
    <message>
        <source>You need none of this for daily work. Every change can be taken back.</source>
        <translation>لا تحتاج إلى شيء من هذا في العمل اليومي. يمكن التراجع عن كل تغيير.</translation>
    </message>
    <message>
        <source>Search these settings</source>
        <translation>البحث في هذه الإعدادات</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>لا إعداد يحتوي على هذه الكلمات.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>إعادة ضبط الكل</translation>
    </message>
</context>
<context>
    <name>BroughtPack</name>
    <message>
        <source>Signed</source>
        <translation>موقَّع</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>غير موقَّع</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Installed and in use.</source>
        <translation>مثبّت وقيد الاستخدام.</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>تثبيت…</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>تثبيت %1</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>What is put into it is added by itself, for example by a scanner.</source>
        <translation>كل ما يوضع فيه، من ماسح ضوئي مثلًا، يُضاف تلقائيًا.</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>المجلد المراقَب</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Of the window. It changes at once.</source>
        <translation>لغة النافذة. تتغير فورًا.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Dark rests the eyes in the evening; high contrast helps in bright sun.</source>
        <translation>الداكن يريح العين مساءً، والتباين العالي يساعد تحت الشمس.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Everything grows with it.</source>
        <translation>كل شيء يكبر معه.</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>البدء بـ</translation>
    </message>
    <message>
        <source>What you see when the library opens.</source>
        <translation>ما تراه عند فتح المكتبة.</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>كما في الحاسوب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>للمراجعة</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Install a model</source>
        <translation>تثبيت نموذج</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>I accept this licence (%1)</source>
        <translation>أقبل هذه الرخصة (%1)</translation>
    </message>
    <message>
        <source>How much is installed</source>
        <translation>مقدار ما تم تثبيته</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Copying and checking…</source>
        <translation>جارٍ النسخ والتحقق…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Install it although its signature has expired</source>
        <translation>ثبّته مع أن توقيعه قد انتهت صلاحيته</translation>
    </message>
    <message>
        <source>I know who made it, and install it although nobody signed it</source>
        <translation>أعرف من صنعه، وأثبّته مع أن أحدًا لم يوقّعه</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>جارٍ تجربته…</translation>
    </message>
    <message>
        <source>Stopped. What was copied is kept: install it again to go on from there.</source>
        <translation>توقّف. ما نُسخ محفوظ: ثبّته من جديد للمتابعة من هناك.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>How fast is this computer?</source>
        <translation>ما سرعة هذا الحاسوب؟</translation>
    </message>
    <message>
        <source>A test of 30 seconds at most, best while nothing else is read. It also finds how many pages are read at the same time.</source>
        <translation>اختبار لا يتجاوز 30 ثانية، ويُستحسن ألا يُقرأ شيء آخر خلاله. ويحدد أيضًا عدد الصفحات التي تُقرأ في الوقت نفسه.</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>قياس…</translation>
    </message>
    <message>
        <source>Check all files</source>
        <translation>فحص كل الملفات</translation>
    </message>
    <message>
        <source>Reads every model file and compares it with what was installed</source>
        <translation>يقرأ كل ملف نموذج ويقارنه بما تم تثبيته</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>ما يمكن قراءته</translation>
    </message>
    <message>
        <source>Models for reading</source>
        <translation>نماذج القراءة</translation>
    </message>
    <message>
        <source>Reading programs</source>
        <translation>برامج القراءة</translation>
    </message>
    <message>
        <source>Checking every file…</source>
        <translation>جارٍ فحص كل الملفات…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>The models for reading are missing, and nothing can be read. They come with Sanduku: install it again, or ask whoever set this computer up.</source>
        <translation>نماذج القراءة مفقودة ولا يمكن قراءة شيء. وهي تأتي مع Sanduku: ثبّته مرة أخرى أو اسأل من أعدّ هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Something is damaged: see below what to do.</source>
        <translation>هناك شيء تالف: انظر أدناه ما العمل.</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>كل الملفات سليمة.</translation>
    </message>
    <message>
        <source>Everything on this page is on this computer. Nothing is fetched.</source>
        <translation>كل ما في هذه الصفحة موجود على هذا الحاسوب. لا يُجلب شيء.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>جاهز.</translation>
    </message>
    <message>
        <source>Cannot be read yet. %1</source>
        <translation>لا يمكن قراءتها بعد. %1</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>يقرؤها %1</translation>
    </message>
    <message>
        <source>Tesseract file: %1, licence %2</source>
        <translation>ملف Tesseract:‏ %1، الرخصة %2</translation>
    </message>
    <message>
        <source>No second opinion: its Tesseract file is missing. %1</source>
        <translation>لا رأي ثانٍ: ملف Tesseract الخاص بها مفقود. %1</translation>
    </message>
    <message>
        <source>Lines of text</source>
        <translation>أسطر النص</translation>
    </message>
    <message>
        <source>Arabic-Indic digits</source>
        <translation>الأرقام الهندية</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>الإصدار %1، %2، الرخصة %3</translation>
    </message>
    <message>
        <source>Source: %1.</source>
        <translation>المصدر: %1.</translation>
    </message>
    <message>
        <source>There</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>هناك شيء ناقص</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>غير مستخدم</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Sending</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <source>Freed space</source>
        <translation>المساحة المحررة</translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message>
        <source>How far it is</source>
        <translation>مدى التقدم</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>ما هو؟</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>لا، شكرًا</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Fetching, after your own work is sent…</source>
        <translation>جارٍ الجلب بعد إرسال عملك أولًا…</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>انتظر…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>تثبيت…</translation>
    </message>
    <message>
        <source>Fetch it after all</source>
        <translation>جلبه رغم ذلك</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>متابعة الجلب</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>جلب</translation>
    </message>
    <message>
        <source>It is on this computer, and not in use yet.</source>
        <translation>هو على هذا الحاسوب ولم يُستخدم بعد.</translation>
    </message>
    <message>
        <source>You said no to it.</source>
        <translation>لقد رفضته.</translation>
    </message>
    <message>
        <source>It cannot be used: %1</source>
        <translation>لا يمكن استخدامه: %1</translation>
    </message>
    <message>
        <source>%1 of %2 are here already.</source>
        <translation>وصل %1 من %2.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick from headquarters can bring it.</source>
        <translation>الشبكة مطفأة في الإعدادات. يمكن لذاكرة محمولة من المقر أن تجلبه.</translation>
    </message>
    <message>
        <source>How long it takes shows once something was sent.</source>
        <translation>تُعرف المدة بعد أول إرسال.</translation>
    </message>
    <message>
        <source>Fetching takes %1 at the speed of last time.</source>
        <translation>يستغرق الجلب %1 بسرعة المرة السابقة.</translation>
    </message>
    <message numerus="yes">
        <source>With the data of a day as limited in the settings it takes %Ln day(s).</source>
        <translation>
            <numerusform>بحدّ البيانات اليومي في الإعدادات لا يستغرق أي يوم (%Ln).</numerusform>
            <numerusform>بحدّ البيانات اليومي في الإعدادات يستغرق يومًا واحدًا (%Ln).</numerusform>
            <numerusform>بحدّ البيانات اليومي في الإعدادات يستغرق يومين (%Ln).</numerusform>
            <numerusform>بحدّ البيانات اليومي في الإعدادات يستغرق %Ln أيام.</numerusform>
            <numerusform>بحدّ البيانات اليومي في الإعدادات يستغرق %Ln يومًا.</numerusform>
            <numerusform>بحدّ البيانات اليومي في الإعدادات يستغرق %Ln يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>الإصدار %1، %2</translation>
    </message>
    <message>
        <source>What it is for shows with the next sending.</source>
        <translation>يظهر الغرض منه مع الإرسال التالي.</translation>
    </message>
    <message>
        <source>%1, licence %2</source>
        <translation>%1، الترخيص %2</translation>
    </message>
    <message>
        <source>Headquarters asks to install it soon.</source>
        <translation>يطلب المقر تثبيته قريبًا.</translation>
    </message>
</context>
<context>
    <name>OfferedPacks</name>
    <message>
        <source>Offered by headquarters</source>
        <translation>معروض من المقر</translation>
    </message>
    <message>
        <source>Nothing is fetched or installed unless you say so. What was fetched is kept, also when the network breaks.</source>
        <translation>لا يُجلب شيء ولا يُثبَّت إلا بموافقتك. وما جُلب يبقى حتى إن انقطعت الشبكة.</translation>
    </message>
    <message>
        <source>Say no to %1?</source>
        <translation>هل ترفض %1؟</translation>
    </message>
    <message>
        <source>What was fetched of it is removed; headquarters hears of it.</source>
        <translation>يُحذف ما جُلب منه ويعلم المقر بذلك.</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الاحتفاظ به</translation>
    </message>
</context>
<context>
    <name>PackBox</name>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>غير موقّع</translation>
    </message>
    <message>
        <source>There</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>استعمال الإصدار %1 من جديد</translation>
    </message>
    <message>
        <source>Used for: %1</source>
        <translation>مستعمل في: %1</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>الإصدار %1، %2، الرخصة %3</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>كل الملفات سليمة.</translation>
    </message>
    <message>
        <source>Not measured here yet: it has answered nothing in this library.</source>
        <translation>لم يُقَس هنا بعد: لم يجب عن شيء في هذه المكتبة.</translation>
    </message>
    <message numerus="yes">
        <source>In this library: %1 s for an answer, from %Ln answer(s).</source>
        <translation>
            <numerusform>في هذه المكتبة: %1 ث للإجابة، من %Ln إجابات.</numerusform>
            <numerusform>في هذه المكتبة: %1 ث للإجابة، من إجابة واحدة (%Ln).</numerusform>
            <numerusform>في هذه المكتبة: %1 ث للإجابة، من إجابتين (%Ln).</numerusform>
            <numerusform>في هذه المكتبة: %1 ث للإجابة، من %Ln إجابات.</numerusform>
            <numerusform>في هذه المكتبة: %1 ث للإجابة، من %Ln إجابة.</numerusform>
            <numerusform>في هذه المكتبة: %1 ث للإجابة، من %Ln إجابة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackShelf</name>
    <message>
        <source>Checking every file…</source>
        <translation>جارٍ فحص كل الملفات…</translation>
    </message>
    <message>
        <source>A file with a model</source>
        <translation>ملف فيه نموذج</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>نماذج (*.zip)</translation>
    </message>
    <message>
        <source>A folder or stick with a model</source>
        <translation>مجلد أو ذاكرة محمولة فيها نموذج</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>إزالة %1؟</translation>
    </message>
    <message>
        <source>Documents and answers stay. To use it again, it must be brought once more.</source>
        <translation>تبقى الوثائق والإجابات. ولاستعماله من جديد يجب إحضاره مرة أخرى.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الاحتفاظ به</translation>
    </message>
    <message>
        <source>Models for photos and questions</source>
        <translation>نماذج للصور والأسئلة</translation>
    </message>
    <message>
        <source>Which model does what</source>
        <translation>أي نموذج يقوم بماذا</translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation>تثبيت نموذج</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>From a folder or stick…</source>
        <translation>من مجلد أو ذاكرة محمولة…</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>فحص الملفات</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>مدى التقدم</translation>
    </message>
    <message>
        <source>%1 is installed and in use.</source>
        <translation>تم تثبيت %1 وهو مستعمل الآن.</translation>
    </message>
    <message>
        <source>Not all of it could be tried on this computer.</source>
        <translation>لم يكن ممكنًا تجربة كل أجزائه على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>No model for photos is installed. Whoever looks after your computers prepares one where there is internet, and brings it on a stick. Documents are read without it.</source>
        <translation>لا يوجد نموذج للصور مثبّت. يحضّره من يعتني بحواسيبكم حيث يوجد إنترنت ويجلبه على ذاكرة محمولة. أما الوثائق فتُقرأ من دونه.</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Describe photos</source>
        <translation>وصف الصور</translation>
    </message>
    <message>
        <source>Answer questions</source>
        <translation>الإجابة عن الأسئلة</translation>
    </message>
    <message>
        <source>Find values for a form</source>
        <translation>إيجاد قيم لاستمارة</translation>
    </message>
    <message>
        <source>Read doubtful lines again</source>
        <translation>إعادة قراءة الأسطر المشكوك فيها</translation>
    </message>
    <message>
        <source>Find photos by words</source>
        <translation>البحث عن الصور بالكلمات</translation>
    </message>
    <message>
        <source>Sort photos of disasters</source>
        <translation>فرز صور الكوارث</translation>
    </message>
    <message>
        <source>%1: good</source>
        <translation>%1: جيد</translation>
    </message>
    <message>
        <source>%1: so-so</source>
        <translation>%1: متوسط</translation>
    </message>
    <message>
        <source>%1: never tried</source>
        <translation>%1: لم يُجرَّب قط</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>وقّعه %1.</translation>
    </message>
    <message>
        <source>Signed by %1, but the signature should have been renewed by now.</source>
        <translation>وقّعه %1، لكن كان ينبغي تجديد التوقيع قبل الآن.</translation>
    </message>
    <message>
        <source>Unsigned: nobody vouches for what it answers.</source>
        <translation>غير موقّع: لا أحد يضمن ما يجيب به.</translation>
    </message>
    <message>
        <source>Signed by somebody who is not trusted on this computer.</source>
        <translation>وقّعه شخص غير موثوق به على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The signature does not hold: somebody may have altered it.</source>
        <translation>التوقيع غير صحيح: ربما عدّله أحد.</translation>
    </message>
    <message>
        <source>Made when Sanduku was set up.</source>
        <translation>صُنع عند إعداد Sanduku.</translation>
    </message>
    <message>
        <source>Fits into memory: needs %1, %2 are free.</source>
        <translation>تتسع له الذاكرة: يحتاج إلى %1، والمتاح %2.</translation>
    </message>
    <message>
        <source>Just fits into memory: needs %1, %2 are free. Close other programs first.</source>
        <translation>تتسع له الذاكرة بالكاد: يحتاج إلى %1، والمتاح %2. أغلق البرامج الأخرى أولًا.</translation>
    </message>
    <message>
        <source>Too big for the memory that is free: needs %1, only %2 are free.</source>
        <translation>أكبر من الذاكرة المتاحة: يحتاج إلى %1، والمتاح %2 فقط.</translation>
    </message>
    <message>
        <source>Its smaller form “%1” fits.</source>
        <translation>صيغته الأصغر «%1» تناسب.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>نحو %1</translation>
    </message>
    <message>
        <source>Measured on “%1”: %2.</source>
        <translation>قيس على «%1»: %2.</translation>
    </message>
    <message>
        <source>Nobody has measured its speed.</source>
        <translation>لم يقس أحد سرعته.</translation>
    </message>
    <message>
        <source>%1 pieces of words a second</source>
        <translation>%1 من أجزاء الكلمات في الثانية</translation>
    </message>
    <message>
        <source>%1 s for each part of a photo</source>
        <translation>%1 ث لكل جزء من الصورة</translation>
    </message>
    <message>
        <source>%1 of memory at most</source>
        <translation>%1 من الذاكرة على الأكثر</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>حاسوب آخر</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3; %4 are free on the disk.</source>
        <translation>الإصدار %1، %2، الرخصة %3؛ والمتاح على القرص %4.</translation>
    </message>
    <message>
        <source>Version %1 is in use now; it is kept, to go back to.</source>
        <translation>الإصدار %1 قيد الاستخدام الآن، ويُحتفظ به للرجوع إليه.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>تغيير عبارة المرور</translation>
    </message>
    <message>
        <source>Four or five ordinary words are easy to keep. Earlier backups keep their old passphrase.</source>
        <translation>أربع أو خمس كلمات عادية سهلة الحفظ. النسخ الاحتياطية السابقة تبقى بعبارتها القديمة.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارة المرور الجديدة</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>مدى حماية عبارة المرور</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>العبارتان غير متطابقتين.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>جارٍ التغيير…</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
</context>
<context>
    <name>PreferencesView</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>صفحات الإعدادات</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy and lock</source>
        <translation>الخصوصية والقفل</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>القفل</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>القفل بعد</translation>
    </message>
    <message>
        <source>When nobody has touched keyboard or mouse for this long.</source>
        <translation>عندما لا يلمس أحد لوحة المفاتيح أو الفأرة طوال هذه المدة.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Whoever knows it can open the library on this computer.</source>
        <translation>من يعرفها يستطيع فتح المكتبة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>مفتاح الاسترداد</translation>
    </message>
    <message>
        <source>On paper, for the day on which the passphrase is forgotten.</source>
        <translation>على الورق، ليوم تُنسى فيه عبارة المرور.</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>مكانها</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>نسخة احتياطية</translation>
    </message>
    <message>
        <source>A whole copy, as well encrypted, for instance on a stick. To bring one back: “sanduku restore FOLDER --into NEW-FOLDER”.</source>
        <translation>نسخة كاملة مشفرة بالقدر نفسه، على ذاكرة محمولة مثلًا. لاستعادتها: «sanduku restore FOLDER --into NEW-FOLDER».</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Reads every file and says whether the library is sound. Changes nothing.</source>
        <translation>يقرأ كل ملف ويقول إن كانت المكتبة سليمة. لا يغيّر شيئًا.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>مفتاح جديد…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>نسخ احتياطي الآن…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>فحص الآن</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>مدى التقدم</translation>
    </message>
    <message>
        <source>Where shall the backup go?</source>
        <translation>أين توضع النسخة الاحتياطية؟</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>تم تغيير عبارة المرور.</translation>
    </message>
    <message numerus="yes">
        <source>The library is sound: %Ln document(s) with all their files.</source>
        <translation>
            <numerusform>المكتبة سليمة: %Ln مستند بكل ملفاته.</numerusform>
            <numerusform>المكتبة سليمة: مستند واحد (%Ln) بكل ملفاته.</numerusform>
            <numerusform>المكتبة سليمة: مستندان (%Ln) بكل ملفاتهما.</numerusform>
            <numerusform>المكتبة سليمة: %Ln مستندات بكل ملفاتها.</numerusform>
            <numerusform>المكتبة سليمة: %Ln مستندًا بكل ملفاته.</numerusform>
            <numerusform>المكتبة سليمة: %Ln مستند بكل ملفاته.</numerusform>
        </translation>
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
        <source>The backup is whole: %1 in the folder %2.</source>
        <translation>النسخة الاحتياطية كاملة: %1 في المجلد %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged in the library itself, and so in the backup.</source>
        <translation>
            <numerusform>%Ln ملف تالف في المكتبة نفسها وكذلك في النسخة.</numerusform>
            <numerusform>ملف واحد (%Ln) تالف في المكتبة نفسها وكذلك في النسخة.</numerusform>
            <numerusform>ملفان (%Ln) تالفان في المكتبة نفسها وكذلك في النسخة.</numerusform>
            <numerusform>%Ln ملفات تالفة في المكتبة نفسها وكذلك في النسخة.</numerusform>
            <numerusform>%Ln ملفًا تالفًا في المكتبة نفسها وكذلك في النسخة.</numerusform>
            <numerusform>%Ln ملف تالف في المكتبة نفسها وكذلك في النسخة.</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>أوقفته.</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Pages that come now are read so. What was read before stays as it is; to read a document anew, choose “Read again” in the list.</source>
        <translation>تُقرأ الصفحات القادمة هكذا. ما قُرئ من قبل يبقى كما هو؛ ولقراءة مستند من جديد اختر «القراءة من جديد» في القائمة.</translation>
    </message>
    <message>
        <source>Now only lines for which there is another reason are marked.</source>
        <translation>الآن تُعلَّم فقط الأسطر التي لها سبب آخر.</translation>
    </message>
    <message>
        <source>An example: a line that Sanduku is %1 % sure of is marked, one with %2 % is not.</source>
        <translation>مثال: السطر الذي ثقته %1 ٪ يُعلَّم، والذي ثقته %2 ٪ لا يُعلَّم.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>New recovery key</source>
        <translation>مفتاح استرداد جديد</translation>
    </message>
    <message>
        <source>Only this key opens the library if you forget the passphrase. It is shown this once.</source>
        <translation>هذا المفتاح وحده يفتح المكتبة إذا نسيت عبارة المرور. يُعرض هذه المرة فقط.</translation>
    </message>
    <message>
        <source>You get a new key to print. The key that you have now will open nothing but earlier backups: destroy its sheet afterwards.</source>
        <translation>تحصل على مفتاح جديد للطباعة. المفتاح الحالي لن يفتح إلا النسخ الاحتياطية السابقة: أتلف ورقته بعد ذلك.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>مفتاح الاسترداد</translation>
    </message>
    <message>
        <source>Print the key…</source>
        <translation>طباعة المفتاح…</translation>
    </message>
    <message>
        <source>I printed the key or wrote it down.</source>
        <translation>طبعت المفتاح أو كتبته.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>إنشاء مفتاح جديد</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset “%1”</source>
        <translation>إعادة ضبط «%1»</translation>
    </message>
    <message>
        <source>Back to how it was at first</source>
        <translation>العودة إلى القيمة الأصلية</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Holds from the next time the library is opened.</source>
        <translation>يسري من المرة القادمة التي تُفتح فيها المكتبة.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sharpness of PDF pages</source>
        <translation>دقة صفحات PDF</translation>
    </message>
    <message>
        <source>How finely a PDF page without text of its own is drawn before it is read. More is slower.</source>
        <translation>مدى دقة رسم صفحة PDF التي لا نص فيها قبل قراءتها. الأكثر أبطأ.</translation>
    </message>
    <message>
        <source>dots per inch</source>
        <translation>نقطة في البوصة</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>أكبر ملف</translation>
    </message>
    <message>
        <source>Files larger than this are refused.</source>
        <translation>الملفات الأكبر من هذا تُرفض.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>م.ب</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>أكبر صورة</translation>
    </message>
    <message>
        <source>Pictures with more pixels than this are refused.</source>
        <translation>الصور التي بكسلاتها أكثر من هذا تُرفض.</translation>
    </message>
    <message>
        <source>million pixels</source>
        <translation>مليون بكسل</translation>
    </message>
    <message>
        <source>Memory for opening a picture</source>
        <translation>الذاكرة لفتح صورة</translation>
    </message>
    <message>
        <source>Pictures that need more memory than this while they open are refused.</source>
        <translation>الصور التي تحتاج عند فتحها إلى ذاكرة أكثر تُرفض.</translation>
    </message>
    <message>
        <source>Size of pictures for reading</source>
        <translation>حجم الصور للقراءة</translation>
    </message>
    <message>
        <source>Larger pictures are made smaller before they are read.</source>
        <translation>تُصغَّر الصور الأكبر قبل قراءتها.</translation>
    </message>
    <message>
        <source>Most pages of a file</source>
        <translation>أقصى عدد صفحات للملف</translation>
    </message>
    <message>
        <source>Files with more pages than this are refused.</source>
        <translation>الملفات التي صفحاتها أكثر من هذا تُرفض.</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>صفحة</translation>
    </message>
    <message>
        <source>Use the text of PDFs</source>
        <translation>استخدام نص ملفات PDF</translation>
    </message>
    <message>
        <source>Where a PDF page has usable text of its own, it is taken as it is.</source>
        <translation>إذا كان في صفحة PDF نص صالح فإنه يؤخذ كما هو.</translation>
    </message>
    <message>
        <source>Turn pages upright</source>
        <translation>تدوير الصفحات إلى وضعها الصحيح</translation>
    </message>
    <message>
        <source>Pages that were scanned sideways or upside down are turned.</source>
        <translation>تُدار الصفحات الممسوحة جانبيًا أو مقلوبة.</translation>
    </message>
    <message>
        <source>Straighten pages</source>
        <translation>تقويم الصفحات</translation>
    </message>
    <message>
        <source>Pages that are a little tilted are straightened.</source>
        <translation>تُقوَّم الصفحات المائلة قليلًا.</translation>
    </message>
    <message>
        <source>Languages of your documents</source>
        <translation>لغات مستنداتك</translation>
    </message>
    <message>
        <source>Sanduku expects these. Fewer is quicker and makes fewer mistakes.</source>
        <translation>يتوقع Sanduku هذه اللغات. الأقل أسرع وأخطاؤه أقل.</translation>
    </message>
    <message>
        <source>Size for finding lines</source>
        <translation>الحجم لإيجاد الأسطر</translation>
    </message>
    <message>
        <source>Longest side of the picture in which lines are looked for. More finds smaller print.</source>
        <translation>أطول ضلع للصورة التي يُبحث فيها عن الأسطر. الأكثر يجد خطًا أصغر.</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>بكسل</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>رأي ثانٍ</translation>
    </message>
    <message>
        <source>Which lines another engine reads as well. Where the two differ, you are told.</source>
        <translation>الأسطر التي يقرؤها محرك آخر أيضًا. حيث يختلفان يُقال لك.</translation>
    </message>
    <message>
        <source>When a line is doubtful</source>
        <translation>متى يكون السطر مشكوكًا فيه</translation>
    </message>
    <message>
        <source>Lines that are less sure than this are marked for you to check.</source>
        <translation>الأسطر الأقل ثقة من هذا تُعلَّم لتراجعها.</translation>
    </message>
    <message>
        <source>Use EasyOCR too</source>
        <translation>استخدام EasyOCR أيضًا</translation>
    </message>
    <message>
        <source>Another engine, slow and hungry; used where it and its model files are installed.</source>
        <translation>محرك آخر بطيء كثير الموارد؛ يُستخدم حيث يكون مثبتًا هو وملفات نماذجه.</translation>
    </message>
    <message>
        <source>Graphics card for photo models</source>
        <translation>بطاقة الرسوميات لنماذج الصور</translation>
    </message>
    <message>
        <source>Each model is tried once on the graphics card, and runs there where it is right and faster.</source>
        <translation>يُجرَّب كل نموذج مرة واحدة على بطاقة الرسوميات، ويعمل عليها حيث تكون نتائجه صحيحة وأسرع.</translation>
    </message>
    <message>
        <source>Pages read at the same time</source>
        <translation>صفحات تُقرأ في الوقت نفسه</translation>
    </message>
    <message>
        <source>0 means: as many as processor and memory allow. Fewer leaves more for other programs.</source>
        <translation>0 يعني: بقدر ما يسمح المعالج والذاكرة. الأقل يترك المزيد للبرامج الأخرى.</translation>
    </message>
    <message>
        <source>Memory of a reader</source>
        <translation>ذاكرة القارئ</translation>
    </message>
    <message>
        <source>A reader that uses more than this is started anew after its page.</source>
        <translation>القارئ الذي يستخدم أكثر من هذا يُعاد تشغيله بعد صفحته.</translation>
    </message>
    <message>
        <source>Patience with a silent reader</source>
        <translation>الصبر على قارئ صامت</translation>
    </message>
    <message>
        <source>If a reader gives no sign of life for this long, another takes its page.</source>
        <translation>إذا لم تظهر على قارئ علامة حياة طوال هذه المدة أخذ آخر صفحته.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>ثانية</translation>
    </message>
    <message>
        <source>End idle readers after</source>
        <translation>إنهاء القراء الخاملين بعد</translation>
    </message>
    <message>
        <source>A reader without work gives its memory back after this time.</source>
        <translation>القارئ الذي لا عمل له يعيد ذاكرته بعد هذه المدة.</translation>
    </message>
    <message>
        <source>Longest time for a page</source>
        <translation>أطول وقت للصفحة</translation>
    </message>
    <message>
        <source>A page that takes longer is stopped and shown as a problem.</source>
        <translation>الصفحة التي تستغرق أطول تُوقف وتُعرض كمشكلة.</translation>
    </message>
    <message>
        <source>Keep the trash for</source>
        <translation>الاحتفاظ بالمهملات لمدة</translation>
    </message>
    <message>
        <source>After this, what lies in the trash may be deleted for ever.</source>
        <translation>بعد ذلك قد يُحذف ما في المهملات نهائيًا.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>يوم</translation>
    </message>
    <message>
        <source>Reserve on the disk</source>
        <translation>احتياطي على القرص</translation>
    </message>
    <message>
        <source>Space held back, so that work can be finished when the disk is full.</source>
        <translation>مساحة محجوزة ليمكن إنهاء العمل عندما يمتلئ القرص.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Your corrections are recorded under it. Empty means: your name on this computer.</source>
        <translation>تُسجَّل تصحيحاتك تحته. الفارغ يعني: اسمك على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Use of the network</source>
        <translation>استخدام الشبكة</translation>
    </message>
    <message>
        <source>When work is sent to headquarters. Reading never needs a network.</source>
        <translation>متى يُرسل العمل إلى المقر. القراءة لا تحتاج إلى شبكة أبدًا.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself where this computer (host:port) does not answer. Empty: anywhere.</source>
        <translation>لا يُرسل شيء تلقائيًا حيث لا يجيب هذا الحاسوب (المضيف:المنفذ). فارغ: في أي مكان.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>ما الذي يُرسل</translation>
    </message>
    <message>
        <source>The text goes in any case. Headquarters can ask for single pages on top of this.</source>
        <translation>يُرسل النص في كل الأحوال. ويمكن للمقر أن يطلب صفحات بعينها زيادةً على ذلك.</translation>
    </message>
    <message>
        <source>Data for a day</source>
        <translation>البيانات في اليوم</translation>
    </message>
    <message>
        <source>Sending stops for the day when so much has gone over the network. 0 means: any amount.</source>
        <translation>يتوقف الإرسال لهذا اليوم عندما يمر هذا القدر عبر الشبكة. 0 تعني: أي قدر.</translation>
    </message>
    <message>
        <source>When a connection is broken</source>
        <translation>متى يُعد الاتصال منقطعًا</translation>
    </message>
    <message>
        <source>A connection on which nothing moves for this long is given up and made anew.</source>
        <translation>الاتصال الذي لا يتحرك فيه شيء طوال هذه المدة يُترك ويُعاد من جديد.</translation>
    </message>
    <message>
        <source>Patience with headquarters</source>
        <translation>الصبر على المقر</translation>
    </message>
    <message>
        <source>Sending is given up when headquarters has not answered for this long.</source>
        <translation>يُترك الإرسال إذا لم يُجب المقر طوال هذه المدة.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>Send by itself every</source>
        <translation>الإرسال تلقائيًا كل</translation>
    </message>
    <message>
        <source>How often work is sent by itself, where that is allowed.</source>
        <translation>كم مرة يُرسل العمل تلقائيًا، حيث يُسمح بذلك.</translation>
    </message>
    <message>
        <source>Only in this network</source>
        <translation>في هذه الشبكة فقط</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل (proxy)</translation>
    </message>
    <message>
        <source>Address of a proxy. Empty takes the one of the system, and the word none takes no proxy.</source>
        <translation>عنوان الوكيل. الفراغ يأخذ وكيل النظام، والكلمة none لا تأخذ أي وكيل.</translation>
    </message>
    <message>
        <source>Originals leave this computer after</source>
        <translation>تغادر الأصول هذا الحاسوب بعد</translation>
    </message>
    <message>
        <source>Only those that headquarters and its backup have. 0 means: they stay until you say otherwise.</source>
        <translation>فقط تلك التي لدى المقر ونسخته الاحتياطية. 0 تعني: تبقى حتى تقرر غير ذلك.</translation>
    </message>
    <message>
        <source>Files that left can come back for</source>
        <translation>يمكن استعادة الملفات التي غادرت خلال</translation>
    </message>
    <message>
        <source>Until then you can bring them back without a network. Text and small images always stay.</source>
        <translation>حتى ذلك الحين يمكنك استعادتها دون شبكة. ويبقى النص والصور الصغيرة دائمًا.</translation>
    </message>
    <message>
        <source>Install urgent model packs by itself</source>
        <translation>تثبيت حزم النماذج العاجلة تلقائيًا</translation>
    </message>
    <message>
        <source>Only those that headquarters calls urgent, signed and tried. You accept their licence.</source>
        <translation>فقط ما يصفه المقر بأنه عاجل وموقّع ممّن يثق به فريقك. أنت تقبل ترخيصها.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Photo models</source>
        <translation>نماذج الصور</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>القراء</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>لا سطر</translation>
    </message>
    <message>
        <source>Doubtful lines</source>
        <translation>الأسطر المشكوك فيها</translation>
    </message>
    <message>
        <source>Every line (slow)</source>
        <translation>كل الأسطر (بطيء)</translation>
    </message>
    <message>
        <source>Where it helps</source>
        <translation>حيث تفيد</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>عندما أطلب ذلك</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Text and where it stands</source>
        <translation>النص ومكانه</translation>
    </message>
    <message>
        <source>Text and small images</source>
        <translation>النص والصور الصغيرة</translation>
    </message>
    <message>
        <source>Everything, originals too</source>
        <translation>كل شيء، والأصول أيضًا</translation>
    </message>
</context>
<context>
    <name>ShortcutsModel</name>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>In the menu</source>
        <translation>في القائمة</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>البحث في الإجراءات والمفاتيح</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>الإجراءات ومفاتيحها</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>اضغط المفاتيح الجديدة هنا</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>بلا مفاتيح</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>إعادة ضبط الكل</translation>
    </message>
    <message>
        <source>Choose an action to give it other keys.</source>
        <translation>اختر إجراءً لتعطيه مفاتيح أخرى.</translation>
    </message>
    <message>
        <source>Keys for “%1”: press them in the field.</source>
        <translation>مفاتيح «%1»: اضغطها في الحقل.</translation>
    </message>
    <message>
        <source>%1 already belong to “%2”.</source>
        <translation>%1 مستخدمة لـ «%2».</translation>
    </message>
    <message>
        <source>Take them from there</source>
        <translation>أخذها منه</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Install a model</source>
        <translation>تثبيت نموذج</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model pack(s) were brought.</source>
        <translation>
            <numerusform>لم تُجلب حزم نماذج (%Ln).</numerusform>
            <numerusform>جُلبت حزمة نماذج واحدة (%Ln).</numerusform>
            <numerusform>جُلبت حزمتا نماذج (%Ln).</numerusform>
            <numerusform>جُلبت %Ln حزم نماذج.</numerusform>
            <numerusform>جُلبت %Ln حزمة نماذج.</numerusform>
            <numerusform>جُلبت %Ln حزمة نماذج.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>Sanduku chooses</source>
        <translation>يختار Sanduku</translation>
    </message>
    <message>
        <source>Sanduku chooses: %1</source>
        <translation>يختار Sanduku: %1</translation>
    </message>
    <message>
        <source>Form: Sanduku chooses</source>
        <translation>الصيغة: يختار Sanduku</translation>
    </message>
    <message>
        <source>Form: %1</source>
        <translation>الصيغة: %1</translation>
    </message>
    <message>
        <source>Look: Sanduku chooses</source>
        <translation>النظر: يختار Sanduku</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>النظر: %1</translation>
    </message>
    <message>
        <source>Say: Sanduku chooses</source>
        <translation>الإجابة: يختار Sanduku</translation>
    </message>
    <message>
        <source>Say: %1</source>
        <translation>الإجابة: %1</translation>
    </message>
    <message>
        <source>More choices</source>
        <translation>خيارات أخرى</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Form of the model</source>
        <translation>صيغة النموذج</translation>
    </message>
    <message>
        <source>How closely it looks</source>
        <translation>مدى دقة نظره</translation>
    </message>
    <message>
        <source>How much it says</source>
        <translation>مقدار ما يقوله</translation>
    </message>
</context>
</TS>
