<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>CheckView</name>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>What is shown beside the page</source>
        <translation>Ce qui est affiché à côté de la page</translation>
    </message>
    <message>
        <source>Lines of the page, in reading order</source>
        <translation>Lignes de la page, dans l’ordre de lecture</translation>
    </message>
    <message>
        <source>Width of the pages</source>
        <translation>Largeur des pages</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>Largeur du texte</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>The reading is not sure here.</source>
        <translation>La lecture n’est pas sûre ici.</translation>
    </message>
    <message>
        <source>Two readings differ here.</source>
        <translation>Deux lectures diffèrent ici.</translation>
    </message>
    <message>
        <source>Two readings differ in a number, a date or a name.</source>
        <translation>Deux lectures diffèrent sur un nombre, une date ou un nom.</translation>
    </message>
    <message>
        <source>This looks like text, and it could not be read.</source>
        <translation>Cela ressemble à du texte et n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Something on this line was not read.</source>
        <translation>Quelque chose n’a pas été lu sur cette ligne.</translation>
    </message>
    <message>
        <source>The edge of the picture cuts through this line.</source>
        <translation>Le bord de l’image coupe cette ligne.</translation>
    </message>
    <message>
        <source>It is not sure in which script this is written.</source>
        <translation>L’écriture employée ici n’est pas certaine.</translation>
    </message>
    <message>
        <source>There is a number here, and numbers are easily misread.</source>
        <translation>Il y a un nombre ici, et les nombres se lisent facilement de travers.</translation>
    </message>
    <message>
        <source>You corrected this before, and the page was read anew since.</source>
        <translation>Vous aviez corrigé ceci, et la page a été relue depuis.</translation>
    </message>
    <message>
        <source>Please look at this line.</source>
        <translation>Regardez cette ligne, s’il vous plaît.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>%1 of %2 to check</source>
        <translation>%1 sur %2 à vérifier</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problème : %1</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>Signalé comme problème</translation>
    </message>
    <message>
        <source>Not wholly read yet</source>
        <translation>Pas encore entièrement lu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) left</source>
        <translation>
            <numerusform>%Ln ligne douteuse restante</numerusform>
            <numerusform>%Ln lignes douteuses restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>No doubtful lines</source>
        <translation>Aucune ligne douteuse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) on this page, %1 in all</source>
        <translation>
            <numerusform>%Ln ligne douteuse sur cette page, %1 en tout</numerusform>
            <numerusform>%Ln lignes douteuses sur cette page, %1 en tout</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrigé</translation>
    </message>
    <message>
        <source>Said to be right</source>
        <translation>Déclaré juste</translation>
    </message>
    <message>
        <source>Added a line</source>
        <translation>Ligne ajoutée</translation>
    </message>
    <message>
        <source>Deleted a line</source>
        <translation>Ligne supprimée</translation>
    </message>
    <message>
        <source>Split a line</source>
        <translation>Ligne coupée en deux</translation>
    </message>
    <message>
        <source>Joined lines</source>
        <translation>Lignes réunies</translation>
    </message>
    <message>
        <source>Took this back</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Did this again</source>
        <translation>Refait</translation>
    </message>
    <message>
        <source>Approved the document</source>
        <translation>Document approuvé</translation>
    </message>
    <message>
        <source>Found a problem</source>
        <translation>Problème signalé</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>À vérifier de nouveau</translation>
    </message>
    <message>
        <source>Renamed the document</source>
        <translation>Document renommé</translation>
    </message>
    <message>
        <source>Put the document into the trash</source>
        <translation>Document mis à la corbeille</translation>
    </message>
    <message>
        <source>Brought the document back from the trash</source>
        <translation>Document sorti de la corbeille</translation>
    </message>
    <message>
        <source>Turned or straightened the page</source>
        <translation>Page tournée ou redressée</translation>
    </message>
    <message>
        <source>%1 (taken back since)</source>
        <translation>%1 (annulé depuis)</translation>
    </message>
    <message>
        <source>%1 (stands now)</source>
        <translation>%1 (en vigueur)</translation>
    </message>
    <message>
        <source>%1 (headquarters)</source>
        <translation>%1 (siège)</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>La machine</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>The whole page</source>
        <translation>Toute la page</translation>
    </message>
    <message>
        <source>The chosen line</source>
        <translation>La ligne choisie</translation>
    </message>
    <message>
        <source>Whose history</source>
        <translation>Historique de quoi</translation>
    </message>
    <message>
        <source>History, the latest first</source>
        <translation>Historique, le plus récent d’abord</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>Il ne s’est encore rien passé ici.</translation>
    </message>
    <message>
        <source>Bring the line back</source>
        <translation>Rétablir la ligne</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Rétablir cette version</translation>
    </message>
