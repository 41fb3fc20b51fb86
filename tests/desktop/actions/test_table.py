from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from desktop.actions import ACTIONS
from desktop.style.icons import names


def test_every_action_has_a_name_of_its_own():
    assert [name for name, count in Counter(spec.id for spec in ACTIONS).items() if count > 1] == []


def test_no_two_actions_have_the_same_keys():
    keys = Counter(keys for spec in ACTIONS for keys in spec.keys)
    assert [each for each, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_an_action_has_words_an_icon_that_there_is_and_keys_that_qt_knows(spec):
    assert spec.text.count("&") == 1
    assert not spec.text.endswith(".")
    assert not spec.icon or spec.icon in names()
    for keys in spec.keys:
        assert not QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).isEmpty()


def test_the_keys_of_the_design_are_there():
    wanted = {
        "Ctrl+O", "Ctrl+Shift+O", "Ctrl+V", "Ctrl+F", "Return", "F3", "Shift+F3", "Ctrl+Return", "PgUp",
        "PgDown", "Ctrl+R", "Ctrl+L", "Ctrl+E", "Ctrl+Shift+L", "Ctrl+Z", "Ctrl+,", "F1", "Ctrl+J",
    }  # fmt: skip
    assert wanted <= {keys for spec in ACTIONS for keys in spec.keys}
