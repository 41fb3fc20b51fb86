<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>This goes to headquarters with the next sending.</source>
        <translation>Esto va a la sede con el próximo envío.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier change(s)</source>
        <translation>
            <numerusform>y %Ln cambio anterior</numerusform>
            <numerusform>y %Ln cambios anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close Sanduku</source>
        <translation>Cerrar Sanduku</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>The stick is not written to the end.</source>
        <translation>La memoria USB no se ha terminado de escribir.</translation>
    </message>
    <message>
        <source>If you close now, what is written is taken off it again. Nothing is lost.</source>
        <translation>Si cierra ahora, lo escrito se quita de ella. No se pierde nada.</translation>
    </message>
    <message>
        <source>The answer on the stick is not taken to the end.</source>
        <translation>La respuesta de la memoria USB no se ha recogido del todo.</translation>
    </message>
    <message>
        <source>Nothing is lost: take it again the next time.</source>
        <translation>No se pierde nada: recójala otra vez la próxima vez.</translation>
    </message>
    <message>
        <source>A model from headquarters is not here to the end.</source>
        <translation>Un modelo de la sede no ha llegado del todo.</translation>
    </message>
    <message>
        <source>What has come is kept; it goes on from there the next time.</source>
        <translation>Lo que llegó se conserva; la próxima vez sigue desde ahí.</translation>
    </message>
    <message>
        <source>Sending is not finished.</source>
        <translation>El envío no ha terminado.</translation>
    </message>
    <message>
        <source>What has arrived at headquarters counts; the rest goes the next time.</source>
        <translation>Lo que llegó a la sede cuenta; el resto irá la próxima vez.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln cambio</numerusform>
            <numerusform>%Ln cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to send %Ln</source>
        <translation>
            <numerusform>%Ln por enviar</numerusform>
            <numerusform>%Ln por enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Todo enviado</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Por enviar</translation>
    </message>
</context>
<context>
    <name>FreedPage</name>
    <message>
        <source>Freed space</source>
        <translation>Espacio liberado</translation>
    </message>
    <message>
        <source>Page images and originals of approved documents may leave this computer once headquarters has signed to have them, and its backup too. Text and small images always stay.</source>
        <translation>Las imágenes de las páginas y los originales de los documentos aprobados pueden salir de este ordenador cuando la sede ha firmado que los tiene, y su copia de seguridad también. El texto y las imágenes pequeñas se quedan siempre.</translation>
    </message>
    <message>
        <source>Free the space</source>
        <translation>Liberar el espacio</translation>
    </message>
    <message>
        <source>%1 can be freed: the files of %2.</source>
        <translation>Se pueden liberar %1: los archivos de %2.</translation>
    </message>
    <message>
        <source>Nothing can be freed now.</source>
        <translation>Ahora no se puede liberar nada.</translation>
    </message>
    <message>
        <source>Page images and originals are not sent over the network, as the settings say; a stick can bring them there.</source>
        <translation>Las imágenes de páginas y los originales no se envían por la red, según los ajustes; una memoria USB puede llevarlos.</translation>
    </message>
    <message>
        <source>%1, %2, left on %3</source>
        <translation>%1, %2, salieron el %3</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Fetch from headquarters</source>
        <translation>Traer de la sede</translation>
    </message>
    <message numerus="yes">
        <source>%1 freed. The files can be brought back for %Ln day(s).</source>
        <translation>
            <numerusform>Se liberaron %1. Los archivos se pueden recuperar durante %Ln día.</numerusform>
            <numerusform>Se liberaron %1. Los archivos se pueden recuperar durante %Ln días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The files of %1 are here again.</source>
        <translation>Los archivos de %1 están aquí de nuevo.</translation>
    </message>
