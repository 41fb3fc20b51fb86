"""What was found about accelerators is told by the list of packs, by one pack's facts, and by the doctor."""

import shutil

import pytest

from engine.packs.accelerators import Accelerators, Trial
from engine.packs.shelf import Shelf
from tests.conftest import ROOT

REASON = "'cuda' gives other results than the processor, so the processor is used."


@pytest.fixture
def tried(places):
    """Places with a pack whose decoder was tried."""
    shutil.copytree(ROOT / "tests/samples/image_text/smolvlm", places.packs / "tiny-smolvlm")
    pack = Shelf(places.packs).find("tiny-smolvlm")
    precision, _ = pack.precision(None)
    Accelerators(places.packs, machine="this one").note(
        pack.id, precision, "decoder", [Trial("cuda", kept=False, reason=REASON)]
    )
    return precision


def test_lists_and_facts_of_packs_tell_it(run, tried):
    def said(result):
        return " ".join(f"{result.out} {result.err}".split())

    assert f"tiny-smolvlm, decoder: {REASON}" in said(run("packs", "list"))
    card = run("packs", "show", "tiny-smolvlm", "--json").json
    told = {each["name"]: each["accelerators"] for each in card["precisions"]}
    assert told[tried] == [f"decoder: {REASON}"]
    assert [name for name, each in told.items() if each] == [tried]
    assert REASON in said(run("packs", "show", "tiny-smolvlm"))


def test_the_doctor_tells_it_unless_accelerators_are_off(run, tried):
    def found():
        told = run("doctor", "--quick", "--json").json["findings"]
        return {each["name"]: each["detail"] for each in told}

    assert found()[f"accelerator: tiny-smolvlm {tried}"] == f"decoder: {REASON}"
    assert run("settings", "set", "models.accelerator", "off").code == 0
    assert not any(name.startswith("accelerator") for name in found())


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("automatic", "directml can be tried for image models"),
        ("off", "as the setting models.accelerator says"),
    ],
)
def test_the_doctor_tells_whether_there_is_anything_to_try(run, monkeypatch, setting, words):
    monkeypatch.setattr("engine.runtime.available_providers", lambda: ("directml", "cpu"))
    run("settings", "set", "models.accelerator", setting)
    told = {each["name"]: each["detail"] for each in run("doctor", "--quick", "--json").json["findings"]}
    assert words in told["ONNX Runtime"]
