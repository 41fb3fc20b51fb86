"""Walks a person through the doubtful lines, one by one.

Every answer is kept at once, as a correction that can be taken back. So there is nothing to resume: what was
settled is beyond doubt, and the next walk begins with what was not. Knows no terminal; whoever asks the
person is given in the constructor.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.rule import Rule
from rich.text import Text

from engine.cli.desk import Desk
from engine.cli.showing import counted, line_as_shown
from engine.errors import NotFoundError, SandukuError
from engine.reading import Alternative, Line, Reading, is_doubtful

if TYPE_CHECKING:
    from engine.library import Document, Library, Page, StoredReading

KEYS = (
    "a  accept: the line is right as it stands\n"
    "e  edit: type what the line really reads\n"
    "1, 2, ...  take the other reading with this number\n"
    "d  delete: there is no text in this place\n"
    "s  skip: leave it doubtful; the next review shows it again\n"
    "u  undo: take the last answer back and return to its line\n"
    "q  quit: everything answered so far is kept\n"
    "Enter alone does nothing."
)
AT_THE_END = "That was the last doubtful line: u takes the last answer back, anything else ends"
QUESTION = "a accept, e edit, d delete, s skip, u undo, q quit, ? help"
DOUBTS = {
    "low-confidence": "the reading is not sure",
    "engines-disagree": "two readings differ",
    "unreadable": "it looks like text and could not be read",
    "value-disputed": "two readings differ in a number, a date or a name",
    "script-uncertain": "its script is not sure",
    "cut-off": "the edge of the picture cuts through it",
    "partly-unread": "something stands in it that was not read",
    "number-uncertain": "it holds a number, and numbers are easily misread",
    "correction-to-review": "you corrected it before, and the page was read anew since",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line to look at.

    Attributes:
        document: The document.
        page_id: The page.
        page_index: Its place in the document, from 0.
        reading_id: The reading that it is a line of.
        line_id: The line.
    """

    document: "Document"
    page_id: str
    page_index: int
    reading_id: str
    line_id: str


@dataclass(slots=True)
class Outcome:
    """What a walk came to: how many lines were shown, settled how, and whether Ctrl+C ended it."""

    shown: int = 0
    accepted: int = 0
    corrected: int = 0
    deleted: int = 0
    skipped: int = 0
    stopped: bool = False


@dataclass(slots=True)
class _Answer:
    """What was answered, so that it can be taken back."""

    place: int
    counter: str
    correction_id: str | None = None


@dataclass(slots=True)
class _Walk:
    """The lines met so far, and where the person stands among them."""

    coming: Iterator[Doubt]
    met: list[Doubt] = field(default_factory=list)
    place: int = 0
    answers: list[_Answer] = field(default_factory=list)

    def present(self) -> Doubt | None:
        """Return the line at which the person stands; None at the end."""
        while self.place >= len(self.met):
            following = next(self.coming, None)
            if following is None:
                return None
            self.met.append(following)
        return self.met[self.place]


