<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ExistingNote</name>
    <message>
        <source>Keep both: give the new file a number</source>
        <translation>Garder les deux : numéroter le nouveau fichier</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Remplacer ce qui s’y trouve</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of these names are there already.</source>
        <translation>
            <numerusform>%Ln fichier de ce nom s’y trouve déjà.</numerusform>
            <numerusform>%Ln fichiers de ces noms s’y trouvent déjà.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Where shall the files go?</source>
        <translation>Où mettre les fichiers ?</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln document(s)</source>
        <translation>
            <numerusform>Exporter %Ln document</numerusform>
            <numerusform>Exporter %Ln documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>Choisissez un dossier pour les fichiers.</translation>
    </message>
    <message>
        <source>%1 (replaces what is there)</source>
        <translation>%1 (remplace ce qui s’y trouve)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped the export. Files that were finished are kept.</source>
        <translation>Vous avez arrêté l’exportation. Les fichiers terminés sont gardés.</translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln file(s)</source>
        <translation>
            <numerusform>Écrire %Ln fichier</numerusform>
            <numerusform>Écrire %Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Noms des fichiers</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>A file for each document</source>
        <translation>Un fichier par document</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Ce qui sera écrit</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>Avancement de l’exportation</translation>
    </message>
</context>
<context>
    <name>FindingsNote</name>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not checked.</source>
        <translation>
            <numerusform>%Ln ligne douteuse n’a pas été vérifiée.</numerusform>
            <numerusform>%Ln lignes douteuses n’ont pas été vérifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are exported as they were read.</source>
        <translation>Elles sont exportées telles qu’elles ont été lues.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and are left out.</source>
        <translation>
            <numerusform>%Ln page n’est pas encore lue et est laissée de côté.</numerusform>
            <numerusform>%Ln pages ne sont pas encore lues et sont laissées de côté.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Searchable PDF</source>
        <translation>PDF interrogeable</translation>
    </message>
    <message>
        <source>Looks like the paper, and its text can be searched and copied.</source>
        <translation>Ressemble au papier ; on peut chercher et copier son texte.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Classeur Excel</translation>
    </message>
    <message>
        <source>Every line in a row, and tables on sheets of their own.</source>
        <translation>Une ligne de texte par rangée, et chaque tableau sur sa feuille.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>For databases and any spreadsheet; corrected lines can come back.</source>
        <translation>Pour les bases de données et tout tableur ; les lignes corrigées peuvent revenir.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte simple</translation>
    </message>
    <message>
        <source>The words alone. Opens everywhere, also on a phone.</source>
        <translation>Les mots seuls. S’ouvre partout, même sur un téléphone.</translation>
    </message>
    <message>
        <source>Text with tables</source>
        <translation>Texte avec tableaux</translation>
    </message>
    <message>
        <source>For notes and web pages; doubtful lines are marked.</source>
        <translation>Pour les notes et les pages web ; les lignes douteuses sont signalées.</translation>
    </message>
    <message>
        <source>For programs (JSON Lines)</source>
        <translation>Pour les programmes (JSON Lines)</translation>
    </message>
    <message>
        <source>Everything Sanduku knows: places, confidence, other readings.</source>
        <translation>Tout ce que Sanduku sait : emplacements, confiance, autres lectures.</translation>
    </message>
    <message>
        <source>Layout (hOCR)</source>
        <translation>Mise en page (hOCR)</translation>
    </message>
    <message>
        <source>For other reading programs: the text with its place on the page.</source>
        <translation>Pour d’autres logiciels de lecture : le texte et sa place sur la page.</translation>
    </message>
    <message>
        <source>Archive (ALTO)</source>
        <translation>Archives (ALTO)</translation>
    </message>
    <message>
        <source>The standard of libraries and archives.</source>
        <translation>La norme des bibliothèques et des archives.</translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message numerus="yes">
        <source>%Ln file(s) written to %1.</source>
        <translation>
            <numerusform>%Ln fichier écrit dans %1.</numerusform>
            <numerusform>%Ln fichiers écrits dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sent to the printer.</source>
        <translation>
            <numerusform>%Ln page envoyée à l’imprimante.</numerusform>
            <numerusform>%Ln pages envoyées à l’imprimante.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>File names</source>
        <translation>Noms des fichiers</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Put something that differs from file to file into the name</source>
        <translation>Mettre dans le nom ce qui change d’un fichier à l’autre</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>Nom du document</translation>
    </message>
    <message>
        <source>Number, counted from 1</source>
        <translation>Numéro, à partir de 1</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>Date d’aujourd’hui</translation>
    </message>
    <message>
        <source>Date on which it was added</source>
        <translation>Date d’ajout</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Its identity in the library</source>
        <translation>Son identifiant dans la bibliothèque</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>There is no picture of this page yet.</source>
        <translation>Il n’y a pas encore d’image de cette page.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %Ln document(s)</source>
        <translation>
            <numerusform>Imprimer %Ln document</numerusform>
            <numerusform>Imprimer %Ln documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Sheet before</source>
        <translation>Feuille précédente</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Feuille suivante</translation>
    </message>
    <message>
        <source>How far the printing is</source>
        <translation>Avancement de l’impression</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>As they look, one on each sheet.</source>
        <translation>Telles quelles, une par feuille.</translation>
    </message>
    <message>
        <source>Pages with text</source>
        <translation>Pages avec texte</translation>
    </message>
    <message>
        <source>Each page, and on the next sheet what was read on it.</source>
        <translation>Chaque page et, sur la feuille suivante, ce qui y a été lu.</translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation>Texte seul</translation>
    </message>
    <message>
        <source>What was read, with a mark at every doubtful line.</source>
        <translation>Ce qui a été lu, avec une marque à chaque ligne douteuse.</translation>
    </message>
    <message>
        <source>No page of this is read yet.</source>
        <translation>Aucune page n’est encore lue.</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>Feuille %1</translation>
    </message>
    <message>
        <source>You stopped the printing.</source>
        <translation>Vous avez arrêté l’impression.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
</TS>
