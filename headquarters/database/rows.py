"""Writes many rows with one statement: each column goes as one array, which the server takes apart.

A statement for each row costs a message for each row, and one that lists the rows is another text for every
number of them, which neither driver nor server can keep prepared. This one is the same for any number.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Column, Select, Table, Text, bindparam, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR, Insert, insert
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from headquarters.database.base import Base

_AS_TEXT = (JSONB, TSVECTOR)
"""Types whose values are given as text, and which PostgreSQL reads from it."""


def insert_rows(
    session: Session,
    table: type[Base],
    rows: Sequence[Mapping[str, Any]],
    *,
    keep: bool = False,
    renew: Sequence[str] = (),
) -> None:
    """Insert rows, in order; nothing happens without any.

    Args:
        session: Of the database; what it holds itself is not written first.
        table: Where to.
        rows: Column -> value, for every column but those that the database numbers itself. What is JSON, or
            a ``tsvector``, is given as its text.
        keep: Whether rows that are there already stay as they are.
        renew: Columns that rows which are there already take over instead. Without either they are an error.

    Raises:
        sqlalchemy.exc.DBAPIError: The database does not take them.
    """
    if rows:
        session.connection().execute(
            _statement(_table(table), keep, tuple(renew)),
            {column.name: [row[column.name] for row in rows] for column in _written(_table(table))},
        )


def row_of(thing: Base) -> dict[str, Any]:
    """Return what :func:`insert_rows` writes of an object that was never stored; defaults are filled in."""
    for column in _written(_table(type(thing))):
        if column.name not in thing.__dict__:
            default = getattr(column.default, "arg", None)
            setattr(thing, column.name, default)
    return {column.name: getattr(thing, column.name) for column in _written(_table(type(thing)))}


def _table(table: type[Base]) -> Table:
    return cast("Table", table.__table__)


@cache
def _written(table: Table) -> tuple[Column[Any], ...]:
    return tuple(column for column in table.columns if column.identity is None)


@cache
def _statement(table: Table, keep: bool, renew: tuple[str, ...]) -> Insert:  # noqa: FBT001
    columns = _written(table)
    names = [column.name for column in columns]
    statement = insert(table).from_select(names, _given(columns), include_defaults=False)
    if keep:
        return statement.on_conflict_do_nothing()
    if renew:
        return statement.on_conflict_do_update(
            index_elements=[column.name for column in table.primary_key.columns],
            set_={name: statement.excluded[name] for name in renew},
        )
    return statement


def _given(columns: Sequence[Column[Any]]) -> Select[Any]:
    arrays = [bindparam(column.name, type_=ARRAY(_sent_as(column.type))) for column in columns]
    given = func.unnest(*arrays).table_valued(*(column.name for column in columns), name="given")
    given = given.render_derived()
    return select(
        *(
            sql_cast(given.c[column.name], column.type)
            if isinstance(column.type, _AS_TEXT)
            else given.c[column.name]
            for column in columns
        )
    )


def _sent_as(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return Text() if isinstance(kind, _AS_TEXT) else kind