class Reviewer:
    """Asks a person about one doubtful line after the other."""

    def __init__(
        self,
        desk: Desk,
        library: "Library",
        *,
        author: str,
        ask: Callable[[str], str],
        edit: Callable[[str], str],
    ) -> None:
        """Review in an open library.

        Args:
            desk: Where lines are shown.
            library: That holds them.
            author: Who answers.
            ask: Puts a question and returns the answer; raises EOFError or KeyboardInterrupt to end.
            edit: Lets the person edit a text and returns it.
        """
        self._desk = desk
        self._library = library
        self._author = author
        self._ask = ask
        self._edit = edit
        self._threshold = desk.settings.reading.doubt_threshold
        self.outcome = Outcome()

    def walk(self, documents: "Iterable[Document]") -> Outcome:
        """Go through the doubtful lines of the documents until the end, or until the person quits."""
        walk = _Walk(doubts_in(self._library, documents, self._threshold))
        try:
            while self._step(walk):
                pass
        except EOFError:
            pass
        except KeyboardInterrupt:
            self.outcome.stopped = True
        return self.outcome

    def _step(self, walk: _Walk) -> bool:
        """Ask about one line, or at the end whether that was it; tell whether the person goes on."""
        doubt = walk.present()
        if doubt is None:
            return (
                bool(walk.answers) and self._ask(AT_THE_END).strip().lower() == "u" and self._take_back(walk)
            )
        stored = self._stored(doubt)
        if stored is None:
            walk.place += 1
            return True
        self._show(doubt, stored)
        self.outcome.shown += 1
        return self._answer(walk, doubt, stored)

    def _stored(self, doubt: Doubt) -> "StoredReading | None":
        """Return the page of a line that is still doubtful; None if there is nothing to ask any more."""
        try:
            stored = self._library.readings.of_page(doubt.page_id)
        except NotFoundError:  # Removed for good meanwhile.
            return None
        if stored is None or stored.id != doubt.reading_id or doubt.line_id not in stored.line_ids:
            return None
        line = stored.reading.lines[stored.line_ids.index(doubt.line_id)]
        return stored if is_doubtful(line, self._threshold) else None

    def _answer(self, walk: _Walk, doubt: Doubt, stored: "StoredReading") -> bool:
        """Ask until the line is answered; tell whether the person goes on."""
        line = stored.reading.lines[stored.line_ids.index(doubt.line_id)]
        while True:
            answer = self._ask(QUESTION).strip().lower()
            if answer in ("q", "quit"):
                return False
            if answer in ("u", "undo"):
                if self._take_back(walk):
                    return True
            elif answer in ("s", "skip"):
                self._done(walk, "skipped", None)
                return True
            elif self._settle(walk, doubt, line, answer):
                return True

    def _settle(self, walk: _Walk, doubt: Doubt, line: Line, answer: str) -> bool:
        """Make the correction that an answer asks for; tell whether there was one."""
        readings, others = self._library.readings, self._others(doubt, line)
        if answer in ("a", "accept"):
            if not line.text:
                self._desk.say(
                    "Nothing was read here that could be accepted. Type it with e, or delete with d."
                )
                return False
            done = readings.confirm_line(doubt.page_id, doubt.line_id, author=self._author)
            self._done(walk, "accepted", done.id)
            return True
        if answer in ("d", "delete"):
            done = readings.delete_line(doubt.page_id, doubt.line_id, author=self._author)
            self._done(walk, "deleted", done.id)
            return True
        if answer in ("e", "edit"):
            text = self._edit(line.text).strip()
            if not text or text == line.text:
                self._desk.say("Nothing was changed. If the line is right as it stands, accept it with a.")
                return False
        elif answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(others):
            text = others[int(answer) - 1].text
        else:
            self._desk.say(KEYS if answer else "Enter alone does nothing: nothing is accepted by mistake.")
            return False
        done = readings.correct_line(doubt.page_id, doubt.line_id, text, author=self._author)
        self._done(walk, "corrected", done.id)
        return True

    def _others(self, doubt: Doubt, line: Line) -> tuple[Alternative, ...]:
        """Return what else a line may read: by other engines, and by an image model that was asked."""
        told = {line.text, *(each.text for each in line.alternatives)}
        proposed = [
            Alternative(each.line.text, each.line.engine, each.line.confidence)
            for each in reversed(self._library.regions.of_page(doubt.page_id))
            if each.line is not None and each.fits and each.line_id == doubt.line_id
        ]
        return (*line.alternatives, *(each for each in proposed if each.text not in told))

    def _done(self, walk: _Walk, counter: str, correction_id: str | None) -> None:
        walk.answers.append(_Answer(walk.place, counter, correction_id))
        self._count(counter, 1)
        walk.place += 1

    def _take_back(self, walk: _Walk) -> bool:
        """Take the last answer back and return to its line; tell whether there was one."""
        if not walk.answers:
            self._desk.say(
                "There is no answer of this review to take back; earlier ones with"
                " 'sanduku correct DOCUMENT --undo'."
            )
            return False
        answer = walk.answers[-1]
        if answer.correction_id is not None:
            try:
                self._library.readings.undo_correction(answer.correction_id, author=self._author)
            except SandukuError as error:  # Somebody changed the line meanwhile.
                self._desk.tell(error)
                return False
        walk.answers.pop()
        self._count(answer.counter, -1)
        walk.place = answer.place
        return True

    def _count(self, counter: str, step: int) -> None:
        setattr(self.outcome, counter, getattr(self.outcome, counter) + step)

    def _show(self, doubt: Doubt, stored: "StoredReading") -> None:
        """Show a line with its neighbours, its place, why it is doubtful, and what else it may read."""
        reading, at = stored.reading, stored.line_ids.index(doubt.line_id)
        line, desk = reading.lines[at], self._desk
        left = sum(is_doubtful(each, self._threshold) for each in reading.lines)
        document = doubt.document
        title = f"{desk.name(document.name)}  [{document.id[:8]}]  page {doubt.page_index + 1}"
        desk.out.print()
        desk.out.print(Rule(Text(title, style="bold"), align="left"))
        where = place_of(line, reading)
        desk.out.print(Text(f"{counted(left, 'line')} of this page to check; this one is {where}."))
        width = len(str(len(reading.lines)))
        for number in range(max(at - 1, 0), min(at + 2, len(reading.lines))):
            shown = line_as_shown(desk, number + 1, reading.lines[number], width, self._threshold)
            desk.out.print(shown if number == at else Text(shown.plain, style="dim"), soft_wrap=True)
        desk.out.print(Text(f"  Why: {_reasons(line)}."))
        for number, other in enumerate(self._others(doubt, line), 1):
            desk.print(f"  Or {number}:  {desk.name(other.text)}")
        before = stored.model_texts[at]
        if before is not None and before != line.text:
            desk.print(f"  Read before: {desk.name(before)}")


