"""Values come typed, each with its line, or with the word that it was not found."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.answer import Concern
from engine.vision import Ended, JsonSchema
from engine.vision.tasks.errors import SchemaError
from engine.vision.tasks.extracting import extract
from engine.vision.tasks.schema import Wanted, read_schema, typed, wanted_values
from engine.vision.tasks.speaking import Manner

from .conftest import ScriptedModel, page_of

SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "born": {"type": "string", "format": "date"},
        "blankets": {"type": "integer"},
        "price": {"type": "number"},
        "signed": {"type": "boolean"},
        "sex": {"enum": ["F", "M"]},
    },
}
GIVEN = {"name": "Amina Yusuf", "born": None, "blankets": 1200, "price": None, "signed": True, "sex": "F"}


def extracted(page, given, schema=SCHEMA, ended=Ended.STOP):
    text = given if isinstance(given, str) else json.dumps(given)
    model = ScriptedModel([text], ended)
    answer = extract(model, page, schema, manner=Manner())
    return answer, {field.name: field for field in answer.fields}, model


def test_values_are_of_their_kind_and_stand_on_their_line(form):
    answer, fields, model = extracted(form, GIVEN)
    assert {name: field.value for name, field in fields.items()} == GIVEN
    assert (fields["name"].evidence.line, fields["blankets"].evidence.line) == (1, 3)
    told = {(finding.concern, finding.about) for finding in answer.findings}
    assert told == {
        (Concern.NOT_FOUND, "born"),
        (Concern.NOT_FOUND, "price"),
        (Concern.NOT_ON_PAGE, "signed"),
        (Concern.NOT_ON_PAGE, "sex"),
    }
    assert answer.answered
    assert isinstance(model.constraints[0], JsonSchema)
    assert "name, born, blankets" in model.asked[0][1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Signed: yes", True),
        ("Signed: no", False),
        ("Signed ☐ Yes ☒ No", False),
        ("Signed: Yes [x] No [ ]", True),
        ("☒ Signed", True),
        ("Signed: ☐", False),
        ("SIGNED : نعم", True),
    ],
)
def test_yes_and_no_come_with_the_line_that_shows_them(text, value):
    page = page_of("Form", "Head: Amina Yusuf", "Date: 04/03/1987", text)
    answer, fields, _ = extracted(page, {**GIVEN, "signed": value})
    assert (fields["signed"].value, fields["signed"].evidence.line) == (value, 3)
    assert not [each for each in answer.findings if each.about == "signed"]
    answer, fields, _ = extracted(page, {**GIVEN, "signed": not value})
    assert [each.concern for each in answer.findings if each.about == "signed"] == [Concern.UNSURE]
    assert fields["signed"].evidence.line == 3
    assert answer.doubtful


def test_what_was_chosen_of_several_words_must_be_told_apart_from_the_others():
    def concerns(text):
        page = page_of("Form", "Head: Amina Yusuf", "Date: 04/03/1987", text)
        answer, fields, _ = extracted(page, GIVEN)
        return fields["sex"].evidence.line, [each.concern for each in answer.findings if each.about == "sex"]

    assert concerns("Sex: F") == (3, [])
    assert concerns("Sex: ☐ M ☒ F") == (3, [])
    assert concerns("Sex: M F") == (3, [Concern.UNSURE])
    assert concerns("Sex: M") == (3, [Concern.UNSURE])
    assert concerns("Block F") == (None, [Concern.NOT_ON_PAGE])


def test_on_a_photo_no_line_can_tell_of_yes_and_no(photo):
    schema = {"type": "object", "properties": {"flooded": {"type": "boolean"}}}
    answer, fields, _ = extracted(photo, {"flooded": True}, schema)
    assert (fields["flooded"].value, fields["flooded"].evidence, answer.findings) == (True, None, ())


def test_a_title_in_the_schema_tells_what_the_page_calls_it():
    page = page_of("Formulaire", "Chef : Amina Yusuf", "Date : 04/03/1987", "Enceinte : ☒ oui ☐ non")
    part = {"type": "boolean"}
    for title, concerns in (("Enceinte", []), ("", [Concern.NOT_ON_PAGE])):
        schema = {"type": "object", "properties": {"pregnant": {**part, "title": title}}}
        answer, _, _ = extracted(page, {"pregnant": True}, schema)
        assert [each.concern for each in answer.findings] == concerns


def test_what_is_not_on_the_page_or_on_a_doubtful_line_is_told(form):
    answer, fields, _ = extracted(form, {**GIVEN, "name": "Fatima Hassan", "price": 712345678})
    told = {(finding.concern, finding.about) for finding in answer.findings}
    assert (Concern.NOT_ON_PAGE, "name") in told
    assert fields["name"].value == "Fatima Hassan"


def test_a_value_of_another_kind_is_none_and_kept_as_it_was_written(form):
    answer, fields, _ = extracted(form, {**GIVEN, "blankets": "many", "sex": "X", "born": "04/03/1987"})
    told = {finding.about for finding in answer.findings if finding.concern is Concern.WRONG_KIND}
    assert told == {"blankets", "sex", "born"}
    assert (fields["blankets"].value, fields["blankets"].text) == (None, "many")


def test_an_answer_that_is_cut_off_gives_nothing(form):
    answer, fields, _ = extracted(form, '{"name": "Amina Yu', ended=Ended.LENGTH)
    assert all(field.value is None for field in fields.values())
    concerns = [finding.concern for finding in answer.findings if not finding.about]
    assert concerns == [Concern.CUT_OFF, Concern.NOT_FOUND]
    assert not answer.answered


def test_lists_and_parts_are_told_by_their_names(form):
    schema = {
        "type": "object",
        "properties": {
            "head": {"type": "object", "properties": {"name": {"type": "string"}}},
            "items": {
                "type": "array",
                "items": {"type": "object", "properties": {"kind": {"type": "string"}}},
            },
        },
    }
    given = {"head": {"name": "Amina Yusuf"}, "items": [{"kind": "Blankets"}, {"kind": "Phone"}]}
    _, fields, _ = extracted(form, given, schema)
    assert {name: field.value for name, field in fields.items()} == {
        "head.name": "Amina Yusuf",
        "items.1.kind": "Blankets",
        "items.2.kind": "Phone",
    }
    _, fields, _ = extracted(form, {"head": None, "items": None}, schema)
    assert set(fields) == {"head.name", "items.kind"}


PEOPLE = {
    "type": "object",
    "properties": {
        "age": {"type": "integer"},
        "religion": {"enum": ["christian", "muslim"]},
        "is_pregnant": {"type": "boolean"},
        "person": {"type": "object", "properties": {"fullName": {"type": "string"}}},
        "tents": {"type": "integer"},
    },
}
GUESSED = {
    "age": 9,
    "religion": "muslim",
    "is_pregnant": True,
    "person": {"fullName": "Amina Yusuf"},
    "tents": 12,
}
TRAITS = {"age", "religion", "is_pregnant"}


def test_a_form_gets_no_names_and_traits_out_of_a_photo(photo):
    said = []
    model = ScriptedModel([json.dumps(GUESSED)])
    answer = extract(model, photo, PEOPLE, manner=Manner(on_text=said.append))
    fields = {field.name: field for field in answer.fields}
    refused = {finding.about: finding.concern for finding in answer.findings if "refused" in finding.concern}
    assert refused == {
        **dict.fromkeys(TRAITS, Concern.REFUSED_TRAIT),
        "person.fullName": Concern.REFUSED_IDENTITY,
    }
    assert all((fields[name].value, fields[name].text) == (None, "") for name in refused)
    assert fields["tents"].value == 12
    assert said == []


def test_what_is_written_in_a_photo_is_extracted_although_it_is_a_name_or_a_trait():
    _, fields, _ = extracted(page_of("Amina Yusuf", "Age 9, Muslim"), GUESSED, PEOPLE)
    values = {name: field.value for name, field in fields.items()}
    assert (values["age"], values["religion"], values["person.fullName"]) == (9, "muslim", "Amina Yusuf")
    assert values["is_pregnant"] is None


def test_a_document_is_asked_for_all_that_its_fields_hold(form):
    answer, fields, _ = extracted(form, GUESSED, PEOPLE)
    assert (fields["age"].value, fields["religion"].value, fields["is_pregnant"].value) == (9, "muslim", True)
    assert not any("refused" in finding.concern for finding in answer.findings)


@pytest.mark.parametrize(
    "schema",
    [
        "no json",
        "[]",
        "{}",
        '{"type": "object", "properties": {}}',
        '{"type": "object", "properties": {"a": {"type": "null"}}}',
        '{"type": "object", "properties": {"a": {"type": "string", "pattern": "x"}}}',
        '{"type": "object", "properties": {"a": {"$ref": "#/x"}}}',
        '{"type": "object", "properties": {"a": 3}}',
        '{"type": "object", "properties": {"a.b": {"type": "string"}}}',
        json.dumps({"type": "object", "properties": {f"a{n}": {"type": "string"} for n in range(41)}}),
    ],
)
def test_a_schema_that_is_not_understood_is_refused(schema):
    with pytest.raises(SchemaError):
        read_schema(schema)


@pytest.mark.parametrize(
    ("kind", "given", "value", "fits"),
    [
        ("integer", "1,200", 1200, True),
        ("integer", "١٢٠٠", 1200, True),
        ("integer", 1.5, None, False),
        ("integer", True, None, False),
        ("number", "12.50", 12.5, True),
        ("number", "1,2", None, False),
        ("date", "2024-02-30", None, False),
        ("date", "2024-02-29", "2024-02-29", True),
        ("boolean", "yes", None, False),
        ("string", "  ", None, False),
        ("string", None, None, True),
    ],
)
def test_only_what_is_surely_meant_becomes_a_value(kind, given, value, fits):
    assert typed(Wanted("x", kind), given) == (value, fits)


JSON = some.recursive(
    some.none() | some.booleans() | some.floats(allow_nan=False) | some.text(max_size=20) | some.integers(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from(list(GIVEN)), inner),
    max_leaves=12,
)


@given(JSON)
def test_whatever_a_model_gives_each_wanted_value_is_told_once(given):
    answer, fields, _ = extracted(page_of("Blankets 1,200"), given)
    assert list(fields) == [each.name for each in wanted_values(SCHEMA)]
    assert len(answer.fields) == len(fields)
