"""Tells when the window opens that an update is not used: whoever looks at it thinks that it is."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.marking import QT_TRANSLATE_NOOP
from desktop.window.toasts import Toasts
from engine.language import isolate
from engine.updates.handover import take_notice

CONTEXT = "ProgramPage"
GAVE_UP = QT_TRANSLATE_NOOP(
    "ProgramPage", "The update to version %1 did not come up here, and is not used. Your work is safe."
)
DAMAGED = QT_TRANSLATE_NOOP(
    "ProgramPage",
    "The update that was installed is damaged, and is not used. Install it again from its file.",
)
MORE = QT_TRANSLATE_NOOP("ProgramPage", "This program")


def notice_text(notice: Mapping[str, str]) -> str:
    """Return what a start had to tell of an update, as ``engine.updates.handover.take_notice`` gives it."""
    words = QCoreApplication.translate(CONTEXT, GAVE_UP if notice["kind"] == "gave-up" else DAMAGED)
    return words.replace("%1", isolate(notice["version"]))


def tell_notice(toasts: Toasts, open_view: Callable[[str, object], None]) -> None:
    """Tell what the start of the program had to say of an update, once."""
    told = take_notice()
    if told is not None:
        toasts.show(
            notice_text(told),
            kind="warning",
            action=QCoreApplication.translate(CONTEXT, MORE),
            do=lambda: open_view("preferences", "program"),
        )