def doubts_in(library: "Library", documents: "Iterable[Document]", threshold: float) -> Iterator[Doubt]:
    """Yield the doubtful lines of documents in the order in which they stand."""
    for document in documents:
        for page, stored in _read_pages(library, document):
            for line_id, line in zip(stored.line_ids, stored.reading.lines, strict=True):
                if is_doubtful(line, threshold):
                    yield Doubt(document, page.id, page.index, stored.id, line_id)


def _reasons(line: Line) -> str:
    """Tell why a line is doubtful; of two reasons that say the same, the one that says more."""
    doubts = [
        each for each in line.doubts if each != "engines-disagree" or "value-disputed" not in line.doubts
    ]
    return "; ".join(DOUBTS.get(each, each) for each in dict.fromkeys(doubts or ["low-confidence"]))


def _read_pages(library: "Library", document: "Document") -> "list[tuple[Page, StoredReading]]":
    """Return the pages of a document that are read; none if it was removed for good meanwhile."""
    try:
        pages = [(page, library.readings.of_page(page.id)) for page in library.documents.pages(document.id)]
    except NotFoundError:
        return []
    return [(page, stored) for page, stored in pages if stored is not None]


def place_of(line: Line, reading: Reading) -> str:
    """Tell where on the upright page a line stands, as a person who holds the paper looks for it."""
    x, y = line.quad.center
    height = ("at the top", "in the middle", "at the bottom")[min(2, max(0, int(3 * y / reading.height)))]
    side = ("on the left", "", "on the right")[min(2, max(0, int(3 * x / reading.width)))]
    wide = line.quad.bounds[2] - line.quad.bounds[0] > reading.width / 2
    place = height if wide or not side else f"{height} {side}"
    if line.cell is not None:
        place += f", in row {line.cell[0] + 1} and column {line.cell[1] + 1} of a table"
    return place
