"""Every hostile file ends in pages or in a typed error, and none costs more memory than the limits allow."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from engine.errors import BadInputError
from engine.pages import discover, open_source
from engine.settings import PageSettings

MOST_PAGES_LOOKED_AT = 3
MEMORY_MEGABYTES = 900
ROOT = Path(__file__).parents[3]


def test_the_corpus_is_large(hostile_corpus) -> None:
    assert len(hostile_corpus) >= 60


def test_every_hostile_file_ends_in_pages_or_a_typed_error(hostile_corpus) -> None:
    for file in hostile_corpus:
        try:
            with open_source(
                file.path, name=file.path.name, settings=PageSettings(pdf_dpi=72), password=file.password
            ) as source:
                for index in range(min(MOST_PAGES_LOOKED_AT, source.page_count)):
                    try_page(source, index)
        except BadInputError as error:
            assert_tells(error)


def try_page(source, index: int) -> None:
    try:
        page = source.load(index)
    except BadInputError as error:
        assert_tells(error)
    else:
        assert page.width >= 1 and page.height >= 1


def assert_tells(error: BadInputError) -> None:
    assert error.code.startswith("page.")
    assert error.which and error.remedy
    assert len(str(error).splitlines()) == 1
    str(error).encode("utf-8")


def test_discovery_finds_the_files_among_them_once_and_ends(hostile_corpus) -> None:
    folder = hostile_corpus[0].path.parent
    skipped: list[Path] = []
    found = list(discover([folder], on_skip=lambda path, _: skipped.append(path)))
    regular = {file.path for file in hostile_corpus if file.path.is_file() and not file.path.is_symlink()}
    assert set(found) == regular
    assert len(found) == len(regular)
    assert folder / "up" in skipped or not os.path.lexists(folder / "up")


MEASURE = """
import json, re, sys
from pathlib import Path
from engine.errors import BadInputError
from engine.pages import open_source
from engine.settings import PageSettings
for name in json.loads(sys.argv[1]):
    try:
        with open_source(Path(name), name=name, settings=PageSettings()) as source:
            source.load(0)
    except BadInputError:
        pass
if sys.platform == "linux":  # its rusage counts what the parent process held when it forked
    print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024)
elif sys.platform == "win32":
    import psutil
    print(psutil.Process().memory_info().peak_wset)
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_megabytes(paths: list[Path]) -> float:
    """Open files in a process of their own and return the most memory it ever held."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, json.dumps([str(path) for path in paths])],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return int(done.stdout) / 1_000_000


def test_bombs_stay_within_the_memory_that_the_settings_state(hostile_corpus) -> None:
    signs = ("bomb", "claims", "wide", "acre", "thread", "deep", "loop", "many", "mirror")
    bombs = [
        file.path for file in hostile_corpus if file.path.name.startswith(signs) or "bomb" in file.path.name
    ]
    assert len(bombs) >= 12
    assert peak_megabytes(bombs) < MEMORY_MEGABYTES


def test_a_jpeg_of_a_hundred_megapixels_stays_small(tmp_path: Path, encoded) -> None:
    path = tmp_path / "huge.jpg"
    path.write_bytes(encoded(Image.new("RGB", (8_400, 11_900), "white"), "JPEG", quality=50))
    assert peak_megabytes([path]) < 600
