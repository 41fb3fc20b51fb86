<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>More that can be done</source>
        <translation>المزيد مما يمكن فعله</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>حالة جديدة</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>لا توجد حالات بعد</translation>
    </message>
    <message>
        <source>A case holds documents that belong together: a family, a visit, a distribution.</source>
        <translation>تجمع الحالة المستندات التي ينتمي بعضها إلى بعض: أسرة، أو زيارة، أو توزيع.</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>اسم الحالة</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>أنشئ</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>What should others know about this case?</source>
        <translation>ما الذي ينبغي أن يعرفه الآخرون عن هذه الحالة؟</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>The case %1 was removed. Its documents are still there.</source>
        <translation>أُزيلت الحالة %1. مستنداتها ما زالت موجودة.</translation>
    </message>
    <message>
        <source>The case %1 was changed.</source>
        <translation>تم تغيير الحالة %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>لا مستندات (%Ln)</numerusform>
            <numerusform>مستند واحد (%Ln)</numerusform>
            <numerusform>مستندان (%Ln)</numerusform>
            <numerusform>%Ln مستندات</numerusform>
            <numerusform>%Ln مستندًا</numerusform>
            <numerusform>%Ln مستند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to check</source>
        <translation>
            <numerusform>لا شيء للمراجعة (%Ln)</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Clear all</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>أزل «%1»</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>رُوجع</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
</context>
<context>
    <name>DaysLeft</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>لم يبق أي يوم (%Ln)</numerusform>
            <numerusform>بقي يوم واحد (%Ln)</numerusform>
            <numerusform>بقي يومان (%Ln)</numerusform>
            <numerusform>بقيت %Ln أيام</numerusform>
            <numerusform>بقي %Ln يومًا</numerusform>
            <numerusform>بقي %Ln يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysQuestion</name>
    <message>
        <source>Added from a day to a day</source>
        <translation>أُضيفت من يوم إلى يوم</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>اعرض هذه</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message numerus="yes">
        <source>Undone, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>تم التراجع عن الكل (%Ln).</numerusform>
            <numerusform>تم التراجع، إلا عن مستند واحد (%Ln) غيّره أحدهم بعد ذلك.</numerusform>
            <numerusform>تم التراجع، إلا عن مستندين (%Ln) غيّرهما أحدهم بعد ذلك.</numerusform>
            <numerusform>تم التراجع، إلا عن %Ln مستندات غيّرها أحدهم بعد ذلك.</numerusform>
            <numerusform>تم التراجع، إلا عن %Ln مستندًا غيّرها أحدهم بعد ذلك.</numerusform>
            <numerusform>تم التراجع، إلا عن %Ln مستند غيّرها أحدهم بعد ذلك.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>أُعيد تنفيذ الكل (%Ln).</numerusform>
            <numerusform>أُعيد التنفيذ، إلا في مستند واحد (%Ln) غيّره أحدهم بعد ذلك.</numerusform>
            <numerusform>أُعيد التنفيذ، إلا في مستندين (%Ln) غيّرهما أحدهم بعد ذلك.</numerusform>
            <numerusform>أُعيد التنفيذ، إلا في %Ln مستندات غيّرها أحدهم بعد ذلك.</numerusform>
            <numerusform>أُعيد التنفيذ، إلا في %Ln مستندًا غيّرها أحدهم بعد ذلك.</numerusform>
            <numerusform>أُعيد التنفيذ، إلا في %Ln مستند غيّرها أحدهم بعد ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>تم التراجع.</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>أُعيد التنفيذ.</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Choose a document to see its details.</source>
        <translation>اختر مستندًا لترى تفاصيله.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>لم يُختر أي مستند (%Ln)</numerusform>
            <numerusform>اختير مستند واحد (%Ln)</numerusform>
            <numerusform>اختير مستندان (%Ln)</numerusform>
            <numerusform>اختيرت %Ln مستندات</numerusform>
            <numerusform>اختير %Ln مستندًا</numerusform>
            <numerusform>اختير %Ln مستند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more page(s)</source>
        <translation>
            <numerusform>ولا صفحات أخرى (%Ln)</numerusform>
            <numerusform>وصفحة أخرى (%Ln)</numerusform>
            <numerusform>وصفحتان أخريان (%Ln)</numerusform>
            <numerusform>و%Ln صفحات أخرى</numerusform>
            <numerusform>و%Ln صفحة أخرى</numerusform>
            <numerusform>و%Ln صفحة أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>أدنى ثقة</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Photos show</source>
        <translation>الصور تُظهر</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>رُوجع</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>The picture of this page is damaged. Read the document again.</source>
        <translation>صورة هذه الصفحة تالفة. اقرأ المستند من جديد.</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>Being looked up</source>
        <translation>جارٍ البحث</translation>
    </message>
