"""Every setting, declared once with its type, default, bounds and a sentence of help.

Settings are plain frozen values; nothing reads them from a global. They are stored as TOML, and only those
that differ from the default are written, so that a better default of a later version reaches everybody.
"""

import os
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w

from engine.errors import SettingError
from engine.renaming import give_name

Value = bool | int | float | str | tuple[str, ...]


def _setting(
    default: Any,  # noqa: ANN401 - the type stands at the field
    help_text: str,
    *,
    least: float | None = None,
    most: float | None = None,
    choices: tuple[str, ...] = (),
) -> Any:  # noqa: ANN401
    metadata = {"help": help_text, "least": least, "most": most, "choices": choices}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How files become page images."""

    pdf_dpi: int = _setting(
        200, "Dots per inch at which a PDF page without usable text is rendered.", least=72, most=600
    )
    max_file_megabytes: int = _setting(
        1024, "Files larger than this are refused, in megabytes.", least=1, most=16384
    )
    max_megapixels: int = _setting(
        400, "Images with more pixels than this are refused, in millions.", least=1, most=2000
    )
    max_decode_megabytes: int = _setting(
        800,
        "Images that need more memory than this while they are opened are refused, in megabytes.",
        least=100,
        most=65536,
    )
    working_megapixels: int = _setting(
        36, "Larger images are reduced to this many million pixels before reading.", least=4, most=200
    )
    max_pages: int = _setting(5000, "Files with more pages than this are refused.", least=1, most=100000)
    use_text_layer: bool = _setting(
        default=True, help_text="Take the text of a PDF page as it is where the page has usable text."
    )
    orient: bool = _setting(default=True, help_text="Turn pages upright that were scanned sideways.")
    straighten: bool = _setting(default=True, help_text="Straighten pages that are slightly tilted.")


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How page images become text."""

    languages: tuple[str, ...] = _setting(
        ("en", "fr", "es", "ar", "sw"),
        "Languages to expect, as BCP 47 codes.",
        choices=("en", "fr", "es", "ar", "sw"),
    )
    detector_side: int = _setting(
        1280, "Longest side, in pixels, at which lines of text are searched for.", least=320, most=4096
    )
    second_opinion: str = _setting(
        "doubtful",
        "Which lines a second engine reads as well: none, the doubtful ones, or all.",
        choices=("none", "doubtful", "all"),
    )
    doubt_threshold: float = _setting(
        0.93, "Lines with less confidence than this are shown as doubtful.", least=0.0, most=1.0
    )
    easyocr: bool = _setting(
        default=False, help_text="Also use EasyOCR where it and its model files are installed."
    )


