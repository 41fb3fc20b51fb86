"""Pages of image files: JPEG, PNG, WebP, BMP, GIF, TIFF and HEIF, through Pillow and pi_heif.

The plugin that fits the content is called directly instead of ``Image.open``: nothing else gets a chance to
guess at hostile bytes, and our own limits decide instead of Pillow's process-wide ones.
"""

import math
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO

import numpy as np
from pi_heif.as_plugin import HeifImageFile
from PIL import Image, ImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from engine.geometry import Transform
from engine.pages import kinds
from engine.pages.colour import SrgbConverter
from engine.pages.errors import (
    DamagedFileError,
    NoPagesError,
    TooLargeError,
    TooManyPagesError,
    TruncatedFileError,
    UnreadableFileError,
    UnsupportedTypeError,
)
from engine.pages.kinds import Kind
from engine.pages.source import PageSource, Pixels, SourcePage
from engine.pages.upright import quarter_turn
from engine.pages.wholeness import ends_early, png_is_intact
from engine.settings import PageSettings

_PLUGINS: dict[Kind, Callable[[BinaryIO], ImageFile.ImageFile]] = {
    kinds.JPEG: JpegImageFile,
    kinds.PNG: PngImageFile,
    kinds.GIF: GifImageFile,
    kinds.BMP: BmpImageFile,
    kinds.TIFF: TiffImageFile,
    kinds.WEBP: WebPImageFile,
    kinds.HEIF: HeifImageFile,
}
# What Pillow's decoders raise on broken bytes, found by fuzzing them; all mean the same to a person.
_DECODER_ERRORS = (
    OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError, EOFError, OverflowError, RuntimeError,
    AttributeError, ZeroDivisionError, MemoryError, struct.error, zlib.error,
)  # fmt: skip
_BYTES_PER_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}
_BAND_PIXELS = 4_000_000
_ORIENTATION_TAG = 0x0112
_WHITE_IS_ZERO = 0
_PHOTOMETRIC_TAG = 262
_DAMAGED_METADATA = "Part of the additional data in this file is damaged; the image itself was read."

_TURNS = {
    1: (0, False), 2: (0, True), 3: (2, False), 4: (2, True),
    5: (3, True), 6: (1, False), 7: (1, True), 8: (3, False),
}  # fmt: skip
"""EXIF orientation -> quarter turns clockwise that make the stored pixels upright, after mirroring."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the decoded pixels become the page's pixels."""

    box: tuple[float, float]
    """Width and height of the decoded image that are to be seen, which need not be whole pixels."""
    size: tuple[int, int]


