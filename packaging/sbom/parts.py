"""Puts together what a frozen program is made of: distributions, libraries, model packs, language files.

Every file and module must be accounted for, by exactly one part; nothing is in the program that nobody knows
of.
"""

import fnmatch
import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from failing import BuildError
from packaging.utils import canonicalize_name

from sbom.inside import Inside, Owners
from sbom.licensing import LicenceRefusedError, chosen, is_refused, licence_of
from sbom.refusing import is_brought, refuse_gpl
from sbom.versions import components_of_wheel, debian_package, version_of

HERE = Path(__file__).resolve().parent
OWN = ("engine", "desktop", "shipped/samples")
OWN_FILES = ("shipped/contents.json", "shipped/sbom.cdx.json")
LICENCES = "shipped/licences"
PATTERNS = "files"
MAKERS_OWN = re.compile(r"^(PySide6/(lib)?pyside6|shiboken6/(lib)?shiboken6)[\w.]*$")
"""Native libraries that are no modules, and yet of the very distribution that brings them."""


class UnaccountedError(BuildError):
    """Something lies in the program and nobody knows what it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the program is made of.

    Attributes:
        name: As its makers call it.
        version: Of it.
        kind: The word of CycloneDX: ``library``, ``machine-learning-model``, ``data``.
        licence: An SPDX expression.
        purl: Where the world knows it; empty if nowhere.
        source: A web address.
        files: Below the program's folder.
        digest: SHA-256 of the one file, or of the list of all files with theirs.
        texts: Where its licence stands: ``dist:NAME`` for what its wheel brought, else a file's name without
        ending. within: What it is made of in turn, as its own bill says: components of CycloneDX.
    """

    name: str
    version: str
    kind: str
    licence: str
    purl: str
    source: str = ""
    files: tuple[PurePosixPath, ...] = ()
    digest: str = ""
    texts: tuple[str, ...] = ()
    within: tuple[dict[str, Any], ...] = field(default=())


def parts_of(inside: Inside, owners: Owners) -> list[Part]:
    """Return what a frozen program is made of, by name.

    Args:
        inside: What lies in it.
        owners: Which distribution brought what.

    Raises:
        UnaccountedError: A file is nobody's, or a native library is named by no row of its own.
        LicenceUnknownError: The licence of a part is not known.
        LicenceRefusedError: A part is under the GPL or AGPL.
        UnknownVersionError: The version of a library is not known.
    """
    refuse_gpl(inside)
    libraries, left = _libraries(inside)
    by_owner: dict[str, list[PurePosixPath]] = defaultdict(list)
    unknown = []
    for file in left:
        place = _below_internal(file)
        if _is_own(place):
            continue
        owner = owners.of_file(place)
        # That a wheel is allowed says nothing of the libraries that it brings: they need rows of their own.
        if owner is None or (is_brought(place) and not MAKERS_OWN.match(place.as_posix())):
            unknown.append(file.as_posix())
        else:
            by_owner[owner].append(file)
    shipped, unknown = _shipped(inside, unknown)
    if unknown:
        raise UnaccountedError(
            f"{len(unknown)} files in the program are of nothing that is known: {', '.join(unknown[:12])}."
            " Leave them out (packaging/frozen/contents.py), or name them in packaging/sbom/libraries.toml."
        )
    names = set(by_owner) | {owner for each in inside.modules if (owner := owners.of_module(each))}
    names -= {"sanduku"}
    distributions = [_distribution(name, by_owner[name], owners) for name in sorted(names)]
    found = [*distributions, *libraries, *_linked_in(names), *shipped]
    _refuse(found)
    return sorted(found, key=lambda part: (part.kind, part.name.casefold(), part.version))


def _below_internal(file: PurePosixPath) -> PurePosixPath:
    return PurePosixPath(*file.parts[1:]) if file.parts[0] == "_internal" else file


def _is_own(place: PurePosixPath) -> bool:
    """Whether a file is ours, or tells of others'."""
    text = place.as_posix()
    return (
        place.parts[0] in OWN
        or text in OWN_FILES
        or text.startswith((LICENCES, *(f"{each}/" for each in OWN)))
    )


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((HERE / "libraries.toml").read_text(encoding="utf-8"))[
        "library"
    ]
    return rows


def _libraries(inside: Inside) -> tuple[list[Part], list[PurePosixPath]]:
    """Return the native libraries that have files, and the files that are none's."""
    taken: dict[int, list[PurePosixPath]] = defaultdict(list)
    left = []
    rows = _rows()
    for file in inside.files:
        place = _below_internal(file).as_posix()
        row = _row_of(place, rows)
        if row is None:
            left.append(file)
        else:
            taken[row].append(file)
    parts: list[Part] = []
    for row, files in taken.items():
        parts += _of_row(rows[row], files, inside)
    return parts, left


def _row_of(place: str, rows: list[dict[str, Any]]) -> int | None:
    """Return which row's patterns fit a file; of several the longest, since it says most."""
    fitting = [
        (len(pattern), number)
        for number, row in enumerate(rows)
        for pattern in row.get(PATTERNS, ())
        if fnmatch.fnmatchcase(place, pattern)
    ]
    return max(fitting)[1] if fitting else None


def _of_row(row: dict[str, Any], files: list[PurePosixPath], inside: Inside) -> Iterator[Part]:
    if row["version"] == "debian":
        for file in files:
            package, version = debian_package(file)
            yield _library(row, package, version, [file], inside, purl=f"pkg:deb/debian/{package}@{version}")
        return
    first = next(
        (each for each in files if ".so" in each.name or each.suffix in (".dll", ".dylib")), files[0]
    )
    yield _library(row, row["name"], version_of(row["version"], first), files, inside)


