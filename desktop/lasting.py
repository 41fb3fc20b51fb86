"""Keeps Python's own constants alive under a Qt binding that takes more of them than it gave.

PySide6 6.12 on Python 3.11 lowers the count of references to ``None`` with every call that returns nothing, and
the program ends in the middle of its work once the count is at zero. Since Python 3.12 these constants cannot end.
Called once at the start of every program that shows something.
"""

import ctypes
import sys

FOR_GOOD = 1 << 40
"""References that no session uses up."""


def keep_constants() -> None:
    """Give ``None``, ``True`` and ``False`` more references than can be lost, where they can end at all."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False):
        # In CPython before 3.12 an object begins with its count; nothing else writes it meanwhile.
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < FOR_GOOD:
            count.value += FOR_GOOD
