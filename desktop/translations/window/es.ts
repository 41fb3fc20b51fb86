<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>There is no picture and no file to paste.</source>
        <translation>No hay ninguna imagen ni archivo que pegar.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message numerus="yes">
        <source>Adding files: %Ln so far</source>
        <translation>
            <numerusform>Añadiendo archivos: %Ln hasta ahora</numerusform>
            <numerusform>Añadiendo archivos: %Ln hasta ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Give the password</source>
        <translation>Dar la contraseña</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added.</source>
        <translation>
            <numerusform>%Ln documento añadido.</numerusform>
            <numerusform>%Ln documentos añadidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be added.</source>
        <translation>
            <numerusform>%Ln archivo no se pudo añadir.</numerusform>
            <numerusform>%Ln archivos no se pudieron añadir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) did not get in.</source>
        <translation>
            <numerusform>%Ln archivo no se ha añadido.</numerusform>
            <numerusform>%Ln archivos no se han añadido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were here already.</source>
        <translation>
            <numerusform>%Ln archivo ya estaba aquí.</numerusform>
            <numerusform>%Ln archivos ya estaban aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lie in the trash.</source>
        <translation>
            <numerusform>%Ln de ellos está en la papelera.</numerusform>
            <numerusform>%Ln de ellos están en la papelera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding was stopped.</source>
        <translation>Se detuvo la adición.</translation>
    </message>
    <message>
        <source>There was nothing in it that can be added.</source>
        <translation>No había nada que se pudiera añadir.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>cerca de %Ln minuto</numerusform>
            <numerusform>unos %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>cerca de %Ln hora</numerusform>
            <numerusform>unas %Ln horas</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>menos de un minuto</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to add</source>
        <translation>Suelte para añadir</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nada sale de este ordenador.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The reader stopped and was started again. Nothing is lost.</source>
        <translation>El lector se detuvo y se reinició. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>Reading waits and is tried again: %1</source>
        <translation>La lectura espera y se intentará de nuevo: %1</translation>
    </message>
    <message>
        <source>Nothing can be read: %1</source>
        <translation>No se puede leer nada: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LeftOver</name>
    <message numerus="yes">
        <source>%Ln file(s) of %1 are not added yet.</source>
        <translation>
            <numerusform>%Ln archivo de %1 aún no se ha añadido.</numerusform>
            <numerusform>%Ln archivos de %1 aún no se han añadido.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you close now, Sanduku offers them at the next start.</source>
        <translation>Si cierra ahora, Sanduku los ofrecerá la próxima vez que se abra.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Cerrar de todos modos</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message numerus="yes">
        <source>Adding goes on: %Ln file(s) were left when the library was locked.</source>
        <translation>
            <numerusform>Se siguen añadiendo archivos: quedaba %Ln cuando se bloqueó la biblioteca.</numerusform>
            <numerusform>Se siguen añadiendo archivos: quedaban %Ln cuando se bloqueó la biblioteca.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) were not added to the end.</source>
        <translation>
            <numerusform>%Ln archivo o carpeta no se añadió hasta el final.</numerusform>
            <numerusform>%Ln archivos o carpetas no se añadieron hasta el final.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sanduku was closed before. What is in the library already is not added twice.</source>
        <translation>Sanduku se cerró antes. Lo que ya está en la biblioteca no se añade dos veces.</translation>
    </message>
    <message>
        <source>Go on adding</source>
        <translation>Seguir añadiendo</translation>
    </message>
    <message>
        <source>Do not add them</source>
        <translation>No añadirlos</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Protected files</source>
        <translation>Archivos protegidos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need(s) a password:</source>
        <translation>
            <numerusform>%Ln archivo solo se abre con contraseña:</numerusform>
            <numerusform>%Ln archivos solo se abren con contraseña:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln más</numerusform>
            <numerusform>%Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>This password did not open them. Mind capital letters and the keyboard's language.</source>
        <translation>Esta contraseña no los abrió. Fíjese en las mayúsculas y en el idioma del teclado.</translation>
    </message>
    <message>
        <source>The password is kept in the encrypted library, so that the files can be read again.</source>
        <translation>La contraseña se guarda en la biblioteca cifrada, para que los archivos se puedan volver a leer.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>All cases…</source>
        <translation>Todos los casos…</translation>
    </message>
    <message>
        <source>All saved searches…</source>
        <translation>Todas las búsquedas…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listos</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Files that could not be added</source>
        <translation>Archivos que no se pudieron añadir</translation>
    </message>
    <message>
        <source>%1: did not get in.</source>
        <translation>%1: no se ha añadido.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Nothing is being read</source>
        <translation>No se está leyendo nada</translation>
    </message>
    <message>
        <source>Show what is being read</source>
        <translation>Mostrar lo que se está leyendo</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>No se envía nada</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Añadir documentos</translation>
    </message>
    <message>
        <source>Add photos, scans or PDFs</source>
        <translation>Añadir fotos, escaneos o PDF</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>Buscar fotos por lo que muestran</translation>
    </message>
    <message>
        <source>Find photos by what they show, instead of what was read</source>
        <translation>Buscar fotos por lo que muestran, no por lo que se leyó</translation>
    </message>
    <message>
        <source>Updated: close it and open it again</source>
        <translation>Actualizado: ciérrelo y vuelva a abrirlo</translation>
    </message>
    <message>
        <source>Search names and everything that was read</source>
        <translation>Buscar en los nombres y en todo lo leído</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>What the photos show, such as: people at a well</source>
        <translation>Lo que muestran las fotos, por ejemplo: gente junto a un pozo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menú (F10)</translation>
    </message>
    <message numerus="yes">
        <source>Reading, %Ln left</source>
        <translation>
            <numerusform>Leyendo, queda %Ln</numerusform>
            <numerusform>Leyendo, quedan %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln left</source>
        <translation>
            <numerusform>En pausa, queda %Ln</numerusform>
            <numerusform>En pausa, quedan %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %Ln left</source>
        <translation>
            <numerusform>En espera, queda %Ln</numerusform>
            <numerusform>En espera, quedan %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading is not possible</source>
        <translation>No es posible leer</translation>
    </message>
</context>
</TS>
