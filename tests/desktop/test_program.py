"""The installed program does what its first word says: window, commands, self-test, or a module of ours."""

import sys
import textwrap

import pytest

from desktop import program


@pytest.fixture
def called(monkeypatch):
    """Note what is started instead of starting it."""
    calls = []

    def stand_in(name, code=0):
        def start(arguments):
            calls.append((name, list(arguments)))
            return code

        return start

    monkeypatch.setattr("desktop.__main__.main", stand_in("window"))
    monkeypatch.setattr("engine.cli.main", stand_in("command line"))
    monkeypatch.setattr("desktop.selftest.main", stand_in("self-test", 1))
    return calls


@pytest.mark.parametrize(
    ("words", "window", "started"),
    [
        ([], True, ("window", [])),
        ([], False, ("command line", [])),
        (["form.jpg"], True, ("window", ["form.jpg"])),
        (["read", "form.jpg"], False, ("command line", ["read", "form.jpg"])),
        (["--version"], True, ("command line", ["--version"])),
        (["-m", "os"], False, ("command line", ["-m", "os"])),
    ],
)
def test_the_first_word_decides(called, words, window, started):
    assert program.main(words, window=window) == 0
    assert called == [started]


def test_nonsense_on_the_command_line_is_no_start_that_failed(monkeypatch):
    came = []
    monkeypatch.setattr("engine.updates.handover.stand_by", lambda: came.append(True))
    with pytest.raises(SystemExit):
        program.main(["--nonsense"], window=True)
    assert came == [True]


def test_a_missing_screen_is_told_and_is_no_start_that_failed(called, monkeypatch, capsys):
    came = []
    monkeypatch.setattr("engine.updates.handover.stand_by", lambda: came.append(True))
    monkeypatch.setattr(program.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert program.main([], window=True) == 1
    assert (called, came) == ([], [True])
    assert "no screen" in capsys.readouterr().err


def test_help_is_given_without_a_screen_as_well(monkeypatch, capsys):
    monkeypatch.setattr("engine.updates.handover.stand_by", lambda: None)
    monkeypatch.setattr(program, "_has_no_screen", lambda: True)
    with pytest.raises(SystemExit) as end:
        program.main(["--help"], window=True)
    assert end.value.code == 0
    assert "--library" in capsys.readouterr().out


@pytest.mark.parametrize("window", [True, False])
def test_both_programs_test_themselves(called, window):
    assert program.main(["--self-test", "--json"], window=window) == 1
    assert called == [("self-test", ["--json"])]


@pytest.mark.parametrize(("ending", "code"), [("", 0), ("sys.exit(7)", 7), ("sys.exit()", 0)])
def test_a_module_of_ours_is_run_as_python_would(tmp_path, monkeypatch, capsys, ending, code):
    (tmp_path / "ours_alone.py").write_text(
        textwrap.dedent("""
            import sys
            print(__name__, sys.argv[1:])
        """)
        + ending
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(program, "OWN_PACKAGES", ("ours_alone",))
    monkeypatch.setattr(sys, "argv", ["sanduku"])
    assert program.main(["-m", "ours_alone", "--library", "x"], window=True) == code
    assert capsys.readouterr().out == "__main__ ['--library', 'x']\n"


def test_without_a_console_there_is_somewhere_to_write(monkeypatch, called):
    monkeypatch.setattr(sys, "stderr", None)
    program.main([], window=True)
    with sys.stderr as stream:
        stream.write("nobody sees it")
