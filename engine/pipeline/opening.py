"""Opens image models on what runs them right and fastest, and takes an accelerator that fails off its work.

This module knows packs, models and the setting; it must never know what a model is asked.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from engine.errors import SandukuError
from engine.packs import Pack
from engine.packs.accelerators import Accelerators, Trial
from engine.runtime import CPU, ModelMemoryError, ModelUnusableError, machine_name
from engine.settings import AUTOMATIC, ModelSettings
from engine.vision import EncoderPair, ImageTextModel
from engine.vision.opening import BEST

DUAL_ENCODER = "dual-encoder"
Model = ImageTextModel | EncoderPair


class ModelOpener:
    """Opens precisions of packs."""

    def __init__(
        self, settings: ModelSettings, packs: Path, *, threads: int, tell: Callable[[str], None]
    ) -> None:
        """Make ready; nothing is opened or tried yet.

        Args:
            settings: Whether accelerators may be used.
            packs: The folder of packs, where it is remembered what was found about them.
            threads: That a model may use.
            tell: Told in a sentence what each network runs on, where an accelerator was tried.
        """
        self._provider = BEST if settings.accelerator == AUTOMATIC else CPU
        self._accelerators = Accelerators(packs, machine=machine_name())
        self._threads = threads
        self._tell = tell

    def __call__(self, pack: Pack, precision: str) -> Model:
        """Open a precision; raises what :meth:`engine.vision.ImageTextModel.open` does."""
        try:
            model = self._opened(pack, precision)
        except (ModelUnusableError, ModelMemoryError) as error:
            if not self.distrust(pack, precision, error):
                raise
            model = self._opened(pack, precision)
        for role, trials in _verdicts(model).items():
            for trial in trials:
                self._tell(f"{pack.manifest.name}, {role}: {trial.reason}")
        return model

    def distrust(self, pack: Pack, precision: str, error: SandukuError) -> bool:
        """Note that a model failed, so that the processor does from now on what accelerators did.

        Args:
            pack: Of the model.
            precision: Of the pack.
            error: How it failed.

        Returns:
            Whether an accelerator had a part in it: then it is worth another try.
        """
        if self._provider == CPU:
            return False
        any_failed = False
        for role in pack.image_text.components:
            known = self._accelerators.find(pack.id, precision, role)
            if known is None or known.provider is None:
                continue
            any_failed = True
            reason = f"'{known.provider}' failed at work, so the processor is used: {error.what}"
            trial = Trial(known.provider, kept=False, reason=reason)
            self._accelerators.note(pack.id, precision, role, [trial])
        return any_failed

    def _opened(self, pack: Pack, precision: str) -> Model:
        kind = EncoderPair if pack.image_text.family == DUAL_ENCODER else ImageTextModel
        return kind.open(
            pack,
            precision=precision,
            threads=self._threads,
            provider=self._provider,
            accelerators=self._accelerators,
        )


def providers_of(model: Model) -> Mapping[str, str]:
    """Return what each network of a model runs on, by role."""
    return model.providers if isinstance(model, EncoderPair) else model.facts.providers


def _verdicts(model: Model) -> Mapping[str, tuple[Trial, ...]]:
    return model.verdicts if isinstance(model, EncoderPair) else model.facts.verdicts
