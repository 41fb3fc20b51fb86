<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation>Vigilar una carpeta</translation>
    </message>
    <message>
        <source>Every file that is put into the folder is added by itself as soon as it is complete, for example by a scanner. The files stay where they are: none is moved, changed or deleted.</source>
        <translation>Cada archivo que se ponga en la carpeta, por ejemplo desde un escáner, se añade solo en cuanto está completo. Los archivos se quedan donde están: ninguno se mueve, cambia ni borra.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Also the folders in it</source>
        <translation>También las carpetas que contiene</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>Vigilar esta carpeta</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>No vigilar más</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Todavía no se ha elegido ninguna carpeta.</translation>
    </message>
    <message>
        <source>The library itself lies there. Choose another folder.</source>
        <translation>La propia biblioteca está ahí. Elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>No folder is watched now.</source>
        <translation>Ahora no se vigila ninguna carpeta.</translation>
    </message>
    <message>
        <source>What is put into %1 is added by itself. The files stay there.</source>
        <translation>Lo que se ponga en %1 se añade solo. Los archivos se quedan ahí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in the watched folder could not be added.</source>
        <translation>
            <numerusform>%Ln archivo de la carpeta vigilada no se pudo añadir.</numerusform>
            <numerusform>%Ln archivos de la carpeta vigilada no se pudieron añadir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more can be added from the watched folder: the library refuses it.</source>
        <translation>No se puede añadir nada más de la carpeta vigilada: la biblioteca lo rechaza.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added from the watched folder.</source>
        <translation>
            <numerusform>%Ln documento añadido de la carpeta vigilada.</numerusform>
            <numerusform>%Ln documentos añadidos de la carpeta vigilada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
</TS>
