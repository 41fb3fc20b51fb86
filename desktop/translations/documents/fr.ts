<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>More that can be done</source>
        <translation>Autres actions</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Pas encore de dossier</translation>
    </message>
    <message>
        <source>A case holds documents that belong together: a family, a visit, a distribution.</source>
        <translation>Un dossier réunit les documents qui vont ensemble : une famille, une visite, une distribution.</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>Nom du dossier</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What should others know about this case?</source>
        <translation>Que doivent savoir les autres sur ce dossier ?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The case %1 was removed. Its documents are still there.</source>
        <translation>Le dossier %1 a été retiré. Ses documents sont toujours là.</translation>
    </message>
    <message>
        <source>The case %1 was changed.</source>
        <translation>Le dossier %1 a été modifié.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to check</source>
        <translation>
            <numerusform>%Ln à vérifier</numerusform>
            <numerusform>%Ln à vérifier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Retirer « %1 »</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>DaysLeft</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>Encore %Ln jour</numerusform>
            <numerusform>Encore %Ln jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysQuestion</name>
    <message>
        <source>Added from a day to a day</source>
        <translation>Ajoutés entre deux jours</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Undone, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Annulé, sauf pour %Ln document que quelqu’un a modifié depuis.</numerusform>
            <numerusform>Annulé, sauf pour %Ln documents que quelqu’un a modifiés depuis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again, except for %Ln document(s) that somebody changed since.</source>
        <translation>
            <numerusform>Rétabli, sauf pour %Ln document que quelqu’un a modifié depuis.</numerusform>
            <numerusform>Rétabli, sauf pour %Ln documents que quelqu’un a modifiés depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>Rétabli.</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Choose a document to see its details.</source>
        <translation>Choisissez un document pour voir ses détails.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) chosen</source>
        <translation>
            <numerusform>%Ln document choisi</numerusform>
            <numerusform>%Ln documents choisis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more page(s)</source>
        <translation>
            <numerusform>et %Ln page de plus</numerusform>
            <numerusform>et %Ln pages de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>Confiance la plus basse</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Photos show</source>
        <translation>Les photos montrent</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>The picture of this page is damaged. Read the document again.</source>
        <translation>L’image de cette page est abîmée. Relisez le document.</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>Being looked up</source>
        <translation>Recherche en cours</translation>
    </message>
