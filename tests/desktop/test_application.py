"""The program from its start to its end."""

from desktop.application import Application, Start
from engine.settings import Settings


def test_that_it_ends_is_told_before_it_lets_go_of_anything(qtbot, qapp, theme, places, monkeypatch):
    """From then on another start of the program is not taken in by this one."""
    program = Application(qapp, Start(places, places.library, Settings(), places.settings, "en"))
    seen = []
    program.ending.connect(lambda: seen.append("ending"))
    monkeypatch.setattr(program.behind, "close", lambda: seen.append("closed"))
    try:
        program.window.show()
        program.window.close()
        assert seen == ["ending", "closed"]
    finally:
        monkeypatch.undo()
        program.end()
        program.window.deleteLater()
        program.translation.use("en")
        program.deleteLater()
        theme.again()
