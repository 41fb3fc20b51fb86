"""What the installer says, from ``words.toml`` into the form that NSIS reads."""

import tomllib
from pathlib import Path

from failing import BuildError

WORDS = Path(__file__).with_name("words.toml")
LANGUAGES = {
    "en": "LANG_ENGLISH",
    "fr": "LANG_FRENCH",
    "es": "LANG_SPANISH",
    "ar": "LANG_ARABIC",
    "sw": "LANG_SWAHILI",
}
"""Language -> how NSIS calls it."""

PLACES = {"{installed}": "$Installed", "{folder}": "$INSTDIR"}
"""What is known only when it is said -> the variable that holds it then."""

LONGEST = 1023
"""Letters that a string of NSIS holds, what is put into it included."""


class WordsError(BuildError):
    """A word of the installer cannot be said in one of its languages."""


def read_words() -> dict[str, dict[str, str]]:
    """Return the words by language and name.

    Raises:
        WordsError: A language lacks a word, or has one that no other has.
    """
    words: dict[str, dict[str, str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    if set(words) != set(LANGUAGES):
        raise WordsError(f"{WORDS.name} has the languages {sorted(words)}, not {sorted(LANGUAGES)}.")
    for language, table in words.items():
        odd = set(table) ^ set(words["en"])
        if odd:
            raise WordsError(f"{WORDS.name}: English and {language} differ in {', '.join(sorted(odd))}.")
    return words


def nsis_words(words: dict[str, dict[str, str]], values: dict[str, str]) -> str:
    """Return the words as an include file of NSIS.

    Args:
        words: By language and name.
        values: What is known now, by its place such as ``{version}``.
    """
    lines = []
    for language, table in words.items():
        for name, text in table.items():
            lines.append(f'LangString {name} ${{{LANGUAGES[language]}}} "{quoted(text, values)}"')
    return "\n".join(lines) + "\n"


def quoted(text: str, values: dict[str, str] | None = None) -> str:
    """Return a text as it stands between double quotes in a script of NSIS.

    Raises:
        WordsError: It is too long, or has a place for something unknown.
    """
    said = text.replace("$", "$$").replace('"', '$\\"').replace("\r", "").replace("\n", "$\\r$\\n")
    said = said.replace("\t", "$\\t")
    for place, value in {**PLACES, **(values or {})}.items():
        said = said.replace(place, value)
    if "{" in said:
        raise WordsError(f"Nobody knows what belongs between the braces: {text}")
    if len(said) > LONGEST - 260:
        raise WordsError(f"Too long for the installer, which adds the name of a folder: {text}")
    return said
