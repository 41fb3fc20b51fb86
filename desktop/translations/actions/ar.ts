<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Approve and next</source>
        <translation>اعتماد والتالي</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Leave it to check and go to the next</source>
        <translation>اتركه للمراجعة وانتقل إلى التالي</translation>
    </message>
    <message>
        <source>Pro&amp;blem…</source>
        <translation>مشكلة…</translation>
    </message>
    <message>
        <source>Say what is wrong with it</source>
        <translation>اذكر ما الخطأ فيه</translation>
    </message>
    <message>
        <source>&amp;Next doubt</source>
        <translation>الشك التالي</translation>
    </message>
    <message>
        <source>&amp;Previous doubt</source>
        <translation>الشك السابق</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>As&amp;k about the page</source>
        <translation>اسأل عن الص&amp;فحة</translation>
    </message>
    <message>
        <source>Ask a question, or have the page described</source>
        <translation>طرح سؤال أو طلب وصف الصفحة</translation>
    </message>
    <message>
        <source>Say what the pa&amp;ge shows…</source>
        <translation>&amp;قول ما تُظهره الصفحة…</translation>
    </message>
    <message>
        <source>Correct what a model says of disaster, damage, people and relief</source>
        <translation>تصحيح ما يقوله نموذج عن الكارثة والأضرار والناس والإغاثة</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>It is r&amp;ight</source>
        <translation>إنه &amp;صحيح</translation>
    </message>
    <message>
        <source>Say that the line is right as it stands, and go to the next doubt</source>
        <translation>قل إن السطر صحيح كما هو، وانتقل إلى الشك التالي</translation>
    </message>
    <message>
        <source>Correct the li&amp;ne</source>
        <translation>صحّح ال&amp;سطر</translation>
    </message>
    <message>
        <source>Take the &amp;first other reading</source>
        <translation>خذ القراءة الأخرى ال&amp;أولى</translation>
    </message>
    <message>
        <source>Take the sec&amp;ond other reading</source>
        <translation>خذ القراءة الأخرى ال&amp;ثانية</translation>
    </message>
    <message>
        <source>Take the &amp;third other reading</source>
        <translation>خذ القراءة الأخرى الثا&amp;لثة</translation>
    </message>
    <message>
        <source>R&amp;ead this line again</source>
        <translation>اقرأ هذا السطر من جديد</translation>
    </message>
    <message>
        <source>A&amp;dd a line</source>
        <translation>أضف سطرًا</translation>
    </message>
    <message>
        <source>Spl&amp;it the line here</source>
        <translation>قسّم السطر هنا</translation>
    </message>
    <message>
        <source>&amp;Join with the next line</source>
        <translation>ادمج مع السطر التالي</translation>
    </message>
    <message>
        <source>De&amp;lete the line</source>
        <translation>احذف السطر</translation>
    </message>
    <message>
        <source>&amp;Copy the text</source>
        <translation>انسخ النص</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Show the &amp;whole page</source>
        <translation>اعرض الصفحة كاملة</translation>
    </message>
    <message>
        <source>Fit the wi&amp;dth</source>
        <translation>ملاءمة ال&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>الحجم الفعلي</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>أدر إلى اليسار</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>أدر إلى اليمين</translation>
    </message>
    <message>
        <source>&amp;Straighten by its corners…</source>
        <translation>عدّل الصفحة من أركانها…</translation>
    </message>
    <message>
        <source>Page as it &amp;came</source>
        <translation>الصفحة &amp;كما جاءت</translation>
    </message>
    <message>
        <source>Take back how the page was turned and straightened by hand</source>
        <translation>إلغاء ما أُجري على الصفحة يدويًا من تدوير وتعديل</translation>
    </message>
    <message>
        <source>Read the page a&amp;gain</source>
        <translation>اقرأ الصفحة من &amp;جديد</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Compare the text with the page and correct it</source>
        <translation>قارن النص بالصفحة وصحّحه</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>اعتمد</translation>
    </message>
    <message>
        <source>Say that you checked it and it is right</source>
        <translation>قل إنك راجعته وإنه صحيح</translation>
    </message>
    <message>
        <source>Mark as a pro&amp;blem…</source>
        <translation>ضع علامة مشكلة…</translation>
    </message>
    <message>
        <source>Have it chec&amp;ked again</source>
        <translation>أعده إلى المراجعة</translation>
    </message>
    <message>
        <source>Take back that it was approved, or that it is a problem</source>
        <translation>اسحب الاعتماد أو علامة المشكلة</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>أعد التسمية…</translation>
    </message>
    <message>
        <source>Put into a c&amp;ase…</source>
        <translation>ضع في ملف حالة…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>الوسوم…</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>اقرأ من جديد</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>تبقى تصحيحاتك محفوظة</translation>
    </message>
    <message>
        <source>&amp;Describe the pages</source>
        <translation>&amp;وصف الصفحات</translation>
    </message>
    <message>
        <source>In a sentence or two each, by a model or from what was read</source>
        <translation>بجملة أو جملتين لكل منها، بواسطة نموذج أو مما قُرئ</translation>
    </message>
    <message>
        <source>Sort the &amp;photos</source>
        <translation>&amp;فرز الصور</translation>
    </message>
    <message>
        <source>By what they show: kind of disaster, damage, people, relief</source>
        <translation>بحسب ما تُظهره: نوع الكارثة والأضرار والناس والإغاثة</translation>
    </message>
    <message>
        <source>Say &amp;what the photos show…</source>
        <translation>قول ما تُظهره ال&amp;صور…</translation>
    </message>
    <message>
        <source>Find photos that look a&amp;like</source>
        <translation>البحث عن صور م&amp;شابهة</translation>
    </message>
    <message>
        <source>Other shots of the same scene, copies, and whatever looks like it</source>
        <translation>لقطات أخرى للمشهد نفسه ونُسخ وكل ما يشبهها</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Save the or&amp;iginal file…</source>
        <translation>حفظ الملف ال&amp;أصلي…</translation>
    </message>
    <message>
        <source>The file as it came in, not encrypted</source>
        <translation>الملف كما ورد، غير مشفَّر</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>انقل إلى سلة المهملات</translation>
    </message>
    <message>
        <source>It can be restored from there</source>
        <translation>يمكن استعادته من هناك</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>&amp;Delete for ever…</source>
        <translation>احذف نهائيًا…</translation>
    </message>
    <message>
        <source>Empt&amp;y the trash…</source>
        <translation>إ&amp;فراغ سلة المهملات…</translation>
    </message>
    <message>
        <source>Delete all that lies in the trash for ever</source>
        <translation>حذف كل ما في سلة المهملات نهائيًا</translation>
    </message>
    <message>
        <source>As a ta&amp;ble</source>
        <translation>كجدول</translation>
    </message>
    <message>
        <source>As p&amp;ictures</source>
        <translation>كصور</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Show what is known of the chosen document</source>
        <translation>اعرض ما يُعرف عن المستند المختار</translation>
    </message>
    <message>
        <source>Fi&amp;lter…</source>
        <translation>ترشيح…</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>اعرض بعض هذه المستندات فقط</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Save this sea&amp;rch…</source>
        <translation>احفظ هذا البحث…</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>حالة جديدة…</translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation>افتح الحالة</translation>
    </message>
    <message>
        <source>Rena&amp;me the case…</source>
        <translation>أعد تسمية الحالة…</translation>
    </message>
    <message>
        <source>Write a no&amp;te…</source>
        <translation>اكتب ملاحظة…</translation>
    </message>
    <message>
        <source>Remo&amp;ve the case</source>
        <translation>أزل الحالة</translation>
    </message>
    <message>
        <source>Its documents stay where they are</source>
        <translation>تبقى مستنداتها في مكانها</translation>
    </message>
    <message>
        <source>Search a&amp;gain</source>
        <translation>ابحث من جديد</translation>
    </message>
    <message>
        <source>Rename the &amp;search…</source>
        <translation>أعد تسمية البحث…</translation>
    </message>
    <message>
        <source>Remove the sear&amp;ch</source>
        <translation>أزل البحث</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>أضف ملفات…</translation>
    </message>
    <message>
        <source>Photos, scans or PDFs</source>
        <translation>صور أو مستندات ممسوحة أو ملفات PDF</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>أضف مجلدًا…</translation>
    </message>
    <message>
        <source>A folder with everything in it</source>
        <translation>مجلد بكل ما فيه</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>A picture or files that you copied elsewhere</source>
        <translation>صورة أو ملفات نسختها من مكان آخر</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>راقب مجلدًا…</translation>
    </message>
    <message>
        <source>What is put into the folder later is added by itself</source>
        <translation>كل ما يوضع فيه لاحقًا يُضاف تلقائيًا</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Find p&amp;hotos by what they show</source>
        <translation>ال&amp;بحث عن الصور بما تُظهره</translation>
    </message>
    <message>
        <source>A model compares your words with the pictures themselves</source>
        <translation>يقارن نموذجٌ كلماتك بالصور نفسها</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>الجزء التالي من النافذة</translation>
    </message>
    <message>
        <source>Open the &amp;menu</source>
        <translation>افتح القائمة</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Close the library until the passphrase is given</source>
        <translation>أغلق المكتبة حتى تُدخل عبارة المرور</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Show the &amp;queue</source>
        <translation>اعرض قائمة الانتظار</translation>
    </message>
    <message>
        <source>&amp;Pause reading</source>
        <translation>أوقف القراءة مؤقتًا</translation>
    </message>
    <message>
        <source>Go on &amp;reading</source>
        <translation>واصل القراءة</translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation>اقرأ أولًا</translation>
    </message>
    <message>
        <source>Read &amp;earlier</source>
        <translation>اقرأ أبكر</translation>
    </message>
    <message>
        <source>Read &amp;later</source>
        <translation>اقرأ لاحقًا</translation>
    </message>
    <message>
        <source>Let this &amp;wait</source>
        <translation>دعه ينتظر</translation>
    </message>
    <message>
        <source>The chosen documents are not read until you go on with them</source>
        <translation>لا تُقرأ المستندات المختارة حتى تستأنفها</translation>
    </message>
    <message>
        <source>&amp;Go on with this</source>
        <translation>استأنف هذا</translation>
    </message>
    <message>
        <source>&amp;Try all problems again</source>
        <translation>أعد محاولة كل المشكلات</translation>
    </message>
    <message>
        <source>Do &amp;not read</source>
        <translation>لا تقرأ</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>انتقل إلى</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Cases and searches</source>
        <translation>الحالات وعمليات البحث</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Sanduku</source>
        <translation>صندوقو</translation>
    </message>
    <message>
        <source>Send &amp;now</source>
        <translation>إرسال الآن</translation>
    </message>
    <message>
        <source>Send what waits to headquarters, and take what it says</source>
        <translation>إرسال ما ينتظر إلى المقر واستلام ما يقوله</translation>
    </message>
    <message>
        <source>Join a &amp;team…</source>
        <translation>الانضمام إلى فريق…</translation>
    </message>
    <message>
        <source>With the invitation that headquarters gives you</source>
        <translation>بالدعوة التي يعطيك إياها المقر</translation>
    </message>
</context>
</TS>
