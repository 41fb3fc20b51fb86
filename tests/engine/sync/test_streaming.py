"""Changes go in one stream: each batch counts as it arrives, and after a break nothing goes twice."""

import random

import pytest

from engine.library import Library
from engine.sync.errors import BudgetSpentError, UnreachableError
from engine.sync.pacing import Pace
from engine.sync.transport import LinkError
from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import Limits
from engine.sync.wire.streams import BatchReader
from tests.engine.sync.channel import Channel
from tests.engine.sync.conftest import new_session
from tests.engine.sync.reference import ReferenceHeadquarters

ONE_BY_ONE = Limits()


class SmallSteps(Pace):
    """A stream of many batches."""

    def part(self, most: int) -> int:
        return min(most, 200)


@pytest.fixture
def filled(joined: Library, add, read_all) -> Library:
    for number in range(12):
        add(joined, f"form {number}.pdf")
        read_all(joined, f"Amina {number}")
    return joined


def log_of(library: Library) -> list[str]:
    return [change.hash for change in library.changes.since(0, 100_000)]


def there_of(headquarters: ReferenceHeadquarters, library: Library) -> list[str]:
    return [entry.hash for entry in headquarters.contents.libraries[library.library_id].streams[0].entries]


def paths(channel: Channel) -> list[str]:
    return [request.path for request in channel.sent if request.path.startswith("/v1/sync/")]


def streams_of(channel: Channel) -> list[bytes]:
    return [request.body for request in channel.sent if request.path == "/v1/sync/stream"]


def batches_in(stream: bytes) -> list:
    return list(BatchReader().feed(stream))


class Link(Channel):
    """Carries all, but breaks within the streams that are named by their number, after some bytes."""

    def __init__(self, headquarters: ReferenceHeadquarters, cuts: dict[int, float | str]) -> None:
        self._cuts, self._streams = cuts, 0
        super().__init__(headquarters, self._next_fault, lambda below: int((below - 1) * self._share))

    def _next_fault(self) -> str:
        if self.sent[-1].path != "/v1/sync/stream":
            return "none"
        self._streams += 1
        cut = self._cuts.get(self._streams, "none")
        if isinstance(cut, str):
            return cut
        self._share = cut
        return "cut"


def test_all_changes_go_in_one_message(filled, headquarters):
    link = Link(headquarters, {})
    outcomes = new_session(filled, link, pace=SmallSteps()).run()
    assert len(batches_in(streams_of(link)[0])) > 3
    assert paths(link).count("/v1/sync/stream") == 1
    assert there_of(headquarters, filled) == log_of(filled)
    assert outcomes.changes == len(log_of(filled))


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95, 1.0])
def test_after_a_break_it_goes_on_exactly_where_headquarters_is(filled, headquarters, share):
    link = Link(headquarters, {1: share})
    outcomes = new_session(filled, link, pace=SmallSteps()).run()
    assert there_of(headquarters, filled) == log_of(filled)
    first, *others = [batches_in(stream) for stream in streams_of(link)]
    sent = {entry.seq for batches in others for batch in batches for entry in batch.entries}
    if share == 1.0:  # All but the answer came.
        assert sent == set()
    else:
        whole = min(sent) - 1
        assert any(whole == batch.after.seq for batch in first)  # A batch came whole, or not at all.
        assert sent == set(range(whole + 1, len(log_of(filled)) + 1))
    assert outcomes.changes == len(log_of(filled))
    assert paths(link).count("/v1/sync/hello") == 1, "the first went along with the signature"


def test_an_answer_that_is_lost_costs_a_hello_and_no_change(filled, headquarters):
    link = Link(headquarters, {1: "answer-lost"})
    outcomes = new_session(filled, link, pace=SmallSteps()).run()
    assert len(streams_of(link)) == 1
    assert outcomes.changes == len(log_of(filled))


def test_where_nothing_came_of_a_stream_the_next_one_is_one_batch_and_then_more(filled, headquarters):
    """Something between that keeps a message until it is whole never lets a long one through a bad link."""
    link = Link(headquarters, {1: "lost", 2: "lost"})
    new_session(filled, link, pace=SmallSteps()).run()
    counts = [len(batches_in(stream)) for stream in streams_of(link)]
    assert counts[0] > 4
    assert counts[1:4] == [1, 1, 4]
    assert there_of(headquarters, filled) == log_of(filled)


