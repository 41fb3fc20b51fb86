"""How addresses of people's API are described in OpenAPI: a sentence, what can go wrong, an example."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute

from headquarters.wire import ERROR, JSON

_TOLD = {
    401: "Nobody is signed in, or the sign-in has ended.",
    403: "The role does not allow it, or the first password was not changed yet.",
    404: "There is no such thing in the team.",
    409: "Somebody changed it meanwhile, or it is there already.",
    410: "The record was erased.",
    413: "It is too large.",
    422: "It does not have the form that is taken here; 'fields' names what does not fit.",
    429: "Too many requests; Retry-After says when to come again.",
    503: "Busy; Retry-After says when to come again.",
}
_SAID = {
    401: ("not-signed-in", "You are not signed in.", "Sign in at /v1/people/sign-in."),
    403: ("not-allowed", "Your role in this team does not allow that.", "Ask an admin of the team."),
    404: ("not-found", "There is no such record.", "Look for it in the list of records."),
    409: ("review.changed", "The line was changed while you looked at it.", "Look at it as it stands now."),
    410: ("review.erased", "The record was erased.", "Nothing can be done with it any more."),
    413: ("request.too-large", "That is too large.", "Send less at once."),
    422: (
        "request.malformed",
        "What was sent does not have the form that is taken here.",
        "Look at 'fields'.",
    ),
    429: ("rate.limited", "Too many requests.", "Try again in half a minute."),
    503: ("server.busy", "Headquarters is busy.", "Try again in a quarter of a minute."),
}


class DescribedRoute(APIRoute):
    """A route whose summary is the first sentence of its docstring."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **words: Any) -> None:  # noqa: ANN401
        """Take the sentence, unless one was given."""
        sentence = (endpoint.__doc__ or "").strip().split("\n")[0].rstrip(".")
        words["summary"] = words.get("summary") or sentence
        super().__init__(path, endpoint, **words)


def described_router(tag: str, prefix: str = "") -> APIRouter:
    """Return a router of people's API, every address of which tells how it can go wrong."""
    return APIRouter(
        prefix=prefix,
        tags=[tag],
        route_class=DescribedRoute,
        responses={
            status: {
                "description": told,
                "content": {
                    JSON: {
                        "schema": ERROR,
                        "example": dict(zip(("code", "message", "remedy"), _SAID[status], strict=True)),
                    }
                },
            }
            for status, told in _TOLD.items()
        },
    )
