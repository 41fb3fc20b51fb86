"""What can be done with documents in the queue; functions of the library, for its thread."""

from collections.abc import Sequence

from engine.library import JobState, Library

ALL = 1_000_000
"""More pages than a library has."""


def move_documents(library: Library, documents: Sequence[str], before: str | None) -> bool:
    """Put the waiting pages of documents in line before those of another, in the order given.

    Args:
        library: The library.
        documents: Ids of documents of which pages wait.
        before: Id of the document before which they go; None for the end of the line.

    Returns:
        Whether anything was moved: a document whose last page was begun meanwhile stays where it is.
    """
    jobs = [job for document in documents for job in _waiting(library, document)]
    if not jobs or before in documents:
        return False
    if before is None:
        return _move_to_end(library, jobs)
    target = _waiting(library, before)
    if not target:
        return False
    for job in jobs:
        library.jobs.move(job, before=target[0])
    return True


def move_to_top(library: Library, documents: Sequence[str]) -> bool:
    """Put the waiting pages of documents in line before all others."""
    first = library.jobs.find((JobState.QUEUED,), task="read", limit=1)
    if not first:
        return False
    if first[0].document_id in documents:
        # The first of the line is moved with the others, so that they come in the order of the line.
        rest = [each for each in documents if each != first[0].document_id]
        following = next(
            (
                job.document_id
                for job in library.jobs.find((JobState.QUEUED,), task="read", limit=ALL)
                if job.document_id not in documents
            ),
            None,
        )
        return move_documents(library, rest, following) if rest else False
    return move_documents(library, documents, first[0].document_id)


def cancel(library: Library, documents: Sequence[str]) -> int:
    """Have documents not read; return how many pages that concerns."""
    return sum(library.jobs.cancel(document_id=each) for each in documents)


def set_paused(library: Library, documents: Sequence[str], *, paused: bool) -> None:
    """Pause documents, or go on with them."""
    for each in documents:
        if paused:
            library.jobs.pause(each)
        else:
            library.jobs.resume(each)


def read_again(library: Library, document: str) -> int:
    """Have a document read once more, or at last if it was cancelled."""
    return library.jobs.retry(document_id=document) or library.jobs.read_again(document)


def _move_to_end(library: Library, jobs: Sequence[int]) -> bool:
    """Pages go before others only: to the end they go by changing places with the last one."""
    moved = set(jobs)
    others = [
        job.id for job in library.jobs.find((JobState.QUEUED,), task="read", limit=ALL) if job.id not in moved
    ]
    if not others:
        return False
    last = others[-1]
    for job in jobs:
        library.jobs.move(job, before=last)
    library.jobs.move(last, before=jobs[0])
    return True


def _waiting(library: Library, document: str) -> list[int]:
    """Return the numbers of a document's waiting pages, in the order of the line."""
    found = library.jobs.find((JobState.QUEUED,), document_id=document, task="read", limit=ALL)
    return [job.id for job in found]
