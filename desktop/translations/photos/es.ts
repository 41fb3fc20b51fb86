<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Likeness</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1, página %2</translation>
    </message>
    <message>
        <source>Nearly the same picture</source>
        <translation>Casi la misma imagen</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Destaca</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Quizás</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>Apenas</translation>
    </message>
</context>
<context>
    <name>NoPhotos</name>
    <message>
        <source>Open the page “Models”</source>
        <translation>Abrir la página «Modelos»</translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln page(s)</source>
        <translation>
            <numerusform>Mirar %Ln página</numerusform>
            <numerusform>Mirar %Ln páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>Queda %Ln página por mirar.</numerusform>
            <numerusform>Quedan %Ln páginas por mirar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model looks at the photos</source>
        <translation>El modelo mira las fotos</translation>
    </message>
    <message>
        <source>No model has looked at %1 yet</source>
        <translation>Ningún modelo ha mirado todavía %1</translation>
    </message>
    <message>
        <source>Before photos are found by words, the model must look at each of them once.</source>
        <translation>Antes de buscar fotos con palabras, el modelo debe mirar cada una una vez.</translation>
    </message>
    <message>
        <source>No photo was looked at yet</source>
        <translation>Todavía no se ha mirado ninguna foto</translation>
    </message>
    <message>
        <source>There is nothing to look through yet</source>
        <translation>Todavía no hay nada que recorrer</translation>
    </message>
    <message>
        <source>Add photos and have them read.</source>
        <translation>Añada fotos y haga que se lean.</translation>
    </message>
    <message>
        <source>There is no other photo</source>
        <translation>No hay ninguna otra foto</translation>
    </message>
    <message numerus="yes">
        <source>A model compares your words with %Ln page(s). It can be wrong.</source>
        <translation>
            <numerusform>Un modelo compara sus palabras con %Ln página. Puede equivocarse.</numerusform>
            <numerusform>Un modelo compara sus palabras con %Ln páginas. Puede equivocarse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which photos do you look for?</source>
        <translation>¿Qué fotos busca?</translation>
    </message>
    <message>
        <source>Type above what they show, such as: people at a well. %1</source>
        <translation>Escriba arriba lo que muestran, por ejemplo: gente junto a un pozo. %1</translation>
    </message>
    <message>
        <source>Photos cannot be searched now</source>
        <translation>Ahora no se pueden buscar fotos</translation>
    </message>
    <message>
        <source>A pack for searching photos is not installed</source>
        <translation>No hay ningún paquete para buscar fotos instalado</translation>
    </message>
    <message>
        <source>It compares photos with words. Whoever looks after your computers can bring one on a stick.</source>
        <translation>Compara fotos con palabras. Quien se ocupa de sus ordenadores puede traer uno en una memoria USB.</translation>
    </message>
    <message>
        <source>That goes on in the background, after what is still to be read.</source>
        <translation>Eso se hace en segundo plano, después de lo que queda por leer.</translation>
    </message>
</context>
<context>
    <name>PhotoBar</name>
    <message>
        <source>Look at them</source>
        <translation>Mirarlas</translation>
    </message>
    <message>
        <source>Have the model look at the photos that it has not seen</source>
        <translation>Hacer que el modelo mire las fotos que no ha visto</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>How many photos were looked at</source>
        <translation>Cuántas fotos se han mirado</translation>
    </message>
    <message numerus="yes">
        <source>A model compared %Ln page(s): the nearest come first.</source>
        <translation>
            <numerusform>Un modelo ha comparado %Ln página: las más parecidas van primero.</numerusform>
            <numerusform>Un modelo ha comparado %Ln páginas: las más parecidas van primero.</numerusform>
        </translation>
    </message>
    <message>
        <source>None stands out, so perhaps none shows it.</source>
        <translation>Ninguna destaca: quizás ninguna lo muestra.</translation>
    </message>
    <message>
        <source>It can be wrong: look at each.</source>
        <translation>Puede equivocarse: mire cada una.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>Queda %Ln página por mirar.</numerusform>
            <numerusform>Quedan %Ln páginas por mirar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were not looked at yet.</source>
        <translation>
            <numerusform>%Ln página no se ha mirado todavía.</numerusform>
            <numerusform>%Ln páginas no se han mirado todavía.</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at them takes %1.</source>
        <translation>Mirarlas tarda %1.</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Dudoso</translation>
    </message>
</context>
</TS>
