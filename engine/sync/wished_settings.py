"""Takes over settings that headquarters asks for: how pages are read, and nothing else.

What the network may do, where things lie and what is kept stays the word of whoever sits at the laptop.
"""

from pathlib import Path
from typing import Any

from engine.errors import SettingError
from engine.library import Library
from engine.settings import Settings, load_settings, save_settings, with_setting
from engine.sync.wire.down import SETTABLE

Asked = dict[str, Any]
"""Names of settings, and the values that headquarters asks for."""


def wished(library: Library, settings: Settings) -> tuple[Settings, Asked, Asked]:
    """Return the settings with what headquarters asks for, and what of that is taken and refused."""
    taken, refused = Asked(), Asked()
    for name, value in library.exchange.words.settings().items():
        text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        try:
            if not name.startswith(SETTABLE):
                raise SettingError("It is not for headquarters to set.", which=name)
            settings = with_setting(settings, name, text)
            taken[name] = value
        except SettingError:
            refused[name] = value
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
    return list(taken)
