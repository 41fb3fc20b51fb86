"""The menu from which a list is narrowed; what it offers is asked of the library each time it opens."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.access import LibraryAccess
from desktop.documents import narrowing, telling
from desktop.documents.query import ListQuery, PlaceName
from desktop.style import Theme
from engine.errors import SandukuError
from engine.language import isolate
from engine.library import Case, Library, SceneCount, Shelf, Status, TagCount
from engine.taxonomy import taxonomy

LANGUAGES = ("en", "fr", "es", "ar", "sw")
MANY = 40
"""Tags and cases that a menu offers at most; the others are found by typing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a library has that a list can be narrowed to.

    Attributes:
        media_types: The most usual first.
        tags: In the order of the alphabet.
        cases: In the order of their names.
        scenes: What photos show for sure, by question.
    """

    media_types: tuple[str, ...] = ()
    tags: tuple[TagCount, ...] = ()
    cases: tuple[Case, ...] = ()
    scenes: tuple[SceneCount, ...] = ()


def what_there_is(library: Library) -> Offer:
    """Return what a list can be narrowed to; for the library's thread."""
    return Offer(
        tuple(library.documents.media_types()),
        tuple(library.tags.all()),
        tuple(library.cases.find()),
        tuple(each for each in library.photos.scene_counts() if each.sure),
    )


