"""Writes parts down as a bill of materials: CycloneDX 1.6, JSON, the same bytes for the same program."""

import datetime
import json
import re
import uuid
from collections.abc import Iterable
from typing import Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from sbom.parts import Part

NAMESPACE = uuid.UUID("8f0e2a0c-5d34-4b5e-9a54-7b1c0f6b3f10")
_KEPT = ("type", "bom-ref", "name", "version", "purl", "licenses", "hashes", "description", "author", "cpe")


def bill(parts: Iterable[Part], version: str, moment: int, platform: str) -> str:
    """Return the bill of materials.

    Args:
        parts: What the program is made of.
        version: Of the program.
        moment: Seconds since 1970 that stand for this state of the sources.
        platform: What it was built for, such as ``linux-x86_64``.
    """
    components = [_component(part) for part in parts]
    own = f"pkg:generic/sanduku@{version}"
    document: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(moment, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "tools": {"components": [{"type": "application", "name": "packaging/build.py sbom"}]},
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "sanduku",
                "version": version,
                "purl": own,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "properties": [{"name": "sanduku:platform", "value": platform}],
            },
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [each["bom-ref"] for each in components]}],
    }
    # Named by what is in it, so that two bills of the same program are one and the same.
    document["serialNumber"] = f"urn:uuid:{uuid.uuid5(NAMESPACE, json.dumps(document, sort_keys=True))}"
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, Any]:
    reference = f"{part.purl}?in={_plain(part.name)}"
    written: dict[str, Any] = {
        "type": part.kind,
        "bom-ref": reference,
        "name": part.name,
        "version": part.version,
        "licenses": [licence(part.licence)],
        "purl": part.purl,
    }
    if part.digest:
        written["hashes"] = [{"alg": "SHA-256", "content": part.digest}]
    if part.source.startswith("http"):
        written["externalReferences"] = [{"type": "website", "url": part.source}]
    if part.files:
        written["evidence"] = {"occurrences": [{"location": each} for each in _places(part)]}
    if part.digest and (len(part.files) != 1 or part.purl.startswith("pkg:pypi/")):
        what = "the files that its wheel lists" if part.purl.startswith("pkg:pypi/") else "all its files"
        written["properties"] = [
            {"name": "sanduku:hash-of", "value": f"the sorted list of {what}, with theirs"}
        ]
    if part.within:
        written["components"] = [_within(each, reference, place) for place, each in enumerate(part.within)]
    return written


def _places(part: Part) -> list[str]:
    """Return where the files of a part lie; whole folders of it as one."""
    folders: dict[str, int] = {}
    for file in part.files:
        parts = file.parts
        place = "/".join(parts[:2]) + "/*" if len(parts) > 2 else file.as_posix()
        folders[place] = folders.get(place, 0) + 1
    if part.name == "Qt" or len(part.files) > 40:
        return sorted(folders)
    return [each.as_posix() for each in part.files]


def _within(component: dict[str, Any], reference: str, place: int) -> dict[str, Any]:
    """Return a component of a wheel's own bill, with a name in this one that no other has."""
    kept = {key: component[key] for key in _KEPT if key in component}
    kept["bom-ref"] = f"{reference}#{place}"
    # The addresses of its makers' own computers say nothing to anybody else.
    kept["purl"] = re.sub(r"[?&]download_url=file:.*$", "", kept.get("purl", "")) or None
    kept["licenses"] = [_checked(each) for each in component.get("licenses", ())]
    return {key: value for key, value in kept.items() if value}


def _checked(told: dict[str, Any]) -> dict[str, Any]:
    expression = told.get("expression")
    return licence(str(expression)) if expression else told


def licence(expression: str) -> dict[str, Any]:
    """Return a licence as CycloneDX writes it: one known name, an expression, or a name of no list."""
    try:
        expression = canonicalize_license_expression(expression)
    except InvalidLicenseExpression:
        return {"license": {"name": expression}}
    if re.search(r" (AND|OR|WITH) ", expression):
        return {"expression": expression}
    return {"license": {"id": expression}}


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-").casefold()
