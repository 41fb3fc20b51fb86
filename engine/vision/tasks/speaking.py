"""Has a model say something about a page, and tells how it came about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from engine.answer import Provenance, Scalar
from engine.errors import CancelledError
from engine.packs.profiles import usual_profile
from engine.vision import Constraint, Ended, Generation, ImageTextModel, Limits
from engine.vision.tasks.guards import without_traits
from engine.vision.tasks.page import PageView
from engine.vision.tasks.words import Words

HELD_BACK = 3
"""Words that are not shown yet: "a Muslim" is left out only once "looking young man" has followed."""
UNINSTRUCTED = frozenset({"encoder-decoder"})
"""Families whose models were each trained for one form of question, which stands in their packs: words around
the question would be taken for a part of it."""


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False


def silent(_text: str) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is asked.

    Attributes:
        language: BCP 47 code of the answer.
        profile: How closely the model looks; empty for what is usual.
        on_text: Given what the model has said so far but for its last words, whenever it says a further one;
            guesses at people's traits are left out, all else is looked over at the end.
        cancel: Asked before each token whether to stop.
    """

    language: str = "en"
    profile: str = ""
    on_text: Callable[[str], None] = field(default=silent)
    cancel: Callable[[], bool] = field(default=never)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a model said, and how that came about."""

    made: Generation
    provenance: Provenance


def speak(
    model: ImageTextModel,
    page: PageView,
    prompt: str,
    *,
    task: str,
    words: Words,
    manner: Manner,
    max_tokens: int,
    bare: str = "",
    constraint: Constraint | None = None,
    settings: Mapping[str, Scalar] | None = None,
) -> Spoken:
    """Put a prompt about a page to a model.

    Args:
        model: Opened.
        page: What it is about.
        prompt: In plain words.
        task: Name of the pack's own prompt for it, if it has one.
        words: Where the prompt comes from.
        manner: How it is asked.
        max_tokens: Most tokens of the answer.
        bare: What is put instead to a model that follows no instructions.
        constraint: What the answer must look like.
        settings: Further facts for the provenance.

    Raises:
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The page and the prompt do not fit the model.
        ModelMemoryError: There was not enough memory.
    """
    asked = bare if model.facts.family in UNINSTRUCTED else prompt
    profile = manner.profile or usual_profile(model.facts.profiles)
    seen = model.see(page.pixels, key=page.key, profile=profile, cancel=manner.cancel)
    made = model.generate(
        seen,
        asked,
        task=task,
        limits=Limits(max_tokens=max_tokens),
        constraint=constraint,
        on_text=_harmless(manner.on_text, page, words),
        cancel=manner.cancel,
    )
    if made.ended is Ended.CANCELLED:
        raise CancelledError("The model was stopped.")
    told: dict[str, Scalar] = {"profile": profile, "max_tokens": max_tokens, "task": task, **(settings or {})}
    # Looking at the page is a part of what came before the first word.
    whole = replace(
        made,
        seconds=made.seconds + seen.seconds,
        prefill_seconds=made.prefill_seconds + seen.seconds,
    )
    return Spoken(made, _provenance(model, words, asked, whole, told))


def _harmless(on_text: Callable[[str], None], page: PageView, words: Words) -> Callable[[str], None]:
    """Return what hears each piece that a model says, and shows all so far without guesses at traits."""
    said: list[str] = []

    def hear(piece: str) -> None:
        said.append(piece)
        if not piece.strip() or piece[0].isspace():  # Where a word ends.
            shown = _settled(without_traits("".join(said), page, words)[0])
            if shown:
                on_text(shown)

    return hear


def _provenance(
    model: ImageTextModel, words: Words, asked: str, made: Generation, settings: Mapping[str, Scalar]
) -> Provenance:
    name, version = name_and_version(model.facts.pack_id)
    return Provenance(
        pack_id=model.facts.pack_id,
        pack_name=name,
        pack_version=version,
        precision=model.facts.precision,
        prompt_version=words.prompt_version,
        prompt=asked,
        settings=settings,
        tokens=len(made.tokens),
        seconds=made.seconds,
        prefill_seconds=made.prefill_seconds,
        token_probability=mean_probability(made.probabilities),
    )


def _settled(text: str) -> str:
    """Return a text without its last words, which the next one may make a guess at a trait."""
    return " ".join(text.split(" ")[:-HELD_BACK])


def name_and_version(pack_id: str) -> tuple[str, int]:
    """Return the name and version of a pack from its id, which is put together from both and a hash."""
    name, _, version = pack_id.rpartition("-")[0].rpartition("-")
    return (name, int(version)) if version.isdigit() else (pack_id, 0)


def mean_probability(probabilities: tuple[float, ...]) -> float | None:
    """Return the geometric mean of the probabilities of tokens; None for no tokens."""
    if not probabilities:
        return None
    return float(np.exp(np.mean(np.log(np.maximum(probabilities, 1e-12)))))
