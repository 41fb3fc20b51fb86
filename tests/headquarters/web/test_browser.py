"""A person's walk through the pages in a real browser, on a phone and at a desk, in English and in Arabic.

Every page must run no foreign script, say nothing to the console, and be no wider than the screen.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from headquarters.records.tables import PageReading
from headquarters.review.tables import CropRequest
from tests.headquarters.persons import PASSWORD
from tests.headquarters.web.serving import served
from tests.headquarters.world import picture

CHROMIUM = Path("/usr/bin/chromium")
SCREENS = {"phone": (360, 740), "desk": (1280, 800)}
PICTURES = os.environ.get("HQ_TEST_PICTURES", "")


@pytest.fixture(scope="module")
def chromium():
    """A running Chromium; without one these tests are skipped, and say so."""
    if not CHROMIUM.exists():
        pytest.skip(f"NO BROWSER: {CHROMIUM} is not there, so the pages were not tried in a real one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def address(app, world) -> Iterator[str]:
    with served(app) as place:
        yield place


class Walk:
    """A person at a browser who notices when something is wrong."""

    def __init__(self, page, address: str, name: str) -> None:
        self.page, self.address, self.name = page, address, name
        self.complaints: list[str] = []
        self.pictures = 0
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))

    def look(self, what: str) -> None:
        """Look at the page as a whole."""
        page = self.page
        width, wide = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
        assert wide <= width, f"{what} is {wide} wide on a screen of {width}"
        unnamed = page.evaluate(
            """() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a')]
            .filter(each => each.checkVisibility() && !each.closest('[aria-hidden=true]'))
            .filter(each => !(each.labels?.length || each.ariaLabel || each.textContent.trim()))
            .map(each => each.outerHTML)"""
        )
        assert unnamed == [], what
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, .button, summary.small')]
            .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 24)
            .map(each => each.outerHTML)"""
        )
        assert small == [], what
        # A text that is squeezed beside its buttons stands one letter below the other.
        squeezed = page.evaluate(
            """() => [...document.querySelectorAll('.text, .name, h1, h2, p, label, dd, .notice')]
            .filter(each => each.checkVisibility() && each.textContent.trim().length > 12)
            .filter(each => each.getBoundingClientRect().height > 12 * each.getBoundingClientRect().width)
            .map(each => each.outerHTML)"""
        )
        assert squeezed == [], what
        assert self.complaints == [], what
        if PICTURES:
            self.pictures += 1
            file = Path(PICTURES, f"{self.name}-{self.pictures:02}-{what}.png")
            page.screenshot(path=str(file), full_page=True)

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)


BOTH = [(screen, language) for screen in SCREENS for language in ("en", "ar")]


@pytest.fixture(params=BOTH, ids="-".join)
def walk(request, chromium, address):
    screen, language = request.param
    width, height = SCREENS[screen]
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        locale=language,
        color_scheme="dark" if language in ("ar", "sw") else "light",
        has_touch=screen == "phone",
        is_mobile=screen == "phone",
    )
    context.set_default_timeout(90_000)
    try:
        yield Walk(context.new_page(), address, f"{screen}-{language}")
    finally:
        context.close()


def test_somebody_signs_in_searches_corrects_and_returns(walk, world):
    page, words = walk.page, {"en": WORDS_EN, "ar": WORDS_AR}[walk.name.partition("-")[2]]
    walk.go("/")
    assert page.locator("html").get_attribute("dir") == words["dir"]
    walk.look("sign-in")
    page.get_by_label(words["login"]).fill(world.logins["reviewer"])
    page.get_by_label(words["password"]).fill("wrong")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    walk.complaints.clear()  # The browser notes the refused sign-in.
    page.get_by_label(words["password"]).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".tiles").wait_for()
    # A person's own language counts from here on; it is chosen at the foot of the page.
    page.get_by_role("button", name=words["tongue"]).click()
    page.locator(".tiles").wait_for()
    assert page.locator("html").get_attribute("dir") == words["dir"]
    walk.look("overview")
    walk.go("/records")
    walk.look("records")
    page.get_by_role("searchbox").first.fill(words["query"])
    page.keyboard.press("Enter")
    page.locator("mark").first.wait_for()
    walk.look("found")
    page.locator(".list a.name").first.click()
    page.locator("#line-0").wait_for()
    walk.look("record")
    line = page.locator("#line-0")
    line.get_by_text(words["correct"], exact=True).click()
    field = line.get_by_label(words["text"])
    page.locator("polygon[data-line='0'].here").wait_for()
    assert field.evaluate("each => each === document.activeElement")
    field.fill(words["new"])
    walk.look("correcting")
    line.get_by_role("button", name=words["save"]).click()
    page.wait_for_url("**done=corrected**")
    assert words["new"] in page.locator("#line-0 .text").inner_text()
    walk.look("corrected")
    page.get_by_label(words["reason"]).fill(words["why"])
    page.get_by_role("button", name=words["return"]).click()
    page.wait_for_url("**done=returned**")
    assert words["why"] in page.locator("q").first.inner_text()
    walk.look("returned")


