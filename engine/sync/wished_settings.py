"""Takes over settings that headquarters asks for: how pages are read, and nothing else.

What the network may do, where things lie and what is kept stays the word of whoever sits at the laptop.
"""

from pathlib import Path

from engine.errors import SettingError
from engine.library import Library
from engine.settings import Settings, load_settings, save_settings, with_setting
from engine.sync.wire.down import SETTABLE


def wished(library: Library, settings: Settings) -> tuple[Settings, list[str], list[str]]:
    """Return the settings with what headquarters asks for, and the names that are taken and refused."""
    taken, refused = [], []
    for name, value in library.exchange.words.settings().items():
        text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        try:
            if not name.startswith(SETTABLE):
                raise SettingError("It is not for headquarters to set.", which=name)
            settings = with_setting(settings, name, text)
            taken.append(name)
        except SettingError:
            refused.append(name)
    return settings, taken, refused


def take_wished(library: Library, file: Path) -> list[str]:
    """Write what headquarters asks for into a settings file, and return the names of what is new there.

    Raises:
        SettingError: The file cannot be read.
    """
    if not library.exchange.words.settings():
        return []
    before = load_settings(file)
    after, taken, refused = wished(library, before)
    if after != before:
        save_settings(after, file)
    library.exchange.words.settings_told(taken, refused)
    return taken
