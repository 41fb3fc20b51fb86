"""Packs that came with the program lie beside the user's own, are used where they are later, and stay."""

import shutil

import pytest

from engine.ocr.tessdata import find_tessdata
from engine.packs.errors import PackDamagedError, PackMissingError, PackOfSetUpError
from engine.packs.installer import Installer
from engine.packs.shelf import Shelf
from engine.settings import Places
from tests.engine.packs.conftest import YES, write_pack


@pytest.fixture
def shipped(tmp_path):
    folder = tmp_path / "program" / "packs"
    write_pack(folder / "finder", version=2)
    return folder


@pytest.fixture
def installer(packs, anchors, shipped):
    return Installer(packs, anchors, shipped=shipped)


def used(shelf):
    return {each.name: each.folder for each in shelf.all() if each.current}


def test_a_pack_that_came_with_the_program_is_found_without_any_of_the_users_own(packs, shipped):
    shelf = Shelf(packs, shipped)
    assert used(shelf) == {"finder": shipped / "finder"}
    assert shelf.find("finder").folder == shelf.find("finder@2").folder == shipped / "finder"
    assert next(shelf.all()).of_set_up
    assert not packs.exists()


def test_an_installed_pack_of_a_later_version_is_used_and_the_other_kept(installer, brought, shipped):
    installer.install(write_pack(brought, version=3), YES)
    own, other = installer.shelf.versions("finder")
    assert (own.pack.manifest.version, own.current) == (3, True)
    assert (other.folder, other.current) == (shipped / "finder", False)
    assert installer.shelf.find("finder").manifest.version == 3
    assert installer.shelf.find("finder@2").folder == shipped / "finder"


def test_the_programs_pack_takes_the_place_of_an_older_one(packs, anchors, brought, shipped):
    Installer(packs, anchors).install(write_pack(brought, version=1), YES)
    shelf = Shelf(packs, shipped)
    assert used(shelf) == {"finder": shipped / "finder"}
    assert shelf.find("finder@1").manifest.version == 1


def test_the_users_own_of_the_same_version_is_used(packs, anchors, brought, shipped):
    Installer(packs, anchors).install(write_pack(brought, version=2), YES)
    assert Shelf(packs, shipped).find("finder").folder.is_relative_to(packs)


def test_a_damaged_own_pack_is_told_and_the_programs_one_used(packs, shipped):
    write_pack(packs / "finder", version=3)
    (packs / "finder" / "pack.json").write_text("{")
    shelf = Shelf(packs, shipped)
    in_use, damaged = shelf.versions("finder")
    assert (in_use.folder, in_use.error) == (shipped / "finder", None)
    assert isinstance(damaged.error, PackDamagedError)
    assert shelf.find("finder").folder == shipped / "finder"


def test_a_version_that_nobody_has_is_missing(packs, shipped):
    with pytest.raises(PackMissingError):
        Shelf(packs, shipped).find("finder@9")


def test_what_came_with_the_program_is_neither_removed_nor_turned_back_nor_replaced_by_older(
    installer, brought, shipped
):
    for work in (
        lambda: installer.remove("finder"),
        lambda: installer.remove("finder@2"),
        lambda: installer.rollback("finder"),
        lambda: installer.install(write_pack(brought, version=2), YES),
    ):
        with pytest.raises(PackOfSetUpError):
            work()
    assert installer.shelf.find("finder").manifest.version == 2


def test_removing_the_users_own_leaves_the_programs_one_in_use(installer, brought, shipped):
    installer.install(write_pack(brought, version=3), YES)
    installer.remove("finder")
    assert installer.shelf.find("finder").folder == shipped / "finder"


def test_sweeping_touches_nothing_that_came_with_the_program(installer, shipped):
    (shipped / "finder" / "1-000000000001").mkdir()
    with installer._alone():
        pass
    assert (shipped / "finder" / "1-000000000001").is_dir()


def test_what_is_learnt_of_a_pack_of_the_program_lies_among_the_users_own(packs, shipped):
    shelf = Shelf(packs, shipped)
    home = shelf.home_of(shelf.find("finder"))
    assert home.is_relative_to(packs)
    home.mkdir(parents=True)
    assert shelf.names() == ["finder"]
    assert shelf.own_names() == []


def test_language_files_of_the_program_come_after_the_users_own(tmp_path):
    places = Places(tmp_path / "data", tmp_path / "program")
    for folder, codes in ((places.tessdata, ("eng",)), (places.shipped_tessdata, ("eng", "ara"))):
        folder.mkdir(parents=True)
        for code in codes:
            (folder / f"{code}.traineddata").write_bytes(b"x" * 2048)
    found = find_tessdata(places, {})
    assert found.folder_of("eng") == places.tessdata
    assert found.folder_of("ara", "eng") == places.shipped_tessdata


def test_an_unfrozen_program_has_only_what_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.delenv("SANDUKU_SHIPPED", raising=False)
    assert Places.of_this_user().shipped_packs is None
    monkeypatch.setenv("SANDUKU_SHIPPED", str(tmp_path))
    assert Places.of_this_user().shipped_packs == tmp_path / "packs"


def test_a_shipped_folder_that_is_gone_is_no_error(packs, shipped):
    shutil.rmtree(shipped)
    assert list(Shelf(packs, shipped).all()) == []
