"""How a benchmark tells its result: a table for people and a JSON file for programs."""

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from engine.version import VERSION


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one benchmark.

    Attributes:
        name: Which benchmark.
        columns: Headings of the table.
        rows: Cells, already formatted.
        figures: The same and more as plain JSON values.
        notes: Sentences under the table.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    figures: dict[str, Any]
    notes: Sequence[str] = field(default=())

    def show(self, console: Console) -> None:
        """Print the table and its notes."""
        table = Table(title=self.name, title_justify="left", title_style="bold")
        for number, column in enumerate(self.columns):
            table.add_column(column, justify="left" if number == 0 else "right")
        for row in self.rows:
            table.add_row(*row)
        console.print(table)
        for note in self.notes:
            console.print(f"  {note}", highlight=False)

    def save(self, folder: Path) -> Path:
        """Write the figures as JSON, with the machine they were taken on."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name.split(':')[0].strip().lower().replace(' ', '-')}.json"
        content = {
            "benchmark": self.name,
            "taken_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "sanduku": VERSION,
            "machine": {
                "system": platform.platform(),
                "processor_cores": os.cpu_count(),
                "python": platform.python_version(),
            },
            **self.figures,
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
        return path


def ratio_interval(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float, float]:
    """Return the median of theirs/ours pair by pair, with its 95 % bootstrap interval (low, median, high).

    Pairs are measured one after the other on the same page, so a machine that slows down slows both.
    """
    ratios = np.array([b / a for a, b in zip(ours, theirs, strict=True)])
    draws = np.random.default_rng(0).choice(ratios, size=(2000, len(ratios)))
    low, high = np.percentile(np.median(draws, axis=1), [2.5, 97.5])
    return float(low), float(np.median(ratios)), float(high)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` per cent of the values lie."""
    return float(np.percentile(np.asarray(values), share))


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
