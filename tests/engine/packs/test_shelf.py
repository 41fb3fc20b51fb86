"""Packs lie on a shelf: found by name and version, chosen for tasks, damaged ones told."""

import hashlib
import json
import threading
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.packs import PackDamagedError, PackMissingError, find_pack
from engine.packs.choices import CHOICES_NAME, Choices, TaskChoice
from engine.packs.installer import Installer
from engine.packs.record import RECORD_NAME, Arrival, Record, read_record, write_record
from engine.packs.shelf import Shelf
from engine.settings import Places
from tests.engine.packs.conftest import YES, write_pack

NAMES = ("1-000000000001", "2-000000000002", "3-000000000003")


def test_packs_of_set_up_and_installed_ones_lie_side_by_side(installer, brought, packs):
    write_pack(packs / "reading", name="reading")
    installer.install(brought, YES)
    assert [(each.name, each.of_set_up) for each in installer.shelf.all()] == [
        ("finder", False),
        ("reading", True),
    ]
    assert find_pack(Places(packs.parent), "reading").manifest.name == "reading"
    assert find_pack(Places(packs.parent), "reading@1").manifest.name == "reading"
    with pytest.raises(PackMissingError):
        find_pack(Places(packs.parent), "reading@2")


def test_an_empty_shelf_has_nothing(tmp_path):
    shelf = Shelf(tmp_path / "none")
    assert (list(shelf.all()), shelf.choices(), shelf.for_task("ask")) == ([], {}, None)


def test_a_damaged_pack_is_told_and_hides_no_other(installer, brought, packs):
    installer.install(brought, YES)
    (packs / "broken").mkdir()
    (packs / "torn" / RECORD_NAME).parent.mkdir()
    (packs / "torn" / RECORD_NAME).write_text("{")
    told = {each.name: each.error for each in installer.shelf.all()}
    assert told["finder"] is None
    assert isinstance(told["broken"], PackMissingError)
    assert isinstance(told["torn"], PackDamagedError)


def test_a_record_that_decayed_is_mended_by_the_next_installation(installer, brought, packs):
    installer.install(brought, YES)
    (packs / "finder" / RECORD_NAME).write_bytes(b"\x00" * 100)
    with pytest.raises(PackDamagedError, match="record"):
        installer.shelf.find("finder")
    installer.install(write_pack(brought, version=2), YES)
    assert installer.shelf.find("finder").manifest.version == 2
    assert installer.rollback("finder").manifest.version == 1


@pytest.mark.parametrize(
    "change",
    [
        {"format": 9},
        {"current": "gone"},
        {"current": "../x"},
        {"previous": "gone"},
        {"arrivals": []},
        {"x": 1},
    ],
)
def test_a_record_of_nonsense_is_damage(tmp_path, change):
    write_record(tmp_path, Record(NAMES[0], "", {NAMES[0]: Arrival("2026", "x")}))
    path = tmp_path / RECORD_NAME
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(PackDamagedError):
        read_record(tmp_path)


@given(
    st.lists(
        st.sampled_from(["new", "back", "less"]).flatmap(
            lambda verb: st.tuples(st.just(verb), st.sampled_from(NAMES))
        )
    )
)
def test_whatever_is_done_the_version_in_use_is_one_that_is_there(steps):
    record = Record(NAMES[0], "", {NAMES[0]: Arrival("2026", "x")})
    for verb, name in steps:
        if verb == "new":
            record = record.with_new(name, Arrival("2026", "x"))
        elif verb == "back" and record.previous:
            record = record.turned_back()
        elif verb == "less" and name in record.arrivals and len(record.arrivals) > 1:
            record = record.without(name)
        assert record.current in record.arrivals
        assert record.previous == "" or (
            record.previous in record.arrivals and record.previous != record.current
        )


# Which pack does what


