<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>You need none of this for daily work. Every change can be taken back.</source>
        <translation>No necesita nada de esto a diario. Todo cambio se puede deshacer.</translation>
    </message>
    <message>
        <source>Search these settings</source>
        <translation>Buscar en estos ajustes</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Ningún ajuste contiene estas palabras.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
</context>
<context>
    <name>BroughtPack</name>
    <message>
        <source>Signed</source>
        <translation>Firmado</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Sin firmar</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Installed and in use.</source>
        <translation>Instalado y en uso.</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>Instalar %1</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>What is put into it is added by itself, for example by a scanner.</source>
        <translation>Lo que se ponga en ella, por ejemplo con un escáner, se añade solo.</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Carpeta vigilada</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of the window. It changes at once.</source>
        <translation>El de la ventana. Cambia enseguida.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Dark rests the eyes in the evening; high contrast helps in bright sun.</source>
        <translation>El oscuro descansa la vista por la noche; el alto contraste ayuda a pleno sol.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Everything grows with it.</source>
        <translation>Todo crece con él.</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Empezar con</translation>
    </message>
    <message>
        <source>What you see when the library opens.</source>
        <translation>Lo que ve al abrirse la biblioteca.</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>Como el equipo</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Por revisar</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Instalar un modelo</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>La licencia</translation>
    </message>
    <message>
        <source>I accept this licence (%1)</source>
        <translation>Acepto esta licencia (%1)</translation>
    </message>
    <message>
        <source>How much is installed</source>
        <translation>Avance de la instalación</translation>
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
        <source>Copying and checking…</source>
        <translation>Copiando y comprobando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Install it although its signature has expired</source>
        <translation>Instalarlo aunque su firma haya caducado</translation>
    </message>
    <message>
        <source>I know who made it, and install it although nobody signed it</source>
        <translation>Sé quién lo hizo y lo instalo aunque nadie lo haya firmado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Probándolo…</translation>
    </message>
    <message>
        <source>Stopped. What was copied is kept: install it again to go on from there.</source>
        <translation>Detenido. Lo copiado se conserva: instálelo de nuevo para continuar desde ahí.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>How fast is this computer?</source>
        <translation>¿Qué velocidad tiene este ordenador?</translation>
    </message>
    <message>
        <source>A test of 30 seconds at most, best while nothing else is read. It also finds how many pages are read at the same time.</source>
        <translation>Una prueba de 30 segundos como máximo, mejor cuando no se está leyendo nada más. También averigua cuántas páginas se leen a la vez.</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Medir…</translation>
    </message>
    <message>
        <source>Check all files</source>
        <translation>Comprobar todos los archivos</translation>
    </message>
    <message>
        <source>Reads every model file and compares it with what was installed</source>
        <translation>Lee cada archivo de modelo y lo compara con lo instalado</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>Lo que se puede leer</translation>
    </message>
    <message>
        <source>Models for reading</source>
        <translation>Modelos de lectura</translation>
    </message>
    <message>
        <source>Reading programs</source>
        <translation>Programas de lectura</translation>
    </message>
    <message>
        <source>Checking every file…</source>
        <translation>Comprobando todos los archivos…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>The models for reading are missing, and nothing can be read. They come with Sanduku: install it again, or ask whoever set this computer up.</source>
        <translation>Faltan los modelos de lectura y no se puede leer nada. Vienen con Sanduku: vuelva a instalarlo o pregunte a quien preparó este ordenador.</translation>
    </message>
    <message>
        <source>Something is damaged: see below what to do.</source>
        <translation>Algo está dañado: vea abajo qué hacer.</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>Todos los archivos están íntegros.</translation>
    </message>
    <message>
        <source>Everything on this page is on this computer. Nothing is fetched.</source>
        <translation>Todo lo de esta página está en este equipo. No se descarga nada.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Listo.</translation>
    </message>
    <message>
        <source>Cannot be read yet. %1</source>
        <translation>Aún no se puede leer. %1</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Lo lee %1</translation>
    </message>
    <message>
        <source>Tesseract file: %1, licence %2</source>
        <translation>Archivo de Tesseract: %1, licencia %2</translation>
    </message>
    <message>
        <source>No second opinion: its Tesseract file is missing. %1</source>
        <translation>Sin segunda opinión: falta su archivo de Tesseract. %1</translation>
    </message>
    <message>
        <source>Lines of text</source>
        <translation>Líneas de texto</translation>
    </message>
    <message>
        <source>Arabic-Indic digits</source>
        <translation>Cifras arábigo-índicas</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>Versión %1, %2, licencia %3</translation>
    </message>
    <message>
        <source>Source: %1.</source>
        <translation>Origen: %1.</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Sin usar</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Sending</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Por sí solo</translation>
    </message>
    <message>
        <source>Freed space</source>
        <translation>Espacio liberado</translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message>
        <source>How far it is</source>
        <translation>Cuánto se ha avanzado</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>¿Qué es?</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Fetching, after your own work is sent…</source>
        <translation>Descargando, después de enviar su propio trabajo…</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>Espere…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <source>Fetch it after all</source>
        <translation>Descargarlo de todos modos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Seguir descargando</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>It is on this computer, and not in use yet.</source>
        <translation>Está en este equipo, pero aún no se usa.</translation>
    </message>
    <message>
        <source>You said no to it.</source>
        <translation>Usted dijo que no.</translation>
    </message>
    <message>
        <source>It cannot be used: %1</source>
        <translation>No se puede usar: %1</translation>
    </message>
    <message>
        <source>%1 of %2 are here already.</source>
        <translation>Ya están aquí %1 de %2.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick from headquarters can bring it.</source>
        <translation>La red está desactivada en los ajustes. Una memoria USB de la sede puede traerlo.</translation>
    </message>
    <message>
        <source>How long it takes shows once something was sent.</source>
        <translation>La duración se sabrá tras el primer envío.</translation>
    </message>
    <message>
        <source>Fetching takes %1 at the speed of last time.</source>
        <translation>La descarga tarda %1 a la velocidad de la última vez.</translation>
    </message>
    <message numerus="yes">
        <source>With the data of a day as limited in the settings it takes %Ln day(s).</source>
        <translation>
            <numerusform>Con el límite diario de datos de los ajustes tarda %Ln día.</numerusform>
            <numerusform>Con el límite diario de datos de los ajustes tarda %Ln días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Versión %1, %2</translation>
    </message>
    <message>
        <source>What it is for shows with the next sending.</source>
        <translation>Para qué sirve se verá con el próximo envío.</translation>
    </message>
    <message>
        <source>%1, licence %2</source>
        <translation>%1, licencia %2</translation>
    </message>
    <message>
        <source>Headquarters asks to install it soon.</source>
        <translation>La sede pide instalarlo pronto.</translation>
    </message>
