<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What changed</source>
        <translation>ما الذي تغيّر</translation>
    </message>
    <message>
        <source>This goes to headquarters with the next sending.</source>
        <translation>يذهب هذا إلى المقر مع الإرسال التالي.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier change(s)</source>
        <translation>
            <numerusform>ولا تغيير أقدم (%Ln)</numerusform>
            <numerusform>وتغيير أقدم واحد (%Ln)</numerusform>
            <numerusform>وتغييران أقدم (%Ln)</numerusform>
            <numerusform>و%Ln تغييرات أقدم</numerusform>
            <numerusform>و%Ln تغييرًا أقدم</numerusform>
            <numerusform>و%Ln تغيير أقدم</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close Sanduku</source>
        <translation>إغلاق Sanduku</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>إيقافه والإغلاق</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>انتظار</translation>
    </message>
    <message>
        <source>The stick is not written to the end.</source>
        <translation>لم تكتمل الكتابة على الذاكرة المحمولة.</translation>
    </message>
    <message>
        <source>If you close now, what is written is taken off it again. Nothing is lost.</source>
        <translation>إن أغلقت الآن يُزال ما كُتب عليها. لا يضيع شيء.</translation>
    </message>
    <message>
        <source>The answer on the stick is not taken to the end.</source>
        <translation>لم يكتمل استلام الجواب من الذاكرة المحمولة.</translation>
    </message>
    <message>
        <source>Nothing is lost: take it again the next time.</source>
        <translation>لا يضيع شيء: استلمه مجددًا في المرة القادمة.</translation>
    </message>
    <message>
        <source>A model from headquarters is not here to the end.</source>
        <translation>لم يصل نموذج من المقر بكامله.</translation>
    </message>
    <message>
        <source>What has come is kept; it goes on from there the next time.</source>
        <translation>ما وصل يبقى، ويُتابع من هناك في المرة القادمة.</translation>
    </message>
    <message>
        <source>Sending is not finished.</source>
        <translation>لم ينته الإرسال.</translation>
    </message>
    <message>
        <source>What has arrived at headquarters counts; the rest goes the next time.</source>
        <translation>ما وصل إلى المقر محسوب، والباقي يذهب في المرة القادمة.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln وثيقة</numerusform>
            <numerusform>وثيقة واحدة (%Ln)</numerusform>
            <numerusform>وثيقتان (%Ln)</numerusform>
            <numerusform>%Ln وثائق</numerusform>
            <numerusform>%Ln وثيقة</numerusform>
            <numerusform>%Ln وثيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln تغيير</numerusform>
            <numerusform>تغيير واحد (%Ln)</numerusform>
            <numerusform>تغييران (%Ln)</numerusform>
            <numerusform>%Ln تغييرات</numerusform>
            <numerusform>%Ln تغييرًا</numerusform>
            <numerusform>%Ln تغيير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln ملف</numerusform>
            <numerusform>ملف واحد (%Ln)</numerusform>
            <numerusform>ملفان (%Ln)</numerusform>
            <numerusform>%Ln ملفات</numerusform>
            <numerusform>%Ln ملفًا</numerusform>
            <numerusform>%Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to send %Ln</source>
        <translation>
            <numerusform>%Ln للإرسال</numerusform>
            <numerusform>%Ln للإرسال</numerusform>
            <numerusform>%Ln للإرسال</numerusform>
            <numerusform>%Ln للإرسال</numerusform>
            <numerusform>%Ln للإرسال</numerusform>
            <numerusform>%Ln للإرسال</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>أُرسل كل شيء</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>جاهز للإرسال</translation>
    </message>
