"""The walk through the doubtful lines: nothing is accepted by mistake, and everything can be taken back."""

import io

import pytest
from rich.console import Console

from engine.cli.desk import Desk
from engine.cli.reviewing import DOUBTS, Reviewer, place_of
from engine.errors import ExitCode
from engine.geometry import Quad, Transform
from engine.library.carryover import TO_REVIEW
from engine.ocr.combine import ENGINES_DISAGREE, VALUE_DISPUTED
from engine.ocr.page_reader import CUT_OFF, UNREADABLE
from engine.ocr.routing import LOW_CONFIDENCE, NUMBER_UNCERTAIN, PARTLY_UNREAD, SCRIPT_UNCERTAIN
from engine.reading import Alternative, Line, Origin, Reading
from tests.engine.cli.conftest import line, reading_of


class Person:
    """Answers as told, and then goes away."""

    def __init__(self, *answers, edited=""):
        self.answers = list(answers)
        self.edited = edited
        self.offered = []

    def ask(self, _question):
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def edit(self, text):
        self.offered.append(text)
        return self.edited


@pytest.fixture
def walk(library, places):
    """Walks a person through all documents, and returns what came of it and what was shown."""

    def walk(person):
        console = Console(file=io.StringIO(), width=100, highlight=False)
        desk = Desk(places=places, out=console, err=console)
        reviewer = Reviewer(desk, library, author="Neema", ask=person.ask, edit=person.edit)
        return reviewer.walk(library.documents.find()), console.file.getvalue()

    return walk


def texts(library, document):
    pages = [library.readings.of_page(page.id) for page in library.documents.pages(document)]
    return [(line.text, line.engine) for stored in pages for line in stored.reading.lines]


ARNINA, SIGNED = ("Name: Arnina Yusuf", "ppocr"), ("Signed", "ppocr")


def test_what_a_model_reads_stands_beside_the_others_and_can_be_taken(walk, library, document):
    page = library.documents.pages(document)[0]
    (asked,) = library.regions.ask_model(page.id, threshold=0.9)
    job = library.jobs.claim("a test", lease_seconds=60)
    assert job.id == asked
    library.jobs.complete_region(job, line("Name: Amina Yusuf", 0.5, doubts=("image-model",)))
    outcome, shown = walk(Person("1", "s"))
    assert "Or 1:  Name: Amina Yusuf" in shown
    assert outcome.corrected == 1
    assert ("Name: Amina Yusuf", "person") in texts(library, document)


def test_each_doubtful_line_is_shown_once_with_its_neighbours_and_why(walk, library, document):
    outcome, shown = walk(Person("s", "s", "", "never asked"))
    assert outcome.skipped == 2
    assert "  1         Household registration\n  " in shown
    assert "  2 ?  62%  Name: Arnina Yusuf\n" in shown
    assert "Why: the reading is not sure." in shown
    assert "page 2" in shown
    assert "Why: two readings differ." in shown


def test_accepting_settles_a_line_and_keeps_its_text(walk, library, document):
    outcome, _ = walk(Person("a", "a"))
    assert outcome.accepted == 2
    assert ("Name: Arnina Yusuf", "person") in texts(library, document)
    assert walk(Person("s"))[1] == "", "nothing is doubtful any more"


def test_enter_alone_accepts_nothing(walk, library, document):
    before, entries = texts(library, document), library.changes.last_sequence()
    outcome, shown = walk(Person("", "  ", "", "q"))
    assert outcome.accepted == 0
    assert (texts(library, document), library.changes.last_sequence()) == (before, entries)
    assert "Enter alone does nothing" in shown


def test_editing_begins_with_the_text_there_is(walk, library, document):
    person = Person("e", "q", edited="Name: Amina Yusuf")
    outcome, _ = walk(person)
    assert person.offered == ["Name: Arnina Yusuf"]
    assert outcome.corrected == 1
    assert ("Name: Amina Yusuf", "person") in texts(library, document)
    [correction] = library.readings.history(library.documents.pages(document)[0].id)
    assert correction.author == "Neema"


