"""A session brings everything to headquarters once and in order, and takes what it says."""

import json
from dataclasses import replace

import pytest
from PIL import Image

from engine.errors import CancelledError
from engine.sync.errors import BudgetSpentError, RefusedError, UnreachableError, UntrustedError
from engine.sync.joining import begin_to_join, enrol
from engine.sync.standing import State
from engine.sync.transport import LinkError
from engine.sync.wire.blobs import FrameReader
from engine.sync.wire.errors import ErrorReply, WireError
from engine.sync.wire.hello import Limits
from tests.engine.sync.channel import Channel
from tests.engine.sync.conftest import new_session
from tests.engine.sync.reference import ReferenceHeadquarters


def _jpeg(width: int = 300, height: int = 200) -> bytes:
    import io

    stream = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(stream, "JPEG", quality=95)
    return stream.getvalue()


def _lines(headquarters, library, stream=0):
    return [
        entry.hash for entry in headquarters.contents.libraries[library.library_id].streams[stream].entries
    ]


def _log(library):
    return [change.hash for change in library.changes.since(0, 10_000)]


def test_everything_arrives_once_and_in_order(joined, headquarters, session, add, read_all):
    for number in range(5):
        add(joined, f"form {number}.pdf", pages=2)
    read_all(joined, "Amina Yusuf", "Aleppo")
    outcomes = session(joined).run()
    assert _lines(headquarters, joined) == _log(joined)
    assert outcomes.changes == len(_log(joined))
    assert outcomes.receipt
    assert joined.exchange.team.required().have.seq == len(_log(joined))


def test_the_text_of_a_reading_goes_with_its_entry(joined, headquarters, session, add, read_all):
    add(joined)
    read_all(joined, "Amina Yusuf", confidence=0.5)
    session(joined).run()
    entries = headquarters.contents.libraries[joined.library_id].streams[0].entries
    (text,) = [entry.text for entry in entries if entry.entity == "reading"]
    assert [(line.text, line.doubtful) for line in text] == [("Amina Yusuf", True)]


def test_boxes_and_images_arrive_whole(joined, headquarters, session, add, read_all):
    image = _jpeg(1200, 900)
    assert len(image) > 200_000
    add(joined, content=b"an original")
    read_all(joined, "One", image=image)
    headquarters.limits = Limits(chunk_bytes=40_000)
    outcomes = session(joined, tiers=(2, 3, 4, 5)).run()
    blobs = headquarters.contents.blobs
    assert image in blobs.values()
    assert b"an original" in blobs.values()
    body = next(content for content in blobs.values() if content.startswith(b'{"pipeline_id"'))
    assert json.loads(body)["lines"][0]["text"] == "One"
    assert outcomes.files == 3
    assert joined.exchange.outbox.files(5) == []


def test_without_being_asked_the_images_stay(joined, headquarters, session, add, read_all):
    add(joined, content=b"an original")
    read_all(joined, "One", image=_jpeg())
    session(joined).run()
    assert b"an original" not in headquarters.contents.blobs.values()
    assert len(headquarters.contents.blobs) == 1


WITH_CONTENT = ("/v1/sync/changes", "/v1/sync/stream", "/v1/blobs/pack")


def test_nothing_goes_twice(joined, headquarters, session, add, read_all):
    add(joined)
    read_all(joined, "One")
    session(joined).run()
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    outcomes = new_session(joined, channel).run()
    assert (outcomes.changes, outcomes.files) == (0, 0)
    assert not [request for request in channel.sent if request.path in WITH_CONTENT]


def test_a_session_that_is_never_answered_ends(joined, headquarters):
    def dead() -> str:
        return "lost"

    with pytest.raises(UnreachableError):
        new_session(joined, Channel(headquarters, dead, lambda _: 0)).run()


def test_a_session_ends_when_somebody_wants_it_to(joined, session):
    with pytest.raises(CancelledError):
        session(joined, cancelled=lambda: True).run()


def test_a_session_keeps_within_the_data_of_the_day(joined, headquarters, session, add, read_all):
    for number in range(40):
        add(joined, f"form {number}.pdf")
    read_all(joined, *(f"line {number} of many" for number in range(60)))
    with pytest.raises(BudgetSpentError):
        session(joined, daily_bytes=9_000).run()
    assert joined.exchange.network_log.used_today() <= 9_000
    there = _lines(headquarters, joined)
    assert 0 < len(there) < len(_log(joined))
    assert there == _log(joined)[: len(there)]


