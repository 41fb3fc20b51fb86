"""The first message of each session: from where a laptop sends, and from where it takes."""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from engine.sync.wire.entries import MOST_BATCH_BYTES
from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import Hello, HelloReply, Limits
from engine.sync.wire.positions import BEGINNING, Position
from engine.sync.wire.streams import MOST_STREAM_BYTES
from headquarters.blobs.wishes import wanted
from headquarters.devices.access import Laptop
from headquarters.devices.registry import plain_name
from headquarters.devices.tables import Device
from headquarters.down.tables import DownRow
from headquarters.parts import Headquarters
from headquarters.sync.lines import candidate, choose
from headquarters.sync.streams import LibraryStreams, head_of
from headquarters.sync.tables import EntryRow, Stream
from headquarters.teams import Library

CLONED, RESTORED = "cloned", "restored"
_SEEN = (
    update(cast("Table", Device.__table__))
    .where(Device.id == bindparam("asking"))
    .values(
        {
            name: bindparam(name)
            for name in ("library_device", "epoch", "app", "tip_seq", "stream_id", "last_seen_at")
        }
    )
)


def greet(headquarters: Headquarters, laptop: Laptop, hello: Hello) -> HelloReply:
    """Answer a hello; opens a stream where the laptop's log has none to go on in.

    Raises:
        WireError: ``forbidden`` for a library that is not the laptop's own.
    """
    with headquarters.database.transaction() as session:
        return greet_within(session, headquarters, laptop, hello)


def greet_within(session: Session, headquarters: Headquarters, laptop: Laptop, hello: Hello) -> HelloReply:
    """Answer a hello in a transaction that somebody else ends, as for a bundle; see :func:`greet`."""
    if hello.library != laptop.library_id:
        raise WireError("forbidden", "another library")
    settings = headquarters.settings
    streams = LibraryStreams(session, laptop.team_id, laptop.library_id)
    stream, have = _line(session, headquarters, streams, laptop, hello)
    session.connection().execute(
        _SEEN,
        {
            "asking": laptop.device_id,
            "library_device": hello.device,
            "epoch": hello.epoch,
            "app": plain_name(hello.app),
            "tip_seq": hello.tip.seq,
            "stream_id": stream.id,
            "last_seen_at": headquarters.clock.now(),
        },
    )
    reason = _reason_to_tell(stream, hello)
    library = streams.library
    return HelloReply(
        hq=headquarters.identity.hq_id,
        hq_epoch=headquarters.epoch,
        stream=stream.id,
        have=have,
        backed_up_seq=streams.backed_up(stream),
        down_have=Position(library.down_seq, library.down_hash),
        down_resume=_resume(session, library, hello),
        limits=Limits(
            settings.batch_bytes,
            settings.pack_bytes,
            settings.chunk_bytes,
            # A stream goes on to the end of the batch that crosses this, and must be taken all the same.
            min(settings.pack_bytes, MOST_STREAM_BYTES - MOST_BATCH_BYTES),
        ),
        branched=bool(reason),
        reason=reason,
        wants=wanted(session, library) if library.has_wishes else (),
    )


def _line(
    session: Session,
    headquarters: Headquarters,
    streams: LibraryStreams,
    laptop: Laptop,
    hello: Hello,
) -> tuple[Stream, Position]:
    """Return the stream that takes the laptop's changes, and the place from which it sends."""
    now = headquarters.clock.now()
    if not streams.all():
        opened = streams.open(
            at=BEGINNING, parent=None, opened_by=laptop.device_id, reason="", twin=None, now=now
        )
        return opened, BEGINNING
    whole = _surely_on_it(streams.all(), hello)
    if whole is not None:
        return whole, head_of(whole)
    candidates = [
        candidate(
            each.id,
            head_of(each),
            streams.hashes(each, [place.seq for place in hello.checkpoints]),
            hello.checkpoints,
            own=each.id == laptop.stream_id,
            order=each.branch,
        )
        for each in streams.all()
    ]
    choice = choose(candidates, hello.tip)
    chosen = streams.get(choice.stream_id)
    assert chosen is not None
    if not choice.branches:
        return chosen, choice.have
    twin = _is_used_beyond(session, streams, choice.have, hello)
    branch = streams.open(
        at=choice.have,
        parent=streams.holder(chosen, choice.have.seq) if choice.have.seq else chosen,
        opened_by=laptop.device_id,
        reason=CLONED if twin else RESTORED,
        twin=(hello.device, hello.epoch) if twin else None,
        now=now,
    )
    return branch, choice.have


def _surely_on_it(streams: Sequence[Stream], hello: Hello) -> Stream | None:
    """Return the stream that the laptop's log surely goes on from, where that needs no look at its entries.

    So it is with nearly every hello: a checkpoint is the very end of the longest stream.
    """
    ends = {(place.seq, place.hash) for place in hello.checkpoints}
    longest = max(streams, key=lambda stream: stream.head_seq)
    others = [each for each in streams if each is not longest]
    if (longest.head_seq, longest.head_hash) not in ends or longest.head_seq > hello.tip.seq:
        return None
    return longest if all(each.head_seq < longest.head_seq for each in others) else None


def _is_used_beyond(session: Session, streams: LibraryStreams, common: Position, hello: Hello) -> bool:
    """Return whether entries that the laptop does not have bear its own name and epoch."""
    found = session.scalar(
        select(EntryRow.seq)
        .where(
            EntryRow.stream_id.in_([stream.id for stream in streams.all()]),
            EntryRow.seq > common.seq,
            EntryRow.device == hello.device,
            EntryRow.epoch == hello.epoch,
        )
        .limit(1)
    )
    return found is not None


def _reason_to_tell(stream: Stream, hello: Hello) -> str:
    """Return why the laptop's stream is a branch, as long as that asks something of it.

    An answer can be lost, so it is told again: to a clone until it bears a name of its own, to a
    restored copy until it has sent something.
    """
    if stream.reason == CLONED and (stream.twin_device, stream.twin_epoch) == (hello.device, hello.epoch):
        return CLONED
    if stream.reason == RESTORED and stream.head_seq == stream.base_seq:
        return RESTORED
    return ""


def _resume(session: Session, library: Library, hello: Hello) -> Position:
    """Return the last place of what came down that both have, from which the laptop goes on to take."""
    if hello.down in (BEGINNING, Position(library.down_seq, library.down_hash)):
        return hello.down
    places = (hello.down, *hello.down_checkpoints)
    rows = session.execute(
        select(DownRow.seq, DownRow.hash).where(
            DownRow.team_id == library.team_id,
            DownRow.library_id == library.library_id,
            DownRow.seq.in_({place.seq for place in places}),
        )
    )
    known = dict(rows.all())
    same = [place for place in places if known.get(place.seq) == place.hash]
    return max(same, key=lambda place: place.seq, default=BEGINNING)
