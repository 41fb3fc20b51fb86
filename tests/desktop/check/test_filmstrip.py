"""The strip of pages: what it shows of each, what it costs, what is told when a person goes to one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from desktop.access import Ticket
from desktop.check.canvas.film_model import FilmRole, FilmState
from desktop.check.canvas.filmstrip import Filmstrip
from engine.library import DamagedFileError, Page


class Pictures:
    """Stands for the library's images: remembers what was asked for, and gives it when told to."""

    def __init__(self):
        self.asked, self.had = {}, {}

    def kept(self, sha256, *, side=0):
        return self.had.get(sha256)

    def fetch(self, sha256, done, failed=None, *, side=0, owner=None):
        ticket = Ticket(done, failed, owner)
        self.asked[sha256] = ticket
        return ticket

    def give(self, sha256):
        image = QImage(90, 120, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        self.had[sha256] = image
        self.asked[sha256].done(image)

    @property
    def wanted(self):
        return [sha256 for sha256, ticket in self.asked.items() if not ticket.cancelled]


def pages(count, *, read=True):
    return [
        Page(f"page{n}", "document", n, f"key{n}", f"reading{n}" if read else None, 0.9, ("fr",),
             f"image{n}" if read else None, f"small{n}" if read else None)
        for n in range(count)
    ]  # fmt: skip


@pytest.fixture
def pictures():
    return Pictures()


@pytest.fixture
def strip(qtbot, theme, pictures):
    made = Filmstrip(pictures, theme)
    qtbot.addWidget(made)
    made.resize(140, 600)
    made.show()
    made.told = []
    made.page_chosen.connect(made.told.append)
    return made


def test_only_the_pages_that_are_seen_ask_for_a_picture(strip, pictures):
    strip.set_pages(pages(500))
    strip.grab()
    assert 1 <= len(pictures.asked) < 12


def test_pictures_that_were_scrolled_away_are_not_wished_for_any_more(strip, pictures):
    strip.set_pages(pages(500))
    strip.grab()
    strip.verticalScrollBar().setValue(strip.verticalScrollBar().maximum())
    strip.grab()
    assert "small0" not in pictures.wanted
    assert "small499" in pictures.wanted
    assert len(pictures.wanted) < 16


def test_a_picture_is_shown_when_it_comes(strip, pictures):
    strip.set_pages(pages(3))
    strip.grab()
    assert strip.film.index(0).data(FilmRole.PICTURE) is None
    pictures.give("small0")
    assert strip.film.index(0).data(FilmRole.PICTURE) == pictures.had["small0"]


def test_a_picture_that_is_lost_is_asked_for_once(strip, pictures):
    strip.set_pages(pages(1))
    strip.grab()
    pictures.asked["small0"].failed(DamagedFileError("The picture is damaged."))
    pictures.asked.clear()
    strip.grab()
    assert strip.film.index(0).data(FilmRole.LOST)
    assert pictures.asked == {}


def test_going_to_a_page_is_told_by_click_and_by_key(strip):
    strip.set_pages(pages(5))
    strip.set_current(0)
    QTest.mouseClick(
        strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.visualRect(strip.film.index(1)).center()
    )
    QTest.keyClick(strip, Qt.Key.Key_Down)
    QTest.keyClick(strip, Qt.Key.Key_End)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert strip.told == [1, 2, 4, 4]


def test_marking_the_page_that_is_shown_is_not_told_back(strip):
    strip.set_pages(pages(100))
    strip.set_current(80)
    assert strip.current == 80
    assert strip.visualRect(strip.film.index(80)).intersects(strip.viewport().rect())
    assert strip.told == []


def test_the_number_of_a_page_can_be_typed(strip):
    strip.set_pages(pages(30))
    strip.set_current(0)
    QTest.keyClicks(strip, "17")
    assert strip.told[-1] == 16


def test_it_says_how_it_stands_with_each_page(strip):
    made = pages(5)
    made[3] = replace(pages(4, read=False)[3])
    strip.set_pages(made)
    strip.set_doubts({"page0": 3, "page1": 0, "page2": None})
    strip.set_problems({"page4": "The picture is too dark."})
    said = [strip.film.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert said[1:] == [
        "Page 2, nothing to look at",
        "Page 3",
        "Page 4, not read yet",
        "Page 5. The picture is too dark.",
    ]
    assert said[0].startswith("Page 1, 3 line")
    states = [strip.film.index(row).data(FilmRole.STATE) for row in range(3, 5)]
    assert states == [FilmState.WAITING, FilmState.PROBLEM]
    strip.grab()


def test_a_page_that_was_read_meanwhile_changes_in_its_place(strip):
    strip.set_pages(pages(200, read=False))
    strip.set_current(150)
    place = strip.verticalScrollBar().value()
    strip.set_pages(pages(200))
    assert strip.film.index(150).data(FilmRole.STATE) == FilmState.READ
    assert (strip.current, strip.verticalScrollBar().value()) == (150, place)
    assert strip.told == []


def test_another_document_begins_anew(strip):
    strip.set_pages(pages(20))
    strip.set_current(7)
    strip.set_doubts({"page0": 3})
    strip.set_pages([replace(page, id=f"other{page.id}") for page in pages(3)])
    assert strip.film.rowCount() == 3
    assert strip.film.index(0).data(FilmRole.DOUBTS) is None
    assert strip.told == []


def test_marks_stand_where_a_line_ends(strip, qapp, theme):
    strip.set_pages(pages(1))
    strip.set_doubts({"page0": 8})

    def orange(image):
        ink = "#8a4b00"
        return [x for x in range(image.width()) for y in range(60) if image.pixelColor(x, y).name() == ink]

    left_to_right = orange(strip.grab().toImage())
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right_to_left = orange(strip.grab().toImage())
    assert min(left_to_right) > strip.width() / 2
    assert max(right_to_left) < strip.width() / 2


def test_it_stays_one_column_at_any_width(strip):
    strip.set_pages(pages(4))
    assert strip.flow() == QListView.Flow.TopToBottom
    for width in (80, 140, 300):
        strip.resize(width, 600)
        strip.grab()
        assert strip.visualRect(strip.film.index(1)).left() == strip.visualRect(strip.film.index(0)).left()
        assert strip.visualRect(strip.film.index(0)).width() <= strip.viewport().width()
    assert strip.indexAt(QPoint(10, 10)).row() == 0
