"""Does the same work for many things on several threads at once, and can be stopped between any two."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHECK_SECONDS = 0.05
"""How often the caller's check is called while the threads work."""


class Threads:
    """Threads that work is shared among. Native code that lets go of the interpreter gains by it.

    Attributes:
        count: How many there are.
        limit: How many of them may be used just now, from 1 to ``count``.
    """

    def __init__(self, count: int = 1) -> None:
        """Make them; a single one is the caller's own.

        Args:
            count: At least 1.
        """
        self.count = count
        self.limit = count
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="reading") if count > 1 else None

    def map(
        self,
        work: Callable[[Item], Result],
        items: Sequence[Item],
        *,
        check: Callable[[], None] = lambda: None,
        size: Callable[[Item], float] | None = None,
    ) -> list[Result]:
        """Return what the work gives for each item, in their order.

        Args:
            work: Must be safe to run on several threads at once.
            items: What to do it for.
            check: Called in the caller's thread now and then; what it raises ends the work after the items in
                hand.
            size: How much work an item is. On several threads the largest are begun first, so that none of
                them is left for one thread while the others have nothing more to do.
        """
        runners = min(self.limit, len(items))
        if self._pool is None or runners < 2:
            results = []
            for item in items:
                check()
                results.append(work(item))
            return results
        waiting = deque(enumerate(items))
        if size is not None:
            waiting = deque(sorted(waiting, key=lambda numbered: -size(numbered[1])))
        done: dict[int, Result] = {}

        def run() -> None:
            while True:
                try:
                    index, item = waiting.popleft()
                except IndexError:
                    return
                done[index] = work(item)

        futures = [self._pool.submit(run) for _ in range(runners)]
        try:
            unfinished = set(futures)
            while unfinished:
                check()
                finished, unfinished = wait(unfinished, CHECK_SECONDS, return_when="FIRST_EXCEPTION")
                for future in finished:
                    future.result()
        finally:
            # Nothing may still be looking at the page when the caller goes on.
            waiting.clear()
            wait(futures)
        return [done[index] for index in range(len(items))]

    def start(self, work: Callable[[], Result]) -> Callable[[], Result]:
        """Begin something beside other work, and return what waits for its result.

        Args:
            work: Done on one of the threads; where only one may be used, when its result is asked for.
        """
        if self._pool is None or self.limit < 2:
            return work
        return self._pool.submit(work).result

    def close(self) -> None:
        """Let the threads go."""
        if self._pool is not None:
            self._pool.shutdown()
