"""What the engine's settings are called, and what they are for, in a person's words.

The engine's help is English; a setting that has no words here yet is shown with that.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.texts import QT_TRANSLATE_NOOP
from engine.settings import Declaration


@dataclass(frozen=True, slots=True)
class SettingWords:
    """How a setting is told.

    Attributes:
        label: Short.
        help: One sentence or two.
        unit: Behind its number; empty for none.
        percent: Whether it is a share of one that people know as per cent.
    """

    label: str
    help: str
    unit: str = ""
    percent: bool = False


_WORDS = {
    "pages.pdf_dpi": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Sharpness of PDF pages"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "How finely a PDF page without text of its own is drawn before it is read. More is slower.",
        ),
        QT_TRANSLATE_NOOP("Settings", "dots per inch"),
    ),
    "pages.max_file_megabytes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Largest file"),
        QT_TRANSLATE_NOOP("Settings", "Files larger than this are refused."),
        QT_TRANSLATE_NOOP("Settings", "MB"),
    ),
    "pages.max_megapixels": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Largest picture"),
        QT_TRANSLATE_NOOP("Settings", "Pictures with more pixels than this are refused."),
        QT_TRANSLATE_NOOP("Settings", "million pixels"),
    ),
    "pages.max_decode_megabytes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Memory for opening a picture"),
        QT_TRANSLATE_NOOP(
            "Settings", "Pictures that need more memory than this while they open are refused."
        ),
        QT_TRANSLATE_NOOP("Settings", "MB"),
    ),
    "pages.working_megapixels": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Size of pictures for reading"),
        QT_TRANSLATE_NOOP("Settings", "Larger pictures are made smaller before they are read."),
        QT_TRANSLATE_NOOP("Settings", "million pixels"),
    ),
    "pages.max_pages": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Most pages of a file"),
        QT_TRANSLATE_NOOP("Settings", "Files with more pages than this are refused."),
        QT_TRANSLATE_NOOP("Settings", "pages"),
    ),
    "pages.use_text_layer": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Use the text of PDFs"),
        QT_TRANSLATE_NOOP("Settings", "Where a PDF page has usable text of its own, it is taken as it is."),
    ),
    "pages.orient": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Turn pages upright"),
        QT_TRANSLATE_NOOP("Settings", "Pages that were scanned sideways or upside down are turned."),
    ),
    "pages.straighten": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Straighten pages"),
        QT_TRANSLATE_NOOP("Settings", "Pages that are a little tilted are straightened."),
    ),
    "reading.languages": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Languages of your documents"),
        QT_TRANSLATE_NOOP("Settings", "Sanduku expects these. Fewer is quicker and makes fewer mistakes."),
    ),
    "reading.detector_side": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Size for finding lines"),
        QT_TRANSLATE_NOOP(
            "Settings", "Longest side of the picture in which lines are looked for. More finds smaller print."
        ),
        QT_TRANSLATE_NOOP("Settings", "pixels"),
    ),
    "reading.second_opinion": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Second opinion"),
        QT_TRANSLATE_NOOP(
            "Settings", "Which lines another engine reads as well. Where the two differ, you are told."
        ),
    ),
    "reading.doubt_threshold": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "When a line is doubtful"),
        QT_TRANSLATE_NOOP("Settings", "Lines that are less sure than this are marked for you to check."),
        "%",
        percent=True,
    ),
    "reading.easyocr": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Use EasyOCR too"),
        QT_TRANSLATE_NOOP(
            "Settings", "Another engine, slow and hungry; used where it and its model files are installed."
        ),
    ),
    "models.accelerator": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Graphics card for photo models"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Each model is tried once on the graphics card, and runs there where it is right and faster.",
        ),
    ),
    "worker.processes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Pages read at the same time"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "0 means: as many as processor and memory allow. Fewer leaves more for other programs.",
        ),
    ),
    "worker.memory_megabytes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Memory of a reader"),
        QT_TRANSLATE_NOOP("Settings", "A reader that uses more than this is started anew after its page."),
        QT_TRANSLATE_NOOP("Settings", "MB"),
    ),
    "worker.lease_seconds": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Patience with a silent reader"),
        QT_TRANSLATE_NOOP(
            "Settings", "If a reader gives no sign of life for this long, another takes its page."
        ),
        QT_TRANSLATE_NOOP("Settings", "seconds"),
    ),
    "worker.idle_seconds": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "End idle readers after"),
        QT_TRANSLATE_NOOP("Settings", "A reader without work gives its memory back after this time."),
        QT_TRANSLATE_NOOP("Settings", "seconds"),
    ),
    "worker.page_seconds": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Longest time for a page"),
        QT_TRANSLATE_NOOP("Settings", "A page that takes longer is stopped and shown as a problem."),
        QT_TRANSLATE_NOOP("Settings", "seconds"),
    ),
    "library.trash_days": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Keep the trash for"),
        QT_TRANSLATE_NOOP("Settings", "After this, what lies in the trash may be deleted for ever."),
        QT_TRANSLATE_NOOP("Settings", "days"),
    ),
    "library.ballast_megabytes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Reserve on the disk"),
        QT_TRANSLATE_NOOP("Settings", "Space held back, so that work can be finished when the disk is full."),
        QT_TRANSLATE_NOOP("Settings", "MB"),
    ),
    "library.author": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Your name"),
        QT_TRANSLATE_NOOP(
            "Settings", "Your corrections are recorded under it. Empty means: your name on this computer."
        ),
    ),
    "network.use": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Use of the network"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "When work is sent to headquarters. Reading never needs a network.",
        ),
    ),
    "network.files": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "What is sent"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "The text goes in any case. Headquarters can ask for single pages on top of this.",
        ),
    ),
    "network.daily_megabytes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Data for a day"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Sending stops for the day when so much has gone over the network. 0 means: any amount.",
        ),
        QT_TRANSLATE_NOOP("Settings", "MB"),
    ),
    "network.stall_seconds": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "When a connection is broken"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "A connection on which nothing moves for this long is given up and made anew.",
        ),
        QT_TRANSLATE_NOOP("Settings", "seconds"),
    ),
    "network.patience_minutes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Patience with headquarters"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Sending is given up when headquarters has not answered for this long.",
        ),
        QT_TRANSLATE_NOOP("Settings", "minutes"),
    ),
    "network.every_minutes": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Send by itself every"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "How often work is sent by itself, where that is allowed.",
        ),
        QT_TRANSLATE_NOOP("Settings", "minutes"),
    ),
    "network.only_with": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Only in this network"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Nothing is sent by itself where this computer (host:port) does not answer. Empty: anywhere.",
        ),
    ),
    "network.proxy": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Proxy"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Address of a proxy. Empty takes the one of the system, and the word none takes no proxy.",
        ),
    ),
    "network.release_after_days": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Originals leave this computer after"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Only those that headquarters and its backup have. 0 means: they stay until you say otherwise.",
        ),
        QT_TRANSLATE_NOOP("Settings", "days"),
    ),
    "network.quarantine_days": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Files that left can come back for"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Until then you can bring them back without a network. Text and small images always stay.",
        ),
        QT_TRANSLATE_NOOP("Settings", "days"),
    ),
    "network.urgent_packs": SettingWords(
        QT_TRANSLATE_NOOP("Settings", "Install urgent model packs by itself"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Only those that headquarters calls urgent, signed and tried. You accept their licence.",
        ),
    ),
}

_SECTIONS = {
    "pages": QT_TRANSLATE_NOOP("Settings", "Pages"),
    "reading": QT_TRANSLATE_NOOP("Settings", "Reading"),
    "models": QT_TRANSLATE_NOOP("Settings", "Photo models"),
    "worker": QT_TRANSLATE_NOOP("Settings", "Readers"),
    "library": QT_TRANSLATE_NOOP("Settings", "Library"),
    "network": QT_TRANSLATE_NOOP("Settings", "Network"),
}

_CHOICES = {
    "none": QT_TRANSLATE_NOOP("Settings", "No line"),
    "doubtful": QT_TRANSLATE_NOOP("Settings", "Doubtful lines"),
    "all": QT_TRANSLATE_NOOP("Settings", "Every line (slow)"),
    "automatic": QT_TRANSLATE_NOOP("Settings", "Where it helps"),
    "off": QT_TRANSLATE_NOOP("Settings", "Never"),
    "never": QT_TRANSLATE_NOOP("Settings", "Never"),
    "manual": QT_TRANSLATE_NOOP("Settings", "When I say so"),
    "network.use=automatic": QT_TRANSLATE_NOOP("Settings", "By itself"),
    "text": QT_TRANSLATE_NOOP("Settings", "Text"),
    "boxes": QT_TRANSLATE_NOOP("Settings", "Text and where it stands"),
    "thumbnails": QT_TRANSLATE_NOOP("Settings", "Text and small images"),
    "originals": QT_TRANSLATE_NOOP("Settings", "Everything, originals too"),
}

AT_NEXT_OPENING = frozenset({"library.trash_days", "library.ballast_megabytes", "library.author"})
"""Settings that a library takes when it is opened."""


def known(name: str) -> bool:
    """Return whether there are words for a setting."""
    return name in _WORDS


def words_of(declaration: Declaration) -> SettingWords:
    """Return how a setting is told, in the language in force."""
    words = _WORDS.get(declaration.name)
    if words is None:
        return SettingWords(declaration.name, declaration.help)
    unit = words.unit if words.unit in ("", "%") else _tr(words.unit)
    return SettingWords(_tr(words.label), _tr(words.help), unit, words.percent)


def section_text(section: str) -> str:
    """Return what a group of settings is called."""
    return _tr(_SECTIONS.get(section, section))


def choice_text(choice: str, name: str = "") -> str:
    """Return what one of the values of a setting is called; some are called otherwise in one setting."""
    return _tr(_CHOICES.get(f"{name}={choice}", _CHOICES.get(choice, choice)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
