"""The short version of ``python -m benchmarks.torture_worker``: nothing that was acknowledged is lost."""

import shutil
from contextlib import closing

from benchmarks.torture_worker import Torture


def test_killing_the_adding_process_and_real_workers_loses_nothing(tmp_path, samples, ready_places):
    few = tmp_path / "few"
    few.mkdir()
    for name in ("receipt.jpg", "id-card-mrz.jpg"):
        shutil.copy(samples / name, few / name)
    with closing(Torture(tmp_path, samples=few, seed=20, tell=lambda line: None)) as torture:
        outcome = torture.run(10)
    assert outcome.faults == ()
    assert outcome.kills == 10
    assert outcome.at_work > 0
    assert outcome.failed == 0
    assert outcome.added > 0
    assert outcome.read > 0
