"""A pack goes from its signer by headquarters to a laptop, verified and tried; or it is refused, told why."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from engine.errors import CancelledError
from engine.inventory import installer_for
from engine.library import Protection, create_library
from engine.packs.errors import (
    FingerprintDiffersError,
    PackNoRoomError,
    PackOlderError,
    PackTamperedError,
    RootUnusableError,
    SignatureBrokenError,
)
from engine.packs.installer import TRUST
from engine.packs.offer import Consent
from engine.packs.teams import withdraw_team
from engine.packs.trust import Anchors
from engine.settings import NetworkSettings, Places, Settings
from engine.sync.errors import BudgetSpentError, NetworkForbiddenError
from engine.sync.joining import begin_to_join
from engine.sync.pack_fetching import fetch_packs, join_roots, take_urgent
from engine.sync.packs import OfferedPacks
from engine.sync.running import join_team, synchronise
from headquarters.blobs.erasing import sweep
from headquarters.enrolment.invitations import invite
from headquarters.review.errors import ReviewError
from headquarters.review.tables import PackRoot
from models.image_text.signing import Keys
from tests.dying import DIED
from tests.engine.packs.conftest import write_pack
from tests.headquarters.offered_packs import NAME, Office, passphrase
from tests.headquarters.test_field_side import AUTHOR, ROOT, fill

YES = Consent(licence=True)
URGENT = Settings(network=NetworkSettings(urgent_packs=True))


@pytest.fixture
def office(headquarters, team, tmp_path) -> Office:
    """An office whose root two of two people have signed, and which headquarters knows."""
    keys = Keys(tmp_path / "keys")
    keys.create("Office Nairobi", 2, 2, passphrase)
    made = Office(headquarters, team, keys, tmp_path / "made")
    made.give_roots()
    return made


@pytest.fixture
def library(office, headquarters, team, server, tmp_path):
    """A library that has joined by an invitation that names the root."""
    with headquarters.database.transaction() as session:
        _, invited = invite(session, headquarters, team, label="Goma", actor="test")
    assert invited.packs_root
    protection = Protection(encrypted=False)
    made = create_library(tmp_path / "laptop", protection=protection, settings=AUTHOR).library
    begin_to_join(made, replace(invited, urls=(f"http://{server[0]}:{server[1]}",)))
    join_team(made, Settings(), device_name="Goma 2")
    with made:
        yield made


@pytest.fixture
def offered(library, places: Places) -> OfferedPacks:
    return OfferedPacks(library, installer_for(places))


def states(offered: OfferedPacks) -> list[tuple[str, str]]:
    return [(each.version, each.state) for each in offered.library.exchange.words.offers()]


def news(offered: OfferedPacks) -> None:
    """Hear what headquarters says, and tell it what was done."""
    synchronise(offered.library, Settings())


def trusted(offered: OfferedPacks) -> list[tuple[str, str]]:
    return [(each.name, each.team) for each in Anchors(offered.installer.packs / TRUST).all()]


def test_a_pack_is_fetched_verified_tried_and_told(office, offered):
    join_roots(offered, Settings())
    assert trusted(offered) == [("Kigoma", office.team.id)]
    office.offer(office.pack())
    assert office.progress() == [("1", "waiting", "")]
    news(offered)
    assert office.progress() == [("1", "told", "")]
    (offer,) = fetch_packs(offered, Settings())
    news(offered)
    assert office.progress() == [("1", "fetched", "")]
    shown = offered.examine(offered.find(NAME))
    assert shown.signature.sentence() == "signed by Kigoma"
    assert "MIT" in shown.licence
    assert shown.fit is not None
    done = offered.install(offer, YES)
    assert done.notes == ()
    news(offered)
    assert office.progress() == [("1", "installed", "")]
    installer_for(Places(offered.installer.packs.parent)).shelf.find(NAME).verify()
    assert not offered.place(offer).exists()
    assert fetch_packs(offered, Settings()) == []
    withdraw_team(offered.installer.packs, office.team.id)
    assert trusted(offered) == []


def test_own_work_goes_before_any_pack(office, offered):
    office.offer(office.pack())
    news(offered)
    fill(offered.library, "a")
    fetch_packs(offered, Settings())
    assert offered.library.exchange.outbox.files(2) == []
    assert [each.purpose for each in offered.library.exchange.network_log.latest()][:2] == ["fetch", "sync"]


def test_a_cut_costs_nothing_that_came(office, offered):
    office.offer(office.pack())
    news(offered)
    calls = 0

    def cut() -> bool:
        nonlocal calls
        calls += 1
        return calls > 8

    with pytest.raises(CancelledError):
        fetch_packs(replace(offered, cancelled=cut), Settings())
    (offer,) = offered.left()
    here = offered.arrived(offer)
    assert 100_000 < here < offer.byte_size
    before = offered.library.exchange.network_log.used_today()
    fetch_packs(offered, Settings())
    used = offered.library.exchange.network_log.used_today() - before
    assert used < offer.byte_size - here + 40_000
    offered.install(offer, YES)


KILLED = """
import os, signal, sys
from pathlib import Path
from engine.inventory import installer_for
from engine.library import open_library
from engine.settings import Places, Settings
from engine.sync.pack_fetching import fetch_packs
from engine.sync.packs import OfferedPacks
calls = 0
def killed():
    global calls
    calls += 1
    if calls > 8:
        os.kill(os.getpid(), signal.SIGKILL)
