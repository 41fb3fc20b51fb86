"""JSON Lines: one JSON object for each page, for programs.

Every object has these keys: ``schema`` (``sanduku.page/1``), ``document`` (``id``, ``name``,
``media_type``, ``sha256``, ``added_at``), ``page`` (from 1), ``text`` (of the whole page), ``width``,
``height``, ``dpi``, ``origin``, ``pipeline_id``, ``rotation``, ``skew``, ``quality``, ``warnings``,
``lines`` and ``answers``. A line has ``number`` (from 1), ``corrected``, ``as_read`` (what the model had
read where a person corrected it, empty if that was nothing, else null), and all that
:func:`engine.reading.line_to_json` gives: ``text``, ``quad`` (pixels of the upright page, clockwise from
the text's own top left), ``confidence``, ``script``, ``language``, ``engine``, ``block``, ``cell``,
``doubts``, ``alternatives`` and ``words``. An answer is what an image model said about the page, unless a
person rejected it: all that :meth:`engine.answer.Answer.to_json` gives, ``text`` as it stands with a
person's words, ``as_answered`` (the model's words where a person changed them, else null), ``answered``,
``doubtful``, ``review`` (``none``, ``accepted`` or ``corrected``), ``made_at`` and ``fits`` (whether the
page is still read as it was then). A later schema with the same number only adds keys.
"""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from engine.cells import encodable
from engine.export.documents import ExportAnswer, ExportDocument, ExportPage
from engine.reading import line_to_json

SCHEMA = "sanduku.page/1"


def write_jsonl(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write one JSON object a page, in UTF-8, each on a line of its own."""
    for document in documents:
        for page in document.pages:
            row = json.dumps(page_to_json(document, page), ensure_ascii=False, separators=(",", ":"))
            stream.write(encodable(row).encode("utf-8") + b"\n")


def page_to_json(document: ExportDocument, page: ExportPage) -> dict[str, Any]:
    """Return one page as plain JSON values."""
    reading = page.reading.to_json()
    return {
        "schema": SCHEMA,
        "document": {
            "id": document.id,
            "name": document.name,
            "media_type": document.media_type,
            "sha256": document.sha256,
            "added_at": document.added_at,
        },
        "page": page.index + 1,
        "text": page.reading.text,
        **{
            key: reading[key]
            for key in ("width", "height", "dpi", "origin", "pipeline_id", "rotation", "skew")
        },
        "quality": reading["quality"],
        "warnings": reading["warnings"],
        "lines": _lines(page),
        "answers": [_answer(each) for each in page.answers],
    }


def _lines(page: ExportPage) -> list[dict[str, Any]]:
    corrected = page.corrected
    return [
        {
            "number": number + 1,
            "corrected": number in corrected,
            "as_read": page.model_texts[number] if number in corrected else None,
            **line_to_json(line),
        }
        for number, line in enumerate(page.reading.lines)
    ]


def _answer(given: ExportAnswer) -> dict[str, Any]:
    answer = given.answer
    return {
        **answer.to_json(),
        "text": given.text,
        "as_answered": None if given.text == answer.text else answer.text,
        "answered": answer.answered,
        "doubtful": answer.doubtful,
        "review": given.review,
        "made_at": given.made_at,
        "fits": given.fits,
    }
