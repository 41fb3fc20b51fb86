"""Watches something that runs for long: tells when a step takes too long, and where each thread is then."""

import faulthandler
import os
import sys
import threading
import time
from collections.abc import Callable

LOOK_SECONDS = 0.5
STUCK = 3
"""The program's exit code when a step did not end at all."""


class Watch:
    """Looks from a thread of its own; if even that gets no turn, the interpreter's own watchdog does."""

    def __init__(
        self,
        told: Callable[[], str],
        *,
        slow_seconds: float,
        stuck_seconds: float,
        end: Callable[[int], object] = os._exit,
    ) -> None:
        """Begin to watch.

        Args:
            told: What was done before; printed with the stacks.
            slow_seconds: After so much of the processor's time, whatever else the machine does, it is told
                with the stacks of all threads.
            stuck_seconds: After so long, the program is ended.
            end: Ends it with an exit code, without any cleaning up that might wait too.
        """
        self._told, self._slow, self._stuck, self._end = told, slow_seconds, stuck_seconds, end
        self._since, self._spent = time.monotonic(), time.process_time()
        self._is_told = False
        self.slow_steps = 0
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watch", daemon=True)
        self._thread.start()

    def beat(self) -> None:
        """A step begins."""
        self._since, self._spent, self._is_told = time.monotonic(), time.process_time(), False

    def close(self) -> None:
        """Watch no more."""
        self._closed.set()
        self._thread.join()
        faulthandler.cancel_dump_traceback_later()

    def _look(self) -> None:
        while not self._closed.wait(LOOK_SECONDS):
            # Set anew at each look: it fires when no Python thread gets a turn any more, this one included.
            faulthandler.dump_traceback_later(self._stuck, exit=True, file=sys.__stderr__)
            waited, spent = time.monotonic() - self._since, time.process_time() - self._spent
            if spent >= self._slow and not self._is_told:
                self._is_told = True
                self.slow_steps += 1
                self._dump(f"A step takes more than {self._slow:g} s of the processor.")
            if waited >= self._stuck:
                self._dump(f"A step did not end in {self._stuck:g} s.")
                self._end(STUCK)
                return

    def _dump(self, words: str) -> None:
        print(f"{words}\n{self._told()}", flush=True)
        faulthandler.dump_traceback(file=sys.__stderr__, all_threads=True)
