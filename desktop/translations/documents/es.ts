<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>More that can be done</source>
        <translation>Más acciones</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Todavía no hay casos</translation>
    </message>
    <message>
        <source>A case holds documents that belong together: a family, a visit, a distribution.</source>
        <translation>Un caso reúne documentos que van juntos: una familia, una visita, una distribución.</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>Nombre del caso</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What should others know about this case?</source>
        <translation>¿Qué deben saber los demás sobre este caso?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The case %1 was removed. Its documents are still there.</source>
        <translation>Se quitó el caso %1. Sus documentos siguen ahí.</translation>
    </message>
    <message>
        <source>The case %1 was changed.</source>
        <translation>Se ha modificado el caso %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to check</source>
        <translation>
            <numerusform>%Ln por revisar</numerusform>
            <numerusform>%Ln por revisar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Clear all</source>
        <translation>Quitar todo</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Quitar «%1»</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
</context>
<context>
    <name>DaysLeft</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>Queda %Ln día</numerusform>
            <numerusform>Quedan %Ln días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysQuestion</name>
    <message>
        <source>Added from a day to a day</source>
        <translation>Añadidos entre dos días</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Mostrar estos</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message numerus="yes">
        <source>Undone, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Deshecho, salvo %Ln documento que alguien cambió después.</numerusform>
            <numerusform>Deshecho, salvo %Ln documentos que alguien cambió después.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Rehecho, salvo %Ln documento que alguien ha cambiado desde entonces.</numerusform>
            <numerusform>Rehecho, salvo %Ln documentos que alguien ha cambiado desde entonces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Deshecho.</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>Rehecho.</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Choose a document to see its details.</source>
        <translation>Elija un documento para ver sus detalles.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>%Ln documento elegido</numerusform>
            <numerusform>%Ln documentos elegidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more page(s)</source>
        <translation>
            <numerusform>y %Ln página más</numerusform>
            <numerusform>y %Ln páginas más</numerusform>
        </translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>Confianza más baja</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Photos show</source>
        <translation>Las fotos muestran</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>The picture of this page is damaged. Read the document again.</source>
        <translation>La imagen de esta página está dañada. Lea de nuevo el documento.</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>Being looked up</source>
        <translation>Se está buscando</translation>
    </message>
