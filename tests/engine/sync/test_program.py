"""What a window runs beside itself: wishes in, progress and an outcome out, stopped within a second."""

import io
import json
import subprocess
import sys

import pytest

from engine.library import Library, open_library
from engine.packs.installer import TRUST
from engine.packs.teams import trust_team
from engine.packs.trust import Anchors
from engine.packs.trust.anchors import fingerprint
from engine.sync.program import main
from engine.worker import worker_environment
from tests.engine.packs.conftest import Signer
from tests.engine.sync.conftest import NO_BALLAST
from tests.engine.sync.served import served


@pytest.fixture
def there(headquarters):
    with served(headquarters) as made:
        yield made


def wish(folder, verb, *, settings=None, **more) -> bytes:
    settings = {"library.ballast_megabytes": "0", **(settings or {})}
    return json.dumps(
        {"library": str(folder), "key": "", "settings": settings,
         "device_name": "Amina's laptop", "verb": verb, **more}
    ).encode() + b"\n"  # fmt: skip


def told(folder, verb, **more) -> list[dict]:
    command = [sys.executable, "-P", "-m", "engine.sync"]
    done = subprocess.run(
        command, input=wish(folder, verb, **more), capture_output=True, env=worker_environment(), timeout=60,
        check=False,
    )  # fmt: skip
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.splitlines()]


class Held(io.RawIOBase):
    """Standard input that stays open after the first line."""

    def __init__(self, line: bytes) -> None:
        self._line = line

    def readline(self, _size: int = -1) -> bytes:
        line, self._line = self._line, b""
        return line

    def read(self, _size: int = -1) -> bytes:
        import threading

        threading.Event().wait()  # for good: an end would end this process too
        return b""


def done(folder, verb, **more) -> list[dict]:
    """As :func:`told`, within this process, with an input that does not end."""
    out = io.StringIO()
    main(heard=Held(wish(folder, verb, **more)), out=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_library_joins_and_sends_and_tells_how_far_it_is(laptop: Library, add, there, headquarters):
    add(laptop)
    folder = laptop.folder
    laptop.close()
    assert done(folder, "join", invitation=there.invitation.encode())[-1]["result"]["joined"]
    lines = done(folder, "run")
    assert {"changes", "receipt"} <= {line["progress"]["state"] for line in lines if "progress" in line}
    assert lines[-1]["result"]["receipt"] is True
    [sent] = headquarters.contents.libraries.values()
    assert sent.streams[0].entries


def test_the_end_of_its_input_stops_it_although_headquarters_is_silent(laptop: Library, there):
    folder = laptop.folder
    laptop.close()
    done(folder, "join", invitation=there.invitation.encode())
    there.hold()
    assert told(folder, "run")[-1]["error"]["code"] == "cancelled"


def test_an_invitation_that_is_refused_for_good_leaves_the_library_in_no_team(laptop, there, headquarters):
    folder = laptop.folder
    laptop.close()
    from dataclasses import replace

    refused = replace(there.invitation, code="ANOTHER-CODE")
    assert "error" in done(folder, "join", invitation=refused.encode())[-1]
    with open_library(folder, settings=NO_BALLAST) as library:
        assert library.exchange.team.get() is None


def test_work_goes_on_a_stick(laptop: Library, add, there, tmp_path):
    add(laptop)
    folder = laptop.folder
    laptop.close()
    done(folder, "join", invitation=there.invitation.encode(), offline=True)
    lines = done(folder, "export", place=str(tmp_path), files="thumbnails", everything=False)
    assert lines[-1]["result"]["changes"] > 0
    assert (tmp_path / lines[-1]["result"]["folder"]).is_dir()


def test_nothing_is_sent_by_itself_unless_the_settings_say_so(laptop: Library, there):
    folder = laptop.folder
    laptop.close()
    done(folder, "join", invitation=there.invitation.encode())
    assert done(folder, "run", by="program")[-1]["result"] == {"due": False}


@pytest.mark.parametrize("line", [b"", b"{}\n", b"not json\n", b'{"verb": "run", "settings": {}}\n'])
def test_what_is_no_wish_is_refused(line):
    out = io.StringIO()
    main(heard=Held(line), out=out)
    assert json.loads(out.getvalue())["error"]["code"] == "sync.wish"


def test_leaving_a_team_ends_the_trust_in_who_signs_its_packs(laptop: Library, there, places):
    folder = laptop.folder
    laptop.close()
    done(folder, "join", invitation=there.invitation.encode(), offline=True)
    with open_library(folder, settings=NO_BALLAST) as library:
        team = library.exchange.team.required().about.team
    signer, stranger = Signer("Office"), Signer("Stranger")
    for each, whose in ((signer, team), (stranger, "another-team")):
        root = each.roots[0]
        trust_team(places.packs, root, fingerprint=fingerprint(root), team=whose, name=each.name)
    assert done(folder, "leave")[-1] == {"result": {"no_longer_trusted": ["Office"]}}
    assert [each.name for each in Anchors(places.packs / TRUST).all()] == ["Stranger"]
    with open_library(folder, settings=NO_BALLAST) as library:
        assert library.exchange.team.get() is None
