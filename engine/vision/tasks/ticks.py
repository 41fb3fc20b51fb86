"""Finds the line of a page that shows what was ticked: yes or no, or one of several choices.

A printed choice is no answer: "Sex: M F" tells nothing, "Sex: ☐ M ☒ F" does. What was ticked is looked for on
the line that names what was asked, or right below it. What no line shows is told, for a model that is made to
choose chooses in any case.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from engine.answer import Concern, Evidence, Scalar
from engine.language import normalise_for_search
from engine.reading import Line, is_doubtful
from engine.vision.tasks.words import read_words

_TELLING = 3
"""Letters from which on a choice is looked for also on lines that do not name the field."""
_NOT_APPLICABLE = re.compile(r"\bn/a\b")
_BOX = "box"
_TICKED = "ticked"

Piece = tuple[str, Scalar]
"""What a line holds: a box, a ticked one, or a word (named by the empty text) for the value beside it."""


def show_ticked(
    lines: Sequence[Line], threshold: float, label: str, value: Scalar, choices: Sequence[Scalar] = ()
) -> tuple[Evidence, Concern | None]:
    """Return the line that shows a value as ticked, and what is to be said against it.

    Args:
        lines: Of the page.
        threshold: Lines with less confidence are doubtful.
        label: What the field is called, such as ``is_signed``.
        value: Yes or no, or one of the choices.
        choices: What it can be; empty for yes and no.

    Returns:
        The evidence, without a line where none shows the value; and why a person should look, or None: no
        line shows it (``NOT_ON_PAGE``), a line that should tell does not or tells otherwise (``UNSURE``), or
        the line is doubtful itself.
    """
    words = _words_for(choices)
    written = str(value) if not isinstance(value, bool) else "yes" if value else "no"
    shown, otherwise, unclear = None, None, None
    for place in _places(lines, label, words, anywhere=bool(choices)):
        ticked = _ticked(_pieces(lines[place].text, words))
        if not ticked:
            unclear = place if unclear is None else unclear
        elif ticked == (value,):
            shown = place if shown is None else shown
        else:
            otherwise = place if otherwise is None else otherwise
    if shown is not None and otherwise is None:
        evidence = _evidence(written, lines, shown, threshold)
        return evidence, Concern.DOUBTFUL_LINE if evidence.doubtful else None
    doubted = unclear if otherwise is None else otherwise
    if doubted is None:
        return Evidence(written), Concern.NOT_ON_PAGE
    return _evidence(written, lines, doubted, threshold), Concern.UNSURE


def _places(lines: Sequence[Line], label: str, words: Mapping[str, Scalar], *, anywhere: bool) -> list[int]:
    """Return the lines that may show what was ticked: those that name the field, and those right below."""
    wanted = set(_tokens(label)) - _words("left-out")
    holding = [bool(_pieces(line.text, words)) for line in lines]
    naming = [place for place, line in enumerate(lines) if wanted and wanted <= set(_tokens(line.text))]
    if naming or not anywhere:
        below = [place + 1 for place in naming if place + 1 < len(lines) and not holding[place]]
        return [place for place in sorted({*naming, *below}) if holding[place]]
    told = {word: value for word, value in words.items() if len(word) >= _TELLING}
    return [
        place for place, line in enumerate(lines) if any(kind == "" for kind, _ in _pieces(line.text, told))
    ]


def _ticked(pieces: Sequence[Piece]) -> tuple[Scalar, ...]:
    """Return the one value that a line shows as ticked; nothing where it shows none, or more than one."""
    told = [value for kind, value in pieces if kind == ""]
    boxes = len(pieces) - len(told)
    if not told:
        # A box alone is that of the field itself.
        return (pieces[0][0] == _TICKED,) if len(pieces) == 1 else ()
    if not boxes:
        return (told[0],) if len(set(told)) == 1 else ()
    if boxes not in (1, len(told)) or (pieces[0][0] == "") == (pieces[-1][0] == ""):
        return ()  # It cannot be told which box belongs to which word.
    step = 1 if pieces[0][0] else -1
    found = {
        pieces[at + step][1]
        for at, (kind, _) in enumerate(pieces)
        if kind == _TICKED and 0 <= at + step < len(pieces) and pieces[at + step][0] == ""
    }
    return tuple(found) if len(found) == 1 else ()


def _pieces(text: str, words: Mapping[str, Scalar]) -> list[Piece]:
    """Return the boxes and words of a line, in its order."""
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    empty, ticks = (f"[{''.join(sorted(_words(part)))}]" for part in (_BOX, _TICKED))
    pattern = re.compile(
        rf"(?P<box>\[ *\]|\( *\)|{empty})"
        rf"|(?P<ticked>[\[(] *(?:x|{ticks}) *[\])]|(?<!\w){ticks}(?!\w))"
        rf"|(?<!\w)(?P<word>{known})(?!\w)(?!\W{{0,3}}\d)"
    )
    return [
        ("", words[found["word"]]) if found["word"] else (str(found.lastgroup), None)
        for found in pattern.finditer(_NOT_APPLICABLE.sub("", normalise_for_search(text)))
    ]


def _words_for(choices: Sequence[Scalar]) -> dict[str, Scalar]:
    """Return the value that each word stands for."""
    if choices:
        return {" ".join(normalise_for_search(str(each)).split()): each for each in choices}
    return {word: value for part, value in (("yes", True), ("no", False)) for word in _words(part)}


def _evidence(written: str, lines: Sequence[Line], place: int, threshold: float) -> Evidence:
    line = lines[place]
    return Evidence(written, place, line.text, line.quad, is_doubtful(line, threshold))


def _tokens(text: str) -> list[str]:
    """Return the words of a name or a line; those of ``isSigned`` and ``is_signed`` are the same."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return re.findall(r"[^\W_]+", normalise_for_search(apart))


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(normalise_for_search(read_words("ticks.toml")[part]["words"]).split())
