"""How errors are told over HTTP: always as JSON with a code, a sentence and what to do, never with data.

Programs get JSON. People's pages have their own way of telling (``headquarters.web``), which asks here
first what an error is worth.
"""

import logging
from collections.abc import Mapping

import psycopg
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from engine.errors import DiskFullError, SandukuError
from engine.sync.wire.errors import ERRORS, ErrorReply, WireError
from headquarters.errors import HeadquartersError

_LOG = logging.getLogger(__name__)
_RETRY_SECONDS = {"rate.limited": "30", "server.busy": "15", "server.full": "300"}
_OF_STATUS = {401: "auth.required", 403: "forbidden", 404: "not-found", 413: "request.too-large"}
_FULL = (psycopg.errors.DiskFull,)


class ClosingError(WireError):
    """An error after which the rest of what was being sent is not read; the connection is closed."""


def told(error: Exception) -> tuple[int, ErrorReply, dict[str, str]]:
    """Return the status, the words and the headers with which an error is told."""
    if isinstance(error, HTTPException) and isinstance(error.__cause__, SandukuError):
        error = error.__cause__  # raised while a framework read a body for us
    if isinstance(error, WireError):
        headers = {"Connection": "close"} if isinstance(error, ClosingError) else {}
        return _of_wire(error, headers)
    if isinstance(error, HeadquartersError):
        reply = ErrorReply(error.code, error.what, error.remedy, error.details)
        return error.status, reply, error.headers()
    if isinstance(error, DiskFullError) or (isinstance(error, DBAPIError) and isinstance(error.orig, _FULL)):
        return _of_wire(WireError("server.full"), {})
    if isinstance(error, OperationalError | PoolTimeoutError):
        return _of_wire(WireError("server.busy"), {})
    if isinstance(error, RequestValidationError):
        where = sorted(
            {".".join(str(part) for part in each["loc"] if part != "body") for each in error.errors()}
        )
        reply = ErrorReply.of(
            WireError("request.malformed", details={"fields": [name for name in where if name]})
        )
        return 422, reply, {}
    if isinstance(error, HTTPException):
        code = _OF_STATUS.get(error.status_code, "request.malformed")
        reply = ErrorReply(code, ERRORS[code].message, ERRORS[code].remedy)
        return error.status_code, reply, dict(error.headers or {})
    return _of_wire(WireError("server.error"), {})


def answer_bug(error: Exception) -> Response:
    """Return the answer to an error that nothing in the application has answered, and note it."""
    _note(error, told(error)[1].code)
    return answer(error)


def answer(error: Exception) -> Response:
    """Return the answer that tells an error to a program."""
    status, reply, headers = told(error)
    return Response(reply.encode(), status, headers, "application/json")


def answers_errors(app: FastAPI) -> None:
    """Have an application tell all errors so."""

    async def handle(request: Request, error: Exception) -> Response:
        status, reply, _headers = told(error)
        request.state.error_code = reply.code
        if status >= 500:
            _note(error, reply.code)
        return answer(error)

    for kind in (
        SandukuError,
        HTTPException,
        RequestValidationError,
        DBAPIError,
        PoolTimeoutError,
    ):
        app.add_exception_handler(kind, handle)


def json_answer(value: Mapping[str, object], status: int = 200) -> JSONResponse:
    """Return a plain answer."""
    return JSONResponse(dict(value), status)


def _of_wire(error: WireError, headers: dict[str, str]) -> tuple[int, ErrorReply, dict[str, str]]:
    if error.code in _RETRY_SECONDS:
        headers |= {"Retry-After": str(error.details.get("retry_after", _RETRY_SECONDS[error.code]))}
    if ERRORS[error.code].status == 401:
        headers |= {"WWW-Authenticate": "Bearer"}
    return ERRORS[error.code].status, ErrorReply.of(error), headers


def _note(error: Exception, code: str) -> None:
    cause = error.orig if isinstance(error, DBAPIError) else None
    state = getattr(cause, "sqlstate", None)
    _LOG.error("an error was answered", extra={"code": code, "sqlstate": state}, exc_info=error)