@pytest.mark.parametrize(
    "walk", [*BOTH, *(("phone", language) for language in ("fr", "es", "sw"))], indirect=True, ids="-".join
)
def test_every_page_fits_its_screen(walk, world):
    page, language = walk.page, walk.name.partition("-")[2]
    walk.go("/sign-in")
    page.locator("#login").fill(world.logins["admin"])
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".tiles").wait_for()
    page.locator(f"button[value={language}]").click()
    for path in (
        "/",
        "/records?shelf=all",
        f"/records/{world.documents['hostile'].id}",
        f"/records/{world.documents['two'].id}?page=2",
        "/search?q=flood",
        "/search?q=nothinglikeit",
        "/conflicts",
        "/laptops",
        "/laptops?quiet=7",
        "/laptops/settings",
        "/packs",
        "/export",
        "/erasures",
        "/audit?verify=yes",
        "/people",
        "/settings",
        "/password",
    ):
        walk.go(path)
        walk.look(re.sub(r"\W+", "-", path).strip("-")[:24] or "first")
    walk.go("/laptops/settings")
    for each in page.locator("summary.small").all():
        each.click()
    walk.look("settings-open")
    walk.go(f"/records/{world.documents['bare'].id}")
    walk.look("without-image")
    walk.go("/laptops")
    page.locator("#label").fill("Desk 3")
    page.locator("form[action='/laptops/invite'] button").click()
    page.locator(".qr").wait_for()
    walk.look("invitation")
    if walk.name.startswith("phone"):
        page.locator(".drawer > summary").click()
        assert page.locator(".drawer a").first.is_visible()
        walk.look("drawer")


@pytest.mark.parametrize("walk", [("desk", "en"), ("desk", "ar")], indirect=True, ids="-".join)
def test_a_part_of_the_picture_is_chosen_by_drawing_a_box(walk, world, headquarters):
    page, bare = walk.page, world.documents["bare"]
    small = picture(("x",))
    sha256 = hashlib.sha256(small).hexdigest()
    headquarters.blobs.put(world.team, sha256, small)
    with headquarters.database.transaction() as session:
        session.query(PageReading).filter_by(page_id=bare.pages[0]).one().thumbnail_sha256 = sha256
    walk.go(f"/records/{bare.id}")
    page.locator("#login").fill(world.logins["reviewer"])
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator("form.choose button").first.click()
    sheet = page.locator(".sheet svg").bounding_box()
    page.mouse.move(sheet["x"] + sheet["width"] * 0.25, sheet["y"] + sheet["height"] * 0.1)
    page.mouse.down()
    page.mouse.move(sheet["x"] + sheet["width"] * 0.5, sheet["y"] + sheet["height"] * 0.2)
    page.mouse.up()
    walk.look("chosen")
    page.locator("form.choose button").last.click()
    page.wait_for_url("**done=part-asked**")
    with headquarters.database.transaction() as session:
        (left, top), _, (right, bottom), _ = session.query(CropRequest).one().quad
    assert [left, top, right, bottom] == pytest.approx([200, 100, 400, 200], abs=4)  # Of 800 by 1000.
    walk.look("parts")


