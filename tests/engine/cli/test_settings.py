"""Settings from the command line."""

from engine.errors import ExitCode
from engine.settings import load_settings


def test_a_setting_is_set_shown_and_reset(run, places):
    assert run("settings", "set", "reading.languages", "fr,ar").out == "reading.languages = fr,ar\n"
    assert load_settings(places.settings).reading.languages == ("fr", "ar")
    assert run("settings", "get", "reading.languages").out == "fr,ar\n"
    assert run("settings", "reset", "reading.languages").code == 0
    assert run("settings", "get", "reading.languages", "--json").json["value"] == [
        "en",
        "fr",
        "es",
        "ar",
        "sw",
    ]


def test_all_settings_are_listed_with_help(run):
    listed = run("settings", "list", "--json").json["settings"]
    assert all(each["help"].endswith(".") for each in listed)
    assert run("settings").out.startswith("setting\tvalue\tdefault\t")


def test_a_value_out_of_bounds_is_refused(run, places):
    told = run("settings", "set", "pages.pdf_dpi", "9000")
    assert told.code == ExitCode.USAGE
    assert "72 to 600" in told.err
    assert not places.settings.exists()


def test_a_broken_settings_file_is_named(run, places):
    places.data.mkdir(exist_ok=True)
    places.settings.write_text("[reading\n")
    told = run("list")
    assert told.code == ExitCode.USAGE
    assert str(places.settings) in told.err
