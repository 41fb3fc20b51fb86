"""The page "From headquarters": what came back, remarks, and lines of which there are two versions."""

import html
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.access import LibraryAccess
from desktop.preferences.page import Card, Page
from desktop.sending.desk import SendingDesk
from desktop.sending.difference import marked
from desktop.sending.words import at_side, moment_text, who_text
from desktop.style import Theme
from desktop.window.toasts import Toasts
from engine.language import isolate
from engine.library import Library
from engine.library.hq_words import Conflict, HqComment
from engine.library.reviews import Returned

MOST = 50
"""Of each kind that are shown at once."""


@dataclass(frozen=True, slots=True)
class News:
    """What headquarters has said.

    Attributes:
        conflicts: That nobody has settled.
        returned: Documents that came back.
        comments: Remarks, the latest first.
        names: Id of a document with a remark -> its name.
        more: Conflicts that are not among them.
    """

    conflicts: tuple[Conflict, ...] = ()
    returned: tuple[Returned, ...] = ()
    comments: tuple[HqComment, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    more: int = 0


def look_for_news(library: Library) -> News:
    """Return what headquarters has said; for the library's thread."""
    words = library.exchange.words
    conflicts, comments = words.conflicts(), words.comments()[:MOST]
    found = library.documents.many(sorted({each.document_id for each in comments}))
    return News(
        tuple(conflicts[:MOST]),
        tuple(library.exchange.reviews.returned(limit=MOST)),
        tuple(comments),
        tuple((each.id, each.name) for each in found),
        max(0, len(conflicts) - MOST),
    )


class FromHeadquartersPage(Page):
    """What headquarters said."""

    icon = "inbox"

    def __init__(
        self,
        desk: SendingDesk,
        access: LibraryAccess,
        theme: Theme,
        toasts: Toasts,
        open_view: Callable[[str, object], None],
    ) -> None:
        """Show nothing yet.

        Args:
            desk: Tells when something may have changed.
            access: Asks the library, and settles conflicts.
            theme: The look.
            toasts: Tell what was done.
            open_view: Opens a document.
        """
        super().__init__(theme)
        self._access, self._toasts, self._open_view = access, toasts, open_view
        self.news: News | None = None
        self.cards: list[Card] = []
        self.empty = QLabel(self.inner)
        self.empty.setWordWrap(True)
        self.heading.hide()
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        desk.changed.connect(lambda: self.shown() if self.isVisible() else None)
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("From headquarters")

    def shown(self) -> None:
        """Look what it said."""
        self._access.ask(look_for_news, self._take, replaces="news", owner=self)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.empty.setText(self.tr("Nothing waits for an answer from you."))
        self.setAccessibleName(self.title())
        self._show()

    def _take(self, news: News) -> None:
        if news != self.news:
            self.news = news
            self._show()

    def _show(self) -> None:
        for card in self.cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        news = self.news or News()
        self.empty.setVisible(not (news.conflicts or news.returned or news.comments))
        for conflict in news.conflicts:
            self._put(self._conflict(conflict))
        for returned in news.returned:
            self._put(self._returned(returned))
        names = dict(news.names)
        for comment in news.comments:
            self._put(self._comment(comment, names.get(comment.document_id, "")))

    def _put(self, card: Card) -> None:
        self.cards.append(card)
        self.column.insertWidget(self.column.count() - 1, card)

    # Cards

    def _conflict(self, conflict: Conflict) -> Card:
        card = Card(self.theme, self.inner)
        name = isolate(conflict.document_name)
        if conflict.page_index is not None:
            name = self.tr("%1, page %Ln", "", conflict.page_index + 1).replace("%1", name)
        card.set_heading(self.tr("Two versions: %1").replace("%1", name))
        why = {
            "changed-here": self.tr(
                "Changed there and here. For now the line reads as headquarters wants it."
            ),
            "line-gone": self.tr("Headquarters corrected a line that is no longer there."),
            "read-anew": self.tr("Headquarters corrected a page that was read anew here since."),
        }
        card.add(_label(why[conflict.reason], self.inner, muted=True))
        can_choose = conflict.reason == "changed-here" and conflict.page_id is not None
        card.add(self._version(self.tr("Before: %1"), conflict.previous, None, ""))
        by = (
            self.tr("%1, %2").replace("%1", who_text(conflict.author)).replace("%2", moment_text(conflict.at))
        )
        keep = self.tr("Keep headquarters'") if can_choose else self.tr("Seen")
        card.add(
            self._version(
                self.tr("Headquarters (%2): %1").replace("%2", by),
                conflict.hq_text,
                lambda: self._settle(conflict, "hq"),
                keep,
                other=conflict.field_text or conflict.previous,
            )
        )
        if conflict.field_text is not None:
            card.add(
                self._version(
                    self.tr("Here: %1"),
                    conflict.field_text,
                    (lambda: self._settle(conflict, "field")) if can_choose else None,
                    self.tr("Keep mine"),
                    other=conflict.hq_text,
                )
            )
        if can_choose:
            card.column.addLayout(self._another(conflict))
        card.column.addLayout(
            _row(
                self._opener(
                    {"document": conflict.document_id, "page": conflict.page_id}, conflict.document_name
                )
            )
        )
        return card

    def _another(self, conflict: Conflict) -> QHBoxLayout:
        field, keep = QLineEdit(self.inner), QPushButton(self.tr("Keep this"), self.inner)
        field.setPlaceholderText(self.tr("Or type what is right"))
        field.setAccessibleName(self.tr("Or type what is right"))
        field.setMaxLength(2000)
        keep.setEnabled(False)
        field.textChanged.connect(lambda text: keep.setEnabled(bool(text.strip())))

        def settle() -> None:
            if field.text().strip():
                self._settle(conflict, "other", field.text().strip())

        field.returnPressed.connect(settle)
        keep.clicked.connect(lambda _checked=False: settle())
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(keep)
        return row

    def _version(
        self, words: str, text: str, keep: Callable[[], object] | None, button: str, *, other: str = ""
    ) -> QWidget:
        """Return a version of the line; the words that the other one has not are marked."""
        holder = QWidget(self.inner)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        label = _label("", holder)
        label.setTextFormat(Qt.TextFormat.RichText)
        shown = html.escape(words).replace("%1", marked(text, other) if text else "–")
        label.setText(at_side(shown, right_to_left=holder.isRightToLeft()))
        row.addWidget(label, 1)
        if keep is not None:
            made = QPushButton(button, holder)
            made.clicked.connect(lambda _checked=False: keep())
            made.setAccessibleDescription(isolate(text))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _returned(self, returned: Returned) -> Card:
        card = Card(self.theme, self.inner)
        card.set_heading(self.tr("Came back: %1").replace("%1", isolate(returned.name)))
        reason = returned.reason or self.tr("No reason was given.")
        card.add(_label(self._said(reason, returned.author, returned.at), self.inner))
        card.column.addLayout(_row(self._opener(returned.document_id, returned.name)))
        return card

    def _comment(self, comment: HqComment, name: str) -> Card:
        card = Card(self.theme, self.inner)
        card.set_heading(self.tr("Remark: %1").replace("%1", isolate(name)))
        card.add(_label(self._said(comment.text, comment.author, comment.at), self.inner))
        opener = self._opener(comment.document_id, name)
        row = _row(opener)
        if not comment.seen:
            seen = QPushButton(self.tr("Seen"), self.inner)
            seen.setAccessibleDescription(isolate(comment.text))
            seen.clicked.connect(lambda _checked=False: self._see(comment.document_id))
            row.insertWidget(1, seen)
        card.column.addLayout(row)
        return card

    def _said(self, text: str, author: str, at: str) -> str:
        by = self.tr("%1, %2").replace("%1", who_text(author)).replace("%2", moment_text(at))
        return self.tr("“%1” (%2)").replace("%2", by).replace("%1", isolate(text))

    def _opener(self, argument: object, name: str) -> QPushButton:
        button = QPushButton(self.tr("Open the document"), self.inner)
        button.setAccessibleDescription(isolate(name))
        button.clicked.connect(lambda _checked=False: self._open_view("check", argument))
        return button

    # Doing

    def _settle(self, conflict: Conflict, choice: str, text: str | None = None) -> None:
        def settle(library: Library) -> None:
            library.exchange.words.resolve(conflict.id, choice, text=text)

        def done(_nothing: object) -> None:
            self.shown()
            self._toasts.show(
                self.tr("Settled. Headquarters hears of it with the next sending."),
                kind="done",
                action=self.tr("Open the document"),
                do=lambda: self._open_view(
                    "check", {"document": conflict.document_id, "page": conflict.page_id}
                ),
            )

        self._access.do(settle, done, owner=self)

    def _see(self, document_id: str) -> None:
        self._access.do(
            lambda library: library.exchange.words.see_comments(document_id),
            lambda _nothing: self.shown(),
            owner=self,
        )


def _label(text: str, parent: QWidget, *, muted: bool = False) -> QLabel:
    label = QLabel(at_side(text, right_to_left=parent.isRightToLeft()), parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        label.setProperty("kind", "muted")
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
