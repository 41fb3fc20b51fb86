"""Documents of a library as exports take them.

Joins the library with the export, which do not know each other; the command line and the window both hand
documents on through it. It must never know where files go, nor who asked.
"""

from collections.abc import Callable, Iterable, Iterator

from engine.errors import CancelledError
from engine.export import ExportAnswer, ExportDocument, ExportPage
from engine.library import AnswerState, Document, Library
from engine.reading import is_doubtful


def _never() -> bool:
    return False


def to_export(
    library: Library,
    document: Document,
    *,
    most_pages: int | None = None,
    stopped: Callable[[], bool] = _never,
) -> ExportDocument:
    """Return a document as exports take it; its pages are fetched one at a time, when they are gone through.

    Args:
        library: That holds it; used as long as the result is.
        document: Which one.
        most_pages: Only its first ones, as for a preview; None for all.
        stopped: Asked before each page whether somebody wants to stop; then going through the pages raises
            CancelledError.
    """
    return ExportDocument(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        added_at=document.added_at,
        pages=ReadPages(library, document.id, most_pages, stopped),
        original=lambda: library.files.read(document.sha256),
        languages=document.languages,
    )


def doubtful_lines(library: Library, document_ids: Iterable[str], threshold: float) -> Iterator[int]:
    """Yield for each document how many of its lines are doubtful and nobody has checked.

    Args:
        library: That holds them.
        document_ids: Which ones.
        threshold: Lines with less confidence than this are doubtful.
    """
    for document_id in document_ids:
        yield sum(
            is_doubtful(line, threshold)
            for page in library.documents.pages(document_id)
            if (stored := library.readings.of_page(page.id)) is not None
            for line in stored.reading.lines
        )


class ReadPages:
    """The read pages of a document, fetched while one goes through them, as often as one does."""

    def __init__(
        self, library: Library, document_id: str, most: int | None, stopped: Callable[[], bool]
    ) -> None:
        """Fetch nothing yet; see :func:`to_export`."""
        self._library, self._document_id, self._most, self._stopped = library, document_id, most, stopped

    def __iter__(self) -> Iterator[ExportPage]:
        for page in self._library.documents.pages(self._document_id)[: self._most]:
            if self._stopped():
                raise CancelledError("The export was stopped.", remedy="Files that were done are kept.")
            stored = self._library.readings.of_page(page.id)
            if stored is not None:
                image = None if stored.image_sha256 is None else self._library.files.read(stored.image_sha256)
                answers = tuple(_standing_answers(self._library, page.id))
                yield ExportPage(page.index, stored.reading, stored.model_texts, image, answers)


def _standing_answers(library: Library, page_id: str) -> Iterator[ExportAnswer]:
    """Yield what image models said about a page, without what a person rejected: it is wrong."""
    for each in library.answers.of_page(page_id):
        if each.review.state is not AnswerState.REJECTED:
            yield ExportAnswer(each.answer, each.text, each.review.state.value, each.made_at, each.fits)
