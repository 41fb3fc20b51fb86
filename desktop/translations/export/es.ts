<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ExistingNote</name>
    <message>
        <source>Keep both: give the new file a number</source>
        <translation>Conservar ambos: numerar el archivo nuevo</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Reemplazar lo que hay</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of these names are there already.</source>
        <translation>
            <numerusform>Ya hay %Ln archivo con este nombre.</numerusform>
            <numerusform>Ya hay %Ln archivos con estos nombres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Where shall the files go?</source>
        <translation>¿Dónde se guardan los archivos?</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln document(s)</source>
        <translation>
            <numerusform>Exportar %Ln documento</numerusform>
            <numerusform>Exportar %Ln documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>Elija una carpeta para los archivos.</translation>
    </message>
    <message>
        <source>%1 (replaces what is there)</source>
        <translation>%1 (reemplaza lo que hay)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped the export. Files that were finished are kept.</source>
        <translation>Ha detenido la exportación. Los archivos terminados se conservan.</translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln file(s)</source>
        <translation>
            <numerusform>Escribir %Ln archivo</numerusform>
            <numerusform>Escribir %Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Nombres de los archivos</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>A file for each document</source>
        <translation>Un archivo por documento</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Lo que se escribirá</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>Avance de la exportación</translation>
    </message>
</context>
<context>
    <name>FindingsNote</name>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not checked.</source>
        <translation>
            <numerusform>%Ln línea dudosa no se ha revisado.</numerusform>
            <numerusform>%Ln líneas dudosas no se han revisado.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are exported as they were read.</source>
        <translation>Se exportan tal como se leyeron.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and are left out.</source>
        <translation>
            <numerusform>%Ln página aún no se ha leído y se omite.</numerusform>
            <numerusform>%Ln páginas aún no se han leído y se omiten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Searchable PDF</source>
        <translation>PDF con búsqueda</translation>
    </message>
    <message>
        <source>Looks like the paper, and its text can be searched and copied.</source>
        <translation>Se ve como el papel; su texto se puede buscar y copiar.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Libro de Excel</translation>
    </message>
    <message>
        <source>Every line in a row, and tables on sheets of their own.</source>
        <translation>Cada línea en una fila, y las tablas en hojas propias.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>For databases and any spreadsheet; corrected lines can come back.</source>
        <translation>Para bases de datos y hojas de cálculo; las líneas corregidas pueden volver.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texto simple</translation>
    </message>
    <message>
        <source>The words alone. Opens everywhere, also on a phone.</source>
        <translation>Solo las palabras. Se abre en todas partes, también en un teléfono.</translation>
    </message>
    <message>
        <source>Text with tables</source>
        <translation>Texto con tablas</translation>
    </message>
    <message>
        <source>For notes and web pages; doubtful lines are marked.</source>
        <translation>Para notas y páginas web; las líneas dudosas van marcadas.</translation>
    </message>
    <message>
        <source>For programs (JSON Lines)</source>
        <translation>Para programas (JSON Lines)</translation>
    </message>
    <message>
        <source>Everything Sanduku knows: places, confidence, other readings.</source>
        <translation>Todo lo que Sanduku sabe: lugares, confianza, otras lecturas.</translation>
    </message>
    <message>
        <source>Layout (hOCR)</source>
        <translation>Disposición (hOCR)</translation>
    </message>
    <message>
        <source>For other reading programs: the text with its place on the page.</source>
        <translation>Para otros programas de lectura: el texto con su lugar en la página.</translation>
    </message>
    <message>
        <source>Archive (ALTO)</source>
        <translation>Archivo histórico (ALTO)</translation>
    </message>
    <message>
        <source>The standard of libraries and archives.</source>
        <translation>El estándar de bibliotecas y archivos.</translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message numerus="yes">
        <source>%Ln file(s) written to %1.</source>
        <translation>
            <numerusform>%Ln archivo escrito en %1.</numerusform>
            <numerusform>%Ln archivos escritos en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sent to the printer.</source>
        <translation>
            <numerusform>%Ln página enviada a la impresora.</numerusform>
            <numerusform>%Ln páginas enviadas a la impresora.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>File names</source>
        <translation>Nombres de los archivos</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Put something that differs from file to file into the name</source>
        <translation>Poner en el nombre algo que cambia de un archivo a otro</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>Nombre del documento</translation>
    </message>
    <message>
        <source>Number, counted from 1</source>
        <translation>Número, desde 1</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>Fecha de hoy</translation>
    </message>
    <message>
        <source>Date on which it was added</source>
        <translation>Fecha en que se añadió</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Its identity in the library</source>
        <translation>Su identificador en la biblioteca</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>There is no picture of this page yet.</source>
        <translation>Aún no hay imagen de esta página.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %Ln document(s)</source>
        <translation>
            <numerusform>Imprimir %Ln documento</numerusform>
            <numerusform>Imprimir %Ln documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Sheet before</source>
        <translation>Hoja anterior</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Hoja siguiente</translation>
    </message>
    <message>
        <source>How far the printing is</source>
        <translation>Avance de la impresión</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>As they look, one on each sheet.</source>
        <translation>Tal como se ven, una por hoja.</translation>
    </message>
    <message>
        <source>Pages with text</source>
        <translation>Páginas con texto</translation>
    </message>
    <message>
        <source>Each page, and on the next sheet what was read on it.</source>
        <translation>Cada página y, en la hoja siguiente, lo que se leyó en ella.</translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation>Solo el texto</translation>
    </message>
    <message>
        <source>What was read, with a mark at every doubtful line.</source>
        <translation>Lo que se leyó, con una marca en cada línea dudosa.</translation>
    </message>
    <message>
        <source>No page of this is read yet.</source>
        <translation>Aún no se ha leído ninguna página.</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>Hoja %1</translation>
    </message>
    <message>
        <source>You stopped the printing.</source>
        <translation>Ha detenido la impresión.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
</TS>
