"""What an engine's own confidence is worth: tables from it to the probability of being right.

The tables are learnt by ``python -m models calibrate-confidence`` from lines drawn for that purpose,
never from documents that accuracy is measured on, and lie beside this module as data. A table is a
monotone curve through the mean of each tenth of the lines (reliability bins made monotone by pooling
adjacent violators: Zadrozny and Elkan, "Transforming Classifier Scores into Accurate Multiclass
Probability Estimates", KDD 2002).
"""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files
from typing import Self

import numpy as np

DATA_FILE = "calibration.json"
_TRUST_WITHOUT_TABLE = 0.9
"""An engine that was never calibrated is trusted a little less than it says."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """A monotone curve from an engine's confidence to the probability of being right.

    Attributes:
        confidences: What the engine says, strictly rising.
        probabilities: How often it was right there, not falling; as many.
    """

    confidences: tuple[float, ...]
    probabilities: tuple[float, ...]

    def __call__(self, confidence: float) -> float:
        """Return the probability of being right, in [0, 1], for what the engine says."""
        if not math.isfinite(confidence):
            return 0.0
        between = float(np.interp(confidence, self.confidences, self.probabilities))
        return min(1.0, max(0.0, between))

    @classmethod
    def learn(cls, confidences: Sequence[float], right: Sequence[bool], *, bins: int = 10) -> Self:
        """Fit the curve to examples.

        Args:
            confidences: What the engine said of each.
            right: Whether it was right.
            bins: Into how many groups of equal size the examples are gathered.
        """
        said, truth = np.asarray(confidences, float), np.asarray(right, float)
        pools: list[_Pool] = []
        for group in np.array_split(np.argsort(said, kind="stable"), min(bins, len(said))):
            pools.append(_Pool(float(said[group].sum()), float(truth[group].sum()), len(group)))
            while len(pools) > 1 and pools[-2].probability >= pools[-1].probability:
                pools[-2:] = [pools[-2] + pools[-1]]
        # An engine that is not sure at all is not right: below the first pool the curve falls to nothing.
        points = {0.0: 0.0}
        points |= {round(pool.said / pool.size, 4): round(pool.probability, 4) for pool in pools}
        return cls(tuple(points), tuple(points.values()))


@dataclass(frozen=True, slots=True)
class _Pool:
    """Examples that share one point of the curve: sums of what was said and of how often it was right."""

    said: float
    right: float
    size: int

    @property
    def probability(self) -> float:
        # Half a success and half a failure are added: no pool may claim to be always right or always wrong.
        return (self.right + 0.5) / (self.size + 1)

    def __add__(self, other: "_Pool") -> "_Pool":
        return _Pool(self.said + other.said, self.right + other.right, self.size + other.size)


class Unit(StrEnum):
    """What a table speaks of."""

    WORD = "word"
    """One word, as one engine read it."""
    LINE = "line"
    """A whole line that one engine alone read."""
    AGREED = "agreed"
    """A whole line that this engine and another read alike."""
    DISPUTED = "disputed"
    """A whole line that this engine and another read differently."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """All tables.

    Attributes:
        tables: By engine, script (ISO 15924) and unit.
        margins: For a pair of engines and a script: by how much the second engine's vote for a word must
            outweigh the first's to replace it, so that on held-out lines the result is never worse than the
            first alone. A pair that is not here never replaces anything.
    """

    tables: Mapping[tuple[str, str, Unit], Reliability] = field(default_factory=dict)
    margins: Mapping[tuple[str, str, str], float] = field(default_factory=dict)

    def probability(self, engine: str, script: str, unit: Unit, confidence: float) -> float:
        """Return the probability in [0, 1] that what an engine read is right.

        Args:
            engine: Its name.
            script: ISO 15924 code of the line.
            unit: What the question is about.
            confidence: What the engine says.
        """
        table = self.tables.get((engine, script, unit))
        if table is None and unit in (Unit.AGREED, Unit.DISPUTED):
            alone = self.probability(engine, script, Unit.LINE, confidence)
            # Nothing was measured for this pair: agreement halves the doubt, dispute doubles it.
            return 1 - (1 - alone) / 2 if unit is Unit.AGREED else max(0.0, 1 - 2 * (1 - alone))
        if table is None:
            bounded = min(1.0, max(0.0, confidence)) if math.isfinite(confidence) else 0.0
            return _TRUST_WITHOUT_TABLE * bounded
        return table(confidence)

    def margin(self, primary: str, other: str, script: str) -> float:
        """Return by how much ``other`` must outweigh ``primary``; infinite if it was never measured."""
        return self.margins.get((primary, other, script), math.inf)

    @property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change with any number in the tables."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:8]

    def to_json(self) -> str:
        """Return all tables as JSON text, the same for equal tables."""
        tables = [
            {
                "engine": engine,
                "script": script,
                "unit": unit.value,
                "confidences": list(table.confidences),
                "probabilities": list(table.probabilities),
            }
            for (engine, script, unit), table in sorted(self.tables.items())
        ]
        margins = [
            {"engine": engine, "other": other, "script": script, "margin": margin}
            for (engine, other, script), margin in sorted(self.margins.items())
        ]
        return json.dumps({"tables": tables, "margins": margins}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Make tables from what :meth:`to_json` gave."""
        data = json.loads(text)
        return cls(
            {
                (table["engine"], table["script"], Unit(table["unit"])): Reliability(
                    tuple(table["confidences"]), tuple(table["probabilities"])
                )
                for table in data["tables"]
            },
            {(row["engine"], row["other"], row["script"]): row["margin"] for row in data["margins"]},
        )


def load_calibration() -> Calibration:
    """Return the tables that belong to this version of Sanduku."""
    return Calibration.from_json(files(__package__).joinpath(DATA_FILE).read_text(encoding="utf-8"))
