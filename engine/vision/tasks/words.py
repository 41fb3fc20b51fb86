"""The words of the tasks: prompts, what Sanduku says itself, and by what an evasive answer is told.

They are data, one file for each language (``words/en.toml`` …), each with a version that an answer remembers.
Nothing here knows a model.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from engine.errors import SettingError

LANGUAGES = ("en", "fr", "es", "ar", "sw")
"""BCP 47 codes of the languages that answers can be asked for in."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        language: BCP 47 code.
        version: Of the file.
        prompts: What a model is asked, by task.
        said: What Sanduku says where there is no answer.
        known: How a page is described without a model.
        remarks: Remarks on the quality of an image.
        kinds: Kinds of documents.
        names: Languages.
        not_found: How models say that a page does not tell, normalised.
        trait_told: What finds a guess at a person's traits in a normalised answer.
    """

    language: str
    version: str
    prompts: Mapping[str, str]
    said: Mapping[str, str]
    known: Mapping[str, str]
    remarks: Mapping[str, str]
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    not_found: tuple[str, ...]
    trait_told: tuple[re.Pattern[str], ...]

    @property
    def prompt_version(self) -> str:
        """Names the prompts with their language."""
        return f"{self.language}-{self.version}"


@cache
def words_of(language: str) -> Words:
    """Return the words of a language; raises SettingError for one that has none."""
    if language not in LANGUAGES:
        raise SettingError(
            "There are no answers in this language.",
            which=language,
            remedy=f"Choose one of: {', '.join(LANGUAGES)}.",
        )
    data = read_words(f"{language}.toml")
    return Words(
        language=language,
        version=data["version"],
        prompts=data["prompts"],
        said=data["said"],
        known=data["known"],
        remarks=data["remarks"],
        kinds=data["kinds"],
        names=data["names"],
        not_found=tuple(data["signs"]["not-found"]),
        trait_told=tuple(re.compile(pattern) for pattern in data["signs"]["trait-told"]),
    )


def read_words(name: str) -> dict[str, Any]:
    """Return the content of one of the files of words."""
    file = resources.files("engine.vision.tasks").joinpath("words").joinpath(name)
    return tomllib.loads(file.read_text(encoding="utf-8"))