</context>
<context>
    <name>OfferedPacks</name>
    <message>
        <source>Offered by headquarters</source>
        <translation>Ofrecido por la sede</translation>
    </message>
    <message>
        <source>Nothing is fetched or installed unless you say so. What was fetched is kept, also when the network breaks.</source>
        <translation>No se descarga ni instala nada sin su permiso. Lo descargado se conserva, también si se corta la red.</translation>
    </message>
    <message>
        <source>Say no to %1?</source>
        <translation>¿Rechazar %1?</translation>
    </message>
    <message>
        <source>What was fetched of it is removed; headquarters hears of it.</source>
        <translation>Lo que se descargó se borra; la sede se entera.</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
</context>
<context>
    <name>PackBox</name>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>Sin firmar</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>Volver a usar la versión %1</translation>
    </message>
    <message>
        <source>Used for: %1</source>
        <translation>Se usa para: %1</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>Versión %1, %2, licencia %3</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>Todos los archivos están íntegros.</translation>
    </message>
    <message>
        <source>Not measured here yet: it has answered nothing in this library.</source>
        <translation>Aún sin medir aquí: no ha contestado nada en esta biblioteca.</translation>
    </message>
    <message numerus="yes">
        <source>In this library: %1 s for an answer, from %Ln answer(s).</source>
        <translation>
            <numerusform>En esta biblioteca: %1 s por respuesta, según %Ln respuesta.</numerusform>
            <numerusform>En esta biblioteca: %1 s por respuesta, según %Ln respuestas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackShelf</name>
    <message>
        <source>Checking every file…</source>
        <translation>Comprobando todos los archivos…</translation>
    </message>
    <message>
        <source>A file with a model</source>
        <translation>Un archivo con un modelo</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>Modelos (*.zip)</translation>
    </message>
    <message>
        <source>A folder or stick with a model</source>
        <translation>Una carpeta o memoria USB con un modelo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar %1?</translation>
    </message>
    <message>
        <source>Documents and answers stay. To use it again, it must be brought once more.</source>
        <translation>Los documentos y las respuestas se quedan. Para volver a usarlo habrá que traerlo otra vez.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Models for photos and questions</source>
        <translation>Modelos para fotos y preguntas</translation>
    </message>
    <message>
        <source>Which model does what</source>
        <translation>Qué modelo hace qué</translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation>Instalar un modelo</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Desde un archivo…</translation>
    </message>
    <message>
        <source>From a folder or stick…</source>
        <translation>Desde una carpeta o memoria USB…</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>Comprobar los archivos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Cuánto se ha avanzado</translation>
    </message>
    <message>
        <source>%1 is installed and in use.</source>
        <translation>%1 está instalado y en uso.</translation>
    </message>
    <message>
        <source>Not all of it could be tried on this computer.</source>
        <translation>No todo se pudo probar en este ordenador.</translation>
    </message>
    <message>
        <source>No model for photos is installed. Whoever looks after your computers prepares one where there is internet, and brings it on a stick. Documents are read without it.</source>
        <translation>No hay ningún modelo para fotos instalado. Quien se ocupa de sus ordenadores prepara uno donde hay internet y lo trae en una memoria USB. Los documentos se leen sin él.</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Describe photos</source>
        <translation>Describir fotos</translation>
    </message>
    <message>
        <source>Answer questions</source>
        <translation>Responder preguntas</translation>
    </message>
    <message>
        <source>Find values for a form</source>
        <translation>Buscar valores para un formulario</translation>
    </message>
    <message>
        <source>Read doubtful lines again</source>
        <translation>Releer líneas dudosas</translation>
    </message>
    <message>
        <source>Find photos by words</source>
        <translation>Buscar fotos con palabras</translation>
    </message>
    <message>
        <source>Sort photos of disasters</source>
        <translation>Clasificar fotos de desastres</translation>
    </message>
    <message>
        <source>%1: good</source>
        <translation>%1: bien</translation>
    </message>
    <message>
        <source>%1: so-so</source>
        <translation>%1: regular</translation>
    </message>
    <message>
        <source>%1: never tried</source>
        <translation>%1: nunca probado</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Firmado por %1.</translation>
    </message>
    <message>
        <source>Signed by %1, but the signature should have been renewed by now.</source>
        <translation>Firmado por %1, pero la firma ya debería haberse renovado.</translation>
    </message>
    <message>
        <source>Unsigned: nobody vouches for what it answers.</source>
        <translation>Sin firmar: nadie responde de lo que conteste.</translation>
    </message>
    <message>
        <source>Signed by somebody who is not trusted on this computer.</source>
        <translation>Firmado por alguien en quien este ordenador no confía.</translation>
    </message>
    <message>
        <source>The signature does not hold: somebody may have altered it.</source>
        <translation>La firma no es válida: puede que alguien lo haya alterado.</translation>
    </message>
    <message>
        <source>Made when Sanduku was set up.</source>
        <translation>Hecho al instalar Sanduku.</translation>
    </message>
    <message>
        <source>Fits into memory: needs %1, %2 are free.</source>
        <translation>Cabe en la memoria: necesita %1, hay %2 libres.</translation>
    </message>
    <message>
        <source>Just fits into memory: needs %1, %2 are free. Close other programs first.</source>
        <translation>Cabe justo en la memoria: necesita %1, hay %2 libres. Cierre antes otros programas.</translation>
    </message>
    <message>
        <source>Too big for the memory that is free: needs %1, only %2 are free.</source>
        <translation>Demasiado grande para la memoria libre: necesita %1, solo hay %2 libres.</translation>
    </message>
    <message>
        <source>Its smaller form “%1” fits.</source>
        <translation>Su forma más pequeña «%1» cabe.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>Measured on “%1”: %2.</source>
        <translation>Medido en «%1»: %2.</translation>
    </message>
    <message>
        <source>Nobody has measured its speed.</source>
        <translation>Nadie ha medido su velocidad.</translation>
    </message>
    <message>
        <source>%1 pieces of words a second</source>
        <translation>%1 trozos de palabras por segundo</translation>
    </message>
    <message>
        <source>%1 s for each part of a photo</source>
        <translation>%1 s por cada parte de una foto</translation>
    </message>
    <message>
        <source>%1 of memory at most</source>
        <translation>%1 de memoria como máximo</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>otro ordenador</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3; %4 are free on the disk.</source>
        <translation>Versión %1, %2, licencia %3; hay %4 libres en el disco.</translation>
    </message>
    <message>
        <source>Version %1 is in use now; it is kept, to go back to.</source>
        <translation>Ahora se usa la versión %1; se conserva para poder volver a ella.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Four or five ordinary words are easy to keep. Earlier backups keep their old passphrase.</source>
        <translation>Cuatro o cinco palabras corrientes se recuerdan bien. Las copias anteriores conservan su frase antigua.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>Cuánto protege la frase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Cambiando…</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiar</translation>
    </message>
