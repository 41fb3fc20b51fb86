"""run.py finds what is missing before anything fails, sets up once, and touches no network afterwards.

Programs are replaced by a list that remembers them; the real set-up is what runs before this test suite.
"""

import importlib.util
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run_py(tmp_path, monkeypatch):
    """run.py as a module, in a clone that nobody has set up."""
    spec = importlib.util.spec_from_file_location("run_py", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("as it is")
    venv = tmp_path / ".venv"
    monkeypatch.setenv("SANDUKU_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SANDUKU_PROGRAM", "sanduku")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(module, "STATE", venv / "sanduku-setup.json")
    monkeypatch.setattr(module, "LOG", venv / "sanduku-setup.log")
    monkeypatch.setattr(module, "loads", lambda _file: True)
    return module


class Programs:
    """Stands for pip, venv and the models' commands; remembers what was started."""

    def __init__(self, module):
        self.module = module
        self.started = []
        self.fail_at = None

    def quietly(self, what, command, *, vital=True):
        self.started.append(what)
        if what == self.fail_at and vital:
            raise SystemExit(5)
        if what == "Making the environment":
            self.module.PYTHON.parent.mkdir(parents=True)
            self.module.PYTHON.touch()

    def run(self, command, **options):
        if not self.module.PYTHON.exists():
            raise FileNotFoundError(command[0])
        places = self.module.ROOT / "data" / "packs"
        places.mkdir(parents=True, exist_ok=True)
        told = f"{places}\n" if "Places" in command[-1] else "{}.{}\n".format(*sys.version_info[:2])
        return types.SimpleNamespace(stdout=told, returncode=0)


@pytest.fixture
def programs(run_py, monkeypatch):
    made = Programs(run_py)
    monkeypatch.setattr(run_py, "quietly", made.quietly)
    monkeypatch.setattr(run_py.subprocess, "run", made.run)
    return made


def set_up(run_py, job=None):
    run_py.set_up(job or run_py.COMMAND_LINE)


def test_set_up_goes_from_nothing_to_everything_once(run_py, programs):
    assert not run_py.is_set_up(run_py.COMMAND_LINE)
    set_up(run_py)
    assert programs.started == [
        "Making the environment",
        "Installing libraries",
        "Installing model files",
        "Preparing the reading models",
        "Fetching the languages of Tesseract",
    ]
    assert run_py.is_set_up(run_py.COMMAND_LINE)


def test_an_interrupted_set_up_goes_on_where_it_was(run_py, programs):
    programs.fail_at = "Preparing the reading models"
    with pytest.raises(SystemExit):
        set_up(run_py)
    assert not run_py.is_set_up(run_py.COMMAND_LINE)
    programs.started, programs.fail_at = [], None
    set_up(run_py)
    assert programs.started == ["Preparing the reading models", "Fetching the languages of Tesseract"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_dependencies_are_installed(run_py, programs, name):
    set_up(run_py)
    (run_py.ROOT / name).write_text("changed")
    assert not run_py.is_set_up(run_py.COMMAND_LINE)
    programs.started = []
    set_up(run_py)
    assert "Installing libraries" in programs.started
    assert run_py.is_set_up(run_py.COMMAND_LINE)


def test_further_extras_are_added_to_those_there_are(run_py, programs):
    set_up(run_py, run_py.JOBS["test"])
    assert run_py.is_set_up(run_py.COMMAND_LINE)
    assert not run_py.is_set_up(run_py.JOBS["bench"])
    set_up(run_py, run_py.JOBS["bench"])
    assert run_py.is_set_up(run_py.JOBS["test"])


def test_another_person_gets_models_of_their_own(run_py, programs, monkeypatch):
    set_up(run_py)
    monkeypatch.setenv("SANDUKU_HOME", "/elsewhere")
    assert not run_py.is_set_up(run_py.COMMAND_LINE)


def test_removed_models_are_noticed(run_py, programs):
    set_up(run_py)
    (run_py.ROOT / "data" / "packs").rmdir()
    assert not run_py.is_set_up(run_py.COMMAND_LINE)


def test_a_damaged_stamp_means_not_set_up(run_py, programs):
    set_up(run_py)
    run_py.STATE.write_text("{")
    assert not run_py.is_set_up(run_py.COMMAND_LINE)


def test_missing_libraries_are_named_with_their_package_and_the_one_command(run_py, monkeypatch, capsys):
    monkeypatch.setattr(run_py.sys, "platform", "linux")
    monkeypatch.setattr(run_py, "loads", lambda file: file not in ("libz.so.1", "libEGL.so.1"))
    monkeypatch.setattr(run_py.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(run_py.os, "geteuid", lambda: 1000, raising=False)
    window = run_py.Job(window=True)
    with pytest.raises(SystemExit) as end:
        run_py.install_system_packages(run_py.missing_packages(window))
    assert end.value.code == 5
    told = capsys.readouterr().err
    assert "libz.so.1" in told
    assert "sudo apt-get install -y --no-install-recommends zlib1g libegl1" in told


def test_the_libraries_of_the_window_are_only_asked_for_by_the_window(run_py, monkeypatch):
    monkeypatch.setattr(run_py.sys, "platform", "linux")
    monkeypatch.setattr(run_py, "loads", lambda file: file != "libEGL.so.1")
    assert run_py.missing_packages(run_py.COMMAND_LINE) == []
    assert run_py.missing_packages(run_py.Job(window=True)) == ["libegl1"]


def test_root_on_debian_gets_them_installed(run_py, monkeypatch):
    started = []
    monkeypatch.setattr(run_py, "quietly", lambda what, command, **_more: started.append(command))
    monkeypatch.setattr(run_py.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(run_py.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(run_py.os, "environ", {})
    run_py.install_system_packages(["libegl1"])
    assert started[-1][:2] == ["apt-get", "install"]
    assert started[-1][-1] == "libegl1"


def test_a_missing_python_venv_is_explained(run_py, monkeypatch, capsys):
    monkeypatch.setattr(run_py.importlib.util, "find_spec", lambda _name: None)
    packages = run_py.missing_packages(run_py.COMMAND_LINE)
    assert packages == ["python{}.{}-venv".format(*sys.version_info[:2])]
    assert "environments" in capsys.readouterr().err


def test_what_fails_is_shown_and_ends_set_up(run_py, capsys):
    command = [sys.executable, "-c", "print('no route to host'); raise SystemExit(3)"]
    with pytest.raises(SystemExit) as end:
        run_py.quietly("Installing libraries", command)
    assert end.value.code == 5
    told = capsys.readouterr().err
    assert "no route to host" in told
    assert "start again" in told


def test_what_is_not_vital_is_told_and_set_up_goes_on(run_py, capsys):
    run_py.quietly("Fetching", [sys.executable, "-c", "print('Arabic is missing'); exit(1)"], vital=False)
    assert "Arabic is missing" in capsys.readouterr().err


def test_what_programs_tell_may_be_in_any_script_whatever_a_pipe_takes_by_itself(run_py, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    code, output = run_py.run_live("Telling", [sys.executable, "-c", "print('C:\\\\أمينة')"])
    assert (code, output[-1]) == (0, "C:\\أمينة")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [((0, 0, 0, 0, 0), 0), ((1, 0, 0, 0, 0), 1), ((1, 0, 0, 0, 5), 5), ((0, 0, 2, 0, 0), 2)],
)
def test_every_check_runs_and_any_failure_counts(run_py, monkeypatch, codes, expected):
    started = []

    def run(command, **_options):
        started.append(command)
        return types.SimpleNamespace(returncode=codes[len(started) - 1])

    monkeypatch.setattr(run_py.subprocess, "run", run)
    assert run_py.check_and_test(run_py.JOBS["test"], ["-k", "x"]) == expected
    assert len(started) == 5
    assert started[-1][-2:] == ["-k", "x"]


def test_only_one_set_up_runs_at_a_time(run_py):
    with run_py.one_at_a_time():
        script = f"""
import importlib.util, pathlib
spec = importlib.util.spec_from_file_location("run_py", {str(ROOT / "run.py")!r})
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
with open({str(run_py.ROOT / ".setup.lock")!r}, "a") as stream:
    print(module.try_lock(stream.fileno()))
"""
        other = [sys.executable, "-c", script]
        assert subprocess.run(other, capture_output=True, text=True, check=True).stdout == "False\n"
    assert subprocess.run(other, capture_output=True, text=True, check=True).stdout == "True\n"


def refuses_writing(run_py, monkeypatch):
    """A clone that the user may read and not write, also where the tests run as root."""
    write, opened, clone = Path.write_text, Path.open, run_py.ROOT / ".venv"

    def refuse(path, mode="r"):
        if "r" not in mode and (clone in path.parents or path.parent == run_py.ROOT):
            raise PermissionError(13, "Permission denied", str(path))

    def write_text(path, *words, **more):
        refuse(path, "w")
        return write(path, *words, **more)

    def open_file(path, mode="r", *words, **more):
        refuse(path, mode)
        return opened(path, mode, *words, **more)

    monkeypatch.setattr(Path, "write_text", write_text)
    monkeypatch.setattr(Path, "open", open_file)
    monkeypatch.setattr(run_py.os, "access", lambda _path, _mode: False)


def test_a_clone_that_cannot_be_written_says_so_with_what_to_do(run_py, programs, monkeypatch, capsys):
    run_py.VENV.mkdir()
    refuses_writing(run_py, monkeypatch)
    assert run_py.main(["list"]) == 5
    told = capsys.readouterr().err
    assert "cannot be written (Permission denied)" in told
    assert "belongs to the user" in told
    assert "Copy the folder" in told
    assert programs.started == []


def test_a_clone_of_somebody_else_runs_and_is_given_models_of_ones_own(
    run_py, programs, monkeypatch, tmp_path
):
    set_up(run_py)
    monkeypatch.setenv("SANDUKU_HOME", str(tmp_path / "mine"))
    refuses_writing(run_py, monkeypatch)
    handed = []
    monkeypatch.setattr(run_py, "hand_over", lambda command: handed.append(command) or 0)
    programs.started = []
    assert run_py.main(["list"]) == 0
    assert programs.started == ["Preparing the reading models", "Fetching the languages of Tesseract"]
    assert run_py.main(["list"]) == 0
    assert len(programs.started) == 2, "it is remembered"
    assert len(handed) == 2


def test_a_disk_without_room_is_told_by_its_name(run_py, programs, monkeypatch, capsys):
    def full(_job):
        raise OSError(28, "No space left on device", str(run_py.STATE))

    monkeypatch.setattr(run_py, "set_up", full)
    assert run_py.main(["list"]) == 8
    assert "The disk is full" in capsys.readouterr().err


@pytest.mark.parametrize("word", [[], ["search", "x"], ["trial"], ["--version"]])
def test_what_is_no_word_of_its_own_goes_to_the_command_line(run_py, monkeypatch, word):
    handed = []
    monkeypatch.setattr(run_py, "is_set_up", lambda _job: True)
    monkeypatch.setattr(run_py, "hand_over", lambda command: handed.append(command) or 0)
    monkeypatch.setattr(run_py.os, "environ", dict(os.environ))
    assert run_py.main(word) == 0
    assert handed[0][1:] == ["-m", "engine.cli", *(word or ["trial"])]


def test_help_needs_no_set_up(run_py, capsys):
    assert run_py.main(["--help"]) == 0
    told = capsys.readouterr().err
    assert "python3 run.py read PATH" in told
    assert "desktop" in told


def test_ci_fails_if_no_test_ran(tmp_path):
    """.ci/run, with a run.py that reports what pytest would."""
    ci = tmp_path / ".ci"
    ci.mkdir()
    (ci / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())

    def outcome(tests, skipped, code):
        (tmp_path / "run.py").write_text(
            "import sys\n"
            "path = next(word for word in sys.argv if word.startswith('--junit-xml=')).partition('=')[2]\n"
            'suite = \'<testsuites><testsuite tests="{}" skipped="{}"/></testsuites>\'\n'
            f"open(path, 'w').write(suite.format({tests}, {skipped}))\n"
            f"sys.exit({code})\n"
        )
        return subprocess.run(["bash", ci / "run"], capture_output=True, check=False).returncode

    assert outcome(12, 2, 0) == 0
    assert outcome(0, 0, 0) != 0
    assert outcome(3, 3, 0) != 0
    assert outcome(0, 0, 5) == 5
    assert outcome(12, 0, 1) == 1