def test_a_link_that_breaks_again_and_again_is_no_disagreement(filled, headquarters):
    link = Link(headquarters, dict.fromkeys(range(1, 12), 0.5))
    new_session(filled, link, pace=SmallSteps()).run()
    assert there_of(headquarters, filled) == log_of(filled)


def test_where_no_change_ever_comes_through_it_gives_up_in_time(filled, headquarters):
    """Hellos are answered all the while, as where something between swallows all that is larger."""

    class Swallowing(Channel):
        def send(self, request):
            if request.path in ("/v1/sync/stream", "/v1/sync/changes"):
                swallowed.append(request.path)
                raise LinkError("stalled")
            return super().send(request)

    swallowed: list[str] = []
    link = Swallowing(headquarters, lambda: "none", lambda _: 0)
    with pytest.raises(UnreachableError):
        new_session(filled, link, pace=SmallSteps(), patience=900.0).run()
    assert swallowed[:4] == ["/v1/sync/stream"] * 3 + ["/v1/sync/changes"]
    assert len(swallowed) < 30
    assert there_of(headquarters, filled) == []


def test_a_token_that_expires_before_a_stream_is_asked_for_anew(filled, headquarters):
    link = Link(headquarters, {1: "expired"})
    new_session(filled, link, pace=SmallSteps()).run()
    assert len(streams_of(link)) == 2
    assert there_of(headquarters, filled) == log_of(filled)


def test_a_stream_keeps_within_the_data_of_the_day(filled, headquarters):
    budget = 12_000
    with pytest.raises(BudgetSpentError):
        new_session(filled, Link(headquarters, {}), pace=SmallSteps(), daily_bytes=budget).run()
    assert filled.exchange.network_log.used_today() <= budget
    there = there_of(headquarters, filled)
    assert there == log_of(filled)[: len(there)]
    assert there


def test_a_large_change_in_the_middle_keeps_within_the_data_of_the_day_too(
    filled, headquarters, add, read_all
):
    budget = 12_000
    add(filled, "long.pdf")
    read_all(filled, random.Random(1).randbytes(20_000).hex())
    with pytest.raises(BudgetSpentError):
        new_session(filled, Link(headquarters, {}), daily_bytes=budget).run()
    assert filled.exchange.network_log.used_today() <= budget
    assert there_of(headquarters, filled)


def test_what_comes_before_a_change_that_cannot_be_sent_counts(
    filled, headquarters, add, read_all, monkeypatch
):
    known = len(log_of(filled))
    add(filled, "long.pdf")
    read_all(filled, "long " * 4000)
    monkeypatch.setattr("engine.sync.ledger.MOST_ENTRY_BYTES", 10_000)
    with pytest.raises(WireError):
        new_session(filled, Link(headquarters, {}), pace=SmallSteps()).run()
    assert filled.exchange.team.required().have.seq >= known
    assert there_of(headquarters, filled) == log_of(filled)[: filled.exchange.team.required().have.seq]


def test_a_headquarters_that_takes_no_streams_gets_batches(filled, headquarters):
    headquarters.limits = ONE_BY_ONE
    link = Link(headquarters, {})
    new_session(filled, link).run()
    assert "/v1/sync/changes" in paths(link)
    assert "/v1/sync/stream" not in paths(link)
    assert there_of(headquarters, filled) == log_of(filled)


def test_files_that_headquarters_will_not_take_do_not_count_as_sent(filled, headquarters, monkeypatch):
    new_session(filled, Link(headquarters, {}), tiers=()).run()
    named, waiting = headquarters._named, [file.sha256 for file in filled.exchange.outbox.files(2)]
    monkeypatch.setattr(headquarters, "_named", lambda: named() - {waiting[0]})
    outcomes = new_session(filled, Link(headquarters, {}), tiers=(2,)).run()
    assert outcomes.refused_files == [(waiting[0], "blob.unwanted")]
    assert outcomes.files == len(waiting) - 1
    assert [file.sha256 for file in filled.exchange.outbox.files(2)] == waiting[:1]
