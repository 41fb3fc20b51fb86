"""Describes a page without any image model: from what was read on it, and nothing else.

It says so itself in its first sentence. The kind of a document is told only where its own words leave
no doubt.
"""

from collections.abc import Iterator

from engine.answer import Answer, AnswerTask, Concern, Evidence, Finding, Provenance
from engine.language import UNDETERMINED, normalise_for_search
from engine.reading import is_doubtful
from engine.vision.tasks.describing import refuse_style
from engine.vision.tasks.grounding import canonical_numbers, numbers_in
from engine.vision.tasks.page import PageView
from engine.vision.tasks.words import Words, read_words, words_of

MOST_VALUES = 8
"""Dates, and numbers, that are told; of more their count."""
FEWEST_KIND_WORDS = 2
KIND_LEAD = 2
"""The likeliest kind needs so many more of its words than any other."""
_SHEET = "This is a photo of a sheet"
"""How the pipeline begins what it says of such a page."""
_BEGINNING = 160
_STYLES_WITH_TEXT = frozenset({"detailed", "blind"})


def describe_known(page: PageView, *, style: str = "short", language: str = "en") -> Answer:
    """Describe a page from what was read on it.

    Args:
        page: What is described.
        style: As for a description by a model.
        language: BCP 47 code.

    Raises:
        SettingError: There is no such style or language.
    """
    refuse_style(style)
    words = words_of(language)
    dates, numbers = _values(page)
    sentences = [words.known["head"], *_about_text(page, words), *_about_image(page, words)]
    evidence: list[Evidence] = []
    for name, values in (("dates", dates), ("numbers", numbers)):
        if values:
            sentences.append(words.known[name].replace("{values}", _listed(values, words)))
            evidence += values[:MOST_VALUES]
    if style in _STYLES_WITH_TEXT and page.has_text:
        begins = " ".join(" ".join(line.text for line in page.lines).split())
        cut = begins if len(begins) <= _BEGINNING else f"{begins[:_BEGINNING].rsplit(' ', 1)[0]} …"
        sentences.append(words.known["begins"].replace("{text}", cut))
    doubtful = [Finding(Concern.DOUBTFUL_LINE, each.quoted) for each in evidence if each.doubtful]
    return Answer(
        AnswerTask.DESCRIBE,
        style,
        language,
        " ".join(sentences),
        tuple(evidence),
        (Finding(Concern.NO_MODEL), *dict.fromkeys(doubtful)),
        provenance=Provenance(prompt_version=words.prompt_version),
    )


def kind_of_document(page: PageView) -> str | None:
    """Return the kind that the words of a page leave no doubt about, None if they do."""
    text = f" {' '.join(normalise_for_search(line.text) for line in page.lines)} "
    kinds = read_words("kinds.toml")
    found = {kind: sum(_holds(text, word) for word in signs) for kind, signs in kinds.items()}
    best, second = sorted(found, key=lambda kind: -found[kind])[:2]
    sure = found[best] >= FEWEST_KIND_WORDS and found[best] >= KIND_LEAD * max(found[second], 1)
    return best if sure else None


def _about_text(page: PageView, words: Words) -> Iterator[str]:
    if not page.has_text:
        yield words.known["no-text"]
        return
    kind = kind_of_document(page)
    if kind is not None:
        yield words.known["kind"].replace("{kind}", words.kinds[kind])
    languages = sorted({line.language for line in page.lines} - {UNDETERMINED})
    if languages:
        listed = ", ".join(words.names.get(code, code) for code in languages)
        yield words.known["languages"].replace("{languages}", listed)
    doubtful = sum(is_doubtful(line, page.doubt_threshold) for line in page.lines)
    told = words.known["lines"].replace("{count}", str(len(page.lines)))
    yield told.replace("{doubtful}", str(doubtful))
    yield from _tables(page, words)


def _tables(page: PageView, words: Words) -> Iterator[str]:
    cells: dict[int, set[tuple[int, int]]] = {}
    for line in page.lines:
        if line.cell is not None:
            cells.setdefault(line.block, set()).add(line.cell)
    for places in cells.values():
        rows, columns = len({row for row, _ in places}), len({column for _, column in places})
        if rows > 1 and columns > 1:
            yield words.known["table"].replace("{rows}", str(rows)).replace("{columns}", str(columns))


def _about_image(page: PageView, words: Words) -> Iterator[str]:
    if any(warning.startswith(_SHEET) for warning in page.reading.warnings):
        yield words.known["sheet"]
    size = words.known["image"].replace("{width}", str(page.reading.width))
    if not page.has_text:
        yield size.replace("{height}", str(page.reading.height))
    remarks = [words.remarks.get(remark, remark) for remark in page.reading.quality.remarks]
    if remarks:
        yield words.known["quality"].replace("{remarks}", ", ".join(remarks))


def _values(page: PageView) -> tuple[list[Evidence], list[Evidence]]:
    """Return the dates and the further numbers of a page, each once, with where they stand."""
    dates: dict[str, Evidence] = {}
    numbers: dict[str, Evidence] = {}
    for place, line in enumerate(page.lines):
        for text in numbers_in(line.text):
            doubtful = is_doubtful(line, page.doubt_threshold)
            found = Evidence(text, place, line.text, line.quad, doubtful)
            (dates if _is_date(text) else numbers).setdefault(text, found)
    return list(dates.values()), list(numbers.values())


def _is_date(text: str) -> bool:
    """Return whether a number is written as a date: three parts, of which one can be a year."""
    parts = [form.split("/") for form in canonical_numbers(text) if form.count("/") == 2]
    return any(
        min(map(int, each)) >= 1 and sum(1900 <= int(part) <= 2100 for part in each) == 1
        and sum(int(part) <= 31 for part in each) == 2
        for each in parts
    )  # fmt: skip


def _listed(values: list[Evidence], words: Words) -> str:
    listed = "; ".join(each.quoted for each in values[:MOST_VALUES])
    if len(values) <= MOST_VALUES:
        return listed
    return f"{listed} {words.known['more'].replace('{count}', str(len(values) - MOST_VALUES))}"


def _holds(text: str, word: str) -> bool:
    """Return whether a normalised text holds a word or phrase as such; Arabic ones may carry an article."""
    return f" {word} " in text or f" {word}:" in text or f" ال{word} " in text
