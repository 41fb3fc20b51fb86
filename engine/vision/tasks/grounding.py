"""Finds what an answer quotes, and where that stands on the page.

Numbers and dates, names, and what stands in quotation marks are looked for in the lines that were read. What
no line holds is told: either the model made it up, or the reading missed it, and only a person can say which.
Names are known by their capital letters, so a name in Arabic letters is looked for only where it stands in
quotation marks or is the whole answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from engine.answer import Concern, Evidence, Finding
from engine.language import fold_digits, normalise_for_search
from engine.reading import Line, is_doubtful
from engine.vision.tasks.words import read_words

_DIGIT = r"[0-9٠-٩۰-۹]"
_NUMBER = re.compile(rf"(?<![\w]){_DIGIT}+(?:[.,/:\-\u066B\u066C' \u00A0\u202F]{_DIGIT}+)*(?![^\W_])")
_QUOTED = re.compile(r"[“«„\"]\s*([^“”«»„\"]{2,120}?)\s*[”»\"]")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w'’\-]+"
_NAME = re.compile(
    rf"(?<!\w){_CAPITAL}(?:\s+(?:(?:de|da|del|della|bin|ibn|van|von|el|al|la|le)\s+)*{_CAPITAL})*"
)
_SENTENCE = re.compile(r"(?:^|[.!?؟:;]\s+|[\n“«\"(])\s*$")
_SEPARATORS = re.compile(r"[ \u00A0\u202F'\u066C]")
_WHOLE_WORDS = 6
"""An answer of no more words may be a quotation as a whole."""
_COUNTED = 100
"""Below this, a plain number about a page without text is a count of what is seen, and no quotation."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of an answer that should stand on the page.

    Attributes:
        text: As the answer has it.
        start: Its first letter within the answer.
        stop: The letter after it.
        number: Whether it is a number or date.
        must: Whether it is told if it is not on the page.
    """

    text: str
    start: int
    stop: int
    number: bool
    must: bool = True


@dataclass(frozen=True, slots=True)
class Grounded:
    """An answer held against its page.

    Attributes:
        evidence: One for each quote, in the order of the answer.
        findings: What is not on the page, or stands there in doubt.
    """

    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()


class Ground:
    """The lines of a page, ready to be searched for what answers quote."""

    def __init__(self, lines: Sequence[Line], doubt_threshold: float) -> None:
        """Search these lines; those below the threshold are doubtful."""
        self._lines = lines
        self._threshold = doubt_threshold

    def check(self, text: str, *, question: str = "") -> Grounded:
        """Look for all that an answer quotes.

        Args:
            text: The answer.
            question: What was asked; names that it holds need not stand on the page.
        """
        asked = set(_tokens(question))
        told: list[Evidence] = []
        findings: list[Finding] = []
        context = set(_tokens(text)) | asked
        for quote in self._quotes(text, asked):
            found = self.find(quote, context)
            if found.on_page or quote.must:
                told.append(found)
                findings += self._judged(found)
        return Grounded(tuple(told), tuple(dict.fromkeys(findings)))

    def check_value(self, text: str, *, name: str) -> Grounded:
        """Look for the value of a field as a whole; the findings are about the field."""
        number = _NUMBER.fullmatch(text.strip()) is not None
        found = self.find(Quote(text, -1, -1, number), set(_tokens(name)))
        findings = tuple(Finding(each.concern, name) for each in self._judged(found))
        return Grounded((found,), findings)

    def find(self, quote: Quote, context: set[str]) -> Evidence:
        """Return where a quote stands; of several lines the one that has most words of the context."""
        found = Evidence(quote.text, start=quote.start, stop=quote.stop)
        holding = self._with_number(quote.text) if quote.number else self._with_words(quote.text)
        if holding:
            place = max(holding, key=lambda each: (len(context & self._words[each]), -each))
            line = self._lines[place]
            return replace(
                found,
                line=place,
                line_text=line.text,
                quad=line.quad,
                doubtful=is_doubtful(line, self._threshold),
            )
        nearest = self._almost(quote.text) if quote.number else None
        if nearest is None:
            return found
        return replace(found, line_text=self._lines[nearest].text, quad=self._lines[nearest].quad)

    def _judged(self, evidence: Evidence) -> Iterator[Finding]:
        if not evidence.on_page:
            yield Finding(Concern.MISREAD if evidence.line_text else Concern.NOT_ON_PAGE, evidence.quoted)
        elif evidence.doubtful:
            yield Finding(Concern.DOUBTFUL_LINE, evidence.quoted)

    def _quotes(self, text: str, asked: set[str]) -> list[Quote]:
        """Return what an answer quotes, in its order; no two overlap."""
        found = [Quote(each[1], each.start(1), each.end(1), number=False) for each in _QUOTED.finditer(text)]
        found += [
            Quote(each[0], each.start(), each.end(), number=True)
            for each in _NUMBER.finditer(text)
            if self._has_text or not _is_count(each[0])
        ]
        found += list(_names(text, asked))
        words = text.split()
        if self._has_text and words and len(words) <= _WHOLE_WORDS:
            whole = text.strip(" \t\n.;:!?؟،")
            start = text.find(whole)
            found.append(Quote(whole, start, start + len(whole), _is_number(whole), must=False))
        kept: list[Quote] = []
        for quote in sorted(found, key=lambda each: (not each.must, -len(each.text))):
            if all(quote.stop <= other.start or other.stop <= quote.start for other in kept):
                kept.append(quote)
        return sorted(kept, key=lambda each: each.start)

    def _with_number(self, text: str) -> list[int]:
        wanted = canonical_numbers(text)
        return [place for place, held in enumerate(self._numbers) if wanted & held]

    def _with_words(self, text: str) -> list[int]:
        wanted = _tokens(text)
        if not wanted:
            return []
        run = f" {' '.join(wanted)} "
        whole = [place for place, held in enumerate(self._joined) if run in held]
        if whole or len(wanted) < 2:
            return whole
        # A name may be spread over the fields of a form: its first word leads to the line then.
        if all(any(f" {word} " in held for held in self._joined) for word in wanted):
            return [place for place, held in enumerate(self._joined) if f" {wanted[0]} " in held]
        return []

    def _almost(self, text: str) -> int | None:
        """Return the first line with a number that differs from this one in a single digit."""
        wanted = {each for each in canonical_numbers(text) if len(each) >= 4}
        for place, held in enumerate(self._numbers):
            if any(_one_apart(first, second) for first in wanted for second in held):
                return place
        return None

    @cached_property
    def _has_text(self) -> bool:
        return any(line.text.strip() for line in self._lines)

    @cached_property
    def _numbers(self) -> list[set[str]]:
        return [
            {form for each in _NUMBER.finditer(line.text) for form in canonical_numbers(each[0])}
            | _parts_of_numbers(line.text)
            for line in self._lines
        ]

    @cached_property
    def _joined(self) -> list[str]:
        return [f" {' '.join(_tokens(line.text))} " for line in self._lines]

    @cached_property
    def _words(self) -> list[set[str]]:
        return [set(held.split()) for held in self._joined]


def canonical_numbers(text: str) -> set[str]:
    """Return the forms in which a number or date is compared, digits of all scripts alike.

    ``1,200`` may be twelve hundred or one and a fifth, so both forms are given; marks between the digits of
    telephone numbers count for nothing; the order of a date's parts stays, since nobody can tell which is
    meant.
    """
    plain = _SEPARATORS.sub(" ", fold_digits(text)).replace("\u066b", ".").strip()
    forms = {re.sub(r"[^0-9]", "", plain)}
    decimal = re.fullmatch(r"([0-9]+(?:[ ,.][0-9]{3})*)[.,]([0-9]{1,2})", plain)
    if decimal:
        forms.add(f"{re.sub(r'[^0-9]', '', decimal[1])}.{decimal[2].rstrip('0')}".rstrip("."))
    parts = re.split(r"[/:\-. ]", plain)
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        forms.add("/".join(str(int(part)) for part in parts))
        if len(parts[0]) == 4:  # ISO order is the one that can be turned round without a doubt.
            forms.add("/".join(str(int(part)) for part in reversed(parts)))
    return forms - {""}


def numbers_in(text: str) -> list[str]:
    """Return the numbers and dates of a text, as they are written."""
    return [each[0] for each in _NUMBER.finditer(text)]


@cache
def no_names() -> frozenset[str]:
    """Return the words that are written with a capital letter and are no names; normalised."""
    return frozenset(
        word for words in read_words("capitals.toml")["words"].values() for word in words.split()
    )


def _parts_of_numbers(text: str) -> set[str]:
    """Return each run of digits by itself, for a year out of a date or a number beside its neighbour."""
    return set(re.findall(r"[0-9]+", fold_digits(text)))


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _is_count(text: str) -> bool:
    return text.isdigit() and int(fold_digits(text)) < _COUNTED


def _names(text: str, asked: set[str]) -> Iterator[Quote]:
    """Yield runs of words with capital letters; a single one at the beginning of a sentence tells nothing."""
    for match in _NAME.finditer(text):
        start, words = match.start(), match[0].split()
        first = normalise_for_search(words[0])
        if first in no_names() or (_SENTENCE.search(text[:start]) and _opens_plainly(words)):
            start += len(words[0]) + 1
            words = words[1:]
        while words and words[0].islower():
            start += len(words[0]) + 1
            words = words[1:]
        rest = text[start : match.end()]
        tokens = [token for token in _tokens(rest) if token not in no_names()]
        if words and tokens and not set(tokens) <= asked:
            yield Quote(rest, start, match.end(), number=False)


def _opens_plainly(words: Sequence[str]) -> bool:
    """Return whether the first word has its capital letter from the sentence: the next one has none."""
    return len(words) == 1 or words[1].islower()


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", normalise_for_search(text))


def _one_apart(first: str, second: str) -> bool:
    """Return whether two texts differ by one letter that is another, missing or too many."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    shorter, longer = sorted((first, second), key=len)
    place = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    if len(shorter) == len(longer):
        return shorter[place + 1 :] == longer[place + 1 :]
    return shorter[place:] == longer[place + 1 :]
