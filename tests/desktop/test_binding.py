"""Qt's binding for Python gives references back as it takes them.

A version of it took one of ``None`` away with every call that returns nothing. Where ``None`` can be used up,
as in Python 3.11, the program then ended without a word after some minutes.
"""

import sys

import pytest
from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

CALLS = 500
ALLOWED = 50
"""References that come and go for other reasons meanwhile."""


@pytest.mark.parametrize(
    ("make", "call"),
    [
        (QLineEdit, lambda field: field.setText("word")),
        (QLabel, lambda label: label.setText("word")),
        (QWidget, lambda widget: widget.resize(QSize(5, 5))),
        (QWidget, lambda widget: widget.isVisible()),
        (QObject, lambda thing: thing.setObjectName("name")),
        (QTimer, lambda timer: timer.setInterval(5)),
        (QTimer, lambda timer: timer.isActive()),
        (QTimer, lambda timer: timer.timeout.emit()),
    ],
)
def test_calls_leave_the_references_of_constants_as_they_were(qtbot, make, call):
    made = make()
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for _ in range(CALLS):
        call(made)
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    assert [abs(b - a) < ALLOWED for a, b in zip(before, after, strict=True)] == [True] * 3
    made.deleteLater()
