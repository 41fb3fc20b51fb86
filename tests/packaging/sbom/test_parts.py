"""Every file in the program is accounted for, by exactly one part."""

import pytest


@pytest.fixture
def parts(part, frozen, owners, monkeypatch):
    monkeypatch.setattr(part("sbom.parts"), "version_of", lambda *_: "9")

    def find():
        return part("sbom.parts").parts_of(part("sbom.inside").look_inside(frozen), owners())

    return find


def test_programs_packs_and_languages_are_named(parts):
    found = {each.name: each for each in parts()}
    assert set(found) == {
        "CPython",
        "PyInstaller bootloader",
        "Sanduku model pack reading-4-abc",
        "Tesseract language data eng",
    }
    assert found["Sanduku model pack reading-4-abc"].version == "4"
    assert found["Sanduku model pack reading-4-abc"].kind == "machine-learning-model"
    assert all(len(each.digest) == 64 for each in found.values())


def test_a_file_belongs_to_the_distribution_that_brought_it(parts, site, frozen):
    site("quick-one", files=["quick/part.so"])
    (frozen / "_internal/quick").mkdir()
    (frozen / "_internal/quick/part.so").write_text("x")
    found = next(each for each in parts() if each.name == "quick-one")
    assert found.purl == "pkg:pypi/quick-one@1.0"
    assert [each.as_posix() for each in found.files] == ["_internal/quick/part.so"]


def test_what_its_wheel_says_of_itself_comes_along(parts, site, frozen):
    crate = {
        "name": "aes",
        "version": "0.8.3",
        "purl": "pkg:cargo/aes@0.8.3",
        "licenses": [{"expression": "MIT"}],
    }
    site("rusty", files=["rusty/part.so"], bill=[crate])
    (frozen / "_internal/rusty").mkdir()
    (frozen / "_internal/rusty/part.so").write_text("x")
    assert next(each for each in parts() if each.name == "rusty").within == (crate,)


def test_a_file_that_is_nobodys_ends_the_build(part, parts, frozen):
    (frozen / "_internal/libreadline.so.8").write_text("x")
    with pytest.raises(part("sbom.parts").UnaccountedError, match=r"libreadline\.so\.8"):
        parts()


@pytest.mark.parametrize("within", [False, True])
def test_the_gpl_ends_the_build(part, parts, site, frozen, within):
    crate = {
        "name": "bad",
        "version": "1",
        "purl": "pkg:cargo/bad@1",
        "licenses": [{"expression": "GPL-3.0-only"}],
    }
    site(
        "free",
        licence="MIT" if within else "GPL-3.0-only",
        files=["free/part.so"],
        bill=[crate] if within else None,
    )
    (frozen / "_internal/free").mkdir()
    (frozen / "_internal/free/part.so").write_text("x")
    with pytest.raises(part("sbom.licensing").LicenceRefusedError, match="free"):
        parts()


def test_the_digest_of_several_files_changes_with_each_of_them(part, frozen):
    from pathlib import PurePosixPath

    files = [PurePosixPath("sanduku"), PurePosixPath("_internal/base_library.zip")]
    digest_of = part("sbom.parts").digest_of
    before = digest_of(frozen, files)
    assert digest_of(frozen, reversed(files)) == before
    (frozen / "sanduku").write_text("altered")
    assert digest_of(frozen, files) != before
