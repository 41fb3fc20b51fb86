<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnswerBox</name>
    <message>
        <source>Doubtful</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>The page was read anew since: what it quotes may stand elsewhere now.</source>
        <translation>La página se leyó de nuevo desde entonces: lo que cita puede estar ahora en otro sitio.</translation>
    </message>
    <message>
        <source>“%1” stands in the line: %2</source>
        <translation>«%1» está en la línea: %2</translation>
    </message>
    <message>
        <source>Show it on the page</source>
        <translation>Mostrarlo en la página</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Incorrecto</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Corregir…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>Checked by a person</source>
        <translation>Comprobado por una persona</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>What do you want to know of this page?</source>
        <translation>¿Qué quiere saber de esta página?</translation>
    </message>
    <message>
        <source>Question about this page</source>
        <translation>Pregunta sobre esta página</translation>
    </message>
    <message>
        <source>Describe the page</source>
        <translation>Describir la página</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Lo que dice el modelo</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Conseguir un modelo…</translation>
    </message>
    <message>
        <source>Tell what was read</source>
        <translation>Decir lo que se leyó</translation>
    </message>
    <message>
        <source>Nothing was asked about this page. What a model answers is compared with the lines of the page, and kept here.</source>
        <translation>No se ha preguntado nada sobre esta página. Lo que contesta un modelo se compara con las líneas de la página y se guarda aquí.</translation>
    </message>
    <message>
        <source>Correct the answer</source>
        <translation>Corregir la respuesta</translation>
    </message>
    <message>
        <source>What the answer should say:</source>
        <translation>Lo que debería decir la respuesta:</translation>
    </message>
    <message>
        <source>Waiting until the model is free…</source>
        <translation>Esperando a que el modelo esté libre…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>The model is speaking. Nothing of this is checked yet:</source>
        <translation>El modelo está hablando. Nada de esto está comprobado aún:</translation>
    </message>
    <message>
        <source>The model is looking at the page…</source>
        <translation>El modelo está mirando la página…</translation>
    </message>
    <message>
        <source>There is no model on this computer that answers questions. Without one, only what was read can be told: kind of document, fields, numbers.</source>
        <translation>En este ordenador no hay ningún modelo que responda preguntas. Sin él solo se puede decir lo que se leyó: tipo de documento, campos, números.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier answer(s) not shown</source>
        <translation>
            <numerusform>%Ln respuesta anterior no mostrada</numerusform>
            <numerusform>%Ln respuestas anteriores no mostradas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Values for a form</source>
        <translation>Valores de un formulario</translation>
    </message>
    <message>
        <source>What the photo shows</source>
        <translation>Lo que muestra la foto</translation>
    </message>
    <message>
        <source>Sanduku never tells who a person in a photo is.</source>
        <translation>Sanduku nunca dice quién es una persona de una foto.</translation>
    </message>
    <message>
        <source>Sanduku never guesses such things about people.</source>
        <translation>Sanduku nunca adivina cosas así sobre las personas.</translation>
    </message>
    <message>
        <source>The page does not tell, says the model.</source>
        <translation>La página no lo dice, según el modelo.</translation>
    </message>
    <message>
        <source>“%1” stands in no line of the page.</source>
        <translation>«%1» no está en ninguna línea de la página.</translation>
    </message>
    <message>
        <source>“%1”: the line that holds this is doubtful itself.</source>
        <translation>«%1»: la línea que lo contiene es dudosa.</translation>
    </message>
    <message>
        <source>“%1”: a line reads almost so, but not quite.</source>
        <translation>«%1»: una línea dice casi eso, pero no exactamente.</translation>
    </message>
    <message>
        <source>The answer is not in the language that was asked for.</source>
        <translation>La respuesta no está en el idioma pedido.</translation>
    </message>
    <message>
        <source>The model repeated itself and was stopped.</source>
        <translation>El modelo se repetía y se detuvo.</translation>
    </message>
    <message>
        <source>The answer is not complete: it reached its greatest length.</source>
        <translation>La respuesta no está completa: llegó a su longitud máxima.</translation>
    </message>
    <message>
        <source>The model said nothing.</source>
        <translation>El modelo no dijo nada.</translation>
    </message>
    <message>
        <source>A part that guessed at somebody’s traits was left out.</source>
        <translation>Se omitió una parte que adivinaba rasgos de alguien.</translation>
    </message>
    <message>
        <source>“%1”: this is not of the kind that was asked for.</source>
        <translation>«%1»: no es del tipo pedido.</translation>
    </message>
    <message>
        <source>“%1”: the model is unsure.</source>
        <translation>«%1»: el modelo no está seguro.</translation>
    </message>
    <message>
        <source>Put together from what was read. No model looked at the page.</source>
        <translation>Compuesto a partir de lo que se leyó. Ningún modelo miró la página.</translation>
    </message>
    <message>
        <source>By %1, in %2 s. A model can be wrong: compare it with the page.</source>
        <translation>Por %1, en %2 s. Un modelo puede equivocarse: compárelo con la página.</translation>
    </message>
    <message>
        <source>%1 says that it is right.</source>
        <translation>%1 dice que es correcto.</translation>
    </message>
    <message>
        <source>%1 says that it is wrong.</source>
        <translation>%1 dice que es incorrecto.</translation>
    </message>
    <message>
        <source>%1 corrected it. The model had said: %2</source>
        <translation>%1 lo corrigió. El modelo había dicho: %2</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>Sort photos</source>
        <translation>Clasificar fotos</translation>
    </message>
    <message>
        <source>Describe pages</source>
        <translation>Describir páginas</translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) sorted by what they show?</source>
        <translation>
            <numerusform>¿Clasificar %Ln página por lo que muestra?</numerusform>
            <numerusform>¿Clasificar %Ln páginas por lo que muestran?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) described?</source>
        <translation>
            <numerusform>¿Describir %Ln página?</numerusform>
            <numerusform>¿Describir %Ln páginas?</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on in the background, after what is still to be read, and can be stopped.</source>
        <translation>Se hace en segundo plano, después de lo que queda por leer, y se puede detener.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Clasificar</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Describir</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message numerus="yes">
        <source>%Ln page(s) will be sorted, after what is still to be read.</source>
        <translation>
            <numerusform>%Ln página se clasificará, después de lo que queda por leer.</numerusform>
            <numerusform>%Ln páginas se clasificarán, después de lo que queda por leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will be described, after what is still to be read.</source>
        <translation>
            <numerusform>%Ln página se describirá, después de lo que queda por leer.</numerusform>
            <numerusform>%Ln páginas se describirán, después de lo que queda por leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and were left out.</source>
        <translation>
            <numerusform>%Ln página aún no está leída y se dejó fuera.</numerusform>
            <numerusform>%Ln páginas aún no están leídas y se dejaron fuera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sorted: see “Photos show” among the filters.</source>
        <translation>
            <numerusform>%Ln página clasificada: véase «Las fotos muestran» entre los filtros.</numerusform>
            <numerusform>%Ln páginas clasificadas: véase «Las fotos muestran» entre los filtros.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) described: see “Ask” beside each page.</source>
        <translation>
            <numerusform>%Ln página descrita: véase «Preguntar» junto a la página.</numerusform>
            <numerusform>%Ln páginas descritas: véase «Preguntar» junto a cada página.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed for %Ln page(s).</source>
        <translation>
            <numerusform>Falló en %Ln página.</numerusform>
            <numerusform>Falló en %Ln páginas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foretold</name>
    <message>
        <source>Measured on this computer.</source>
        <translation>Medido en este ordenador.</translation>
    </message>
    <message>
        <source>Reckoned from other answers on this computer.</source>
        <translation>Estimado a partir de otras respuestas en este ordenador.</translation>
    </message>
    <message>
        <source>Measured on another computer, where the model was made: here it may take longer.</source>
        <translation>Medido en otro ordenador, donde se hizo el modelo: aquí puede tardar más.</translation>
    </message>
    <message>
        <source>How long it takes is not known before the first answer.</source>
        <translation>No se sabe cuánto tarda antes de la primera respuesta.</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>unos %1 s</translation>
    </message>
    <message>
        <source>%1: %2 with %3</source>
        <translation>%1: %2 con %3</translation>
    </message>
    <message>
        <source>%1: with %3</source>
        <translation>%1: con %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Detallado</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>En pocas palabras</translation>
    </message>
    <message>
        <source>In a sentence or two</source>
        <translation>En una o dos frases</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>En detalle</translation>
    </message>
    <message>
        <source>For somebody who cannot see it</source>
        <translation>Para alguien que no puede verla</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Como siempre</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Breve</translation>
    </message>