</context>
<context>
    <name>DocumentVerbs</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>Nombre del documento</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>Ahora se llama %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) approved.</source>
        <translation>
            <numerusform>%Ln documento aprobado.</numerusform>
            <numerusform>%Ln documentos aprobados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) could not be approved: nothing of it is read.</source>
        <translation>
            <numerusform>No se pudo aprobar %Ln documento: no se ha leído nada de él.</numerusform>
            <numerusform>No se pudieron aprobar %Ln documentos: no se ha leído nada de ellos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) marked as a problem.</source>
        <translation>
            <numerusform>%Ln documento marcado como problema.</numerusform>
            <numerusform>%Ln documentos marcados como problema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) to be checked again.</source>
        <translation>
            <numerusform>%Ln documento por revisar otra vez.</numerusform>
            <numerusform>%Ln documentos por revisar otra vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will be read again.</source>
        <translation>
            <numerusform>%Ln documento se leerá de nuevo.</numerusform>
            <numerusform>%Ln documentos se leerán de nuevo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln documento movido a la papelera.</numerusform>
            <numerusform>%Ln documentos movidos a la papelera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) restored.</source>
        <translation>
            <numerusform>%Ln documento restaurado.</numerusform>
            <numerusform>%Ln documentos restaurados.</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La papelera está vacía.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln document(s) for ever?</source>
        <translation>
            <numerusform>¿Eliminar %Ln documento para siempre?</numerusform>
            <numerusform>¿Eliminar %Ln documentos para siempre?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) deleted for ever.</source>
        <translation>
            <numerusform>%Ln documento eliminado para siempre.</numerusform>
            <numerusform>%Ln documentos eliminados para siempre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Etiquetas de %Ln documento cambiadas.</numerusform>
            <numerusform>Etiquetas de %Ln documentos cambiadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cases of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Casos de %Ln documento cambiados.</numerusform>
            <numerusform>Casos de %Ln documentos cambiados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as a problem</source>
        <translation>Marcar como problema</translation>
    </message>
    <message>
        <source>What is wrong? Whoever comes after you reads this.</source>
        <translation>¿Qué está mal? Lo leerá quien venga después.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>The original files, all that was read and all corrections are lost.</source>
        <translation>Se perderán los archivos originales, todo lo leído y todas las correcciones.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>A new tag</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>Put into cases</source>
        <translation>Poner en casos</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardada como %1.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nombre de la búsqueda</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>No había nada que cambiar.</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Search: %1</source>
        <translation>Búsqueda: %1</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Todos los documentos</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Photos that look like %1</source>
        <translation>Fotos parecidas a %1</translation>
    </message>
    <message>
        <source>Photos that show: %1</source>
        <translation>Fotos que muestran: %1</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>Buscar fotos por lo que muestran</translation>
    </message>
    <message>
        <source>A search for photos cannot be saved.</source>
        <translation>Una búsqueda de fotos no se puede guardar.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Try 3 samples</source>
        <translation>Probar 3 ejemplos</translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln document(s)</source>
        <translation>
            <numerusform>Revisar %Ln documento</numerusform>
            <numerusform>Revisar %Ln documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>Aquí está todo leído</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs to add more. Nothing leaves this computer.</source>
        <translation>Suelte fotos, escaneos o PDF para añadir más. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs</source>
        <translation>Suelte fotos, escaneos o PDF</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Nada por revisar</translation>
    </message>
    <message>
        <source>What has been read waits here until you have compared it with its page.</source>
        <translation>Lo leído espera aquí hasta que lo haya comparado con su página.</translation>
    </message>
    <message>
        <source>Nothing approved yet</source>
        <translation>Todavía no hay nada aprobado</translation>
    </message>
    <message>
        <source>Documents come here once you have checked and approved them.</source>
        <translation>Los documentos llegan aquí cuando los ha revisado y aprobado.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Ningún problema</translation>
    </message>
    <message>
        <source>What could not be read, or was marked as a problem, waits here with what to do.</source>
        <translation>Lo que no se pudo leer, o se marcó como problema, espera aquí con lo que hay que hacer.</translation>
    </message>
    <message numerus="yes">
        <source>What you move here can be restored for %Ln day(s).</source>
        <translation>
            <numerusform>Lo que mueva aquí se puede restaurar durante %Ln día.</numerusform>
            <numerusform>Lo que mueva aquí se puede restaurar durante %Ln días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names and all that was read were searched. Try fewer words, or only their beginning.</source>
        <translation>Se buscó en los nombres y en todo lo leído. Pruebe con menos palabras, o solo con su comienzo.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La papelera está vacía</translation>
    </message>
    <message>
        <source>No documents here yet</source>
        <translation>Todavía no hay documentos aquí</translation>
    </message>
    <message>
        <source>Choose documents in any list, then “Put into a case”.</source>
        <translation>Elija documentos en cualquier lista y luego «Poner en un caso».</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”</source>
        <translation>No se encontró nada para «%1»</translation>
    </message>
    <message>
        <source>Nothing here fits these filters</source>
        <translation>Nada aquí cumple estos filtros</translation>
    </message>
    <message>
        <source>Remove a filter to see more.</source>
        <translation>Quite un filtro para ver más.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>&amp;Reading</source>
        <translation>Lectu&amp;ra</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation>Eti&amp;queta</translation>
    </message>
    <message>
        <source>C&amp;ase</source>
        <translation>Ca&amp;so</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Dónde</translation>
    </message>
    <message>
        <source>Has lines below %1</source>
        <translation>Tiene líneas por debajo de %1</translation>
    </message>
    <message>
        <source>All lines from %1</source>
        <translation>Todas las líneas desde %1</translation>
    </message>
    <message>
        <source>&amp;Confidence</source>
        <translation>&amp;Confianza</translation>
    </message>
    <message>
        <source>A&amp;dded</source>
        <translation>&amp;Añadido</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>En los últimos 7 días</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>En los últimos 30 días</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>From a day to a day…</source>
        <translation>De un día a otro…</translation>
    </message>
    <message>
        <source>P&amp;hotos show</source>
        <translation>Las &amp;fotos muestran</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>Mostrar solo algunos de estos documentos</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>Sort, and choose columns</source>
        <translation>Ordenar y elegir columnas</translation>
    </message>
    <message>
        <source>The columns as they come</source>
        <translation>Las columnas originales</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 de %2 elegidos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s), the nearest first</source>
        <translation>
            <numerusform>%Ln documento, el más parecido primero</numerusform>
            <numerusform>%Ln documentos, los más parecidos primero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) found</source>
        <translation>
            <numerusform>%Ln documento encontrado</numerusform>
            <numerusform>%Ln documentos encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, within longer words</source>
        <translation>%1, dentro de palabras más largas</translation>
    </message>
    <message>
        <source>%1; these are the best %2</source>
        <translation>%1; estos son los %2 mejores</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Lo más parecido primero</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>Nombre, de la A a la Z</translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation>Nombre, de la Z a la A</translation>
    </message>
    <message>
        <source>What needs you first</source>
        <translation>Primero lo que le necesita</translation>
    </message>
    <message>
        <source>What is done first</source>
        <translation>Primero lo terminado</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translation>Primero los más dudosos</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Primero los más seguros</translation>
    </message>
    <message>
        <source>Fewest pages first</source>
        <translation>Primero los de menos páginas</translation>
    </message>
    <message>
        <source>Most pages first</source>
        <translation>Primero los de más páginas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language, backwards</source>
        <translation>Idioma, al revés</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Type, backwards</source>
        <translation>Tipo, al revés</translation>
    </message>
    <message>
        <source>Added first</source>
        <translation>Añadidos primero</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>Añadidos al final</translation>
    </message>
    <message>
        <source>Checked first</source>
        <translation>Revisados primero</translation>
    </message>
    <message>
        <source>Checked last</source>
        <translation>Revisados al final</translation>
    </message>
