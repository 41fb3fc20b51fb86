<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Likeness</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1, page %2</translation>
    </message>
    <message>
        <source>Nearly the same picture</source>
        <translation>Presque la même image</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Se détache</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Peut-être</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>À peine</translation>
    </message>
</context>
<context>
    <name>NoPhotos</name>
    <message>
        <source>Open the page “Models”</source>
        <translation>Ouvrir la page « Modèles »</translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln page(s)</source>
        <translation>
            <numerusform>Regarder %Ln page</numerusform>
            <numerusform>Regarder %Ln pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>%Ln page reste à regarder.</numerusform>
            <numerusform>%Ln pages restent à regarder.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model looks at the photos</source>
        <translation>Le modèle regarde les photos</translation>
    </message>
    <message>
        <source>No model has looked at %1 yet</source>
        <translation>Aucun modèle n’a encore regardé %1</translation>
    </message>
    <message>
        <source>Before photos are found by words, the model must look at each of them once.</source>
        <translation>Avant de trouver des photos par des mots, le modèle doit regarder chacune une fois.</translation>
    </message>
    <message>
        <source>No photo was looked at yet</source>
        <translation>Aucune photo n’a encore été regardée</translation>
    </message>
    <message>
        <source>There is nothing to look through yet</source>
        <translation>Il n’y a encore rien à parcourir</translation>
    </message>
    <message>
        <source>Add photos and have them read.</source>
        <translation>Ajoutez des photos et faites-les lire.</translation>
    </message>
    <message>
        <source>There is no other photo</source>
        <translation>Il n’y a pas d’autre photo</translation>
    </message>
    <message numerus="yes">
        <source>A model compares your words with %Ln page(s). It can be wrong.</source>
        <translation>
            <numerusform>Un modèle compare vos mots avec %Ln page. Il peut se tromper.</numerusform>
            <numerusform>Un modèle compare vos mots avec %Ln pages. Il peut se tromper.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which photos do you look for?</source>
        <translation>Quelles photos cherchez-vous ?</translation>
    </message>
    <message>
        <source>Type above what they show, such as: people at a well. %1</source>
        <translation>Écrivez en haut ce qu’elles montrent, par exemple : des gens près d’un puits. %1</translation>
    </message>
    <message>
        <source>Photos cannot be searched now</source>
        <translation>Impossible de chercher des photos maintenant</translation>
    </message>
    <message>
        <source>A pack for searching photos is not installed</source>
        <translation>Aucun paquet pour chercher des photos n’est installé</translation>
    </message>
    <message>
        <source>It compares photos with words. Whoever looks after your computers can bring one on a stick.</source>
        <translation>Il compare les photos avec des mots. La personne qui s’occupe de vos ordinateurs peut en apporter un sur une clé USB.</translation>
    </message>
    <message>
        <source>That goes on in the background, after what is still to be read.</source>
        <translation>Cela se fait en arrière-plan, après ce qui reste à lire.</translation>
    </message>
</context>
<context>
    <name>PhotoBar</name>
    <message>
        <source>Look at them</source>
        <translation>Les regarder</translation>
    </message>
    <message>
        <source>Have the model look at the photos that it has not seen</source>
        <translation>Faire regarder au modèle les photos qu’il n’a pas vues</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>How many photos were looked at</source>
        <translation>Combien de photos ont été regardées</translation>
    </message>
    <message numerus="yes">
        <source>A model compared %Ln page(s): the nearest come first.</source>
        <translation>
            <numerusform>Un modèle a comparé %Ln page : les plus proches d’abord.</numerusform>
            <numerusform>Un modèle a comparé %Ln pages : les plus proches d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>None stands out, so perhaps none shows it.</source>
        <translation>Aucune ne se détache : peut-être qu’aucune ne le montre.</translation>
    </message>
    <message>
        <source>It can be wrong: look at each.</source>
        <translation>Il peut se tromper : regardez chacune.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are still to be looked at.</source>
        <translation>
            <numerusform>%Ln page reste à regarder.</numerusform>
            <numerusform>%Ln pages restent à regarder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were not looked at yet.</source>
        <translation>
            <numerusform>%Ln page n’a pas encore été regardée.</numerusform>
            <numerusform>%Ln pages n’ont pas encore été regardées.</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at them takes %1.</source>
        <translation>Les regarder prend %1.</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Douteux</translation>
    </message>
</context>
</TS>
