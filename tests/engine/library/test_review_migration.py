"""A library from before there was a review is brought forward with all that it holds."""

from engine.library.connection import Connection
from engine.library.migrations import migrate, steps
from engine.library.texts import teach_texts

JOB = (
    "INSERT INTO jobs (page, document, task, payload, idempotency_key, batch, state, priority, position,"
    " attempts, error_code, queued_at, owner, lease_until, lease_seconds)"
    " VALUES (?, ?, 'read', '{}', ?, 'b', ?, 3, ?, 2, 'x', 'now', ?, ?, ?)"
)


def test_documents_jobs_and_shelves_of_the_second_version_are_kept(tmp_path):
    first, second, *later = steps()
    connection = Connection(tmp_path / "library.db")
    teach_texts(connection)
    migrate(connection, (first, second), save=lambda _version: None, fresh=True)
    states = ["done", "queued", "running", "failed"]
    with connection.transaction():
        for number, state in enumerate(states, 1):
            connection.run(
                "INSERT INTO documents (number, id, name, media_type, byte_size, sha256, page_count,"
                " added_at, added_by) VALUES (?, ?, 'n', 'image/png', 1, ?, 1, 'now', 'Juma')",
                (number, f"d{number}", f"s{number}"),
            )
            connection.run(
                "INSERT INTO pages (number, id, document, page_index, page_key) VALUES (?, ?, ?, 0, ?)",
                (number, f"p{number}", number, f"s{number}/0"),
            )
            owner = ("me", 1.0, 1.0) if state == "running" else (None, None, None)
            connection.run(JOB, (number, number, f"k{number}", "queued", number, None, None, None))
            connection.run(
                "UPDATE jobs SET state = ?, owner = ?, lease_until = ?, lease_seconds = ? WHERE number = ?",
                (state, *owner, number),
            )
        connection.run(
            "INSERT INTO readings (number, id, page, page_key, pipeline_id, made_at, body)"
            " VALUES (1, 'r', 1, 's1/0', 'p', 'now', x'')"
        )
        connection.run("UPDATE pages SET reading = 1, confidence = 0.5 WHERE number = 1")
    before = [tuple(row) for row in connection.rows("SELECT * FROM jobs ORDER BY number")]
    columns = [row["name"] for row in connection.rows("SELECT name FROM pragma_table_info('jobs')")]
    migrate(connection, (first, second, *later), save=lambda _version: None)
    after = connection.rows(f"SELECT {', '.join(columns)} FROM jobs ORDER BY number")
    assert [tuple(row) for row in after] == before
    shelves = connection.rows("SELECT shelf, review FROM documents ORDER BY number")
    assert [tuple(row) for row in shelves] == [
        ("to-check", "none"),
        ("inbox", "none"),
        ("inbox", "none"),
        ("problems", "none"),
    ]
    with connection.transaction():  # What keeps documents in step is there again.
        connection.run("UPDATE jobs SET state = 'failed' WHERE number = 2")
    assert connection.value("SELECT shelf FROM documents WHERE number = 2") == "problems"
    assert connection.rows("PRAGMA foreign_key_check") == []
    assert connection.value("PRAGMA integrity_check") == "ok"
    connection.close()
