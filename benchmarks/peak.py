"""The most memory that a process has held, on every system. Knows nothing of what is measured."""

import sys
from pathlib import Path


def peak_megabytes() -> float:
    """Return the most memory that this process has held.

    Not from ``getrusage`` where there is another way: Linux counts what the parent held before ``exec`` too.
    """
    status = Path("/proc/self/status")
    if status.exists():
        row = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM:"))
        return int(row.split()[1]) / 1024
    if sys.platform == "win32":
        import psutil

        return psutil.Process().memory_info().peak_wset / 1024**2  # type: ignore[no-any-return]
    import resource

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
