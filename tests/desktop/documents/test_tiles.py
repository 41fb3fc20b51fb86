"""Tiles lie where they are reckoned to lie, in both directions, and cost nothing that is not seen."""

import pytest
from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from desktop.documents.tiles import TileView

TILE = QSize(100, 80)
Flag = QItemSelectionModel.SelectionFlag


class Numbers(QAbstractListModel):
    """Counts what it is asked."""

    def __init__(self, count):
        super().__init__()
        self.count, self.asked = count, 0

    def rowCount(self, parent=None):  # noqa: N802 - Qt's
        self.asked += 1
        return 0 if parent is not None and parent.isValid() else self.count

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked += 1
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    def add(self, number):
        self.beginInsertRows(QModelIndex(), 0, number - 1)
        self.count += number
        self.endInsertRows()


@pytest.fixture
def make(qtbot):
    def made(count, *, mirrored=False):
        view = TileView()
        qtbot.addWidget(view)
        view.numbers = Numbers(count)
        if mirrored:
            view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        view.setFrameShape(view.Shape.NoFrame)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setGridSize(TILE)
        view.setModel(view.numbers)
        view.resize(450, 300)
        view.show()
        qtbot.waitExposed(view)
        qtbot.wait(1)
        return view

    return made


def chosen(view):
    return sorted(index.row() for index in view.selectionModel().selectedIndexes())


@pytest.mark.parametrize(("mirrored", "left"), [(False, 100), (True, 250)])
def test_tiles_lie_row_by_row_from_where_a_line_begins(make, mirrored, left):
    view = make(10, mirrored=mirrored)
    assert view.in_row == 4
    assert view.visualRect(view.numbers.index(5)) == QRect(QPoint(left, 80), TILE)
    for row in range(10):
        assert view.indexAt(view.visualRect(view.numbers.index(row)).center()).row() == row
    beyond = QPoint(20 if mirrored else 430, 40)
    assert not view.indexAt(beyond).isValid()
    assert not view.indexAt(view.visualRect(view.numbers.index(9)).center() + QPoint(0, 80)).isValid()


def test_fifty_thousand_tiles_are_not_asked_one_by_one(make):
    view = make(50_000)
    view.grab()
    assert view.numbers.asked < 2500
    assert view.verticalScrollBar().maximum() == 12_500 * 80 - 300
    view.numbers.asked = 0
    view.numbers.add(1)
    view.scrollToBottom()
    view.grab()
    assert view.rows_in_view().stop == 50_001
    assert view.numbers.asked < 2500


def test_an_entry_is_brought_into_sight_no_further_than_it_needs(make):
    view = make(1000)
    bar = view.verticalScrollBar()
    view.scrollTo(view.numbers.index(5))
    assert bar.value() == 0
    view.scrollTo(view.numbers.index(100))
    assert bar.value() == 26 * 80 - 300
    view.scrollTo(view.numbers.index(40))
    assert bar.value() == 10 * 80
    view.scrollTo(view.numbers.index(400), QAbstractItemView.ScrollHint.PositionAtTop)
    assert bar.value() == 100 * 80
    assert view.rows_in_view() == range(400, 416)


@pytest.mark.parametrize("mirrored", [False, True])
def test_keys_lead_from_tile_to_tile(make, mirrored):
    view = make(10, mirrored=mirrored)
    view.setFocus()
    view.setCurrentIndex(view.numbers.index(0))
    onward, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if mirrored else (Qt.Key.Key_Right, Qt.Key.Key_Left)
    for key, place in (
        (onward, 1), (Qt.Key.Key_Down, 5), (Qt.Key.Key_Down, 9), (Qt.Key.Key_Down, 9), (back, 8),
        (Qt.Key.Key_Up, 4), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Up, 0), (back, 0), (Qt.Key.Key_End, 9),
        (onward, 9), (Qt.Key.Key_Up, 5), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_PageDown, 9),
    ):  # fmt: skip
        QTest.keyClick(view, key)
        assert view.currentIndex().row() == place
        assert chosen(view) == [place]


def test_keys_and_clicks_with_shift_choose_all_between(make):
    view = make(10)
    middle = [view.visualRect(view.numbers.index(row)).center() for row in range(10)]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle[6])
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, pos=middle[1]
    )
    assert chosen(view) == [1, 2, 3, 4, 5, 6]
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=middle[9]
    )
    assert chosen(view) == [1, 2, 3, 4, 5, 6, 9]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle[2])
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(view) == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("mirrored", [False, True])
def test_what_is_drawn_with_the_mouse_chooses_the_tiles_that_it_touches(make, monkeypatch, mirrored):
    view = make(10, mirrored=mirrored)
    monkeypatch.setattr(view, "state", lambda: QAbstractItemView.State.DragSelectingState)
    left = view.viewport().width() - 250 if mirrored else 150
    view.setSelection(QRect(left, 40, 100, 80), Flag.ClearAndSelect)
    assert chosen(view) == [1, 2, 5, 6]
    beside = QRect(0 if mirrored else 410, 0, 20, 100)
    view.setSelection(beside, Flag.ClearAndSelect)
    assert chosen(view) == []


def test_letters_look_for_no_name(make):
    view = make(50_000)
    view.setFocus()
    view.numbers.asked = 0
    QTest.keyClick(view, Qt.Key.Key_X)
    assert view.numbers.asked < 500
