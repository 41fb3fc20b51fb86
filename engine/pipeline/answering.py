"""Answers what is asked about a page that is read: chooses the pack, sees that it fits, and has it speak.

One model is kept open between questions, since they come in groups, and another one is let go first: a laptop
has memory for one. This module knows packs, models and pages; it must never know the library or the queue.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from engine.answer import Answer, AnswerTask, Provenance, Scalar
from engine.errors import ExitCode, MissingDependencyError, SandukuError
from engine.geometry import Quad, Transform
from engine.ocr.engines import never
from engine.packs import Pack
from engine.packs.calibrations import read_learnt
from engine.packs.choices import TaskChoice
from engine.packs.fit import Fit, available_memory, fit
from engine.packs.shelf import Shelf
from engine.pages import decode_jpeg
from engine.pipeline.opening import DUAL_ENCODER, Model, ModelOpener, providers_of
from engine.reading import Line, Origin, Reading
from engine.runtime import CPU, ModelMemoryError, ModelUnusableError
from engine.settings import Places, Settings
from engine.taxonomy import Aspect, taxonomy
from engine.vision import EncoderPair, ImageTextModel, ModelOutputError, Warm
from engine.vision.tasks.asking import USUAL, ask, refusal
from engine.vision.tasks.describing import describe
from engine.vision.tasks.extracting import extract
from engine.vision.tasks.known import describe_known
from engine.vision.tasks.line import read_line
from engine.vision.tasks.page import PageView, Pixels
from engine.vision.tasks.speaking import Manner, silent
from engine.vision.tasks.triage import (
    Calibration,
    Descriptions,
    scores_by_choice,
    triage_by_choice,
    triage_by_encoders,
)
from engine.vision.tasks.words import words_of

KEEP_SECONDS = 120.0
"""How long a model is kept that nobody asks for."""
READ = "read"
"""The task under which packs say that they read lines of text."""
_INSTALL = "Install a pack for it: 'sanduku packs --help' tells how."

Result = TypeVar("Result")
Opener = Callable[[Pack, str], Model]


class NoPackError(MissingDependencyError):
    """No installed model pack can do what was asked for."""

    code = "vision.no-pack"


class ModelTooLargeError(SandukuError):
    """The model needs more memory than there is."""

    exit_code = ExitCode.SOME_FAILED
    code = "vision.memory"


@dataclass(frozen=True, slots=True)
class AskedPage:
    """A page that something is asked about.

    Attributes:
        image: The upright page image, as :class:`engine.pipeline.PageResult` has it.
        key: Names that image: its SHA-256.
        reading: What stands on the page now.
    """

    image: bytes
    key: str
    reading: Reading


@dataclass(frozen=True, slots=True, eq=False)
class PageVector:
    """What a page image looks like to a pack.

    Attributes:
        vector: Of length 1, shape (size,).
        pack_id: Names the pack.
    """

    vector: NDArray[np.float32]
    pack_id: str


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A pack and the precision of it that is to be opened, and whether that is possible."""

    pack: Pack
    precision: str
    fit: Fit | None

    @property
    def compares(self) -> bool:
        """Whether it compares pictures with words instead of speaking."""
        return self.pack.image_text.family == DUAL_ENCODER

    @property
    def gate(self) -> Mapping[str, str | float | bool] | None:
        """Figures that the precision had to reach, and what they were measured with."""
        return self.pack.image_text.precisions[self.precision].gate


