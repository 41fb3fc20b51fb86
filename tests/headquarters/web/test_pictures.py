"""Pictures on the page of a record: the small one first, sharper parts that were asked for, the original."""

import hashlib

import pytest

from headquarters.audit.tables import AuditRow
from headquarters.records.tables import Document, PageReading
from headquarters.review.originals import file_name
from headquarters.review.tables import CropRequest, FileRequest
from tests.headquarters.world import picture


@pytest.fixture
def reviewer(browser, world):
    browser.sign_in(world.logins["reviewer"])
    return browser


@pytest.fixture
def bare(world):
    return world.documents["bare"]


def put(headquarters, team, content):
    sha256 = hashlib.sha256(content).hexdigest()
    headquarters.blobs.put(team, sha256, content)
    return sha256


def test_the_small_picture_is_shown_until_the_page_image_comes(reviewer, world, bare, headquarters):
    small = picture(("x",))
    with headquarters.database.transaction() as session:
        reading = session.query(PageReading).filter_by(page_id=bare.pages[0]).one()
        reading.thumbnail_sha256 = put(headquarters, world.team, small)
    assert "the small picture that is sent first" in reviewer.get(f"/records/{bare.id}").text
    answer = reviewer.get(f"/records/{bare.id}/pages/{bare.pages[0]}/image")
    assert (answer.content, answer.headers["content-type"]) == (small, "image/png")


def test_a_sharper_picture_is_asked_for_shown_and_not_asked_for_again(reviewer, world, bare, headquarters):
    page = reviewer.get(f"/records/{bare.id}").text
    assert page.count("Ask for a sharper picture") == 2
    answer = reviewer.post(f"/records/{bare.id}/crop", page_id=bare.pages[0], line="0", number="1")
    assert answer.headers["location"].endswith("done=part-asked#line-0")
    page = reviewer.get(f"/records/{bare.id}").text
    assert page.count("Ask for a sharper picture") == 1
    assert "A sharper picture was asked for" in page
    with headquarters.database.transaction() as session:
        crop = session.query(CropRequest).one()
        address = f"/records/{bare.id}/crops/{crop.id}/image"
        assert reviewer.get(address).status_code == 404
        crop.sha256 = put(headquarters, world.team, picture(("sharp",)))
    assert f'src="{address}"' in reviewer.get(f"/records/{bare.id}").text
    assert reviewer.get(address).content == picture(("sharp",))
    assert reviewer.get(address.replace(bare.id, world.documents["two"].id)).status_code == 404


def test_a_picture_that_cannot_be_cut_is_told_and_may_be_asked_for_again(reviewer, bare, headquarters):
    reviewer.post(f"/records/{bare.id}/crop", page_id=bare.pages[0], line="0")
    with headquarters.database.transaction() as session:
        session.query(CropRequest).one().refused = "outside"
    page = reviewer.get(f"/records/{bare.id}").text
    assert "cannot give a sharper picture" in page
    assert page.count("Ask for a sharper picture") == 2


def test_a_box_of_the_page_is_asked_for_and_shown_below_it(reviewer, world, bare, headquarters):
    answer = reviewer.post(
        f"/records/{bare.id}/crop", page_id=bare.pages[0], box="10,20,300,80.5", number="1"
    )
    assert answer.headers["location"].endswith("done=part-asked#parts")
    assert "Parts that were asked for" in reviewer.get(f"/records/{bare.id}").text
    with headquarters.database.transaction() as session:
        crop = session.query(CropRequest).one()
        assert crop.quad == [[10.0, 20.0], [300.0, 20.0], [300.0, 80.5], [10.0, 80.5]]
        crop.sha256 = put(headquarters, world.team, picture(("sharp",)))
    assert f'src="/records/{bare.id}/crops/{crop.id}/image"' in reviewer.get(f"/records/{bare.id}").text


@pytest.mark.parametrize("box", ["x", "1,2,3", "1,2,3,4,5", "nan,1,2,3", "-1,0,5,5", "inf,0,1,1"])
def test_what_is_no_box_is_told(reviewer, bare, box):
    assert reviewer.post(f"/records/{bare.id}/crop", page_id=bare.pages[0], box=box).status_code == 422


@pytest.mark.parametrize("line", ["99", "", "\u202e"])
def test_a_line_that_is_not_there_is_told(reviewer, bare, line):
    assert reviewer.post(f"/records/{bare.id}/crop", page_id=bare.pages[0], line=line).status_code == 404


def test_no_part_is_asked_for_where_the_page_image_is_here(reviewer, world):
    assert "Ask for a sharper picture" not in reviewer.get(f"/records/{world.documents['english'].id}").text


def test_the_original_is_asked_for_and_saved_and_that_is_noted(reviewer, world, bare, headquarters):
    page = reviewer.get(f"/records/{bare.id}").text
    assert "is on the laptop" in page
    reviewer.post(f"/records/{bare.id}/files", original="yes")
    assert "was asked for" in reviewer.get(f"/records/{bare.id}").text
    html = b"<script>alert(1)</script>"  # Anything that somebody found on a phone.
    with headquarters.database.transaction() as session:
        document = session.get_one(Document, (world.team, bare.id))
        document.sha256 = put(headquarters, world.team, html)
        document.name = '../\u202egpj.\r\nX-Evil: 1"<form>.html'
    answer = reviewer.get(f"/records/{bare.id}/original")
    assert answer.content == html
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''")
    assert disposition.isascii()
    assert "x-evil" not in answer.headers
    with headquarters.database.transaction() as session:
        noted = session.query(AuditRow).filter_by(action="record.original-taken", subject=bare.id)
        assert [row.actor for row in noted] == ["hq:reviewer@example.org"]


def test_an_original_that_the_laptop_has_no_more_is_told(reviewer, bare, headquarters):
    reviewer.post(f"/records/{bare.id}/files", original="yes")
    with headquarters.database.transaction() as session:
        session.query(FileRequest).one().refused = "no-such-file"
    assert "does not have it any more" in reviewer.get(f"/records/{bare.id}").text


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("form.jpg", "form.jpg"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("\u202egpj.exe", "gpj.exe"),
        ("بطاقة التسجيل.jpg", "بطاقة التسجيل.jpg"),
        ("a\0b\nc", "a_b_c"),
        ("...", "original"),
        ("", "original"),
        ("x" * 300 + ".jpg", "x" * 116 + ".jpg"),
    ],
)
def test_what_a_file_is_called_names_no_folder_and_turns_nothing_around(name, saved):
    assert file_name(name) == saved