</context>
<context>
    <name>FreedPage</name>
    <message>
        <source>Freed space</source>
        <translation>المساحة المحررة</translation>
    </message>
    <message>
        <source>Page images and originals of approved documents may leave this computer once headquarters has signed to have them, and its backup too. Text and small images always stay.</source>
        <translation>يمكن أن تغادر صور صفحات الوثائق المعتمدة وأصولها هذا الحاسوب بعد أن يوقّع المقر أنها عنده وفي نسخته الاحتياطية. أما النص والصور الصغيرة فتبقى دائمًا.</translation>
    </message>
    <message>
        <source>Free the space</source>
        <translation>تحرير المساحة</translation>
    </message>
    <message>
        <source>%1 can be freed: the files of %2.</source>
        <translation>يمكن تحرير %1: ملفات %2.</translation>
    </message>
    <message>
        <source>Nothing can be freed now.</source>
        <translation>لا شيء يمكن تحريره الآن.</translation>
    </message>
    <message>
        <source>Page images and originals are not sent over the network, as the settings say; a stick can bring them there.</source>
        <translation>لا تُرسل صور الصفحات والأصول عبر الشبكة بحسب الإعدادات؛ ويمكن لذاكرة محمولة أن تحملها إلى هناك.</translation>
    </message>
    <message>
        <source>%1, %2, left on %3</source>
        <translation>%1، %2، غادرت في %3</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Fetch from headquarters</source>
        <translation>جلب من المقر</translation>
    </message>
    <message numerus="yes">
        <source>%1 freed. The files can be brought back for %Ln day(s).</source>
        <translation>
            <numerusform>تحرر %1. يمكن استعادة الملفات خلال %Ln يوم.</numerusform>
            <numerusform>تحرر %1. يمكن استعادة الملفات خلال يوم واحد (%Ln).</numerusform>
            <numerusform>تحرر %1. يمكن استعادة الملفات خلال يومين (%Ln).</numerusform>
            <numerusform>تحرر %1. يمكن استعادة الملفات خلال %Ln أيام.</numerusform>
            <numerusform>تحرر %1. يمكن استعادة الملفات خلال %Ln يومًا.</numerusform>
            <numerusform>تحرر %1. يمكن استعادة الملفات خلال %Ln يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>The files of %1 are here again.</source>
        <translation>عادت ملفات %1 إلى هنا.</translation>
    </message>
</context>
<context>
    <name>FromHeadquartersPage</name>
    <message>
        <source>From headquarters</source>
        <translation>من المقر</translation>
    </message>
    <message>
        <source>Nothing waits for an answer from you.</source>
        <translation>لا شيء ينتظر جوابًا منك.</translation>
    </message>
    <message numerus="yes">
        <source>%1, page %Ln</source>
        <translation>
            <numerusform>%1، الصفحة %Ln</numerusform>
            <numerusform>%1، الصفحة %Ln</numerusform>
            <numerusform>%1، الصفحة %Ln</numerusform>
            <numerusform>%1، الصفحة %Ln</numerusform>
            <numerusform>%1، الصفحة %Ln</numerusform>
            <numerusform>%1، الصفحة %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions: %1</source>
        <translation>نسختان: %1</translation>
    </message>
    <message>
        <source>Changed there and here. For now the line reads as headquarters wants it.</source>
        <translation>تغيّر السطر هناك وهنا. وهو الآن كما يريده المقر.</translation>
    </message>
    <message>
        <source>Headquarters corrected a line that is no longer there.</source>
        <translation>صحّح المقر سطرًا لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>Headquarters corrected a page that was read anew here since.</source>
        <translation>صحّح المقر صفحة قُرئت هنا من جديد بعد ذلك.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>قبل: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Keep headquarters'</source>
        <translation>اعتماد قول المقر</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>اطّلعت</translation>
    </message>
    <message>
        <source>Headquarters (%2): %1</source>
        <translation>المقر (%2): %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>هنا: %1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>اعتماد قولي</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>اعتماد هذا</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>أو اكتب الصواب</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>أُعيدت: %1</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>لم يُذكر سبب.</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>ملاحظة: %1</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>«%1» (%2)</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>فتح الوثيقة</translation>
    </message>
    <message>
        <source>Settled. Headquarters hears of it with the next sending.</source>
        <translation>حُسم الأمر. يعلم المقر به مع الإرسال التالي.</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a team</source>
        <translation>الانضمام إلى فريق</translation>
    </message>
    <message>
        <source>Headquarters gives you an invitation: a file, a text, or a QR code on paper. Choose the file or a photo of the code, drop it here, or paste the text.</source>
        <translation>يعطيك المقر دعوة: ملفًا أو نصًا أو رمز QR على ورق. اختر الملف أو صورة للرمز، أو أفلته هنا، أو ألصق النص.</translation>
    </message>
    <message>
        <source>Choose a file or a photo…</source>
        <translation>اختيار ملف أو صورة…</translation>
    </message>
    <message>
        <source>Paste the text of the invitation here</source>
        <translation>ألصق نص الدعوة هنا</translation>
    </message>
    <message>
        <source>Text of the invitation</source>
        <translation>نص الدعوة</translation>
    </message>
    <message>
        <source>Compare this with what headquarters tells you, by phone or on paper. It must be the same:</source>
        <translation>قارن هذا بما يقوله لك المقر بالهاتف أو على الورق. يجب أن يكون مطابقًا:</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters</source>
        <translation>بصمة المقر</translation>
    </message>
    <message>
        <source>All documents of this library go to that headquarters, those added before as well.</source>
        <translation>تذهب كل وثائق هذه المكتبة إلى ذلك المقر، وما أُضيف من قبل أيضًا.</translation>
    </message>
    <message>
        <source>I compared it, and it is the same.</source>
        <translation>قارنتها وهي مطابقة.</translation>
    </message>
    <message>
        <source>Use no network now; headquarters hears of me later, or by a stick.</source>
        <translation>لا تستخدم الشبكة الآن؛ يعلم المقر بي لاحقًا أو بذاكرة محمولة.</translation>
    </message>
    <message>
        <source>Another invitation</source>
        <translation>دعوة أخرى</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Invitations (%1)</source>
        <translation>دعوات (%1)</translation>
    </message>
    <message>
        <source>Team %1, at %2</source>
        <translation>الفريق %1، على %2</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>انتظر…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>انضمام</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Every use of the network that Sanduku has made. There is no other.</source>
        <translation>كل استخدام للشبكة قام به Sanduku. لا يوجد غيره.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>With</source>
        <translation>مع</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>لأجل</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>Joining the team</source>
        <translation>الانضمام إلى الفريق</translation>
    </message>
    <message>
        <source>Fetching files</source>
        <translation>جلب ملفات</translation>
    </message>
    <message>
        <source>Looking whether the network is there</source>
        <translation>التحقق من وجود الشبكة</translation>
    </message>
    <message>
        <source>Sanduku has not used the network. Every use of it will stand here.</source>
        <translation>لم يستخدم Sanduku الشبكة. سيُسجَّل كل استخدام لها هنا.</translation>
    </message>
    <message>
        <source>%1, by itself</source>
        <translation>%1، تلقائيًا</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>انقطع</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقف</translation>
    </message>
