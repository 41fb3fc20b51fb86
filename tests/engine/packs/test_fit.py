"""Whether a pack fits is judged by what was measured and what is free, within the limits of a container."""

import json

import psutil
import pytest

from engine.packs import Manifest
from engine.packs.fit import Verdict, available_memory, fit, memory_needed, total_memory
from tests.engine.packs.conftest import write_pack

MB = 1_000_000


def manifest(tmp_path, **peaks):
    """A pack with a precision for each name, with its measured peak in megabytes; None for no measurement."""
    variants = {"image_encoder": "int8", "text_encoder": "int8"}
    precisions = {
        name: {"variants": variants, "measured": None if peak is None else {"peak_bytes": peak * MB}}
        for name, peak in peaks.items()
    }
    folder = write_pack(tmp_path / "pack")
    data = json.loads((folder / "pack.json").read_bytes())
    data["image_text"] |= {"precisions": precisions, "default_precision": next(iter(peaks))}
    return Manifest.from_json(json.dumps(data))


@pytest.mark.parametrize(
    ("free", "verdict", "smaller"),
    [
        (2000, Verdict.FITS, ""),
        (1250, Verdict.FITS, ""),
        (1249, Verdict.TIGHT, ""),
        (1000, Verdict.TIGHT, ""),
        (999, Verdict.TOO_BIG, "int8"),
        (500, Verdict.TOO_BIG, "int8"),
        (499, Verdict.TOO_BIG, "int4"),
        (100, Verdict.TOO_BIG, ""),
    ],
)
def test_the_largest_precision_that_fits_is_offered_instead(tmp_path, free, verdict, smaller):
    found = fit(manifest(tmp_path, fp32=1000, int8=500, int4=300), available=lambda: free * MB)
    assert (found.verdict, found.smaller, found.measured) == (verdict, smaller, True)
    assert found.fits is (verdict is not Verdict.TOO_BIG)
    assert (f"'{smaller}' fits" in found.sentence()) is bool(smaller)


def test_what_nobody_measured_is_estimated_from_its_files_and_said_to_be(tmp_path):
    facts = manifest(tmp_path, fp32=None)
    needed, measured = memory_needed(facts, "fp32")
    assert not measured
    assert needed > facts.byte_size
    assert "needs about" in fit(facts, available=lambda: 2**40).sentence()


def test_packs_without_such_a_model_need_no_judgement(tmp_path):
    assert (
        fit(Manifest.from_json((write_pack(tmp_path / "p", image_text=None) / "pack.json").read_text()))
        is None
    )


def test_without_a_limit_the_free_memory_of_the_computer_counts(tmp_path):
    assert 0 < available_memory(tmp_path) <= psutil.virtual_memory().total
    assert total_memory(tmp_path) == psutil.virtual_memory().total
    (tmp_path / "memory.max").write_text("max\n")
    assert total_memory(tmp_path) == psutil.virtual_memory().total


@pytest.mark.parametrize(
    ("limit", "used", "stat", "given_up"),
    [
        ("memory.max", "memory.current", "memory.stat", "inactive_file"),
        (
            "memory/memory.limit_in_bytes",
            "memory/memory.usage_in_bytes",
            "memory/memory.stat",
            "total_inactive_file",
        ),
    ],
    ids=["second", "first"],
)
def test_the_limit_of_a_container_counts(tmp_path, limit, used, stat, given_up):
    (tmp_path / "memory").mkdir()
    (tmp_path / limit).write_text(f"{100 * MB}\n")
    (tmp_path / used).write_text(f"{70 * MB}\n")
    assert available_memory(tmp_path) == 30 * MB
    (tmp_path / stat).write_text(f"anon 5\n{given_up} {20 * MB}\nfile 7\n")
    assert available_memory(tmp_path) == 50 * MB
    assert total_memory(tmp_path) == 100 * MB
    (tmp_path / used).write_text(f"{170 * MB}\n")
    assert available_memory(tmp_path) == 0
