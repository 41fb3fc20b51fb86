"""Waiting for what will happen, however busy the machine is that tests."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 60_000
"""Milliseconds; a wait that succeeds takes none of them."""


class PatientBot(QtBot):
    """A bot that never gives up on a condition before a loaded machine had a chance to fulfil it."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802 - pytest-qt's name
        """Wait until something holds."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **options: Any) -> Any:  # noqa: N802
        """Wait for a signal; where it may stay away, as with ``assertNotEmitted``, no longer than is said."""
        patience = PATIENCE if options.get("raising") is not False else timeout
        return super().waitSignal(signal, timeout=max(timeout, patience), **options)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE, **options: Any) -> Any:  # noqa: N802
        """Wait for several signals."""
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE), **options)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        """Wait until a window has the keyboard."""
        return super().waitActive(widget, timeout=max(timeout, PATIENCE))

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        """Wait until a window is shown."""
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))
