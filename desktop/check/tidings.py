"""What a person is told after something was done in the check view, and what they can do about it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.check.review_verbs import Outcome
from desktop.texts import error_text
from desktop.window.toasts import Toasts
from engine.errors import SandukuError
from engine.language import isolate
from engine.library import Correction


class Tidings(QObject):
    """Says it in toasts."""

    def __init__(self, toasts: Toasts, parent: QObject | None = None) -> None:
        """Show toasts."""
        super().__init__(parent)
        self._toasts = toasts

    def line_done(self, what: str, about: object, undo: Callable[[], object]) -> None:
        """Tell what was done to a line, where that is not plain to see."""
        match what:
            case "deleted":
                self._toasts.show(self.tr("The line was deleted."), action=self.tr("Undo"), do=undo)
            case "restored":
                self._toasts.show(
                    self.tr("The line reads as it did before."), kind="done", action=self.tr("Undo"), do=undo
                )
            case "copied" if isinstance(about, int):
                self._toasts.show(self.tr("%Ln line(s) copied.", "", about), kind="done")
            case "undone" if isinstance(about, Correction):
                self._toasts.show(self._turned(about, undone=True))
            case "redone" if isinstance(about, Correction):
                self._toasts.show(self._turned(about, undone=False))

    def labelled(self, undo: Callable[[], object]) -> None:
        """Tell that a person said what the page shows."""
        words = self.tr("What the page shows was changed.")
        self._toasts.show(words, kind="done", action=self.tr("Undo"), do=undo)

    def line_refused(self, why: str, delete: Callable[[], object]) -> None:
        """Tell why something was not done to a line."""
        match why:
            case "empty":
                self._toasts.show(
                    self.tr("A line without text is nothing. Delete it if nothing stands there."),
                    kind="warning",
                    action=self.tr("Delete the line"),
                    do=delete,
                )
            case "moved":
                self._toasts.show(
                    self.tr(
                        "The page was read anew while you typed. See whether your text belongs to this line,"
                        " and save it once more."
                    ),
                    kind="warning",
                )
            case "nothing-to-undo":
                self._toasts.show(self.tr("There is nothing to undo on this page."))
            case "nothing-to-redo":
                self._toasts.show(self.tr("There is nothing to do again on this page."))
            case "last-line":
                self._toasts.show(self.tr("No line follows with which this one could be joined."))

    def dropped(self, bring_back: Callable[[], object]) -> None:
        """Tell that what was typed is gone, while it can still be had."""
        self._toasts.show(self.tr("Your change was dropped."), action=self.tr("Bring it back"), do=bring_back)

    def no_more_doubts(self) -> None:
        """Tell that nothing doubtful is left in the document."""
        self._toasts.show(self.tr("No other doubtful line is left in this document."), kind="done")

    def draw_a_box(self) -> None:
        """Tell how a line is added."""
        self._toasts.show(self.tr("Draw a box around the text on the page. Esc leaves it."))

    def adjusted(self, what: str, undo: Callable[[], object]) -> None:
        """Tell that a page was turned or straightened."""
        as_before = self.tr("The page is as it was before, and is being read again.")
        texts = {
            "left": self.tr("Turned left. The page is being read again."),
            "right": self.tr("Turned right. The page is being read again."),
            "straightened": self.tr("Straightened. The page is being read again."),
            "as-it-came": as_before,
            "undone": as_before,
        }
        action = "" if what == "undone" else self.tr("Undo")
        self._toasts.show(texts[what], kind="done", action=action, do=undo)

    def read_again(self) -> None:
        """Tell that a page is read again."""
        self._toasts.show(self.tr("The page is read again. What you corrected is kept."))

    def said(self, outcome: Outcome) -> None:
        """Tell what a document was said to be."""
        name = isolate(outcome.name)
        if outcome.refused:
            self._toasts.show(
                self.tr(
                    "%1 could not be changed: somebody else has changed it, or it lies in the trash."
                ).replace("%1", name),
                kind="wrong",
            )
            return
        texts = {
            "approved": self.tr("%1 is approved."),
            "problem": self.tr("%1 is marked as a problem."),
            "undone": self.tr("%1 is as it was before."),
        }
        action = self.tr("Undo") if outcome.undo is not None else ""
        self._toasts.show(
            texts[outcome.what].replace("%1", name), kind="done", action=action, do=outcome.undo
        )

    def approval_refused(self, why: str) -> None:
        """Tell why a document cannot be approved."""
        texts = {
            "unread": self.tr(
                "Not every page is read yet. Wait for the pages, or mark the document as a problem."
            ),
            "being-read": self.tr("This page is being read again. Wait until it is there, then approve."),
        }
        self._toasts.show(texts[why], kind="warning")

    def unseen(self, count: int, show: Callable[[], object]) -> None:
        """Warn of doubtful lines that nobody looked at."""
        text = self.tr(
            "%Ln doubtful line(s) were not looked at. Press Approve once more to approve all the same.",
            "",
            count,
        )
        self._toasts.show(text, kind="warning", action=self.tr("Show them"), do=show)

    def only_one(self) -> None:
        """Tell that there is no other document to check."""
        self._toasts.show(self.tr("This is the only document to check."))

    def failed(self, error: SandukuError) -> None:
        """Tell an error."""
        self._toasts.show(error_text(error), kind="wrong")

    def _turned(self, about: Correction, *, undone: bool) -> str:
        before = " ".join(placed.line.text for placed in about.previous)
        after = " ".join(placed.line.text for placed in about.replacement)
        kind = "confirmed" if about.kind == "text" and before == after else about.kind
        texts = {
            "text": (self.tr("Undone: %1 → %2"), self.tr("Done again: %1 → %2")),
            "confirmed": (self.tr("Undone: %1 was right"), self.tr("Done again: %1 is right")),
            "add": (self.tr("Undone: the line %2 was added"), self.tr("Done again: the line %2 is added")),
            "delete": (
                self.tr("Undone: the line %1 was deleted"),
                self.tr("Done again: the line %1 is deleted"),
            ),
            "split": (self.tr("Undone: the line was split"), self.tr("Done again: the line is split")),
            "merge": (self.tr("Undone: the lines were joined"), self.tr("Done again: the lines are joined")),
        }
        said = texts[kind][0 if undone else 1]
        return said.replace("%1", isolate(_short(before))).replace("%2", isolate(_short(after)))


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
