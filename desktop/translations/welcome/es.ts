<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>LanguagePage</name>
    <message>
        <source>Welcome to Sanduku</source>
        <translation>Le damos la bienvenida a Sanduku</translation>
    </message>
    <message>
        <source>Choose your language. You can change it later in the settings.</source>
        <translation>Elija su idioma. Podrá cambiarlo después en los ajustes.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Protect your documents</source>
        <translation>Proteja sus documentos</translation>
    </message>
    <message>
        <source>Everything is encrypted with your passphrase. Four or five ordinary words are easy to keep.</source>
        <translation>Todo se cifra con su frase secreta. Cuatro o cinco palabras comunes son fáciles de recordar.</translation>
    </message>
    <message>
        <source>Back to the language</source>
        <translation>Volver al idioma</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>Cuánto protege la frase secreta</translation>
    </message>
    <message>
        <source>Nobody can open the library without the passphrase or the recovery key, not even we.</source>
        <translation>Nadie puede abrir la biblioteca sin la frase secreta o la clave de recuperación, ni siquiera nosotros.</translation>
    </message>
    <message>
        <source>Too short: at least 8 characters.</source>
        <translation>Demasiado corta: al menos 8 caracteres.</translation>
    </message>
    <message>
        <source>Weak: a computer would find it within days. Add a word.</source>
        <translation>Débil: un ordenador la hallaría en días. Añada una palabra.</translation>
    </message>
    <message>
        <source>Fair: it holds for years.</source>
        <translation>Aceptable: resiste años.</translation>
    </message>
    <message>
        <source>Strong: nobody will guess it.</source>
        <translation>Fuerte: nadie la adivinará.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>Making the library…</source>
        <translation>Creando la biblioteca…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Keep the recovery key</source>
        <translation>Guarde la clave de recuperación</translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this key opens the library. It is shown this once.</source>
        <translation>Si olvida la frase secreta, solo esta clave abre la biblioteca. Se muestra solo esta vez.</translation>
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
        <translation>He imprimido o anotado la clave.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Sanduku: recovery key</source>
        <translation>Sanduku: clave de recuperación</translation>
    </message>
    <message>
        <source>Whoever has this sheet and the computer can read the whole library.</source>
        <translation>Quien tenga esta hoja y el ordenador puede leer toda la biblioteca.</translation>
    </message>
    <message>
        <source>Keep it in a safe place, apart from the computer.</source>
        <translation>Guárdela en un lugar seguro, lejos del ordenador.</translation>
    </message>
    <message>
        <source>To use it, start Sanduku, choose “I forgot the passphrase” and type the key.</source>
        <translation>Para usarla, abra Sanduku, elija «He olvidado la frase secreta» y escriba la clave.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Mostrar lo escrito</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Ocultar lo escrito</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>How fast is this computer?</source>
        <translation>¿Qué velocidad tiene este ordenador?</translation>
    </message>
    <message>
        <source>Sanduku reads a few sample pages, for 30 seconds at most, to learn how many pages it can read at once without slowing your other programs. Nothing of it is kept.</source>
        <translation>Sanduku lee unas páginas de ejemplo, durante 30 segundos como mucho, para saber cuántas páginas puede leer a la vez sin frenar sus otros programas. No se guarda nada de ello.</translation>
    </message>
    <message>
        <source>How far the test is</source>
        <translation>Avance de la prueba</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Empezar la prueba</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Less than one page in 30 seconds</source>
        <translation>Menos de una página en 30 segundos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>%Ln página por minuto</numerusform>
            <numerusform>%Ln páginas por minuto</numerusform>
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
        <source>Measured on %Ln page(s).</source>
        <translation>
            <numerusform>Medido con %Ln página.</numerusform>
            <numerusform>Medido con %Ln páginas.</numerusform>
        </translation>
    </message>
    <message>
        <source>A reader needs up to %1 MB of memory, and this computer has %2 MB.</source>
        <translation>Un lector necesita hasta %1 MB de memoria, y este ordenador tiene %2 MB.</translation>
    </message>
    <message numerus="yes">
        <source>So that other programs have room, %Ln page(s) are read at the same time.</source>
        <translation>
            <numerusform>Para dejar sitio a otros programas, se lee %Ln página a la vez.</numerusform>
            <numerusform>Para dejar sitio a otros programas, se leen %Ln páginas a la vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) can be read at the same time.</source>
        <translation>
            <numerusform>Se puede leer %Ln página a la vez.</numerusform>
            <numerusform>Se pueden leer %Ln páginas a la vez.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Do you work in a team?</source>
        <translation>¿Trabaja en un equipo?</translation>
    </message>
    <message>
        <source>If a headquarters gave you an invitation, your work can be sent there later. Without a team everything stays on this computer. You can join at any time.</source>
        <translation>Si una sede le dio una invitación, su trabajo se podrá enviar allí más tarde. Sin equipo todo se queda en este ordenador. Puede unirse en cualquier momento.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Tengo una invitación</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Sanduku is locked</source>
        <translation>Sanduku está bloqueado</translation>
    </message>
    <message>
        <source>Everything in the library is encrypted on this computer.</source>
        <translation>Todo lo que hay en la biblioteca está cifrado en este ordenador.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Usar la frase secreta</translation>
    </message>
    <message>
        <source>I forgot the passphrase</source>
        <translation>He olvidado la frase secreta</translation>
    </message>
    <message>
        <source>What is being sent goes on meanwhile.</source>
        <translation>Mientras tanto, el envío continúa.</translation>
    </message>
    <message>
        <source>The library is being brought up to date for this version. Pages done: %1</source>
        <translation>La biblioteca se está actualizando para esta versión. Páginas hechas: %1</translation>
    </message>
</context>
<context>
    <name>UpdatingPage</name>
    <message>
        <source>Your library is being brought up to date</source>
        <translation>Su biblioteca se está actualizando</translation>
    </message>
    <message>
        <source>This version keeps it in another way. It happens once, and a copy was kept before.</source>
        <translation>Esta versión la guarda de otra manera. Ocurre una sola vez, y antes se guardó una copia.</translation>
    </message>
    <message>
        <source>Pages done: %1</source>
        <translation>Páginas hechas: %1</translation>
    </message>
</context>
</TS>
