"""What software centres show of the program: an AppStream component."""

from xml.etree.ElementTree import Element, SubElement

from linux.about import LICENCE, About
from linux.menu import NAME, OWN_TYPES, xml_text

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_COLOURS = {"light": "#e6f1f2", "dark": "#0e5a66"}


def component(about: About) -> str:
    """Return the AppStream file, with all releases."""
    root = Element("component", type="desktop-application")
    for tag, text in (
        ("id", about.publisher.application_id),
        ("metadata_license", "CC0-1.0"),
        ("project_license", LICENCE),
        ("name", "Sanduku"),
    ):
        SubElement(root, tag).text = text
    for language, words in about.words.items():
        SubElement(root, "summary", _of(language)).text = words.summary
    _describe(about, SubElement(root, "description"))
    SubElement(root, "launchable", type="desktop-id").text = f"{NAME}.desktop"
    developer = SubElement(root, "developer", id=about.publisher.application_id.rpartition(".")[0].lower())
    SubElement(developer, "name").text = about.publisher.maintainer.partition(" <")[0]
    SubElement(root, "url", type="homepage").text = about.publisher.homepage
    branding = SubElement(root, "branding")
    for scheme, colour in _COLOURS.items():
        SubElement(branding, "color", type="primary", scheme_preference=scheme).text = colour
    provides = SubElement(root, "provides")
    for program in ("sanduku", "sanduku-desktop"):
        SubElement(provides, "binary").text = program
    for kind in (*about.document_types, *OWN_TYPES):
        SubElement(provides, "mediatype").text = kind
    languages = SubElement(root, "languages")
    for language in about.words:
        SubElement(languages, "lang", percentage="100").text = language
    recommended = SubElement(root, "recommends")
    SubElement(recommended, "memory").text = "2048"
    SubElement(recommended, "control").text = "keyboard"
    SubElement(root, "content_rating", type="oars-1.1")
    _releases(about, SubElement(root, "releases"))
    return xml_text(root)


def _of(language: str) -> dict[str, str]:
    return {} if language == "en" else {_LANGUAGE: language}


def _describe(about: About, parent: Element) -> None:
    """Write each paragraph in every language before the next one, as AppStream wants it."""
    for number in range(len(about.english.description)):
        for language, words in about.words.items():
            SubElement(parent, "p", _of(language)).text = words.description[number]


def _releases(about: About, parent: Element) -> None:
    for release in about.releases:
        kind = "development" if release.date is None else "stable"
        day = about.day_of(release).isoformat()
        element = SubElement(parent, "release", version=release.version, date=day, type=kind)
        points = SubElement(SubElement(element, "description"), "ul")
        for note in release.notes:
            SubElement(points, "li").text = note
