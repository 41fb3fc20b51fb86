"""Hundreds of random things done in random order: nothing breaks, and the library stays whole."""

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from engine.geometry import Quad
from tests.desktop.check.readings import HEIGHT, WIDTH, add, form, line, picture, reading_of
from tests.desktop.elsewhere import with_library

STEPS = 150
WORDS = ("Amina", "١٢٣", "12/03/1987", "Ñandú ", "\U0001f600", " ")
ACTIONS = (
    "check.next-doubt", "check.previous-doubt", "edit.undo", "edit.redo", "check.history", "line.confirm",
    "line.read-again", "line.add", "line.split", "line.merge", "line.delete", "line.edit", "text.copy",
    "page.previous", "page.next", "page.rotate-left", "page.straighten", "page.fit", "page.zoom-in",
    "page.read-again", "line.alternative-1", "check.approve", "check.skip",
)  # fmt: skip
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Down)


def read_what_waits(library):
    pages = [form(), (line("Another", 0, 0.4), line("reading", 1)), form()]
    while job := library.jobs.claim("test", lease_seconds=60):
        if job.task == "read-region":
            library.jobs.complete_region(job, line("read again", 0))
        else:
            lines = pages[job.id % len(pages)]
            image = picture(lines)
            library.jobs.complete(job, reading_of(lines), image=image, thumbnail=image)


def type_into(field, text):
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, event)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_done_in_whatever_order_nothing_breaks(qtbot, make_view, door, seed):
    chance = random.Random(seed)
    with_library(door, lambda library: [add(library, f"{n}.png", form(), form(), form()) for n in range(3)])
    view = make_view()
    view.opened(None)
    qtbot.waitUntil(lambda: bool(view.hand.rows))

    def box():
        left, top = chance.randrange(WIDTH - 200), chance.randrange(HEIGHT - 100)
        view.canvas.box_drawn.emit(Quad.from_box(left, top, left + 180, top + 40))

    deeds = [
        *(lambda name=name: view.window_actions[name].trigger() for name in ACTIONS),
        *(lambda key=key: qtbot.keyClick(view.strip.field, key) for key in KEYS),
        *(lambda: type_into(view.strip.field, chance.choice(WORDS)) for _ in range(5)),
        lambda: view.canvas.line_activated.emit(chance.randrange(max(1, len(view.hand.rows)))),
        lambda: view.list.chosen.emit(chance.randrange(max(1, len(view.hand.rows)))),
        lambda: with_library(door, read_what_waits),
        lambda: (view.left(), view.opened(None)),
        lambda: [button.click() for button in view.notices.buttons[:1]],
        box,
    ]
    for _ in range(STEPS):
        chance.choice(deeds)()
        qtbot.wait(chance.choice((0, 0, 1, 15)))
    view.left()
    assert with_library(door, lambda library: library.check(quick=False).problems) == ()
