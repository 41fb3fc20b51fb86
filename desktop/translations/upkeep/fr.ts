<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>This is all that would be saved: versions, figures and kinds of errors. There is no text of a document in it, no name of a file, a person or a team.</source>
        <translation>Voici tout ce qui serait enregistré : des versions, des chiffres et des types d’erreurs. Il n’y a aucun texte de document, aucun nom de fichier, de personne ou d’équipe.</translation>
    </message>
    <message>
        <source>All that would be saved</source>
        <translation>Tout ce qui serait enregistré</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>Où faut-il l’enregistrer ?</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>The update to version %1 did not come up here, and is not used. Your work is safe.</source>
        <translation>La mise à jour vers la version %1 n’a pas fonctionné ici et n’est pas utilisée. Votre travail est en sécurité.</translation>
    </message>
    <message>
        <source>The update that was installed is damaged, and is not used. Install it again from its file.</source>
        <translation>La mise à jour installée est endommagée et n’est pas utilisée. Installez-la de nouveau à partir de son fichier.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Ce programme</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>A newer version comes as a file on a stick. You see what it is before anything happens.</source>
        <translation>Une version plus récente arrive dans un fichier, sur une clé. Vous voyez ce que c’est avant que quoi que ce soit ne se passe.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Figures and kinds of errors for whoever mends Sanduku. No text, no names. You see all of it before it is saved.</source>
        <translation>Des chiffres et des types d’erreurs pour ceux qui réparent Sanduku. Aucun texte, aucun nom. Vous voyez tout avant l’enregistrement.</translation>
    </message>
    <message>
        <source>Look on the stick</source>
        <translation>Chercher sur la clé</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Revenir…</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>L’utiliser de nouveau</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Montrer…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Use the version before again?</source>
        <translation>Utiliser de nouveau la version précédente ?</translation>
    </message>
    <message>
        <source>Nothing is lost: where the version before could not read your work, it is not done.</source>
        <translation>Rien n’est perdu : si la version précédente ne pouvait pas lire votre travail, cela n’est pas fait.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>From the next start on, the version of the package is used.</source>
        <translation>À partir du prochain démarrage, la version du paquet est utilisée.</translation>
    </message>
    <message>
        <source>From the next start on, version %1 is used.</source>
        <translation>À partir du prochain démarrage, la version %1 est utilisée.</translation>
    </message>
    <message>
        <source>Which update?</source>
        <translation>Quelle mise à jour ?</translation>
    </message>
    <message>
        <source>It runs from its source: renew that as you got it, and set it up again.</source>
        <translation>Il fonctionne depuis son code source : renouvelez-le comme vous l’avez obtenu, et préparez-le de nouveau.</translation>
    </message>
    <message>
        <source>Version %1 is ready, and is used from the next start on.</source>
        <translation>La version %1 est prête, et sera utilisée à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Installed as an update, signed by %1.</source>
        <translation>Installée comme mise à jour, signée par %1.</translation>
    </message>
    <message>
        <source>Installed as an update.</source>
        <translation>Installée comme mise à jour.</translation>
    </message>
    <message>
        <source>Installed from a package.</source>
        <translation>Installée depuis un paquet.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>The version of the package is kept, to go back to.</source>
        <translation>La version du paquet est gardée, pour pouvoir y revenir.</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Version précédente</translation>
    </message>
    <message>
        <source>Version %1 was given up</source>
        <translation>La version %1 a été abandonnée</translation>
    </message>
    <message>
        <source>It is still on this computer. Use it again if your library does not open now, or if its starts failed for another reason, such as power cuts.</source>
        <translation>Elle est encore sur cet ordinateur. Utilisez-la de nouveau si votre bibliothèque ne s’ouvre pas maintenant, ou si ses démarrages ont échoué pour une autre raison, comme des coupures de courant.</translation>
    </message>
    <message>
        <source>Version %1 is kept, to go back to.</source>
        <translation>La version %1 est gardée, pour pouvoir y revenir.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Update</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>Rien n’a été noté.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>I install it although its signature should have been renewed</source>
        <translation>Je l’installe bien que sa signature aurait dû être renouvelée</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Vérification du fichier…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Version %1 is ready. It is used from the next start on.</source>
        <translation>La version %1 est prête. Elle sera utilisée à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Your work was backed up to %1.</source>
        <translation>Votre travail a été sauvegardé dans %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were damaged in your library already, and are so in the backup.</source>
        <translation>
            <numerusform>%Ln fichier était déjà endommagé dans votre bibliothèque, et l’est aussi dans la sauvegarde.</numerusform>
            <numerusform>%Ln fichiers étaient déjà endommagés dans votre bibliothèque, et le sont aussi dans la sauvegarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>The version that you have stays as it is.</source>
        <translation>La version que vous avez reste telle quelle.</translation>
    </message>
    <message>
        <source>Unpacking…</source>
        <translation>Décompression…</translation>
    </message>
    <message>
        <source>The new version tests itself. This can take some minutes…</source>
        <translation>La nouvelle version se teste elle-même. Cela peut prendre quelques minutes…</translation>
    </message>
    <message>
        <source>Backing up your work…</source>
        <translation>Sauvegarde de votre travail…</translation>
    </message>
    <message>
        <source>Trying the new version on a copy of your work…</source>
        <translation>Essai de la nouvelle version sur une copie de votre travail…</translation>
    </message>
    <message>
        <source>It needs %1; %2 are free on the disk.</source>
        <translation>Elle a besoin de %1 ; %2 sont libres sur le disque.</translation>
    </message>
    <message>
        <source>You have version %1. This update is signed by %2.</source>
        <translation>Vous avez la version %1. Cette mise à jour est signée par %2.</translation>
    </message>
    <message>
        <source>First the new version tests itself on this computer. Then your work is backed up, and the new version tries itself on a copy. Whatever goes wrong, the version that you have stays as it is, and you can go back later.</source>
        <translation>La nouvelle version se teste d’abord sur cet ordinateur. Ensuite votre travail est sauvegardé, et elle s’essaie sur une copie. Quoi qu’il arrive, la version que vous avez reste telle quelle, et vous pourrez revenir en arrière.</translation>
    </message>
    <message>
        <source>Sanduku %1</source>
        <translation>Sanduku %1</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong.</source>
        <translation>L’horloge de cet ordinateur indique %today et indiquait auparavant %before : l’une des deux dates est fausse.</translation>
    </message>
    <message>
        <source>The clock of this computer says %today, and said %before earlier: one of the two is wrong. If the later date was right, the signature should have been renewed.</source>
        <translation>L’horloge de cet ordinateur indique %today et indiquait auparavant %before : l’une des deux dates est fausse. Si la plus tardive était juste, la signature aurait dû être renouvelée.</translation>
    </message>
    <message>
        <source>%signer should have renewed the signature by %expires. The update is the one that was signed, but a newer one may exist. Or the clock is wrong: it says %today.</source>
        <translation>%signer aurait dû renouveler la signature avant le %expires. La mise à jour est bien celle qui a été signée, mais il en existe peut-être une plus récente. Ou l’horloge est fausse : elle indique %today.</translation>
    </message>
    <message>
        <source>The version in use was signed by %before, and this one by %signer.</source>
        <translation>La version utilisée a été signée par %before, et celle-ci par %signer.</translation>
    </message>
    <message>
        <source>This version was installed here before, and was given up.</source>
        <translation>Cette version a déjà été installée ici, puis abandonnée.</translation>
    </message>
    <message>
        <source>To know, in English: %text</source>
        <translation>À savoir, en anglais : %text</translation>
    </message>
</context>
<context>
    <name>WayOutPage</name>
    <message>
        <source>This version cannot open your library</source>
        <translation>Cette version ne peut pas ouvrir votre bibliothèque</translation>
    </message>
    <message>
        <source>Nothing is lost: your library is as it was.</source>
        <translation>Rien n’est perdu : votre bibliothèque est telle qu’elle était.</translation>
    </message>
    <message>
        <source>Version %1 is still on this computer, and can open it.</source>
        <translation>La version %1 est encore sur cet ordinateur et peut l’ouvrir.</translation>
    </message>
    <message>
        <source>The version before opens it.</source>
        <translation>La version précédente l’ouvre.</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>Utiliser de nouveau la version %1</translation>
    </message>
    <message>
        <source>Use the version before</source>
        <translation>Utiliser la version précédente</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
</TS>
