"""Model packs of which pictures are taken, as the inventory tells them, with figures that may be seen."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.preferences.models import ModelsPage
from desktop.preferences.pack_process import PackProcess
from desktop.preferences.stick_dialog import StickDialog
from desktop.window.frame import Frame

if TYPE_CHECKING:
    from desktop.studio import Studio

PURPOSE = {
    "en": "Describes photos and answers questions about a page.",
    "fr": "Décrit des photos et répond à des questions sur une page.",
    "es": "Describe fotos y responde preguntas sobre una página.",
    "ar": "يصف الصور ويجيب عن أسئلة حول صفحة.",
    "sw": "Hueleza picha na kujibu maswali kuhusu ukurasa.",
}
LANGUAGES = {"en": "good", "fr": "some", "es": "some", "ar": "untried", "sw": "untried"}
FIT = {
    "verdict": "fits", "needed": 610_000_000, "available": 2_300_000_000, "measured": True,
    "smaller": "", "sentence": "",
}  # fmt: skip
MEASURED = {
    "machine": "a laptop of 2019", "peak_bytes": 438_000_000, "seconds_per_tile": 2.1,
    "prefill_tokens_per_second": 400.0, "tokens_per_second": 24.0,
}  # fmt: skip
COMMON: dict[str, Any] = {
    "title": "SmolVLM 256M", "name": "smolvlm-256m", "version": 2, "purpose": PURPOSE,
    "tasks": ["describe", "ask", "extract", "triage"], "languages": LANGUAGES, "licence": "Apache-2.0",
    "source": "", "byte_size": 430_000_000, "signing": "unsigned", "signer": "", "signed": "",
}  # fmt: skip
CARD: dict[str, Any] = {
    **COMMON, "id": "smolvlm-256m@2", "standing": "in-use", "state": "unchecked", "problem": "",
    "problem_code": "", "remedy": "", "does": ["describe", "ask", "extract", "triage"],
    "installed_at": "", "brought": "", "folder": "", "family": "embed-merge", "tile_tokens": 64,
    "profiles": {"fast": 1, "balanced": 5, "detailed": 17}, "profile": "balanced",
    "precisions": [
        {"name": "int8", "default": True, "byte_size": 290_000_000, "measured": MEASURED, "fit": FIT,
         "sentence": ""},
        {"name": "int4", "default": False, "byte_size": 180_000_000, "measured": None, "fit": FIT,
         "sentence": ""},
    ],
}  # fmt: skip
FOUND: dict[str, Any] = {
    "packs": [CARD], "chosen": {},
    "manners": {"describe": {"precision": "", "profile": "detailed", "length": "blind"}},
}  # fmt: skip
OFFER: dict[str, Any] = {
    **COMMON, "folder": "smolvlm-256m", "licence_text": "Apache License 2.0", "bytes_left": 430_000_000,
    "free": 52_000_000_000, "installed_version": 1, "fit": FIT, "notes": [],
}  # fmt: skip
BROUGHT: list[dict[str, Any]] = [
    {"path": "/media/stick/smolvlm-256m", "offer": OFFER, "error": None},
    {
        "path": "/media/stick/siglip-base.zip", "error": None,
        "offer": {
            **OFFER, "title": "SigLIP base", "name": "siglip-base", "tasks": ["embed", "triage"],
            "purpose": {}, "signing": "signed", "signer": "Amani Relief headquarters",
            "installed_version": None, "fit": {**FIT, "verdict": "tight", "needed": 2_100_000_000},
        },
    },
    {
        "path": "/media/stick/old.zip", "offer": None,
        "error": {"code": "pack.cut-off", "what": "", "which": "old.zip", "remedy": ""},
    },
]  # fmt: skip


def models(studio: "Studio", frame: QWidget) -> None:
    """Show a model that answers, and what it does by itself."""
    assert isinstance(frame, Frame)
    page = frame.findChild(ModelsPage)
    assert page is not None
    studio.wait_while(lambda: getattr(frame.view, "busy", False))
    page.shelf.take(FOUND)
    studio.settle()
    page.ensureWidgetVisible(page.shelf.defaults)


def stick(studio: "Studio") -> QWidget:
    """Return the list of what lies on a stick."""
    frame = studio.frame(studio.empty)
    studio.keep(frame)
    return StickDialog(BROUGHT, PackProcess(frame), studio.theme, frame)
