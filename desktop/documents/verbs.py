"""What can be done with the chosen documents: each is asked of the library and told, with a way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess
from desktop.actions import ActionSet
from desktop.documents.deeds import Deeds, turn_of, turn_of_bulk
from desktop.documents.dialogs import LastWarning, Mark, Marked, MarksQuestion, TextQuestion
from desktop.documents.originals import Originals
from desktop.documents.photo_verbs import PhotoVerbs
from desktop.documents.query import ListQuery
from desktop.photos.likeness import Sighting
from desktop.style import Theme
from desktop.window.toasts import Toasts
from engine.language import isolate
from engine.library import (
    BulkResult,
    BulkUndo,
    Document,
    DocumentFilter,
    DocumentHit,
    Library,
    SavedSearch,
)

Bulk = Callable[[Library], BulkResult]

NAMED = 3
"""Documents that are named before they are deleted; of the others it is told how many they are."""

AT_ONCE = 20
"""Documents that are deleted for good before the library does something else."""


class DocumentVerbs(QObject):
    """The verbs of a list of documents."""

    def __init__(
        self,
        access: LibraryAccess,
        toasts: Toasts,
        theme: Theme,
        window: QWidget,
        *,
        chosen: Callable[[], list[str]],
        hit: Callable[[str], DocumentHit | None],
        sighting: Callable[[str], Sighting | None],
        open_view: Callable[[str, object], None],
        can_check: bool,
    ) -> None:
        """Work on a list.

        Args:
            access: Asks the library.
            toasts: Tell what was done.
            theme: Gives sizes.
            window: Over which questions stand.
            chosen: Returns the ids of the chosen documents.
            hit: Returns what was found of a document; None without a search.
            sighting: Returns the page of a document that was found by its image; None where none was.
            open_view: Opens another view.
            can_check: Whether there is a view in which documents are checked.
        """
        super().__init__(window)
        self._access, self._toasts, self._theme, self._window = access, toasts, theme, window
        self._chosen, self._hit, self._sighting = chosen, hit, sighting
        self._open_view, self._can_check = open_view, can_check
        self.deeds = Deeds(access, toasts, window)
        self._originals = Originals(access, toasts, window)
        self._photos = PhotoVerbs(
            access, self.deeds, theme, window, chosen=chosen, sighting=sighting, open_view=open_view
        )

    def handle(self, actions: ActionSet) -> None:
        """Do what the actions say."""
        for name, handler in (
            ("edit.undo", self.deeds.undo),
            ("edit.redo", self.deeds.redo),
            ("document.rename", self.rename),
            ("document.tag", self.tags),
            ("document.case", self.cases),
            ("document.approve", self.approve),
            ("document.problem", self.problem),
            ("document.send-back", self.send_back),
            ("document.read-again", self.read_again),
            ("document.save-original", self.save_originals),
            ("document.trash", self.trash),
            ("document.restore", self.restore),
            ("document.purge", self.purge),
            ("trash.empty", self.empty_trash),
        ):
            actions.handle(name, handler)
        self._photos.handle(actions)
        if self._can_check:
            actions.handle("document.check", self.check)

    # One document

    def check(self) -> None:
        """Open the first chosen document for checking."""
        chosen = self._chosen()
        if chosen:
            self._open_view("check", self._place(chosen[0]))

    def rename(self) -> None:
        """Ask for another name."""

        def ask(document: Document) -> None:
            TextQuestion(
                self._window, self._theme, self.tr("Rename"), self.tr("Name of the document"),
                self.tr("Rename"), lambda name: self._rename(document, name), text=document.name,
            )  # fmt: skip

        self._with_documents(lambda documents: ask(documents[0]))

    def _rename(self, document: Document, name: str) -> None:
        if name == document.name:
            return

        def rename(library: Library) -> None:
            library.documents.rename(document.id, name)

        def back(library: Library) -> None:
            library.documents.rename(document.id, document.name)

        def done(_nothing: object) -> None:
            words = self.tr("Renamed to %1.").replace("%1", isolate(name))
            self.deeds.told(words, turn_of(back, rename))

        self._access.do(rename, done, owner=self)

    def _place(self, document_id: str) -> object:
        """Return what the view of checking is opened with: where the words were found, if they were."""
        hit, seen = self._hit(document_id), self._sighting(document_id)
        if seen is not None:
            return {"document": document_id, "page": seen.page_index}
        if hit is None or hit.best is None:
            return document_id
        place = {"document": document_id, "page": hit.best.page_index}
        return place if hit.best.line_number is None else {**place, "line": hit.best.line_number}

    # Many

    def approve(self) -> None:
        """Approve the chosen documents."""
        ids = self._chosen()

        def done(result: BulkResult) -> None:
            words = self.tr("%Ln document(s) approved.", "", len(result.changed))
            if result.refused:
                refused = self.tr(
                    "%Ln document(s) could not be approved: nothing of it is read.", "", len(result.refused)
                )
                words = f"{words} {refused}" if result.changed else refused
            self._told(result, words)

        self._do(lambda library: library.bulk.approve(ids), done)

    def problem(self) -> None:
        """Ask what is wrong with the chosen documents, and mark them."""
        ids = self._chosen()

        def mark(reason: str) -> None:
            self._do(
                lambda library: library.bulk.mark_problem(ids, reason),
                lambda result: self._told(
                    result, self.tr("%Ln document(s) marked as a problem.", "", len(result.changed))
                ),
            )

        TextQuestion(
            self._window, self._theme, self.tr("Mark as a problem"),
            self.tr("What is wrong? Whoever comes after you reads this."), self.tr("Mark"), mark,
        )  # fmt: skip

    def send_back(self) -> None:
        """Have the chosen documents checked again."""
        ids = self._chosen()
        self._do(
            lambda library: library.bulk.send_back(ids),
            lambda result: self._told(
                result, self.tr("%Ln document(s) to be checked again.", "", len(result.changed))
            ),
        )

    def read_again(self) -> None:
        """Read the chosen documents again."""
        ids = self._chosen()

        def work(library: Library) -> int:
            for document_id in ids:
                library.jobs.read_again(document_id)
            return len(ids)

        def done(number: int) -> None:
            self._toasts.show(self.tr("%Ln document(s) will be read again.", "", number), kind="done")

        self._access.do(work, done, owner=self)

    def save_originals(self) -> None:
        """Ask for a folder, and save the original files of the chosen documents there."""
        self._originals.ask(self._chosen())

    def trash(self) -> None:
        """Move the chosen documents to the trash."""
        ids = self._chosen()
        self._do(
            lambda library: library.bulk.trash(ids),
            lambda result: self._told(
                result, self.tr("%Ln document(s) moved to the trash.", "", len(result.changed))
            ),
        )

    def restore(self) -> None:
        """Bring the chosen documents back."""
        ids = self._chosen()
        self._do(
            lambda library: library.bulk.restore(ids),
            lambda result: self._told(result, self.tr("%Ln document(s) restored.", "", len(result.changed))),
        )

    def purge(self) -> None:
        """Ask once, naming what is lost; then delete the chosen documents for good."""
        self._with_documents(lambda documents: self._warn([document.id for document in documents], documents))

    def empty_trash(self) -> None:
        """Ask once; then delete for good all that lies in the trash now."""

        def look(library: Library) -> tuple[list[str], list[Document]]:
            ids = library.documents.ids(DocumentFilter(trashed=True))
            return ids, library.documents.many(ids[:NAMED])

        def ask(found: tuple[list[str], list[Document]]) -> None:
            ids, first = found
            if ids:
                self._warn(ids, first)
            else:
                self._toasts.show(self.tr("The trash is empty."))

        self._access.ask(look, ask, owner=self)

    def _warn(self, ids: Sequence[str], first: Sequence[Document]) -> None:
        """Ask once more before documents are deleted for good.

        Args:
            ids: Of the documents.
            first: Those of them that are named.
        """
        LastWarning(
            self._window,
            self.tr("Delete %Ln document(s) for ever?", "", len(ids)),
            self._names(first, len(ids))
            + "\n\n"
            + self.tr("The original files, all that was read and all corrections are lost."),
            self.tr("Delete for ever"),
            self.tr("Keep"),
            lambda: self._purge(ids),
        )

    def _purge(self, ids: Sequence[str], done_before: int = 0) -> None:
        """Delete documents a few at a time: lists are answered in between."""
        few, rest = ids[:AT_ONCE], ids[AT_ONCE:]

        def work(library: Library) -> int:
            # What somebody brought back meanwhile stays.
            there = [each for each in library.documents.many(few) if each.trashed_at is not None]
            for document in there:
                library.trash.purge(document.id)
            return len(there)

        def done(number: int) -> None:
            number += done_before
            if rest:
                self._purge(rest, number)
            else:
                self._toasts.show(self.tr("%Ln document(s) deleted for ever.", "", number), kind="done")

        self._access.do(work, done, owner=self)

    # Tags and cases

    def tags(self) -> None:
        """Ask which tags the chosen documents shall have."""
        ids = self._chosen()

        def look(library: Library) -> list[Mark]:
            having = [set(document.tags) for document in library.documents.many(ids)]
            return [Mark(each.tag, each.tag, _shared(each.tag, having)) for each in library.tags.all()]

        def ask(marks: list[Mark]) -> None:
            MarksQuestion(
                self._window, self._theme, self.tr("Tags"), self.tr("A new tag"), marks,
                lambda marked: self._tag(ids, marked),
            )  # fmt: skip

        self._access.ask(look, ask, owner=self)

    def _tag(self, ids: Sequence[str], marked: Marked) -> None:
        def work(library: Library) -> BulkResult:
            added = [library.bulk.add_tag(ids, tag) for tag in (*marked.added, *marked.new)]
            return together([*added, *(library.bulk.remove_tag(ids, tag) for tag in marked.removed)])

        self._do(
            work,
            lambda result: self._told(
                result, self.tr("Tags of %Ln document(s) changed.", "", len(result.changed))
            ),
        )

    def cases(self) -> None:
        """Ask to which cases the chosen documents shall belong."""
        ids = self._chosen()

        def look(library: Library) -> list[Mark]:
            having = [set(document.case_ids) for document in library.documents.many(ids)]
            return [Mark(case.id, case.name, _shared(case.id, having)) for case in library.cases.find()]

        def ask(marks: list[Mark]) -> None:
            MarksQuestion(
                self._window, self._theme, self.tr("Put into cases"), self.tr("A new case"), marks,
                lambda marked: self._put_into(ids, marked),
            )  # fmt: skip

        self._access.ask(look, ask, owner=self)

    def _put_into(self, ids: Sequence[str], marked: Marked) -> None:
        def work(library: Library) -> BulkResult:
            new = [library.cases.create(name).id for name in marked.new]
            put = [library.bulk.add_to_case(ids, case_id) for case_id in (*marked.added, *new)]
            return together([*put, *(library.bulk.remove_from_case(ids, each) for each in marked.removed)])

        self._do(
            work,
            lambda result: self._told(
                result, self.tr("Cases of %Ln document(s) changed.", "", len(result.changed))
            ),
        )

    # Searches

    def save_search(self, query: ListQuery) -> None:
        """Ask for a name, and keep a search under it."""

        def save(name: str) -> None:
            self._access.do(
                lambda library: library.saved_searches.save(name, query.words, query.wanted), told, owner=self
            )

        def told(search: SavedSearch) -> None:
            words = self.tr("Saved as %1.").replace("%1", isolate(search.name))
            back = turn_of(
                lambda library: library.saved_searches.remove(search.id),
                lambda library: library.saved_searches.put_back(search),
            )
            self.deeds.told(words, back)

        TextQuestion(
            self._window, self._theme, self.tr("Save this search"), self.tr("Name of the search"),
            self.tr("Save"), save, text=query.words,
        )  # fmt: skip

    # Within

    def _with_documents(self, then: Callable[[Sequence[Document]], object]) -> None:
        """Do something with what is told of the chosen documents, once it is known."""
        ids = self._chosen()

        def known(documents: list[Document]) -> None:
            if documents:
                then(documents)

        self._access.ask(lambda library: library.documents.many(ids), known, owner=self)

    def _names(self, documents: Sequence[Document], total: int) -> str:
        """Return some names, each on its line, and how many more there are."""
        names = [isolate(document.name) for document in documents[:NAMED]]
        if total > NAMED:
            names.append(self.tr("and %Ln more", "", total - NAMED))
        return "\n".join(names)

    def _do(self, work: Bulk, done: Callable[[BulkResult], object]) -> None:
        self._access.do(work, done, owner=self)

    def _told(self, result: BulkResult, words: str) -> None:
        """Tell what was done, with a way back if there is one."""
        if not result.undo.steps:
            words = words if result.refused else self.tr("Nothing had to be changed.")
            self._toasts.show(words, kind="warning" if result.refused else "info")
            return
        kind = "warning" if result.refused else "done"
        self.deeds.told(words, turn_of_bulk(result.undo), kind=kind)


def together(results: Sequence[BulkResult]) -> BulkResult:
    """Return what came of several verbs as one, which is undone at once."""
    changed = dict.fromkeys(each for result in results for each in result.changed)
    refused = dict.fromkeys(each for result in results for each in result.refused)
    steps = tuple(step for result in results for step in result.undo.steps)
    return BulkResult(tuple(changed), tuple(refused), BulkUndo(steps))


def _shared(key: str, having: Sequence[set[str]]) -> bool | None:
    """Return whether all have something, none, or some (None)."""
    number = sum(key in each for each in having)
    return True if number == len(having) and having else (None if number else False)
