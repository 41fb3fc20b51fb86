"""The table of errors: for each stable name of the engine's a sentence and what to do, to be translated.

Whatever can reach a person at the window stands here; a test walks the engine's errors and holds that.
"""

from desktop.error_words import Special, Words
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.model_errors import MODEL_ERRORS
from desktop.sync_errors import SYNC_ERRORS, SYNC_SPECIAL
from desktop.update_errors import UPDATE_ERRORS

_COPY_AGAIN = QT_TRANSLATE_NOOP("Errors", "Copy it again from where it came from, or scan the page again.")
_CHECK_DISK = QT_TRANSLATE_NOOP("Errors", "Check that the disk is connected, then try again.")
_REPORT = QT_TRANSLATE_NOOP(
    "Errors", "Try again. If it happens again, send the log file to whoever supports you."
)
_INSTALL = QT_TRANSLATE_NOOP("Errors", "Install Sanduku again, or ask whoever supports you.")
_SET_UP = QT_TRANSLATE_NOOP(
    "Errors", "Setting Sanduku up brings them: do that again, or ask whoever supports you."
)
_BACKUP = QT_TRANSLATE_NOOP(
    "Errors", "Restore a backup, or ask whoever supports you. Change nothing in the folder."
)
_LIMITS = QT_TRANSLATE_NOOP(
    "Errors", "Scan it again at a lower resolution (300 dpi is plenty), or raise the limit in the settings."
)
_NAME = QT_TRANSLATE_NOOP("Errors", "Type a name and try again.")
_LOOK_AGAIN = QT_TRANSLATE_NOOP("Errors", "Open it again to see how it is now.")
_UPDATE = QT_TRANSLATE_NOOP("Errors", "Install the latest Sanduku and open it again.")
_OTHER_TARGET = QT_TRANSLATE_NOOP("Errors", "Choose another name or folder.")
_READ_AGAIN = QT_TRANSLATE_NOOP("Errors", "Have the page read again.")

