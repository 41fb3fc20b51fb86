"""Tries a pack on this computer before it is used: questions whose answers are known must come out right."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

import numpy as np
from PIL import Image, UnidentifiedImageError

from engine.packs import Golden, Pack, PackDamagedError
from engine.packs.errors import PackFailedTrialError, PackUnrunnableError
from engine.packs.fit import fit
from engine.runtime import ModelMemoryError, ModelUnusableError
from engine.vision.answers import Limits
from engine.vision.errors import GraphUnknownError, ModelOutputError, PackUnfitError
from engine.vision.loops import LoopGuard
from engine.vision.model import ImageTextModel
from engine.vision.pairs import EncoderPair

_ALIKE = 1e-5
"""Difference of a number in vectors of length 1 below which two things count as the same to a model."""


def try_pack(pack: Pack) -> tuple[str, ...]:
    """Open every precision of a pack that fits the memory, and ask what it has a known answer for.

    Args:
        pack: Its files are whole.

    Returns:
        What could not be tried and why, in English.

    Raises:
        PackFailedTrialError: An answer is not the known one.
        PackUnrunnableError: A network cannot be run here.
    """
    return tuple(_problems(pack)) if pack.manifest.image_text is not None else ()


def _problems(pack: Pack) -> Iterator[str]:
    for name, precision in pack.image_text.precisions.items():
        room = fit(pack.manifest, name)
        if room is not None and not room.fits:
            yield f"'{name}' was not tried: {room.sentence()}."
            continue
        try:
            if pack.image_text.family == "dual-encoder":
                _compare(pack, name)
            else:
                yield from _ask(pack, name, precision.golden)
        except ModelOutputError as error:
            raise _wrong(pack, f"'{name}' gives no usable numbers") from error
        except ModelMemoryError as error:
            yield f"'{name}' was not tried: {error.what}"
        except (ModelUnusableError, GraphUnknownError, PackUnfitError) as error:
            raise PackUnrunnableError(
                f"'{name}' of this pack cannot be run here: {error.what}",
                which=error.which,
                remedy="Update Sanduku, or get the pack that was made for this version.",
            ) from error


def _ask(pack: Pack, name: str, golden: Golden | None) -> Iterator[str]:
    # Known answers are plain: the likeliest token each time, without what keeps answers from repeating.
    part = replace(pack.image_text, no_repeat_ngram=None, beams=1)
    plain = Pack(pack.folder, replace(pack.manifest, image_text=part))
    model = ImageTextModel.open(plain, precision=name)
    try:
        if golden is None:
            yield f"'{name}' can be opened; it has no known answer to try it with."
            return
        seen = model.see(_picture(pack, golden.image), key=golden.image, profile=golden.profile)
        said = model.generate(seen, golden.question, limits=Limits(golden.tolerance), beams=1)
    finally:
        model.close()
    ends = pack.image_text.tokens.eos
    wanted = _cut([each for each in golden.tokens[: golden.tolerance] if each not in ends])
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(wanted, said.tokens, strict=False)))
    if alike < len(wanted):
        raise _wrong(pack, f"'{name}' gives another answer than where it was made, after {alike} tokens")


def _cut(tokens: list[int]) -> list[int]:
    """Return a known answer as far as it does not go in a circle: no more of it is ever told."""
    guard = LoopGuard()
    for token in tokens:
        keep = guard.add(token)
        if keep is not None:
            return tokens[:keep]
    return tokens


def _compare(pack: Pack, name: str) -> None:
    pair = EncoderPair.open(pack, precision=name)
    try:
        noise = np.random.default_rng(7).integers(0, 256, (64, 64, 3), np.uint8)
        pictures = pair.embed_images([np.full((64, 64, 3), 127, np.uint8), noise])
        texts = pair.embed_texts(["a grey square", "two people at a well"])
    finally:
        pair.close()
    for what, (first, second) in (("pictures", pictures), ("texts", texts)):
        if float(np.abs(first - second).max()) < _ALIKE:
            raise _wrong(pack, f"'{name}' sees no difference between {what}")


def _picture(pack: Pack, name: str) -> np.ndarray:
    path = pack.checked_path(name)
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"), dtype=np.uint8)
    except (OSError, UnidentifiedImageError) as error:
        raise PackDamagedError(
            "The picture to try the pack with cannot be opened.", which=path, remedy="Get the pack anew."
        ) from error


def _wrong(pack: Pack, what: str) -> PackFailedTrialError:
    return PackFailedTrialError(
        f"The pack was tried on this computer and failed: {what}. It is not used.",
        which=pack.manifest.title or pack.manifest.name,
        remedy="Tell whoever made the pack, with the name of this computer's processor ('sanduku doctor').",
    )
