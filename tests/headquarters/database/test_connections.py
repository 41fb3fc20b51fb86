"""A request that waits for its turn holds no connection to the database."""

from sqlalchemy import text

from headquarters.parts import looking_of, transaction_of


def test_a_session_to_look_takes_a_connection_with_its_first_statement(headquarters):
    waiting = [looking_of(headquarters) for _ in range(50)]  # More than there are connections.
    sessions = [next(each) for each in waiting]
    assert headquarters.database.connections_in_use() == 0
    assert sessions[0].scalar(text("SELECT 1")) == 1
    assert headquarters.database.connections_in_use() == 1
    for each in waiting:
        each.close()
    assert headquarters.database.connections_in_use() == 0


def test_a_session_to_write_takes_a_connection_with_its_first_statement(headquarters):
    waiting = [transaction_of(headquarters) for _ in range(50)]
    for each in waiting:
        next(each)
    assert headquarters.database.connections_in_use() == 0
    for each in waiting:
        each.close()


def test_what_is_looked_at_is_each_statement_for_itself(headquarters):
    with headquarters.database.looking() as session:
        first = session.scalar(text("SELECT now()"))
        assert session.scalar(text("SELECT now()")) > first
