"""Shows how far an old library is brought up to date while it is opened.

That is seldom needed, and every command opens a library: nothing is drawn before there is something to tell.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from engine.progress import Progress

if TYPE_CHECKING:
    from rich.status import Status

EVERY = 50
"""Pages between two drawings."""


class UpgradeShown:
    """Draws the progress of bringing a library up to date."""

    def __init__(self, console: Console, shown: ExitStack) -> None:
        """Draw on a console until ``shown`` is closed."""
        self._console = console
        self._shown = shown
        self._status: Status | None = None

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Draw how far it is."""
        del total
        if self._status is None:
            self._status = self._shown.enter_context(self._console.status(label))
        elif done % EVERY == 0:
            self._status.update(label)


@contextmanager
def upgrade_shown(console: Console) -> Iterator[Progress]:
    """Show on a console what a library tells while it is opened, if somebody watches it."""
    with ExitStack() as shown:
        yield UpgradeShown(console, shown)
