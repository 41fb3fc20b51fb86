"""Whatever somebody managed to write, wherever it is shown: it never runs, and turns no text around.

One text goes into every field that a laptop or a person fills; then every page is looked at.
"""

import html
import io
import json
import re
from datetime import timedelta

import openpyxl
import pytest

from headquarters.enrolment.invitations import invite
from headquarters.people.roles import Role
from headquarters.people.tables import TeamInvitation, User
from headquarters.records.tables import Conflict, LineCorrection
from headquarters.review import erasing
from headquarters.review.tables import CropRequest, FileRequest, PackOffer, PackState
from headquarters.teams import Team, add_team
from tests.headquarters.field import FieldLaptop
from tests.headquarters.persons import add_person, signed_in

MARK = "zqx"
EVIL = (
    f"=1+1|{MARK}<img src=x onerror=alert(1)><script>alert(2)</script>\"'`&amp;{{{{1733*7919}}}}{{% raise %}}"
    "javascript:alert(3)\u202egpj.exe\u2066\u200f"
)
LONG = "W" * 300


@pytest.fixture
def evil(headquarters, world):
    """The world, with the text everywhere; returns addresses that show it."""
    now = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        laptop = FieldLaptop.joined(session, world.team, now - timedelta(days=30), EVIL)
        laptop.author = EVIL
        document = laptop.add(EVIL, pages=2)
        document.read(EVIL, LONG, EVIL)
        document.read(EVIL, page=1)
        document.say("tagged", {"tag": EVIL})
        laptop.note("case", "case-1", "created", {"name": EVIL, "note": EVIL})
        document.say("put-in-case", {"case": "case-1"})
        document.say("reviewed", {"state": "problem", "reason": EVIL})
        document.correct("0", EVIL, author=EVIL)
        document.answer(EVIL, EVIL)
        gone = laptop.add(EVIL)
        laptop.send()
        ids = {"team_id": world.team, "document_id": document.id}
        session.add(
            Conflict(
                **ids, id="evil-1", page_id=document.pages[0], line_id="0", kind="laptops", kept_id="",
                other_id="", kept_text=EVIL, other_text=EVIL, found_at=now,
            )
        )  # fmt: skip
        session.add(
            CropRequest(
                **ids, id="crop-1", page_id=document.pages[0], line_id="0", quad=[], asked_by=f"hq:{EVIL}",
                asked_at=now, refused=EVIL,
            )
        )  # fmt: skip
        session.add(FileRequest(**ids, id="f-1", sha256="0" * 64, asked_by=EVIL, asked_at=now, refused=EVIL))
        offer = PackOffer(
            team_id=world.team, id="offer-1", name=EVIL, version=EVIL, files={"files": []}, urgent=True,
            offered_by=EVIL, offered_at=now,
        )  # fmt: skip
        session.add(offer)
        session.add(
            PackState(
                team_id=world.team, library_id=laptop.stream.library_id, name=EVIL, version=EVIL,
                state="refused", offer_id="offer-1", reason=EVIL, at=now,
            )
        )  # fmt: skip
        _, admin = signed_in(session, world.logins["admin"], now)
        erasing.request_erasure(session, admin, gone.id, reason=EVIL, now=now)
        member = add_person(session, world.team, Role.REVIEWER, now, login="evil@example.org")
        session.query(User).filter_by(login=member).update({"name": EVIL})
        other = add_team(session, "x", headquarters.clock).id
        session.get_one(Team, other).name = EVIL
        session.add(
            TeamInvitation(
                user_id=admin.user_id,
                team_id=other,
                role="auditor",
                name=EVIL,
                invited_by=EVIL,
                invited_at=now,
            )
        )
        invite(session, headquarters, session.get_one(Team, world.team), label=EVIL, actor="x")
    return [
        "/", "/records?shelf=all", f"/records/{document.id}", f"/records/{document.id}?page=2",
        f"/search?q={MARK}", f"/records?shelf=all&library={laptop.stream.library_id}", "/conflicts",
        "/laptops", "/laptops?quiet=7", "/laptops/settings", "/packs", "/export", "/erasures", "/audit",
        "/people", f"/records?shelf=all&tag={MARK}%3Cscript%3E",
    ]  # fmt: skip


@pytest.fixture
def admin(browser, world, evil):
    browser.sign_in(world.logins["admin"])
    for text, data in (
        ("comment", {"text": EVIL}),
        ("review", {"state": "returned", "reason": EVIL}),
    ):
        assert browser.post(evil[2] + f"/{text}", **data).status_code == 303
    return browser


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_shown_as_text_on_every_page(admin, evil, language):
    admin.post("/language", language=language, back="/")
    shown = 0
    for address in evil:
        page = admin.get(address)
        assert page.status_code == 200, address
        assert "<img src=x" not in page.text, address
        scripts = re.findall(r"<script[^>]*>", page.text)
        assert [each for each in scripts if not each.startswith('<script src="/static/page.js')] == [], (
            address
        )
        assert not re.search(r'(href|src|action)="\s*(javascript|data:text)', page.text), address
        assert str(1733 * 7919) not in page.text, address  # No template within a template.
        # A hidden field carries a line as it is; nobody sees it.
        visible = re.sub(r'<input type="hidden"[^>]*>', "", page.text)
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", visible), address
        shown += html.unescape(visible).count("<img src=x onerror=alert(1)>")
    assert shown > 25  # Otherwise it was looked for where it does not stand.


def test_a_page_that_holds_it_is_told_by_its_addresses_alone(admin, evil):
    """No header is made of it: a name of a file is encoded, and a line of it makes no header of its own."""
    for address in [*evil, "/export/file?format=csv", "/audit/file"]:
        for name, value in admin.get(address).headers.items():
            assert MARK not in value, (address, name)


@pytest.mark.parametrize("name", ["csv", "hxl"])
def test_no_cell_of_a_table_runs(admin, evil, name):
    text = admin.get(f"/export/file?format={name}").content.decode("utf-8-sig")
    assert MARK in text
    assert not re.search(r'(^|,)"?[=+@\t\r]', text.replace("\r\n", "\n"), re.MULTILINE)


def test_no_cell_of_a_workbook_runs_or_links(admin, evil):
    book = openpyxl.load_workbook(io.BytesIO(admin.get("/export/file?format=xlsx").content))
    cells = [cell for row in book.active.iter_rows() for cell in row if MARK in str(cell.value)]
    assert len(cells) > 10
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    book.close()


def test_json_lines_hold_it_letter_by_letter(admin, evil, headquarters):
    rows = [json.loads(row) for row in admin.get("/export/file?format=jsonl").content.splitlines()]
    assert EVIL in {row["name"] for row in rows}
    with headquarters.database.transaction() as session:
        assert EVIL in {each.body["replacement"][0]["line"]["text"] for each in session.query(LineCorrection)}
