"""Brings a database to the schema that this version of Sanduku knows.

Each step is a readable file ``schema/NNNN_name.sql``. All steps that are missing run in one transaction
together with the rise of ``user_version``: they are done, or they never began. Before they touch somebody's
data, the database is copied whole, under the same lock: two programs that open an old library at once do it
once.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from sqlite3 import complete_statement

from engine.errors import DiskFullError
from engine.library.connection import BRING_BACK, COPY_FIRST, Connection
from engine.library.errors import (
    CorruptLibraryError,
    LibraryBusyError,
    LibraryTooNewError,
    LibraryUnreachableError,
    MigrationFailedError,
    ReadOnlyLibraryError,
)
from engine.replaced import ProgramReplacedError, was_replaced


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the schema.

    Attributes:
        version: The version that the database has after it.
        name: What it is about.
        sql: Its statements.
    """

    version: int
    name: str
    sql: str


def steps() -> tuple[Step, ...]:
    """Return all steps in order."""
    found = []
    for file in resources.files("engine.library").joinpath("schema").iterdir():
        match = re.fullmatch(r"(\d{4})_(\w+)\.sql", file.name)
        if match:
            found.append(Step(int(match[1]), match[2], file.read_text(encoding="utf-8")))
    return tuple(sorted(found, key=lambda step: step.version))


def migrate(
    connection: Connection, known: tuple[Step, ...], *, save: Callable[[int], None], fresh: bool = False
) -> None:
    """Bring the database to the last of the known steps.

    Args:
        connection: The database.
        known: All steps in order.
        save: Called with the present version before existing data is touched, while ``connection`` holds the
            write lock; it must copy the database durably by a connection of its own, or raise.
        fresh: Whether an empty database may be set up; an empty one is otherwise taken as damage.

    Raises:
        LibraryTooNewError: The database has a version after the last known step.
        CorruptLibraryError: The database is empty and should not be.
        MigrationFailedError: A step cannot be done on what is there; nothing was changed.
        ProgramReplacedError: The known steps are those of a version that was installed meanwhile.
    """
    present, latest = _version(connection), known[-1].version
    _refuse_newer(connection, present, latest)
    if present == latest:
        return
    if was_replaced():  # the steps that lie beside this program are another version's
        raise ProgramReplacedError
    with connection.transaction():
        # Within the lock nobody else brings the schema forward; somebody may have done it just before.
        present = _version(connection)
        if 0 < present < latest:
            save(present)
        elif present == 0 and not fresh:
            raise CorruptLibraryError(
                "The database is empty.",
                which=connection.path,
                remedy=BRING_BACK,
            )
        for step in known:
            if step.version > present:
                with _done_or_told(connection, step, fresh=present == 0):
                    for statement in statements(step.sql):
                        connection.run(statement)
                    connection.run(f"PRAGMA user_version = {step.version}")


@contextmanager
def _done_or_told(connection: Connection, step: Step, *, fresh: bool) -> Iterator[None]:
    """Tell a step that cannot be done from what the disk or another program refuses, and from damage."""
    try:
        yield
    except (
        CorruptLibraryError,
        DiskFullError,
        LibraryBusyError,
        LibraryUnreachableError,
        ReadOnlyLibraryError,
    ):
        raise
    except Exception as error:
        if fresh:
            raise
        raise MigrationFailedError(
            f"This version of Sanduku could not bring your library up to date (step {step.version},"
            f" {type(error).__name__}). The library is as it was.",
            which=connection.path.parent,
            remedy="Go on with the version before, which opens it: 'sanduku update rollback', or the package"
            " of that version. Then send 'sanduku diagnostics' to whoever gave you this one.",
        ) from error


def refuse_other_schema(connection: Connection, known: tuple[Step, ...]) -> None:
    """Let a database that cannot be written pass only if it has the last of the known steps.

    Raises:
        LibraryTooNewError: It has a later one.
        ReadOnlyLibraryError: It has an earlier one.
    """
    present, latest = _version(connection), known[-1].version
    _refuse_newer(connection, present, latest)
    if present < latest:
        raise ReadOnlyLibraryError(
            "An earlier version of Sanduku made this library. It must be brought up to date before it can be"
            " read, and nothing can be written here.",
            which=connection.path.parent,
            remedy=COPY_FIRST,
        )


def _refuse_newer(connection: Connection, present: int, latest: int) -> None:
    if present > latest:
        raise LibraryTooNewError(
            f"The library has the format {present}, and this version of Sanduku knows formats up to"
            f" {latest}.",
            which=connection.path.parent,
            remedy="Install the latest Sanduku and open it again.",
        )


def statements(sql: str) -> Iterator[str]:
    """Yield the statements of a script one by one, triggers whole."""
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if complete_statement(gathered):
            yield gathered
            gathered = ""
    if re.sub(r"--[^\n]*", "", gathered).strip():
        raise ValueError(f"unfinished statement in a schema file: {gathered.strip()[:80]}")


def _version(connection: Connection) -> int:
    return int(connection.value("PRAGMA user_version"))
