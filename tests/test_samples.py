"""The bundled samples are what their ground truth and their README say."""

import unicodedata
from itertools import chain
from pathlib import Path

import numpy as np
import pi_heif
import pypdfium2
import pytest
from PIL import Image, ImageOps

from benchmarks.scoring import TruthPage, load_truth

SAMPLES = Path(__file__).parent / "samples"
PAGES = load_truth(SAMPLES)
KINDS = {
    "clinic-register",
    "consent-form",
    "damage-report",
    "distribution-list",
    "id-card",
    "medical-letter",
    "needs-assessment",
    "receipt",
    "registration-form",
    "report",
    "vaccination-card",
}
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def test_the_samples_are_many_kinds_of_paper_in_the_five_languages():
    assert {page.kind for page in PAGES} == KINDS
    assert set(chain.from_iterable(page.languages for page in PAGES)) == {"en", "fr", "es", "ar", "sw"}
    assert len(PAGES) == len(KINDS) + 2, "the PDF and the TIFF have two pages"


def test_the_samples_are_small_enough_to_carry():
    assert sum(path.stat().st_size for path in SAMPLES.iterdir() if path.is_file()) < 3_000_000


def test_the_readme_tells_of_every_sample():
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert not [page.file.name for page in PAGES if f"`{page.file.name}`" not in readme]


@each_page
def test_every_line_is_clean_logical_text(page: TruthPage):
    assert page.lines
    for line in page.lines:
        assert line.text == unicodedata.normalize("NFC", line.text).strip() != ""
        assert not any(unicodedata.category(letter) in ("Cc", "Cf") for letter in line.text)
        assert line.language in page.languages


@each_page
def test_every_line_lies_on_its_page_and_in_no_ignored_place(page: TruthPage):
    width, height = _upright_size(page)
    for line in page.lines:
        quad = np.array(line.polygon)
        assert quad.shape == (4, 2)
        assert (quad >= 0).all()
        assert (quad < [width, height]).all(), line.text
        assert page.scores_at(tuple(quad.mean(axis=0))), line.text


@each_page
def test_there_is_ink_where_each_line_stands(page: TruthPage):
    """Guards against quads that a turn or a warp has put elsewhere."""
    grey = np.asarray(_upright_image(page).convert("L"), dtype=np.float32)
    empty = []
    for line in page.lines:
        left, top = np.min(line.polygon, axis=0).astype(int)
        right, bottom = np.max(line.polygon, axis=0).astype(int) + 1
        patch = grey[top:bottom, left:right]
        if np.ptp(patch) < 30:
            empty.append(line.text)
    assert not empty


def test_the_machine_readable_zone_holds_together():
    zone = [line.text for page in PAGES if page.kind == "id-card" for line in page.lines if "<" in line.text]
    upper, middle, names = zone
    assert [len(row) for row in zone] == [30, 30, 30]
    assert upper[14] == _check_digit(upper[5:14])
    assert middle[6] == _check_digit(middle[0:6])
    assert middle[14] == _check_digit(middle[8:14])
    assert middle[29] == _check_digit(upper[5:30] + middle[0:7] + middle[8:15] + middle[18:29])
    assert names.startswith("ROBLEDAL<PINTO<<LUCIA<INES")


def _check_digit(text: str) -> str:
    order = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    values = [max(0, order.find(letter)) for letter in text]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def _upright_size(page: TruthPage) -> tuple[int, int]:
    return _upright_image(page).size


def _upright_image(page: TruthPage) -> Image.Image:
    if page.file.suffix == ".pdf":
        with pypdfium2.PdfDocument(page.file) as document:
            return document[page.index].render(scale=200 / 72).to_pil()
    if page.file.suffix == ".heic":
        return pi_heif.open_heif(page.file)[page.index].to_pillow()
    with Image.open(page.file) as image:
        image.seek(page.index)
        return ImageOps.exif_transpose(image)
