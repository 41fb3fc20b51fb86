"""``python3 run.py demo``: the whole story in one terminal, with real programs and nothing pretended.

A headquarters starts; a laptop joins its team, reads the samples without any network, and sends them over a
thin link that goes away in the middle. Headquarters corrects a value, which comes down. A bundle goes up by
stick. At the end both sides are compared, change by change.
"""

import json
import os
import queue
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from rich.console import Console

from benchmarks.link.proxy import ThinLink
from engine.library import open_library
from engine.settings import Places
from engine.sync.wire.invitation import Invitation

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "tests" / "samples"
RATE, DELAY, CUT_AFTER, CUT_SECONDS = 40_000, 0.15, 60_000, 4.0
"""A link of 320 kbit/s that goes away for four seconds once so many bytes went up."""
_START_SECONDS = 90
_SEEN_BY_HEADQUARTERS = "registration-form"


class StoryError(Exception):
    """The story did not go as it must."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A headquarters that runs.

    Attributes:
        invitation: For one laptop.
        address: Of its pages.
        login: Of its admin.
        password: The admin's.
        data: Its folder.
    """

    invitation: Invitation
    address: str
    login: str
    password: str
    data: Path


class Story:
    """Tells, and runs the laptop's commands in a place of its own."""

    def __init__(self, folder: Path, console: Console) -> None:
        """Play in a folder; models and languages are those of the user."""
        self.folder = folder
        self.library = folder / "laptop" / "library"
        self._console = console
        self._began = time.monotonic()
        own, places = folder / "laptop", Places.of_this_user()
        own.mkdir(parents=True)
        for name in ("packs", "tessdata"):
            source = getattr(places, name)
            if source.exists():
                (own / name).symlink_to(source, target_is_directory=True)
        self._environment = {**os.environ, "SANDUKU_HOME": str(own)}

    def say(self, words: str) -> None:
        """Tell what happens next."""
        seconds = time.monotonic() - self._began
        self._console.print(f"[dim]{seconds:5.1f} s[/]  {words}", highlight=False)

    def laptop(self, *words: str | Path) -> dict[str, Any]:
        """Run a command of the laptop, show it, and return what it printed for programs."""
        shown = " ".join(_typed(word.name if isinstance(word, Path) else word) for word in words)
        self._console.print(f"         [bold]$ sanduku {shown}[/]", highlight=False, soft_wrap=True)
        command = [sys.executable, "-m", "engine.cli", *(str(word) for word in words), "--json"]
        done = subprocess.run(
            command, cwd=ROOT, env=self._environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise StoryError(f"{' '.join(command[2:])}\n{done.stdout}{done.stderr}")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def play(console: Console) -> int:
    """Play the story; return 0 if both sides agree at its end."""
    with tempfile.TemporaryDirectory(prefix="sanduku-demo-") as name:
        story = Story(Path(name), console)
        try:
            _play(story)
        except StoryError as error:
            console.print(f"[red]The story did not go as it must.[/]\n{error}", highlight=False)
            return 1
    return 0


def _play(story: Story) -> None:
    story.say("Headquarters starts, with a PostgreSQL of its own.")
    with _trial(story.folder / "headquarters") as trial:
        port = urlsplit(trial.address).port
        assert port is not None
        with ThinLink(
            port,
            bytes_per_second=RATE,
            delay=DELAY,
            cut_after=CUT_AFTER,
            cut_seconds=CUT_SECONDS,
            told=lambda event: story.say(
                "[yellow]The link goes away.[/]" if event == "cut" else "[green]The link is back.[/]"
            ),
        ) as link:
            _join_and_read(story, trial, link.port)
            _send(story)
            _correct(story, trial)
            _by_stick(story, trial)
            _compare(story, trial)


def _join_and_read(story: Story, trial: Trial, port: int) -> None:
    over_the_link = replace(trial.invitation, urls=(f"http://127.0.0.1:{port}",))
    invitation = story.folder / "amina.sanduku-team"
    invitation.write_text(over_the_link.encode(), encoding="utf-8")
    story.say(f"A laptop joins the team by its invitation; fingerprint {over_the_link.fingerprint}.")
    story.laptop("team", "join", invitation, "--name", "Amina's laptop", "--yes")
    story.say("It reads the samples; nothing of that uses the network.")
    truths = sorted(SAMPLES.glob("*.truth.json"))
    names = [truth.name.removesuffix(".truth.json") for truth in truths]
    files = [next(path for path in SAMPLES.glob(f"{name}.*") if path.suffix != ".json") for name in names]
    read = story.laptop("read", *files)
    story.say(f"{len(read['documents'])} documents are read.")


def _send(story: Story) -> None:
    plan = story.laptop("sync", "plan")
    story.say(f"About {plan['bytes'] / 1000:,.0f} kB wait to be sent, over {RATE * 8 / 1000:.0f} kbit/s.")
    sent = story.laptop("sync", "run")
    story.say(
        f"Headquarters has signed for {sent['changes']} changes and {sent['files']} files;"
        f" {sent['bytes_sent'] / 1000:,.0f} kB went up."
    )
    if not sent["receipt"]:
        raise StoryError("there is no receipt")


def _correct(story: Story, trial: Trial) -> None:
    with httpx.Client(base_url=trial.address, timeout=30) as client:
        asked = client.post("/v1/people/sign-in", json={"login": trial.login, "password": trial.password})
        client.headers["authorization"] = f"Bearer {_checked(asked)['token']}"
        records = _checked(client.get("/v1/records"))["records"]
        wanted = next(each for each in records if each["name"].startswith(_SEEN_BY_HEADQUARTERS))
        record = _checked(client.get(f"/v1/records/{wanted['id']}"))
        page = record["pages"][0]
        line = next(each for each in page["lines"] if re.search(r"\d{3}", each["text"]))
        text = line["text"] + " (checked)"
        story.say(f"A reviewer at headquarters corrects '{line['text']}' in {wanted['name']}.")
        correction = {"page": page["id"], "line": line["id"], "text": text, "previous": line["text"]}
        _checked(client.post(f"/v1/records/{wanted['id']}/corrections", json=correction))
    down = story.laptop("sync", "run")
    shown = story.laptop("show", wanted["id"])
    texts = [each["text"] for each in shown["pages"][0]["lines"]]
    if down["down"] < 1 or text not in texts:
        raise StoryError("the correction did not come down")
    story.say("[green]The correction is on the laptop.[/]")


def _by_stick(story: Story, trial: Trial) -> None:
    stick = story.folder / "stick"
    stick.mkdir()
    story.say("Now a stick: originals and page images are too much for the link.")
    bundle = story.laptop("bundle", "export", stick)
    story.say(f"{bundle['files']} files, {bundle['byte_size'] / 1e6:.1f} MB, encrypted for headquarters.")
    command = [
        sys.executable,
        "-m",
        "headquarters",
        "bundle",
        "import",
        bundle["folder"],
        "--data",
        str(trial.data),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StoryError(done.stdout + done.stderr)
    answers = sorted(stick.glob("sanduku-to-laptop-*"))
    if not answers:
        raise StoryError("headquarters wrote no answer")
    taken = story.laptop("bundle", "receipt", answers[-1])
    story.say(f"Headquarters has signed for {taken['files']} files on the stick.")


def _compare(story: Story, trial: Trial) -> None:
    story.say("Both sides are compared.")
    story.laptop("sync", "run")
    status = story.laptop("sync", "status")
    checked = story.laptop("check")
    command = [sys.executable, "-m", "headquarters", "check", "--data", str(trial.data)]
    there = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    with open_library(story.library) as library:
        last = library.changes.last_sequence()
        have = library.exchange.team.required().have.seq
    if there.returncode or not checked["sound"] or status["changes_waiting"] or last != have:
        raise StoryError(f"{there.stdout}{there.stderr}{checked}{status}{last}{have}")
    story.say(f"[green]All {last} changes are at headquarters, in order, and both sides are sound.[/]")


@contextmanager
def _trial(data: Path) -> Iterator[Trial]:
    """Run a headquarters; it is stopped by its process id."""
    command = [sys.executable, "-m", "headquarters", "trial", "--data", str(data), "--port", "8441"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "100000"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    lines: queue.Queue[str] = queue.Queue()

    def listen() -> None:
        for line in process.stdout or ():
            lines.put(line)

    reader = threading.Thread(target=listen, daemon=True)
    reader.start()
    try:
        said = _until(lines, "Stop it with")
        found = dict(re.findall(r"^([A-Z][a-z ]+):\s+(\S.*?)\s*$", said, re.MULTILINE))
        invitation = re.search(r"sanduku-team:\S+", said)
        if invitation is None:
            raise StoryError(said)
        address = found["Address"].rstrip("/")
        _wait_for(f"{address}/ready")
        yield Trial(Invitation.decode(invitation[0]), address, found["Sign in as"], found["Passphrase"], data)
    finally:
        process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        try:
            process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(timeout=10)
        assert process.stdout is not None
        process.stdout.close()


def _until(lines: "queue.Queue[str]", words: str) -> str:
    said, deadline = "", time.monotonic() + _START_SECONDS
    while words not in said:
        try:
            said += lines.get(timeout=max(0.1, deadline - time.monotonic()))
        except queue.Empty:
            raise StoryError(f"headquarters did not start:\n{said}") from None
    return said


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        try:
            if httpx.get(url, timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise StoryError("headquarters does not answer")


def _checked(answer: httpx.Response) -> Any:  # noqa: ANN401 - whatever stands in JSON
    if answer.is_error:
        raise StoryError(f"{answer.request.url}: {answer.status_code} {answer.text}")
    return answer.json()


def _typed(word: str) -> str:
    """Return a word as a person types it in a shell."""
    return f'"{word}"' if "'" in word and not set(word) & set('"$`\\') else shlex.quote(word)


if __name__ == "__main__":
    sys.exit(play(Console(stderr=False)))
