"""The document and the page that are being checked: what is known of them, and which line is chosen.

The check view's parts show this object and change it; they do not know each other. All of the library is
asked and told in its own thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.access import ImageStore, LibraryAccess, LibraryChange, Ticket
from desktop.check.doubt_counts import DoubtCounts
from desktop.check.facts import DocumentFacts, PageFacts, document_facts, page_facts, page_job
from desktop.check.rows import LineRow, is_new, new_row
from desktop.check.typing import Typing
from engine.errors import SandukuError
from engine.geometry import Quad
from engine.library import Library, Page

NONE = -1


class PageInHand(QObject):
    """What is being checked."""

    document_changed = Signal()
    """Another document, or other facts of the same one."""

    page_opened = Signal()
    """Another page: nothing of the one before is shown any longer."""

    lines_changed = Signal()
    """Other lines, or other facts of them, stand on the page."""

    settled = Signal()
    """All that arrived of the page is shown."""

    image_changed = Signal()
    current_changed = Signal()
    """Another line is chosen."""

    lost = Signal(object)
    """A :class:`SandukuError`: something could not be shown or done."""

    def __init__(
        self, access: LibraryAccess, images: ImageStore, threshold: float, parent: QObject | None = None
    ) -> None:
        """Begin with nothing in hand.

        Args:
            access: Asked for all of it.
            images: Gives the page images.
            threshold: Confidence below which a line is doubtful.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._images, self.threshold = access, images, threshold
        self.typing = Typing(access, self)
        self.typing.writes.lost.connect(self.lost)
        self.counts = DoubtCounts(access, threshold, self)
        self.facts: DocumentFacts | None = None
        self.page: PageFacts | None = None
        self.index = 0
        self.rows: tuple[LineRow, ...] = ()
        self.current = NONE
        self.image: QImage | None = None
        self.held_back: PageFacts | None = None
        """The page as it was read anew while somebody typed: it is shown when they have finished."""
        self._looked_at: set[tuple[str, str]] = set()
        self._seen_doubts: dict[str, int] = {}
        self._moves = 0
        self._wish: str | int | None = None
        self._ticket: Ticket | None = None
        self._shown_image: str | None = None
        access.changed.connect(self._library_changed)

    # Asking for it

    def open(self, document_id: str, page: int | None = None, line: str | int | None = None) -> None:
        """Take a document in hand.

        Args:
            document_id: The document.
            page: Its page, from 0; None: the first, or the one that is open already.
            line: The line to choose, by its id or place; None: the first that is doubtful.
        """
        same = self.facts is not None and self.facts.document.id == document_id
        if not same:
            self.facts, self._looked_at, self._seen_doubts = None, set(), {}
        wanted = page if page is not None else (self.index if same else 0)

        def arrived(facts: DocumentFacts) -> None:
            self._take_document(facts)
            self.go_to(wanted, line)

        self._access.ask(
            lambda library: document_facts(library, document_id),
            arrived,
            self.lost.emit,
            replaces=self._key("check-document"),
            owner=self,
        )

    def go_to(self, index: int, line: str | int | None = None) -> None:
        """Show a page; what is being typed on another one is kept, and closed.

        Args:
            index: The page, from 0; the nearest one that there is.
            line: The line to choose, by its id or place; None: the first that is doubtful.
        """
        if self.facts is None or not self.facts.pages:
            return
        self.index = max(0, min(index, len(self.facts.pages) - 1))
        self._wish = line
        self.held_back = None
        page = self.facts.pages[self.index]
        if self.page is None or self.page.page.id != page.id:
            # The keyboard may have come back to a line of the page before: what is open there would hold this
            # page back. It stays kept.
            self.typing.end()
            self.page, self.rows, self.current, self.image = None, (), NONE, None
            self._shown_image = None
            # First all that was shown goes: an image that is at hand comes at once.
            self.page_opened.emit()
            if page.image_sha256:
                self._fetch(page.image_sha256)
        self.refresh(opening=True)

    def refresh(self, *, opening: bool = False) -> None:
        """Ask for the page anew."""
        if self.facts is None:
            return
        page_id = self.facts.pages[self.index].id

        def arrived(facts: PageFacts) -> None:
            if self._is_here(page_id):
                self.take(facts, line=self._wish if opening else None, opened=opening)
                self._wish = None

        self._access.ask(
            lambda library: page_facts(library, page_id, self.threshold),
            arrived,
            self.lost.emit,
            replaces=self._key("check-page"),
            owner=self,
        )

    def use_threshold(self, threshold: float) -> None:
        """Show, from now on, less confidence than this as a doubt."""
        if threshold != self.threshold:
            self.threshold = threshold
            self.counts.use_threshold(threshold)
            if self.page is not None:
                self.refresh()

    def let_go(self) -> None:
        """Have nothing in hand."""
        self.typing.end()
        self.facts, self.page, self.rows, self.current, self.image = None, None, (), NONE, None
        self.held_back, self._shown_image = None, None
        self.page_opened.emit()
        self.document_changed.emit()

    def do(
        self,
        work: Callable[[Library], object],
        *,
        line: Callable[[PageFacts], str | int | None] | None = None,
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Change the page, and show at once what it is then.

        Args:
            work: Done in the library's thread.
            line: Tells which line is chosen then; by default the one that is chosen now.
            failed: Called if it could not be done, after :attr:`lost` has told why.
        """
        if self.page is None:
            return
        page_id = self.page.page.id

        def written(library: Library) -> PageFacts:
            work(library)
            return page_facts(library, page_id, self.threshold)

        moves = self._moves

        def arrived(facts: PageFacts) -> None:
            wanted = line(facts) if line else None
            if self._is_here(page_id):
                # Whoever has gone on to another line meanwhile stays there.
                stays = line is None or moves != self._moves
                self.take(facts, line=None if stays else wanted, chosen=not stays)

        def refused(error: SandukuError) -> None:
            self.lost.emit(error)
            failed()

        self._access.do(written, arrived, refused, owner=self)

    # Taking what arrives

    def take(
        self,
        facts: PageFacts,
        *,
        line: str | int | None = None,
        opened: bool = False,
        chosen: bool = False,
    ) -> None:
        """Show a page as it is now; while somebody types, a new reading is held back.

        Args:
            facts: The page.
            line: The line to choose, by its id or place.
            opened: Whether the page was not shown before: without ``line`` the first doubt is chosen.
            chosen: Whether ``line`` was chosen by what was just done.
        """
        before = self.page
        disturbed = self._disturbs(facts)
        if self.typing.dirty and disturbed and not chosen:
            self.held_back = facts
            self.lines_changed.emit()
            return
        self.held_back = None
        here = self.row.id if self.row else None
        adding = tuple(row for row in self.rows if row.is_new and self.typing.line_id == row.id)
        reopen = self.typing.active and not self.typing.dirty and disturbed
        if reopen:
            self.typing.end()
        self.page = facts
        self.rows = facts.rows
        self.counts.set(facts.page, sum(row.doubtful for row in self.rows))
        self.rows += adding
        if opened or (before is not None and before.stored is None):
            place = self._place_of(line)
            if place == NONE:
                place = next(
                    (at for at, row in enumerate(self.rows) if row.doubtful), 0 if self.rows else NONE
                )
        else:
            place = self._place_of(line if line is not None else here)
            if place == NONE and self.rows:
                place = min(max(self.current, 0), len(self.rows) - 1)
        # Nothing may seem to be chosen in between: a field would be hidden, and lose the keyboard.
        self.current = place
        self.lines_changed.emit()
        self._fetch_shown()
        self.choose(place, always=True, looked=chosen)
        self._count_seen()
        self.settled.emit()
        if reopen:
            self.begin_typing()

    def choose(self, place: int, *, always: bool = False, looked: bool = True) -> None:
        """Choose a line; what is typed for another one must have been ended or saved.

        Args:
            place: Of the line.
            always: Whether that is told even if it is chosen already.
            looked: Whether a person chose it, and so has looked at it.
        """
        place = place if 0 <= place < len(self.rows) else NONE
        if place == self.current and not always:
            return
        self.current = place
        if looked:
            self._moves += 1
            self.look()
        self.current_changed.emit()

    def look(self) -> None:
        """Take the chosen line as looked at."""
        if self.row is not None and self.page is not None:
            self._looked_at.add((self.page.page.id, self.row.id))
            self._count_seen()

    def add_row(self, quad: Quad, name: str) -> None:
        """Put an empty line on the page, for a person to type into; it is in no library yet."""
        self.rows = (*(row for row in self.rows if not row.is_new), new_row(quad, name))
        self.lines_changed.emit()
        self.choose(len(self.rows) - 1, always=True)

    def remove_new_row(self) -> None:
        """Take the line away that was to be added."""
        kept = tuple(row for row in self.rows if not row.is_new)
        if len(kept) != len(self.rows):
            self.rows = kept
            self.current = min(self.current, len(kept) - 1)
            self.lines_changed.emit()
            self.choose(self.current, always=True)

    # What there is

    @property
    def row(self) -> LineRow | None:
        """The chosen line."""
        return self.rows[self.current] if 0 <= self.current < len(self.rows) else None

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the document."""
        return () if self.facts is None else self.facts.pages

    @property
    def unread(self) -> int:
        """How many pages are not read."""
        return sum(page.reading_id is None for page in self.pages)

    @property
    def doubts_here(self) -> int:
        """How many lines of this page should be looked at."""
        return sum(row.doubtful for row in self.rows)

    @property
    def unseen(self) -> int:
        """How many doubtful lines of the document nobody looked at since it was opened, as far as counted."""
        return sum((self.counts.of(page) or 0) - self._seen_doubts.get(page.id, 0) for page in self.pages)

    def begin_typing(self, text: str | None = None) -> None:
        """Open the chosen line for typing, with what was typed there before if there is any.

        Args:
            text: What stands in the field instead, such as another reading.
        """
        row = self.row
        if row is None or self.page is None or self.page.stored is None:
            return
        if self.typing.line_id != row.id:
            self.typing.end()
            self.typing.begin(self.page.page.id, self.page.stored.id, row.id, row.text, draft=row.draft)
            self.look()
        if text is not None:
            self.typing.set_text(text)

    # Within

    def _disturbs(self, facts: PageFacts) -> bool:
        """Whether the line that is open is not there any more, or reads otherwise."""
        typing, stored = self.typing, facts.stored
        if not typing.active or stored is None:
            return False
        if stored.id != typing.reading_id:
            return True
        if is_new(typing.line_id):
            return False
        lines = dict(zip(stored.line_ids, stored.reading.lines, strict=True))
        return typing.line_id not in lines or lines[typing.line_id].text != typing.original

    def _key(self, name: str) -> str:
        """Name a question so that only this object's own later one replaces it."""
        return f"{name}/{id(self)}"

    def _count_seen(self) -> None:
        if self.page is not None:
            page = self.page.page.id
            self._seen_doubts[page] = sum(
                row.doubtful and (page, row.id) in self._looked_at for row in self.rows
            )

    def _take_document(self, facts: DocumentFacts) -> None:
        self.facts = facts
        self.document_changed.emit()
        self.counts.follow(facts.pages)

    def _is_here(self, page_id: str) -> bool:
        return bool(self.pages) and self.pages[self.index].id == page_id

    def _place_of(self, line: str | int | None) -> int:
        if isinstance(line, int):
            return max(NONE, min(line, len(self.rows) - 1))
        return next((place for place, row in enumerate(self.rows) if row.id == line), NONE)

    def _fetch_shown(self) -> None:
        """Show the image that the reading in force is about, and fetch the next page's."""
        stored = self.page.stored if self.page else None
        if stored is not None and stored.image_sha256 and stored.image_sha256 != self._shown_image:
            self._fetch(stored.image_sha256)
        following = self.pages[self.index + 1 : self.index + 2]
        if following and following[0].image_sha256:
            self._images.prefetch(following[0].image_sha256)

    def _fetch(self, sha256: str) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._shown_image = sha256

        def arrived(image: QImage) -> None:
            if self._shown_image == sha256:
                self.image = image
                self.image_changed.emit()

        self._ticket = self._images.fetch(sha256, arrived, self._no_image, owner=self)

    def _no_image(self, error: SandukuError) -> None:
        self.image = None
        self.image_changed.emit()
        self.lost.emit(error)

    def _library_changed(self, change: LibraryChange) -> None:
        facts = self.facts
        if facts is None:
            return
        document_id = facts.document.id
        if change.everything or document_id in change.documents:
            self._access.ask(
                lambda library: document_facts(library, document_id),
                self._document_again,
                self.lost.emit,
                replaces=self._key("check-document"),
                owner=self,
            )
        elif not change.documents and self.page is not None:
            page = self.page.page
            self._access.ask(
                lambda library: page_job(library, page),
                self._queue_again,
                lambda _error: None,  # gone meanwhile: the change that tells of it follows
                replaces=self._key("check-queue"),
                owner=self,
            )

    def _document_again(self, facts: DocumentFacts) -> None:
        if self.facts is not None and self.facts.document.id == facts.document.id:
            self._take_document(facts)
            self.refresh()

    def _queue_again(self, found: tuple[object, object]) -> None:
        if self.page is not None and (self.page.job, self.page.proposals) != found:
            self.refresh()
