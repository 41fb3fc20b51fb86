<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AnswerBox</name>
    <message>
        <source>Doubtful</source>
        <translation>Douteux</translation>
    </message>
    <message>
        <source>The page was read anew since: what it quotes may stand elsewhere now.</source>
        <translation>La page a été relue depuis : ce qui est cité se trouve peut-être ailleurs.</translation>
    </message>
    <message>
        <source>“%1” stands in the line: %2</source>
        <translation>« %1 » se trouve à la ligne : %2</translation>
    </message>
    <message>
        <source>Show it on the page</source>
        <translation>Le montrer sur la page</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Juste</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Faux</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Corriger…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Revenir sur cet avis</translation>
    </message>
    <message>
        <source>Checked by a person</source>
        <translation>Vérifié par une personne</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>What do you want to know of this page?</source>
        <translation>Que voulez-vous savoir de cette page ?</translation>
    </message>
    <message>
        <source>Question about this page</source>
        <translation>Question sur cette page</translation>
    </message>
    <message>
        <source>Describe the page</source>
        <translation>Décrire la page</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Ce que dit le modèle</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Obtenir un modèle…</translation>
    </message>
    <message>
        <source>Tell what was read</source>
        <translation>Dire ce qui a été lu</translation>
    </message>
    <message>
        <source>Nothing was asked about this page. What a model answers is compared with the lines of the page, and kept here.</source>
        <translation>Rien n’a été demandé sur cette page. Ce que répond un modèle est comparé aux lignes de la page et gardé ici.</translation>
    </message>
    <message>
        <source>Correct the answer</source>
        <translation>Corriger la réponse</translation>
    </message>
    <message>
        <source>What the answer should say:</source>
        <translation>Ce que la réponse devrait dire :</translation>
    </message>
    <message>
        <source>Waiting until the model is free…</source>
        <translation>En attente que le modèle soit libre…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>The model is speaking. Nothing of this is checked yet:</source>
        <translation>Le modèle parle. Rien de ceci n’est encore vérifié :</translation>
    </message>
    <message>
        <source>The model is looking at the page…</source>
        <translation>Le modèle regarde la page…</translation>
    </message>
    <message>
        <source>There is no model on this computer that answers questions. Without one, only what was read can be told: kind of document, fields, numbers.</source>
        <translation>Aucun modèle de cet ordinateur ne répond aux questions. Sans lui, on ne peut dire que ce qui a été lu : type de document, champs, nombres.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier answer(s) not shown</source>
        <translation>
            <numerusform>%Ln réponse antérieure non affichée</numerusform>
            <numerusform>%Ln réponses antérieures non affichées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Values for a form</source>
        <translation>Valeurs d’un formulaire</translation>
    </message>
    <message>
        <source>What the photo shows</source>
        <translation>Ce que montre la photo</translation>
    </message>
    <message>
        <source>Sanduku never tells who a person in a photo is.</source>
        <translation>Sanduku ne dit jamais qui est une personne sur une photo.</translation>
    </message>
    <message>
        <source>Sanduku never guesses such things about people.</source>
        <translation>Sanduku ne devine jamais de telles choses sur les gens.</translation>
    </message>
    <message>
        <source>The page does not tell, says the model.</source>
        <translation>La page ne le dit pas, selon le modèle.</translation>
    </message>
    <message>
        <source>“%1” stands in no line of the page.</source>
        <translation>« %1 » ne se trouve dans aucune ligne de la page.</translation>
    </message>
    <message>
        <source>“%1”: the line that holds this is doubtful itself.</source>
        <translation>« %1 » : la ligne qui le contient est elle-même douteuse.</translation>
    </message>
    <message>
        <source>“%1”: a line reads almost so, but not quite.</source>
        <translation>« %1 » : une ligne dit presque cela, mais pas tout à fait.</translation>
    </message>
    <message>
        <source>The answer is not in the language that was asked for.</source>
        <translation>La réponse n’est pas dans la langue demandée.</translation>
    </message>
    <message>
        <source>The model repeated itself and was stopped.</source>
        <translation>Le modèle se répétait et a été arrêté.</translation>
    </message>
    <message>
        <source>The answer is not complete: it reached its greatest length.</source>
        <translation>La réponse n’est pas complète : elle a atteint sa longueur maximale.</translation>
    </message>
    <message>
        <source>The model said nothing.</source>
        <translation>Le modèle n’a rien dit.</translation>
    </message>
    <message>
        <source>A part that guessed at somebody’s traits was left out.</source>
        <translation>Une partie qui devinait des traits de quelqu’un a été omise.</translation>
    </message>
    <message>
        <source>“%1”: this is not of the kind that was asked for.</source>
        <translation>« %1 » : ce n’est pas du type demandé.</translation>
    </message>
    <message>
        <source>“%1”: the model is unsure.</source>
        <translation>« %1 » : le modèle n’est pas sûr.</translation>
    </message>
    <message>
        <source>Put together from what was read. No model looked at the page.</source>
        <translation>Composé à partir de ce qui a été lu. Aucun modèle n’a regardé la page.</translation>
    </message>
    <message>
        <source>By %1, in %2 s. A model can be wrong: compare it with the page.</source>
        <translation>Par %1, en %2 s. Un modèle peut se tromper : comparez avec la page.</translation>
    </message>
    <message>
        <source>%1 says that it is right.</source>
        <translation>%1 dit que c’est juste.</translation>
    </message>
    <message>
        <source>%1 says that it is wrong.</source>
        <translation>%1 dit que c’est faux.</translation>
    </message>
    <message>
        <source>%1 corrected it. The model had said: %2</source>
        <translation>%1 l’a corrigé. Le modèle avait dit : %2</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>Sort photos</source>
        <translation>Trier les photos</translation>
    </message>
    <message>
        <source>Describe pages</source>
        <translation>Décrire des pages</translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) sorted by what they show?</source>
        <translation>
            <numerusform>Faire trier %Ln page par ce qu’elle montre ?</numerusform>
            <numerusform>Faire trier %Ln pages par ce qu’elles montrent ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Have %Ln page(s) described?</source>
        <translation>
            <numerusform>Faire décrire %Ln page ?</numerusform>
            <numerusform>Faire décrire %Ln pages ?</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on in the background, after what is still to be read, and can be stopped.</source>
        <translation>Cela se fait en arrière-plan, après ce qui reste à lire, et peut être arrêté.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Décrire</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message numerus="yes">
        <source>%Ln page(s) will be sorted, after what is still to be read.</source>
        <translation>
            <numerusform>%Ln page sera triée, après ce qui reste à lire.</numerusform>
            <numerusform>%Ln pages seront triées, après ce qui reste à lire.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will be described, after what is still to be read.</source>
        <translation>
            <numerusform>%Ln page sera décrite, après ce qui reste à lire.</numerusform>
            <numerusform>%Ln pages seront décrites, après ce qui reste à lire.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are not read yet and were left out.</source>
        <translation>
            <numerusform>%Ln page n’est pas encore lue et a été laissée de côté.</numerusform>
            <numerusform>%Ln pages ne sont pas encore lues et ont été laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) sorted: see “Photos show” among the filters.</source>
        <translation>
            <numerusform>%Ln page triée : voir « Les photos montrent » parmi les filtres.</numerusform>
            <numerusform>%Ln pages triées : voir « Les photos montrent » parmi les filtres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) described: see “Ask” beside each page.</source>
        <translation>
            <numerusform>%Ln page décrite : voir « Demander » à côté de la page.</numerusform>
            <numerusform>%Ln pages décrites : voir « Demander » à côté de chaque page.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed for %Ln page(s).</source>
        <translation>
            <numerusform>Échec pour %Ln page.</numerusform>
            <numerusform>Échec pour %Ln pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foretold</name>
    <message>
        <source>Measured on this computer.</source>
        <translation>Mesuré sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Reckoned from other answers on this computer.</source>
        <translation>Estimé d’après d’autres réponses sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Measured on another computer, where the model was made: here it may take longer.</source>
        <translation>Mesuré sur un autre ordinateur, là où le modèle a été fait : ici cela peut durer plus longtemps.</translation>
    </message>
    <message>
        <source>How long it takes is not known before the first answer.</source>
        <translation>On ne sait pas combien de temps cela prend avant la première réponse.</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>environ %1 s</translation>
    </message>
    <message>
        <source>%1: %2 with %3</source>
        <translation>%1 : %2 avec %3</translation>
    </message>
    <message>
        <source>%1: with %3</source>
        <translation>%1 : avec %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message>
        <source>Fast</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Détaillé</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>En quelques mots</translation>
    </message>
    <message>
        <source>In a sentence or two</source>
        <translation>En une phrase ou deux</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>En détail</translation>
    </message>
    <message>
        <source>For somebody who cannot see it</source>
        <translation>Pour une personne qui ne peut pas la voir</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Comme d’habitude</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Court</translation>
    </message>
