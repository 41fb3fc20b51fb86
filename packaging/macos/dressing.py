"""Brings into ``Sanduku.app`` what was added to the program after PyInstaller had made both.

PyInstaller makes the application of the same files as the folder of the program, before the licences, the
bill of materials and the list of what is shipped lie there.
"""

import shutil
from pathlib import Path

SHIPPED = "shipped"


def dress(onedir: Path, application: Path) -> Path:
    """Make what is shipped in the application the same as in the folder of the program.

    Args:
        onedir: The folder, finished.
        application: ``Sanduku.app``; it has to be signed anew afterwards.

    Returns:
        Where it lies in the application.
    """
    # Data lies in Resources there; Frameworks, where the program looks, has a link to it.
    place = (application / "Contents" / "Frameworks" / SHIPPED).resolve(strict=True)
    shutil.rmtree(place)
    shutil.copytree(onedir / "_internal" / SHIPPED, place)
    return place