</context>
<context>
    <name>PreferencesView</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy and lock</source>
        <translation>Privacidad y bloqueo</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Bloquear tras</translation>
    </message>
    <message>
        <source>When nobody has touched keyboard or mouse for this long.</source>
        <translation>Cuando nadie ha tocado teclado ni ratón durante este tiempo.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Whoever knows it can open the library on this computer.</source>
        <translation>Quien la conoce puede abrir la biblioteca en este equipo.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>On paper, for the day on which the passphrase is forgotten.</source>
        <translation>En papel, para el día en que se olvide la frase.</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>A whole copy, as well encrypted, for instance on a stick. To bring one back: “sanduku restore FOLDER --into NEW-FOLDER”.</source>
        <translation>Una copia completa, igual de cifrada, por ejemplo en una memoria USB. Para recuperarla: «sanduku restore CARPETA --into CARPETA-NUEVA».</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Reads every file and says whether the library is sound. Changes nothing.</source>
        <translation>Lee cada archivo y dice si la biblioteca está sana. No cambia nada.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Clave nueva…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Copiar ahora…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Cuánto se ha avanzado</translation>
    </message>
    <message>
        <source>Where shall the backup go?</source>
        <translation>¿Dónde se guarda la copia?</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>La frase de contraseña ha cambiado.</translation>
    </message>
    <message numerus="yes">
        <source>The library is sound: %Ln document(s) with all their files.</source>
        <translation>
            <numerusform>La biblioteca está sana: %Ln documento con todos sus archivos.</numerusform>
            <numerusform>La biblioteca está sana: %Ln documentos con todos sus archivos.</numerusform>
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
        <source>The backup is whole: %1 in the folder %2.</source>
        <translation>La copia está completa: %1 en la carpeta %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged in the library itself, and so in the backup.</source>
        <translation>
            <numerusform>%Ln archivo está dañado en la propia biblioteca y, por tanto, en la copia.</numerusform>
            <numerusform>%Ln archivos están dañados en la propia biblioteca y, por tanto, en la copia.</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Lo ha detenido.</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Pages that come now are read so. What was read before stays as it is; to read a document anew, choose “Read again” in the list.</source>
        <translation>Las páginas nuevas se leen así. Lo ya leído queda como está; para leer de nuevo un documento, elija «Leer de nuevo» en la lista.</translation>
    </message>
    <message>
        <source>Now only lines for which there is another reason are marked.</source>
        <translation>Ahora solo se marcan las líneas con otro motivo.</translation>
    </message>
    <message>
        <source>An example: a line that Sanduku is %1 % sure of is marked, one with %2 % is not.</source>
        <translation>Un ejemplo: una línea segura al %1 % se marca, una al %2 % no.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>New recovery key</source>
        <translation>Nueva clave de recuperación</translation>
    </message>
    <message>
        <source>Only this key opens the library if you forget the passphrase. It is shown this once.</source>
        <translation>Solo esta clave abre la biblioteca si olvida la frase. Se muestra una sola vez.</translation>
    </message>
    <message>
        <source>You get a new key to print. The key that you have now will open nothing but earlier backups: destroy its sheet afterwards.</source>
        <translation>Recibe una clave nueva para imprimir. La actual solo abrirá copias anteriores: destruya después su hoja.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Print the key…</source>
        <translation>Imprimir la clave…</translation>
    </message>
    <message>
        <source>I printed the key or wrote it down.</source>
        <translation>He impreso o anotado la clave.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Crear una clave nueva</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset “%1”</source>
        <translation>Restablecer «%1»</translation>
    </message>
    <message>
        <source>Back to how it was at first</source>
        <translation>Volver al valor original</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Holds from the next time the library is opened.</source>
        <translation>Vale desde la próxima vez que se abra la biblioteca.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sharpness of PDF pages</source>
        <translation>Nitidez de las páginas PDF</translation>
    </message>
    <message>
        <source>How finely a PDF page without text of its own is drawn before it is read. More is slower.</source>
        <translation>Con qué detalle se dibuja una página PDF sin texto antes de leerla. Más es más lento.</translation>
    </message>
    <message>
        <source>dots per inch</source>
        <translation>puntos por pulgada</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Archivo más grande</translation>
    </message>
    <message>
        <source>Files larger than this are refused.</source>
        <translation>Los archivos más grandes se rechazan.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Imagen más grande</translation>
    </message>
    <message>
        <source>Pictures with more pixels than this are refused.</source>
        <translation>Las imágenes con más píxeles se rechazan.</translation>
    </message>
    <message>
        <source>million pixels</source>
        <translation>millones de píxeles</translation>
    </message>
    <message>
        <source>Memory for opening a picture</source>
        <translation>Memoria para abrir una imagen</translation>
    </message>
    <message>
        <source>Pictures that need more memory than this while they open are refused.</source>
        <translation>Las imágenes que necesitan más memoria al abrirse se rechazan.</translation>
    </message>
    <message>
        <source>Size of pictures for reading</source>
        <translation>Tamaño de las imágenes para leer</translation>
    </message>
    <message>
        <source>Larger pictures are made smaller before they are read.</source>
        <translation>Las imágenes mayores se reducen antes de leerlas.</translation>
    </message>
    <message>
        <source>Most pages of a file</source>
        <translation>Máximo de páginas por archivo</translation>
    </message>
    <message>
        <source>Files with more pages than this are refused.</source>
        <translation>Los archivos con más páginas se rechazan.</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>páginas</translation>
    </message>
    <message>
        <source>Use the text of PDFs</source>
        <translation>Usar el texto de los PDF</translation>
    </message>
    <message>
        <source>Where a PDF page has usable text of its own, it is taken as it is.</source>
        <translation>Si una página PDF tiene texto utilizable, se toma tal cual.</translation>
    </message>
    <message>
        <source>Turn pages upright</source>
        <translation>Poner las páginas derechas</translation>
    </message>
    <message>
        <source>Pages that were scanned sideways or upside down are turned.</source>
        <translation>Las páginas escaneadas de lado o al revés se giran.</translation>
    </message>
    <message>
        <source>Straighten pages</source>
        <translation>Enderezar las páginas</translation>
    </message>
    <message>
        <source>Pages that are a little tilted are straightened.</source>
        <translation>Las páginas algo inclinadas se enderezan.</translation>
    </message>
    <message>
        <source>Languages of your documents</source>
        <translation>Idiomas de sus documentos</translation>
    </message>
    <message>
        <source>Sanduku expects these. Fewer is quicker and makes fewer mistakes.</source>
        <translation>Sanduku espera estos. Menos es más rápido y con menos errores.</translation>
    </message>
    <message>
        <source>Size for finding lines</source>
        <translation>Tamaño para hallar líneas</translation>
    </message>
    <message>
        <source>Longest side of the picture in which lines are looked for. More finds smaller print.</source>
        <translation>Lado mayor de la imagen en que se buscan las líneas. Más halla letra más pequeña.</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>píxeles</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Segunda opinión</translation>
    </message>
    <message>
        <source>Which lines another engine reads as well. Where the two differ, you are told.</source>
        <translation>Qué líneas lee también otro motor. Donde difieren, se le avisa.</translation>
    </message>
    <message>
        <source>When a line is doubtful</source>
        <translation>Cuándo una línea es dudosa</translation>
    </message>
    <message>
        <source>Lines that are less sure than this are marked for you to check.</source>
        <translation>Las líneas menos seguras se marcan para que las revise.</translation>
    </message>
    <message>
        <source>Use EasyOCR too</source>
        <translation>Usar también EasyOCR</translation>
    </message>
    <message>
        <source>Another engine, slow and hungry; used where it and its model files are installed.</source>
        <translation>Otro motor, lento y exigente; se usa si él y sus modelos están instalados.</translation>
    </message>
    <message>
        <source>Graphics card for photo models</source>
        <translation>Tarjeta gráfica para los modelos de fotos</translation>
    </message>
    <message>
        <source>Each model is tried once on the graphics card, and runs there where it is right and faster.</source>
        <translation>Cada modelo se prueba una vez en la tarjeta gráfica y se ejecuta allí si da resultados correctos y es más rápido.</translation>
    </message>
    <message>
        <source>Pages read at the same time</source>
        <translation>Páginas leídas a la vez</translation>
    </message>
    <message>
        <source>0 means: as many as processor and memory allow. Fewer leaves more for other programs.</source>
        <translation>0 significa: tantas como permitan procesador y memoria. Menos deja más para otros programas.</translation>
    </message>
    <message>
        <source>Memory of a reader</source>
        <translation>Memoria de un lector</translation>
    </message>
    <message>
        <source>A reader that uses more than this is started anew after its page.</source>
        <translation>Un lector que usa más se reinicia tras su página.</translation>
    </message>
    <message>
        <source>Patience with a silent reader</source>
        <translation>Paciencia con un lector callado</translation>
    </message>
    <message>
        <source>If a reader gives no sign of life for this long, another takes its page.</source>
        <translation>Si un lector no da señales durante este tiempo, otro toma su página.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>End idle readers after</source>
        <translation>Cerrar lectores inactivos tras</translation>
    </message>
    <message>
        <source>A reader without work gives its memory back after this time.</source>
        <translation>Un lector sin trabajo devuelve su memoria tras este tiempo.</translation>
    </message>
    <message>
        <source>Longest time for a page</source>
        <translation>Tiempo máximo por página</translation>
    </message>
    <message>
        <source>A page that takes longer is stopped and shown as a problem.</source>
        <translation>Una página que tarda más se detiene y se muestra como problema.</translation>
    </message>
    <message>
        <source>Keep the trash for</source>
        <translation>Conservar la papelera</translation>
    </message>
    <message>
        <source>After this, what lies in the trash may be deleted for ever.</source>
        <translation>Después, lo que hay en la papelera puede borrarse para siempre.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Reserve on the disk</source>
        <translation>Reserva en el disco</translation>
    </message>
    <message>
        <source>Space held back, so that work can be finished when the disk is full.</source>
        <translation>Espacio guardado para poder terminar el trabajo cuando el disco se llena.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your corrections are recorded under it. Empty means: your name on this computer.</source>
        <translation>Sus correcciones se registran con él. Vacío: su nombre en este equipo.</translation>
    </message>
    <message>
        <source>Use of the network</source>
        <translation>Uso de la red</translation>
    </message>
    <message>
        <source>When work is sent to headquarters. Reading never needs a network.</source>
        <translation>Cuándo se envía el trabajo a la sede. La lectura nunca necesita una red.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself where this computer (host:port) does not answer. Empty: anywhere.</source>
        <translation>Nada se envía por sí solo donde este equipo (host:puerto) no responde. Vacío: en cualquier lugar.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Qué se envía</translation>
    </message>
    <message>
        <source>The text goes in any case. Headquarters can ask for single pages on top of this.</source>
        <translation>El texto va en cualquier caso. La sede puede pedir además páginas sueltas.</translation>
    </message>
    <message>
        <source>Data for a day</source>
        <translation>Datos por día</translation>
    </message>
    <message>
        <source>Sending stops for the day when so much has gone over the network. 0 means: any amount.</source>
        <translation>El envío se detiene por hoy cuando ha pasado esta cantidad por la red. 0 significa: cualquier cantidad.</translation>
    </message>
    <message>
        <source>When a connection is broken</source>
        <translation>Cuándo una conexión está rota</translation>
    </message>
    <message>
        <source>A connection on which nothing moves for this long is given up and made anew.</source>
        <translation>Una conexión en la que nada se mueve durante este tiempo se abandona y se hace de nuevo.</translation>
    </message>
    <message>
        <source>Patience with headquarters</source>
        <translation>Paciencia con la sede</translation>
    </message>
    <message>
        <source>Sending is given up when headquarters has not answered for this long.</source>
        <translation>El envío se abandona cuando la sede no ha respondido durante este tiempo.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Send by itself every</source>
        <translation>Enviar por sí solo cada</translation>
    </message>
    <message>
        <source>How often work is sent by itself, where that is allowed.</source>
        <translation>Con qué frecuencia se envía el trabajo por sí solo, donde está permitido.</translation>
    </message>
    <message>
        <source>Only in this network</source>
        <translation>Solo en esta red</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address of a proxy. Empty takes the one of the system, and the word none takes no proxy.</source>
        <translation>Dirección de un proxy. Vacío toma el del sistema, y la palabra none no toma ninguno.</translation>
    </message>
    <message>
        <source>Originals leave this computer after</source>
        <translation>Los originales dejan este equipo después de</translation>
    </message>
    <message>
        <source>Only those that headquarters and its backup have. 0 means: they stay until you say otherwise.</source>
        <translation>Solo los que la sede y su copia de seguridad tienen. 0 significa: se quedan hasta que usted diga otra cosa.</translation>
    </message>
    <message>
        <source>Files that left can come back for</source>
        <translation>Los archivos que salieron pueden volver durante</translation>
    </message>
    <message>
        <source>Until then you can bring them back without a network. Text and small images always stay.</source>
        <translation>Hasta entonces puede traerlos de vuelta sin red. El texto y las imágenes pequeñas se quedan siempre.</translation>
    </message>
    <message>
        <source>Install urgent model packs by itself</source>
        <translation>Instalar por sí solo los paquetes de modelos urgentes</translation>
    </message>
    <message>
        <source>Only those that headquarters calls urgent, signed and tried. You accept their licence.</source>
        <translation>Solo los que la sede llama urgentes y que firma alguien en quien su equipo confía. Usted acepta su licencia.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Photo models</source>
        <translation>Modelos de fotos</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lectores</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Ninguna línea</translation>
    </message>
    <message>
        <source>Doubtful lines</source>
        <translation>Líneas dudosas</translation>
    </message>
    <message>
        <source>Every line (slow)</source>
        <translation>Todas las líneas (lento)</translation>
    </message>
    <message>
        <source>Where it helps</source>
        <translation>Donde ayuda</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>Cuando yo lo diga</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Por sí solo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text and where it stands</source>
        <translation>Texto y dónde está</translation>
    </message>
    <message>
        <source>Text and small images</source>
        <translation>Texto e imágenes pequeñas</translation>
    </message>
    <message>
        <source>Everything, originals too</source>
        <translation>Todo, también los originales</translation>
    </message>