</context>
<context>
    <name>HqNotes</name>
    <message>
        <source>No reason was given.</source>
        <translation>Aucune raison n’a été donnée.</translation>
    </message>
    <message>
        <source>%1 at headquarters sent this back: %2</source>
        <translation>%1, au siège, a renvoyé ceci : %2</translation>
    </message>
    <message numerus="yes">
        <source>On %Ln line(s) headquarters says something else.</source>
        <translation>
            <numerusform>Sur %Ln ligne, le siège dit autre chose.</numerusform>
            <numerusform>Sur %Ln lignes, le siège dit autre chose.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>Montrer les deux</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>%1 at headquarters: %2</source>
        <translation>%1, au siège : %2</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Sure</source>
        <translation>Sûr</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>Écrit par une personne</translation>
    </message>
    <message>
        <source>Confirmed by a person</source>
        <translation>Confirmé par une personne</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>The machine read: %1</source>
        <translation>La machine a lu : %1</translation>
    </message>
    <message>
        <source>The machine read nothing here.</source>
        <translation>La machine n’a rien lu ici.</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Texte de la ligne</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>Tapez ce qui est écrit ici</translation>
    </message>
    <message>
        <source>Or was it this?</source>
        <translation>Ou était-ce ceci ?</translation>
    </message>
    <message>
        <source>You were typing here: drop it</source>
        <translation>Vous écriviez ici : abandonner</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Read this line again, also in another way</source>
        <translation>Relire cette ligne, aussi autrement</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>Autres actions sur cette ligne</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>Une nouvelle ligne</translation>
    </message>
    <message>
        <source>Line %1 of %2 · %3</source>
        <translation>Ligne %1 sur %2 · %3</translation>
    </message>
    <message>
        <source>Take this reading instead: %1</source>
        <translation>Prendre plutôt cette lecture : %1</translation>
    </message>
    <message>
        <source>Take this reading instead (%1)</source>
        <translation>Prendre plutôt cette lecture (%1)</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>You were typing here.</source>
        <translation>Vous écriviez ici.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Ligne %1, %2 : %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This page was read anew while you type. The new reading is shown when you finish this line.</source>
        <translation>Cette page a été relue pendant que vous tapez. La nouvelle lecture s’affiche quand vous terminez cette ligne.</translation>
    </message>
    <message>
        <source>This page is being read again. What stands here stays until then.</source>
        <translation>Cette page est en cours de relecture. Ce qui est ici reste jusque-là.</translation>
    </message>
    <message>
        <source>This page could not be read again: %1</source>
        <translation>Cette page n’a pas pu être relue : %1</translation>
    </message>
    <message>
        <source>You typed this before the page was read anew: %1</source>
        <translation>Vous avez tapé ceci avant que la page soit relue : %1</translation>
    </message>
    <message>
        <source>You were adding this line: %1</source>
        <translation>Vous ajoutiez cette ligne : %1</translation>
    </message>
    <message>
        <source>You were typing here: %1</source>
        <translation>Vous écriviez ici : %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Put it into the chosen line</source>
        <translation>Le mettre dans la ligne choisie</translation>
    </message>
    <message>
        <source>Show its place</source>
        <translation>Montrer sa place</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>No text was found on this page. It may be blank, or too dark or blurred to be read.</source>
        <translation>Aucun texte n’a été trouvé sur cette page. Elle est peut-être vide, ou trop sombre ou floue pour être lue.</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>This is a photo of a sheet: the sheet was straightened, and what lies around it was left out.</source>
        <translation>C’est la photo d’une feuille : la feuille a été redressée, et ce qui l’entoure a été laissé de côté.</translation>
    </message>
    <message>
        <source>This page may have been turned the wrong way: it is not certain which way is up.</source>
        <translation>Cette page a peut-être été tournée dans le mauvais sens : le haut n’est pas certain.</translation>
    </message>
    <message>
        <source>The image is blurred: letters and whole lines may be missing or wrong. Take a sharper one if you can, or compare every line.</source>
        <translation>L’image est floue : des lettres et des lignes entières peuvent manquer ou être fausses. Faites-en une plus nette si vous le pouvez, ou comparez chaque ligne.</translation>
    </message>
    <message>
        <source>The image is dark: some of the text may have been overlooked.</source>
        <translation>L’image est sombre : une partie du texte a pu être manquée.</translation>
    </message>
    <message>
        <source>Light is reflected from the page: what lies under it cannot be read.</source>
        <translation>La page reflète de la lumière : ce qui est dessous ne peut pas être lu.</translation>
    </message>
    <message>
        <source>One place on this page looks like text but could not be read.</source>
        <translation>Un endroit de cette page ressemble à du texte mais n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>%1 places on this page look like text but could not be read.</source>
        <translation>%1 endroits de cette page ressemblent à du texte mais n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>This is an animation; only its first picture is read.</source>
        <translation>C’est une animation ; seule sa première image est lue.</translation>
    </message>
    <message>
        <source>Page %1 is damaged, and pages after it cannot be reached.</source>
        <translation>La page %1 est abîmée, et les pages qui la suivent ne peuvent pas être atteintes.</translation>
    </message>
    <message>
        <source>Part of the additional data in this file is damaged; the image itself was read.</source>
        <translation>Une partie des données annexes de ce fichier est abîmée ; l’image elle-même a été lue.</translation>
    </message>
    <message>
        <source>The name ends in %1, but the content is a %2; it was read as that.</source>
        <translation>Le nom se termine par %1, mais le contenu est : %2 ; il a été lu comme tel.</translation>
    </message>
    <message>
        <source>The end of this PDF is missing; pages or parts of pages may have been lost.</source>
        <translation>La fin de ce PDF manque ; des pages ou des parties de pages ont pu être perdues.</translation>
    </message>
    <message>
        <source>This PDF is a dynamic (XFA) form; what is filled in may not be visible. Print it to a new PDF to be sure.</source>
        <translation>Ce PDF est un formulaire dynamique (XFA) ; ce qui y est rempli n’est peut-être pas visible. Imprimez-le dans un nouveau PDF pour en être sûr.</translation>
    </message>
    <message>
        <source>The text that this PDF page carries was not taken, because %1; the page was read from its image.</source>
        <translation>Le texte que porte cette page PDF n’a pas été repris, parce que %1 ; la page a été lue d’après son image.</translation>
    </message>
    <message>
        <source>This PDF carries %1 attached file(s), which are not read.</source>
        <translation>Ce PDF porte des fichiers joints (%1), qui ne sont pas lus.</translation>
    </message>
    <message>
        <source>This page is very large (%1 × %2 inches); it was read at %3 instead of %4 dpi, so small text may be lost.</source>
        <translation>Cette page est très grande (%1 × %2 pouces) ; elle a été lue à %3 au lieu de %4 ppp, et du petit texte a pu être perdu.</translation>
    </message>
    <message>
        <source>an image covers much of the page and may hold other text</source>
        <translation>une image couvre une grande partie de la page et peut contenir un autre texte</translation>
    </message>
    <message>
        <source>fields are filled in or notes were added, which it does not hold</source>
        <translation>des champs sont remplis ou des notes ont été ajoutées, qu’il ne contient pas</translation>
    </message>
    <message>
        <source>part of it is invisible, as an earlier OCR leaves it</source>
        <translation>une partie en est invisible, comme la laisse une lecture automatique antérieure</translation>
    </message>
    <message>
        <source>its letters seem to have no known meaning</source>
        <translation>ses lettres semblent n’avoir aucun sens connu</translation>
    </message>
    <message>
        <source>some of its letters have no known meaning</source>
        <translation>certaines de ses lettres n’ont aucun sens connu</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>What is wrong with %1?</source>
        <translation>Qu’est-ce qui ne va pas avec %1 ?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Say it in your own words, or choose</source>
        <translation>Dites-le avec vos mots, ou choisissez</translation>
    </message>
    <message>
        <source>The picture is too blurred or too dark</source>
        <translation>L’image est trop floue ou trop sombre</translation>
    </message>
    <message>
        <source>A page or a part is missing</source>
        <translation>Il manque une page ou une partie</translation>
    </message>
    <message>
        <source>It is the wrong document</source>
        <translation>Ce n’est pas le bon document</translation>
    </message>
    <message>
        <source>Somebody who knows must look at it</source>
        <translation>Quelqu’un qui sait doit le regarder</translation>
    </message>
    <message>
        <source>Mark as a problem</source>
        <translation>Signaler comme problème</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ProposalNote</name>
    <message>
        <source>Keep what stands</source>
        <translation>Garder ce qui est écrit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Prendre ceci</translation>
    </message>
    <message>
        <source>This place is being read again…</source>
        <translation>Cet endroit est en cours de relecture…</translation>
    </message>
    <message>
        <source>It reads the same again: %1</source>
        <translation>La lecture est la même : %1</translation>
    </message>
    <message>
        <source>Now it reads: %1</source>
        <translation>Maintenant, on lit : %1</translation>
    </message>
    <message>
        <source>No text was found in this place.</source>
        <translation>Aucun texte n’a été trouvé à cet endroit.</translation>
    </message>
    <message>
        <source>It could not be read again.</source>
        <translation>La relecture n’a pas réussi.</translation>
    </message>
