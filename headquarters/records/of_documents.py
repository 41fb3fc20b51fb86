"""What entries about documents and cases do to records."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from engine.language import normalise_for_search
from engine.sync.wire.entries import Entry
from headquarters.records.batch import Batch
from headquarters.records.confirming import confirm
from headquarters.records.group_tables import Case, CaseDocument, DocumentTag
from headquarters.records.tables import Document, Page
from headquarters.records.telling import MalformedEntryError, Told
from headquarters.review.tables import DocumentReview, PackState
from headquarters.search.texts import Findable, forget

MOST_PAGES = 20_000
_MOST_REASON = 1000
BY_HQ = "hq:"
"""How the author of what headquarters did begins, also in a laptop's log."""
_FIELD_STATES = frozenset({"none", "approved", "problem", "returned"})


def added(batch: Batch, entry: Entry) -> None:
    """A document came into the library, with its pages, which are not read yet."""
    told = Told(entry.payload)
    document_id, pages = entry.entity_id, told.texts("pages")
    if len(pages) > MOST_PAGES or len(set(pages)) != len(pages):
        raise MalformedEntryError("the pages of a document do not fit")
    document = Document(
        team_id=batch.team_id,
        id=document_id,
        library_id=batch.library_id,
        name=told.text("name"),
        media_type=told.text("media_type", ""),
        byte_size=told.whole("byte_size"),
        sha256=told.optional_text("sha256"),
        page_count=len(pages),
        added_at=told.text("added_at", ""),
        added_by=entry.author,
        received_at=batch.now,
        changed_at=batch.now,
        trashed=False,
        pages_read=0,
        pages_failed=0,
        doubtful_lines=0,
        open_conflicts=0,
        languages="",
        field_state="none",
        field_reason="",
        field_by="",
        hq_state="none",
        hq_reason="",
        hq_by="",
        changed_since=False,
    )
    if batch.has_document(document_id) or any(map(batch.has_page, pages)):
        raise MalformedEntryError("the document is there already")
    batch.add_document(document)
    for index, page_id in enumerate(pages):
        batch.add_page(
            Page(
                team_id=batch.team_id,
                id=page_id,
                document_id=document_id,
                page_index=index,
                reading_id=None,
                problem="",
                doubtful_lines=0,
                languages="",
            )
        )
    batch.find_by(Findable("name", document_id, document_id, None, document.name))


def renamed(batch: Batch, entry: Entry) -> None:
    """A document has another name."""
    document, name = batch.document(entry.document_id), Told(entry.payload).text("name")
    document.name = name
    batch.find_by(Findable("name", document.id, document.id, None, name))
    batch.touch(document)


def reviewed(batch: Batch, entry: Entry) -> None:
    """Somebody said something of a document, in the field; or a laptop tells that it heard headquarters."""
    told = Told(entry.payload)
    document, state = batch.document(entry.document_id), told.text("state")
    reason, by = told.text("reason", ""), told.text("by", "") or entry.author
    if state not in _FIELD_STATES:
        raise MalformedEntryError("the state of a review is unknown")
    if by.startswith(BY_HQ):
        return
    document.field_state, document.field_reason, document.field_by = state, reason, by
    batch.session.add(
        DocumentReview(
            team_id=batch.team_id,
            document_id=document.id,
            by_hq=False,
            state=state,
            reason=reason,
            author=by,
            at=batch.now,
        )
    )
    batch.touch(document)


def trashed(batch: Batch, entry: Entry) -> None:
    """A document went into the laptop's trash."""
    document = batch.document(entry.document_id)
    document.trashed = True
    batch.touch(document)


def restored(batch: Batch, entry: Entry) -> None:
    """A document came back from the laptop's trash."""
    document = batch.document(entry.document_id)
    document.trashed = False
    batch.touch(document)


def purged(batch: Batch, entry: Entry) -> None:
    """A laptop removed a document for good; that also confirms an erasure that was asked for."""
    document = batch.document(entry.document_id)
    document.removed_at = document.removed_at or batch.now
    document.trashed = True
    batch.flush()
    confirm(batch, document.id)


def tagged(batch: Batch, entry: Entry) -> None:
    """A document got a tag."""
    document, tag = batch.document(entry.document_id), Told(entry.payload).text("tag")
    key = _key(tag)
    batch.flush()
    statement = insert(DocumentTag).values(
        team_id=batch.team_id, document_id=document.id, tag_key=key, tag=tag
    )
    batch.session.execute(
        statement.on_conflict_do_update(
            index_elements=["team_id", "document_id", "tag_key"], set_={"tag": statement.excluded.tag}
        )
    )
    batch.find_by(Findable("tag", key, document.id, None, tag))


def untagged(batch: Batch, entry: Entry) -> None:
    """A document lost a tag."""
    document, key = batch.document(entry.document_id), _key(Told(entry.payload).text("tag"))
    batch.flush()
    row = batch.session.get(DocumentTag, (batch.team_id, document.id, key))
    if row is not None:
        batch.session.delete(row)
    # A tag is found once for each document, so its own row goes and those of other documents stay.
    _forget_of_document(batch, "tag", key, document.id)