class FilterMenu(QMenu):
    """Offers what a list can be narrowed to, a part of the menu for each kind."""

    chosen = Signal(object)
    """A change of the filter: part -> value, None takes it out."""

    known = Signal()
    """What there is was looked up: names of cases may be other ones."""

    days_wanted = Signal()
    """Somebody wants to say from which day to which."""

    def __init__(
        self,
        access: LibraryAccess,
        theme: Theme,
        doubt: float,
        query: Callable[[], ListQuery],
        parent: QWidget,
    ) -> None:
        """Narrow a list.

        Args:
            access: Asked what there is.
            theme: Gives icons.
            doubt: Less confidence than this is a doubt.
            query: Returns what the list shows.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._theme, self._doubt, self._query = access, theme, doubt, query
        self.offer = Offer()
        self.aboutToShow.connect(self._build)
        access.changed.connect(lambda _change: setattr(self, "_fresh", False))
        self._fresh = False
        self.look()

    def look(self) -> None:
        """Find out what there is, so that the menu can open at once."""
        if not self._fresh:
            self._fresh = True
            self._access.ask(
                what_there_is, self._take, self._not_known, replaces="documents-filters", owner=self
            )

    def use_doubt(self, doubt: float) -> None:
        """Offer, from now on, less confidence than this as a doubt."""
        self._doubt = doubt

    def case_names(self) -> dict[str, str]:
        """Return the names of the cases, by their ids."""
        return {case.id: case.name for case in self.offer.cases}

    def _not_known(self, error: SandukuError) -> None:
        """Tell it, and look again when the menu is opened again."""
        self._fresh = False
        self._access.failed.emit(error)

    def _take(self, offer: Offer) -> None:
        self.offer = offer
        self.known.emit()
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        self.look()
        self.clear()
        query = self._query()
        if query.place is PlaceName.LIBRARY:
            self._add_places(query)
        if query.place in (PlaceName.INBOX, PlaceName.PROBLEMS, PlaceName.TRASH, PlaceName.LIBRARY):
            self._add_part(
                self.tr("&Reading"),
                [(narrowing.status_text(each), {"status": each}) for each in Status],
                {"status": query.narrowed.status},
            )
        self._add_part(
            self.tr("&Language"),
            [(telling.language(code), {"language": code}) for code in LANGUAGES],
            {"language": query.narrowed.language},
        )
        types = [each for each in self.offer.media_types if each.startswith("image/")]
        offered = (["image/"] if len(types) > 1 else []) + list(self.offer.media_types)
        self._add_part(
            self.tr("&Type"),
            [(narrowing.type_text(each), {"media_type": each}) for each in offered],
            {"media_type": query.narrowed.media_type},
        )
        self._add_confidence(query)
        self._add_days()
        self._add_part(
            self.tr("Ta&g"),
            [(isolate(each.tag), {"tag": each.tag}) for each in self.offer.tags[:MANY]],
            {"tag": query.narrowed.tag},
        )
        self._add_part(
            self.tr("C&ase"),
            [(isolate(each.name), {"case_id": each.id}) for each in self.offer.cases[:MANY]],
            {"case_id": query.narrowed.case_id},
        )
        self._add_scenes(query)

    def _add_places(self, query: ListQuery) -> None:
        choices: list[tuple[str, narrowing.Change]] = [
            (narrowing.shelf_text(shelf), {"shelf": shelf, "trashed": None}) for shelf in Shelf
        ]
        trash = QCoreApplication.translate("Narrowing", "In the trash")
        choices.append((trash, {"shelf": None, "trashed": True}))
        now = {"shelf": query.narrowed.shelf, "trashed": query.narrowed.trashed or None}
        self._add_part(self.tr("&Where"), choices, now)

    def _add_confidence(self, query: ListQuery) -> None:
        steps = sorted({self._doubt, 0.8, 0.5}, reverse=True)
        choices: list[tuple[str, narrowing.Change]] = []
        for step in steps:
            change = {"below_confidence": step, "from_confidence": None}
            choices.append((self.tr("Has lines below %1").replace("%1", telling.percent(step)), change))
        change = {"below_confidence": None, "from_confidence": self._doubt}
        words = self.tr("All lines from %1").replace("%1", telling.percent(self._doubt))
        choices.append((words, change))
        now = {
            "below_confidence": query.narrowed.below_confidence,
            "from_confidence": query.narrowed.from_confidence,
        }
        self._add_part(self.tr("&Confidence"), choices, now)

    def _add_days(self) -> None:
        today = QDate.currentDate()
        menu = self._add_part(
            self.tr("A&dded"),
            [
                (self.tr("Today"), narrowing.since(today)),
                (self.tr("In the last 7 days"), narrowing.since(today.addDays(-6))),
                (self.tr("In the last 30 days"), narrowing.since(today.addDays(-29))),
                (self.tr("This year"), narrowing.since(QDate(today.year(), 1, 1))),
            ],
            {},
        )
        assert menu is not None
        days = menu.addAction(self.tr("From a day to a day…"))
        days.triggered.connect(lambda _checked=False: self.days_wanted.emit())

    def _add_scenes(self, query: ListQuery) -> None:
        """Offer what photos show, a submenu for each question that they were sorted by."""
        if not self.offer.scenes:
            return
        photos = self.addMenu(self.tr("P&hotos show"))
        for aspect in taxonomy().aspects:
            found = [each for each in self.offer.scenes if each.aspect == aspect.name]
            choices: list[tuple[str, narrowing.Change]] = []
            for each in found:
                text = f"{narrowing.label_text(each.aspect, each.label)} ({QLocale().toString(each.sure)})"
                choices.append((text, {"scene": f"{each.aspect}:{each.label}"}))
            self._add_part(
                narrowing.question_text(aspect), choices, {"scene": query.narrowed.scene}, within=photos
            )

    def _add_part(
        self,
        title: str,
        choices: list[tuple[str, narrowing.Change]],
        now: narrowing.Change,
        within: QMenu | None = None,
    ) -> QMenu | None:
        """Add a submenu in which one thing can be chosen; choosing it again takes it out."""
        if not choices:
            return None
        menu = (within or self).addMenu(title)
        for text, change in choices:
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            same = bool(now) and dict(change) == dict(now)
            action.setChecked(same)
            wanted = dict.fromkeys(change) if same else dict(change)
            action.triggered.connect(lambda _checked=False, wanted=wanted: self.chosen.emit(wanted))
            menu.addAction(action)
        return menu
