"""What can be read is shown with licence and size; what is missing is told with a remedy."""

import json
import shutil

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from desktop.preferences.install_dialog import InstallDialog
from desktop.preferences.inventory import InventoryProcess
from desktop.preferences.models import ModelsPage
from desktop.preferences.pack_process import PackProcess
from desktop.preferences.pictures import CARD, FOUND
from desktop.preferences.stick_dialog import StickDialog
from desktop.welcome.speed_page import SpeedPage
from engine.inventory import installer_for
from engine.packs.offer import Consent

AGREED = Consent(licence=True, unsigned=True)


@pytest.fixture
def page(qtbot, places, keeper, theme, translation):
    process, packs = InventoryProcess(places.settings), PackProcess()
    made = ModelsPage(process, packs, None, keeper, None, theme)
    made.show()
    yield made
    process.close()
    packs.close()
    made.deleteLater()


def said(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_models_and_languages_are_shown_and_checked(qtbot, ready_places, page):
    page.shown()
    qtbot.waitUntil(lambda: not page._process.busy)
    text = said(page)
    assert "Kiswahili" in text and "Apache-2.0" in text and "PaddleOCR" in text
    page.verify.click()
    assert not page.verify.isEnabled() and "Checking" in page.state.text()
    qtbot.waitUntil(lambda: not page._process.busy)
    assert page.state.text() == "Every file is whole."


def test_where_nothing_is_installed_a_remedy_is_told(qtbot, page):
    page.shown()
    qtbot.waitUntil(lambda: not page._process.busy)
    assert "install it again" in page.state.text() and "run.py" not in page.state.text()


def test_a_broken_settings_file_is_told(qtbot, places, page):
    places.settings.write_text("[nonsense]\nx = 1\n")
    page.shown()
    qtbot.waitUntil(lambda: not page._process.busy)
    assert "setting" in page.state.text() and "Mend that setting" in page.state.text()


def test_the_test_of_the_first_start_is_offered_again_and_what_it_finds_is_kept(qtbot, page, keeper):
    page.measure.click()
    test = page.findChild(SpeedPage)
    assert test.isVisible() and test.start.isVisible()
    test.processes_found.emit(2)
    assert keeper.settings.worker.processes == 2
    test.skip.click()
    qtbot.waitUntil(lambda: page.findChild(SpeedPage) is None or not test.isVisible())


def idle(page):
    """Nothing is at work, and what it told can be seen: Qt shows what is put into a layout one turn later."""
    return lambda: (
        not page._process.busy
        and not page.shelf._process.busy
        and all(box.isVisible() for box in page.shelf.boxes.values())
    )


@pytest.fixture
def stick(samples, tmp_path):
    """A stick with a tiny model that nobody signed."""
    return shutil.copytree(samples / "image_text" / "smolvlm", tmp_path / "stick" / "tiny-smolvlm")


def test_where_there_is_no_model_for_photos_it_is_told_how_to_get_one(qtbot, page):
    page.shown()
    qtbot.waitUntil(idle(page))
    assert "brings it on a stick" in page.shelf.state.text()
    assert page.shelf.install.isEnabled() and len(page.shelf.install.menu().actions()) == 2
    assert not page.shelf.verify.isVisible() and not page.shelf.stop.isVisible()


def test_a_model_is_installed_from_a_stick_chosen_and_removed(qtbot, page, stick, monkeypatch):
    page.shown()
    qtbot.waitUntil(idle(page))
    page.shelf.examine(stick)
    qtbot.waitUntil(lambda: page.findChild(InstallDialog) is not None)
    dialog = page.findChild(InstallDialog)
    assert dialog.licence.toPlainText().strip() and not dialog.install.isEnabled()
    dialog.agree.click()
    assert not dialog.install.isEnabled()  # nobody has signed it
    dialog.trust.click()
    dialog.install.click()
    assert not dialog.install.isEnabled() and dialog.cancel.text() == "Stop"
    qtbot.waitUntil(lambda: bool(page.shelf.boxes), timeout=120_000)
    qtbot.waitUntil(idle(page))
    (name,) = page.shelf.boxes
    qtbot.waitUntil(lambda: "Unsigned" in said(page))
    text = said(page)
    assert "Fits into memory" in text and "Not measured here yet" in text
    chooser = page.shelf.defaults.choices["ask"].pack
    assert chooser.currentData() == "" and "Sanduku chooses:" in chooser.currentText()
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    qtbot.waitUntil(lambda: page.shelf._chosen == {"ask": name})
    qtbot.waitUntil(idle(page))
    page.shelf.verify.click()
    qtbot.waitUntil(idle(page))
    assert "Every file is whole." in said(page)
    page.shelf.boxes[name].remove.click()
    box = page.findChild(QMessageBox)
    next(each for each in box.buttons() if each.text() == "Remove").click()
    qtbot.waitUntil(lambda: idle(page)() and not page.shelf.boxes)


def test_what_is_wrong_with_a_model_is_told_in_the_language_of_the_window(qtbot, page, translation):
    card = {
        **CARD, "state": "damaged", "problem_code": "pack.damaged",
        "problem": "decoder.onnx: Its content was changed.", "remedy": "Install the pack again.",
    }  # fmt: skip
    page.shelf.take({**FOUND, "packs": [card]})
    english = "decoder.onnx: Its content was changed. Install the pack again."
    qtbot.waitUntil(lambda: english in said(page))
    translation.use("fr")
    page.shelf.take({**FOUND, "packs": [card]})
    qtbot.waitUntil(lambda: "Un modèle est endommagé." in said(page))
    assert "Its content was changed" not in said(page)


def _of_version(stick, target, version):
    """Return a copy of a pack as another version of it."""
    shutil.copytree(stick, target)
    content = json.loads((target / "pack.json").read_text(encoding="utf-8")) | {"version": version}
    (target / "pack.json").write_text(json.dumps(content), encoding="utf-8")
    return target


def test_the_version_before_is_used_again_by_its_button(qtbot, page, places, stick, tmp_path):
    installer = installer_for(places)
    for version in (1, 2):
        installer.install(_of_version(stick, tmp_path / str(version), version), AGREED)
    page.shown()
    qtbot.waitUntil(lambda: bool(page.shelf.boxes) and idle(page)())
    (box,) = page.shelf.boxes.values()
    assert "Version 2" in said(page) and box.roll_back.text() == "Use version 1 again"
    box.roll_back.click()
    qtbot.waitUntil(lambda: "Version 1" in said(page) and idle(page)())
    (box,) = page.shelf.boxes.values()
    assert box.roll_back.text() == "Use version 2 again"


def test_all_models_of_a_stick_are_listed_and_one_is_installed_from_there(qtbot, page, stick, samples):
    shutil.copytree(samples / "image_text" / "clip", stick.parent / "tiny-clip")
    broken = shutil.copytree(samples / "image_text" / "donut", stick.parent / "tiny-donut")
    (broken / "pack.json").write_text("{}")
    page.shelf.examine(stick.parent)
    qtbot.waitUntil(lambda: page.findChild(StickDialog) is not None)
    listed = page.findChild(StickDialog)
    by_name = {card.path.name: card for card in listed.cards}
    assert set(by_name) == {"tiny-smolvlm", "tiny-clip", "tiny-donut"}
    text = said(by_name["tiny-clip"])
    assert "Find photos by words" in text and "licence" in text and "Unsigned" in text
    assert by_name["tiny-donut"].offer is None and not by_name["tiny-donut"].install.isVisible()
    assert len(said(by_name["tiny-donut"])) > len("tiny-donut") + 20  # it says why
    by_name["tiny-clip"].install.click()
    dialog = listed.findChild(InstallDialog)
    dialog.agree.click()
    dialog.trust.click()
    dialog.install.click()
    qtbot.waitUntil(by_name["tiny-clip"].done.isVisible, timeout=120_000)
    listed.close_button.click()
    qtbot.waitUntil(lambda: len(page.shelf.boxes) == 1)
    qtbot.waitUntil(idle(page))


def test_form_look_and_length_of_a_task_are_chosen_and_kept(qtbot, page, places, samples):
    shutil.copytree(samples / "image_text" / "smolvlm", places.packs / "tiny-smolvlm")
    page.shown()
    qtbot.waitUntil(lambda: bool(page.shelf.defaults.choices))
    qtbot.waitUntil(idle(page))
    choice = page.shelf.defaults.choices["describe"]
    assert [choice.profile.itemData(at) for at in range(4)] == ["", "fast", "balanced", "detailed"]
    choice.profile.setCurrentIndex(3)
    choice.length.setCurrentIndex(choice.length.findData("blind"))
    choice.length.activated.emit(3)
    wanted = {"precision": "", "profile": "detailed", "length": "blind"}
    qtbot.waitUntil(lambda: page.shelf._manners.get("describe") == wanted)
    qtbot.waitUntil(idle(page))
    assert page.shelf.defaults.choices["describe"].profile.currentData() == "detailed"


def test_a_model_with_another_file_than_it_names_is_refused_and_nothing_is_installed(qtbot, page, stick):
    (stick / "decoder.int8.onnx").write_bytes(b"x" * 71756)
    page.shelf.examine(stick)
    qtbot.waitUntil(lambda: page.findChild(InstallDialog) is not None)
    dialog = page.findChild(InstallDialog)
    dialog.agree.click()
    dialog.trust.click()
    dialog.install.click()
    qtbot.waitUntil(lambda: not dialog._working, timeout=120_000)
    assert dialog.isVisible() and "decoder.int8.onnx" in dialog.state.text()
    dialog.cancel.click()
    page.shown()
    qtbot.waitUntil(idle(page))
    assert not page.shelf.boxes


def test_what_is_no_model_is_told_with_a_remedy(qtbot, page, tmp_path):
    page.shelf.examine(tmp_path)
    qtbot.waitUntil(lambda: idle(page)() and bool(page.shelf.state.text()))
    assert "model pack" in page.shelf.state.text()
