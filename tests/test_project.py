"""What holds for the project as a whole: pins, licences, syntax, one version."""

import ast
import re
import runpy
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LEFT_TO_THEIR_USERS = {"easyocr"}


def name_in(requirement):
    return re.sub(r"[-_.]+", "-", re.split(r"[ <>=!~;\[(]", requirement)[0]).lower()


def pins():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(";")[0].strip().split("==") for line in lines if line and not line.startswith("#"))


def test_every_dependency_is_pinned():
    stated = [*PROJECT["dependencies"]]
    for extra, requirements in PROJECT["optional-dependencies"].items():
        if extra not in LEFT_TO_THEIR_USERS:
            stated += requirements
    pinned = {name_in(name) for name in pins()}
    assert [each for each in stated if name_in(each) not in pinned] == []


def test_pins_name_no_host():
    assert [
        f"{name}=={version}" for name, version in pins().items() if re.search(r"[:/@]", name + version)
    ] == []


def test_nothing_we_ship_is_under_the_gpl(monkeypatch, capsys):
    script = runpy.run_path(str(ROOT / "packaging" / "third_party.py"))
    rows = [script["_row"](each) for each in script["_needed"]()]
    assert len(rows) > 30
    assert [row for row in rows if script["REFUSED"].search(row.split("|")[3])] == []
    assert [row for row in rows if "not stated" in row] == []


@pytest.mark.parametrize("licence", ["GPL-3.0", "AGPLv3", "GNU General Public License v2 (GPLv2)"])
def test_the_gpl_is_recognised(licence):
    script = runpy.run_path(str(ROOT / "packaging" / "third_party.py"))
    assert script["REFUSED"].search(licence)
    assert not script["REFUSED"].search("GNU Lesser General Public License v3 (LGPLv3)")


def test_the_notices_name_every_dependency():
    notices = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert [each for each in PROJECT["dependencies"] if f"| {name_in(each)} |" not in notices] == []


def test_old_pythons_can_parse_run_py_far_enough_to_be_told():
    source = (ROOT / "run.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    nodes = list(tree.body)
    check = next(place for place, node in enumerate(nodes) if isinstance(node, ast.If))
    assert all(isinstance(node, ast.Import | ast.ImportFrom | ast.Expr) for node in nodes[:check])
    assert "sys.version_info < (3, 11)" in ast.unparse(nodes[check])


def test_run_py_needs_the_standard_library_alone():
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= set(sys.stdlib_module_names)


def test_no_file_grows_beyond_what_one_reads():
    # The longest are those with a table or a protocol that would be harder to follow in two halves.
    tracked = [path for folder in ("engine", "models") for path in (ROOT / folder).rglob("*.py")]
    assert [path.name for path in tracked if len(path.read_text(encoding="utf-8").splitlines()) > 600] == []


def test_packaging_never_shadows_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
