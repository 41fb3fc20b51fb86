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
        "to-top",
        ("Alt+Home",),
        Menu.QUEUE,
        needs=_JOB,
        context=_QUEUE,
        separated=True,
    ),
    ActionSpec(
        "queue.up",
        QT_TRANSLATE_NOOP("Actions", "Read &earlier"),
        "chevron-up",
        ("Alt+Up",),
        Menu.QUEUE,
        needs=_JOB,
        context=_QUEUE,
    ),
    ActionSpec(
        "queue.down",
        QT_TRANSLATE_NOOP("Actions", "Read &later"),
        "chevron-down",
        ("Alt+Down",),
        Menu.QUEUE,
        needs=_JOB,
        context=_QUEUE,
    ),
    ActionSpec(
        "queue.hold",
        QT_TRANSLATE_NOOP("Actions", "Let this &wait"),
        "pause",
        (),
        Menu.QUEUE,
        tip=QT_TRANSLATE_NOOP("Actions", "The chosen documents are not read until you go on with them"),
        needs=_JOB,
        context=_QUEUE,
        separated=True,
    ),
    ActionSpec(
        "queue.release",
        QT_TRANSLATE_NOOP("Actions", "&Go on with this"),
        "play",
        (),
        Menu.QUEUE,
        needs=_JOB,
        context=_QUEUE,
    ),
    ActionSpec(
        "queue.retry",
        QT_TRANSLATE_NOOP("Actions", "&Try all problems again"),
        "retry",
        (),
        Menu.QUEUE,
        needs=needs(Need.PROBLEM),
        separated=True,
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
        separated=True,
    ),
)
