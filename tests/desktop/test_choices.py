from PySide6.QtCore import QByteArray

from desktop.choices import Choices
from desktop.style import ThemeChoice


def test_what_was_chosen_is_there_at_the_next_start(qapp, tmp_path):
    file = tmp_path / "window.ini"
    choices = Choices(file)
    choices.language = "sw"
    choices.theme = ThemeChoice.DARK
    choices.text_scale = 150
    choices.lock_after_minutes = 0
    choices.set_shortcut("document.export", "Ctrl+Alt+E")
    choices.set_layout("window", QByteArray(b"\x00\x01"))
    choices.save()
    again = Choices(file)
    assert (again.language, again.theme, again.text_scale) == ("sw", ThemeChoice.DARK, 150)
    assert again.lock_after_minutes == 0
    assert again.shortcut("document.export") == "Ctrl+Alt+E"
    assert again.layout("window") == QByteArray(b"\x00\x01")


def test_nonsense_in_the_file_gives_what_it_comes_with(qapp, tmp_path):
    file = tmp_path / "window.ini"
    file.write_text("[General]\nlanguage=xx\ntheme=pink\ntext_scale=huge\nlock_after_minutes=-4\n")
    choices = Choices(file)
    assert (choices.language, choices.theme) == ("en", ThemeChoice.SYSTEM)
    assert (choices.text_scale, choices.lock_after_minutes) == (100, 0)


def test_an_action_has_its_own_keys_again_when_the_choice_is_taken_back(qapp, tmp_path):
    choices = Choices(tmp_path / "window.ini")
    choices.set_shortcut("go.search", "")
    assert choices.shortcut("go.search") == ""
    choices.set_shortcut("go.search", None)
    assert choices.shortcut("go.search") is None
