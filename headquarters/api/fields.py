"""What stands in the addresses of people's requests, for programs and for pages alike."""

from typing import Annotated

from fastapi import Path, Query

from headquarters.api.shapes.base import WITHOUT_NUL
from headquarters.records.listing import RecordFilter, Shelf

RecordId = Annotated[str, Path(max_length=128, pattern=WITHOUT_NUL)]
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=100_000)]
Word = Annotated[str | None, Query(max_length=400, pattern=WITHOUT_NUL)]


def wanted_records(
    shelf: Shelf = Shelf.ALL,
    library: Word = None,
    language: Word = None,
    tag: Word = None,
    case: Word = None,
) -> RecordFilter:
    """Return which records are meant."""
    return RecordFilter(shelf, library, language, tag, case)
