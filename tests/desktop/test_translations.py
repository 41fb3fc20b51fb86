import ast
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt

from desktop.choices import LANGUAGES
from desktop.texts import FOLDER, LANGUAGE_NAMES, compiled, sources
from desktop.translations.__main__ import fill, missing, parts, update

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


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_words_belong_to_a_class_by_whose_name_they_are_looked_up(file):
    # lupdate takes what stands before ".tr(" for a class, such as "self.page".
    assert [context for context, _ in messages(file) if not context.isidentifier()] == []


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
        return QCoreApplication.translate("Amounts", "about %Ln minute(s)", "", number)

    assert [minutes(1), minutes(5)] == ["about 1 minute", "about 5 minutes"]
    translation.use("ar")
    assert len({minutes(number).replace(QLocale().toString(number), "n") for number in (1, 2, 5, 11)}) == 4


def test_counted_things_are_counted_in_the_digits_of_the_language(translation):
    translation.use("ar")
    assert QLocale().toString(12) == "١٢"
    assert "١٢" in QCoreApplication.translate("Amounts", "about %Ln minute(s)", "", 12)


def calls():
    """Yield each call by which words are looked up: the file, the call's name, and what it is given."""
    for file in sorted(part for files in parts().values() for part in files):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("tr", "translate", "QT_TRANSLATE_NOOP"):
                yield file, name, node


def test_numbers_go_into_words_in_a_way_that_has_plurals_and_the_digits_of_the_language():
    wrong, counted = [], 0
    for file, name, call in calls():
        words = [each.value for each in call.args if isinstance(each, ast.Constant)]
        text = next((each for each in words if re.search("%L?n", str(each))), "")
        # Only of ``tr`` with a number does lupdate see that there are plurals.
        has_number = name == "tr" and len(call.args) == 3
        counted += has_number
        if bool(text) != has_number or "%n" in text:
            wrong.append(f"{file.name}:{call.lineno}: {ast.unparse(call)}")
    assert wrong == []
    assert counted > 50


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_is_counted_has_each_plural_of_the_language(file):
    forms = {"en": 2, "fr": 2, "es": 2, "sw": 2, "ar": 6}[file.stem]
    for _, message in messages(file):
        counted = "%Ln" in message.findtext("source", "")
        assert (message.get("numerus") == "yes") is counted, message.findtext("source")
        found = message.findall("translation/numerusform")
        assert len(found) == (forms if counted else 0), message.findtext("source")


def test_filling_in_writes_what_the_next_update_leaves_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.translations.__main__.FOLDER", tmp_path)
    shutil.copytree(FOLDER / "window", tmp_path / "window")
    assert fill({"window": {"fr": {"Trash": "Poubelle"}}}) == 1
    update(["window"], tmp_path)
    assert "<translation>Poubelle</translation>" in (tmp_path / "window" / "fr.ts").read_text(
        encoding="utf-8"
    )
