<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>LanguagePage</name>
    <message>
        <source>Welcome to Sanduku</source>
        <translation>مرحبًا بك في صندوقو</translation>
    </message>
    <message>
        <source>Choose your language. You can change it later in the settings.</source>
        <translation>اختر لغتك. يمكنك تغييرها لاحقًا من الإعدادات.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Protect your documents</source>
        <translation>احمِ مستنداتك</translation>
    </message>
    <message>
        <source>Everything is encrypted with your passphrase. Four or five ordinary words are easy to keep.</source>
        <translation>كل شيء مشفّر بعبارة المرور. أربع أو خمس كلمات عادية يسهل تذكرها.</translation>
    </message>
    <message>
        <source>Back to the language</source>
        <translation>العودة إلى اللغة</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>العبارة نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>مدى حماية عبارة المرور</translation>
    </message>
    <message>
        <source>Nobody can open the library without the passphrase or the recovery key, not even we.</source>
        <translation>لا أحد يستطيع فتح المكتبة دون عبارة المرور أو مفتاح الاسترداد، ولا حتى نحن.</translation>
    </message>
    <message>
        <source>Too short: at least 8 characters.</source>
        <translation>قصيرة جدًا: 8 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Weak: a computer would find it within days. Add a word.</source>
        <translation>ضعيفة: قد يكتشفها حاسوب خلال أيام. أضف كلمة.</translation>
    </message>
    <message>
        <source>Fair: it holds for years.</source>
        <translation>مقبولة: تصمد لسنوات.</translation>
    </message>
    <message>
        <source>Strong: nobody will guess it.</source>
        <translation>قوية: لن يخمّنها أحد.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>العبارتان غير متطابقتين.</translation>
    </message>
    <message>
        <source>Making the library…</source>
        <translation>جارٍ إنشاء المكتبة…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Keep the recovery key</source>
        <translation>احتفظ بمفتاح الاسترداد</translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this key opens the library. It is shown this once.</source>
        <translation>إذا نسيت عبارة المرور فلن يفتح المكتبة إلا هذا المفتاح. يُعرض هذه المرة فقط.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>مفتاح الاسترداد</translation>
    </message>
    <message>
        <source>Print the key…</source>
        <translation>اطبع المفتاح…</translation>
    </message>
    <message>
        <source>I printed the key or wrote it down.</source>
        <translation>طبعت المفتاح أو دوّنته.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Sanduku: recovery key</source>
        <translation>صندوقو: مفتاح الاسترداد</translation>
    </message>
    <message>
        <source>Whoever has this sheet and the computer can read the whole library.</source>
        <translation>من يملك هذه الورقة والحاسوب يستطيع قراءة المكتبة كلها.</translation>
    </message>
    <message>
        <source>Keep it in a safe place, apart from the computer.</source>
        <translation>احفظها في مكان آمن بعيدًا عن الحاسوب.</translation>
    </message>
    <message>
        <source>To use it, start Sanduku, choose “I forgot the passphrase” and type the key.</source>
        <translation>لاستخدامه افتح صندوقو واختر «نسيت عبارة المرور» ثم اكتب المفتاح.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>أظهر ما يُكتب</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>أخفِ ما يُكتب</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>How fast is this computer?</source>
        <translation>ما سرعة هذا الحاسوب؟</translation>
    </message>
    <message>
        <source>Sanduku reads a few sample pages, for 30 seconds at most, to learn how many pages it can read at once without slowing your other programs. Nothing of it is kept.</source>
        <translation>يقرأ صندوقو بضع صفحات نموذجية لمدة 30 ثانية على الأكثر، ليعرف كم صفحة يستطيع أن يقرأ في الوقت نفسه دون أن يبطئ برامجك الأخرى. ولا يُحفظ منها شيء.</translation>
    </message>
    <message>
        <source>How far the test is</source>
        <translation>مدى تقدم الاختبار</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>ابدأ الاختبار</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>اختبر من جديد</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطَّ</translation>
    </message>
    <message>
        <source>Less than one page in 30 seconds</source>
        <translation>أقل من صفحة في 30 ثانية</translation>
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
        <source>Measured on %Ln page(s).</source>
        <translation>
            <numerusform>لم يُقَس على أي صفحة (%Ln).</numerusform>
            <numerusform>قيس على صفحة واحدة (%Ln).</numerusform>
            <numerusform>قيس على صفحتين (%Ln).</numerusform>
            <numerusform>قيس على %Ln صفحات.</numerusform>
            <numerusform>قيس على %Ln صفحة.</numerusform>
            <numerusform>قيس على %Ln صفحة.</numerusform>
        </translation>
    </message>
    <message>
        <source>A reader needs up to %1 MB of memory, and this computer has %2 MB.</source>
        <translation>يحتاج القارئ إلى %1 ميغابايت من الذاكرة على الأكثر، ولهذا الحاسوب %2 ميغابايت.</translation>
    </message>
    <message numerus="yes">
        <source>So that other programs have room, %Ln page(s) are read at the same time.</source>
        <translation>
            <numerusform>لتبقى مساحة للبرامج الأخرى لا تُقرأ صفحات معًا (%Ln).</numerusform>
            <numerusform>لتبقى مساحة للبرامج الأخرى تُقرأ صفحة واحدة في كل مرة (%Ln).</numerusform>
            <numerusform>لتبقى مساحة للبرامج الأخرى تُقرأ صفحتان معًا (%Ln).</numerusform>
            <numerusform>لتبقى مساحة للبرامج الأخرى تُقرأ %Ln صفحات معًا.</numerusform>
            <numerusform>لتبقى مساحة للبرامج الأخرى تُقرأ %Ln صفحة معًا.</numerusform>
            <numerusform>لتبقى مساحة للبرامج الأخرى تُقرأ %Ln صفحة معًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) can be read at the same time.</source>
        <translation>
            <numerusform>لا يمكن قراءة صفحات معًا (%Ln).</numerusform>
            <numerusform>يمكن قراءة صفحة واحدة في كل مرة (%Ln).</numerusform>
            <numerusform>يمكن قراءة صفحتين معًا (%Ln).</numerusform>
            <numerusform>يمكن قراءة %Ln صفحات معًا.</numerusform>
            <numerusform>يمكن قراءة %Ln صفحة معًا.</numerusform>
            <numerusform>يمكن قراءة %Ln صفحة معًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Do you work in a team?</source>
        <translation>هل تعمل ضمن فريق؟</translation>
    </message>
    <message>
        <source>If a headquarters gave you an invitation, your work can be sent there later. Without a team everything stays on this computer. You can join at any time.</source>
        <translation>إذا أعطاك مقر دعوة فيمكن إرسال عملك إليه لاحقًا. ومن دون فريق يبقى كل شيء على هذا الحاسوب. يمكنك الانضمام في أي وقت.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>لدي دعوة</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Sanduku is locked</source>
        <translation>صندوقو مقفل</translation>
    </message>
    <message>
        <source>Everything in the library is encrypted on this computer.</source>
        <translation>كل ما في المكتبة مشفّر على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>مفتاح الاسترداد</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>استخدم عبارة المرور</translation>
    </message>
    <message>
        <source>I forgot the passphrase</source>
        <translation>نسيت عبارة المرور</translation>
    </message>
    <message>
        <source>What is being sent goes on meanwhile.</source>
        <translation>يستمر الإرسال في هذه الأثناء.</translation>
    </message>
    <message>
        <source>The library is being brought up to date for this version. Pages done: %1</source>
        <translation>يجري تحديث المكتبة لهذا الإصدار. الصفحات المنجزة: %1</translation>
    </message>
</context>
<context>
    <name>UpdatingPage</name>
    <message>
        <source>Your library is being brought up to date</source>
        <translation>يجري تحديث مكتبتك</translation>
    </message>
    <message>
        <source>This version keeps it in another way. It happens once, and a copy was kept before.</source>
        <translation>هذا الإصدار يحفظها بطريقة أخرى. يحدث هذا مرة واحدة، وقد حُفظت نسخة قبل ذلك.</translation>
    </message>
    <message>
        <source>Pages done: %1</source>
        <translation>الصفحات المنجزة: %1</translation>
    </message>
</context>
</TS>
