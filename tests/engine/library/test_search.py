"""People find pages by what they remember of them, in five languages."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.library.queries import parse_query


@pytest.fixture
def pages(library, add, make_reading):
    """Adds pages with these texts and returns a function that gives the names of the hits."""

    def put(**texts):
        for name, (language, text) in texts.items():
            add(library, name)
            job = library.jobs.claim("worker", lease_seconds=60)
            library.jobs.complete(
                job, make_reading(*text.split("\n"), language=language), image=None, thumbnail=None
            )

        def find(query, **more):
            return {hit.document_name for hit in library.search.find(query, **more).hits}

        return find

    return put


def marked(hit):
    return [piece for piece, found in hit.snippet if found]


def test_finds_words_without_their_accents_and_case(pages):
    find = pages(fr=("fr", "Carte d’identité délivrée à Thiès"), es=("es", "Año de nacimiento"))
    for query in ("identite", "IDENTITÉ", "délivrée", "thies", "d'identité"):
        assert find(query) == {"fr"}, query
    assert find("ano") == {"es"}
    assert find("año") == {"es"}


def test_finds_arabic_however_it_is_typed(pages):
    find = pages(ar=("ar", "الاسم: فَاطِمَة أحمد\nرقم ١٢٣٤"), other=("ar", "محمد علي"))
    for query in ("فاطمه", "فاطمة", "احمد", "أَحمد", "1234", "١٢٣٤", "۱۲۳۴"):
        assert find(query) == {"ar"}, query


def test_finds_swahili_and_what_the_last_word_begins(library, pages):
    find = pages(sw=("sw", "Tarehe ya kuzaliwa: 12 Machi 1990"))
    assert find("kuzal") == {"sw"}
    assert find("tarehe kuz") == {"sw"}
    assert not library.search.find("tarehe kuz").within_words
    assert library.search.find("tar kuzaliwa").within_words


def test_a_space_after_the_last_word_ends_it(pages):
    find = pages(a=("en", "card"), b=("en", "cardboard"))
    assert find("card") == {"a", "b"}
    assert find("card ") == {"a"}


def test_all_words_must_occur_and_quoted_ones_in_their_order(pages):
    find = pages(a=("en", "water point number seven"), b=("en", "point of water"), c=("en", "water"))
    assert find("point water") == {"a", "b"}
    assert find('"water point"') == {"a"}
    assert find("water -number") == {"b", "c"}
    assert find('water -"point number"') == {"b", "c"}
    assert find('"water point') == {"a"}


def test_a_phrase_may_go_on_in_the_next_line(library, pages):
    find = pages(a=("en", "distribution of blankets\nand soap"))
    assert find('"blankets and soap"') == {"a"}


def test_parts_of_words_are_found_where_no_word_fits(library, pages):
    find = pages(a=("en", "Reference UNHCR-00417-B"), b=("en", "nothing"))
    assert find("NHCR-004") == {"a"}
    assert find("ferenc") == {"a"}
    assert library.search.find("ferenc").within_words
    assert not library.search.find("reference").within_words
    assert find("zz") == set()


def test_parts_of_words_are_found_by_three_letters_and_several_together(pages):
    find = pages(a=("en", "household register"), b=("en", "householder"), c=("sw", "kaya\nregister"))
    assert find("useh") == {"a", "b"}
    assert find("ous") == {"a", "b"}
    assert find("useh gist") == {"a"}
    assert find("seholdr") == set()


@pytest.mark.parametrize("length", [39, 40, 41, 59, 60, 61, 80, 81, 200])
def test_parts_of_very_long_words_are_found_however_long(pages, length):
    word = "".join(f"{number:03}" for number in range(400))
    find = pages(a=("en", word), b=("en", word[:600]))
    assert find(word[700 : 700 + length]) == {"a"}
    assert find(word[1 : 1 + length]) == {"a", "b"}
    assert find(word[1 : 1 + length] + "x") == set()


def test_a_corrected_page_is_no_longer_found_by_parts_of_what_it_said(library, pages):
    find = pages(a=("en", "blankets"))
    page = library.documents.pages(library.documents.find()[0].id)[0]
    library.readings.correct_line(page.id, 0, "buckets", author="Juma")
    assert find("lanket") == set()
    assert find("ucket") == {"a"}


def test_shows_the_original_line_with_the_found_words_marked(library, pages):
    pages(a=("fr", "Première ligne\nNom : Éloïse  Traoré, née à Ségou"))
    (hit,) = library.search.find("eloise segou").hits
    assert "".join(piece for piece, _ in hit.snippet) == "Nom : Éloïse Traoré, née à Ségou"
    assert marked(hit) == ["Éloïse", "Ségou"]
    assert hit.line_number == 1
    (hit,) = library.search.find("raor").hits
    assert marked(hit) == ["Traoré,"]


def test_marks_arabic_in_its_original_form(library, pages):
    pages(a=("ar", "الاسم: فَاطِمَة أحمد"))
    (hit,) = library.search.find("فاطمه").hits
    assert marked(hit) == ["فَاطِمَة"]


def test_filters_by_language(pages):
    find = pages(fr=("fr", "total 100"), en=("en", "total 200"))
    assert find("total", language="fr") == {"fr"}
    assert find("tota", language="en") == {"en"}
    assert find("otal", language="en") == {"en"}
    assert find("total", language="sw") == set()
    assert find("total", language='e" OR "n') == set()


def test_the_language_code_itself_is_not_text(pages):
    find = pages(a=("fr", "bonjour"))
    assert find("fr") == set()


def test_a_page_that_has_the_word_more_often_comes_first(library, pages):
    pages(a=("en", "rice and a long list of other things, beans, oil, salt"), b=("en", "rice rice rice"))
    assert [hit.document_name for hit in library.search.find("rice").hits] == ["b", "a"]


def test_pages_of_hits_follow_each_other_without_gaps(library, pages):
    pages(**{f"d{number}": ("en", f"soap {number}") for number in range(7)})
    seen = [
        hit.document_name
        for offset in (0, 3, 6)
        for hit in library.search.find("soap", limit=3, offset=offset).hits
    ]
    assert len(seen) == len(set(seen)) == 7
    assert library.search.find("soap", limit=3).total == 7
    assert library.search.find("soap", offset=50).hits == ()


def test_a_word_on_very_many_pages_shows_the_newest_first(library, pages, monkeypatch):
    monkeypatch.setattr("engine.library.search.RANKED", 3)
    pages(**{f"d{number}": ("en", "soap " * (9 - number)) for number in range(5)})
    assert [hit.document_name for hit in library.search.find("soap").hits] == ["d4", "d3", "d2", "d1", "d0"]


def test_what_is_in_the_trash_is_not_found_until_it_comes_back(library, pages):
    find = pages(a=("en", "soap"))
    document = library.documents.find()[0].id
    library.trash.put(document)
    assert find("soap") == set()
    assert find("oap") == set()
    library.trash.restore(document)
    assert find("soap") == {"a"}


odd = st.one_of(
    st.text(),
    st.text(alphabet='"-*():^+{}\\\0\ud800 aلé😀AND OR NOT NEAR'),
    st.sampled_from(
        ['"', "AND", "NOT x", "a OR", "NEAR(a b)", "{a}", "^a", "a*", "-", "--", '""', "\0"]
    ),
    st.sampled_from(["normalised:x", "'; DROP TABLE pages", "٪", "a" * 5000, "( " * 500, "x " * 500]),
)  # fmt: skip


@given(query=odd)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_no_input_is_an_error(library, query):
    if not library.documents.count():
        from engine.library import NewDocument

        library.documents.add(NewDocument("a", "image/png", 1, b"x"))
    assert library.search.find(query).total == 0
    assert library.search.find(query, language=query).total == 0


latin = st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x250)


@given(words=st.lists(st.text(latin, min_size=3), min_size=1, max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_a_page_says_is_found_by_it(library, make_reading, words):
    from engine.library import NewDocument

    text = " ".join(words)
    added = library.documents.add(NewDocument(text, "image/png", 1, text.encode()))
    job = library.jobs.claim("worker", lease_seconds=60)
    if job is not None:
        library.jobs.complete(job, make_reading(text), image=None, thumbnail=None)
    for query in (text, words[0], f'"{text}"', text.upper(), words[-1][:3]):
        ids = {hit.document_id for hit in library.search.find(query, limit=1000).hits}
        assert added.document_id in ids, query


def test_a_query_is_understood_part_by_part():
    query = parse_query('Rice "clean water" -oil bea')
    assert query.wanted == (("rice",), ("clean", "water"), ("bea",))
    assert query.unwanted == (("oil",),)
    assert query.prefix
    assert not parse_query("bea ").prefix
    assert parse_query("A-12").wanted == (("a", "12"),)
    assert parse_query("-only").expression == ""
