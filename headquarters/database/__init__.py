"""The one PostgreSQL database: opening it, its transactions, and bringing its tables up to date.

``Base`` is what tables of all parts of headquarters are declared on; the tables themselves are made by the
migrations here and by nothing else. This package knows no table of any part.
"""

from headquarters.database.base import Base, JsonObject, moment, short_text
from headquarters.database.database import Database, DatabaseUnreachableError, driver_url
from headquarters.database.embedded import EmbeddedPostgres, EmbeddedPostgresError

__all__ = [
    "Base",
    "Database",
    "DatabaseUnreachableError",
    "EmbeddedPostgres",
    "EmbeddedPostgresError",
    "JsonObject",
    "driver_url",
    "moment",
    "short_text",
]
