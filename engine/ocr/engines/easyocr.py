"""EasyOCR as one more opinion, where a person installed it, put its models in place and switched it on.

It needs torch and hundreds of megabytes, so it is never installed by us and never downloads anything: its
models are looked for in our data folder and in its own. Lines come cut from our detector; EasyOCR's own is
not loaded.
"""

import importlib.util
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import cv2
import numpy as np

from engine.errors import CancelledError, MissingDependencyError
from engine.geometry import Quad
from engine.language import nfc, strip_direction_marks
from engine.ocr.crops import cut_strip
from engine.ocr.engines import Availability, EngineContext, Pixels, Recognised, Recogniser, never

NAME = "easyocr"

_HEIGHT = 64
"""Rows of a strip: the height that its networks were trained with."""

_MODELS: Mapping[str, str] = {"Latn": "latin_g2.pth", "Arab": "arabic.pth"}
"""The model file of each script."""

_ARABIC = frozenset({"ar"})


class EasyOcrMissingError(MissingDependencyError):
    """EasyOCR, or each of its model files, is not on this computer, or it is switched off."""

    code = "missing.easyocr"


def availability(context: EngineContext) -> Availability:
    """Tell whether EasyOCR is wanted, installed, and has a model for a language that is expected."""
    if not context.settings.easyocr:
        return Availability(ready=False, reason="EasyOCR is switched off.")
    if importlib.util.find_spec("easyocr") is None:
        return Availability(
            ready=False,
            reason="EasyOCR is switched on but not installed.",
            remedy="In Sanduku's folder, run 'pip install -e .[easyocr]', or set reading.easyocr to no.",
        )
    wanted = _languages(context)
    found = _found(context)
    missing = tuple(tag for script, tags in wanted.items() if script not in found for tag in tags)
    files = ", ".join(_MODELS[script] for script in wanted if script not in found)
    remedy = f"Put {files} into {_folders(context)[0]}." if missing else ""
    if not found:
        return Availability(
            ready=False, reason="EasyOCR's models are missing.", remedy=remedy, missing_languages=missing
        )
    return Availability(ready=True, reason="EasyOCR is ready.", remedy=remedy, missing_languages=missing)


def open_engine(context: EngineContext) -> "EasyOcr":
    """Load EasyOCR's networks; raises EasyOcrMissingError where it is not available."""
    state = availability(context)
    if not state.ready:
        raise EasyOcrMissingError(state.reason, remedy=state.remedy)
    try:
        import easyocr

        readers = {
            script: _reader(easyocr, script, _languages(context)[script], folder)
            for script, folder in _found(context).items()
        }
    except (ImportError, FileNotFoundError) as error:  # It says "file not found" of a damaged model, too.
        raise EasyOcrMissingError(
            f"EasyOCR cannot be opened ({error}).",
            remedy="Bring its models anew, or set reading.easyocr to no.",
        ) from error
    return EasyOcr(readers, version=str(easyocr.__version__))


class EasyOcr:
    """Reads lines in any of its scripts, each line in the script that it is surest of."""

    name = NAME

    def __init__(self, readers: Mapping[str, Any], *, version: str) -> None:
        """Take one ``easyocr.Reader`` for each script (ISO 15924)."""
        self._readers = {script: _ScriptReader(reader, script, version) for script, reader in readers.items()}
        self.scripts = frozenset(self._readers)
        self.version = version

    def in_script(self, script: str, language: str | None = None) -> Recogniser:
        """Return a reader of this script alone, in all its languages; it closes together with the engine."""
        del language
        return self._readers[script]

    def recognise(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        """Read lines of one page in every script and keep for each the one that EasyOCR is surest of."""
        readings = [reader.recognise(pixels, quads, cancel=cancel) for reader in self._readers.values()]
        return [max(of_line, key=lambda r: r.confidence) for of_line in zip(*readings, strict=True)]

    def close(self) -> None:
        """Let go of the networks."""
        self._readers = {}


class _ScriptReader:
    """Reads lines of one script."""

    name = NAME

    def __init__(self, reader: Any, script: str, version: str) -> None:  # noqa: ANN401 - easyocr has no types
        self._reader = reader
        self.scripts = frozenset({script})
        self.version = version

    def recognise(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        gray = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        results = []
        for quad in quads:
            if cancel():
                raise CancelledError("Reading was stopped.")
            strip = cut_strip(gray, quad, height=_HEIGHT)
            results.append(Recognised("", 0.0) if strip is None else self._read(strip))
        return results

    def close(self) -> None:
        """The engine that this reader belongs to lets go of the network."""

    def _read(self, strip: Pixels) -> Recognised:
        height, width = strip.shape[:2]
        found = self._reader.recognize(
            strip, horizontal_list=[[0, width, 0, height]], free_list=[], batch_size=1, workers=0, detail=1
        )
        # One box was given, so one comes back, as (corners, text, confidence); Arabic in logical order.
        texts = [" ".join(strip_direction_marks(nfc(text)).split()) for _, text, _ in found]
        confidences = [min(1.0, max(0.0, float(said))) for _, _, said in found]
        text = " ".join(filter(None, texts))
        return Recognised(text, min(confidences)) if text else Recognised("", 0.0)


def _reader(library: ModuleType, script: str, languages: Sequence[str], folder: Path) -> Any:  # noqa: ANN401 - easyocr has no types
    # The Arabic network knows English besides; the Latin one is taken where more than English is named.
    known = [*languages, "en"] if script == "Arab" else list(dict.fromkeys([*languages, "fr"]))
    return library.Reader(
        known,
        gpu=False,
        model_storage_directory=str(folder),
        user_network_directory=str(folder),
        download_enabled=False,
        detector=False,
        recognizer=True,
        verbose=False,
        quantize=True,
    )


def _languages(context: EngineContext) -> dict[str, tuple[str, ...]]:
    """Return the expected languages of each script; EasyOCR's codes are those of BCP 47."""
    expected = context.settings.languages
    by_script = {
        "Latn": tuple(tag for tag in expected if tag not in _ARABIC),
        "Arab": tuple(tag for tag in expected if tag in _ARABIC),
    }
    return {script: tags for script, tags in by_script.items() if tags}


def _found(context: EngineContext) -> dict[str, Path]:
    """Return for each script the folder in which its model lies."""
    places = {
        script: next((f for f in _folders(context) if (f / _MODELS[script]).is_file()), None)
        for script in _languages(context)
    }
    return {script: folder for script, folder in places.items() if folder is not None}


def _folders(context: EngineContext) -> tuple[Path, ...]:
    own = os.environ.get("EASYOCR_MODULE_PATH")
    home = Path(own) if own else Path.home() / ".EasyOCR"
    return (context.places.data / "easyocr", home / "model")
