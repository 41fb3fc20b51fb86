<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Approve and next</source>
        <translation>&amp;Approuver et suivant</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Passer</translation>
    </message>
    <message>
        <source>Leave it to check and go to the next</source>
        <translation>Laisser à vérifier et passer au suivant</translation>
    </message>
    <message>
        <source>Pro&amp;blem…</source>
        <translation>Pro&amp;blème…</translation>
    </message>
    <message>
        <source>Say what is wrong with it</source>
        <translation>Dire ce qui ne va pas</translation>
    </message>
    <message>
        <source>&amp;Next doubt</source>
        <translation>&amp;Doute suivant</translation>
    </message>
    <message>
        <source>&amp;Previous doubt</source>
        <translation>Doute &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>As&amp;k about the page</source>
        <translation>&amp;Questionner la page</translation>
    </message>
    <message>
        <source>Ask a question, or have the page described</source>
        <translation>Poser une question ou faire décrire la page</translation>
    </message>
    <message>
        <source>Say what the pa&amp;ge shows…</source>
        <translation>Dire ce que montre la pa&amp;ge…</translation>
    </message>
    <message>
        <source>Correct what a model says of disaster, damage, people and relief</source>
        <translation>Corriger ce qu’un modèle dit de la catastrophe, des dégâts, des personnes et des secours</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>It is r&amp;ight</source>
        <translation>C’est &amp;juste</translation>
    </message>
    <message>
        <source>Say that the line is right as it stands, and go to the next doubt</source>
        <translation>Dire que la ligne est juste telle quelle, et aller au doute suivant</translation>
    </message>
    <message>
        <source>Correct the li&amp;ne</source>
        <translation>Corriger la li&amp;gne</translation>
    </message>
    <message>
        <source>Take the &amp;first other reading</source>
        <translation>Prendre la &amp;première autre lecture</translation>
    </message>
    <message>
        <source>Take the sec&amp;ond other reading</source>
        <translation>Prendre la &amp;deuxième autre lecture</translation>
    </message>
    <message>
        <source>Take the &amp;third other reading</source>
        <translation>Prendre la &amp;troisième autre lecture</translation>
    </message>
    <message>
        <source>R&amp;ead this line again</source>
        <translation>R&amp;elire cette ligne</translation>
    </message>
    <message>
        <source>A&amp;dd a line</source>
        <translation>A&amp;jouter une ligne</translation>
    </message>
    <message>
        <source>Spl&amp;it the line here</source>
        <translation>&amp;Couper la ligne ici</translation>
    </message>
    <message>
        <source>&amp;Join with the next line</source>
        <translation>&amp;Joindre à la ligne suivante</translation>
    </message>
    <message>
        <source>De&amp;lete the line</source>
        <translation>&amp;Supprimer la ligne</translation>
    </message>
    <message>
        <source>&amp;Copy the text</source>
        <translation>&amp;Copier le texte</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Page &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Page &amp;suivante</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>A&amp;grandir</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>Show the &amp;whole page</source>
        <translation>Afficher la page &amp;entière</translation>
    </message>
    <message>
        <source>Fit the wi&amp;dth</source>
        <translation>Ajuster à la lar&amp;geur</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Taille réelle</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Tourner à &amp;gauche</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Tourner à &amp;droite</translation>
    </message>
    <message>
        <source>&amp;Straighten by its corners…</source>
        <translation>&amp;Redresser par les coins…</translation>
    </message>
    <message>
        <source>Page as it &amp;came</source>
        <translation>Page d’&amp;origine</translation>
    </message>
    <message>
        <source>Take back how the page was turned and straightened by hand</source>
        <translation>Annuler la rotation et le redressement faits à la main</translation>
    </message>
    <message>
        <source>Read the page a&amp;gain</source>
        <translation>R&amp;elire la page</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Compare the text with the page and correct it</source>
        <translation>Comparer le texte avec la page et le corriger</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>A&amp;pprouver</translation>
    </message>
    <message>
        <source>Say that you checked it and it is right</source>
        <translation>Dire que vous l’avez vérifié et qu’il est juste</translation>
    </message>
    <message>
        <source>Mark as a pro&amp;blem…</source>
        <translation>Signaler un pro&amp;blème…</translation>
    </message>
    <message>
        <source>Have it chec&amp;ked again</source>
        <translation>Faire revérifier (&amp;k)</translation>
    </message>
    <message>
        <source>Take back that it was approved, or that it is a problem</source>
        <translation>Retirer l’approbation ou le problème signalé</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>Put into a c&amp;ase…</source>
        <translation>Mettre dans un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>É&amp;tiquettes…</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Re&amp;lire</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>Vos corrections sont gardées</translation>
    </message>
    <message>
        <source>&amp;Describe the pages</source>
        <translation>&amp;Décrire les pages</translation>
    </message>
    <message>
        <source>In a sentence or two each, by a model or from what was read</source>
        <translation>En une phrase ou deux chacune, par un modèle ou d’après ce qui a été lu</translation>
    </message>
    <message>
        <source>Sort the &amp;photos</source>
        <translation>Trier les &amp;photos</translation>
    </message>
    <message>
        <source>By what they show: kind of disaster, damage, people, relief</source>
        <translation>Selon ce qu’elles montrent : type de catastrophe, dégâts, personnes, secours</translation>
    </message>
    <message>
        <source>Say &amp;what the photos show…</source>
        <translation>Dire ce que &amp;montrent les photos…</translation>
    </message>
    <message>
        <source>Find photos that look a&amp;like</source>
        <translation>Trouver des photos r&amp;essemblantes</translation>
    </message>
    <message>
        <source>Other shots of the same scene, copies, and whatever looks like it</source>
        <translation>D’autres prises de la même scène, des copies et tout ce qui y ressemble</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Save the or&amp;iginal file…</source>
        <translation>Enregistrer le fichier d’or&amp;igine…</translation>
    </message>
    <message>
        <source>The file as it came in, not encrypted</source>
        <translation>Le fichier tel qu’il est arrivé, non chiffré</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>&amp;Mettre à la corbeille</translation>
    </message>
    <message>
        <source>It can be restored from there</source>
        <translation>On peut le récupérer de là</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>&amp;Delete for ever…</source>
        <translation>Supprimer &amp;définitivement…</translation>
    </message>
    <message>
        <source>Empt&amp;y the trash…</source>
        <translation>&amp;Vider la corbeille…</translation>
    </message>
    <message>
        <source>Delete all that lies in the trash for ever</source>
        <translation>Supprimer définitivement tout ce qui est dans la corbeille</translation>
    </message>
    <message>
        <source>As a ta&amp;ble</source>
        <translation>En ta&amp;bleau</translation>
    </message>
    <message>
        <source>As p&amp;ictures</source>
        <translation>En &amp;images</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Show what is known of the chosen document</source>
        <translation>Afficher ce que l’on sait du document choisi</translation>
    </message>
    <message>
        <source>Fi&amp;lter…</source>
        <translation>Fi&amp;ltrer…</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>N’afficher qu’une partie de ces documents</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout &amp;sélectionner</translation>
    </message>
    <message>
        <source>Save this sea&amp;rch…</source>
        <translation>Enregistrer cette reche&amp;rche…</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Nouveau dossier…</translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Rena&amp;me the case…</source>
        <translation>Reno&amp;mmer le dossier…</translation>
    </message>
    <message>
        <source>Write a no&amp;te…</source>
        <translation>Écrire une no&amp;te…</translation>
    </message>
    <message>
        <source>Remo&amp;ve the case</source>
        <translation>&amp;Retirer le dossier</translation>
    </message>
    <message>
        <source>Its documents stay where they are</source>
        <translation>Ses documents restent où ils sont</translation>
    </message>
    <message>
        <source>Search a&amp;gain</source>
        <translation>Chercher de n&amp;ouveau</translation>
    </message>
    <message>
        <source>Rename the &amp;search…</source>
        <translation>Renommer la re&amp;cherche…</translation>
    </message>
    <message>
        <source>Remove the sear&amp;ch</source>
        <translation>Retirer la recherc&amp;he</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ajouter des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Photos, scans or PDFs</source>
        <translation>Photos, scans ou PDF</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Ajouter un d&amp;ossier…</translation>
    </message>
    <message>
        <source>A folder with everything in it</source>
        <translation>Un dossier avec tout ce qu’il contient</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>A picture or files that you copied elsewhere</source>
        <translation>Une image ou des fichiers copiés ailleurs</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>&amp;Surveiller un dossier…</translation>
    </message>
    <message>
        <source>What is put into the folder later is added by itself</source>
        <translation>Ce qu’on y met plus tard est ajouté tout seul</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>Find p&amp;hotos by what they show</source>
        <translation>Trouver des p&amp;hotos par ce qu’elles montrent</translation>
    </message>
    <message>
        <source>A model compares your words with the pictures themselves</source>
        <translation>Un modèle compare vos mots avec les images elles-mêmes</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>Partie &amp;suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Open the &amp;menu</source>
        <translation>Ouvrir le &amp;menu</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>Paramètr&amp;es</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Verrouiller</translation>
    </message>
    <message>
        <source>Close the library until the passphrase is given</source>
        <translation>Fermer la bibliothèque jusqu’à la saisie de la phrase secrète</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Show the &amp;queue</source>
        <translation>Afficher la &amp;file d’attente</translation>
    </message>
    <message>
        <source>&amp;Pause reading</source>
        <translation>Mettre la lecture en &amp;pause</translation>
    </message>
    <message>
        <source>Go on &amp;reading</source>
        <translation>&amp;Reprendre la lecture</translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation>Lire en p&amp;remier</translation>
    </message>
    <message>
        <source>Read &amp;earlier</source>
        <translation>Lire plus &amp;tôt</translation>
    </message>
    <message>
        <source>Read &amp;later</source>
        <translation>Lire plus tar&amp;d</translation>
    </message>
    <message>
        <source>Let this &amp;wait</source>
        <translation>&amp;Faire attendre</translation>
    </message>
    <message>
        <source>The chosen documents are not read until you go on with them</source>
        <translation>Les documents choisis ne sont pas lus tant que vous ne les reprenez pas</translation>
    </message>
    <message>
        <source>&amp;Go on with this</source>
        <translation>R&amp;eprendre ceci</translation>
    </message>
    <message>
        <source>&amp;Try all problems again</source>
        <translation>Réessayer to&amp;us les problèmes</translation>
    </message>
    <message>
        <source>Do &amp;not read</source>
        <translation>Ne &amp;pas lire</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Cases and searches</source>
        <translation>Dossiers et recherches</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Sanduku</source>
        <translation>Sanduku</translation>
    </message>
    <message>
        <source>Send &amp;now</source>
        <translation>E&amp;nvoyer maintenant</translation>
    </message>
    <message>
        <source>Send what waits to headquarters, and take what it says</source>
        <translation>Envoyer au siège ce qui attend, et recevoir ce qu’il dit</translation>
    </message>
    <message>
        <source>Join a &amp;team…</source>
        <translation>Rejoindre une é&amp;quipe…</translation>
    </message>
    <message>
        <source>With the invitation that headquarters gives you</source>
        <translation>Avec l’invitation que le siège vous donne</translation>
    </message>
</context>
</TS>