AUTOMATIC, OFF = "automatic", "off"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """How image models are run."""

    accelerator: str = _setting(
        AUTOMATIC,
        "Whether image models run on a graphics card or other accelerator where it proves right and faster:"
        " automatic, or off for the processor alone.",
        choices=(AUTOMATIC, OFF),
    )


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """How the work in the queue is done."""

    processes: int = _setting(
        0, "Worker processes; 0 means one per processor core, within the memory there is.", least=0, most=64
    )
    memory_megabytes: int = _setting(
        1200,
        "A worker that uses more memory than this ends after its page and is started anew.",
        least=400,
        most=65536,
    )
    lease_seconds: int = _setting(
        60, "A job whose worker gives no sign of life for this long is given to another.", least=5, most=3600
    )
    idle_seconds: int = _setting(
        30, "A worker that finds no work for this long ends itself.", least=1, most=86400
    )
    page_seconds: int = _setting(
        300, "A page that takes longer than this is stopped and told as a problem.", least=10, most=7200
    )


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """How documents are kept."""

    trash_days: int = _setting(
        30, "Days after which documents in the trash may be removed for good.", least=1, most=3650
    )
    ballast_megabytes: int = _setting(
        32, "Disk space held back so that work can be finished when the disk is full.", least=0, most=1024
    )
    author: str = _setting("", "Name under which your corrections are recorded; empty: your login name.")


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """What may go over the network, and when."""

    use: str = _setting(
        "manual",
        "Whether the network may be used: never, when you say so (manual), or by itself (automatic).",
        choices=("never", "manual", "automatic"),
    )
    files: str = _setting(
        "thumbnails",
        "What is sent: the text, also where it stands (boxes), also small images, or the originals too.",
        choices=("text", "boxes", "thumbnails", "originals"),
    )
    daily_megabytes: int = _setting(
        0, "Megabytes that may go over the network in a day; 0 for any number.", least=0, most=1_000_000
    )
    stall_seconds: int = _setting(
        60, "A connection on which nothing moves for this long counts as broken.", least=5, most=600
    )
    patience_minutes: int = _setting(
        15, "Sending is given up when headquarters has not answered for this long.", least=1, most=1440
    )
    every_minutes: int = _setting(
        60, "How often work is sent by itself, where that is allowed.", least=5, most=10080
    )
    only_with: str = _setting(
        "",
        "Send by itself only where this computer answers, as host:port of your office; empty for anywhere.",
    )
    proxy: str = _setting(
        "", "Address of a proxy; empty takes the system's, and 'none' takes no proxy at all."
    )
    release_after_days: int = _setting(
        0,
        "Originals that headquarters and its backup have leave this computer after so many days; 0: never.",
        least=0,
        most=3650,
    )
    quarantine_days: int = _setting(
        30, "Days for which files that left can still be brought back here.", least=1, most=3650
    )
    urgent_packs: bool = _setting(
        default=False,
        help_text="Fetch and install by itself the signed model packs that headquarters calls urgent.",
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, by section."""

    pages: PageSettings = field(default_factory=PageSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    models: ModelSettings = field(default_factory=ModelSettings)
    worker: WorkerSettings = field(default_factory=WorkerSettings)
    library: LibrarySettings = field(default_factory=LibrarySettings)
    network: NetworkSettings = field(default_factory=NetworkSettings)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One setting as a person sees it.

    Attributes:
        name: ``section.key``.
        value: The value in force.
        default: The value that it has when nobody changed it.
        help: One sentence.
        least: Lower bound of a number, inclusive.
        most: Upper bound of a number, inclusive.
        choices: What the value, or each of its parts, can be; empty for anything.
    """

    name: str
    value: Value
    default: Value
    help: str
    least: float | None
    most: float | None
    choices: tuple[str, ...]


def declarations(settings: Settings) -> Iterator[Declaration]:
    """Yield every setting with its value, in the order of declaration."""
    defaults = Settings()
    for section in fields(settings):
        held, plain = getattr(settings, section.name), getattr(defaults, section.name)
        for key in fields(held):
            yield Declaration(
                name=f"{section.name}.{key.name}",
                value=getattr(held, key.name),
                default=getattr(plain, key.name),
                help=key.metadata["help"],
                least=key.metadata["least"],
                most=key.metadata["most"],
                choices=key.metadata["choices"],
            )


def with_setting(settings: Settings, name: str, text: str) -> Settings:
    """Return the settings with one changed.

    Args:
        settings: What is in force.
        name: ``section.key``.
        text: The value as a person types it; lists are separated by commas.

    Raises:
        SettingError: There is no such setting, or the value does not fit.
    """
    section_name, _, key_name = name.partition(".")
    section = getattr(settings, section_name, None)
    key = next((f for f in fields(section) if f.name == key_name), None) if section is not None else None
    if section is None or key is None:
        raise SettingError(
            "There is no such setting.", which=name, remedy="Run 'sanduku settings' to see all of them."
        )
    value = _checked(name, key, _parsed(name, text, getattr(section, key_name)))
    return replace(settings, **{section_name: replace(section, **{key_name: value})})


def without_setting(settings: Settings, name: str) -> Settings:
    """Return the settings with one put back to its default; raises SettingError for an unknown name."""
    default = next((d.default for d in declarations(settings) if d.name == name), None)
    text = ",".join(default) if isinstance(default, tuple) else str(default)
    return with_setting(settings, name, text)


def load_settings(path: Path) -> Settings:
    """Read settings from a TOML file; a file that does not exist gives the defaults.

    Raises:
        SettingError: The file is not TOML, or holds an unknown setting or a value that does not fit.
    """
    if not path.exists():
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(
            f"The settings file cannot be read ({error}).",
            which=path,
            remedy="Mend the line that is named, or delete the file to return to the defaults.",
        ) from error
    settings = Settings()
    for section, keys in data.items():
        for key, value in (keys if isinstance(keys, dict) else {"": keys}).items():
            if value == []:
                # Written by a version that let somebody choose none: the default loses nothing.
                continue
            text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
            settings = _held(path, settings, f"{section}.{key}", text)
    return settings


def _held(path: Path, settings: Settings, name: str, text: str) -> Settings:
    """Return the settings with one that stands in a file; the error names both."""
    try:
        return with_setting(settings, name, text)
    except SettingError as error:
        raise SettingError(
            f"The settings file cannot be used: {name}: {error.what}",
            which=path,
            remedy="Mend that setting in the file, or delete the file to return to the defaults.",
        ) from error


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings that differ from their defaults, atomically."""
    changed: dict[str, dict[str, Any]] = {}
    for declaration in declarations(settings):
        if declaration.value != declaration.default:
            section, key = declaration.name.split(".")
            value = declaration.value
            changed.setdefault(section, {})[key] = list(value) if isinstance(value, tuple) else value
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    with draft.open("wb") as stream:
        tomli_w.dump(changed, stream)
        stream.flush()
        os.fsync(stream.fileno())
    give_name(draft, path)


@dataclass(frozen=True, slots=True)
class Places:
    """Where Sanduku keeps things on this computer.

    Attributes:
        data: The user's data folder, which holds all the rest.
        shipped: What an installed program brought with it, which nobody writes to; None in a clone.
    """

    data: Path
    shipped: Path | None = None

    @classmethod
    def of_this_user(cls) -> "Places":
        """Return the user's own places.

        The environment variable ``SANDUKU_HOME`` names another data folder, and ``SANDUKU_SHIPPED`` gives a
        clone what an installed program brings along.
        """
        override = os.environ.get("SANDUKU_HOME")
        if override:
            return cls(Path(override).expanduser().absolute(), _shipped())
        return cls(Path(platformdirs.user_data_dir("sanduku", appauthor=False)), _shipped())

    @property
    def library(self) -> Path:
        """The library that is used where none is named."""
        return self.data / "library"

    @property
    def trial_library(self) -> Path:
        """The library of the bundled samples, apart from real people's documents."""
        return self.data / "trial-library"

    @property
    def packs(self) -> Path:
        """The installed model packs."""
        return self.data / "packs"

    @property
    def shipped_packs(self) -> Path | None:
        """The model packs that came with the program."""
        return None if self.shipped is None else self.shipped / "packs"

    @property
    def shipped_tessdata(self) -> Path | None:
        """Tesseract language files that came with the program."""
        return None if self.shipped is None else self.shipped / "tessdata"

    @property
    def tessdata(self) -> Path:
        """Tesseract language files that set-up brought."""
        return self.data / "tessdata"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.data / "settings.toml"

    @property
    def logs(self) -> Path:
        """The log files."""
        return self.data / "logs"


def _shipped() -> Path | None:
    """Return what came with a frozen program, or what stands in for it; None where nothing does."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS")) / "shipped"  # noqa: B009 - only a frozen program has it
    named = os.environ.get("SANDUKU_SHIPPED")
    return Path(named).absolute() if named else None


def _parsed(name: str, text: str, present: Value) -> Value:
    try:
        if isinstance(present, bool):
            return {
                "true": True,
                "yes": True,
                "on": True,
                "1": True,
                "false": False,
                "no": False,
                "off": False,
                "0": False,
            }[text.strip().lower()]
        if isinstance(present, int):
            return int(text)
        if isinstance(present, float):
            return float(text)
    except (KeyError, ValueError):
        kind = {bool: "yes or no", int: "a whole number", float: "a number"}[type(present)]
        raise SettingError(
            f"'{text}' does not fit: this setting is {kind}.",
            which=name,
            remedy=f"Run 'sanduku settings get {name}' to see what it can be.",
        ) from None
    if isinstance(present, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text


def _checked(name: str, key: "Field[Any]", value: Value) -> Value:
    least, most, choices = (key.metadata[part] for part in ("least", "most", "choices"))
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    # Written so that "not a number" fails it too.
    if number is not None and not ((least is None or number >= least) and (most is None or number <= most)):
        raise SettingError(
            f"{value} is outside {least} to {most}.", which=name, remedy="Choose a value within these bounds."
        )
    if value == ():
        # An empty list of languages would leave out, without a word, all text in another script than Latin.
        raise SettingError(
            "At least one is needed.", which=name, remedy=f"Choose one or more of: {', '.join(choices)}."
        )
    for part in value if isinstance(value, tuple) else (value,):
        if choices and part not in choices:
            raise SettingError(
                f"'{part}' is none of: {', '.join(choices)}.", which=name, remedy="Choose one of these."
            )
    return value