</context>
<context>
    <name>FromHeadquartersPage</name>
    <message>
        <source>From headquarters</source>
        <translation>De la sede</translation>
    </message>
    <message>
        <source>Nothing waits for an answer from you.</source>
        <translation>Nada espera una respuesta suya.</translation>
    </message>
    <message numerus="yes">
        <source>%1, page %Ln</source>
        <translation>
            <numerusform>%1, página %Ln</numerusform>
            <numerusform>%1, página %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions: %1</source>
        <translation>Dos versiones: %1</translation>
    </message>
    <message>
        <source>Changed there and here. For now the line reads as headquarters wants it.</source>
        <translation>Cambiada allí y aquí. Por ahora la línea dice lo que quiere la sede.</translation>
    </message>
    <message>
        <source>Headquarters corrected a line that is no longer there.</source>
        <translation>La sede corrigió una línea que ya no existe.</translation>
    </message>
    <message>
        <source>Headquarters corrected a page that was read anew here since.</source>
        <translation>La sede corrigió una página que aquí se ha vuelto a leer.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Antes: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Keep headquarters'</source>
        <translation>Quedarse con la de la sede</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Headquarters (%2): %1</source>
        <translation>Sede (%2): %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Aquí: %1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Quedarse con la mía</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Quedarse con esto</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>O escriba lo que es correcto</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>Devuelto: %1</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>No se indicó ningún motivo.</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Observación: %1</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>«%1» (%2)</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Abrir el documento</translation>
    </message>
    <message>
        <source>Settled. Headquarters hears of it with the next sending.</source>
        <translation>Resuelto. La sede lo sabrá con el próximo envío.</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a team</source>
        <translation>Unirse a un equipo</translation>
    </message>
    <message>
        <source>Headquarters gives you an invitation: a file, a text, or a QR code on paper. Choose the file or a photo of the code, drop it here, or paste the text.</source>
        <translation>La sede le da una invitación: un archivo, un texto o un código QR en papel. Elija el archivo o una foto del código, suéltelo aquí o pegue el texto.</translation>
    </message>
    <message>
        <source>Choose a file or a photo…</source>
        <translation>Elegir un archivo o una foto…</translation>
    </message>
    <message>
        <source>Paste the text of the invitation here</source>
        <translation>Pegue aquí el texto de la invitación</translation>
    </message>
    <message>
        <source>Text of the invitation</source>
        <translation>Texto de la invitación</translation>
    </message>
    <message>
        <source>Compare this with what headquarters tells you, by phone or on paper. It must be the same:</source>
        <translation>Compare esto con lo que le dice la sede, por teléfono o en papel. Debe ser igual:</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters</source>
        <translation>Huella de la sede</translation>
    </message>
    <message>
        <source>All documents of this library go to that headquarters, those added before as well.</source>
        <translation>Todos los documentos de esta biblioteca van a esa sede, también los añadidos antes.</translation>
    </message>
    <message>
        <source>I compared it, and it is the same.</source>
        <translation>La he comparado y es igual.</translation>
    </message>
    <message>
        <source>Use no network now; headquarters hears of me later, or by a stick.</source>
        <translation>No usar la red ahora; la sede sabrá de mí más tarde o por una memoria USB.</translation>
    </message>
    <message>
        <source>Another invitation</source>
        <translation>Otra invitación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Invitations (%1)</source>
        <translation>Invitaciones (%1)</translation>
    </message>
    <message>
        <source>Team %1, at %2</source>
        <translation>Equipo %1, en %2</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>Espere…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Every use of the network that Sanduku has made. There is no other.</source>
        <translation>Cada uso de la red que ha hecho Sanduku. No hay otro.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Joining the team</source>
        <translation>Unión al equipo</translation>
    </message>
    <message>
        <source>Fetching files</source>
        <translation>Traída de archivos</translation>
    </message>
    <message>
        <source>Looking whether the network is there</source>
        <translation>Comprobación de si la red está</translation>
    </message>
    <message>
        <source>Sanduku has not used the network. Every use of it will stand here.</source>
        <translation>Sanduku no ha usado la red. Cada uso aparecerá aquí.</translation>
    </message>
    <message>
        <source>%1, by itself</source>
        <translation>%1, por sí solo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
