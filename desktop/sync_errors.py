"""What errors of sending say: a part of the table of :mod:`desktop.error_table`."""

from desktop.error_words import Special, Words
from desktop.marking import QT_TRANSLATE_NOOP

_ASK = QT_TRANSLATE_NOOP("Errors", "Ask headquarters.")
_NEW_INVITATION = QT_TRANSLATE_NOOP("Errors", "Ask headquarters for a new invitation.")
_UPDATE_BOTH = QT_TRANSLATE_NOOP("Errors", "Update Sanduku here, or ask headquarters to update.")
_LATER = QT_TRANSLATE_NOOP("Errors", "Check the connection, and try again later.")
_COPY_STICK = QT_TRANSLATE_NOOP("Errors", "Ask headquarters to write the answer onto the stick again.")

SYNC_ERRORS: dict[str, Words] = {
    "sync": Words(QT_TRANSLATE_NOOP("Errors", "Your work could not be sent."), _LATER),
    "sync.wish": Words(
        QT_TRANSLATE_NOOP("Errors", "Sending was asked for in a way that is not understood."),
        QT_TRANSLATE_NOOP("Errors", "Start Sanduku again."),
    ),
    "sync.running": Words(
        QT_TRANSLATE_NOOP("Errors", "Another program sends the work of this library just now."),
        QT_TRANSLATE_NOOP("Errors", "Wait until it has finished, then send what is left."),
    ),
    "sync.refused": Words(QT_TRANSLATE_NOOP("Errors", "Headquarters refused this."), _ASK),
    "sync.malformed": Words(
        QT_TRANSLATE_NOOP("Errors", "What headquarters sent cannot be understood."), _UPDATE_BOTH
    ),
    "network.forbidden": Words(
        QT_TRANSLATE_NOOP("Errors", "The network is switched off in the settings."),
        QT_TRANSLATE_NOOP("Errors", "Allow it in the settings, or use a USB stick."),
    ),
    "network.unreachable": Words(QT_TRANSLATE_NOOP("Errors", "Headquarters did not answer."), _LATER),
    "network.budget": Words(
        QT_TRANSLATE_NOOP("Errors", "The data that may be used today is used."),
        QT_TRANSLATE_NOOP("Errors", "Sending goes on tomorrow. Or allow more data in the settings."),
    ),
    "network.untrusted": Words(
        QT_TRANSLATE_NOOP("Errors", "What answered is not your headquarters. Nothing was sent to it."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "In a network with a log-in page, log in first. See whether the date of this computer is right."
            " Otherwise ask headquarters.",
        ),
    ),
    "network.log-in": Words(
        QT_TRANSLATE_NOOP(
            "Errors", "This network wants you to log in before it lets anything through. Nothing is lost."
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Open a web browser, log in to the network there, and send again. Or use another network.",
        ),
    ),
    "network.proxy-log-in": Words(
        QT_TRANSLATE_NOOP(
            "Errors", "The proxy of this network wants a name and a password. Nothing is lost."
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask whoever runs the network for them, and write them into the address of the proxy in the"
            " settings: http://NAME:PASSWORD@HOST:PORT.",
        ),
    ),
    "network.no-host": Words(
        QT_TRANSLATE_NOOP("Errors", "The invitation names no address of headquarters that can be used."),
        _NEW_INVITATION,
    ),
    "team": Words(
        QT_TRANSLATE_NOOP("Errors", "This library belongs to another team already."),
        QT_TRANSLATE_NOOP("Errors", "Leave that team first, or make a new library."),
    ),
    "invitation.none": Words(
        QT_TRANSLATE_NOOP("Errors", "This is no invitation to a team, or a part of it is missing."),
        QT_TRANSLATE_NOOP("Errors", "Ask headquarters to send it again."),
    ),
    "invitation.no-code": Words(
        QT_TRANSLATE_NOOP("Errors", "No QR code of an invitation can be read in this picture."),
        QT_TRANSLATE_NOOP(
            "Errors", "Take the photo from straight above, sharp, in good light, with white around the code."
        ),
    ),
    "bundle.unusable": Words(
        QT_TRANSLATE_NOOP("Errors", "What lies on the stick cannot be used."), _COPY_STICK
    ),
    "bundle.none": Words(
        QT_TRANSLATE_NOOP("Errors", "There is nothing of Sanduku in this folder, or only half of it."),
        QT_TRANSLATE_NOOP("Errors", "Choose the folder on the stick whose name begins with “sanduku”."),
    ),
    "bundle.damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "A part of what lies on the stick is missing or damaged."), _COPY_STICK
    ),
    "bundle.foreign": Words(
        QT_TRANSLATE_NOOP("Errors", "What lies in this folder is not for this library."),
        QT_TRANSLATE_NOOP("Errors", "Choose the folder that headquarters wrote for you."),
    ),
    "bundle.newer": Words(
        QT_TRANSLATE_NOOP("Errors", "A later version of Sanduku wrote what lies on the stick."),
        QT_TRANSLATE_NOOP("Errors", "Update Sanduku here, then take it."),
    ),
}

SYNC_SPECIAL = (
    Special(
        "sync.refused",
        "Headquarters has shut this laptop out",
        Words(
            QT_TRANSLATE_NOOP(
                "Errors", "Headquarters has shut this computer out. Nothing on this computer is lost."
            ),
            _ASK,
        ),
    ),
    Special(
        "sync.refused",
        "Headquarters does not know this invitation",
        Words(QT_TRANSLATE_NOOP("Errors", "Headquarters does not know this invitation."), _NEW_INVITATION),
    ),
    Special(
        "sync.refused",
        "Another laptop has used this invitation",
        Words(QT_TRANSLATE_NOOP("Errors", "Another computer has used this invitation."), _NEW_INVITATION),
    ),
    Special(
        "sync.refused",
        "The invitation has expired",
        Words(QT_TRANSLATE_NOOP("Errors", "The invitation has expired."), _NEW_INVITATION),
    ),
    Special(
        "sync.refused",
        "The disk of headquarters is full",
        Words(QT_TRANSLATE_NOOP("Errors", "The disk of headquarters is full."), _ASK),
    ),
)
"""Refusals that a person would not call the same."""
