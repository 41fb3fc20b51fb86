"""Tells when the window opens that an update was given up: whoever looks at it thinks that it is in use."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.marking import QT_TRANSLATE_NOOP
from desktop.window.toasts import Toasts
from engine.updates.handover import take_notice

CONTEXT = "ProgramPage"
GAVE_UP = QT_TRANSLATE_NOOP(
    "ProgramPage", "The update to version %1 did not start here, and is not used. Your work is safe."
)
MORE = QT_TRANSLATE_NOOP("ProgramPage", "This program")


def tell_notice(toasts: Toasts, open_view: Callable[[str, object], None]) -> None:
    """Tell what the start of the program had to say of an update, once."""
    told = take_notice()
    if told is not None:
        toasts.show(
            QCoreApplication.translate(CONTEXT, GAVE_UP).replace("%1", told["version"]),
            kind="warning",
            action=QCoreApplication.translate(CONTEXT, MORE),
            do=lambda: open_view("preferences", "program"),
        )
