"""Pages of PDF files, through PDFium: rendered always, and with their own text where that can be relied on.

PDFium is not safe to use from more than one thread of a process, not even for different documents.
"""

import io
import math
import warnings
from contextlib import closing
from typing import BinaryIO

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from engine.geometry import Transform
from engine.pages.errors import (
    DamagedFileError,
    EncryptedFileError,
    NoPagesError,
    TooLargeError,
    TooManyPagesError,
    TruncatedFileError,
    UnsupportedTypeError,
    WrongPasswordError,
)
from engine.pages.pdf_images import images_on
from engine.pages.source import PageSource, Pixels, SourcePage
from engine.pages.text_layer import read_text_layer
from engine.settings import PageSettings

_POINTS_PER_INCH = 72.0
_TAIL_BYTES, _PADDING_BYTES = 2048, 1 << 16
_MOST_BYTES_TO_LOOK_AGAIN = 64_000_000
_COPY_AGAIN = "Copy it again from where it came from, or print it to a new PDF."
_MISSING_END = "The end of this PDF is missing; pages or parts of pages may have been lost."
_DYNAMIC_FORM = (
    "This PDF is a dynamic (XFA) form; what is filled in may not be visible. "
    "Print it to a new PDF to be sure."
)


class PdfSource(PageSource):
    """A PDF file."""

    def __init__(self, stream: BinaryIO, *, name: str, settings: PageSettings, password: str | None) -> None:
        """Read the structure of the file; takes over the stream.

        Raises:
            BadInputError: One of the errors of ``engine.pages.errors``.
        """
        self._stream = stream
        self._name = name
        self._settings = settings
        self._cut_off = _lacks_end(stream)
        self._document = self._opened(password)
        self.media_type = "application/pdf"
        self.page_count = len(self._document)
        self.notes = self._notes()
        if self.page_count > settings.max_pages:
            count = self.page_count
            self.close()
            raise TooManyPagesError(
                f"This PDF says that it has {count} pages; the limit is {settings.max_pages}.",
                which=name,
                remedy="Split it, or raise the setting pages.max_pages.",
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pdfium.PdfiumWarning)  # XFA: told in the notes instead
            self._document.init_forms()

    def load(self, index: int) -> SourcePage:
        """Render one page and take its text; see :meth:`PageSource.load`."""
        if not 0 <= index < self.page_count:
            raise IndexError(index)
        which = self._name if self.page_count == 1 else f"{self._name}, page {index + 1}"
        try:
            page = self._document[index]
        except pdfium.PdfiumError as error:
            raise self._broken("This page of the PDF is damaged or missing.", which) from error
        with closing(page):
            self._limit_images(page, which)
            told: list[str] = [_MISSING_END] if self._cut_off else []
            dpi, lowered = self._dpi(page.get_width(), page.get_height())
            told += [lowered] if lowered else []
            pixels = _rendered(page, dpi)
            lines = None
            if self._settings.use_text_layer:
                layer = read_text_layer(page, pixels)
                lines = layer.lines
                told += [layer.refusal] if layer.refusal else []
        return SourcePage(pixels, dpi, Transform.identity(), lines, tuple(told))

    def close(self) -> None:
        """Close the document and its file."""
        self._document.close()
        self._stream.close()

    def _opened(self, password: str | None) -> pdfium.PdfDocument:
        self._stream.seek(0)
        try:
            return pdfium.PdfDocument(self._stream, password=password)
        except pdfium.PdfiumError as error:
            raise self._told(error, password) from error

    def _told(self, error: pdfium.PdfiumError, password: str | None) -> Exception:
        code = error.err_code
        if not self._cut_off and _is_without_pages(self._stream):
            return NoPagesError(
                "This PDF has no pages.", which=self._name, remedy="Make the PDF again from its source."
            )
        if code == pdfium_c.FPDF_ERR_PASSWORD and not password:
            return EncryptedFileError(
                "This PDF is protected by a password.",
                which=self._name,
                remedy="Give the password, or save it again without one.",
            )
        if code == pdfium_c.FPDF_ERR_PASSWORD:
            return WrongPasswordError(
                "The password does not open this PDF.",
                which=self._name,
                remedy="Check capital letters and the keyboard's language, and give it again.",
            )
        if code == pdfium_c.FPDF_ERR_SECURITY:
            return UnsupportedTypeError(
                "This PDF is encrypted in a way that cannot be read.",
                which=self._name,
                remedy="Open it in the program that made it and save it without protection.",
            )
        return self._broken("This PDF is damaged and cannot be opened.", self._name)

    def _broken(self, what: str, which: str) -> DamagedFileError:
        if self._cut_off:
            return TruncatedFileError(f"{what} The file ends too early.", which=which, remedy=_COPY_AGAIN)
        return DamagedFileError(what, which=which, remedy=_COPY_AGAIN)

    def _notes(self) -> tuple[str, ...]:
        notes = [_MISSING_END] if self._cut_off else []
        if self._document.get_formtype() in (pdfium_c.FORMTYPE_XFA_FULL, pdfium_c.FORMTYPE_XFA_FOREGROUND):
            notes.append(_DYNAMIC_FORM)
        attachments = self._document.count_attachments()
        if attachments > 0:
            notes.append(f"This PDF carries {attachments} attached file(s), which are not read.")
        return tuple(notes)

    def _dpi(self, width: float, height: float) -> tuple[float, str | None]:
        """The resolution to render at, and a warning if the page is too large for the one that is set.

        Args:
            width: Of the page, in points.
            height: Of the page, in points.
        """
        wanted = float(self._settings.pdf_dpi)
        inches = max(width, 1.0) * max(height, 1.0) / _POINTS_PER_INCH**2
        most = math.sqrt(self._settings.working_megapixels * 1_000_000 / inches)
        # PDFium counts pixels of a side in 32 bits and loses precision long before.
        most = min(most, 30_000 * _POINTS_PER_INCH / max(width, height, 1.0))
        if wanted <= most:
            return wanted, None
        return most, (
            f"This page is very large ({width / _POINTS_PER_INCH:.0f} × {height / _POINTS_PER_INCH:.0f} "
            "inches); "
            f"it was read at {most:.3g} instead of {wanted:.0f} dpi, so small text may be lost."
        )

    def _limit_images(self, page: pdfium.PdfPage, which: str) -> None:
        for width, height in (image.size for image in images_on(page)):
            megabytes = width * height * 4 // 1_000_000
            if (
                width * height > self._settings.max_megapixels * 1_000_000
                or megabytes > self._settings.max_decode_megabytes
            ):
                raise TooLargeError(
                    f"This page holds an image of {width} × {height} pixels, which needs {megabytes} MB.",
                    which=which,
                    remedy="Scan it again at a lower resolution (300 dpi is plenty), or raise the "
                    "settings pages.max_megapixels and pages.max_decode_megabytes.",
                )


def _lacks_end(stream: BinaryIO) -> bool:
    end = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, end - _PADDING_BYTES))
    return b"%%EOF" not in stream.read().rstrip(b"\x00\r\n ")[-_TAIL_BYTES:]


def _is_without_pages(stream: BinaryIO) -> bool:
    """Whether PDFium can open the file after all, and finds no page in it.

    pypdfium2 reports both as one failure, with the code of whatever failed last in this process.
    """
    if stream.seek(0, io.SEEK_END) > _MOST_BYTES_TO_LOOK_AGAIN:
        return False
    stream.seek(0)
    content = stream.read()
    document = pdfium_c.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        return False
    try:
        return bool(pdfium_c.FPDF_GetPageCount(document) < 1)
    finally:
        pdfium_c.FPDF_CloseDocument(document)


def _rendered(page: pdfium.PdfPage, dpi: float) -> Pixels:
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, may_draw_forms=True)
    with closing(bitmap):
        return np.array(bitmap.to_numpy()[:, :, :3])
