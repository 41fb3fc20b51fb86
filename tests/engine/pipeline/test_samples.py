"""The bundled samples, read with the real engines: text is found, and found where it stands."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.pages import open_source
from engine.pipeline import Pipeline
from engine.reading import Origin
from engine.settings import Settings

SAMPLES = (
    "consent-form.png", "damage-report.webp", "distribution-list.jpg", "id-card-mrz.jpg", "phone-photo.jpg",
    "receipt.jpg", "referral-letter.tif", "registration-form.jpg", "situation-report.pdf",
    "vaccination-card.heic",
)  # fmt: skip


@pytest.fixture(scope="module")
def pipeline(prepared):
    made = Pipeline(Settings(), prepared)
    yield made
    made.close()


@pytest.mark.parametrize("name", SAMPLES)
def test_text_is_found_where_it_stands(name, samples, pipeline):
    """Lines that are read exactly, and whose text is on the page only once, lie on their true places."""
    truth = json.loads((samples / name).with_suffix(".truth.json").read_text(encoding="utf-8"))
    with open_source(samples / name, name=name, settings=Settings().pages) as source:
        for index, page in enumerate(truth["pages"]):
            # The truth is in pixels after EXIF orientation, as the page comes out of the file.
            to_source = source.load(index).to_source
            reading = pipeline.read(source, index).reading
            places = {line["text"]: line["quad"] for line in page["lines"] if line["quad"]}
            texts = [line["text"] for line in page["lines"]]
            read = [line.text for line in reading.lines]
            known = [
                line
                for line in reading.lines
                if line.text in places and texts.count(line.text) == read.count(line.text) == 1
            ]
            assert len(known) >= 5, read
            away = []
            for line in known:
                corners = np.array(places[line.text], dtype=np.float64)
                (found,) = reading.to_source.apply(np.array([line.quad.center]))
                (expected,) = to_source.apply(corners.mean(axis=0)[None])
                away.append(np.linalg.norm(found - expected) / np.linalg.norm(corners[3] - corners[0]))
            # In heights of the lines. Now and then a box takes in a tick box or half of a neighbour.
            assert np.median(away) < 0.4
            assert np.mean(np.array(away) < 1) >= 0.9


def test_the_letter_that_was_scanned_sideways_stands_upright(samples, pipeline):
    with open_source(samples / "referral-letter.tif", name="letter.tif", settings=Settings().pages) as source:
        reading = pipeline.read(source, 0).reading
    assert reading.rotation in (1, 3)
    assert reading.height > reading.width
    assert "CENTRE DE SANTÉ DE MUBONDO" in reading.text


def test_the_photo_of_a_form_is_straightened(samples, pipeline):
    with open_source(samples / "phone-photo.jpg", name="photo.jpg", settings=Settings().pages) as source:
        whole = source.load(0)
        reading = pipeline.read(source, 0).reading
    assert (reading.width, reading.height) != (whole.width, whole.height)
    assert any("photo" in warning for warning in reading.warnings)


def test_a_pdf_gives_its_own_text_and_the_text_of_its_scan(samples, pipeline):
    name = "situation-report.pdf"
    with open_source(samples / name, name=name, settings=Settings().pages) as source:
        first, second = (pipeline.read(source, index).reading for index in range(2))
    assert (first.origin, second.origin) == (Origin.TEXT_LAYER, Origin.RECOGNISED)
    assert all(line.confidence == 1.0 for line in first.lines)


def test_the_same_page_gives_the_same_reading_and_the_same_image(samples, pipeline):
    name = "receipt.jpg"
    with open_source(samples / name, name=name, settings=Settings().pages) as source:
        first, second = (pipeline.read(source, 0) for _ in range(2))
    assert replace(first.reading, seconds={}) == replace(second.reading, seconds={})
    assert first.image_jpeg == second.image_jpeg


def test_the_id_is_short_and_stable(prepared, pipeline):
    again = Pipeline(Settings(), prepared)
    again.close()
    assert again.id == pipeline.id
    assert len(pipeline.id) < 40
