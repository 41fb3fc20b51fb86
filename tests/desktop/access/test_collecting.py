"""What belongs to Qt is freed in the window's thread, whoever makes the next object."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from desktop.access.collecting import Collecting


@pytest.fixture
def collecting(qapp):
    made = Collecting()
    yield made
    made.close()


class Circle(QObject):
    """Refers to itself, and tells where it is freed."""

    def __init__(self, freed):
        super().__init__()
        self.itself, self.freed = self, freed

    def __del__(self):
        self.freed.append(threading.current_thread())


def make_much():
    """Make so many objects that Python would collect."""
    return [[number] for number in range(20_000)]


def test_nothing_is_freed_in_another_thread(collecting):
    freed = []
    Circle(freed)
    thread = threading.Thread(target=make_much)
    thread.start()
    thread.join()
    assert freed == []
    kept = make_much()
    collecting.look()
    assert freed == [threading.main_thread()]
    assert kept


def test_it_looks_by_itself(qtbot, collecting):
    freed = []
    Circle(freed)
    kept = make_much()
    qtbot.waitUntil(lambda: bool(freed))
    assert kept


def test_old_objects_are_looked_at_when_young_ones_were_often_enough(monkeypatch, collecting):
    looked = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", looked.append)
    for counts in ((0, 0, 0), (701, 0, 0), (701, 11, 0), (701, 11, 11), (0, 0, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        collecting.look()
    assert looked == [0, 1, 2, 2]


def test_python_collects_again_when_it_is_closed(qapp):
    before = gc.isenabled()
    gc.enable()
    made = Collecting()
    assert not gc.isenabled()
    made.close()
    assert gc.isenabled()
    if not before:
        gc.disable()
