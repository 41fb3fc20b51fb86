"""The audit of dependencies finds what is affected, and nothing else."""

import json
import runpy
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def audit():
    return runpy.run_path(str(ROOT / "packaging" / "audit.py"))


def advisory(*events, versions=(), name="Foo.Bar", **more):
    affected = {
        "package": {"ecosystem": "PyPI", "name": name},
        "ranges": [{"type": "ECOSYSTEM", "events": list(events)}],
        "versions": list(versions),
    }
    return {"id": "GHSA-1", "summary": "It leaks.", "affected": [affected], **more}


@pytest.fixture
def look_up(audit, tmp_path, capsys):
    def ask(*advisories, pins="foo-bar==1.5\n"):
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as file:
            for number, each in enumerate(advisories):
                file.writestr(f"{number}.json", json.dumps(each))
        (tmp_path / "constraints.txt").write_text(pins)
        status = audit["main"](
            ["--advisories", str(tmp_path / "all.zip"), "--constraints", str(tmp_path / "constraints.txt")]
        )
        return status, capsys.readouterr().out

    return ask


@pytest.mark.parametrize(
    "told",
    [
        advisory({"introduced": "0"}),
        advisory({"introduced": "0"}, {"fixed": "1.6"}),
        advisory({"introduced": "1.5"}, {"last_affected": "1.5"}),
        advisory({"introduced": "0"}, {"fixed": "1.1"}, {"introduced": "1.4"}, {"fixed": "1.5.1"}),
        advisory(versions=["1.5.0"]),
    ],
)
def test_an_affected_version_is_told(look_up, told):
    status, said = look_up(told)
    assert status == 1
    assert "foo-bar 1.5: GHSA-1 It leaks." in said


@pytest.mark.parametrize(
    "told",
    [
        advisory({"introduced": "0"}, {"fixed": "1.5"}),
        advisory({"introduced": "1.6"}),
        advisory({"introduced": "0"}, {"last_affected": "1.4"}),
        advisory(versions=["1.4"]),
        advisory({"introduced": "0"}, name="another"),
        advisory({"introduced": "0"}, withdrawn="2026-01-01T00:00:00Z"),
    ],
)
def test_what_is_not_affected_is_not_told(look_up, told):
    assert look_up(told)[0] == 0


def test_every_pin_of_ours_is_understood(audit):
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(audit["pins"](text)) == len(lines)


def test_without_advisories_it_says_so(audit, tmp_path, capsys):
    assert audit["main"](["--advisories", str(tmp_path / "none.zip")]) == 2
    assert "Download https://" in capsys.readouterr().err
