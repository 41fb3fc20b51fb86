"""What is said in the window of model packs and of the models in them; a part of the table of errors."""

from desktop.error_words import Words
from desktop.marking import QT_TRANSLATE_NOOP

_DO_NOT_USE = QT_TRANSLATE_NOOP("Errors", "Do not use it, and ask whoever gave it to you.")
_COPY_PACK = QT_TRANSLATE_NOOP("Errors", "Copy the pack again from where it came, and install that copy.")
_UPDATE = QT_TRANSLATE_NOOP("Errors", "Install the latest Sanduku and open it again.")
_CLOSE = QT_TRANSLATE_NOOP("Errors", "Close other programs, or choose a smaller model pack.")
_COPY_AGAIN = QT_TRANSLATE_NOOP("Errors", "Copy it again from where it came from, or scan the page again.")
_LOOK_AGAIN = QT_TRANSLATE_NOOP("Errors", "Open it again to see how it is now.")
_OTHER_PACK = QT_TRANSLATE_NOOP("Errors", "Choose another model pack.")

MODEL_ERRORS: dict[str, Words] = {
    # Model packs that are brought
    "pack.none": Words(
        QT_TRANSLATE_NOOP("Errors", "No model pack lies here."),
        QT_TRANSLATE_NOOP("Errors", "Choose the folder or file of a model pack."),
    ),
    "pack.unsafe": Words(
        QT_TRANSLATE_NOOP("Errors", "This model pack is not safe; nothing of it was unpacked."), _DO_NOT_USE
    ),
    "pack.too-large": Words(
        QT_TRANSLATE_NOOP("Errors", "This model pack holds more than it says."), _DO_NOT_USE
    ),
    "pack.cut-off": Words(
        QT_TRANSLATE_NOOP("Errors", "This model pack is not complete: its copy was broken off."), _COPY_PACK
    ),
    "pack.tampered": Words(
        QT_TRANSLATE_NOOP(
            "Errors", "A file of this model pack was changed or damaged on its way. Nothing was installed."
        ),
        _COPY_PACK,
    ),
    "pack.unreadable": Words(
        QT_TRANSLATE_NOOP("Errors", "The model pack cannot be read any more."),
        QT_TRANSLATE_NOOP("Errors", "Put the stick in again and install once more; what was copied is kept."),
    ),
    "pack.unrunnable": Words(
        QT_TRANSLATE_NOOP("Errors", "This version of Sanduku cannot run this model pack."), _UPDATE
    ),
    "pack.failed-trial": Words(
        QT_TRANSLATE_NOOP(
            "Errors", "The model pack was tried on this computer and gave wrong answers. It is not used."
        ),
        QT_TRANSLATE_NOOP("Errors", "Tell whoever made the pack."),
    ),
    "pack.of-set-up": Words(
        QT_TRANSLATE_NOOP("Errors", "This model belongs to Sanduku itself, which renews it.")
    ),
    "pack.no-room": Words(
        QT_TRANSLATE_NOOP("Errors", "There is not enough room on the disk for this model pack."),
        QT_TRANSLATE_NOOP("Errors", "Free some space or remove a model pack, then try again."),
    ),
    "pack.unwritable": Words(
        QT_TRANSLATE_NOOP("Errors", "Nothing can be written where model packs are kept."),
        QT_TRANSLATE_NOOP("Errors", "Check that this folder is yours to write in."),
    ),
    "pack.busy": Words(
        QT_TRANSLATE_NOOP("Errors", "Model packs are being installed or used just now."),
        QT_TRANSLATE_NOOP("Errors", "Wait until that has finished, then try again."),
    ),
    "pack.consent": Words(
        QT_TRANSLATE_NOOP("Errors", "Something must be agreed to before this model pack is installed."),
        QT_TRANSLATE_NOOP("Errors", "Read what is said about it, and agree if you do."),
    ),
    # Who signed them
    "pack.signature-broken": Words(
        QT_TRANSLATE_NOOP("Errors", "The signature of this model pack is broken. It is not used."), _COPY_PACK
    ),
    "pack.signer-unknown": Words(
        QT_TRANSLATE_NOOP(
            "Errors", "This model pack is signed by somebody whom this computer does not trust."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Compare the fingerprint with the signer by phone or on paper before you trust them."
        ),
    ),
    "pack.signer-changed": Words(
        QT_TRANSLATE_NOOP("Errors", "This model pack is not signed by whoever signed the installed one."),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever signed the installed one for the pack."),
    ),
    "pack.older": Words(
        QT_TRANSLATE_NOOP("Errors", "This model pack is older than one that was installed here before."),
        QT_TRANSLATE_NOOP("Errors", "Bring the newest one from its signer."),
    ),
    "trust.root": Words(
        QT_TRANSLATE_NOOP("Errors", "This file does not tell whom to trust."),
        QT_TRANSLATE_NOOP("Errors", "Ask the signer of the packs for the right file."),
    ),
    "trust.fingerprint": Words(
        QT_TRANSLATE_NOOP("Errors", "The fingerprint is not that of this file."),
        QT_TRANSLATE_NOOP(
            "Errors", "Ask the signer for it by another way. If it still differs, do not trust the file."
        ),
    ),
    # Models at work
    "answer": Words(
        QT_TRANSLATE_NOOP("Errors", "Nothing can be asked about this page, or said of this answer."),
        _LOOK_AGAIN,
    ),
    "runtime.memory": Words(
        QT_TRANSLATE_NOOP("Errors", "There is not enough free memory for this model. Nothing was lost."),
        _CLOSE,
    ),
    "runtime.provider": Words(
        QT_TRANSLATE_NOOP("Errors", "The graphics card cannot run this model."),
        QT_TRANSLATE_NOOP("Errors", "Let the processor do it."),
    ),
    "triage.few-photos": Words(
        QT_TRANSLATE_NOOP("Errors", "There are too few photos with known labels to learn from."),
        QT_TRANSLATE_NOOP("Errors", "Add more photos of each label."),
    ),
    "triage.unknown-label": Words(
        QT_TRANSLATE_NOOP(
            "Errors", "The folders with the photos have other names than questions and labels."
        ),
        QT_TRANSLATE_NOOP("Errors", "Name them like the questions and labels."),
    ),
    "triage.worse": Words(
        QT_TRANSLATE_NOOP("Errors", "What was learnt from the photos does not hold for others."),
        QT_TRANSLATE_NOOP("Errors", "Look whether their labels are right, and add more photos."),
    ),
    "vision.cancelled": Words(QT_TRANSLATE_NOOP("Errors", "This was stopped.")),
    "vision.constraint": Words(
        QT_TRANSLATE_NOOP("Errors", "The model cannot answer in the form that was asked for."), _OTHER_PACK
    ),
    "vision.graph": Words(
        QT_TRANSLATE_NOOP("Errors", "Sanduku does not know how to run a part of this model pack."), _UPDATE
    ),
    "vision.memory": Words(QT_TRANSLATE_NOOP("Errors", "The model needs more memory than there is."), _CLOSE),
    "vision.no-pack": Words(
        QT_TRANSLATE_NOOP("Errors", "No installed model pack can do this."),
        QT_TRANSLATE_NOOP("Errors", "Install one that can."),
    ),
    "vision.numbers": Words(
        QT_TRANSLATE_NOOP("Errors", "The model gave no usable answer."),
        QT_TRANSLATE_NOOP("Errors", "Try again, or choose another model pack."),
    ),
    "vision.pack": Words(
        QT_TRANSLATE_NOOP("Errors", "The parts of this model pack do not fit each other."), _COPY_PACK
    ),
    "vision.picture": Words(QT_TRANSLATE_NOOP("Errors", "This picture cannot be looked at."), _COPY_AGAIN),
    "vision.profile": Words(
        QT_TRANSLATE_NOOP("Errors", "The model pack does not know this way of looking at a picture."),
        _OTHER_PACK,
    ),
    "vision.question": Words(
        QT_TRANSLATE_NOOP("Errors", "The question is empty or too long."),
        QT_TRANSLATE_NOOP("Errors", "Ask it in fewer words."),
    ),
    "vision.schema": Words(
        QT_TRANSLATE_NOOP("Errors", "The description of the values to find cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Correct it and try again."),
    ),
    "vision.too-long": Words(
        QT_TRANSLATE_NOOP("Errors", "Picture and question together are more than the model can hold."),
        QT_TRANSLATE_NOOP("Errors", "Ask a shorter question, or have the picture looked at less closely."),
    ),
    "words.search": Words(
        QT_TRANSLATE_NOOP("Errors", "These words cannot be searched for."),
        QT_TRANSLATE_NOOP("Errors", "Say in a few words what the photo shows."),
    ),
}
