"""How things stand between this library and headquarters; every function here is for a library's thread."""

from dataclasses import dataclass, field

from engine.library import Library
from engine.library.team import Team
from engine.sync.planning import Plan, make_plan

MOST_CHANGES = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """What can be told without looking at any file.

    Attributes:
        team: None where the library belongs to none.
        documents: How many have changes that headquarters has not confirmed.
        changes: How many changes it has not confirmed.
        last_done: When a session came to its end last; ISO 8601, UTC.
        used_today: Bytes over the network.
        to_settle: Conflicts that nobody has settled.
        news: Remarks of headquarters that nobody has seen.
        offers: Id and state of each model pack that headquarters offers.
    """

    team: Team | None = None
    documents: int = 0
    changes: int = 0
    last_done: str | None = None
    used_today: int = 0
    to_settle: int = 0
    news: int = 0
    offers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """What headquarters has signed to have.

    Attributes:
        at: When, by its clock; ISO 8601, UTC.
        changes: Up to which change.
        backed_up: Up to which change its backup has them.
    """

    at: str
    changes: int
    backed_up: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the view tells beside that.

    Attributes:
        plan: What would be sent; None without a team.
        signed: The latest receipt.
        seq: Number of the latest change here.
    """

    plan: Plan | None = None
    signed: Signed | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed since the last sending.

    Attributes:
        document: What the document is called; empty for none.
        what: Stable name of what happened, such as ``correction.text``.
        before: What stood there; empty where nothing did.
        now: What stands there; empty where nothing does.
        author: Who did it; ``sanduku`` for the program.
    """

    document: str
    what: str
    before: str
    now: str
    author: str


@dataclass(frozen=True, slots=True)
class ChangedThings:
    """What changed: the first of them, and how many more there are."""

    shown: tuple[Changed, ...] = field(default=())
    more: int = 0


def look(library: Library) -> Standing:
    """Return how things stand."""
    team = library.exchange.team.get()
    if team is None:
        return Standing()
    exchange = library.exchange
    return Standing(
        team,
        exchange.outbox.documents_changed(team.have.seq),
        exchange.outbox.changes_waiting(team.have.seq),
        exchange.network_log.last_done(),
        exchange.network_log.used_today(),
        len(exchange.words.conflicts()),
        len(exchange.words.comments(unseen=True)),
        tuple((each.id, each.state) for each in exchange.words.offers()),
    )


def look_closely(library: Library, files: str) -> Outlook:
    """Return what would be sent with the setting ``network.files``, and what is signed."""
    if library.exchange.team.get() is None:
        return Outlook()
    receipts = library.exchange.receipts.latest(limit=1)
    signed = Signed(receipts[0].at, receipts[0].seq, receipts[0].backed_up_seq) if receipts else None
    return Outlook(make_plan(library, files), signed, library.exchange.outbox.tip().seq)


def changed_things(library: Library) -> ChangedThings:
    """Return what changed since headquarters confirmed the last change, the latest first."""
    team = library.exchange.team.get()
    if team is None:
        return ChangedThings()
    tip = library.exchange.outbox.tip().seq
    begin = max(team.have.seq, tip - MOST_CHANGES)
    changes = library.changes.since(begin, MOST_CHANGES)
    ids = sorted({change.document_id for change in changes if change.document_id})
    names = {document.id: document.name for document in library.documents.many(ids)}
    found = []
    for change in reversed(changes):
        payload = change.payload or {}
        what = f"{change.entity}.{change.kind}"
        if what == "document.reviewed":
            what = f"{what}.{payload.get('state', '')}"
        before, now = _told(what, payload)
        name = names.get(change.document_id or "", str(payload.get("name", "")))
        found.append(Changed(name, what, before, now, change.author))
    return ChangedThings(tuple(found), begin - team.have.seq)


def _told(what: str, payload: dict[str, object]) -> tuple[str, str]:
    """Return what stood there before and what stands there now, of an entry's payload."""
    if what.startswith("correction."):
        return _lines(payload.get("previous")), _lines(payload.get("replacement"))
    match what:
        case "document.renamed":
            return str(payload.get("previous", "")), str(payload.get("name", ""))
        case "document.added" | "case.created":
            return "", str(payload.get("name", ""))
        case "case.changed":
            return str(payload.get("previous_name", "")), str(payload.get("name", ""))
        case "document.tagged":
            return "", str(payload.get("tag", ""))
        case "document.untagged":
            return str(payload.get("tag", "")), ""
        case _ if what.startswith("document.reviewed."):
            return "", str(payload.get("reason", ""))
        case _:
            return "", ""


def _lines(placed: object) -> str:
    if not isinstance(placed, list):
        return ""
    return "\n".join(str(_line(each).get("text", "")) for each in placed)


def _line(placed: object) -> dict[str, object]:
    """Return the line within what is kept of it with its place."""
    if not isinstance(placed, dict):
        return {}
    line = placed.get("line", placed)
    return line if isinstance(line, dict) else {}
