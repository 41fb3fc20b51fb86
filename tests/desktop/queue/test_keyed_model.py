from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.queue.keyed_model import KeyedModel


@dataclass(frozen=True)
class Row:
    key: str
    said: str = ""


def model():
    return KeyedModel(lambda row: (row.key, row.said))


keys = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(st.lists(keys, min_size=1, max_size=5))
def test_whatever_comes_and_goes_the_rows_are_those_given_and_chosen_ones_stay_chosen(steps):
    shown = model()
    QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = {}
    for step in steps:
        shown.set_rows([Row(key) for key in step])
        assert [row.key for row in shown.rows] == step
        for key, index in kept.items():
            assert index.isValid() == (key in step)
            assert not index.isValid() or shown.row_of(index).key == key
        kept = {key: QPersistentModelIndex(shown.place(key)) for key in step}


def test_rows_that_say_something_else_are_drawn_anew():
    shown = model()
    shown.set_rows([Row("a", "one")])
    told = []
    shown.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    shown.set_rows([Row("a", "one")])
    assert told == []
    shown.set_rows([Row("a", "two")])
    assert told == [(0, 0)]
    assert shown.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "a, two"


def test_more_is_asked_for_once():
    shown = model()
    told = []
    shown.more_wanted.connect(lambda: told.append(True))
    shown.set_rows([Row("a")], more=True)
    for _ in range(2):
        if shown.canFetchMore(QModelIndex()):
            shown.fetchMore(QModelIndex())
    assert told == [True]


def test_rows_that_are_dropped_are_told_with_the_one_after_them():
    shown = model()
    shown.draggable = True
    shown.set_rows([Row(key) for key in "abcd"])
    told = []
    shown.dropped.connect(lambda moved, before: told.append((moved, before)))
    data = shown.mimeData([shown.index(2), shown.index(0)])
    move = Qt.DropAction.MoveAction
    assert not shown.dropMimeData(data, move, 1, 0, QModelIndex())
    shown.dropMimeData(data, move, -1, -1, QModelIndex())
    shown.dropMimeData(data, move, 2, 0, QModelIndex())
    assert told == [(["a", "c"], "b"), (["a", "c"], None), (["a", "c"], "d")]
    assert [row.key for row in shown.rows] == list("abcd")