@pytest.fixture
def two(installer, tmp_path):
    """A small pack, and one with more files that needs more memory."""
    small = write_pack(tmp_path / "small", name="small")
    large = write_pack(tmp_path / "large", name="large", version=2)
    data = json.loads((large / "pack.json").read_bytes())
    data["image_text"]["precisions"]["int8"]["measured"]["peak_bytes"] = 3_000_000_000
    data["title"] = "Large"
    (large / "more.bin").write_bytes(b"x" * 1000)
    data["files"]["more.bin"] = {
        "sha256": hashlib.sha256(b"x" * 1000).hexdigest(),
        "byte_size": 1000,
    }
    (large / "pack.json").write_text(json.dumps(data))
    for each in (small, large):
        installer.install(each, YES)
    return installer.shelf


@pytest.mark.parametrize(("memory", "name"), [(16, "large"), (4, "small"), (0.1, "small")])
def test_without_a_choice_the_largest_that_the_computer_can_hold_does_it(two, memory, name):
    assert two.for_task("embed", memory=lambda: round(memory * 1e9)).manifest.name == name


def test_a_choice_counts_before_everything(two):
    two.choose("embed", "small")
    assert two.for_task("embed", memory=lambda: 10**12).manifest.name == "small"
    assert two.for_task("triage", memory=lambda: 10**12).manifest.name == "large"
    two.choose("embed", None)
    assert two.for_task("embed", memory=lambda: 10**12).manifest.name == "large"


def test_only_what_a_pack_can_do_is_chosen(two):
    with pytest.raises(PackMissingError, match="cannot do"):
        two.choose("ask", "small")
    with pytest.raises(PackMissingError):
        two.choose("embed", "nothing")
    assert two.choices() == {}


def test_choices_that_cannot_be_read_are_told_and_made_anew(two):
    (two.packs / CHOICES_NAME).write_text('{"format": 1, "tasks": {"dance": "x"}}')
    with pytest.raises(PackDamagedError, match="choice"):
        two.for_task("embed")
    two.choose("embed", "small")
    assert two.choices() == {"embed": "small"}


def test_precision_and_profile_are_chosen_among_those_of_the_pack_that_does_the_task(two):
    two.choose("embed", "small", precision="int8", length="short")
    assert two.choice("embed") == TaskChoice("small", "int8", "", "short")
    for wrong in ({"precision": "fp64"}, {"profile": "blurred"}):
        with pytest.raises(PackMissingError, match=next(iter(wrong.values()))):
            two.choose("embed", "small", **wrong)
    two.choose("triage", None, precision="int8")
    assert two.choices() == {"embed": "small"}
    assert two.for_task("triage", memory=lambda: 10**12).manifest.name == "large"
    two.choose("triage", None)
    assert two.chosen() == {"embed": TaskChoice("small", "int8", "", "short")}


def test_choices_from_before_more_than_packs_could_be_chosen_still_count(two):
    (two.packs / CHOICES_NAME).write_text('{"format": 1, "tasks": {"embed": "small"}}')
    two.choose("triage", "large")
    assert two.choices() == {"embed": "small", "triage": "large"}


def test_of_choices_made_at_the_same_time_none_is_lost(two):
    tasks = ("embed", "triage", "ask", "describe", "extract", "read")
    choices = Choices(two.packs)
    together = threading.Barrier(len(tasks))

    def choose(task):
        def with_choice(choice, before):
            return {**before, task: choice}

        together.wait(20)
        for choice in [TaskChoice(length=str(number)) for number in range(10)]:
            choices.change(partial(with_choice, choice))

    threads = [threading.Thread(target=choose, args=(task,)) for task in tasks]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert choices.read() == dict.fromkeys(tasks, TaskChoice(length="9"))


def test_a_choice_goes_with_its_pack(two, anchors):
    installer = Installer(two.packs, anchors)
    two.choose("embed", "large@2")
    two.choose("triage", "small")
    installer.remove("large@2")
    assert two.choices() == {"triage": "small"}
    installer.remove("small")
    assert two.choices() == {}
