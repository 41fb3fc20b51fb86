"""What is under the GPL or AGPL does not ship; what may be used as a library does."""

import tomllib
from pathlib import Path

import pytest
from packaging.licenses import canonicalize_license_expression

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "expression",
    [
        "GPL-3.0-only",
        "AGPL-3.0-or-later",
        "MIT AND GPL-2.0-only",
        "GPL-2.0-only OR AGPL-3.0-only",
        "(GPL-2.0-or-later)",
    ],
)
def test_the_gpl_is_refused(part, expression):
    assert part("sbom.licensing").is_refused(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "LGPL-3.0-only",
        "LGPL-3.0-only OR GPL-3.0-only",
        "GPL-3.0-or-later WITH GCC-exception-3.1 AND LGPL-2.1-or-later",
        "GPL-2.0-or-later WITH Bootloader-exception",
    ],
)
def test_what_may_be_used_as_a_library_is_not(part, expression):
    assert not part("sbom.licensing").is_refused(expression)


def test_of_several_licences_those_are_chosen_that_may_ship(part):
    assert part("sbom.licensing").chosen("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only") == "LGPL-3.0-only"


def test_a_licence_that_nobody_knows_is_an_error(part, site, owners):
    site("mystery", licence="")
    module = part("sbom.licensing")
    with pytest.raises(module.LicenceUnknownError, match=r"mystery 1\.0"):
        module.licence_of(owners().distributions["mystery"])


def test_every_library_that_we_know_has_a_licence_a_text_and_somebody_who_knows_its_version(part):
    rows = tomllib.loads((ROOT / "packaging/sbom/libraries.toml").read_text(encoding="utf-8"))["library"]
    asked = part("sbom.versions")._ASKED
    texts = {path.stem for path in (ROOT / "packaging/sbom/licences").glob("*.txt")} | {"apache-2.0"}
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert canonicalize_license_expression(row["licence"]) == row["licence"]
        assert not part("sbom.licensing").is_refused(row["licence"])
        assert ("files" in row) != ("inside" in row)
        kind = row["version"].partition(":")[0]
        assert kind in asked or kind in ("wheel", "pil", "name", "png", "debian")
        text = row["text"]
        assert text in texts or text in ("python", "pyinstaller", "debian") or text.startswith("wheel:")
