"""The colours of the window, as data. Tests hold the contrast: text 4.5 : 1, icons and focus 3 : 1."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette; every colour as ``#rrggbb``.

    Attributes:
        dark: Whether light text stands on dark ground.
        window: Ground of the window and its bars.
        surface: Ground of lists, tables and fields.
        raised: Ground of cards, buttons and toasts.
        hover: Ground under the mouse.
        text: On window, surface, raised, hover and selected.
        muted: Text of less weight on window, surface, raised and hover.
        border: Lines that separate; carries no meaning.
        edge: Outline of fields and buttons, by which they are known.
        accent: Ground of the one most important button.
        on_accent: Text on it.
        link: Text and icons that can be clicked, on window, surface and raised.
        selected: Ground of what is chosen.
        focus: Ring around what has the keyboard.
        sure: Text and icons of what is right.
        doubt: Text and icons of what should be checked.
        wrong: Text and icons of problems.
        doubt_ground: Ground behind doubtful text.
        wrong_ground: Ground behind a problem's text.
        sure_ground: Ground behind what is right.
        shade: Over the window while files are dragged over it.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    hover: str
    text: str
    muted: str
    border: str
    edge: str
    accent: str
    on_accent: str
    link: str
    selected: str
    focus: str
    sure: str
    doubt: str
    wrong: str
    doubt_ground: str
    wrong_ground: str
    sure_ground: str
    shade: str


LIGHT = Colours(
    dark=False,
    window="#f3f4f2",
    surface="#ffffff",
    raised="#fbfbfa",
    hover="#e8ebe8",
    text="#1b2421",
    muted="#55605b",
    border="#dcdfdc",
    edge="#7f8a85",
    accent="#0b6e63",
    on_accent="#ffffff",
    link="#0a6459",
    selected="#d3e9e4",
    focus="#0b6e63",
    sure="#1f6b36",
    doubt="#8a4b00",
    wrong="#ad2424",
    doubt_ground="#fdf0d9",
    wrong_ground="#fce8e6",
    sure_ground="#e2f2e5",
    shade="#eaf5f2",
)

DARK = Colours(
    dark=True,
    window="#181c1b",
    surface="#1f2423",
    raised="#272d2b",
    hover="#303735",
    text="#e9edeb",
    muted="#a9b4af",
    border="#343b39",
    edge="#7d8984",
    accent="#55c5b2",
    on_accent="#06231e",
    link="#6fd0bf",
    selected="#21463f",
    focus="#6fd0bf",
    sure="#86d39a",
    doubt="#f1b765",
    wrong="#ff9a91",
    doubt_ground="#42331a",
    wrong_ground="#4a2523",
    sure_ground="#20402a",
    shade="#1d3a35",
)

HIGH_CONTRAST = Colours(
    dark=True,
    window="#000000",
    surface="#000000",
    raised="#101010",
    hover="#2b2b2b",
    text="#ffffff",
    muted="#e6e6e6",
    border="#ffffff",
    edge="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    link="#7ff0ff",
    selected="#003f6b",
    focus="#ffe14d",
    sure="#7dff9b",
    doubt="#ffd166",
    wrong="#ffc2bd",
    doubt_ground="#2e2400",
    wrong_ground="#3a0f0c",
    sure_ground="#06290f",
    shade="#00263f",
)

TEXT_PAIRS = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "raised", "hover")),
    ("text", "selected"),
    ("muted", "selected"),
    ("text", "shade"),
    ("on_accent", "accent"),
    *(
        (ink, ground)
        for ink in ("link", "sure", "doubt", "wrong")
        for ground in ("window", "surface", "raised", "hover", "selected")
    ),
    *((ink, f"{kind}_ground") for kind in ("sure", "doubt", "wrong") for ink in ("text", kind)),
)
"""Which colour is written on which ground."""

SHAPE_PAIRS = tuple(
    (shape, ground) for shape in ("focus", "edge", "accent") for ground in ("window", "surface", "raised")
)
"""Outlines and grounds that must be seen to know a control, or where the keyboard is."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours after WCAG 2.2, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def qt_palette(colours: Colours) -> QPalette:
    """Return the colours as Qt's widgets take them."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(colours.raised), QColor(colours.window))
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.wrong),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.selected),
        (role.HighlightedText, colours.text),
        (role.Accent, colours.accent),
        (role.Link, colours.link),
        (role.LinkVisited, colours.link),
        (role.Light, colours.border),
        (role.Midlight, colours.border),
        (role.Mid, colours.edge),
        (role.Dark, colours.edge),
        (role.Shadow, colours.border),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, which, QColor(colours.edge))
    return palette


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
