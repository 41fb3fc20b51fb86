import subprocess
import sys

PROGRAM = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtGui import QGuiApplication, QPen
from desktop.lasting import keep_constants
application = QGuiApplication([])
keep_constants()
pen = QPen()
for _ in range(100_000):
    pen.setWidth(1)
print("alive")
"""


def test_a_program_outlives_a_hundred_thousand_calls_of_qt():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.stdout == "alive\n", done.stderr
    assert done.returncode == 0
