"""The short version of ``python3 run.py bench torture-sync``: nothing is lost or doubled, ever."""

import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed by signals")


@pytest.mark.timeout(900)  # it starts and kills some twenty processes, one after another
def test_nothing_is_lost_whatever_is_cut_killed_copied_and_restored(tmp_path_factory, cluster):
    from benchmarks.sync_torture.torture import Torture

    events = (
        "laptop backed up", "headquarters backed up", "bundles taken", "laptop restored", "laptop copied",
        "headquarters restored",
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("torture")
    with Torture(folder, seed="suite", server=cluster, laptops=2, round_seconds=0.4) as world:
        outcome = world.run(3, events=events)
    assert outcome.faults == []
    assert min(outcome.kills["laptop"], outcome.kills["server"]) >= 3
    assert outcome.changes > 0
    assert outcome.files > 0
    assert outcome.streams >= outcome.laptops >= 2
