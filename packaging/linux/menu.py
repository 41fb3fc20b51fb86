"""What a desktop knows a program by, in the formats of freedesktop.org: its menu entry and its file types."""

from collections.abc import Callable
from xml.etree import ElementTree

from linux.about import About, Words

NAME = "sanduku"
"""Of the menu entry, the icon and the window (``setDesktopFileName``): that one name joins them."""

OWN_TYPES = {
    "application/vnd.sanduku.team+json": ("team", "*.sanduku-team"),
    "application/vnd.sanduku.update": ("update", "*.sanduku-update"),
}
"""Media type of our own files -> how ``Words`` calls it, and the ending of its files' names."""

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def desktop_entry(about: About, program: str, tried: str | None = None) -> str:
    """Return the menu entry.

    Args:
        about: What is said of the program.
        program: How the window is started, quoted where it has to be.
        tried: The path of a program without which the entry is not shown; None for ``program``.
    """
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.1",
        "Name=Sanduku",
        *_in_languages(about, "GenericName", lambda words: words.generic),
        *_in_languages(about, "Comment", lambda words: words.summary),
        *_in_languages(about, "Keywords", lambda words: "".join(f"{each};" for each in words.keywords)),
        f"Exec={program} %F",
        f"TryExec={tried or program}",
        f"Icon={NAME}",
        "Terminal=false",
        "StartupNotify=true",
        f"StartupWMClass={NAME}",
        "Categories=Office;Graphics;Scanning;OCR;",
        "MimeType=" + "".join(f"{each};" for each in (*about.document_types, *OWN_TYPES)),
    ]
    return "\n".join(lines) + "\n"


def _in_languages(about: About, key: str, text: Callable[[Words], str]) -> list[str]:
    return [
        f"{key}={text(words)}" if language == "en" else f"{key}[{language}]={text(words)}"
        for language, words in about.words.items()
    ]


def file_types(about: About) -> str:
    """Return the description of our own file types for the shared MIME database."""
    space = "http://www.freedesktop.org/standards/shared-mime-info"
    root = ElementTree.Element("mime-info", xmlns=space)
    for name, (field, pattern) in OWN_TYPES.items():
        kind = ElementTree.SubElement(root, "mime-type", type=name)
        for language, words in about.words.items():
            attributes = {} if language == "en" else {_XML_LANGUAGE: language}
            ElementTree.SubElement(kind, "comment", attributes).text = getattr(words, field)
        if name.endswith("+json"):
            ElementTree.SubElement(kind, "sub-class-of", type="application/json")
        ElementTree.SubElement(kind, "glob", pattern=pattern)
        ElementTree.SubElement(kind, "icon", name=NAME)
    return xml_text(root)


def xml_text(root: ElementTree.Element) -> str:
    """Return a tree as a whole XML file."""
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
