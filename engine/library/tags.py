"""Tags: free words on documents. They are set and unset by :class:`engine.library.bulk.Bulk`."""

import unicodedata
from dataclasses import dataclass

from engine.language import normalise_for_search
from engine.library.connection import Connection
from engine.library.errors import NamelessError

_NO_LETTERS = frozenset({"Cc", "Cs", "Zl", "Zp", "Zs"})


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many documents outside the trash have it."""

    tag: str
    documents: int


class Tags:
    """Tells which tags there are."""

    def __init__(self, connection: Connection) -> None:
        """Work on an open database."""
        self._connection = connection

    def all(self, *, beginning: str = "") -> list[TagCount]:
        """Return the tags of documents outside the trash, in the order of the alphabet.

        Args:
            beginning: How they begin, without regard to case and accents; for completing what is typed.
        """
        key = tag_key(beginning) if beginning.strip() else ""
        rows = self._connection.rows(
            "SELECT min(tag) AS tag, count(*) AS count FROM document_tags JOIN documents ON"
            " documents.number = document WHERE substr(tag_key, 1, length(:key)) = :key AND"
            " trashed_at IS NULL GROUP BY tag_key ORDER BY tag_key",
            {"key": key},
        )
        return [TagCount(row["tag"], row["count"]) for row in rows]


def clean_tag(tag: str) -> str:
    """Return a tag as it is kept: one line, NFC, no spaces at its ends.

    Raises:
        NamelessError: Nothing is left of it.
    """
    # Joiners within a word stay: some languages written in Arabic letters need them.
    printable = "".join(" " if unicodedata.category(letter) in _NO_LETTERS else letter for letter in tag)
    clean = unicodedata.normalize("NFC", " ".join(printable.split()))
    if not clean:
        raise NamelessError("A tag needs at least one letter.", remedy="Type a word and try again.")
    return clean


def tag_key(tag: str) -> str:
    """Return what two spellings of the same tag have in common."""
    return normalise_for_search(tag) or " ".join(tag.casefold().split())
