"""Which libraries of Microsoft's a program for Windows has to bring, since not every computer has them."""

from pathlib import Path

NEEDED = ("vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll", "msvcp140_1.dll")
"""What the libraries of ONNX Runtime and Qt import: the import tables of their wheels say so.

The edition in System32 may be older than they need, or missing; the universal C runtime
(``api-ms-win-crt-*``) is part of Windows 10.
"""


def check_runtime(frozen: Path) -> list[str]:
    """Return which of them a frozen program lacks; letters' case is no matter on Windows."""
    there = {path.name.lower() for path in (frozen / "_internal").glob("*.dll")}
    return [name for name in NEEDED if name not in there]