</context>
<context>
    <name>OfferNotice</name>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show what headquarters offers</source>
        <translation>عرض ما يقدمه المقر</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Offered by headquarters</source>
        <translation>معروض من المقر</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters asks to install %Ln model(s) soon: %1</source>
        <translation>
            <numerusform>لا يطلب المقر تثبيت أي نموذج (%Ln): %1</numerusform>
            <numerusform>يطلب المقر تثبيت نموذج واحد (%Ln) قريبًا: %1</numerusform>
            <numerusform>يطلب المقر تثبيت نموذجين (%Ln) قريبًا: %1</numerusform>
            <numerusform>يطلب المقر تثبيت %Ln نماذج قريبًا: %1</numerusform>
            <numerusform>يطلب المقر تثبيت %Ln نموذجًا قريبًا: %1</numerusform>
            <numerusform>يطلب المقر تثبيت %Ln نموذج قريبًا: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters offers %Ln model(s): %1</source>
        <translation>
            <numerusform>لا يعرض المقر أي نموذج (%Ln): %1</numerusform>
            <numerusform>يعرض المقر نموذجًا واحدًا (%Ln): %1</numerusform>
            <numerusform>يعرض المقر نموذجين (%Ln): %1</numerusform>
            <numerusform>يعرض المقر %Ln نماذج: %1</numerusform>
            <numerusform>يعرض المقر %Ln نموذجًا: %1</numerusform>
            <numerusform>يعرض المقر %Ln نموذج: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendByStickDialog</name>
    <message>
        <source>Take the answer from a stick</source>
        <translation>استلام الجواب من ذاكرة محمولة</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote onto the stick. Its name begins with “sanduku”.</source>
        <translation>اختر المجلد الذي كتبه المقر على الذاكرة المحمولة. يبدأ اسمه بكلمة «sanduku».</translation>
    </message>
    <message>
        <source>Write to a stick</source>
        <translation>الكتابة على ذاكرة محمولة</translation>
    </message>
    <message>
        <source>Everything that headquarters does not have yet is written, encrypted for it alone. Whoever finds the stick can read nothing.</source>
        <translation>يُكتب كل ما ليس عند المقر بعد، مشفّرًا له وحده. ومن يجد الذاكرة لا يقرأ منها شيئًا.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>Choose the stick…</source>
        <translation>اختيار الذاكرة المحمولة…</translation>
    </message>
    <message>
        <source>Page images and originals too (much larger)</source>
        <translation>صور الصفحات والأصول أيضًا (أكبر بكثير)</translation>
    </message>
    <message>
        <source>From the very beginning, also what headquarters has confirmed</source>
        <translation>من البداية تمامًا، وما أكده المقر أيضًا</translation>
    </message>
    <message>
        <source>Another stick…</source>
        <translation>ذاكرة محمولة أخرى…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>مدى التقدم</translation>
    </message>
    <message>
        <source>You stopped it; nothing is left on the stick.</source>
        <translation>أوقفته؛ لم يبق شيء على الذاكرة المحمولة.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>لم يُختر شيء بعد.</translation>
    </message>
    <message>
        <source>About %1 is written.</source>
        <translation>يُكتب نحو %1.</translation>
    </message>
    <message>
        <source>Headquarters has everything: nothing waits to be written.</source>
        <translation>لدى المقر كل شيء: لا شيء ينتظر الكتابة.</translation>
    </message>
    <message>
        <source>Take the answer</source>
        <translation>استلام الجواب</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
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
<context>
    <name>Sending</name>
    <message>
        <source>Text and corrections</source>
        <translation>النص والتصحيحات</translation>
    </message>
    <message>
        <source>Where the text stands</source>
        <translation>مواضع النص</translation>
    </message>
    <message>
        <source>Small images</source>
        <translation>صور صغيرة</translation>
    </message>
    <message>
        <source>Parts of pages that headquarters asked for</source>
        <translation>أجزاء صفحات طلبها المقر</translation>
    </message>
    <message>
        <source>Page images and originals</source>
        <translation>صور الصفحات والأصول</translation>
    </message>
    <message>
        <source>Calling headquarters</source>
        <translation>الاتصال بالمقر</translation>
    </message>
    <message>
        <source>Sending text and corrections</source>
        <translation>إرسال النص والتصحيحات</translation>
    </message>
    <message>
        <source>Taking what headquarters says</source>
        <translation>استلام ما يقوله المقر</translation>
    </message>
    <message>
        <source>Cutting parts of pages</source>
        <translation>قص أجزاء من الصفحات</translation>
    </message>
    <message>
        <source>Asking what headquarters needs</source>
        <translation>السؤال عما يحتاجه المقر</translation>
    </message>
    <message>
        <source>Sending images</source>
        <translation>إرسال الصور</translation>
    </message>
    <message>
        <source>Waiting for the receipt</source>
        <translation>انتظار الإيصال</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>أُضيفت وثيقة</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>تغيّر الاسم</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>نُقلت إلى سلة المهملات</translation>
    </message>
    <message>
        <source>Taken out of the trash</source>
        <translation>أُخرجت من سلة المهملات</translation>
    </message>
    <message>
        <source>Removed for good</source>
        <translation>حُذفت نهائيًا</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>أُضيف وسم</translation>
    </message>
    <message>
        <source>Tag taken away</source>
        <translation>أُزيل وسم</translation>
    </message>
    <message>
        <source>Put into a case</source>
        <translation>وُضعت في حالة</translation>
    </message>
    <message>
        <source>Taken out of a case</source>
        <translation>أُخرجت من حالة</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>اعتُمدت</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>وُسمت كمشكلة</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>للمراجعة من جديد</translation>
    </message>
    <message>
        <source>Page read</source>
        <translation>قُرئت صفحة</translation>
    </message>
    <message>
        <source>Page could not be read</source>
        <translation>تعذّرت قراءة الصفحة</translation>
    </message>
    <message>
        <source>Text corrected</source>
        <translation>صُحّح النص</translation>
    </message>
    <message>
        <source>Line added</source>
        <translation>أُضيف سطر</translation>
    </message>
    <message>
        <source>Line deleted</source>
        <translation>حُذف سطر</translation>
    </message>
    <message>
        <source>Line split</source>
        <translation>قُسم سطر</translation>
    </message>
    <message>
        <source>Lines joined</source>
        <translation>جُمعت أسطر</translation>
    </message>
    <message>
        <source>Case made</source>
        <translation>أُنشئت حالة</translation>
    </message>
    <message>
        <source>Case changed</source>
        <translation>تغيّرت حالة</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>أُجيب عن سؤال</translation>
    </message>
    <message>
        <source>Other change</source>
        <translation>تغيير آخر</translation>
    </message>
