"""What was found about accelerators is remembered for this computer, for a while, and told to people."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.packs.accelerators import ACCELERATORS_NAME, HELD, Accelerators, Trial, told_of

LIES = Trial("cuda", kept=False, reason="'cuda' gives other results.")
KEPT = Trial("webgpu", kept=True, reason="'webgpu' is right.")
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def at(folder, *, machine="this one", after=timedelta()):
    return Accelerators(folder, machine=machine, now=lambda: BEGUN + after)


def test_what_was_found_is_found_again_by_another_program(tmp_path):
    at(tmp_path).note("pack@1", "int8", "decoder", [LIES, KEPT])
    found = at(tmp_path).find("pack@1", "int8", "decoder")
    assert found.trials == (LIES, KEPT)
    assert found.provider == "webgpu"
    assert at(tmp_path).find("pack@1", "int4", "decoder") is None
    assert at(tmp_path).find("pack@2", "int8", "decoder") is None


def test_a_network_that_no_accelerator_runs_is_left_to_the_processor(tmp_path):
    at(tmp_path).note("pack@1", "int8", "decoder", [LIES])
    assert at(tmp_path).find("pack@1", "int8", "decoder").provider is None


@pytest.mark.parametrize(
    ("after", "found"),
    [(timedelta(), True), (HELD - timedelta(1), True), (HELD, False), (-timedelta(1), False)],
)
def test_it_counts_for_a_while_and_not_before_it_was_found(tmp_path, after, found):
    at(tmp_path).note("pack@1", "int8", "decoder", [LIES])
    assert (at(tmp_path, after=after).find("pack@1", "int8", "decoder") is not None) is found


def test_another_computer_begins_anew(tmp_path):
    at(tmp_path).note("pack@1", "int8", "decoder", [LIES])
    other = at(tmp_path, machine="another")
    assert other.find("pack@1", "int8", "decoder") is None
    other.note("pack@1", "int8", "vision", [KEPT])
    assert other.find("pack@1", "int8", "decoder") is None
    assert other.find("pack@1", "int8", "vision").trials == (KEPT,)


def test_people_are_told_of_each_network_that_was_tried(tmp_path):
    known = at(tmp_path)
    known.note("pack@1", "int8", "vision", [LIES, KEPT])
    known.note("pack@1", "int8", "decoder", [LIES])
    known.note("pack@1", "int8-lean", "decoder", [KEPT])
    assert told_of(tmp_path, "pack@1", "int8") == (
        "decoder: 'cuda' gives other results.",
        "vision: 'cuda' gives other results.",
        "vision: 'webgpu' is right.",
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.binary(max_size=40)
    | st.sampled_from([b'{"format": 2, "machine": "this one", "networks": {}}', b"[]", b"{}"])
)
def test_a_file_that_cannot_be_read_counts_as_nothing_tried(tmp_path, content):
    (tmp_path / ACCELERATORS_NAME).write_bytes(content)
    known = at(tmp_path)
    assert known.find("pack@1", "int8", "decoder") is None
    known.note("pack@1", "int8", "decoder", [KEPT])
    assert known.find("pack@1", "int8", "decoder").trials == (KEPT,)


def test_a_moment_without_a_time_zone_voids_the_file(tmp_path):
    at(tmp_path).note("pack@1", "int8", "decoder", [KEPT])
    path = tmp_path / ACCELERATORS_NAME
    path.write_text(path.read_text().replace("+00:00", ""))
    assert at(tmp_path).find("pack@1", "int8", "decoder") is None


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "packs").write_bytes(b"a file")
    known = at(tmp_path / "packs")
    known.note("pack@1", "int8", "decoder", [KEPT])
    assert known.find("pack@1", "int8", "decoder").trials == (KEPT,)
    assert at(tmp_path / "packs").find("pack@1", "int8", "decoder") is None
