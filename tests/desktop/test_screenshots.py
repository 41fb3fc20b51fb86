"""The command that takes pictures of the window."""

import subprocess
import sys

from PySide6.QtGui import QImage

from desktop.screenshots import LOOKS, SCENES


def test_a_picture_is_taken_in_every_look(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "desktop.screenshots", str(tmp_path), "--unread", "--only", "unlock"],
        check=True,
    )
    taken = {file.name: QImage(str(file)) for file in tmp_path.iterdir()}
    assert set(taken) == {f"unlock-{look.name}.png" for look in LOOKS}
    for look in LOOKS:
        picture = taken[f"unlock-{look.name}.png"]
        assert (picture.width(), picture.height()) == look.size
    assert taken["unlock-light.png"] != taken["unlock-arabic.png"]


def test_no_two_scenes_share_a_name():
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)
