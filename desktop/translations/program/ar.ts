<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>You opened the library with the recovery key. Set a new passphrase to open it without.</source>
        <translation>فتحت المكتبة بمفتاح الاسترداد. اختر عبارة مرور جديدة لتفتحها من دونه.</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>اخترها</translation>
    </message>
    <message>
        <source>Another window of Sanduku is open, and does not answer. This is a second one.</source>
        <translation>توجد نافذة أخرى مفتوحة لSanduku ولا تجيب. هذه نافذة ثانية.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Copy it again from where it came from, or scan the page again.</source>
        <translation>انسخه من جديد من مصدره، أو امسح الصفحة ضوئيًا مرة أخرى.</translation>
    </message>
    <message>
        <source>Check that the disk is connected, then try again.</source>
        <translation>تأكد من أن القرص موصول، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the log file to whoever supports you.</source>
        <translation>أعد المحاولة. إن تكرر ذلك فأرسل ملف السجل إلى من يقدم لك الدعم.</translation>
    </message>
    <message>
        <source>Install Sanduku again, or ask whoever supports you.</source>
        <translation>ثبّت صندوقو من جديد، أو اسأل من يقدم لك الدعم.</translation>
    </message>
    <message>
        <source>Setting Sanduku up brings them: do that again, or ask whoever supports you.</source>
        <translation>يأتي بها إعداد صندوقو: أعِد إعداده، أو اسأل من يدعمك.</translation>
    </message>
    <message>
        <source>Restore a backup, or ask whoever supports you. Change nothing in the folder.</source>
        <translation>استعد نسخة احتياطية، أو اسأل من يقدم لك الدعم. لا تغيّر شيئًا في المجلد.</translation>
    </message>
    <message>
        <source>Scan it again at a lower resolution (300 dpi is plenty), or raise the limit in the settings.</source>
        <translation>امسحه ضوئيًا من جديد بدقة أقل (300 نقطة في البوصة تكفي وتزيد)، أو ارفع الحد في الإعدادات.</translation>
    </message>
    <message>
        <source>Type a name and try again.</source>
        <translation>اكتب اسمًا وأعد المحاولة.</translation>
    </message>
    <message>
        <source>Open it again to see how it is now.</source>
        <translation>افتحه من جديد لترى حاله الآن.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku and open it again.</source>
        <translation>ثبّت أحدث إصدار من صندوقو وافتحها من جديد.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>اختر اسمًا أو مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Have the page read again.</source>
        <translation>اطلب قراءة الصفحة من جديد.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>حدث خطأ ما.</translation>
    </message>
    <message>
        <source>Something went wrong in Sanduku itself. Your documents are safe.</source>
        <translation>حدث خطأ في صندوقو نفسه. مستنداتك في أمان.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>أُوقف هذا العمل.</translation>
    </message>
    <message>
        <source>Sanduku was updated while it was open.</source>
        <translation>جرى تحديث Sanduku وهو مفتوح.</translation>
    </message>
    <message>
        <source>Close it, and open it again; nothing is lost.</source>
        <translation>أغلقه ثم افتحه من جديد؛ لم يضع شيء.</translation>
    </message>
    <message>
        <source>A setting has a value that it cannot take.</source>
        <translation>لأحد الإعدادات قيمة غير ممكنة.</translation>
    </message>
    <message>
        <source>Correct it in the settings.</source>
        <translation>صحّحها في الإعدادات.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>لم يعد هذا موجودًا.</translation>
    </message>
    <message>
        <source>The disk is full. Everything that was stored before is safe.</source>
        <translation>القرص ممتلئ. كل ما حُفظ من قبل في أمان.</translation>
    </message>
    <message>
        <source>Free some space or empty the trash, then try again.</source>
        <translation>أفرغ بعض المساحة أو أفرغ المهملات، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The printer took no page.</source>
        <translation>لم تأخذ الطابعة أي صفحة.</translation>
    </message>
    <message>
        <source>See whether it is switched on and has paper, then try again.</source>
        <translation>تحقق من أنها مشغّلة وفيها ورق، ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>This file cannot be used as it is.</source>
        <translation>لا يمكن استخدام هذا الملف كما هو.</translation>
    </message>
    <message>
        <source>The file was altered while it was being added.</source>
        <translation>تغيّر الملف أثناء إضافته.</translation>
    </message>
    <message>
        <source>Wait until it is complete, then add it again.</source>
        <translation>انتظر حتى يكتمل، ثم أضفه من جديد.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>لا يمكن قراءة الملف.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may read it.</source>
        <translation>تأكد من أنه ما زال موجودًا وأنه يحق لك قراءته.</translation>
    </message>
    <message>
        <source>The file is not there, or it may not be read.</source>
        <translation>الملف غير موجود، أو لا يُسمح بقراءته.</translation>
    </message>
    <message>
        <source>Check its name, its disk or card, and whether you may open it.</source>
        <translation>تحقق من اسمه ومن القرص أو البطاقة، ومن أنه يحق لك فتحه.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>هذا الملف فارغ.</translation>
    </message>
    <message>
        <source>This file, or this page of it, is damaged.</source>
        <translation>هذا الملف، أو هذه الصفحة منه، تالف.</translation>
    </message>
    <message>
        <source>This file ends too early: a part of it is missing.</source>
        <translation>ينتهي هذا الملف قبل أوانه: جزء منه ناقص.</translation>
    </message>
    <message>
        <source>This is no kind of file that can be read.</source>
        <translation>لا يمكن قراءة هذا النوع من الملفات.</translation>
    </message>
    <message>
        <source>Open it in the program that made it, save it as PDF, PNG or JPEG, and add that.</source>
        <translation>افتحه في البرنامج الذي أنشأه، واحفظه بصيغة PDF أو PNG أو JPEG، ثم أضف ذلك الملف.</translation>
    </message>
    <message>
        <source>This file or its picture is too large.</source>
        <translation>هذا الملف أو صورته أكبر من اللازم.</translation>
    </message>
    <message>
        <source>This file has too many pages.</source>
        <translation>في هذا الملف صفحات أكثر من اللازم.</translation>
    </message>
    <message>
        <source>Split it, or raise the limit in the settings.</source>
        <translation>قسّمه، أو ارفع الحد في الإعدادات.</translation>
    </message>
    <message>
        <source>There is no page in this file.</source>
        <translation>لا توجد أي صفحة في هذا الملف.</translation>
    </message>
    <message>
        <source>Make the file again in the program that it comes from.</source>
        <translation>أنشئ الملف من جديد في البرنامج الذي جاء منه.</translation>
    </message>
    <message>
        <source>This PDF is protected by a password.</source>
        <translation>ملف PDF هذا محمي بكلمة مرور.</translation>
    </message>
    <message>
        <source>Give the password, or save it again without one.</source>
        <translation>أعطِ كلمة المرور، أو احفظه من جديد دونها.</translation>
    </message>
    <message>
        <source>The password does not open this PDF.</source>
        <translation>كلمة المرور لا تفتح ملف PDF هذا.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, and give it again.</source>
        <translation>انتبه إلى حالة الأحرف ولغة لوحة المفاتيح، ثم اكتبها من جديد.</translation>
    </message>
    <message>
        <source>The corners of the sheet lie beside the page.</source>
        <translation>تقع زوايا الورقة خارج الصفحة.</translation>
    </message>
    <message>
        <source>Drag the corners to where the sheet lies, or undo the straightening.</source>
        <translation>اسحب الزوايا إلى مكان الورقة، أو تراجع عن التقويم.</translation>
    </message>
    <message>
        <source>Nothing on this computer can read this box in the way that was asked.</source>
        <translation>لا شيء في هذا الحاسوب يستطيع قراءة هذا الإطار بالطريقة المطلوبة.</translation>
    </message>
    <message>
        <source>Choose another language, and try again.</source>
        <translation>اختر لغة أخرى وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The reader stopped at this page several times, so it was left out.</source>
        <translation>توقف القارئ عند هذه الصفحة عدة مرات، فتُركت جانبًا.</translation>
    </message>
    <message>
        <source>Try it again, or save the file in another format and add that.</source>
        <translation>أعد المحاولة، أو احفظ الملف بصيغة أخرى وأضف ذلك الملف.</translation>
    </message>
    <message>
        <source>Reading this page took too long and was stopped.</source>
        <translation>استغرقت قراءة هذه الصفحة وقتًا أطول من اللازم فأُوقفت.</translation>
    </message>
    <message>
        <source>Try again, or give pages more time in the settings.</source>
        <translation>أعد المحاولة، أو امنح الصفحات وقتًا أطول في الإعدادات.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this page.</source>
        <translation>لم تكفِ الذاكرة لقراءة هذه الصفحة.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>أغلق برامج أخرى وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The reader could not open the library.</source>
        <translation>لم يستطع القارئ فتح المكتبة.</translation>
    </message>
    <message>
        <source>This page is read by another reader now.</source>
        <translation>يقرأ هذه الصفحةَ الآن قارئ آخر.</translation>
    </message>
    <message>
        <source>Something that is needed for reading is missing.</source>
        <translation>ينقص شيء لازم للقراءة.</translation>
    </message>
    <message>
        <source>EasyOCR is not on this computer, or it is switched off.</source>
        <translation>EasyOCR غير موجود على هذا الحاسوب، أو هو معطَّل.</translation>
    </message>
    <message>
        <source>Switch it off in the settings: Sanduku reads without it.</source>
        <translation>عطّله في الإعدادات: صندوقو يقرأ من دونه.</translation>
    </message>
    <message>
        <source>Tesseract, which reads Arabic, is missing or lacks its language files.</source>
        <translation>Tesseract الذي يقرأ العربية غير موجود، أو تنقصه ملفات اللغات.</translation>
    </message>
    <message>
        <source>The models for reading are missing on this computer.</source>
        <translation>نماذج القراءة غير موجودة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>A model is damaged.</source>
        <translation>أحد النماذج تالف.</translation>
    </message>
    <message>
        <source>Install its pack again; if it came with Sanduku, install Sanduku again.</source>
        <translation>ثبّت حزمته من جديد؛ وإن كان قد جاء مع صندوقو فثبّت صندوقو من جديد.</translation>
    </message>
    <message>
        <source>A model was made for a later version of Sanduku.</source>
        <translation>صُنع أحد النماذج لإصدار أحدث من صندوقو.</translation>
    </message>
    <message>
        <source>A model cannot be run on this computer.</source>
        <translation>لا يمكن تشغيل أحد النماذج على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The library cannot do this.</source>
        <translation>لا تستطيع المكتبة فعل هذا.</translation>
    </message>
    <message>
        <source>There is no library in this folder.</source>
        <translation>لا توجد مكتبة في هذا المجلد.</translation>
    </message>
    <message>
        <source>Check the folder's name, or begin a new library there.</source>
        <translation>تحقق من اسم المجلد، أو ابدأ مكتبة جديدة هناك.</translation>
    </message>
    <message>
        <source>There is something in this folder already. Nothing in it was touched.</source>
        <translation>في هذا المجلد شيء من قبل. لم يُمس فيه شيء.</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>اختر مجلدًا فارغًا أو جديدًا.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>المكتبة تالفة.</translation>
    </message>
    <message>
        <source>A later version of Sanduku made this library.</source>
        <translation>أنشأ هذه المكتبةَ إصدار أحدث من صندوقو.</translation>
    </message>
    <message>
        <source>A part of Sanduku is too old to keep a library safely.</source>
        <translation>جزء من صندوقو أقدم من أن يحفظ مكتبة بأمان.</translation>
    </message>
    <message>
        <source>Another program is using the library and did not let go of it.</source>
        <translation>يستخدم برنامج آخر المكتبة ولم يتركها.</translation>
    </message>
    <message>
        <source>Wait for it to finish, or close it, and try again.</source>
        <translation>انتظر حتى ينتهي، أو أغلقه، وأعد المحاولة.</translation>
    </message>
    <message>
        <source>Nothing can be written where the library lies.</source>
        <translation>لا يمكن الكتابة حيث توجد المكتبة.</translation>
    </message>
    <message>
        <source>Take off the write protection of the disk, or copy the library elsewhere.</source>
        <translation>أزل الحماية من الكتابة عن القرص، أو انسخ المكتبة إلى مكان آخر.</translation>
    </message>
    <message>
        <source>The disk with the library does not answer.</source>
        <translation>القرص الذي عليه المكتبة لا يستجيب.</translation>
    </message>
    <message>
        <source>The library is locked.</source>
        <translation>المكتبة مقفلة.</translation>
    </message>
    <message>
        <source>Give its passphrase or its recovery key.</source>
        <translation>أعطِ عبارة المرور أو مفتاح الاسترداد.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>عبارة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, or use the recovery key.</source>
        <translation>انتبه إلى حالة الأحرف ولغة لوحة المفاتيح، أو استخدم مفتاح الاسترداد.</translation>
    </message>
    <message>
        <source>The recovery key is mistyped, or belongs to another library.</source>
        <translation>كُتب مفتاح الاسترداد خطأً، أو هو لمكتبة أخرى.</translation>
    </message>
    <message>
        <source>Compare it with the sheet that was printed last for this library.</source>
        <translation>قارنه بآخر ورقة طُبعت لهذه المكتبة.</translation>
    </message>
    <message>
        <source>The key that this computer kept for the library is gone.</source>
        <translation>فُقد المفتاح الذي كان هذا الحاسوب يحفظه للمكتبة.</translation>
    </message>
    <message>
        <source>Open it with the printed recovery key, then set a new passphrase.</source>
        <translation>افتحها بمفتاح الاسترداد المطبوع، ثم اختر عبارة مرور جديدة.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>عبارة المرور قصيرة جدًا.</translation>
    </message>
    <message>
        <source>Use several words that you can remember.</source>
        <translation>استخدم عدة كلمات يمكنك تذكرها.</translation>
    </message>
    <message>
        <source>A stored file was altered or cut off.</source>
        <translation>غُيّر ملف محفوظ أو اقتُطع منه.</translation>
    </message>
    <message>
        <source>Add the original again, or restore a backup.</source>
        <translation>أضف الأصل من جديد، أو استعد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>A stored file is no longer there.</source>
        <translation>لم يعد أحد الملفات المحفوظة موجودًا.</translation>
    </message>
    <message>
        <source>This needs a name with at least one letter.</source>
        <translation>يلزم اسم فيه حرف واحد على الأقل.</translation>
    </message>
    <message>
        <source>The backup cannot be made, or it is not complete.</source>
        <translation>لا يمكن عمل النسخة الاحتياطية، أو أنها غير كاملة.</translation>
    </message>
    <message>
        <source>Use another disk or another backup, and keep those that you have.</source>
        <translation>استخدم قرصًا آخر أو نسخة احتياطية أخرى، واحتفظ بما لديك منها.</translation>
    </message>
    <message>
        <source>This correction does not fit the page as it is now.</source>
        <translation>لا يناسب هذا التصحيح الصفحة كما هي الآن.</translation>
    </message>
    <message>
        <source>These four corners cannot be those of a sheet of paper.</source>
        <translation>لا يمكن أن تكون هذه الزوايا الأربع زوايا ورقة.</translation>
    </message>
    <message>
        <source>Drag each corner to a corner of the sheet, so that no two sides cross.</source>
        <translation>اسحب كل زاوية إلى زاوية من الورقة دون أن يتقاطع ضلعان.</translation>
    </message>
    <message>
        <source>This box cannot be read again, or holds no text.</source>
        <translation>لا يمكن قراءة هذا الإطار من جديد، أو ليس فيه نص.</translation>
    </message>
    <message>
        <source>The export could not be made.</source>
        <translation>تعذّر التصدير.</translation>
    </message>
    <message>
        <source>There is no such format.</source>
        <translation>لا توجد صيغة كهذه.</translation>
    </message>
    <message>
        <source>This file is there already.</source>
        <translation>هذا الملف موجود من قبل.</translation>
    </message>
    <message>
        <source>The export cannot be written there.</source>
        <translation>لا يمكن كتابة الملف المصدَّر هناك.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>اختر مجلدًا يحق لك الكتابة فيه.</translation>
    </message>
    <message>
        <source>Nothing of this document is read yet.</source>
        <translation>لم يُقرأ شيء من هذا المستند بعد.</translation>
    </message>
    <message>
        <source>Have it read first, or leave it out.</source>
        <translation>اقرأه أولًا، أو استبعده.</translation>
    </message>
    <message>
        <source>This format makes one file for each document.</source>
        <translation>تنشئ هذه الصيغة ملفًا لكل مستند.</translation>
    </message>
    <message>
        <source>Choose a folder instead of a file.</source>
        <translation>اختر مجلدًا بدلًا من ملف.</translation>
    </message>
    <message>
        <source>The ending of this name belongs to another format.</source>
        <translation>نهاية هذا الاسم تخص صيغة أخرى.</translation>
    </message>
    <message>
        <source>The pattern for file names cannot be filled in.</source>
        <translation>لا يمكن ملء نمط أسماء الملفات.</translation>
    </message>
    <message>
        <source>Use the words in braces that are offered, and plain text.</source>
        <translation>استخدم الكلمات المعروضة بين الأقواس المعقوفة ونصًا عاديًا.</translation>
    </message>
    <message>
        <source>The original PDF cannot be used.</source>
        <translation>لا يمكن استخدام ملف PDF الأصلي.</translation>
    </message>
    <message>
        <source>Export it as text, or add the file again without its password.</source>
        <translation>صدّره نصًا، أو أضف الملف من جديد دون كلمة مروره.</translation>
    </message>
    <message>
        <source>The picture of a page is missing.</source>
        <translation>صورة إحدى الصفحات ناقصة.</translation>
    </message>
    <message>
        <source>Export the text in another format.</source>
        <translation>صدّر النص بصيغة أخرى.</translation>
    </message>
    <message>
        <source>The search index is damaged; documents and readings are not.</source>
        <translation>فهرس البحث تالف؛ المستندات والقراءات سليمة.</translation>
    </message>
    <message>
        <source>Ask whoever supports you to make the index anew.</source>
        <translation>اطلب ممن يقدم لك الدعم إعادة إنشاء الفهرس.</translation>
    </message>
    <message>
        <source>This computer's clock is behind the last change, or was wrong then.</source>
        <translation>ساعة هذا الحاسوب متأخرة عن آخر تغيير، أو كانت خاطئة حينها.</translation>
    </message>
    <message>
        <source>Set the date and the time of this computer right.</source>
        <translation>اضبط تاريخ هذا الحاسوب ووقته.</translation>
    </message>
    <message>
        <source>A backup or a library that was not finished lies beside this one.</source>
        <translation>توجد بجانب هذه المكتبة نسخة احتياطية أو مكتبة لم تكتمل.</translation>
    </message>
    <message>
        <source>If nothing is being made there now, the folder can be deleted.</source>
        <translation>إذا لم يكن يُنشأ فيها شيء الآن فيمكن حذف المجلد.</translation>
    </message>
    <message>
        <source>The search index was not checked, because nothing can be written here.</source>
        <translation>لم يُفحص فهرس البحث لأنه لا يمكن الكتابة هنا.</translation>
    </message>
    <message>
        <source>Copy the folder to a disk that can be written, and check it there.</source>
        <translation>انسخ المجلد إلى قرص يمكن الكتابة عليه وافحصه هناك.</translation>
    </message>
    <message>
        <source>You have no permission to read this file.</source>
        <translation>ليس لك إذن بقراءة هذا الملف.</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or copy it to a folder of your own.</source>
        <translation>اطلب الإذن من صاحبه، أو انسخه إلى مجلد لك.</translation>
    </message>
    <message>
        <source>The page is not read yet.</source>
        <translation>لم تُقرأ الصفحة بعد.</translation>
    </message>
    <message>
        <source>Wait until it is read.</source>
        <translation>انتظر حتى تُقرأ.</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>التفاصيل: %1</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever gave it to you.</source>
        <translation>لا تستخدمها، واسأل من أعطاك إياها.</translation>
    </message>
    <message>
        <source>Copy the pack again from where it came, and install that copy.</source>
        <translation>انسخ الحزمة مرة أخرى من مصدرها، وثبّت تلك النسخة.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model pack.</source>
        <translation>أغلق برامج أخرى، أو اختر حزمة نماذج أصغر.</translation>
    </message>
    <message>
        <source>Choose another model pack.</source>
        <translation>اختر حزمة نماذج أخرى.</translation>
    </message>
    <message>
        <source>No model pack lies here.</source>
        <translation>لا توجد حزمة نماذج هنا.</translation>
    </message>
    <message>
        <source>Choose the folder or file of a model pack.</source>
        <translation>اختر مجلد حزمة نماذج أو ملفها.</translation>
    </message>
    <message>
        <source>This model pack is not safe; nothing of it was unpacked.</source>
        <translation>حزمة النماذج هذه غير آمنة؛ لم يُستخرج منها شيء.</translation>
    </message>
    <message>
        <source>This model pack holds more than it says.</source>
        <translation>تحتوي حزمة النماذج هذه على أكثر مما تُعلن.</translation>
    </message>
    <message>
        <source>This model pack is not complete: its copy was broken off.</source>
        <translation>حزمة النماذج هذه غير كاملة: انقطع نسخها.</translation>
    </message>
    <message>
        <source>A file of this model pack was changed or damaged on its way. Nothing was installed.</source>
        <translation>تغيّر ملف من حزمة النماذج هذه أو تلف في الطريق. لم يُثبَّت شيء.</translation>
    </message>
    <message>
        <source>The model pack cannot be read any more.</source>
        <translation>لم تعد حزمة النماذج قابلة للقراءة.</translation>
    </message>
    <message>
        <source>Put the stick in again and install once more; what was copied is kept.</source>
        <translation>أعد توصيل ذاكرة USB وثبّت مرة أخرى؛ ما نُسخ محفوظ.</translation>
    </message>
    <message>
        <source>This version of Sanduku cannot run this model pack.</source>
        <translation>لا يستطيع هذا الإصدار من صندوقو تشغيل حزمة النماذج هذه.</translation>
    </message>
    <message>
        <source>The model pack was tried on this computer and gave wrong answers. It is not used.</source>
        <translation>جُرّبت حزمة النماذج على هذا الحاسوب وأعطت إجابات خاطئة. لن تُستخدم.</translation>
    </message>
    <message>
        <source>Tell whoever made the pack.</source>
        <translation>أخبر من صنع الحزمة.</translation>
    </message>
    <message>
        <source>This model belongs to Sanduku itself, which renews it.</source>
        <translation>هذا النموذج من صندوقو نفسها، وهي التي تجدّده.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this model pack.</source>
        <translation>لا توجد مساحة كافية على القرص لحزمة النماذج هذه.</translation>
    </message>
    <message>
        <source>Free some space or remove a model pack, then try again.</source>
        <translation>وفّر بعض المساحة أو احذف حزمة نماذج، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Nothing can be written where model packs are kept.</source>
        <translation>لا يمكن الكتابة حيث تُحفظ حزم النماذج.</translation>
    </message>
    <message>
        <source>Check that this folder is yours to write in.</source>
        <translation>تحقق من أن لك حق الكتابة في هذا المجلد.</translation>
    </message>
    <message>
        <source>Model packs are being installed or used just now.</source>
        <translation>يجري الآن تثبيت حزم النماذج أو استخدامها.</translation>
    </message>
    <message>
        <source>Wait until that has finished, then try again.</source>
        <translation>انتظر حتى ينتهي ذلك، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Something must be agreed to before this model pack is installed.</source>
        <translation>يجب الموافقة على أمر قبل تثبيت حزمة النماذج هذه.</translation>
    </message>
    <message>
        <source>Read what is said about it, and agree if you do.</source>
        <translation>اقرأ ما يقال عنها، ووافق إن أردت.</translation>
    </message>
    <message>
        <source>The signature of this model pack is broken. It is not used.</source>
        <translation>توقيع حزمة النماذج هذه غير سليم. لن تُستخدم.</translation>
    </message>
    <message>
        <source>This model pack is signed by somebody whom this computer does not trust.</source>
        <translation>وقّع حزمةَ النماذج هذه شخصٌ لا يثق به هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the signer by phone or on paper before you trust them.</source>
        <translation>قارن البصمة مع الموقّع بالهاتف أو على الورق قبل أن تثق به.</translation>
    </message>
    <message>
        <source>This model pack is not signed by whoever signed the installed one.</source>
        <translation>لم يوقّع حزمةَ النماذج هذه من وقّع الحزمة المثبّتة.</translation>
    </message>
    <message>
        <source>Ask whoever signed the installed one for the pack.</source>
        <translation>اطلب الحزمة ممن وقّع الحزمة المثبّتة.</translation>
    </message>
    <message>
        <source>This model pack is older than one that was installed here before.</source>
        <translation>حزمة النماذج هذه أقدم من حزمة ثُبّتت هنا من قبل.</translation>
    </message>
    <message>
        <source>Bring the newest one from its signer.</source>
        <translation>أحضر أحدث حزمة من موقّعها.</translation>
    </message>
    <message>
        <source>This file does not tell whom to trust.</source>
        <translation>لا يذكر هذا الملف بمن يوثق.</translation>
    </message>
    <message>
        <source>Ask the signer of the packs for the right file.</source>
        <translation>اطلب من موقّع الحزم الملف الصحيح.</translation>
    </message>
    <message>
        <source>The fingerprint is not that of this file.</source>
        <translation>البصمة ليست بصمة هذا الملف.</translation>
    </message>
    <message>
        <source>Ask the signer for it by another way. If it still differs, do not trust the file.</source>
        <translation>اطلبها من الموقّع بطريقة أخرى. وإن بقيت مختلفة فلا تثق بالملف.</translation>
    </message>
    <message>
        <source>Nothing can be asked about this page, or said of this answer.</source>
        <translation>لا يمكن السؤال عن هذه الصفحة، ولا قول شيء عن هذه الإجابة.</translation>
    </message>
    <message>
        <source>There is not enough free memory for this model. Nothing was lost.</source>
        <translation>لا توجد ذاكرة حرة كافية لهذا النموذج. لم يضع شيء.</translation>
    </message>
    <message>
        <source>The graphics card cannot run this model.</source>
        <translation>لا تستطيع بطاقة الرسوميات تشغيل هذا النموذج.</translation>
    </message>
    <message>
        <source>Let the processor do it.</source>
        <translation>دع المعالج يقوم بذلك.</translation>
    </message>
    <message>
        <source>There are too few photos with known labels to learn from.</source>
        <translation>عدد الصور ذات التصنيف المعروف أقل من أن يُتعلَّم منه.</translation>
    </message>
    <message>
        <source>Add more photos of each label.</source>
        <translation>أضف المزيد من الصور لكل تصنيف.</translation>
    </message>
    <message>
        <source>The folders with the photos have other names than questions and labels.</source>
        <translation>أسماء مجلدات الصور لا تطابق الأسئلة والتصنيفات.</translation>
    </message>
    <message>
        <source>Name them like the questions and labels.</source>
        <translation>سمِّها بأسماء الأسئلة والتصنيفات.</translation>
    </message>
    <message>
        <source>What was learnt from the photos does not hold for others.</source>
        <translation>ما استُفيد من الصور لا يصح على صور أخرى.</translation>
    </message>
    <message>
        <source>Look whether their labels are right, and add more photos.</source>
        <translation>تأكد من صحة تصنيفاتها، وأضف المزيد من الصور.</translation>
    </message>
    <message>
        <source>The model cannot answer in the form that was asked for.</source>
        <translation>لا يستطيع النموذج الإجابة بالشكل المطلوب.</translation>
    </message>
    <message>
        <source>Sanduku does not know how to run a part of this model pack.</source>
        <translation>لا تعرف صندوقو كيف تشغّل جزءًا من حزمة النماذج هذه.</translation>
    </message>
    <message>
        <source>The model needs more memory than there is.</source>
        <translation>يحتاج النموذج إلى ذاكرة أكثر مما هو موجود.</translation>
    </message>
    <message>
        <source>No installed model pack can do this.</source>
        <translation>لا تستطيع أي حزمة نماذج مثبّتة القيام بذلك.</translation>
    </message>
    <message>
        <source>Install one that can.</source>
        <translation>ثبّت حزمة تستطيع ذلك.</translation>
    </message>
    <message>
        <source>The model gave no usable answer.</source>
        <translation>لم يعطِ النموذج إجابة يمكن استخدامها.</translation>
    </message>
    <message>
        <source>Try again, or choose another model pack.</source>
        <translation>حاول مرة أخرى، أو اختر حزمة نماذج أخرى.</translation>
    </message>
    <message>
        <source>The parts of this model pack do not fit each other.</source>
        <translation>أجزاء حزمة النماذج هذه لا يناسب بعضها بعضًا.</translation>
    </message>
    <message>
        <source>This picture cannot be looked at.</source>
        <translation>لا يمكن النظر في هذه الصورة.</translation>
    </message>
    <message>
        <source>The model pack does not know this way of looking at a picture.</source>
        <translation>لا تعرف حزمة النماذج هذه الطريقة في النظر إلى صورة.</translation>
    </message>
    <message>
        <source>The question is empty or too long.</source>
        <translation>السؤال فارغ أو طويل جدًا.</translation>
    </message>
    <message>
        <source>Ask it in fewer words.</source>
        <translation>اطرحه بكلمات أقل.</translation>
    </message>
    <message>
        <source>The description of the values to find cannot be used.</source>
        <translation>لا يمكن استخدام وصف القيم المطلوب العثور عليها.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>صحّحه وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Picture and question together are more than the model can hold.</source>
        <translation>الصورة والسؤال معًا أكبر مما يتسع له النموذج.</translation>
    </message>
    <message>
        <source>Ask a shorter question, or have the picture looked at less closely.</source>
        <translation>اطرح سؤالًا أقصر، أو اجعل النظر إلى الصورة أقل تفصيلًا.</translation>
    </message>
    <message>
        <source>These words cannot be searched for.</source>
        <translation>لا يمكن البحث عن هذه الكلمات.</translation>
    </message>
    <message>
        <source>Say in a few words what the photo shows.</source>
        <translation>قل في كلمات قليلة ما تُظهره الصورة.</translation>
    </message>
    <message>
        <source>Ask headquarters.</source>
        <translation>اسأل المقر.</translation>
    </message>
    <message>
        <source>Ask headquarters for a new invitation.</source>
        <translation>اطلب من المقر دعوة جديدة.</translation>
    </message>
    <message>
        <source>Update Sanduku here, or ask headquarters to update.</source>
        <translation>حدّث Sanduku هنا، أو اطلب من المقر أن يحدّث.</translation>
    </message>
    <message>
        <source>Check the connection, and try again later.</source>
        <translation>تحقق من الاتصال وحاول لاحقًا.</translation>
    </message>
    <message>
        <source>Ask headquarters to write the answer onto the stick again.</source>
        <translation>اطلب من المقر أن يكتب الجواب على الذاكرة المحمولة من جديد.</translation>
    </message>
    <message>
        <source>Your work could not be sent.</source>
        <translation>تعذّر إرسال عملك.</translation>
    </message>
    <message>
        <source>Sending was asked for in a way that is not understood.</source>
        <translation>طُلب الإرسال بطريقة غير مفهومة.</translation>
    </message>
    <message>
        <source>Start Sanduku again.</source>
        <translation>شغّل Sanduku من جديد.</translation>
    </message>
    <message>
        <source>Another program sends the work of this library just now.</source>
        <translation>يُرسِل برنامج آخر عمل هذه المكتبة الآن.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then send what is left.</source>
        <translation>انتظر حتى ينتهي، ثم أرسل ما تبقى.</translation>
    </message>
    <message>
        <source>Headquarters refused this.</source>
        <translation>رفض المقر ذلك.</translation>
    </message>
    <message>
        <source>What headquarters sent cannot be understood.</source>
        <translation>ما أرسله المقر غير مفهوم.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>الشبكة موقوفة في الإعدادات.</translation>
    </message>
    <message>
        <source>Allow it in the settings, or use a USB stick.</source>
        <translation>اسمح بها في الإعدادات، أو استخدم ذاكرة محمولة.</translation>
    </message>
    <message>
        <source>Headquarters did not answer.</source>
        <translation>لم يُجب المقر.</translation>
    </message>
    <message>
        <source>The data that may be used today is used.</source>
        <translation>استُهلكت البيانات المسموح بها لهذا اليوم.</translation>
    </message>
    <message>
        <source>Sending goes on tomorrow. Or allow more data in the settings.</source>
        <translation>يتواصل الإرسال غدًا. أو اسمح ببيانات أكثر في الإعدادات.</translation>
    </message>
    <message>
        <source>What answered is not your headquarters. Nothing was sent to it.</source>
        <translation>ما أجاب ليس مقركم. لم يُرسل إليه شيء.</translation>
    </message>
    <message>
        <source>In a network with a log-in page, log in first. See whether the date of this computer is right. Otherwise ask headquarters.</source>
        <translation>في شبكة لها صفحة دخول، سجّل الدخول أولًا. تحقق من صحة تاريخ هذا الحاسوب. وإلا فاسأل المقر.</translation>
    </message>
    <message>
        <source>This network wants you to log in before it lets anything through. Nothing is lost.</source>
        <translation>تطلب هذه الشبكة تسجيل الدخول قبل أن تسمح بمرور أي شيء. لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Open a web browser, log in to the network there, and send again. Or use another network.</source>
        <translation>افتح متصفح ويب وسجّل الدخول إلى الشبكة هناك، ثم أرسل من جديد. أو استخدم شبكة أخرى.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password. Nothing is lost.</source>
        <translation>يطلب وكيل هذه الشبكة (proxy) اسمًا وكلمة مرور. لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Ask whoever runs the network for them, and write them into the address of the proxy in the settings: http://NAME:PASSWORD@HOST:PORT.</source>
        <translation>اطلبهما ممن يدير الشبكة، واكتبهما في عنوان الوكيل في الإعدادات: http://NAME:PASSWORD@HOST:PORT.</translation>
    </message>
    <message>
        <source>The invitation names no address of headquarters that can be used.</source>
        <translation>لا تذكر الدعوة عنوانًا صالحًا للمقر.</translation>
    </message>
    <message>
        <source>This library belongs to another team already.</source>
        <translation>تنتمي هذه المكتبة إلى فريق آخر.</translation>
    </message>
    <message>
        <source>Leave that team first, or make a new library.</source>
        <translation>غادر ذلك الفريق أولًا، أو أنشئ مكتبة جديدة.</translation>
    </message>
    <message>
        <source>This is no invitation to a team, or a part of it is missing.</source>
        <translation>هذه ليست دعوة إلى فريق، أو ينقصها جزء.</translation>
    </message>
    <message>
        <source>Ask headquarters to send it again.</source>
        <translation>اطلب من المقر إرسالها مرة أخرى.</translation>
    </message>
    <message>
        <source>No QR code of an invitation can be read in this picture.</source>
        <translation>لا يمكن قراءة رمز QR لدعوة في هذه الصورة.</translation>
    </message>
    <message>
        <source>Take the photo from straight above, sharp, in good light, with white around the code.</source>
        <translation>التقط الصورة من فوق الرمز مباشرة، واضحة، في ضوء جيد، مع بياض حول الرمز.</translation>
    </message>
    <message>
        <source>What lies on the stick cannot be used.</source>
        <translation>ما على الذاكرة المحمولة لا يصلح للاستعمال.</translation>
    </message>
    <message>
        <source>There is nothing of Sanduku in this folder, or only half of it.</source>
        <translation>لا شيء من Sanduku في هذا المجلد، أو جزء منه فقط.</translation>
    </message>
    <message>
        <source>Choose the folder on the stick whose name begins with “sanduku”.</source>
        <translation>اختر المجلد على الذاكرة المحمولة الذي يبدأ اسمه بكلمة «sanduku».</translation>
    </message>
    <message>
        <source>A part of what lies on the stick is missing or damaged.</source>
        <translation>جزء مما على الذاكرة المحمولة مفقود أو تالف.</translation>
    </message>
    <message>
        <source>What lies in this folder is not for this library.</source>
        <translation>ما في هذا المجلد ليس لهذه المكتبة.</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote for you.</source>
        <translation>اختر المجلد الذي كتبه المقر لك.</translation>
    </message>
    <message>
        <source>A later version of Sanduku wrote what lies on the stick.</source>
        <translation>كتبت نسخة أحدث من Sanduku ما على الذاكرة المحمولة.</translation>
    </message>
    <message>
        <source>Update Sanduku here, then take it.</source>
        <translation>حدّث Sanduku هنا، ثم استلمه.</translation>
    </message>
    <message>
        <source>Headquarters has shut this computer out. Nothing on this computer is lost.</source>
        <translation>استبعد المقر هذا الحاسوب. لم يضع شيء مما عليه.</translation>
    </message>
    <message>
        <source>Headquarters does not know this invitation.</source>
        <translation>لا يعرف المقر هذه الدعوة.</translation>
    </message>
    <message>
        <source>Another computer has used this invitation.</source>
        <translation>استخدم حاسوب آخر هذه الدعوة.</translation>
    </message>
    <message>
        <source>The invitation has expired.</source>
        <translation>انتهت صلاحية الدعوة.</translation>
    </message>
    <message>
        <source>The disk of headquarters is full.</source>
        <translation>قرص المقر ممتلئ.</translation>
    </message>
    <message>
        <source>Copy the update again from where it came, and use that copy.</source>
        <translation>انسخ التحديث من جديد من مصدره، واستعمل تلك النسخة.</translation>
    </message>
    <message>
        <source>Save the diagnostics, and send them to whoever gave you the update.</source>
        <translation>احفظ بيانات التشخيص وأرسلها إلى من أعطاك التحديث.</translation>
    </message>
    <message>
        <source>Keep the version that you have.</source>
        <translation>ابقَ على الإصدار الذي لديك.</translation>
    </message>
    <message>
        <source>Whoever signed this may sign models for this computer, and no programs.</source>
        <translation>من وقّع هذا يحقّ له توقيع النماذج لهذا الحاسوب، لا البرامج.</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever looks after your computers.</source>
        <translation>لا تستعمله، واسأل من يعتني بحواسيبكم.</translation>
    </message>
    <message>
        <source>There is no update for this computer.</source>
        <translation>لا يوجد تحديث لهذا الحاسوب.</translation>
    </message>
    <message>
        <source>Plug in the stick with the update, or choose its file.</source>
        <translation>صِل الذاكرة التي عليها التحديث، أو اختر ملفه.</translation>
    </message>
    <message>
        <source>The update is not complete: its copy was broken off.</source>
        <translation>التحديث غير كامل: انقطع نسخه.</translation>
    </message>
    <message>
        <source>The update was changed or damaged on its way.</source>
        <translation>تغيّر التحديث أو تلف في الطريق.</translation>
    </message>
    <message>
        <source>This update is not safe; nothing of it was installed.</source>
        <translation>هذا التحديث غير آمن؛ ولم يُثبَّت منه شيء.</translation>
    </message>
    <message>
        <source>The update cannot be read any more.</source>
        <translation>لم يعد من الممكن قراءة التحديث.</translation>
    </message>
    <message>
        <source>Put the stick in again, and do the same again.</source>
        <translation>صِل الذاكرة مرة أخرى، وأعد المحاولة.</translation>
    </message>
    <message>
        <source>This update was made for later versions of Sanduku.</source>
        <translation>صُنع هذا التحديث لإصدارات أحدث من Sanduku.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku from its package once.</source>
        <translation>ثبّت أحدث إصدار من Sanduku مرة واحدة من حزمته.</translation>
    </message>
    <message>
        <source>Nobody vouches for this update: its signature is missing or broken.</source>
        <translation>لا أحد يضمن هذا التحديث: توقيعه مفقود أو غير صالح.</translation>
    </message>
    <message>
        <source>The update is signed by somebody whom this computer does not trust.</source>
        <translation>وقّع التحديثَ شخصٌ لا يثق به هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers whether it is to be trusted.</source>
        <translation>اسأل من يعتني بحواسيبكم إن كان موثوقًا به.</translation>
    </message>
    <message>
        <source>The signature of this update should have been renewed.</source>
        <translation>كان ينبغي تجديد توقيع هذا التحديث.</translation>
    </message>
    <message>
        <source>Ask for a newer one, or agree to install it all the same.</source>
        <translation>اطلب تحديثًا أحدث، أو وافق على تثبيته رغم ذلك.</translation>
    </message>
    <message>
        <source>This update is for another kind of computer.</source>
        <translation>هذا التحديث لنوع آخر من الحواسيب.</translation>
    </message>
    <message>
        <source>Ask for the update for your computer.</source>
        <translation>اطلب التحديث الخاص بحاسوبك.</translation>
    </message>
    <message>
        <source>The new version needs a later system than this computer has.</source>
        <translation>يحتاج الإصدار الجديد إلى نظام أحدث من نظام هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This is an earlier version than yours, which may not read your work.</source>
        <translation>هذا إصدار أقدم من إصدارك، وقد لا يستطيع قراءة عملك.</translation>
    </message>
    <message>
        <source>You have this version already.</source>
        <translation>لديك هذا الإصدار بالفعل.</translation>
    </message>
    <message>
        <source>This Sanduku runs from its source, which an update does not change.</source>
        <translation>يعمل Sanduku هذا من شفرته المصدرية، والتحديث لا يغيّرها.</translation>
    </message>
    <message>
        <source>Renew the source as you got it, and set it up again.</source>
        <translation>جدّد الشفرة المصدرية كما حصلت عليها، وأعدّها من جديد.</translation>
    </message>
    <message>
        <source>There is not enough room for the update and the backup before it.</source>
        <translation>لا توجد مساحة كافية للتحديث وللنسخة الاحتياطية التي تسبقه.</translation>
    </message>
    <message>
        <source>Free some space, and install it again.</source>
        <translation>أفرغ بعض المساحة، وثبّته من جديد.</translation>
    </message>
    <message>
        <source>Nothing can be written where new versions are put.</source>
        <translation>لا يمكن الكتابة حيث توضع الإصدارات الجديدة.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers to let you write there.</source>
        <translation>اطلب ممن يعتني بحواسيبكم أن يسمح لك بالكتابة هناك.</translation>
    </message>
    <message>
        <source>Sanduku is at work in another place.</source>
        <translation>يعمل Sanduku الآن في مكان آخر.</translation>
    </message>
    <message>
        <source>Wait until it is done, or close it there, and do it again.</source>
        <translation>انتظر حتى ينتهي، أو أغلقه هناك، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The new version does not work on this computer, and is not used.</source>
        <translation>الإصدار الجديد لا يعمل على هذا الحاسوب، ولن يُستعمل.</translation>
    </message>
    <message>
        <source>The new version could not take over a copy of your work.</source>
        <translation>لم يستطع الإصدار الجديد تسلّم نسخة من عملك.</translation>
    </message>
    <message>
        <source>There is no version before to go back to.</source>
        <translation>لا يوجد إصدار سابق للعودة إليه.</translation>
    </message>
    <message>
        <source>There is no later version on this computer to use again.</source>
        <translation>لا يوجد على هذا الحاسوب إصدار أحدث يُستعمل من جديد.</translation>
    </message>
    <message>
        <source>Install the latest update from its file.</source>
        <translation>ثبّت آخر تحديث من ملفه.</translation>
    </message>
    <message>
        <source>This version could not bring your library up to date.</source>
        <translation>لم يستطع هذا الإصدار تحديث مكتبتك.</translation>
    </message>
    <message>
        <source>Install the version that you had before, and tell whoever gave you this one.</source>
        <translation>ثبّت الإصدار الذي كان لديك من قبل، وأخبر من أعطاك هذا الإصدار.</translation>
    </message>
    <message>
        <source>The version before cannot read your work any more.</source>
        <translation>لم يعد الإصدار السابق قادرًا على قراءة عملك.</translation>
    </message>
    <message>
        <source>The file cannot be written there, or there is one of this name.</source>
        <translation>لا يمكن كتابة الملف هناك، أو يوجد ملف بهذا الاسم.</translation>
    </message>
</context>
</TS>
