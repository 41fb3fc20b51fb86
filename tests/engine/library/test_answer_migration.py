"""A library from before pages could be asked about keeps its jobs, and their numbers are not given again."""

from engine.language import normalise_for_search
from engine.library.connection import Connection
from engine.library.migrations import migrate, steps


def test_jobs_and_their_results_and_numbers_are_kept(tmp_path):
    known = tuple(step for step in steps() if step.version <= 5)
    earlier = tuple(step for step in known if step.version < 5)
    connection = Connection(tmp_path / "library.db")
    connection.teach("normalise_for_search", normalise_for_search)
    migrate(connection, earlier, save=lambda _version: None, fresh=True)
    with connection.transaction():
        connection.run(
            "INSERT INTO documents (number, id, name, media_type, byte_size, sha256, page_count, added_at,"
            " added_by) VALUES (1, 'd', 'n', 'image/png', 1, 's', 1, 'now', 'Juma')"
        )
        connection.run(
            "INSERT INTO pages (number, id, document, page_index, page_key) VALUES (1, 'p', 1, 0, 's/0')"
        )
        for number, task, result in (
            (1, "read", None),
            (2, "read-region", '{"line": null}'),
            (9, "read", None),
        ):
            connection.run(
                "INSERT INTO jobs (number, page, document, task, result, state, position, queued_at)"
                " VALUES (?, 1, 1, ?, ?, 'done', 1, 'now')",
                (number, task, result),
            )
        connection.run("DELETE FROM jobs WHERE number = 9")
    before = [tuple(row) for row in connection.rows("SELECT * FROM jobs ORDER BY number")]
    migrate(connection, known, save=lambda _version: None)
    assert [tuple(row) for row in connection.rows("SELECT * FROM jobs ORDER BY number")] == before
    with connection.transaction():
        number = connection.insert(
            "INSERT INTO jobs (page, document, task, position, queued_at) VALUES (1, 1, 'describe', 1, 'now')"
        )
    assert number == 10
    with connection.transaction():  # What keeps documents in step is there again; a question says nothing.
        connection.run("UPDATE jobs SET state = 'failed' WHERE number = ?", (number,))
        assert connection.value("SELECT status FROM documents") == "queued"
        connection.run("UPDATE jobs SET state = 'failed' WHERE number = 1")
    assert connection.value("SELECT status FROM documents") == "problem"
    assert connection.rows("PRAGMA foreign_key_check") == []
    assert connection.value("PRAGMA integrity_check") == "ok"
    connection.close()


def test_an_empty_queue_is_brought_forward_too(tmp_path):
    known = tuple(step for step in steps() if step.version <= 5)
    connection = Connection(tmp_path / "library.db")
    connection.teach("normalise_for_search", normalise_for_search)
    migrate(connection, known[:4], save=lambda _: None, fresh=True)
    migrate(connection, known, save=lambda _version: None)
    assert connection.value("SELECT seq FROM sqlite_sequence WHERE name = 'jobs'") == 0
    connection.close()