@pytest.mark.parametrize("edited", ["", "   ", "Name: Arnina Yusuf"])
def test_an_edit_that_changes_nothing_accepts_nothing(walk, library, document, edited):
    outcome, shown = walk(Person("e", "q", edited=edited))
    assert (outcome.corrected, outcome.accepted) == (0, 0)
    assert ARNINA in texts(library, document)
    assert "Nothing was changed" in shown


def test_a_place_without_text_can_be_deleted(walk, library, document):
    outcome, _ = walk(Person("d", "q"))
    assert outcome.deleted == 1
    assert ARNINA not in texts(library, document)


@pytest.mark.parametrize("answer", ["a", "e", "d", "s"])
def test_every_answer_can_be_taken_back_and_its_line_comes_again(walk, library, document, answer):
    before = texts(library, document)
    outcome, shown = walk(Person(answer, "u", "q", edited="Amina"))
    assert (outcome.accepted, outcome.corrected, outcome.deleted, outcome.skipped) == (0, 0, 0, 0)
    assert texts(library, document) == before
    assert shown.count("2 ?  62%  Name: Arnina Yusuf") == 2


def test_several_answers_are_taken_back_one_after_the_other(walk, library, document):
    before = texts(library, document)
    walk(Person("a", "s", "u", "u", "u", "q"))
    assert texts(library, document) == before


def test_the_very_last_answer_can_be_taken_back_too(walk, library, document):
    outcome, _ = walk(Person("s", "a", "u", "s", ""))
    assert (outcome.accepted, outcome.skipped) == (0, 2)
    assert SIGNED in texts(library, document)


def test_there_may_be_nothing_to_take_back(walk, library, document):
    run_before = texts(library, document)
    assert "no answer of this review to take back" in walk(Person("u", "q"))[1]
    assert texts(library, document) == run_before


@pytest.mark.parametrize("last", ["q", "quit"])
def test_what_was_answered_before_quitting_is_kept_and_the_next_review_goes_on(walk, library, document, last):
    walk(Person("a", last))
    _, shown = walk(Person("q"))
    assert "Signed" in shown
    assert "62%" not in shown


def test_ctrl_c_keeps_what_was_answered(walk, library, document):
    class Leaving(Person):
        def ask(self, question):
            if not self.answers:
                raise KeyboardInterrupt
            return super().ask(question)

    assert walk(Leaving("a"))[0].accepted == 1
    assert ARNINA not in texts(library, document)


def test_another_reading_can_be_taken_by_its_number(walk, library, add_lines):
    other = (Alternative("Name: Amina", "tesseract", 0.4), Alternative("Name: Amira", "easyocr", 0.2))
    document = add_lines(line("Name: Arnina", 0.5, alternatives=other))
    outcome, shown = walk(Person("3", "0", "2"))
    assert "Or 1:  Name: Amina" in shown
    assert outcome.corrected == 1
    assert texts(library, document) == [("Name: Amira", "person")]


def test_a_place_that_could_not_be_read_cannot_be_accepted(walk, library, add_lines):
    document = add_lines(line("", 0.0, doubts=("unreadable",)), line("x"))
    outcome, shown = walk(Person("a", "q"))
    assert outcome.accepted == 0
    assert "Nothing was read here" in shown
    assert texts(library, document)[0] == ("", "ppocr")


def test_a_line_that_somebody_settles_meanwhile_is_not_asked_about(walk, library, document):
    class Meanwhile(Person):
        def ask(self, question):
            second = library.documents.pages(document)[1]
            library.readings.correct_line(second.id, 1, "Signed: Juma", author="Juma")
            return super().ask(question)

    assert walk(Meanwhile("s", "q", "s"))[0].skipped == 1


