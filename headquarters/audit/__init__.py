"""The audit log: who did what at headquarters, chained by hash so that nothing is altered in it unseen.

It names things by their ids alone and holds nothing that a record says, so that it can outlive the records.
"""

from headquarters.audit.log import AuditEntry, Fault, entries, every, record, verify
from headquarters.audit.tables import AuditRow

__all__ = ["AuditEntry", "AuditRow", "Fault", "entries", "every", "record", "verify"]
