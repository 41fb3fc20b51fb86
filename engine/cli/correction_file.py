"""Corrections out of a CSV file: what ``sanduku export -f csv`` wrote, with texts that a person corrected.

Each row carries a fingerprint of the line as it was exported. So it is known which texts were edited, and
whether a line reads otherwise in the library since; the numbers of page and line find it again. Nothing but
the text of a row is taken over. Spreadsheet programs rewrite numbers and dates without being asked: an edit
that looks like that is a conflict too, for a person's number is no place for a guess.
"""

import csv
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from engine.cli.dates import may_be_one_date
from engine.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from engine.library import Library, StoredReading

NEEDED = ("document_id", "page", "line", "text", "fingerprint")
_EXPORT_ANEW = "Export the documents anew with 'sanduku export -f csv', and correct the texts in that file."
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How xlsx and ods files begin, and xls files."""
_NUMBERS = re.compile(r"\d+")
_DATE = r"\d{1,4}\s*[-/.]\s*(\d{1,2}|[^\W\d]{3,9}\.?)(\s*[-/.]\s*\d{1,4})?"
_TIME = r"\d{1,2}:\d{2}(:\d{2})?(\s*[AaPp][Mm])?"
_MOMENT = re.compile(f"{_DATE}|{_TIME}|{_DATE}[ T]{_TIME}")
_THOUSANDS = re.compile(r"\d{1,3}([ \u00a0\u202f,.']\d{3})+")
_FIRST_DAY = 10_000
"""Days since 1900 from which a number in the place of a date is a date: it is one of the year 1927."""


class CorrectionFileError(BadInputError):
    """A file with corrections cannot be understood; nothing of it was taken over."""

    code = "corrections.file"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file.

    Attributes:
        number: Of the row in the file as spreadsheets count, the head being row 1.
        document_id: The document.
        page: From 1.
        line: From 1.
        text: What it says that the line reads.
        fingerprint: Of what the line read when it was exported.
    """

    number: int
    document_id: str
    page: int
    line: int
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A correction to be made.

    Attributes:
        row: Where it stands in the file.
        page_id: The page.
        line_id: The line.
        before: What the line reads.
        after: What it shall read.
    """

    row: Row
    page_id: str
    line_id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that cannot be taken over.

    Attributes:
        row: Where it stands in the file.
        reason: Why, and what to do.
    """

    row: Row
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file comes to.

    Attributes:
        edits: In the order of the file.
        conflicts: In the order of the file.
        unchanged: Rows that say what the line reads already.
    """

    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]
    unchanged: int


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file, be they parted by commas, semicolons or tabs.

    Raises:
        NotFoundError: It cannot be read.
        CorrectionFileError: It is not what an export wrote.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotFoundError(
            f"The file cannot be read ({error.strerror or error}).", which=path, remedy="Check its name."
        ) from error
    if data.startswith(_WORKBOOKS):
        raise CorrectionFileError(
            "This is a workbook of a spreadsheet program, and no CSV file.",
            which=path,
            remedy="Save it from that program as 'CSV UTF-8', and give that file.",
        )
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionFileError(
            "The file's letters cannot be told: it is not saved as UTF-8.",
            which=path,
            remedy="Save it from the spreadsheet program as 'CSV UTF-8'.",
        ) from error
    head = text.partition("\n")[0]
    parted_by = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    try:
        missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise CorrectionFileError(
                f"The file lacks the column '{missing[0]}'.", which=path, remedy=_EXPORT_ANEW
            )
        return [_row(path, number, values) for number, values in enumerate(reader, 2)]
    except csv.Error as error:
        raise CorrectionFileError(
            f"The file is no whole CSV ({error}).", which=path, remedy=_EXPORT_ANEW
        ) from error


def plan_of(rows: Sequence[Row], library: "Library") -> Plan:
    """Compare the rows with the library; changes nothing."""
    from engine.export import fingerprint

    edits: dict[tuple[str, str], Edit] = {}
    conflicts: list[Conflict] = []
    unchanged = 0
    pages = _Pages(library)
    for row in rows:
        try:
            page_id, stored = pages.find(row)
        except NotFoundError as error:
            conflicts.append(Conflict(row, f"{error.what} {error.remedy}".strip()))
            continue
        present = stored.reading.lines[row.line - 1].text if row.line <= len(stored.reading.lines) else None
        if present is not None and fingerprint(row.text) == fingerprint(present):
            unchanged += 1
        elif fingerprint(row.text) == row.fingerprint:
            # Not edited here: what the library has since is nobody's contradiction.
            unchanged += 1
        elif present is None or fingerprint(present) != row.fingerprint:
            now = "is gone" if present is None else f"reads '{present}' now"
            conflicts.append(Conflict(row, f"The line was changed after the export: it {now}. Look at both."))
        elif rewritten_by_a_spreadsheet(present, row.text):
            reason = (
                f"A spreadsheet program seems to have rewritten '{present}'. Correct this line by itself."
            )
            conflicts.append(Conflict(row, reason))
        else:
            edit = Edit(row, page_id, stored.line_ids[row.line - 1], present, row.text)
            other = edits.setdefault((page_id, edit.line_id), edit)
            if other is not edit and other.after != edit.after:
                conflicts.append(Conflict(row, f"Row {other.row.number} says '{other.after}' of this line."))
    return Plan(tuple(edits.values()), tuple(conflicts), unchanged)


def rewritten_by_a_spreadsheet(before: str, after: str) -> bool:
    """Tell whether an edit looks like what a spreadsheet program does to numbers, dates and times by itself.

    It drops leading zeros (00123) and the marks between thousands, turns long numbers into powers of ten
    (1.2E+11), fractions into dates (1/2 into 2-Jan), and dates and times into its own way of writing them, if
    not into the number of days that it counts them by. Two texts that may be the same date, in any order and
    of any century, are taken for its doing too.
    """
    if may_be_one_date(before, after):
        return True
    old, new = _values(before), _values(after)
    if old and new:
        return bool(old & new) or "e" in after.lower()
    if not _MOMENT.fullmatch(before.strip()):
        return False
    if new:
        return any(0 < value < 1 or value >= _FIRST_DAY for value in new)
    if not _MOMENT.fullmatch(after.strip()):
        return False
    named_month = any(letter.isalpha() for letter in after)
    return _same_moment(before, after) or (named_month and not any(letter.isalpha() for letter in before))


class _Pages:
    """The pages of documents, each fetched once."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._ids: dict[str, list[str]] = {}
        self._stored: dict[str, StoredReading | None] = {}

    def find(self, row: Row) -> "tuple[str, StoredReading]":
        """Return the page of a row with its id; raises NotFoundError."""
        if row.document_id not in self._ids:
            pages = self._library.documents.pages(row.document_id)
            self._ids[row.document_id] = [page.id for page in pages]
        ids = self._ids[row.document_id]
        if row.page > len(ids):
            raise NotFoundError(f"The document has no page {row.page}.")
        page_id = ids[row.page - 1]
        if page_id not in self._stored:
            self._stored[page_id] = self._library.readings.of_page(page_id)
        stored = self._stored[page_id]
        if stored is None:
            raise NotFoundError("The page is not read.")
        return page_id, stored