</context>
<context>
    <name>OfferNotice</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show what headquarters offers</source>
        <translation>Mostrar lo que ofrece la sede</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Offered by headquarters</source>
        <translation>Ofrecido por la sede</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters asks to install %Ln model(s) soon: %1</source>
        <translation>
            <numerusform>La sede pide instalar pronto %Ln modelo: %1</numerusform>
            <numerusform>La sede pide instalar pronto %Ln modelos: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters offers %Ln model(s): %1</source>
        <translation>
            <numerusform>La sede ofrece %Ln modelo: %1</numerusform>
            <numerusform>La sede ofrece %Ln modelos: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendByStickDialog</name>
    <message>
        <source>Take the answer from a stick</source>
        <translation>Tomar la respuesta de una memoria USB</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote onto the stick. Its name begins with “sanduku”.</source>
        <translation>Elija la carpeta que la sede escribió en la memoria USB. Su nombre empieza por «sanduku».</translation>
    </message>
    <message>
        <source>Write to a stick</source>
        <translation>Escribir en una memoria USB</translation>
    </message>
    <message>
        <source>Everything that headquarters does not have yet is written, encrypted for it alone. Whoever finds the stick can read nothing.</source>
        <translation>Se escribe todo lo que la sede aún no tiene, cifrado solo para ella. Quien encuentre la memoria no puede leer nada.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Choose the stick…</source>
        <translation>Elegir la memoria USB…</translation>
    </message>
    <message>
        <source>Page images and originals too (much larger)</source>
        <translation>También las imágenes de las páginas y los originales (mucho más grande)</translation>
    </message>
    <message>
        <source>From the very beginning, also what headquarters has confirmed</source>
        <translation>Desde el principio, también lo que la sede ha confirmado</translation>
    </message>
    <message>
        <source>Another stick…</source>
        <translation>Otra memoria USB…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>You stopped it; nothing is left on the stick.</source>
        <translation>Lo detuvo; no queda nada en la memoria USB.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Aún no se ha elegido nada.</translation>
    </message>
    <message>
        <source>About %1 is written.</source>
        <translation>Se escribirán unos %1.</translation>
    </message>
    <message>
        <source>Headquarters has everything: nothing waits to be written.</source>
        <translation>La sede lo tiene todo: no queda nada por escribir.</translation>
    </message>
    <message>
        <source>Take the answer</source>
        <translation>Tomar la respuesta</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
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
<context>
    <name>Sending</name>
    <message>
        <source>Text and corrections</source>
        <translation>Texto y correcciones</translation>
    </message>
    <message>
        <source>Where the text stands</source>
        <translation>Dónde está el texto</translation>
    </message>
    <message>
        <source>Small images</source>
        <translation>Imágenes pequeñas</translation>
    </message>
    <message>
        <source>Parts of pages that headquarters asked for</source>
        <translation>Partes de páginas que pidió la sede</translation>
    </message>
    <message>
        <source>Page images and originals</source>
        <translation>Imágenes de páginas y originales</translation>
    </message>
    <message>
        <source>Calling headquarters</source>
        <translation>Llamando a la sede</translation>
    </message>
    <message>
        <source>Sending text and corrections</source>
        <translation>Enviando texto y correcciones</translation>
    </message>
    <message>
        <source>Taking what headquarters says</source>
        <translation>Recibiendo lo que dice la sede</translation>
    </message>
    <message>
        <source>Cutting parts of pages</source>
        <translation>Recortando partes de páginas</translation>
    </message>
    <message>
        <source>Asking what headquarters needs</source>
        <translation>Preguntando qué necesita la sede</translation>
    </message>
    <message>
        <source>Sending images</source>
        <translation>Enviando imágenes</translation>
    </message>
    <message>
        <source>Waiting for the receipt</source>
        <translation>Esperando el recibo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>Documento añadido</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renombrado</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Movido a la papelera</translation>
    </message>
    <message>
        <source>Taken out of the trash</source>
        <translation>Sacado de la papelera</translation>
    </message>
    <message>
        <source>Removed for good</source>
        <translation>Eliminado para siempre</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>Etiqueta añadida</translation>
    </message>
    <message>
        <source>Tag taken away</source>
        <translation>Etiqueta quitada</translation>
    </message>
    <message>
        <source>Put into a case</source>
        <translation>Puesto en un caso</translation>
    </message>
    <message>
        <source>Taken out of a case</source>
        <translation>Sacado de un caso</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>Marcado como problema</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>Para revisar de nuevo</translation>
    </message>
    <message>
        <source>Page read</source>
        <translation>Página leída</translation>
    </message>
    <message>
        <source>Page could not be read</source>
        <translation>No se pudo leer la página</translation>
    </message>
    <message>
        <source>Text corrected</source>
        <translation>Texto corregido</translation>
    </message>
    <message>
        <source>Line added</source>
        <translation>Línea añadida</translation>
    </message>
    <message>
        <source>Line deleted</source>
        <translation>Línea eliminada</translation>
    </message>
    <message>
        <source>Line split</source>
        <translation>Línea dividida</translation>
    </message>
    <message>
        <source>Lines joined</source>
        <translation>Líneas unidas</translation>
    </message>
    <message>
        <source>Case made</source>
        <translation>Caso creado</translation>
    </message>
    <message>
        <source>Case changed</source>
        <translation>Caso cambiado</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Pregunta respondida</translation>
    </message>
    <message>
        <source>Other change</source>
        <translation>Otro cambio</translation>
    </message>