</context>
<context>
    <name>DocumentVerbs</name>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>Nom du document</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>Renommé en %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) approved.</source>
        <translation>
            <numerusform>%Ln document approuvé.</numerusform>
            <numerusform>%Ln documents approuvés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) could not be approved: nothing of it is read.</source>
        <translation>
            <numerusform>%Ln document n’a pas pu être approuvé : rien n’en est lu.</numerusform>
            <numerusform>%Ln documents n’ont pas pu être approuvés : rien n’en est lu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) marked as a problem.</source>
        <translation>
            <numerusform>Problème signalé pour %Ln document.</numerusform>
            <numerusform>Problème signalé pour %Ln documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) to be checked again.</source>
        <translation>
            <numerusform>%Ln document à revérifier.</numerusform>
            <numerusform>%Ln documents à revérifier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will be read again.</source>
        <translation>
            <numerusform>%Ln document sera relu.</numerusform>
            <numerusform>%Ln documents seront relus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln document mis à la corbeille.</numerusform>
            <numerusform>%Ln documents mis à la corbeille.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) restored.</source>
        <translation>
            <numerusform>%Ln document restauré.</numerusform>
            <numerusform>%Ln documents restaurés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln document(s) for ever?</source>
        <translation>
            <numerusform>Supprimer définitivement %Ln document ?</numerusform>
            <numerusform>Supprimer définitivement %Ln documents ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) deleted for ever.</source>
        <translation>
            <numerusform>%Ln document supprimé définitivement.</numerusform>
            <numerusform>%Ln documents supprimés définitivement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Étiquettes de %Ln document modifiées.</numerusform>
            <numerusform>Étiquettes de %Ln documents modifiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cases of %Ln document(s) changed.</source>
        <translation>
            <numerusform>Dossiers de %Ln document modifiés.</numerusform>
            <numerusform>Dossiers de %Ln documents modifiés.</numerusform>
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
        <source>Mark as a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>What is wrong? Whoever comes after you reads this.</source>
        <translation>Qu’est-ce qui ne va pas ? La personne suivante le lira.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>The original files, all that was read and all corrections are lost.</source>
        <translation>Les fichiers d’origine, tout ce qui a été lu et toutes les corrections seront perdus.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>A new tag</source>
        <translation>Nouvelle étiquette</translation>
    </message>
    <message>
        <source>Put into cases</source>
        <translation>Mettre dans des dossiers</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistrée sous %1.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nom de la recherche</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>Il n’y avait rien à changer.</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Search: %1</source>
        <translation>Recherche : %1</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Photos that look like %1</source>
        <translation>Photos qui ressemblent à %1</translation>
    </message>
    <message>
        <source>Photos that show: %1</source>
        <translation>Photos qui montrent : %1</translation>
    </message>
    <message>
        <source>Find photos by what they show</source>
        <translation>Trouver des photos par ce qu’elles montrent</translation>
    </message>
    <message>
        <source>A search for photos cannot be saved.</source>
        <translation>Une recherche de photos ne peut pas être enregistrée.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Try 3 samples</source>
        <translation>Essayer 3 exemples</translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln document(s)</source>
        <translation>
            <numerusform>Vérifier %Ln document</numerusform>
            <numerusform>Vérifier %Ln documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>Tout est lu ici</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs to add more. Nothing leaves this computer.</source>
        <translation>Déposez des photos, des scans ou des PDF pour en ajouter. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Drop photos, scans or PDFs</source>
        <translation>Déposez des photos, des scans ou des PDF</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Rien à vérifier</translation>
    </message>
    <message>
        <source>What has been read waits here until you have compared it with its page.</source>
        <translation>Ce qui a été lu attend ici que vous l’ayez comparé avec sa page.</translation>
    </message>
    <message>
        <source>Nothing approved yet</source>
        <translation>Rien d’approuvé pour l’instant</translation>
    </message>
    <message>
        <source>Documents come here once you have checked and approved them.</source>
        <translation>Les documents arrivent ici une fois vérifiés et approuvés.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Aucun problème</translation>
    </message>
    <message>
        <source>What could not be read, or was marked as a problem, waits here with what to do.</source>
        <translation>Ce qui n’a pas pu être lu, ou a été signalé, attend ici avec ce qu’il faut faire.</translation>
    </message>
    <message numerus="yes">
        <source>What you move here can be restored for %Ln day(s).</source>
        <translation>
            <numerusform>Ce que vous mettez ici peut être restauré pendant %Ln jour.</numerusform>
            <numerusform>Ce que vous mettez ici peut être restauré pendant %Ln jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names and all that was read were searched. Try fewer words, or only their beginning.</source>
        <translation>Les noms et tout ce qui a été lu ont été cherchés. Essayez moins de mots, ou seulement leur début.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La corbeille est vide</translation>
    </message>
    <message>
        <source>No documents here yet</source>
        <translation>Pas encore de documents ici</translation>
    </message>
    <message>
        <source>Choose documents in any list, then “Put into a case”.</source>
        <translation>Choisissez des documents dans une liste, puis « Mettre dans un dossier ».</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”</source>
        <translation>Rien trouvé pour « %1 »</translation>
    </message>
    <message>
        <source>Nothing here fits these filters</source>
        <translation>Rien ici ne correspond à ces filtres</translation>
    </message>
    <message>
        <source>Remove a filter to see more.</source>
        <translation>Retirez un filtre pour en voir plus.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>&amp;Reading</source>
        <translation>Lectu&amp;re</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation>Éti&amp;quette</translation>
    </message>
    <message>
        <source>C&amp;ase</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>Has lines below %1</source>
        <translation>A des lignes sous %1</translation>
    </message>
    <message>
        <source>All lines from %1</source>
        <translation>Toutes les lignes à partir de %1</translation>
    </message>
    <message>
        <source>&amp;Confidence</source>
        <translation>&amp;Confiance</translation>
    </message>
    <message>
        <source>A&amp;dded</source>
        <translation>A&amp;jouté</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>Ces 7 derniers jours</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Ces 30 derniers jours</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>From a day to a day…</source>
        <translation>D’un jour à l’autre…</translation>
    </message>
    <message>
        <source>P&amp;hotos show</source>
        <translation>Les p&amp;hotos montrent</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Show only some of these documents</source>
        <translation>N’afficher qu’une partie de ces documents</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>Sort, and choose columns</source>
        <translation>Trier et choisir les colonnes</translation>
    </message>
    <message>
        <source>The columns as they come</source>
        <translation>Les colonnes d’origine</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 choisis sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s), the nearest first</source>
        <translation>
            <numerusform>%Ln document, le plus proche d’abord</numerusform>
            <numerusform>%Ln documents, les plus proches d’abord</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) found</source>
        <translation>
            <numerusform>%Ln document trouvé</numerusform>
            <numerusform>%Ln documents trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, within longer words</source>
        <translation>%1, à l’intérieur de mots plus longs</translation>
    </message>
    <message>
        <source>%1; these are the best %2</source>
        <translation>%1 ; voici les %2 meilleurs</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Meilleur résultat d’abord</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>Nom, de A à Z</translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation>Nom, de Z à A</translation>
    </message>
    <message>
        <source>What needs you first</source>
        <translation>Ce qui vous attend d’abord</translation>
    </message>
    <message>
        <source>What is done first</source>
        <translation>Ce qui est terminé d’abord</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translation>Les plus douteux d’abord</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Les plus sûrs d’abord</translation>
    </message>
    <message>
        <source>Fewest pages first</source>
        <translation>Les moins de pages d’abord</translation>
    </message>
    <message>
        <source>Most pages first</source>
        <translation>Les plus de pages d’abord</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language, backwards</source>
        <translation>Langue, à l’envers</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Type, backwards</source>
        <translation>Type, à l’envers</translation>
    </message>
    <message>
        <source>Added first</source>
        <translation>Ajoutés en premier</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>Ajoutés en dernier</translation>
    </message>
    <message>
        <source>Checked first</source>
        <translation>Vérifiés en premier</translation>
    </message>
    <message>
        <source>Checked last</source>
        <translation>Vérifiés en dernier</translation>
    </message>