@pytest.mark.parametrize("walk", [("phone", "en")], indirect=True, ids="-".join)
def test_somebody_with_an_account_is_invited_and_joins(walk, world):
    page = walk.page

    def sign_in(login):
        walk.go("/sign-in")
        page.locator("#login").fill(login)
        page.locator("#password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.locator(".tiles").wait_for()

    sign_in(world.logins["stranger"])
    walk.go("/people")
    page.locator("#new-login").fill(world.logins["reviewer"])
    page.locator("#new-name").fill("Reviewer of Kakuma")
    page.get_by_role("button", name="Add somebody").click()
    page.locator(".fingerprint").wait_for()
    walk.look("invited")
    assert "has not signed in yet" in page.locator(".list").inner_text()
    page.context.clear_cookies()
    sign_in(world.logins["reviewer"])
    walk.look("invitation-to-a-team")
    page.get_by_role("button", name="Join the team").click()
    page.wait_for_url("**done=joined**")
    assert page.locator("#team option:checked").inner_text() == "Dadaab"
    walk.look("joined")


@pytest.mark.parametrize("walk", [("desk", "en")], indirect=True, ids="-".join)
def test_a_reason_that_is_missing_is_asked_for_where_it_is_typed(walk, world):
    page = walk.page
    walk.go(f"/records/{world.documents['english'].id}")
    page.locator("#login").fill(world.logins["reviewer"])
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Return to the field").click()
    told = page.locator("#review [role=alert]")
    told.wait_for()
    assert "must know why" in told.inner_text()
    for _ in range(100):  # The browser goes there after it has shown the page.
        if in_sight := told.evaluate("each => each.getBoundingClientRect().top < innerHeight"):
            break
        page.wait_for_timeout(100)
    assert in_sight
    walk.complaints.clear()  # The browser notes the refused form.
    walk.look("reason-missing")


def test_pages_work_without_scripts_and_by_keyboard_alone(chromium, address, world):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(90_000)
    page = context.new_page()
    page.goto(f"{address}/records/{world.documents['english'].id}")
    page.keyboard.type(world.logins["reviewer"])  # The cursor stands in the first field.
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/records/{world.documents['english'].id}")
    page.locator("#line-1 summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("Date of birth: 5 April 1991")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=corrected**")
    assert page.locator("#line-1 .text").inner_text() == "Date of birth: 5 April 1991"
    context.close()


WORDS_EN = {
    "dir": "ltr",
    "login": "Login or e-mail",
    "password": "Password",
    "tongue": "English",
    "query": "amina",
    "correct": "Correct",
    "text": "What it reads",
    "new": "Name: Amina Hassan",
    "save": "Save",
    "reason": "Reason (needed to return it or to call it a problem)",
    "why": "The second page is missing.",
    "return": "Return to the field",
}
WORDS_AR = {
    "dir": "rtl",
    "login": "اسم الدخول أو البريد",
    "password": "كلمة المرور",
    "tongue": "العربية",
    "query": "امنه",
    "correct": "تصحيح",
    "text": "ما هو مكتوب",
    "new": "الاسم: آمنة حسين",
    "save": "حفظ",
    "reason": "السبب (مطلوب للإعادة أو للإبلاغ عن مشكلة)",
    "why": "الصفحة الثانية ناقصة.",
    "return": "إعادة إلى الميدان",
}


@pytest.mark.parametrize("walk", [("phone", "ar"), ("desk", "en")], indirect=True, ids="-".join)
def test_a_document_that_is_not_whole_says_so_on_any_screen(walk, world, headquarters):
    with headquarters.database.transaction() as session:
        laptop = world.laptop
        laptop.session, laptop.stream = session, session.merge(laptop.stream)
        form = laptop.add("three pages.pdf", pages=3)
        form.read("Name: Amina")
        form.fail(page=1, code="page.damaged")
        laptop.send()
    walk.go("/records?shelf=problem")
    walk.page.locator("#login").fill(world.logins["reviewer"])
    walk.page.locator("#password").fill(PASSWORD)
    walk.page.keyboard.press("Enter")
    walk.page.locator(".name").wait_for()
    walk.look("records that are not whole")
    walk.go(f"/records/{form.id}")
    walk.look("record that is not whole")
    walk.page.locator(".notice.bad a").click()
    assert walk.page.locator("code").inner_text() == "page.damaged"
    walk.look("page that could not be read")
    walk.go("/no/such/page")
    walk.complaints.clear()  # The browser itself remarks that there is no such page.
    walk.look("wrong address")
