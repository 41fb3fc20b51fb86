"""What the pages say, in each language: one table of words a language, all with the same names."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_datetime, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

LANGUAGES = {"en": "English", "fr": "Français", "es": "Español", "ar": "العربية", "sw": "Kiswahili"}
"""What the pages can be read in, as speakers of each call it."""
_RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the pages.

    Attributes:
        code: BCP 47.
        words: Name -> what is said.
    """

    code: str
    words: Mapping[str, str]

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.code in _RIGHT_TO_LEFT else "ltr"

    def say(self, name: str, **values: object) -> str:
        """Return what is said; ``values`` stand in braces in it. A name that is missing is our own fault."""
        text = self.words[name]
        return text.format(**values) if values else text

    def knows(self, name: str) -> bool:
        """Return whether there are words of a name."""
        return name in self.words

    def number(self, value: float) -> str:
        """Return a number as it is written in the language."""
        return format_decimal(value, locale=self._locale)

    def percent(self, value: float) -> str:
        """Return a share of 1 in whole percent, rounded down: 99.6 % is not 100 %."""
        return format_percent(math.floor(value * 100 + 1e-6) / 100, locale=self._locale)

    def listed(self, parts: list[str]) -> str:
        """Return several things in one sentence."""
        return format_list(parts, locale=self._locale)

    def moment(self, at: datetime) -> str:
        """Return a moment in UTC, to the minute."""
        return f"{format_datetime(at, 'd MMM y, HH:mm', locale=self._locale)} UTC"

    def day(self, day: date, now: datetime) -> str:
        """Return a day (UTC) as people call it: today, yesterday, or its date."""
        past = (now.astimezone(UTC).date() - day).days
        if past in (0, 1):
            return self.say("yesterday") if past else self.say("today")
        return format_date(day, "EEEE d MMMM y", locale=self._locale)

    def ago(self, at: datetime, now: datetime) -> str:
        """Return how long ago something was, to the minute."""
        if abs((now - at).total_seconds()) < 60:
            return self.words["just-now"]
        return format_timedelta(at - now, add_direction=True, locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.code)


def load_tongues() -> dict[str, Tongue]:
    """Read the words of all languages."""
    folder = files("headquarters.web").joinpath("words")
    return {
        code: Tongue(code, json.loads(folder.joinpath(f"{code}.json").read_text(encoding="utf-8")))
        for code in LANGUAGES
    }


def preferred(header: str) -> str:
    """Return the language that a browser asks for first among ours; English if it asks for none."""
    for part in header.split(","):
        code = part.split(";")[0].strip().split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"
