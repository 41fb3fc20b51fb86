<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>LanguagePage</name>
    <message>
        <source>Welcome to Sanduku</source>
        <translation>Bienvenue dans Sanduku</translation>
    </message>
    <message>
        <source>Choose your language. You can change it later in the settings.</source>
        <translation>Choisissez votre langue. Vous pourrez la changer plus tard dans les paramètres.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Protect your documents</source>
        <translation>Protégez vos documents</translation>
    </message>
    <message>
        <source>Everything is encrypted with your passphrase. Four or five ordinary words are easy to keep.</source>
        <translation>Tout est chiffré avec votre phrase secrète. Quatre ou cinq mots simples sont faciles à retenir.</translation>
    </message>
    <message>
        <source>Back to the language</source>
        <translation>Revenir à la langue</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation>Protection offerte par la phrase secrète</translation>
    </message>
    <message>
        <source>Nobody can open the library without the passphrase or the recovery key, not even we.</source>
        <translation>Personne ne peut ouvrir la bibliothèque sans la phrase secrète ou la clé de secours, pas même nous.</translation>
    </message>
    <message>
        <source>Too short: at least 8 characters.</source>
        <translation>Trop court : au moins 8 caractères.</translation>
    </message>
    <message>
        <source>Weak: a computer would find it within days. Add a word.</source>
        <translation>Faible : un ordinateur la trouverait en quelques jours. Ajoutez un mot.</translation>
    </message>
    <message>
        <source>Fair: it holds for years.</source>
        <translation>Correcte : elle tient des années.</translation>
    </message>
    <message>
        <source>Strong: nobody will guess it.</source>
        <translation>Solide : personne ne la devinera.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Making the library…</source>
        <translation>Création de la bibliothèque…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Keep the recovery key</source>
        <translation>Gardez la clé de secours</translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this key opens the library. It is shown this once.</source>
        <translation>Si vous oubliez la phrase secrète, seule cette clé ouvre la bibliothèque. Elle n’est affichée qu’une fois.</translation>
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
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Sanduku: recovery key</source>
        <translation>Sanduku : clé de secours</translation>
    </message>
    <message>
        <source>Whoever has this sheet and the computer can read the whole library.</source>
        <translation>Quiconque a cette feuille et l’ordinateur peut lire toute la bibliothèque.</translation>
    </message>
    <message>
        <source>Keep it in a safe place, apart from the computer.</source>
        <translation>Gardez-la en lieu sûr, loin de l’ordinateur.</translation>
    </message>
    <message>
        <source>To use it, start Sanduku, choose “I forgot the passphrase” and type the key.</source>
        <translation>Pour l’utiliser, ouvrez Sanduku, choisissez « J’ai oublié la phrase secrète » et tapez la clé.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Afficher la saisie</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Masquer la saisie</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>How fast is this computer?</source>
        <translation>Quelle est la vitesse de cet ordinateur ?</translation>
    </message>
    <message>
        <source>Sanduku reads a few sample pages, for 30 seconds at most, to learn how many pages it can read at once without slowing your other programs. Nothing of it is kept.</source>
        <translation>Sanduku lit quelques pages d’exemple, pendant 30 secondes au plus, pour savoir combien de pages il peut lire à la fois sans ralentir vos autres programmes. Rien n’en est conservé.</translation>
    </message>
    <message>
        <source>How far the test is</source>
        <translation>Avancement du test</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Commencer le test</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Tester de nouveau</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Less than one page in 30 seconds</source>
        <translation>Moins d’une page en 30 secondes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) a minute</source>
        <translation>
            <numerusform>%Ln page par minute</numerusform>
            <numerusform>%Ln pages par minute</numerusform>
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
        <source>Measured on %Ln page(s).</source>
        <translation>
            <numerusform>Mesuré sur %Ln page.</numerusform>
            <numerusform>Mesuré sur %Ln pages.</numerusform>
        </translation>
    </message>
    <message>
        <source>A reader needs up to %1 MB of memory, and this computer has %2 MB.</source>
        <translation>Un lecteur utilise jusqu’à %1 Mo de mémoire, et cet ordinateur a %2 Mo.</translation>
    </message>
    <message numerus="yes">
        <source>So that other programs have room, %Ln page(s) are read at the same time.</source>
        <translation>
            <numerusform>Pour laisser de la place aux autres programmes, %Ln page est lue à la fois.</numerusform>
            <numerusform>Pour laisser de la place aux autres programmes, %Ln pages sont lues à la fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) can be read at the same time.</source>
        <translation>
            <numerusform>%Ln page peut être lue à la fois.</numerusform>
            <numerusform>%Ln pages peuvent être lues à la fois.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Do you work in a team?</source>
        <translation>Travaillez-vous en équipe ?</translation>
    </message>
    <message>
        <source>If a headquarters gave you an invitation, your work can be sent there later. Without a team everything stays on this computer. You can join at any time.</source>
        <translation>Si un siège vous a donné une invitation, votre travail pourra y être envoyé plus tard. Sans équipe, tout reste sur cet ordinateur. Vous pouvez rejoindre une équipe à tout moment.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>J’ai une invitation</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Sanduku is locked</source>
        <translation>Sanduku est verrouillé</translation>
    </message>
    <message>
        <source>Everything in the library is encrypted on this computer.</source>
        <translation>Tout ce que contient la bibliothèque est chiffré sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Utiliser la phrase secrète</translation>
    </message>
    <message>
        <source>I forgot the passphrase</source>
        <translation>J’ai oublié la phrase secrète</translation>
    </message>
    <message>
        <source>What is being sent goes on meanwhile.</source>
        <translation>L’envoi en cours continue pendant ce temps.</translation>
    </message>
    <message>
        <source>The library is being brought up to date for this version. Pages done: %1</source>
        <translation>La bibliothèque est mise à jour pour cette version. Pages faites : %1</translation>
    </message>
</context>
<context>
    <name>UpdatingPage</name>
    <message>
        <source>Your library is being brought up to date</source>
        <translation>Votre bibliothèque est mise à jour</translation>
    </message>
    <message>
        <source>This version keeps it in another way. It happens once, and a copy was kept before.</source>
        <translation>Cette version la garde autrement. Cela n’arrive qu’une fois, et une copie a été gardée avant.</translation>
    </message>
    <message>
        <source>Pages done: %1</source>
        <translation>Pages faites : %1</translation>
    </message>
</context>
</TS>
