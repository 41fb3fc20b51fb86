<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation>Surveiller un dossier</translation>
    </message>
    <message>
        <source>Every file that is put into the folder is added by itself as soon as it is complete, for example by a scanner. The files stay where they are: none is moved, changed or deleted.</source>
        <translation>Chaque fichier déposé dans le dossier, par exemple par un scanner, est ajouté de lui-même dès qu’il est complet. Les fichiers restent où ils sont : aucun n’est déplacé, modifié ou supprimé.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Also the folders in it</source>
        <translation>Aussi les dossiers qu’il contient</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>Surveiller ce dossier</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>Ne plus surveiller</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Aucun dossier n’est encore choisi.</translation>
    </message>
    <message>
        <source>The library itself lies there. Choose another folder.</source>
        <translation>La bibliothèque elle-même s’y trouve. Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>No folder is watched now.</source>
        <translation>Aucun dossier n’est surveillé maintenant.</translation>
    </message>
    <message>
        <source>What is put into %1 is added by itself. The files stay there.</source>
        <translation>Ce qui est déposé dans %1 est ajouté de lui-même. Les fichiers y restent.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in the watched folder could not be added.</source>
        <translation>
            <numerusform>%Ln fichier du dossier surveillé n’a pas pu être ajouté.</numerusform>
            <numerusform>%Ln fichiers du dossier surveillé n’ont pas pu être ajoutés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more can be added from the watched folder: the library refuses it.</source>
        <translation>Plus rien ne peut être ajouté depuis le dossier surveillé : la bibliothèque le refuse.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) added from the watched folder.</source>
        <translation>
            <numerusform>%Ln document ajouté depuis le dossier surveillé.</numerusform>
            <numerusform>%Ln documents ajoutés depuis le dossier surveillé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
</context>
</TS>