class ImageSource(PageSource):
    """An image file with one or more frames."""

    def __init__(self, stream: BinaryIO, *, kind: Kind, name: str, settings: PageSettings) -> None:
        """Read the headers of the first page; takes over the stream.

        Raises:
            BadInputError: One of the errors of ``engine.pages.errors``.
        """
        self._stream = stream
        self._kind = kind
        self._name = name
        self._settings = settings
        self.media_type = kind.media_type
        self.page_count = 1
        self.notes = ()
        with self._decoding(0):
            image = self._open(0)
            if kind in (kinds.TIFF, kinds.HEIF):
                self.page_count = self._count_pages(image)
            elif getattr(image, "is_animated", False):
                self.notes = ("This is an animation; only its first picture is read.",)

    def load(self, index: int) -> SourcePage:
        """Decode one page; see :meth:`PageSource.load`."""
        if not 0 <= index < self.page_count:
            raise IndexError(index)
        with self._decoding(index) as complaints:
            image = self._open(index)
            frame = _Frame(image)
            self._limit_memory(image, self._draft(image), index)
            image.load()
            if self._kind is kinds.PNG and not png_is_intact(self._stream):
                raise ValueError("a check sum does not match")
        page = self._page(image, frame)
        return replace(page, warnings=(*page.warnings, _DAMAGED_METADATA)) if complaints else page

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _open(self, index: int) -> ImageFile.ImageFile:
        """A fresh Pillow image at the page, so that no decoded page stays in memory after its use."""
        self._stream.seek(0)
        image = _PLUGINS[self._kind](self._stream)
        if index:
            image.seek(index)
        self._limit_pixels(image, self._which(index))
        return image

    @contextmanager
    def _decoding(self, index: int) -> Iterator[list[warnings.WarningMessage]]:
        """Turn what decoders raise into errors for a person, and collect what they complain of."""
        which = self._which(index)
        with warnings.catch_warnings(record=True) as complaints:
            warnings.simplefilter("always")
            # Pillow's own limit speaks through a warning too; ours has decided already.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            try:
                yield complaints
            except Image.DecompressionBombError as error:
                raise _too_large("It is beyond what the decoder takes.", which) from error
            except _DECODER_ERRORS as error:
                raise self._told(error, which) from error

    def _which(self, index: int) -> str:
        return self._name if self.page_count == 1 else f"{self._name}, page {index + 1}"

    def _told(self, error: Exception, which: str) -> Exception:
        """The error that tells a person what the decoder's error means."""
        title, words = self._kind.title, str(error).lower()
        if isinstance(error, OSError) and error.errno is not None:
            return UnreadableFileError(
                f"The disk failed while this file was read ({error.strerror}).",
                which=which,
                remedy="Check the disk or card, and copy the file again.",
            )
        if isinstance(error, MemoryError):
            return _too_large("There is not enough memory to open it.", which)
        if "no more images" in words:
            return NoPagesError(f"This {title} has no pages.", which=which, remedy="Scan the page again.")
        if any(
            sign in words for sign in ("unsupported", "unknown pixel mode", "not supported", "cannot handle")
        ):
            return UnsupportedTypeError(
                f"This {title} is stored in a way that cannot be read ({error}).",
                which=which,
                remedy="Open it in another program and save it as PNG or JPEG.",
            )
        if (
            self._is_cut_off()
            or isinstance(error, EOFError)
            or any(
                sign in words
                for sign in ("truncated", "end of", "unexpected eof", "not enough data", "got only")
            )
        ):
            return TruncatedFileError(
                f"This {title} ends too early: a part of it is missing, so it is not read at all.",
                which=which,
                remedy="Copy it again from where it came from, or scan the page again.",
            )
        return DamagedFileError(
            f"This {title} is damaged and cannot be opened.",
            which=which,
            remedy="Copy it again from where it came from, or scan the page again.",
        )

    def _is_cut_off(self) -> bool:
        try:
            return ends_early(self._stream, self._kind)
        except OSError:
            return False  # the first error is the one to tell

    def _count_pages(self, image: ImageFile.ImageFile) -> int:
        """Count the pages, but never further than the limit: a million pages are small on disk.

        Where the chain of pages breaks, the page behind the break still counts, so that its loss is seen.
        """
        most = self._settings.max_pages
        for index in range(1, most + 1):
            try:
                image.seek(index)
            except EOFError:
                return index
            except _DECODER_ERRORS:
                self.notes = (f"Page {index + 1} is damaged, and pages after it cannot be reached.",)
                return index + 1
        raise TooManyPagesError(
            f"This file has more than {most} pages.",
            which=self._name,
            remedy="Split it, or raise the setting pages.max_pages.",
        )

    def _limit_pixels(self, image: ImageFile.ImageFile, which: str) -> None:
        width, height = image.size
        if width < 1 or height < 1:
            raise DamagedFileError(
                "The image says that it has no width or no height.",
                which=which,
                remedy="Copy it again from where it came from, or scan the page again.",
            )
        if width * height > self._settings.max_megapixels * 1_000_000:
            raise _too_large(
                f"The image says that it is {width} × {height} pixels; "
                f"the limit is {self._settings.max_megapixels} million.",
                which,
                "pages.max_megapixels",
            )

    def _draft(self, image: ImageFile.ImageFile) -> int:
        """Ask a JPEG far above the working size for a reduced decoding; returns how many times smaller.

        Up to twice the working size is decoded whole, since the decoder can only halve, and halving would
        throw away more than necessary.
        """
        if not isinstance(image, JpegImageFile):
            return 1
        most = 2_000_000 * self._settings.working_megapixels
        divisor = next((d for d in (1, 2, 4, 8) if image.width * image.height / d**2 <= most), 8)
        whole = image.width
        if divisor > 1:
            image.draft(None, (image.width // divisor, image.height // divisor))
        return max(1, round(whole / image.width))

    def _limit_memory(self, image: ImageFile.ImageFile, divisor: int, index: int) -> None:
        megabytes = math.ceil(_decoding_bytes(image, divisor) / 1_000_000)
        if megabytes > self._settings.max_decode_megabytes:
            raise _too_large(
                f"Opening the image needs about {megabytes} MB of memory; "
                f"the limit is {self._settings.max_decode_megabytes} MB.",
                self._which(index),
                "pages.max_decode_megabytes",
            )

    def _page(self, image: ImageFile.ImageFile, frame: "_Frame") -> SourcePage:
        plan = _plan(image.size, frame, self._settings.working_megapixels * 1_000_000)
        inverted = frame.white_is_zero or (
            image.mode == "CMYK" and self._kind is kinds.JPEG and not frame.adobe
        )
        converter = SrgbConverter(image, inverted=inverted)
        pixels = _converted(image, plan, converter)
        scale_x, scale_y = frame.size[0] / plan.size[0], frame.size[1] / plan.size[1]
        if (
            plan.size == image.size
        ):  # a reduced decoding rounds up; its pixels are whole multiples all the same
            scale_x = scale_y = float(round(scale_x))
        if frame.turned_by_decoder:
            stored_size = (plan.size[1], plan.size[0]) if frame.orientation >= 5 else plan.size
            scale_x, scale_y = (scale_y, scale_x) if frame.orientation >= 5 else (scale_x, scale_y)
        else:
            stored_size = plan.size
            pixels = _upright(pixels, frame.orientation)
        to_stored = _upright_transform(frame.orientation, *stored_size).inverse()
        dpi = None if frame.dpi is None else max(frame.dpi) * plan.size[0] / _square_width(frame)
        return SourcePage(
            pixels, dpi, to_stored.then(Transform.scaling(scale_x, scale_y)), None, converter.warnings
        )


class _Frame:
    """What the headers of a page say, kept before decoding changes it."""

    def __init__(self, image: ImageFile.ImageFile) -> None:
        tags = getattr(image, "tag_v2", {})
        self.size = image.size  # for a TIFF, already of the turned image
        self.turned_by_decoder = isinstance(image, TiffImageFile)
        self.orientation = _orientation(image)
        self.adobe = "adobe" in image.info
        self.white_is_zero = image.mode.startswith("I;16") and tags.get(_PHOTOMETRIC_TAG) == _WHITE_IS_ZERO
        self.dpi = _credible_dpi(image)


def _too_large(what: str, which: str, setting: str | None = None) -> TooLargeError:
    """Return the error that an image is too large; ``setting`` names the limit, where it is one of ours."""
    remedy = "Scan it again at a lower resolution (300 dpi is plenty)"
    return TooLargeError(
        f"This image is too large: {what}",
        which=which,
        remedy=f"{remedy}." if setting is None else f"{remedy}, or raise the setting {setting}.",
    )


def _orientation(image: ImageFile.ImageFile) -> int:
    """The EXIF orientation, 1 to 8; 1 where the file has none or nonsense. libheif applies its own."""
    if isinstance(image, HeifImageFile):
        return 1
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except _DECODER_ERRORS:
        return 1  # EXIF is decoration; broken EXIF must not cost the picture
    return value if isinstance(value, int) and value in _TURNS else 1


def _credible_dpi(image: ImageFile.ImageFile) -> tuple[float, float] | None:
    """Dots per inch of the two axes, or None where they cannot be meant.

    Cameras and phones write 72 or 96 without meaning it; a picture that would then be larger than a poster
    has no known resolution.
    """
    found = image.info.get("dpi")
    if not isinstance(found, tuple) or len(found) != 2:
        return None
    try:
        across, down = float(found[0]), float(found[1])
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not (40 <= across <= 9600 and 40 <= down <= 9600 and 0.25 <= across / down <= 4):
        return None
    longest = 24 if round(across) in (72, 96) else 48
    inches = max(image.width / across, image.height / down)
    return (across, down) if inches <= longest else None


def _decoding_bytes(image: ImageFile.ImageFile, divisor: int) -> int:
    """Bytes at the peak of decoding, from what each decoder is known to keep at once."""
    pixels = image.width * image.height
    needed = pixels * _BYTES_PER_PIXEL.get(image.mode, 4)
    if isinstance(image, JpegImageFile) and image.info.get("progressive"):
        # All coefficients at full size, 16 bits each, sampled as the components are.
        layers = image.layer
        full = max((h * v for _, h, v, _ in layers), default=1)
        needed += sum(pixels * divisor**2 * 2 * h * v // full for _, h, v, _ in layers)
    elif isinstance(image, WebPImageFile):
        needed += pixels * 11  # the canvases for animations and the decoder's planes, as measured
    elif isinstance(image, HeifImageFile):
        needed += pixels * 6  # the planes, and the interleaved pixels before Pillow copies them
    elif isinstance(image, TiffImageFile):
        needed += pixels * len(image.getbands())  # the strip that libtiff decodes may be the whole image
    return needed


def _square_width(frame: _Frame) -> float:
    """The width that the page has once its pixels are square; fax pages have twice as many across as down."""
    if frame.dpi is None:
        return float(frame.size[0])
    return frame.size[0] * max(frame.dpi) / frame.dpi[0]


def _plan(decoded: tuple[int, int], frame: _Frame, most_pixels: int) -> _Plan:
    width, height = frame.size
    shrunk = max(1, round(width / decoded[0]))
    box = (min(width / shrunk, decoded[0]), min(height / shrunk, decoded[1]))
    stretch_x = stretch_y = 1.0
    if frame.dpi is not None and max(frame.dpi) > 1.02 * min(frame.dpi):
        stretch_x, stretch_y = (max(frame.dpi) / axis for axis in frame.dpi)
    wanted = (box[0] * stretch_x, box[1] * stretch_y)
    if decoded[0] * decoded[1] <= most_pixels and stretch_x == stretch_y == 1.0:
        return _Plan((float(decoded[0]), float(decoded[1])), decoded)
    scale = min(1.0, math.sqrt(most_pixels / (wanted[0] * wanted[1])))
    return _Plan(box, (max(1, int(wanted[0] * scale)), max(1, int(wanted[1] * scale))))


def _converted(image: Image.Image, plan: _Plan, converter: SrgbConverter) -> Pixels:
    """Convert and resample in bands of rows, each with the margin that the filter needs."""
    width, height = plan.size
    result = np.empty((height, width, 3), np.uint8)
    step_y = plan.box[1] / height
    margin = math.ceil(2 * max(1.0, step_y)) + 1
    rows = max(1, int(_BAND_PIXELS / (image.width * step_y)))
    resampled = plan.size != image.size
    for top in range(0, height, rows):
        bottom = min(height, top + rows)
        if not resampled:
            result[top:bottom] = np.asarray(converter.convert(image.crop((0, top, width, bottom))))
            continue
        first = max(0, math.floor(top * step_y) - margin)
        last = min(image.height, math.ceil(bottom * step_y) + margin)
        band = converter.convert(image.crop((0, first, image.width, last)))
        box = (0.0, top * step_y - first, plan.box[0], min(bottom * step_y - first, float(last - first)))
        result[top:bottom] = np.asarray(band.resize((width, bottom - top), Image.Resampling.HAMMING, box=box))
    return result


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    turns, mirrored = _TURNS[orientation]
    seen = pixels[:, ::-1] if mirrored else pixels
    return np.ascontiguousarray(np.rot90(seen, -turns))


def _upright_transform(orientation: int, width: int, height: int) -> Transform:
    """Map stored pixels, of a page ``width`` by ``height``, to upright ones."""
    turns, mirrored = _TURNS[orientation]
    mirror = Transform((-1.0, 0.0, width, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)) if mirrored else Transform.identity()
    return mirror.then(quarter_turn(turns, width, height))
