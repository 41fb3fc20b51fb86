"""An opened model looks, answers, remembers, estimates and stops when it is told to."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.packs import Measured, PackDamagedError, PackMissingError
from engine.runtime import ModelMemoryError
from engine.vision import (
    Ended,
    Grid,
    ImageTextModel,
    Limits,
    LookingCancelledError,
    PackUnfitError,
    ProfileUnknownError,
)
from engine.vision.pace import Pace
from tests.engine.vision.handmade import hungry, picture, write_pack

ROOT = Path(__file__).resolve().parents[3]
FIVE = Grid(2, 2, whole=True)


@pytest.fixture
def model(tmp_path):
    return ImageTextModel.open(write_pack(tmp_path))


def test_it_tells_what_it_is(model):
    facts = model.facts
    assert (facts.family, facts.precision, facts.context) == ("embed-merge", "fp32", 400)
    assert facts.tasks == ("describe", "ask")
    assert facts.profiles == {"fast": 1, "detailed": 5}
    assert set(facts.providers.values()) == {"cpu"}
    assert facts.load_seconds > 0


def test_a_picture_is_looked_at_once_for_each_profile(model, monkeypatch):
    looks = []
    look = model._family.eye.look
    monkeypatch.setattr(model._family.eye, "look", lambda *given: looks.append(1) or look(*given))
    for key, profile in [("a", "fast"), ("a", "fast"), ("a", "detailed"), ("b", "fast"), ("a", "fast")]:
        model.see(picture(), key=key, profile=profile)
    assert len(looks) == 3
    assert model.see(picture(), key="a", profile="fast").seconds == 0


def test_an_unknown_profile_is_told_with_those_there_are(model):
    with pytest.raises(ProfileUnknownError, match="detailed, fast"):
        model.see(picture(), key="a", profile="endless")


def test_looking_stops_between_two_tiles(model):
    asked = iter(range(100))
    with pytest.raises(LookingCancelledError):
        model.see(picture(), key="a", profile="detailed", cancel=lambda: next(asked) >= 2)
    assert next(asked) == 3
    assert model.see(picture(), key="a", profile="detailed").features.shape[0] == 5


def test_answering_stops_before_the_prompt_is_taken_in(model):
    seen = model.see(picture(), key="a", profile="fast")
    made = model.generate(seen, "What?", cancel=lambda: True)
    assert (made.text, made.tokens, made.ended) == ("", (), Ended.CANCELLED)
    assert model.generate(seen, "What?", limits=Limits(5)).tokens


def test_answering_stops_within_one_token_and_keeps_what_was_said(model):
    seen = model.see(picture(), key="a", profile="fast")
    whole = model.generate(seen, "What?", limits=Limits(12))
    shown = []
    made = model.generate(
        seen, "What?", limits=Limits(12), on_text=shown.append, cancel=lambda: len(shown) >= 3
    )
    assert made.ended is Ended.CANCELLED
    assert made.tokens == whole.tokens[: len(made.tokens)]
    assert len(shown) == 3
    assert model.generate(seen, "What?", limits=Limits(12)).tokens == whole.tokens


def test_a_task_asks_in_the_packs_own_words(model):
    seen = model.see(picture(), key="a", profile="fast")
    own = model.generate(seen, "", task="describe.short", limits=Limits(12))
    assert own.tokens == model.generate(seen, "What is this?", limits=Limits(12)).tokens
    filled = model.generate(seen, "name", task="extract", limits=Limits(12))
    assert filled.tokens == model.generate(seen, "Fill in: name", limits=Limits(12)).tokens


def test_the_packs_own_number_of_beams_is_used(tmp_path):
    def two(part):
        part["beams"] = 2

    plain, with_beams = (
        ImageTextModel.open(write_pack(tmp_path / "1")),
        ImageTextModel.open(write_pack(tmp_path / "2", tweak=two)),
    )
    limits = Limits(8)
    wanted = plain.generate(None, "What?", limits=limits, beams=2).tokens
    assert with_beams.generate(None, "What?", limits=limits).tokens == wanted
    assert (
        with_beams.generate(None, "What?", limits=limits, beams=1).tokens
        == plain.generate(None, "What?", limits=limits).tokens
    )


def test_a_prompt_without_a_place_for_each_vector_is_told(tmp_path):
    def forget(part):
        part["prompt"]["turn"] = "{question}{image}<image>"

    model = ImageTextModel.open(write_pack(tmp_path, tweak=forget))
    seen = model.see(picture(), key="a", profile="fast")
    with pytest.raises(PackUnfitError):
        model.generate(seen, "What?")


def test_a_changed_file_is_told_before_it_is_run(tmp_path):
    pack = write_pack(tmp_path)
    path = tmp_path / "vision.onnx"
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(PackDamagedError, match=r"vision\.onnx"):
        ImageTextModel.open(pack)


def test_a_precision_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PackMissingError, match="int2"):
        ImageTextModel.open(write_pack(tmp_path), precision="int2")


def test_estimates_come_from_the_manifest_until_something_was_measured():
    assert Pace(None).estimate(FIVE, 100, 10).seconds is None
    pace = Pace(Measured(10**9, 1.0, 2.0, 100.0, 10.0))
    told = pace.estimate(FIVE, 100, 10)
    assert told.seconds == pytest.approx(5 * 2 + 1 + 1)
    assert told.peak_bytes == 10**9
    assert not told.measured_here
    pace.looked(2, 1.0)
    pace.took_in(100, 1.0)
    pace.wrote(10, 2.0)
    here = pace.estimate(FIVE, 100, 10)
    assert here.seconds == pytest.approx(2.5 + 1 + 2)
    assert here.measured_here
    pace.wrote(2, 100.0)
    assert pace.estimate(FIVE, 100, 10) == here


def test_an_estimate_counts_the_tiles_that_will_be_looked_at(model):
    assert model.estimate((160, 120), "fast").tiles == 1
    assert model.estimate((160, 120), "detailed").tiles == 5
    seen = model.see(picture(), key="a", profile="detailed")
    model.generate(seen, "What is there to be seen here?", limits=Limits(20))
    assert model.estimate((160, 120), "detailed").seconds > 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process so")
@pytest.mark.parametrize("what", ["looking", "answering"])
def test_too_little_memory_is_told_as_that_and_the_model_goes_on_afterwards(tmp_path, what):
    """A process of its own is given hardly more memory than it holds, and asks for much."""
    write_pack(
        tmp_path,
        tweak=lambda part: part.update(context=40_000_000),
        redo=lambda folder: hungry(folder / "vision.onnx"),
    )
    script = """
import json, resource, sys
from engine.errors import SandukuError
from engine.packs import load_pack
from engine.vision import ImageTextModel, Limits, families
from pathlib import Path
from tests.engine.vision.handmade import picture
model = ImageTextModel.open(load_pack(Path(sys.argv[1])))
before = model.generate(None, "What?", limits=Limits(5)).tokens
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 150_000_000, resource.RLIM_INFINITY))
try:
    if sys.argv[2] == "looking":
        model.see(picture(), key="a", profile="fast")
    else:
        families.ANSWER_ROOM = 30_000_000
        model.generate(None, "What?", limits=Limits(5))
except SandukuError as error:
    told = {"code": error.code, "remedy": error.remedy}
families.ANSWER_ROOM = 256
resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
told["same"] = model.generate(None, "What?", limits=Limits(5)).tokens == before
print(json.dumps(told))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), what],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["code"] == ModelMemoryError.code
    assert told["remedy"]
    assert told["same"]


def test_a_closed_model_lets_everything_go(model):
    model.see(picture(), key="a", profile="fast")
    model.close()
    assert not hasattr(model, "_family")
