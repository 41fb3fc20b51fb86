"""Asks each precision about pictures whose right answers are known, and refuses those that lose too much.

Logits that stray say little about what a person will read. The folder holds pictures like those of the field,
and ``answers.jsonl`` with one object in each line: ``image``, ``question`` and ``answer`` (a text, or a list
of texts that are all right). For a model that compares, ``question`` is left out and ``answer`` is one of the
words that it chooses from.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from engine.packs import Pack
from engine.vision import EncoderPair, ImageTextModel, Limits
from models.image_text import workshop as shop
from models.image_text.errors import GateError, SnapshotError
from models.image_text.exporting import REFERENCE, Tell
from models.image_text.packing import REFUSED, pack
from models.image_text.pictures import load
from models.image_text.verifying import STEP as VERIFY
from models.image_text.workshop import Workshop

STEP = "gate"
FILE = "answers.jsonl"
MARGIN = 0.02
"""Most of the accuracy, as a part of 1, that a smaller precision may lose."""
ALIKE = 0.5
"""Similarity from which an answer counts for something (ANLS, as for questions about documents)."""
LONGEST = 48


@dataclass(frozen=True, slots=True)
class Example:
    """A picture with what is right to say of it.

    Attributes:
        image: Its file.
        question: What is asked; empty for a model that compares.
        answers: Texts that are all right.
    """

    image: Path
    question: str
    answers: tuple[str, ...]


def read_examples(folder: Path) -> list[Example]:
    """Read the examples of a folder.

    Raises:
        SnapshotError: The list is missing, or a line of it cannot be used.
    """
    path = folder / FILE
    if not path.exists():
        raise SnapshotError(
            f"The file {FILE} is missing.", which=folder, remedy="Write one line for each picture."
        )
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            answer = row["answer"]
            answers = tuple(str(each) for each in (answer if isinstance(answer, list) else [answer]))
            example = Example(folder / str(row["image"]), str(row.get("question", "")), answers)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SnapshotError(
                f"Line {number} cannot be used ({error}).", which=path, remedy="It needs image and answer."
            ) from error
        if not example.image.exists():
            raise SnapshotError(f"Line {number} names a picture that is not there.", which=example.image)
        found.append(example)
    if not found:
        raise SnapshotError(
            "There is no example in it.", which=path, remedy="Write one line for each picture."
        )
    return found


def gate(workshop: Workshop, folder: Path, *, tell: Tell, margin: float = MARGIN) -> bool:
    """Measure the accuracy of every precision, and refuse those that lose more than a margin.

    Args:
        workshop: In which the precisions were verified.
        folder: With pictures and answers.
        tell: Is told what goes on.
        margin: Most of the accuracy that may be lost, as a part of 1.

    Returns:
        Whether there was anything to do.

    Raises:
        GateError: No smaller precision passes.
    """
    examples = read_examples(folder)
    facts = [(shop.digest_of(each.image), each.question, each.answers) for each in examples]
    recipe = shop.recipe(STEP, workshop.recipe_of(VERIFY), facts, margin)
    if workshop.is_done(STEP, recipe):
        return False
    precisions = workshop.draft["precisions"]
    trial = pack(workshop, workshop.folder / "trial", list(precisions))
    scores = {}
    for name in precisions:
        tell(f"Asking {name} about {len(examples)} pictures")
        scores[name] = accuracy(trial, name, examples)
    best = scores[REFERENCE] if REFERENCE in scores else max(scores.values())
    refused = {name for name, score in scores.items() if best - score > margin}
    for name, score in scores.items():
        precisions[name]["gate"] = {
            **(precisions[name].get("gate") or {}),
            "task_accuracy": round(score, 4),
            "task_accuracy_reference": round(best, 4),
            "task_examples": float(len(examples)),
            "task_margin": margin,
        }
        precisions[name][REFUSED] = name in refused
    for name in sorted(refused):
        tell(f"Refused {name}: accuracy {scores[name]:.3f} beside {best:.3f}")
    smaller = set(scores) - {REFERENCE}
    if smaller and smaller <= refused:
        raise GateError(
            "Every smaller variant loses more than was allowed: "
            + ", ".join(f"{name} {scores[name]:.3f}" for name in sorted(refused))
            + f" beside {best:.3f}.",
            remedy="Try the precision int8-blocks or int8-sharp, or ship fp32.",
        )
    workshop.finish(STEP, recipe, [])
    return True


def accuracy(pack: Pack, precision: str, examples: Sequence[Example]) -> float:
    """Return how right a precision is, from 0 to 1."""
    pair = pack.image_text.family == "dual-encoder"
    scores = _compared(pack, precision, examples) if pair else _asked(pack, precision, examples)
    return float(np.mean(scores))


def similarity(said: str, answers: Sequence[str]) -> float:
    """Return how near an answer is to the best of the right ones; 0 below :data:`ALIKE`."""
    plain = " ".join(said.split()).casefold()
    best = max(
        float(Levenshtein.normalized_similarity(plain, " ".join(each.split()).casefold())) for each in answers
    )
    return best if best >= ALIKE else 0.0


def _asked(pack: Pack, precision: str, examples: Sequence[Example]) -> list[float]:
    model = ImageTextModel.open(pack, precision=precision)
    profiles: Mapping[str, Any] = model.facts.profiles
    profile = sorted(profiles, key=lambda name: profiles[name])[len(profiles) // 2]
    scores = []
    for example in examples:
        seen = model.see(load(example.image), key=str(example.image), profile=profile)
        said = model.generate(seen, example.question, limits=Limits(LONGEST))
        scores.append(similarity(said.text, example.answers))
    model.close()
    return scores


def _compared(pack: Pack, precision: str, examples: Sequence[Example]) -> list[float]:
    pair = EncoderPair.open(pack, precision=precision)
    words = sorted({answer for example in examples for answer in example.answers})
    pictures = pair.embed_images([load(example.image) for example in examples])
    likest = (pictures @ pair.embed_texts(words).T).argmax(axis=1)
    pair.close()
    return [float(words[number] in example.answers) for number, example in zip(likest, examples, strict=True)]
