"""Takes files in for ``add``, ``read`` and ``trial``, and tells at the end what could not be taken."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.cli.desk import Desk, SandukuUsageError, error_to_json
from engine.cli.showing import counted
from engine.cli.work_on import step
from engine.errors import BadInputError, ExitCode, SandukuError

if TYPE_CHECKING:
    from engine.intake import Intake, Refused, Skipped, Taken
    from engine.library import Library

STDIN = Path("-")
MOST_LISTED = 200
"""Documents that are listed one by one after adding."""
MOST_ALIKE = 3
"""Files with one and the same problem that are still told one by one, and skipped ones that are named."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that gave nothing, or not all: what is wrong with it, and what to do."""

    name: str
    error: SandukuError


@dataclass(slots=True)
class Intaken:
    """What came of a number of paths."""

    taken: "list[Taken]" = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: "list[Skipped]" = field(default_factory=list)

    @property
    def exit_code(self) -> ExitCode:
        """0 if all went well; a lone file's own code; 4 for a batch."""
        if not self.problems:
            return ExitCode.OK
        alone = len(self.problems) == 1 and not self.taken
        return self.problems[0].error.exit_code if alone else ExitCode.SOME_FAILED

    def to_json(self) -> dict[str, Any]:
        """Return what a program needs beside the documents."""
        return {
            "problems": [{"name": each.name, "error": error_to_json(each.error)} for each in self.problems],
            "skipped": [{"path": str(each.path), "reason": each.reason} for each in self.skipped],
        }


def take_in(
    desk: Desk,
    library: "Library",
    paths: Sequence[Path],
    *,
    batch: str,
    priority: int = 0,
    password: str | None = None,
    name: str | None = None,
) -> Intaken:
    """Take in files, folders and standard input (``-``); a bad file never stops the rest."""
    from engine.intake import Intake

    found = Intaken()
    intake = Intake(library, desk.settings.pages, batch=batch, priority=priority, password=password)
    # Enough to be refused as too large; an endless stream must not fill the memory first.
    most_bytes = (desk.settings.pages.max_file_megabytes + 1) * 1_000_000
    try:
        with step(desk, "Adding") as progress:
            for outcome in _outcomes(intake, paths, name, most_bytes):
                _sort_in(found, outcome, {path.absolute() for path in paths})
                count = len(found.taken) + len(found.problems)
                progress.update(done=count, total=None, label=f"Adding: {counted(count, 'file')}")
    except KeyboardInterrupt:
        added = counted(len(found.taken), "file")
        desk.say(f"Stopped. {added} taken in so far; give the same files again to go on with the rest.")
        raise
    return found


def _outcomes(
    intake: "Intake", paths: Sequence[Path], name: str | None, most_bytes: int
) -> "Iterator[Taken | Refused | Skipped]":
    from engine.intake import Refused

    if STDIN in paths:
        try:
            yield intake.take(sys.stdin.buffer.read(most_bytes), name=name or "standard input")
        except BadInputError as error:
            yield Refused(None, name or "standard input", error)
    yield from intake.take_all(path for path in paths if path != STDIN)


def _sort_in(found: Intaken, outcome: "Taken | Refused | Skipped", named: set[Path]) -> None:
    from engine.intake import Refused, Skipped
    from engine.pages import EncryptedFileError

    if isinstance(outcome, Refused):
        if isinstance(outcome.error, EncryptedFileError):
            outcome.error.remedy = "Add --password to be asked for it, or --password-file FILE."
        found.problems.append(Problem(str(outcome.path or outcome.name), outcome.error))
    elif isinstance(outcome, Skipped):
        found.skipped.append(outcome)
        if outcome.path.absolute() in named and not outcome.path.exists():
            error = BadInputError(outcome.reason, which=outcome.path, remedy="Check how it is written.")
            found.problems.append(Problem(str(outcome.path), error))
            found.skipped.pop()
    else:
        found.taken.append(outcome)


