"""Opens the networks of a pack, each on what runs it right and fastest."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import SandukuError
from engine.packs import ImageText, Pack
from engine.packs.accelerators import Accelerators, Trial, Tried
from engine.runtime import (
    CPU,
    Network,
    Runs,
    Tensor,
    available_providers,
    give_back_memory,
    probe,
)
from engine.vision.graphs import pixel_feeds, read_graph
from engine.vision.pictures import trial_pixels

BEST = "auto"
"""Lets each network run on the fastest provider that gives right results."""
TRIAL_LENGTH = 16
"""Positions that a network of text is tried with."""
TRIAL_PAST = 5
"""Positions that it remembers in the trial: what goes wrong with these goes wrong at every step."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The networks of one precision.

    Attributes:
        networks: By role.
        verdicts: What was found about accelerators, by role; empty where none was asked for.
        load_seconds: CPU-seconds that opening took.
    """

    networks: Mapping[str, Network]
    verdicts: Mapping[str, tuple[Trial, ...]]
    load_seconds: float


def open_networks(
    pack: Pack,
    precision: str,
    *,
    threads: int,
    provider: str,
    cancelled: Callable[[], bool],
    accelerators: Accelerators | None = None,
    opener: Callable[..., Network] = Network.open,
    clock: Callable[[], float] = time.perf_counter,
) -> Opened:
    """Open every network of a precision.

    Args:
        pack: Whose files are checked just before.
        precision: Which.
        threads: That one run may use.
        provider: ``cpu``, ``auto``, or an accelerator's name, which is used where it proves right and faster.
        cancelled: Asked while files are checked.
        accelerators: Remembers what was found about them; None to find it out each time.
        opener: Opens one network.
        clock: Gives seconds, to compare accelerators by.

    Raises:
        engine.packs.PackDamagedError: A file is not what the manifest says.
        engine.runtime.ModelUnusableError: ONNX Runtime cannot run one of them.
        engine.runtime.ModelMemoryError: There is not enough memory.
        engine.errors.CancelledError: ``cancelled`` said so.
    """
    begun = time.process_time()
    networks: dict[str, Network] = {}
    verdicts: dict[str, tuple[Trial, ...]] = {}
    candidates = _candidates(provider)
    for role in _largest_first(pack, precision):
        path = pack.path_of(role, precision, cancelled=cancelled)
        open_on = partial(opener, path, threads=threads)
        if candidates:
            notes = _Notes(accelerators, pack.id, precision, role)
            chooser = _Chooser(open_on, notes, candidates, pack.image_text, clock)
            networks[role], verdicts[role] = chooser.choose()
        else:
            networks[role] = open_on()
        give_back_memory()
    return Opened(networks, verdicts, time.process_time() - begun)


def trial_feeds(network: Network, plan: ImageText) -> dict[str, NDArray[Any]]:
    """Return inputs like those of real work, always the same, to compare two ways of running a network.

    Raises:
        GraphUnknownError: It cannot be fed.
    """
    graph, chance = read_graph(network), np.random.default_rng(7)
    feeds: dict[str, NDArray[Any]] = {}
    if "pixels" in graph.wants:
        feeds.update(pixel_feeds(graph, trial_pixels(plan.preprocess), plan.preprocess.multiple))
    # A graph that works in two ways remembers nothing in the first, which is the one that is tried.
    past = TRIAL_PAST if graph.places("self") and "use_cache" not in graph.wants else 0
    for place, tensor in graph.past.items():
        length = past if place.side == "self" else TRIAL_LENGTH * bool(past)
        feeds[tensor.name] = _by_chance(chance, _sizes(tensor, {2: length}), tensor.dtype)
    new = np.arange(past, past + TRIAL_LENGTH)
    for role, tensor in graph.wants.items():
        if tensor.name in feeds:
            continue
        shape = _sizes(tensor, {1: TRIAL_LENGTH + (past if role == "mask" else 0)})
        made: NDArray[Any]
        if role in ("embeddings", "hidden"):
            made = chance.standard_normal(shape)
        elif role == "positions":
            made = np.broadcast_to(new, (*shape[:-1], TRIAL_LENGTH))
        elif role == "cache_positions":
            made = new
        elif role == "use_cache":
            made = np.zeros(1)
        elif role == "ids":
            made = np.arange(TRIAL_LENGTH)[None]
        else:
            made = np.ones(shape if tensor.shape else ())
        feeds[tensor.name] = np.ascontiguousarray(made.astype(tensor.dtype))
    return feeds


def _by_chance(chance: np.random.Generator, shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return keys or values, in whole numbers where they are remembered in 8 bits."""
    spread = 1.0 if np.issubdtype(dtype, np.floating) else 20.0
    return (chance.standard_normal(shape) * spread).astype(dtype)


