"""From the pixels of an upright page to its lines of text: detect, recognise, combine, order."""

from engine.ocr.page_reader import PageReader

__all__ = ["PageReader"]
