"""Pictures are reckoned with as the program that is handed out does it, whichever OpenCV is installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TELLS = """
import threading
import engine
import cv2

found = []
for _ in range(2):
    thread = threading.Thread(target=lambda: found.append(cv2.ipp.useIPP()))
    thread.start()
    thread.join()
print(cv2.ipp.useIPP(), *found)
"""


@pytest.mark.parametrize("given", [{}, {"OPENCV_IPP": "avx2"}])
def test_no_thread_reckons_with_intels_library_and_nobody_is_warned_of_it(given):
    environment = {name: text for name, text in os.environ.items() if not name.startswith("OPENCV_")}
    told = subprocess.run(
        [sys.executable, "-c", TELLS], cwd=ROOT, env={**environment, **given}, capture_output=True, text=True
    )
    assert (told.returncode, told.stdout.split(), told.stderr) == (0, ["False"] * 3, "")