</context>
<context>
    <name>DocumentVerbs</name>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>اسم المستند</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>صار الاسم %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) approved.</source>
        <translation>
            <numerusform>لم يُعتمد أي مستند (%Ln).</numerusform>
            <numerusform>اعتُمد مستند واحد (%Ln).</numerusform>
            <numerusform>اعتُمد مستندان (%Ln).</numerusform>
            <numerusform>اعتُمدت %Ln مستندات.</numerusform>
            <numerusform>اعتُمد %Ln مستندًا.</numerusform>
            <numerusform>اعتُمد %Ln مستند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) could not be approved: nothing of it is read.</source>
        <translation>
            <numerusform>لم يتعذر اعتماد أي مستند (%Ln).</numerusform>
            <numerusform>تعذر اعتماد مستند واحد (%Ln): لم يُقرأ منه شيء.</numerusform>
            <numerusform>تعذر اعتماد مستندين (%Ln): لم يُقرأ منهما شيء.</numerusform>
            <numerusform>تعذر اعتماد %Ln مستندات: لم يُقرأ منها شيء.</numerusform>
            <numerusform>تعذر اعتماد %Ln مستندًا: لم يُقرأ منها شيء.</numerusform>
            <numerusform>تعذر اعتماد %Ln مستند: لم يُقرأ منها شيء.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) marked as a problem.</source>
        <translation>
            <numerusform>لم توضع علامة مشكلة على أي مستند (%Ln).</numerusform>
            <numerusform>وُضعت علامة مشكلة على مستند واحد (%Ln).</numerusform>
            <numerusform>وُضعت علامة مشكلة على مستندين (%Ln).</numerusform>
            <numerusform>وُضعت علامة مشكلة على %Ln مستندات.</numerusform>
            <numerusform>وُضعت علامة مشكلة على %Ln مستندًا.</numerusform>
            <numerusform>وُضعت علامة مشكلة على %Ln مستند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) to be checked again.</source>
        <translation>
            <numerusform>لا مستندات للمراجعة من جديد (%Ln).</numerusform>
            <numerusform>مستند واحد للمراجعة من جديد (%Ln).</numerusform>
            <numerusform>مستندان للمراجعة من جديد (%Ln).</numerusform>
            <numerusform>%Ln مستندات للمراجعة من جديد.</numerusform>
            <numerusform>%Ln مستندًا للمراجعة من جديد.</numerusform>
            <numerusform>%Ln مستند للمراجعة من جديد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will be read again.</source>
        <translation>
            <numerusform>لن يُقرأ أي مستند من جديد (%Ln).</numerusform>
            <numerusform>سيُقرأ مستند واحد من جديد (%Ln).</numerusform>
            <numerusform>سيُقرأ مستندان من جديد (%Ln).</numerusform>
            <numerusform>ستُقرأ %Ln مستندات من جديد.</numerusform>
            <numerusform>سيُقرأ %Ln مستندًا من جديد.</numerusform>
            <numerusform>سيُقرأ %Ln مستند من جديد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) moved to the trash.</source>
        <translation>
            <numerusform>لم يُنقل أي مستند إلى سلة المهملات (%Ln).</numerusform>
            <numerusform>نُقل مستند واحد إلى سلة المهملات (%Ln).</numerusform>
            <numerusform>نُقل مستندان إلى سلة المهملات (%Ln).</numerusform>
            <numerusform>نُقلت %Ln مستندات إلى سلة المهملات.</numerusform>
            <numerusform>نُقل %Ln مستندًا إلى سلة المهملات.</numerusform>
            <numerusform>نُقل %Ln مستند إلى سلة المهملات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) restored.</source>
        <translation>
            <numerusform>لم يُستعد أي مستند (%Ln).</numerusform>
            <numerusform>استُعيد مستند واحد (%Ln).</numerusform>
            <numerusform>استُعيد مستندان (%Ln).</numerusform>
            <numerusform>استُعيدت %Ln مستندات.</numerusform>
            <numerusform>استُعيد %Ln مستندًا.</numerusform>
            <numerusform>استُعيد %Ln مستند.</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>سلة المهملات فارغة.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln document(s) for ever?</source>
        <translation>
            <numerusform>حذف المستندات نهائيًا (%Ln)؟</numerusform>
            <numerusform>حذف مستند واحد نهائيًا (%Ln)؟</numerusform>
            <numerusform>حذف مستندين نهائيًا (%Ln)؟</numerusform>
            <numerusform>حذف %Ln مستندات نهائيًا؟</numerusform>
            <numerusform>حذف %Ln مستندًا نهائيًا؟</numerusform>
            <numerusform>حذف %Ln مستند نهائيًا؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) deleted for ever.</source>
        <translation>
            <numerusform>لم يُحذف أي مستند (%Ln).</numerusform>
            <numerusform>حُذف مستند واحد نهائيًا (%Ln).</numerusform>
            <numerusform>حُذف مستندان نهائيًا (%Ln).</numerusform>
            <numerusform>حُذفت %Ln مستندات نهائيًا.</numerusform>
            <numerusform>حُذف %Ln مستندًا نهائيًا.</numerusform>
            <numerusform>حُذف %Ln مستند نهائيًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln document(s) changed.</source>
        <translation>
            <numerusform>لم تتغير وسوم أي مستند (%Ln).</numerusform>
            <numerusform>تغيرت وسوم مستند واحد (%Ln).</numerusform>
            <numerusform>تغيرت وسوم مستندين (%Ln).</numerusform>
            <numerusform>تغيرت وسوم %Ln مستندات.</numerusform>
            <numerusform>تغيرت وسوم %Ln مستندًا.</numerusform>
            <numerusform>تغيرت وسوم %Ln مستند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cases of %Ln document(s) changed.</source>
        <translation>
            <numerusform>لم تتغير حالات أي مستند (%Ln).</numerusform>
            <numerusform>تغيرت حالات مستند واحد (%Ln).</numerusform>
            <numerusform>تغيرت حالات مستندين (%Ln).</numerusform>
            <numerusform>تغيرت حالات %Ln مستندات.</numerusform>
            <numerusform>تغيرت حالات %Ln مستندًا.</numerusform>
            <numerusform>تغيرت حالات %Ln مستند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا غيرها (%Ln)</numerusform>
            <numerusform>و%Ln آخر</numerusform>
            <numerusform>و%Ln آخران</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as a problem</source>
        <translation>وضع علامة مشكلة</translation>
    </message>
    <message>
        <source>What is wrong? Whoever comes after you reads this.</source>
        <translation>ما الخطأ؟ سيقرأ هذا من يأتي بعدك.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>ضع العلامة</translation>
    </message>
    <message>
        <source>The original files, all that was read and all corrections are lost.</source>
        <translation>ستضيع الملفات الأصلية وكل ما قُرئ وكل التصحيحات.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>احذف نهائيًا</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احتفظ بها</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>A new tag</source>
        <translation>وسم جديد</translation>
    </message>
    <message>
        <source>Put into cases</source>
        <translation>وضع في حالات</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>حالة جديدة</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>احفظ هذا البحث</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>اسم البحث</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>لم يكن هناك ما يلزم تغييره.</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Search: %1</source>
        <translation>بحث: %1</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>كل المستندات</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Photos that look like %1</source>
        <translation>صور تشبه %1</translation>
    </message>
    <message>
        <source>Photos that show: %1</source>
        <translation>صور تُظهر: %1</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>البحث عن الصور بما تُظهره</translation>
    </message>
    <message>
        <source>A search for photos cannot be saved.</source>
        <translation>لا يمكن حفظ بحث عن الصور.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Add files</source>
        <translation>إضافة ملفات</translation>
    </message>
    <message>
        <source>Try 3 samples</source>
        <translation>جرّب 3 أمثلة</translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln document(s)</source>
        <translation>
            <numerusform>لا مستندات للمراجعة (%Ln)</numerusform>
            <numerusform>راجع مستندًا واحدًا (%Ln)</numerusform>
            <numerusform>راجع مستندين (%Ln)</numerusform>
            <numerusform>راجع %Ln مستندات</numerusform>
            <numerusform>راجع %Ln مستندًا</numerusform>
            <numerusform>راجع %Ln مستند</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>مسح المرشحات</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>كل ما هنا مقروء</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs to add more. Nothing leaves this computer.</source>
        <translation>أفلت صورًا أو مسحًا ضوئيًا أو ملفات PDF لإضافة المزيد. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs</source>
        <translation>أفلت صورًا أو مسحًا ضوئيًا أو ملفات PDF</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>لا شيء للمراجعة</translation>
    </message>
    <message>
        <source>What has been read waits here until you have compared it with its page.</source>
        <translation>ما قُرئ ينتظر هنا حتى تقارنه بصفحته.</translation>
    </message>
    <message>
        <source>Nothing approved yet</source>
        <translation>لم يُعتمد شيء بعد</translation>
    </message>
    <message>
        <source>Documents come here once you have checked and approved them.</source>
        <translation>تأتي المستندات إلى هنا بعد أن تراجعها وتعتمدها.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>لا مشكلات</translation>
    </message>
    <message>
        <source>What could not be read, or was marked as a problem, waits here with what to do.</source>
        <translation>ما تعذرت قراءته، أو وُضعت عليه علامة مشكلة، ينتظر هنا مع ما ينبغي فعله.</translation>
    </message>
    <message numerus="yes">
        <source>What you move here can be restored for %Ln day(s).</source>
        <translation>
            <numerusform>ما تنقله إلى هنا يمكن استعادته (%Ln).</numerusform>
            <numerusform>ما تنقله إلى هنا يمكن استعادته مدة يوم واحد (%Ln).</numerusform>
            <numerusform>ما تنقله إلى هنا يمكن استعادته مدة يومين (%Ln).</numerusform>
            <numerusform>ما تنقله إلى هنا يمكن استعادته مدة %Ln أيام.</numerusform>
            <numerusform>ما تنقله إلى هنا يمكن استعادته مدة %Ln يومًا.</numerusform>
            <numerusform>ما تنقله إلى هنا يمكن استعادته مدة %Ln يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names and all that was read were searched. Try fewer words, or only their beginning.</source>
        <translation>جرى البحث في الأسماء وفي كل ما قُرئ. جرّب كلمات أقل، أو بداياتها فقط.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>سلة المهملات فارغة</translation>
    </message>
    <message>
        <source>No documents here yet</source>
        <translation>لا توجد مستندات هنا بعد</translation>
    </message>
    <message>
        <source>Choose documents in any list, then “Put into a case”.</source>
        <translation>اختر مستندات من أي قائمة، ثم «ضع في ملف حالة».</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”</source>
        <translation>لم يُعثر على شيء عن «%1»</translation>
    </message>
    <message>
        <source>Nothing here fits these filters</source>
        <translation>لا شيء هنا يوافق هذه المرشحات</translation>
    </message>
    <message>
        <source>Remove a filter to see more.</source>
        <translation>أزل مرشحًا لترى المزيد.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>&amp;Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>C&amp;ase</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Has lines below %1</source>
        <translation>فيه أسطر أقل من %1</translation>
    </message>
    <message>
        <source>All lines from %1</source>
        <translation>كل الأسطر من %1 فأعلى</translation>
    </message>
    <message>
        <source>&amp;Confidence</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>A&amp;dded</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>في آخر 7 أيام</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>في آخر 30 يومًا</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>هذه السنة</translation>
    </message>
    <message>
        <source>From a day to a day…</source>
        <translation>من يوم إلى يوم…</translation>
    </message>
    <message>
        <source>P&amp;hotos show</source>
        <translation>الصور تُ&amp;ظهر</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>ترشيح</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>اعرض بعض هذه المستندات فقط</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>ترتيب</translation>
    </message>
    <message>
        <source>Sort, and choose columns</source>
        <translation>ترتيب واختيار الأعمدة</translation>
    </message>
    <message>
        <source>The columns as they come</source>
        <translation>الأعمدة كما كانت أصلًا</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>اختير %1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s), the nearest first</source>
        <translation>
            <numerusform>لا وثائق (%Ln)</numerusform>
            <numerusform>وثيقة واحدة (%Ln)، الأقرب أولًا</numerusform>
            <numerusform>وثيقتان (%Ln)، الأقرب أولًا</numerusform>
            <numerusform>%Ln وثائق، الأقرب أولًا</numerusform>
            <numerusform>%Ln وثيقة، الأقرب أولًا</numerusform>
            <numerusform>%Ln وثيقة، الأقرب أولًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>لا مستندات (%Ln)</numerusform>
            <numerusform>مستند واحد (%Ln)</numerusform>
            <numerusform>مستندان (%Ln)</numerusform>
            <numerusform>%Ln مستندات</numerusform>
            <numerusform>%Ln مستندًا</numerusform>
            <numerusform>%Ln مستند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) found</source>
        <translation>
            <numerusform>لم يُعثر على مستندات (%Ln)</numerusform>
            <numerusform>عُثر على مستند واحد (%Ln)</numerusform>
            <numerusform>عُثر على مستندين (%Ln)</numerusform>
            <numerusform>عُثر على %Ln مستندات</numerusform>
            <numerusform>عُثر على %Ln مستندًا</numerusform>
            <numerusform>عُثر على %Ln مستند</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, within longer words</source>
        <translation>%1، داخل كلمات أطول</translation>
    </message>
    <message>
        <source>%1; these are the best %2</source>
        <translation>%1؛ هذه أفضل %2</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>الأقرب أولًا</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>الاسم، من الألف إلى الياء</translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation>الاسم، من الياء إلى الألف</translation>
    </message>
    <message>
        <source>What needs you first</source>
        <translation>ما يحتاج إليك أولًا</translation>
    </message>
    <message>
        <source>What is done first</source>
        <translation>المكتمل أولًا</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translation>الأكثر شكًّا أولًا</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>الأوثق أولًا</translation>
    </message>
    <message>
        <source>Fewest pages first</source>
        <translation>الأقل صفحات أولًا</translation>
    </message>
    <message>
        <source>Most pages first</source>
        <translation>الأكثر صفحات أولًا</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language, backwards</source>
        <translation>اللغة، بالعكس</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Type, backwards</source>
        <translation>النوع، بالعكس</translation>
    </message>
    <message>
        <source>Added first</source>
        <translation>الأقدم إضافة أولًا</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>الأحدث إضافة أولًا</translation>
    </message>
    <message>
        <source>Checked first</source>
        <translation>الأقدم مراجعة أولًا</translation>
    </message>
    <message>
        <source>Checked last</source>
        <translation>الأحدث مراجعة أولًا</translation>
    </message>
