<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
    <message>
        <source>There is no picture and no file to paste.</source>
        <translation>Il n’y a ni image ni fichier à coller.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message numerus="yes">
        <source>Adding files: %Ln so far</source>
        <translation>
            <numerusform>Ajout de fichiers : %Ln pour l’instant</numerusform>
            <numerusform>Ajout de fichiers : %Ln pour l’instant</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Give the password</source>
        <translation>Donner le mot de passe</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added.</source>
        <translation>
            <numerusform>%Ln document ajouté.</numerusform>
            <numerusform>%Ln documents ajoutés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be added.</source>
        <translation>
            <numerusform>%Ln fichier n’a pas pu être ajouté.</numerusform>
            <numerusform>%Ln fichiers n’ont pas pu être ajoutés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) did not get in.</source>
        <translation>
            <numerusform>%Ln fichier n’a pas été ajouté.</numerusform>
            <numerusform>%Ln fichiers n’ont pas été ajoutés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were here already.</source>
        <translation>
            <numerusform>%Ln fichier était déjà là.</numerusform>
            <numerusform>%Ln fichiers étaient déjà là.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lie in the trash.</source>
        <translation>
            <numerusform>%Ln d’entre eux est dans la corbeille.</numerusform>
            <numerusform>%Ln d’entre eux sont dans la corbeille.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding was stopped.</source>
        <translation>L’ajout a été arrêté.</translation>
    </message>
    <message>
        <source>There was nothing in it that can be added.</source>
        <translation>Il n’y avait rien à ajouter.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>environ %Ln minute</numerusform>
            <numerusform>environ %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>environ %Ln heure</numerusform>
            <numerusform>environ %Ln heures</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to add</source>
        <translation>Déposez pour ajouter</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Rien ne quitte cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The reader stopped and was started again. Nothing is lost.</source>
        <translation>Le lecteur s’est arrêté et a redémarré. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Reading waits and is tried again: %1</source>
        <translation>La lecture attend et sera réessayée : %1</translation>
    </message>
    <message>
        <source>Nothing can be read: %1</source>
        <translation>Rien ne peut être lu : %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LeftOver</name>
    <message numerus="yes">
        <source>%Ln file(s) of %1 are not added yet.</source>
        <translation>
            <numerusform>%Ln fichier sur %1 n’est pas encore ajouté.</numerusform>
            <numerusform>%Ln fichiers sur %1 ne sont pas encore ajoutés.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you close now, Sanduku offers them at the next start.</source>
        <translation>Si vous fermez maintenant, Sanduku les proposera au prochain démarrage.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Fermer quand même</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendre</translation>
    </message>
    <message numerus="yes">
        <source>Adding goes on: %Ln file(s) were left when the library was locked.</source>
        <translation>
            <numerusform>L’ajout continue : %Ln fichier restait quand la bibliothèque a été verrouillée.</numerusform>
            <numerusform>L’ajout continue : %Ln fichiers restaient quand la bibliothèque a été verrouillée.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) were not added to the end.</source>
        <translation>
            <numerusform>%Ln fichier ou dossier n’a pas été ajouté jusqu’au bout.</numerusform>
            <numerusform>%Ln fichiers ou dossiers n’ont pas été ajoutés jusqu’au bout.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sanduku was closed before. What is in the library already is not added twice.</source>
        <translation>Sanduku a été fermé avant la fin. Ce qui est déjà dans la bibliothèque n’est pas ajouté deux fois.</translation>
    </message>
    <message>
        <source>Go on adding</source>
        <translation>Continuer l’ajout</translation>
    </message>
    <message>
        <source>Do not add them</source>
        <translation>Ne pas les ajouter</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Protected files</source>
        <translation>Fichiers protégés</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need(s) a password:</source>
        <translation>
            <numerusform>%Ln fichier ne s’ouvre qu’avec un mot de passe :</numerusform>
            <numerusform>%Ln fichiers ne s’ouvrent qu’avec un mot de passe :</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln autre</numerusform>
            <numerusform>%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>This password did not open them. Mind capital letters and the keyboard's language.</source>
        <translation>Ce mot de passe ne les a pas ouverts. Attention aux majuscules et à la langue du clavier.</translation>
    </message>
    <message>
        <source>The password is kept in the encrypted library, so that the files can be read again.</source>
        <translation>Le mot de passe est gardé dans la bibliothèque chiffrée, afin que les fichiers puissent être relus.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>All cases…</source>
        <translation>Tous les dossiers…</translation>
    </message>
    <message>
        <source>All saved searches…</source>
        <translation>Toutes les recherches…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminés</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Emplacements</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Files that could not be added</source>
        <translation>Fichiers qui n’ont pas pu être ajoutés</translation>
    </message>
    <message>
        <source>%1: did not get in.</source>
        <translation>%1 : n’a pas été ajouté.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Nothing is being read</source>
        <translation>Aucune lecture en cours</translation>
    </message>
    <message>
        <source>Show what is being read</source>
        <translation>Afficher ce qui est en cours de lecture</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>Rien n’est envoyé</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Ajouter des documents</translation>
    </message>
    <message>
        <source>Add photos, scans or PDFs</source>
        <translation>Ajouter des photos, des scans ou des PDF</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>Trouver des photos par ce qu’elles montrent</translation>
    </message>
    <message>
        <source>Find photos by what they show, instead of what was read</source>
        <translation>Trouver des photos par ce qu’elles montrent, et non par ce qui a été lu</translation>
    </message>
    <message>
        <source>Updated: close it and open it again</source>
        <translation>Mis à jour : fermez-le, puis rouvrez-le</translation>
    </message>
    <message>
        <source>Search names and everything that was read</source>
        <translation>Rechercher dans les noms et tout ce qui a été lu</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>What the photos show, such as: people at a well</source>
        <translation>Ce que montrent les photos, par exemple : des gens près d’un puits</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
    <message numerus="yes">
        <source>Reading, %Ln left</source>
        <translation>
            <numerusform>Lecture, %Ln restante</numerusform>
            <numerusform>Lecture, %Ln restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln left</source>
        <translation>
            <numerusform>En pause, %Ln restante</numerusform>
            <numerusform>En pause, %Ln restantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %Ln left</source>
        <translation>
            <numerusform>En attente, %Ln restante</numerusform>
            <numerusform>En attente, %Ln restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading is not possible</source>
        <translation>La lecture est impossible</translation>
    </message>
</context>
</TS>