def test_the_data_of_another_day_is_another_days(joined, session, clock):
    with pytest.raises(BudgetSpentError):
        session(joined, daily_bytes=1500).run()
    clock.pass_time(48 * 3600)
    session(joined, daily_bytes=10_000).run()


def test_a_device_that_was_shut_out_is_told_so(joined, headquarters, session, add):
    add(joined)
    headquarters.contents.devices["device1"].revoked = True
    with pytest.raises(RefusedError, match="shut this laptop out"):
        session(joined).run()


def test_another_headquarters_is_not_trusted(joined, headquarters, session, monkeypatch):
    monkeypatch.setattr("tests.engine.sync.reference.HQ", "another")
    with pytest.raises((UntrustedError, RefusedError)):
        session(joined).run()


def test_a_copy_of_a_library_becomes_a_device_of_its_own(joined, headquarters, session, add, tmp_path, clock):
    import shutil

    from tests.engine.sync.conftest import open_again

    session(joined).run()
    shutil.copytree(joined.folder, tmp_path / "copy")
    add(joined, "here.pdf")
    session(joined).run()
    with open_again(tmp_path / "copy", clock) as copy:
        add(copy, "there.pdf")
        before = copy.device_id
        outcomes = session(copy).run()
        assert outcomes.branched == "cloned"
        assert copy.device_id != before
        assert copy.changes.verify_chain() == []
        assert _lines(headquarters, joined, 1) == _log(copy)
        add(joined, "again.pdf")
        session(joined).run()
        session(copy).run()
        assert _lines(headquarters, joined, 0) == _log(joined)
        assert _lines(headquarters, joined, 1) == _log(copy)


def test_after_headquarters_was_restored_all_is_there_again(joined, headquarters, session, add, read_all):
    session(joined).run()
    headquarters.back_up()
    add(joined)
    read_all(joined, "One")
    session(joined).run()
    headquarters.restore()
    session(joined).run()
    assert _lines(headquarters, joined) == _log(joined)
    assert len(headquarters.contents.blobs) == 1


def test_a_receipt_that_another_signed_is_not_kept(joined, headquarters, monkeypatch, add):
    from tests.engine.sync.reference import forged

    class Forger(Channel):
        def send(self, request):
            reply = super().send(request)
            return forged(reply) if request.path == "/v1/sync/receipt" else reply

    with pytest.raises(WireError):
        new_session(joined, Forger(headquarters, lambda: "none", lambda _: 0)).run()
    assert joined.exchange.receipts.latest() == []


def test_each_use_of_the_network_is_in_the_log(joined, session):
    before = len(joined.exchange.network_log.latest())
    session(joined).run()
    entry = joined.exchange.network_log.latest()[0]
    assert len(joined.exchange.network_log.latest()) == before + 1
    assert (entry.host, entry.purpose, entry.asked_by) == ("hq.example.org", "sync", "person")
    assert entry.bytes_sent > 0
    assert entry.requests > 3


def test_a_part_of_a_page_is_cut_where_headquarters_asks(joined, headquarters, session, add, read_all):
    document = add(joined)
    read_all(joined, "One", image=_jpeg(400, 300))
    session(joined).run()
    page = (
        joined.documents.get(document).pages[0].id
        if hasattr(joined.documents.get(document), "pages")
        else None
    )
    page = page or joined.connection.value("SELECT id FROM pages")
    quad = [[10, 10], [100, 10], [100, 40], [10, 40]]
    headquarters.send_down(
        joined.library_id, "blob", "want", {"document": document, "crop": {"page": page, "quad": quad}},
        document=document,
    )  # fmt: skip
    session(joined).run()
    entries = headquarters.contents.libraries[joined.library_id].streams[0].entries
    (cut,) = [entry for entry in entries if (entry.entity, entry.kind) == ("blob", "cut")]
    import io

    with Image.open(io.BytesIO(headquarters.contents.blobs[cut.payload["sha256"]])) as image:
        assert image.size == (107, 47)


def test_a_file_that_is_damaged_here_holds_nothing_up(joined, headquarters, session, add, read_all):
    add(joined, content=b"an original")
    read_all(joined, "One", image=_jpeg())
    joined.files.path(joined.exchange.outbox.files(5)[0].sha256).write_bytes(b"other")
    outcomes = session(joined, tiers=(2, 3, 4, 5)).run()
    assert len(outcomes.damaged_files) == 1
    assert outcomes.files == 2


