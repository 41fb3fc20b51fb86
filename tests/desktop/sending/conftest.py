"""Somebody at the window of a library with work in it, and a headquarters that answers over real HTTP."""

import shutil
from pathlib import Path

import pytest

from desktop.access import LibraryDoor
from desktop.sending.behind import BehindTheLock
from desktop.sending.view import SendingView
from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame
from desktop.window.shell import ShellWindow
from engine.intake import Intake
from engine.settings import Places, Settings
from engine.sync.joining import begin_to_join
from engine.sync.running import join_team
from tests.desktop.conftest import SMALL
from tests.desktop.elsewhere import elsewhere
from tests.desktop.journeys.person import Person
from tests.engine.sync.reference import ReferenceHeadquarters
from tests.engine.sync.served import ServedHeadquarters, served


@pytest.fixture
def headquarters() -> ReferenceHeadquarters:
    return ReferenceHeadquarters()


@pytest.fixture
def there(headquarters: ReferenceHeadquarters):
    """The headquarters, behind HTTP on this computer."""
    with served(headquarters) as made:
        yield made


@pytest.fixture(scope="session")
def library_with_work(
    empty_library: tuple[Path, bytes | None], samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A copy of the empty library with two documents in it, to be copied."""
    empty, key = empty_library
    folder = tmp_path_factory.mktemp("with-work") / "library"
    shutil.copytree(empty, folder)

    def fill() -> None:
        door = LibraryDoor(folder, key, Settings())
        with door.open() as library:
            taken = Intake(library, door.settings.pages).take_all([samples / name for name in SMALL])
            assert len(list(taken)) == 2

    elsewhere(fill)
    return folder


@pytest.fixture
def filled(door: LibraryDoor, library_with_work: Path, places: Places) -> LibraryDoor:
    """A library with two documents, that belongs to no team."""
    shutil.rmtree(door.folder)
    shutil.copytree(library_with_work, door.folder)
    return LibraryDoor(door.folder, door.data_key, door.settings, places.data / "settings.toml")


@pytest.fixture
def joined(filled: LibraryDoor, there: ServedHeadquarters) -> LibraryDoor:
    """The same, of a team."""

    def join() -> None:
        with filled.open() as library:
            begin_to_join(library, there.invitation)
            join_team(library, filled.settings, device_name="Amina's laptop")

    elsewhere(join)
    return filled


@pytest.fixture
def sits_down(qtbot, theme, choices, translation):
    """Opens the window of a library; returns who is at it. ``again`` opens a library in a window anew."""
    made = []

    def make(door: LibraryDoor, behind: BehindTheLock | None = None) -> Person:
        window = ShellWindow(choices)
        person = Person(qtbot, window)
        show(person, door, behind)
        window.closing.connect(lambda: person.frame.close_all())
        window.show()
        made.append(window)
        with qtbot.waitActive(window):
            pass
        qtbot.waitUntil(lambda: person.frame.sending.desk.known)
        return person

    def show(person: Person, door: LibraryDoor, behind: BehindTheLock | None) -> None:
        frame = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False, behind=behind)
        person.window.show_content(frame)

    make.again = show

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qtbot.wait(1)


def sending(person: Person) -> SendingView:
    """Go to what waits, and wait until it is there."""
    person.goes_to("sending")
    view = person.view
    assert isinstance(view, SendingView)
    return view