</context>
<context>
    <name>ShortcutsModel</name>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>In the menu</source>
        <translation>En el menú</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Buscar acciones y atajos</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus atajos</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Pulse aquí las teclas nuevas</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Sin teclas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Choose an action to give it other keys.</source>
        <translation>Elija una acción para darle otras teclas.</translation>
    </message>
    <message>
        <source>Keys for “%1”: press them in the field.</source>
        <translation>Teclas para «%1»: púlselas en el campo.</translation>
    </message>
    <message>
        <source>%1 already belong to “%2”.</source>
        <translation>%1 ya es de «%2».</translation>
    </message>
    <message>
        <source>Take them from there</source>
        <translation>Quitárselas</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Instalar un modelo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model pack(s) were brought.</source>
        <translation>
            <numerusform>Se ha traído %Ln paquete de modelo.</numerusform>
            <numerusform>Se han traído %Ln paquetes de modelos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>Sanduku chooses</source>
        <translation>Sanduku elige</translation>
    </message>
    <message>
        <source>Sanduku chooses: %1</source>
        <translation>Sanduku elige: %1</translation>
    </message>
    <message>
        <source>Form: Sanduku chooses</source>
        <translation>Forma: Sanduku elige</translation>
    </message>
    <message>
        <source>Form: %1</source>
        <translation>Forma: %1</translation>
    </message>
    <message>
        <source>Look: Sanduku chooses</source>
        <translation>Mirada: Sanduku elige</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>Mirada: %1</translation>
    </message>
    <message>
        <source>Say: Sanduku chooses</source>
        <translation>Respuesta: Sanduku elige</translation>
    </message>
    <message>
        <source>Say: %1</source>
        <translation>Respuesta: %1</translation>
    </message>
    <message>
        <source>More choices</source>
        <translation>Más opciones</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Form of the model</source>
        <translation>Forma del modelo</translation>
    </message>
    <message>
        <source>How closely it looks</source>
        <translation>Con cuánto detalle mira</translation>
    </message>
    <message>
        <source>How much it says</source>
        <translation>Cuánto dice</translation>
    </message>
</context>
</TS>
