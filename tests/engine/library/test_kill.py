"""Processes killed at any moment lose and double nothing; ``benchmarks.torture`` is the long run."""

import pytest

from benchmarks.torture import torture


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "in-the-clear"])
def test_nothing_acknowledged_is_lost_or_doubled_by_kills(tmp_path, encrypted):
    outcome = torture(tmp_path / "library", kills=9, seed=11, tell=lambda _line: None, encrypted=encrypted)
    assert outcome.faults == ()
    assert outcome.kills == 9
    assert outcome.added > 0