</context>
<context>
    <name>SendingPart</name>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>La red está desactivada en los ajustes.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln to send</source>
        <translation>
            <numerusform>Sin conexión, %Ln por enviar</numerusform>
            <numerusform>Sin conexión, %Ln por enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent, %Ln waiting</source>
        <translation>
            <numerusform>No enviado, %Ln en espera</numerusform>
            <numerusform>No enviado, %Ln en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Último envío: %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Aún no se ha enviado nada.</translation>
    </message>
    <message>
        <source>This library belongs to the team %1 now.</source>
        <translation>Esta biblioteca pertenece ahora al equipo %1.</translation>
    </message>
    <message>
        <source>The team %1 is known here. Headquarters hears of this computer with the first sending.</source>
        <translation>El equipo %1 ya se conoce aquí. La sede sabrá de este ordenador con el primer envío.</translation>
    </message>
    <message numerus="yes">
        <source>Sent. %Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Enviado. Llegó %Ln mensaje de la sede.</numerusform>
            <numerusform>Enviado. Llegaron %Ln mensajes de la sede.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Todo está enviado.</translation>
    </message>
    <message>
        <source>Installed because headquarters calls it urgent: %1</source>
        <translation>Instalado porque la sede lo considera urgente: %1</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has changed %Ln setting(s) of the reading.</source>
        <translation>
            <numerusform>La sede ha cambiado %Ln ajuste de la lectura.</numerusform>
            <numerusform>La sede ha cambiado %Ln ajustes de la lectura.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending goes on: it was stopped when the library was locked.</source>
        <translation>El envío continúa: se detuvo al bloquear la biblioteca.</translation>
    </message>
    <message>
        <source>The stick was not written, as the library was locked. Nothing is left on it.</source>
        <translation>La memoria USB no se escribió porque se bloqueó la biblioteca. No queda nada en ella.</translation>
    </message>
    <message>
        <source>It was stopped when the library was locked. What came is kept.</source>
        <translation>Se detuvo al bloquear la biblioteca. Lo que llegó se conserva.</translation>
    </message>
    <message>
        <source>Stopped. What has arrived at headquarters counts.</source>
        <translation>Detenido. Lo que llegó a la sede cuenta.</translation>
    </message>
</context>
<context>
    <name>SendingView</name>
    <message>
        <source>Ready to send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>This library belongs to no team</source>
        <translation>Esta biblioteca no pertenece a ningún equipo</translation>
    </message>
    <message>
        <source>Join a team with the invitation of its headquarters, and your work can be sent there: over any network, or by a stick. Nothing leaves this computer before that.</source>
        <translation>Únase a un equipo con la invitación de su sede y podrá enviar allí su trabajo: por cualquier red o con una memoria USB. Antes de eso nada sale de este ordenador.</translation>
    </message>
    <message>
        <source>Join a team…</source>
        <translation>Unirse a un equipo…</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Dejar el equipo</translation>
    </message>
    <message>
        <source>Leave the team %1?</source>
        <translation>¿Dejar el equipo %1?</translation>
    </message>
    <message>
        <source>Nothing is sent any more, and nothing is lost. To come back needs a new invitation.</source>
        <translation>Ya no se envía nada y no se pierde nada. Para volver hace falta una invitación nueva.</translation>
    </message>
    <message numerus="yes">
        <source>The originals of %Ln document(s) are at headquarters alone. Fetch them first, under “Freed space”: afterwards they cannot be fetched.</source>
        <translation>
            <numerusform>Los originales de %Ln documento están solo en la sede. Tráigalos primero, en «Espacio liberado»: después no se podrá.</numerusform>
            <numerusform>Los originales de %Ln documentos están solo en la sede. Tráigalos primero, en «Espacio liberado»: después no se podrá.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Dejar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>This library belongs to no team now.</source>
        <translation>Esta biblioteca ya no pertenece a ningún equipo.</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>Written: %1 and %2, %3, in the folder %4.</source>
        <translation>Escrito: %1 y %2, %3, en la carpeta %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged or gone here and were left out.</source>
        <translation>
            <numerusform>%Ln archivo está dañado o falta aquí y se omitió.</numerusform>
            <numerusform>%Ln archivos están dañados o faltan aquí y se omitieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Eject the stick before you pull it out. Nothing counts as sent until the answer of headquarters comes back.</source>
        <translation>Expulse la memoria USB antes de sacarla. Nada cuenta como enviado hasta que vuelva la respuesta de la sede.</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has signed to have %Ln change(s).</source>
        <translation>
            <numerusform>La sede ha firmado que tiene %Ln cambio.</numerusform>
            <numerusform>La sede ha firmado que tiene %Ln cambios.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Llegó %Ln mensaje de la sede.</numerusform>
            <numerusform>Llegaron %Ln mensajes de la sede.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one: write a stick once more for headquarters.</source>
        <translation>Esta biblioteca es una copia de otra: escriba otra vez una memoria USB para la sede.</translation>
    </message>
