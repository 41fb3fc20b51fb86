"""The application: all addresses of headquarters, behind its protection.

It is made of an open headquarters and holds nothing of its own. ``headquarters.opening`` opens one, the
command line serves it.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import FastAPI

from engine.version import VERSION
from headquarters.devices.permissions import AccessTokens
from headquarters.operations.figures import Figures
from headquarters.parts import Headquarters
from headquarters.people.passwords import Passwords
from headquarters.protection.answers import answer_bug, answers_errors
from headquarters.protection.bodies import BodyGuard
from headquarters.protection.limits import body_limits
from headquarters.protection.rates import Rates
from headquarters.protection.requests import RequestLog
from headquarters.routers import ROUTERS
from headquarters.web.pages import Pages

THREADS = 16
"""In which requests are answered; the database has as many connections."""

DESCRIPTION = """\
Laptops send their change logs and files here, people review them, and what they decide goes back. How laptops
speak with it is told in docs/sync.md; how to run it, in docs/headquarters.md.
"""


def create_app(headquarters: Headquarters) -> FastAPI:
    """Return the application of an open headquarters."""
    app = FastAPI(
        title="Sanduku headquarters",
        version=VERSION,
        description=DESCRIPTION,
        docs_url=None,  # their pages load programs from elsewhere
        redoc_url=None,
        lifespan=_few_threads,
    )
    app.state.headquarters = headquarters
    app.state.figures = Figures(headquarters)
    app.state.rates = Rates(headquarters.settings)
    app.state.access_tokens = AccessTokens(
        headquarters.identity.signing_key, headquarters.identity.hq_id, headquarters.clock
    )
    app.state.passwords = Passwords()
    app.state.pages = pages = Pages()
    for router in ROUTERS:
        app.include_router(router)
    answers_errors(app, missing=pages.missing)
    app.add_middleware(
        BodyGuard,
        limits=body_limits(headquarters.settings),
        stall_seconds=headquarters.settings.stall_seconds,
    )
    app.add_middleware(RequestLog, notice=app.state.figures.notice, answer_bug=answer_bug)
    return app


@asynccontextmanager
async def _few_threads(_app: FastAPI) -> AsyncIterator[None]:
    """Answer in few threads: more would only wait for each other, and for a connection to the database."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield
