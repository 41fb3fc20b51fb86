"""What the window has for its views: each view's maker takes from it what that view needs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.access import ImageStore, Import, LibraryAccess, LibraryDoor, ReadingWork, SettingsKeeper
from desktop.actions import ActionSet
from desktop.choices import Choices
from desktop.style import Theme
from desktop.window.view import View

if TYPE_CHECKING:
    from desktop.export.handing_on import HandingOn
    from desktop.sending.part import SendingPart
    from desktop.window.adding import Adding
    from desktop.window.toasts import Toasts


@dataclass(frozen=True, slots=True)
class Tools:
    """What there is while a library is open.

    Attributes:
        door: Opens the library.
        access: Asks it.
        images: Its images.
        work: Its readers; None where nothing is read.
        importing: Takes files in.
        adding: Asks a person for files and tells what came of them.
        handing_on: Exports and prints documents.
        settings: The engine's settings; keeps what is changed.
        actions: What can be done.
        theme: The look.
        choices: What the person chose about the window.
        toasts: Short messages.
        sending: Sends work to headquarters.
        open_view: Opens a view by its name with an argument.
    """

    door: LibraryDoor
    access: LibraryAccess
    images: ImageStore
    work: ReadingWork | None
    importing: Import
    adding: "Adding"
    handing_on: "HandingOn"
    settings: SettingsKeeper
    actions: ActionSet
    theme: Theme
    choices: Choices
    toasts: "Toasts"
    sending: "SendingPart"
    open_view: Callable[[str, object], None]


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """How a view comes into being.

    Attributes:
        name: By which it is opened.
        make: Makes it, the first time it is opened.
        ahead: Whether it is made before, while the window has nothing to do: it takes longer than a person
            should see the window stand still for.
        begin: Called once when the library's window opens, before the view is made; None for nothing.
    """

    name: str
    make: Callable[[Tools], View]
    ahead: bool = False
    begin: Callable[[Tools], object] | None = None