def put_in_case(batch: Batch, entry: Entry) -> None:
    """A document was put into a case."""
    document, case_id = batch.document(entry.document_id), Told(entry.payload).text("case")
    batch.flush()
    batch.session.execute(
        insert(CaseDocument)
        .values(team_id=batch.team_id, case_id=case_id, document_id=document.id)
        .on_conflict_do_nothing()
    )
    case = batch.session.get(Case, (batch.team_id, case_id))
    if case is not None:
        batch.find_by(Findable("case", case_id, document.id, None, _case_text(case)))


def taken_from_case(batch: Batch, entry: Entry) -> None:
    """A document was taken out of a case."""
    document, case_id = batch.document(entry.document_id), Told(entry.payload).text("case")
    batch.flush()
    row = batch.session.get(CaseDocument, (batch.team_id, case_id, document.id))
    if row is not None:
        batch.session.delete(row)
    _forget_of_document(batch, "case", case_id, document.id)


def case_written(batch: Batch, entry: Entry) -> None:
    """A case was made, or has another name or note."""
    told = Told(entry.payload)
    name, note = told.text("name"), told.text("note", "")
    case = batch.session.get(Case, (batch.team_id, entry.entity_id))
    if case is None:
        case = Case(team_id=batch.team_id, id=entry.entity_id, name=name, note=note, removed=False)
        batch.session.add(case)
    else:
        _require_own_case(batch, case)
        case.name, case.note = name, note
    batch.flush()
    for document_id in _documents_of(batch, case.id):
        batch.find_by(Findable("case", case.id, document_id, None, _case_text(case)))


def case_removed(batch: Batch, entry: Entry) -> None:
    """A case was removed; its documents stay."""
    case = _case(batch, entry.entity_id)
    case.removed = True
    forget(batch.session, batch.team_id, "case", [case.id])


def case_restored(batch: Batch, entry: Entry) -> None:
    """A removed case came back with its documents."""
    case = _case(batch, entry.entity_id)
    case.removed = False
    for document_id in _documents_of(batch, case.id):
        batch.find_by(Findable("case", case.id, document_id, None, _case_text(case)))


def case_purged(batch: Batch, entry: Entry) -> None:
    """A case was done away with for good."""
    case = _case(batch, entry.entity_id)
    case.name, case.note, case.removed = "", "", True
    forget(batch.session, batch.team_id, "case", [case.id])


def pack_told(batch: Batch, entry: Entry) -> None:
    """A laptop tells how far it is with a pack that it was offered."""
    told = Told(entry.payload)
    statement = insert(PackState).values(
        team_id=batch.team_id,
        library_id=batch.library_id,
        name=told.text("name"),
        version=told.text("version"),
        state=entry.kind,
        offer_id=entry.entity_id,
        reason=told.text("reason", "")[:_MOST_REASON],
        at=batch.now,
    )
    batch.session.execute(
        statement.on_conflict_do_update(
            index_elements=["team_id", "library_id", "name", "version"],
            set_={name: statement.excluded[name] for name in ("state", "offer_id", "reason", "at")},
        )
    )


def _case(batch: Batch, case_id: str) -> Case:
    batch.flush()
    case = batch.session.get(Case, (batch.team_id, case_id))
    if case is None:
        raise MalformedEntryError("the case is unknown")
    _require_own_case(batch, case)
    return case


def _require_own_case(batch: Batch, case: Case) -> None:
    """Refuse to change a case that has documents of other libraries alone."""
    batch.flush()
    owners = set(
        batch.session.scalars(
            select(Document.library_id)
            .join(
                CaseDocument,
                (CaseDocument.team_id == Document.team_id) & (CaseDocument.document_id == Document.id),
            )
            .where(CaseDocument.team_id == batch.team_id, CaseDocument.case_id == case.id)
        )
    )
    if owners and batch.library_id not in owners:
        raise MalformedEntryError("the case is of another library")


def _documents_of(batch: Batch, case_id: str) -> list[str]:
    return list(
        batch.session.scalars(
            select(CaseDocument.document_id).where(
                CaseDocument.team_id == batch.team_id, CaseDocument.case_id == case_id
            )
        )
    )


def _case_text(case: Case) -> str:
    return f"{case.name}\n{case.note}".strip()


def _key(tag: str) -> str:
    return normalise_for_search(tag) or " ".join(tag.casefold().split())


def _forget_of_document(batch: Batch, kind: str, source_id: str, document_id: str) -> None:
    batch.findables.pop((kind, source_id, document_id), None)
    forget(batch.session, batch.team_id, kind, [source_id], document_id=document_id)


Handler = Callable[[Batch, Entry], None]

HANDLERS: dict[tuple[str, str], Handler] = {
    ("document", "added"): added,
    ("document", "renamed"): renamed,
    ("document", "reviewed"): reviewed,
    ("document", "trashed"): trashed,
    ("document", "restored"): restored,
    ("document", "purged"): purged,
    ("document", "tagged"): tagged,
    ("document", "untagged"): untagged,
    ("document", "put-in-case"): put_in_case,
    ("document", "taken-from-case"): taken_from_case,
    ("case", "created"): case_written,
    ("case", "changed"): case_written,
    ("case", "removed"): case_removed,
    ("case", "restored"): case_restored,
    ("case", "purged"): case_purged,
    **{("pack", kind): pack_told for kind in ("fetched", "installed", "refused")},
}
"""What each kind of entry does."""

WITHOUT_PAYLOAD = frozenset({("document", "trashed"), ("document", "restored"), ("document", "purged")})
"""Kinds that say all by themselves."""