def test_a_session_goes_on_where_it_was_killed(joined, headquarters, session, add, read_all):
    for number in range(30):
        add(joined, f"form {number}.pdf")
    read_all(joined, *(f"line {number} of many" for number in range(30)))
    for steps in range(1, 12):
        killed = session(joined)
        for _ in range(steps):
            if killed.state is not State.DONE:
                killed.attempt()
    session(joined).run()
    assert _lines(headquarters, joined) == _log(joined)
    assert len(set(headquarters.applied)) == len(headquarters.applied)


def test_the_link_may_break_at_each_message_once(joined, headquarters, add, read_all):
    for number in range(3):
        add(joined, f"form {number}.pdf")
    read_all(joined, "One")

    class Breaking(Channel):
        def __init__(self, *parts):
            super().__init__(*parts)
            self.broken = set()

        def send(self, request):
            key = (request.method, request.path.split("?")[0])
            if key in self.broken:
                return super().send(request)
            self.broken.add(key)
            super().send(request)
            raise LinkError("cut")

    channel = Breaking(headquarters, lambda: "none", lambda _: 0)
    assert new_session(joined, channel).run().receipt
    assert _lines(headquarters, joined) == _log(joined)
    assert isinstance(channel.headquarters, ReferenceHeadquarters)


def test_files_of_changes_that_were_just_sent_need_no_question(joined, headquarters, add, read_all):
    add(joined)
    read_all(joined, "One")
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    new_session(joined, channel).run()
    assert "/v1/blobs/have" not in [request.path for request in channel.sent]
    assert len(headquarters.contents.blobs) == 1


def test_after_a_break_headquarters_is_asked_what_it_has(joined, headquarters, add, read_all):
    for number in range(4):
        add(joined, f"form {number}.pdf")
        read_all(joined, f"Line {number}")
    cuts = iter(["cut"])

    class CutInThePack(Channel):
        def send(self, request):
            fault = next(cuts, "none") if request.path == "/v1/blobs/pack" else "none"
            self._fault = lambda: fault
            return super().send(request)

    channel = CutInThePack(headquarters, lambda: "none", lambda below: below - 40)
    outcomes = new_session(joined, channel).run()
    assert "/v1/blobs/have" in [request.path for request in channel.sent]
    assert outcomes.files == len(headquarters.contents.blobs) == 4


def test_a_receipt_is_asked_for_what_has_none_until_the_backup_moves_on(joined, headquarters, add, read_all):
    from engine.sync.wire.receipts import ReceiptRequest

    def asked() -> int:
        channel = Channel(headquarters, lambda: "none", lambda _: 0)
        new_session(joined, channel).run()
        return len(ReceiptRequest.decode(channel.sent[-1].body).blobs)

    add(joined)
    read_all(joined, "One")
    assert asked() == 1
    assert asked() == 0
    headquarters.back_up()
    assert asked() == 1
    assert joined.exchange.outbox.without_receipt(10, patience=0) == []


def test_whoever_watches_sees_bytes_go_and_an_end(joined, session, add, read_all):
    add(joined)
    read_all(joined, "One")
    seen = []
    session(joined, told=seen.append).run()
    assert [each.sent for each in seen] == sorted(each.sent for each in seen)
    assert seen[-1].state is State.DONE
    assert seen[-1].left == 0


def test_a_headquarters_that_wants_to_be_asked_much_later_ends_the_session(joined, headquarters):
    class Busy(Channel):
        def send(self, request):
            reply = super().send(request)
            if request.path != "/v1/sync/receipt":
                return reply
            error = ErrorReply.of(WireError("rate.limited")).encode()
            return replace(reply, status=429, body=error, headers={"retry-after": "3600"})

    session = new_session(joined, Busy(headquarters, lambda: "none", lambda _: 0))
    with pytest.raises(RefusedError, match="wait"):
        session.run()


def test_something_that_is_not_headquarters_is_told_from_it(joined, headquarters):
    class Another(Channel):
        def send(self, request):
            return replace(super().send(request), status=404, body=b"<html>No such page</html>")

    with pytest.raises(UntrustedError, match="not headquarters"):
        new_session(joined, Another(headquarters, lambda: "none", lambda _: 0)).run()


