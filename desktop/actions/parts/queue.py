"""Actions on the queue of pages that wait to be read."""

from desktop.actions.spec import ActionSpec, Menu, Need, needs
from desktop.texts import QT_TRANSLATE_NOOP

_JOB = needs(Need.JOB)
_QUEUE = ("queue",)

QUEUE = (
    ActionSpec(
        "queue.show",
        QT_TRANSLATE_NOOP("Actions", "Show the &queue"),
        "queue",
        ("Ctrl+J",),
        Menu.QUEUE,
        checkable=True,
    ),
    ActionSpec(
        "queue.pause",
        QT_TRANSLATE_NOOP("Actions", "&Pause reading"),
        "pause",
        ("Ctrl+Shift+Space",),
        Menu.QUEUE,
        needs=needs(Need.WAITING),
    ),
    ActionSpec(
        "queue.resume",
        QT_TRANSLATE_NOOP("Actions", "Go on &reading"),
        "play",
        (),
        Menu.QUEUE,
        needs=needs(Need.PAUSED),
    ),
    ActionSpec(
        "queue.first",
        QT_TRANSLATE_NOOP("Actions", "Read &first"),
        "reorder",
        (),
        Menu.QUEUE,
        needs=_JOB,
        context=_QUEUE,
        separated=True,
    ),
    ActionSpec(
        "queue.retry",
        QT_TRANSLATE_NOOP("Actions", "&Try again"),
        "retry",
        (),
        Menu.QUEUE,
        needs=needs(Need.PROBLEM),
        context=_QUEUE,
    ),
    ActionSpec(
        "queue.cancel",
        QT_TRANSLATE_NOOP("Actions", "Do &not read"),
        "cancel",
        (),
        Menu.QUEUE,
        needs=_JOB,
        context=_QUEUE,
        danger=True,
    ),
)
