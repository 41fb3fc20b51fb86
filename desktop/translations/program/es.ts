<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>You opened the library with the recovery key. Set a new passphrase to open it without.</source>
        <translation>Abrió la biblioteca con la clave de recuperación. Ponga una frase secreta nueva para abrirla sin ella.</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Ponerla</translation>
    </message>
    <message>
        <source>Another window of Sanduku is open, and does not answer. This is a second one.</source>
        <translation>Hay otra ventana de Sanduku abierta que no responde. Esta es una segunda.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Copy it again from where it came from, or scan the page again.</source>
        <translation>Cópielo de nuevo desde su origen, o escanee la página otra vez.</translation>
    </message>
    <message>
        <source>Check that the disk is connected, then try again.</source>
        <translation>Compruebe que el disco está conectado y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the log file to whoever supports you.</source>
        <translation>Inténtelo de nuevo. Si vuelve a ocurrir, envíe el archivo de registro a quien le dé asistencia.</translation>
    </message>
    <message>
        <source>Install Sanduku again, or ask whoever supports you.</source>
        <translation>Instale Sanduku de nuevo, o pregunte a quien le dé asistencia.</translation>
    </message>
    <message>
        <source>Setting Sanduku up brings them: do that again, or ask whoever supports you.</source>
        <translation>La preparación de Sanduku los trae: repítala o pregunte a quien le da soporte.</translation>
    </message>
    <message>
        <source>Restore a backup, or ask whoever supports you. Change nothing in the folder.</source>
        <translation>Restaure una copia de seguridad, o pregunte a quien le dé asistencia. No cambie nada en la carpeta.</translation>
    </message>
    <message>
        <source>Scan it again at a lower resolution (300 dpi is plenty), or raise the limit in the settings.</source>
        <translation>Escanéelo de nuevo con menos resolución (300 ppp bastan de sobra), o aumente el límite en los ajustes.</translation>
    </message>
    <message>
        <source>Type a name and try again.</source>
        <translation>Escriba un nombre e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Open it again to see how it is now.</source>
        <translation>Ábralo de nuevo para ver cómo está ahora.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku and open it again.</source>
        <translation>Instale la última versión de Sanduku y vuelva a abrirla.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Elija otro nombre u otra carpeta.</translation>
    </message>
    <message>
        <source>Have the page read again.</source>
        <translation>Haga que la página se lea de nuevo.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Algo salió mal.</translation>
    </message>
    <message>
        <source>Something went wrong in Sanduku itself. Your documents are safe.</source>
        <translation>Algo salió mal en el propio Sanduku. Sus documentos están a salvo.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Esto se detuvo.</translation>
    </message>
    <message>
        <source>Sanduku was updated while it was open.</source>
        <translation>Sanduku se actualizó mientras estaba abierto.</translation>
    </message>
    <message>
        <source>Close it, and open it again; nothing is lost.</source>
        <translation>Ciérrelo y vuelva a abrirlo; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>A setting has a value that it cannot take.</source>
        <translation>Un ajuste tiene un valor que no es posible.</translation>
    </message>
    <message>
        <source>Correct it in the settings.</source>
        <translation>Corríjalo en los ajustes.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Esto ya no está.</translation>
    </message>
    <message>
        <source>The disk is full. Everything that was stored before is safe.</source>
        <translation>El disco está lleno. Todo lo que ya estaba guardado está a salvo.</translation>
    </message>
    <message>
        <source>Free some space or empty the trash, then try again.</source>
        <translation>Libere espacio o vacíe la papelera y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The printer took no page.</source>
        <translation>La impresora no tomó ninguna página.</translation>
    </message>
    <message>
        <source>See whether it is switched on and has paper, then try again.</source>
        <translation>Mire si está encendida y tiene papel, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>This file cannot be used as it is.</source>
        <translation>Este archivo no se puede usar tal como está.</translation>
    </message>
    <message>
        <source>The file was altered while it was being added.</source>
        <translation>El archivo cambió mientras se añadía.</translation>
    </message>
    <message>
        <source>Wait until it is complete, then add it again.</source>
        <translation>Espere a que esté completo y añádalo de nuevo.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>El archivo no se puede leer.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may read it.</source>
        <translation>Compruebe que todavía existe y que usted puede leerlo.</translation>
    </message>
    <message>
        <source>The file is not there, or it may not be read.</source>
        <translation>El archivo no está, o no se permite leerlo.</translation>
    </message>
    <message>
        <source>Check its name, its disk or card, and whether you may open it.</source>
        <translation>Compruebe su nombre, su disco o tarjeta, y si puede abrirlo.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Este archivo está vacío.</translation>
    </message>
    <message>
        <source>This file, or this page of it, is damaged.</source>
        <translation>Este archivo, o esta página, está dañado.</translation>
    </message>
    <message>
        <source>This file ends too early: a part of it is missing.</source>
        <translation>Este archivo termina antes de tiempo: falta una parte.</translation>
    </message>
    <message>
        <source>This is no kind of file that can be read.</source>
        <translation>Este tipo de archivo no se puede leer.</translation>
    </message>
    <message>
        <source>Open it in the program that made it, save it as PDF, PNG or JPEG, and add that.</source>
        <translation>Ábralo en el programa que lo creó, guárdelo como PDF, PNG o JPEG, y añada ese archivo.</translation>
    </message>
    <message>
        <source>This file or its picture is too large.</source>
        <translation>Este archivo o su imagen es demasiado grande.</translation>
    </message>
    <message>
        <source>This file has too many pages.</source>
        <translation>Este archivo tiene demasiadas páginas.</translation>
    </message>
    <message>
        <source>Split it, or raise the limit in the settings.</source>
        <translation>Divídalo, o aumente el límite en los ajustes.</translation>
    </message>
    <message>
        <source>There is no page in this file.</source>
        <translation>No hay ninguna página en este archivo.</translation>
    </message>
    <message>
        <source>Make the file again in the program that it comes from.</source>
        <translation>Cree el archivo de nuevo en el programa del que procede.</translation>
    </message>
    <message>
        <source>This PDF is protected by a password.</source>
        <translation>Este PDF está protegido con una contraseña.</translation>
    </message>
    <message>
        <source>Give the password, or save it again without one.</source>
        <translation>Dé la contraseña, o guárdelo de nuevo sin ella.</translation>
    </message>
    <message>
        <source>The password does not open this PDF.</source>
        <translation>La contraseña no abre este PDF.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, and give it again.</source>
        <translation>Fíjese en las mayúsculas y en el idioma del teclado, y escríbala de nuevo.</translation>
    </message>
    <message>
        <source>The corners of the sheet lie beside the page.</source>
        <translation>Las esquinas de la hoja quedan fuera de la página.</translation>
    </message>
    <message>
        <source>Drag the corners to where the sheet lies, or undo the straightening.</source>
        <translation>Arrastre las esquinas a donde está la hoja, o deshaga el enderezado.</translation>
    </message>
    <message>
        <source>Nothing on this computer can read this box in the way that was asked.</source>
        <translation>Nada en este ordenador puede leer este recuadro como se pidió.</translation>
    </message>
    <message>
        <source>Choose another language, and try again.</source>
        <translation>Elija otro idioma e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The reader stopped at this page several times, so it was left out.</source>
        <translation>El lector se detuvo varias veces en esta página, así que se dejó fuera.</translation>
    </message>
    <message>
        <source>Try it again, or save the file in another format and add that.</source>
        <translation>Inténtelo de nuevo, o guarde el archivo en otro formato y añada ese.</translation>
    </message>
    <message>
        <source>Reading this page took too long and was stopped.</source>
        <translation>La lectura de esta página tardó demasiado y se detuvo.</translation>
    </message>
    <message>
        <source>Try again, or give pages more time in the settings.</source>
        <translation>Inténtelo de nuevo, o dé más tiempo a las páginas en los ajustes.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this page.</source>
        <translation>No había memoria suficiente para leer esta página.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The reader could not open the library.</source>
        <translation>El lector no pudo abrir la biblioteca.</translation>
    </message>
    <message>
        <source>This page is read by another reader now.</source>
        <translation>Ahora otro lector lee esta página.</translation>
    </message>
    <message>
        <source>Something that is needed for reading is missing.</source>
        <translation>Falta algo que se necesita para leer.</translation>
    </message>
    <message>
        <source>EasyOCR is not on this computer, or it is switched off.</source>
        <translation>EasyOCR no está en este ordenador, o está desactivado.</translation>
    </message>
    <message>
        <source>Switch it off in the settings: Sanduku reads without it.</source>
        <translation>Desactívelo en los ajustes: Sanduku lee sin él.</translation>
    </message>
    <message>
        <source>Tesseract, which reads Arabic, is missing or lacks its language files.</source>
        <translation>Falta Tesseract, que lee el árabe, o faltan sus archivos de idioma.</translation>
    </message>
    <message>
        <source>The models for reading are missing on this computer.</source>
        <translation>Faltan los modelos de lectura en este ordenador.</translation>
    </message>
    <message>
        <source>A model is damaged.</source>
        <translation>Un modelo está dañado.</translation>
    </message>
    <message>
        <source>Install its pack again; if it came with Sanduku, install Sanduku again.</source>
        <translation>Instale su paquete de nuevo; si vino con Sanduku, instale Sanduku de nuevo.</translation>
    </message>
    <message>
        <source>A model was made for a later version of Sanduku.</source>
        <translation>Un modelo se hizo para una versión posterior de Sanduku.</translation>
    </message>
    <message>
        <source>A model cannot be run on this computer.</source>
        <translation>Un modelo no funciona en este ordenador.</translation>
    </message>
    <message>
        <source>The library cannot do this.</source>
        <translation>La biblioteca no puede hacer esto.</translation>
    </message>
    <message>
        <source>There is no library in this folder.</source>
        <translation>No hay ninguna biblioteca en esta carpeta.</translation>
    </message>
    <message>
        <source>Check the folder's name, or begin a new library there.</source>
        <translation>Compruebe el nombre de la carpeta, o empiece allí una biblioteca nueva.</translation>
    </message>
    <message>
        <source>There is something in this folder already. Nothing in it was touched.</source>
        <translation>Ya hay algo en esta carpeta. No se tocó nada de ella.</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>Elija una carpeta vacía o nueva.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>La biblioteca está dañada.</translation>
    </message>
    <message>
        <source>A later version of Sanduku made this library.</source>
        <translation>Una versión posterior de Sanduku creó esta biblioteca.</translation>
    </message>
    <message>
        <source>A part of Sanduku is too old to keep a library safely.</source>
        <translation>Una parte de Sanduku es demasiado antigua para guardar una biblioteca con seguridad.</translation>
    </message>
    <message>
        <source>Another program is using the library and did not let go of it.</source>
        <translation>Otro programa está usando la biblioteca y no la soltó.</translation>
    </message>
    <message>
        <source>Wait for it to finish, or close it, and try again.</source>
        <translation>Espere a que termine, o ciérrelo, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing can be written where the library lies.</source>
        <translation>No se puede escribir donde está la biblioteca.</translation>
    </message>
    <message>
        <source>Take off the write protection of the disk, or copy the library elsewhere.</source>
        <translation>Quite la protección contra escritura del disco, o copie la biblioteca a otro lugar.</translation>
    </message>
    <message>
        <source>The disk with the library does not answer.</source>
        <translation>El disco de la biblioteca no responde.</translation>
    </message>
    <message>
        <source>The library is locked.</source>
        <translation>La biblioteca está bloqueada.</translation>
    </message>
    <message>
        <source>Give its passphrase or its recovery key.</source>
        <translation>Dé su frase secreta o su clave de recuperación.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>La frase secreta no es correcta.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, or use the recovery key.</source>
        <translation>Fíjese en las mayúsculas y en el idioma del teclado, o use la clave de recuperación.</translation>
    </message>
    <message>
        <source>The recovery key is mistyped, or belongs to another library.</source>
        <translation>La clave de recuperación está mal escrita, o es de otra biblioteca.</translation>
    </message>
    <message>
        <source>Compare it with the sheet that was printed last for this library.</source>
        <translation>Compárela con la última hoja impresa para esta biblioteca.</translation>
    </message>
    <message>
        <source>The key that this computer kept for the library is gone.</source>
        <translation>La clave que este ordenador guardaba para la biblioteca ha desaparecido.</translation>
    </message>
    <message>
        <source>Open it with the printed recovery key, then set a new passphrase.</source>
        <translation>Ábrala con la clave de recuperación impresa y ponga una frase secreta nueva.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>La frase secreta es demasiado corta.</translation>
    </message>
    <message>
        <source>Use several words that you can remember.</source>
        <translation>Use varias palabras que pueda recordar.</translation>
    </message>
    <message>
        <source>A stored file was altered or cut off.</source>
        <translation>Un archivo guardado fue alterado o cortado.</translation>
    </message>
    <message>
        <source>Add the original again, or restore a backup.</source>
        <translation>Añada el original de nuevo, o restaure una copia de seguridad.</translation>
    </message>
    <message>
        <source>A stored file is no longer there.</source>
        <translation>Un archivo guardado ya no está.</translation>
    </message>
    <message>
        <source>This needs a name with at least one letter.</source>
        <translation>Esto necesita un nombre con al menos una letra.</translation>
    </message>
    <message>
        <source>The backup cannot be made, or it is not complete.</source>
        <translation>La copia de seguridad no se puede hacer, o no está completa.</translation>
    </message>
    <message>
        <source>Use another disk or another backup, and keep those that you have.</source>
        <translation>Use otro disco u otra copia de seguridad, y conserve las que tiene.</translation>
    </message>
    <message>
        <source>This correction does not fit the page as it is now.</source>
        <translation>Esta corrección no encaja con la página tal como está ahora.</translation>
    </message>
    <message>
        <source>These four corners cannot be those of a sheet of paper.</source>
        <translation>Estas cuatro esquinas no pueden ser las de una hoja de papel.</translation>
    </message>
    <message>
        <source>Drag each corner to a corner of the sheet, so that no two sides cross.</source>
        <translation>Arrastre cada esquina a una esquina de la hoja, sin que se crucen dos lados.</translation>
    </message>
    <message>
        <source>This box cannot be read again, or holds no text.</source>
        <translation>Este recuadro no se puede leer otra vez, o no contiene texto.</translation>
    </message>
    <message>
        <source>The export could not be made.</source>
        <translation>La exportación no se pudo hacer.</translation>
    </message>
    <message>
        <source>There is no such format.</source>
        <translation>No existe ese formato.</translation>
    </message>
    <message>
        <source>This file is there already.</source>
        <translation>Este archivo ya existe.</translation>
    </message>
    <message>
        <source>The export cannot be written there.</source>
        <translation>La exportación no se puede escribir ahí.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>Nothing of this document is read yet.</source>
        <translation>Todavía no se ha leído nada de este documento.</translation>
    </message>
    <message>
        <source>Have it read first, or leave it out.</source>
        <translation>Haga que se lea primero, o déjelo fuera.</translation>
    </message>
    <message>
        <source>This format makes one file for each document.</source>
        <translation>Este formato crea un archivo por documento.</translation>
    </message>
    <message>
        <source>Choose a folder instead of a file.</source>
        <translation>Elija una carpeta en lugar de un archivo.</translation>
    </message>
    <message>
        <source>The ending of this name belongs to another format.</source>
        <translation>La terminación de este nombre es de otro formato.</translation>
    </message>
    <message>
        <source>The pattern for file names cannot be filled in.</source>
        <translation>El modelo de los nombres de archivo no se puede rellenar.</translation>
    </message>
    <message>
        <source>Use the words in braces that are offered, and plain text.</source>
        <translation>Use las palabras entre llaves que se ofrecen, y texto normal.</translation>
    </message>
    <message>
        <source>The original PDF cannot be used.</source>
        <translation>El PDF original no se puede usar.</translation>
    </message>
    <message>
        <source>Export it as text, or add the file again without its password.</source>
        <translation>Expórtelo como texto, o añada el archivo de nuevo sin su contraseña.</translation>
    </message>
    <message>
        <source>The picture of a page is missing.</source>
        <translation>Falta la imagen de una página.</translation>
    </message>
    <message>
        <source>Export the text in another format.</source>
        <translation>Exporte el texto en otro formato.</translation>
    </message>
    <message>
        <source>The search index is damaged; documents and readings are not.</source>
        <translation>El índice de búsqueda está dañado; los documentos y las lecturas no.</translation>
    </message>
    <message>
        <source>Ask whoever supports you to make the index anew.</source>
        <translation>Pida a quien le dé asistencia que rehaga el índice.</translation>
    </message>
    <message>
        <source>This computer's clock is behind the last change, or was wrong then.</source>
        <translation>El reloj de este ordenador va por detrás del último cambio, o entonces iba mal.</translation>
    </message>
    <message>
        <source>Set the date and the time of this computer right.</source>
        <translation>Ponga en hora la fecha y el reloj de este ordenador.</translation>
    </message>
    <message>
        <source>A backup or a library that was not finished lies beside this one.</source>
        <translation>Junto a esta hay una copia de seguridad o una biblioteca sin terminar.</translation>
    </message>
    <message>
        <source>If nothing is being made there now, the folder can be deleted.</source>
        <translation>Si ahora no se está creando nada allí, la carpeta se puede borrar.</translation>
    </message>
    <message>
        <source>The search index was not checked, because nothing can be written here.</source>
        <translation>El índice de búsqueda no se comprobó, porque aquí no se puede escribir.</translation>
    </message>
    <message>
        <source>Copy the folder to a disk that can be written, and check it there.</source>
        <translation>Copie la carpeta en un disco en el que se pueda escribir y compruébela allí.</translation>
    </message>
    <message>
        <source>You have no permission to read this file.</source>
        <translation>No tiene permiso para leer este archivo.</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or copy it to a folder of your own.</source>
        <translation>Pida permiso a su propietario, o cópielo a una carpeta propia.</translation>
    </message>
    <message>
        <source>The page is not read yet.</source>
        <translation>La página todavía no se ha leído.</translation>
    </message>
    <message>
        <source>Wait until it is read.</source>
        <translation>Espere a que se lea.</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Detalles: %1</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever gave it to you.</source>
        <translation>No lo use y pregunte a quien se lo dio.</translation>
    </message>
    <message>
        <source>Copy the pack again from where it came, and install that copy.</source>
        <translation>Copie de nuevo el paquete desde su origen e instale esa copia.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model pack.</source>
        <translation>Cierre otros programas o elija un paquete de modelos más pequeño.</translation>
    </message>
    <message>
        <source>Choose another model pack.</source>
        <translation>Elija otro paquete de modelos.</translation>
    </message>
    <message>
        <source>No model pack lies here.</source>
        <translation>Aquí no hay ningún paquete de modelos.</translation>
    </message>
    <message>
        <source>Choose the folder or file of a model pack.</source>
        <translation>Elija la carpeta o el archivo de un paquete de modelos.</translation>
    </message>
    <message>
        <source>This model pack is not safe; nothing of it was unpacked.</source>
        <translation>Este paquete de modelos no es seguro; no se extrajo nada de él.</translation>
    </message>
    <message>
        <source>This model pack holds more than it says.</source>
        <translation>Este paquete de modelos contiene más de lo que declara.</translation>
    </message>
    <message>
        <source>This model pack is not complete: its copy was broken off.</source>
        <translation>Este paquete de modelos no está completo: su copia se interrumpió.</translation>
    </message>
    <message>
        <source>A file of this model pack was changed or damaged on its way. Nothing was installed.</source>
        <translation>Un archivo de este paquete de modelos fue cambiado o dañado en el camino. No se instaló nada.</translation>
    </message>
    <message>
        <source>The model pack cannot be read any more.</source>
        <translation>El paquete de modelos ya no se puede leer.</translation>
    </message>
    <message>
        <source>Put the stick in again and install once more; what was copied is kept.</source>
        <translation>Conecte de nuevo la memoria USB e instale otra vez; lo ya copiado se conserva.</translation>
    </message>
    <message>
        <source>This version of Sanduku cannot run this model pack.</source>
        <translation>Esta versión de Sanduku no puede ejecutar este paquete de modelos.</translation>
    </message>
    <message>
        <source>The model pack was tried on this computer and gave wrong answers. It is not used.</source>
        <translation>El paquete de modelos se probó en este ordenador y dio respuestas equivocadas. No se usa.</translation>
    </message>
    <message>
        <source>Tell whoever made the pack.</source>
        <translation>Avise a quien hizo el paquete.</translation>
    </message>
    <message>
        <source>This model belongs to Sanduku itself, which renews it.</source>
        <translation>Este modelo pertenece a Sanduku, que lo renueva.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this model pack.</source>
        <translation>No hay espacio suficiente en el disco para este paquete de modelos.</translation>
    </message>
    <message>
        <source>Free some space or remove a model pack, then try again.</source>
        <translation>Libere espacio o elimine un paquete de modelos y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Nothing can be written where model packs are kept.</source>
        <translation>No se puede escribir donde se guardan los paquetes de modelos.</translation>
    </message>
    <message>
        <source>Check that this folder is yours to write in.</source>
        <translation>Compruebe que puede escribir en esta carpeta.</translation>
    </message>
    <message>
        <source>Model packs are being installed or used just now.</source>
        <translation>En este momento se están instalando o usando paquetes de modelos.</translation>
    </message>
    <message>
        <source>Wait until that has finished, then try again.</source>
        <translation>Espere a que termine y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Something must be agreed to before this model pack is installed.</source>
        <translation>Hay que aceptar algo antes de instalar este paquete de modelos.</translation>
    </message>
    <message>
        <source>Read what is said about it, and agree if you do.</source>
        <translation>Lea lo que se dice de él y acéptelo si está de acuerdo.</translation>
    </message>
    <message>
        <source>The signature of this model pack is broken. It is not used.</source>
        <translation>La firma de este paquete de modelos no es válida. No se usa.</translation>
    </message>
    <message>
        <source>This model pack is signed by somebody whom this computer does not trust.</source>
        <translation>Este paquete de modelos está firmado por alguien en quien este ordenador no confía.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the signer by phone or on paper before you trust them.</source>
        <translation>Compare la huella con el firmante por teléfono o en papel antes de confiar en él.</translation>
    </message>
    <message>
        <source>This model pack is not signed by whoever signed the installed one.</source>
        <translation>Este paquete de modelos no está firmado por quien firmó el instalado.</translation>
    </message>
    <message>
        <source>Ask whoever signed the installed one for the pack.</source>
        <translation>Pida el paquete a quien firmó el instalado.</translation>
    </message>
    <message>
        <source>This model pack is older than one that was installed here before.</source>
        <translation>Este paquete de modelos es más antiguo que otro que ya se instaló aquí.</translation>
    </message>
    <message>
        <source>Bring the newest one from its signer.</source>
        <translation>Traiga el más reciente de su firmante.</translation>
    </message>
    <message>
        <source>This file does not tell whom to trust.</source>
        <translation>Este archivo no dice en quién confiar.</translation>
    </message>
    <message>
        <source>Ask the signer of the packs for the right file.</source>
        <translation>Pida al firmante de los paquetes el archivo correcto.</translation>
    </message>
    <message>
        <source>The fingerprint is not that of this file.</source>
        <translation>La huella no es la de este archivo.</translation>
    </message>
    <message>
        <source>Ask the signer for it by another way. If it still differs, do not trust the file.</source>
        <translation>Pídala al firmante por otro medio. Si sigue siendo distinta, no confíe en el archivo.</translation>
    </message>
    <message>
        <source>Nothing can be asked about this page, or said of this answer.</source>
        <translation>No se puede preguntar nada sobre esta página, ni decir nada de esta respuesta.</translation>
    </message>
    <message>
        <source>There is not enough free memory for this model. Nothing was lost.</source>
        <translation>No hay memoria libre suficiente para este modelo. No se perdió nada.</translation>
    </message>
    <message>
        <source>The graphics card cannot run this model.</source>
        <translation>La tarjeta gráfica no puede ejecutar este modelo.</translation>
    </message>
    <message>
        <source>Let the processor do it.</source>
        <translation>Deje que lo haga el procesador.</translation>
    </message>
    <message>
        <source>There are too few photos with known labels to learn from.</source>
        <translation>Hay muy pocas fotos con etiquetas conocidas para aprender de ellas.</translation>
    </message>
    <message>
        <source>Add more photos of each label.</source>
        <translation>Añada más fotos de cada etiqueta.</translation>
    </message>
    <message>
        <source>The folders with the photos have other names than questions and labels.</source>
        <translation>Las carpetas de las fotos no se llaman como las preguntas y las etiquetas.</translation>
    </message>
    <message>
        <source>Name them like the questions and labels.</source>
        <translation>Póngales el nombre de las preguntas y las etiquetas.</translation>
    </message>
    <message>
        <source>What was learnt from the photos does not hold for others.</source>
        <translation>Lo aprendido de las fotos no vale para otras.</translation>
    </message>
    <message>
        <source>Look whether their labels are right, and add more photos.</source>
        <translation>Compruebe que sus etiquetas sean correctas y añada más fotos.</translation>
    </message>
    <message>
        <source>The model cannot answer in the form that was asked for.</source>
        <translation>El modelo no puede responder en la forma pedida.</translation>
    </message>
    <message>
        <source>Sanduku does not know how to run a part of this model pack.</source>
        <translation>Sanduku no sabe ejecutar una parte de este paquete de modelos.</translation>
    </message>
    <message>
        <source>The model needs more memory than there is.</source>
        <translation>El modelo necesita más memoria de la que hay.</translation>
    </message>
    <message>
        <source>No installed model pack can do this.</source>
        <translation>Ningún paquete de modelos instalado puede hacer esto.</translation>
    </message>
    <message>
        <source>Install one that can.</source>
        <translation>Instale uno que pueda.</translation>
    </message>
    <message>
        <source>The model gave no usable answer.</source>
        <translation>El modelo no dio ninguna respuesta utilizable.</translation>
    </message>
    <message>
        <source>Try again, or choose another model pack.</source>
        <translation>Vuelva a intentarlo o elija otro paquete de modelos.</translation>
    </message>
    <message>
        <source>The parts of this model pack do not fit each other.</source>
        <translation>Las partes de este paquete de modelos no encajan entre sí.</translation>
    </message>
    <message>
        <source>This picture cannot be looked at.</source>
        <translation>Esta imagen no se puede mirar.</translation>
    </message>
    <message>
        <source>The model pack does not know this way of looking at a picture.</source>
        <translation>El paquete de modelos no conoce esta forma de mirar una imagen.</translation>
    </message>
    <message>
        <source>The question is empty or too long.</source>
        <translation>La pregunta está vacía o es demasiado larga.</translation>
    </message>
    <message>
        <source>Ask it in fewer words.</source>
        <translation>Hágala con menos palabras.</translation>
    </message>
    <message>
        <source>The description of the values to find cannot be used.</source>
        <translation>La descripción de los valores que buscar no se puede usar.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Corríjala y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Picture and question together are more than the model can hold.</source>
        <translation>La imagen y la pregunta juntas son más de lo que cabe en el modelo.</translation>
    </message>
    <message>
        <source>Ask a shorter question, or have the picture looked at less closely.</source>
        <translation>Haga una pregunta más corta o pida que se mire la imagen con menos detalle.</translation>
    </message>
    <message>
        <source>These words cannot be searched for.</source>
        <translation>No se pueden buscar estas palabras.</translation>
    </message>
    <message>
        <source>Say in a few words what the photo shows.</source>
        <translation>Diga en pocas palabras lo que muestra la foto.</translation>
    </message>
    <message>
        <source>Ask headquarters.</source>
        <translation>Pregunte a la sede.</translation>
    </message>
    <message>
        <source>Ask headquarters for a new invitation.</source>
        <translation>Pida a la sede una invitación nueva.</translation>
    </message>
    <message>
        <source>Update Sanduku here, or ask headquarters to update.</source>
        <translation>Actualice Sanduku aquí o pida a la sede que actualice.</translation>
    </message>
    <message>
        <source>Check the connection, and try again later.</source>
        <translation>Compruebe la conexión e inténtelo más tarde.</translation>
    </message>
    <message>
        <source>Ask headquarters to write the answer onto the stick again.</source>
        <translation>Pida a la sede que vuelva a escribir la respuesta en la memoria USB.</translation>
    </message>
    <message>
        <source>Your work could not be sent.</source>
        <translation>No se pudo enviar su trabajo.</translation>
    </message>
    <message>
        <source>Sending was asked for in a way that is not understood.</source>
        <translation>Se pidió el envío de una forma que no se entiende.</translation>
    </message>
    <message>
        <source>Start Sanduku again.</source>
        <translation>Inicie Sanduku de nuevo.</translation>
    </message>
    <message>
        <source>Another program sends the work of this library just now.</source>
        <translation>Otro programa está enviando ahora el trabajo de esta biblioteca.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then send what is left.</source>
        <translation>Espere a que termine y envíe después lo que quede.</translation>
    </message>
    <message>
        <source>Headquarters refused this.</source>
        <translation>La sede lo rechazó.</translation>
    </message>
    <message>
        <source>What headquarters sent cannot be understood.</source>
        <translation>Lo que envió la sede no se entiende.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>La red está desactivada en los ajustes.</translation>
    </message>
    <message>
        <source>Allow it in the settings, or use a USB stick.</source>
        <translation>Permítala en los ajustes o use una memoria USB.</translation>
    </message>
    <message>
        <source>Headquarters did not answer.</source>
        <translation>La sede no respondió.</translation>
    </message>
    <message>
        <source>The data that may be used today is used.</source>
        <translation>Se han usado los datos permitidos para hoy.</translation>
    </message>
    <message>
        <source>Sending goes on tomorrow. Or allow more data in the settings.</source>
        <translation>El envío sigue mañana. O permita más datos en los ajustes.</translation>
    </message>
    <message>
        <source>What answered is not your headquarters. Nothing was sent to it.</source>
        <translation>Lo que respondió no es su sede. No se le envió nada.</translation>
    </message>
    <message>
        <source>In a network with a log-in page, log in first. See whether the date of this computer is right. Otherwise ask headquarters.</source>
        <translation>En una red con página de inicio de sesión, inicie sesión primero. Vea si la fecha de este ordenador es correcta. Si no, pregunte a la sede.</translation>
    </message>
    <message>
        <source>This network wants you to log in before it lets anything through. Nothing is lost.</source>
        <translation>Esta red pide que inicie sesión antes de dejar pasar nada. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>Open a web browser, log in to the network there, and send again. Or use another network.</source>
        <translation>Abra un navegador web, inicie sesión en la red y envíe de nuevo. O use otra red.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password. Nothing is lost.</source>
        <translation>El proxy de esta red pide un nombre y una contraseña. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>Ask whoever runs the network for them, and write them into the address of the proxy in the settings: http://NAME:PASSWORD@HOST:PORT.</source>
        <translation>Pídalos a quien administra la red y escríbalos en la dirección del proxy, en los ajustes: http://NAME:PASSWORD@HOST:PORT.</translation>
    </message>
    <message>
        <source>The invitation names no address of headquarters that can be used.</source>
        <translation>La invitación no indica ninguna dirección de la sede que se pueda usar.</translation>
    </message>
    <message>
        <source>This library belongs to another team already.</source>
        <translation>Esta biblioteca ya pertenece a otro equipo.</translation>
    </message>
    <message>
        <source>Leave that team first, or make a new library.</source>
        <translation>Deje primero ese equipo o cree una biblioteca nueva.</translation>
    </message>
    <message>
        <source>This is no invitation to a team, or a part of it is missing.</source>
        <translation>Esto no es una invitación a un equipo o le falta una parte.</translation>
    </message>
    <message>
        <source>Ask headquarters to send it again.</source>
        <translation>Pida a la sede que la envíe de nuevo.</translation>
    </message>
    <message>
        <source>No QR code of an invitation can be read in this picture.</source>
        <translation>En esta imagen no se puede leer ningún código QR de invitación.</translation>
    </message>
    <message>
        <source>Take the photo from straight above, sharp, in good light, with white around the code.</source>
        <translation>Haga la foto de frente, nítida, con buena luz y con blanco alrededor del código.</translation>
    </message>
    <message>
        <source>What lies on the stick cannot be used.</source>
        <translation>Lo que hay en la memoria USB no se puede usar.</translation>
    </message>
    <message>
        <source>There is nothing of Sanduku in this folder, or only half of it.</source>
        <translation>En esta carpeta no hay nada de Sanduku, o solo una parte.</translation>
    </message>
    <message>
        <source>Choose the folder on the stick whose name begins with “sanduku”.</source>
        <translation>Elija la carpeta de la memoria USB cuyo nombre empieza por «sanduku».</translation>
    </message>
    <message>
        <source>A part of what lies on the stick is missing or damaged.</source>
        <translation>Falta o está dañada una parte de lo que hay en la memoria USB.</translation>
    </message>
    <message>
        <source>What lies in this folder is not for this library.</source>
        <translation>Lo que hay en esta carpeta no es para esta biblioteca.</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote for you.</source>
        <translation>Elija la carpeta que la sede escribió para usted.</translation>
    </message>
    <message>
        <source>A later version of Sanduku wrote what lies on the stick.</source>
        <translation>Una versión posterior de Sanduku escribió lo que hay en la memoria USB.</translation>
    </message>
    <message>
        <source>Update Sanduku here, then take it.</source>
        <translation>Actualice Sanduku aquí y tómelo después.</translation>
    </message>
    <message>
        <source>Headquarters has shut this computer out. Nothing on this computer is lost.</source>
        <translation>La sede ha excluido este ordenador. No se pierde nada en este ordenador.</translation>
    </message>
    <message>
        <source>Headquarters does not know this invitation.</source>
        <translation>La sede no conoce esta invitación.</translation>
    </message>
    <message>
        <source>Another computer has used this invitation.</source>
        <translation>Otro ordenador ha usado esta invitación.</translation>
    </message>
    <message>
        <source>The invitation has expired.</source>
        <translation>La invitación ha caducado.</translation>
    </message>
    <message>
        <source>The disk of headquarters is full.</source>
        <translation>El disco de la sede está lleno.</translation>
    </message>
    <message>
        <source>Copy the update again from where it came, and use that copy.</source>
        <translation>Copie de nuevo la actualización desde su origen y use esa copia.</translation>
    </message>
    <message>
        <source>Save the diagnostics, and send them to whoever gave you the update.</source>
        <translation>Guarde el diagnóstico y envíelo a quien le dio la actualización.</translation>
    </message>
    <message>
        <source>Keep the version that you have.</source>
        <translation>Quédese con la versión que tiene.</translation>
    </message>
    <message>
        <source>Whoever signed this may sign models for this computer, and no programs.</source>
        <translation>Quien firmó esto puede firmar modelos para este equipo, pero no programas.</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever looks after your computers.</source>
        <translation>No lo use y pregunte a quien se ocupa de sus equipos.</translation>
    </message>
    <message>
        <source>There is no update for this computer.</source>
        <translation>No hay ninguna actualización para este equipo.</translation>
    </message>
    <message>
        <source>Plug in the stick with the update, or choose its file.</source>
        <translation>Conecte la memoria con la actualización, o elija su archivo.</translation>
    </message>
    <message>
        <source>The update is not complete: its copy was broken off.</source>
        <translation>La actualización no está completa: su copia se interrumpió.</translation>
    </message>
    <message>
        <source>The update was changed or damaged on its way.</source>
        <translation>La actualización se modificó o se dañó por el camino.</translation>
    </message>
    <message>
        <source>This update is not safe; nothing of it was installed.</source>
        <translation>Esta actualización no es segura; no se instaló nada de ella.</translation>
    </message>
    <message>
        <source>The update cannot be read any more.</source>
        <translation>La actualización ya no se puede leer.</translation>
    </message>
    <message>
        <source>Put the stick in again, and do the same again.</source>
        <translation>Vuelva a conectar la memoria y haga lo mismo otra vez.</translation>
    </message>
    <message>
        <source>This update was made for later versions of Sanduku.</source>
        <translation>Esta actualización es para versiones posteriores de Sanduku.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku from its package once.</source>
        <translation>Instale una vez la última versión de Sanduku desde su paquete.</translation>
    </message>
    <message>
        <source>Nobody vouches for this update: its signature is missing or broken.</source>
        <translation>Nadie responde por esta actualización: su firma falta o no es válida.</translation>
    </message>
    <message>
        <source>The update is signed by somebody whom this computer does not trust.</source>
        <translation>La actualización está firmada por alguien en quien este equipo no confía.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers whether it is to be trusted.</source>
        <translation>Pregunte a quien cuida de sus equipos si se puede confiar en ella.</translation>
    </message>
    <message>
        <source>The signature of this update should have been renewed.</source>
        <translation>La firma de esta actualización debería haberse renovado.</translation>
    </message>
    <message>
        <source>Ask for a newer one, or agree to install it all the same.</source>
        <translation>Pida una más reciente, o acepte instalarla de todos modos.</translation>
    </message>
    <message>
        <source>This update is for another kind of computer.</source>
        <translation>Esta actualización es para otro tipo de equipo.</translation>
    </message>
    <message>
        <source>Ask for the update for your computer.</source>
        <translation>Pida la actualización para su equipo.</translation>
    </message>
    <message>
        <source>The new version needs a later system than this computer has.</source>
        <translation>La nueva versión necesita un sistema posterior al de este equipo.</translation>
    </message>
    <message>
        <source>This is an earlier version than yours, which may not read your work.</source>
        <translation>Es una versión anterior a la suya, que quizá no pueda leer su trabajo.</translation>
    </message>
    <message>
        <source>You have this version already.</source>
        <translation>Ya tiene esta versión.</translation>
    </message>
    <message>
        <source>This Sanduku runs from its source, which an update does not change.</source>
        <translation>Este Sanduku funciona desde su código fuente, que una actualización no cambia.</translation>
    </message>
    <message>
        <source>Renew the source as you got it, and set it up again.</source>
        <translation>Renueve el código fuente como lo obtuvo, y prepárelo de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough room for the update and the backup before it.</source>
        <translation>No hay bastante espacio para la actualización y la copia de seguridad previa.</translation>
    </message>
    <message>
        <source>Free some space, and install it again.</source>
        <translation>Libere espacio e instálela de nuevo.</translation>
    </message>
    <message>
        <source>Nothing can be written where new versions are put.</source>
        <translation>No se puede escribir donde se ponen las versiones nuevas.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers to let you write there.</source>
        <translation>Pida a quien cuida de sus equipos que le deje escribir ahí.</translation>
    </message>
    <message>
        <source>Sanduku is at work in another place.</source>
        <translation>Sanduku está trabajando en otro lugar.</translation>
    </message>
    <message>
        <source>Wait until it is done, or close it there, and do it again.</source>
        <translation>Espere a que termine, o ciérrelo allí, y hágalo de nuevo.</translation>
    </message>
    <message>
        <source>The new version does not work on this computer, and is not used.</source>
        <translation>La nueva versión no funciona en este equipo y no se usa.</translation>
    </message>
    <message>
        <source>The new version could not take over a copy of your work.</source>
        <translation>La nueva versión no pudo hacerse cargo de una copia de su trabajo.</translation>
    </message>
    <message>
        <source>There is no version before to go back to.</source>
        <translation>No hay ninguna versión anterior a la que volver.</translation>
    </message>
    <message>
        <source>There is no later version on this computer to use again.</source>
        <translation>En este equipo no hay ninguna versión posterior que volver a usar.</translation>
    </message>
    <message>
        <source>Install the latest update from its file.</source>
        <translation>Instale la última actualización desde su archivo.</translation>
    </message>
    <message>
        <source>This version could not bring your library up to date.</source>
        <translation>Esta versión no pudo poner al día su biblioteca.</translation>
    </message>
    <message>
        <source>Install the version that you had before, and tell whoever gave you this one.</source>
        <translation>Instale la versión que tenía antes y avise a quien le dio esta.</translation>
    </message>
    <message>
        <source>The version before cannot read your work any more.</source>
        <translation>La versión anterior ya no puede leer su trabajo.</translation>
    </message>
    <message>
        <source>The file cannot be written there, or there is one of this name.</source>
        <translation>El archivo no se puede escribir ahí, o ya hay uno con ese nombre.</translation>
    </message>
</context>
</TS>
