"""Searches that a person keeps under a name: what was typed, and what narrowed it."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from engine.canonical import canonical_json
from engine.errors import NotFoundError
from engine.library.catalogue import EVERYTHING, DocumentFilter
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.errors import NamelessError


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with a name.

    Attributes:
        id: Unique in the world.
        name: What the person calls it.
        query: What was typed; may be empty.
        filter: What narrows it.
        created_at: ISO 8601, UTC.
        created_by: Who keeps it.
    """

    id: str
    name: str
    query: str
    filter: DocumentFilter
    created_at: str
    created_by: str


class SavedSearches:
    """Keeps searches."""

    def __init__(
        self,
        connection: Connection,
        changes: Changes,
        *,
        clock: Clock,
        new_id: Callable[[], str],
        author: str,
    ) -> None:
        """Work on an open library; ``author`` is who does it."""
        self._connection = connection
        self._changes = changes
        self._clock = clock
        self._new_id = new_id
        self._author = author

    def all(self) -> list[SavedSearch]:
        """Return all of them in the order in which they were first kept."""
        return [_saved(row) for row in self._connection.rows("SELECT * FROM saved_searches ORDER BY number")]

    def save(self, name: str, query: str, wanted: DocumentFilter = EVERYTHING) -> SavedSearch:
        """Keep a search; raises NamelessError without a name."""
        made = SavedSearch(
            self._new_id(), _clean(name), _storable(query), wanted, timestamp(self._clock.now()), self._author
        )
        return self.put_back(made)

    def change(
        self,
        search_id: str,
        *,
        name: str | None = None,
        query: str | None = None,
        wanted: DocumentFilter | None = None,
    ) -> SavedSearch:
        """Change parts of a kept search; what is None stays.

        Raises:
            NotFoundError: There is no such search.
            NamelessError: The name is empty.
        """
        with self._connection.transaction():
            before = self._get(search_id)
            after = SavedSearch(
                before.id,
                before.name if name is None else _clean(name),
                before.query if query is None else _storable(query),
                before.filter if wanted is None else wanted,
                before.created_at,
                before.created_by,
            )
            self._connection.run(
                "UPDATE saved_searches SET name = ?, query = ?, filter = ? WHERE id = ?",
                (after.name, after.query, canonical_json(after.filter.to_json()), search_id),
            )
            self._record(after, "changed")
        return after

    def remove(self, search_id: str) -> SavedSearch:
        """Remove a kept search and return it, for :meth:`put_back`; raises NotFoundError."""
        with self._connection.transaction():
            gone = self._get(search_id)
            self._connection.run("DELETE FROM saved_searches WHERE id = ?", (search_id,))
            self._record(gone, "removed")
        return gone

    def put_back(self, search: SavedSearch) -> SavedSearch:
        """Keep again, as it was, a search that was removed."""
        with self._connection.transaction():
            self._connection.run(
                "INSERT INTO saved_searches (id, name, query, filter, created_at, created_by)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    search.id,
                    search.name,
                    search.query,
                    canonical_json(search.filter.to_json()),
                    search.created_at,
                    search.created_by,
                ),
            )
            self._record(search, "saved")
        return search

    def _get(self, search_id: str) -> SavedSearch:
        row = self._connection.row("SELECT * FROM saved_searches WHERE id = ?", (search_id,))
        if row is None:
            raise NotFoundError("There is no such saved search.", which=search_id)
        return _saved(row)

    def _record(self, search: SavedSearch, kind: str) -> None:
        payload = {"name": search.name, "query": search.query, "filter": search.filter.to_json()}
        self._changes.record("saved-search", search.id, kind, payload, author=self._author)


def _saved(row: Row) -> SavedSearch:
    return SavedSearch(
        id=row["id"],
        name=row["name"],
        query=row["query"],
        filter=DocumentFilter.from_json(json.loads(row["filter"])),
        created_at=row["created_at"],
        created_by=row["created_by"],
    )


def _clean(name: str) -> str:
    clean = " ".join(_storable(name).split())
    if not clean:
        raise NamelessError("A saved search needs a name.", remedy="Type a name and try again.")
    return clean


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
