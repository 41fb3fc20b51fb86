"""How long it will probably take to have pages described or asked about, before anybody asks.

The best witness is this computer: how long answers of the same kind took here. Else other answers of the same
pack tell its pace here. Else there is what was measured where the pack was made, which may have been a faster
or a slower machine. Which of these it is, is told beside the figure; where there is nothing, none is made up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from engine.answer import LENGTHS, AnswerTask
from engine.library.connection import Connection, Row

MOST_WITNESSES = 200
"""So many of the latest answers of a pack are looked at."""
LIKE_WITNESSES = 20
"""So many of the latest answers of the same kind are averaged: an older computer state tells little."""
PROMPT_TOKENS = 60
"""Of a common question with what is put around it."""
SORTING_QUESTIONS = 4
"""A model that speaks is asked so many when it sorts a photo, each answered in a token."""
COMMON_TOKENS: Mapping[tuple[AnswerTask, str], int] = {
    (AnswerTask.DESCRIBE, "short"): 40,
    (AnswerTask.DESCRIBE, "detailed"): 150,
    (AnswerTask.DESCRIBE, "blind"): 180,
    (AnswerTask.ASK, "usual"): 40,
    (AnswerTask.ASK, "short"): 8,
    (AnswerTask.ASK, "long"): 120,
    (AnswerTask.EXTRACT, ""): 80,
    (AnswerTask.TRIAGE, ""): SORTING_QUESTIONS,
}
"""Tokens of a common answer."""
COMPARES = "dual-encoder"
"""The family of models that write nothing."""


class Basis(StrEnum):
    """What a figure rests on."""

    HERE = "here"
    """Answers of the same kind on this computer."""
    ALIKE = "alike"
    """Other answers of the same pack on this computer."""
    PACK = "pack"
    """What was measured where the pack was made."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Expected:
    """What something will probably take.

    Attributes:
        seconds: For all pages together, one after the other; None where nothing is known.
        basis: What that rests on.
        count: How many answers it rests on.
    """

    seconds: float | None
    basis: Basis
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be asked, with all that was left open filled in."""

    task: AnswerTask
    precision: str
    profile: str
    length: str
    tiles: int


@dataclass(frozen=True, slots=True)
class _Witness:
    """An answer that was made here."""

    wish: tuple[str, str, str, str]
    tiles: int
    tokens: int
    seconds: float
    prefill_seconds: float


def expected(
    connection: Connection,
    task: AnswerTask,
    card: Mapping[str, Any],
    *,
    pages: int,
    precision: str | None,
    profile: str | None,
    length: str | None,
) -> Expected:
    """Tell how long something will take; see :meth:`engine.library.answers.Answers.expect`."""
    wish = _wish(task, card, precision, profile, length)
    if task is AnswerTask.EMBED:
        one = _embedding(connection, card, wish)
    else:
        one = _here(_witnesses(connection, card), wish) or _by_pack(card, wish)
    return one if one.seconds is None else Expected(one.seconds * pages, one.basis, one.count)


def _wish(
    task: AnswerTask, card: Mapping[str, Any], precision: str | None, profile: str | None, length: str | None
) -> _Wish:
    usual = next((each["name"] for each in card["precisions"] if each["default"]), "")
    look = profile or card["profile"]
    lengths = LENGTHS.get(task, ("",))
    return _Wish(task, precision or usual, look, length or lengths[0], card["profiles"].get(look, 1))


def _witnesses(connection: Connection, card: Mapping[str, Any]) -> list[_Witness]:
    rows = connection.rows(
        "SELECT task, question, json_extract(body, '$.provenance.precision') AS precision,"
        " json_extract(body, '$.provenance.settings.profile') AS profile,"
        " json_extract(body, '$.provenance.settings.length') AS length,"
        " json_extract(body, '$.provenance.tokens') AS tokens,"
        " json_extract(body, '$.provenance.seconds') AS seconds,"
        " json_extract(body, '$.provenance.prefill_seconds') AS prefill_seconds"
        " FROM answers WHERE pack_id = ? ORDER BY number DESC LIMIT ?",
        (card["id"], MOST_WITNESSES),
    )
    return [_witness(row, card) for row in rows]


def _witness(row: Row, card: Mapping[str, Any]) -> _Witness:
    task, profile = AnswerTask(row["task"]), row["profile"] or card["profile"]
    length = row["question"] if task is AnswerTask.DESCRIBE else row["length"] or LENGTHS.get(task, ("",))[0]
    return _Witness(
        (task.value, row["precision"], profile, length),
        card["profiles"].get(profile, 1),
        row["tokens"],
        row["seconds"],
        row["prefill_seconds"],
    )


def _here(witnesses: Sequence[_Witness], wish: _Wish) -> Expected | None:
    """Return what answers on this computer tell of one page; None if they tell nothing."""
    same = (wish.task.value, wish.precision, wish.profile, wish.length)
    like = [each.seconds for each in witnesses if each.wish == same][:LIKE_WITNESSES]
    if like:
        return Expected(sum(like) / len(like), Basis.HERE, len(like))
    speaking = (AnswerTask.DESCRIBE, AnswerTask.ASK, AnswerTask.EXTRACT)
    others = [
        each
        for each in witnesses
        if each.wish[0] in speaking and each.wish[1] == wish.precision and each.tokens > 0
    ]
    if not others:
        return None
    # A further question about the same picture looks at nothing anew: those that took long did look.
    looks = sorted(each.prefill_seconds / each.tiles for each in others)
    look = looks[len(looks) * 3 // 4]
    written = sum(each.tokens for each in others)
    token = sum(each.seconds - each.prefill_seconds for each in others) / written
    tokens = COMMON_TOKENS.get((wish.task, wish.length), 0)
    return Expected(wish.tiles * look + tokens * token, Basis.ALIKE, len(others))


def _by_pack(card: Mapping[str, Any], wish: _Wish) -> Expected:
    """Return what the pack itself tells of one page."""
    measured = next((each["measured"] for each in card["precisions"] if each["name"] == wish.precision), None)
    if measured is None or measured["seconds_per_tile"] is None:
        return Expected(None, Basis.UNKNOWN)
    look = wish.tiles * measured["seconds_per_tile"]
    if card["family"] == COMPARES:
        return Expected(measured["seconds_per_tile"], Basis.PACK)
    reads, writes = measured["prefill_tokens_per_second"], measured["tokens_per_second"]
    if not reads or not writes:
        return Expected(None, Basis.UNKNOWN)
    questions = SORTING_QUESTIONS if wish.task is AnswerTask.TRIAGE else 1
    taken_in = wish.tiles * card["tile_tokens"] + questions * PROMPT_TOKENS
    tokens = COMMON_TOKENS.get((wish.task, wish.length), 0)
    return Expected(look + taken_in / reads + tokens / writes, Basis.PACK)


def _embedding(connection: Connection, card: Mapping[str, Any], wish: _Wish) -> Expected:
    """Return what looking at a photo takes; it leaves no answers, but its jobs are remembered for a while."""
    row = connection.row(
        "SELECT count(*) AS count, avg(seconds) AS seconds FROM (SELECT"
        " (julianday(finished_at) - julianday(started_at)) * 86400 AS seconds FROM jobs"
        " WHERE task = 'embed' AND state = 'done' AND json_extract(result, '$.pack') = ?"
        " ORDER BY number DESC LIMIT ?)",
        (card["id"], LIKE_WITNESSES),
    )
    assert row is not None
    if row["count"] and row["seconds"] >= 0:  # the clock may have been set back between the two
        return Expected(row["seconds"], Basis.HERE, row["count"])
    return _by_pack(card, wish)
