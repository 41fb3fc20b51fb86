"""Takes a page of an open source through the stages and makes a result of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from engine.errors import CancelledError
from engine.geometry import UNADJUSTED, Adjustment, Quad
from engine.language import guess_language
from engine.ocr import PageReader
from engine.ocr.engines import EngineContext, never
from engine.pages import PageSource, Pixels, decode_jpeg, encode_jpeg, thumbnail
from engine.pipeline.identity import pipeline_id
from engine.pipeline.stages import (
    Cancel,
    PageState,
    Stage,
    TextReader,
    adjust,
    flatten_sheet,
    judge,
    read_lines,
    take_text_layer,
    tell_languages,
    turn_upright,
    undo_tilt,
)
from engine.reading import Line, Reading
from engine.runtime import Threads
from engine.settings import Places, Settings

_READ, _TEXT_LAYER = "read", "text-layer"
_STAGES_OF_THE_TEXT = frozenset({_READ, _TEXT_LAYER})
"""Stages that find out what is written, after the last one that changes pixels."""


@dataclass(frozen=True, slots=True)
class PageResult:
    """All that is made of a page.

    Attributes:
        reading: The text with its places.
        image_jpeg: The upright page that the coordinates of the reading refer to.
        thumbnail_jpeg: The same, small.
    """

    reading: Reading
    image_jpeg: bytes
    thumbnail_jpeg: bytes


class Pipeline:
    """Reads pages, one at a time and each by itself; belongs to one thread."""

    def __init__(
        self,
        settings: Settings,
        places: Places,
        *,
        threads: int = 1,
        open_reader: Callable[[EngineContext], TextReader] = PageReader,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Make ready to read.

        Args:
            settings: Which stages to go through, and how.
            places: Where models and language files lie.
            threads: To share the lines of a page among.
            open_reader: Opens the text engines.
            clock: Monotonic seconds.

        Raises:
            MissingDependencyError: A model that everything depends on is not installed.
        """
        self._threads = Threads(threads)
        self._reader = open_reader(EngineContext(places, settings.reading, self._threads))
        self._clock = clock
        self._image_stages = _image_stages(settings, self._reader)
        self._text_stages: tuple[Stage, ...] = (
            Stage(_TEXT_LAYER, take_text_layer),
            Stage("language", tell_languages),
        )
        self.id = pipeline_id(settings, self._reader.id)

    def read(
        self,
        source: PageSource,
        index: int,
        *,
        cancel: Cancel = never,
        threads: int | None = None,
        adjustment: Adjustment = UNADJUSTED,
    ) -> PageResult:
        """Read one page.

        Args:
            source: An open file.
            index: Of the page, from 0.
            cancel: Asked between stages, and between lines, whether to stop.
            threads: How many of the pipeline's threads may be used for it; None for all.
            adjustment: How a person wants the page turned and straightened.

        Raises:
            CancelledError: ``cancel`` said so.
            AdjustmentOutsideError: The corners that the person gave lie beside the page.
            BadInputError: The page cannot be decoded; see :mod:`engine.pages.errors`.
            MissingDependencyError: A model is not installed.
        """
        self._threads.limit = min(threads or self._threads.count, self._threads.count)
        watch = _StopWatch(self._clock)
        page = source.load(index)
        watch.lap("load")
        state = PageState(page, source.media_type, cancel, adjustment).warned(
            *(source.notes if index == 0 else ()), *page.warnings
        )
        recognise = page.text_lines is None
        asked = () if adjustment.is_empty else (Stage("adjustment", adjust),)
        pictures: Callable[[], tuple[bytes, bytes]] | None = None
        for stage in (*asked, *(self._image_stages if recognise else self._text_stages)):
            if cancel():
                raise CancelledError("Reading this page was stopped.")
            if stage.name in _STAGES_OF_THE_TEXT and pictures is None:
                # From here on the page keeps its pixels.
                pictures = self._threads.start(partial(_pictures, state.page.pixels))
            state = stage.step(state)
            watch.lap(stage.name)
        if recognise:
            state = state.warned(*self._reader.warnings)
        image, small = pictures() if pictures is not None else _pictures(state.page.pixels)
        watch.lap("encode")
        return PageResult(self._reading(state, watch.seconds), image, small)

    def read_region(
        self,
        image: bytes,
        quad: Quad,
        *,
        languages: Sequence[str] = (),
        engine: str | None = None,
        cancel: Cancel = never,
    ) -> Line | None:
        """Read one line of a page image again.

        Args:
            image: The upright page, as :class:`PageResult` has it.
            quad: Where the line stands, in pixels of the image.
            languages: BCP 47 codes to expect; empty: as the settings have it.
            engine: Name of the only engine to ask; None for all.
            cancel: Asked between engines whether to stop.

        Returns:
            The line; None if no text is read there.

        Raises:
            CancelledError: ``cancel`` said so.
            DamagedFileError: The image cannot be decoded.
            NoSuchReaderError: No engine at hand reads so.
        """
        self._threads.limit = self._threads.count
        pixels = decode_jpeg(image)
        if cancel():
            raise CancelledError("Reading this box was stopped.")
        line = self._reader.read_place(pixels, quad, languages=languages, engine=engine, cancel=cancel)
        return None if line is None else replace(line, language=guess_language(line.text, line.script))

    def close(self) -> None:
        """Give back the engines' memory."""
        self._reader.close()
        self._threads.close()

    def _reading(self, state: PageState, seconds: dict[str, float]) -> Reading:
        return Reading(
            pipeline_id=self.id,
            width=state.page.width,
            height=state.page.height,
            to_source=state.page.to_source,
            origin=state.origin,
            lines=state.lines,
            dpi=state.page.dpi,
            quality=state.quality,
            rotation=state.rotation,
            skew=state.skew,
            warnings=state.warnings,
            seconds=seconds,
        )


def _pictures(pixels: Pixels) -> tuple[bytes, bytes]:
    """Return the files that are kept of a page: as it is, and small."""
    return encode_jpeg(pixels), thumbnail(pixels)


class _StopWatch:
    """Tells how long each stage took."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._mark = clock()
        self.seconds: dict[str, float] = {}

    def lap(self, name: str) -> None:
        now = self._clock()
        self.seconds[name] = now - self._mark
        self._mark = now


def _image_stages(settings: Settings, reader: TextReader) -> tuple[Stage, ...]:
    stages = [Stage("quality", judge)]
    if settings.pages.straighten:
        stages.append(Stage("sheet", flatten_sheet(reader)))
    if settings.pages.orient:
        stages.append(Stage("orientation", turn_upright(reader)))
    if settings.pages.straighten:
        stages.append(Stage("skew", undo_tilt(reader)))
    stages += [Stage(_READ, read_lines(reader)), Stage("language", tell_languages)]
    return tuple(stages)
