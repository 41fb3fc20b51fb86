<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CornersPanel</name>
    <message>
        <source>The sides cross each other. Put each corner at its own corner.</source>
        <translation>Los lados se cruzan. Ponga cada punto en su propia esquina.</translation>
    </message>
    <message>
        <source>Two corners lie too near to each other.</source>
        <translation>Dos esquinas están demasiado cerca una de otra.</translation>
    </message>
    <message>
        <source>Straighten by its corners</source>
        <translation>Enderezar por sus esquinas</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Cómo quedará</translation>
    </message>
    <message>
        <source>Drag the four points to the corners of the sheet.</source>
        <translation>Arrastre los cuatro puntos hasta las esquinas de la hoja.</translation>
    </message>
    <message>
        <source>Tab goes to the next corner, the arrow keys move it, Enter straightens, Esc leaves it.</source>
        <translation>Tab va a la esquina siguiente, las flechas la mueven, Intro endereza, Esc lo deja como está.</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Enderezar</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Página entera</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message>
        <source>Draw a box around the words. Esc leaves it.</source>
        <translation>Dibuje un recuadro alrededor de las palabras. Esc para dejarlo.</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Page %1. %2</source>
        <translation>Página %1. %2</translation>
    </message>
    <message>
        <source>Page %1, not read yet</source>
        <translation>Página %1, aún sin leer</translation>
    </message>
    <message numerus="yes">
        <source>Page %1, %Ln line(s) to look at</source>
        <translation>
            <numerusform>Página %1, %Ln línea por revisar</numerusform>
            <numerusform>Página %1, %Ln líneas por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, nothing to look at</source>
        <translation>Página %1, nada que revisar</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pages of the document</source>
        <translation>Páginas del documento</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Línea %1 de %2</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>Dudoso: %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>No se pudo leer: %1</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Corregido: %1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Confirmado: %1</translation>
    </message>
    <message>
        <source>Boxes on the page</source>
        <translation>Recuadros de la página</translation>
    </message>
</context>
<context>
    <name>StateMessage</name>
    <message>
        <source>The page is being opened…</source>
        <translation>Abriendo la página…</translation>
    </message>
    <message>
        <source>The picture of this page is missing</source>
        <translation>Falta la imagen de esta página</translation>
    </message>
    <message>
        <source>Its text is kept. Read the document again to make the picture anew.</source>
        <translation>Su texto se conserva. Vuelva a leer el documento para rehacer la imagen.</translation>
    </message>
</context>
</TS>
