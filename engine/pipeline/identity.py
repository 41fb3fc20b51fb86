"""The name of a pipeline, under which its results are kept and found again.

The same page read by the same pipeline gives the same result, so it need not be read twice. Whatever can
change a result must change the pipeline's name; whatever cannot must not, or results are thrown away.
"""

import hashlib
import json
from dataclasses import asdict

from engine.settings import Settings

PIPELINE_VERSION = 3
"""Grows with every change to the stages that can change a result."""

LIMITS = frozenset({"max_file_megabytes", "max_megapixels", "max_decode_megabytes", "max_pages"})
"""Page settings that refuse a page or let it through, but change nothing about what is read on it."""


def pipeline_id(settings: Settings, reader_id: str) -> str:
    """Return the name of a pipeline: its version, and a hash of its engines, models and settings.

    A setting that is new counts from the day it is declared; only those in :data:`LIMITS` are left out.

    Args:
        settings: All settings; those of the worker and the library count for nothing.
        reader_id: Names the text engines and their models.
    """
    pages = {name: value for name, value in asdict(settings.pages).items() if name not in LIMITS}
    facts = {"pages": pages, "reading": asdict(settings.reading), "reader": reader_id}
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    return f"read-{PIPELINE_VERSION}-{digest[:16]}"
