<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AnswerBox</name>
    <message>
        <source>Doubtful</source>
        <translation>مشكوك فيه</translation>
    </message>
    <message>
        <source>The page was read anew since: what it quotes may stand elsewhere now.</source>
        <translation>قُرئت الصفحة من جديد منذ ذلك الحين: قد يكون ما تقتبسه في موضع آخر الآن.</translation>
    </message>
    <message>
        <source>“%1” stands in the line: %2</source>
        <translation>«%1» في السطر: %2</translation>
    </message>
    <message>
        <source>Show it on the page</source>
        <translation>إظهاره على الصفحة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>تصحيح…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>التراجع عنه</translation>
    </message>
    <message>
        <source>Checked by a person</source>
        <translation>تحقّق منه إنسان</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>اسأل</translation>
    </message>
    <message>
        <source>What do you want to know of this page?</source>
        <translation>ماذا تريد أن تعرف عن هذه الصفحة؟</translation>
    </message>
    <message>
        <source>Question about this page</source>
        <translation>سؤال عن هذه الصفحة</translation>
    </message>
    <message>
        <source>Describe the page</source>
        <translation>وصف الصفحة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>ما يقوله النموذج</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>الحصول على نموذج…</translation>
    </message>
    <message>
        <source>Tell what was read</source>
        <translation>ذكر ما قُرئ</translation>
    </message>
    <message>
        <source>Nothing was asked about this page. What a model answers is compared with the lines of the page, and kept here.</source>
        <translation>لم يُسأل شيء عن هذه الصفحة. ما يجيب به النموذج يُقارن بأسطر الصفحة ويُحفظ هنا.</translation>
    </message>
    <message>
        <source>Correct the answer</source>
        <translation>تصحيح الإجابة</translation>
    </message>
    <message>
        <source>What the answer should say:</source>
        <translation>ما ينبغي أن تقوله الإجابة:</translation>
    </message>
    <message>
        <source>Waiting until the model is free…</source>
        <translation>في انتظار أن يتفرّغ النموذج…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>The model is speaking. Nothing of this is checked yet:</source>
        <translation>النموذج يتكلم. لم يُتحقق من شيء من هذا بعد:</translation>
    </message>
    <message>
        <source>The model is looking at the page…</source>
        <translation>النموذج ينظر إلى الصفحة…</translation>
    </message>
    <message>
        <source>There is no model on this computer that answers questions. Without one, only what was read can be told: kind of document, fields, numbers.</source>
        <translation>لا يوجد على هذا الحاسوب نموذج يجيب عن الأسئلة. ومن دونه لا يمكن ذكر إلا ما قُرئ: نوع الوثيقة والحقول والأرقام.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier answer(s) not shown</source>
        <translation>
            <numerusform>لا إجابات سابقة غير معروضة (%Ln)</numerusform>
            <numerusform>إجابة سابقة واحدة غير معروضة (%Ln)</numerusform>
            <numerusform>إجابتان سابقتان غير معروضتين (%Ln)</numerusform>
            <numerusform>%Ln إجابات سابقة غير معروضة</numerusform>
            <numerusform>%Ln إجابة سابقة غير معروضة</numerusform>
            <numerusform>%Ln إجابة سابقة غير معروضة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>وصف</translation>
    </message>
    <message>
        <source>Values for a form</source>
        <translation>قيم لاستمارة</translation>
    </message>
    <message>
        <source>What the photo shows</source>
        <translation>ما تُظهره الصورة</translation>
    </message>
    <message>
        <source>Sanduku never tells who a person in a photo is.</source>
        <translation>لا يذكر Sanduku أبدًا من هو الشخص في الصورة.</translation>
    </message>
    <message>
        <source>Sanduku never guesses such things about people.</source>
        <translation>لا يخمّن Sanduku أبدًا مثل هذه الأمور عن الناس.</translation>
    </message>
    <message>
        <source>The page does not tell, says the model.</source>
        <translation>الصفحة لا تذكر ذلك، بحسب النموذج.</translation>
    </message>
    <message>
        <source>“%1” stands in no line of the page.</source>
        <translation>«%1» ليس في أي سطر من الصفحة.</translation>
    </message>
    <message>
        <source>“%1”: the line that holds this is doubtful itself.</source>
        <translation>«%1»: السطر الذي يحويه مشكوك فيه هو نفسه.</translation>
    </message>
    <message>
        <source>“%1”: a line reads almost so, but not quite.</source>
        <translation>«%1»: يوجد سطر يكاد يطابقه لكن ليس تمامًا.</translation>
    </message>
    <message>
        <source>The answer is not in the language that was asked for.</source>
        <translation>الإجابة ليست باللغة المطلوبة.</translation>
    </message>
    <message>
        <source>The model repeated itself and was stopped.</source>
        <translation>كرّر النموذج كلامه فأُوقف.</translation>
    </message>
    <message>
        <source>The answer is not complete: it reached its greatest length.</source>
        <translation>الإجابة غير كاملة: بلغت أقصى طول لها.</translation>
    </message>
    <message>
        <source>The model said nothing.</source>
        <translation>لم يقل النموذج شيئًا.</translation>
    </message>
    <message>
        <source>A part that guessed at somebody’s traits was left out.</source>
        <translation>حُذف جزء كان يخمّن صفات شخص ما.</translation>
    </message>
    <message>
        <source>“%1”: this is not of the kind that was asked for.</source>
        <translation>«%1»: ليس من النوع المطلوب.</translation>
    </message>
    <message>
        <source>“%1”: the model is unsure.</source>
        <translation>«%1»: النموذج غير متأكد.</translation>
    </message>
    <message>
        <source>Put together from what was read. No model looked at the page.</source>
        <translation>جُمع مما قُرئ. لم ينظر أي نموذج إلى الصفحة.</translation>
    </message>
    <message>
        <source>By %1, in %2 s. A model can be wrong: compare it with the page.</source>
        <translation>من %1 خلال %2 ث. قد يخطئ النموذج: قارنه بالصفحة.</translation>
    </message>
    <message>
        <source>%1 says that it is right.</source>
        <translation>يقول %1 إنه صحيح.</translation>
    </message>
    <message>
        <source>%1 says that it is wrong.</source>
        <translation>يقول %1 إنه خطأ.</translation>
    </message>
    <message>
        <source>%1 corrected it. The model had said: %2</source>
        <translation>صحّحه %1. وكان النموذج قد قال: %2</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>شخص ما</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>Sort photos</source>
        <translation>فرز الصور</translation>
    </message>
    <message>
        <source>Describe pages</source>
        <translation>وصف الصفحات</translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) sorted by what they show?</source>
        <translation>
            <numerusform>لا صفحات (%Ln) للفرز.</numerusform>
            <numerusform>أتُفرز صفحة واحدة (%Ln) بحسب ما تُظهره؟</numerusform>
            <numerusform>أتُفرز صفحتان (%Ln) بحسب ما تُظهرانه؟</numerusform>
            <numerusform>أتُفرز %Ln صفحات بحسب ما تُظهره؟</numerusform>
            <numerusform>أتُفرز %Ln صفحة بحسب ما تُظهره؟</numerusform>
            <numerusform>أتُفرز %Ln صفحة بحسب ما تُظهره؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) described?</source>
        <translation>
            <numerusform>لا صفحات (%Ln) للوصف.</numerusform>
            <numerusform>أتوصف صفحة واحدة (%Ln)؟</numerusform>
            <numerusform>أتوصف صفحتان (%Ln)؟</numerusform>
            <numerusform>أتوصف %Ln صفحات؟</numerusform>
            <numerusform>أتوصف %Ln صفحة؟</numerusform>
            <numerusform>أتوصف %Ln صفحة؟</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on in the background, after what is still to be read, and can be stopped.</source>
        <translation>يجري ذلك في الخلفية بعد ما بقي للقراءة، ويمكن إيقافه.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>فرز</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>وصف</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message numerus="yes">
        <source>%Ln page(s) will be sorted, after what is still to be read.</source>
        <translation>
            <numerusform>لن تُفرز أي صفحة (%Ln).</numerusform>
            <numerusform>ستُفرز صفحة واحدة (%Ln) بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستُفرز صفحتان (%Ln) بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستُفرز %Ln صفحات بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستُفرز %Ln صفحة بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستُفرز %Ln صفحة بعد ما بقي للقراءة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will be described, after what is still to be read.</source>
        <translation>
            <numerusform>لن توصف أي صفحة (%Ln).</numerusform>
            <numerusform>ستوصف صفحة واحدة (%Ln) بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستوصف صفحتان (%Ln) بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستوصف %Ln صفحات بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستوصف %Ln صفحة بعد ما بقي للقراءة.</numerusform>
            <numerusform>ستوصف %Ln صفحة بعد ما بقي للقراءة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and were left out.</source>
        <translation>
            <numerusform>لا صفحات لم تُقرأ بعد (%Ln).</numerusform>
            <numerusform>صفحة واحدة (%Ln) لم تُقرأ بعد فتُركت.</numerusform>
            <numerusform>صفحتان (%Ln) لم تُقرآ بعد فتُركتا.</numerusform>
            <numerusform>%Ln صفحات لم تُقرأ بعد فتُركت.</numerusform>
            <numerusform>%Ln صفحة لم تُقرأ بعد فتُركت.</numerusform>
            <numerusform>%Ln صفحة لم تُقرأ بعد فتُركت.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sorted: see “Photos show” among the filters.</source>
        <translation>
            <numerusform>لم تُفرز أي صفحة (%Ln).</numerusform>
            <numerusform>فُرزت صفحة واحدة (%Ln): انظر «الصور تُظهر» بين المرشحات.</numerusform>
            <numerusform>فُرزت صفحتان (%Ln): انظر «الصور تُظهر» بين المرشحات.</numerusform>
            <numerusform>فُرزت %Ln صفحات: انظر «الصور تُظهر» بين المرشحات.</numerusform>
            <numerusform>فُرزت %Ln صفحة: انظر «الصور تُظهر» بين المرشحات.</numerusform>
            <numerusform>فُرزت %Ln صفحة: انظر «الصور تُظهر» بين المرشحات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) described: see “Ask” beside each page.</source>
        <translation>
            <numerusform>لم توصف أي صفحة (%Ln).</numerusform>
            <numerusform>وُصفت صفحة واحدة (%Ln): انظر «اسأل» بجانب الصفحة.</numerusform>
            <numerusform>وُصفت صفحتان (%Ln): انظر «اسأل» بجانب كل صفحة.</numerusform>
            <numerusform>وُصفت %Ln صفحات: انظر «اسأل» بجانب كل صفحة.</numerusform>
            <numerusform>وُصفت %Ln صفحة: انظر «اسأل» بجانب كل صفحة.</numerusform>
            <numerusform>وُصفت %Ln صفحة: انظر «اسأل» بجانب كل صفحة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed for %Ln page(s).</source>
        <translation>
            <numerusform>لم يتعذّر ذلك لأي صفحة (%Ln).</numerusform>
            <numerusform>تعذّر ذلك لصفحة واحدة (%Ln).</numerusform>
            <numerusform>تعذّر ذلك لصفحتين (%Ln).</numerusform>
            <numerusform>تعذّر ذلك لـ %Ln صفحات.</numerusform>
            <numerusform>تعذّر ذلك لـ %Ln صفحة.</numerusform>
            <numerusform>تعذّر ذلك لـ %Ln صفحة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foretold</name>
    <message>
        <source>Measured on this computer.</source>
        <translation>مقيس على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Reckoned from other answers on this computer.</source>
        <translation>مقدَّر من إجابات أخرى على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Measured on another computer, where the model was made: here it may take longer.</source>
        <translation>مقيس على حاسوب آخر حيث صُنع النموذج: وقد يستغرق هنا وقتًا أطول.</translation>
    </message>
    <message>
        <source>How long it takes is not known before the first answer.</source>
        <translation>لا يُعرف كم يستغرق قبل الإجابة الأولى.</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>نحو %1 ث</translation>
    </message>
    <message>
        <source>%1: %2 with %3</source>
        <translation>%1: %2 باستخدام %3</translation>
    </message>
    <message>
        <source>%1: with %3</source>
        <translation>%1: باستخدام %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message>
        <source>Fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>متوازن</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>مفصّل</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>في كلمات قليلة</translation>
    </message>
    <message>
        <source>In a sentence or two</source>
        <translation>في جملة أو جملتين</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>بالتفصيل</translation>
    </message>
    <message>
        <source>For somebody who cannot see it</source>
        <translation>لمن لا يستطيع رؤيتها</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>موجز</translation>
    </message>
