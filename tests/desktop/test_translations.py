import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from desktop.choices import LANGUAGES
from desktop.texts import FOLDER, LANGUAGE_NAMES, compiled, sources
from desktop.translations.__main__ import fill, missing, update

PLACEHOLDER = re.compile(r"%(?:L?n|L?\d+)")
FILES = sorted(FOLDER.glob("*/*.ts"))


def messages(file: Path):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    """The translations as they are after taking in every word of the code."""
    folder = tmp_path_factory.mktemp("translations")
    for file in FILES:
        (folder / file.parent.name).mkdir(exist_ok=True)
        shutil.copy(file, folder / file.parent.name / file.name)
    update(target=folder)
    return folder


def test_every_word_in_the_code_is_in_the_files_and_no_other(fresh):
    def words(folder):
        return {
            (file.parent.name, file.stem, context, message.findtext("source"))
            for file in folder.glob("*/*.ts")
            for context, message in messages(file)
        }

    assert words(FOLDER) ^ words(fresh) == set()


def test_every_word_is_translated():
    assert missing() == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_translations_keep_the_placeholders_and_say_something(file):
    for _, message in messages(file):
        source, translation = message.findtext("source", ""), message.find("translation")
        texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for text in texts:
            assert text.strip(), source
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), source
            assert text.endswith("…") == source.endswith("…"), source
            assert text.count("&") - text.count("&&") * 2 <= 1, source


def test_every_language_has_every_part():
    parts = {file.parent.name for file in FILES}
    for language in set(LANGUAGES) - {"en"}:
        assert {file.parent.name for file in sources(language)} == parts
    assert set(LANGUAGE_NAMES) == set(LANGUAGES)


def test_a_language_is_compiled_once_and_again_when_its_files_change(tmp_path, monkeypatch):
    first = compiled("fr", tmp_path)
    made = first.stat().st_mtime_ns
    assert compiled("fr", tmp_path) == first
    assert first.stat().st_mtime_ns == made
    other = tmp_path / "other"
    shutil.copytree(FOLDER, other)
    file = other / "window" / "fr.ts"
    file.write_text(file.read_text(encoding="utf-8").replace("Corbeille", "Poubelle"), encoding="utf-8")
    monkeypatch.setattr("desktop.texts.FOLDER", other)
    assert compiled("fr", tmp_path) != first


def test_switching_the_language_changes_words_and_direction(qapp, translation):
    def word():
        return QCoreApplication.translate("Places", "Trash")

    assert word() == "Trash"
    translation.use("fr")
    assert word() == "Corbeille"
    translation.use("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    translation.use("en")
    assert word() == "Trash"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_plurals_are_right_in_english_and_arabic(translation):
    def minutes(number):
        return QCoreApplication.translate("Amounts", "about %n minute(s)", "", number)

    assert [minutes(1), minutes(5)] == ["about 1 minute", "about 5 minutes"]
    translation.use("ar")
    assert len({minutes(number).replace(str(number), "n") for number in (1, 2, 5, 11)}) == 4


def test_filling_in_writes_what_the_next_update_leaves_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.translations.__main__.FOLDER", tmp_path)
    shutil.copytree(FOLDER / "window", tmp_path / "window")
    assert fill({"window": {"fr": {"Trash": "Poubelle"}}}) == 1
    update(["window"], tmp_path)
    assert "<translation>Poubelle</translation>" in (tmp_path / "window" / "fr.ts").read_text(
        encoding="utf-8"
    )
