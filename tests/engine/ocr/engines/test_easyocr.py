"""EasyOCR gives opinions where a person installed it; without it, all else goes on.

The library itself needs torch and weights that we do not ship; here a stand-in with its interface, as version
1.7 has it, takes its place. What the stand-in cannot tell is how well the real networks read.
"""

import sys
from dataclasses import replace
from types import ModuleType
from typing import ClassVar

import numpy as np
import pytest

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.ocr.engines import EngineContext
from engine.ocr.engines import easyocr as adapter
from engine.settings import Places, ReadingSettings

PAGE = np.full((100, 400, 3), 255, np.uint8)
LINE = Quad.from_box(10, 10, 210, 42)


class Reader:
    """Has the arguments of ``easyocr.Reader`` and of its ``recognize``, and reads what it is told to."""

    made: ClassVar[list["Reader"]] = []
    says = ("\u200fاسم  ", 0.7)

    def __init__(
        self, lang_list, gpu=True, model_storage_directory=None, user_network_directory=None,
        detect_network="craft", recog_network="standard", download_enabled=True, detector=True,
        recognizer=True, verbose=True, quantize=True, cudnn_benchmark=False,
    ):  # fmt: skip
        assert not download_enabled
        assert not gpu
        assert not detector
        self.languages, self.folder = lang_list, model_storage_directory
        Reader.made.append(self)

    def recognize(
        self, img_cv_grey, horizontal_list=None, free_list=None, decoder="greedy", beamWidth=5,  # noqa: N803
        batch_size=1, workers=0, allowlist=None, blocklist=None, detail=1, rotation_info=None,
        paragraph=False, contrast_ths=0.1, adjust_contrast=0.5, filter_ths=0.003, y_ths=0.5, x_ths=1.0,
        reformat=True,
        output_format="standard",
    ):  # fmt: skip
        assert img_cv_grey.ndim == 2
        ((left, right, top, bottom),) = horizontal_list
        assert (bottom - top, right - left) == img_cv_grey.shape
        text, confidence = self.says if "ar" in self.languages else ("name", 0.9)
        return (
            [([[left, top], [right, top], [right, bottom], [left, bottom]], text, confidence)] if text else []
        )


@pytest.fixture
def context(tmp_path, monkeypatch):
    monkeypatch.setenv("EASYOCR_MODULE_PATH", str(tmp_path / "own"))
    return EngineContext(Places(tmp_path), replace(ReadingSettings(), easyocr=True))


@pytest.fixture
def installed(monkeypatch):
    library = ModuleType("easyocr")
    library.Reader, library.__version__ = Reader, "1.7.2"
    monkeypatch.setitem(sys.modules, "easyocr", library)
    monkeypatch.setattr(adapter.importlib.util, "find_spec", lambda name: library)
    Reader.made.clear()


def put_models(context, *names):
    folder = context.places.data / "easyocr"
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"weights")


def test_it_is_off_unless_switched_on(context):
    off = replace(context, settings=replace(context.settings, easyocr=False))
    assert not adapter.availability(off).ready
    with pytest.raises(adapter.EasyOcrMissingError, match="switched off"):
        adapter.open_engine(off)


def test_what_is_not_installed_is_told_with_its_remedy(context, monkeypatch):
    monkeypatch.setattr(adapter.importlib.util, "find_spec", lambda name: None)
    state = adapter.availability(context)
    assert not state.ready
    assert "pip install" in state.remedy


def test_missing_models_are_named_with_their_place(context, installed):
    state = adapter.availability(context)
    assert not state.ready
    assert "latin_g2.pth, arabic.pth" in state.remedy
    assert str(context.places.data / "easyocr") in state.remedy


def test_a_missing_script_costs_only_its_own_languages(context, installed):
    put_models(context, "latin_g2.pth")
    state = adapter.availability(context)
    assert state.ready
    assert state.missing_languages == ("ar",)
    assert adapter.open_engine(context).scripts == {"Latn"}


def test_each_script_has_its_reader_and_nothing_is_downloaded(context, installed):
    put_models(context, "latin_g2.pth", "arabic.pth")
    engine = adapter.open_engine(context)
    assert engine.scripts == {"Latn", "Arab"}
    assert [made.languages for made in Reader.made] == [["en", "fr", "es", "sw"], ["ar", "en"]]
    (arabic,) = engine.in_script("Arab").recognise(PAGE, [LINE])
    assert (arabic.text, arabic.confidence) == ("اسم", 0.7)
    assert [reading.text for reading in engine.recognise(PAGE, [LINE, LINE])] == ["name", "name"]


def test_places_off_the_page_are_empty(context, installed):
    put_models(context, "arabic.pth")
    engine = adapter.open_engine(context)
    assert engine.recognise(PAGE, [Quad.from_box(900, 900, 950, 930)])[0].text == ""


def test_it_stops_when_asked(context, installed):
    put_models(context, "arabic.pth")
    with pytest.raises(CancelledError):
        adapter.open_engine(context).recognise(PAGE, [LINE], cancel=lambda: True)


def test_a_damaged_model_is_told_with_its_remedy(context, installed, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise FileNotFoundError("MD5 mismatch for arabic.pth and downloads disabled")

    put_models(context, "arabic.pth")
    monkeypatch.setattr(Reader, "__init__", refuse)
    with pytest.raises(adapter.EasyOcrMissingError, match="MD5 mismatch"):
        adapter.open_engine(context)
