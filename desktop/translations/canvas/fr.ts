<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>CornersPanel</name>
    <message>
        <source>The sides cross each other. Put each corner at its own corner.</source>
        <translation>Les côtés se croisent. Placez chaque point sur son propre coin.</translation>
    </message>
    <message>
        <source>Two corners lie too near to each other.</source>
        <translation>Deux coins sont trop près l’un de l’autre.</translation>
    </message>
    <message>
        <source>Straighten by its corners</source>
        <translation>Redresser par ses coins</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Aperçu du résultat</translation>
    </message>
    <message>
        <source>Drag the four points to the corners of the sheet.</source>
        <translation>Faites glisser les quatre points sur les coins de la feuille.</translation>
    </message>
    <message>
        <source>Tab goes to the next corner, the arrow keys move it, Enter straightens, Esc leaves it.</source>
        <translation>Tab va au coin suivant, les flèches le déplacent, Entrée redresse, Échap laisse tout en l’état.</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Redresser</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Page entière</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message>
        <source>Draw a box around the words. Esc leaves it.</source>
        <translation>Tracez un cadre autour des mots. Échap pour laisser.</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Page %1. %2</source>
        <translation>Page %1. %2</translation>
    </message>
    <message>
        <source>Page %1, not read yet</source>
        <translation>Page %1, pas encore lue</translation>
    </message>
    <message numerus="yes">
        <source>Page %1, %Ln line(s) to look at</source>
        <translation>
            <numerusform>Page %1, %Ln ligne à vérifier</numerusform>
            <numerusform>Page %1, %Ln lignes à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, nothing to look at</source>
        <translation>Page %1, rien à vérifier</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pages of the document</source>
        <translation>Pages du document</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Ligne %1 sur %2</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>À vérifier : %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Illisible : %1</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Corrigé : %1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Confirmé : %1</translation>
    </message>
    <message>
        <source>Boxes on the page</source>
        <translation>Cadres sur la page</translation>
    </message>
</context>
<context>
    <name>StateMessage</name>
    <message>
        <source>The page is being opened…</source>
        <translation>Ouverture de la page…</translation>
    </message>
    <message>
        <source>The picture of this page is missing</source>
        <translation>L’image de cette page manque</translation>
    </message>
    <message>
        <source>Its text is kept. Read the document again to make the picture anew.</source>
        <translation>Son texte est conservé. Relisez le document pour refaire l’image.</translation>
    </message>
</context>
</TS>
