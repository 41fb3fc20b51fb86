<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>You need none of this for daily work. Every change can be taken back.</source>
        <translation>Rien de ceci n’est nécessaire au quotidien. Tout changement peut être annulé.</translation>
    </message>
    <message>
        <source>Search these settings</source>
        <translation>Chercher dans ces réglages</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Aucun réglage ne contient ces mots.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
</context>
<context>
    <name>BroughtPack</name>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Non signé</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Installed and in use.</source>
        <translation>Installé et utilisé.</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>Installer %1</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>What is put into it is added by itself, for example by a scanner.</source>
        <translation>Ce qui y est déposé, par exemple par un scanner, est ajouté automatiquement.</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Dossier surveillé</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Of the window. It changes at once.</source>
        <translation>Celle de la fenêtre. Elle change aussitôt.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Dark rests the eyes in the evening; high contrast helps in bright sun.</source>
        <translation>Le sombre repose les yeux le soir ; le contraste élevé aide en plein soleil.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Everything grows with it.</source>
        <translation>Tout grandit avec elle.</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Commencer par</translation>
    </message>
    <message>
        <source>What you see when the library opens.</source>
        <translation>Ce que vous voyez à l’ouverture de la bibliothèque.</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Installer un modèle</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>La licence</translation>
    </message>
    <message>
        <source>I accept this licence (%1)</source>
        <translation>J’accepte cette licence (%1)</translation>
    </message>
    <message>
        <source>How much is installed</source>
        <translation>Avancement de l’installation</translation>
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
        <source>Copying and checking…</source>
        <translation>Copie et vérification…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Install it although its signature has expired</source>
        <translation>L’installer bien que sa signature ait expiré</translation>
    </message>
    <message>
        <source>I know who made it, and install it although nobody signed it</source>
        <translation>Je sais qui l’a fait et je l’installe bien que personne ne l’ait signé</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Essai en cours…</translation>
    </message>
    <message>
        <source>Stopped. What was copied is kept: install it again to go on from there.</source>
        <translation>Arrêté. Ce qui a été copié est gardé : installez-le à nouveau pour continuer.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>How fast is this computer?</source>
        <translation>Quelle est la vitesse de cet ordinateur ?</translation>
    </message>
    <message>
        <source>A test of 30 seconds at most, best while nothing else is read. It also finds how many pages are read at the same time.</source>
        <translation>Un test de 30 secondes au plus, de préférence quand rien d’autre n’est lu. Il détermine aussi combien de pages sont lues en même temps.</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Mesurer…</translation>
    </message>
    <message>
        <source>Check all files</source>
        <translation>Vérifier tous les fichiers</translation>
    </message>
    <message>
        <source>Reads every model file and compares it with what was installed</source>
        <translation>Lit chaque fichier de modèle et le compare à ce qui a été installé</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>Ce qui peut être lu</translation>
    </message>
    <message>
        <source>Models for reading</source>
        <translation>Modèles de lecture</translation>
    </message>
    <message>
        <source>Reading programs</source>
        <translation>Programmes de lecture</translation>
    </message>
    <message>
        <source>Checking every file…</source>
        <translation>Vérification de tous les fichiers…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>The models for reading are missing, and nothing can be read. They come with Sanduku: install it again, or ask whoever set this computer up.</source>
        <translation>Les modèles de lecture manquent et rien ne peut être lu. Ils viennent avec Sanduku : réinstallez-le, ou demandez à la personne qui a installé cet ordinateur.</translation>
    </message>
    <message>
        <source>Something is damaged: see below what to do.</source>
        <translation>Quelque chose est abîmé : voyez ci-dessous que faire.</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>Tous les fichiers sont intacts.</translation>
    </message>
    <message>
        <source>Everything on this page is on this computer. Nothing is fetched.</source>
        <translation>Tout ce qui est ici se trouve sur cet ordinateur. Rien n’est téléchargé.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Prêt.</translation>
    </message>
    <message>
        <source>Cannot be read yet. %1</source>
        <translation>Ne peut pas encore être lu. %1</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Lu par %1</translation>
    </message>
    <message>
        <source>Tesseract file: %1, licence %2</source>
        <translation>Fichier Tesseract : %1, licence %2</translation>
    </message>
    <message>
        <source>No second opinion: its Tesseract file is missing. %1</source>
        <translation>Pas de deuxième avis : son fichier Tesseract manque. %1</translation>
    </message>
    <message>
        <source>Lines of text</source>
        <translation>Lignes de texte</translation>
    </message>
    <message>
        <source>Arabic-Indic digits</source>
        <translation>Chiffres arabes orientaux</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>Version %1, %2, licence %3</translation>
    </message>
    <message>
        <source>Source: %1.</source>
        <translation>Source : %1.</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Il manque quelque chose</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Non utilisé</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatiquement</translation>
    </message>
    <message>
        <source>Freed space</source>
        <translation>Espace libéré</translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message>
        <source>How far it is</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Qu’est-ce que c’est ?</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Non merci</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Fetching, after your own work is sent…</source>
        <translation>Récupération, après l’envoi de votre propre travail…</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>Patientez…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <source>Fetch it after all</source>
        <translation>Le récupérer quand même</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Continuer à récupérer</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>It is on this computer, and not in use yet.</source>
        <translation>Il est sur cet ordinateur, mais pas encore utilisé.</translation>
    </message>
    <message>
        <source>You said no to it.</source>
        <translation>Vous l’avez refusé.</translation>
    </message>
    <message>
        <source>It cannot be used: %1</source>
        <translation>Il ne peut pas être utilisé : %1</translation>
    </message>
    <message>
        <source>%1 of %2 are here already.</source>
        <translation>%1 sur %2 sont déjà là.</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick from headquarters can bring it.</source>
        <translation>Le réseau est désactivé dans les réglages. Une clé USB du siège peut l’apporter.</translation>
    </message>
    <message>
        <source>How long it takes shows once something was sent.</source>
        <translation>La durée sera connue après un premier envoi.</translation>
    </message>
    <message>
        <source>Fetching takes %1 at the speed of last time.</source>
        <translation>La récupération prend %1 à la vitesse de la dernière fois.</translation>
    </message>
    <message numerus="yes">
        <source>With the data of a day as limited in the settings it takes %Ln day(s).</source>
        <translation>
            <numerusform>Avec la limite de données par jour des réglages, il faut %Ln jour.</numerusform>
            <numerusform>Avec la limite de données par jour des réglages, il faut %Ln jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>What it is for shows with the next sending.</source>
        <translation>Son utilité s’affichera au prochain envoi.</translation>
    </message>
    <message>
        <source>%1, licence %2</source>
        <translation>%1, licence %2</translation>
    </message>
    <message>
        <source>Headquarters asks to install it soon.</source>
        <translation>Le siège demande de l’installer bientôt.</translation>
    </message>
