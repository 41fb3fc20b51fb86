"""Cases: documents that belong together, such as those of a household or a patient.

A document may belong to several. A removed case is kept, with what belonged to it, until it is restored or
the trash is emptied of it; its documents stay where they are.
"""

from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.language import normalise_for_search
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.errors import NamelessError


@dataclass(frozen=True, slots=True)
class Case:
    """Documents that belong together.

    Attributes:
        id: Unique in the world.
        name: What people call it; two may have the same name.
        note: Whatever a person wrote about it.
        created_at: ISO 8601, UTC.
        created_by: Who made it.
        documents: How many documents outside the trash belong to it.
        to_check: How many of these are still to be checked.
    """

    id: str
    name: str
    note: str
    created_at: str
    created_by: str
    documents: int
    to_check: int


class Cases:
    """Makes, finds, changes and removes cases."""

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

    def create(self, name: str, *, note: str = "") -> Case:
        """Make a case without documents; raises NamelessError without a name."""
        name, case_id = _clean_name(name), self._new_id()
        with self._connection.transaction():
            moment = timestamp(self._clock.now())
            self._connection.run(
                "INSERT INTO cases (id, name, name_key, note, created_at, created_by)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (case_id, name, normalise_for_search(name), _storable(note), moment, self._author),
            )
            self._record(case_id, "created", {"name": name, "note": _storable(note)})
        return self.get(case_id)

    def get(self, case_id: str) -> Case:
        """Return a case; raises NotFoundError if there is none or it was removed."""
        found = self._select("cases.id = :id", {"id": case_id})
        if not found:
            raise NotFoundError("There is no such case.", which=case_id)
        return found[0]

    def find(self, name_contains: str = "", *, latest_first: bool = False) -> list[Case]:
        """Return the cases in the order of the alphabet.

        Args:
            name_contains: Part of the name, without regard to case and accents.
            latest_first: The case that was made last comes first instead.
        """
        return self._select(
            "instr(cases.name_key, :part) > 0 OR :part = ''",
            {"part": normalise_for_search(name_contains)},
            order="cases.number DESC" if latest_first else "cases.name_key, cases.number",
        )

    def change(self, case_id: str, *, name: str | None = None, note: str | None = None) -> Case:
        """Give a case another name or note; what is None stays.

        Raises:
            NotFoundError: There is no such case.
            NamelessError: The name is empty.
        """
        with self._connection.transaction():
            before = self.get(case_id)
            now = _clean_name(name) if name is not None else before.name
            noted = _storable(note) if note is not None else before.note
            if (now, noted) != (before.name, before.note):
                self._connection.run(
                    "UPDATE cases SET name = ?, name_key = ?, note = ? WHERE id = ?",
                    (now, normalise_for_search(now), noted, case_id),
                )
                self._record(
                    case_id,
                    "changed",
                    {
                        "name": now,
                        "note": noted,
                        "previous_name": before.name,
                        "previous_note": before.note,
                    },
                )
        return self.get(case_id)

    def remove(self, case_id: str) -> None:
        """Remove a case; its documents stay, and :meth:`restore` undoes it. Raises NotFoundError."""
        with self._connection.transaction():
            self.get(case_id)
            self._connection.run(
                "UPDATE cases SET removed_at = ? WHERE id = ?", (timestamp(self._clock.now()), case_id)
            )
            self._record(case_id, "removed", {})

    def restore(self, case_id: str) -> Case:
        """Bring a removed case back with its documents; raises NotFoundError."""
        with self._connection.transaction():
            count = self._connection.run(
                "UPDATE cases SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL", (case_id,)
            )
            if not count:
                raise NotFoundError("There is no such removed case.", which=case_id)
            self._record(case_id, "restored", {})
        return self.get(case_id)

    def purge_removed(self, before: str) -> int:
        """Do away for good with cases that were removed before a moment, and return how many.

        What the change log says about them is erased.
        """
        with self._connection.transaction():
            rows = self._connection.rows(
                "SELECT number, id FROM cases WHERE removed_at IS NOT NULL AND removed_at <= ?", (before,)
            )
            for row in rows:
                self._connection.run("DELETE FROM cases WHERE number = ?", (row["number"],))
                self._changes.erase_payloads_of("case", row["id"])
                self._record(row["id"], "purged", {})
        return len(rows)

    # For bulk actions, within their transactions.

    def exists(self, case_id: str) -> bool:
        """Return whether there is such a case that is not removed."""
        return bool(
            self._connection.value("SELECT 1 FROM cases WHERE id = ? AND removed_at IS NULL", (case_id,))
        )

    def ids_of(self, document: int) -> list[str]:
        """Return the ids of the cases that a document belongs to, given its number."""
        rows = self._connection.rows(
            "SELECT cases.id FROM case_documents JOIN cases ON cases.number = case_number"
            " WHERE document = ? AND removed_at IS NULL ORDER BY cases.number",
            (document,),
        )
        return [row[0] for row in rows]

    def set_member(self, document: int, document_id: str, case_id: str, *, member: bool, author: str) -> None:
        """Put a document into a case or take it out; within a transaction."""
        statement = (
            "INSERT INTO case_documents (case_number, document)"
            " SELECT number, :document FROM cases WHERE id = :case"
            if member
            else "DELETE FROM case_documents WHERE document = :document"
            " AND case_number = (SELECT number FROM cases WHERE id = :case)"
        )
        self._connection.run(statement, {"document": document, "case": case_id})
        self._changes.record(
            "document",
            document_id,
            "put-in-case" if member else "taken-from-case",
            {"case": case_id},
            author=author,
            document_id=document_id,
        )

    def _record(self, case_id: str, kind: str, payload: dict[str, str]) -> None:
        self._changes.record("case", case_id, kind, payload, author=self._author)

    def _select(
        self, condition: str, parameters: dict[str, str], *, order: str = "cases.number"
    ) -> list[Case]:
        rows = self._connection.rows(
            "SELECT cases.*, count(documents.number) AS documents,"
            " count(CASE WHEN shelf = 'to-check' THEN 1 END) AS to_check FROM cases"
            " LEFT JOIN case_documents ON case_number = cases.number"
            " LEFT JOIN documents ON documents.number = case_documents.document AND trashed_at IS NULL"
            f" WHERE removed_at IS NULL AND ({condition}) GROUP BY cases.number"
            f" ORDER BY {order}",
            parameters,
        )
        return [_case(row) for row in rows]


def _case(row: Row) -> Case:
    return Case(
        id=row["id"],
        name=row["name"],
        note=row["note"],
        created_at=row["created_at"],
        created_by=row["created_by"],
        documents=row["documents"],
        to_check=row["to_check"],
    )


def _clean_name(name: str) -> str:
    clean = " ".join(_storable(name).split())
    if not clean:
        raise NamelessError("A case needs a name.", remedy="Type a name and try again.")
    return clean


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
