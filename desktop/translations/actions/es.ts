<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Approve and next</source>
        <translation>&amp;Aprobar y siguiente</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Saltar</translation>
    </message>
    <message>
        <source>Leave it to check and go to the next</source>
        <translation>Dejarlo por revisar y pasar al siguiente</translation>
    </message>
    <message>
        <source>Pro&amp;blem…</source>
        <translation>Pro&amp;blema…</translation>
    </message>
    <message>
        <source>Say what is wrong with it</source>
        <translation>Decir qué está mal</translation>
    </message>
    <message>
        <source>&amp;Next doubt</source>
        <translation>Duda &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous doubt</source>
        <translation>Duda &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>As&amp;k about the page</source>
        <translation>Preg&amp;untar sobre la página</translation>
    </message>
    <message>
        <source>Ask a question, or have the page described</source>
        <translation>Hacer una pregunta o pedir que se describa la página</translation>
    </message>
    <message>
        <source>Say what the pa&amp;ge shows…</source>
        <translation>Decir lo que muestra la pá&amp;gina…</translation>
    </message>
    <message>
        <source>Correct what a model says of disaster, damage, people and relief</source>
        <translation>Corregir lo que un modelo dice del desastre, los daños, las personas y la ayuda</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historial</translation>
    </message>
    <message>
        <source>It is r&amp;ight</source>
        <translation>Está &amp;bien</translation>
    </message>
    <message>
        <source>Say that the line is right as it stands, and go to the next doubt</source>
        <translation>Decir que la línea está bien así, e ir a la siguiente duda</translation>
    </message>
    <message>
        <source>Correct the li&amp;ne</source>
        <translation>Corregir la lí&amp;nea</translation>
    </message>
    <message>
        <source>Take the &amp;first other reading</source>
        <translation>Tomar la &amp;primera lectura alternativa</translation>
    </message>
    <message>
        <source>Take the sec&amp;ond other reading</source>
        <translation>Tomar la &amp;segunda lectura alternativa</translation>
    </message>
    <message>
        <source>Take the &amp;third other reading</source>
        <translation>Tomar la &amp;tercera lectura alternativa</translation>
    </message>
    <message>
        <source>R&amp;ead this line again</source>
        <translation>L&amp;eer otra vez esta línea</translation>
    </message>
    <message>
        <source>A&amp;dd a line</source>
        <translation>Aña&amp;dir una línea</translation>
    </message>
    <message>
        <source>Spl&amp;it the line here</source>
        <translation>D&amp;ividir la línea aquí</translation>
    </message>
    <message>
        <source>&amp;Join with the next line</source>
        <translation>&amp;Unir con la línea siguiente</translation>
    </message>
    <message>
        <source>De&amp;lete the line</source>
        <translation>E&amp;liminar la línea</translation>
    </message>
    <message>
        <source>&amp;Copy the text</source>
        <translation>&amp;Copiar el texto</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Página &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Página &amp;siguiente</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>Show the &amp;whole page</source>
        <translation>Mostrar la página &amp;entera</translation>
    </message>
    <message>
        <source>Fit the wi&amp;dth</source>
        <translation>Ajustar al &amp;ancho</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Tamaño real</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Girar a la &amp;izquierda</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Girar a la &amp;derecha</translation>
    </message>
    <message>
        <source>&amp;Straighten by its corners…</source>
        <translation>&amp;Enderezar por las esquinas…</translation>
    </message>
    <message>
        <source>Page as it &amp;came</source>
        <translation>Página como &amp;llegó</translation>
    </message>
    <message>
        <source>Take back how the page was turned and straightened by hand</source>
        <translation>Deshacer cómo se giró y enderezó la página a mano</translation>
    </message>
    <message>
        <source>Read the page a&amp;gain</source>
        <translation>Leer la página de &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Revisar</translation>
    </message>
    <message>
        <source>Compare the text with the page and correct it</source>
        <translation>Comparar el texto con la página y corregirlo</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>A&amp;probar</translation>
    </message>
    <message>
        <source>Say that you checked it and it is right</source>
        <translation>Decir que lo ha revisado y está bien</translation>
    </message>
    <message>
        <source>Mark as a pro&amp;blem…</source>
        <translation>Marcar como pro&amp;blema…</translation>
    </message>
    <message>
        <source>Have it chec&amp;ked again</source>
        <translation>Revisar otra vez (&amp;k)</translation>
    </message>
    <message>
        <source>Take back that it was approved, or that it is a problem</source>
        <translation>Retirar la aprobación o el problema marcado</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>Put into a c&amp;ase…</source>
        <translation>Poner en un &amp;caso…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>E&amp;tiquetas…</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Leer de n&amp;uevo</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>Sus correcciones se conservan</translation>
    </message>
    <message>
        <source>&amp;Describe the pages</source>
        <translation>&amp;Describir las páginas</translation>
    </message>
    <message>
        <source>In a sentence or two each, by a model or from what was read</source>
        <translation>En una o dos frases cada una, con un modelo o a partir de lo leído</translation>
    </message>
    <message>
        <source>Sort the &amp;photos</source>
        <translation>Clasificar las &amp;fotos</translation>
    </message>
    <message>
        <source>By what they show: kind of disaster, damage, people, relief</source>
        <translation>Por lo que muestran: tipo de desastre, daños, personas, ayuda</translation>
    </message>
    <message>
        <source>Say &amp;what the photos show…</source>
        <translation>Decir &amp;lo que muestran las fotos…</translation>
    </message>
    <message>
        <source>Find photos that look a&amp;like</source>
        <translation>Buscar fotos pa&amp;recidas</translation>
    </message>
    <message>
        <source>Other shots of the same scene, copies, and whatever looks like it</source>
        <translation>Otras tomas de la misma escena, copias y todo lo que se le parezca</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>Save the or&amp;iginal file…</source>
        <translation>Guardar el archivo or&amp;iginal…</translation>
    </message>
    <message>
        <source>The file as it came in, not encrypted</source>
        <translation>El archivo tal como llegó, sin cifrar</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>&amp;Mover a la papelera</translation>
    </message>
    <message>
        <source>It can be restored from there</source>
        <translation>Se puede recuperar de allí</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>Re&amp;staurar</translation>
    </message>
    <message>
        <source>&amp;Delete for ever…</source>
        <translation>Eliminar &amp;para siempre…</translation>
    </message>
    <message>
        <source>Empt&amp;y the trash…</source>
        <translation>&amp;Vaciar la papelera…</translation>
    </message>
    <message>
        <source>Delete all that lies in the trash for ever</source>
        <translation>Eliminar para siempre todo lo que hay en la papelera</translation>
    </message>
    <message>
        <source>As a ta&amp;ble</source>
        <translation>Como ta&amp;bla</translation>
    </message>
    <message>
        <source>As p&amp;ictures</source>
        <translation>Como &amp;imágenes</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>Show what is known of the chosen document</source>
        <translation>Mostrar lo que se sabe del documento elegido</translation>
    </message>
    <message>
        <source>Fi&amp;lter…</source>
        <translation>Fi&amp;ltrar…</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>Mostrar solo algunos de estos documentos</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>Save this sea&amp;rch…</source>
        <translation>Gua&amp;rdar esta búsqueda…</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>Caso &amp;nuevo…</translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation>A&amp;brir el caso</translation>
    </message>
    <message>
        <source>Rena&amp;me the case…</source>
        <translation>Ca&amp;mbiar el nombre del caso…</translation>
    </message>
    <message>
        <source>Write a no&amp;te…</source>
        <translation>Escribir una no&amp;ta…</translation>
    </message>
    <message>
        <source>Remo&amp;ve the case</source>
        <translation>&amp;Quitar el caso</translation>
    </message>
    <message>
        <source>Its documents stay where they are</source>
        <translation>Sus documentos se quedan donde están</translation>
    </message>
    <message>
        <source>Search a&amp;gain</source>
        <translation>Buscar de n&amp;uevo</translation>
    </message>
    <message>
        <source>Rename the &amp;search…</source>
        <translation>Cambiar el nombre de la &amp;búsqueda…</translation>
    </message>
    <message>
        <source>Remove the sear&amp;ch</source>
        <translation>Quitar la bú&amp;squeda</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Añadir &amp;archivos…</translation>
    </message>
    <message>
        <source>Photos, scans or PDFs</source>
        <translation>Fotos, escaneos o PDF</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Añadir una &amp;carpeta…</translation>
    </message>
    <message>
        <source>A folder with everything in it</source>
        <translation>Una carpeta con todo lo que contiene</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>A picture or files that you copied elsewhere</source>
        <translation>Una imagen o archivos copiados en otro lugar</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>&amp;Vigilar una carpeta…</translation>
    </message>
    <message>
        <source>What is put into the folder later is added by itself</source>
        <translation>Lo que se ponga después se añade solo</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>Find p&amp;hotos by what they show</source>
        <translation>Buscar fot&amp;os por lo que muestran</translation>
    </message>
    <message>
        <source>A model compares your words with the pictures themselves</source>
        <translation>Un modelo compara sus palabras con las propias imágenes</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Siguiente parte de la ventana</translation>
    </message>
    <message>
        <source>Open the &amp;menu</source>
        <translation>Abrir el &amp;menú</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>Aj&amp;ustes</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>Close the library until the passphrase is given</source>
        <translation>Cerrar la biblioteca hasta que se dé la frase secreta</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Show the &amp;queue</source>
        <translation>Mostrar la &amp;cola</translation>
    </message>
    <message>
        <source>&amp;Pause reading</source>
        <translation>&amp;Pausar la lectura</translation>
    </message>
    <message>
        <source>Go on &amp;reading</source>
        <translation>&amp;Reanudar la lectura</translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation>Leer &amp;primero</translation>
    </message>
    <message>
        <source>Read &amp;earlier</source>
        <translation>Leer a&amp;ntes</translation>
    </message>
    <message>
        <source>Read &amp;later</source>
        <translation>Leer &amp;después</translation>
    </message>
    <message>
        <source>Let this &amp;wait</source>
        <translation>&amp;Hacer esperar</translation>
    </message>
    <message>
        <source>The chosen documents are not read until you go on with them</source>
        <translation>Los documentos elegidos no se leen hasta que los reanude</translation>
    </message>
    <message>
        <source>&amp;Go on with this</source>
        <translation>Reanudar es&amp;to</translation>
    </message>
    <message>
        <source>&amp;Try all problems again</source>
        <translation>Reintentar t&amp;odos los problemas</translation>
    </message>
    <message>
        <source>Do &amp;not read</source>
        <translation>&amp;No leer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Cases and searches</source>
        <translation>Casos y búsquedas</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Sanduku</source>
        <translation>Sanduku</translation>
    </message>
    <message>
        <source>Send &amp;now</source>
        <translation>E&amp;nviar ahora</translation>
    </message>
    <message>
        <source>Send what waits to headquarters, and take what it says</source>
        <translation>Enviar a la sede lo que espera y recibir lo que dice</translation>
    </message>
    <message>
        <source>Join a &amp;team…</source>
        <translation>&amp;Unirse a un equipo…</translation>
    </message>
    <message>
        <source>With the invitation that headquarters gives you</source>
        <translation>Con la invitación que le da la sede</translation>
    </message>
</context>
</TS>
