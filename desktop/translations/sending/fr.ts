<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>This goes to headquarters with the next sending.</source>
        <translation>Ceci part au siège avec le prochain envoi.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier change(s)</source>
        <translation>
            <numerusform>et %Ln modification plus ancienne</numerusform>
            <numerusform>et %Ln modifications plus anciennes</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close Sanduku</source>
        <translation>Fermer Sanduku</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendre</translation>
    </message>
    <message>
        <source>The stick is not written to the end.</source>
        <translation>L’écriture sur la clé USB n’est pas terminée.</translation>
    </message>
    <message>
        <source>If you close now, what is written is taken off it again. Nothing is lost.</source>
        <translation>Si vous fermez maintenant, ce qui est écrit en est retiré. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>The answer on the stick is not taken to the end.</source>
        <translation>La réponse sur la clé USB n’est pas reprise jusqu’au bout.</translation>
    </message>
    <message>
        <source>Nothing is lost: take it again the next time.</source>
        <translation>Rien n’est perdu : reprenez-la la prochaine fois.</translation>
    </message>
    <message>
        <source>A model from headquarters is not here to the end.</source>
        <translation>Un modèle du siège n’est pas encore entièrement là.</translation>
    </message>
    <message>
        <source>What has come is kept; it goes on from there the next time.</source>
        <translation>Ce qui est arrivé est gardé ; la suite reprendra de là.</translation>
    </message>
    <message>
        <source>Sending is not finished.</source>
        <translation>L’envoi n’est pas terminé.</translation>
    </message>
    <message>
        <source>What has arrived at headquarters counts; the rest goes the next time.</source>
        <translation>Ce qui est arrivé au siège compte ; le reste partira la prochaine fois.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln modification</numerusform>
            <numerusform>%Ln modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to send %Ln</source>
        <translation>
            <numerusform>%Ln à envoyer</numerusform>
            <numerusform>%Ln à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Tout est envoyé</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>À envoyer</translation>
    </message>
</context>
<context>
    <name>FreedPage</name>
    <message>
        <source>Freed space</source>
        <translation>Espace libéré</translation>
    </message>
    <message>
        <source>Page images and originals of approved documents may leave this computer once headquarters has signed to have them, and its backup too. Text and small images always stay.</source>
        <translation>Les images des pages et les originaux des documents approuvés peuvent quitter cet ordinateur une fois que le siège a signé qu’il les a, et sa sauvegarde aussi. Le texte et les petites images restent toujours.</translation>
    </message>
    <message>
        <source>Free the space</source>
        <translation>Libérer l’espace</translation>
    </message>
    <message>
        <source>%1 can be freed: the files of %2.</source>
        <translation>%1 peuvent être libérés : les fichiers de %2.</translation>
    </message>
    <message>
        <source>Nothing can be freed now.</source>
        <translation>Rien ne peut être libéré pour le moment.</translation>
    </message>
    <message>
        <source>Page images and originals are not sent over the network, as the settings say; a stick can bring them there.</source>
        <translation>Les images des pages et les originaux ne passent pas par le réseau, selon les réglages ; une clé USB peut les y porter.</translation>
    </message>
    <message>
        <source>%1, %2, left on %3</source>
        <translation>%1, %2, partis le %3</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Faire revenir</translation>
    </message>
    <message>
        <source>Fetch from headquarters</source>
        <translation>Reprendre au siège</translation>
    </message>
    <message numerus="yes">
        <source>%1 freed. The files can be brought back for %Ln day(s).</source>
        <translation>
            <numerusform>%1 libérés. Les fichiers peuvent revenir pendant %Ln jour.</numerusform>
            <numerusform>%1 libérés. Les fichiers peuvent revenir pendant %Ln jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The files of %1 are here again.</source>
        <translation>Les fichiers de %1 sont de nouveau ici.</translation>
    </message>
