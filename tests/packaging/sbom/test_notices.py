"""The licences of all that ships lie in the program in full."""

import pytest


@pytest.fixture
def write(part, tmp_path, owners):
    def run(*found):
        publisher = "Somebody <x@y.example>"
        return part("sbom.notices").write_notices(tmp_path / "licences", list(found), publisher, owners())

    run.folder = tmp_path / "licences"
    return run


@pytest.fixture
def made(part):
    def make(name, *texts, licence="MIT"):
        return part("sbom.parts").Part(name, "1.0", "library", licence, f"pkg:pypi/{name}@1.0", texts=texts)

    return make


def test_the_text_of_a_wheel_comes_along(write, made, site):
    site("kind", text="You may.")
    write(made("kind", "dist:kind"))
    assert (write.folder / "kind/LICENSE").read_text() == "You may."
    told = (write.folder / "README.txt").read_text()
    assert "kind 1.0\n    MIT\n    kind/LICENSE" in told
    assert "Somebody <x@y.example>" in told


def test_older_texts_can_be_read_everywhere(write, made, site):
    site("old")
    (site.path / "old-1.0.dist-info/licenses/LICENSE").write_bytes("Jürg, ©".encode("latin-1"))
    write(made("old", "dist:old"))
    assert (write.folder / "old/LICENSE").read_text(encoding="utf-8") == "Jürg, ©"


def test_the_lgpl_comes_with_the_gpl_that_it_refers_to(write, made):
    write(made("Qt", "qt", licence="LGPL-3.0-only"))
    assert {"qt.txt", "lgpl-3.0.txt", "gpl-3.0.txt", "sanduku.txt"} <= {
        each.name for each in write.folder.iterdir()
    }


def test_what_brings_no_text_ends_the_build(part, write, made, site):
    site("silent", text="")
    with pytest.raises(part("sbom.notices").NoLicenceTextError, match="silent"):
        write(made("silent", "dist:silent"))
    with pytest.raises(part("sbom.notices").NoLicenceTextError, match="nothing"):
        write(made("nothing"))


def test_what_was_there_before_goes(write, made):
    write.folder.mkdir()
    (write.folder / "old.txt").write_text("of an earlier build")
    write(made("SQLite", "sqlite"))
    assert not (write.folder / "old.txt").exists()
