"""What is installed on this computer for reading: model packs, language files, engines.

Looks at files and changes nothing; ``python -m engine.inventory`` prints it as JSON for programs, such as the
window, that must not load an engine themselves; ``python -m engine.inventory.changing`` changes the model
packs for them. It must never know the library.
"""

from engine.inventory.cards import (
    PackCard,
    PrecisionCard,
    Standing,
    installer_for,
    pace_facts,
    take_cards,
    tasks_done,
)
from engine.inventory.inventory import (
    EngineFinding,
    Inventory,
    LanguageFinding,
    PackFinding,
    PackState,
    find_engines,
    find_languages,
    find_packs,
    take_inventory,
)

__all__ = [
    "EngineFinding",
    "Inventory",
    "LanguageFinding",
    "PackCard",
    "PackFinding",
    "PackState",
    "PrecisionCard",
    "Standing",
    "find_engines",
    "find_languages",
    "find_packs",
    "installer_for",
    "pace_facts",
    "take_cards",
    "take_inventory",
    "tasks_done",
]