</context>
<context>
    <name>MarksQuestion</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>In the trash</source>
        <translation>Dans la corbeille</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Étiquette : %1</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>Dossier : %1</translation>
    </message>
    <message>
        <source>Name has: %1</source>
        <translation>Le nom contient : %1</translation>
    </message>
    <message>
        <source>Added together</source>
        <translation>Ajoutés ensemble</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>Dans la boîte de réception</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Avec un problème</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>En cours de lecture</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>Lu en partie</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Doubts: below %1</source>
        <translation>Doutes : sous %1</translation>
    </message>
    <message>
        <source>Sure: from %1</source>
        <translation>Sûr : à partir de %1</translation>
    </message>
    <message>
        <source>Added on %1</source>
        <translation>Ajouté le %1</translation>
    </message>
    <message>
        <source>Added %1 to %2</source>
        <translation>Ajouté du %1 au %2</translation>
    </message>
    <message>
        <source>Added since %1</source>
        <translation>Ajouté depuis le %1</translation>
    </message>
    <message>
        <source>Added until %1</source>
        <translation>Ajouté jusqu’au %1</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Save the original files in</source>
        <translation>Enregistrer les fichiers d’origine dans</translation>
    </message>
    <message numerus="yes">
        <source>%Ln original file(s) saved in %1.</source>
        <translation>
            <numerusform>%Ln fichier d’origine enregistré dans %1.</numerusform>
            <numerusform>%Ln fichiers d’origine enregistrés dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
</context>
<context>
    <name>PhotoVerbs</name>
    <message numerus="yes">
        <source>What %Ln page(s) show was changed.</source>
        <translation>
            <numerusform>Ce que montre %Ln page a été modifié.</numerusform>
            <numerusform>Ce que montrent %Ln pages a été modifié.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SearchesView</name>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>Pas encore de recherche enregistrée</translation>
    </message>
    <message>
        <source>Search or filter any list, then choose “Save this search”: it is kept here.</source>
        <translation>Cherchez ou filtrez une liste, puis choisissez « Enregistrer cette recherche » : elle est gardée ici.</translation>
    </message>
    <message>
        <source>Renamed to %1.</source>
        <translation>Renommé en %1.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nom de la recherche</translation>
    </message>
    <message>
        <source>The search %1 was removed.</source>
        <translation>La recherche %1 a été retirée.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Renvoyé</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>En cours de lecture</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>Lu en partie</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Its time is over</source>
        <translation>Délai écoulé</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Page %1 : %2</translation>
    </message>
    <message>
        <source>Its reading was cancelled. Choose “Read again”.</source>
        <translation>Sa lecture a été annulée. Choisissez « Relire ».</translation>
    </message>
    <message>
        <source>Headquarters: %1</source>
        <translation>Siège : %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>pas encore lu</translation>
    </message>
    <message>
        <source>lowest confidence %1</source>
        <translation>confiance la plus basse %1</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Espagnol</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabe</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Swahili</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnue</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
</context>
</TS>
