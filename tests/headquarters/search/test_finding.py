"""What a person types finds what stands there, in five languages, and nothing of another team."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from headquarters.search.finding import find
from headquarters.search.texts import Findable, ends, normalised, put, vector
from headquarters.teams import add_team
from tests.headquarters.field import FieldLaptop

TEXTS = {
    "en": "Household of Amina Hassan, ration card AB-12/3, phone +254 700 123 456",
    "fr": "Ménage de Noëlle Lefèvre, née à N’Djaména",
    "es": "Niño de José Muñoz, camión nº 7",
    "ar": "الاسمُ: آمنة حسن، رقم الهاتف ٠٧٠٠١٢٣",
    "sw": "Kaya ya Juma, kadi ya chakula imepotea",
}


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def team(session, clock):
    return add_team(session, "Kakuma", clock).id


@pytest.fixture
def documents(session, team, clock):
    laptop = FieldLaptop.joined(session, team, clock.now())
    made = {}
    for language, text in TEXTS.items():
        made[language] = laptop.add(f"{language}.jpg")
        made[language].read(text)
    laptop.send()
    return {document.id: language for language, document in made.items()}


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ("amina", "en"),
        ("HASSAN household", "en"),
        ("AB-12/3", "en"),
        ('"ration card"', "en"),
        ('"card ration"', ""),
        ("254 700", "en"),
        ("hous", "en"),
        ("hous ", "en"),  # within the word, since no word is just that
        ("ehold", "en"),
        ("lefevre", "fr"),
        ("menage noelle", "fr"),
        ("ndjamena", ""),
        ("n'djamena", "fr"),
        ("nino munoz", "es"),
        ("امنه", "ar"),
        ("الاسم", "ar"),
        ("0700123", "ar"),
        ("kadi -chakula", ""),
        ("kadi chakula", "sw"),
        ("", ""),
        ('"', ""),
        ("-", ""),
        ("!!! & | <->", ""),
    ],
)
def test_queries_find_their_language(session, team, documents, query, languages):
    found = find(session, team, query)
    assert sorted(documents[each.document_id] for each in found.found) == languages.split()


def test_what_is_found_is_marked_in_the_original_line(session, team, documents):
    (found,) = find(session, team, "lefevre").found
    assert "".join(piece for piece, _ in found.snippet) == TEXTS["fr"]
    assert [piece for piece, hit in found.snippet if hit] == ["Lefèvre,"]


def test_another_team_finds_nothing(session, team, documents, clock):
    assert find(session, add_team(session, "Dadaab", clock).id, "amina").total == 0


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_no_text_and_no_query_is_an_error(session, team, documents, typed):
    find(session, team, typed)
    clean = typed.encode("utf-8", "replace").decode().replace("\0", " ")
    put(session, team, [Findable("comment", "c", next(iter(documents)), None, clean)])
    session.flush()


@given(st.text(max_size=200))
def test_every_word_has_its_place(text):
    words = vector(normalised(text))
    assert "\0" not in words or "\0" in text


def test_a_piece_of_a_word_is_found_by_an_index(session):
    session.execute(sql("SET LOCAL enable_seqscan = off"))
    plan = "\n".join(
        session.scalars(
            sql("EXPLAIN SELECT 1 FROM search_texts WHERE ends @@ CAST(:asked AS tsquery)"),
            {"asked": "'ehold':*"},
        )
    )
    assert "ix_search_texts_ends" in plan


def test_a_piece_longer_than_any_end_that_is_kept_is_found_where_all_of_it_stands(session, team, clock):
    laptop = FieldLaptop.joined(session, team, clock.now())
    document = laptop.add("long.jpg")
    document.read("x" + "abcdefghij" * 6)
    laptop.send()
    assert [each.document_id for each in find(session, team, "abcdefghij" * 5 + " ").found] == [document.id]
    assert find(session, team, "abcdefghij" * 4 + "abcdex ").found == ()


@given(st.text(alphabet="abcæß字ع0", min_size=1, max_size=60))
def test_ends_of_words_hold_every_piece_of_three_letters(plain):
    made = ends(plain).split()
    for word in plain.split():
        for start in range(len(word) - 2):
            piece = word[start : start + 3]
            assert any(each.startswith(f"'{piece}") for each in made)


def test_ends_of_a_very_long_text_stay_within_what_the_database_takes(session, team, clock):
    laptop = FieldLaptop.joined(session, team, clock.now())
    document = laptop.add("long.jpg")
    rng = random.Random(5)
    document.read(" ".join("".join(rng.choices("abcdefghijklmnop", k=60)) for _ in range(1500)))
    laptop.send()
    session.flush()
    kept = session.scalar(sql("SELECT length(ends) FROM search_texts WHERE kind = 'page'"))
    assert kept > 10_000
