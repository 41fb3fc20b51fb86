"""Has the real workers read samples that came with the program, and compares the words with the truth.

One sample stands for each language that is served, and among them they are a JPEG, a WebP, a HEIC and a PDF
with a text layer. Words are counted whatever their order: in what order the cells of a form are read is a
matter of taste, whether they are read is not.
"""

import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.intake import Intake, Taken
from engine.library import Library, Protection, create_library
from engine.selftest.checks import Bench, Check, WrongError
from engine.settings import Settings, save_settings
from engine.worker import EventKind, Supervisor, worker_command

MOST_SECONDS = 300.0
POLL_SECONDS = 0.05
READERS = 2
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample, and how much of it must be read.

    Attributes:
        language: BCP 47 code.
        file: Its name; the truth lies beside it.
        share: Of its words, that must be found; a little less than this version finds.
    """

    language: str
    file: str
    share: float


SAMPLES = (
    Sample("en", "situation-report.pdf", 0.90),
    Sample("fr", "registration-form.jpg", 0.90),
    Sample("es", "damage-report.webp", 0.90),
    Sample("ar", "distribution-list.jpg", 0.80),
    Sample("sw", "vaccination-card.heic", 0.90),
)


def reading(bench: Bench) -> str:
    """Read all samples in a scratch library with workers of their own, and compare."""
    if bench.places.shipped is None:
        raise WrongError("No samples came with the program.")
    folder = bench.places.shipped / "samples"
    settings, file = Settings(), bench.scratch / "settings.toml"
    save_settings(settings, file)
    made = create_library(bench.scratch / "read", protection=Protection(keyring=False))
    with made.library as library:
        documents = _taken_in(library, settings, [folder / each.file for each in SAMPLES])
        seconds = _read_all(library, file)
        found = {
            each.language: share_found(_truth(folder / each.file), _read(library, document))
            for each, document in zip(SAMPLES, documents, strict=True)
        }
    poor = [each for each in SAMPLES if found[each.language] < each.share]
    if poor:
        told = [f"{each.file} {found[each.language]:.1%} instead of {each.share:.0%}" for each in poor]
        raise WrongError(f"Too few words were read rightly: {', '.join(told)}.")
    shares = ", ".join(f"{language} {share:.1%}" for language, share in found.items())
    return f"Words read rightly: {shares}; in {seconds:.1f} s."


def share_found(truth: str, text: str) -> float:
    """Return the share of the truth's words that the text has, whatever their order."""
    wanted, held = Counter(_words(truth)), Counter(_words(text))
    return (wanted & held).total() / max(1, wanted.total())


READING = Check("reading", reading)


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).split()


def _taken_in(library: Library, settings: Settings, files: Iterable[Path]) -> list[str]:
    intake, documents = Intake(library, settings.pages), []
    for file in files:
        found = intake.take(file.read_bytes(), name=file.name)
        if not isinstance(found, Taken):
            raise WrongError(f"{file.name} could not be opened: {found}")
        documents.append(found.document_id)
    return documents


def _read_all(library: Library, settings: Path, clock: Callable[[], float] = time.monotonic) -> float:
    """Have workers read everything; return the seconds. Raises WrongError where they cannot."""
    began = clock()
    command = worker_command(library.folder, settings)
    with Supervisor(command, data_key=library.data_key, on_crash=library.jobs.crashed) as supervisor:
        events = supervisor.start(READERS)
        while True:
            for event in events:
                if event.kind in (EventKind.REFUSED, EventKind.WAITING, EventKind.CRASHED):
                    raise WrongError(f"A worker did not work: {event.message} {event.code}".rstrip())
            progress = library.jobs.progress()
            if progress.ended == progress.total:
                break
            if clock() - began > MOST_SECONDS:
                raise WrongError(
                    f"After {MOST_SECONDS:.0f} s {progress.ended} of {progress.total} pages are read."
                )
            time.sleep(POLL_SECONDS)
            events = supervisor.poll()
    if progress.done != progress.total:
        raise WrongError(f"{progress.total - progress.done} of {progress.total} pages could not be read.")
    return clock() - began


def _read(library: Library, document: str) -> str:
    readings = [library.readings.of_page(page.id) for page in library.documents.pages(document)]
    return "\n".join(line.text for each in readings if each is not None for line in each.reading.lines)


def _truth(file: Path) -> str:
    truth = json.loads(file.with_suffix(".truth.json").read_text(encoding="utf-8"))
    return "\n".join(page["text"] for page in truth["pages"])
