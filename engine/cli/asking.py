"""Has image models asked about pages, shows what they say while they speak, and gathers the answers.

Shared by ``describe``, ``ask``, ``extract`` and ``photos``. The work goes through the queue like all other,
so a window that is open at the same time shows it. Ctrl+C takes what is not answered out of the queue, unless
the window asked for it as well.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.live import Live
from rich.text import Text

from engine.answer import AnswerTask
from engine.cli.desk import Desk
from engine.cli.showing import counted
from engine.cli.work_on import Following, bar, duration, work_through
from engine.errors import ExitCode, NotFoundError, SandukuError

if TYPE_CHECKING:
    from engine.library import Document, Library, Page
    from engine.library.questions import Asking

MANY_PAGES = 5
"""From so many on it is told beforehand how long they will take."""
LAST_WORDS = 600
"""Letters that are shown of what a model says, while it speaks."""
_EXIT_CODES = {
    "vision.no-pack": ExitCode.MISSING_DEPENDENCY,
    "vision.question": ExitCode.BAD_INPUT,
    "vision.schema": ExitCode.BAD_INPUT,
    "setting": ExitCode.USAGE,
}


@dataclass(frozen=True, slots=True)
class PageAsked:
    """A page that something is asked about.

    Attributes:
        document: Its document.
        page: The page.
    """

    document: "Document"
    page: "Page"


class AskingFailedError(SandukuError):
    """Nothing was answered."""

    exit_code = ExitCode.SOME_FAILED
    code = "answer.failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking.

    Attributes:
        asked: The pages, each with how far its answer is; those that are not read are not among them.
        unread: Pages that nothing could be asked about, since they are not read yet.
    """

    asked: "tuple[tuple[PageAsked, Asking], ...]"
    unread: int

    @property
    def failed(self) -> "tuple[tuple[PageAsked, Asking], ...]":
        """Those that ended with an error, or were cancelled."""
        return tuple(
            each for each in self.asked if each[1].job.state.value in ("failed", "dead", "cancelled")
        )

    @property
    def exit_code(self) -> ExitCode:
        """0 if all was answered; 4 if some was not."""
        return ExitCode.SOME_FAILED if self.failed or self.unread else ExitCode.OK


def pages_of(library: "Library", documents: "Sequence[Document]", page: int | None) -> Iterator[PageAsked]:
    """Yield the pages of documents, or one of each; raises NotFoundError for one that there is not."""
    for document in documents:
        if page is not None and page > document.page_count:
            raise NotFoundError(
                f"The document has no page {page}.",
                which=document.name,
                remedy=f"It has {document.page_count}.",
            )
        for each in library.documents.pages(document.id):
            if page in (None, each.index + 1):
                yield PageAsked(document, each)


def ask_about(
    desk: Desk,
    library: "Library",
    pages: Sequence[PageAsked],
    task: AnswerTask,
    wishes: Mapping[str, Any],
    *,
    waiting: bool,
    what: str,
) -> Outcome:
    """Ask about pages and wait for the answers.

    Args:
        desk: Where it is shown.
        library: That holds the pages.
        pages: What is asked about.
        task: What is asked for.
        wishes: How; what is None is as usual.
        waiting: Whether it goes before everything else.
        what: What is being done, for the bar.
    """
    _tell_expected(desk, library, task, wishes, len(pages))
    batch = secrets.token_hex(8)
    given = {name: value for name, value in wishes.items() if value is not None}
    asked = library.questions.ask(
        [each.page.id for each in pages], task, wishes=given, waiting=waiting, batch=batch
    )
    unread = set(asked.unread)
    answerable = [each for each in pages if each.page.id not in unread]
    alone = len(asked.jobs) == 1
    draws = partial(_speaking, library=library, job=asked.jobs[0]) if alone else partial(bar, what=what)
    try:
        work_through(
            desk, library, batch=batch, processes=1, tasks=(task.value,), urgent=waiting, draws=draws
        )
    except KeyboardInterrupt:
        library.questions.withdraw(asked.jobs, asked.asker)
        desk.say("Stopped. What was answered is kept; the rest is not asked any more.")
        raise
    followed = [(page, _follow(library, job)) for page, job in zip(answerable, asked.jobs, strict=True)]
    gone = sum(asking is None for _, asking in followed)
    if gone:
        desk.warn(f"{counted(gone, 'page')} removed meanwhile.")
    if unread:
        desk.warn(
            f"{counted(len(unread), 'page')} not read yet, and nothing was asked about; see 'sanduku work'."
        )
    return Outcome(tuple((page, asking) for page, asking in followed if asking is not None), len(unread))


