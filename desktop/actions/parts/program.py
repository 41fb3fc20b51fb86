"""Actions that are there in every view: adding, going places, the program itself."""

from desktop.actions.spec import ActionSpec, Menu
from desktop.texts import QT_TRANSLATE_NOOP

ADDING = (
    ActionSpec(
        "add.files",
        QT_TRANSLATE_NOOP("Actions", "Add &files…"),
        "add-files",
        ("Ctrl+O",),
        Menu.ADD,
        tip=QT_TRANSLATE_NOOP("Actions", "Photos, scans or PDFs"),
    ),
    ActionSpec(
        "add.folder",
        QT_TRANSLATE_NOOP("Actions", "Add a f&older…"),
        "add-folder",
        ("Ctrl+Shift+O",),
        Menu.ADD,
        tip=QT_TRANSLATE_NOOP("Actions", "A folder with everything in it"),
    ),
    ActionSpec(
        "add.paste",
        QT_TRANSLATE_NOOP("Actions", "&Paste"),
        "paste",
        ("Ctrl+V",),
        Menu.ADD,
        tip=QT_TRANSLATE_NOOP("Actions", "A picture or files that you copied elsewhere"),
    ),
    ActionSpec(
        "add.watch",
        QT_TRANSLATE_NOOP("Actions", "&Watch a folder…"),
        "eye",
        (),
        Menu.ADD,
        tip=QT_TRANSLATE_NOOP("Actions", "What is put into the folder later is added by itself"),
    ),
)

PROGRAM = (
    ActionSpec("go.search", QT_TRANSLATE_NOOP("Actions", "&Search"), "search", ("Ctrl+F",), Menu.GO),
    ActionSpec(
        "go.photos",
        QT_TRANSLATE_NOOP("Actions", "Find p&hotos by what they show"),
        "photo",
        ("Ctrl+G",),
        Menu.GO,
        tip=QT_TRANSLATE_NOOP("Actions", "A model compares your words with the pictures themselves"),
    ),
    ActionSpec("go.back", QT_TRANSLATE_NOOP("Actions", "&Back"), "chevron-back", ("Alt+Left",), Menu.GO),
    ActionSpec(
        "go.next-part", QT_TRANSLATE_NOOP("Actions", "&Next part of the window"), "", ("F6",), Menu.GO
    ),
    ActionSpec("window.menu", QT_TRANSLATE_NOOP("Actions", "Open the &menu"), "menu", ("F10",), Menu.SANDUKU),
    ActionSpec(
        "window.settings", QT_TRANSLATE_NOOP("Actions", "S&ettings"), "settings", ("Ctrl+,",), Menu.SANDUKU
    ),
    ActionSpec("window.keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), "keyboard", ("F1",), Menu.SANDUKU),
    ActionSpec(
        "window.lock",
        QT_TRANSLATE_NOOP("Actions", "&Lock"),
        "lock",
        ("Ctrl+Shift+L",),
        Menu.SANDUKU,
        tip=QT_TRANSLATE_NOOP("Actions", "Close the library until the passphrase is given"),
        separated=True,
    ),
    ActionSpec("window.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", ("Ctrl+Q",), Menu.SANDUKU),
)
