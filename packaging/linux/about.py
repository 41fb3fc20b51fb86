"""What packages say of Sanduku: its version, who publishes it, its words in five languages, what is new.

Everything is read from where it stands once: ``engine/version.py``, ``CHANGELOG.md``, and the two TOML files
here.
"""

import datetime
import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from failing import BuildError

from engine.pages.kinds import KINDS
from engine.version import VERSION

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LICENCE = "Apache-2.0"

_RELEASE = re.compile(r"^## (?P<version>\d[^,\s]*), (?P<date>\d{4}-\d\d-\d\d|not released yet)$")
_MARKUP = re.compile(r"\[([^\]]+)\]\([^)]+\)|[`*]")


class ReleaseNotesError(BuildError):
    """CHANGELOG.md does not say of the version at its head what packages have to say."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the packages.

    Attributes:
        maintainer: Name and address, as in ``Name <user@host>``.
        homepage: A web address.
        application_id: The publisher's domain backwards, and the program's name.
    """

    maintainer: str
    homepage: str
    application_id: str

    def placeholders(self) -> list[str]:
        """Return what still stands for a real publisher, each as ``name = value``.

        The application's id goes with the homepage, whose domain it names, and stays for ever once it is out.
        """
        found = [
            f"{name} = {value}"
            for name, value in (("maintainer", self.maintainer), ("homepage", self.homepage))
            if ".invalid" in value
        ]
        if ".invalid" in self.homepage:
            found.append(f"application_id = {self.application_id}")
        return found


@dataclass(frozen=True, slots=True)
class Words:
    """What packages call the program in one language.

    Attributes:
        generic: What kind of program it is.
        summary: What it is good for, in one line without a full stop.
        keywords: By which people look for it.
        description: Paragraphs.
        team: Name of the file type of invitations.
        update: Name of the file type of updates.
        pack: Name of the file type of model packs.
    """

    generic: str
    summary: str
    keywords: tuple[str, ...]
    description: tuple[str, ...]
    team: str
    update: str
    pack: str


@dataclass(frozen=True, slots=True)
class Release:
    """What is new in one version.

    Attributes:
        version: Its number.
        date: When it came out; None while it has not.
        notes: Sentences, without markup.
    """

    version: str
    date: datetime.date | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """All that packages say.

    Attributes:
        version: Of the program.
        publisher: Who publishes it.
        words: By language; English is first.
        releases: The newest first.
        moment: Seconds since 1970 that every file of a package gets as its time.
        document_types: Media types of the documents that it opens.
    """

    version: str
    publisher: Publisher
    words: dict[str, Words]
    releases: tuple[Release, ...]
    moment: int
    document_types: tuple[str, ...]

    @property
    def english(self) -> Words:
        """What it is called where only one language can stand."""
        return self.words["en"]

    def day_of(self, release: Release) -> datetime.date:
        """Return when a release came out; for one that has not, the day of the sources."""
        return release.date or datetime.datetime.fromtimestamp(self.moment, datetime.UTC).date()


def read_publisher(path: Path = HERE / "publisher.toml") -> Publisher:
    """Return who publishes the packages."""
    return Publisher(**tomllib.loads(path.read_text(encoding="utf-8")))


def read_about(version: str = VERSION) -> About:
    """Gather what packages say.

    Args:
        version: What to call this build; another than the program's own is for trying an upgrade.

    Raises:
        ReleaseNotesError: The changelog says nothing of the program's version.
    """
    publisher = read_publisher()
    table = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
    words = {language: _words(row) for language, row in table.items()}
    releases = read_releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    if releases[0].version != VERSION:
        raise ReleaseNotesError(
            f"CHANGELOG.md begins with {releases[0].version}, but engine/version.py says {VERSION}."
            " Write what is new in this version at its head."
        )
    types = ("image/heic", *(kind.media_type for kind in KINDS))
    return About(version, publisher, words, releases, source_moment(), tuple(sorted(types)))


def _words(row: dict[str, Any]) -> Words:
    told: dict[str, Any] = {key: tuple(each) if isinstance(each, list) else each for key, each in row.items()}
    return Words(**told)


def read_releases(changelog: str) -> tuple[Release, ...]:
    """Return the releases that a changelog tells of, in its order.

    Raises:
        ReleaseNotesError: A heading is none of a release, or there is no release.
    """
    releases = []
    for part in re.split(r"^(?=## )", changelog, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        found = _RELEASE.match(heading)
        if found is None:
            raise ReleaseNotesError(
                f"CHANGELOG.md: {heading!r} is not '## VERSION, YYYY-MM-DD'"
                " nor '## VERSION, not released yet'."
            )
        date = None if found["date"] == "not released yet" else datetime.date.fromisoformat(found["date"])
        releases.append(Release(found["version"], date, _sentences(body)))
    if not releases:
        raise ReleaseNotesError("CHANGELOG.md tells of no release.")
    return tuple(releases)


def _sentences(body: str) -> tuple[str, ...]:
    """Return the points of a release's notes without their markup."""
    points = re.split(r"^- ", body, flags=re.MULTILINE)[1:]
    plain = (_MARKUP.sub(lambda match: match[1] or "", point.split("\n\n")[0]) for point in points)
    return tuple(" ".join(each.split()) for each in plain)


def source_moment() -> int:
    """Return the time that stands for this state of the sources, in seconds since 1970.

    ``SOURCE_DATE_EPOCH`` where it is set, else that of the last commit: the same sources, the same packages.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    shown = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(shown.stdout)