</context>
<context>
    <name>MarksQuestion</name>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>In the trash</source>
        <translation>في سلة المهملات</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>الوسم: %1</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>الحالة: %1</translation>
    </message>
    <message>
        <source>Name has: %1</source>
        <translation>في الاسم: %1</translation>
    </message>
    <message>
        <source>Added together</source>
        <translation>أُضيفت معًا</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>في الوارد</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>فيه مشكلة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>تجري قراءته</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>مقروء</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>مقروء جزئيًا</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>تعذرت قراءته</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>غير مراجَع</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>صور</translation>
    </message>
    <message>
        <source>Doubts: below %1</source>
        <translation>شكوك: أقل من %1</translation>
    </message>
    <message>
        <source>Sure: from %1</source>
        <translation>موثوق: من %1 فأعلى</translation>
    </message>
    <message>
        <source>Added on %1</source>
        <translation>أُضيف في %1</translation>
    </message>
    <message>
        <source>Added %1 to %2</source>
        <translation>أُضيف من %1 إلى %2</translation>
    </message>
    <message>
        <source>Added since %1</source>
        <translation>أُضيف منذ %1</translation>
    </message>
    <message>
        <source>Added until %1</source>
        <translation>أُضيف حتى %1</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Save the original files in</source>
        <translation>حفظ الملفات الأصلية في</translation>
    </message>
    <message numerus="yes">
        <source>%Ln original file(s) saved in %1.</source>
        <translation>
            <numerusform>لم يُحفظ أي ملف أصلي (%Ln) في %1.</numerusform>
            <numerusform>حُفظ ملف أصلي واحد (%Ln) في %1.</numerusform>
            <numerusform>حُفظ ملفان أصليان (%Ln) في %1.</numerusform>
            <numerusform>حُفظت %Ln ملفات أصلية في %1.</numerusform>
            <numerusform>حُفظ %Ln ملفًا أصليًا في %1.</numerusform>
            <numerusform>حُفظ %Ln ملف أصلي في %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>افتح المجلد</translation>
    </message>
