"""Finds the third-party files that packs are made from, and makes sure that they are the ones we know."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from engine.errors import MissingDependencyError


class SourceMissingError(MissingDependencyError):
    """The distribution that carries the models is not installed, or is not the version that we know."""

    code = "models.source"


@dataclass(frozen=True, slots=True)
class Wheel:
    """Model files within an installed distribution, which is never imported.

    Attributes:
        package: Its name on the package index.
        version: The version whose files we know.
        files: SHA-256 in hexadecimal of each file that is used, by its path within the distribution.
    """

    package: str
    version: str
    files: Mapping[str, str]

    def read(self, name: str) -> bytes:
        """Return the content of one of the files.

        Raises:
            SourceMissingError: It is not there, or not the one that we know.
        """
        try:
            distribution = metadata.distribution(self.package)
            content = Path(str(distribution.locate_file(name))).read_bytes()
        except (metadata.PackageNotFoundError, OSError) as error:
            raise self._missing("is not installed") from error
        if hashlib.sha256(content).hexdigest() != self.files[name]:
            raise self._missing(f"{distribution.version} has another {name} than the one that we know")
        return content

    def _missing(self, why: str) -> SourceMissingError:
        return SourceMissingError(
            f"The package {self.package} {why}.",
            remedy=f"Install it with 'pip install --no-deps {self.package}=={self.version}'.",
        )


RAPIDOCR = Wheel(
    package="rapidocr",
    version="3.10.0",
    files={
        "rapidocr-3.10.0.dist-info/licenses/LICENSE": (
            "3e0af25fdd06aa9586ae97adb00ea927ebe5a3805ac77d2d3a81ce5f55693333"
        ),
        "rapidocr-3.10.0.dist-info/licenses/MODEL_LICENSES.md": (
            "c5fd0e8603d3df743355b546121e6fe0f4ef8ff455c5a85c1681fd3ae520e153"
        ),
        "rapidocr/models/PP-OCRv6_det_small.onnx": (
            "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f"
        ),
        "rapidocr/models/PP-OCRv6_rec_small.onnx": (
            "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
        ),
    },
)
"""PP-OCRv6 by the PaddlePaddle authors as ONNX, Apache-2.0."""