</context>
<context>
    <name>SendingPart</name>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>الشبكة موقوفة في الإعدادات.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln to send</source>
        <translation>
            <numerusform>غير متصل، %Ln للإرسال</numerusform>
            <numerusform>غير متصل، %Ln للإرسال</numerusform>
            <numerusform>غير متصل، %Ln للإرسال</numerusform>
            <numerusform>غير متصل، %Ln للإرسال</numerusform>
            <numerusform>غير متصل، %Ln للإرسال</numerusform>
            <numerusform>غير متصل، %Ln للإرسال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent, %Ln waiting</source>
        <translation>
            <numerusform>لم يُرسل، %Ln في الانتظار</numerusform>
            <numerusform>لم يُرسل، %Ln في الانتظار</numerusform>
            <numerusform>لم يُرسل، %Ln في الانتظار</numerusform>
            <numerusform>لم يُرسل، %Ln في الانتظار</numerusform>
            <numerusform>لم يُرسل، %Ln في الانتظار</numerusform>
            <numerusform>لم يُرسل، %Ln في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>آخر إرسال: %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>لم يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>This library belongs to the team %1 now.</source>
        <translation>تنتمي هذه المكتبة الآن إلى الفريق %1.</translation>
    </message>
    <message>
        <source>The team %1 is known here. Headquarters hears of this computer with the first sending.</source>
        <translation>صار الفريق %1 معروفًا هنا. يعلم المقر بهذا الحاسوب مع أول إرسال.</translation>
    </message>
    <message numerus="yes">
        <source>Sent. %Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>أُرسل. لم تصل رسائل من المقر (%Ln).</numerusform>
            <numerusform>أُرسل. وصلت رسالة واحدة (%Ln) من المقر.</numerusform>
            <numerusform>أُرسل. وصلت رسالتان (%Ln) من المقر.</numerusform>
            <numerusform>أُرسل. وصلت %Ln رسائل من المقر.</numerusform>
            <numerusform>أُرسل. وصلت %Ln رسالة من المقر.</numerusform>
            <numerusform>أُرسل. وصلت %Ln رسالة من المقر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>أُرسل كل شيء.</translation>
    </message>
    <message>
        <source>Installed because headquarters calls it urgent: %1</source>
        <translation>ثُبِّت لأن المقر يعدّه عاجلًا: %1</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has changed %Ln setting(s) of the reading.</source>
        <translation>
            <numerusform>لم يغيّر المقر أي إعداد (%Ln) للقراءة.</numerusform>
            <numerusform>غيّر المقر إعدادًا واحدًا (%Ln) للقراءة.</numerusform>
            <numerusform>غيّر المقر إعدادين (%Ln) للقراءة.</numerusform>
            <numerusform>غيّر المقر %Ln إعدادات للقراءة.</numerusform>
            <numerusform>غيّر المقر %Ln إعدادًا للقراءة.</numerusform>
            <numerusform>غيّر المقر %Ln إعداد للقراءة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending goes on: it was stopped when the library was locked.</source>
        <translation>يُستأنف الإرسال: كان قد توقف عند قفل المكتبة.</translation>
    </message>
    <message>
        <source>The stick was not written, as the library was locked. Nothing is left on it.</source>
        <translation>لم تُكتب الذاكرة المحمولة لأن المكتبة قُفلت. لم يبق عليها شيء.</translation>
    </message>
    <message>
        <source>It was stopped when the library was locked. What came is kept.</source>
        <translation>توقف عند قفل المكتبة. ما وصل يبقى.</translation>
    </message>
    <message>
        <source>Stopped. What has arrived at headquarters counts.</source>
        <translation>أُوقف. ما وصل إلى المقر محسوب.</translation>
    </message>
