"""A conflict is seen, with both versions, and settled on the pages."""

import json
import re

import pytest
from sqlalchemy import select

from headquarters.down.tables import DownRow
from tests.headquarters.web.test_pages import text_of


@pytest.fixture
def conflict(browser, world, headquarters):
    browser.sign_in(world.logins["reviewer"])
    document = world.documents["english"]
    line = {"page_id": document.pages[0], "line": "0", "previous": "Nmae: Amina Hassan"}
    browser.post(f"/records/{document.id}/correct", **line, text="Name: Amina Hassan")
    with headquarters.database.transaction() as session:
        world.laptop.session = session
        world.laptop.stream = session.merge(world.laptop.stream)
        document.correct("0", "Nome: Amina Hassan")
        world.laptop.send()
    page = browser.get("/conflicts").text
    return page.split('action="/conflicts/')[1].split('"')[0]


def test_both_versions_are_shown_where_one_looks(browser, world, conflict):
    page = text_of(browser.get("/conflicts"))
    assert "Name: Amina Hassan" in page
    assert "Nome: Amina Hassan" in page
    assert "Two people changed the same line here" in text_of(
        browser.get(f"/records/{world.documents['english'].id}")
    )
    assert "registration-form.jpg" in browser.get("/records?shelf=conflict").text
    assert "Conflicts: 1" in text_of(browser.get("/laptops"))


@pytest.mark.parametrize(
    ("choice", "text", "stands"),
    [
        ("kept", "", "Name: Amina Hassan"),
        ("other", "", "Nome: Amina Hassan"),
        ("text", "Amina H.", "Amina H."),
    ],
)
def test_what_is_chosen_stands_and_goes_down(browser, world, headquarters, conflict, choice, text, stands):
    answer = browser.post(f"/conflicts/{conflict}", choice=choice, text=text)
    assert answer.headers["location"] == "/conflicts?done=settled#main"
    assert "There are no conflicts" in text_of(browser.get("/conflicts"))
    assert stands in text_of(browser.get(f"/records/{world.documents['english'].id}"))
    with headquarters.database.transaction() as session:
        rows = session.scalars(select(DownRow).order_by(DownRow.seq)).all()
        assert json.loads(rows[-1].payload)["text"] == stands


def test_somebody_who_is_too_late_is_told(browser, conflict):
    browser.post(f"/conflicts/{conflict}", choice="kept")
    answer = browser.post(f"/conflicts/{conflict}", choice="other")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_text_of_ones_own_is_needed_if_it_is_chosen(browser, conflict):
    assert browser.post(f"/conflicts/{conflict}", choice="text", text="").status_code == 422
    assert browser.post(f"/conflicts/{conflict}", choice="burn").status_code == 422


def test_one_sees_who_wrote_what_and_goes_to_the_line(browser, world, conflict):
    page = browser.get("/conflicts").text
    assert re.search(r"Name: Amina Hassan</strong> <span[^>]*><bdi>reviewer@example.org</bdi>", page)
    assert re.search(r"Nome: Amina Hassan</strong> <span[^>]*><bdi>Juma</bdi>", page)
    assert f'href="/records/{world.documents["english"].id}?page=1#line-0"' in page


def test_what_was_typed_beside_another_choice_is_neither_taken_nor_lost(browser, world, conflict):
    answer = browser.post(f"/conflicts/{conflict}", choice="kept", text="Amina H.")
    assert answer.status_code == 422
    assert 'value="Amina H."' in answer.text
    assert "You typed a text and chose another version" in answer.text
    assert browser.post(f"/conflicts/{conflict}", choice="text", text="Amina H.").status_code == 303
