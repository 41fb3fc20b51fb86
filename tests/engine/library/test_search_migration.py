"""A library from before text within words was found by how words end is brought forward."""

from engine.library.connection import Connection
from engine.library.migrations import migrate, steps
from engine.library.search import Search
from engine.library.texts import Texts, teach_texts


class Told:
    """Remembers how far the work said it was."""

    def __init__(self):
        self.done = []

    def update(self, *, done, total, label=""):
        self.done.append(done)


def test_what_was_found_before_is_found_after_and_follows_the_pages_from_then_on(tmp_path):
    known = steps()
    connection = Connection(tmp_path / "library.db")
    teach_texts(connection, told := Told())
    migrate(connection, tuple(step for step in known if step.version < 6), save=lambda _: None, fresh=True)
    with connection.transaction():
        connection.run(
            "INSERT INTO documents (number, id, name, media_type, byte_size, sha256, page_count, added_at,"
            " added_by) VALUES (1, 'd', 'list', 'image/png', 1, 's', 2, 'now', 'Juma')"
        )
        for number, text in ((1, "reference unhcr-00417-b"), (2, "soap and rice")):
            connection.run(
                "INSERT INTO pages (number, id, document, page_index, page_key) VALUES (?, ?, 1, ?, ?)",
                (number, f"p{number}", number, f"k{number}"),
            )
            connection.run(
                "INSERT INTO page_texts (page, text, normalised, languages) VALUES (?, ?, ?, 'en')",
                (number, text, text),
            )
    migrate(connection, known, save=lambda _: None)
    assert told.done == [1, 2]
    search = Search(connection)

    def found(query):
        return [(hit.page_id, page.within_words) for page in (search.find(query),) for hit in page.hits]

    assert found("rice") == [("p2", False)]
    assert found("hcr-004") == [("p1", True)]
    assert found("oap") == [("p2", True)]
    with connection.transaction():
        Texts(connection).put(2, [])
        connection.run("DELETE FROM pages WHERE number = 1")
    assert [found(query) for query in ("rice", "oap", "hcr-004", "reference")] == [[]] * 4
    for index in ("words", "word_ends"):
        connection.run(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    connection.close()
