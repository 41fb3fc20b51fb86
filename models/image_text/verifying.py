"""The third step: graphs are held against the original, token by token, and smaller variants measured.

The reference must give the very tokens of the original; otherwise nothing goes on. How far each smaller
precision strays is written into the manifest, with a question whose answer is known, to try the pack with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from models.image_text import workshop as shop
from models.image_text.architectures import Architecture, architecture_of
from models.image_text.comparing import Strayed, compare, leading, margins
from models.image_text.errors import ParityError
from models.image_text.exporting import ONLY_PROFILE, REFERENCE, Tell
from models.image_text.pictures import GOLDEN_QUESTION, QUESTIONS, Image, drawn, fingerprint, save_golden
from models.image_text.references import Answered, Asked, answer_of
from models.image_text.running import GraphRunner, Session
from models.image_text.snapshots import Snapshot
from models.image_text.variants import STEP as QUANTIZE
from models.image_text.verifying_inputs import Check, check_of
from models.image_text.verifying_pairs import verify_pairs
from models.image_text.workshop import Workshop

STEP = "verify"
TOLERANCE = 2e-3
"""Largest difference of a logit between original and reference, as a part of the logits' deviation."""


@dataclass(frozen=True)
class Question:
    """What is asked of both, and what the original said.

    Attributes:
        text: The question.
        profile: How closely the picture is looked at.
        asked: Prepared with the original's own code.
        answered: By the original.
    """

    text: str
    profile: str
    asked: Asked
    answered: Answered


def verify(
    folder: Path,
    workshop: Workshop,
    *,
    tell: Tell,
    images: Sequence[Image] | None = None,
    count: int = 24,
) -> bool:
    """Hold a workshop's graphs against the snapshot that they were exported from.

    Args:
        folder: The snapshot.
        workshop: In which it was exported and quantised.
        tell: Is told what goes on.
        images: Pictures to ask about, besides the one that comes with every pack; None for one that is drawn.
        count: Most tokens of each answer.

    Returns:
        Whether there was anything to do.

    Raises:
        ParityError: The reference does not say what the original says, or the engine asks in another way.
    """
    recipe = shop.recipe(STEP, workshop.recipe_of(QUANTIZE), count, fingerprint(images))
    if workshop.is_done(STEP, recipe):
        return False
    snapshot = Snapshot.open(folder)
    architecture = architecture_of(snapshot)
    pictures = [drawn(0), *(images if images is not None else [drawn(1, width=240, height=320)])]
    check = check_of(workshop)
    if workshop.draft["family"] == "dual-encoder":
        verify_pairs(snapshot, architecture, workshop, pictures, check, tell=tell)
        workshop.finish(STEP, recipe, [])
        return True
    questions = ask_original(snapshot, architecture, workshop.draft, pictures, count, check, tell=tell)
    golden = save_golden(workshop.folder)
    for name, precision in workshop.draft["precisions"].items():
        tell(f"Comparing {name}")
        runner = runner_of(workshop, precision["variants"])
        _judge(name, precision, runner, questions, golden, workshop.draft)
    workshop.finish(STEP, recipe, [golden])
    return True


def ask_original(
    snapshot: Snapshot,
    architecture: Architecture,
    draft: Mapping[str, Any],
    pictures: Sequence[Image],
    count: int,
    check: Check,
    *,
    tell: Tell,
) -> list[Question]:
    """Ask the original a few questions, the golden one first; raises ParityError if we would ask others."""
    tell("Loading the original")
    model = architecture.load(snapshot)
    profiles = list(draft["image_text"].get("profiles") or [ONLY_PROFILE])
    plan = [(pictures[0], GOLDEN_QUESTION, profiles[0])]
    plan += [(each, QUESTIONS[1 + number % 2], profiles[0]) for number, each in enumerate(pictures[1:])]
    plan += [(pictures[0], QUESTIONS[2], profiles[1])] if len(profiles) > 1 else []
    found = []
    for number, (picture, question, profile) in enumerate(plan):
        tell(f"Asking the original ({number + 1} of {len(plan)})")
        asked = architecture.ask(snapshot, picture, question, profile)
        check(picture, question, profile, asked)
        answered = answer_of(model, architecture.inputs(asked), count)
        found.append(Question(question, profile, asked, answered))
    return found


def runner_of(workshop: Workshop, variants: Mapping[str, str]) -> GraphRunner:
    """Return what runs a choice of variants."""
    draft = workshop.draft
    sessions = {
        role: Session(str(workshop.folder / draft["models"][role][variant][0]))
        for role, variant in variants.items()
    }
    return GraphRunner(draft["family"], sessions, image_token=draft["image_text"]["tokens"].get("image"))


def _judge(
    name: str,
    precision: dict[str, Any],
    runner: GraphRunner,
    questions: Sequence[Question],
    golden: str,
    draft: Mapping[str, Any],
) -> None:
    """Write gate and golden of a precision; raises ParityError for a reference that is not exact."""
    eos = draft["image_text"]["tokens"]["eos"]
    first = questions[0]
    said = runner.answer(first.asked, len(first.answered.tokens), eos=eos)
    alike = leading(said.tokens, first.answered.tokens)
    if name == REFERENCE:
        free = [
            said,
            *(runner.answer(each.asked, len(each.answered.tokens), eos=eos) for each in questions[1:]),
        ]
        strayed = _exact(questions, free)
    else:
        strayed = compare(
            [
                (want.logits, runner.answer(each.asked, len(want.tokens), forced=want.tokens).logits)
                for each, want in ((each, each.answered) for each in questions)
            ]
        )
    precision["gate"] = strayed.as_gate()
    precision["golden"] = _golden(first, said, alike, strayed.mean, golden)


def _exact(questions: Sequence[Question], free: Sequence[Answered]) -> Strayed:
    """Return how far the reference strays, which is next to nothing; raises ParityError where it is more."""
    pairs, whole = [], True
    for each, said in zip(questions, free, strict=True):
        alike = leading(said.tokens, each.answered.tokens)
        whole = whole and said.tokens == each.answered.tokens
        held = max(1, alike)
        pairs.append((each.answered.logits[:held], said.logits[:held]))
    strayed = compare(pairs)
    if not whole or strayed.largest > TOLERANCE * float(np.std(pairs[0][0])):
        total = sum(len(each.answered.tokens) for each in questions)
        raise ParityError(
            "The exported model strays from the original: "
            f"{sum(len(pair[0]) for pair in pairs)} of {total} tokens are the same, "
            f"and a logit differs by {strayed.largest:.2g}.",
            remedy="Nothing was packed. The export is at fault: please report it with the model's name.",
        )
    return strayed


def _golden(first: Question, said: Answered, alike: int, error: float, image: str) -> dict[str, Any] | None:
    """Return the question to try a precision with; None if not even its first token is sure.

    Its answer is the original's as far as the precision gives that, else the precision's own. Processors
    round in different ways: a token counts as long as the model chose it and all before it by more than the
    variant's own mean error.
    """
    own = alike == 0
    sure = margins(said.logits)[: len(said.tokens) if own else alike] > max(error, 1e-3)
    count = len(sure) if sure.all() else int(np.argmin(sure))
    if count == 0:
        return None
    return {
        "image": image,
        "question": first.text,
        "profile": first.profile,
        "tokens": list(said.tokens if own else first.answered.tokens),
        "tolerance": count,
    }
