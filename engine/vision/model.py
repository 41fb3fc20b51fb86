"""An opened image-text model: looks at a picture, answers questions about it, tells how long that takes."""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.packs import Pack, PackMissingError, Profile
from engine.packs.accelerators import Accelerators, Trial
from engine.runtime import CPU, give_back_memory, telling_failures
from engine.vision.answers import Choices, Constraint, Draft, Ended, Generation, JsonSchema, Limits
from engine.vision.beams import search
from engine.vision.caching import ByteCache
from engine.vision.choosing import spellings, weigh
from engine.vision.errors import ConstraintError, LookingCancelledError, ProfileUnknownError
from engine.vision.families import FAMILIES, Seen
from engine.vision.greedy import write
from engine.vision.opening import open_networks
from engine.vision.pace import Estimate, Pace
from engine.vision.pictures import grid_for, prepare
from engine.vision.text import Stream, open_text

if TYPE_CHECKING:
    from engine.vision.constraints import JsonGuide, JsonGuides

FEATURES = 64 * 1024 * 1024
"""Most bytes of features of pictures that were looked at."""
ONE_LOOK = MappingProxyType({"balanced": Profile(tiles=1)})
"""The profiles of a pack that names none."""
ANSWER_TOKENS = 64
"""Length of a common answer, for estimates."""


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What is opened.

    Attributes:
        pack_id: Of the pack.
        precision: Which of its precisions.
        family: Of the model.
        tasks: What it can be asked to do.
        languages: How well each language is served, by BCP 47 code.
        context: Most tokens of picture, question and answer together.
        profiles: Most pieces that a picture is cut into, by the profile's name.
        providers: What each of its networks runs on, by role.
        verdicts: What was found about accelerators, by role.
        shares_memory: Whether answers are written without copying what attention remembers.
        load_seconds: CPU-seconds that opening took.
    """

    pack_id: str
    precision: str
    family: str
    tasks: tuple[str, ...]
    languages: Mapping[str, str]
    context: int
    profiles: Mapping[str, int]
    providers: Mapping[str, str]
    verdicts: Mapping[str, tuple[Trial, ...]]
    shares_memory: bool
    load_seconds: float


def never() -> bool:
    """Say that nobody wants to stop."""
    return False


def silent(_text: str) -> None:
    """Show nothing."""


class ImageTextModel:
    """A model that can be asked about pictures; it must be used by one thread at a time.

    Attributes:
        facts: What it is.
    """

    def __init__(
        self,
        pack: Pack,
        precision: str,
        threads: int,
        provider: str,
        cancel: Callable[[], bool],
        accelerators: Accelerators | None,
    ) -> None:
        """Open it; see :meth:`open`."""
        plan = pack.image_text
        if plan.family not in FAMILIES:
            raise PackMissingError(
                "This model compares pictures with words and cannot answer questions.",
                which=pack.folder,
                remedy="Choose another pack.",
            )
        opened = open_networks(
            pack, precision, threads=threads, provider=provider, cancelled=cancel, accelerators=accelerators
        )
        self._plan = plan
        self._text = open_text(pack)
        self._family = FAMILIES[plan.family](opened.networks, plan, self._text)
        self._profiles = plan.profiles or ONE_LOOK
        self._features: ByteCache[Seen] = ByteCache(FEATURES, lambda seen: seen.features.nbytes)
        self._pace = Pace(plan.precisions[precision].measured)
        self._guides: JsonGuides | None = None
        self.facts = ModelFacts(
            pack_id=pack.id,
            precision=precision,
            family=plan.family,
            tasks=pack.manifest.tasks,
            languages=pack.manifest.languages,
            context=plan.context or 0,
            profiles=MappingProxyType({name: each.tiles for name, each in self._profiles.items()}),
            providers=MappingProxyType({role: each.provider for role, each in opened.networks.items()}),
            verdicts=opened.verdicts,
            shares_memory=self._family.decoder.shares,
            load_seconds=opened.load_seconds,
        )

    @classmethod
    def open(
        cls,
        pack: Pack,
        *,
        precision: str | None = None,
        threads: int = 1,
        provider: str = CPU,
        cancel: Callable[[], bool] = never,
        accelerators: Accelerators | None = None,
    ) -> Self:
        """Open a precision of a pack.

        Args:
            pack: Installed.
            precision: Which; None for the default one.
            threads: That one run may use.
            provider: ``cpu``, ``auto``, or an accelerator's name.
            cancel: Asked while files are checked.
            accelerators: Remembers what was found about them; None to find it out each time.

        Raises:
            engine.packs.PackMissingError: It has no such precision, or no model that answers.
            engine.packs.PackDamagedError: A file is not what the manifest says.
            engine.runtime.ModelUnusableError: ONNX Runtime cannot run one of the networks.
            engine.runtime.ModelMemoryError: There is not enough memory.
            GraphUnknownError: A network wants inputs that nobody can give it.
            engine.errors.CancelledError: ``cancel`` said so.
        """
        name, _ = pack.precision(precision)
        return cls(pack, name, threads, provider, cancel, accelerators)

    def see(
        self,
        image: NDArray[np.uint8],
        *,
        key: str,
        profile: str,
        cancel: Callable[[], bool] = never,
    ) -> Seen:
        """Look at a picture.

        Args:
            image: ``(height, width, 3)`` RGB, upright.
            key: Names the picture's content, such as its SHA-256: what was seen is not looked at again.
            profile: How closely.
            cancel: Asked before each tile.

        Raises:
            ProfileUnknownError: The pack has no such profile.
            PictureUnusableError: The picture has no pixels.
            LookingCancelledError: ``cancel`` said so.
            engine.runtime.ModelMemoryError: There was not enough memory.
        """
        known = self._features.get((key, profile))
        if known is not None:
            return replace(known, seconds=0.0)
        tiles = self._tiles(profile)
        with telling_failures(self.facts.pack_id, opening=False):
            views = prepare(image, self._plan.preprocess, tiles)
            begun = time.perf_counter()
            features = self._family.eye.look(views, cancel)
        seen = Seen(key, profile, views.grid, features, time.perf_counter() - begun)
        self._pace.looked(views.grid.work, seen.seconds)
        self._features.put((key, profile), seen)
        return seen

    def generate(
        self,
        seen: Seen | None,
        question: str,
        *,
        task: str = "ask",
        limits: Limits = Limits(),  # noqa: B008 - frozen
        constraint: Constraint | None = None,
        beams: int | None = None,
        on_text: Callable[[str], None] = silent,
        cancel: Callable[[], bool] = never,
    ) -> Generation:
        """Answer a question about a picture.

        Args:
            seen: The picture, None for a question without one.
            question: In plain words; nothing in it can act as more than words.
            task: Which of the pack's own questions to ask; where it has none for the task, the question is
                asked as it is.
            limits: How far the answer may go.
            constraint: What it must look like.
            beams: How many answers are followed at once; None for what the pack says, 1 with a constraint.
            on_text: Given each piece of the answer once it is certain.
            cancel: Asked before each token, and before each chunk of the prompt.

        Raises:
            ContextOverflowError: Picture and question do not fit the model.
            ConstraintError: The constraint cannot be followed.
            ModelOutputError: The model gave no usable numbers.
            engine.runtime.ModelMemoryError: There was not enough memory.
        """
        begun = time.perf_counter()
        with telling_failures(self.facts.pack_id, opening=False):
            asked = turn_question(self._plan.prompt.tasks.get(task), self._text.harmless(question))
            guide = self._guide(constraint) if isinstance(constraint, JsonSchema) else None
            try:
                logits, prompt = self._family.begin(seen, asked, cancel)
            except LookingCancelledError:
                passed = time.perf_counter() - begun
                return Generation("", (), (), Ended.CANCELLED, passed, passed)
            prefill = time.perf_counter() - begun
            if isinstance(constraint, Choices):
                made = self._choose(constraint, logits, cancel, on_text)
            else:
                made = self._write(logits, prompt, limits, guide, beams, on_text, cancel)
        seconds = time.perf_counter() - begun
        self._pace.took_in(self._family.taken_in, prefill)
        if constraint is None:
            self._pace.wrote(len(made.tokens), seconds - prefill)
        return replace(made, seconds=seconds, prefill_seconds=prefill)

    def estimate(self, size: tuple[int, int], profile: str) -> Estimate:
        """Tell how long a picture and an answer of common length will take, and how much memory.

        Args:
            size: Width and height of the picture in pixels.
            profile: How closely it is looked at.

        Raises:
            ProfileUnknownError: The pack has no such profile.
        """
        grid = grid_for(*size, self._plan.preprocess, self._tiles(profile))
        per_tile = self._plan.prompt.image_tokens_per_tile or self._plan.features_token_count or 1
        vectors = grid.tiles * per_tile if grid.vectors is None else math.prod(grid.vectors)
        return self._pace.estimate(grid, vectors + ANSWER_TOKENS, ANSWER_TOKENS)

    def remembered(self) -> dict[str, NDArray[Any]]:
        """Return the keys and values of the last text, ``(1, heads, positions, head size)`` by their output.

        For measuring how large they become; nothing that a person asks for needs them.
        """
        decoder = self._family.decoder
        kept = decoder.copied(decoder.length)
        return {decoder.graph.present[place].name: values for place, values in kept.items()}

    def close(self) -> None:
        """Let the networks and everything remembered go."""
        self._features.clear()
        self._family.decoder.drop()
        del self._family
        give_back_memory()

    def _write(
        self,
        logits: NDArray[np.float32],
        prompt: list[int],
        limits: Limits,
        guide: "JsonGuide | None",
        beams: int | None,
        on_text: Callable[[str], None],
        cancel: Callable[[], bool],
    ) -> Generation:
        stream = Stream(self._text.text, limits.stop, on_text)
        followed = 1 if guide is not None else beams or self._plan.beams or 1
        ends, no_repeat = self._plan.tokens.eos, self._plan.no_repeat_ngram or 0
        if followed == 1:
            draft = write(
                self._family.decoder,
                logits,
                limits=limits,
                add=stream.add,
                cancel=cancel,
                guide=guide,
                said=prompt,
                ends=ends,
                no_repeat=no_repeat,
            )
        else:
            draft = search(
                self._family.decoder,
                logits,
                beams=followed,
                limits=limits,
                cancel=cancel,
                said=prompt,
                ends=ends,
                no_repeat=no_repeat,
            )
            for token in draft.tokens:
                if stream.add(token):
                    draft = replace(draft, ended=Ended.STOP)
                    break
        return self._generation(draft, stream)

    def _generation(self, draft: Draft, stream: Stream) -> Generation:
        text = stream.finish()
        if draft.ended is Ended.LOOP:
            # What went in a circle was shown already, but is no part of the answer.
            text = self._text.text(draft.tokens).strip()
        return Generation(text, draft.tokens, draft.probabilities, draft.ended, 0.0, 0.0)

    def _choose(
        self,
        wanted: Choices,
        logits: NDArray[np.float32],
        cancel: Callable[[], bool],
        on_text: Callable[[str], None],
    ) -> Generation:
        paths = self._paths(wanted)
        weighed = weigh(self._family.decoder, logits, paths, cancel=cancel)
        if weighed.chances is None:
            return Generation("", (), (), Ended.CANCELLED, 0.0, 0.0)
        mass = sum(weighed.chances.values())
        even = 1 / len(paths)
        shares = {text: chance / mass if mass > 0 else even for text, chance in weighed.chances.items()}
        best = max(shares, key=lambda text: shares[text])
        on_text(best)
        return Generation(
            best,
            weighed.tokens,
            weighed.token_chances,
            Ended.STOP,
            0.0,
            0.0,
            MappingProxyType(shares),
            min(mass, 1.0),
        )

    def _paths(self, wanted: Choices) -> dict[str, list[tuple[int, ...]]]:
        texts = wanted.all
        if not texts or len(set(texts)) < len(texts) or not all(text.strip() for text in texts):
            raise ConstraintError(
                "The choices for an answer are empty, or one of them comes twice.",
                remedy="Give at least one choice, each once.",
            )
        taken: set[tuple[int, ...]] = set()
        paths: dict[str, list[tuple[int, ...]]] = {text: [] for text in texts}
        for form in range(4):
            for text in texts:
                spelled = spellings(text)
                if form >= len(spelled):
                    continue
                path = tuple(self._text.tokens(self._text.harmless(spelled[form])))
                if path and path not in taken:
                    taken.add(path)
                    paths[text].append(path)
        return paths

    def _guide(self, wanted: JsonSchema) -> "JsonGuide":
        if self._guides is None:
            # Some megabytes, and needed for forms alone.
            from engine.vision.constraints import JsonGuides

            self._guides = JsonGuides(self._text, self._plan.tokens.eos)
        return self._guides.guide(wanted)

    def _tiles(self, profile: str) -> int:
        found = self._profiles.get(profile)
        if found is None:
            raise ProfileUnknownError(
                f"This model cannot look at pictures in the way '{profile}'.",
                remedy=f"Choose one of: {', '.join(sorted(self._profiles))}.",
            )
        return found.tiles


def turn_question(own: str | None, question: str) -> str:
    """Return the pack's own question for a task, with the person's words in it, or those words alone."""
    return question if own is None else own.replace("{question}", question)
