"""The part of a manifest that tells how an image-text model is fed and read: plain frozen values.

All that differs between two models of one family stands here. Names, layers, heads and number types of the
graphs' inputs do not: the graphs themselves tell those. Must never know how a model is run.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from engine.packs.fields import (
    Fields,
    filled,
    flag,
    mapping,
    number,
    one_of,
    scalar,
    sequence,
    text,
    whole,
)
from engine.packs.file_names import file_name

ROLES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "embed-merge": (frozenset({"vision_encoder", "embed_tokens", "decoder"}), frozenset()),
    "encoder-decoder": (
        frozenset({"vision_encoder", "decoder"}),
        frozenset({"embed_tokens", "text_encoder", "cross_attention"}),
    ),
    "dual-encoder": (frozenset({"image_encoder", "text_encoder"}), frozenset()),
}
"""Family -> the components that it must have, and those that it may have."""
MODES: Mapping[str, tuple[str, ...]] = {
    "tiles": ("tile", "longest_edge"),
    "multiples": ("multiple", "tile", "max_pixels"),
    "exact": ("size",),
    "shortest-edge-crop": ("size",),
    "fit-and-pad": ("size",),
}
"""Way in which pictures are prepared -> what must be told of it."""
RESAMPLES = ("nearest", "box", "bilinear", "hamming", "bicubic", "lanczos")
POOLINGS = ("none", "first", "last", "mean", "eos")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a precision was measured to need; None where that was not measured or has no meaning.

    Attributes:
        peak_bytes: Most memory that the process held while it answered.
        load_seconds: CPU-seconds to open it.
        seconds_per_tile: CPU-seconds to look at one tile.
        prefill_tokens_per_second: Pace of taking in the prompt, on one thread.
        tokens_per_second: Pace of answering, on one thread.
        machine: What it was measured on.
    """

    peak_bytes: int
    load_seconds: float | None = None
    seconds_per_tile: float | None = None
    prefill_tokens_per_second: float | None = None
    tokens_per_second: float | None = None
    machine: str = ""


@dataclass(frozen=True, slots=True)
class Golden:
    """A question whose answer is known, to try a pack with on the computer that it was brought to.

    Attributes:
        image: File of the pack with the picture.
        question: What is asked.
        profile: With which profile.
        tokens: Ids of the right answer: the likeliest token each time, with no rule about repetition.
        tolerance: How many of them, from the first, must come out equal; rounding may change later ones.
    """

    image: str
    question: str
    profile: str
    tokens: tuple[int, ...]
    tolerance: int


@dataclass(frozen=True, slots=True)
class Precision:
    """One choice of variants that go together.

    Attributes:
        variants: Variant of the model behind each role.
        measured: What it needs.
        golden: How to try it.
        gate: Figures that it had to reach before it was packed.
    """

    variants: Mapping[str, str]
    measured: Measured | None = None
    golden: Golden | None = None
    gate: Mapping[str, str | float | bool] | None = None


