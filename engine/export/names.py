"""File names that every system takes."""

import re
import string
import unicodedata
from pathlib import PurePosixPath

from engine.cells import encodable
from engine.export.errors import NameTemplateError

MOST_BYTES = 255
PLACEHOLDERS = ("name", "id", "number", "added", "date", "language")
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}")


def check_template(template: str) -> None:
    """Raise NameTemplateError unless a template for names can be filled in."""
    try:
        fields = [
            (name, spec, conversion)
            for _, name, spec, conversion in string.Formatter().parse(template)
            if name is not None
        ]
    except ValueError as error:
        fields = [(str(error), "", None)]
    if any(name not in PLACEHOLDERS or spec or conversion for name, spec, conversion in fields):
        raise NameTemplateError(
            f"The name template '{template}' cannot be filled in.",
            remedy=f"Use {', '.join('{' + name + '}' for name in PLACEHOLDERS)} and plain text.",
        )


def stem_of(name: str) -> str:
    """The name of a document without the suffix of its file."""
    path = PurePosixPath(name)
    return path.stem if _SUFFIX.fullmatch(path.suffix) else name


def safe_name(stem: str, suffix: str) -> str:
    """Return a name that Linux, Windows and macOS all take, as close to ``stem`` as can be.

    Letters of all scripts stay. What separates folders, is reserved, or does not show (control characters and
    marks that turn the direction of writing, which disguise a name) becomes an underscore or goes.
    """
    text = unicodedata.normalize("NFC", encodable(stem))
    text = "".join("_" if unicodedata.category(c) == "Cc" else c for c in text)
    text = "".join(
        c for c in text if unicodedata.category(c) not in ("Cf", "Cs", "Zl", "Zp") or c in "\u200c\u200d"
    )
    text = _FORBIDDEN.sub("_", text).strip(" .")
    if _RESERVED.fullmatch(text):
        text = f"_{text}"
    room = MOST_BYTES - len(suffix.encode("utf-8"))
    text = text.encode("utf-8")[:room].decode("utf-8", "ignore").rstrip(" .")
    return (text or "document") + suffix


def numbered_name(stem: str, suffix: str, number: int) -> str:
    """Return the name of the second and further documents that are called the same."""
    return safe_name(stem, suffix) if number < 2 else safe_name(stem, f" ({number}){suffix}")
