"""The bill of materials is valid, the same each time, and names everything once."""

import json
from pathlib import Path, PurePosixPath

import jsonschema_rs
import pytest


@pytest.fixture
def found(part):
    make = part("sbom.parts").Part
    crate = {
        "name": "aes",
        "version": "0.8.3",
        "purl": "pkg:cargo/aes@0.8.3?download_url=file:///home/somebody/aes",
        "bom-ref": "path+file:///home/somebody/aes",
        "licenses": [{"expression": "MIT OR Apache-2.0"}],
        "type": "library",
    }
    qt = tuple(PurePosixPath(f"_internal/PySide6/Qt/lib/{number}.so") for number in range(3))
    site = "https://x.example"
    return [
        make("rusty", "1.0", "library", "MIT", "pkg:pypi/rusty@1.0", site, digest="0" * 64, within=(crate,)),
        make("Qt", "6.11", "library", "LGPL-3.0-only", "pkg:generic/qt@6.11", files=qt, digest="1" * 64),
        make("OpenSSL", "3", "library", "Apache-2.0", "pkg:generic/openssl@3"),
        make("OpenSSL (of x)", "3", "library", "Apache-2.0", "pkg:generic/openssl@3"),
        make("reading", "4", "machine-learning-model", "MIT", "pkg:generic/reading@4", digest="2" * 64),
    ]


@pytest.fixture
def bill(part, found):
    return part("sbom.cyclonedx").bill(found, "0.1.0", 1700000000, "linux-x86_64")


def test_the_same_program_gives_the_same_bill(part, found, bill):
    assert part("sbom.cyclonedx").bill(found, "0.1.0", 1700000000, "linux-x86_64") == bill
    assert part("sbom.cyclonedx").bill(found[1:], "0.1.0", 1700000000, "linux-x86_64") != bill


def test_it_says_what_it_is(bill):
    told = json.loads(bill)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["version"] == "0.1.0"
    assert told["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"


def references(components):
    for each in components:
        yield each["bom-ref"]
        yield from references(each.get("components", ()))


def test_no_two_components_have_one_name(bill):
    found = list(references(json.loads(bill)["components"]))
    assert len(found) == len(set(found)) == 6


def test_it_names_no_folder_of_whoever_built_a_wheel(bill):
    assert "somebody" not in bill


def test_licences_are_written_as_the_format_wants_them(part):
    licence = part("sbom.cyclonedx").licence
    assert licence("MIT") == {"license": {"id": "MIT"}}
    assert licence("MIT OR Apache-2.0") == {"expression": "MIT OR Apache-2.0"}
    assert licence("As you like") == {"license": {"name": "As you like"}}


def test_it_fits_the_schema(bill):
    schema = pytest.importorskip("cyclonedx.schema")
    folder = Path(schema.__file__).parent / "_res"
    names = ("spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json")
    others = [
        (f"http://cyclonedx.org/schema/{name}", json.loads((folder / name).read_text(encoding="utf-8")))
        for name in names
    ]
    told = json.loads((folder / "bom-1.6.SNAPSHOT.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema_rs.validator_for(told, registry=jsonschema_rs.Registry(others))
    assert [str(error) for error in validator.iter_errors(json.loads(bill))] == []
    assert not validator.is_valid({**json.loads(bill), "components": [{"type": "wrong", "name": "x"}]})