</context>
<context>
    <name>ToSendPage</name>
    <message>
        <source>To send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Lo que espera</translation>
    </message>
    <message>
        <source>What headquarters has</source>
        <translation>Lo que tiene la sede</translation>
    </message>
    <message>
        <source>By a USB stick</source>
        <translation>Con una memoria USB</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>Qué cambió…</translation>
    </message>
    <message>
        <source>Write to a stick…</source>
        <translation>Escribir en una memoria USB…</translation>
    </message>
    <message>
        <source>Take the answer…</source>
        <translation>Tomar la respuesta…</translation>
    </message>
    <message>
        <source>What is sent, and when…</source>
        <translation>Qué se envía y cuándo…</translation>
    </message>
    <message>
        <source>Leave the team…</source>
        <translation>Dejar el equipo…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Encrypted for headquarters alone. Bring the stick there, and take the answer from it when it comes back. What also goes over the network is counted once.</source>
        <translation>Cifrado solo para la sede. Lleve allí la memoria USB y tome de ella la respuesta cuando vuelva. Lo que también va por la red se cuenta una sola vez.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Todo está enviado.</translation>
    </message>
    <message>
        <source>%1 wait to be sent</source>
        <translation>%1 por enviar</translation>
    </message>
    <message>
        <source>Something waits to be sent</source>
        <translation>Algo espera ser enviado</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick can be used.</source>
        <translation>La red está desactivada en los ajustes. Se puede usar una memoria USB.</translation>
    </message>
    <message>
        <source>%1; how long it takes shows when it is sent for the first time.</source>
        <translation>%1; el tiempo que tarda se verá con el primer envío.</translation>
    </message>
    <message>
        <source>%1; %2 at the speed of last time.</source>
        <translation>%1; %2 a la velocidad de la última vez.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message numerus="yes">
        <source>The connection is broken; trying again in %Ln second(s)</source>
        <translation>
            <numerusform>Se cortó la conexión; nuevo intento en %Ln segundo</numerusform>
            <numerusform>Se cortó la conexión; nuevo intento en %Ln segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nothing is lost; the next time goes on from here.</source>
        <translation>No se pierde nada; la próxima vez sigue desde aquí.</translation>
    </message>
    <message>
        <source>Sent: %1 and %2.</source>
        <translation>Enviado: %1 y %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Llegó %Ln mensaje de la sede.</numerusform>
            <numerusform>Llegaron %Ln mensajes de la sede.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be sent: they are damaged or gone. “Check now” in the settings names them.</source>
        <translation>
            <numerusform>No se pudo enviar %Ln archivo: está dañado o falta. «Comprobar ahora» en los ajustes lo nombra.</numerusform>
            <numerusform>No se pudieron enviar %Ln archivos: están dañados o faltan. «Comprobar ahora» en los ajustes los nombra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters did not take %Ln file(s).</source>
        <translation>
            <numerusform>La sede no aceptó %Ln archivo.</numerusform>
            <numerusform>La sede no aceptó %Ln archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one; it goes on as a laptop of its own.</source>
        <translation>Esta biblioteca es una copia de otra; sigue como un ordenador aparte.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Último envío: %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Aún no se ha enviado nada.</translation>
    </message>
    <message>
        <source>Signed by headquarters: %1.</source>
        <translation>Firmado por la sede: %1.</translation>
    </message>
    <message numerus="yes">
        <source>It does not have %Ln change(s) yet.</source>
        <translation>
            <numerusform>Aún no tiene %Ln cambio.</numerusform>
            <numerusform>Aún no tiene %Ln cambios.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has every change of this library.</source>
        <translation>Tiene todos los cambios de esta biblioteca.</translation>
    </message>
    <message numerus="yes">
        <source>Its backup lacks %Ln of them so far.</source>
        <translation>
            <numerusform>A su copia de seguridad aún le falta %Ln.</numerusform>
            <numerusform>A su copia de seguridad aún le faltan %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its backup has them too.</source>
        <translation>Su copia de seguridad también los tiene.</translation>
    </message>
    <message>
        <source>Data used today: %1 of %2</source>
        <translation>Datos usados hoy: %1 de %2</translation>
    </message>
    <message>
        <source>Data used today: %1</source>
        <translation>Datos usados hoy: %1</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters: %1</source>
        <translation>Huella de la sede: %1</translation>
    </message>
    <message>
        <source>Headquarters has not heard of this computer yet; it does with the first sending.</source>
        <translation>La sede aún no sabe de este ordenador; lo sabrá con el primer envío.</translation>
    </message>
</context>
</TS>