</context>
<context>
    <name>OfferedPacks</name>
    <message>
        <source>Offered by headquarters</source>
        <translation>Proposé par le siège</translation>
    </message>
    <message>
        <source>Nothing is fetched or installed unless you say so. What was fetched is kept, also when the network breaks.</source>
        <translation>Rien n’est récupéré ni installé sans votre accord. Ce qui est récupéré est gardé, même si le réseau coupe.</translation>
    </message>
    <message>
        <source>Say no to %1?</source>
        <translation>Refuser %1 ?</translation>
    </message>
    <message>
        <source>What was fetched of it is removed; headquarters hears of it.</source>
        <translation>Ce qui en a été récupéré est supprimé ; le siège en est informé.</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
</context>
<context>
    <name>PackBox</name>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>Non signé</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Use version %1 again</source>
        <translation>Réutiliser la version %1</translation>
    </message>
    <message>
        <source>Used for: %1</source>
        <translation>Utilisé pour : %1</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3</source>
        <translation>Version %1, %2, licence %3</translation>
    </message>
    <message>
        <source>Every file is whole.</source>
        <translation>Tous les fichiers sont intacts.</translation>
    </message>
    <message>
        <source>Not measured here yet: it has answered nothing in this library.</source>
        <translation>Pas encore mesuré ici : il n’a répondu à rien dans cette bibliothèque.</translation>
    </message>
    <message numerus="yes">
        <source>In this library: %1 s for an answer, from %Ln answer(s).</source>
        <translation>
            <numerusform>Dans cette bibliothèque : %1 s par réponse, d’après %Ln réponse.</numerusform>
            <numerusform>Dans cette bibliothèque : %1 s par réponse, d’après %Ln réponses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackShelf</name>
    <message>
        <source>Checking every file…</source>
        <translation>Vérification de tous les fichiers…</translation>
    </message>
    <message>
        <source>A file with a model</source>
        <translation>Un fichier contenant un modèle</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>Modèles (*.zip)</translation>
    </message>
    <message>
        <source>A folder or stick with a model</source>
        <translation>Un dossier ou une clé USB contenant un modèle</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Retirer %1 ?</translation>
    </message>
    <message>
        <source>Documents and answers stay. To use it again, it must be brought once more.</source>
        <translation>Les documents et les réponses restent. Pour le réutiliser, il faudra l’apporter à nouveau.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Models for photos and questions</source>
        <translation>Modèles pour les photos et les questions</translation>
    </message>
    <message>
        <source>Which model does what</source>
        <translation>Quel modèle fait quoi</translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation>Installer un modèle</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>From a folder or stick…</source>
        <translation>Depuis un dossier ou une clé USB…</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>Vérifier les fichiers</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>%1 is installed and in use.</source>
        <translation>%1 est installé et utilisé.</translation>
    </message>
    <message>
        <source>Not all of it could be tried on this computer.</source>
        <translation>Tout n’a pas pu être essayé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>No model for photos is installed. Whoever looks after your computers prepares one where there is internet, and brings it on a stick. Documents are read without it.</source>
        <translation>Aucun modèle pour les photos n’est installé. La personne qui s’occupe de vos ordinateurs en prépare un là où il y a internet et l’apporte sur une clé USB. Les documents sont lus sans lui.</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Describe photos</source>
        <translation>Décrire des photos</translation>
    </message>
    <message>
        <source>Answer questions</source>
        <translation>Répondre aux questions</translation>
    </message>
    <message>
        <source>Find values for a form</source>
        <translation>Trouver les valeurs d’un formulaire</translation>
    </message>
    <message>
        <source>Read doubtful lines again</source>
        <translation>Relire les lignes douteuses</translation>
    </message>
    <message>
        <source>Find photos by words</source>
        <translation>Chercher des photos par des mots</translation>
    </message>
    <message>
        <source>Sort photos of disasters</source>
        <translation>Trier des photos de catastrophes</translation>
    </message>
    <message>
        <source>%1: good</source>
        <translation>%1 : bien</translation>
    </message>
    <message>
        <source>%1: so-so</source>
        <translation>%1 : moyen</translation>
    </message>
    <message>
        <source>%1: never tried</source>
        <translation>%1 : jamais essayé</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Signé par %1.</translation>
    </message>
    <message>
        <source>Signed by %1, but the signature should have been renewed by now.</source>
        <translation>Signé par %1, mais la signature aurait déjà dû être renouvelée.</translation>
    </message>
    <message>
        <source>Unsigned: nobody vouches for what it answers.</source>
        <translation>Non signé : personne ne se porte garant de ses réponses.</translation>
    </message>
    <message>
        <source>Signed by somebody who is not trusted on this computer.</source>
        <translation>Signé par quelqu’un en qui cet ordinateur n’a pas confiance.</translation>
    </message>
    <message>
        <source>The signature does not hold: somebody may have altered it.</source>
        <translation>La signature n’est pas valable : quelqu’un l’a peut-être modifié.</translation>
    </message>
    <message>
        <source>Made when Sanduku was set up.</source>
        <translation>Fait à l’installation de Sanduku.</translation>
    </message>
    <message>
        <source>Fits into memory: needs %1, %2 are free.</source>
        <translation>Tient en mémoire : il faut %1, %2 sont libres.</translation>
    </message>
    <message>
        <source>Just fits into memory: needs %1, %2 are free. Close other programs first.</source>
        <translation>Tient tout juste en mémoire : il faut %1, %2 sont libres. Fermez d’abord d’autres programmes.</translation>
    </message>
    <message>
        <source>Too big for the memory that is free: needs %1, only %2 are free.</source>
        <translation>Trop grand pour la mémoire libre : il faut %1, seuls %2 sont libres.</translation>
    </message>
    <message>
        <source>Its smaller form “%1” fits.</source>
        <translation>Sa forme plus petite « %1 » tient.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>Measured on “%1”: %2.</source>
        <translation>Mesuré sur « %1 » : %2.</translation>
    </message>
    <message>
        <source>Nobody has measured its speed.</source>
        <translation>Personne n’a mesuré sa vitesse.</translation>
    </message>
    <message>
        <source>%1 pieces of words a second</source>
        <translation>%1 morceaux de mots par seconde</translation>
    </message>
    <message>
        <source>%1 s for each part of a photo</source>
        <translation>%1 s pour chaque partie d’une photo</translation>
    </message>
    <message>
        <source>%1 of memory at most</source>
        <translation>%1 de mémoire au plus</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>un autre ordinateur</translation>
    </message>
    <message>
        <source>Version %1, %2, licence %3; %4 are free on the disk.</source>
        <translation>Version %1, %2, licence %3 ; %4 libres sur le disque.</translation>
    </message>
    <message>
        <source>Version %1 is in use now; it is kept, to go back to.</source>
        <translation>La version %1 est utilisée maintenant ; elle est gardée pour pouvoir y revenir.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>Four or five ordinary words are easy to keep. Earlier backups keep their old passphrase.</source>
        <translation>Quatre ou cinq mots courants se retiennent bien. Les anciennes sauvegardes gardent leur ancienne phrase.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>Ce que vaut la phrase secrète</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Changement…</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Changer</translation>
    </message>