def tell_intake(desk: Desk, found: Intaken) -> None:
    """Say how many documents are new, known, known by another name, in the trash or skipped."""
    new = sum(not taken.already_known for taken in found.taken)
    known = len(found.taken) - new
    parts = [f"{counted(new, 'new document')}" if new else "", f"{known:,} already known" if known else ""]
    if any(parts):
        desk.say(", ".join(filter(None, parts)) + ".")
    for taken in found.taken:
        named = taken.path and desk.name(taken.path.name)
        if taken.already_known and named and named != desk.name(taken.name):
            desk.say(f"{named} is the same as {desk.name(taken.name)}  [{taken.document_id[:8]}].")
        if taken.in_trash:
            desk.warn(
                f"{desk.name(taken.name)} is in the trash; bring it back with 'sanduku trash restore"
                f" {taken.document_id[:8]}'."
            )
        for note in taken.notes:
            desk.warn(f"{desk.name(taken.name)}: {note}")
    if found.skipped:
        reasons: dict[str, list[str]] = {}
        for skipped in found.skipped:
            reasons.setdefault(skipped.reason, []).append(desk.name(skipped.path.name))
        for reason, names in reasons.items():
            some = ", ".join(names[:MOST_ALIKE]) + (", ..." if names[MOST_ALIKE:] else "")
            desk.say(f"Skipped {counted(len(names), 'path')} ({some}): {reason}", style="dim")


def tell_problems(desk: Desk, found: Intaken) -> None:
    """Tell of each bad file what is wrong and what to do."""
    if not found.problems or desk.as_json:
        return
    if len(found.problems) == 1:
        [problem] = found.problems
        desk.tell(_named(problem))
        return
    desk.say(f"\n{counted(len(found.problems), 'file')} could not be read in full:", style="bold red")
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for each in found.problems:
        kind = (Path(each.name).suffix.lower(), each.error.code, each.error.what, each.error.remedy)
        alike.setdefault(kind, []).append(each)
    rows = [row for (suffix, *_), group in alike.items() for row in _rows(desk, suffix, group)]
    desk.table(("file", "what is wrong", "what to do"), rows, on=desk.err)


def _rows(desk: Desk, suffix: str, group: Sequence[Problem]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each file, or one for all of them where they are many of one kind."""
    names = [desk.name(Path(each.name).name) for each in group]
    if len(names) > MOST_ALIKE:
        kind = f"{suffix} file" if suffix else "file"
        names = [f"{counted(len(names), kind)}: {', '.join(names[:MOST_ALIKE])}, ..."]
    error = group[0].error
    for name in names:
        yield name, desk.spoken(error.what), desk.spoken(error.remedy)


def _named(problem: Problem) -> SandukuError:
    error = problem.error
    return SandukuError(error.what, which=error.which or problem.name, remedy=error.remedy)


def try_again(library: "Library", found: Intaken) -> None:
    """Queue again what failed before in documents that were known: whoever names them wants them read."""
    for taken in found.taken:
        if taken.already_known and not taken.in_trash:
            document = library.documents.get(taken.document_id)
            if document.status.value in ("problem", "partly-read", "cancelled"):
                library.jobs.retry(document_id=document.id)


def add_page_problems(found: Intaken, library: "Library") -> None:
    """Add what went wrong while the pages were being read."""
    for taken in found.taken:
        document = library.documents.get(taken.document_id)
        if document.problem is not None:
            problem = document.problem
            where = f"{document.name}, page {problem.page_index + 1}"
            remove = f"It stays in the library; 'sanduku trash put {document.id[:8]}' takes it out."
            error = BadInputError(problem.message, which=where, remedy=f"{problem.remedy} {remove}".strip())
            error.code = problem.code
            found.problems.append(Problem(where, error))


@contextmanager
def pdf_password(desk: Desk, *, ask: bool, file: Path | None) -> Iterator[str | None]:
    """Give the password of protected PDFs, from a file or asked for."""
    if ask and file is not None:
        raise SandukuUsageError("Both --password and --password-file were given.", remedy="Give one of them.")
    wanted = ask or file is not None
    yield desk.secret("The password of the PDFs", file=file, option="--password-file") if wanted else None


def taken_to_json(taken: "Taken") -> dict[str, Any]:
    """Return a document that was added as a program reads it."""
    values = asdict(taken)
    return {**values, "path": None if taken.path is None else str(taken.path), "notes": list(taken.notes)}
