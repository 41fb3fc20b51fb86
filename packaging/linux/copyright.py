"""The copyright file of the Debian package, in the machine-readable form (DEP-5), made of the SBOM."""

import datetime
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from failing import BuildError

from linux.about import LICENCE, About

HOME = "usr/lib/sanduku"
INTERNAL = f"{HOME}/_internal"
SBOM = "_internal/shipped/sbom.cdx.json"
LICENCES = f"/{INTERNAL}/shipped/licences"

COMMON = {
    "Apache-2.0": "Apache-2.0",
    "LGPL-2.1-only": "LGPL-2.1",
    "LGPL-2.1-or-later": "LGPL-2.1",
    "LGPL-3.0-only": "LGPL-3",
    "LGPL-3.0-or-later": "LGPL-3",
    "MPL-2.0": "MPL-2.0",
    "MPL-1.1": "MPL-1.1",
}
"""Licences whose text every Debian system has, with its name there."""


class NoBillOfMaterialsError(BuildError):
    """The frozen program does not say what is in it."""


def copyright_file(frozen: Path, about: About) -> str:
    """Return the copyright file.

    Args:
        frozen: The folder of the frozen program, with its SBOM.
        about: What is said of the program.

    Raises:
        NoBillOfMaterialsError: There is no SBOM in it.
    """
    try:
        components = json.loads((frozen / SBOM).read_text(encoding="utf-8"))["components"]
    except FileNotFoundError as error:
        raise NoBillOfMaterialsError(
            f"{frozen} has no {SBOM}: write it with 'packaging/build.py sbom', then build this package."
        ) from error
    year = datetime.datetime.fromtimestamp(about.moment, datetime.UTC).year
    name = about.publisher.maintainer.partition(" <")[0]
    parts = [
        _stanza(
            Format="https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
            **{"Upstream-Name": "Sanduku", "Upstream-Contact": about.publisher.maintainer},
            Source=about.publisher.homepage,
            Comment=f"The program brings its libraries along. Their licences in full lie in {LICENCES}.",
        ),
        _stanza(Files="*", Copyright=f"{year} {name}", License=LICENCE),
    ]
    inside, names = [], {LICENCE}
    by_place: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for component in components:
        places = _places(component)
        names.add(licence_name(component))
        if places:
            by_place[places].append(component)
        else:
            inside.append(component)
    parts += [_of_components(places, found) for places, found in sorted(by_place.items())]
    if inside:
        parts.insert(
            2, _of_components(f"{HOME}/sanduku {HOME}/sanduku-desktop {INTERNAL}/base_library.zip", inside)
        )
        names.add(_joined(inside))
    names |= {_joined(found) for found in by_place.values()}
    parts += [_stanza(License=f"{each}\n{_where(each)}") for each in sorted(names)]
    return "\n".join(parts)


def _of_components(files: str, components: list[dict[str, Any]]) -> str:
    told = [f"{each['name']} {each.get('version', '')}".strip() for each in components]
    holders = sorted({line for each in components for line in _holders(each)})
    return _stanza(
        Files=files.replace(" ", "\n       "),
        Copyright="\n           ".join(holders),
        License=_joined(components),
        Comment=f"{', '.join(told)}. See {LICENCES}.",
    )


def _joined(components: list[dict[str, Any]]) -> str:
    return " and ".join(sorted({licence_name(each) for each in components}))


def licence_name(component: dict[str, Any]) -> str:
    """Return the licence of a component of an SBOM as one word or expression."""
    found = [
        str(each.get("expression") or each["license"].get("id") or each["license"]["name"])
        for each in component.get("licenses", ())
    ]
    return " and ".join(found).replace(" AND ", " and ").replace(" OR ", " or ").replace(" WITH ", " with ")


def _places(component: dict[str, Any]) -> str:
    """Return the patterns of the files of a component; empty where they are inside the programs."""
    occurrences = component.get("evidence", {}).get("occurrences", ())
    return " ".join(sorted(f"{HOME}/{each['location']}" for each in occurrences))


def _holders(component: dict[str, Any]) -> list[str]:
    text = component.get("copyright", "")
    return [line.strip() for line in text.splitlines() if line.strip()] or [
        f"the authors of {component['name']}"
    ]


def _where(name: str) -> str:
    if name in COMMON:
        return f" On Debian systems the full text is in /usr/share/common-licenses/{COMMON[name]}."
    return f" The full text, for each library that is under it, is in {LICENCES}."


def _stanza(**fields: str) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