</context>
<context>
    <name>StripEditor</name>
    <message>
        <source>Text of the line, on the page</source>
        <translation>Texte de la ligne, sur la page</translation>
    </message>
    <message>
        <source>Type what stands here</source>
        <translation>Tapez ce qui est écrit ici</translation>
    </message>
    <message>
        <source>More to do with this line</source>
        <translation>Autres actions sur cette ligne</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>The line was deleted.</source>
        <translation>La ligne a été supprimée.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The line reads as it did before.</source>
        <translation>La ligne est de nouveau comme avant.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>%Ln ligne copiée.</numerusform>
            <numerusform>%Ln lignes copiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line without text is nothing. Delete it if nothing stands there.</source>
        <translation>Une ligne sans texte n’est rien. Supprimez-la s’il n’y a rien d’écrit.</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Supprimer la ligne</translation>
    </message>
    <message>
        <source>The page was read anew while you typed. See whether your text belongs to this line, and save it once more.</source>
        <translation>La page a été relue pendant que vous tapiez. Voyez si votre texte va bien sur cette ligne, et enregistrez-le encore une fois.</translation>
    </message>
    <message>
        <source>There is nothing to undo on this page.</source>
        <translation>Il n’y a rien à annuler sur cette page.</translation>
    </message>
    <message>
        <source>There is nothing to do again on this page.</source>
        <translation>Il n’y a rien à refaire sur cette page.</translation>
    </message>
    <message>
        <source>No line follows with which this one could be joined.</source>
        <translation>Aucune ligne ne suit avec laquelle réunir celle-ci.</translation>
    </message>
    <message>
        <source>Your change was dropped.</source>
        <translation>Votre modification a été abandonnée.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le reprendre</translation>
    </message>
    <message>
        <source>No other doubtful line is left in this document.</source>
        <translation>Il ne reste aucune autre ligne douteuse dans ce document.</translation>
    </message>
    <message>
        <source>Draw a box around the text on the page. Esc leaves it.</source>
        <translation>Tracez un cadre autour du texte sur la page. Échap abandonne.</translation>
    </message>
    <message>
        <source>Turned left. The page is being read again.</source>
        <translation>Tournée à gauche. La page est en cours de relecture.</translation>
    </message>
    <message>
        <source>Turned right. The page is being read again.</source>
        <translation>Tournée à droite. La page est en cours de relecture.</translation>
    </message>
    <message>
        <source>Straightened. The page is being read again.</source>
        <translation>Redressée. La page est en cours de relecture.</translation>
    </message>
    <message>
        <source>The page is as it was before, and is being read again.</source>
        <translation>La page est comme avant, et en cours de relecture.</translation>
    </message>
    <message>
        <source>What the page shows was changed.</source>
        <translation>Ce que montre la page a été modifié.</translation>
    </message>
    <message>
        <source>The page is read again. What you corrected is kept.</source>
        <translation>La page est relue. Vos corrections sont gardées.</translation>
    </message>
    <message>
        <source>%1 could not be changed: somebody else has changed it, or it lies in the trash.</source>
        <translation>%1 n’a pas pu être modifié : quelqu’un d’autre l’a changé, ou il est à la corbeille.</translation>
    </message>
    <message>
        <source>%1 is approved.</source>
        <translation>%1 est approuvé.</translation>
    </message>
    <message>
        <source>%1 is marked as a problem.</source>
        <translation>%1 est signalé comme problème.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 est comme avant.</translation>
    </message>
    <message>
        <source>Not every page is read yet. Wait for the pages, or mark the document as a problem.</source>
        <translation>Toutes les pages ne sont pas encore lues. Attendez-les, ou signalez le document comme problème.</translation>
    </message>
    <message>
        <source>This page is being read again. Wait until it is there, then approve.</source>
        <translation>Cette page est en cours de relecture. Attendez qu’elle soit là, puis approuvez.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful line(s) were not looked at. Press Approve once more to approve all the same.</source>
        <translation>
            <numerusform>%Ln ligne douteuse n’a pas été regardée. Appuyez encore sur Approuver pour approuver quand même.</numerusform>
            <numerusform>%Ln lignes douteuses n’ont pas été regardées. Appuyez encore sur Approuver pour approuver quand même.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les montrer</translation>
    </message>
    <message>
        <source>This is the only document to check.</source>
        <translation>C’est le seul document à vérifier.</translation>
    </message>
    <message>
        <source>Undone: %1 → %2</source>
        <translation>Annulé : %1 → %2</translation>
    </message>
    <message>
        <source>Done again: %1 → %2</source>
        <translation>Refait : %1 → %2</translation>
    </message>
    <message>
        <source>Undone: %1 was right</source>
        <translation>Annulé : %1 était juste</translation>
    </message>
    <message>
        <source>Done again: %1 is right</source>
        <translation>Refait : %1 est juste</translation>
    </message>
    <message>
        <source>Undone: the line %2 was added</source>
        <translation>Annulé : l’ajout de la ligne %2</translation>
    </message>
    <message>
        <source>Done again: the line %2 is added</source>
        <translation>Refait : l’ajout de la ligne %2</translation>
    </message>
    <message>
        <source>Undone: the line %1 was deleted</source>
        <translation>Annulé : la suppression de la ligne %1</translation>
    </message>
    <message>
        <source>Done again: the line %1 is deleted</source>
        <translation>Refait : la suppression de la ligne %1</translation>
    </message>
    <message>
        <source>Undone: the line was split</source>
        <translation>Annulé : la coupure de la ligne</translation>
    </message>
    <message>
        <source>Done again: the line is split</source>
        <translation>Refait : la coupure de la ligne</translation>
    </message>
    <message>
        <source>Undone: the lines were joined</source>
        <translation>Annulé : la réunion des lignes</translation>
    </message>
    <message>
        <source>Done again: the lines are joined</source>
        <translation>Refait : la réunion des lignes</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>You were typing in %1, page %2.</source>
        <translation>Vous écriviez dans %1, page %2.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>This page waits to be read</source>
        <translation>Cette page attend d’être lue</translation>
    </message>
    <message>
        <source>It appears here as soon as it is read.</source>
        <translation>Elle apparaîtra ici dès qu’elle sera lue.</translation>
    </message>
    <message>
        <source>This page is being read</source>
        <translation>Cette page est en cours de lecture</translation>
    </message>
    <message>
        <source>Its reading was cancelled.</source>
        <translation>Sa lecture a été annulée.</translation>
    </message>
    <message>
        <source>This page is not read</source>
        <translation>Cette page n’est pas lue</translation>
    </message>
    <message>
        <source>Nothing is left to check</source>
        <translation>Il ne reste rien à vérifier</translation>
    </message>
    <message>
        <source>Every document that is read has been looked at.</source>
        <translation>Tous les documents lus ont été vus.</translation>
    </message>
    <message>
        <source>To the documents</source>
        <translation>Vers les documents</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>As it is set</source>
        <translation>Selon les réglages</translation>
    </message>
    <message>
        <source>As Arabic</source>
        <translation>Comme de l’arabe</translation>
    </message>
    <message>
        <source>As English, French, Spanish or Swahili</source>
        <translation>Comme de l’anglais, du français, de l’espagnol ou du swahili</translation>
    </message>
    <message>
        <source>With PP-OCR</source>
        <translation>Avec PP-OCR</translation>
    </message>
    <message>
        <source>With Tesseract</source>
        <translation>Avec Tesseract</translation>
    </message>
    <message>
        <source>With EasyOCR</source>
        <translation>Avec EasyOCR</translation>
    </message>
</context>
</TS>