with open_library(Path(sys.argv[1])) as library:
    fetch_packs(OfferedPacks(library, installer_for(Places(Path(sys.argv[2]))), cancelled=killed), Settings())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_laptop_that_is_killed_goes_on_from_there(office, offered, places):
    office.offer(office.pack())
    news(offered)
    library = offered.library
    library.close()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, library.folder, places.data], cwd=ROOT, timeout=120, check=False
    )
    assert done.returncode == DIED
    from engine.library import open_library

    with open_library(library.folder, settings=AUTHOR) as again:
        packs = OfferedPacks(again, installer_for(places))
        (offer,) = packs.left()
        assert packs.arrived(offer) > 0
        fetch_packs(packs, Settings())
        packs.install(offer, YES)


def test_the_data_of_the_day_is_kept_to(office, offered):
    folder = write_pack(office.folder / "large")
    office.keys.sign(folder, passphrase)
    office.offer(folder)
    news(offered)
    with pytest.raises(BudgetSpentError):
        fetch_packs(offered, Settings(network=NetworkSettings(daily_megabytes=1)))
    assert offered.library.exchange.network_log.used_today() <= 1_000_000
    (offer,) = offered.left()
    assert offered.arrived(offer) > 700_000
    fetch_packs(offered, Settings())
    assert states(offered) == [("1", "fetched")]


def test_no_network_means_no_pack(office, offered):
    office.offer(office.pack())
    news(offered)
    with pytest.raises(NetworkForbiddenError):
        fetch_packs(offered, Settings(network=NetworkSettings(use="never")))


def test_a_pack_that_was_changed_at_headquarters_is_refused_and_told(office, offered, headquarters):
    office.offer(office.pack())
    news(offered)
    (offer,) = offered.left()
    (file,) = [each for each in offer.files if each["name"] == "pack.json"]
    bad = bytearray(headquarters.blobs.open(office.team.id, file["sha256"]))
    bad[-1:] = b" "
    headquarters.blobs.put(office.team.id, file["sha256"], bytes(bad))
    office.offer(_renamed(office))
    news(offered)
    with pytest.raises(PackTamperedError):
        fetch_packs(offered, Settings())
    assert not offered.place(offer).exists()
    news(offered)
    told = {version: (state, reason.split(":")[0]) for version, state, reason in office.progress()}
    assert told == {"1": ("refused", "pack.tampered"), "7": ("fetched", "")}
    assert fetch_packs(offered, Settings()) == []


def test_a_pack_whose_manifest_was_exchanged_is_refused_before_the_large_files(office, offered, headquarters):
    folder = office.pack()
    first = office.offer(folder)
    (folder / "pack.json").write_text((folder / "pack.json").read_text().replace('"MIT"', '"BSD"'))
    stranger = office.keys.folder.parent / "stranger"
    Keys(stranger).create("Stranger", 1, 1, passphrase)
    Keys(stranger).sign(folder, passphrase)
    with pytest.raises(ReviewError):
        office.offer(folder)
    with headquarters.database.transaction() as session:  # As if somebody had broken into headquarters.
        session.execute(update(PackRoot).values(content=Keys(stranger).roots()[0]))
    office.withdraw(first)
    office.offer(folder)
    news(offered)
    with pytest.raises(FingerprintDiffersError):
        fetch_packs(offered, Settings())
    (offer,) = [each for each in offered.library.exchange.words.offers() if each.state == "refused"]
    assert offered.arrived(offer) == 0
    news(offered)
    assert office.progress()[0][2].startswith("trust.fingerprint")


def test_a_root_that_was_changed_is_not_trusted(office, offered, headquarters):
    office.offer(office.pack())
    changed = office.keys.roots()[0].replace(b'"Office Nairobi"', b'"Office Kampala"')
    assert changed not in office.keys.roots()
    with headquarters.database.transaction() as session:
        session.execute(update(PackRoot).values(content=changed))
    news(offered)
    with pytest.raises(RootUnusableError):
        fetch_packs(offered, Settings())
    assert trusted(offered) == []
    news(offered)
    assert office.progress()[0][1] == "refused"


