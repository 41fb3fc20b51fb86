"""What an image model says about a page, and how far it can be believed.

Frozen values that travel from the tasks of :mod:`engine.vision.tasks` through the worker into the library,
and from there to the window and the command line. An answer is never bare text: it carries where each thing
that it quotes stands on the page, what the guards found against it, and all that is needed to make it again.
This module knows geometry and nothing else.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

from engine.geometry import Quad

Scalar = str | int | float | bool | None
"""A value of a field."""


class AnswerTask(StrEnum):
    """What is asked of an image model about one page."""

    DESCRIBE = "describe"
    ASK = "ask"
    EXTRACT = "extract"
    TRIAGE = "triage"
    EMBED = "embed"


LENGTHS: Mapping[AnswerTask, tuple[str, ...]] = {
    AnswerTask.DESCRIBE: ("short", "detailed", "blind"),
    AnswerTask.ASK: ("usual", "short", "long"),
}
"""How much can be said, for the tasks where that can be chosen; the usual comes first. Of a description it is
its style: ``blind`` is for a person who cannot see the picture."""


class Concern(StrEnum):
    """Why a person should not simply believe an answer, or why there is none."""

    NO_MODEL = "no-model"
    """It was put together from what was read; no image model looked at the page."""
    REFUSED_IDENTITY = "refused-identity"
    """The question asks who a person in a photo is; that is never answered."""
    REFUSED_TRAIT = "refused-trait"
    """The question asks to guess a protected trait from a photo; that is never answered."""
    NOT_FOUND = "not-found"
    """The page does not tell, says the model."""
    NOT_ON_PAGE = "not-on-page"
    """The answer quotes something that no line of the page holds."""
    DOUBTFUL_LINE = "doubtful-line"
    """The line that holds what is quoted is itself doubtful."""
    MISREAD = "misread"
    """A line reads almost, but not quite, as what is quoted."""
    LANGUAGE = "language"
    """The answer is not in the language that was asked for."""
    LOOP = "loop"
    """The model repeated itself and was stopped."""
    CUT_OFF = "cut-off"
    """The answer reached the greatest length and is not complete."""
    EMPTY = "empty"
    """The model said nothing."""
    TRAIT_TOLD = "trait-told"
    """The answer itself tells a protected trait or an identity; that part was left out."""
    WRONG_KIND = "wrong-kind"
    """A value is not of the kind that the form asks for."""
    UNSURE = "unsure"
    """No label is likely enough."""


WITHOUT_ANSWER = frozenset(
    {Concern.REFUSED_IDENTITY, Concern.REFUSED_TRAIT, Concern.NOT_FOUND, Concern.EMPTY}
)
"""With one of these there is no answer, and its text says so."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a guard found.

    Attributes:
        concern: What it is.
        about: The piece of the answer, or the name of the field, that it is about; empty for the whole.
    """

    concern: Concern
    about: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something that an answer quotes stands on the page.

    Attributes:
        quoted: The number, date or name as the answer has it.
        line: Place of the line among the page's lines, from 0; None if it is not on the page.
        line_text: What that line reads.
        quad: Its place, in pixels of the upright page image.
        doubtful: Whether the line itself is doubtful.
        start: First letter of the quote within the answer's text; -1 for a field.
        stop: The letter after it.
    """

    quoted: str
    line: int | None = None
    line_text: str = ""
    quad: Quad | None = None
    doubtful: bool = False
    start: int = -1
    stop: int = -1

    @property
    def on_page(self) -> bool:
        """Whether a line of the page holds it."""
        return self.line is not None


