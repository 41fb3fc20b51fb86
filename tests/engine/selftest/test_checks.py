"""The self-test says what is wrong with a damaged program, and is content with a whole one."""

import shutil

import pytest

from engine.selftest.checks import Bench, Check, WrongError, contents, languages, library, packs, run_checks
from engine.selftest.contents import LIST_NAME, differences, write_list
from engine.selftest.reading import SAMPLES, share_found
from engine.settings import Places


@pytest.fixture
def bench(tmp_path, prepared):
    shipped = tmp_path / "shipped"
    for name in ("reading", "numerals"):
        shutil.copytree(prepared.packs / name, shipped / "packs" / name)
    shutil.copytree(prepared.tessdata, shipped / "tessdata")
    write_list(shipped)
    return Bench(Places(tmp_path / "home", shipped), tmp_path / "scratch")


def result_of(bench, check):
    (result,) = run_checks(bench, (Check("it", check),))
    return result


def test_a_whole_program_is_whole(bench):
    for check in (contents, packs, languages):
        assert result_of(bench, check).ok, result_of(bench, check)


def test_no_more_is_called_whole_than_was_compared(bench):
    (bench.places.shipped.parent / "library.so").write_bytes(b"code, which the list does not hold")
    assert "Every file" not in result_of(bench, contents).detail
    assert "Models, languages, samples and licences" in result_of(bench, contents).detail


def test_a_pack_that_a_bad_copy_damaged_is_named(bench):
    file = bench.places.shipped / "packs" / "reading" / "detector.onnx"
    content = bytearray(file.read_bytes())
    content[1000] ^= 1
    file.write_bytes(content)
    for check in (contents, packs):
        result = result_of(bench, check)
        assert not result.ok
        assert "reading" in result.detail


def test_a_pack_that_is_missing_is_named(bench):
    shutil.rmtree(bench.places.shipped / "packs" / "numerals")
    assert "numerals" in result_of(bench, packs).detail
    assert not result_of(bench, packs).ok


def test_a_missing_language_file_is_named_though_the_system_has_one(bench):
    (bench.places.shipped / "tessdata" / "ara.traineddata").unlink()
    for check in (contents, languages):
        assert not result_of(bench, check).ok
        assert "ara" in result_of(bench, check).detail


def test_without_what_should_have_come_with_the_program_nothing_is_well(bench, tmp_path):
    empty = Bench(Places(tmp_path / "home", tmp_path / "nowhere"), tmp_path)
    assert not any(result_of(empty, check).ok for check in (contents, packs, languages))


def test_a_list_that_is_damaged_is_told(bench):
    (bench.places.shipped / LIST_NAME).write_text("{}")
    assert "lists nothing" in result_of(bench, contents).detail


def test_many_damaged_files_are_counted_and_some_named(tmp_path):
    for number in range(8):
        (tmp_path / f"{number}.bin").write_bytes(b"x")
    assert write_list(tmp_path) == 8
    for number in range(8):
        (tmp_path / f"{number}.bin").unlink()
    result = result_of(Bench(Places(tmp_path / "home", tmp_path), tmp_path), contents)
    assert "and 3 more" in result.detail


def test_what_is_added_to_the_program_is_no_damage(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"x")
    write_list(tmp_path)
    (tmp_path / "b.bin").write_bytes(b"y")
    assert list(differences(tmp_path)) == []


def test_a_library_can_be_made_and_opened(tmp_path):
    (tmp_path / "scratch").mkdir()
    assert result_of(Bench(Places(tmp_path / "home"), tmp_path / "scratch"), library).ok


def test_a_fault_is_told_with_its_place_and_stops_no_other_check(bench):
    def broken(_bench):
        raise RuntimeError("no such thing")

    def wrong(_bench):
        raise WrongError("It is wrong.")

    def well(_bench):
        return "All good."

    told = list(run_checks(bench, tuple(Check(each.__name__, each) for each in (broken, wrong, well))))
    assert [each.ok for each in told] == [False, False, True]
    assert "RuntimeError at test_checks.py:" in told[0].detail
    assert told[1].detail == "It is wrong."


def test_words_are_found_whatever_their_order_and_counted_as_often_as_they_stand():
    assert share_found("one two two three", "three two one two") == 1
    assert share_found("one two two three", "two one") == 0.5
    assert share_found("محمد", "\u200fمحمد") == 1


def test_every_language_that_is_served_has_a_sample():
    assert [each.language for each in SAMPLES] == ["en", "fr", "es", "ar", "sw"]
    assert all(0.7 < each.share < 1 for each in SAMPLES)
