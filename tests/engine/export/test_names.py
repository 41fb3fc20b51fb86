"""File names that every system takes, whatever a document is called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.export.errors import NameTemplateError
from engine.export.names import MOST_BYTES, check_template, numbered_name, safe_name, stem_of


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("سجل العيادة", "سجل العيادة.pdf"),
        ("../../etc/passwd", "_.._etc_passwd.pdf"),
        ("a\\b:c*d?", "a_b_c_d_.pdf"),
        ("CON", "_CON.pdf"),
        ("com1.txt", "_com1.txt.pdf"),
        ("console", "console.pdf"),
        ("trailing. . ", "trailing.pdf"),
        ("", "document.pdf"),
        ("..", "document.pdf"),
        ("a\x00b\nc", "a_b_c.pdf"),
        ("harmless\u202egnp.exe", "harmlessgnp.exe.pdf"),
        ("e\u0301", "\u00e9.pdf"),
        ("family \U0001f600", "family \U0001f600.pdf"),
    ],
)
def test_names_are_made_safe(stem, expected):
    assert safe_name(stem, ".pdf") == expected


def test_long_names_are_cut_between_characters():
    name = safe_name("م" * 300, ".alto.xml")
    assert len(name.encode()) <= MOST_BYTES and name.endswith("م.alto.xml")


@given(st.text(st.characters(exclude_categories=())), st.integers(1, 1000))
def test_any_name_is_one_that_every_system_takes(stem, number):
    name = numbered_name(stem, ".xlsx", number)
    assert 0 < len(name.encode("utf-8")) <= MOST_BYTES
    assert not set(name) & set('/\\:*?"<>|') and name == name.strip(" .")
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in name)
    assert name.partition(".")[0].upper() not in ("CON", "NUL", "AUX", "PRN", "COM1", "LPT9")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("scan.jpg", "scan"),
        ("Mr. Otieno", "Mr. Otieno"),
        ("a.b.pdf", "a.b"),
        (".hidden", ".hidden"),
        ("x", "x"),
    ],
)
def test_only_a_files_suffix_is_taken_off(name, expected):
    assert stem_of(name) == expected


@pytest.mark.parametrize("template", ["{nam}", "{name.__class__}", "{name!r}", "{number:03}", "{", "{}", "}"])
def test_templates_with_anything_unknown_are_refused(template):
    with pytest.raises(NameTemplateError, match="name template"):
        check_template(template)


def test_templates_of_known_parts_are_taken():
    check_template("{added} {number} {name}_{id} {{plain}}")
