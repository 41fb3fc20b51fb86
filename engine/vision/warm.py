"""Keeps one opened model ready for the next question, and lets it go when nobody has asked for a while."""

import time
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from engine.packs import Pack


class Closes(Protocol):
    """What can be let go."""

    def close(self) -> None:
        """Let it go."""
        ...


Model = TypeVar("Model", bound=Closes)


class Warm(Generic[Model]):
    """At most one opened model: a laptop has memory for one, and questions come in groups."""

    def __init__(
        self,
        opener: Callable[[Pack, str], Model],
        *,
        idle_seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Hold nothing yet.

        Args:
            opener: Opens a precision of a pack.
            idle_seconds: How long a model is kept that nobody asks for.
            clock: Gives seconds that only ever grow.
        """
        self._opener = opener
        self._idle_seconds = idle_seconds
        self._clock = clock
        self._held: tuple[str, str] | None = None
        self._model: Model | None = None
        self._used = 0.0

    @property
    def held(self) -> tuple[str, str] | None:
        """Id of the pack and name of the precision that is open."""
        return self._held

    @property
    def model(self) -> Model | None:
        """What is open; asking for it does not keep it."""
        return self._model

    def get(self, pack: Pack, precision: str) -> Model:
        """Return the model, opened if it is not; another one is let go first: there is memory for one."""
        wanted = (pack.id, precision)
        if self._model is None or self._held != wanted:
            self.close()
            self._model = self._opener(pack, precision)
            self._held = wanted
        self._used = self._clock()
        return self._model

    def rest(self) -> bool:
        """Let the model go if nobody asked for long enough; returns whether it was let go now."""
        if self._model is None or self._clock() - self._used < self._idle_seconds:
            return False
        self.close()
        return True

    def close(self) -> None:
        """Let the model go."""
        model, self._model, self._held = self._model, None, None
        if model is not None:
            model.close()