</context>
<context>
    <name>FromHeadquartersPage</name>
    <message>
        <source>From headquarters</source>
        <translation>Du siège</translation>
    </message>
    <message>
        <source>Nothing waits for an answer from you.</source>
        <translation>Rien n’attend de réponse de votre part.</translation>
    </message>
    <message numerus="yes">
        <source>%1, page %Ln</source>
        <translation>
            <numerusform>%1, page %Ln</numerusform>
            <numerusform>%1, page %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions: %1</source>
        <translation>Deux versions : %1</translation>
    </message>
    <message>
        <source>Changed there and here. For now the line reads as headquarters wants it.</source>
        <translation>Modifiée là-bas et ici. Pour l’instant, la ligne est comme le siège la veut.</translation>
    </message>
    <message>
        <source>Headquarters corrected a line that is no longer there.</source>
        <translation>Le siège a corrigé une ligne qui n’existe plus.</translation>
    </message>
    <message>
        <source>Headquarters corrected a page that was read anew here since.</source>
        <translation>Le siège a corrigé une page qui a été relue ici depuis.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Avant : %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Keep headquarters'</source>
        <translation>Garder celle du siège</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Headquarters (%2): %1</source>
        <translation>Siège (%2) : %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Ici : %1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Garder ceci</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>Ou tapez ce qui est juste</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>Renvoyé : %1</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>Aucune raison n’a été donnée.</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Remarque : %1</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>« %1 » (%2)</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Ouvrir le document</translation>
    </message>
    <message>
        <source>Settled. Headquarters hears of it with the next sending.</source>
        <translation>Réglé. Le siège l’apprendra au prochain envoi.</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a team</source>
        <translation>Rejoindre une équipe</translation>
    </message>
    <message>
        <source>Headquarters gives you an invitation: a file, a text, or a QR code on paper. Choose the file or a photo of the code, drop it here, or paste the text.</source>
        <translation>Le siège vous donne une invitation : un fichier, un texte ou un code QR sur papier. Choisissez le fichier ou une photo du code, déposez-le ici, ou collez le texte.</translation>
    </message>
    <message>
        <source>Choose a file or a photo…</source>
        <translation>Choisir un fichier ou une photo…</translation>
    </message>
    <message>
        <source>Paste the text of the invitation here</source>
        <translation>Collez ici le texte de l’invitation</translation>
    </message>
    <message>
        <source>Text of the invitation</source>
        <translation>Texte de l’invitation</translation>
    </message>
    <message>
        <source>Compare this with what headquarters tells you, by phone or on paper. It must be the same:</source>
        <translation>Comparez ceci avec ce que le siège vous dit, par téléphone ou sur papier. Ce doit être identique :</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters</source>
        <translation>Empreinte du siège</translation>
    </message>
    <message>
        <source>All documents of this library go to that headquarters, those added before as well.</source>
        <translation>Tous les documents de cette bibliothèque vont à ce siège, ceux ajoutés auparavant aussi.</translation>
    </message>
    <message>
        <source>I compared it, and it is the same.</source>
        <translation>Je l’ai comparée, c’est la même.</translation>
    </message>
    <message>
        <source>Use no network now; headquarters hears of me later, or by a stick.</source>
        <translation>Ne pas utiliser le réseau maintenant ; le siège l’apprendra plus tard, ou par une clé USB.</translation>
    </message>
    <message>
        <source>Another invitation</source>
        <translation>Une autre invitation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Invitations (%1)</source>
        <translation>Invitations (%1)</translation>
    </message>
    <message>
        <source>Team %1, at %2</source>
        <translation>Équipe %1, à l’adresse %2</translation>
    </message>
    <message>
        <source>Wait…</source>
        <translation>Patientez…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Every use of the network that Sanduku has made. There is no other.</source>
        <translation>Chaque utilisation du réseau par Sanduku. Il n’y en a pas d’autre.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Joining the team</source>
        <translation>Adhésion à l’équipe</translation>
    </message>
    <message>
        <source>Fetching files</source>
        <translation>Reprise de fichiers</translation>
    </message>
    <message>
        <source>Looking whether the network is there</source>
        <translation>Vérification de la présence du réseau</translation>
    </message>
    <message>
        <source>Sanduku has not used the network. Every use of it will stand here.</source>
        <translation>Sanduku n’a pas utilisé le réseau. Chaque utilisation figurera ici.</translation>
    </message>
    <message>
        <source>%1, by itself</source>
        <translation>%1, automatiquement</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
