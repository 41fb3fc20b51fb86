<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>This is all that would be saved: versions, figures and kinds of errors. There is no text of a document in it, no name of a file, a person or a team.</source>
        <translation>Esto es todo lo que se guardaría: versiones, cifras y tipos de errores. No hay ningún texto de documentos ni nombres de archivos, personas o equipos.</translation>
    </message>
    <message>
        <source>All that would be saved</source>
        <translation>Todo lo que se guardaría</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>¿Dónde se guarda?</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>The update to version %1 did not come up here, and is not used. Your work is safe.</source>
        <translation>La actualización a la versión %1 no llegó a funcionar aquí y no se usa. Su trabajo está a salvo.</translation>
    </message>
    <message>
        <source>The update that was installed is damaged, and is not used. Install it again from its file.</source>
        <translation>La actualización instalada está dañada y no se usa. Instálela de nuevo desde su archivo.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Este programa</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualización</translation>
    </message>
    <message>
        <source>A newer version comes as a file on a stick. You see what it is before anything happens.</source>
        <translation>Una versión más reciente llega como archivo en una memoria. Usted ve qué es antes de que ocurra nada.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Figures and kinds of errors for whoever mends Sanduku. No text, no names. You see all of it before it is saved.</source>
        <translation>Cifras y tipos de errores para quien repara Sanduku. Ni textos ni nombres. Usted lo ve todo antes de guardarlo.</translation>
    </message>
    <message>
        <source>Look on the stick</source>
        <translation>Buscar en la memoria</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Volver…</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>Usarla de nuevo</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostrar…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Use the version before again?</source>
        <translation>¿Usar de nuevo la versión anterior?</translation>
    </message>
    <message>
        <source>Nothing is lost: where the version before could not read your work, it is not done.</source>
        <translation>No se pierde nada: si la versión anterior no pudiera leer su trabajo, no se hace.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>From the next start on, the version of the package is used.</source>
        <translation>Desde el próximo inicio se usa la versión del paquete.</translation>
    </message>
    <message>
        <source>From the next start on, version %1 is used.</source>
        <translation>Desde el próximo inicio se usa la versión %1.</translation>
    </message>
    <message>
        <source>Which update?</source>
        <translation>¿Qué actualización?</translation>
    </message>
    <message>
        <source>It runs from its source: renew that as you got it, and set it up again.</source>
        <translation>Funciona desde su código fuente: renuévelo como lo obtuvo y prepárelo de nuevo.</translation>
    </message>
    <message>
        <source>Version %1 is ready, and is used from the next start on.</source>
        <translation>La versión %1 está lista y se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Installed as an update, signed by %1.</source>
        <translation>Instalada como actualización, firmada por %1.</translation>
    </message>
    <message>
        <source>Installed as an update.</source>
        <translation>Instalada como actualización.</translation>
    </message>
    <message>
        <source>Installed from a package.</source>
        <translation>Instalada desde un paquete.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>The version of the package is kept, to go back to.</source>
        <translation>La versión del paquete se conserva para poder volver a ella.</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Version %1 was given up</source>
        <translation>La versión %1 se abandonó</translation>
    </message>
    <message>
        <source>It is still on this computer. Use it again if your library does not open now, or if its starts failed for another reason, such as power cuts.</source>
        <translation>Sigue en este equipo. Úsela de nuevo si ahora no se abre su biblioteca, o si sus inicios fallaron por otra causa, como cortes de luz.</translation>
    </message>
    <message>
        <source>Version %1 is kept, to go back to.</source>
        <translation>La versión %1 se conserva para poder volver a ella.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Update</source>
        <translation>Actualización</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>No se anotó nada.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>I install it although its signature should have been renewed</source>
        <translation>La instalo aunque su firma debería haberse renovado</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Cuánto lleva</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Comprobando el archivo…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Version %1 is ready. It is used from the next start on.</source>
        <translation>La versión %1 está lista. Se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Your work was backed up to %1.</source>
        <translation>Se hizo una copia de su trabajo en %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were damaged in your library already, and are so in the backup.</source>
        <translation>
            <numerusform>%Ln archivo ya estaba dañado en su biblioteca, y lo está también en la copia.</numerusform>
            <numerusform>%Ln archivos ya estaban dañados en su biblioteca, y lo están también en la copia.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>The version that you have stays as it is.</source>
        <translation>La versión que tiene se queda como está.</translation>
    </message>
    <message>
        <source>Unpacking…</source>
        <translation>Descomprimiendo…</translation>
    </message>
    <message>
        <source>The new version tests itself. This can take some minutes…</source>
        <translation>La nueva versión se prueba a sí misma. Puede tardar unos minutos…</translation>
    </message>
    <message>
        <source>Backing up your work…</source>
        <translation>Haciendo copia de su trabajo…</translation>
    </message>
    <message>
        <source>Trying the new version on a copy of your work…</source>
        <translation>Probando la nueva versión en una copia de su trabajo…</translation>
    </message>
    <message>
        <source>It needs %1; %2 are free on the disk.</source>
        <translation>Necesita %1; hay %2 libres en el disco.</translation>
    </message>
    <message>
        <source>You have version %1. This update is signed by %2.</source>
        <translation>Tiene la versión %1. Esta actualización está firmada por %2.</translation>
    </message>
    <message>
        <source>First the new version tests itself on this computer. Then your work is backed up, and the new version tries itself on a copy. Whatever goes wrong, the version that you have stays as it is, and you can go back later.</source>
        <translation>Primero la nueva versión se prueba en este equipo. Después se hace una copia de su trabajo, y la nueva versión se prueba con esa copia. Pase lo que pase, la versión que tiene se queda como está, y podrá volver más tarde.</translation>
    </message>
    <message>
        <source>Sanduku %1</source>
        <translation>Sanduku %1</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong.</source>
        <translation>El reloj de este equipo dice %today y antes dijo %before: una de las dos fechas es falsa.</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong. If the later date was right, the signature should have been renewed.</source>
        <translation>El reloj de este equipo dice %today y antes dijo %before: una de las dos fechas es falsa. Si la posterior era correcta, la firma debería haberse renovado.</translation>
    </message>
    <message>
        <source>%signer should have renewed the signature by %expires. The update is the one that was signed, but a newer one may exist. Or the clock is wrong: it says %today.</source>
        <translation>%signer debería haber renovado la firma antes del %expires. La actualización es la que se firmó, pero puede existir una más nueva. O el reloj está mal: dice %today.</translation>
    </message>
    <message>
        <source>The version in use was signed by %before, and this one by %signer.</source>
        <translation>La versión en uso la firmó %before, y esta %signer.</translation>
    </message>
    <message>
        <source>This version was installed here before, and was given up.</source>
        <translation>Esta versión ya se instaló aquí y se abandonó.</translation>
    </message>
    <message>
        <source>To know, in English: %text</source>
        <translation>Para su información, en inglés: %text</translation>
    </message>
</context>
<context>
    <name>WayOutPage</name>
    <message>
        <source>This version cannot open your library</source>
        <translation>Esta versión no puede abrir su biblioteca</translation>
    </message>
    <message>
        <source>Nothing is lost: your library is as it was.</source>
        <translation>No se ha perdido nada: su biblioteca está como estaba.</translation>
    </message>
    <message>
        <source>Version %1 is still on this computer, and can open it.</source>
        <translation>La versión %1 sigue en este equipo y puede abrirla.</translation>
    </message>
    <message>
        <source>The version before opens it.</source>
        <translation>La versión anterior la abre.</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>Usar de nuevo la versión %1</translation>
    </message>
    <message>
        <source>Use the version before</source>
        <translation>Usar la versión anterior</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
</TS>