</context>
<context>
    <name>MannerRow</name>
    <message>
        <source>Look:</source>
        <translation>Mirada:</translation>
    </message>
    <message>
        <source>Say:</source>
        <translation>Respuesta:</translation>
    </message>
    <message>
        <source>How closely the model looks</source>
        <translation>Con cuánto detalle mira el modelo</translation>
    </message>
    <message>
        <source>How much the model says</source>
        <translation>Cuánto dice el modelo</translation>
    </message>
</context>
<context>
    <name>PhotoLabels</name>
    <message>
        <source>The model says: %1 (%2, by its own reckoning).</source>
        <translation>El modelo dice: %1 (%2, según su propio cálculo).</translation>
    </message>
    <message>
        <source>The model is unsure: perhaps %1 (%2, by its own reckoning).</source>
        <translation>El modelo duda: quizás %1 (%2, según su propio cálculo).</translation>
    </message>
    <message>
        <source>%1 says so.</source>
        <translation>Lo dice %1.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>perhaps %1 (unsure)</source>
        <translation>quizás %1 (dudoso)</translation>
    </message>
</context>
<context>
    <name>SceneDialog</name>
    <message>
        <source>What the photos show</source>
        <translation>Lo que muestran las fotos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message numerus="yes">
        <source>This is said of %Ln page(s) at once.</source>
        <translation>
            <numerusform>Esto vale para %Ln página.</numerusform>
            <numerusform>Esto vale para %Ln páginas a la vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it to the model</source>
        <translation>Dejarlo al modelo</translation>
    </message>
    <message>
        <source>Nobody has said</source>
        <translation>Nadie lo ha dicho</translation>
    </message>
    <message>
        <source>People say different things</source>
        <translation>Las personas dicen cosas distintas</translation>
    </message>
    <message>
        <source>Models say different things of these photos.</source>
        <translation>Los modelos dicen cosas distintas de estas fotos.</translation>
    </message>
</context>
</TS>
