"""Reading one box of the page again: asking for it, and taking or dropping what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication, QObject

from desktop.check.page_in_hand import PageInHand
from desktop.texts import QT_TRANSLATE_NOOP
from engine.library import JobState, Library, Proposal
from engine.settings import ReadingSettings


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a box again.

    Attributes:
        text: In English, as the menu shows it.
        languages: BCP 47 codes to expect; empty: as the settings have it.
        engine: Name of the engine; None: whichever reads best.
        optional: Whether the engine is there only where a setting of its name switches it on and a Python
            package of its name is installed.
    """

    text: str
    languages: tuple[str, ...] = ()
    engine: str | None = None
    optional: bool = False


WAYS = (
    Way(QT_TRANSLATE_NOOP("Ways", "As it is set")),
    Way(QT_TRANSLATE_NOOP("Ways", "As Arabic"), languages=("ar",)),
    Way(
        QT_TRANSLATE_NOOP("Ways", "As English, French, Spanish or Swahili"),
        languages=("en", "fr", "es", "sw"),
    ),
    Way(QT_TRANSLATE_NOOP("Ways", "With PP-OCR"), engine="ppocr"),
    Way(QT_TRANSLATE_NOOP("Ways", "With Tesseract"), engine="tesseract"),
    Way(QT_TRANSLATE_NOOP("Ways", "With EasyOCR"), engine="easyocr", optional=True),
)
"""What there may be; the first is what the key does. Models that are missing are told of when it is tried."""


def ways_with(reading: ReadingSettings) -> tuple[Way, ...]:
    """Return the ways that can be gone with these settings on this computer; for a menu that opens."""
    return tuple(way for way in WAYS if not way.optional or _is_there(str(way.engine), reading))


def _is_there(engine: str, reading: ReadingSettings) -> bool:
    return bool(getattr(reading, engine)) and find_spec(engine) is not None


def way_text(way: Way) -> str:
    """Return what a way is called in the language in force."""
    return QCoreApplication.translate("Ways", way.text)


class RegionVerbs(QObject):
    """Has boxes read again."""

    def __init__(self, hand: PageInHand, parent: QObject | None = None) -> None:
        """Work on what is in hand."""
        super().__init__(parent)
        self._hand = hand
        hand.settled.connect(self._fill_new_line)

    @property
    def proposal(self) -> Proposal | None:
        """What was asked for on the chosen line; None for nothing."""
        row, page = self._hand.row, self._hand.page
        if row is None or page is None:
            return None
        wanted = None if row.is_new else row.id
        return next((each for each in page.proposals if each.line_id == wanted and each.fits), None)

    def ask(self, way: Way = WAYS[0]) -> None:
        """Have the box of the chosen line read again."""
        row = self._hand.row
        if row is None or self._hand.held_back is not None:
            return
        line, quad = (None if row.is_new else row.id), row.line.quad
        before = self.proposal

        def work(library: Library, page_id: str) -> None:
            if before is not None:
                library.regions.drop(before.job_id)
            library.regions.ask(page_id, quad, line=line, languages=way.languages, engine=way.engine)

        self._do(work)

    def take(self) -> None:
        """Give the line the text of the proposal."""
        found = self.proposal
        if found is not None and found.line is not None:
            self._hand.typing.end(drop=True)
            self._do(lambda library, _page: library.regions.take(found.job_id))

    def drop(self) -> None:
        """Forget the proposal; one that is being read is stopped."""
        found = self.proposal
        if found is not None:
            self._do(lambda library, _page: library.regions.drop(found.job_id))

    def _fill_new_line(self) -> None:
        """Put what was read for a line that is being added into its field, if nothing was typed meanwhile."""
        row, found = self._hand.row, self.proposal
        if row is None or not row.is_new or found is None or found.state is not JobState.DONE:
            return
        if found.line is not None and not self._hand.typing.text:
            self._hand.typing.set_text(found.line.text)
            self.drop()

    def _do(self, work: Callable[[Library, str], object]) -> None:
        page = self._hand.page
        if page is not None:
            page_id = page.page.id
            self._hand.do(lambda library: work(library, page_id))
