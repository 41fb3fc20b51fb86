"""Shows answers: to a person with what speaks for and against each, to a program as JSON."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rich.text import Text

from engine.answer import Answer, Concern, Evidence, Provenance
from engine.cli.desk import Desk

if TYPE_CHECKING:
    from engine.library import StoredAnswer

_SENTENCES: Mapping[Concern, str] = {
    Concern.LANGUAGE: "The answer is not in the language that was asked for.",
    Concern.LOOP: "The model repeated itself and was stopped.",
    Concern.CUT_OFF: "The answer was cut off at its greatest length.",
    Concern.TRAIT_TOLD: "A part of the answer that guessed at people's traits was left out.",
    Concern.WRONG_KIND: "{about}: what the model gave is not of the kind that was asked for.",
    Concern.UNSURE: "{about}: unsure.",
}
"""What a person is told of each finding; the others are told by the answer itself, or by its evidence."""


def show_answer(
    desk: Desk, name: str, stored: "StoredAnswer", *, pages: int = 1, with_id: bool = False
) -> None:
    """Print an answer with its evidence, and what the guards found against it.

    Args:
        desk: Where to print.
        name: Of the document.
        stored: The answer.
        pages: How many the document has; of several the page is told.
        with_id: Whether to tell the answer's own id, what was asked, and what a person says of it.
    """
    page = f" page {stored.page_index + 1}" if pages > 1 else ""
    head = Text.assemble((desk.name(name), "bold"), (f"  [{stored.document_id[:8]}]{page}", "dim"))
    desk.out.print(head, soft_wrap=True)
    if with_id:
        review = stored.review
        said = "" if review.state.value == "none" else f", {review.state.value} by {review.author}"
        asked = f"{stored.answer.task.value} {desk.clean(stored.answer.question)}".strip()
        desk.out.print(Text(f"  {asked}  [{stored.id[:8]}]{said}", style="dim"), soft_wrap=True)
    for line in stored.text.splitlines() or [""]:
        desk.print(f"  {line}")
    for each in stored.answer.evidence:
        desk.out.print(_evidence(desk, each), soft_wrap=True)
    for finding in stored.answer.findings:
        sentence = _SENTENCES.get(finding.concern)
        if sentence is not None:
            desk.out.print(
                Text(f"  ? {sentence.replace('{about}', desk.clean(finding.about))}", style="yellow"),
                soft_wrap=True,
            )
    desk.out.print(Text(f"  {made_by(stored.answer.provenance)}", style="dim"), soft_wrap=True)


def made_by(told: Provenance) -> str:
    """Tell in a sentence what an answer was made by."""
    if not told.pack_id:
        return "No image model was asked."
    took = f"{told.tokens} tokens in {told.seconds:.1f} s" if told.tokens else f"{told.seconds:.1f} s"
    return f"By {told.pack_name} {told.pack_version} ({told.precision}), {took}. A model can be wrong."


def answer_to_json(name: str, stored: "StoredAnswer") -> dict[str, Any]:
    """Return an answer as a program reads it."""
    answer: Answer = stored.answer
    return {
        "id": stored.id,
        "document_id": stored.document_id,
        "document_name": name,
        "page_id": stored.page_id,
        "page_index": stored.page_index,
        **answer.to_json(),
        "text": stored.text,
        "answered": answer.answered,
        "doubtful": answer.doubtful,
        "grounded": answer.grounded,
        "review": {
            "state": stored.review.state.value,
            "text": stored.review.text,
            "reason": stored.review.reason,
            "by": stored.review.author,
            "at": stored.review.made_at,
        },
        "author": stored.author,
        "made_at": stored.made_at,
    }


def _evidence(desk: Desk, evidence: Evidence) -> Text:
    quoted, line_text = desk.clean(evidence.quoted), desk.clean(evidence.line_text)
    if evidence.line is None:
        why = f"a line reads almost so: {line_text}" if line_text else "no line of the page holds this"
        return Text(f"  ? {quoted}: {why}", style="yellow")
    line = f"{quoted}: line {evidence.line + 1}  {line_text}"
    if evidence.doubtful:
        return Text(f"  ? {line} (itself doubtful)", style="yellow")
    return Text(f"    {line}", style="green")
