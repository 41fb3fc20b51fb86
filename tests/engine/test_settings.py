"""Settings are kept as they are set, hold to their bounds, and name what is wrong."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import SettingError
from engine.settings import (
    Places,
    ReadingSettings,
    Settings,
    declarations,
    load_settings,
    save_settings,
    with_setting,
    without_setting,
)

ALL = list(declarations(Settings()))


def values_of(declaration):
    """Return values that a setting can take."""
    default = declaration.default
    if isinstance(default, bool):
        return st.booleans()
    if isinstance(default, int):
        return st.integers(int(declaration.least), int(declaration.most))
    if isinstance(default, float):
        return st.floats(declaration.least, declaration.most)
    if isinstance(default, tuple):
        return st.lists(st.sampled_from(declaration.choices), min_size=1, unique=True).map(tuple)
    if declaration.choices:
        return st.sampled_from(declaration.choices)
    return st.text(st.characters(categories=("L", "N")), min_size=1, max_size=20)


def typed(value):
    return ",".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("declaration", ALL, ids=lambda each: each.name)
def test_every_setting_explains_itself_and_numbers_have_bounds(declaration):
    assert declaration.help.endswith(".")
    if isinstance(declaration.default, int | float) and not isinstance(declaration.default, bool):
        assert declaration.least <= declaration.default <= declaration.most


@given(st.data())
def test_what_is_set_is_read_back_and_only_that_is_written(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("settings") / "deep" / "settings.toml"
    settings = Settings()
    for declaration in data.draw(st.lists(st.sampled_from(ALL), max_size=4)):
        settings = with_setting(settings, declaration.name, typed(data.draw(values_of(declaration))))
    save_settings(settings, path)
    assert load_settings(path) == settings
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]
    changed = {each.name for each in declarations(settings) if each.value != each.default}
    written = path.read_text(encoding="utf-8")
    assert all(name.partition(".")[2] in written for name in changed)
    assert changed or written == ""


@pytest.mark.parametrize("declaration", ALL, ids=lambda each: each.name)
def test_every_setting_can_be_put_back(declaration):
    assert without_setting(Settings(), declaration.name) == Settings()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("pages.pdf_dpi", "71", "outside 72"),
        ("pages.pdf_dpi", "many", "a whole number"),
        ("pages.pdf_dpi", "1.5", "a whole number"),
        ("reading.doubt_threshold", "nan", "outside"),
        ("reading.doubt_threshold", "inf", "outside"),
        ("reading.languages", "fr,klingon", "klingon"),
        ("reading.languages", "", "At least one"),
        ("reading.languages", " , ", "At least one"),
        ("pages.nothing", "1", "no such setting"),
        ("nothing.pdf_dpi", "1", "no such setting"),
        ("", "1", "no such setting"),
        ("pages", "1", "no such setting"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(name, text, said):
    with pytest.raises(SettingError) as told:
        with_setting(Settings(), name, text)
    assert said in str(told.value)
    assert told.value.remedy


@pytest.mark.parametrize(
    "content", [b"[pages", b"\xff\xfe", b"x = 1", b"[pages]\npdf_dpi = 'x'", b"[[pages]]"]
)
def test_a_file_that_is_none_is_an_error_and_stays_as_it_is(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingError) as told:
        load_settings(path)
    assert told.value.remedy
    assert path.read_bytes() == content


@given(st.binary(max_size=100))
def test_any_bytes_end_in_settings_or_in_a_plain_error(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    path.write_bytes(content)
    try:
        assert isinstance(load_settings(path), Settings)
    except SettingError as error:
        assert error.remedy


def test_a_value_in_the_file_that_does_not_fit_is_told_with_file_and_setting(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("[pages]\npdf_dpi = 3\n")
    with pytest.raises(SettingError) as told:
        load_settings(path)
    assert str(path) in str(told.value)
    assert "pages.pdf_dpi" in str(told.value)
    assert "delete the file" in told.value.remedy


def test_a_file_that_names_no_language_means_all_of_them(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("[reading]\nlanguages = []\neasyocr = true\n")
    assert load_settings(path).reading == ReadingSettings(easyocr=True)


def test_no_file_means_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_where_things_lie_can_be_moved(monkeypatch, tmp_path):
    monkeypatch.setenv("SANDUKU_HOME", str(tmp_path / "elsewhere"))
    places = Places.of_this_user()
    for name in ("library", "trial_library", "packs", "tessdata", "settings", "logs"):
        assert getattr(places, name).is_relative_to(tmp_path / "elsewhere")
    assert len({getattr(places, name) for name in ("library", "trial_library")}) == 2


def test_settings_are_values_that_nobody_can_alter():
    with pytest.raises(AttributeError):
        Settings().pages.pdf_dpi = 1  # type: ignore[misc]
    assert all(field.default is not None or field.default_factory is not None for field in fields(Settings))
