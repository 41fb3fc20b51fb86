<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Likeness</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1، صفحة %2</translation>
    </message>
    <message>
        <source>Nearly the same picture</source>
        <translation>الصورة نفسها تقريبًا</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>بارزة</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>ربما</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>بالكاد</translation>
    </message>
</context>
<context>
    <name>NoPhotos</name>
    <message>
        <source>Open the page “Models”</source>
        <translation>فتح صفحة «النماذج»</translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln page(s)</source>
        <translation>
            <numerusform>لا صفحات للنظر فيها (%Ln)</numerusform>
            <numerusform>النظر في صفحة واحدة (%Ln)</numerusform>
            <numerusform>النظر في صفحتين (%Ln)</numerusform>
            <numerusform>النظر في %Ln صفحات</numerusform>
            <numerusform>النظر في %Ln صفحة</numerusform>
            <numerusform>النظر في %Ln صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>لم تبقَ صفحات للنظر فيها (%Ln).</numerusform>
            <numerusform>بقيت صفحة واحدة (%Ln) للنظر فيها.</numerusform>
            <numerusform>بقيت صفحتان (%Ln) للنظر فيهما.</numerusform>
            <numerusform>بقيت %Ln صفحات للنظر فيها.</numerusform>
            <numerusform>بقيت %Ln صفحة للنظر فيها.</numerusform>
            <numerusform>بقيت %Ln صفحة للنظر فيها.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model looks at the photos</source>
        <translation>النموذج ينظر في الصور</translation>
    </message>
    <message>
        <source>No model has looked at %1 yet</source>
        <translation>لم ينظر أي نموذج في %1 بعد</translation>
    </message>
    <message>
        <source>Before photos are found by words, the model must look at each of them once.</source>
        <translation>قبل البحث عن الصور بالكلمات يجب أن ينظر النموذج في كل صورة مرة واحدة.</translation>
    </message>
    <message>
        <source>No photo was looked at yet</source>
        <translation>لم يُنظر في أي صورة بعد</translation>
    </message>
    <message>
        <source>There is nothing to look through yet</source>
        <translation>لا يوجد بعد ما يُبحث فيه</translation>
    </message>
    <message>
        <source>Add photos and have them read.</source>
        <translation>أضف صورًا ودعها تُقرأ.</translation>
    </message>
    <message>
        <source>There is no other photo</source>
        <translation>لا توجد صورة أخرى</translation>
    </message>
    <message numerus="yes">
        <source>A model compares your words with %Ln page(s). It can be wrong.</source>
        <translation>
            <numerusform>لا صفحات (%Ln) يقارنها النموذج بكلماتك. وقد يخطئ.</numerusform>
            <numerusform>يقارن نموذجٌ كلماتك بصفحة واحدة (%Ln). وقد يخطئ.</numerusform>
            <numerusform>يقارن نموذجٌ كلماتك بصفحتين (%Ln). وقد يخطئ.</numerusform>
            <numerusform>يقارن نموذجٌ كلماتك بـ %Ln صفحات. وقد يخطئ.</numerusform>
            <numerusform>يقارن نموذجٌ كلماتك بـ %Ln صفحة. وقد يخطئ.</numerusform>
            <numerusform>يقارن نموذجٌ كلماتك بـ %Ln صفحة. وقد يخطئ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which photos do you look for?</source>
        <translation>ما الصور التي تبحث عنها؟</translation>
    </message>
    <message>
        <source>Type above what they show, such as: people at a well. %1</source>
        <translation>اكتب في الأعلى ما تُظهره، مثل: أناس عند بئر. %1</translation>
    </message>
    <message>
        <source>Photos cannot be searched now</source>
        <translation>لا يمكن البحث عن الصور الآن</translation>
    </message>
    <message>
        <source>A pack for searching photos is not installed</source>
        <translation>لا توجد حزمة مثبّتة للبحث عن الصور</translation>
    </message>
    <message>
        <source>It compares photos with words. Whoever looks after your computers can bring one on a stick.</source>
        <translation>تقارن الصور بالكلمات. يستطيع من يعتني بحواسيبكم أن يجلبها على ذاكرة محمولة.</translation>
    </message>
    <message>
        <source>That goes on in the background, after what is still to be read.</source>
        <translation>يجري ذلك في الخلفية بعد ما بقي للقراءة.</translation>
    </message>
</context>
<context>
    <name>PhotoBar</name>
    <message>
        <source>Look at them</source>
        <translation>النظر فيها</translation>
    </message>
    <message>
        <source>Have the model look at the photos that it has not seen</source>
        <translation>جعل النموذج ينظر في الصور التي لم يرها</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>How many photos were looked at</source>
        <translation>كم صورة نُظر فيها</translation>
    </message>
    <message numerus="yes">
        <source>A model compared %Ln page(s): the nearest come first.</source>
        <translation>
            <numerusform>لم يقارن النموذج أي صفحة (%Ln).</numerusform>
            <numerusform>قارن نموذجٌ صفحة واحدة (%Ln): الأقرب أولًا.</numerusform>
            <numerusform>قارن نموذجٌ صفحتين (%Ln): الأقرب أولًا.</numerusform>
            <numerusform>قارن نموذجٌ %Ln صفحات: الأقرب أولًا.</numerusform>
            <numerusform>قارن نموذجٌ %Ln صفحة: الأقرب أولًا.</numerusform>
            <numerusform>قارن نموذجٌ %Ln صفحة: الأقرب أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>None stands out, so perhaps none shows it.</source>
        <translation>لا تبرز أي منها، فربما لا تُظهره أي صورة.</translation>
    </message>
    <message>
        <source>It can be wrong: look at each.</source>
        <translation>وقد يخطئ: انظر في كل منها.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>لم تبقَ صفحات للنظر فيها (%Ln).</numerusform>
            <numerusform>بقيت صفحة واحدة (%Ln) للنظر فيها.</numerusform>
            <numerusform>بقيت صفحتان (%Ln) للنظر فيهما.</numerusform>
            <numerusform>بقيت %Ln صفحات للنظر فيها.</numerusform>
            <numerusform>بقيت %Ln صفحة للنظر فيها.</numerusform>
            <numerusform>بقيت %Ln صفحة للنظر فيها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were not looked at yet.</source>
        <translation>
            <numerusform>لا صفحات لم يُنظر فيها (%Ln).</numerusform>
            <numerusform>صفحة واحدة (%Ln) لم يُنظر فيها بعد.</numerusform>
            <numerusform>صفحتان (%Ln) لم يُنظر فيهما بعد.</numerusform>
            <numerusform>%Ln صفحات لم يُنظر فيها بعد.</numerusform>
            <numerusform>%Ln صفحة لم يُنظر فيها بعد.</numerusform>
            <numerusform>%Ln صفحة لم يُنظر فيها بعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at them takes %1.</source>
        <translation>النظر فيها يستغرق %1.</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>مشكوك فيه</translation>
    </message>
</context>
</TS>
