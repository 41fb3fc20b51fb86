"""Searching from the command line."""

from engine.errors import ExitCode


def test_a_hit_names_document_page_and_line(run, document):
    [hit] = run("search", "kalobeyei", "--json").json["hits"]
    assert (hit["document_name"], hit["page_index"], hit["line_number"]) == ("registration.jpg", 0, 3)
    assert [piece["text"] for piece in hit["pieces"] if piece["found"]] == ["Kalobeyei"]
    assert hit["text"] == "Village: Kalobeyei"


def test_arabic_is_found_as_it_is_typed(run, document):
    told = run("search", "مريم")
    assert "page 2" in told.out
    assert "اسم المستفيد: مريم" in told.out


def test_nothing_found_is_no_error(run, document):
    told = run("search", "giraffe")
    assert told.code == 0
    assert told.out == ""
    assert "Nothing was found" in told.err


def test_several_words_need_no_quotes(run, document):
    assert run("search", "household", "registration", "--json").json["total"] == 1


def test_a_search_for_nothing_says_so(run, document):
    for words in ("", "  ", "..."):
        told = run("search", words)
        assert told.code == ExitCode.USAGE
        assert "There is no word to search for." in told.err


def test_pages_that_are_not_read_yet_are_told_as_not_searched(run, document, scan):
    assert "not read yet" not in run("search", "kalobeyei").err
    run("add", scan)
    assert "1 page is not read yet and is not in the search; see 'sanduku work'." in run("search", "x").err
    assert run("search", "kalobeyei", "--json").json["unread_pages"] == 1
