"""Shows model packs: to a person as rows and sentences, to a program as JSON of a stable shape."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.text import Text

from engine.cli.desk import Desk, error_to_json
from engine.errors import SandukuError

if TYPE_CHECKING:
    from engine.inventory import PackCard, PrecisionCard
    from engine.packs.catalogue import PublicModel
    from engine.packs.offer import Offer

STANDINGS = {"in-use": "in use", "before": "version before", "kept": "kept", "of-set-up": "in use"}
FITS = {"fits": "fits", "tight": "tight", "too-big": "too big"}
LICENCE_LINES = 40
"""Lines of a licence that are shown; longer ones are known by their name, and lie in the pack."""


def size(count: int) -> str:
    """Return a number of bytes as people say it."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{max(1, round(count / 1e6))} MB"


class ProgressLines:
    """Tells a program how far an installation is: a hundred lines of JSON at most, on standard error."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told = -1

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Tell it, if it is a hundredth further."""
        part = 100 * done // total if total else 0
        if part != self._told:
            self._told = part
            line = json.dumps({"progress": {"done": done, "total": total, "file": label}}, ensure_ascii=False)
            sys.stderr.write(line + "\n")
            sys.stderr.flush()


def show_rows(desk: Desk, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table whose cells are sentences: on a terminal a paragraph for each row."""
    if not desk.out.is_terminal:
        desk.table(columns, rows)
        return
    for head, *cells in rows:
        desk.out.print(Text(desk.clean(head), style="bold"))
        for column, cell in zip(columns[1:], cells, strict=True):
            if cell:
                desk.out.print(Padding(Text(f"{column}: {desk.clean(cell)}"), (0, 0, 0, 4)))


def show_facts(desk: Desk, facts: Sequence[tuple[str, str]]) -> None:
    """Print what is known of one thing: on a terminal each fact with its whole value."""
    if not desk.out.is_terminal:
        desk.table(("what", "value"), facts)
        return
    for name, value in facts:
        desk.out.print(Text.assemble((f"{name}: ", "bold"), desk.clean(value)))


def card_rows(cards: Iterable["PackCard"]) -> list[tuple[str, ...]]:
    """Return the table of installed packs."""
    return [
        (
            each.name,
            str(each.version),
            "damaged" if each.state.value == "damaged" else STANDINGS[each.standing.value],
            each.signed,
            ", ".join(f"{task}*" if task in each.does else task for task in each.tasks),
            size(each.byte_size),
            ", ".join(_precision(part) for part in each.precisions),
        )
        for each in cards
    ]


def _precision(part: "PrecisionCard") -> str:
    told = f"{part.name} {FITS[part.fit.verdict.value]}"
    pace = part.measured.tokens_per_second if part.measured is not None else None
    return f"{told} ({pace:.0f} tokens/s)" if pace else told


def brought_to_json(where: Path, found: "Offer | SandukuError") -> dict[str, Any]:
    """Return one of several brought packs, or why it cannot be installed, as a program reads it."""
    from engine.inventory.offers import offer_to_json

    if isinstance(found, SandukuError):
        return {"path": str(where), "error": error_to_json(found)}
    return {"path": str(where), **offer_to_json(found)}


def show_offer(desk: Desk, offer: "Offer", *, with_licence: bool = True) -> None:
    """Tell a person what a brought pack is, and its licence with the text of it."""
    from engine.inventory.offers import version_in_use

    manifest = offer.manifest
    title = desk.name(manifest.title or manifest.name)
    desk.say(f"{title}, version {manifest.version}: {offer.signature.sentence()}")
    for language, sentence in manifest.purpose.items():
        if language == "en":
            desk.say(f"    {desk.name(sentence)}")
    desk.say(f"    Tasks: {', '.join(manifest.tasks) or 'none of its own'}")
    desk.say(f"    From: {desk.name(manifest.source.package)}")
    desk.say(f"    Size: {size(manifest.byte_size)}; {size(offer.free)} are free on the disk")
    if offer.fit is not None:
        desk.say(f"    Memory: {offer.fit.sentence()}")
    before = version_in_use(offer)
    if before is not None:
        desk.say(f"    In use now: version {before}")
    lines = offer.licence.strip().splitlines()
    desk.say(f"    Licence: {desk.name(manifest.licence)}")
    for line in lines[:LICENCE_LINES] if with_licence else ():
        desk.say(f"    | {desk.name(line)}")
    if with_licence and len(lines) > LICENCE_LINES:
        desk.say(f"    | … and {len(lines) - LICENCE_LINES:,} more lines in {manifest.licence_file}")
    for note in offer.notes:
        desk.warn(note)


def catalogue_rows(models: Sequence["PublicModel"]) -> list[tuple[str, ...]]:
    """Return the table of public models."""
    return [
        (
            each.id,
            each.licence,
            ", ".join(each.tasks),
            f"{each.parameters / 1e6:,.0f} million numbers" if each.parameters else "not known",
            each.tried if each.usable else "cannot be run yet",
        )
        for each in models
    ]


def model_to_json(model: "PublicModel") -> dict[str, Any]:
    """Return a public model as a program reads it."""
    return {**asdict(model), "usable": model.usable, "weights_bytes_at_16_bits": model.weights_bytes(16)}


def told_facts(model: "PublicModel") -> list[tuple[str, str]]:
    """Return all about a public model in rows."""
    return [(name.replace("_", " "), value) for name, value in _facts(model)]


def _facts(model: "PublicModel") -> Iterator[tuple[str, str]]:
    yield "model", model.id
    yield "title", model.title
    for language, sentence in model.good_for.items():
        yield f"good for ({language})", sentence
    yield "limits", model.limits
    yield "tasks", ", ".join(model.tasks)
    yield "languages", ", ".join(f"{code}: {how}" for code, how in model.languages.items())
    yield "licence", model.licence
    yield "what it allows", model.licence_means
    for name in ("parameters", "download_bytes", "memory_bytes"):
        value: int | None = getattr(model, name)
        yield name, "not known" if value is None else f"{value:,}"
    weights, small = model.weights_bytes(16), model.weights_bytes(8)
    if weights and small:
        yield (
            "computed",
            f"about {size(weights)} to fetch at 16 bits; about {size(small)} as a pack at 8 bits",
        )
    if model.memory_basis:
        yield "who says so", model.memory_basis
    yield "can be run here", "yes" if model.usable else "not yet"
    yield "tried", model.tried
    yield "looked up", ", ".join(model.verified) or "nothing: these are what is commonly told"