@dataclass(frozen=True, slots=True)
class Preprocess:
    """How a picture becomes the numbers that the model looks at.

    Attributes:
        mode: ``tiles``, ``multiples``, ``exact``, ``shortest-edge-crop`` or ``fit-and-pad``.
        size: Height and width of what goes in, in pixels; None with ``tiles`` and ``multiples``.
        longest_edge: To which the picture is brought before it is cut into tiles.
        shortest_edge: To which it is brought before its middle is cut out; None for that of ``size``.
        tile: Edge of a tile in pixels. With ``multiples`` nothing is cut, and a tile is only the measure of
            how closely a picture is looked at: N tiles are at most N times its area.
        multiple: With ``multiples``: of what width and height become multiples, in pixels. Each square of it
            gives one feature vector.
        min_pixels: With ``multiples``: pixels to which smaller pictures are brought.
        max_pixels: With ``multiples``: pixels to which larger pictures are brought at most.
        global_tile: Whether the whole picture, made small, is seen after its tiles.
        resample: Name of the filter.
        mean: Of red, green and blue, taken away after ``rescale``.
        std: By which each is then divided.
        rescale: What values from 0 to 255 are multiplied by.
        pad_value: Of pixels that are added, from 0 to 255.
        keep_ratio: Whether width and height keep their proportion.
    """

    mode: str
    size: tuple[int, int] | None = None
    longest_edge: int | None = None
    shortest_edge: int | None = None
    tile: int | None = None
    multiple: int | None = None
    min_pixels: int = 0
    max_pixels: int | None = None
    global_tile: bool = False
    resample: str = "bicubic"
    mean: tuple[float, ...] = (0.5, 0.5, 0.5)
    std: tuple[float, ...] = (0.5, 0.5, 0.5)
    rescale: float = 1 / 255
    pad_value: float = 0.0
    keep_ratio: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is written around a picture and a question.

    Attributes:
        turn: The whole turn, with ``{image}``, ``{question}`` and ``{system}`` where those go.
        system: The system's text.
        tile_prefix: Before each tile, with ``{row}`` and ``{column}``, counted from 1.
        global_prefix: Before the whole picture made small.
        row_end: After each row of tiles.
        tiles_end: After the last row, before ``global_prefix``; nothing where there are no tiles.
        image_end: After all of the picture.
        image_token: Stands for one feature vector of the picture.
        image_tokens_per_tile: How many of those a tile takes.
        tasks: The question to ask for each task, such as ``describe.short``; it may hold ``{question}``.
    """

    turn: str = ""
    system: str = ""
    tile_prefix: str = ""
    global_prefix: str = ""
    row_end: str = ""
    tiles_end: str = ""
    image_end: str = ""
    image_token: str = ""
    image_tokens_per_tile: int | None = None
    tasks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SpecialTokens:
    """Ids of tokens with a meaning of their own; None where the model has none."""

    bos: int | None = None
    eos: tuple[int, ...] = ()
    pad: int | None = None
    decoder_start: tuple[int, ...] = ()
    image: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """How closely a picture is looked at.

    Attributes:
        tiles: Most tiles that a picture is cut into, the whole one made small among them; for a picture that
            is not cut, of how many tiles it may have the area.
    """

    tiles: int


@dataclass(frozen=True, slots=True)
class TextSide:
    """The text side of a dual encoder, and how its two sides compare.

    Attributes:
        max_length: Most tokens; longer texts are cut.
        pad_to_max: Whether shorter texts are filled up to that.
        pad_left: Whether they are filled up before their first token, and not behind their last.
        lower: Whether texts are put into small letters first.
        scale: What a similarity of unit vectors is multiplied by.
        bias: What is then added.
        pooling: How a row of vectors becomes one, where the graph gives a row.
        normalise: Whether vectors must still be brought to length 1.
    """

    max_length: int
    pad_to_max: bool = False
    pad_left: bool = False
    lower: bool = False
    scale: float = 1.0
    bias: float = 0.0
    pooling: str = "none"
    normalise: bool = True


@dataclass(frozen=True, slots=True)
class ImageText:
    """How an image-text model is put together, fed and read.

    Attributes:
        family: ``embed-merge``, ``encoder-decoder`` or ``dual-encoder``.
        components: Model of the pack behind each role.
        precisions: Choices of variants that go together, by name.
        default_precision: The one to use.
        preprocess: How pictures are prepared.
        prompt: What is written around picture and question; empty for a dual encoder.
        tokens: Tokens with a meaning of their own.
        context: Most tokens that go through the decoder, those of pictures too; None for a dual encoder.
        features_token_count: Feature vectors that a whole picture gives; None if each tile gives its own.
        beams: Answers that are followed side by side where nobody asks for another number.
        no_repeat_ngram: Tokens in a row that must not come twice; None for no such rule.
        profiles: How closely a picture can be looked at, by name.
        text: The text side of a dual encoder.
    """

    family: str
    components: Mapping[str, str]
    precisions: Mapping[str, Precision]
    default_precision: str
    preprocess: Preprocess
    prompt: Prompt = field(default_factory=Prompt)
    tokens: SpecialTokens = field(default_factory=SpecialTokens)
    context: int | None = None
    features_token_count: int | None = None
    beams: int = 1
    no_repeat_ngram: int | None = None
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    text: TextSide | None = None

    @classmethod
    def read(cls, value: object, where: str) -> Self:
        """Read it from JSON; raises ValueError for what cannot be used."""
        part = Fields(value, where)
        made = cls(
            family=part.need("family", one_of(*ROLES)),
            components=part.need("components", mapping(filled)),
            precisions=part.need("precisions", mapping(_precision)),
            default_precision=part.need("default_precision", filled),
            preprocess=part.need("preprocess", _preprocess),
            prompt=part.may("prompt", _prompt, Prompt()),
            tokens=part.may("tokens", _tokens, SpecialTokens()),
            context=part.may("context", whole(1), None),
            features_token_count=part.may("features_token_count", whole(1), None),
            beams=part.may("beams", whole(1, 64), 1),
            no_repeat_ngram=part.may("no_repeat_ngram", whole(1), None),
            profiles=part.may("profiles", mapping(_profile), {}),
            text=part.may("text", _text_side, None),
        )
        part.end()
        made._check(where)
        return made

    def _check(self, where: str) -> None:
        """Raise ValueError where its parts do not fit each other."""
        needed, allowed = ROLES[self.family]
        missing, odd = needed - set(self.components), set(self.components) - needed - allowed
        if missing or odd:
            raise ValueError(f"{where}.components of family {self.family}: {' '.join(sorted(missing | odd))}")
        if self.default_precision not in self.precisions:
            raise ValueError(f"{where}.default_precision is none of the precisions")
        for name, precision in self.precisions.items():
            if set(precision.variants) != set(self.components):
                raise ValueError(f"{where}.precisions.{name}.variants does not have each component once")
            golden = precision.golden
            if golden is not None and self.profiles and golden.profile not in self.profiles:
                raise ValueError(f"{where}.precisions.{name}.golden.profile is none of the profiles")
        if self.family == "dual-encoder":
            if self.text is None:
                raise ValueError(f"{where}.text is missing")
            return
        if self.context is None or not self.tokens.eos:
            raise ValueError(f"{where} lacks context or tokens.eos, without which no answer would end")
        if self.family == "embed-merge" and (
            "{image}" not in self.prompt.turn or self.tokens.image is None or not self.prompt.image_token
        ):
            raise ValueError(f"{where} does not tell where the picture goes (prompt.turn, tokens.image)")


def _precision(value: object, where: str) -> Precision:
    part = Fields(value, where)
    made = Precision(
        variants=part.need("variants", mapping(filled)),
        measured=part.may("measured", _measured, None),
        golden=part.may("golden", _golden, None),
        gate=part.may("gate", mapping(scalar), None),
    )
    part.end()
    return made


def _measured(value: object, where: str) -> Measured:
    part = Fields(value, where)
    made = Measured(
        peak_bytes=part.need("peak_bytes", whole(1)),
        load_seconds=part.may("load_seconds", _at_least_nothing, None),
        seconds_per_tile=part.may("seconds_per_tile", _at_least_nothing, None),
        prefill_tokens_per_second=part.may("prefill_tokens_per_second", _positive, None),
        tokens_per_second=part.may("tokens_per_second", _positive, None),
        machine=part.may("machine", text, ""),
    )
    part.end()
    return made


def _golden(value: object, where: str) -> Golden:
    part = Fields(value, where)
    made = Golden(
        image=part.need("image", file_name),
        question=part.need("question", text),
        profile=part.need("profile", text),
        tokens=part.need("tokens", sequence(whole())),
        tolerance=part.need("tolerance", whole(1)),
    )
    part.end()
    if made.tolerance > len(made.tokens):
        raise ValueError(f"{where}.tolerance is more than there are tokens")
    return made


def _preprocess(value: object, where: str) -> Preprocess:
    part, plain = Fields(value, where), Preprocess("exact")
    size = part.may("size", sequence(whole(1, 65536), length=2), None)
    made = Preprocess(
        mode=part.need("mode", one_of(*MODES)),
        size=None if size is None else (size[0], size[1]),
        longest_edge=part.may("longest_edge", whole(1, 65536), None),
        shortest_edge=part.may("shortest_edge", whole(1, 65536), None),
        tile=part.may("tile", whole(1, 65536), None),
        multiple=part.may("multiple", whole(1, 4096), None),
        min_pixels=part.may("min_pixels", whole(), plain.min_pixels),
        max_pixels=part.may("max_pixels", whole(1, 1 << 28), None),
        global_tile=part.may("global_tile", flag, plain.global_tile),
        resample=part.may("resample", one_of(*RESAMPLES), plain.resample),
        mean=part.may("mean", sequence(number, length=3), plain.mean),
        std=part.may("std", sequence(_positive, length=3), plain.std),
        rescale=part.may("rescale", _positive, plain.rescale),
        pad_value=part.may("pad_value", number, plain.pad_value),
        keep_ratio=part.may("keep_ratio", flag, plain.keep_ratio),
    )
    part.end()
    for needed in MODES[made.mode]:
        if getattr(made, needed) is None:
            raise ValueError(f"{where}.{needed} is missing")
    if made.mode == "multiples":
        _check_multiples(made, where)
    return made


def _check_multiples(made: Preprocess, where: str) -> None:
    """Raise ValueError for sizes that cannot all be kept."""
    assert made.multiple is not None and made.tile is not None and made.max_pixels is not None, (
        "was asked for"
    )
    if made.tile % made.multiple:
        raise ValueError(f"{where}.tile is no multiple of {where}.multiple")
    if not max(made.multiple**2, made.min_pixels) <= min(made.max_pixels, made.tile**2):
        raise ValueError(f"{where}.min_pixels, max_pixels and tile leave no size for a picture")


def _prompt(value: object, where: str) -> Prompt:
    part = Fields(value, where)
    made = Prompt(
        turn=part.may("turn", text, ""),
        system=part.may("system", text, ""),
        tile_prefix=part.may("tile_prefix", text, ""),
        global_prefix=part.may("global_prefix", text, ""),
        row_end=part.may("row_end", text, ""),
        tiles_end=part.may("tiles_end", text, ""),
        image_end=part.may("image_end", text, ""),
        image_token=part.may("image_token", text, ""),
        image_tokens_per_tile=part.may("image_tokens_per_tile", whole(1), None),
        tasks=part.may("tasks", mapping(text), {}),
    )
    part.end()
    return made


def _tokens(value: object, where: str) -> SpecialTokens:
    part = Fields(value, where)
    made = SpecialTokens(
        bos=part.may("bos", whole(), None),
        eos=part.may("eos", sequence(whole()), ()),
        pad=part.may("pad", whole(), None),
        decoder_start=part.may("decoder_start", sequence(whole()), ()),
        image=part.may("image", whole(), None),
    )
    part.end()
    return made


def _profile(value: object, where: str) -> Profile:
    part = Fields(value, where)
    made = Profile(tiles=part.need("tiles", whole(1, 4096)))
    part.end()
    return made


def _text_side(value: object, where: str) -> TextSide:
    part, plain = Fields(value, where), TextSide(1)
    made = TextSide(
        max_length=part.need("max_length", whole(1)),
        pad_to_max=part.may("pad_to_max", flag, plain.pad_to_max),
        pad_left=part.may("pad_left", flag, plain.pad_left),
        lower=part.may("lower", flag, plain.lower),
        scale=part.may("scale", number, plain.scale),
        bias=part.may("bias", number, plain.bias),
        pooling=part.may("pooling", one_of(*POOLINGS), plain.pooling),
        normalise=part.may("normalise", flag, plain.normalise),
    )
    part.end()
    return made


def _positive(value: object, where: str) -> float:
    found = number(value, where)
    if found <= 0:
        raise ValueError(f"{where} is not above 0")
    return found


def _at_least_nothing(value: object, where: str) -> float:
    found = number(value, where)
    if found < 0:
        raise ValueError(f"{where} is below 0")
    return found
