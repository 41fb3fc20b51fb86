"""Extracts typed values from a page, each with the line that it stands on, or the word that there is none.

Yes and no, and what was chosen of several words, need a line that shows it as well, wherever the page is a
document: see :mod:`engine.vision.tasks.ticks`.

A form can ask for what no question may ask of a photo: somebody's name, age or religion. Where the
page is no document, such a value is given only if it stands there in writing.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.answer import Answer, AnswerField, AnswerTask, Concern, Finding
from engine.vision import Ended, ImageTextModel, JsonSchema
from engine.vision.tasks.grounding import Ground
from engine.vision.tasks.page import PageView
from engine.vision.tasks.refusal import refused_value
from engine.vision.tasks.schema import Wanted, typed, wanted_values
from engine.vision.tasks.speaking import Manner, silent, speak
from engine.vision.tasks.ticks import show_ticked
from engine.vision.tasks.words import words_of

TOKENS_PER_FIELD = 40
FEWEST_TOKENS = 128
_ENDS = {Ended.LOOP: Concern.LOOP, Ended.LENGTH: Concern.CUT_OFF}


def extract(model: ImageTextModel, page: PageView, schema: Mapping[str, Any], *, manner: Manner) -> Answer:
    """Have a model find values on a page.

    Args:
        model: Opened.
        page: Where they stand.
        schema: Which values; see :mod:`engine.vision.tasks.schema`.
        manner: How it is asked.

    Raises:
        SchemaError: The schema cannot be used.
        SettingError: There are no answers in this language.
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The page and the schema do not fit the model.
        ModelMemoryError: There was not enough memory.
    """
    wanted, words = wanted_values(schema), words_of(manner.language)
    names = ", ".join(each.name for each in wanted)
    refused = {} if page.is_document else _refused(wanted)
    if refused:
        manner = replace(manner, on_text=silent)  # A guess that is dropped at the end is not shown before.
    spoken = speak(
        model,
        page,
        words.prompts["extract"].replace("{names}", names),
        task="extract",
        words=words,
        manner=manner,
        max_tokens=max(FEWEST_TOKENS, TOKENS_PER_FIELD * len(wanted)),
        bare=names,
        constraint=JsonSchema(schema),
    )
    findings = [Finding(_ENDS[spoken.made.ended])] if spoken.made.ended in _ENDS else []
    try:
        given = json.loads(spoken.made.text)
    except (ValueError, RecursionError):
        given = None  # Cut off in the middle: nothing of it can be believed.
        findings = findings or [Finding(Concern.CUT_OFF)]
    ground = Ground(page.lines, page.doubt_threshold)
    fields = []
    for each, name, value in _given(wanted, given):
        field, against = _field(each, name, value, page, ground)
        concern = refused.get(each.name)
        if concern is not None and not _written(field, ground):
            field, against = AnswerField(name, None), [Finding(concern, name)]
        fields.append(field)
        findings += against
    if all(field.value is None for field in fields):
        findings.append(Finding(Concern.NOT_FOUND))
    return Answer(
        AnswerTask.EXTRACT,
        names,
        manner.language,
        "\n".join(f"{field.name}: {'' if field.value is None else field.value}" for field in fields),
        findings=tuple(dict.fromkeys(findings)),
        fields=tuple(fields),
        provenance=spoken.provenance,
    )


def _field(
    wanted: Wanted, name: str, given: object, page: PageView, ground: Ground
) -> tuple[AnswerField, Sequence[Finding]]:
    """Return a value with its evidence, and what is to be said against it."""
    written = "" if given is None else given if isinstance(given, str) else json.dumps(given)
    value, fits = typed(wanted, given)
    if not fits:
        return AnswerField(name, None, written), [Finding(Concern.WRONG_KIND, name)]
    if value is None:
        return AnswerField(name, None), [Finding(Concern.NOT_FOUND, name)]
    if isinstance(value, bool) or wanted.choices:
        if not page.is_document:
            return AnswerField(name, value, written), []  # Of what a photo shows no line can tell.
        shown, against = show_ticked(page.lines, page.doubt_threshold, wanted.label, value, wanted.choices)
        return AnswerField(name, value, written, shown), [Finding(against, name)] if against else []
    grounded = ground.check_value(written, name=name)
    return AnswerField(name, value, written, grounded.evidence[0]), grounded.findings


def _refused(wanted: Sequence[Wanted]) -> dict[str, Concern]:
    """Return the names of the values that nobody may guess from a photo, each with the reason."""
    told = ((each.name, refused_value(each.name, each.choices)) for each in wanted)
    return {name: concern for name, concern in told if concern is not None}


def _written(field: AnswerField, ground: Ground) -> bool:
    """Return whether a value stands on the page in these words; yes and no never do."""
    if field.value is None or isinstance(field.value, bool):
        return False
    return ground.check_value(field.text, name=field.name).evidence[0].on_page


def _given(wanted: Sequence[Wanted], given: object) -> Iterator[tuple[Wanted, str, object]]:
    """Yield each wanted value with its full name and what the model gave; lists give one for each entry."""
    for each in wanted:
        steps = re.findall(r"\[\]|[^.\[\]]+", each.name)
        yield from ((each, name, value) for name, value in _reach(given, steps, ""))


def _reach(value: object, steps: Sequence[str], name: str) -> Iterator[tuple[str, object]]:
    if not steps:
        yield name, value
    elif steps[0] == "[]":
        entries = value if isinstance(value, list) else []
        for place, entry in enumerate(entries, 1):
            yield from _reach(entry, steps[1:], f"{name}.{place}")
        if not entries:
            yield from _reach(None, [step for step in steps[1:] if step != "[]"], name)
    else:
        inner = value.get(steps[0]) if isinstance(value, dict) else None
        yield from _reach(inner, steps[1:], f"{name}.{steps[0]}" if name else steps[0])
