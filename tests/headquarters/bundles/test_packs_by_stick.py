"""A laptop that never has a network gets a pack on the stick that brings the answer, signer and all."""

import pytest

from engine.inventory import installer_for
from engine.library import Protection, create_library
from engine.packs.offer import Consent
from engine.sync.bundles.laptop import StickPost
from engine.sync.joining import begin_to_join
from engine.sync.packs import OfferedPacks
from headquarters.bundles.taking import take_bundle
from headquarters.enrolment.invitations import invite
from models.image_text.signing import Keys
from tests.headquarters.offered_packs import NAME, Office, passphrase


@pytest.fixture
def office(headquarters, team, tmp_path):
    """An office whose root headquarters knows, and which offers a pack."""
    keys = Keys(tmp_path / "keys")
    keys.create("Office Nairobi", 1, 1, passphrase)
    made = Office(headquarters, team, keys, tmp_path / "made")
    made.give_roots()
    made.offer(made.pack())
    return made


@pytest.fixture
def offered(office, headquarters, team, places, tmp_path):
    """What a library takes that has an invitation and no network."""
    with create_library(tmp_path / "laptop", protection=Protection(encrypted=False)).library as library:
        with headquarters.database.transaction() as session:
            _, invited = invite(session, headquarters, team, label="Asha", actor="hq:test")
        begin_to_join(library, invited)
        yield OfferedPacks(library, installer_for(places))


def trip(headquarters, offered, stick, *, packs=True):
    """Carry a bundle to headquarters and its answer back."""
    post = StickPost(offered.library, doubt_threshold=0.9, device_name="Asha's laptop")
    exported = post.export(stick)
    taken = take_bundle(headquarters, exported.folder, stick, packs=packs)
    return post.take(taken.answer, packs=offered), taken.answer


def byte_size(folder):
    return sum(each.stat().st_size for each in folder.iterdir())


def test_a_pack_comes_by_stick_and_is_carried_once(office, headquarters, offered, tmp_path):
    taken, answer = trip(headquarters, offered, tmp_path)
    assert taken.packs == [NAME]
    assert byte_size(answer) > 100_000
    (offer,) = offered.library.exchange.words.offers()
    shown = offered.examine(offer)
    assert shown.signature.signer == "Kigoma"
    offered.install(offer, Consent(licence=True, folder=shown.folder))
    again, answer = trip(headquarters, offered, tmp_path)
    assert again.packs == []
    assert byte_size(answer) < 20_000
    assert office.progress() == [("1", "installed", "")]


def test_nothing_is_carried_that_nobody_asked_for(headquarters, offered, tmp_path):
    taken, answer = trip(headquarters, offered, tmp_path, packs=False)
    assert taken.packs == []
    assert byte_size(answer) < 20_000
    assert [each.state for each in offered.library.exchange.words.offers()] == ["offered"]


def test_a_laptop_without_room_for_packs_takes_all_else(headquarters, offered, tmp_path):
    post = StickPost(offered.library, doubt_threshold=0.9, device_name="Asha's laptop")
    taken = take_bundle(headquarters, post.export(tmp_path).folder, tmp_path, packs=True)
    assert post.take(taken.answer).changes > 0
    assert post.take(taken.answer, packs=offered).packs == [NAME]


def test_a_pack_that_was_changed_at_headquarters_is_refused(office, headquarters, offered, tmp_path):
    sha256 = None
    with headquarters.database.transaction() as session:
        from headquarters.review.offering import offers_of

        for each in offers_of(session, office.team.id)[0].files["files"]:
            if each["name"] == "tokenizer.json":
                sha256 = each["sha256"]
    content = headquarters.blobs.open(office.team.id, sha256)
    headquarters.blobs.put(office.team.id, sha256, content[:-1] + b" ")
    taken, _ = trip(headquarters, offered, tmp_path)
    assert taken.changes > 0
    assert [each["code"] for each in taken.pack_problems] == ["pack.tampered"]
    (offer,) = offered.library.exchange.words.offers()
    assert (offer.state, offer.reason.split(":")[0]) == ("refused", "pack.tampered")
    assert offered.library.exchange.team.required().device is not None
