"""What is said in the window of updates of the program, and of diagnostics; a part of the table of errors."""

from desktop.error_words import Words
from desktop.marking import QT_TRANSLATE_NOOP

_COPY = QT_TRANSLATE_NOOP("Errors", "Copy the update again from where it came, and use that copy.")
_DO_NOT_USE = QT_TRANSLATE_NOOP("Errors", "Do not use it, and ask whoever gave it to you.")
_TELL = QT_TRANSLATE_NOOP("Errors", "Save the diagnostics, and send them to whoever gave you the update.")
_KEEP = QT_TRANSLATE_NOOP("Errors", "Keep the version that you have.")
_OTHER_USE = Words(
    QT_TRANSLATE_NOOP("Errors", "Whoever signed this may sign models for this computer, and no programs."),
    QT_TRANSLATE_NOOP("Errors", "Do not use it, and ask whoever looks after your computers."),
)

UPDATE_ERRORS: dict[str, Words] = {
    "update.none": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no update for this computer."),
        QT_TRANSLATE_NOOP("Errors", "Plug in the stick with the update, or choose its file."),
    ),
    "update.cut-off": Words(
        QT_TRANSLATE_NOOP("Errors", "The update is not complete: its copy was broken off."), _COPY
    ),
    "update.damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "The update was changed or damaged on its way."), _COPY
    ),
    "update.unsafe": Words(
        QT_TRANSLATE_NOOP("Errors", "This update is not safe; nothing of it was installed."), _DO_NOT_USE
    ),
    "update.unreadable": Words(
        QT_TRANSLATE_NOOP("Errors", "The update cannot be read any more."),
        QT_TRANSLATE_NOOP("Errors", "Put the stick in again, and do the same again."),
    ),
    "update.too-new": Words(
        QT_TRANSLATE_NOOP("Errors", "This update was made for later versions of Sanduku."),
        QT_TRANSLATE_NOOP("Errors", "Install the latest Sanduku from its package once."),
    ),
    "update.signature": Words(
        QT_TRANSLATE_NOOP("Errors", "Nobody vouches for this update: its signature is missing or broken."),
        _DO_NOT_USE,
    ),
    "update.signer-unknown": Words(
        QT_TRANSLATE_NOOP("Errors", "The update is signed by somebody whom this computer does not trust."),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever looks after your computers whether it is to be trusted."),
    ),
    "update.signer-use": _OTHER_USE,
    "pack.signer-use": _OTHER_USE,
    "update.consent": Words(
        QT_TRANSLATE_NOOP("Errors", "The signature of this update should have been renewed."),
        QT_TRANSLATE_NOOP("Errors", "Ask for a newer one, or agree to install it all the same."),
    ),
    "update.other-system": Words(
        QT_TRANSLATE_NOOP("Errors", "This update is for another kind of computer."),
        QT_TRANSLATE_NOOP("Errors", "Ask for the update for your computer."),
    ),
    "update.old-system": Words(
        QT_TRANSLATE_NOOP("Errors", "The new version needs a later system than this computer has."), _KEEP
    ),
    "update.downgrade": Words(
        QT_TRANSLATE_NOOP("Errors", "This is an earlier version than yours, which may not read your work."),
        _KEEP,
    ),
    "update.same": Words(QT_TRANSLATE_NOOP("Errors", "You have this version already.")),
    "update.not-packaged": Words(
        QT_TRANSLATE_NOOP("Errors", "This Sanduku runs from its source, which an update does not change."),
        QT_TRANSLATE_NOOP("Errors", "Renew the source as you got it, and set it up again."),
    ),
    "update.no-room": Words(
        QT_TRANSLATE_NOOP("Errors", "There is not enough room for the update and the backup before it."),
        QT_TRANSLATE_NOOP("Errors", "Free some space, and install it again."),
    ),
    "update.unwritable": Words(
        QT_TRANSLATE_NOOP("Errors", "Nothing can be written where new versions are put."),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever looks after your computers to let you write there."),
    ),
    "update.busy": Words(
        QT_TRANSLATE_NOOP("Errors", "Sanduku is at work in another place."),
        QT_TRANSLATE_NOOP("Errors", "Wait until it is done, or close it there, and do it again."),
    ),
    "update.self-test": Words(
        QT_TRANSLATE_NOOP("Errors", "The new version does not work on this computer, and is not used."), _TELL
    ),
    "update.rehearsal": Words(
        QT_TRANSLATE_NOOP("Errors", "The new version could not take over a copy of your work."), _TELL
    ),
    "update.no-version-before": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no version before to go back to."),
    ),
    "update.no-version-again": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no later version on this computer to use again."),
        QT_TRANSLATE_NOOP("Errors", "Install the latest update from its file."),
    ),
    "library.migration": Words(
        QT_TRANSLATE_NOOP("Errors", "This version could not bring your library up to date."),
        QT_TRANSLATE_NOOP(
            "Errors", "Install the version that you had before, and tell whoever gave you this one."
        ),
    ),
    "update.rollback-refused": Words(
        QT_TRANSLATE_NOOP("Errors", "The version before cannot read your work any more."), _KEEP
    ),
    "diagnostics.unwritable": Words(
        QT_TRANSLATE_NOOP("Errors", "The file cannot be written there, or there is one of this name."),
        QT_TRANSLATE_NOOP("Errors", "Choose another name or folder."),
    ),
}
