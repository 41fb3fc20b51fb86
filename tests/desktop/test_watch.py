"""A step that does not end is told with what was done before, and ends the program."""

import threading

from tests.desktop import watch
from tests.desktop.watch import STUCK, Watch


def test_a_step_that_hangs_is_told_with_all_stacks_and_ends_the_program(monkeypatch, capfd):
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0.01)
    ended, is_over = [], threading.Event()

    def end(code):
        ended.append(code)
        is_over.set()

    watching = Watch(lambda: "press Enter", slow_seconds=99, stuck_seconds=2, end=end)
    watching._since -= 3
    assert is_over.wait(10)
    watching.close()
    assert ended == [STUCK]
    told = capfd.readouterr()
    assert "did not end in 2 s.\npress Enter" in told.out
    assert "test_a_step_that_hangs" in told.err


def test_a_slow_step_is_told_once_and_the_next_one_is_waited_for_anew(monkeypatch, capfd):
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0.01)
    looked = threading.Semaphore(0)

    def told():
        looked.release()
        return "click"

    watching = Watch(told, slow_seconds=50, stuck_seconds=99)
    for _ in range(2):
        watching._spent -= 60
        assert looked.acquire(timeout=10)
        watching.beat()
    watching.close()
    assert watching.slow_steps == 2
    assert capfd.readouterr().out.count("more than 50 s") == 2
