"""A version has come up once it has opened a library; only its own faults count against it."""

from pathlib import Path

import pytest

from engine.errors import DiskFullError
from engine.library import (
    CorruptLibraryError,
    LibraryLockedError,
    LibraryTooNewError,
    MigrationFailedError,
    latest_schema,
    open_library,
    standing_of,
)
from engine.settings import LibrarySettings
from engine.updates.handover import STARTED_AS
from engine.updates.opening import judged, judged_to_the_end


@pytest.fixture
def begun(home, monkeypatch) -> Path:
    """The mark of a start that was handed over to, and one that failed before."""
    starts = home / "programs" / "starts" / "77.1.0"
    starts.mkdir(parents=True)
    for name in ("1", "77"):
        (starts / name).touch()
    monkeypatch.setenv(STARTED_AS, str(starts / "77"))
    return starts / "77"


def marks(begun: Path) -> set[str]:
    return {each.name for each in begun.parent.iterdir()}


def test_a_library_that_opens_forgets_all_failures(begun):
    with judged_to_the_end():
        assert marks(begun) == {"1", "77"}
    assert marks(begun) == set()


def test_where_the_window_must_stand_too_the_start_is_still_under_way(begun):
    with judged():
        pass
    assert marks(begun) == {"1", "77"}


@pytest.mark.parametrize(
    "error", [DiskFullError, CorruptLibraryError, LibraryLockedError, LibraryTooNewError]
)
def test_what_the_version_before_would_not_do_better_is_no_failure_of_this_one(begun, error):
    with pytest.raises(error), judged():
        raise error("It cannot be opened.")
    assert marks(begun) == {"1"}


def test_a_person_who_stops_it_is_no_failure(begun):
    with pytest.raises(KeyboardInterrupt), judged():
        raise KeyboardInterrupt
    assert marks(begun) == {"1"}


@pytest.mark.parametrize("error", [MigrationFailedError, ZeroDivisionError])
def test_its_own_faults_count(begun, error):
    with pytest.raises(error), judged():
        raise error("nobody foresaw this")
    assert marks(begun) == {"1", "77"}


def test_a_library_that_cannot_be_brought_up_to_date_is_told_as_that_and_stays_as_it_was(
    library, monkeypatch
):
    """The last step meets something that it does not expect, as with a version that was never tried on it."""
    with monkeypatch.context() as patch:
        patch.setattr("engine.library.migrations._version", lambda connection: 8)
        with pytest.raises(MigrationFailedError, match="as it was") as failed:
            open_library(library.folder, data_key=library.key, settings=LibrarySettings(ballast_megabytes=0))
    assert "sanduku update rollback" in failed.value.remedy
    assert standing_of(library.folder, library.key).schema == latest_schema()
    open_library(library.folder, data_key=library.key, settings=LibrarySettings(ballast_megabytes=0)).close()


def test_damage_that_is_met_on_the_way_is_told_as_that(library, monkeypatch):
    """Else the version would be given up for it, and the one before would do no better."""

    def meet_damage(_sql):
        raise CorruptLibraryError("The database is damaged.")

    monkeypatch.setattr("engine.library.migrations._version", lambda connection: 8)
    monkeypatch.setattr("engine.library.migrations.statements", meet_damage)
    with pytest.raises(CorruptLibraryError):
        open_library(library.folder, data_key=library.key, settings=LibrarySettings(ballast_megabytes=0))