def test_a_signed_challenge_that_was_delivered_twice_shuts_nobody_out(joined, headquarters):
    class Doubling(Channel):
        """Delivers what a laptop signed twice, the first time, and brings the second answer."""

        doubled = False

        def send(self, request):
            reply = super().send(request)
            if not request.path.endswith("/auth/token") or self.doubled:
                return reply
            self.doubled = True
            refused = ErrorReply.of(WireError("auth.refused"))
            return replace(reply, status=refused.kind.status, body=refused.encode())

    assert new_session(joined, Doubling(headquarters, lambda: "none", lambda _: 0)).run().receipt


def test_a_fault_of_headquarters_that_has_no_name_here_is_waited_for(joined, headquarters):
    class Failing(Channel):
        failed = False

        def send(self, request):
            reply = super().send(request)
            if self.failed:
                return reply
            self.failed = True
            return replace(reply, status=503, body=ErrorReply("shelf.wet", "The shelf is wet.").encode())

    assert new_session(joined, Failing(headquarters, lambda: "none", lambda _: 0)).run().receipt


def test_a_copy_that_headquarters_has_never_heard_of_joins_with_the_key_that_it_tells(joined, headquarters):
    headquarters.contents.devices.clear()  # It was restored from before this laptop joined.
    joined.part_from_copy()
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    assert new_session(joined, channel).run().receipt
    assert new_session(joined, channel).run().receipt


def _paths(channel):
    return [request.path.split("?")[0].removeprefix("/v1/") for request in channel.sent]


FIRST_SESSION = ["enrol", "auth/token", "sync/stream", "blobs/pack", "sync/receipt"]
OF_THE_FIRST_HEADQUARTERS = [
    "enrol", "auth/challenge", "auth/token", "sync/hello", "sync/stream", "blobs/pack", "sync/receipt",
]  # fmt: skip


@pytest.mark.parametrize(("merges", "expected"), [(True, FIRST_SESSION), (False, OF_THE_FIRST_HEADQUARTERS)])
def test_a_first_session_takes_few_messages_and_an_earlier_headquarters_understands_them(
    laptop, headquarters, add, read_all, merges, expected
):
    headquarters.merges = merges
    begin_to_join(laptop, headquarters.invitation())
    add(laptop)
    read_all(laptop, "Amina Yusuf", image=_jpeg())
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    session = new_session(laptop, channel)
    enrol(laptop, session._postman, device_name="Amina's laptop")
    session.run()
    assert _paths(channel) == expected
    assert _lines(headquarters, laptop) == _log(laptop)


def test_a_challenge_that_came_with_joining_and_is_too_old_costs_another(laptop, headquarters, monkeypatch):
    begin_to_join(laptop, headquarters.invitation())
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    session = new_session(laptop, channel)
    enrol(laptop, session._postman)
    unsigned, signed = headquarters._unsigned, []

    def refuse_the_first(path, body):
        signed.append(path)
        if path == "/v1/auth/token" and signed.count(path) == 1:
            raise WireError("auth.refused")
        return unsigned(path, body)

    monkeypatch.setattr(headquarters, "_unsigned", refuse_the_first)
    assert session.run().receipt
    assert signed == ["/v1/auth/token", "/v1/auth/challenge", "/v1/auth/token"]


def test_what_headquarters_said_is_taken_though_a_hello_before_it_told_of_nothing(
    joined, headquarters, session
):
    """A session may last for hours: what a hello told holds for two minutes."""
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    slow = new_session(joined, channel)
    while slow.state is not State.DOWN:
        slow.step()
    headquarters.send_down(joined.library_id, "comment", "added", {"document": "d1", "text": "Well done."})
    slow._sleep(121.0)
    slow.run()
    assert "sync/down" in _paths(channel)
    assert slow.outcomes.down == 1
    later = Channel(headquarters, lambda: "none", lambda _: 0)
    new_session(joined, later).run()
    assert "sync/down" not in _paths(later)


def test_boxes_of_readings_and_small_images_share_a_message_the_boxes_first(
    joined, headquarters, add, make_reading
):
    for number in range(3):
        add(joined, f"form {number}.pdf")
        job = joined.jobs.claim("worker", lease_seconds=60)
        small = _jpeg(60, 40 + number)
        joined.jobs.complete(job, make_reading(f"Amina {number}"), image=None, thumbnail=small)
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    new_session(joined, channel).run()
    [pack] = [request for request in channel.sent if request.path == "/v1/blobs/pack"]
    frames = list(FrameReader(compressed=True).feed(pack.body))
    assert [frame.content.startswith(b"{") for frame in frames] == [True] * 3 + [False] * 3
    assert len(headquarters.contents.blobs) == 6
