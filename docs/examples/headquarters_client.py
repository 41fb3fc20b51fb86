"""A client of Sanduku headquarters in one file: signs in, lists what lies to be reviewed, exports it.

It needs Python 3.11 and httpx, and nothing of Sanduku's. Run it as

    python headquarters_client.py https://hq.example.org you@example.org inbox
    python headquarters_client.py https://hq.example.org you@example.org search "amina hassan"
    python headquarters_client.py https://hq.example.org you@example.org export records.csv
    python headquarters_client.py https://hq.example.org you@example.org silent 7

The password is asked for, or taken from the variable SANDUKU_HQ_PASSWORD.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx


class HeadquartersRefusedError(Exception):
    """Headquarters did not do what was asked; the text says why."""


class HeadquartersClient:
    """Speaks to headquarters as one person, in one team."""

    def __init__(self, address: str) -> None:
        """Name the headquarters; nothing is sent yet."""
        self._http = httpx.Client(base_url=f"{address.rstrip('/')}/v1", timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Sign out and end the connections."""
        if "authorization" in self._http.headers:
            self._http.post("/people/sign-out")
        self._http.close()

    def sign_in(self, login: str, password: str) -> None:
        """Sign in; the token is good for twelve hours, and while it is used."""
        told = self._ask("POST", "/people/sign-in", json={"login": login, "password": password})
        self._http.headers["authorization"] = f"Bearer {told['token']}"

    def records(self, shelf: str = "inbox") -> Iterator[dict[str, Any]]:
        """Yield all records of a shelf, the newest first, a screen at a time."""
        before: int | None = None
        while True:
            asked = {"shelf": shelf, "limit": 200, **({} if before is None else {"before": before})}
            page = self._ask("GET", "/records", params=asked)
            yield from page["records"]
            before = page["older"]
            if before is None:
                return

    def record(self, record_id: str) -> dict[str, Any]:
        """Return a record with its lines, and what was said of it."""
        record: dict[str, Any] = self._ask("GET", f"/records/{record_id}")
        return record

    def search(self, query: str) -> list[dict[str, Any]]:
        """Return the first things that a query finds."""
        found: list[dict[str, Any]] = self._ask("GET", "/search", params={"q": query})["found"]
        return found

    def correct(
        self, record_id: str, page_id: str, line: dict[str, Any], text: str, reason: str = ""
    ) -> None:
        """Say what a line reads; refused if somebody changed it meanwhile."""
        body = {
            "page": page_id,
            "line": line["id"],
            "text": text,
            "previous": line["text"],
            "reason": reason,
        }
        self._ask("POST", f"/records/{record_id}/corrections", json=body)

    def review(self, record_id: str, state: str, reason: str = "") -> None:
        """Approve a record, return it to the field, or call it a problem."""
        self._ask("POST", f"/records/{record_id}/review", json={"state": state, "reason": reason})

    def ask_for_picture(self, record_id: str, page_id: str, line_id: str) -> str:
        """Ask the laptop for a sharper picture of a line, and return the id by which it comes."""
        body = {"page": page_id, "line": line_id}
        asked: str = self._ask("POST", f"/records/{record_id}/crops", json=body)["id"]
        return asked

    def silent(self, days: int) -> Iterator[dict[str, Any]]:
        """Yield the laptops of which no work has arrived for so many days, or ever."""
        since = datetime.now(UTC) - timedelta(days=days)
        for device in self._ask("GET", "/devices")["devices"]:
            last = datetime.fromisoformat(device["sent_at"] or device["enrolled_at"])
            if device["revoked_at"] is None and last <= since:
                yield device

    def export(self, target: Path, kind: str = "csv", shelf: str = "all") -> None:
        """Export records into a file; it is there whole or not at all."""
        draft = target.with_name(f"{target.name}.part")
        with self._http.stream("GET", "/export", params={"format": kind, "shelf": shelf}) as answer:
            if answer.is_error:
                answer.read()
                raise HeadquartersRefusedError(_sentence(answer))
            with draft.open("wb") as file:
                for piece in answer.iter_bytes():
                    file.write(piece)
        draft.replace(target)

    def _ask(self, method: str, path: str, **words: Any) -> Any:  # noqa: ANN401 - whatever stands in JSON
        answer = self._http.request(method, path, **words)
        if answer.is_error:
            raise HeadquartersRefusedError(_sentence(answer))
        return answer.json() if answer.content else None


def _sentence(answer: httpx.Response) -> str:
    """Return what an error says; every one has a code, a message and what to do."""
    try:
        told = answer.json()
        return f"{told['message']} {told['remedy']}".strip()
    except (ValueError, KeyError, TypeError):
        return f"Headquarters answered {answer.status_code}."


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 if it was done."""
    parser = argparse.ArgumentParser(description="A client of Sanduku headquarters.")
    parser.add_argument("address")
    parser.add_argument("login")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("inbox", help="list what lies to be reviewed, with its doubtful lines")
    commands.add_parser("search", help="find records").add_argument("query")
    commands.add_parser("export", help="export all records").add_argument("file", type=Path)
    commands.add_parser("silent", help="list laptops that sent nothing for days").add_argument(
        "days", type=int
    )
    chosen = parser.parse_args(arguments)
    password = os.environ.get("SANDUKU_HQ_PASSWORD") or getpass.getpass("Password: ")
    try:
        with HeadquartersClient(chosen.address) as client:
            client.sign_in(chosen.login, password)
            _run(client, chosen)
    except (HeadquartersRefusedError, httpx.HTTPError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command's own words
        return 1
    return 0


def _run(client: HeadquartersClient, chosen: argparse.Namespace) -> None:
    if chosen.command == "search":
        for found in client.search(chosen.query):
            print(found["name"], "".join(piece for piece, _ in found["snippet"]), sep=": ")  # noqa: T201
    elif chosen.command == "export":
        client.export(chosen.file, chosen.file.suffix.lstrip(".") or "csv")
        print(f"{chosen.file}: {chosen.file.stat().st_size:,} bytes")  # noqa: T201
    elif chosen.command == "silent":
        for device in client.silent(chosen.days):
            print(device["name"], device["sent_at"] or "never", sep=": ")  # noqa: T201
    else:
        for record in client.records():
            print(record["name"], f"({record['doubtful_lines']} doubtful)")  # noqa: T201
            for page in client.record(record["id"])["pages"]:
                for line in page["lines"]:
                    if line["doubtful"]:
                        print(f"   {line['confidence']:.0%}  {line['text']}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
