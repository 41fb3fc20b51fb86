"""A finished file gets its name, also where somebody looks at it for a moment."""

from pathlib import Path

import pytest

from engine.renaming import give_name


class Watched:
    """Refuses to be renamed for some tries, as Windows does while a scanner has a file open."""

    def __init__(self, path, refusals):
        self.path, self.refusals, self.tries = path, refusals, 0

    def replace(self, target):
        self.tries += 1
        if self.tries <= self.refusals:
            raise PermissionError(13, "in use", str(self.path))
        return self.path.replace(target)


@pytest.fixture
def draft(tmp_path) -> Path:
    path = tmp_path / "draft"
    path.write_bytes(b"new")
    return path


def test_a_file_of_that_name_is_replaced(draft, tmp_path):
    (tmp_path / "target").write_bytes(b"old")
    give_name(draft, tmp_path / "target")
    assert (tmp_path / "target").read_bytes() == b"new"
    assert not draft.exists()


def test_a_file_that_is_in_use_for_a_moment_gets_its_name_all_the_same(draft, tmp_path):
    watched = Watched(draft, refusals=2)
    give_name(watched, tmp_path / "target", patience=(0.0, 0.0, 0.0))
    assert watched.tries == 3
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_file_that_stays_in_use_is_told_and_stays(draft, tmp_path):
    with pytest.raises(PermissionError):
        give_name(Watched(draft, refusals=9), tmp_path / "target", patience=(0.0, 0.0))
    assert draft.read_bytes() == b"new"


def test_where_nobody_holds_files_nothing_is_waited_for(draft, tmp_path):
    watched = Watched(draft, refusals=1)
    with pytest.raises(PermissionError):
        give_name(watched, tmp_path / "target", patience=())
    assert watched.tries == 1
