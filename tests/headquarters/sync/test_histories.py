"""Whatever copies of a library do, in whatever order: every entry is here once, and every chain is whole."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from engine.sync.wire.hello import have_of
from headquarters.sync.streams import LibraryStreams
from headquarters.sync.tables import EntryRow
from tests.headquarters.laptops import Laptop
from tests.headquarters.sync.test_streams import rekeyed, twin_of

MOST_COPIES = 4

steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 9), st.integers(1, 12)),
        st.tuples(st.just("send all"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("send some"), st.integers(0, 9), st.integers(1, 9)),
        st.tuples(st.just("send again"), st.integers(0, 9), st.integers(0, 40)),
        st.tuples(st.just("copy"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("bring back"), st.integers(0, 9), st.integers(0, 40)),
        st.tuples(st.just("put disk back"), st.integers(0, 9), st.integers(0, 40)),
    ),
    min_size=4,
    max_size=25,
)


class History:
    """Copies of one library, and what was surely taken of them."""

    def __init__(self, client, headquarters, team):
        self.copies = [Laptop.enrolled(client, headquarters, team)]
        self.headquarters = headquarters
        self.taken: set[str] = set()

    def play(self, step):
        name, which, number = step
        copy = self.copies[which % len(self.copies)]
        match name:
            case "add":
                copy.log.tags(number, f"{copy.log.device} {len(copy.log.entries)}")
            case "send all":
                self.send(copy)
            case "send some":
                reply = self.greeted(copy)
                self.send_part(copy, reply.stream, reply.have.seq, reply.have.seq + number)
            case "send again":
                reply = self.greeted(copy)
                self.send_part(copy, reply.stream, min(number, reply.have.seq))
            case "copy" if len(self.copies) < MOST_COPIES:
                self.copies.append(twin_of(copy))
            case "bring back":
                del copy.log.entries[max(1, number) :]
                copy.log.begin_epoch()
            case "put disk back":
                del copy.log.entries[max(1, number) :]

    def greeted(self, copy):
        """Say hello, and take another name where that is asked for, as the client does."""
        reply = copy.hello()
        if reply.reason == "cloned":
            rekeyed(copy)
            reply = copy.hello()
        assert reply.reason != "cloned"
        return reply

    def send_part(self, copy, stream, after, last=None):
        if not copy.log.entries[after:last]:
            return
        answer = copy.send(stream, after, last)
        if answer.status_code == 200:
            have = have_of(answer.content)
            assert have == copy.log.at(have.seq)
            self.taken |= {entry.hash for entry in copy.log.entries[: have.seq]}
        else:
            assert answer.json()["code"] == "sync.forked"

    def send(self, copy):
        extra = ()
        for _attempt in range(6):
            reply = copy.hello(extra=extra)
            if reply.reason == "cloned":
                rekeyed(copy)
                continue
            if reply.have == copy.log.tip:
                break
            answer = copy.send(reply.stream, reply.have.seq)
            if answer.status_code == 200:
                break
            assert answer.json()["code"] == "sync.forked"
            extra = (answer.json()["have"]["seq"],)
        else:
            raise AssertionError("a laptop never got through")
        self.taken |= {entry.hash for entry in copy.log.entries}

    def check(self):
        laptop = self.copies[0]
        with self.headquarters.database.transaction() as session:
            here = list(
                session.scalars(
                    select(EntryRow.hash).where(EntryRow.team_id == laptop.team, EntryRow.entity != "library")
                )
            )
            streams = LibraryStreams(session, laptop.team, laptop.log.library)
            lines = [streams.hashes_between(each, 0, each.head_seq) for each in streams.all()]
            ends = [(each.head_seq, each.head_hash) for each in streams.all()]
        known = set().union(*(line.values() for line in lines))
        assert self.taken <= known
        for line, (last, last_hash) in zip(lines, ends, strict=True):
            assert sorted(line) == list(range(1, last + 1))
            assert last == 0 or line[last] == last_hash
        for copy in self.copies:
            assert [entry.hash for entry in copy.log.entries] in [
                [line.get(number) for number in range(1, len(copy.log.entries) + 1)] for line in lines
            ]
        assert len(here) == len(set(here))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps)
def test_any_history_of_copies_arrives_whole(client, headquarters, team, played):
    history = History(client, headquarters, team)
    for step in played:
        history.play(step)
    for copy in history.copies:
        history.send(copy)
    history.check()
