"""Under which licence a distribution is, as SPDX writes it, and whether it may be shipped at all."""

import re
from importlib.metadata import Distribution

from failing import BuildError
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name

STATED = {
    "flatbuffers": "Apache-2.0",
    "lxml": "BSD-3-Clause",
    "onnxruntime": "MIT",
    "opencv-python-headless": "Apache-2.0",
    "pi-heif": "LGPL-3.0-only",
    "protobuf": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyrage": "MIT",
    "segno": "BSD-3-Clause",
    "shellingham": "ISC",
    "sqlcipher3": "Zlib",
    "tokenizers": "Apache-2.0",
}
"""Licences of distributions whose metadata does not tell them as SPDX does; looked up in their sources."""

CLASSIFIERS = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
}

REFUSED = re.compile(r"^A?GPL-", re.IGNORECASE)
LIBRARY_EXCEPTIONS = (
    "GCC-exception-3.1",
    "GCC-exception-2.0",
    "Bootloader-exception",
    "Classpath-exception-2.0",
)
"""What lets a program under any licence be linked with a library that is under the GPL otherwise."""


class LicenceUnknownError(BuildError):
    """Nobody wrote down the licence of something that is shipped."""


class LicenceRefusedError(BuildError):
    """Something in the program is under a licence that we may not ship."""


def licence_of(found: Distribution) -> str:
    """Return the licence of a distribution as an SPDX expression; of several, those that we may choose.

    Raises:
        LicenceUnknownError: Its metadata does not tell it, nor does ``STATED``.
    """
    metadata = found.metadata.json
    name = canonicalize_name(found.name)
    classifiers = [str(each).rpartition(" :: ")[2] for each in metadata.get("classifier", [])]
    stated = [CLASSIFIERS[each] for each in classifiers if each in CLASSIFIERS]
    for offered in (
        STATED.get(name), metadata.get("license_expression"), metadata.get("license"), " AND ".join(stated)
    ):  # fmt: skip
        try:
            if offered:
                return chosen(canonicalize_license_expression(str(offered)))
        except InvalidLicenseExpression:
            continue
    raise LicenceUnknownError(
        f"The licence of {found.name} {found.version} is not told as SPDX does: look it up, and write it down"
        " in packaging/sbom/licensing.py."
    )


def chosen(expression: str) -> str:
    """Return an expression without the licences that it offers beside those that we may ship."""
    if " OR " not in expression or "(" in expression:
        return expression
    offered = expression.split(" OR ")
    return " OR ".join([each for each in offered if not is_refused(each)] or offered)


def is_refused(expression: str) -> bool:
    """Tell whether something may not be shipped: it is under the GPL or AGPL, without exception or choice."""
    for offered in re.split(r" OR ", expression.strip("()")):
        needed = [part.strip("() ") for part in re.split(r" AND ", offered)]
        if not any(REFUSED.match(each) and not each.endswith(LIBRARY_EXCEPTIONS) for each in needed):
            return False
    return True
