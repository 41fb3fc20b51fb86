"""Everything that a person can do, declared once: menus, keys, the sheet of keys and tests read it here."""

from desktop.actions.action_set import ActionSet, Conflict
from desktop.actions.spec import ActionSpec, Menu, Need
from desktop.actions.table import ACTIONS

__all__ = ["ACTIONS", "ActionSet", "ActionSpec", "Conflict", "Menu", "Need"]