</context>
<context>
    <name>PreferencesView</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy and lock</source>
        <translation>Confidentialité et verrou</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrou</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Verrouiller après</translation>
    </message>
    <message>
        <source>When nobody has touched keyboard or mouse for this long.</source>
        <translation>Quand personne n’a touché le clavier ni la souris pendant ce temps.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Whoever knows it can open the library on this computer.</source>
        <translation>Qui la connaît peut ouvrir la bibliothèque sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>On paper, for the day on which the passphrase is forgotten.</source>
        <translation>Sur papier, pour le jour où la phrase secrète est oubliée.</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Où elle se trouve</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>A whole copy, as well encrypted, for instance on a stick. To bring one back: “sanduku restore FOLDER --into NEW-FOLDER”.</source>
        <translation>Une copie complète, aussi bien chiffrée, par exemple sur une clé USB. Pour la faire revenir : « sanduku restore DOSSIER --into NOUVEAU-DOSSIER ».</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Reads every file and says whether the library is sound. Changes nothing.</source>
        <translation>Lit chaque fichier et dit si la bibliothèque est saine. Ne change rien.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Nouvelle clé…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Sauvegarder maintenant…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Where shall the backup go?</source>
        <translation>Où mettre la sauvegarde ?</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>La phrase secrète est changée.</translation>
    </message>
    <message numerus="yes">
        <source>The library is sound: %Ln document(s) with all their files.</source>
        <translation>
            <numerusform>La bibliothèque est saine : %Ln document avec tous ses fichiers.</numerusform>
            <numerusform>La bibliothèque est saine : %Ln documents avec tous leurs fichiers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is whole: %1 in the folder %2.</source>
        <translation>La sauvegarde est complète : %1 dans le dossier %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged in the library itself, and so in the backup.</source>
        <translation>
            <numerusform>%Ln fichier est abîmé dans la bibliothèque même, donc aussi dans la sauvegarde.</numerusform>
            <numerusform>%Ln fichiers sont abîmés dans la bibliothèque même, donc aussi dans la sauvegarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Vous l’avez arrêté.</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Pages that come now are read so. What was read before stays as it is; to read a document anew, choose “Read again” in the list.</source>
        <translation>Les pages à venir seront lues ainsi. Ce qui a déjà été lu reste tel quel ; pour relire un document, choisissez « Relire » dans la liste.</translation>
    </message>
    <message>
        <source>Now only lines for which there is another reason are marked.</source>
        <translation>Seules les lignes ayant une autre raison sont signalées maintenant.</translation>
    </message>
    <message>
        <source>An example: a line that Sanduku is %1 % sure of is marked, one with %2 % is not.</source>
        <translation>Un exemple : une ligne sûre à %1 % est signalée, une ligne à %2 % ne l’est pas.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>New recovery key</source>
        <translation>Nouvelle clé de secours</translation>
    </message>
    <message>
        <source>Only this key opens the library if you forget the passphrase. It is shown this once.</source>
        <translation>Seule cette clé ouvre la bibliothèque si vous oubliez la phrase secrète. Elle n’est montrée qu’une fois.</translation>
    </message>
    <message>
        <source>You get a new key to print. The key that you have now will open nothing but earlier backups: destroy its sheet afterwards.</source>
        <translation>Vous recevez une nouvelle clé à imprimer. La clé actuelle n’ouvrira plus que les anciennes sauvegardes : détruisez ensuite sa feuille.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>Print the key…</source>
        <translation>Imprimer la clé…</translation>
    </message>
    <message>
        <source>I printed the key or wrote it down.</source>
        <translation>J’ai imprimé ou noté la clé.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Créer une nouvelle clé</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Reset “%1”</source>
        <translation>Réinitialiser « %1 »</translation>
    </message>
    <message>
        <source>Back to how it was at first</source>
        <translation>Revenir à la valeur d’origine</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Holds from the next time the library is opened.</source>
        <translation>Vaut à partir de la prochaine ouverture de la bibliothèque.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sharpness of PDF pages</source>
        <translation>Finesse des pages PDF</translation>
    </message>
    <message>
        <source>How finely a PDF page without text of its own is drawn before it is read. More is slower.</source>
        <translation>Finesse avec laquelle une page PDF sans texte est dessinée avant lecture. Plus fin, plus lent.</translation>
    </message>
    <message>
        <source>dots per inch</source>
        <translation>points par pouce</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Plus gros fichier</translation>
    </message>
    <message>
        <source>Files larger than this are refused.</source>
        <translation>Les fichiers plus gros sont refusés.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Plus grande image</translation>
    </message>
    <message>
        <source>Pictures with more pixels than this are refused.</source>
        <translation>Les images avec plus de pixels sont refusées.</translation>
    </message>
    <message>
        <source>million pixels</source>
        <translation>millions de pixels</translation>
    </message>
    <message>
        <source>Memory for opening a picture</source>
        <translation>Mémoire pour ouvrir une image</translation>
    </message>
    <message>
        <source>Pictures that need more memory than this while they open are refused.</source>
        <translation>Les images qui demandent plus de mémoire à l’ouverture sont refusées.</translation>
    </message>
    <message>
        <source>Size of pictures for reading</source>
        <translation>Taille des images à lire</translation>
    </message>
    <message>
        <source>Larger pictures are made smaller before they are read.</source>
        <translation>Les images plus grandes sont réduites avant lecture.</translation>
    </message>
    <message>
        <source>Most pages of a file</source>
        <translation>Pages au plus par fichier</translation>
    </message>
    <message>
        <source>Files with more pages than this are refused.</source>
        <translation>Les fichiers avec plus de pages sont refusés.</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>Use the text of PDFs</source>
        <translation>Utiliser le texte des PDF</translation>
    </message>
    <message>
        <source>Where a PDF page has usable text of its own, it is taken as it is.</source>
        <translation>Si une page PDF contient un texte utilisable, il est pris tel quel.</translation>
    </message>
    <message>
        <source>Turn pages upright</source>
        <translation>Redresser le sens des pages</translation>
    </message>
    <message>
        <source>Pages that were scanned sideways or upside down are turned.</source>
        <translation>Les pages numérisées de côté ou à l’envers sont tournées.</translation>
    </message>
    <message>
        <source>Straighten pages</source>
        <translation>Redresser les pages</translation>
    </message>
    <message>
        <source>Pages that are a little tilted are straightened.</source>
        <translation>Les pages un peu penchées sont redressées.</translation>
    </message>
    <message>
        <source>Languages of your documents</source>
        <translation>Langues de vos documents</translation>
    </message>
    <message>
        <source>Sanduku expects these. Fewer is quicker and makes fewer mistakes.</source>
        <translation>Sanduku s’attend à celles-ci. Moins de langues : plus rapide et moins d’erreurs.</translation>
    </message>
    <message>
        <source>Size for finding lines</source>
        <translation>Taille pour trouver les lignes</translation>
    </message>
    <message>
        <source>Longest side of the picture in which lines are looked for. More finds smaller print.</source>
        <translation>Plus grand côté de l’image où l’on cherche les lignes. Plus grand, on trouve des caractères plus petits.</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>pixels</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Deuxième avis</translation>
    </message>
    <message>
        <source>Which lines another engine reads as well. Where the two differ, you are told.</source>
        <translation>Lignes qu’un autre moteur lit aussi. Là où les deux diffèrent, on vous le dit.</translation>
    </message>
    <message>
        <source>When a line is doubtful</source>
        <translation>Quand une ligne est douteuse</translation>
    </message>
    <message>
        <source>Lines that are less sure than this are marked for you to check.</source>
        <translation>Les lignes moins sûres sont signalées pour que vous les vérifiiez.</translation>
    </message>
    <message>
        <source>Use EasyOCR too</source>
        <translation>Utiliser aussi EasyOCR</translation>
    </message>
    <message>
        <source>Another engine, slow and hungry; used where it and its model files are installed.</source>
        <translation>Un autre moteur, lent et gourmand ; utilisé si lui et ses modèles sont installés.</translation>
    </message>
    <message>
        <source>Graphics card for photo models</source>
        <translation>Carte graphique pour les modèles de photos</translation>
    </message>
    <message>
        <source>Each model is tried once on the graphics card, and runs there where it is right and faster.</source>
        <translation>Chaque modèle est essayé une fois sur la carte graphique, et y tourne s’il y donne de bons résultats plus vite.</translation>
    </message>
    <message>
        <source>Pages read at the same time</source>
        <translation>Pages lues en même temps</translation>
    </message>
    <message>
        <source>0 means: as many as processor and memory allow. Fewer leaves more for other programs.</source>
        <translation>0 veut dire : autant que le processeur et la mémoire le permettent. Moins laisse plus aux autres programmes.</translation>
    </message>
    <message>
        <source>Memory of a reader</source>
        <translation>Mémoire d’un lecteur</translation>
    </message>
    <message>
        <source>A reader that uses more than this is started anew after its page.</source>
        <translation>Un lecteur qui en utilise plus est relancé après sa page.</translation>
    </message>
    <message>
        <source>Patience with a silent reader</source>
        <translation>Patience avec un lecteur muet</translation>
    </message>
    <message>
        <source>If a reader gives no sign of life for this long, another takes its page.</source>
        <translation>Si un lecteur ne donne pas signe de vie pendant ce temps, un autre prend sa page.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>End idle readers after</source>
        <translation>Arrêter les lecteurs inactifs après</translation>
    </message>
    <message>
        <source>A reader without work gives its memory back after this time.</source>
        <translation>Un lecteur sans travail rend sa mémoire après ce temps.</translation>
    </message>
    <message>
        <source>Longest time for a page</source>
        <translation>Temps maximal par page</translation>
    </message>
    <message>
        <source>A page that takes longer is stopped and shown as a problem.</source>
        <translation>Une page plus longue est arrêtée et montrée comme problème.</translation>
    </message>
    <message>
        <source>Keep the trash for</source>
        <translation>Garder la corbeille</translation>
    </message>
    <message>
        <source>After this, what lies in the trash may be deleted for ever.</source>
        <translation>Passé ce temps, le contenu de la corbeille peut être supprimé pour toujours.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>Reserve on the disk</source>
        <translation>Réserve sur le disque</translation>
    </message>
    <message>
        <source>Space held back, so that work can be finished when the disk is full.</source>
        <translation>Espace gardé pour pouvoir finir le travail quand le disque est plein.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your corrections are recorded under it. Empty means: your name on this computer.</source>
        <translation>Vos corrections sont notées sous ce nom. Vide : votre nom sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Use of the network</source>
        <translation>Usage du réseau</translation>
    </message>
    <message>
        <source>When work is sent to headquarters. Reading never needs a network.</source>
        <translation>Quand le travail est envoyé au siège. La lecture n’a jamais besoin d’un réseau.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself where this computer (host:port) does not answer. Empty: anywhere.</source>
        <translation>Rien n’est envoyé de soi-même là où cet ordinateur (hôte:port) ne répond pas. Vide : partout.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Ce qui est envoyé</translation>
    </message>
    <message>
        <source>The text goes in any case. Headquarters can ask for single pages on top of this.</source>
        <translation>Le texte part dans tous les cas. Le siège peut en plus demander des pages précises.</translation>
    </message>
    <message>
        <source>Data for a day</source>
        <translation>Données par jour</translation>
    </message>
    <message>
        <source>Sending stops for the day when so much has gone over the network. 0 means: any amount.</source>
        <translation>L’envoi s’arrête pour la journée quand cette quantité est passée par le réseau. 0 signifie : sans limite.</translation>
    </message>
    <message>
        <source>When a connection is broken</source>
        <translation>Quand une connexion est coupée</translation>
    </message>
    <message>
        <source>A connection on which nothing moves for this long is given up and made anew.</source>
        <translation>Une connexion où rien ne bouge pendant ce temps est abandonnée et refaite.</translation>
    </message>
    <message>
        <source>Patience with headquarters</source>
        <translation>Patience envers le siège</translation>
    </message>
    <message>
        <source>Sending is given up when headquarters has not answered for this long.</source>
        <translation>L’envoi est abandonné quand le siège n’a pas répondu pendant ce temps.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>Send by itself every</source>
        <translation>Envoyer de soi-même toutes les</translation>
    </message>
    <message>
        <source>How often work is sent by itself, where that is allowed.</source>
        <translation>À quel rythme le travail est envoyé de soi-même, là où c’est permis.</translation>
    </message>
    <message>
        <source>Only in this network</source>
        <translation>Seulement dans ce réseau</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Serveur mandataire (proxy)</translation>
    </message>
    <message>
        <source>Address of a proxy. Empty takes the one of the system, and the word none takes no proxy.</source>
        <translation>Adresse d’un proxy. Vide prend celui du système, et le mot none n’en prend aucun.</translation>
    </message>
    <message>
        <source>Originals leave this computer after</source>
        <translation>Les originaux quittent cet ordinateur après</translation>
    </message>
    <message>
        <source>Only those that headquarters and its backup have. 0 means: they stay until you say otherwise.</source>
        <translation>Seulement ceux que le siège et sa sauvegarde possèdent. 0 signifie : ils restent jusqu’à ce que vous en décidiez.</translation>
    </message>
    <message>
        <source>Files that left can come back for</source>
        <translation>Les fichiers partis peuvent revenir pendant</translation>
    </message>
    <message>
        <source>Until then you can bring them back without a network. Text and small images always stay.</source>
        <translation>Jusque-là, vous pouvez les ramener sans réseau. Le texte et les petites images restent toujours.</translation>
    </message>
    <message>
        <source>Install urgent model packs by itself</source>
        <translation>Installer de lui-même les paquets de modèles urgents</translation>
    </message>
    <message>
        <source>Only those that headquarters calls urgent, signed and tried. You accept their licence.</source>
        <translation>Seulement ceux que le siège dit urgents et que signe quelqu’un en qui votre équipe a confiance. Vous acceptez leur licence.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Photo models</source>
        <translation>Modèles de photos</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lecteurs</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Aucune ligne</translation>
    </message>
    <message>
        <source>Doubtful lines</source>
        <translation>Lignes douteuses</translation>
    </message>
    <message>
        <source>Every line (slow)</source>
        <translation>Toutes les lignes (lent)</translation>
    </message>
    <message>
        <source>Where it helps</source>
        <translation>Là où elle aide</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>Quand je le dis</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatiquement</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text and where it stands</source>
        <translation>Texte et son emplacement</translation>
    </message>
    <message>
        <source>Text and small images</source>
        <translation>Texte et petites images</translation>
    </message>
    <message>
        <source>Everything, originals too</source>
        <translation>Tout, originaux compris</translation>
    </message>