@dataclass(frozen=True, slots=True)
class _Notes:
    """What is remembered of trials of one network."""

    accelerators: Accelerators | None
    pack_id: str
    precision: str
    role: str

    def find(self) -> Tried | None:
        if self.accelerators is None:
            return None
        return self.accelerators.find(self.pack_id, self.precision, self.role)

    def write(self, *trials: Trial) -> None:
        if self.accelerators is not None:
            self.accelerators.note(self.pack_id, self.precision, self.role, trials)


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Opens one network on what runs it right and fastest.

    Attributes:
        open_on: Opens it on a ``provider``, the processor where none is named.
        notes: Remembers what is found.
        candidates: Accelerators to try, the most promising first.
        plan: Of the pack.
        clock: Gives seconds.
    """

    open_on: Callable[..., Network]
    notes: _Notes
    candidates: tuple[str, ...]
    plan: ImageText
    clock: Callable[[], float]

    def choose(self) -> tuple[Network, tuple[Trial, ...]]:
        """Return the network, and what was found about each accelerator, now or before."""
        known = self.notes.find()
        if known is None or not {each.provider for each in known.trials} <= set(self.candidates):
            return self._try_all()
        chosen = known.provider
        if chosen is None:
            return self.open_on(), known.trials
        try:
            return self.open_on(provider=chosen), known.trials
        except SandukuError as error:
            reason = f"'{chosen}' was right before and cannot be used now, so the processor is used: {error}"
            trial = Trial(chosen, kept=False, reason=reason)
            self.notes.write(trial)
            return self.open_on(), (trial,)

    def _try_all(self) -> tuple[Network, tuple[Trial, ...]]:
        network, trials = self.open_on(), list[Trial]()
        try:
            feeds = trial_feeds(network, self.plan)
        except SandukuError:
            # A graph that cannot be fed is told of where it is put to use.
            return network, ()
        for candidate in self.candidates:
            opened: list[Network] = []

            def open_candidate(candidate: str = candidate, opened: list[Network] = opened) -> Runs:
                opened.append(self.open_on(provider=candidate))
                return opened[0]

            # Some drivers end the program: it must not try the same one again and again.
            ended = f"The program ended while '{candidate}' was tried, so the processor is used."
            self.notes.write(*trials, Trial(candidate, kept=False, reason=ended))
            verdict, kept = probe(candidate, network, open_candidate, feeds, clock=self.clock)
            trials.append(Trial(candidate, verdict.kept, verdict.reason))
            self.notes.write(*trials)
            if kept is not None:
                return opened[0], tuple(trials)
        return network, tuple(trials)


def _largest_first(pack: Pack, precision: str) -> list[str]:
    """Return the roles with the largest file first: it needs most while it is opened."""
    _, chosen = pack.precision(precision)

    def size(role: str) -> int:
        files = pack.model(pack.image_text.components[role]).files_of(chosen.variants[role])
        return sum(pack.manifest.files[name].byte_size for name in files)

    return sorted(pack.image_text.components, key=size, reverse=True)


def _candidates(provider: str) -> tuple[str, ...]:
    if provider == CPU:
        return ()
    if provider == BEST:
        return tuple(name for name in available_providers() if name != CPU)
    return (provider,)


def _sizes(tensor: Tensor, free: Mapping[int, int]) -> tuple[int, ...]:
    """Return a shape with 1 for each axis that may vary, but for those that are told."""
    return tuple(
        length if isinstance(length, int) else free.get(axis, 1) for axis, length in enumerate(tensor.shape)
    )