</context>
<context>
    <name>MannerRow</name>
    <message>
        <source>Look:</source>
        <translation>النظر:</translation>
    </message>
    <message>
        <source>Say:</source>
        <translation>الإجابة:</translation>
    </message>
    <message>
        <source>How closely the model looks</source>
        <translation>مدى دقة نظر النموذج</translation>
    </message>
    <message>
        <source>How much the model says</source>
        <translation>مقدار ما يقوله النموذج</translation>
    </message>
</context>
<context>
    <name>PhotoLabels</name>
    <message>
        <source>The model says: %1 (%2, by its own reckoning).</source>
        <translation>يقول النموذج: %1 (%2 بحسب تقديره هو).</translation>
    </message>
    <message>
        <source>The model is unsure: perhaps %1 (%2, by its own reckoning).</source>
        <translation>النموذج غير متأكد: ربما %1 (%2 بحسب تقديره هو).</translation>
    </message>
    <message>
        <source>%1 says so.</source>
        <translation>هذا قول %1.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source>perhaps %1 (unsure)</source>
        <translation>ربما %1 (غير مؤكد)</translation>
    </message>
</context>
<context>
    <name>SceneDialog</name>
    <message>
        <source>What the photos show</source>
        <translation>ما تُظهره الصور</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message numerus="yes">
        <source>This is said of %Ln page(s) at once.</source>
        <translation>
            <numerusform>لا صفحات (%Ln).</numerusform>
            <numerusform>يسري هذا على صفحة واحدة (%Ln).</numerusform>
            <numerusform>يسري هذا على صفحتين (%Ln) معًا.</numerusform>
            <numerusform>يسري هذا على %Ln صفحات معًا.</numerusform>
            <numerusform>يسري هذا على %Ln صفحة معًا.</numerusform>
            <numerusform>يسري هذا على %Ln صفحة معًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it to the model</source>
        <translation>ترك ذلك للنموذج</translation>
    </message>
    <message>
        <source>Nobody has said</source>
        <translation>لم يقل أحد</translation>
    </message>
    <message>
        <source>People say different things</source>
        <translation>يقول الناس أشياء مختلفة</translation>
    </message>
    <message>
        <source>Models say different things of these photos.</source>
        <translation>تقول النماذج أشياء مختلفة عن هذه الصور.</translation>
    </message>
</context>
</TS>
