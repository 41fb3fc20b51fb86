"""Actions of sending work to headquarters."""

from desktop.actions.spec import ActionSpec, Menu
from desktop.texts import QT_TRANSLATE_NOOP

SENDING = (
    ActionSpec(
        "sending.send",
        QT_TRANSLATE_NOOP("Actions", "Send &now"),
        "send",
        ("Ctrl+Shift+U",),
        Menu.SANDUKU,
        tip=QT_TRANSLATE_NOOP("Actions", "Send what waits to headquarters, and take what it says"),
    ),
    ActionSpec(
        "sending.join",
        QT_TRANSLATE_NOOP("Actions", "Join a &team…"),
        "key",
        (),
        Menu.SANDUKU,
        tip=QT_TRANSLATE_NOOP("Actions", "With the invitation that headquarters gives you"),
    ),
)
