"""Packs reach every laptop of the team once, whole, and nobody without a role can upload one."""

import hashlib
import json
import re

import pytest
from sqlalchemy import select

from headquarters.blobs.tables import StoredBlob
from headquarters.down.tables import DownRow
from headquarters.review import offering
from tests.headquarters.field import FieldLaptop
from tests.headquarters.web.conftest import Browser, app, browser, world  # noqa: F401 - fixtures

MODEL = b"weights" * 1000


def pack(**changes):
    files = {"model.onnx": MODEL, "LICENSE.txt": b"Apache"}
    manifest = {
        "name": "numerals",
        "version": 12,
        "files": {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "byte_size": len(content)}
            for name, content in files.items()
        },
    }
    manifest.update(changes)
    return {**files, "pack.json": json.dumps(manifest).encode()}


def send(browser, files, csrf=None):  # noqa: F811
    uploads = [("files", (f"numerals/{name}", content)) for name, content in files.items()]
    data = {"csrf": browser.csrf if csrf is None else csrf, "urgent": "yes"}
    return browser.client.post("/packs", data=data, files=uploads, follow_redirects=False)


def test_a_pack_is_offered_to_every_laptop_and_its_progress_is_shown(browser, world, headquarters):  # noqa: F811
    browser.sign_in(world.logins["admin"])
    assert send(browser, pack()).status_code == 303
    with headquarters.database.transaction() as session:
        (row,) = session.scalars(select(DownRow))
        offer = json.loads(row.payload)
        assert (offer["name"], offer["version"], offer["urgent"]) == ("numerals", "12", True)
        assert {each["name"] for each in offer["files"]} == set(pack())
        for each in offer["files"]:
            assert headquarters.blobs.open(world.team, each["sha256"]) == pack()[each["name"]]
            assert session.get(StoredBlob, (world.team, each["sha256"])).size == each["size"]
    page = browser.get("/packs").text
    assert "0 of 1 laptops" in page
    assert "Not told yet" in page
    with headquarters.database.transaction() as session:
        laptop = world.laptop
        laptop.session = session
        laptop.note("pack", row.entity_id, "installed", {"name": "numerals", "version": "12"})
        laptop.send()
    assert "Installed" in re.sub(r"<[^>]+>", "", browser.get("/packs").text)


def test_a_laptop_that_joins_later_hears_of_it_too(browser, world, headquarters):  # noqa: F811
    browser.sign_in(world.logins["admin"])
    send(browser, pack())
    with headquarters.database.transaction() as session:
        late = FieldLaptop.joined(session, world.team, headquarters.clock.now(), "Late")
        offering.offer_all(session, world.team, late.stream.library_id)
        told = session.scalars(select(DownRow.library_id)).all()
        assert late.stream.library_id in told


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"pack.json": b"no json"},
        {"pack.json": b'{"name": "a"}'},
        {**pack(), "model.onnx": b"altered"},
        {**pack(), "stranger.bin": b"x"},
        {**pack(name="../evil")},
        {**pack(version="12")},
        {**pack(version=True)},
        {**pack(), "metadata/1.root.json": b"{}"},
        {name: content for name, content in pack().items() if name != "model.onnx"},
    ],
)
def test_what_is_no_whole_pack_is_refused(browser, world, headquarters, files):  # noqa: F811
    browser.sign_in(world.logins["admin"])
    assert send(browser, files).status_code == 422
    with headquarters.database.transaction() as session:
        assert session.scalars(select(DownRow)).all() == []


def test_the_same_version_is_offered_once(browser, world):  # noqa: F811
    browser.sign_in(world.logins["admin"])
    assert send(browser, pack()).status_code == 303
    assert send(browser, pack()).status_code == 422


def test_only_an_admin_with_a_page_of_ours_uploads(browser, world):  # noqa: F811
    assert send(browser, pack()).headers["location"] == "/sign-in"
    browser.sign_in(world.logins["reviewer"])
    assert send(browser, pack()).status_code == 403
    browser.client.cookies.clear()
    browser.sign_in(world.logins["admin"])
    assert send(browser, pack(), csrf="forged").status_code == 403
