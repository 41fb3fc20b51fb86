"""What is exported: frozen values that know no library.

This module may import readings; it must never know where documents are kept or how they are written.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.answer import Answer
from engine.reading import Line, Reading


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """What an image model said about a page, and what a person says of that.

    Attributes:
        answer: As the model gave it.
        text: As it stands: a person's words if a person corrected it.
        review: What a person says of it: ``none``, ``accepted`` or ``corrected``.
        made_at: ISO 8601, with time zone.
        fits: Whether the page is still read as it was then; else the evidence may mean other lines.
    """

    answer: Answer
    text: str
    review: str
    made_at: str
    fits: bool


@dataclass(frozen=True, slots=True)
class ExportPage:
    """One page.

    Attributes:
        index: Position in the document, from 0.
        reading: With a person's corrections.
        model_texts: For each line of ``reading`` what the models had read in its place if a person corrected
            it, empty if they had read nothing there; None for a line that is the models' own.
        image_jpeg: The upright page image, if it is still kept.
        answers: What image models said about it, the latest first, without what a person rejected.
    """

    index: int
    reading: Reading
    model_texts: tuple[str | None, ...]
    image_jpeg: bytes | None = None
    answers: tuple[ExportAnswer, ...] = ()

    @property
    def corrected(self) -> frozenset[int]:
        """The numbers, from 0, of the lines whose text a person changed."""
        lines = zip(self.reading.lines, self.model_texts, strict=True)
        return frozenset(
            number for number, (line, before) in enumerate(lines) if before not in (None, line.text)
        )


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """One document.

    Attributes:
        id: The document's identity in its library.
        name: The name of the file that was added.
        media_type: For instance ``application/pdf``.
        sha256: Of the original bytes, in hexadecimal.
        added_at: ISO 8601, with time zone.
        pages: In order; it is gone through once for each file that is written, one page at a time.
        original: Fetches the original bytes, if they are still kept.
        languages: BCP 47 codes of what is written in it, for its file's name; empty if that is not known.
    """

    id: str
    name: str
    media_type: str
    sha256: str
    added_at: str
    pages: Iterable[ExportPage]
    original: Callable[[], bytes] | None = None
    languages: tuple[str, ...] = ()


def letters_by_language(lines: Iterable[Line]) -> Counter[str]:
    """Count the characters of the lines that tell their language."""
    letters: Counter[str] = Counter()
    for line in lines:
        if line.language != "und":
            letters[line.language] += len(line.text)
    return letters


def most_spoken(letters: Counter[str]) -> str:
    """The language with most characters; ``und`` if there is none."""
    return max(sorted(letters), key=letters.__getitem__, default="und")