def _library(
    row: dict[str, Any], name: str, version: str, files: list[PurePosixPath], inside: Inside, purl: str = ""
) -> Part:
    plain = name.partition(" (of ")[0].casefold().replace(" ", "-")
    return Part(
        name=name,
        version=version,
        kind="library",
        licence=row["licence"],
        purl=purl or f"pkg:generic/{plain}@{version}",
        source=row["source"],
        files=tuple(files),
        digest=digest_of(inside.folder, files),
        texts=(row["text"],),
    )


def _linked_in(names: Iterable[str]) -> Iterator[Part]:
    """Yield the libraries that distributions have linked in, without a file."""
    present = set(names)
    for row in _rows():
        if row.get("inside") in present:
            version = version_of(row["version"], None)
            plain = row["name"].partition(" (of ")[0].casefold().replace(" ", "-")
            purl = f"pkg:generic/{plain}@{version}"
            yield Part(
                row["name"], version, "library", row["licence"], purl, row["source"], texts=(row["text"],)
            )


def _distribution(name: str, files: list[PurePosixPath], owners: Owners) -> Part:
    found = owners.distributions[name]
    within = tuple(
        each for each in components_of_wheel(found) if str(each.get("purl", "")).startswith("pkg:cargo/")
    )
    links = dict(each.split(", ", 1) for each in found.metadata.json.get("project_url", []) if ", " in each)
    wanted = ("Source", "Repository", "Source Code", "GitHub", "Code", "Homepage")
    source = next(
        (links[each] for each in wanted if each in links), found.metadata.json.get("home_page") or ""
    )
    return Part(
        name=canonicalize_name(found.name),
        version=found.version,
        kind="library",
        licence=licence_of(found),
        purl=f"pkg:pypi/{canonicalize_name(found.name)}@{found.version}",
        source=str(source),
        files=tuple(files),
        digest=_digest_of_record(found),
        texts=(f"dist:{name}",),
        within=within,
    )


def _digest_of_record(found: Any) -> str:  # noqa: ANN401 - a distribution, or what a test puts in its place
    """Return the SHA-256 of the list of a distribution's files with their own, as its wheel stated them."""
    lines = sorted(
        f"{file.hash.mode}={file.hash.value} {file.as_posix()}"
        for file in found.files or ()
        if file.hash is not None
        and not file.as_posix().endswith(("INSTALLER", "REQUESTED", "direct_url.json"))
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _shipped(inside: Inside, unknown: list[str]) -> tuple[list[Part], list[str]]:
    """Return the model packs and language files, and what is none of these either."""
    left, packs, parts = [], defaultdict(list), []
    for name in unknown:
        place = _below_internal(PurePosixPath(name))
        if place.parts[:2] == ("shipped", "packs"):
            packs[place.parts[2]].append(PurePosixPath(name))
        elif place.parts[:2] == ("shipped", "tessdata"):
            if place.suffix == ".traineddata":
                parts.append(_language(PurePosixPath(name), inside))
        else:
            left.append(name)
    return [*parts, *(_pack(name, files, inside) for name, files in packs.items())], left


def _language(file: PurePosixPath, inside: Inside) -> Part:
    digest = digest_of(inside.folder, [file])
    source = "https://github.com/tesseract-ocr/tessdata_fast"
    purl = f"pkg:github/tesseract-ocr/tessdata_fast#{file.name}"
    name = f"Tesseract language data {file.stem}"
    return Part(name, digest[:12], "data", "Apache-2.0", purl, source, (file,), digest, ("apache-2.0",))


def _pack(name: str, files: list[PurePosixPath], inside: Inside) -> Part:
    manifest = next(inside.folder / each for each in files if each.name == "pack.json")
    told = json.loads(manifest.read_text(encoding="utf-8"))
    version = str(told.get("version", "0"))
    return Part(
        name=f"Sanduku model pack {name}",
        version=version,
        kind="machine-learning-model",
        licence=chosen(told["licence"]),
        purl=f"pkg:generic/sanduku-pack-{name}@{version}",
        source=str(told.get("source", "")) if isinstance(told.get("source"), str) else "",
        files=tuple(files),
        digest=digest_of(inside.folder, files),
        texts=("apache-2.0",) if told["licence"] == "Apache-2.0" else (),
    )


def digest_of(folder: Path, files: Iterable[PurePosixPath]) -> str:
    """Return the SHA-256 of one file, or of the sorted lines ``SHA-256  path`` of several."""
    lines = []
    for file in sorted(files):
        with (folder / file).open("rb") as opened:
            lines.append(f"{hashlib.file_digest(opened, 'sha256').hexdigest()}  {file.as_posix()}")
    return (
        lines[0].partition(" ")[0]
        if len(lines) == 1
        else hashlib.sha256("\n".join(lines).encode()).hexdigest()
    )


def _refuse(parts: Iterable[Part]) -> None:
    refused = [f"{part.name} {part.version} ({part.licence})" for part in parts if is_refused(part.licence)]
    for part in parts:
        refused += [f"{each['name']} in {part.name}" for each in part.within if _refused_within(each)]
    if refused:
        raise LicenceRefusedError(f"Not to be shipped: {'; '.join(refused)}.")


def _refused_within(component: dict[str, Any]) -> bool:
    told = [
        str(each.get("expression") or each["license"].get("id") or each["license"].get("name", ""))
        for each in component.get("licenses", ())
    ]
    return any(is_refused(each) for each in told)
