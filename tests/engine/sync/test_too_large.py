"""Something on the way takes no large messages: less goes at once, and everything arrives all the same."""

import pytest

from engine.sync.errors import RefusedError
from engine.sync.tiers import TIERS_OF
from engine.sync.transport import Reply
from tests.engine.sync.channel import Channel
from tests.engine.sync.conftest import new_session

FILES = ("/v1/blobs/pack", "/v1/blobs/")
ALL = TIERS_OF["originals"]
PAGE = b"<html>413 Request Entity Too Large</html>"


class Narrow(Channel):
    """A proxy that takes so many bytes of a message with files, and answers with a page of its own."""

    def __init__(self, headquarters, most):
        super().__init__(headquarters, lambda: "none", lambda _: 0)
        self.most, self.refused = most, []

    def send(self, request):
        if request.path.startswith(FILES) and request.path != "/v1/blobs/have":
            size = len(request.body)
            if size > self.most:
                self.refused.append(size)
                return Reply(413, PAGE, {"content-type": "text/html"}, size + 200, 200, 0.1)
        return super().send(request)


@pytest.fixture
def filled(joined, add, read_all):
    """A laptop with small files and large ones."""
    for number in range(6):
        add(joined, f"form {number}.pdf", content=bytes([number]) * 90_000)
    add(joined, "scans.pdf", content=b"%PDF-1.7 " + b"\0" * 700_000)
    read_all(joined, "Amina")
    return joined


@pytest.mark.parametrize("most", [9_000, 60_000, 300_000])
def test_files_go_in_smaller_messages(filled, headquarters, most):
    channel = Narrow(headquarters, most)
    outcomes = new_session(filled, channel, tiers=ALL).run()
    assert outcomes.receipt
    assert outcomes.refused_files == []
    assert not [file for tier in ALL for file in filled.exchange.outbox.files(tier)]
    assert channel.refused, "it was too large at first"
    assert len(channel.refused) < 8, "and each of what was refused was half as large"


def test_where_nothing_is_small_enough_it_ends_with_a_plain_word(filled, headquarters):
    with pytest.raises(RefusedError, match="larger than headquarters takes"):
        new_session(filled, Narrow(headquarters, 100), tiers=ALL).run()
