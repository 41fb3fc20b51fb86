"""Libraries of our own are built from the very source that is pinned, and once."""

import argparse
import hashlib

import pytest


@pytest.fixture
def source(part, tmp_path, monkeypatch):
    module = part("frozen.source")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "BUILD", tmp_path / "build")
    monkeypatch.setattr(module, "CONSTRAINTS", tmp_path / "constraints.txt")
    (tmp_path / "constraints.txt").write_text("other==1.0\nkind==2.4\n")
    return module


@pytest.fixture
def library(source):
    return source.Library(package="kind", place="kind", tools=(), minutes=1)


@pytest.fixture
def build(source, library):
    """Ask for the library; tell whether it was built, and from what."""

    def ask(told=("-Dquick",), *, again=False, given=None):
        built = []

        def make(found):
            built.append(found)
            library.target.mkdir(parents=True, exist_ok=True)
            library.work.mkdir(parents=True, exist_ok=True)

        options = argparse.Namespace(again=again, source=given)
        assert source.build_once(library, list(told), options, make) == 0
        return built

    return ask


def test_it_is_built_once(build, library, capsys):
    assert build() == [None]
    assert not library.work.exists()
    assert build() == []
    assert "kind 2.4 lies in" in capsys.readouterr().out


def test_it_is_built_anew_when_it_is_told_otherwise_or_pinned_otherwise_or_asked_for(build, source, tmp_path):
    build()
    assert build(("-Dslow",)) == [None]
    source.CONSTRAINTS.write_text("kind==2.5\n")
    assert build(("-Dslow",)) == [None]
    assert build(("-Dslow",), again=True, given=tmp_path) == [tmp_path]


def test_what_is_not_pinned_cannot_be_built(source):
    assert source.pinned_version("numpy==2.4.6\nkind==5.0.0.93\n", "kind") == "5.0.0.93"
    with pytest.raises(SystemExit, match="does not pin"):
        source.pinned_version("numpy==2.4.6\n", "kind")


def test_a_version_whose_source_nobody_looked_up_ends_the_build(library):
    with pytest.raises(SystemExit, match="look it up"):
        _ = library.digest


def test_another_source_than_the_pinned_one_is_refused(source, tmp_path):
    given = tmp_path / "kind-2.4.tar.gz"
    given.write_bytes(b"source")
    source.check_source(given, hashlib.sha256(b"source").hexdigest())
    with pytest.raises(SystemExit, match="is not the source distribution that is pinned"):
        source.check_source(given, hashlib.sha256(b"other").hexdigest())
    with pytest.raises(SystemExit, match="cannot be read"):
        source.check_source(tmp_path / "nowhere.tar.gz", "")


@pytest.mark.parametrize("name", ["frozen.opencv:OPENCV", "frozen.plain_numpy:NUMPY"])
def test_the_sources_of_our_libraries_are_known_in_the_versions_that_are_pinned(part, name):
    module, _, what = name.partition(":")
    library = getattr(part(module), what)
    assert len(library.digest) == 64
    assert library.target.parent.name == "build"


def test_on_windows_and_macos_numpys_own_wheel_is_taken(part, monkeypatch):
    module = part("frozen.plain_numpy")
    monkeypatch.setattr(module.sys, "platform", "win32")
    with pytest.raises(SystemExit, match="takes NumPy's own wheel"):
        module.run(argparse.Namespace(again=False, source=None))


def test_a_library_goes_in_as_it_was_built_where_it_is_there_in_the_pinned_version(part, library):
    chosen = part("frozen.freezing").chosen
    assert not chosen("kind", library, "auto")
    with pytest.raises(SystemExit, match=r"build\.py kind"):
        chosen("kind", library, "own")
    library.target.mkdir(parents=True)
    (library.target / "built.txt").write_text("2.4\n-Dquick\n")
    assert chosen("kind", library, "auto")
    assert not chosen("kind", library, "wheel")
    (library.target / "built.txt").write_text("2.3\n")
    with pytest.raises(SystemExit, match=r"no kind 2\.4 of our own"):
        chosen("kind", library, "auto")
