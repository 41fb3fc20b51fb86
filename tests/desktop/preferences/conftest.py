import pytest

from desktop.access import SettingsKeeper
from engine.settings import Settings


@pytest.fixture
def keeper(qapp, places):
    """The settings of this test, nothing changed yet."""
    made = SettingsKeeper(Settings(), places.settings)
    yield made
    made.close()
