"""What entries about answers of image models do to records."""

import json

from engine.sync.wire.entries import Entry
from headquarters.records.batch import Batch
from headquarters.records.group_tables import PageAnswer
from headquarters.records.of_documents import Handler
from headquarters.records.telling import MalformedEntryError, Told, storable_json
from headquarters.search.texts import Findable, forget

_STATES = frozenset({"none", "accepted", "rejected", "corrected"})


def answered(batch: Batch, entry: Entry) -> None:
    """An image model said something about a page."""
    told = Told(entry.payload)
    page = batch.page(told.text("page"))
    body = None if entry.body is None else storable_json(json.loads(entry.body))
    answer = PageAnswer(
        team_id=batch.team_id,
        id=entry.entity_id,
        document_id=page.document_id,
        page_id=page.id,
        reading_id=told.text("reading", ""),
        task=told.text("task"),
        question=told.text("question", ""),
        text=told.text("text", ""),
        # An answer without its body cannot be judged, so it is not shown as a sure one.
        doubtful=body is None or bool(body.get("findings")),
        pack=told.text("pack", ""),
        body=body,
        asked_by=told.text("asked_by", ""),
        review_state="none",
        review_reason="",
        review_by="",
    )
    if batch.session.get(PageAnswer, (batch.team_id, entry.entity_id)) is not None:
        raise MalformedEntryError("the answer is there already")
    batch.session.add(answer)
    batch.find_by(Findable("answer", answer.id, page.document_id, page.id, answer.text))
    batch.touch(batch.document(page.document_id))


def judged(batch: Batch, entry: Entry) -> None:
    """A person in the field accepted, rejected or corrected an answer."""
    told = Told(entry.payload)
    state, text = told.text("state"), told.optional_text("text")
    reason = told.text("reason", "")
    batch.flush()
    answer = batch.session.get(PageAnswer, (batch.team_id, entry.entity_id))
    if answer is None or state not in _STATES:
        raise MalformedEntryError("the answer is unknown")
    document = batch.document(answer.document_id)
    answer.review_state, answer.review_text = state, text
    answer.review_reason, answer.review_by = reason, entry.author
    if state == "rejected":
        batch.findables.pop(("answer", answer.id, answer.document_id), None)
        forget(batch.session, batch.team_id, "answer", [answer.id])
    else:
        shown = answer.text if text is None else text
        batch.find_by(Findable("answer", answer.id, answer.document_id, answer.page_id, shown))
    batch.touch(document)


HANDLERS: dict[tuple[str, str], Handler] = {
    ("answer", "added"): answered,
    ("answer", "reviewed"): judged,
}
"""What each kind of entry does."""
