"""Searchable PDF: the page as it looks, with invisible text over it that can be searched and copied.

Where the original is a PDF its pages are kept as they are; everything else becomes page images.
"""

import io
from collections.abc import Iterable
from typing import BinaryIO

import pikepdf

from engine.export.documents import ExportDocument
from engine.export.errors import OriginalUnreadableError, PageImageMissingError
from engine.export.pdf.images import write_image_pdf
from engine.export.pdf.overlay import write_over_original


def write_pdf(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write one document as a searchable PDF.

    An original PDF that cannot be opened (it needs a password, or is damaged) is replaced by its page images.

    Args:
        documents: Exactly one.
        stream: Where the file goes; it must be empty.

    Raises:
        PageImageMissingError: A page has no JPEG image, and the original is not a PDF.
        OriginalUnreadableError: The original PDF cannot be used, and a page has no image.
    """
    (document,) = documents
    if document.media_type != "application/pdf" or document.original is None:
        write_image_pdf(document, stream)
        return
    try:
        pdf = pikepdf.open(io.BytesIO(document.original()))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        try:
            write_image_pdf(document, stream)
        except PageImageMissingError:
            raise _unusable(document, error) from error
        return
    with pdf:
        try:
            write_over_original(document, pdf, stream)
        except pikepdf.PdfError as error:
            raise _unusable(document, error) from error


def _unusable(document: ExportDocument, error: Exception) -> OriginalUnreadableError:
    return OriginalUnreadableError(
        f"The original PDF cannot be used ({error}).",
        which=document.name,
        remedy="Export it as text, or add the file again, mended and without its password.",
    )
