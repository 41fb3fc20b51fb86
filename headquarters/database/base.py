"""What every table is declared on: names of constraints, and the column types that all parts share."""

from datetime import datetime
from typing import Annotated, Any

from sqlalchemy import DateTime, MetaData, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""One name for each constraint, so that a migration can say which one it means."""

JsonObject = dict[str, Any]
"""A column of this type holds a JSON object."""

moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]
"""A moment, always with its zone; headquarters works in UTC."""

short_text = Annotated[str, mapped_column(Text)]
"""Any text; PostgreSQL stores short and long ones alike, lengths are checked where words come in."""


class Base(DeclarativeBase):
    """The tables of headquarters."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {JsonObject: JSONB, datetime: DateTime(timezone=True), str: Text}  # noqa: RUF012
