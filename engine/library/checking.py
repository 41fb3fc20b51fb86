"""Looks a library over: the database, the files, the queue and the change log.

Every problem comes with what it concerns and what to do, and so does every warning, which makes no library
unsound. A damaged part does not keep the rest from being looked at. This module repairs only what can be made
anew from what is sound: the search index and left-over files.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import SandukuError
from engine.library.changes import Changes
from engine.library.clock import timestamp
from engine.library.connection import BRING_BACK, Connection
from engine.library.drafts import leftovers
from engine.library.errors import CorruptLibraryError
from engine.library.files import Files
from engine.progress import SILENT, Progress

_REPAIR = "Run 'sanduku check --repair'."
_REPORT = "Please report this; until then restore the latest backup if documents are missing."


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a library that is not as it must be.

    Attributes:
        code: Stable name.
        what: What is wrong, as one sentence.
        which: The document, file or job that it concerns.
        remedy: What the person can do.
    """

    code: str
    what: str
    which: str
    remedy: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    Attributes:
        problems: Empty if the library is sound.
        warnings: What is sound and yet wants a person's attention.
        counts: Of ``documents``, ``pages``, ``readings``, ``corrections``, ``answers``, ``jobs``,
            ``changes``, ``files`` and ``unused_files`` (left by a crash, harmless).
    """

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


_INVARIANTS = (
    (
        "document.pages",
        "The document does not have all its pages.",
        (
            "SELECT id FROM documents"
            " WHERE page_count <> (SELECT count(*) FROM pages WHERE document = documents.number)"
        ),
        _REPORT,
    ),
    (
        "page.job",
        "A page was never queued.",
        (
            "SELECT documents.id || ' page ' || (page_index + 1) FROM pages"
            " JOIN documents ON documents.number = document"
            " WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE page = pages.number AND task = 'read')"
        ),
        _REPORT,
    ),
    (
        "page.result",
        "A page is told to be read and has no reading.",
        (
            "SELECT documents.id || ' page ' || (page_index + 1) FROM jobs"
            " JOIN pages ON pages.number = jobs.page"
            " JOIN documents ON documents.number = jobs.document"
            " WHERE jobs.state = 'done' AND jobs.task = 'read' AND pages.reading IS NULL"
        ),
        "Read the document anew with 'sanduku jobs retry'.",
    ),
    (
        "page.reading",
        "A page shows the reading of another page.",
        (
            "SELECT pages.id FROM pages JOIN readings ON readings.number = pages.reading"
            " WHERE readings.page <> pages.number"
        ),
        _REPORT,
    ),
    (
        "document.facts",
        "The list of documents tells a state that the document is not in.",
        (
            "SELECT documents.id FROM documents JOIN document_facts AS facts USING (number)"
            " JOIN document_states AS states USING (number)"
            " WHERE (documents.pages_read, documents.lowest_confidence, documents.languages,"
            " documents.status) IS NOT (facts.pages_read, facts.lowest_confidence,"
            " facts.languages, states.status)"
        ),
        _REPORT,
    ),
    (
        "job.held",
        "A job waits although its document is neither paused nor in the trash, or the reverse.",
        (
            "SELECT jobs.number FROM jobs JOIN documents ON documents.number = jobs.document"
            " WHERE held <> (documents.paused OR trashed_at IS NOT NULL)"
        ),
        "Pause and resume the document.",
    ),
    (
        "answer.missing",
        "A job tells of an answer that is not there.",
        (
            "SELECT 'job ' || jobs.number FROM jobs WHERE json_extract(result, '$.answer') IS NOT NULL"
            " AND json_extract(result, '$.answer') NOT IN (SELECT id FROM answers)"
        ),
        _REPORT,
    ),
    (
        "answer.scene",
        "A photo has a label of another page.",
        (
            "SELECT pages.id FROM scenes JOIN answers ON answers.number = scenes.answer"
            " JOIN pages ON pages.number = scenes.page WHERE answers.page <> scenes.page"
        ),
        _REPORT,
    ),
    (
        "answer.search",
        "An answer cannot be found by the search, or a rejected one is found.",
        (
            "SELECT answers.id FROM answers LEFT JOIN answer_reviews AS reviews ON reviews.number ="
            " (SELECT max(number) FROM answer_reviews WHERE answer = answers.number)"
            " WHERE (coalesce(reviews.state, '') <> 'rejected')"
            " <> (answers.number IN (SELECT answer FROM answer_texts))"
        ),
        _REPAIR,
    ),
    (
        "search.missing",
        "A page that is read cannot be found by the search.",
        (
            "SELECT pages.id FROM pages JOIN documents ON documents.number = pages.document"
            " WHERE reading IS NOT NULL AND trashed_at IS NULL"
            " AND pages.number NOT IN (SELECT page FROM page_texts)"
        ),
        _REPAIR,
    ),
    (
        "search.surplus",
        "A page in the trash is found by the search.",
        (
            "SELECT pages.id FROM page_texts JOIN pages ON pages.number = page_texts.page"
            " JOIN documents ON documents.number = pages.document"
            " WHERE trashed_at IS NOT NULL OR reading IS NULL"
        ),
        _REPAIR,
    ),
)

_WARNINGS = frozenset({"search.not-compared", "clock.ahead", "drafts.left"})
_COUNTED = ("documents", "pages", "readings", "corrections", "answers", "jobs", "changes")


def check_library(
    open_look: Callable[[], "Checkup"],
    progress: Progress = SILENT,
    *,
    quick: bool = False,
    read_only: bool = False,
) -> CheckReport:
    """Look everything over.

    Args:
        open_look: Opens the library anew. Each part has a connection of its own: what an older one remembers
            can hide damage on the disk, SQLite's integrity_check takes a search index for damaged that
            another process has changed meanwhile, and SQLCipher writes nothing more once it has met a
            damaged page.
        progress: Told how far it is.
        quick: Look whether files are there, and do not read them to their end.
        read_only: Whether the library cannot be written; SQLite then cannot compare its search indexes.
    """
    problems: list[Problem] = []
    warnings: list[Problem] = []
    counts: dict[str, int] = {}
    parts: tuple[tuple[str, Callable[[Checkup], Iterator[Problem]]], ...] = (
        ("database", Checkup.database),
        ("queue", Checkup.invariants),
        ("search", Checkup.search_unseen if read_only else Checkup.search),
        ("change log", Checkup.chain),
        ("files", lambda look: look.stored_files(counts, progress, quick=quick)),
        ("counts", lambda look: look.counts(counts)),
        ("clock", Checkup.clock),
        ("left-overs", Checkup.left_over),
    )
    for name, part in parts:
        progress.update(done=0, total=None, label=name)
        try:
            look = open_look()
            try:
                for found in part(look):
                    (warnings if found.code in _WARNINGS else problems).append(found)
            finally:
                look.close()
        except CorruptLibraryError as error:
            problems.append(Problem("database.damaged", error.what, name, BRING_BACK))
    return CheckReport(tuple(problems), tuple(warnings), counts)


class Checkup:
    """One look over a library."""

    def __init__(
        self,
        folder: Path,
        connection: Connection,
        files: Files,
        changes: Changes,
        reindex: Callable[[int], None],
        reindex_answers: Callable[[], None],
    ) -> None:
        """Work on an open library.

        Args:
            folder: Of the library.
            connection: The database.
            files: The files.
            changes: The change log.
            reindex: Makes the pages of a document searchable anew, given its number, within a transaction.
            reindex_answers: Makes all answers searchable anew, within a transaction.
        """
        self._folder = folder
        self._connection = connection
        self._files = files
        self._changes = changes
        self._reindex = reindex
        self._reindex_answers = reindex_answers

    def repair(self) -> int:
        """Make the search anew and remove left-over files; return how many files were removed."""
        with self._connection.transaction():
            # First, because a damaged index cannot follow the pages' going.
            self._connection.run("INSERT INTO word_ends (word_ends) VALUES ('delete-all')")
            self._connection.run("DELETE FROM page_texts")
            self._connection.run("INSERT INTO words (words) VALUES ('rebuild')")
            for row in self._connection.rows("SELECT number FROM documents WHERE trashed_at IS NULL"):
                self._reindex(row[0])
            self._connection.run("INSERT INTO answer_words (answer_words) VALUES ('rebuild')")
            self._reindex_answers()
        return self._files.collect()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def database(self) -> Iterator[Problem]:
        """Look at the database as SQLite and SQLCipher see it."""
        # Answers nothing where the database is not encrypted.
        pragmas = ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check")
        for row in (row for pragma in pragmas for row in self._connection.rows(pragma)):
            if row[0] != "ok":
                yield Problem("database.damaged", str(row[0]), str(self._connection.path), BRING_BACK)
        for row in self._connection.rows("PRAGMA foreign_key_check"):
            yield Problem(
                "database.reference", "A row refers to one that is gone.", f"table {row[0]}", _REPORT
            )

    def invariants(self) -> Iterator[Problem]:
        """Look at what must hold between documents, pages, jobs and readings."""
        for code, what, sql, remedy in _INVARIANTS:
            for row in self._connection.rows(sql):
                yield Problem(code, what, str(row[0]), remedy)

    def search(self) -> Iterator[Problem]:
        """Compare the search indexes with the text that they were made from."""
        for index in ("words", "word_ends", "answer_words"):
            try:
                with self._connection.transaction():
                    self._connection.run(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except CorruptLibraryError:
                yield Problem("search.damaged", "The search index does not fit the pages.", index, _REPAIR)
        # This index keeps no text to be compared with, so at least it must have the pages that there are.
        for row in self._connection.rows(
            "SELECT page FROM page_texts WHERE page NOT IN (SELECT id FROM word_ends_docsize) UNION ALL"
            " SELECT id FROM word_ends_docsize WHERE id NOT IN (SELECT page FROM page_texts)"
        ):
            yield Problem("search.damaged", "The search index does not fit the pages.", str(row[0]), _REPAIR)

    def search_unseen(self) -> Iterator[Problem]:
        """Tell that the search indexes were not compared."""
        yield Problem(
            "search.not-compared",
            "The search index was not compared with the pages, because nothing can be written here.",
            "search",
            "Copy the folder to a disk that can be written, and check it there.",
        )

    def clock(self) -> Iterator[Problem]:
        """Look whether the change log's clock has run ahead of the computer's."""
        warning = clock_warning(self._changes)
        if warning is not None:
            yield warning

    def left_over(self) -> Iterator[Problem]:
        """Look for what an interrupted create, restore or backup left beside the library."""
        for each in leftovers(self._folder.absolute().parent):
            yield Problem(
                "drafts.left",
                "This folder was left by a library, backup or restoring that was cut short."
                if each.abandoned
                else "This folder is being put together by another program, or was left by one.",
                str(each.folder),
                _REPAIR
                if each.abandoned
                else "If no backup or restoring is under way on any computer, delete it.",
            )

    def chain(self) -> Iterator[Problem]:
        """Look at the change log."""
        for fault in self._changes.verify_chain():
            yield Problem("changes.broken", fault, "change log", BRING_BACK)

    def stored_files(self, counts: dict[str, int], progress: Progress, *, quick: bool) -> Iterator[Problem]:
        """Look at every file that the database refers to, and count them."""
        referenced = list(self._files.referenced())
        look = self._files.look if quick else self._files.verify
        for done, sha256 in enumerate(referenced, 1):
            try:
                look(sha256)
            except SandukuError as error:
                yield Problem(error.code, error.what, self._owner(sha256), error.remedy)
            progress.update(done=done, total=len(referenced), label="files")
        kept = {self._files.path(sha256) for sha256 in referenced}
        counts["files"] = len(referenced)
        counts["unused_files"] = sum(path not in kept for path in self._files.stored())

    def counts(self, counts: dict[str, int]) -> Iterator[Problem]:
        """Count the rows."""
        for table in _COUNTED:
            counts[table] = int(self._connection.value(f"SELECT count(*) FROM {table}"))
        yield from ()

    def _owner(self, sha256: str) -> str:
        """Return what a file belongs to, in words."""
        row = self._connection.row(
            "SELECT name, id, 'original' AS kind FROM documents WHERE sha256 = :sha256 UNION ALL"
            " SELECT name, documents.id, 'image of page ' || (page_index + 1) FROM readings"
            " JOIN pages ON pages.number = readings.page JOIN documents ON documents.number = pages.document"
            " WHERE :sha256 IN (image_sha256, thumbnail_sha256) LIMIT 1",
            {"sha256": sha256},
        )
        return f"{row['name']} ({row['id']}), {row['kind']}" if row else sha256


def clock_warning(changes: Changes) -> Problem | None:
    """Return what to tell a person if the change log's clock lies far ahead of the computer's, else None."""
    ahead = changes.clock_ahead()
    if ahead is None:
        return None
    return Problem(
        "clock.ahead",
        f"The last change is dated {timestamp(ahead.milliseconds / 1000)[:10]}, and this computer's clock is"
        " before that. Either the clock was wrong then or it is wrong now. The order of changes is kept.",
        "change log",
        "Set the computer's date and time right. If they are, date new changes by them again with"
        " 'sanduku check --repair'.",
    )