def _tell_expected(
    desk: Desk, library: "Library", task: AnswerTask, wishes: Mapping[str, Any], pages: int
) -> None:
    """Say how long many pages will probably take, where that is known, before anything is asked."""
    from engine.inventory import pace_facts
    from engine.packs.shelf import Shelf

    if pages < MANY_PAGES or desk.as_json:
        return
    shelf = Shelf.at(desk.places)
    try:
        pack = shelf.find(wishes["pack"]) if wishes.get("pack") else shelf.for_task(task)
        choice = shelf.choice(task)
    except SandukuError:
        return  # asking will tell it
    if pack is None:
        return
    told = library.answers.expect(
        task,
        pace_facts(pack),
        pages=pages,
        precision=wishes.get("precision") or choice.precision or None,
        profile=wishes.get("profile") or choice.profile or None,
        length=wishes.get("style") or wishes.get("length") or choice.length or None,
    )
    if told.seconds is not None:
        where = "as measured where the pack was made" if told.basis == "pack" else "as measured here"
        desk.say(f"{counted(pages, 'page')}: about {duration(told.seconds)}, {where}. Ctrl+C stops it.")


def _follow(library: "Library", job: int) -> "Asking | None":
    """Return how far an answer is; None where somebody removed its document meanwhile."""
    try:
        return library.questions.follow(job)
    except NotFoundError:
        return None


def error_of(asked: PageAsked, asking: "Asking") -> SandukuError:
    """Return why a page was not answered as an error."""
    job = asking.job
    error = AskingFailedError(
        job.error_message or f"It was not answered: the job is {job.state.value}.",
        which=f"{asked.document.name}, page {asked.page.index + 1}",
        remedy=job.error_remedy or "",
    )
    if job.error_code is not None:
        error.code = job.error_code
        usual = ExitCode.MISSING_DEPENDENCY if job.error_code.startswith("pack.") else ExitCode.SOME_FAILED
        error.exit_code = _EXIT_CODES.get(job.error_code, usual)
    return error


def tell_failures(desk: Desk, outcome: Outcome) -> ExitCode:
    """Tell what was not answered, each with its remedy; return the exit code. One alone keeps its own."""
    failures = [error_of(*each) for each in outcome.failed]
    if len(outcome.asked) == 1 and failures:
        raise failures[0]
    if desk.as_json:
        return outcome.exit_code
    alike: dict[tuple[str, str], list[SandukuError]] = {}
    for each in failures:
        alike.setdefault((each.what, each.remedy), []).append(each)
    rows = [
        (counted(len(group), "page") if len(group) > 1 else desk.name(group[0].which or ""), what, remedy)
        for (what, remedy), group in alike.items()
    ]
    if rows:
        desk.table(
            ("page", "what is wrong", "what to do"),
            [(name, desk.spoken(what), desk.spoken(remedy)) for name, what, remedy in rows],
            on=desk.err,
        )
    return outcome.exit_code


@contextmanager
def _speaking(
    desk: Desk, following: Following, *, library: "Library", job: int
) -> Iterator[Callable[[], None]]:
    """Show what a model says while it speaks; what was looked over is printed at the end."""
    del following
    if not desk.err.is_terminal or desk.as_json:
        yield lambda: None
        return
    with Live(
        Text("Waiting ...", style="dim"), console=desk.err, transient=True, refresh_per_second=8
    ) as live:

        def draw() -> None:
            told = library.jobs.told(job)
            if told:
                live.update(Text(desk.clean(told[-LAST_WORDS:]), style="dim"))

        yield draw
