"""How errors are told over HTTP: always as JSON with a code, a sentence and what to do, never with data.

Programs get JSON. People's pages have their own way of telling (``headquarters.web``), which asks here
first what an error is worth.
"""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

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
_OF_LAPTOPS = re.compile(r"/v1/(sync|blobs|auth|enrol|devices/rekey)(/.*)?")
"""Addresses that Sanduku on laptops speaks to: who gets it wrong there has another version of it."""
_MISFIT = "What was sent does not have the form that is taken here."
_SEE = "Look at 'fields', where they are told, and at /openapi.json for what is taken."
_WORDS = {
    401: ("Nobody is signed in.", "Sign in at /v1/people/sign-in."),
    403: ("That is not allowed.", "Ask an admin of the team."),
    404: ("There is no such address.", "Look at /openapi.json for those that there are."),
    405: ("This address does not take that method.", "Look at /openapi.json for those that it takes."),
    413: ("What was sent is larger than this address takes.", "Send less at once."),
}
"""What somebody reads who writes a program; laptops are told in the words of the protocol."""
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
        return 422, _malformed(error), {}
    if isinstance(error, HTTPException):
        code = _OF_STATUS.get(error.status_code, "request.malformed")
        message, remedy = _WORDS.get(error.status_code, (_MISFIT, _SEE))
        return error.status_code, ErrorReply(code, message, remedy), dict(error.headers or {})
    return _of_wire(WireError("server.error"), {})


def answer_bug(error: Exception) -> Response:
    """Return the answer to an error that nothing in the application has answered, and note it."""
    _note(error, told(error)[1].code)
    return answer(error)


def answer(error: Exception) -> Response:
    """Return the answer that tells an error to a program."""
    status, reply, headers = told(error)
    return Response(reply.encode(), status, headers, "application/json")


def answers_errors(
    app: FastAPI, *, missing: Callable[[Request, Exception], Response | None] = lambda *_: None
) -> None:
    """Have an application tell all errors so.

    Args:
        app: The application.
        missing: Returns the page for a person who asked for an address that there is not, None for others.
    """

    async def handle(request: Request, error: Exception) -> Response:
        status, reply, headers = told(error)
        request.state.error_code = reply.code
        if status >= 500:
            _note(error, reply.code)
        page = missing(request, error) if _is_of_frame(error) else None
        if page is not None:
            return page
        if _is_of_frame(error) and _OF_LAPTOPS.fullmatch(request.url.path):
            row = ERRORS[reply.code]
            reply = replace(reply, message=row.message, remedy=row.remedy)
        return Response(reply.encode(), status, headers, "application/json")

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


def _is_of_frame(error: Exception) -> bool:
    """Return whether FastAPI refused a request by itself, and not a part of headquarters."""
    frame = isinstance(error, HTTPException | RequestValidationError)
    return frame and not isinstance(error.__cause__, SandukuError)


def _malformed(error: RequestValidationError) -> ErrorReply:
    """Tell somebody who wrote a program, which is another than what to tell somebody at a laptop."""
    # Where it stands is told by names alone, and never what somebody sent.
    where = {".".join(str(part) for part in each["loc"] if part != "body")[:200] for each in error.errors()}
    return ErrorReply("request.malformed", _MISFIT, _SEE, {"fields": sorted(filter(None, where))})


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
