<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>You opened the library with the recovery key. Set a new passphrase to open it without.</source>
        <translation>Vous avez ouvert la bibliothèque avec la clé de secours. Choisissez une nouvelle phrase secrète pour vous en passer.</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>La choisir</translation>
    </message>
    <message>
        <source>Another window of Sanduku is open, and does not answer. This is a second one.</source>
        <translation>Une autre fenêtre de Sanduku est ouverte et ne répond pas. Celle-ci est une deuxième fenêtre.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Copy it again from where it came from, or scan the page again.</source>
        <translation>Copiez-le de nouveau depuis sa source, ou numérisez la page encore une fois.</translation>
    </message>
    <message>
        <source>Check that the disk is connected, then try again.</source>
        <translation>Vérifiez que le disque est branché, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the log file to whoever supports you.</source>
        <translation>Réessayez. Si cela se reproduit, envoyez le fichier journal à la personne qui vous aide.</translation>
    </message>
    <message>
        <source>Install Sanduku again, or ask whoever supports you.</source>
        <translation>Installez Sanduku de nouveau, ou demandez à la personne qui vous aide.</translation>
    </message>
    <message>
        <source>Setting Sanduku up brings them: do that again, or ask whoever supports you.</source>
        <translation>La mise en place de Sanduku les apporte : refaites-la, ou demandez à la personne qui vous aide.</translation>
    </message>
    <message>
        <source>Restore a backup, or ask whoever supports you. Change nothing in the folder.</source>
        <translation>Restaurez une sauvegarde, ou demandez à la personne qui vous aide. Ne changez rien dans le dossier.</translation>
    </message>
    <message>
        <source>Scan it again at a lower resolution (300 dpi is plenty), or raise the limit in the settings.</source>
        <translation>Numérisez-le de nouveau avec une résolution plus faible (300 ppp suffisent largement), ou relevez la limite dans les réglages.</translation>
    </message>
    <message>
        <source>Type a name and try again.</source>
        <translation>Tapez un nom et réessayez.</translation>
    </message>
    <message>
        <source>Open it again to see how it is now.</source>
        <translation>Ouvrez-le de nouveau pour voir son état actuel.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku and open it again.</source>
        <translation>Installez la dernière version de Sanduku et ouvrez-la de nouveau.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Choisissez un autre nom ou un autre dossier.</translation>
    </message>
    <message>
        <source>Have the page read again.</source>
        <translation>Faites relire la page.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Quelque chose s’est mal passé.</translation>
    </message>
    <message>
        <source>Something went wrong in Sanduku itself. Your documents are safe.</source>
        <translation>Une erreur s’est produite dans Sanduku lui-même. Vos documents sont en sécurité.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Ceci a été arrêté.</translation>
    </message>
    <message>
        <source>Sanduku was updated while it was open.</source>
        <translation>Sanduku a été mis à jour pendant qu’il était ouvert.</translation>
    </message>
    <message>
        <source>Close it, and open it again; nothing is lost.</source>
        <translation>Fermez-le, puis rouvrez-le ; rien n’est perdu.</translation>
    </message>
    <message>
        <source>A setting has a value that it cannot take.</source>
        <translation>Un réglage a une valeur impossible.</translation>
    </message>
    <message>
        <source>Correct it in the settings.</source>
        <translation>Corrigez-le dans les réglages.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Ceci n’existe plus.</translation>
    </message>
    <message>
        <source>The disk is full. Everything that was stored before is safe.</source>
        <translation>Le disque est plein. Tout ce qui était déjà enregistré est en sécurité.</translation>
    </message>
    <message>
        <source>Free some space or empty the trash, then try again.</source>
        <translation>Libérez de la place ou videz la corbeille, puis réessayez.</translation>
    </message>
    <message>
        <source>The printer took no page.</source>
        <translation>L’imprimante n’a pris aucune page.</translation>
    </message>
    <message>
        <source>See whether it is switched on and has paper, then try again.</source>
        <translation>Regardez si elle est allumée et s’il y a du papier, puis réessayez.</translation>
    </message>
    <message>
        <source>This file cannot be used as it is.</source>
        <translation>Ce fichier ne peut pas être utilisé tel quel.</translation>
    </message>
    <message>
        <source>The file was altered while it was being added.</source>
        <translation>Le fichier a été modifié pendant son ajout.</translation>
    </message>
    <message>
        <source>Wait until it is complete, then add it again.</source>
        <translation>Attendez qu’il soit complet, puis ajoutez-le de nouveau.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may read it.</source>
        <translation>Vérifiez qu’il existe encore et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>The file is not there, or it may not be read.</source>
        <translation>Le fichier n’est pas là, ou il n’est pas permis de le lire.</translation>
    </message>
    <message>
        <source>Check its name, its disk or card, and whether you may open it.</source>
        <translation>Vérifiez son nom, son disque ou sa carte, et si vous avez le droit de l’ouvrir.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Ce fichier est vide.</translation>
    </message>
    <message>
        <source>This file, or this page of it, is damaged.</source>
        <translation>Ce fichier, ou cette page, est endommagé.</translation>
    </message>
    <message>
        <source>This file ends too early: a part of it is missing.</source>
        <translation>Ce fichier s’arrête trop tôt : il en manque une partie.</translation>
    </message>
    <message>
        <source>This is no kind of file that can be read.</source>
        <translation>Ce type de fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Open it in the program that made it, save it as PDF, PNG or JPEG, and add that.</source>
        <translation>Ouvrez-le dans le programme qui l’a créé, enregistrez-le en PDF, PNG ou JPEG, et ajoutez ce fichier.</translation>
    </message>
    <message>
        <source>This file or its picture is too large.</source>
        <translation>Ce fichier ou son image est trop grand.</translation>
    </message>
    <message>
        <source>This file has too many pages.</source>
        <translation>Ce fichier a trop de pages.</translation>
    </message>
    <message>
        <source>Split it, or raise the limit in the settings.</source>
        <translation>Divisez-le, ou relevez la limite dans les réglages.</translation>
    </message>
    <message>
        <source>There is no page in this file.</source>
        <translation>Il n’y a aucune page dans ce fichier.</translation>
    </message>
    <message>
        <source>Make the file again in the program that it comes from.</source>
        <translation>Créez le fichier de nouveau dans le programme d’où il vient.</translation>
    </message>
    <message>
        <source>This PDF is protected by a password.</source>
        <translation>Ce PDF est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>Give the password, or save it again without one.</source>
        <translation>Donnez le mot de passe, ou enregistrez-le de nouveau sans mot de passe.</translation>
    </message>
    <message>
        <source>The password does not open this PDF.</source>
        <translation>Le mot de passe n’ouvre pas ce PDF.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, and give it again.</source>
        <translation>Attention aux majuscules et à la langue du clavier, puis donnez-le de nouveau.</translation>
    </message>
    <message>
        <source>The corners of the sheet lie beside the page.</source>
        <translation>Les coins de la feuille se trouvent à côté de la page.</translation>
    </message>
    <message>
        <source>Drag the corners to where the sheet lies, or undo the straightening.</source>
        <translation>Placez les coins là où se trouve la feuille, ou annulez le redressement.</translation>
    </message>
    <message>
        <source>Nothing on this computer can read this box in the way that was asked.</source>
        <translation>Rien sur cet ordinateur ne peut lire ce cadre de la manière demandée.</translation>
    </message>
    <message>
        <source>Choose another language, and try again.</source>
        <translation>Choisissez une autre langue et réessayez.</translation>
    </message>
    <message>
        <source>The reader stopped at this page several times, so it was left out.</source>
        <translation>Le lecteur s’est arrêté plusieurs fois sur cette page ; elle a donc été laissée de côté.</translation>
    </message>
    <message>
        <source>Try it again, or save the file in another format and add that.</source>
        <translation>Réessayez, ou enregistrez le fichier dans un autre format et ajoutez celui-ci.</translation>
    </message>
    <message>
        <source>Reading this page took too long and was stopped.</source>
        <translation>La lecture de cette page a pris trop de temps et a été arrêtée.</translation>
    </message>
    <message>
        <source>Try again, or give pages more time in the settings.</source>
        <translation>Réessayez, ou accordez plus de temps aux pages dans les réglages.</translation>
    </message>
    <message>
        <source>There was not enough memory to read this page.</source>
        <translation>Il n’y avait pas assez de mémoire pour lire cette page.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>The reader could not open the library.</source>
        <translation>Le lecteur n’a pas pu ouvrir la bibliothèque.</translation>
    </message>
    <message>
        <source>This page is read by another reader now.</source>
        <translation>Cette page est maintenant lue par un autre lecteur.</translation>
    </message>
    <message>
        <source>Something that is needed for reading is missing.</source>
        <translation>Il manque un élément nécessaire à la lecture.</translation>
    </message>
    <message>
        <source>EasyOCR is not on this computer, or it is switched off.</source>
        <translation>EasyOCR n’est pas sur cet ordinateur, ou il est désactivé.</translation>
    </message>
    <message>
        <source>Switch it off in the settings: Sanduku reads without it.</source>
        <translation>Désactivez-le dans les réglages : Sanduku lit sans lui.</translation>
    </message>
    <message>
        <source>Tesseract, which reads Arabic, is missing or lacks its language files.</source>
        <translation>Tesseract, qui lit l’arabe, est absent ou ses fichiers de langue manquent.</translation>
    </message>
    <message>
        <source>The models for reading are missing on this computer.</source>
        <translation>Les modèles de lecture manquent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>A model is damaged.</source>
        <translation>Un modèle est endommagé.</translation>
    </message>
    <message>
        <source>Install its pack again; if it came with Sanduku, install Sanduku again.</source>
        <translation>Installez son paquet de nouveau ; s’il est venu avec Sanduku, installez Sanduku de nouveau.</translation>
    </message>
    <message>
        <source>A model was made for a later version of Sanduku.</source>
        <translation>Un modèle a été fait pour une version plus récente de Sanduku.</translation>
    </message>
    <message>
        <source>A model cannot be run on this computer.</source>
        <translation>Un modèle ne fonctionne pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The library cannot do this.</source>
        <translation>La bibliothèque ne peut pas faire cela.</translation>
    </message>
    <message>
        <source>There is no library in this folder.</source>
        <translation>Il n’y a pas de bibliothèque dans ce dossier.</translation>
    </message>
    <message>
        <source>Check the folder's name, or begin a new library there.</source>
        <translation>Vérifiez le nom du dossier, ou commencez-y une nouvelle bibliothèque.</translation>
    </message>
    <message>
        <source>There is something in this folder already. Nothing in it was touched.</source>
        <translation>Il y a déjà quelque chose dans ce dossier. Rien n’y a été touché.</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>Choisissez un dossier vide ou nouveau.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>La bibliothèque est endommagée.</translation>
    </message>
    <message>
        <source>A later version of Sanduku made this library.</source>
        <translation>Une version plus récente de Sanduku a créé cette bibliothèque.</translation>
    </message>
    <message>
        <source>A part of Sanduku is too old to keep a library safely.</source>
        <translation>Une partie de Sanduku est trop ancienne pour conserver une bibliothèque sans risque.</translation>
    </message>
    <message>
        <source>Another program is using the library and did not let go of it.</source>
        <translation>Un autre programme utilise la bibliothèque et ne l’a pas libérée.</translation>
    </message>
    <message>
        <source>Wait for it to finish, or close it, and try again.</source>
        <translation>Attendez qu’il ait fini, ou fermez-le, et réessayez.</translation>
    </message>
    <message>
        <source>Nothing can be written where the library lies.</source>
        <translation>Rien ne peut être écrit là où se trouve la bibliothèque.</translation>
    </message>
    <message>
        <source>Take off the write protection of the disk, or copy the library elsewhere.</source>
        <translation>Enlevez la protection en écriture du disque, ou copiez la bibliothèque ailleurs.</translation>
    </message>
    <message>
        <source>The disk with the library does not answer.</source>
        <translation>Le disque de la bibliothèque ne répond pas.</translation>
    </message>
    <message>
        <source>The library is locked.</source>
        <translation>La bibliothèque est verrouillée.</translation>
    </message>
    <message>
        <source>Give its passphrase or its recovery key.</source>
        <translation>Donnez sa phrase secrète ou sa clé de secours.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>La phrase secrète n’est pas la bonne.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard's language, or use the recovery key.</source>
        <translation>Attention aux majuscules et à la langue du clavier, ou utilisez la clé de secours.</translation>
    </message>
    <message>
        <source>The recovery key is mistyped, or belongs to another library.</source>
        <translation>La clé de secours est mal tapée, ou appartient à une autre bibliothèque.</translation>
    </message>
    <message>
        <source>Compare it with the sheet that was printed last for this library.</source>
        <translation>Comparez-la avec la dernière feuille imprimée pour cette bibliothèque.</translation>
    </message>
    <message>
        <source>The key that this computer kept for the library is gone.</source>
        <translation>La clé que cet ordinateur gardait pour la bibliothèque a disparu.</translation>
    </message>
    <message>
        <source>Open it with the printed recovery key, then set a new passphrase.</source>
        <translation>Ouvrez-la avec la clé de secours imprimée, puis choisissez une nouvelle phrase secrète.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>La phrase secrète est trop courte.</translation>
    </message>
    <message>
        <source>Use several words that you can remember.</source>
        <translation>Utilisez plusieurs mots faciles à retenir.</translation>
    </message>
    <message>
        <source>A stored file was altered or cut off.</source>
        <translation>Un fichier conservé a été modifié ou tronqué.</translation>
    </message>
    <message>
        <source>Add the original again, or restore a backup.</source>
        <translation>Ajoutez l’original de nouveau, ou restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>A stored file is no longer there.</source>
        <translation>Un fichier conservé n’est plus là.</translation>
    </message>
    <message>
        <source>This needs a name with at least one letter.</source>
        <translation>Il faut un nom d’au moins une lettre.</translation>
    </message>
    <message>
        <source>The backup cannot be made, or it is not complete.</source>
        <translation>La sauvegarde ne peut pas être faite, ou elle n’est pas complète.</translation>
    </message>
    <message>
        <source>Use another disk or another backup, and keep those that you have.</source>
        <translation>Utilisez un autre disque ou une autre sauvegarde, et gardez celles que vous avez.</translation>
    </message>
    <message>
        <source>This correction does not fit the page as it is now.</source>
        <translation>Cette correction ne correspond plus à la page telle qu’elle est.</translation>
    </message>
    <message>
        <source>These four corners cannot be those of a sheet of paper.</source>
        <translation>Ces quatre coins ne peuvent pas être ceux d’une feuille de papier.</translation>
    </message>
    <message>
        <source>Drag each corner to a corner of the sheet, so that no two sides cross.</source>
        <translation>Placez chaque coin sur un coin de la feuille, sans que deux côtés se croisent.</translation>
    </message>
    <message>
        <source>This box cannot be read again, or holds no text.</source>
        <translation>Ce cadre ne peut pas être relu, ou ne contient pas de texte.</translation>
    </message>
    <message>
        <source>The export could not be made.</source>
        <translation>L’exportation n’a pas pu être faite.</translation>
    </message>
    <message>
        <source>There is no such format.</source>
        <translation>Ce format n’existe pas.</translation>
    </message>
    <message>
        <source>This file is there already.</source>
        <translation>Ce fichier existe déjà.</translation>
    </message>
    <message>
        <source>The export cannot be written there.</source>
        <translation>L’exportation ne peut pas être écrite à cet endroit.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Choisissez un dossier dans lequel vous avez le droit d’écrire.</translation>
    </message>
    <message>
        <source>Nothing of this document is read yet.</source>
        <translation>Rien de ce document n’est encore lu.</translation>
    </message>
    <message>
        <source>Have it read first, or leave it out.</source>
        <translation>Faites-le lire d’abord, ou laissez-le de côté.</translation>
    </message>
    <message>
        <source>This format makes one file for each document.</source>
        <translation>Ce format crée un fichier par document.</translation>
    </message>
    <message>
        <source>Choose a folder instead of a file.</source>
        <translation>Choisissez un dossier au lieu d’un fichier.</translation>
    </message>
    <message>
        <source>The ending of this name belongs to another format.</source>
        <translation>La fin de ce nom appartient à un autre format.</translation>
    </message>
    <message>
        <source>The pattern for file names cannot be filled in.</source>
        <translation>Le modèle des noms de fichiers ne peut pas être rempli.</translation>
    </message>
    <message>
        <source>Use the words in braces that are offered, and plain text.</source>
        <translation>Utilisez les mots entre accolades qui sont proposés, et du texte simple.</translation>
    </message>
    <message>
        <source>The original PDF cannot be used.</source>
        <translation>Le PDF d’origine ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>Export it as text, or add the file again without its password.</source>
        <translation>Exportez-le en texte, ou ajoutez le fichier de nouveau sans son mot de passe.</translation>
    </message>
    <message>
        <source>The picture of a page is missing.</source>
        <translation>L’image d’une page manque.</translation>
    </message>
    <message>
        <source>Export the text in another format.</source>
        <translation>Exportez le texte dans un autre format.</translation>
    </message>
    <message>
        <source>The search index is damaged; documents and readings are not.</source>
        <translation>L’index de recherche est endommagé ; les documents et les lectures ne le sont pas.</translation>
    </message>
    <message>
        <source>Ask whoever supports you to make the index anew.</source>
        <translation>Demandez à la personne qui vous aide de refaire l’index.</translation>
    </message>
    <message>
        <source>This computer's clock is behind the last change, or was wrong then.</source>
        <translation>L’horloge de cet ordinateur retarde sur la dernière modification, ou elle était fausse alors.</translation>
    </message>
    <message>
        <source>Set the date and the time of this computer right.</source>
        <translation>Réglez la date et l’heure de cet ordinateur.</translation>
    </message>
    <message>
        <source>A backup or a library that was not finished lies beside this one.</source>
        <translation>Une sauvegarde ou une bibliothèque inachevée se trouve à côté de celle-ci.</translation>
    </message>
    <message>
        <source>If nothing is being made there now, the folder can be deleted.</source>
        <translation>Si rien n’y est en cours, ce dossier peut être supprimé.</translation>
    </message>
    <message>
        <source>The search index was not checked, because nothing can be written here.</source>
        <translation>L’index de recherche n’a pas été vérifié, car rien ne peut être écrit ici.</translation>
    </message>
    <message>
        <source>Copy the folder to a disk that can be written, and check it there.</source>
        <translation>Copiez le dossier sur un disque où l’on peut écrire, et vérifiez-le là.</translation>
    </message>
    <message>
        <source>You have no permission to read this file.</source>
        <translation>Vous n’avez pas le droit de lire ce fichier.</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or copy it to a folder of your own.</source>
        <translation>Demandez-le à son propriétaire, ou copiez-le dans un dossier à vous.</translation>
    </message>
    <message>
        <source>The page is not read yet.</source>
        <translation>La page n’est pas encore lue.</translation>
    </message>
    <message>
        <source>Wait until it is read.</source>
        <translation>Attendez qu’elle soit lue.</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Détails : %1</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever gave it to you.</source>
        <translation>Ne l’utilisez pas et demandez à la personne qui vous l’a donné.</translation>
    </message>
    <message>
        <source>Copy the pack again from where it came, and install that copy.</source>
        <translation>Copiez de nouveau le paquet depuis son origine et installez cette copie.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model pack.</source>
        <translation>Fermez d’autres programmes ou choisissez un paquet de modèles plus petit.</translation>
    </message>
    <message>
        <source>Choose another model pack.</source>
        <translation>Choisissez un autre paquet de modèles.</translation>
    </message>
    <message>
        <source>No model pack lies here.</source>
        <translation>Il n’y a pas de paquet de modèles ici.</translation>
    </message>
    <message>
        <source>Choose the folder or file of a model pack.</source>
        <translation>Choisissez le dossier ou le fichier d’un paquet de modèles.</translation>
    </message>
    <message>
        <source>This model pack is not safe; nothing of it was unpacked.</source>
        <translation>Ce paquet de modèles n’est pas sûr ; rien n’en a été extrait.</translation>
    </message>
    <message>
        <source>This model pack holds more than it says.</source>
        <translation>Ce paquet de modèles contient plus que ce qu’il annonce.</translation>
    </message>
    <message>
        <source>This model pack is not complete: its copy was broken off.</source>
        <translation>Ce paquet de modèles n’est pas complet : sa copie a été interrompue.</translation>
    </message>
    <message>
        <source>A file of this model pack was changed or damaged on its way. Nothing was installed.</source>
        <translation>Un fichier de ce paquet de modèles a été modifié ou endommagé en route. Rien n’a été installé.</translation>
    </message>
    <message>
        <source>The model pack cannot be read any more.</source>
        <translation>Le paquet de modèles ne peut plus être lu.</translation>
    </message>
    <message>
        <source>Put the stick in again and install once more; what was copied is kept.</source>
        <translation>Rebranchez la clé USB et relancez l’installation ; ce qui a été copié est conservé.</translation>
    </message>
    <message>
        <source>This version of Sanduku cannot run this model pack.</source>
        <translation>Cette version de Sanduku ne peut pas faire fonctionner ce paquet de modèles.</translation>
    </message>
    <message>
        <source>The model pack was tried on this computer and gave wrong answers. It is not used.</source>
        <translation>Le paquet de modèles a été essayé sur cet ordinateur et a donné de mauvaises réponses. Il n’est pas utilisé.</translation>
    </message>
    <message>
        <source>Tell whoever made the pack.</source>
        <translation>Prévenez la personne qui a fait le paquet.</translation>
    </message>
    <message>
        <source>This model belongs to Sanduku itself, which renews it.</source>
        <translation>Ce modèle appartient à Sanduku, qui le renouvelle lui-même.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this model pack.</source>
        <translation>Il n’y a pas assez de place sur le disque pour ce paquet de modèles.</translation>
    </message>
    <message>
        <source>Free some space or remove a model pack, then try again.</source>
        <translation>Libérez de la place ou supprimez un paquet de modèles, puis réessayez.</translation>
    </message>
    <message>
        <source>Nothing can be written where model packs are kept.</source>
        <translation>Rien ne peut être écrit là où sont gardés les paquets de modèles.</translation>
    </message>
    <message>
        <source>Check that this folder is yours to write in.</source>
        <translation>Vérifiez que vous avez le droit d’écrire dans ce dossier.</translation>
    </message>
    <message>
        <source>Model packs are being installed or used just now.</source>
        <translation>Des paquets de modèles sont en cours d’installation ou d’utilisation.</translation>
    </message>
    <message>
        <source>Wait until that has finished, then try again.</source>
        <translation>Attendez que ce soit terminé, puis réessayez.</translation>
    </message>
    <message>
        <source>Something must be agreed to before this model pack is installed.</source>
        <translation>Il faut donner un accord avant d’installer ce paquet de modèles.</translation>
    </message>
    <message>
        <source>Read what is said about it, and agree if you do.</source>
        <translation>Lisez ce qui en est dit et donnez votre accord si vous le voulez.</translation>
    </message>
    <message>
        <source>The signature of this model pack is broken. It is not used.</source>
        <translation>La signature de ce paquet de modèles n’est pas valable. Il n’est pas utilisé.</translation>
    </message>
    <message>
        <source>This model pack is signed by somebody whom this computer does not trust.</source>
        <translation>Ce paquet de modèles est signé par quelqu’un à qui cet ordinateur ne fait pas confiance.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the signer by phone or on paper before you trust them.</source>
        <translation>Comparez l’empreinte avec le signataire par téléphone ou sur papier avant de lui faire confiance.</translation>
    </message>
    <message>
        <source>This model pack is not signed by whoever signed the installed one.</source>
        <translation>Ce paquet de modèles n’est pas signé par le signataire de celui qui est installé.</translation>
    </message>
    <message>
        <source>Ask whoever signed the installed one for the pack.</source>
        <translation>Demandez le paquet au signataire de celui qui est installé.</translation>
    </message>
    <message>
        <source>This model pack is older than one that was installed here before.</source>
        <translation>Ce paquet de modèles est plus ancien qu’un autre déjà installé ici.</translation>
    </message>
    <message>
        <source>Bring the newest one from its signer.</source>
        <translation>Apportez le plus récent de son signataire.</translation>
    </message>
    <message>
        <source>This file does not tell whom to trust.</source>
        <translation>Ce fichier ne dit pas à qui faire confiance.</translation>
    </message>
    <message>
        <source>Ask the signer of the packs for the right file.</source>
        <translation>Demandez le bon fichier au signataire des paquets.</translation>
    </message>
    <message>
        <source>The fingerprint is not that of this file.</source>
        <translation>L’empreinte n’est pas celle de ce fichier.</translation>
    </message>
    <message>
        <source>Ask the signer for it by another way. If it still differs, do not trust the file.</source>
        <translation>Demandez-la au signataire par un autre moyen. Si elle diffère encore, ne faites pas confiance au fichier.</translation>
    </message>
    <message>
        <source>Nothing can be asked about this page, or said of this answer.</source>
        <translation>On ne peut rien demander sur cette page, ni rien dire de cette réponse.</translation>
    </message>
    <message>
        <source>There is not enough free memory for this model. Nothing was lost.</source>
        <translation>Il n’y a pas assez de mémoire libre pour ce modèle. Rien n’a été perdu.</translation>
    </message>
    <message>
        <source>The graphics card cannot run this model.</source>
        <translation>La carte graphique ne peut pas faire fonctionner ce modèle.</translation>
    </message>
    <message>
        <source>Let the processor do it.</source>
        <translation>Laissez le processeur le faire.</translation>
    </message>
    <message>
        <source>There are too few photos with known labels to learn from.</source>
        <translation>Il y a trop peu de photos aux étiquettes connues pour en apprendre quelque chose.</translation>
    </message>
    <message>
        <source>Add more photos of each label.</source>
        <translation>Ajoutez des photos pour chaque étiquette.</translation>
    </message>
    <message>
        <source>The folders with the photos have other names than questions and labels.</source>
        <translation>Les dossiers des photos ne portent pas les noms des questions et des étiquettes.</translation>
    </message>
    <message>
        <source>Name them like the questions and labels.</source>
        <translation>Donnez-leur les noms des questions et des étiquettes.</translation>
    </message>
    <message>
        <source>What was learnt from the photos does not hold for others.</source>
        <translation>Ce qui a été appris de ces photos ne vaut pas pour d’autres.</translation>
    </message>
    <message>
        <source>Look whether their labels are right, and add more photos.</source>
        <translation>Vérifiez que leurs étiquettes sont justes, et ajoutez des photos.</translation>
    </message>
    <message>
        <source>The model cannot answer in the form that was asked for.</source>
        <translation>Le modèle ne peut pas répondre sous la forme demandée.</translation>
    </message>
    <message>
        <source>Sanduku does not know how to run a part of this model pack.</source>
        <translation>Sanduku ne sait pas faire fonctionner une partie de ce paquet de modèles.</translation>
    </message>
    <message>
        <source>The model needs more memory than there is.</source>
        <translation>Le modèle a besoin de plus de mémoire qu’il n’y en a.</translation>
    </message>
    <message>
        <source>No installed model pack can do this.</source>
        <translation>Aucun paquet de modèles installé ne peut faire cela.</translation>
    </message>
    <message>
        <source>Install one that can.</source>
        <translation>Installez-en un qui le peut.</translation>
    </message>
    <message>
        <source>The model gave no usable answer.</source>
        <translation>Le modèle n’a pas donné de réponse utilisable.</translation>
    </message>
    <message>
        <source>Try again, or choose another model pack.</source>
        <translation>Réessayez ou choisissez un autre paquet de modèles.</translation>
    </message>
    <message>
        <source>The parts of this model pack do not fit each other.</source>
        <translation>Les parties de ce paquet de modèles ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>This picture cannot be looked at.</source>
        <translation>Cette image ne peut pas être regardée.</translation>
    </message>
    <message>
        <source>The model pack does not know this way of looking at a picture.</source>
        <translation>Le paquet de modèles ne connaît pas cette façon de regarder une image.</translation>
    </message>
    <message>
        <source>The question is empty or too long.</source>
        <translation>La question est vide ou trop longue.</translation>
    </message>
    <message>
        <source>Ask it in fewer words.</source>
        <translation>Posez-la en moins de mots.</translation>
    </message>
    <message>
        <source>The description of the values to find cannot be used.</source>
        <translation>La description des valeurs à trouver ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>Picture and question together are more than the model can hold.</source>
        <translation>L’image et la question ensemble dépassent ce que le modèle peut contenir.</translation>
    </message>
    <message>
        <source>Ask a shorter question, or have the picture looked at less closely.</source>
        <translation>Posez une question plus courte ou faites regarder l’image de moins près.</translation>
    </message>
    <message>
        <source>These words cannot be searched for.</source>
        <translation>Ces mots ne peuvent pas être recherchés.</translation>
    </message>
    <message>
        <source>Say in a few words what the photo shows.</source>
        <translation>Dites en quelques mots ce que montre la photo.</translation>
    </message>
    <message>
        <source>Ask headquarters.</source>
        <translation>Demandez au siège.</translation>
    </message>
    <message>
        <source>Ask headquarters for a new invitation.</source>
        <translation>Demandez une nouvelle invitation au siège.</translation>
    </message>
    <message>
        <source>Update Sanduku here, or ask headquarters to update.</source>
        <translation>Mettez Sanduku à jour ici, ou demandez au siège de le faire.</translation>
    </message>
    <message>
        <source>Check the connection, and try again later.</source>
        <translation>Vérifiez la connexion et réessayez plus tard.</translation>
    </message>
    <message>
        <source>Ask headquarters to write the answer onto the stick again.</source>
        <translation>Demandez au siège d’écrire de nouveau la réponse sur la clé USB.</translation>
    </message>
    <message>
        <source>Your work could not be sent.</source>
        <translation>Votre travail n’a pas pu être envoyé.</translation>
    </message>
    <message>
        <source>Sending was asked for in a way that is not understood.</source>
        <translation>L’envoi a été demandé d’une manière qui n’est pas comprise.</translation>
    </message>
    <message>
        <source>Start Sanduku again.</source>
        <translation>Redémarrez Sanduku.</translation>
    </message>
    <message>
        <source>Another program sends the work of this library just now.</source>
        <translation>Un autre programme envoie en ce moment le travail de cette bibliothèque.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then send what is left.</source>
        <translation>Attendez qu’il ait fini, puis envoyez ce qui reste.</translation>
    </message>
    <message>
        <source>Headquarters refused this.</source>
        <translation>Le siège a refusé.</translation>
    </message>
    <message>
        <source>What headquarters sent cannot be understood.</source>
        <translation>Ce que le siège a envoyé n’est pas compréhensible.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>Le réseau est désactivé dans les réglages.</translation>
    </message>
    <message>
        <source>Allow it in the settings, or use a USB stick.</source>
        <translation>Autorisez-le dans les réglages, ou utilisez une clé USB.</translation>
    </message>
    <message>
        <source>Headquarters did not answer.</source>
        <translation>Le siège n’a pas répondu.</translation>
    </message>
    <message>
        <source>The data that may be used today is used.</source>
        <translation>Les données permises pour aujourd’hui sont épuisées.</translation>
    </message>
    <message>
        <source>Sending goes on tomorrow. Or allow more data in the settings.</source>
        <translation>L’envoi reprend demain. Ou autorisez plus de données dans les réglages.</translation>
    </message>
    <message>
        <source>What answered is not your headquarters. Nothing was sent to it.</source>
        <translation>Ce qui a répondu n’est pas votre siège. Rien ne lui a été envoyé.</translation>
    </message>
    <message>
        <source>In a network with a log-in page, log in first. See whether the date of this computer is right. Otherwise ask headquarters.</source>
        <translation>Sur un réseau avec une page de connexion, connectez-vous d’abord. Vérifiez la date de cet ordinateur. Sinon, demandez au siège.</translation>
    </message>
    <message>
        <source>This network wants you to log in before it lets anything through. Nothing is lost.</source>
        <translation>Ce réseau demande que vous vous connectiez avant de laisser passer quoi que ce soit. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Open a web browser, log in to the network there, and send again. Or use another network.</source>
        <translation>Ouvrez un navigateur web, connectez-vous au réseau, puis envoyez de nouveau. Ou utilisez un autre réseau.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password. Nothing is lost.</source>
        <translation>Le proxy de ce réseau demande un nom et un mot de passe. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Ask whoever runs the network for them, and write them into the address of the proxy in the settings: http://NAME:PASSWORD@HOST:PORT.</source>
        <translation>Demandez-les à la personne qui gère le réseau, et écrivez-les dans l’adresse du proxy, dans les réglages : http://NAME:PASSWORD@HOST:PORT.</translation>
    </message>
    <message>
        <source>The invitation names no address of headquarters that can be used.</source>
        <translation>L’invitation ne donne aucune adresse utilisable du siège.</translation>
    </message>
    <message>
        <source>This library belongs to another team already.</source>
        <translation>Cette bibliothèque appartient déjà à une autre équipe.</translation>
    </message>
    <message>
        <source>Leave that team first, or make a new library.</source>
        <translation>Quittez d’abord cette équipe, ou créez une nouvelle bibliothèque.</translation>
    </message>
    <message>
        <source>This is no invitation to a team, or a part of it is missing.</source>
        <translation>Ce n’est pas une invitation à une équipe, ou il en manque une partie.</translation>
    </message>
    <message>
        <source>Ask headquarters to send it again.</source>
        <translation>Demandez au siège de l’envoyer de nouveau.</translation>
    </message>
    <message>
        <source>No QR code of an invitation can be read in this picture.</source>
        <translation>Aucun code QR d’invitation n’est lisible sur cette image.</translation>
    </message>
    <message>
        <source>Take the photo from straight above, sharp, in good light, with white around the code.</source>
        <translation>Prenez la photo bien d’en face, nette, avec une bonne lumière et du blanc autour du code.</translation>
    </message>
    <message>
        <source>What lies on the stick cannot be used.</source>
        <translation>Ce qui se trouve sur la clé USB est inutilisable.</translation>
    </message>
    <message>
        <source>There is nothing of Sanduku in this folder, or only half of it.</source>
        <translation>Il n’y a rien de Sanduku dans ce dossier, ou seulement une partie.</translation>
    </message>
    <message>
        <source>Choose the folder on the stick whose name begins with “sanduku”.</source>
        <translation>Choisissez le dossier de la clé USB dont le nom commence par « sanduku ».</translation>
    </message>
    <message>
        <source>A part of what lies on the stick is missing or damaged.</source>
        <translation>Une partie de ce qui se trouve sur la clé USB manque ou est abîmée.</translation>
    </message>
    <message>
        <source>What lies in this folder is not for this library.</source>
        <translation>Ce qui se trouve dans ce dossier n’est pas pour cette bibliothèque.</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote for you.</source>
        <translation>Choisissez le dossier que le siège a écrit pour vous.</translation>
    </message>
    <message>
        <source>A later version of Sanduku wrote what lies on the stick.</source>
        <translation>Une version plus récente de Sanduku a écrit ce qui se trouve sur la clé USB.</translation>
    </message>
    <message>
        <source>Update Sanduku here, then take it.</source>
        <translation>Mettez Sanduku à jour ici, puis reprenez-la.</translation>
    </message>
    <message>
        <source>Headquarters has shut this computer out. Nothing on this computer is lost.</source>
        <translation>Le siège a exclu cet ordinateur. Rien n’est perdu sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Headquarters does not know this invitation.</source>
        <translation>Le siège ne connaît pas cette invitation.</translation>
    </message>
    <message>
        <source>Another computer has used this invitation.</source>
        <translation>Un autre ordinateur a utilisé cette invitation.</translation>
    </message>
    <message>
        <source>The invitation has expired.</source>
        <translation>L’invitation a expiré.</translation>
    </message>
    <message>
        <source>The disk of headquarters is full.</source>
        <translation>Le disque du siège est plein.</translation>
    </message>
    <message>
        <source>Copy the update again from where it came, and use that copy.</source>
        <translation>Copiez de nouveau la mise à jour depuis sa source, et utilisez cette copie.</translation>
    </message>
    <message>
        <source>Save the diagnostics, and send them to whoever gave you the update.</source>
        <translation>Enregistrez le diagnostic et envoyez-le à la personne qui vous a donné la mise à jour.</translation>
    </message>
    <message>
        <source>Keep the version that you have.</source>
        <translation>Gardez la version que vous avez.</translation>
    </message>
    <message>
        <source>Whoever signed this may sign models for this computer, and no programs.</source>
        <translation>La personne qui a signé ceci peut signer des modèles pour cet ordinateur, mais pas de programmes.</translation>
    </message>
    <message>
        <source>Do not use it, and ask whoever looks after your computers.</source>
        <translation>Ne l’utilisez pas et demandez à la personne qui s’occupe de vos ordinateurs.</translation>
    </message>
    <message>
        <source>There is no update for this computer.</source>
        <translation>Il n’y a pas de mise à jour pour cet ordinateur.</translation>
    </message>
    <message>
        <source>Plug in the stick with the update, or choose its file.</source>
        <translation>Branchez la clé avec la mise à jour, ou choisissez son fichier.</translation>
    </message>
    <message>
        <source>The update is not complete: its copy was broken off.</source>
        <translation>La mise à jour n’est pas complète : sa copie a été interrompue.</translation>
    </message>
    <message>
        <source>The update was changed or damaged on its way.</source>
        <translation>La mise à jour a été modifiée ou endommagée en chemin.</translation>
    </message>
    <message>
        <source>This update is not safe; nothing of it was installed.</source>
        <translation>Cette mise à jour n’est pas sûre ; rien n’en a été installé.</translation>
    </message>
    <message>
        <source>The update cannot be read any more.</source>
        <translation>La mise à jour ne peut plus être lue.</translation>
    </message>
    <message>
        <source>Put the stick in again, and do the same again.</source>
        <translation>Rebranchez la clé et recommencez.</translation>
    </message>
    <message>
        <source>This update was made for later versions of Sanduku.</source>
        <translation>Cette mise à jour est faite pour des versions plus récentes de Sanduku.</translation>
    </message>
    <message>
        <source>Install the latest Sanduku from its package once.</source>
        <translation>Installez une fois la dernière version de Sanduku depuis son paquet.</translation>
    </message>
    <message>
        <source>Nobody vouches for this update: its signature is missing or broken.</source>
        <translation>Personne ne répond de cette mise à jour : sa signature manque ou n’est pas valable.</translation>
    </message>
    <message>
        <source>The update is signed by somebody whom this computer does not trust.</source>
        <translation>La mise à jour est signée par quelqu’un à qui cet ordinateur ne fait pas confiance.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers whether it is to be trusted.</source>
        <translation>Demandez à la personne qui s’occupe de vos ordinateurs si on peut lui faire confiance.</translation>
    </message>
    <message>
        <source>The signature of this update should have been renewed.</source>
        <translation>La signature de cette mise à jour aurait dû être renouvelée.</translation>
    </message>
    <message>
        <source>Ask for a newer one, or agree to install it all the same.</source>
        <translation>Demandez-en une plus récente, ou acceptez de l’installer quand même.</translation>
    </message>
    <message>
        <source>This update is for another kind of computer.</source>
        <translation>Cette mise à jour est pour un autre type d’ordinateur.</translation>
    </message>
    <message>
        <source>Ask for the update for your computer.</source>
        <translation>Demandez la mise à jour pour votre ordinateur.</translation>
    </message>
    <message>
        <source>The new version needs a later system than this computer has.</source>
        <translation>La nouvelle version a besoin d’un système plus récent que celui de cet ordinateur.</translation>
    </message>
    <message>
        <source>This is an earlier version than yours, which may not read your work.</source>
        <translation>C’est une version plus ancienne que la vôtre, qui pourrait ne pas lire votre travail.</translation>
    </message>
    <message>
        <source>You have this version already.</source>
        <translation>Vous avez déjà cette version.</translation>
    </message>
    <message>
        <source>This Sanduku runs from its source, which an update does not change.</source>
        <translation>Ce Sanduku fonctionne depuis son code source, qu’une mise à jour ne change pas.</translation>
    </message>
    <message>
        <source>Renew the source as you got it, and set it up again.</source>
        <translation>Renouvelez le code source comme vous l’avez obtenu, et préparez-le de nouveau.</translation>
    </message>
    <message>
        <source>There is not enough room for the update and the backup before it.</source>
        <translation>Il n’y a pas assez de place pour la mise à jour et pour la sauvegarde qui la précède.</translation>
    </message>
    <message>
        <source>Free some space, and install it again.</source>
        <translation>Libérez de la place, et installez-la de nouveau.</translation>
    </message>
    <message>
        <source>Nothing can be written where new versions are put.</source>
        <translation>Rien ne peut être écrit là où vont les nouvelles versions.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your computers to let you write there.</source>
        <translation>Demandez à la personne qui s’occupe de vos ordinateurs de vous laisser y écrire.</translation>
    </message>
    <message>
        <source>Sanduku is at work in another place.</source>
        <translation>Sanduku est au travail ailleurs.</translation>
    </message>
    <message>
        <source>Wait until it is done, or close it there, and do it again.</source>
        <translation>Attendez qu’il ait fini, ou fermez-le là-bas, et recommencez.</translation>
    </message>
    <message>
        <source>The new version does not work on this computer, and is not used.</source>
        <translation>La nouvelle version ne marche pas sur cet ordinateur, et n’est pas utilisée.</translation>
    </message>
    <message>
        <source>The new version could not take over a copy of your work.</source>
        <translation>La nouvelle version n’a pas pu reprendre une copie de votre travail.</translation>
    </message>
    <message>
        <source>There is no version before to go back to.</source>
        <translation>Il n’y a pas de version précédente à laquelle revenir.</translation>
    </message>
    <message>
        <source>There is no later version on this computer to use again.</source>
        <translation>Il n’y a sur cet ordinateur aucune version plus récente à réutiliser.</translation>
    </message>
    <message>
        <source>Install the latest update from its file.</source>
        <translation>Installez la dernière mise à jour à partir de son fichier.</translation>
    </message>
    <message>
        <source>This version could not bring your library up to date.</source>
        <translation>Cette version n’a pas pu mettre votre bibliothèque à jour.</translation>
    </message>
    <message>
        <source>Install the version that you had before, and tell whoever gave you this one.</source>
        <translation>Installez la version que vous aviez avant et prévenez la personne qui vous a donné celle-ci.</translation>
    </message>
    <message>
        <source>The version before cannot read your work any more.</source>
        <translation>La version précédente ne peut plus lire votre travail.</translation>
    </message>
    <message>
        <source>The file cannot be written there, or there is one of this name.</source>
        <translation>Le fichier ne peut pas être écrit là, ou il y en a déjà un de ce nom.</translation>
    </message>
</context>
</TS>
