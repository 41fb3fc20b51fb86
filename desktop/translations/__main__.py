"""Keeps the translations in step with the words in the code: ``python -m desktop.translations COMMAND``.

update [PART...]  take new words from the code into the .ts files, and drop those that are gone
missing [PART...] print what is not translated yet, as JSON that `fill` takes when it is filled in
fill FILE         put translations from such a JSON file into the .ts files
compile FOLDER    make the .qm files that an installed program carries
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.choices import LANGUAGES
from desktop.texts import FOLDER, compile_language, qt_tool

PROGRAM = FOLDER.parent
NOT_PARTS = {"translations", "samples"}
INNER_PARTS = {"canvas": PROGRAM / "check" / "canvas"}
"""Folders within a part that have words enough to be one themselves."""


def parts() -> dict[str, list[Path]]:
    """Return the parts of the window, each with its Python files; what lies in no folder is ``program``."""
    found = {"program": sorted(PROGRAM.glob("*.py"))}
    for folder in sorted(PROGRAM.iterdir()):
        files = sorted(folder.rglob("*.py")) if folder.is_dir() and folder.name not in NOT_PARTS else []
        if files:
            found[folder.name] = files
    for name, inner in INNER_PARTS.items():
        found[name] = sorted(inner.rglob("*.py"))
        outer = inner.relative_to(PROGRAM).parts[0]
        found[outer] = [file for file in found[outer] if file not in found[name]]
    return found


def update(wanted: Sequence[str] = (), target: Path = FOLDER) -> None:
    """Bring the .ts files of all parts, or of some, in step with the code."""
    for part, files in parts().items():
        if wanted and part not in wanted:
            continue
        for language in LANGUAGES:
            file = target / part / f"{language}.ts"
            file.parent.mkdir(parents=True, exist_ok=True)
            plural = ["-pluralonly"] if language == "en" else []
            subprocess.run(
                [
                    qt_tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none", *plural,
                    "-source-language", "en", "-target-language", language,
                    *(str(each) for each in files), "-ts", str(file),
                ],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
            if not list(_parsed(file).getroot().iter("message")):
                file.unlink()
        if not any((target / part).iterdir()):
            (target / part).rmdir()


def missing(wanted: Sequence[str] = ()) -> dict[str, Any]:
    """Return what is not translated: part -> language -> context and text -> empty."""
    found: dict[str, Any] = {}
    for file in sorted(FOLDER.glob("*/*.ts")):
        if wanted and file.parent.name not in wanted:
            continue
        for context in _parsed(file).getroot().iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is not None and translation.get("type") == "unfinished":
                    empty = ["" for _ in translation.iter("numerusform")]
                    words = found.setdefault(file.parent.name, {}).setdefault(file.stem, {})
                    words[message.findtext("source", "")] = empty or ""
    return found


def fill(words: dict[str, Any]) -> int:
    """Put translations into the files, as :func:`missing` gives them; return how many."""
    count = 0
    for part, languages in words.items():
        for language, texts in languages.items():
            file = FOLDER / part / f"{language}.ts"
            tree = _parsed(file)
            for message in tree.getroot().iter("message"):
                given = texts.get(message.findtext("source", ""))
                translation = message.find("translation")
                if not given or translation is None:
                    continue
                forms = list(translation.iter("numerusform"))
                for form, text in zip(forms, given if forms else (), strict=True):
                    form.text = text
                if not forms:
                    translation.text = given
                translation.attrib.pop("type", None)
                count += 1
            _write(tree, file)
    return count


def _parsed(file: Path) -> "ElementTree.ElementTree[ElementTree.Element]":
    return ElementTree.parse(file)  # noqa: S314 - our own files


def _write(tree: "ElementTree.ElementTree[ElementTree.Element]", file: Path) -> None:
    """Write as lupdate does, so that the next update changes nothing but words."""
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    file.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n"
    )


def main(arguments: Sequence[str]) -> int:
    """Do what the first word says."""
    match list(arguments):
        case ["update", *wanted]:
            update(wanted)
        case ["missing", *wanted]:
            sys.stdout.write(json.dumps(missing(wanted), ensure_ascii=False, indent=1) + "\n")
        case ["fill", file]:
            count = fill(json.loads(Path(file).read_text(encoding="utf-8")))
            sys.stdout.write(f"{count} translations put in.\n")
        case ["compile", folder]:
            for language in LANGUAGES:
                compile_language(language, Path(folder) / f"sanduku_{language}.qm")
        case _:
            sys.stderr.write(str(__doc__))
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
