"""Reads the lines of a page with the engines at hand, each line in the script it is written in.

Every line is read in Latin script first, since that costs little. Where the result does not convince, the
line may be Arabic: the Latin network sees nothing there, or short nonsense. A few such lines are tried in
Arabic; a page on which none of them turns out to be Arabic is left at that, so that a Latin page costs almost
nothing. Lines that hold both scripts, as the labels of bilingual forms do, are parted at the gap and read in
two. On a page with Arabic, numbers that stand alone are read by an engine for digits, if there is one.

This module knows engines by what they can do, never by name, and nothing of detection or reading order.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from engine.errors import MissingDependencyError
from engine.geometry import Quad
from engine.language import UNDETERMINED, guess_language, script_of, scripts_in
from engine.ocr.calibration import Calibration, Unit
from engine.ocr.combine import Consensus, Opinion, combine
from engine.ocr.engines import Glancing, Pixels, Recognised, Recogniser, never
from engine.ocr.line_parts import SURE_WORD, is_surely_arabic, say_much, says, spans_of, wider
from engine.ocr.numbers import (
    SURE_NUMBER,
    confirms,
    has_digit,
    is_written,
    lone_numbers,
    looks_alike,
    may_be_number,
    numeral_reader,
)
from engine.reading import Line, Word
from engine.settings import ReadingSettings

LOW_CONFIDENCE = "low-confidence"
"""Doubt of a line whose confidence is below the threshold of the settings."""
SCRIPT_UNCERTAIN = "script-uncertain"
"""Doubt of a line that may be in another script than the one it was read in."""
PARTLY_UNREAD = "partly-unread"
"""Doubt of a line that shows something of which the text says nothing: a letter, a mark, a box to tick."""
NUMBER_UNCERTAIN = "number-uncertain"
"""Doubt of a line of Arabic with a number that only an engine for letters has read."""

_LATIN, _ARABIC = "Latn", "Arab"

_PROBES = 6
"""Unconvincing lines that are tried in Arabic before a page is taken to have none."""
_CONVINCING = 0.6
"""Probability from which a reading in Latin script is not put in question."""
_LEAST_COVER = 0.65
"""Share of a line's length that its words must cover, or there is something that was not read."""
_POOR, _MANY_LETTERS = 0.5, 8
"""The Latin engine's own confidence, and letters, from which a line that it sees from end to end is Latin.

Of 140 lines of Arabic on the samples, it saw six letters at the most in any, and in none that it saw from end
to end was its confidence above 0.16.
"""
_NARROWEST_PART = 0.8
"""Parts of a line narrower than this many line heights hold no word of another script."""
_MOSTLY = 0.9
"""Share of the telling text that must be in one language for the page to be in that language."""
_MOST_FOR_UNCERTAIN = 0.5
"""A line that is doubted for its script or its number is never presented as likelier right than wrong."""


@runtime_checkable
class ManyScripts(Protocol):
    """An engine that can be told which of its scripts, and which language in it, to read."""

    def in_script(self, script: str, language: str | None = None) -> Recogniser:
        """Return a reader of this script alone, which closes together with the engine.

        Args:
            script: ISO 15924 code.
            language: BCP 47 code of the language that the text is in; None if that is not known. An engine
                that does not know it reads the script as it can.
        """