@dataclass(frozen=True, slots=True)
class AnswerField:
    """A typed value that was asked for by name.

    Attributes:
        name: As the form has it; parts of a nested form are joined by a dot.
        value: Of the kind that the form asks for; None if it was not found or is not of that kind.
        text: As the model wrote it.
        evidence: Where it stands, without a line where none shows it; None if there is no value, or if it is
            yes, no or a choice on a photo, where no line can tell.
    """

    name: str
    value: Scalar
    text: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class SceneLabel:
    """What a photo shows, by one question of a published taxonomy.

    Attributes:
        aspect: The question, such as ``damage-severity``.
        label: Stable name of the likeliest answer, such as ``severe``.
        score: Calibrated probability in [0, 1].
        unsure: Whether that is too little to sort the photo by.
    """

    aspect: str
    label: str
    score: float
    unsure: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """All that is needed to tell how an answer came about, and to make it again.

    Attributes:
        pack_id: Names the pack with the hash of its files; empty if there was no model.
        pack_name: What the pack is called.
        pack_version: Its version.
        precision: Of the networks, such as ``int8``.
        prompt_version: Of Sanduku's own prompts.
        prompt: What the model was asked, word for word.
        settings: How it was asked, such as ``profile`` and ``max_tokens``.
        tokens: How many the model made.
        seconds: How long it took.
        prefill_seconds: How much of that was spent before the first token.
        token_probability: Geometric mean of the probabilities of the tokens. It compares answers of one
            model, and is not how likely the answer is right.
    """

    pack_id: str = ""
    pack_name: str = ""
    pack_version: int = 0
    precision: str = ""
    prompt_version: str = ""
    prompt: str = ""
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    tokens: int = 0
    seconds: float = 0.0
    prefill_seconds: float = 0.0
    token_probability: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered about one page.

    Attributes:
        task: What was asked for.
        question: As a person asked it; the style for a description.
        language: BCP 47 code of the language that was asked for.
        text: What a person reads.
        evidence: Where the numbers, dates and names in the text stand, in the order of the text.
        findings: What the guards found.
        fields: Of an extraction.
        labels: Of a triage.
        provenance: How it came about.
    """

    task: AnswerTask
    question: str
    language: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    fields: tuple[AnswerField, ...] = ()
    labels: tuple[SceneLabel, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it, beyond what one should with any model's words."""
        return any(finding.concern is not Concern.NO_MODEL for finding in self.findings)

    @property
    def answered(self) -> bool:
        """Whether there is an answer at all."""
        return not any(finding.concern in WITHOUT_ANSWER and not finding.about for finding in self.findings)

    @property
    def grounded(self) -> bool:
        """Whether it was put together from what was read, without an image model."""
        return any(finding.concern is Concern.NO_MODEL for finding in self.findings)

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain JSON values, losslessly."""
        return {
            "task": self.task.value,
            "question": self.question,
            "language": self.language,
            "text": self.text,
            "evidence": [_evidence_to_json(each) for each in self.evidence],
            "findings": [{"concern": each.concern.value, "about": each.about} for each in self.findings],
            "fields": [
                {
                    "name": each.name,
                    "value": each.value,
                    "text": each.text,
                    "evidence": None if each.evidence is None else _evidence_to_json(each.evidence),
                }
                for each in self.fields
            ],
            "labels": [asdict(each) for each in self.labels],
            "provenance": {**asdict(self.provenance), "settings": dict(self.provenance.settings)},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Make an answer from what :meth:`to_json` gave."""
        return cls(
            task=AnswerTask(data["task"]),
            question=data["question"],
            language=data["language"],
            text=data["text"],
            evidence=tuple(map(_evidence_from_json, data["evidence"])),
            findings=tuple(Finding(Concern(each["concern"]), each["about"]) for each in data["findings"]),
            fields=tuple(
                AnswerField(
                    each["name"],
                    each["value"],
                    each["text"],
                    None if each["evidence"] is None else _evidence_from_json(each["evidence"]),
                )
                for each in data["fields"]
            ),
            labels=tuple(SceneLabel(**each) for each in data["labels"]),
            provenance=Provenance(**data["provenance"]),
        )


def _evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    quad = None if evidence.quad is None else [[x, y] for x, y in evidence.quad.points]
    return {
        "quoted": evidence.quoted,
        "line": evidence.line,
        "line_text": evidence.line_text,
        "quad": quad,
        "doubtful": evidence.doubtful,
        "start": evidence.start,
        "stop": evidence.stop,
    }


def _evidence_from_json(data: Mapping[str, Any]) -> Evidence:
    quad = None
    if data["quad"] is not None:
        a, b, c, d = ((float(x), float(y)) for x, y in data["quad"])
        quad = Quad(a, b, c, d)
    return Evidence(**{**data, "quad": quad})
