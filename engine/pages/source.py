"""What every kind of file looks like to the pipeline: a source of pages.

Knows no file format; ``opening`` chooses the class that does.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.geometry import Transform
from engine.reading import Line

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class SourcePage:
    """One page as an image, and the text that the file itself holds for it.

    Attributes:
        pixels: Shape (height, width, 3), RGB in sRGB, EXIF orientation applied, on white where transparent.
        dpi: Pixels per inch of ``pixels``, or None where the file does not credibly say.
        to_source: Maps ``pixels`` to the page as the file holds it: stored pixels without EXIF orientation;
            for a PDF, the page rendered at ``dpi``.
        text_lines: The file's own text, in coordinates of ``pixels``; None where it has none that can be
            relied on. The lines stand in the order of the file, all in block 0.
        warnings: What a person must know about this page, as whole sentences.
    """

    pixels: Pixels
    dpi: float | None
    to_source: Transform
    text_lines: tuple[Line, ...] | None = None
    warnings: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.pixels.shape[0])


class PageSource(ABC):
    """An open file with pages, each decoded only when it is asked for.

    Use it as a context manager. Not safe to share between threads (neither Pillow's files nor PDFium are);
    PDFium not even between sources, so a process loads pages in one thread.

    Attributes:
        media_type: What the content is, whatever the name says.
        page_count: At least 1.
        notes: What a person should know about the whole file, as sentences.
    """

    media_type: str
    page_count: int
    notes: tuple[str, ...]

    @abstractmethod
    def load(self, index: int) -> SourcePage:
        """Decode one page.

        Args:
            index: From 0.

        Raises:
            IndexError: There is no such page.
            TruncatedFileError: The file ends within this page.
            DamagedFileError: The page cannot be decoded.
            TooLargeError: The page goes beyond the limits of the settings.
            UnsupportedTypeError: The page is stored in a way that cannot be decoded.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of the file; closing twice is harmless."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
