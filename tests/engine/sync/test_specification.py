"""The specification and the code say the same."""

import re
from pathlib import Path

from engine.sync.standing import State
from engine.sync.wire.down import KINDS
from engine.sync.wire.errors import ERRORS

TEXT = (Path(__file__).parents[3] / "docs" / "sync.md").read_text(encoding="utf-8")


def test_every_error_is_in_the_specification_with_its_status():
    told = dict(re.findall(r"^\| `([a-z-]+\.[a-z-]+|forbidden|not-found)` \| (\d{3}) \|", TEXT, re.MULTILINE))
    assert told == {code: str(kind.status) for code, kind in ERRORS.items()}


def test_every_state_is_in_the_specification():
    told = set(re.findall(r"^\| ([A-Z]+) \|", TEXT, re.MULTILINE))
    assert told | {"DONE"} == {state.value.upper() for state in State}


def test_every_kind_of_what_comes_down_is_in_the_specification():
    for kind in KINDS:
        assert f"| `{kind}` |" in TEXT


def test_every_address_that_the_laptop_asks_is_in_the_specification():
    folder = Path(__file__).parents[3] / "engine" / "sync"
    for path in folder.glob("*.py"):
        for address in re.findall(r'"(/v1/[a-z/]+)', path.read_text(encoding="utf-8")):
            assert address in TEXT, address
