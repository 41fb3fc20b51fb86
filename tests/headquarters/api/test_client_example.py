"""The client in the documentation works as it stands there."""

import importlib.util
from pathlib import Path

import pytest

from tests.headquarters.persons import PASSWORD, QUICK
from tests.headquarters.web.serving import served

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "headquarters_client.py"


@pytest.fixture
def example():
    spec = importlib.util.spec_from_file_location("headquarters_client", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def address(app, world):
    app.state.passwords = QUICK
    with served(app) as place:
        yield place


def test_it_lists_searches_and_exports(example, address, world, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SANDUKU_HQ_PASSWORD", PASSWORD)
    login = world.logins["reviewer"]
    assert example.main([address, login, "inbox"]) == 0
    assert "55%  Nmae: Amina Hassan" in capsys.readouterr().out
    assert example.main([address, login, "search", "amina"]) == 0
    assert "registration-form.jpg: Nmae: Amina Hassan" in capsys.readouterr().out
    file = tmp_path / "records.csv"
    assert example.main([address, login, "export", str(file)]) == 0
    assert b"Nmae: Amina Hassan" in file.read_bytes()
    assert example.main([address, login, "silent", "0"]) == 0
    assert capsys.readouterr().out.endswith("Registration desk 2: never\n")


def test_it_asks_for_a_sharper_picture(example, address, world):
    document = world.documents["bare"]
    with example.HeadquartersClient(address) as client:
        client.sign_in(world.logins["reviewer"], PASSWORD)
        asked = client.ask_for_picture(document.id, document.pages[0], "0")
        (crop,) = client.record(document.id)["crops"]
        assert (crop["id"], crop["line"], crop["state"]) == (asked, "0", "asked")


def test_it_corrects_and_says_why_it_was_refused(example, address, world, capsys, monkeypatch):
    document = world.documents["english"]
    with example.HeadquartersClient(address) as client:
        client.sign_in(world.logins["reviewer"], PASSWORD)
        (page,) = client.record(document.id)["pages"]
        client.correct(document.id, page["id"], page["lines"][0], "Name: Amina Hassan")
        client.review(document.id, "approved")
        with pytest.raises(example.HeadquartersRefusedError, match="changed while you looked"):
            client.correct(document.id, page["id"], page["lines"][0], "Something else")
    monkeypatch.setenv("SANDUKU_HQ_PASSWORD", "wrong")
    assert example.main([address, world.logins["reviewer"], "inbox"]) == 1
    assert "do not go together" in capsys.readouterr().err