</context>
<context>
    <name>OfferNotice</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show what headquarters offers</source>
        <translation>Afficher ce que le siège propose</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Offered by headquarters</source>
        <translation>Proposé par le siège</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters asks to install %Ln model(s) soon: %1</source>
        <translation>
            <numerusform>Le siège demande d’installer bientôt %Ln modèle : %1</numerusform>
            <numerusform>Le siège demande d’installer bientôt %Ln modèles : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters offers %Ln model(s): %1</source>
        <translation>
            <numerusform>Le siège propose %Ln modèle : %1</numerusform>
            <numerusform>Le siège propose %Ln modèles : %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendByStickDialog</name>
    <message>
        <source>Take the answer from a stick</source>
        <translation>Prendre la réponse sur une clé USB</translation>
    </message>
    <message>
        <source>Choose the folder that headquarters wrote onto the stick. Its name begins with “sanduku”.</source>
        <translation>Choisissez le dossier que le siège a écrit sur la clé USB. Son nom commence par « sanduku ».</translation>
    </message>
    <message>
        <source>Write to a stick</source>
        <translation>Écrire sur une clé USB</translation>
    </message>
    <message>
        <source>Everything that headquarters does not have yet is written, encrypted for it alone. Whoever finds the stick can read nothing.</source>
        <translation>Tout ce que le siège n’a pas encore est écrit, chiffré pour lui seul. Qui trouve la clé USB ne peut rien lire.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Choose the stick…</source>
        <translation>Choisir la clé USB…</translation>
    </message>
    <message>
        <source>Page images and originals too (much larger)</source>
        <translation>Aussi les images des pages et les originaux (bien plus gros)</translation>
    </message>
    <message>
        <source>From the very beginning, also what headquarters has confirmed</source>
        <translation>Depuis le tout début, aussi ce que le siège a confirmé</translation>
    </message>
    <message>
        <source>Another stick…</source>
        <translation>Une autre clé USB…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>You stopped it; nothing is left on the stick.</source>
        <translation>Vous l’avez arrêté ; il ne reste rien sur la clé USB.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Rien n’est encore choisi.</translation>
    </message>
    <message>
        <source>About %1 is written.</source>
        <translation>Environ %1 seront écrits.</translation>
    </message>
    <message>
        <source>Headquarters has everything: nothing waits to be written.</source>
        <translation>Le siège a tout : rien n’attend d’être écrit.</translation>
    </message>
    <message>
        <source>Take the answer</source>
        <translation>Prendre la réponse</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
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
<context>
    <name>Sending</name>
    <message>
        <source>Text and corrections</source>
        <translation>Texte et corrections</translation>
    </message>
    <message>
        <source>Where the text stands</source>
        <translation>L’emplacement du texte</translation>
    </message>
    <message>
        <source>Small images</source>
        <translation>Petites images</translation>
    </message>
    <message>
        <source>Parts of pages that headquarters asked for</source>
        <translation>Parties de pages demandées par le siège</translation>
    </message>
    <message>
        <source>Page images and originals</source>
        <translation>Images des pages et originaux</translation>
    </message>
    <message>
        <source>Calling headquarters</source>
        <translation>Appel du siège</translation>
    </message>
    <message>
        <source>Sending text and corrections</source>
        <translation>Envoi du texte et des corrections</translation>
    </message>
    <message>
        <source>Taking what headquarters says</source>
        <translation>Réception de ce que dit le siège</translation>
    </message>
    <message>
        <source>Cutting parts of pages</source>
        <translation>Découpe de parties de pages</translation>
    </message>
    <message>
        <source>Asking what headquarters needs</source>
        <translation>Question au siège sur ce qu’il lui faut</translation>
    </message>
    <message>
        <source>Sending images</source>
        <translation>Envoi des images</translation>
    </message>
    <message>
        <source>Waiting for the receipt</source>
        <translation>Attente du reçu</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>Document ajouté</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renommé</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Mis à la corbeille</translation>
    </message>
    <message>
        <source>Taken out of the trash</source>
        <translation>Sorti de la corbeille</translation>
    </message>
    <message>
        <source>Removed for good</source>
        <translation>Supprimé définitivement</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>Étiquette ajoutée</translation>
    </message>
    <message>
        <source>Tag taken away</source>
        <translation>Étiquette retirée</translation>
    </message>
    <message>
        <source>Put into a case</source>
        <translation>Mis dans un dossier</translation>
    </message>
    <message>
        <source>Taken out of a case</source>
        <translation>Retiré d’un dossier</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Marked as a problem</source>
        <translation>Marqué comme problème</translation>
    </message>
    <message>
        <source>To be checked again</source>
        <translation>À vérifier de nouveau</translation>
    </message>
    <message>
        <source>Page read</source>
        <translation>Page lue</translation>
    </message>
    <message>
        <source>Page could not be read</source>
        <translation>La page n’a pas pu être lue</translation>
    </message>
    <message>
        <source>Text corrected</source>
        <translation>Texte corrigé</translation>
    </message>
    <message>
        <source>Line added</source>
        <translation>Ligne ajoutée</translation>
    </message>
    <message>
        <source>Line deleted</source>
        <translation>Ligne supprimée</translation>
    </message>
    <message>
        <source>Line split</source>
        <translation>Ligne divisée</translation>
    </message>
    <message>
        <source>Lines joined</source>
        <translation>Lignes réunies</translation>
    </message>
    <message>
        <source>Case made</source>
        <translation>Dossier créé</translation>
    </message>
    <message>
        <source>Case changed</source>
        <translation>Dossier modifié</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Question répondue</translation>
    </message>
    <message>
        <source>Other change</source>
        <translation>Autre modification</translation>
    </message>