def test_a_root_of_another_fingerprint_is_not_trusted(office, offered):
    office.offer(office.pack())
    news(offered)
    offered.library.connection.run("UPDATE team SET packs_root = ?", ("0" * 64,))
    with pytest.raises(FingerprintDiffersError):
        fetch_packs(offered, Settings())
    assert trusted(offered) == []


def test_a_stolen_release_key_is_replaced_and_signs_nothing_more(office, offered):
    office.offer(office.pack())
    news(offered)
    (first,) = fetch_packs(offered, Settings())
    offered.install(first, YES)
    late = office.pack(2)  # Signed by the key that is about to be stolen.
    office.keys.renew_root(passphrase, replace_release_key=True)
    office.offer(office.pack(3))
    news(offered)
    (third,) = fetch_packs(offered, Settings())
    assert offered.install(third, YES).pack.manifest.version == 3
    (anchor,) = Anchors(offered.installer.packs / TRUST).all()
    assert anchor.root == office.keys.roots()[1]
    with pytest.raises(SignatureBrokenError):
        offered.installer.examine(late)
    with pytest.raises(ReviewError):
        office.offer(late)


def test_the_root_is_followed_before_any_pack_is_signed_anew(office, offered):
    join_roots(offered, Settings())
    office.keys.renew_root(passphrase)
    office.keys.renew_root(passphrase)
    office.give_roots()
    join_roots(offered, Settings())
    (anchor,) = Anchors(offered.installer.packs / TRUST).all()
    assert (anchor.root, anchor.team) == (office.keys.roots()[2], office.team.id)


def test_an_older_version_that_was_signed_earlier_is_refused(office, offered):
    older = office.pack(1)
    office.offer(office.pack(2))
    news(offered)
    (newer,) = fetch_packs(offered, Settings())
    offered.install(newer, YES)
    office.offer(older)
    news(offered)
    with pytest.raises(PackOlderError):
        fetch_packs(offered, Settings())
    news(offered)
    told = {version: (state, reason.split(":")[0]) for version, state, reason in office.progress()}
    assert told == {"2": ("installed", ""), "1": ("refused", "pack.older")}
    assert offered.installer.shelf.find(NAME).manifest.version == 2


def test_what_is_offered_no_longer_goes_and_cannot_be_fetched(office, offered, headquarters):
    offer_id = office.offer(office.pack())
    news(offered)
    calls = iter(range(100))
    with pytest.raises(CancelledError):
        fetch_packs(replace(offered, cancelled=lambda: next(calls) > 8), Settings())
    (offer,) = offered.left()
    office.withdraw(offer_id)
    assert sweep(headquarters) == len(offer.files)
    news(offered)
    assert states(offered) == [("1", "withdrawn")]
    assert fetch_packs(offered, Settings()) == []
    assert not offered.place(offer).exists()
    office.offer(office.folder / "version 1")
    news(offered)
    fetch_packs(offered, Settings())
    assert sorted(states(offered)) == [("1", "fetched"), ("1", "withdrawn")]


def test_a_full_disk_refuses_nothing_for_good(office, offered):
    office.offer(office.pack())
    news(offered)
    full = replace(offered, installer=replace(offered.installer, free=lambda _folder: 1000))
    with pytest.raises(PackNoRoomError):
        fetch_packs(full, Settings())
    assert states(offered) == [("1", "offered")]
    (offer,) = fetch_packs(offered, Settings())
    with pytest.raises(PackNoRoomError):
        full.install(offer, YES)
    assert states(offered) == [("1", "fetched")]
    offered.install(offer, YES)


def test_only_what_is_urgent_and_allowed_is_installed_by_itself(office, offered):
    office.offer(office.pack())
    office.offer(_renamed(office), urgent=True)
    news(offered)
    assert take_urgent(offered, Settings()) == []
    ((offer, done),) = take_urgent(offered, URGENT, asked_by="person")
    assert (offer.name, done.pack.manifest.name) == ("urgent-clip", "urgent-clip")
    assert {name for _, name in states(offered)} == {"installed", "offered"}


def _renamed(office: Office) -> Path:
    folder = office.pack(7, signed=False)
    text = (folder / "pack.json").read_text()
    (folder / "pack.json").write_text(text.replace(f'"{NAME}"', '"urgent-clip"'))
    office.keys.sign(folder, passphrase)
    return folder


def test_an_unsigned_pack_is_not_offered_where_packs_are_signed(office):
    with pytest.raises(ReviewError, match="this one is not"):
        office.offer(office.pack(signed=False))
    assert office.progress() == []


def test_whoever_says_no_is_heard(office, offered):
    office.offer(office.pack())
    news(offered)
    fetch_packs(offered, Settings())
    offered.decline(offered.find(NAME))
    news(offered)
    assert office.progress()[0][1:] == ("refused", "declined: a person at the laptop said no.")
