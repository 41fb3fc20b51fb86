"""Every error that a person can mend tells what, which and what next, under a stable name."""

import importlib
import importlib.resources
import inspect
import pkgutil
import re

import pytest

import engine
from engine.errors import BadInputError, DiskFullError, ExitCode, NotFoundError, SandukuError, how_to_mend


def kinds():
    """Every kind of error that the engine has, from all its modules."""
    for module in pkgutil.walk_packages(engine.__path__, "engine."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting, found = [SandukuError], []
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        waiting.extend(each for each in kind.__subclasses__() if each.__module__.startswith("engine."))
    return sorted(set(found), key=lambda kind: kind.__name__)


KINDS = kinds()


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_in_a_line_what_it_is(kind):
    first = (inspect.getdoc(kind) or "").splitlines()[0]
    assert kind.__doc__
    assert first.endswith(".")


@pytest.mark.parametrize("kind", KINDS)
def test_its_name_for_programs_is_stable_and_its_exit_code_is_known(kind):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?", kind.code)
    assert kind.exit_code in set(ExitCode)


def test_only_what_has_a_kind_of_its_own_shares_the_code_of_a_fault():
    """Whoever catches exit code 1 must be able to take it for a fault in Sanduku."""
    faults = {kind.__name__ for kind in KINDS if kind.exit_code is ExitCode.BUG}
    assert faults == {"SandukuError", "FaultError", "WorkersRefusedError"}


def test_the_whole_message_says_which_what_and_what_next():
    error = BadInputError("It is cut off.", which="scan.jpg", remedy="Copy it again.")
    assert str(error) == "scan.jpg: It is cut off. Copy it again."
    assert str(NotFoundError("There is none.")) == "There is none."
    assert (error.what, error.which, error.remedy) == ("It is cut off.", "scan.jpg", "Copy it again.")


def test_what_may_pass_by_itself_is_told_apart():
    assert DiskFullError("Full.").retryable
    assert not BadInputError("Cut off.").retryable


def test_exit_codes_are_distinct_and_documented():
    text = (importlib.resources.files(engine) / ".." / "docs" / "json.md").read_text(encoding="utf-8")
    for code in ExitCode:
        assert f"| {int(code)} |" in text


def test_what_mends_sanduku_itself_is_what_this_computer_has(monkeypatch):
    monkeypatch.delattr("sys.frozen", raising=False)
    assert "run.py setup" in how_to_mend()
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert "run.py" not in how_to_mend()
    assert "your library stays" in how_to_mend()
