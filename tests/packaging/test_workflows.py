"""The workflows build every word of build.py, test every Python, and may do no more than they must."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
SYSTEMS = {"ubuntu", "windows", "macos"}
NOT_ALONE = {"compare", "sbom"}
"""Words that hand out nothing of their own: one tells whoever builds, the other is a step of ``frozen``."""


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(workflow):
    return [(name, step) for name, job in workflow["jobs"].items() for step in job.get("steps", ())]


each = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def packages():
    return read(FOLDER / "packages.yml")


@pytest.fixture(scope="module")
def tests():
    return read(FOLDER / "tests.yml")


def test_every_word_of_build_py_is_built(packages):
    words = set(
        re.findall(r'Word\(\s*"(\w+)"', (ROOT / "packaging" / "build.py").read_text(encoding="utf-8"))
    )
    said = " ".join(step.get("run", "") for _, step in steps(packages))
    assert {"frozen", "deb", "nsis", "portable", "dmg", "checksums"} <= words
    assert {word for word in words - NOT_ALONE if f"packaging/build.py {word}" not in said} == set()


def test_the_bill_of_materials_of_each_system_is_handed_out(packages):
    for name in ("linux", "windows", "macos"):
        said = " ".join(step.get("run", "") for step in packages["jobs"][name]["steps"])
        assert "shipped/sbom.cdx.json build/packages/sanduku-" in said, name


def test_every_python_that_is_allowed_is_tested_on_every_system(tests):
    matrix = tests["jobs"]["test"]["strategy"]["matrix"]
    allowed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "requires-python"
    ]
    assert all(version in SpecifierSet(allowed) for version in matrix["python"])
    assert matrix["python"][0] == re.search(r"\d+\.\d+", allowed)[0]
    assert {system.partition("-")[0] for system in matrix["system"]} == SYSTEMS


def test_what_is_tested_is_what_a_fresh_clone_tests(tests):
    assert ".ci/run" in " ".join(step.get("run", "") for _, step in steps(tests))


def test_each_artefact_tests_itself_on_its_own_system(packages):
    for name in ("linux", "windows", "macos"):
        said = " ".join(step.get("run", "") for step in packages["jobs"][name]["steps"])
        assert "--self-test" in said, name


def test_a_release_waits_for_all_that_is_handed_out(packages):
    assert set(packages["jobs"]["release"]["needs"]) >= {"linux", "windows", "macos", "update", "tests"}


@each
def test_nothing_may_be_written_but_by_the_job_that_releases(path):
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    granted = {name for name, job in workflow["jobs"].items() if "write" in str(job.get("permissions", ""))}
    assert granted <= {"release"}


@each
def test_actions_are_pinned_to_a_commit_and_leave_no_token(path):
    for name, step in steps(read(path)):
        used = step.get("uses", "")
        assert not used or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", used), f"{name}: {used}"
        if used.startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@each
def test_the_version_of_each_pinned_action_is_told_and_the_same_everywhere(path):
    told = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.search(r"uses: (actions/\S+)@(\S+)(?: # (v[\d.]+))?$", line):
            assert found[3], line
            told.setdefault(found[1], set()).add((found[2], found[3]))
    assert all(len(pins) == 1 for pins in told.values())


@each
def test_a_secret_reaches_only_steps_that_run_where_it_is_set(path):
    for name, job in read(path)["jobs"].items():
        for step in job.get("steps", ()):
            if "secrets." in str(step.get("env", "")) and "SIGNED" not in str(step.get("if", "")):
                assert "sign.cmd" in step["run"], f"{name}: {step.get('name')}"
            assert "secrets." not in step.get("run", ""), f"{name}: {step.get('name')}"


@each
def test_what_strangers_write_is_never_part_of_a_command(path):
    for name, step in steps(read(path)):
        assert "github.event" not in step.get("run", ""), name


@each
def test_every_job_ends_some_time(path):
    for name, job in read(path)["jobs"].items():
        assert "timeout-minutes" in job or "uses" in job, name