</context>
<context>
    <name>SendingPart</name>
    <message>
        <source>The network is switched off in the settings.</source>
        <translation>Le réseau est désactivé dans les réglages.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln to send</source>
        <translation>
            <numerusform>Hors ligne, %Ln à envoyer</numerusform>
            <numerusform>Hors ligne, %Ln à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent, %Ln waiting</source>
        <translation>
            <numerusform>Pas envoyé, %Ln en attente</numerusform>
            <numerusform>Pas envoyé, %Ln en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Dernier envoi : %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Rien n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>This library belongs to the team %1 now.</source>
        <translation>Cette bibliothèque appartient maintenant à l’équipe %1.</translation>
    </message>
    <message>
        <source>The team %1 is known here. Headquarters hears of this computer with the first sending.</source>
        <translation>L’équipe %1 est connue ici. Le siège apprendra l’existence de cet ordinateur au premier envoi.</translation>
    </message>
    <message numerus="yes">
        <source>Sent. %Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>Envoyé. %Ln message est venu du siège.</numerusform>
            <numerusform>Envoyé. %Ln messages sont venus du siège.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Tout est envoyé.</translation>
    </message>
    <message>
        <source>Installed because headquarters calls it urgent: %1</source>
        <translation>Installé car le siège le dit urgent : %1</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has changed %Ln setting(s) of the reading.</source>
        <translation>
            <numerusform>Le siège a changé %Ln réglage de la lecture.</numerusform>
            <numerusform>Le siège a changé %Ln réglages de la lecture.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending goes on: it was stopped when the library was locked.</source>
        <translation>L’envoi reprend : il avait été arrêté au verrouillage de la bibliothèque.</translation>
    </message>
    <message>
        <source>The stick was not written, as the library was locked. Nothing is left on it.</source>
        <translation>La clé USB n’a pas été écrite, car la bibliothèque a été verrouillée. Rien n’y reste.</translation>
    </message>
    <message>
        <source>It was stopped when the library was locked. What came is kept.</source>
        <translation>Cela a été arrêté au verrouillage de la bibliothèque. Ce qui est arrivé est gardé.</translation>
    </message>
    <message>
        <source>Stopped. What has arrived at headquarters counts.</source>
        <translation>Arrêté. Ce qui est arrivé au siège compte.</translation>
    </message>