</context>
<context>
    <name>ShortcutsModel</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>In the menu</source>
        <translation>Dans le menu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Chercher actions et raccourcis</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs raccourcis</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Appuyez ici sur les nouvelles touches</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Choose an action to give it other keys.</source>
        <translation>Choisissez une action pour changer ses touches.</translation>
    </message>
    <message>
        <source>Keys for “%1”: press them in the field.</source>
        <translation>Touches pour « %1 » : appuyez dessus dans le champ.</translation>
    </message>
    <message>
        <source>%1 already belong to “%2”.</source>
        <translation>%1 sert déjà à « %2 ».</translation>
    </message>
    <message>
        <source>Take them from there</source>
        <translation>Les lui prendre</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Installer un modèle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model pack(s) were brought.</source>
        <translation>
            <numerusform>%Ln paquet de modèle a été apporté.</numerusform>
            <numerusform>%Ln paquets de modèles ont été apportés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>Sanduku chooses</source>
        <translation>Sanduku choisit</translation>
    </message>
    <message>
        <source>Sanduku chooses: %1</source>
        <translation>Sanduku choisit : %1</translation>
    </message>
    <message>
        <source>Form: Sanduku chooses</source>
        <translation>Forme : Sanduku choisit</translation>
    </message>
    <message>
        <source>Form: %1</source>
        <translation>Forme : %1</translation>
    </message>
    <message>
        <source>Look: Sanduku chooses</source>
        <translation>Regard : Sanduku choisit</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>Regard : %1</translation>
    </message>
    <message>
        <source>Say: Sanduku chooses</source>
        <translation>Réponse : Sanduku choisit</translation>
    </message>
    <message>
        <source>Say: %1</source>
        <translation>Réponse : %1</translation>
    </message>
    <message>
        <source>More choices</source>
        <translation>Plus de choix</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Form of the model</source>
        <translation>Forme du modèle</translation>
    </message>
    <message>
        <source>How closely it looks</source>
        <translation>Avec quelle précision il regarde</translation>
    </message>
    <message>
        <source>How much it says</source>
        <translation>Combien il en dit</translation>
    </message>
</context>
</TS>
