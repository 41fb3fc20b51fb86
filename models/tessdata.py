"""Brings Tesseract's language files into the project's own folder, without root where the system allows it.

What the system already has is copied. On Debian and Ubuntu the rest comes out of the distribution's own
packages: ``apt-get download`` checks their signatures and needs no root, ``dpkg-deb`` unpacks them. Elsewhere
the answer says what to install. Each file appears whole or not at all, and what is there stays untouched.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.ocr.tessdata import WANTED, find_tessdata, remedy_for
from engine.settings import Places

Run = Callable[[Sequence[str], Path], int]
"""Runs a command in a folder and returns its exit status; 127 if there is no such command."""

_SUFFIX = ".traineddata"
_PACKAGE = "tesseract-ocr-"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of the language files.

    Attributes:
        present: Tesseract codes that were in our folder before.
        copied: Codes that were taken from this computer's own Tesseract.
        downloaded: Codes that came out of the distribution's packages.
        missing: Codes that are still not there.
        remedy: What a person can do about the missing ones; empty if there are none.
    """

    present: tuple[str, ...]
    copied: tuple[str, ...]
    downloaded: tuple[str, ...]
    missing: tuple[str, ...]
    remedy: str = ""


def fetch_tessdata(
    places: Places,
    *,
    codes: Iterable[str] = WANTED,
    environ: Mapping[str, str] = os.environ,
    run: Run | None = None,
) -> Fetched:
    """Make our folder hold the language files, as far as this computer can give them.

    Args:
        places: Names our folder.
        codes: Tesseract codes of the languages to bring.
        environ: Environment variables that say where the system keeps such files.
        run: Runs ``apt-get`` and ``dpkg-deb``.

    Raises:
        OSError: Our folder cannot be written.
    """
    wanted = tuple(codes)
    target = places.tessdata
    target.mkdir(parents=True, exist_ok=True)
    _remove_drafts(target)
    present = tuple(code for code in wanted if (target / f"{code}{_SUFFIX}").exists())
    system = find_tessdata(places, environ)
    copied = []
    for code in wanted:
        folder = system.folder_of(code)
        if code not in present and folder is not None:
            _place(folder / f"{code}{_SUFFIX}", target)
            copied.append(code)
    absent = tuple(code for code in wanted if code not in present and code not in copied)
    downloaded = _download(absent, target, run or _run) if absent else ()
    missing = tuple(code for code in absent if code not in downloaded)
    return Fetched(present, tuple(copied), downloaded, missing, remedy_for(missing) if missing else "")


def main(arguments: Sequence[str] = ()) -> int:
    """Run ``python -m models fetch-tessdata``: bring the files, tell what was done; 0 if none is missing."""
    if arguments:
        print("usage: python -m models fetch-tessdata", file=sys.stderr)  # noqa: T201
        return 2
    places = Places.of_this_user()
    fetched = fetch_tessdata(places)
    for said, codes in (
        ("already there", fetched.present),
        ("taken from this computer", fetched.copied),
        ("downloaded", fetched.downloaded),
        ("missing", fetched.missing),
    ):
        if codes:
            print(f"Tesseract language files {said}: {' '.join(codes)}")  # noqa: T201
    if fetched.missing:
        print(f"Everything else works without them. {fetched.remedy}")  # noqa: T201
        return 5
    print(f"They lie in {places.tessdata}")  # noqa: T201
    return 0


def _download(codes: Sequence[str], target: Path, run: Run) -> tuple[str, ...]:
    # The draft folder lies in the target so that the last step is a rename on one file system. apt hands the
    # download to the user _apt when root runs it, and warns where that user cannot write; 0755 lets it enter.
    with tempfile.TemporaryDirectory(prefix=".draft-", dir=target) as name:
        draft = Path(name)
        draft.chmod(0o755)
        packages = [f"{_PACKAGE}{code}" for code in codes]
        if run(["apt-get", "download", *packages], draft) not in (0, 127):
            # A fresh system has no package lists yet. Without root the update fails and so does the retry;
            # one by one, a package that this release lacks does not cost the others.
            run(["apt-get", "update"], draft)
            for package in packages:
                run(["apt-get", "download", package], draft)
        for archive in sorted(draft.glob(f"{_PACKAGE}*.deb")):
            run(["dpkg-deb", "-x", archive.name, "unpacked"], draft)
        done = []
        for code in codes:
            file = next((draft / "unpacked").rglob(f"{code}{_SUFFIX}"), None)
            if file is not None:
                licence = draft / "unpacked" / "usr" / "share" / "doc" / f"{_PACKAGE}{code}" / "copyright"
                if licence.exists():
                    licence = licence.rename(licence.with_name(f"{code}.copyright"))
                    _place(licence, target)
                _place(file, target)
                done.append(code)
    return tuple(done)


def _place(source: Path, target: Path) -> None:
    """Copy a file into the target folder so that it is there whole or not at all."""
    with tempfile.NamedTemporaryFile(prefix=".draft-", dir=target, delete=False) as stream:
        with source.open("rb") as original:
            shutil.copyfileobj(original, stream)
        stream.flush()
        os.fsync(stream.fileno())
    draft = Path(stream.name)
    draft.chmod(0o644)
    draft.replace(target / source.name)


def _remove_drafts(target: Path) -> None:
    """Remove what a run that was killed left behind."""
    for draft in target.glob(".draft-*"):
        if draft.is_dir():
            shutil.rmtree(draft)
        else:
            draft.unlink()


def _run(command: Sequence[str], folder: Path) -> int:
    program = shutil.which(command[0])
    if program is None:
        return 127
    environ = {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            [program, *command[1:]],
            cwd=folder,
            env=environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=300,
        )
    except subprocess.TimeoutExpired:
        return 124
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