class Answering:
    """Answers questions about pages, one at a time; belongs to one thread."""

    def __init__(
        self,
        settings: Settings,
        places: Places,
        *,
        threads: int = 1,
        opener: Opener | None = None,
        available: Callable[[], int] | None = None,
        clock: Callable[[], float] = time.monotonic,
        tell: Callable[[str], None] = silent,
    ) -> None:
        """Make ready; nothing is opened yet.

        Args:
            settings: From which confidence on a line is not doubtful, and whether accelerators may be used.
            places: Where the packs lie.
            threads: That a model may use.
            opener: Opens a precision of a pack; the real models by default.
            available: Tells the free memory in bytes; that of this computer by default.
            clock: Monotonic seconds.
            tell: Told in a sentence what a model runs on, where an accelerator was tried.
        """
        self._settings = settings
        self._open = ModelOpener(settings.models, places.packs, threads=threads, tell=tell)
        self._shelf = Shelf.at(places)
        self._available = available
        self._warm: Warm[Model] = Warm(opener or self._open, idle_seconds=KEEP_SECONDS, clock=clock)
        self._held_bytes = 0
        self._descriptions: tuple[str, Descriptions] | None = None

    @property
    def held_bytes(self) -> int:
        """How much memory the open model takes at the most; 0 if none is open."""
        return self._held_bytes if self._warm.held is not None else 0

    def needed_bytes(self, task: str, wishes: Mapping[str, Any]) -> int:
        """Return how much more memory a task will take than is taken now; 0 if that is not known."""
        try:
            chosen = self._chosen(task, wishes)
        except SandukuError:
            return 0  # The task itself will tell.
        if chosen is None or chosen.fit is None or self._warm.held == (chosen.pack.id, chosen.precision):
            return 0
        return max(0, chosen.fit.needed - self.held_bytes)

    def answer(
        self,
        task: AnswerTask,
        wishes: Mapping[str, Any],
        page: AskedPage,
        *,
        on_text: Callable[[str], None] = silent,
        cancel: Callable[[], bool] = never,
    ) -> Answer:
        """Describe, ask, extract or sort.

        Args:
            task: What is asked for; not to make a vector.
            wishes: How: ``question``, ``style``, ``length``, ``language``, ``schema``, ``profile``, ``pack``,
                ``precision``; whatever is missing or None is as a person chose it for the task, or as usual.
            page: What it is about.
            on_text: Given all that the model has said so far, whenever it says more.
            cancel: Asked before each token whether to stop.

        Raises:
            NoPackError: No installed pack can do this; a description is made without one.
            ModelTooLargeError: The model does not fit into memory.
            MissingDependencyError: The pack is damaged, or cannot be run.
            SettingError: There is no such style or language.
            BadInputError: The question or schema cannot be used, or the page does not fit the model.
            CancelledError: ``cancel`` said so.
        """
        language, view = str(wishes.get("language") or "en"), self._view(page)
        if task is AnswerTask.ASK:
            # What is put to no model needs none.
            no_answer = refusal(view, str(wishes.get("question") or ""), language=language)
            if no_answer is not None:
                return no_answer
        chosen, choice = self._chosen(task, wishes), self._shelf.choice(task)
        if chosen is None:
            if task is AnswerTask.DESCRIBE:
                return describe_known(view, style=_style(wishes, choice), language=language)
            raise _no_pack(task)
        manner = Manner(language, _profile(wishes, choice, chosen.pack), on_text, cancel)
        made = self._trusting(chosen, lambda: self._do(task, chosen, view, wishes, choice, manner))
        return replace(made, provenance=self._with_wishes(made.provenance, chosen))

    def embed(
        self, wishes: Mapping[str, Any], page: AskedPage, *, cancel: Callable[[], bool] = never
    ) -> PageVector:
        """Make the vector of a page image; raises what :meth:`answer` does."""
        image = decode_jpeg(page.image)
        return self._vector(wishes, lambda pair: pair.embed_images([image], cancel=cancel)[0])

    def embed_words(self, words: str, *, pack: str | None = None) -> PageVector:
        """Make the vector of some words, to find photos by; raises what :meth:`answer` does.

        Args:
            words: In plain language, such as ``a flooded road``.
            pack: Name of the pack; None for the usual one.
        """
        return self._vector({"pack": pack}, lambda pair: pair.embed_texts([words])[0])

    def pack_id(self, task: str, wishes: Mapping[str, Any]) -> str:
        """Return the id of the pack that would do a task; raises NoPackError."""
        chosen = self._chosen(task, wishes)
        if chosen is None:
            raise _no_pack(task)
        return chosen.pack.id

    def read_region(
        self,
        page: AskedPage,
        quad: Quad,
        *,
        language: str | None = None,
        cancel: Callable[[], bool] = never,
    ) -> Line | None:
        """Read one line of a page with a model; raises what :meth:`answer` does.

        Args:
            page: The page.
            quad: Where the line stands, in pixels of the page image.
            language: BCP 47 code to expect.
            cancel: Asked before each token whether to stop.
        """
        chosen = self._chosen(READ, {})
        if chosen is None:
            raise _no_pack(READ)
        manner, view = Manner(language or "en", cancel=cancel), self._view(page)
        return self._trusting(chosen, lambda: read_line(self._model(chosen), view, quad, manner=manner))

    def scene_scores(
        self, aspect: Aspect, pixels: Pixels, *, key: str, wishes: Mapping[str, Any]
    ) -> NDArray[np.float64]:
        """Return a score for each label of a question about a photo; raises what :meth:`answer` does.

        Args:
            aspect: The question.
            pixels: RGB of shape (height, width, 3).
            key: Names the photo.
            wishes: ``pack``, ``precision`` and ``profile``.
        """
        chosen = self._chosen(AnswerTask.TRIAGE, wishes)
        if chosen is None:
            raise _no_pack(AnswerTask.TRIAGE)
        if chosen.compares:
            pair = self._pair(chosen)
            image = pair.embed_images([pixels])[0]
            return self._described(pair).scores(aspect, image, scale=pair.scale).astype(np.float64)
        height, width = pixels.shape[:2]
        nothing = Reading("", width, height, Transform.identity(), Origin.RECOGNISED, ())
        view = PageView(pixels, key, nothing, self._settings.reading.doubt_threshold)
        manner = Manner("en", _profile(wishes, self._shelf.choice(AnswerTask.TRIAGE), chosen.pack))
        return scores_by_choice(self._model(chosen), view, aspect, words_of("en"), manner)[1]

    def scene_pack(self, wishes: Mapping[str, Any]) -> tuple[Path, str, str]:
        """Return the folder of the pack that sorts photos, its id and its precision; raises NoPackError."""
        chosen = self._chosen(AnswerTask.TRIAGE, wishes)
        if chosen is None:
            raise _no_pack(AnswerTask.TRIAGE)
        return self._shelf.home_of(chosen.pack), chosen.pack.id, chosen.precision

    def rest(self) -> bool:
        """Let the model go if nobody asked for long enough; returns whether it was let go now."""
        return self._warm.rest()

    def close(self) -> None:
        """Let the model go."""
        self._descriptions = None
        self._warm.close()

    # Within.

    def _do(
        self,
        task: AnswerTask,
        chosen: _Chosen,
        view: PageView,
        wishes: Mapping[str, Any],
        choice: TaskChoice,
        manner: Manner,
    ) -> Answer:
        if task is AnswerTask.TRIAGE:
            calibration = self._calibration(chosen)
            if chosen.compares:
                pair = self._pair(chosen)
                described = self._described(pair)
                return triage_by_encoders(pair, described, view, calibration=calibration, manner=manner)
            return triage_by_choice(self._model(chosen), view, calibration=calibration, manner=manner)
        model = self._model(chosen)
        if task is AnswerTask.DESCRIBE:
            return describe(model, view, style=_style(wishes, choice), manner=manner)
        if task is AnswerTask.EXTRACT:
            return extract(model, view, wishes.get("schema") or {}, manner=manner)
        length = str(wishes.get("length") or choice.length or USUAL)
        return ask(model, view, str(wishes["question"]), length=length, manner=manner)

    def _calibration(self, chosen: _Chosen) -> Calibration:
        """Return how far labels can be believed: as the pack says, or as was learnt on this computer."""
        about = (chosen.pack.id, chosen.precision, taxonomy().version)
        learnt = {each.about: each.temperatures for each in read_learnt(self._shelf.home_of(chosen.pack))}
        return Calibration.of_gate(chosen.gate).overruled(learnt.get(about, {}))

    def _model(self, chosen: _Chosen) -> ImageTextModel:
        if chosen.compares:
            raise _wrong_pack(chosen, "compares photos with words, and answers nothing")
        return cast("ImageTextModel", self._opened(chosen))

    def _pair(self, chosen: _Chosen) -> EncoderPair:
        if not chosen.compares:
            raise _wrong_pack(chosen, "answers questions, and makes no vectors of photos")
        return cast("EncoderPair", self._opened(chosen))

    def _vector(
        self, wishes: Mapping[str, Any], make: Callable[[EncoderPair], NDArray[np.float32]]
    ) -> PageVector:
        chosen = self._chosen(AnswerTask.EMBED, wishes)
        if chosen is None:
            raise _no_pack(AnswerTask.EMBED)
        return PageVector(self._trusting(chosen, lambda: make(self._pair(chosen))), chosen.pack.id)

    def _trusting(self, chosen: _Chosen, work: Callable[[], Result]) -> Result:
        """Do something with a model, and once more on the processor if an accelerator failed at it."""
        try:
            return work()
        except (ModelUnusableError, ModelMemoryError, ModelOutputError) as error:
            if not self._open.distrust(chosen.pack, chosen.precision, error):
                raise
            self.close()
            return work()

    def _view(self, page: AskedPage) -> PageView:
        pixels = decode_jpeg(page.image)
        return PageView(pixels, page.key, page.reading, self._settings.reading.doubt_threshold)

    def _chosen(self, task: str, wishes: Mapping[str, Any]) -> _Chosen | None:
        """Return the pack for a task: the one that is wished for, or the usual one; None if there is none."""
        wished = wishes.get("pack")
        pack = self._shelf.find(wished) if wished else self._shelf.for_task(task)
        if pack is None:
            return None
        usual = self._shelf.choice(task).precision
        wish = wishes.get("precision") or (usual if usual in pack.image_text.precisions else None)
        precision, _ = pack.precision(wish)
        return _Chosen(pack, precision, fit(pack.manifest, precision, available=self._free))

    def _free(self) -> int:
        """Return the free memory in bytes; what the open model takes will be free before another opens."""
        return (self._available or available_memory)() + self.held_bytes

    def _opened(self, chosen: _Chosen) -> Model:
        wanted = (chosen.pack.id, chosen.precision)
        if self._warm.held != wanted:
            if chosen.fit is not None and not chosen.fit.fits:
                raise _too_large(chosen)
            self._descriptions = None
        model = self._warm.get(chosen.pack, chosen.precision)
        self._held_bytes = 0 if chosen.fit is None else chosen.fit.needed
        return model

    def _described(self, pair: EncoderPair) -> Descriptions:
        if self._descriptions is None or self._descriptions[0] != pair.pack_id:
            self._descriptions = (pair.pack_id, Descriptions(pair))
        return self._descriptions[1]

    def _with_wishes(self, provenance: Provenance, chosen: _Chosen) -> Provenance:
        """Put the pack's own name and version in, what was known of its memory, and what it ran on."""
        settings: dict[str, Scalar] = dict(provenance.settings)
        if chosen.fit is not None:
            settings["needed_megabytes"] = round(chosen.fit.needed / 1e6)
        model = self._warm.model
        ran_on = sorted({name for name in providers_of(model).values() if name != CPU}) if model else []
        if ran_on:
            settings["accelerator"] = " ".join(ran_on)
        manifest = chosen.pack.manifest
        return replace(provenance, pack_name=manifest.name, pack_version=manifest.version, settings=settings)


