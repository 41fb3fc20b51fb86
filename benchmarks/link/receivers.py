"""Servers for the peers: tus by tuspyserver, and a receiver of OpenRosa submissions."""

import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request, Response

from benchmarks.link.peers import PORT
from benchmarks.link.rig import SERVER


def tus(target: Path) -> FastAPI:
    """Take files by the protocol tus 1.0."""
    from tuspyserver import create_tus_router

    app = FastAPI()
    app.include_router(create_tus_router(prefix="files", files_dir=str(target)))
    return app


def openrosa(target: Path) -> FastAPI:
    """Take submissions by OpenRosa's form submission API: HEAD, then one POST of XML and attachments."""
    app = FastAPI()

    @app.head("/submission")
    def ready() -> Response:
        return Response(status_code=204, headers={"X-OpenRosa-Accept-Content-Length": "10485760"})

    @app.post("/submission")
    async def take(request: Request) -> Response:
        async with request.form() as form:
            for part in form.values():
                if not isinstance(part, str):
                    (target / str(part.filename)).write_bytes(await part.read())
        return Response(status_code=201)

    return app


def main(arguments: list[str]) -> None:
    """Serve one of them on the server's end of the link."""
    app = {"tus": tus, "openrosa": openrosa}[arguments[0]](Path(arguments[1]))
    uvicorn.run(
        app, host=SERVER, port=PORT, log_level="warning", timeout_keep_alive=120, timeout_graceful_shutdown=2
    )


if __name__ == "__main__":
    main(sys.argv[1:])