</context>
<context>
    <name>SendingView</name>
    <message>
        <source>Ready to send</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>This library belongs to no team</source>
        <translation>Cette bibliothèque n’appartient à aucune équipe</translation>
    </message>
    <message>
        <source>Join a team with the invitation of its headquarters, and your work can be sent there: over any network, or by a stick. Nothing leaves this computer before that.</source>
        <translation>Rejoignez une équipe avec l’invitation de son siège, et votre travail pourra y être envoyé : par n’importe quel réseau ou par une clé USB. Rien ne quitte cet ordinateur avant cela.</translation>
    </message>
    <message>
        <source>Join a team…</source>
        <translation>Rejoindre une équipe…</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Quitter l’équipe</translation>
    </message>
    <message>
        <source>Leave the team %1?</source>
        <translation>Quitter l’équipe %1 ?</translation>
    </message>
    <message>
        <source>Nothing is sent any more, and nothing is lost. To come back needs a new invitation.</source>
        <translation>Plus rien n’est envoyé, et rien n’est perdu. Pour revenir, il faut une nouvelle invitation.</translation>
    </message>
    <message numerus="yes">
        <source>The originals of %Ln document(s) are at headquarters alone. Fetch them first, under “Freed space”: afterwards they cannot be fetched.</source>
        <translation>
            <numerusform>Les originaux de %Ln document ne sont plus qu’au siège. Reprenez-les d’abord, sous « Espace libéré » : ensuite ce ne sera plus possible.</numerusform>
            <numerusform>Les originaux de %Ln documents ne sont plus qu’au siège. Reprenez-les d’abord, sous « Espace libéré » : ensuite ce ne sera plus possible.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>This library belongs to no team now.</source>
        <translation>Cette bibliothèque n’appartient plus à aucune équipe.</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>Written: %1 and %2, %3, in the folder %4.</source>
        <translation>Écrit : %1 et %2, %3, dans le dossier %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are damaged or gone here and were left out.</source>
        <translation>
            <numerusform>%Ln fichier est abîmé ou manque ici et a été laissé de côté.</numerusform>
            <numerusform>%Ln fichiers sont abîmés ou manquent ici et ont été laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Eject the stick before you pull it out. Nothing counts as sent until the answer of headquarters comes back.</source>
        <translation>Éjectez la clé USB avant de la retirer. Rien ne compte comme envoyé avant le retour de la réponse du siège.</translation>
    </message>
    <message numerus="yes">
        <source>Headquarters has signed to have %Ln change(s).</source>
        <translation>
            <numerusform>Le siège a signé qu’il a %Ln modification.</numerusform>
            <numerusform>Le siège a signé qu’il a %Ln modifications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>%Ln message est venu du siège.</numerusform>
            <numerusform>%Ln messages sont venus du siège.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one: write a stick once more for headquarters.</source>
        <translation>Cette bibliothèque est une copie d’une autre : écrivez encore une clé USB pour le siège.</translation>
    </message>
