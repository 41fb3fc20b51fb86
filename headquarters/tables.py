"""Names all tables of headquarters, so that whoever compares them with the database has them all."""

from headquarters.audit import tables as audit
from headquarters.blobs import tables as blobs
from headquarters.database.base import Base
from headquarters.devices import tables as devices
from headquarters.down import tables as down
from headquarters.enrolment import tables as enrolment
from headquarters.operations import tables as operations
from headquarters.people import tables as people
from headquarters.records import group_tables as groups
from headquarters.records import tables as records
from headquarters.review import tables as review
from headquarters.search import tables as search
from headquarters.sync import tables as sync
from headquarters.teams import Library, Team

MODULES = (audit, blobs, devices, down, enrolment, groups, operations, people, records, review, search, sync)

__all__ = ["MODULES", "Base", "Library", "Team"]