</context>
<context>
    <name>SendingView</name>
    <message>
        <source>Ready to send</source>
        <translation>جاهز للإرسال</translation>
    </message>
    <message>
        <source>This library belongs to no team</source>
        <translation>لا تنتمي هذه المكتبة إلى فريق</translation>
    </message>
    <message>
        <source>Join a team with the invitation of its headquarters, and your work can be sent there: over any network, or by a stick. Nothing leaves this computer before that.</source>
        <translation>انضم إلى فريق بدعوة من مقره فيمكن إرسال عملك إليه: عبر أي شبكة أو بذاكرة محمولة. لا يغادر شيء هذا الحاسوب قبل ذلك.</translation>
    </message>
    <message>
        <source>Join a team…</source>
        <translation>الانضمام إلى فريق…</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>مغادرة الفريق</translation>
    </message>
    <message>
        <source>Leave the team %1?</source>
        <translation>هل تغادر الفريق %1؟</translation>
    </message>
    <message>
        <source>Nothing is sent any more, and nothing is lost. To come back needs a new invitation.</source>
        <translation>لا يُرسل شيء بعد ذلك ولا يضيع شيء. والعودة تحتاج إلى دعوة جديدة.</translation>
    </message>
    <message numerus="yes">
        <source>The originals of %Ln document(s) are at headquarters alone. Fetch them first, under “Freed space”: afterwards they cannot be fetched.</source>
        <translation>
            <numerusform>لا أصول في المقر وحده (%Ln).</numerusform>
            <numerusform>أصول وثيقة واحدة (%Ln) في المقر وحده. اجلبها أولًا من «المساحة المحررة»، فلا يمكن جلبها بعد ذلك.</numerusform>
            <numerusform>أصول وثيقتين (%Ln) في المقر وحده. اجلبها أولًا من «المساحة المحررة»، فلا يمكن جلبها بعد ذلك.</numerusform>
            <numerusform>أصول %Ln وثائق في المقر وحده. اجلبها أولًا من «المساحة المحررة»، فلا يمكن جلبها بعد ذلك.</numerusform>
            <numerusform>أصول %Ln وثيقة في المقر وحده. اجلبها أولًا من «المساحة المحررة»، فلا يمكن جلبها بعد ذلك.</numerusform>
            <numerusform>أصول %Ln وثيقة في المقر وحده. اجلبها أولًا من «المساحة المحررة»، فلا يمكن جلبها بعد ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>بقاء</translation>
    </message>
    <message>
        <source>This library belongs to no team now.</source>
        <translation>لم تعد هذه المكتبة تنتمي إلى فريق.</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>Written: %1 and %2, %3, in the folder %4.</source>
        <translation>كُتب: %1 و%2، %3، في المجلد %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged or gone here and were left out.</source>
        <translation>
            <numerusform>لم يُترك أي ملف (%Ln).</numerusform>
            <numerusform>تُرك ملف واحد (%Ln) لأنه تالف أو مفقود هنا.</numerusform>
            <numerusform>تُرك ملفان (%Ln) لأنهما تالفان أو مفقودان هنا.</numerusform>
            <numerusform>تُركت %Ln ملفات لأنها تالفة أو مفقودة هنا.</numerusform>
            <numerusform>تُرك %Ln ملفًا لأنها تالفة أو مفقودة هنا.</numerusform>
            <numerusform>تُرك %Ln ملف لأنها تالفة أو مفقودة هنا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Eject the stick before you pull it out. Nothing counts as sent until the answer of headquarters comes back.</source>
        <translation>أخرج الذاكرة المحمولة بأمان قبل نزعها. لا يُعدّ شيء مُرسلًا حتى يعود جواب المقر.</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has signed to have %Ln change(s).</source>
        <translation>
            <numerusform>وقّع المقر أن عنده %Ln تغيير.</numerusform>
            <numerusform>وقّع المقر أن عنده تغييرًا واحدًا (%Ln).</numerusform>
            <numerusform>وقّع المقر أن عنده تغييرين (%Ln).</numerusform>
            <numerusform>وقّع المقر أن عنده %Ln تغييرات.</numerusform>
            <numerusform>وقّع المقر أن عنده %Ln تغييرًا.</numerusform>
            <numerusform>وقّع المقر أن عنده %Ln تغيير.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>لم تصل رسائل من المقر (%Ln).</numerusform>
            <numerusform>وصلت رسالة واحدة (%Ln) من المقر.</numerusform>
            <numerusform>وصلت رسالتان (%Ln) من المقر.</numerusform>
            <numerusform>وصلت %Ln رسائل من المقر.</numerusform>
            <numerusform>وصلت %Ln رسالة من المقر.</numerusform>
            <numerusform>وصلت %Ln رسالة من المقر.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one: write a stick once more for headquarters.</source>
        <translation>هذه المكتبة نسخة من أخرى: اكتب ذاكرة محمولة للمقر مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>ToSendPage</name>
    <message>
        <source>To send</source>
        <translation>للإرسال</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>ما ينتظر</translation>
    </message>
    <message>
        <source>What headquarters has</source>
        <translation>ما عند المقر</translation>
    </message>
    <message>
        <source>By a USB stick</source>
        <translation>بذاكرة محمولة</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>إرسال الآن</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>ما الذي تغيّر…</translation>
    </message>
    <message>
        <source>Write to a stick…</source>
        <translation>الكتابة على ذاكرة محمولة…</translation>
    </message>
    <message>
        <source>Take the answer…</source>
        <translation>استلام الجواب…</translation>
    </message>
    <message>
        <source>What is sent, and when…</source>
        <translation>ما الذي يُرسل ومتى…</translation>
    </message>
    <message>
        <source>Leave the team…</source>
        <translation>مغادرة الفريق…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>مدى التقدم</translation>
    </message>
    <message>
        <source>Encrypted for headquarters alone. Bring the stick there, and take the answer from it when it comes back. What also goes over the network is counted once.</source>
        <translation>مشفّر للمقر وحده. خذ الذاكرة المحمولة إلى هناك، واستلم الجواب منها حين تعود. وما يُرسل عبر الشبكة أيضًا يُحسب مرة واحدة.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>أُرسل كل شيء.</translation>
    </message>
    <message>
        <source>%1 wait to be sent</source>
        <translation>%1 في انتظار الإرسال</translation>
    </message>
    <message>
        <source>Something waits to be sent</source>
        <translation>شيء ينتظر الإرسال</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick can be used.</source>
        <translation>الشبكة موقوفة في الإعدادات. يمكن استخدام ذاكرة محمولة.</translation>
    </message>
    <message>
        <source>%1; how long it takes shows when it is sent for the first time.</source>
        <translation>%1؛ تظهر المدة عند أول إرسال.</translation>
    </message>
    <message>
        <source>%1; %2 at the speed of last time.</source>
        <translation>%1؛ %2 بسرعة المرة السابقة.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message numerus="yes">
        <source>The connection is broken; trying again in %Ln second(s)</source>
        <translation>
            <numerusform>انقطع الاتصال؛ محاولة جديدة بعد %Ln ثانية</numerusform>
            <numerusform>انقطع الاتصال؛ محاولة جديدة بعد ثانية (%Ln)</numerusform>
            <numerusform>انقطع الاتصال؛ محاولة جديدة بعد ثانيتين (%Ln)</numerusform>
            <numerusform>انقطع الاتصال؛ محاولة جديدة بعد %Ln ثوانٍ</numerusform>
            <numerusform>انقطع الاتصال؛ محاولة جديدة بعد %Ln ثانية</numerusform>
            <numerusform>انقطع الاتصال؛ محاولة جديدة بعد %Ln ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Nothing is lost; the next time goes on from here.</source>
        <translation>لم يضع شيء؛ تُكمل المرة التالية من هنا.</translation>
    </message>
    <message>
        <source>Sent: %1 and %2.</source>
        <translation>أُرسل: %1 و%2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>لم تصل رسائل من المقر (%Ln).</numerusform>
            <numerusform>وصلت رسالة واحدة (%Ln) من المقر.</numerusform>
            <numerusform>وصلت رسالتان (%Ln) من المقر.</numerusform>
            <numerusform>وصلت %Ln رسائل من المقر.</numerusform>
            <numerusform>وصلت %Ln رسالة من المقر.</numerusform>
            <numerusform>وصلت %Ln رسالة من المقر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be sent: they are damaged or gone. “Check now” in the settings names them.</source>
        <translation>
            <numerusform>لم يتعذر إرسال أي ملف (%Ln).</numerusform>
            <numerusform>تعذّر إرسال ملف واحد (%Ln): هو تالف أو مفقود. يسمّيه الفحص في الإعدادات.</numerusform>
            <numerusform>تعذّر إرسال ملفين (%Ln): هما تالفان أو مفقودان. يسمّيهما الفحص في الإعدادات.</numerusform>
            <numerusform>تعذّر إرسال %Ln ملفات: هي تالفة أو مفقودة. يسمّيها الفحص في الإعدادات.</numerusform>
            <numerusform>تعذّر إرسال %Ln ملفًا: هي تالفة أو مفقودة. يسمّيها الفحص في الإعدادات.</numerusform>
            <numerusform>تعذّر إرسال %Ln ملف: هي تالفة أو مفقودة. يسمّيها الفحص في الإعدادات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters did not take %Ln file(s).</source>
        <translation>
            <numerusform>لم يرفض المقر أي ملف (%Ln).</numerusform>
            <numerusform>لم يقبل المقر ملفًا واحدًا (%Ln).</numerusform>
            <numerusform>لم يقبل المقر ملفين (%Ln).</numerusform>
            <numerusform>لم يقبل المقر %Ln ملفات.</numerusform>
            <numerusform>لم يقبل المقر %Ln ملفًا.</numerusform>
            <numerusform>لم يقبل المقر %Ln ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one; it goes on as a laptop of its own.</source>
        <translation>هذه المكتبة نسخة من أخرى؛ وتواصل كحاسوب مستقل.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا غيرها (%Ln)</numerusform>
            <numerusform>وواحدة أخرى (%Ln)</numerusform>
            <numerusform>واثنتان أخريان (%Ln)</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>آخر إرسال: %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>لم يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>Signed by headquarters: %1.</source>
        <translation>وقّعه المقر: %1.</translation>
    </message>
    <message numerus="yes">
        <source>It does not have %Ln change(s) yet.</source>
        <translation>
            <numerusform>لا ينقصه أي تغيير (%Ln).</numerusform>
            <numerusform>ينقصه تغيير واحد (%Ln).</numerusform>
            <numerusform>ينقصه تغييران (%Ln).</numerusform>
            <numerusform>تنقصه %Ln تغييرات.</numerusform>
            <numerusform>ينقصه %Ln تغييرًا.</numerusform>
            <numerusform>ينقصه %Ln تغيير.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has every change of this library.</source>
        <translation>عنده كل تغييرات هذه المكتبة.</translation>
    </message>
    <message numerus="yes">
        <source>Its backup lacks %Ln of them so far.</source>
        <translation>
            <numerusform>لا ينقص نسخته الاحتياطية شيء (%Ln).</numerusform>
            <numerusform>ينقص نسخته الاحتياطية واحد منها (%Ln).</numerusform>
            <numerusform>ينقص نسخته الاحتياطية اثنان منها (%Ln).</numerusform>
            <numerusform>ينقص نسخته الاحتياطية %Ln منها حتى الآن.</numerusform>
            <numerusform>ينقص نسخته الاحتياطية %Ln منها حتى الآن.</numerusform>
            <numerusform>ينقص نسخته الاحتياطية %Ln منها حتى الآن.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its backup has them too.</source>
        <translation>وهي في نسخته الاحتياطية أيضًا.</translation>
    </message>
    <message>
        <source>Data used today: %1 of %2</source>
        <translation>البيانات المستهلكة اليوم: %1 من %2</translation>
    </message>
    <message>
        <source>Data used today: %1</source>
        <translation>البيانات المستهلكة اليوم: %1</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters: %1</source>
        <translation>بصمة المقر: %1</translation>
    </message>
    <message>
        <source>Headquarters has not heard of this computer yet; it does with the first sending.</source>
        <translation>لا يعلم المقر بهذا الحاسوب بعد؛ يعلم به مع أول إرسال.</translation>
    </message>
</context>
</TS>