def readers_of(
    engines: Sequence[Recogniser], script: str, language: str | None = None
) -> tuple[Recogniser, ...]:
    """Return a reader of the script (ISO 15924) from each engine that can read it, in the engines' order."""
    return tuple(
        engine.in_script(script, language) if isinstance(engine, ManyScripts) else engine
        for engine in engines
        if script in engine.scripts
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """One line as it stands after routing.

    Attributes:
        reading: Text and words.
        engine: Whose.
        helpers: Engines that read parts of it.
        script: In which it was read.
        whole: Whether one engine read it whole, so that others can give an opinion on it.
        doubt: Why a person should look at it whatever the engine's confidence is; empty for no reason.
        glanced: Whether the engine has only glanced at it, and a closer look would tell more.
    """

    reading: Recognised
    engine: str
    script: str
    helpers: tuple[str, ...] = ()
    whole: bool = True
    doubt: str = ""
    glanced: bool = False


class LineReader:
    """Turns places of lines into lines of text."""

    def __init__(
        self,
        engines: Sequence[Recogniser],
        *,
        settings: ReadingSettings,
        calibration: Calibration,
    ) -> None:
        """Take what the reader works with.

        Args:
            engines: Best first. They stay the caller's to close.
            settings: Languages, second opinions and when a line is doubtful.
            calibration: What the engines' confidences are worth.

        Raises:
            MissingDependencyError: None of the engines reads Latin or Arabic script.
        """
        self._engines = engines
        self._readers = {script: readers_of(engines, script) for script in (_LATIN, _ARABIC)}
        if not any(self._readers.values()):
            raise MissingDependencyError(
                "No engine that reads text can be opened.",
                remedy="Run 'sanduku doctor' to see what is missing.",
            )
        self._numerals = numeral_reader(engines)
        self._settings = settings
        self._calibration = calibration

    def read(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Line]:
        """Read lines of one upright page.

        Args:
            pixels: RGB uint8 of shape (height, width, 3).
            quads: Where the lines stand, in pixels of the page.
            cancel: Asked between lines whether to stop.

        Returns:
            The lines in the order of the quads, without those in which nothing was read.

        Raises:
            CancelledError: ``cancel`` said so.
        """
        page = _Page(pixels, quads, cancel)
        read, heard = self._with_opinions(page, self._in_own_script(page))
        return [
            self._line(quad, line, consensus)
            for quad, line, consensus in zip(quads, read, heard, strict=True)
            if consensus.text
        ]

    def _in_own_script(self, page: "_Page") -> list[_Read]:
        latin, arabic = self._readers[_LATIN], self._readers[_ARABIC]
        if not latin:
            read = [_Read(r, arabic[0].name, _ARABIC) for r in page.read(arabic[0], page.quads)]
            return self._with_numbers(page, read, [_Read(Recognised("", 0.0), "", _LATIN)] * len(read))
        read = self._first_look(page)
        if not arabic:
            return read
        open_lines = [at for at, line in enumerate(read) if self._is_open(line.reading, page.quads[at])]
        # The longest first: a long line that the Latin engine cannot read is the best evidence.
        open_lines.sort(key=lambda at: -page.quads[at].width / max(1.0, page.quads[at].height))
        tried: dict[int, _Read] = {}
        any_arabic = False
        for at in open_lines:
            if len(tried) >= _PROBES and not any_arabic:
                break
            tried[at] = self._in_better_script(page, page.quads[at], read[at])
            any_arabic |= is_surely_arabic(tried[at].reading)
        if not any_arabic:
            return read  # A stain or a signature looks like something in any script.
        read = self._closer(page, read, [at for at, line in enumerate(read) if line.glanced])
        return self._with_numbers(page, [tried.get(at, latin) for at, latin in enumerate(read)], read)

    def _first_look(self, page: "_Page") -> list[_Read]:
        """Read all lines with the Latin engine, some of them no more closely than need be.

        Where another engine will be asked about a line, and reads it as a glance did, a closer look is
        spared.
        What does not even convince as Latin is looked at closely: it may be in another script.
        """
        reader = self._readers[_LATIN][0]
        alone = len(self._readers[_LATIN]) < 2 or self._settings.second_opinion == "none"
        if alone or not isinstance(reader, Glancing):
            return [_Read(reading, reader.name, _LATIN) for reading in page.read(reader, page.quads)]
        read = [
            _Read(reading, reader.name, _LATIN, glanced=not reader.suffices(reading))
            for reading in reader.glance(page.pixels, page.quads, cancel=page.cancel)
        ]
        unclear = [
            at for at, line in enumerate(read) if line.glanced and self._is_open(line.reading, page.quads[at])
        ]
        return self._closer(page, read, unclear)

    def _closer(self, page: "_Page", read: Sequence[_Read], places: Sequence[int]) -> list[_Read]:
        """Return the lines with those at some places looked at closely, which were only glanced at."""
        reader = next(iter(self._readers[_LATIN]), None)
        if not places or not isinstance(reader, Glancing):
            return list(read)
        found = reader.look_closer(page.pixels, [page.quads[at] for at in places], cancel=page.cancel)
        closer = {
            at: replace(read[at], reading=reading, glanced=False)
            for at, reading in zip(places, found, strict=True)
        }
        return [closer.get(at, line) for at, line in enumerate(read)]

    def _convinces(self, reading: Recognised, quad: Quad) -> bool:
        """Tell whether a line is surely in Latin script and was read from end to end."""
        if not reading.text or self._probability(_LATIN, reading) < _CONVINCING:
            return False
        return not reading.words or quad.width < 2 * quad.height or _is_covered(quad, reading)

    def _is_open(self, reading: Recognised, quad: Quad) -> bool:
        """Tell whether a line may be in another script than Latin.

        In lines of Arabic the Latin engine sees a few letters here and there, and is not sure of them.
        Where it sees many letters from end to end, the line is Latin, however poor the print.
        """
        if self._convinces(reading, quad):
            return False
        letters = sum(letter.isalpha() for letter in reading.text)
        poor = reading.confidence >= _POOR and letters >= _MANY_LETTERS
        return not (poor and reading.words and _is_covered(quad, reading))

    def _probability(self, script: str, reading: Recognised) -> float:
        engine = self._readers[script][0].name
        return self._calibration.probability(engine, script, Unit.LINE, reading.confidence)

    def _in_better_script(self, page: "_Page", quad: Quad, latin: _Read) -> _Read:
        """Read a line in Arabic too, and return the better reading, or both where the line holds both."""
        reader = self._readers[_ARABIC][0]
        (reading,) = page.read(reader, [quad])
        arabic_letters = scripts_in(reading.text)[_ARABIC]
        if not arabic_letters:
            return latin
        sure = [word for word in latin.reading.words if word.confidence >= SURE_WORD and says(word.text)]
        if sure and say_much(sure):
            return self._parted(page, quad, latin, sure) or latin
        latin_words = [word for word in latin.reading.words if says(word.text)]
        latin_sure = sum(word.confidence * len(word.text) for word in latin_words)
        arabic_sure = sum(word.confidence * len(word.text) for word in reading.words)
        if arabic_letters >= 2 and arabic_sure > latin_sure:
            return _Read(reading, reader.name, _ARABIC)
        return replace(latin, doubt=SCRIPT_UNCERTAIN)

    def _parted(self, page: "_Page", quad: Quad, latin: _Read, sure: Sequence[Word]) -> _Read | None:
        """Read what lies to the left and right of the Latin words in Arabic; None if there is no Arabic."""
        spans = spans_of(quad, sure)
        start, end = float(spans[:, 0].min()), float(spans[:, 1].max())
        least = _NARROWEST_PART * quad.height / max(1.0, quad.width)
        sides = [(a, b) for a, b in ((0.0, start), (end, 1.0)) if b - a >= least]
        reader = self._readers[_ARABIC][0]
        found = page.read(reader, [quad.part(a, b) for a, b in sides])
        arabic = [(side, r) for side, r in zip(sides, found, strict=True) if scripts_in(r.text)[_ARABIC] >= 2]
        if not arabic:
            return None
        middle = quad.part(
            max((b for (_, b), _ in arabic if b <= start), default=0.0),
            min((a for (a, _), _ in arabic if a >= end), default=1.0),
        )  # fmt: skip
        (between,) = page.read(self._readers[_LATIN][0], [middle])
        pieces = [((start, end), between), *arabic]
        # The line runs in the direction of the script that most of its letters have.
        letters = scripts_in(" ".join(piece.text for _, piece in pieces))
        backwards = letters[_ARABIC] > letters[_LATIN]
        ordered = [piece for _, piece in sorted(pieces, key=lambda piece: piece[0][0], reverse=backwards)]
        ordered = [piece for piece in ordered if piece.text]
        reading = Recognised(
            " ".join(piece.text for piece in ordered),
            min(self._probability(_ARABIC if piece is not between else _LATIN, piece) for piece in ordered),
            tuple(word for piece in ordered for word in piece.words),
        )
        return _Read(reading, latin.engine, script_of(reading.text), (reader.name,), whole=False)

    def _with_numbers(self, page: "_Page", lines: Sequence[_Read], latin: Sequence[_Read]) -> list[_Read]:
        """Read the numbers of a page with Arabic, whose digits the engines take for something else.

        Args:
            page: The page.
            lines: As they were read so far.
            latin: As the Latin engine reads them: it can confirm numbers in European digits.
        """
        numbers = self._lone_numbers(page, lines, latin)
        return [
            numbers[at]
            if at in numbers
            else self._with_numbers_within(page, line, latin[at].reading)
            if line.script == _ARABIC or _ARABIC in scripts_in(line.reading.text)
            else _with_doubted_digits(line)
            for at, line in enumerate(lines)
        ]

    def _lone_numbers(
        self, page: "_Page", lines: Sequence[_Read], latin: Sequence[_Read]
    ) -> dict[int, _Read]:
        """Return the lines that are numbers alone, by their places among the lines."""
        reader = self._numerals
        if reader is None:
            return {}
        asked = [
            at
            for at, (quad, line, first) in enumerate(zip(page.quads, lines, latin, strict=True))
            if line.whole
            and not is_surely_arabic(line.reading)
            and (not self._convinces(first.reading, quad) or may_be_number(first.reading.text))
        ]
        found = page.read(reader, [page.quads[at] for at in asked])
        likely = {
            at: replace(number, confidence=reader.reliability(number.confidence))
            for at, number in zip(asked, found, strict=True)
        }
        numbers = lone_numbers(
            likely, [line.reading for line in latin], arabic_alone=not self._readers[_LATIN]
        )
        return {
            at: _Read(
                number.reading, reader.name, _ARABIC,
                whole=False, doubt=NUMBER_UNCERTAIN if number.odd else "",
            )
            for at, number in numbers.items()
        }  # fmt: skip

    def _with_numbers_within(self, page: "_Page", line: _Read, latin: Recognised) -> _Read:
        """Doubt the numbers within a line that holds Arabic, unless a second engine reads them alike.

        Where the engine for digits surely reads another number, that one is taken, and the doubt stays.
        """
        confirmed = {word.text for word in latin.words if word.confidence >= SURE_WORD}
        words = list(line.reading.words)
        open_words = [
            at for at, word in enumerate(words) if has_digit(word.text) and word.text not in confirmed
        ]
        if self._numerals is None or not open_words:
            return replace(line, doubt=NUMBER_UNCERTAIN if open_words else "")
        found = page.read(self._numerals, [wider(words[at].quad) for at in open_words])
        alike = [confirms(words[at].text, number.text) for at, number in zip(open_words, found, strict=True)]
        if all(alike):
            return replace(line, doubt="")
        helpers = line.helpers
        for at, number in zip(open_words, found, strict=True):
            probability = self._numerals.reliability(number.confidence)
            if number.text != words[at].text and number.text and probability >= SURE_NUMBER:
                words[at] = Word(number.text, words[at].quad, probability)
                helpers = (*line.helpers, self._numerals.name)
        if helpers != line.helpers:
            reading = replace(line.reading, text=" ".join(word.text for word in words), words=tuple(words))
            line = replace(line, reading=reading, helpers=helpers)
        return replace(line, doubt=NUMBER_UNCERTAIN)

    def _with_opinions(self, page: "_Page", read: Sequence[_Read]) -> tuple[Sequence[_Read], list[Consensus]]:
        """Ask other engines about the lines where the settings want it, and look closer where they differ.

        Returns:
            The lines as the first engine reads them in the end, and what all make of them together.
        """
        alone = [self._alone(line) for line in read]
        opinions = self._opinions(
            page, read, [self._wants_opinion(*both) for both in zip(read, alone, strict=True)]
        )
        heard = [self._together(*both) for both in zip(read, opinions, strict=True)]
        open_lines = [
            at
            for at, line in enumerate(read)
            if line.glanced and (not opinions[at] or heard[at].doubts or self._is_doubtful(heard[at]))
        ]
        read = self._closer(page, read, open_lines)
        for at in open_lines:
            sure = self._alone(read[at])
            heard[at] = self._together(read[at], opinions[at]) if self._is_doubtful(sure) else sure
        return read, heard

    def _opinions(self, page: "_Page", read: Sequence[_Read], wanted: Sequence[bool]) -> list[list[Opinion]]:
        """Return for each line what the other engines read there; nothing where no opinion is wanted."""
        opinions: list[list[Opinion]] = [[] for _ in read]
        asked = [at for at, is_wanted in enumerate(wanted) if is_wanted]
        for script in {read[at].script for at in asked}:
            language = _language_of([line.reading.text for line in read if line.script == script], script)
            for other in readers_of(self._engines, script, language):
                others = [at for at in asked if read[at].script == script and read[at].engine != other.name]
                found = page.read(other, [page.quads[at] for at in others])
                for at, reading in zip(others, found, strict=True):
                    opinions[at].append(Opinion(other.name, reading))
        return opinions

    def _together(self, line: _Read, others: Sequence[Opinion]) -> Consensus:
        """Return what a line is worth after others have looked at it, if any have."""
        if not others:
            return self._alone(line)
        return combine([Opinion(line.engine, line.reading), *others], self._calibration, script=line.script)

    def _is_doubtful(self, consensus: Consensus) -> bool:
        return consensus.confidence < self._settings.doubt_threshold

    def _alone(self, line: _Read) -> Consensus:
        """Return what a line is worth that nobody else has looked at."""
        if not line.whole:
            reading = line.reading
            return Consensus(reading.text, reading.confidence, line.engine, reading.words)
        return combine([Opinion(line.engine, line.reading)], self._calibration, script=line.script)

    def _wants_opinion(self, line: _Read, alone: Consensus) -> bool:
        wanted = self._settings.second_opinion
        if not line.whole or not alone.text or wanted == "none":
            return False
        return wanted == "all" or self._is_doubtful(alone)

    def _line(self, quad: Quad, read: _Read, consensus: Consensus) -> Line:
        uncertain = read.doubt or not read.reading.complete
        confidence = min(consensus.confidence, _MOST_FOR_UNCERTAIN if uncertain else 1.0)
        doubts = list(consensus.doubts)
        if confidence < self._settings.doubt_threshold:
            doubts.insert(0, LOW_CONFIDENCE)
        if read.doubt:
            doubts.append(read.doubt)
        if not read.reading.complete:
            doubts.append(PARTLY_UNREAD)
        return Line(
            text=consensus.text,
            quad=quad,
            confidence=confidence,
            script=script_of(consensus.text),
            engine="+".join(dict.fromkeys([*consensus.engine.split("+"), *read.helpers])),
            alternatives=consensus.alternatives,
            words=consensus.words,
            doubts=tuple(doubts),
        )


def _is_covered(quad: Quad, reading: Recognised) -> bool:
    spans = spans_of(quad, reading.words)
    return float((spans[:, 1] - spans[:, 0]).sum()) >= _LEAST_COVER


@dataclass(frozen=True, slots=True)
class _Page:
    pixels: Pixels
    quads: Sequence[Quad]
    cancel: Callable[[], bool]

    def read(self, reader: Recogniser, quads: Sequence[Quad]) -> list[Recognised]:
        return reader.recognise(self.pixels, quads, cancel=self.cancel)


def _with_doubted_digits(line: _Read) -> _Read:
    """Doubt a line of a page with Arabic in which the Latin engine may have taken digits for letters."""
    if not line.whole:
        return line
    if is_written(line.reading.text):
        return replace(line, doubt="")  # Words of Latin letters: that it may be Arabic is settled.
    # It reads them as V, A, r, E, 1 or full stops, and may be very sure of it.
    return replace(line, doubt=SCRIPT_UNCERTAIN) if looks_alike(line.reading.text) else line


def _language_of(texts: Sequence[str], script: str) -> str | None:
    """Return the language that nearly all of the text of one script on a page is in, if it tells."""
    letters: Counter[str] = Counter()
    for text in texts:
        letters[guess_language(text, script)] += len(text)
    del letters[UNDETERMINED]
    if not letters:
        return None
    language, count = letters.most_common(1)[0]
    return language if count >= _MOSTLY * letters.total() else None
