"""Which notices stand over a page: that it is being read, what it warns of, what was typed before."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.check.notices import Notice
from desktop.check.page_in_hand import PageInHand
from desktop.check.page_warnings import warnings_to_tell
from desktop.check.rows import is_new
from desktop.errors import told
from desktop.texts import QT_TRANSLATE_NOOP
from engine.language import isolate
from engine.library import JobRecord, LineDraft

HELD_BACK = QT_TRANSLATE_NOOP(
    "Notices", "This page was read anew while you type. The new reading is shown when you finish this line."
)
BEING_READ = QT_TRANSLATE_NOOP("Notices", "This page is being read again. What stands here stays until then.")
NOT_READ_AGAIN = QT_TRANSLATE_NOOP("Notices", "This page could not be read again: %1")
TYPED_BEFORE = QT_TRANSLATE_NOOP("Notices", "You typed this before the page was read anew: %1")
TYPED_NEW = QT_TRANSLATE_NOOP("Notices", "You were adding this line: %1")
TYPING_HERE = QT_TRANSLATE_NOOP("Notices", "You were typing here: %1")
GO_ON = QT_TRANSLATE_NOOP("Notices", "Go on")
PUT_HERE = QT_TRANSLATE_NOOP("Notices", "Put it into the chosen line")
DRAW_PLACE = QT_TRANSLATE_NOOP("Notices", "Show its place")
DROP = QT_TRANSLATE_NOOP("Notices", "Drop it")
NO_TEXT = QT_TRANSLATE_NOOP(
    "Notices", "No text was found on this page. It may be blank, or too dark or blurred to be read."
)
ADD_A_LINE = QT_TRANSLATE_NOOP("Notices", "Add a line")
TRY_AGAIN = QT_TRANSLATE_NOOP("Notices", "Try again")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the buttons of notices do.

    Attributes:
        go_on: Opens the line of a draft again.
        put_here: Puts the text of a draft into the chosen line.
        draw: Asks for the place of a line that was being added.
        drop: Forgets a draft.
        read_again: Has the page read again.
        add_line: Lets a person show where a line stands.
    """

    go_on: Callable[[LineDraft], object]
    put_here: Callable[[LineDraft], object]
    draw: Callable[[LineDraft], object]
    drop: Callable[[LineDraft], object]
    read_again: Callable[[], object]
    add_line: Callable[[], object]


def notices_of(hand: PageInHand, answers: Answers) -> tuple[Notice, ...]:
    """Return what is to be told over the page in hand, the most pressing first."""
    page = hand.page
    if page is None or page.stored is None:
        return ()
    found = []
    if hand.held_back is not None:
        found.append(Notice(_translated(HELD_BACK), "doubt"))
    if page.being_read:
        found.append(Notice(_translated(BEING_READ)))
    elif page.job is not None and page.job.error_message:
        text = _translated(NOT_READ_AGAIN).replace("%1", why_not(page.job))
        found.append(Notice(text, "wrong", ((_translated(TRY_AGAIN), answers.read_again),)))
    if not hand.rows:
        found.append(Notice(_translated(NO_TEXT), "doubt", ((_translated(ADD_A_LINE), answers.add_line),)))
    found += [_of_draft(draft, hand, answers) for draft in page.drafts if not hand.typing.is_of(draft)]
    found += [Notice(warning, "doubt") for warning in warnings_to_tell(page.stored.reading.warnings)]
    return tuple(found)


def why_not(job: JobRecord) -> str:
    """Return why a page could not be read and what helps, in the language in force; empty if nobody knows."""
    said = told(job.error_code or "", job.error_message or "", job.error_remedy or "")
    return f"{said.what} {said.remedy}".strip()


def _of_draft(draft: LineDraft, hand: PageInHand, answers: Answers) -> Notice:
    ids = [row.id for row in hand.rows]
    drop = (_translated(DROP), lambda: answers.drop(draft))
    typed = isolate(draft.text)
    if draft.fits and draft.line_id in ids:
        go_on = (_translated(GO_ON), lambda: answers.go_on(draft))
        return Notice(_translated(TYPING_HERE).replace("%1", typed), "info", (go_on, drop))
    place = (_translated(DRAW_PLACE), lambda: answers.draw(draft))
    if is_new(draft.line_id):
        return Notice(_translated(TYPED_NEW).replace("%1", typed), "doubt", (place, drop))
    put = (_translated(PUT_HERE), lambda: answers.put_here(draft))
    return Notice(_translated(TYPED_BEFORE).replace("%1", typed), "doubt", (put, drop))


def _translated(text: str) -> str:
    return QCoreApplication.translate("Notices", text)
