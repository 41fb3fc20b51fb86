"""Before a laptop is shut out the page names who goes with it; afterwards who went, and who stayed."""

import html
import re

import pytest

from tests.headquarters.world import add_copy


@pytest.fixture
def family(headquarters, world):
    """A laptop, one that joined by its key, and one that joined by the key of that."""
    first = world.laptop.stream.opened_by
    with headquarters.database.transaction() as session:
        second = add_copy(session, first, "second", headquarters.clock.now())
        return [first, second, add_copy(session, second, "third", headquarters.clock.now())]


def question(browser, device):
    """Return the form that shuts a laptop out, as a person reads it; with its check boxes."""
    form = re.search(
        rf'<form method="post" action="/laptops/{device}/revoke".*?</form>',
        browser.get("/laptops").text,
        re.S,
    )
    return plain(form[0]), re.findall(r'<input type="checkbox"[^>]*>', form[0])


def plain(text):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def told(browser, answer):
    """Return what the page says that a browser is led to."""
    assert answer.status_code == 303
    page = browser.get(answer.headers["location"]).text
    return plain(re.search(r'<section class="notice good".*?</section>', page, re.S)[0])


def test_the_question_names_who_is_shut_out_along(browser, world, family):
    browser.sign_in(world.logins["admin"])
    text, boxes = question(browser, family[0])
    assert "Called second" in text
    assert "Called third" in text
    assert boxes == ['<input type="checkbox" name="alone" value="yes">']  # Not checked: all are shut out.
    assert "Called second" not in question(browser, family[1])[0]
    assert question(browser, family[2])[1] == []


def test_nobody_is_named_who_is_shut_out_already(browser, world, family):
    browser.sign_in(world.logins["admin"])
    browser.post(f"/laptops/{family[2]}/revoke")
    assert "Called third" not in question(browser, family[0])[0]


def test_all_are_shut_out_and_named_unless_something_else_is_said(browser, world, family):
    browser.sign_in(world.logins["admin"])
    text = told(browser, browser.post(f"/laptops/{family[0]}/revoke", reason="stolen"))
    assert text.startswith("Registration desk 2 The laptop is shut out.")
    also = text.partition("Also shut out")[2]
    assert "Called second" in also
    assert "Called third" in also
    assert "Left in" not in text
    assert browser.get("/laptops").text.count('<li class="gone">') == 3


def test_those_that_are_left_in_are_named_and_stay_in(browser, world, family):
    browser.sign_in(world.logins["admin"])
    text = told(browser, browser.post(f"/laptops/{family[0]}/revoke", alone="yes"))
    assert "Also shut out" not in text
    left = text.partition("Left in")[2]
    assert "Called second" in left
    assert "Called third" in left
    assert browser.get("/laptops").text.count('<li class="gone">') == 1


def test_whoever_was_shut_out_earlier_is_not_told_as_shut_out_along(browser, world, family, clock):
    browser.sign_in(world.logins["admin"])
    browser.post(f"/laptops/{family[2]}/revoke")
    clock.forward(minutes=1)
    text = told(browser, browser.post(f"/laptops/{family[0]}/revoke"))
    assert "Called second" in text
    assert "Called third" not in text


def test_an_address_alone_tells_of_nobody_that_is_in_and_of_no_other_team(browser, world, family):
    browser.sign_in(world.logins["admin"])
    assert 'class="notice good"' not in browser.get(f"/laptops?out={family[0]}").text
    browser.post(f"/laptops/{family[0]}/revoke")
    browser.sign_in(world.logins["stranger"])
    assert 'class="notice good"' not in browser.get(f"/laptops?out={family[0]}").text