</context>
<context>
    <name>PhotoVerbs</name>
    <message numerus="yes">
        <source>What %Ln page(s) show was changed.</source>
        <translation>
            <numerusform>لم يتغير شيء (%Ln).</numerusform>
            <numerusform>غُيّر ما تُظهره صفحة واحدة (%Ln).</numerusform>
            <numerusform>غُيّر ما تُظهره صفحتان (%Ln).</numerusform>
            <numerusform>غُيّر ما تُظهره %Ln صفحات.</numerusform>
            <numerusform>غُيّر ما تُظهره %Ln صفحة.</numerusform>
            <numerusform>غُيّر ما تُظهره %Ln صفحة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>SearchesView</name>
    <message>
        <source>Saved searches</source>
        <translation>عمليات بحث محفوظة</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>لا توجد عمليات بحث محفوظة بعد</translation>
    </message>
    <message>
        <source>Search or filter any list, then choose “Save this search”: it is kept here.</source>
        <translation>ابحث في أي قائمة أو رشّحها، ثم اختر «احفظ هذا البحث»: يُحفظ هنا.</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>صار الاسم %1.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>اسم البحث</translation>
    </message>
    <message>
        <source>The search %1 was removed.</source>
        <translation>أُزيل البحث %1.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>أُعيدت</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>تجري قراءته</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>مقروء جزئيًا</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>تعذرت قراءته</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Its time is over</source>
        <translation>انتهت مدته</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>الصفحة %1: %2</translation>
    </message>
    <message>
        <source>Its reading was cancelled. Choose “Read again”.</source>
        <translation>أُلغيت قراءته. اختر «اقرأ من جديد».</translation>
    </message>
    <message>
        <source>Headquarters: %1</source>
        <translation>المقر: %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>لم يُقرأ بعد</translation>
    </message>
    <message>
        <source>lowest confidence %1</source>
        <translation>أدنى ثقة %1</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>السواحيلية</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>الصفحة %1</translation>
    </message>
</context>
</TS>
