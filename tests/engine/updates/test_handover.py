"""A start becomes the newer version that lies finished beside it, and stays itself if anything is wrong."""

import ctypes
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.updates import handover
from engine.updates.handover import CURRENT, HANDED_OVER, NO_HANDOVER, STARTED_AS, release_of
from engine.version import VERSION

LATER = "77.1.0"
PYTHON = sys.executable


class BecameError(Exception):
    """Instead of another program in this one's place."""


@pytest.fixture
def programs(home, monkeypatch):
    """The folder of programs of a packaged program; what it becomes is told by :class:`BecameError`."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/sanduku/sanduku")

    def execve(program, words, environment):
        raise BecameError(program, words, environment)

    monkeypatch.setattr(os, "execve", execve)
    return home / "programs"


def put(programs: Path, version: str) -> Path:
    """Put a finished version there."""
    folder = programs / version
    (folder / "_internal").mkdir(parents=True)
    for name in ("sanduku", "sanduku-desktop"):
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    return folder


def use(programs: Path, version: str, **more: object) -> None:
    programs.mkdir(parents=True, exist_ok=True)
    (programs / CURRENT).write_text(json.dumps({"format": 1, "version": version, **more}))


def becomes(*arguments: str) -> "tuple[str, list[str], dict[str, str]] | None":
    try:
        handover.hand_over(list(arguments))
    except BecameError as became:
        return became.args
    return None


def told(programs: Path) -> str:
    path = programs / "told.json"
    return json.loads(path.read_text())["kind"] if path.exists() else ""


def dead_process() -> int:
    child = subprocess.Popen([PYTHON, "-c", ""])
    child.wait()
    return child.pid


def fail_to_start(programs: Path, version: str, times: int) -> None:
    starts = programs / "starts" / version
    starts.mkdir(parents=True, exist_ok=True)
    for _ in range(times):
        (starts / str(dead_process())).touch()


def test_a_newer_version_is_become_with_the_same_words(programs):
    folder = put(programs, LATER)
    use(programs, LATER)
    program, words, environment = becomes("read", "a b.pdf")
    assert program == str(folder / "sanduku")
    assert words == [program, "read", "a b.pdf"]
    assert environment[HANDED_OVER] == "1"


def test_the_window_becomes_the_window(programs, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/opt/sanduku/sanduku-desktop")
    use(programs, LATER)
    folder = put(programs, LATER)
    assert becomes()[0] == str(folder / "sanduku-desktop")


def test_without_an_update_nothing_is_read_or_written(programs, home):
    assert becomes("read") is None
    assert not programs.exists()


@pytest.mark.parametrize("version", [VERSION, "0.0.9", ""])
def test_never_an_older_version_or_the_same(programs, version):
    put(programs, version or "x")
    use(programs, version)
    assert becomes() is None
    assert told(programs) == ""


@pytest.mark.parametrize("arguments", [("-m", "engine.worker"), ("--self-test", "--json")])
def test_what_a_running_program_starts_stays_of_its_version(programs, arguments):
    put(programs, LATER)
    use(programs, LATER)
    assert becomes(*arguments) is None


@pytest.mark.parametrize("variable", [NO_HANDOVER, HANDED_OVER])
def test_there_can_be_no_loop(programs, monkeypatch, variable):
    put(programs, LATER)
    use(programs, LATER)
    monkeypatch.setenv(variable, "1")
    assert becomes() is None


def test_a_program_that_is_not_packaged_stays_itself(programs, monkeypatch):
    monkeypatch.delattr(sys, "frozen")
    put(programs, LATER)
    use(programs, LATER)
    assert becomes() is None


@pytest.mark.parametrize("missing", ["sanduku", "_internal", "all"])
def test_a_damaged_version_falls_back_with_a_notice(programs, missing, capsys):
    folder = put(programs, LATER)
    use(programs, LATER)
    target = folder if missing == "all" else folder / missing
    target.rename(programs / "elsewhere")
    assert becomes() is None
    assert told(programs) == "damaged"
    assert LATER in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "7", '{"format": 1, "version": "../../x"}', '{"format": 1, "version": 7}']
)
def test_a_record_that_cannot_be_read_falls_back(programs, content):
    programs.mkdir()
    (programs / CURRENT).write_text(content)
    assert becomes() is None


@given(st.binary(max_size=200))
def test_whatever_stands_in_the_record_the_program_starts(tmp_path_factory, content):
    home = tmp_path_factory.mktemp("home")
    (home / "programs").mkdir()
    (home / "programs" / CURRENT).write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SANDUKU_HOME", str(home))
        patch.setattr(sys, "frozen", True, raising=False)
        assert becomes() is None


def test_a_version_that_cannot_be_run_falls_back(programs, monkeypatch):
    put(programs, LATER)
    use(programs, LATER)

    def refuse(*_all):
        raise OSError("exec format error")

    monkeypatch.setattr(os, "execve", refuse)
    assert becomes() is None
    assert told(programs) == "damaged"
    assert not any((programs / "starts" / LATER).iterdir())


def test_after_two_starts_that_failed_the_version_before_is_used_from_then_on(programs, capsys):
    put(programs, LATER)
    earlier = put(programs, "77.0.9")
    use(programs, LATER, previous="77.0.9")
    fail_to_start(programs, LATER, 1)
    assert becomes()[0].startswith(str(programs / LATER))
    fail_to_start(programs, LATER, 1)
    (programs / "starts" / LATER / str(os.getpid())).unlink()
    assert becomes()[0] == str(earlier / "sanduku")
    record = json.loads((programs / CURRENT).read_text())
    assert (record["version"], record["previous"], record["gave_up"]) == ("77.0.9", "", LATER)
    assert told(programs) == "gave-up"
    assert "did not come up here" in capsys.readouterr().err
    assert becomes()[0] == str(earlier / "sanduku")


def test_with_no_update_before_it_the_installed_program_is_used(programs):
    put(programs, LATER)
    use(programs, LATER, previous="")
    fail_to_start(programs, LATER, 2)
    assert becomes() is None
    assert json.loads((programs / CURRENT).read_text())["version"] == ""


def test_a_start_that_came_up_forgets_those_that_failed(programs, monkeypatch):
    put(programs, LATER)
    use(programs, LATER)
    fail_to_start(programs, LATER, 1)
    begun = becomes()[2][STARTED_AS]
    assert Path(begun).exists()
    monkeypatch.setenv(STARTED_AS, begun)
    handover.came_up()
    assert not any((programs / "starts" / LATER).iterdir())
    assert STARTED_AS not in os.environ


def test_a_window_that_came_up_is_remembered_and_a_command_does_not_change_that(programs, monkeypatch):
    put(programs, LATER)
    use(programs, LATER)
    for window in (True, False):
        monkeypatch.setenv(STARTED_AS, becomes()[2][STARTED_AS])
        handover.came_up(window=window)
        assert [each.name for each in (programs / "starts" / LATER).iterdir()] == ["came-up"]


def test_a_version_that_was_worked_with_is_not_given_up_for_two_power_cuts(programs):
    put(programs, LATER)
    use(programs, LATER)
    (programs / "starts" / LATER).mkdir(parents=True)
    (programs / "starts" / LATER / "came-up").touch()
    fail_to_start(programs, LATER, 5)
    assert becomes() is not None
    (programs / "starts" / LATER / str(os.getpid())).unlink()
    fail_to_start(programs, LATER, 1)
    assert becomes() is None
    assert told(programs) == "gave-up"


def test_who_gives_a_version_up_knows_again_which_format_the_one_before_makes(programs):
    put(programs, LATER)
    use(programs, LATER, previous="", schema=13, previous_schema=11)
    fail_to_start(programs, LATER, 2)
    assert becomes() is None
    record = json.loads((programs / CURRENT).read_text())
    assert (record["schema"], record["previous_schema"]) == (11, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs owners of files as POSIX has them")
def test_what_somebody_else_can_write_is_never_run(programs, monkeypatch):
    put(programs, LATER)
    use(programs, LATER)
    monkeypatch.setattr(os, "geteuid", lambda: programs.stat().st_uid + 1)
    monkeypatch.setattr(handover, "_ROOT", programs.stat().st_uid + 2)
    assert becomes() is None


def test_a_start_that_waits_for_a_person_is_no_failure_and_forgets_none(programs, monkeypatch):
    put(programs, LATER)
    use(programs, LATER)
    fail_to_start(programs, LATER, 1)
    begun = Path(becomes()[2][STARTED_AS])
    monkeypatch.setenv(STARTED_AS, str(begun))
    handover.stand_by()
    assert not begun.exists()
    assert len(list(begun.parent.iterdir())) == 1
    handover.go_on()
    assert begun.exists()
    handover.came_up()
    assert not any(begun.parent.iterdir())
    handover.go_on()
    assert not any(begun.parent.iterdir()), "it has come up: it cannot fail any more"


def test_starts_that_the_computer_s_own_end_cut_off_count_less(programs):
    """Two power cuts while a large library is brought up to date do not give a sound version up."""
    put(programs, LATER)
    use(programs, LATER)
    fail_to_start(programs, LATER, 5)
    for each in (programs / "starts" / LATER).iterdir():
        each.write_text("1000")
    assert becomes() is not None
    (programs / "starts" / LATER / str(os.getpid())).unlink()
    fail_to_start(programs, LATER, 1)
    for each in (programs / "starts" / LATER).iterdir():
        each.write_text("1000")
    assert becomes() is None
    assert told(programs) == "gave-up"


def test_starts_that_crashed_since_the_computer_was_switched_on_count_fully(programs, monkeypatch):
    put(programs, LATER)
    use(programs, LATER)
    for _ in range(2):
        begun = Path(becomes()[2][STARTED_AS])
        begun.rename(begun.with_name(str(dead_process())))
    assert becomes() is None
    assert told(programs) == "gave-up"


def test_starts_that_are_under_way_are_no_failures(programs):
    put(programs, LATER)
    use(programs, LATER)
    starts = programs / "starts" / LATER
    starts.mkdir(parents=True)
    sleeping = [subprocess.Popen([PYTHON, "-c", "input()"], stdin=subprocess.PIPE) for _ in range(2)]
    try:
        for each in sleeping:
            (starts / str(each.pid)).touch()
        assert becomes() is not None
    finally:
        for each in sleeping:
            each.communicate(b"\n")


HOLDING = """
import sys; sys.path.insert(0, sys.argv[1])
import engine.version; engine.version.VERSION = sys.argv[2]
from engine.updates.handover import hold_version
held = hold_version(); print("held", flush=True); input()
"""


@pytest.fixture
def window(home):
    """Opens windows of some version, each a process of its own."""
    opened = []

    def window(version):
        child = subprocess.Popen(
            [PYTHON, "-c", HOLDING, str(Path(__file__).parents[3]), version],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        opened.append(child)
        assert child.stdout.readline() == b"held\n"
        return child

    yield window
    for each in opened:
        each.kill()
        each.communicate()


def test_while_a_window_is_open_every_start_is_of_its_version(programs, window):
    put(programs, LATER)
    put(programs, "77.0.1")
    use(programs, LATER)
    old = window(VERSION)
    assert becomes() is None
    old.kill()
    old.wait()
    assert becomes()[0] == str(programs / LATER / "sanduku")
    assert not any((programs / "open").iterdir())
    window("77.0.1")
    assert becomes()[0] == str(programs / "77.0.1" / "sanduku")


def test_a_window_that_closes_to_start_anew_is_not_waited_for(programs, window, monkeypatch):
    put(programs, LATER)
    use(programs, LATER)
    monkeypatch.setenv("SANDUKU_TAKES_OVER", str(window(VERSION).pid))
    _program, _words, environment = becomes()
    assert "SANDUKU_TAKES_OVER" not in environment


def test_nonsense_among_the_windows_holds_nothing_up(programs, window):
    put(programs, LATER)
    use(programs, LATER)
    (programs / "open").mkdir()
    (programs / "open" / "1").write_bytes(b"\xff" * 300)
    window("no version")
    assert becomes()[0] == str(programs / LATER / "sanduku")


def test_a_variable_of_somebody_else_removes_nothing(tmp_path, monkeypatch):
    kept = tmp_path / "letters" / "1"
    kept.parent.mkdir()
    kept.touch()
    for deed in (handover.stand_by, handover.go_on, handover.came_up):
        monkeypatch.setenv(STARTED_AS, str(kept))
        kept.write_text("Dear all")
        deed()
        assert kept.read_text() == "Dear all"


def test_the_next_version_finds_its_own_libraries(programs, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/sanduku/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "/opt/sanduku/sanduku")
    found = handover.clean_environment()
    assert found["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert not {name for name in found if name.startswith("_PYI") or name.endswith("_ORIG")}


def test_what_names_the_folder_of_this_program_is_not_handed_on(programs, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/sanduku/_internal", raising=False)
    monkeypatch.setenv("QT_PLUGIN_PATH", "/opt/sanduku/_internal/PySide6/Qt/plugins")
    monkeypatch.setenv("PATH", os.pathsep.join(["/opt/sanduku/_internal", "/usr/bin", "/bin"]))
    monkeypatch.setenv("QT_STYLE", "/opt/sanduku/_internal-of-somebody-else")
    found = handover.clean_environment()
    assert "QT_PLUGIN_PATH" not in found
    assert found["PATH"] == os.pathsep.join(["/usr/bin", "/bin"])
    assert found["QT_STYLE"] == "/opt/sanduku/_internal-of-somebody-else"


def test_the_data_folder_is_where_everything_else_looks(home, monkeypatch):
    assert handover.data_folder() == str(home)
    monkeypatch.delenv("SANDUKU_HOME")
    for base in ("", "/srv/people"):
        monkeypatch.setenv("XDG_DATA_HOME", base)
        assert handover.data_folder() == platformdirs.user_data_dir("sanduku", appauthor=False)


def test_only_releases_are_compared():
    assert release_of("1.20.3") == (1, 20, 3)
    for other in ("1.2", "1.2.3.4", "1.2.3rc1", "1.2.x", "", "١.2.3", "-1.2.3", "1.2.3 ", "9999999.0.0"):
        assert release_of(other) is None


def test_the_standard_library_is_all_that_it_needs():
    code = (
        "before = set(sys.modules); import engine.updates.handover as each;"
        "each.hand_over([]); print(*sorted(set(sys.modules) - before))"
    )
    found = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            f"sys = __import__('sys'); sys.path.insert(0, {str(Path(__file__).parents[3])!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(found.stdout.split()) <= {
        "engine", "engine.updates", "engine.updates.handover", "engine.version",
    }  # fmt: skip


@pytest.fixture
def windows(monkeypatch, tmp_path):
    """As on Windows: no program takes another's place, and a child runs instead."""
    calls = SimpleNamespace(
        kernel32=SimpleNamespace(GetConsoleWindow=lambda: 0, OpenProcess=lambda *_all: 0),
        shell32=SimpleNamespace(),
    )
    monkeypatch.setattr(ctypes, "windll", calls, raising=False)
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0, raising=False)
    before = signal.getsignal(signal.SIGINT)
    yield calls
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("code", [0, 7])
def test_on_windows_a_child_runs_and_its_exit_code_is_passed_on(programs, windows, monkeypatch, code):
    folder = put(programs, LATER)
    (folder / "sanduku").write_text(f"#!/bin/sh\n[ \"$1 $2\" = 'read a b' ] && exit {code}\nexit 99\n")
    use(programs, LATER)
    ended = []

    def leave(found):
        ended.append(found)
        raise BecameError

    monkeypatch.setattr(os, "_exit", leave)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        with pytest.raises(BecameError):
            handover.hand_over(["read", "a b"])
    assert ended == [code]


def test_on_windows_the_window_flashes_no_console_up(programs, windows, monkeypatch):
    asked = []

    class Child:
        def __init__(self, words, *, env, creationflags):
            asked.append(creationflags)

        def wait(self):
            return 0

    monkeypatch.setattr(subprocess, "Popen", Child)
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(os, "_exit", lambda _code: None)
    for window in (0, 1):
        windows.kernel32.GetConsoleWindow = lambda window=window: window
        handover._end_with("sanduku-desktop", [], {})
    assert asked == [0x08000000, 0]
