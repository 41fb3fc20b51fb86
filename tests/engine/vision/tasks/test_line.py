"""A model's reading of a line is a doubtful proposal, never more."""

import pytest

from engine.geometry import Quad
from engine.vision import Ended
from engine.vision.tasks.line import HIGHEST, MODEL_READ, read_line
from engine.vision.tasks.speaking import Manner

from .conftest import ScriptedModel

BOX = Quad.from_box(10, 20, 90, 40)


def test_the_piece_around_the_line_is_read_and_always_doubted(form):
    model = ScriptedModel(["Amina  Yusuf"])
    line = read_line(model, form, BOX, manner=Manner())
    assert (line.text, line.quad, line.engine, line.script) == ("Amina Yusuf", BOX, "smol-vlm", "Latn")
    assert line.doubts == (MODEL_READ,)
    assert line.confidence == pytest.approx(0.5)
    assert line.confidence <= HIGHEST
    key, _, shape = model.looked[0]
    assert key != form.key
    assert shape == (35, 95, 3)


@pytest.mark.parametrize(("text", "ended"), [("", Ended.STOP), ("a a a", Ended.LOOP), ("abc", Ended.LENGTH)])
def test_nothing_is_read_where_the_model_says_nothing_whole(form, text, ended):
    assert read_line(ScriptedModel([text], ended), form, BOX, manner=Manner()) is None
