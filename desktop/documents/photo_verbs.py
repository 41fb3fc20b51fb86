"""What is done with the pictures of chosen documents: to find what looks like one, to say what they show."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess
from desktop.actions import ActionSet
from desktop.asking.photo_labels import Standing, Wanted, look_up, say, turn_of_scenes
from desktop.asking.scene_dialog import SceneDialog
from desktop.documents.deeds import Deeds
from desktop.photos.likeness import Sighting
from desktop.style import Theme
from engine.library import Library, SceneResult


class PhotoVerbs(QObject):
    """The verbs of a list that are about pictures."""

    def __init__(
        self,
        access: LibraryAccess,
        deeds: Deeds,
        theme: Theme,
        window: QWidget,
        *,
        chosen: Callable[[], list[str]],
        sighting: Callable[[str], Sighting | None],
        open_view: Callable[[str, object], None],
    ) -> None:
        """Work on a list.

        Args:
            access: Asks the library.
            deeds: Remember what was done, to take it back.
            theme: Gives sizes.
            window: Over which questions stand.
            chosen: Returns the ids of the chosen documents.
            sighting: Returns the page of a document that was found by its image; None where none was.
            open_view: Opens another view.
        """
        super().__init__(window)
        self._access, self._deeds, self._theme, self._window = access, deeds, theme, window
        self._chosen, self._sighting, self._open_view = chosen, sighting, open_view

    def handle(self, actions: ActionSet) -> None:
        """Do what the actions say."""
        actions.handle("document.look-alike", self.look_alike)
        actions.handle("document.scenes", self.scenes)

    def look_alike(self) -> None:
        """List the photos that look most like the chosen one."""
        (chosen,) = self._chosen()
        seen = self._sighting(chosen)
        index = 0 if seen is None else seen.page_index

        def look(library: Library) -> tuple[str, str]:
            return library.documents.pages(chosen)[index].id, library.documents.many([chosen])[0].name

        self._access.ask(
            look,
            lambda found: self._open_view("documents", {"like": found[0], "name": found[1]}),
            owner=self,
        )

    def scenes(self) -> None:
        """Ask what the pages of the chosen documents show."""
        ids = self._chosen()

        def look(library: Library) -> Standing:
            return look_up(library, [page.id for each in ids for page in library.documents.pages(each)])

        def ask(standing: Standing) -> None:
            SceneDialog(
                standing, self._theme, self._window, lambda wanted: self._say(standing.page_ids, wanted)
            )

        self._access.ask(look, ask, owner=self)

    def _say(self, page_ids: Sequence[str], wanted: Wanted) -> None:
        def told(result: SceneResult) -> None:
            words = self.tr("What %Ln page(s) show was changed.", "", len(result.changed))
            self._deeds.told(words, turn_of_scenes(result.undo))

        self._access.do(lambda library: say(library, page_ids, wanted), told, owner=self)
