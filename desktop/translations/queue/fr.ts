<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>FinishedPage</name>
    <message>
        <source>Documents that are done</source>
        <translation>Documents terminés</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Your corrections are kept</source>
        <translation>Vos corrections sont conservées</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>Voir la corbeille</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Nothing can be read now</source>
        <translation>Rien ne peut être lu maintenant</translation>
    </message>
    <message>
        <source>Reading waits</source>
        <translation>La lecture attend</translation>
    </message>
    <message>
        <source>It goes on by itself once that is mended.</source>
        <translation>Elle reprend d’elle-même dès que c’est réparé.</translation>
    </message>
    <message numerus="yes">
        <source>The reader stopped by itself %Ln time(s), last at %1.</source>
        <translation>
            <numerusform>Le lecteur s’est arrêté de lui-même %Ln fois, la dernière à %1.</numerusform>
            <numerusform>Le lecteur s’est arrêté de lui-même %Ln fois, la dernière à %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Redémarré</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost: %Ln page(s) it had in hand are read again.</source>
        <translation>
            <numerusform>Rien n’est perdu : %Ln page en cours est relue.</numerusform>
            <numerusform>Rien n’est perdu : %Ln pages en cours sont relues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>J’ai vu</translation>
    </message>
    <message>
        <source>The watched folder cannot be reached</source>
        <translation>Le dossier surveillé est inaccessible</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder. Until then nothing is taken from it.</source>
        <translation>Branchez son disque ou choisissez un autre dossier. D’ici là, rien n’en est pris.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
</context>
<context>
    <name>NowRow</name>
    <message>
        <source>Do not read this page</source>
        <translation>Ne pas lire cette page</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Try all again</source>
        <translation>Tout réessayer</translation>
    </message>
    <message numerus="yes">
        <source>Give one password for %Ln file(s)…</source>
        <translation>
            <numerusform>Donner un mot de passe pour %Ln fichier…</numerusform>
            <numerusform>Donner un mot de passe pour %Ln fichiers…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, not shown here</source>
        <translation>
            <numerusform>%Ln autre, non affiché ici</numerusform>
            <numerusform>%Ln autres, non affichés ici</numerusform>
        </translation>
    </message>
    <message>
        <source>Add again</source>
        <translation>Ajouter de nouveau</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Le laisser de côté</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Look into the trash</source>
        <translation>Voir la corbeille</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Montrer la page</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>Donner le mot de passe…</translation>
    </message>
    <message>
        <source>Remove the document</source>
        <translation>Retirer le document</translation>
    </message>
</context>
<context>
    <name>QueueCounts</name>
    <message numerus="yes">
        <source>%Ln page(s) of %1</source>
        <translation>
            <numerusform>%Ln page sur %1</numerusform>
            <numerusform>%Ln pages sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>%Ln page lue</numerusform>
            <numerusform>%Ln pages lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) of %1 read</source>
        <translation>
            <numerusform>%Ln page sur %1 lue</numerusform>
            <numerusform>%Ln pages sur %1 lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) left</source>
        <translation>
            <numerusform>Encore %Ln page</numerusform>
            <numerusform>Encore %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>%Ln page par minute</numerusform>
            <numerusform>%Ln pages par minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln seconde</numerusform>
            <numerusform>%Ln secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
    <message numerus="yes">
        <source>%Ln page(s) will not be read.</source>
        <translation>
            <numerusform>%Ln page ne sera pas lue.</numerusform>
            <numerusform>%Ln pages ne seront pas lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 est dans la corbeille.</translation>
    </message>
</context>
<context>
    <name>QueueDrawer</name>
    <message>
        <source>The queue</source>
        <translation>La file d’attente</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Close the queue</source>
        <translation>Fermer la file d’attente</translation>
    </message>
    <message>
        <source>Parts of the queue</source>
        <translation>Parties de la file d’attente</translation>
    </message>
    <message>
        <source>How far the reading is</source>
        <translation>Avancement de la lecture</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>What you add is read at once, one page after the other.</source>
        <translation>Ce que vous ajoutez est lu aussitôt, une page après l’autre.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Aucun problème</translation>
    </message>
    <message>
        <source>If a page cannot be read, it is told here with what helps.</source>
        <translation>Si une page ne peut pas être lue, on le dit ici, avec ce qui aide.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
    <message>
        <source>What is read while the window is open is listed here.</source>
        <translation>Ce qui est lu pendant que la fenêtre est ouverte apparaît ici.</translation>
    </message>
</context>
<context>
    <name>QueueTelling</name>
    <message>
        <source>A box of page %1</source>
        <translation>Un cadre de la page %1</translation>
    </message>
    <message>
        <source>A model looks at page %1</source>
        <translation>Un modèle regarde la page %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>is being stopped</source>
        <translation>arrêt en cours</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>waits until you go on</source>
        <translation>attend que vous repreniez</translation>
    </message>
    <message>
        <source>is tried again in %1</source>
        <translation>nouvel essai dans %1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>pages %1</source>
        <translation>pages %1</translation>
    </message>
    <message>
        <source>Not read, as you wished</source>
        <translation>Pas lu, selon votre souhait</translation>
    </message>
    <message>
        <source>Nothing waits to be read</source>
        <translation>Rien n’attend d’être lu</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>depuis %1</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Documents that wait to be read</source>
        <translation>Documents en attente de lecture</translation>
    </message>
</context>
</TS>
