<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CheckView</name>
    <message>
        <source>Check</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>What is shown beside the page</source>
        <translation>Lo que se muestra junto a la página</translation>
    </message>
    <message>
        <source>Lines of the page, in reading order</source>
        <translation>Líneas de la página, en orden de lectura</translation>
    </message>
    <message>
        <source>Width of the pages</source>
        <translation>Ancho de las páginas</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>Ancho del texto</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>The reading is not sure here.</source>
        <translation>La lectura no es segura aquí.</translation>
    </message>
    <message>
        <source>Two readings differ here.</source>
        <translation>Dos lecturas difieren aquí.</translation>
    </message>
    <message>
        <source>Two readings differ in a number, a date or a name.</source>
        <translation>Dos lecturas difieren en un número, una fecha o un nombre.</translation>
    </message>
    <message>
        <source>This looks like text, and it could not be read.</source>
        <translation>Esto parece texto y no se pudo leer.</translation>
    </message>
    <message>
        <source>Something on this line was not read.</source>
        <translation>Algo de esta línea no se leyó.</translation>
    </message>
    <message>
        <source>The edge of the picture cuts through this line.</source>
        <translation>El borde de la imagen corta esta línea.</translation>
    </message>
    <message>
        <source>It is not sure in which script this is written.</source>
        <translation>No es seguro con qué escritura está escrito esto.</translation>
    </message>
    <message>
        <source>There is a number here, and numbers are easily misread.</source>
        <translation>Aquí hay un número, y los números se leen mal con facilidad.</translation>
    </message>
    <message>
        <source>You corrected this before, and the page was read anew since.</source>
        <translation>Usted ya corrigió esto, y la página se leyó de nuevo después.</translation>
    </message>
    <message>
        <source>Please look at this line.</source>
        <translation>Mire esta línea, por favor.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>%1 of %2 to check</source>
        <translation>%1 de %2 por revisar</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problema: %1</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>Marcado como problema</translation>
    </message>
    <message>
        <source>Not wholly read yet</source>
        <translation>Aún no leído por completo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) left</source>
        <translation>
            <numerusform>Queda %Ln línea dudosa</numerusform>
            <numerusform>Quedan %Ln líneas dudosas</numerusform>
        </translation>
    </message>
    <message>
        <source>No doubtful lines</source>
        <translation>Ninguna línea dudosa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) on this page, %1 in all</source>
        <translation>
            <numerusform>%Ln línea dudosa en esta página, %1 en total</numerusform>
            <numerusform>%Ln líneas dudosas en esta página, %1 en total</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corregido</translation>
    </message>
    <message>
        <source>Said to be right</source>
        <translation>Dado por correcto</translation>
    </message>
    <message>
        <source>Added a line</source>
        <translation>Línea añadida</translation>
    </message>
    <message>
        <source>Deleted a line</source>
        <translation>Línea borrada</translation>
    </message>
    <message>
        <source>Split a line</source>
        <translation>Línea dividida</translation>
    </message>
    <message>
        <source>Joined lines</source>
        <translation>Líneas unidas</translation>
    </message>
    <message>
        <source>Took this back</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Did this again</source>
        <translation>Rehecho</translation>
    </message>
    <message>
        <source>Approved the document</source>
        <translation>Documento aprobado</translation>
    </message>
    <message>
        <source>Found a problem</source>
        <translation>Problema encontrado</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>Por revisar de nuevo</translation>
    </message>
    <message>
        <source>Renamed the document</source>
        <translation>Documento renombrado</translation>
    </message>
    <message>
        <source>Put the document into the trash</source>
        <translation>Documento enviado a la papelera</translation>
    </message>
    <message>
        <source>Brought the document back from the trash</source>
        <translation>Documento sacado de la papelera</translation>
    </message>
    <message>
        <source>Turned or straightened the page</source>
        <translation>Página girada o enderezada</translation>
    </message>
    <message>
        <source>%1 (taken back since)</source>
        <translation>%1 (deshecho después)</translation>
    </message>
    <message>
        <source>%1 (stands now)</source>
        <translation>%1 (vigente)</translation>
    </message>
    <message>
        <source>%1 (headquarters)</source>
        <translation>%1 (sede)</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>La máquina</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>The whole page</source>
        <translation>Toda la página</translation>
    </message>
    <message>
        <source>The chosen line</source>
        <translation>La línea elegida</translation>
    </message>
    <message>
        <source>Whose history</source>
        <translation>Historial de qué</translation>
    </message>
    <message>
        <source>History, the latest first</source>
        <translation>Historial, lo más reciente primero</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>Aquí aún no ha pasado nada.</translation>
    </message>
    <message>
        <source>Bring the line back</source>
        <translation>Recuperar la línea</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Restaurar esta versión</translation>
    </message>