</context>
<context>
    <name>MannerRow</name>
    <message>
        <source>Look:</source>
        <translation>Regard :</translation>
    </message>
    <message>
        <source>Say:</source>
        <translation>Réponse :</translation>
    </message>
    <message>
        <source>How closely the model looks</source>
        <translation>Avec quelle précision le modèle regarde</translation>
    </message>
    <message>
        <source>How much the model says</source>
        <translation>Combien le modèle en dit</translation>
    </message>
</context>
<context>
    <name>PhotoLabels</name>
    <message>
        <source>The model says: %1 (%2, by its own reckoning).</source>
        <translation>Le modèle dit : %1 (%2, selon sa propre estimation).</translation>
    </message>
    <message>
        <source>The model is unsure: perhaps %1 (%2, by its own reckoning).</source>
        <translation>Le modèle hésite : peut-être %1 (%2, selon sa propre estimation).</translation>
    </message>
    <message>
        <source>%1 says so.</source>
        <translation>C’est %1 qui le dit.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>perhaps %1 (unsure)</source>
        <translation>peut-être %1 (incertain)</translation>
    </message>
</context>
<context>
    <name>SceneDialog</name>
    <message>
        <source>What the photos show</source>
        <translation>Ce que montrent les photos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message numerus="yes">
        <source>This is said of %Ln page(s) at once.</source>
        <translation>
            <numerusform>Cela vaut pour %Ln page.</numerusform>
            <numerusform>Cela vaut pour %Ln pages à la fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it to the model</source>
        <translation>Laisser au modèle</translation>
    </message>
    <message>
        <source>Nobody has said</source>
        <translation>Personne ne l’a dit</translation>
    </message>
    <message>
        <source>People say different things</source>
        <translation>Les avis diffèrent</translation>
    </message>
    <message>
        <source>Models say different things of these photos.</source>
        <translation>Les modèles disent des choses différentes de ces photos.</translation>
    </message>
</context>
</TS>