</context>
<context>
    <name>MarksQuestion</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>In the trash</source>
        <translation>En la papelera</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Etiqueta: %1</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>Caso: %1</translation>
    </message>
    <message>
        <source>Name has: %1</source>
        <translation>El nombre tiene: %1</translation>
    </message>
    <message>
        <source>Added together</source>
        <translation>Añadidos juntos</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>En la entrada</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Con un problema</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Leyéndose</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>Leído en parte</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin revisar</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Doubts: below %1</source>
        <translation>Dudas: por debajo de %1</translation>
    </message>
    <message>
        <source>Sure: from %1</source>
        <translation>Seguro: desde %1</translation>
    </message>
    <message>
        <source>Added on %1</source>
        <translation>Añadido el %1</translation>
    </message>
    <message>
        <source>Added %1 to %2</source>
        <translation>Añadido del %1 al %2</translation>
    </message>
    <message>
        <source>Added since %1</source>
        <translation>Añadido desde el %1</translation>
    </message>
    <message>
        <source>Added until %1</source>
        <translation>Añadido hasta el %1</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Save the original files in</source>
        <translation>Guardar los archivos originales en</translation>
    </message>
    <message numerus="yes">
        <source>%Ln original file(s) saved in %1.</source>
        <translation>
            <numerusform>%Ln archivo original guardado en %1.</numerusform>
            <numerusform>%Ln archivos originales guardados en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
</context>
<context>
    <name>PhotoVerbs</name>
    <message numerus="yes">
        <source>What %Ln page(s) show was changed.</source>
        <translation>
            <numerusform>Se ha cambiado lo que muestra %Ln página.</numerusform>
            <numerusform>Se ha cambiado lo que muestran %Ln páginas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>SearchesView</name>
    <message>
        <source>Saved searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>Todavía no hay búsquedas guardadas</translation>
    </message>
    <message>
        <source>Search or filter any list, then choose “Save this search”: it is kept here.</source>
        <translation>Busque o filtre cualquier lista y elija «Guardar esta búsqueda»: se guarda aquí.</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>Ahora se llama %1.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nombre de la búsqueda</translation>
    </message>
    <message>
        <source>The search %1 was removed.</source>
        <translation>Se quitó la búsqueda %1.</translation>
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
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Leyéndose</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>Leído en parte</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Its time is over</source>
        <translation>Plazo vencido</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Página %1: %2</translation>
    </message>
    <message>
        <source>Its reading was cancelled. Choose “Read again”.</source>
        <translation>Se canceló su lectura. Elija «Leer de nuevo».</translation>
    </message>
    <message>
        <source>Headquarters: %1</source>
        <translation>Sede: %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>todavía sin leer</translation>
    </message>
    <message>
        <source>lowest confidence %1</source>
        <translation>confianza más baja %1</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Árabe</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suajili</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
</context>
</TS>
