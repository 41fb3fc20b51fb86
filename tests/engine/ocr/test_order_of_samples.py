"""The lines of the bundled samples, placed as their ground truth places them, come in its order.

What is measured is the share of neighbours in our order that are neighbours in the truth's, and Kendall's
tau. No engine reads here, so that nothing but the order counts. Sheets fed in sideways are left out: pages
are turned before they are ordered.
"""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from benchmarks.scoring import TruthPage, load_truth
from engine.geometry import Quad
from engine.ocr.order import in_reading_order
from engine.reading import Line

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = [page for page in load_truth(SAMPLES) if page.file.name != "referral-letter.tif"]
LEAST = {"id-card-mrz.jpg": (0.55, 0.97), "situation-report.pdf#2": (0.95, 0.998)}
"""Two sides of a tilted card in one picture; and signatures, whose labels are read before the names."""


def placed(page: TruthPage) -> list[Line]:
    # The confidence tells equal texts apart afterwards.
    return [
        Line(line.text, Quad(*line.polygon), number / len(page.lines), "Latn", "test")
        for number, line in enumerate(page.lines)
        if line.polygon
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_lines_of_a_sample_come_in_the_order_of_its_truth(page: TruthPage):
    lines = placed(page)
    width, height = (max(point[axis] for line in lines for point in line.quad.points) for axis in (0, 1))
    ranks = {line.confidence: rank for rank, line in enumerate(lines)}
    order = [
        ranks[line.confidence]
        for line in in_reading_order(lines[::-1], page_width=int(width) + 1, page_height=int(height) + 1)
    ]
    neighbours = sum(after == before + 1 for before, after in pairwise(order)) / (len(order) - 1)
    pairs = list(combinations(order, 2))
    tau = sum(1 if first < second else -1 for first, second in pairs) / len(pairs)
    least = LEAST.get(page.name, (1.0, 1.0))
    wrong = [(page.lines[a].text, page.lines[b].text) for a, b in pairwise(order) if b != a + 1]
    assert (neighbours >= least[0], tau >= least[1]) == (True, True), f"{neighbours:.3f}, {tau:.3f}: {wrong}"
