"""Shows documents: to a person as text with doubt marked, to a program as JSON of a stable shape.

The shapes are told in docs/json.md; a field is added at any time and never renamed or removed.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from rich.rule import Rule
from rich.text import Text

from engine.cli.desk import Desk
from engine.language.display import isolate
from engine.language.scripts import is_right_to_left
from engine.reading import Line, Reading, is_doubtful, line_to_json

if TYPE_CHECKING:
    from engine.library import Document, JobRecord, Library, Page, StoredReading

NO_TEXT = "No text was found on this page."
"""How the pipeline begins what it says of such a page."""
DOUBT = "?"
CORRECTED = "✓"
LANGUAGES = {
    "en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic", "sw": "Swahili", "und": "undetermined",
}  # fmt: skip
TYPES = {
    "image/jpeg": "JPEG image", "image/png": "PNG image", "image/gif": "GIF image", "image/bmp": "BMP image",
    "image/tiff": "TIFF image", "image/webp": "WebP image", "image/heif": "HEIF image",
    "application/pdf": "PDF",
}  # fmt: skip

_REVIEWED = {"approved": "approved it", "returned": "returned it", "problem": "found a problem"}
"""What a state of headquarters' review says; ``none`` says nothing."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page and its reading, None before it is read."""

    page: "Page"
    stored: "StoredReading | None"


def read_pages(library: "Library", document_id: str) -> Iterator[ReadPage]:
    """Yield the pages of a document with their readings."""
    for page in library.documents.pages(document_id):
        yield ReadPage(page, library.readings.of_page(page.id))