</context>
<context>
    <name>ToSendPage</name>
    <message>
        <source>To send</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Ce qui attend</translation>
    </message>
    <message>
        <source>What headquarters has</source>
        <translation>Ce que le siège a</translation>
    </message>
    <message>
        <source>By a USB stick</source>
        <translation>Par une clé USB</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>Ce qui a changé…</translation>
    </message>
    <message>
        <source>Write to a stick…</source>
        <translation>Écrire sur une clé USB…</translation>
    </message>
    <message>
        <source>Take the answer…</source>
        <translation>Prendre la réponse…</translation>
    </message>
    <message>
        <source>What is sent, and when…</source>
        <translation>Ce qui est envoyé, et quand…</translation>
    </message>
    <message>
        <source>Leave the team…</source>
        <translation>Quitter l’équipe…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Encrypted for headquarters alone. Bring the stick there, and take the answer from it when it comes back. What also goes over the network is counted once.</source>
        <translation>Chiffré pour le siège seul. Apportez-y la clé USB et reprenez-y la réponse à son retour. Ce qui passe aussi par le réseau n’est compté qu’une fois.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Tout est envoyé.</translation>
    </message>
    <message>
        <source>%1 wait to be sent</source>
        <translation>%1 à envoyer</translation>
    </message>
    <message>
        <source>Something waits to be sent</source>
        <translation>Quelque chose attend d’être envoyé</translation>
    </message>
    <message>
        <source>The network is switched off in the settings. A stick can be used.</source>
        <translation>Le réseau est désactivé dans les réglages. Une clé USB peut servir.</translation>
    </message>
    <message>
        <source>%1; how long it takes shows when it is sent for the first time.</source>
        <translation>%1 ; la durée se verra au premier envoi.</translation>
    </message>
    <message>
        <source>%1; %2 at the speed of last time.</source>
        <translation>%1 ; %2 à la vitesse de la dernière fois.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message numerus="yes">
        <source>The connection is broken; trying again in %Ln second(s)</source>
        <translation>
            <numerusform>La connexion est coupée ; nouvel essai dans %Ln seconde</numerusform>
            <numerusform>La connexion est coupée ; nouvel essai dans %Ln secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing is lost; the next time goes on from here.</source>
        <translation>Rien n’est perdu ; la prochaine fois reprend ici.</translation>
    </message>
    <message>
        <source>Sent: %1 and %2.</source>
        <translation>Envoyé : %1 et %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came from headquarters.</source>
        <translation>
            <numerusform>%Ln message est venu du siège.</numerusform>
            <numerusform>%Ln messages sont venus du siège.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be sent: they are damaged or gone. “Check now” in the settings names them.</source>
        <translation>
            <numerusform>%Ln fichier n’a pas pu être envoyé : il est abîmé ou manque. « Vérifier maintenant » dans les réglages le nomme.</numerusform>
            <numerusform>%Ln fichiers n’ont pas pu être envoyés : ils sont abîmés ou manquent. « Vérifier maintenant » dans les réglages les nomme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Headquarters did not take %Ln file(s).</source>
        <translation>
            <numerusform>Le siège n’a pas pris %Ln fichier.</numerusform>
            <numerusform>Le siège n’a pas pris %Ln fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is a copy of another one; it goes on as a laptop of its own.</source>
        <translation>Cette bibliothèque est une copie d’une autre ; elle continue comme un ordinateur à part.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Dernier envoi : %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Rien n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>Signed by headquarters: %1.</source>
        <translation>Signé par le siège : %1.</translation>
    </message>
    <message numerus="yes">
        <source>It does not have %Ln change(s) yet.</source>
        <translation>
            <numerusform>Il n’a pas encore %Ln modification.</numerusform>
            <numerusform>Il n’a pas encore %Ln modifications.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has every change of this library.</source>
        <translation>Il a toutes les modifications de cette bibliothèque.</translation>
    </message>
    <message numerus="yes">
        <source>Its backup lacks %Ln of them so far.</source>
        <translation>
            <numerusform>Sa sauvegarde n’en a pas encore %Ln.</numerusform>
            <numerusform>Sa sauvegarde n’en a pas encore %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its backup has them too.</source>
        <translation>Sa sauvegarde les a aussi.</translation>
    </message>
    <message>
        <source>Data used today: %1 of %2</source>
        <translation>Données utilisées aujourd’hui : %1 sur %2</translation>
    </message>
    <message>
        <source>Data used today: %1</source>
        <translation>Données utilisées aujourd’hui : %1</translation>
    </message>
    <message>
        <source>Fingerprint of headquarters: %1</source>
        <translation>Empreinte du siège : %1</translation>
    </message>
    <message>
        <source>Headquarters has not heard of this computer yet; it does with the first sending.</source>
        <translation>Le siège ne connaît pas encore cet ordinateur ; il l’apprendra au premier envoi.</translation>
    </message>
</context>
</TS>
