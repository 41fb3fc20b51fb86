"""Somebody names a stick, and the bundle on it is found."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyrage import x25519

from engine.sync.bundles.errors import BundleError, NotABundleError
from engine.sync.bundles.finding import bundle_in
from engine.sync.bundles.index import INDEX, Kind
from engine.sync.bundles.writing import Member, write_bundle
from tests.engine.sync.bundles.test_bundles import INDEX_OF_MINE, KEY


def put(folder: Path, kind: Kind, *, library: str = "mine", made_at: str = "2026-01-01T00:00:00Z") -> Path:
    write_bundle(
        folder,
        replace(INDEX_OF_MINE, kind=kind, library=library, made_at=made_at),
        [Member.of("a", b"x")],
        recipients=[x25519.Identity.generate().to_public()],
        private_key=KEY,
    )
    return folder


def test_the_only_bundle_of_its_kind_on_a_stick_is_meant(tmp_path):
    up, down = put(tmp_path / "up", Kind.UP), put(tmp_path / "down", Kind.DOWN)
    (tmp_path / "holiday photos").mkdir()
    assert bundle_in(tmp_path, Kind.UP) == up
    assert bundle_in(tmp_path, Kind.DOWN, library="mine") == down
    assert bundle_in(down, Kind.DOWN) == down


def test_of_the_answers_to_one_library_the_latest_counts(tmp_path):
    put(tmp_path / "z", Kind.DOWN)
    later = put(tmp_path / "a", Kind.DOWN, made_at="2026-01-02T00:00:00Z")
    put(tmp_path / "other", Kind.DOWN, library="other", made_at="2026-01-03T00:00:00Z")
    assert bundle_in(tmp_path, Kind.DOWN, library="mine") == later


def test_of_several_bundles_none_is_passed_over_in_silence(tmp_path):
    put(tmp_path / "amina", Kind.UP)
    put(tmp_path / "juma", Kind.UP, library="other")
    with pytest.raises(BundleError, match=r"2 bundles.*amina, juma"):
        bundle_in(tmp_path, Kind.UP)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_bundle_that_goes_the_other_way_is_called_that(tmp_path, kind):
    bundle = put(tmp_path / "bundle", kind)
    wanted = Kind.DOWN if kind is Kind.UP else Kind.UP
    with pytest.raises(NotABundleError, match="on its way to"):
        bundle_in(bundle, wanted)


def test_a_stick_without_a_bundle_is_told(tmp_path):
    half = put(tmp_path / "half", Kind.UP)
    (half / INDEX).write_bytes(b"{")
    with pytest.raises(NotABundleError, match="no whole bundle"):
        bundle_in(tmp_path, Kind.UP)
    with pytest.raises(NotABundleError):
        bundle_in(tmp_path / "nowhere", Kind.DOWN)
