"""Reads the lines of a page with the engines at hand, each line in the script it is written in.

Every line is read in Latin script first, since that costs little. Where the result does not convince, the
line may be Arabic: the Latin network sees nothing there, or short nonsense. A few such lines are tried in
Arabic; a page on which none of them turns out to be Arabic is left at that, so that a Latin page costs almost
nothing. Lines that hold both scripts, as the labels of bilingual forms do, are parted at the gap and read in
two.

This module knows engines by what they can do, never by name, and nothing of detection or reading order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import numpy as np

from engine.errors import MissingDependencyError
from engine.geometry import Quad
from engine.language import script_of, scripts_in
from engine.ocr.calibration import Calibration, Unit
from engine.ocr.combine import Consensus, Opinion, combine
from engine.ocr.engines import Pixels, Recognised, Recogniser, never
from engine.reading import Line, Word
from engine.settings import ReadingSettings

LOW_CONFIDENCE = "low-confidence"
"""Doubt of a line whose confidence is below the threshold of the settings."""
SCRIPT_UNCERTAIN = "script-uncertain"
"""Doubt of a line that may be in another script than the one it was read in."""
NUMBER_UNCERTAIN = "number-uncertain"
"""Doubt of a line of Arabic with a number that only an engine for letters has read."""

_LATIN, _ARABIC = "Latn", "Arab"

_PROBES = 6
"""Unconvincing lines that are tried in Arabic before a page is taken to have none."""
_CONVINCING = 0.6
"""Probability from which a reading in Latin script is not put in question."""
_LEAST_COVER = 0.65
"""Share of a line's length that its words must cover, or there is something that was not read."""
_SURE_WORD = 0.6
"""Confidence from which a word is taken to be in the script that it was read in."""
_NARROWEST_PART = 0.8
"""Parts of a line narrower than this many line heights hold no word of another script."""
