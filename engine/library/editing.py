"""The verbs by which a person corrects what was read on a page.

Each appends one correction, in one transaction with its entry in the change log, the search and the facts of
the page.
"""

import json
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.geometry import Quad
from engine.library.clock import timestamp
from engine.library.connection import Row
from engine.library.corrections import (
    Correction,
    PlacedLine,
    added,
    confirmed,
    corrected,
    correction_to_json,
    undo_state,
)
from engine.library.errors import CorrectionConflictError
from engine.library.lines import merge, split
from engine.library.stored import StoredReading, StoredReadings, place_of, versions_of
from engine.library.texts import languages_of
from engine.reading import Line, page_confidence


class Editing(StoredReadings):
    """Corrects lines, and undoes it."""

    def correct_line(self, page_id: str, line: int | str, text: str, *, author: str) -> Correction:
        """Give a line the text that a person says it has.

        Args:
            page_id: The page.
            line: Its place among the lines as they stand, from 0, or its id.
            text: What it should read; line breaks become spaces.
            author: Who says so.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
        """
        with_text = _one_line(text)

        def make(stored: StoredReading) -> Edit:
            place = place_of(stored, line)
            before = PlacedLine(stored.line_ids[place], stored.reading.lines[place])
            after = PlacedLine(before.id, corrected(before.line, with_text))
            return Edit("text", targets=(before.id,), replacement=(after,), previous=(before,))

        return self._correct(page_id, make, author)

    def add_line(
        self,
        page_id: str,
        text: str,
        quad: Quad,
        *,
        after: int | str | None,
        author: str,
        draft: str | None = None,
    ) -> Correction:
        """Add a line that the model missed.

        Args:
            page_id: The page.
            text: What it reads; line breaks become spaces.
            quad: Where it stands on the upright page, in pixels.
            after: The line before it, by its place or id; None makes it the first.
            author: Who says so.
            draft: The name under which its text was kept while it was typed, see
                ``engine.library.line_drafts``.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
        """

        def make(stored: StoredReading) -> Edit:
            place = None if after is None else place_of(stored, after)
            line = added(_one_line(text), quad, None if place is None else stored.reading.lines[place])
            before = None if place is None else stored.line_ids[place]
            typed = () if draft is None else (draft,)
            return Edit("add", replacement=(PlacedLine(self._new_id(), line),), after=before, typed=typed)

        return self._correct(page_id, make, author)

    def delete_line(self, page_id: str, line: int | str, *, author: str) -> Correction:
        """Take a line away that is no text, or stands there twice; raises as :meth:`correct_line` does."""

        def make(stored: StoredReading) -> Edit:
            place = place_of(stored, line)
            gone = PlacedLine(stored.line_ids[place], stored.reading.lines[place])
            return Edit("delete", targets=(gone.id,), previous=(gone,))

        return self._correct(page_id, make, author)

    def confirm_line(self, page_id: str, line: int | str, *, author: str) -> Correction:
        """Say that a line is right as it was read: its doubts go, and it counts as the person's.

        Raises as :meth:`correct_line` does. The text does not change; in :attr:`StoredReading.model_texts` it
        stands as what the model had read.
        """

        def make(stored: StoredReading) -> Edit:
            place = place_of(stored, line)
            before = PlacedLine(stored.line_ids[place], stored.reading.lines[place])
            after = PlacedLine(before.id, confirmed(before.line))
            return Edit("text", targets=(before.id,), replacement=(after,), previous=(before,))

        return self._correct(page_id, make, author)

    def split_line(self, page_id: str, line: int | str, at: int, *, author: str) -> Correction:
        """Part a line in two; both parts are as sure and as doubtful as the whole was.

        Args:
            page_id: The page.
            line: Its place among the lines as they stand, from 0, or its id.
            at: Number of the character, from 0, with which the second part begins.
            author: Who parts it.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
            CorrectionConflictError: One of the parts would have no text.
        """

        def make(stored: StoredReading) -> Edit:
            place = place_of(stored, line)
            before = PlacedLine(stored.line_ids[place], stored.reading.lines[place])
            try:
                parts = split(before.line, at)
            except ValueError:
                raise CorrectionConflictError(
                    "There is no text on one side of the place where the line should be split.",
                    which=f"line {place + 1}",
                    remedy="Put the cursor between two words of the line, and split it there.",
                ) from None
            # Both get new ids: an undo of this must not leave a later change of one part on the whole line.
            after = tuple(PlacedLine(self._new_id(), part) for part in parts)
            return Edit("split", targets=(before.id,), replacement=after, previous=(before,))

        return self._correct(page_id, make, author)

    def merge_lines(self, page_id: str, lines: Sequence[int | str], *, author: str) -> Correction:
        """Join lines that follow one another to one; it is as sure as the least sure of them.

        Args:
            page_id: The page.
            lines: Two or more, by their places or ids, in any order.
            author: Who joins them.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
            CorrectionConflictError: It is but one line, or another one stands between them.
        """

        def make(stored: StoredReading) -> Edit:
            places = sorted({place_of(stored, line) for line in lines})
            if len(places) < 2 or places[-1] - places[0] != len(places) - 1:
                raise CorrectionConflictError(
                    "Only lines that follow one another can be merged.",
                    which=", ".join(f"line {place + 1}" for place in places),
                    remedy="Choose two lines of which one comes directly after the other.",
                )
            before = tuple(
                PlacedLine(stored.line_ids[place], stored.reading.lines[place]) for place in places
            )
            whole = PlacedLine(self._new_id(), merge([placed.line for placed in before]))
            ids = tuple(placed.id for placed in before)
            return Edit("merge", targets=ids, replacement=(whole,), previous=before)

        return self._correct(page_id, make, author)

    def restore_line(
        self, page_id: str, line: int | str, correction_id: str | None, *, author: str
    ) -> Correction:
        """Give a line back what it read before, be it the model's own reading with its doubts.

        Args:
            page_id: The page.
            line: Its place among the lines as they stand, from 0, or its id.
            correction_id: The version of :meth:`versions` to restore; None for the model's own.
            author: Who restores it.

        Raises:
            NotFoundError: There is no such page, line or version, or the page is not read yet.
        """

        def make(stored: StoredReading) -> Edit:
            place = place_of(stored, line)
            before = PlacedLine(stored.line_ids[place], stored.reading.lines[place])
            known = versions_of(stored, place)
            wanted = next((each.line for each in known if each.correction_id == correction_id), None)
            if wanted is None:
                raise NotFoundError(
                    "This line has no such earlier version.",
                    which=f"line {place + 1}",
                    remedy="Look at the line's history; a line that was added, split or merged begins there.",
                )
            after = PlacedLine(before.id, wanted)
            return Edit("text", targets=(before.id,), replacement=(after,), previous=(before,))

        return self._correct(page_id, make, author)

    def undo_last(self, page_id: str, *, author: str) -> Correction | None:
        """Undo the latest correction of a page that is in force, also one of an earlier session.

        Returns:
            The undoing as it was recorded; None if there is nothing to undo.

        Raises:
            NotFoundError: There is no such page, or it is not read yet.
        """
        return self._step(page_id, "undo", author)

    def redo_last(self, page_id: str, *, author: str) -> Correction | None:
        """Redo what was undone last, unless something was corrected since; as :meth:`undo_last`."""
        return self._step(page_id, "redo", author)

    def undo_correction(self, correction_id: str, *, author: str) -> Correction:
        """Undo a correction; the undoing is recorded too.

        Raises:
            NotFoundError: There is no such correction.
            CorrectionConflictError: It is undone already, or a later one builds on it.
        """
        row = self._connection.row(
            "SELECT pages.id AS page_id FROM corrections"
            " JOIN readings ON readings.number = corrections.reading JOIN pages ON pages.number ="
            " readings.page WHERE corrections.id = ?",
            (correction_id,),
        )
        if row is None:
            raise NotFoundError("There is no such correction.", which=correction_id)

        def make(stored: StoredReading) -> Edit:
            about = next((each for each in stored.corrections if each.id == correction_id), None)
            if about is None:
                raise CorrectionConflictError(
                    "The page was read anew since.",
                    which=correction_id,
                    remedy="Undo the correction that was carried over to the new reading.",
                )
            last = [each.kind for each in stored.corrections if each.about == correction_id][-1:]
            if about.about is not None or last == ["undo"]:
                raise CorrectionConflictError(
                    "There is nothing to undo.",
                    which=correction_id,
                    remedy="Look at the page's history.",
                )
            return Edit("undo", about=correction_id)

        return self._correct(row["page_id"], make, author)

    def correct_within(self, page_id: str, edit: "Edit", *, author: str) -> Correction:
        """Make a correction that somebody elsewhere has thought of; within a transaction.

        What a person here has typed into the line and not kept yet stays.

        Raises:
            NotFoundError: There is no such page, or it is not read yet.
        """
        page = self._page(page_id)
        correction = self._append(self._in_force(page).id, edit, author, page["document_id"])
        self._refresh(page, page["reading"])
        return correction

    def _refresh(self, page: Row, number: int) -> tuple[Line, ...]:
        """Bring confidence, languages and search up to what stands, and return that."""
        lines = self._stored(number).reading.lines
        self._connection.run(
            "UPDATE pages SET confidence = ?, languages = ? WHERE number = ?",
            (page_confidence(lines), languages_of(lines), page["number"]),
        )
        if page["trashed_at"] is None:
            self._texts.put(page["number"], lines)
        return lines

    def _correct(self, page_id: str, make: "Callable[[StoredReading], Edit]", author: str) -> Correction:
        def work() -> Correction:
            with self._connection.transaction():
                return self._apply(page_id, make, author)

        return self._connection.finish(work)

    def _step(self, page_id: str, kind: str, author: str) -> Correction | None:
        def make(stored: StoredReading) -> Edit:
            state = undo_state(stored.corrections)
            about = state.undo if kind == "undo" else state.redo
            if about is None:
                raise _NothingToDo
            return Edit(kind, about=about.id)

        try:
            return self._correct(page_id, make, author)
        except _NothingToDo:
            return None

    def _apply(self, page_id: str, make: "Callable[[StoredReading], Edit]", author: str) -> Correction:
        """Make a correction; within a transaction."""
        page = self._page(page_id)
        stored = self._in_force(page)
        edit = make(stored)
        correction = self._append(stored.id, edit, author, page["document_id"])
        # What was typed on an earlier reading is of another line, though that had the same id.
        self._connection.run_many(
            "DELETE FROM drafts WHERE page = ? AND line = ? AND reading_id IN (?, '')",
            [(page["number"], line_id, stored.id) for line_id in edit.targets],
        )
        self._connection.run_many(
            "DELETE FROM drafts WHERE page = ? AND line = ?",
            [(page["number"], name) for name in edit.typed],
        )
        self._refresh(page, page["reading"])
        return correction

    def _append(self, reading_id: str, draft: "Edit", author: str, document_id: str) -> Correction:
        correction = Correction(
            id=draft.id or self._new_id(),
            reading_id=reading_id,
            kind=draft.kind,
            targets=draft.targets,
            replacement=draft.replacement,
            previous=draft.previous,
            after=draft.after,
            about=draft.about,
            carried_from=draft.carried_from,
            author=author,
            made_at=timestamp(self._clock.now()),
        )
        payload = correction_to_json(correction)
        self._connection.run(
            "INSERT INTO corrections (id, reading, kind, targets, replacement, previous, after, about,"
            " carried_from, author, made_at) VALUES (:id,"
            " (SELECT number FROM readings WHERE id = :reading_id),"
            " :kind, :targets, :replacement, :previous, :after,"
            " (SELECT number FROM corrections WHERE id = :about),"
            " (SELECT number FROM corrections WHERE id = :carried_from), :author, :made_at)",
            {
                name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
                for name, value in payload.items()
            },
        )
        self._changes.record(
            "correction",
            correction.id,
            correction.kind,
            payload,
            author=author,
            document_id=document_id,
        )
        return correction


@dataclass(frozen=True, slots=True)
class Edit:
    """A correction before it has an id."""

    kind: str
    targets: tuple[str, ...] = ()
    replacement: tuple[PlacedLine, ...] = ()
    previous: tuple[PlacedLine, ...] = ()
    after: str | None = None
    about: str | None = None
    carried_from: str | None = None
    typed: tuple[str, ...] = ()
    """Names of drafts that it makes needless, beside those of the targets."""
    id: str | None = None
    """The id that the correction has already elsewhere; None gives it a new one."""


class _NothingToDo(Exception):  # noqa: N818 - no error: the transaction ends without a word
    """There is nothing to undo or to redo."""


def _one_line(text: str) -> str:
    """Return a text as a line can hold it: NFC, no line breaks, no control characters."""
    plain = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return unicodedata.normalize("NFC", plain.encode("utf-8", "replace").decode()).strip()