def counted(number: int, what: str) -> str:
    """Return a number with its noun: 1 page, 2 pages."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def describe(document: "Document") -> str:
    """Tell in one line what a document is."""
    languages = ", ".join(LANGUAGES.get(code, code) for code in document.languages if code != "und")
    parts = (
        TYPES.get(document.media_type, document.media_type),
        counted(document.page_count, "page"),
        languages,
        "" if document.status.value == "read" else document.status.value,
        "" if document.trashed_at is None else "in the trash",
    )
    return ", ".join(part for part in parts if part)


def show_document(
    desk: Desk,
    library: "Library",
    document: "Document",
    *,
    most_lines: int | None = None,
    page: int | None = None,
    doubtful_alone: bool = False,
) -> None:
    """Print a document: what it is, its text with the doubtful lines marked, and how long reading it took.

    Args:
        desk: Where to print.
        library: That holds it.
        document: To be shown.
        most_lines: Lines of a page that are shown; None for all.
        page: Only this page, from 0.
        doubtful_alone: Only the lines that a person should look at, with the numbers that they have.
    """
    desk.out.print(Rule(Text(desk.name(document.name), style="bold"), align="left"))
    desk.print(f"{describe(document)}  [{document.id[:8]}]")
    _show_headquarters(desk, library, document)
    seconds = 0.0
    for each in read_pages(library, document.id):
        if page is not None and each.page.index != page:
            continue
        if document.page_count > 1:
            desk.print(f"\nPage {each.page.index + 1}")
        if each.stored is None:
            desk.print("  (not read)")
            continue
        seconds += sum(each.stored.reading.seconds.values())
        _show_page(desk, document, each, most_lines, doubtful_alone=doubtful_alone)
    if document.problem:
        problem = document.problem
        desk.print(
            f"  Page {problem.page_index + 1}: {problem.message} {desk.spoken(problem.remedy)}".rstrip()
        )
    if seconds:
        desk.print(f"Read in {seconds:.1f} s.")
    desk.print()


def _show_headquarters(desk: Desk, library: "Library", document: "Document") -> None:
    """Print what headquarters said of a document last, and its remarks, the earliest first."""
    words = library.exchange.words
    review = words.review_of(document.id)
    if review is not None and review.state in _REVIEWED:
        why = f": {review.reason}" if review.reason else ""
        desk.print(f"Headquarters ({_named(review.author)}) {_REVIEWED[review.state]}{why}")
    for comment in reversed(words.comments(document.id)):
        desk.print(f"Headquarters ({_named(comment.author)}): {comment.text}")


def _named(author: str) -> str:
    """Return who spoke at headquarters, without the mark that tells them from people here."""
    return author.removeprefix("hq:")


def _show_page(
    desk: Desk, document: "Document", page: ReadPage, most_lines: int | None, *, doubtful_alone: bool
) -> None:
    assert page.stored is not None
    reading, threshold = page.stored.reading, desk.settings.reading.doubt_threshold
    lines = reading.lines if most_lines is None else reading.lines[:most_lines]
    if not any(line.text or line.engine == "person" for line in reading.lines):
        _show_nothing_read(desk, reading)
        return
    width = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        if not doubtful_alone or is_doubtful(line, threshold):
            desk.out.print(line_as_shown(desk, number, line, width, threshold), soft_wrap=True)
    doubtful = sum(is_doubtful(line, threshold) for line in reading.lines)
    hidden = len(reading.lines) - len(lines)
    if hidden:
        which = f" --page {page.page.index + 1}" if document.page_count > 1 else ""
        desk.print(f"  ... {counted(hidden, 'more line')}: {desk.command(f'show {document.id[:8]}{which}')}")
    if doubtful:
        desk.print(f"{counted(doubtful, 'line')} of {len(reading.lines)} to check, marked with {DOUBT}.")
    elif doubtful_alone:
        desk.print(f"No line of {len(reading.lines)} to check.")
    for warning in reading.warnings:
        desk.print(f"Note: {desk.spoken(warning)}")


def _show_nothing_read(desk: Desk, reading: Reading) -> None:
    """Say in one message that nothing was read on a page, and what the pipeline says of its image."""
    places = len(reading.lines)
    found = NO_TEXT
    if places:
        found = f"No text could be read on this page; {counted(places, 'place')} may hold some."
    advice = "".join(each.removeprefix(NO_TEXT) for each in reading.warnings if each.startswith(NO_TEXT))
    desk.print(f"  {found}{advice}")
    for warning in reading.warnings:
        if not warning.startswith(NO_TEXT):
            desk.print(f"Note: {desk.spoken(warning)}")


def line_as_shown(desk: Desk, number: int, line: Line, width: int, threshold: float) -> Text:
    """Lay out a line so that text of either direction keeps clear of its number and its mark.

    Nothing follows the text: a terminal that turns Arabic round moves what stands behind it.
    """
    text = desk.clean(line.text) or ("(removed)" if line.engine == "person" else "(could not be read)")
    if desk.out.is_terminal and is_right_to_left(line.script):
        text = isolate(text)
    doubtful = is_doubtful(line, threshold)
    mark = CORRECTED if line.engine == "person" else DOUBT if doubtful else " "
    sure = f"{mark} {int(line.confidence * 100):3d}%" if doubtful else f"{mark}     "
    return Text.assemble(
        (f"  {number:>{width}} ", "dim"),
        (sure, "bold yellow" if doubtful else "green"),
        (f"  {text}", "yellow" if doubtful else ""),
    )


def document_to_json(document: "Document") -> dict[str, Any]:
    """Return a document as a program reads it."""
    values = asdict(document)
    return {**values, "status": document.status.value, "languages": list(document.languages)}


def page_to_json(each: ReadPage, threshold: float) -> dict[str, Any]:
    """Return a page and what stands on it as a program reads it."""
    found: dict[str, Any] = {"id": each.page.id, "index": each.page.index, "read": each.stored is not None}
    if each.stored is None:
        return {**found, "text": None, "lines": []}
    reading, as_read = each.stored.reading, each.stored.as_read
    return {
        **found,
        "text": reading.text,
        "confidence": reading.confidence,
        "width": reading.width,
        "height": reading.height,
        "dpi": reading.dpi,
        "origin": reading.origin.value,
        "pipeline_id": reading.pipeline_id,
        "read_at": each.stored.made_at,
        "seconds": sum(as_read.seconds.values()),
        "warnings": list(reading.warnings),
        "lines": [
            {
                "number": number,
                "id": line_id,
                **line_to_json(line),
                "doubtful": is_doubtful(line, threshold),
                "corrected": line.engine == "person",
            }
            for number, (line_id, line) in enumerate(zip(each.stored.line_ids, reading.lines, strict=True), 1)
        ],
    }


def full_document_to_json(desk: Desk, library: "Library", document: "Document") -> dict[str, Any]:
    """Return a document with its pages as a program reads it."""
    threshold = desk.settings.reading.doubt_threshold
    pages = [page_to_json(each, threshold) for each in read_pages(library, document.id)]
    words = library.exchange.words
    review = words.review_of(document.id)
    said = {
        "review": None if review is None else asdict(review),
        "comments": [asdict(each) for each in reversed(words.comments(document.id))],
    }
    return {**document_to_json(document), "pages": pages, "headquarters": said}


def job_to_json(job: "JobRecord") -> dict[str, Any]:
    """Return a job as a program reads it."""
    return {**asdict(job), "state": job.state.value}