ERRORS: dict[str, Words] = {
    # Anything
    "error": Words(QT_TRANSLATE_NOOP("Errors", "Something went wrong."), _REPORT),
    "bug": Words(
        QT_TRANSLATE_NOOP("Errors", "Something went wrong in Sanduku itself. Your documents are safe."),
        _REPORT,
    ),
    "cancelled": Words(QT_TRANSLATE_NOOP("Errors", "This was stopped.")),
    "program.replaced": Words(
        QT_TRANSLATE_NOOP("Errors", "Sanduku was updated while it was open."),
        QT_TRANSLATE_NOOP("Errors", "Close it, and open it again; nothing is lost."),
    ),
    "setting": Words(
        QT_TRANSLATE_NOOP("Errors", "A setting has a value that it cannot take."),
        QT_TRANSLATE_NOOP("Errors", "Correct it in the settings."),
    ),
    "not-found": Words(QT_TRANSLATE_NOOP("Errors", "This is no longer there."), _LOOK_AGAIN),
    "disk-full": Words(
        QT_TRANSLATE_NOOP("Errors", "The disk is full. Everything that was stored before is safe."),
        QT_TRANSLATE_NOOP("Errors", "Free some space or empty the trash, then try again."),
    ),
    "print": Words(
        QT_TRANSLATE_NOOP("Errors", "The printer took no page."),
        QT_TRANSLATE_NOOP("Errors", "See whether it is switched on and has paper, then try again."),
    ),
    # Files that are added
    "input": Words(QT_TRANSLATE_NOOP("Errors", "This file cannot be used as it is."), _COPY_AGAIN),
    "source.changed": Words(
        QT_TRANSLATE_NOOP("Errors", "The file was altered while it was being added."),
        QT_TRANSLATE_NOOP("Errors", "Wait until it is complete, then add it again."),
    ),
    "source.unreadable": Words(
        QT_TRANSLATE_NOOP("Errors", "The file cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "Check that it still exists and that you may read it."),
    ),
    "page.unreadable": Words(
        QT_TRANSLATE_NOOP("Errors", "The file is not there, or it may not be read."),
        QT_TRANSLATE_NOOP("Errors", "Check its name, its disk or card, and whether you may open it."),
    ),
    "page.empty": Words(QT_TRANSLATE_NOOP("Errors", "This file is empty."), _COPY_AGAIN),
    "page.damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "This file, or this page of it, is damaged."), _COPY_AGAIN
    ),
    "page.truncated": Words(
        QT_TRANSLATE_NOOP("Errors", "This file ends too early: a part of it is missing."), _COPY_AGAIN
    ),
    "page.unsupported": Words(
        QT_TRANSLATE_NOOP("Errors", "This is no kind of file that can be read."),
        QT_TRANSLATE_NOOP(
            "Errors", "Open it in the program that made it, save it as PDF, PNG or JPEG, and add that."
        ),
    ),
    "page.too-large": Words(QT_TRANSLATE_NOOP("Errors", "This file or its picture is too large."), _LIMITS),
    "page.too-many-pages": Words(
        QT_TRANSLATE_NOOP("Errors", "This file has too many pages."),
        QT_TRANSLATE_NOOP("Errors", "Split it, or raise the limit in the settings."),
    ),
    "page.none": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no page in this file."),
        QT_TRANSLATE_NOOP("Errors", "Make the file again in the program that it comes from."),
    ),
    "page.encrypted": Words(
        QT_TRANSLATE_NOOP("Errors", "This PDF is protected by a password."),
        QT_TRANSLATE_NOOP("Errors", "Give the password, or save it again without one."),
    ),
    "page.wrong-password": Words(
        QT_TRANSLATE_NOOP("Errors", "The password does not open this PDF."),
        QT_TRANSLATE_NOOP("Errors", "Mind capital letters and the keyboard's language, and give it again."),
    ),
    # Reading
    "page.adjustment-outside": Words(
        QT_TRANSLATE_NOOP("Errors", "The corners of the sheet lie beside the page."),
        QT_TRANSLATE_NOOP("Errors", "Drag the corners to where the sheet lies, or undo the straightening."),
    ),
    "ocr.no-such-reader": Words(
        QT_TRANSLATE_NOOP("Errors", "Nothing on this computer can read this box in the way that was asked."),
        QT_TRANSLATE_NOOP("Errors", "Choose another language, and try again."),
    ),
    "worker.crashed": Words(
        QT_TRANSLATE_NOOP("Errors", "The reader stopped at this page several times, so it was left out."),
        QT_TRANSLATE_NOOP("Errors", "Try it again, or save the file in another format and add that."),
    ),
    "worker.too-slow": Words(
        QT_TRANSLATE_NOOP("Errors", "Reading this page took too long and was stopped."),
        QT_TRANSLATE_NOOP("Errors", "Try again, or give pages more time in the settings."),
    ),
    "worker.out-of-memory": Words(
        QT_TRANSLATE_NOOP("Errors", "There was not enough memory to read this page."),
        QT_TRANSLATE_NOOP("Errors", "Close other programs and try again."),
    ),
    "worker.key-line": Words(QT_TRANSLATE_NOOP("Errors", "The reader could not open the library."), _REPORT),
    "job.lease-lost": Words(QT_TRANSLATE_NOOP("Errors", "This page is read by another reader now.")),
    # What is installed
    "missing": Words(
        QT_TRANSLATE_NOOP("Errors", "Something that is needed for reading is missing."), _INSTALL
    ),
    "missing.easyocr": Words(
        QT_TRANSLATE_NOOP("Errors", "EasyOCR is not on this computer, or it is switched off."),
        QT_TRANSLATE_NOOP("Errors", "Switch it off in the settings: Sanduku reads without it."),
    ),
    "missing.tesseract": Words(
        QT_TRANSLATE_NOOP("Errors", "Tesseract, which reads Arabic, is missing or lacks its language files."),
        _INSTALL,
    ),
    "pack.missing": Words(
        QT_TRANSLATE_NOOP("Errors", "The models for reading are missing on this computer."), _SET_UP
    ),
    "pack.damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "A model is damaged."),
        QT_TRANSLATE_NOOP(
            "Errors", "Install its pack again; if it came with Sanduku, install Sanduku again."
        ),
    ),
    "pack.too-new": Words(
        QT_TRANSLATE_NOOP("Errors", "A model was made for a later version of Sanduku."), _UPDATE
    ),
    **MODEL_ERRORS,
    **SYNC_ERRORS,
    **UPDATE_ERRORS,
    "runtime.model": Words(QT_TRANSLATE_NOOP("Errors", "A model cannot be run on this computer."), _INSTALL),
    # The library
    "library": Words(QT_TRANSLATE_NOOP("Errors", "The library cannot do this."), _REPORT),
    "library.none": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no library in this folder."),
        QT_TRANSLATE_NOOP("Errors", "Check the folder's name, or begin a new library there."),
    ),
    "library.exists": Words(
        QT_TRANSLATE_NOOP("Errors", "There is something in this folder already. Nothing in it was touched."),
        QT_TRANSLATE_NOOP("Errors", "Choose an empty or a new folder."),
    ),
    "library.corrupt": Words(QT_TRANSLATE_NOOP("Errors", "The library is damaged."), _BACKUP),
    "library.too-new": Words(
        QT_TRANSLATE_NOOP("Errors", "A later version of Sanduku made this library."), _UPDATE
    ),
    "library.old-sqlite": Words(
        QT_TRANSLATE_NOOP("Errors", "A part of Sanduku is too old to keep a library safely."), _INSTALL
    ),
    "library.busy": Words(
        QT_TRANSLATE_NOOP("Errors", "Another program is using the library and did not let go of it."),
        QT_TRANSLATE_NOOP("Errors", "Wait for it to finish, or close it, and try again."),
    ),
    "library.read-only": Words(
        QT_TRANSLATE_NOOP("Errors", "Nothing can be written where the library lies."),
        QT_TRANSLATE_NOOP(
            "Errors", "Take off the write protection of the disk, or copy the library elsewhere."
        ),
    ),
    "library.unreachable": Words(
        QT_TRANSLATE_NOOP("Errors", "The disk with the library does not answer."), _CHECK_DISK
    ),
    "library.locked": Words(
        QT_TRANSLATE_NOOP("Errors", "The library is locked."),
        QT_TRANSLATE_NOOP("Errors", "Give its passphrase or its recovery key."),
    ),
    "library.wrong-passphrase": Words(
        QT_TRANSLATE_NOOP("Errors", "The passphrase is not right."),
        QT_TRANSLATE_NOOP(
            "Errors", "Mind capital letters and the keyboard's language, or use the recovery key."
        ),
    ),
    "library.wrong-recovery-key": Words(
        QT_TRANSLATE_NOOP("Errors", "The recovery key is mistyped, or belongs to another library."),
        QT_TRANSLATE_NOOP("Errors", "Compare it with the sheet that was printed last for this library."),
    ),
    "library.key-lost": Words(
        QT_TRANSLATE_NOOP("Errors", "The key that this computer kept for the library is gone."),
        QT_TRANSLATE_NOOP("Errors", "Open it with the printed recovery key, then set a new passphrase."),
    ),
    "library.weak-passphrase": Words(
        QT_TRANSLATE_NOOP("Errors", "The passphrase is too short."),
        QT_TRANSLATE_NOOP("Errors", "Use several words that you can remember."),
    ),
    "library.file-damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "A stored file was altered or cut off."),
        QT_TRANSLATE_NOOP("Errors", "Add the original again, or restore a backup."),
    ),
    "library.file-missing": Words(
        QT_TRANSLATE_NOOP("Errors", "A stored file is no longer there."),
        QT_TRANSLATE_NOOP("Errors", "Add the original again, or restore a backup."),
    ),
    "library.nameless": Words(
        QT_TRANSLATE_NOOP("Errors", "This needs a name with at least one letter."), _NAME
    ),
    "library.backup": Words(
        QT_TRANSLATE_NOOP("Errors", "The backup cannot be made, or it is not complete."),
        QT_TRANSLATE_NOOP("Errors", "Use another disk or another backup, and keep those that you have."),
    ),
    "correction.conflict": Words(
        QT_TRANSLATE_NOOP("Errors", "This correction does not fit the page as it is now."), _LOOK_AGAIN
    ),
    "page.adjustment": Words(
        QT_TRANSLATE_NOOP("Errors", "These four corners cannot be those of a sheet of paper."),
        QT_TRANSLATE_NOOP("Errors", "Drag each corner to a corner of the sheet, so that no two sides cross."),
    ),
    "page.region": Words(
        QT_TRANSLATE_NOOP("Errors", "This box cannot be read again, or holds no text."), _READ_AGAIN
    ),
    # Sending out
    "export": Words(QT_TRANSLATE_NOOP("Errors", "The export could not be made."), _OTHER_TARGET),
    "export.format": Words(QT_TRANSLATE_NOOP("Errors", "There is no such format."), ""),
    "export.exists": Words(QT_TRANSLATE_NOOP("Errors", "This file is there already."), _OTHER_TARGET),
    "export.unwritable": Words(
        QT_TRANSLATE_NOOP("Errors", "The export cannot be written there."),
        QT_TRANSLATE_NOOP("Errors", "Choose a folder that you may write to."),
    ),
    "export.nothing-read": Words(
        QT_TRANSLATE_NOOP("Errors", "Nothing of this document is read yet."),
        QT_TRANSLATE_NOOP("Errors", "Have it read first, or leave it out."),
    ),
    "export.several": Words(
        QT_TRANSLATE_NOOP("Errors", "This format makes one file for each document."),
        QT_TRANSLATE_NOOP("Errors", "Choose a folder instead of a file."),
    ),
    "export.ending": Words(
        QT_TRANSLATE_NOOP("Errors", "The ending of this name belongs to another format."), _OTHER_TARGET
    ),
    "export.template": Words(
        QT_TRANSLATE_NOOP("Errors", "The pattern for file names cannot be filled in."),
        QT_TRANSLATE_NOOP("Errors", "Use the words in braces that are offered, and plain text."),
    ),
    "export.original": Words(
        QT_TRANSLATE_NOOP("Errors", "The original PDF cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Export it as text, or add the file again without its password."),
    ),
    "export.image": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture of a page is missing."),
        QT_TRANSLATE_NOOP("Errors", "Export the text in another format."),
    ),
}