def test_a_document_that_is_removed_meanwhile_ends_nothing(walk, library, document, add_lines):
    add_lines(line("Doubtful", 0.5))

    class Meanwhile(Person):
        def ask(self, question):
            if library.documents.count() == 2:
                library.trash.put(document)
                library.trash.purge(document)
            return super().ask(question)

    walk(Meanwhile("s", "s", "s"))


@pytest.fixture
def add_lines(library):
    def add(*lines):
        from engine.library import NewDocument

        document_id = library.documents.add(
            NewDocument("form.jpg", "image/jpeg", 1, content=repr(lines).encode())
        ).document_id
        job = library.jobs.claim("a test", lease_seconds=60)
        library.jobs.complete(job, reading_of(lines), image=None, thumbnail=None)
        return document_id

    return add


def test_every_reason_for_doubt_is_told_in_words():
    doubts = {CUT_OFF, LOW_CONFIDENCE, NUMBER_UNCERTAIN, PARTLY_UNREAD, SCRIPT_UNCERTAIN, UNREADABLE}
    assert doubts | {ENGINES_DISAGREE, VALUE_DISPUTED, TO_REVIEW} <= DOUBTS.keys()


def test_of_two_reasons_that_say_the_same_one_is_told(walk, add_lines):
    add_lines(line("Total: 41", 0.5, doubts=(ENGINES_DISAGREE, VALUE_DISPUTED)))
    assert "Why: two readings differ in a number, a date or a name." in walk(Person("q"))[1]


@pytest.mark.parametrize(
    ("box", "cell", "told"),
    [
        ((10, 10, 90, 30), None, "at the top on the left"),
        ((10, 450, 290, 470), None, "in the middle"),
        ((250, 850, 290, 870), None, "at the bottom on the right"),
        ((-20, -20, -5, -5), None, "at the top on the left"),
        ((10, 10, 90, 30), (2, 1), "at the top on the left, in row 3 and column 2 of a table"),
    ],
)
def test_a_place_is_told_as_one_looks_for_it_on_paper(box, cell, told):
    reading = Reading("test", 300, 900, Transform.identity(), Origin.RECOGNISED, ())
    assert place_of(Line("x", Quad.from_box(*box), 0.5, "Latn", "ppocr", cell=cell), reading) == told


def test_a_review_needs_a_person(run, document):
    told = run("review")
    assert told.code == ExitCode.USAGE
    assert "sanduku correct --from-csv" in told.err


@pytest.fixture
def terminal(monkeypatch):
    """Answers typed at a terminal, one for each question."""

    def type_in(*answers):
        left = list(answers)

        class Terminal(io.StringIO):
            def isatty(self):
                return True

        def typed(*_prompt):
            if not left:
                raise EOFError
            return left.pop(0)

        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("builtins.input", typed)

    return type_in


def test_the_command_says_what_came_of_it(run, library, document, terminal):
    terminal("a", "e", "Signed: Juma", "")
    told = run("review", document[:6], "--author", "Neema")
    assert told.code == 0
    assert "Enter alone does nothing" in told.err
    assert "2 lines settled: 1 accepted, 1 corrected, 0 deleted. 0 skipped." in told.out
    assert ("Signed: Juma", "person") in texts(library, document)
    assert "No line is doubtful." in run("review").out


def test_a_filter_narrows_what_is_asked(run, document, terminal):
    terminal("s", "s")
    assert "No line is doubtful." in run("review", "--language", "sw").out
    assert run("review", document, "--language", "sw").code == ExitCode.USAGE


def test_ctrl_c_in_a_review_ends_with_130_and_keeps_the_answers(
    run, library, document, terminal, monkeypatch
):
    answers = ["a"]

    def typed(*_prompt):
        if not answers:
            raise KeyboardInterrupt
        return answers.pop()

    terminal()
    monkeypatch.setattr("builtins.input", typed)
    told = run("review", document)
    assert told.code == ExitCode.CANCELLED
    assert "1 line settled" in told.out
    assert ARNINA not in texts(library, document)
