"""A real screen for taking pictures: the one that there is, or one of Xvfb's that nobody sees.

Off screen Qt draws by itself; under X the fonts, the sizes and the windows are those that a person has.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from engine.errors import MissingDependencyError

SIZE = "1440x900x24"


@contextmanager
def real_screen() -> Iterator[None]:
    """Have Qt, which must not run yet, open its windows on a real screen while this lasts.

    Raises:
        MissingDependencyError: There is no screen, and no Xvfb.
    """
    os.environ.pop("QT_QPA_PLATFORM", None)
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt":
        yield
        return
    program = shutil.which("Xvfb")
    if program is None:
        raise MissingDependencyError(
            "There is no screen, and Xvfb is not installed.",
            remedy="Install it (Debian and Ubuntu: apt-get install xvfb), or leave out --real.",
        )
    read, write = os.pipe()
    command = [program, "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as number:
                os.environ["DISPLAY"] = f":{number.readline().strip()}"
            yield
        finally:
            os.environ.pop("DISPLAY", None)
            server.terminate()