_INDEX = Words(
    QT_TRANSLATE_NOOP("Errors", "The search index is damaged; documents and readings are not."),
    QT_TRANSLATE_NOOP("Errors", "Ask whoever supports you to make the index anew."),
)

FOUND_BY_CHECK = {
    "clock.ahead": Words(
        QT_TRANSLATE_NOOP("Errors", "This computer's clock is behind the last change, or was wrong then."),
        QT_TRANSLATE_NOOP("Errors", "Set the date and the time of this computer right."),
    ),
    "drafts.left": Words(
        QT_TRANSLATE_NOOP("Errors", "A backup or a library that was not finished lies beside this one."),
        QT_TRANSLATE_NOOP("Errors", "If nothing is being made there now, the folder can be deleted."),
    ),
    "search.not-compared": Words(
        QT_TRANSLATE_NOOP("Errors", "The search index was not checked, because nothing can be written here."),
        QT_TRANSLATE_NOOP("Errors", "Copy the folder to a disk that can be written, and check it there."),
    ),
    "search.damaged": _INDEX,
    "search.missing": _INDEX,
    "search.surplus": _INDEX,
}
"""What the library's own check finds beside errors; whatever else it finds is damage to the library."""

SPECIAL = (
    *SYNC_SPECIAL,
    Special(
        "library.corrupt",
        "The search index",
        _INDEX,
    ),
    Special(
        "page.unreadable",
        "You have no permission",
        Words(
            QT_TRANSLATE_NOOP("Errors", "You have no permission to read this file."),
            QT_TRANSLATE_NOOP("Errors", "Ask its owner for permission, or copy it to a folder of your own."),
        ),
    ),
    Special(
        "not-found",
        "The page is not read yet",
        Words(
            QT_TRANSLATE_NOOP("Errors", "The page is not read yet."),
            QT_TRANSLATE_NOOP("Errors", "Wait until it is read."),
        ),
    ),
)
"""Where one name stands for things that a person would not call the same."""
