"""Does what a person wants done in the queue: verbs of the library, passwords, and ways to other views."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.access import LibraryAccess, ReadingWork
from desktop.actions import ActionSet, Need
from desktop.errors import Fix, fix_of
from desktop.queue import verbs
from desktop.queue.refused import RefusedFiles
from desktop.queue.state import Problem, Waiting
from engine.language import isolate

if TYPE_CHECKING:
    from desktop.queue.lists import WaitingPage
    from desktop.window.adding import Adding
    from desktop.window.toasts import Toasts


class QueueDesk(QObject):
    """Handles the actions of the queue."""

    def __init__(
        self,
        access: LibraryAccess,
        work: ReadingWork | None,
        refused: RefusedFiles,
        adding: "Adding",
        actions: ActionSet,
        toasts: "Toasts",
        open_view: Callable[[str, object], None],
        parent: QObject | None = None,
    ) -> None:
        """Handle the actions.

        Args:
            access: The library.
            work: The readers; None where nothing is read.
            refused: Files that could not be added.
            adding: Asks for passwords.
            actions: Whose handlers these are.
            toasts: Tell what was done, with a way back.
            open_view: Opens a view by its name with an argument.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._work, self._refused, self._adding = access, work, refused, adding
        self._actions, self._toasts, self._open_view = actions, toasts, open_view
        self._chosen: list[Waiting] = []
        self._page: WaitingPage | None = None

    def use(self, page: "WaitingPage") -> None:
        """Act on what is chosen in a list."""
        self._page = page
        for name, handler in {
            "queue.first": self.to_top,
            "queue.up": self.earlier,
            "queue.down": self.later,
            "queue.hold": lambda: self._pause(paused=True),
            "queue.release": lambda: self._pause(paused=False),
            "queue.cancel": self.cancel,
            "queue.retry": self.retry_all,
        }.items():
            self._actions.handle(name, handler)
        if self._work is None:
            self._actions.handle("queue.pause", lambda: self._access.do(lambda library: library.jobs.pause()))
            self._actions.handle(
                "queue.resume", lambda: self._access.do(lambda library: library.jobs.resume())
            )

    def set_queue(self, *, left: int, paused: bool) -> None:
        """Tell how the queue stands, where there are no readers that do."""
        if self._work is None:
            self._set_context(Need.PAUSED, there=paused)
            self._set_context(Need.WAITING, there=left > 0 and not paused)

    def set_chosen(self, rows: Sequence[Waiting]) -> None:
        """Tell what is chosen."""
        if list(rows) != self._chosen:
            self._chosen = list(rows)
            self._set_context(Need.JOB, there=bool(rows))

    def set_problems(self, *, there: bool) -> None:
        """Tell whether pages met problems that can be tried again."""
        self._set_context(Need.PROBLEM, there=there)

    # The line

    def to_top(self) -> None:
        """Have the chosen documents read first."""
        keys = self._keys()
        self._access.do(lambda library: verbs.move_to_top(library, keys))

    def earlier(self) -> None:
        """Put the chosen documents before the one before them."""
        assert self._page is not None
        order, keys = [row.key for row in self._page.model.rows], self._keys()
        first = min((order.index(key) for key in keys if key in order), default=0)
        if first > 0:
            self.move(keys, order[first - 1])

    def later(self) -> None:
        """Put the chosen documents after the one after them."""
        assert self._page is not None
        order, keys = [row.key for row in self._page.model.rows], self._keys()
        last = max((order.index(key) for key in keys if key in order), default=-1)
        if 0 <= last < len(order) - 1:
            self.move(keys, order[last + 2] if last + 2 < len(order) else None)

    def move(self, documents: Sequence[str], before: str | None) -> None:
        """Put documents in line before another; None for the end."""
        keys = list(documents)
        self._access.do(lambda library: verbs.move_documents(library, keys, before))

    def cancel(self) -> None:
        """Have the chosen documents not read."""
        keys = self._keys()

        def undo() -> None:
            self._access.do(lambda library: [library.jobs.retry(document_id=key) for key in keys])

        def tell(pages: int) -> None:
            words = self.tr("%Ln page(s) will not be read.", "", pages)
            self._toasts.show(words, action=self.tr("Undo"), do=undo)

        self._access.do(lambda library: verbs.cancel(library, keys), tell, owner=self)

    def stop(self, job: int) -> None:
        """Stop reading a page."""
        self._access.do(lambda library: library.jobs.cancel([job]))

    def retry_all(self) -> None:
        """Queue everything anew that failed."""
        self._access.do(lambda library: library.jobs.retry())

    def read_again(self, documents: Sequence[str]) -> None:
        """Have documents read once more."""
        keys = list(documents)
        self._access.do(lambda library: [verbs.read_again(library, key) for key in keys])

    def open_document(self, document_id: str) -> None:
        """Show a document."""
        self._open_view("check", document_id)

    # Problems

    def fix(self, problem: Problem | None, key: str, fix: str) -> None:
        """Do what a button of a problem says.

        Args:
            problem: Pages that could not be read; None for a file that could not be added.
            key: Of the file; empty for all that need a password.
            fix: A :class:`Fix`, or ``let-go``.
        """
        if fix == Fix.FREE_SPACE:
            self._open_view("documents", "trash")
        elif fix == Fix.SETTINGS:
            self._open_view("preferences", None)
        elif problem is None:
            self._fix_file(key, fix)
        elif fix == Fix.REMOVE:
            self._remove(problem)
        elif fix == Fix.STRAIGHTEN:
            self._open_view("check", problem.document_id)
        else:
            jobs = problem.jobs
            self._access.do(lambda library: library.jobs.retry(jobs))

    def fix_reading(self, fix: str) -> None:
        """Do what a button of a notice says."""
        if fix == Fix.TRY_AGAIN:
            if self._work is not None:
                self._work.try_again()
        elif fix == "watch":
            self._actions["add.watch"].trigger()
        else:
            self.fix(None, "", fix)

    def _fix_file(self, key: str, fix: str) -> None:
        if fix == "let-go":
            self._refused.let_go(key)
        elif fix == Fix.PASSWORD:
            wanted = [
                each
                for each in self._refused.files
                if key in ("", each.key) and fix_of(each.error.code) is Fix.PASSWORD
            ]
            self._adding.ask_password([each.path for each in wanted if each.path is not None])
        else:
            self._refused.try_again([key])

    def _remove(self, problem: Problem) -> None:
        document, name = problem.document_id, problem.name

        def undo() -> None:
            self._access.do(lambda library: library.trash.restore(document))

        def tell(_outcome: object) -> None:
            words = self.tr("%1 is in the trash.").replace("%1", isolate(name))
            self._toasts.show(words, kind="done", action=self.tr("Undo"), do=undo)

        self._access.do(lambda library: library.trash.put(document), tell, owner=self)

    # Helpers

    def _keys(self) -> list[str]:
        return [row.key for row in self._chosen]

    def _pause(self, *, paused: bool) -> None:
        keys = self._keys()
        self._access.do(lambda library: verbs.set_paused(library, keys, paused=paused))

    def _set_context(self, need: Need, *, there: bool) -> None:
        if (need in self._actions.context) != there:
            self._actions.add_context(add=[need] if there else [], remove=[need])
