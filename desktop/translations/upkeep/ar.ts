<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>This is all that would be saved: versions, figures and kinds of errors. There is no text of a document in it, no name of a file, a person or a team.</source>
        <translation>هذا كل ما سيُحفظ: إصدارات وأرقام وأنواع أخطاء. ليس فيه نص من مستند، ولا اسم ملف أو شخص أو فريق.</translation>
    </message>
    <message>
        <source>All that would be saved</source>
        <translation>كل ما سيُحفظ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>أين يُحفظ؟</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>The update to version %1 did not come up here, and is not used. Your work is safe.</source>
        <translation>لم يعمل التحديث إلى الإصدار %1 هنا، ولن يُستعمل. عملك في أمان.</translation>
    </message>
    <message>
        <source>The update that was installed is damaged, and is not used. Install it again from its file.</source>
        <translation>التحديث الذي ثُبّت تالف، ولا يُستعمل. ثبّته من جديد من ملفه.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>هذا البرنامج</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>A newer version comes as a file on a stick. You see what it is before anything happens.</source>
        <translation>يأتي الإصدار الأحدث في ملف على ذاكرة. ترى ما هو قبل أن يحدث أي شيء.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Figures and kinds of errors for whoever mends Sanduku. No text, no names. You see all of it before it is saved.</source>
        <translation>أرقام وأنواع أخطاء لمن يصلح Sanduku. لا نصوص ولا أسماء. ترى كل شيء قبل حفظه.</translation>
    </message>
    <message>
        <source>Look on the stick</source>
        <translation>البحث في الذاكرة</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>الرجوع…</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>استعمله من جديد</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>إعادة التشغيل الآن</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>عرض…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>الرجوع</translation>
    </message>
    <message>
        <source>Use the version before again?</source>
        <translation>هل تريد استعمال الإصدار السابق من جديد؟</translation>
    </message>
    <message>
        <source>Nothing is lost: where the version before could not read your work, it is not done.</source>
        <translation>لا يضيع شيء: إذا كان الإصدار السابق لا يستطيع قراءة عملك، فلن يُنفَّذ ذلك.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>From the next start on, the version of the package is used.</source>
        <translation>ابتداءً من التشغيل القادم يُستعمل إصدار الحزمة.</translation>
    </message>
    <message>
        <source>From the next start on, version %1 is used.</source>
        <translation>ابتداءً من التشغيل القادم يُستعمل الإصدار %1.</translation>
    </message>
    <message>
        <source>Which update?</source>
        <translation>أي تحديث؟</translation>
    </message>
    <message>
        <source>It runs from its source: renew that as you got it, and set it up again.</source>
        <translation>يعمل من شفرته المصدرية: جدّدها كما حصلت عليها، وأعدّها من جديد.</translation>
    </message>
    <message>
        <source>Version %1 is ready, and is used from the next start on.</source>
        <translation>الإصدار %1 جاهز، ويُستعمل ابتداءً من التشغيل القادم.</translation>
    </message>
    <message>
        <source>Installed as an update, signed by %1.</source>
        <translation>ثُبّت كتحديث، بتوقيع %1.</translation>
    </message>
    <message>
        <source>Installed as an update.</source>
        <translation>ثُبّت كتحديث.</translation>
    </message>
    <message>
        <source>Installed from a package.</source>
        <translation>ثُبّت من حزمة.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>The version of the package is kept, to go back to.</source>
        <translation>يبقى إصدار الحزمة محفوظًا للعودة إليه.</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>الإصدار السابق</translation>
    </message>
    <message>
        <source>Version %1 was given up</source>
        <translation>تُرك الإصدار %1</translation>
    </message>
    <message>
        <source>It is still on this computer. Use it again if your library does not open now, or if its starts failed for another reason, such as power cuts.</source>
        <translation>ما زال على هذا الحاسوب. استعمله من جديد إن كانت مكتبتك لا تُفتح الآن، أو إن فشل تشغيله لسبب آخر كانقطاع الكهرباء.</translation>
    </message>
    <message>
        <source>Version %1 is kept, to go back to.</source>
        <translation>يبقى الإصدار %1 محفوظًا للعودة إليه.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Update</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>الجديد</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>I install it although its signature should have been renewed</source>
        <translation>أثبّته مع أن توقيعه كان ينبغي تجديده</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>مدى التقدّم</translation>
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
        <source>Checking the file…</source>
        <translation>جارٍ التحقق من الملف…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Version %1 is ready. It is used from the next start on.</source>
        <translation>الإصدار %1 جاهز. يُستعمل ابتداءً من التشغيل القادم.</translation>
    </message>
    <message>
        <source>Your work was backed up to %1.</source>
        <translation>نُسخ عملك احتياطيًا إلى %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were damaged in your library already, and are so in the backup.</source>
        <translation>
            <numerusform>لم يكن أي ملف تالفًا في مكتبتك (%Ln).</numerusform>
            <numerusform>كان ملف واحد (%Ln) تالفًا في مكتبتك من قبل، وهو كذلك في النسخة الاحتياطية.</numerusform>
            <numerusform>كان ملفان (%Ln) تالفين في مكتبتك من قبل، وهما كذلك في النسخة الاحتياطية.</numerusform>
            <numerusform>كانت %Ln ملفات تالفة في مكتبتك من قبل، وهي كذلك في النسخة الاحتياطية.</numerusform>
            <numerusform>كان %Ln ملفًا تالفًا في مكتبتك من قبل، وهي كذلك في النسخة الاحتياطية.</numerusform>
            <numerusform>كان %Ln ملف تالفًا في مكتبتك من قبل، وهي كذلك في النسخة الاحتياطية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>إعادة التشغيل الآن</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>The version that you have stays as it is.</source>
        <translation>يبقى الإصدار الذي لديك كما هو.</translation>
    </message>
    <message>
        <source>Unpacking…</source>
        <translation>جارٍ فك الضغط…</translation>
    </message>
    <message>
        <source>The new version tests itself. This can take some minutes…</source>
        <translation>يختبر الإصدار الجديد نفسه. قد يستغرق ذلك بضع دقائق…</translation>
    </message>
    <message>
        <source>Backing up your work…</source>
        <translation>جارٍ نسخ عملك احتياطيًا…</translation>
    </message>
    <message>
        <source>Trying the new version on a copy of your work…</source>
        <translation>جارٍ تجربة الإصدار الجديد على نسخة من عملك…</translation>
    </message>
    <message>
        <source>It needs %1; %2 are free on the disk.</source>
        <translation>يحتاج إلى %1؛ والمتاح على القرص %2.</translation>
    </message>
    <message>
        <source>You have version %1. This update is signed by %2.</source>
        <translation>لديك الإصدار %1. وقّع هذا التحديثَ %2.</translation>
    </message>
    <message>
        <source>First the new version tests itself on this computer. Then your work is backed up, and the new version tries itself on a copy. Whatever goes wrong, the version that you have stays as it is, and you can go back later.</source>
        <translation>يختبر الإصدار الجديد نفسه أولًا على هذا الحاسوب. ثم يُنسخ عملك احتياطيًا، ويُجرَّب الإصدار الجديد على نسخة منه. مهما حدث يبقى الإصدار الذي لديك كما هو، ويمكنك الرجوع لاحقًا.</translation>
    </message>
    <message>
        <source>Sanduku %1</source>
        <translation>Sanduku %1</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong.</source>
        <translation>تقول ساعة هذا الحاسوب %today، وكانت تقول من قبل %before: أحد التاريخين خطأ.</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong. If the later date was right, the signature should have been renewed.</source>
        <translation>تقول ساعة هذا الحاسوب %today، وكانت تقول من قبل %before: أحد التاريخين خطأ. فإن كان التاريخ الأبعد صحيحًا، فقد كان ينبغي تجديد التوقيع.</translation>
    </message>
    <message>
        <source>%signer should have renewed the signature by %expires. The update is the one that was signed, but a newer one may exist. Or the clock is wrong: it says %today.</source>
        <translation>كان على %signer تجديد التوقيع قبل %expires. التحديث هو نفسه الذي وُقّع، لكن قد يوجد أحدث منه. أو أن الساعة خاطئة: تقول %today.</translation>
    </message>
    <message>
        <source>The version in use was signed by %before, and this one by %signer.</source>
        <translation>الإصدار المستعمل وقّعه %before، وهذا وقّعه %signer.</translation>
    </message>
    <message>
        <source>This version was installed here before, and was given up.</source>
        <translation>ثُبّت هذا الإصدار هنا من قبل، ثم تُرك.</translation>
    </message>
    <message>
        <source>To know, in English: %text</source>
        <translation>للعلم، بالإنجليزية: %text</translation>
    </message>
</context>
<context>
    <name>WayOutPage</name>
    <message>
        <source>This version cannot open your library</source>
        <translation>لا يستطيع هذا الإصدار فتح مكتبتك</translation>
    </message>
    <message>
        <source>Nothing is lost: your library is as it was.</source>
        <translation>لم يُفقد شيء: مكتبتك كما كانت.</translation>
    </message>
    <message>
        <source>Version %1 is still on this computer, and can open it.</source>
        <translation>ما زال الإصدار %1 على هذا الحاسوب، ويستطيع فتحها.</translation>
    </message>
    <message>
        <source>The version before opens it.</source>
        <translation>الإصدار السابق يفتحها.</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>استعمل الإصدار %1 من جديد</translation>
    </message>
    <message>
        <source>Use the version before</source>
        <translation>استعمل الإصدار السابق</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول من جديد</translation>
    </message>
</context>
</TS>