</context>
<context>
    <name>HqNotes</name>
    <message>
        <source>No reason was given.</source>
        <translation>No se indicó ningún motivo.</translation>
    </message>
    <message>
        <source>%1 at headquarters sent this back: %2</source>
        <translation>%1, en la sede, devolvió esto: %2</translation>
    </message>
    <message numerus="yes">
        <source>On %Ln line(s) headquarters says something else.</source>
        <translation>
            <numerusform>En %Ln línea la sede dice otra cosa.</numerusform>
            <numerusform>En %Ln líneas la sede dice otra cosa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>Mostrar ambas</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>%1 at headquarters: %2</source>
        <translation>%1, en la sede: %2</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Sure</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>No leído</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>Escrito por una persona</translation>
    </message>
    <message>
        <source>Confirmed by a person</source>
        <translation>Confirmado por una persona</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>The machine read: %1</source>
        <translation>La máquina leyó: %1</translation>
    </message>
    <message>
        <source>The machine read nothing here.</source>
        <translation>La máquina no leyó nada aquí.</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Texto de la línea</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>Escriba lo que pone aquí</translation>
    </message>
    <message>
        <source>Or was it this?</source>
        <translation>¿O era esto?</translation>
    </message>
    <message>
        <source>You were typing here: drop it</source>
        <translation>Estaba escribiendo aquí: descartar</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Read this line again, also in another way</source>
        <translation>Leer esta línea de nuevo, también de otro modo</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>Más acciones con esta línea</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>Una línea nueva</translation>
    </message>
    <message>
        <source>Line %1 of %2 · %3</source>
        <translation>Línea %1 de %2 · %3</translation>
    </message>
    <message>
        <source>Take this reading instead: %1</source>
        <translation>Tomar esta lectura: %1</translation>
    </message>
    <message>
        <source>Take this reading instead (%1)</source>
        <translation>Tomar esta lectura (%1)</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>You were typing here.</source>
        <translation>Estaba escribiendo aquí.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Línea %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This page was read anew while you type. The new reading is shown when you finish this line.</source>
        <translation>Esta página se leyó de nuevo mientras escribe. La lectura nueva se muestra cuando termine esta línea.</translation>
    </message>
    <message>
        <source>This page is being read again. What stands here stays until then.</source>
        <translation>Esta página se está leyendo de nuevo. Lo que hay aquí se queda hasta entonces.</translation>
    </message>
    <message>
        <source>This page could not be read again: %1</source>
        <translation>Esta página no se pudo leer de nuevo: %1</translation>
    </message>
    <message>
        <source>You typed this before the page was read anew: %1</source>
        <translation>Escribió esto antes de que la página se leyera de nuevo: %1</translation>
    </message>
    <message>
        <source>You were adding this line: %1</source>
        <translation>Estaba añadiendo esta línea: %1</translation>
    </message>
    <message>
        <source>You were typing here: %1</source>
        <translation>Estaba escribiendo aquí: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Put it into the chosen line</source>
        <translation>Ponerlo en la línea elegida</translation>
    </message>
    <message>
        <source>Show its place</source>
        <translation>Mostrar su lugar</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>No text was found on this page. It may be blank, or too dark or blurred to be read.</source>
        <translation>No se encontró texto en esta página. Puede estar en blanco, o demasiado oscura o borrosa para leerse.</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Añadir una línea</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>This is a photo of a sheet: the sheet was straightened, and what lies around it was left out.</source>
        <translation>Es la foto de una hoja: la hoja se enderezó y lo que la rodea se dejó fuera.</translation>
    </message>
    <message>
        <source>This page may have been turned the wrong way: it is not certain which way is up.</source>
        <translation>Puede que esta página se haya girado al revés: no es seguro cuál es la parte de arriba.</translation>
    </message>
    <message>
        <source>The image is blurred: letters and whole lines may be missing or wrong. Take a sharper one if you can, or compare every line.</source>
        <translation>La imagen está borrosa: pueden faltar letras y líneas enteras, o estar mal. Haga una más nítida si puede, o compare cada línea.</translation>
    </message>
    <message>
        <source>The image is dark: some of the text may have been overlooked.</source>
        <translation>La imagen es oscura: puede que se haya pasado por alto parte del texto.</translation>
    </message>
    <message>
        <source>Light is reflected from the page: what lies under it cannot be read.</source>
        <translation>La página refleja luz: lo que hay debajo no se puede leer.</translation>
    </message>
    <message>
        <source>One place on this page looks like text but could not be read.</source>
        <translation>Un lugar de esta página parece texto, pero no se pudo leer.</translation>
    </message>
    <message>
        <source>%1 places on this page look like text but could not be read.</source>
        <translation>%1 lugares de esta página parecen texto, pero no se pudieron leer.</translation>
    </message>
    <message>
        <source>This is an animation; only its first picture is read.</source>
        <translation>Es una animación; solo se lee su primera imagen.</translation>
    </message>
    <message>
        <source>Page %1 is damaged, and pages after it cannot be reached.</source>
        <translation>La página %1 está dañada, y no se puede llegar a las que la siguen.</translation>
    </message>
    <message>
        <source>Part of the additional data in this file is damaged; the image itself was read.</source>
        <translation>Parte de los datos adicionales de este archivo está dañada; la imagen misma se leyó.</translation>
    </message>
    <message>
        <source>The name ends in %1, but the content is a %2; it was read as that.</source>
        <translation>El nombre termina en %1, pero el contenido es: %2; se leyó como tal.</translation>
    </message>
    <message>
        <source>The end of this PDF is missing; pages or parts of pages may have been lost.</source>
        <translation>Falta el final de este PDF; pueden haberse perdido páginas o partes de páginas.</translation>
    </message>
    <message>
        <source>This PDF is a dynamic (XFA) form; what is filled in may not be visible. Print it to a new PDF to be sure.</source>
        <translation>Este PDF es un formulario dinámico (XFA); puede que no se vea lo que se rellenó. Imprímalo en un PDF nuevo para estar seguro.</translation>
    </message>
    <message>
        <source>The text that this PDF page carries was not taken, because %1; the page was read from its image.</source>
        <translation>El texto que lleva esta página PDF no se tomó, porque %1; la página se leyó de su imagen.</translation>
    </message>
    <message>
        <source>This PDF carries %1 attached file(s), which are not read.</source>
        <translation>Este PDF lleva archivos adjuntos (%1), que no se leen.</translation>
    </message>
    <message>
        <source>This page is very large (%1 × %2 inches); it was read at %3 instead of %4 dpi, so small text may be lost.</source>
        <translation>Esta página es muy grande (%1 × %2 pulgadas); se leyó a %3 en vez de %4 ppp, así que puede haberse perdido texto pequeño.</translation>
    </message>
    <message>
        <source>an image covers much of the page and may hold other text</source>
        <translation>una imagen cubre gran parte de la página y puede contener otro texto</translation>
    </message>
    <message>
        <source>fields are filled in or notes were added, which it does not hold</source>
        <translation>hay campos rellenados o notas añadidas que no contiene</translation>
    </message>
    <message>
        <source>part of it is invisible, as an earlier OCR leaves it</source>
        <translation>una parte es invisible, como la deja una lectura automática anterior</translation>
    </message>
    <message>
        <source>its letters seem to have no known meaning</source>
        <translation>sus letras no parecen tener un significado conocido</translation>
    </message>
    <message>
        <source>some of its letters have no known meaning</source>
        <translation>algunas de sus letras no tienen un significado conocido</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>What is wrong with %1?</source>
        <translation>¿Qué problema tiene %1?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Say it in your own words, or choose</source>
        <translation>Dígalo con sus palabras, o elija</translation>
    </message>
    <message>
        <source>The picture is too blurred or too dark</source>
        <translation>La imagen está demasiado borrosa u oscura</translation>
    </message>
    <message>
        <source>A page or a part is missing</source>
        <translation>Falta una página o una parte</translation>
    </message>
    <message>
        <source>It is the wrong document</source>
        <translation>Es el documento equivocado</translation>
    </message>
    <message>
        <source>Somebody who knows must look at it</source>
        <translation>Debe mirarlo alguien que sepa</translation>
    </message>
    <message>
        <source>Mark as a problem</source>
        <translation>Marcar como problema</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ProposalNote</name>
    <message>
        <source>Keep what stands</source>
        <translation>Dejar lo que hay</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Tomar esto</translation>
    </message>
    <message>
        <source>This place is being read again…</source>
        <translation>Este lugar se está leyendo de nuevo…</translation>
    </message>
    <message>
        <source>It reads the same again: %1</source>
        <translation>Se lee lo mismo: %1</translation>
    </message>
    <message>
        <source>Now it reads: %1</source>
        <translation>Ahora se lee: %1</translation>
    </message>
    <message>
        <source>No text was found in this place.</source>
        <translation>No se encontró texto en este lugar.</translation>
    </message>
    <message>
        <source>It could not be read again.</source>
        <translation>No se pudo leer de nuevo.</translation>
    </message>