def _style(wishes: Mapping[str, Any], choice: TaskChoice) -> str:
    return str(wishes.get("style") or choice.length or "short")


def _profile(wishes: Mapping[str, Any], choice: TaskChoice, pack: Pack) -> str:
    """Return how closely a picture is looked at; empty for what is usual with the pack."""
    usual = choice.profile if choice.profile in pack.image_text.profiles else ""
    return str(wishes.get("profile") or usual)


def _no_pack(task: str) -> NoPackError:
    doing = {
        AnswerTask.ASK: "answer questions about a page",
        AnswerTask.EXTRACT: "extract values from a page",
        AnswerTask.TRIAGE: "sort photos",
        AnswerTask.EMBED: "find photos by what they show",
        READ: "read a line of text",
    }[task]
    return NoPackError(f"No image model that can {doing} is installed.", remedy=_INSTALL)


def _wrong_pack(chosen: _Chosen, why: str) -> NoPackError:
    return NoPackError(
        f"This model pack {why}.", which=chosen.pack.manifest.name, remedy="Choose another pack."
    )


def _too_large(chosen: _Chosen) -> ModelTooLargeError:
    assert chosen.fit is not None
    name = chosen.pack.manifest.name
    remedy = "Close other programs, or choose a smaller model pack."
    if chosen.fit.smaller:
        remedy = f"Close other programs, or use the smaller variant '{chosen.fit.smaller}' (--precision)."
    return ModelTooLargeError(f"The model {chosen.fit.sentence()}.", which=name, remedy=remedy)
