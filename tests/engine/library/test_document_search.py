"""The search finds documents: by their pages or their names, narrowed as a list is, and can be kept."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import NotFoundError
from engine.library import DocumentFilter, NamelessError, Order, ReviewState, Shelf, Status


@pytest.fixture
def three(library, add, read_all):
    ids = {}
    for name, pages, texts in (
        ("form.pdf", 3, ("Amina Juma", "village")),
        ("letter Amina.pdf", 1, ("nobody",)),
        ("other.pdf", 1, ("Amina",)),
    ):
        ids[name] = add(library, name, pages=pages)
        read_all(library, *texts)
    return ids


def names(found):
    return [hit.document_name for hit in found.hits]


def test_each_document_is_found_once_with_its_best_page_and_how_many_pages_have_it(library, three):
    found = library.search.find_documents("juma")
    (hit,) = found.hits
    assert (hit.document_id, hit.pages, found.total) == (three["form.pdf"], 3, 1)
    assert hit.best.snippet == (("Amina ", False), ("Juma", True))


def test_a_name_counts_too_and_comes_first(library, three):
    found = library.search.find_documents("amina")
    assert names(found)[0] == "letter Amina.pdf"
    assert set(names(found)) == set(three)
    first = found.hits[0]
    assert (first.pages, first.best) == (0, None)
    assert first.name == (("letter ", False), ("Amina.pdf", True))


def test_the_screens_follow_one_another_without_gap_or_repetition(library, three):
    whole = library.search.find_documents("amina")
    parts = [library.search.find_documents("amina", limit=1, offset=place) for place in range(4)]
    assert [each.total for each in parts] == [3] * 4
    assert [name for each in parts for name in names(each)] == names(whole)


@pytest.mark.parametrize("query", ["amina", "amina -juma", "juma", "ami", "letter", "village"])
@pytest.mark.parametrize("trashed", [False, True])
def test_words_on_very_many_pages_find_the_same_documents_the_newest_first(
    library, three, monkeypatch, query, trashed
):
    library.bulk.trash([three["letter Amina.pdf"]])
    wanted = DocumentFilter(trashed=trashed)
    best = library.search.find_documents(query, wanted)
    monkeypatch.setattr("engine.library.search.RANKED", 0)
    newest = library.search.find_documents(query, wanted)

    def told(found):
        return {(hit.document_id, hit.pages, hit.name, hit.best is None) for hit in found.hits}

    assert (told(newest), newest.total) == (told(best), best.total)
    if query == "amina" and not trashed:
        assert names(newest) == ["other.pdf", "form.pdf"]
        assert newest.hits[1].best.page_index == 2
        last = library.search.find_documents(query, wanted, limit=1, offset=1)
        assert (names(last), last.total) == (["form.pdf"], 2)
        assert library.search.find_documents(query, wanted, offset=9).total == 2


def test_what_narrows_a_list_narrows_the_search(library, three):
    library.bulk.approve([three["form.pdf"]])
    library.bulk.add_tag([three["other.pdf"]], "urgent")
    find = lambda **wishes: names(library.search.find_documents("amina", DocumentFilter(**wishes)))  # noqa: E731
    assert find(shelf=Shelf.DONE) == ["form.pdf"]
    assert find(tag="Urgent") == ["other.pdf"]
    assert find(review=ReviewState.PROBLEM) == []
    assert find(name_contains="letter") == ["letter Amina.pdf"]


def test_what_lies_in_the_trash_is_found_by_name_alone_and_only_when_asked(library, three):
    library.bulk.trash(list(three.values()))
    assert library.search.find_documents("amina").total == 0
    assert names(library.search.find_documents("amina", DocumentFilter(trashed=True))) == ["letter Amina.pdf"]


def test_within_words_and_without_words(library, three):
    found = library.search.find_documents("illag")
    assert (names(found), found.within_words) == (["form.pdf"], True)
    assert library.search.find_documents("amina -juma").total == 2
    for nothing in ("", " ", "-", "zzz"):
        assert library.search.find_documents(nothing).total == 0


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.text(max_size=12) | st.lists(st.sampled_from(["amina", '"', "-", "juma", "*", " ", "%"])).map("".join)
)
def test_no_input_is_an_error_and_the_total_is_true(library, three, query):
    found = library.search.find_documents(query, limit=100)
    assert found.total == len(found.hits) == len({hit.document_id for hit in found.hits})


# Lists, narrowed by more than before.


def test_lists_are_narrowed_by_date_and_confidence(library, add, read_all, clock):
    first = add(library, "a")
    read_all(library, "x", confidence=0.4)
    clock.pass_time(86400)
    second = add(library, "b")
    read_all(library, "x", confidence=0.9)
    third = add(library, "c")
    ids = lambda **wishes: library.documents.ids(DocumentFilter(**wishes), order=Order.OLDEST)  # noqa: E731
    day = library.documents.get(second).added_at[:10]
    assert ids(added_from=day) == [second, third]
    assert ids(added_before=day) == [first]
    assert ids(from_confidence=0.5) == [second]
    assert ids(below_confidence=0.5) == [first]
    assert library.documents.count(DocumentFilter(added_before=day, status=Status.READ)) == 1


@pytest.mark.parametrize("order", Order)
def test_every_order_gives_every_document_once_screen_by_screen(library, add, read_all, order):
    for place in range(7):
        add(library, f"{place % 3}", pages=1 + place % 2, content=bytes([place]))
        if place % 3:
            read_all(library, "x", confidence=place / 10, language=("en", "ar")[place % 2])
    library.bulk.approve(library.documents.ids(DocumentFilter(shelf=Shelf.TO_CHECK))[:2])
    every = library.documents.ids(order=order)
    assert len(set(every)) == 7
    screens = [library.documents.find(limit=2, offset=at, order=order) for at in range(0, 8, 2)]
    assert [document.id for screen in screens for document in screen] == every


@pytest.mark.parametrize(
    ("ascending", "descending", "key"),
    [
        (Order.NAME, Order.NAME_DESCENDING, lambda each: each.name),
        (Order.TYPE, Order.TYPE_DESCENDING, lambda each: each.media_type),
        (Order.FEWEST_PAGES, Order.MOST_PAGES, lambda each: each.page_count),
        (Order.LEAST_CONFIDENT, Order.MOST_CONFIDENT, lambda each: each.lowest_confidence),
    ],
)
def test_lists_are_sorted_both_ways(library, add, read_all, ascending, descending, key):
    for place in (2, 0, 1):
        add(library, f"{place}", pages=place + 1)
        read_all(library, "x", confidence=place / 10 + 0.05)
    up = [key(each) for each in library.documents.find(order=ascending)]
    down = [key(each) for each in library.documents.find(order=descending)]
    assert up == sorted(up)
    assert down == sorted(down, reverse=True)


def test_documents_are_fetched_by_their_ids_in_the_order_asked_for(library, add):
    ids = [add(library, name) for name in ("a", "b", "c")]
    asked = [ids[2], "gone", ids[0]]
    assert [each.id for each in library.documents.many(asked)] == [ids[2], ids[0]]


# Searches that are kept.


def test_a_search_is_kept_with_what_narrows_it(library, reopen):
    wanted = DocumentFilter(
        status=Status.READ, shelf=Shelf.TO_CHECK, tag="urgent", below_confidence=0.5, trashed=True
    )
    kept = library.saved_searches.save(" Doubtful\n", "amina", wanted)
    (found,) = reopen(library).saved_searches.all()
    assert found == kept
    assert (found.name, found.filter) == ("Doubtful", wanted)


def test_a_kept_search_is_changed_removed_and_put_back(library):
    kept = library.saved_searches.save("a", "b")
    changed = library.saved_searches.change(kept.id, name="c", wanted=DocumentFilter(language="ar"))
    assert (changed.name, changed.query, changed.filter.language) == ("c", "b", "ar")
    gone = library.saved_searches.remove(kept.id)
    assert library.saved_searches.all() == []
    with pytest.raises(NotFoundError):
        library.saved_searches.remove(kept.id)
    library.saved_searches.put_back(gone)
    assert library.saved_searches.all() == [changed]
    with pytest.raises(NamelessError):
        library.saved_searches.save(" ", "x")


@given(
    st.builds(
        DocumentFilter,
        status=st.none() | st.sampled_from(Status),
        name_contains=st.none() | st.text(max_size=5),
        below_confidence=st.none() | st.floats(0, 1),
        trashed=st.booleans(),
        shelf=st.none() | st.sampled_from(Shelf),
        review=st.none() | st.sampled_from(ReviewState),
        tag=st.none() | st.text(max_size=5),
    )
)
def test_a_filter_survives_as_plain_json(wanted):
    assert DocumentFilter.from_json(wanted.to_json()) == wanted


def test_a_filter_of_a_later_version_is_not_taken_for_less():
    with pytest.raises(TypeError):
        DocumentFilter.from_json({"colour": "red"})
