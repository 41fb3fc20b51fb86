"""What is known of the chosen document, at the side of the list."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.access import ImageStore, LibraryAccess, LibraryChange, Ticket
from desktop.asking.photo_labels import scene_words
from desktop.documents import telling
from desktop.style import Theme
from engine.errors import SandukuError
from engine.language import isolate
from engine.library import Document, Library, Page, Scene

MOST_PAGES = 12
"""Pages of which there is a picture; all of them are seen where the document is checked."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is shown of a document.

    Attributes:
        document: The document.
        pages: The first of its pages.
        cases: Names of its cases.
        scenes: What these pages are said to show.
    """

    document: Document
    pages: tuple[Page, ...]
    cases: tuple[str, ...]
    scenes: tuple[Scene, ...] = ()


def look_up(library: Library, document_id: str) -> Details | None:
    """Return what is shown of a document; None if it is gone; for the library's thread."""
    found = library.documents.many([document_id])
    if not found:
        return None
    pages = library.documents.pages(document_id)[:MOST_PAGES]
    cases = {case.id: case.name for case in library.cases.find()}
    names = tuple(cases[each] for each in found[0].case_ids if each in cases)
    scenes = tuple(scene for page in pages for scene in library.photos.scenes(page.id))
    return Details(found[0], tuple(pages), names, scenes)


class DetailsPane(QScrollArea):
    """Shows one document; of several, how many they are."""

    def __init__(
        self, access: LibraryAccess, images: ImageStore, theme: Theme, doubt: float, parent: QWidget
    ) -> None:
        """Show nothing yet.

        Args:
            access: Asks the library.
            images: Give pages.
            theme: Colours, icons, sizes.
            doubt: Less confidence than this is a doubt.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._images, self._theme, self._doubt = access, images, theme, doubt
        self._ids: list[str] = []
        self._details: Details | None = None
        self._tickets: list[Ticket] = []
        self.setWidgetResizable(True)
        self.setProperty("kind", "text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        access.changed.connect(self._library_changed)
        theme.changed.connect(self._show)

    def show_documents(self, ids: list[str]) -> None:
        """Show what is known of documents."""
        self._ids = ids
        if len(ids) != 1:
            self._take(None)
        else:
            self._ask()

    def use_doubt(self, doubt: float) -> None:
        """Show, from now on, less confidence than this as a doubt."""
        self._doubt = doubt
        self._show()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self.tr("Details"))
        self._show()

    def words(self) -> list[str]:
        """Return all that is shown, in order."""
        body = self.widget()
        return [label.text() for label in body.findChildren(QLabel) if label.text()] if body else []

    def _ask(self) -> None:
        document_id = self._ids[0]
        self._access.ask(
            lambda library: look_up(library, document_id),
            self._take,
            replaces="documents-details",
            owner=self,
        )

    def _library_changed(self, change: LibraryChange) -> None:
        if self.isVisible() and len(self._ids) == 1:
            one = self._ids[0]
            if change.everything or not change.documents or one in change.documents:
                self._ask()

    def _take(self, details: Details | None) -> None:
        if details != self._details or details is None:
            self._details = details
            self._show()

    def _show(self) -> None:
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets.clear()
        body = QWidget(self)
        column = QVBoxLayout(body)
        line = self._theme.line
        column.setContentsMargins(line, line // 2, line, line)
        column.setSpacing(line // 4)
        if self._details is not None:
            self._add_document(body, column, self._details)
        elif len(self._ids) > 1:
            self._add(column, self.tr("%Ln document(s) chosen", "", len(self._ids)), heading=True)
        else:
            self._add(column, self.tr("Choose a document to see its details."), kind="muted")
        column.addStretch(1)
        self.setWidget(body)

    def _add_document(self, body: QWidget, column: QVBoxLayout, details: Details) -> None:
        document, line = details.document, self._theme.line
        self._add(column, telling.file_name(document.name), heading=True)
        told = telling.status(document)
        self._add(column, told.words, kind="wrong" if told.colour == "wrong" else "")
        explanation = telling.explanation(document)
        if explanation:
            self._add(column, explanation)
        for words, value in self._facts(details):
            if value:
                column.addSpacing(line // 4)
                self._add(column, words, kind="muted")
                self._add(column, value)
        shown = [page for page in details.pages if page.thumbnail_sha256]
        if shown:
            column.addSpacing(line // 2)
        for page in shown:
            self._add_page(body, column, page)
        more = document.page_count - len(details.pages)
        if more > 0:
            self._add(column, self.tr("and %Ln more page(s)", "", more), kind="muted")

    def _facts(self, details: Details) -> list[tuple[str, str]]:
        document = details.document
        sure = telling.confidence(document.lowest_confidence, self._doubt)
        review = document.review
        return [
            (self.tr("Lowest confidence"), sure.words if document.lowest_confidence is not None else ""),
            (self.tr("Pages"), telling.pages_read(document)),
            (self.tr("Languages"), telling.languages(document.languages) if document.languages else ""),
            (self.tr("Type"), telling.media_type(document.media_type)),
            (self.tr("Tags"), telling.listed([isolate(tag) for tag in document.tags])),
            (self.tr("Cases"), telling.listed([isolate(name) for name in details.cases])),
            (self.tr("Photos show"), telling.listed(list(dict.fromkeys(map(scene_words, details.scenes))))),
            (
                self.tr("Added"),
                telling.listed([telling.moment(document.added_at), isolate(document.added_by)]),
            ),
            (
                self.tr("Checked"),
                telling.listed([telling.moment(review.at), isolate(review.by or "")]) if review.at else "",
            ),
            (self.tr("Where from"), isolate(document.source_path or "")),
        ]

    def _add(self, column: QVBoxLayout, text: str, *, kind: str = "", heading: bool = False) -> None:
        # A path has no spaces: it may be broken anywhere.
        label = QLabel(text.replace("/", "/\u200b").replace("\\", "\\\u200b"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        # Qt would put each text to the side where its own script begins.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if kind:
            label.setProperty("kind", kind)
        if heading:
            font = label.font()
            font.setBold(True)
            label.setFont(font)
        column.addWidget(label)

    def _add_page(self, body: QWidget, column: QVBoxLayout, page: Page) -> None:
        label = QLabel(body)
        label.setAccessibleName(telling.page_aloud(page))
        label.setToolTip(telling.page_aloud(page))
        label.setFrameShape(QFrame.Shape.Box)
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeading)
        sharpness = self.devicePixelRatioF()
        assert page.thumbnail_sha256 is not None

        def arrived(image: QImage) -> None:
            image.setDevicePixelRatio(sharpness)
            label.setPixmap(QPixmap.fromImage(image))

        def refused(_error: SandukuError) -> None:
            label.setText(self.tr("The picture of this page is damaged. Read the document again."))

        side = round(self._theme.line * 11 * sharpness)
        self._tickets.append(
            self._images.fetch(page.thumbnail_sha256, arrived, refused, side=side, owner=label)
        )