def _row(path: Path, number: int, values: "dict[str, str]") -> Row:
    from engine.export import unprotected

    try:
        page, line = int(values["page"]), int(values["line"])
        if page < 1 or line < 1:
            raise ValueError("counted from 1")
        return Row(
            number,
            values["document_id"].strip(),
            page,
            line,
            unprotected(values["text"]).strip(),
            values["fingerprint"].strip(),
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise CorrectionFileError(
            f"Row {number} is not whole: page and line must be numbers, and no column may be missing.",
            which=path,
            remedy=_EXPORT_ANEW,
        ) from error


def _values(text: str) -> set[Decimal]:
    """Return the numbers that a text may stand for: a comma or point parts thousands or fractions."""
    plain, percent = text.strip().removesuffix("%").rstrip(), text.strip().endswith("%")
    written = {plain.replace(",", ".")}
    if _THOUSANDS.fullmatch(plain):
        written.add(re.sub(r"\D", "", plain))
    found = set()
    for each in written:
        with suppress(InvalidOperation):
            found.add(Decimal(each) / (100 if percent else 1))
    return {value for value in found if value.is_finite()}


def _same_moment(before: str, after: str) -> bool:
    """Tell whether two dates or times have the same numbers, though one has no century or no seconds."""
    old, new = ([int(each) for each in _NUMBERS.findall(text)] for text in (before, after))
    if (max(old) > 99) != (max(new) > 99):
        old, new = ([number % 100 for number in numbers] for numbers in (old, new))
    return sorted(filter(None, old)) == sorted(filter(None, new))
