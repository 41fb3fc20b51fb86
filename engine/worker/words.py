"""``python -m engine.worker.words``: makes vectors of words, by which a window finds photos.

The window never runs a model. It keeps this program open while somebody searches, writes a line of JSON for
each search, ``{"id", "words", "pack"}``, and gets one back: ``{"id", "result": {"pack", "vector"}}`` or
``{"id", "error": {"code", "what", "which", "remedy"}}``. Without words it is told the pack alone, and nothing
is opened. Whoever types on does not want the earlier words any more: of several that wait, the last is
answered and the others are told to be cancelled. The program ends when its input does, or when nobody has
searched for a while. It must never know a library's documents.
"""

import json
import logging
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import IO, Any, Protocol, TextIO

from engine.answer import AnswerTask
from engine.errors import BadInputError, CancelledError, ExitCode, SandukuError
from engine.settings import Places, load_settings
from engine.worker.threads import ONE_THREAD

KEEP_SECONDS = 120.0
"""How long the program waits for another search."""
LONGEST_WORDS = 1000
"""Letters; no model heeds more."""

log = logging.getLogger(__name__)


class Embeds(Protocol):
    """What makes vectors of words; :class:`engine.pipeline.answering.Answering` is meant."""

    def embed_words(self, words: str, *, pack: str | None = None) -> Any:  # noqa: ANN401 - a PageVector
        """Return the vector of some words, with the id of the pack that made it."""

    def pack_id(self, task: str, wishes: dict[str, Any]) -> str:
        """Return the id of the pack that would do it."""

    def close(self) -> None:
        """Let the model go."""


class WordsError(BadInputError):
    """A line is no search."""

    code = "words.search"


def main(
    *,
    heard: IO[bytes] | None = None,
    out: TextIO | None = None,
    make: Callable[[], Embeds] | None = None,
    keep_seconds: float = KEEP_SECONDS,
) -> int:
    """Answer searches until there are no more; return an exit code.

    Args:
        heard: Where searches come from; standard input by default.
        out: Where answers go; standard output by default.
        make: Makes what embeds words; that of this user's packs by default.
        keep_seconds: How long to wait for another search.
    """
    waiting: queue.Queue[bytes | None] = queue.Queue()
    # Without a buffer: a thread that waits within one keeps some versions of Python from ending.
    source = heard or open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115 - never closed

    def listen() -> None:
        for line in iter(source.readline, b""):
            waiting.put(line)
        waiting.put(None)

    threading.Thread(target=listen, name="searches", daemon=True).start()
    told = out or sys.stdout
    embeds: Embeds | None = None
    try:
        for search, wanted in _searches(waiting, keep_seconds):
            try:
                if not wanted:
                    raise CancelledError("Another search came after it.")
                if embeds is None:
                    embeds = (make or _of_this_user)()
                answer: dict[str, Any] = {"result": _answered(embeds, search)}
            except SandukuError as error:
                answer = {"error": error.to_json()}
            except Exception as error:
                log.exception("this should not happen")
                what = f"A fault in Sanduku itself: {type(error).__name__}."
                answer = {"error": {"code": "bug", "what": what, "which": None, "remedy": ""}}
            told.write(json.dumps({"id": search.get("id"), **answer}) + "\n")
            told.flush()
    finally:
        if embeds is not None:
            embeds.close()
    return ExitCode.OK


def _searches(
    waiting: "queue.Queue[bytes | None]", keep_seconds: float
) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield each search, and whether nobody has searched for something else since."""
    ended = False
    while not ended:
        try:
            lines = [waiting.get(timeout=keep_seconds)]
            while True:
                try:
                    lines.append(waiting.get_nowait())
                except queue.Empty:
                    break
        except queue.Empty:
            return
        ended = lines[-1] is None
        searches = [_search(line) for line in lines if line is not None and line.strip()]
        last = max((at for at, each in enumerate(searches) if each.get("words") is not None), default=-1)
        for at, each in enumerate(searches):
            yield each, each.get("words") is None or at == last


def _search(line: bytes) -> dict[str, Any]:
    """Return a line as a search; one that cannot be understood gives what :func:`_answered` refuses."""
    try:
        search = json.loads(line)
    except ValueError:
        search = None
    return search if isinstance(search, dict) else {"words": 0}


def _answered(embeds: Embeds, search: dict[str, Any]) -> dict[str, str | None]:
    from engine.library import vector_to_text  # brings numpy, which must be told its threads first

    words, pack = search.get("words"), search.get("pack")
    if not isinstance(words, str | None) or not isinstance(pack, str | None):
        raise WordsError("This is no search for photos.", remedy="Say what the photo shows.")
    if words is None:
        return {"pack": embeds.pack_id(AnswerTask.EMBED, {"pack": pack}), "vector": None}
    sought = " ".join(words.split())
    if not sought:
        raise WordsError("There is no word to search for.", remedy="Say what the photo shows.")
    if len(sought) > LONGEST_WORDS:
        raise WordsError(
            f"The search has {len(sought)} letters; {LONGEST_WORDS} is the most.", remedy="Use fewer words."
        )
    made = embeds.embed_words(sought, pack=pack)
    return {"pack": made.pack_id, "vector": vector_to_text(made.vector)}


def _of_this_user() -> Embeds:
    from engine.pipeline.answering import Answering  # brings ONNX Runtime

    places = Places.of_this_user()
    return Answering(load_settings(places.settings), places)


if __name__ == "__main__":
    os.environ.update(ONE_THREAD)
    sys.exit(main())
