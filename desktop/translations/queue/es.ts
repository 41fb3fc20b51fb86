<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>FinishedPage</name>
    <message>
        <source>Documents that are done</source>
        <translation>Documentos terminados</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer otra vez</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>Sus correcciones se conservan</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>Ver la papelera</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>Nothing can be read now</source>
        <translation>Ahora no se puede leer nada</translation>
    </message>
    <message>
        <source>Reading waits</source>
        <translation>La lectura espera</translation>
    </message>
    <message>
        <source>It goes on by itself once that is mended.</source>
        <translation>Continúa sola en cuanto se arregle.</translation>
    </message>
    <message numerus="yes">
        <source>The reader stopped by itself %Ln time(s), last at %1.</source>
        <translation>
            <numerusform>El lector se detuvo solo %Ln vez, a las %1.</numerusform>
            <numerusform>El lector se detuvo solo %Ln veces, la última a las %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Reiniciado</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost: %Ln page(s) it had in hand are read again.</source>
        <translation>
            <numerusform>No se ha perdido nada: %Ln página que tenía en curso se lee de nuevo.</numerusform>
            <numerusform>No se ha perdido nada: %Ln páginas que tenía en curso se leen de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>No se ha perdido nada.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Lo he visto</translation>
    </message>
    <message>
        <source>The watched folder cannot be reached</source>
        <translation>No se puede acceder a la carpeta vigilada</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder. Until then nothing is taken from it.</source>
        <translation>Conecte su disco o elija otra carpeta. Hasta entonces no se toma nada de ella.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
</context>
<context>
    <name>NowRow</name>
    <message>
        <source>Do not read this page</source>
        <translation>No leer esta página</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Try all again</source>
        <translation>Intentar todo de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>Give one password for %Ln file(s)…</source>
        <translation>
            <numerusform>Dar una contraseña para %Ln archivo…</numerusform>
            <numerusform>Dar una contraseña para %Ln archivos…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, not shown here</source>
        <translation>
            <numerusform>%Ln más, no se muestra aquí</numerusform>
            <numerusform>%Ln más, no se muestran aquí</numerusform>
        </translation>
    </message>
    <message>
        <source>Add again</source>
        <translation>Añadir de nuevo</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>Ver la papelera</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Mostrar la página</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>Dar la contraseña…</translation>
    </message>
    <message>
        <source>Remove the document</source>
        <translation>Quitar el documento</translation>
    </message>
</context>
<context>
    <name>QueueCounts</name>
    <message numerus="yes">
        <source>%Ln page(s) of %1</source>
        <translation>
            <numerusform>%Ln página de %1</numerusform>
            <numerusform>%Ln páginas de %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>%Ln página leída</numerusform>
            <numerusform>%Ln páginas leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of %1 read</source>
        <translation>
            <numerusform>%Ln página de %1 leída</numerusform>
            <numerusform>%Ln páginas de %1 leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) left</source>
        <translation>
            <numerusform>Queda %Ln página</numerusform>
            <numerusform>Quedan %Ln páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>%Ln página por minuto</numerusform>
            <numerusform>%Ln páginas por minuto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln segundo</numerusform>
            <numerusform>%Ln segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minuto</numerusform>
            <numerusform>%Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hora</numerusform>
            <numerusform>%Ln horas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
    <message numerus="yes">
        <source>%Ln page(s) will not be read.</source>
        <translation>
            <numerusform>%Ln página no se leerá.</numerusform>
            <numerusform>%Ln páginas no se leerán.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 está en la papelera.</translation>
    </message>
</context>
<context>
    <name>QueueDrawer</name>
    <message>
        <source>The queue</source>
        <translation>La cola</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Close the queue</source>
        <translation>Cerrar la cola</translation>
    </message>
    <message>
        <source>Parts of the queue</source>
        <translation>Partes de la cola</translation>
    </message>
    <message>
        <source>How far the reading is</source>
        <translation>Avance de la lectura</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>No hay nada en espera</translation>
    </message>
    <message>
        <source>What you add is read at once, one page after the other.</source>
        <translation>Lo que añada se lee enseguida, una página tras otra.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Ningún problema</translation>
    </message>
    <message>
        <source>If a page cannot be read, it is told here with what helps.</source>
        <translation>Si una página no se puede leer, se dice aquí junto con lo que ayuda.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>What is read while the window is open is listed here.</source>
        <translation>Aquí aparece lo que se lee mientras la ventana está abierta.</translation>
    </message>
</context>
<context>
    <name>QueueTelling</name>
    <message>
        <source>A box of page %1</source>
        <translation>Un recuadro de la página %1</translation>
    </message>
    <message>
        <source>A model looks at page %1</source>
        <translation>Un modelo mira la página %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>is being stopped</source>
        <translation>se está deteniendo</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>waits until you go on</source>
        <translation>espera a que usted continúe</translation>
    </message>
    <message>
        <source>is tried again in %1</source>
        <translation>se intenta de nuevo en %1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>página %1</translation>
    </message>
    <message>
        <source>pages %1</source>
        <translation>páginas %1</translation>
    </message>
    <message>
        <source>Not read, as you wished</source>
        <translation>No leído, como usted quiso</translation>
    </message>
    <message>
        <source>Nothing waits to be read</source>
        <translation>Nada espera ser leído</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>desde hace %1</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Documents that wait to be read</source>
        <translation>Documentos que esperan ser leídos</translation>
    </message>
</context>
</TS>