</context>
<context>
    <name>StripEditor</name>
    <message>
        <source>Text of the line, on the page</source>
        <translation>Texto de la línea, en la página</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>Escriba lo que pone aquí</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>Más acciones con esta línea</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>The line was deleted.</source>
        <translation>La línea se borró.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The line reads as it did before.</source>
        <translation>La línea vuelve a estar como antes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>%Ln línea copiada.</numerusform>
            <numerusform>%Ln líneas copiadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line without text is nothing. Delete it if nothing stands there.</source>
        <translation>Una línea sin texto no es nada. Bórrela si ahí no pone nada.</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Borrar la línea</translation>
    </message>
    <message>
        <source>The page was read anew while you typed. See whether your text belongs to this line, and save it once more.</source>
        <translation>La página se leyó de nuevo mientras escribía. Vea si su texto corresponde a esta línea y guárdelo otra vez.</translation>
    </message>
    <message>
        <source>There is nothing to undo on this page.</source>
        <translation>No hay nada que deshacer en esta página.</translation>
    </message>
    <message>
        <source>There is nothing to do again on this page.</source>
        <translation>No hay nada que rehacer en esta página.</translation>
    </message>
    <message>
        <source>No line follows with which this one could be joined.</source>
        <translation>No sigue ninguna línea con la que unir esta.</translation>
    </message>
    <message>
        <source>Your change was dropped.</source>
        <translation>Su cambio se descartó.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperarlo</translation>
    </message>
    <message>
        <source>No other doubtful line is left in this document.</source>
        <translation>No queda ninguna otra línea dudosa en este documento.</translation>
    </message>
    <message>
        <source>Draw a box around the text on the page. Esc leaves it.</source>
        <translation>Dibuje un recuadro alrededor del texto en la página. Esc lo deja.</translation>
    </message>
    <message>
        <source>Turned left. The page is being read again.</source>
        <translation>Girada a la izquierda. La página se está leyendo de nuevo.</translation>
    </message>
    <message>
        <source>Turned right. The page is being read again.</source>
        <translation>Girada a la derecha. La página se está leyendo de nuevo.</translation>
    </message>
    <message>
        <source>Straightened. The page is being read again.</source>
        <translation>Enderezada. La página se está leyendo de nuevo.</translation>
    </message>
    <message>
        <source>The page is as it was before, and is being read again.</source>
        <translation>La página está como antes y se está leyendo de nuevo.</translation>
    </message>
    <message>
        <source>What the page shows was changed.</source>
        <translation>Se ha cambiado lo que muestra la página.</translation>
    </message>
    <message>
        <source>The page is read again. What you corrected is kept.</source>
        <translation>La página se lee de nuevo. Lo que corrigió se conserva.</translation>
    </message>
    <message>
        <source>%1 could not be changed: somebody else has changed it, or it lies in the trash.</source>
        <translation>No se pudo cambiar %1: otra persona lo cambió, o está en la papelera.</translation>
    </message>
    <message>
        <source>%1 is approved.</source>
        <translation>%1 está aprobado.</translation>
    </message>
    <message>
        <source>%1 is marked as a problem.</source>
        <translation>%1 está marcado como problema.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 está como antes.</translation>
    </message>
    <message>
        <source>Not every page is read yet. Wait for the pages, or mark the document as a problem.</source>
        <translation>Aún no se han leído todas las páginas. Espérelas, o marque el documento como problema.</translation>
    </message>
    <message>
        <source>This page is being read again. Wait until it is there, then approve.</source>
        <translation>Esta página se está leyendo de nuevo. Espere a que esté y después apruebe.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not looked at. Press Approve once more to approve all the same.</source>
        <translation>
            <numerusform>No se miró %Ln línea dudosa. Pulse Aprobar otra vez para aprobar de todos modos.</numerusform>
            <numerusform>No se miraron %Ln líneas dudosas. Pulse Aprobar otra vez para aprobar de todos modos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlas</translation>
    </message>
    <message>
        <source>This is the only document to check.</source>
        <translation>Este es el único documento por revisar.</translation>
    </message>
    <message>
        <source>Undone: %1 → %2</source>
        <translation>Deshecho: %1 → %2</translation>
    </message>
    <message>
        <source>Done again: %1 → %2</source>
        <translation>Rehecho: %1 → %2</translation>
    </message>
    <message>
        <source>Undone: %1 was right</source>
        <translation>Deshecho: %1 era correcto</translation>
    </message>
    <message>
        <source>Done again: %1 is right</source>
        <translation>Rehecho: %1 es correcto</translation>
    </message>
    <message>
        <source>Undone: the line %2 was added</source>
        <translation>Deshecho: se había añadido la línea %2</translation>
    </message>
    <message>
        <source>Done again: the line %2 is added</source>
        <translation>Rehecho: se añade la línea %2</translation>
    </message>
    <message>
        <source>Undone: the line %1 was deleted</source>
        <translation>Deshecho: se había borrado la línea %1</translation>
    </message>
    <message>
        <source>Done again: the line %1 is deleted</source>
        <translation>Rehecho: se borra la línea %1</translation>
    </message>
    <message>
        <source>Undone: the line was split</source>
        <translation>Deshecho: la línea se había dividido</translation>
    </message>
    <message>
        <source>Done again: the line is split</source>
        <translation>Rehecho: la línea se divide</translation>
    </message>
    <message>
        <source>Undone: the lines were joined</source>
        <translation>Deshecho: las líneas se habían unido</translation>
    </message>
    <message>
        <source>Done again: the lines are joined</source>
        <translation>Rehecho: las líneas se unen</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>You were typing in %1, page %2.</source>
        <translation>Estaba escribiendo en %1, página %2.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>This page waits to be read</source>
        <translation>Esta página espera a ser leída</translation>
    </message>
    <message>
        <source>It appears here as soon as it is read.</source>
        <translation>Aparecerá aquí en cuanto se lea.</translation>
    </message>
    <message>
        <source>This page is being read</source>
        <translation>Esta página se está leyendo</translation>
    </message>
    <message>
        <source>Its reading was cancelled.</source>
        <translation>Su lectura se canceló.</translation>
    </message>
    <message>
        <source>This page is not read</source>
        <translation>Esta página no está leída</translation>
    </message>
    <message>
        <source>Nothing is left to check</source>
        <translation>No queda nada por revisar</translation>
    </message>
    <message>
        <source>Every document that is read has been looked at.</source>
        <translation>Todos los documentos leídos se han visto.</translation>
    </message>
    <message>
        <source>To the documents</source>
        <translation>A los documentos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>As it is set</source>
        <translation>Según los ajustes</translation>
    </message>
    <message>
        <source>As Arabic</source>
        <translation>Como árabe</translation>
    </message>
    <message>
        <source>As English, French, Spanish or Swahili</source>
        <translation>Como inglés, francés, español o suajili</translation>
    </message>
    <message>
        <source>With PP-OCR</source>
        <translation>Con PP-OCR</translation>
    </message>
    <message>
        <source>With Tesseract</source>
        <translation>Con Tesseract</translation>
    </message>
    <message>
        <source>With EasyOCR</source>
        <translation>Con EasyOCR</translation>
    </message>
</context>
</TS>
