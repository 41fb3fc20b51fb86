"""A window has words made into vectors by a program that stays open, and takes the last of what was typed."""

import io
import json
import subprocess
import sys
import threading

import numpy as np
import pytest

from engine.library import vector_of_text
from engine.packs import load_pack
from engine.pipeline.answering import NoPackError, PageVector
from engine.worker import worker_environment
from engine.worker.words import main
from tests.engine.vision.handmade import write_pair


class Embedder:
    """Gives each text the vector of its length."""

    def __init__(self):
        self.asked, self.closed = [], False

    def embed_words(self, words, *, pack=None):
        self.asked.append(words)
        if pack == "none":
            raise NoPackError("There is none.", remedy="Install one.")
        return PageVector(np.array([len(words), 0], np.float32), "pair-1-abc")

    def pack_id(self, task, wishes):
        assert task == "embed"
        return f"{wishes['pack'] or 'pair'}-1-abc"

    def close(self):
        self.closed = True


def search(*lines, embedder=None):
    """Return the answers to lines that come one after the other, each once the one before is answered."""
    given, out = embedder or Embedder(), Told()
    assert main(heard=Typed(lines, out), out=out, make=lambda: given) == 0
    assert given.closed or not given.asked
    return out.answers, given


class Told(io.StringIO):
    """Counts the answers."""

    def __init__(self):
        super().__init__()
        self.answered = threading.Semaphore(0)

    def flush(self):
        self.answered.release()

    @property
    def answers(self):
        return [json.loads(line) for line in self.getvalue().splitlines()]


class Typed:
    """Gives each line after the answer to the one before; lines of a list come at once."""

    def __init__(self, lines, out):
        self.lines, self.out, self.due = list(lines), out, 0

    def readline(self):
        for _ in range(self.due):
            assert self.out.answered.acquire(timeout=20)
        self.due = 0
        if not self.lines:
            return b""
        line = self.lines.pop(0)
        together = line if isinstance(line, list) else [line]
        self.due = len(together)
        return b"".join(each if isinstance(each, bytes) else as_line(each) for each in together)


def as_line(search):
    return json.dumps(search).encode() + b"\n"


def test_words_become_a_vector_of_the_usual_pack():
    (answer,), embedder = search({"id": 7, "words": "  a flooded \n road ", "pack": None})
    assert answer["id"] == 7
    assert answer["result"]["pack"] == "pair-1-abc"
    assert vector_of_text(answer["result"]["vector"]).tolist() == [14, 0]
    assert embedder.asked == ["a flooded road"]


def test_without_words_the_pack_is_told_and_no_model_asked():
    (answer,), embedder = search({"id": 1, "words": None, "pack": "other"})
    assert answer == {"id": 1, "result": {"pack": "other-1-abc", "vector": None}}
    assert embedder.asked == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"not JSON\n", "words.search"),
        (b"[1]\n", "words.search"),
        ({"id": 1, "words": 3}, "words.search"),
        ({"id": 1, "words": "   "}, "words.search"),
        ({"id": 1, "words": "a" * 1001}, "words.search"),
        ({"id": 1, "words": "a", "pack": 1}, "words.search"),
        ({"id": 1, "words": "a", "pack": "none"}, "vision.no-pack"),
    ],
)
def test_what_cannot_be_searched_is_told_and_the_next_search_is_answered(line, code):
    (refused, answer), _ = search(line, {"id": 2, "words": "a flood"})
    assert refused["error"]["code"] == code
    assert refused["error"]["remedy"]
    assert answer["result"]["vector"]


def test_a_fault_is_told_and_the_next_search_is_answered(caplog):
    class Faulty(Embedder):
        def embed_words(self, words, *, pack=None):
            if words == "bad":
                raise ZeroDivisionError
            return super().embed_words(words, pack=pack)

    (fault, answer), _ = search({"id": 1, "words": "bad"}, {"id": 2, "words": "good"}, embedder=Faulty())
    assert fault["error"]["code"] == "bug"
    assert answer["result"]["vector"]
    assert "ZeroDivisionError" in caplog.text


def test_of_several_searches_that_wait_the_last_is_answered():
    typed = threading.Event()

    class Slow(Embedder):
        def embed_words(self, words, *, pack=None):
            assert typed.wait(20)
            return super().embed_words(words, pack=pack)

    class Typing(Typed):
        def readline(self):
            self.due = 0  # nobody waits for an answer before typing on
            line = super().readline()
            if not line:
                typed.set()
            return line

    embedder, out = Slow(), Told()
    lines = [{"id": at, "words": f"word {at}"} for at in range(4)]
    assert main(heard=Typing(lines, out), out=out, make=lambda: embedder) == 0
    assert embedder.asked[-1] == "word 3"
    answers = {each["id"]: each for each in out.answers}
    assert set(answers) == {0, 1, 2, 3}
    assert answers[3]["result"]["vector"]
    dropped = [each["error"]["code"] for each in answers.values() if "error" in each]
    assert dropped == ["cancelled"] * len(dropped)
    assert len(dropped) >= 2


def test_the_program_ends_when_nobody_searches_any_more():
    silent = threading.Event()

    class Silent:
        def readline(self):
            silent.wait(20)
            return b""

    assert main(heard=Silent(), out=Told(), make=Embedder, keep_seconds=0.01) == 0
    silent.set()


def test_the_real_program_searches_with_a_real_pair_of_encoders(places):
    file = write_pair(places.packs / "pair").folder / "pack.json"
    manifest = {**json.loads(file.read_text(encoding="utf-8")), "tasks": ["embed"]}
    file.write_text(json.dumps(manifest), encoding="utf-8")
    given = as_line({"id": 1, "words": "a flood", "pack": None}) + as_line({"id": 2, "words": None})
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "engine.worker.words"],
        input=given,
        capture_output=True,
        check=True,
        timeout=60,
        env={**worker_environment(), "SANDUKU_HOME": str(places.data)},
    )
    first, second = (json.loads(line) for line in ended.stdout.splitlines())
    pack = load_pack(file.parent)
    assert first["result"]["pack"] == second["result"]["pack"] == pack.id
    assert np.linalg.norm(vector_of_text(first["result"]["vector"])) == pytest.approx(1, abs=1e-5)
