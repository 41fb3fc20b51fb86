"""Searching from the command line."""


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
