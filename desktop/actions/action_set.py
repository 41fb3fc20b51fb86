"""Makes Qt's actions of the table, and keeps their words, icons, keys and states as they should be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from desktop.actions.spec import CONTEXT, ActionSpec, Menu, Need
from desktop.choices import Choices
from desktop.style import Theme


@dataclass(frozen=True, slots=True)
class Conflict:
    """Keys that two actions would have.

    Attributes:
        keys: As a person reads them.
        action: Id of the action that has them already.
    """

    keys: str
    action: str


class ActionSet(QObject):
    """The actions of one window. An action that nobody handles is not shown: there are no dead buttons."""

    keys_changed = Signal()

    def __init__(
        self,
        table: Iterable[ActionSpec],
        theme: Theme,
        choices: Choices,
        parent: QWidget,
    ) -> None:
        """Make the actions.

        Args:
            table: What there is.
            theme: Gives the icons.
            choices: Keeps the keys that a person changed.
            parent: The window in which the keys work.
        """
        super().__init__(parent)
        self._theme, self._choices = theme, choices
        self.specs = {spec.id: spec for spec in table}
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, list[Callable[[], object]]] = {}
        self._drawn: set[str] = set()
        self._context: frozenset[str] = frozenset()
        for spec in self.specs.values():
            action = QAction(parent)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.triggered.connect(lambda _checked=False, name=spec.id: self._run(name))
            parent.addAction(action)
            self._actions[spec.id] = action
        theme.changed.connect(self._draw_anew)
        choices.shortcuts_changed.connect(self._set_keys)
        self._set_keys()
        self._set_states(self._actions)

    def __getitem__(self, name: str) -> QAction:
        """Return the action of an id; its icon is drawn when it is first asked for, not at the start."""
        if name not in self._drawn:
            self._drawn.add(name)
            self._draw([name])
        return self._actions[name]

    def handle(self, name: str, handler: Callable[[], object]) -> None:
        """Have a function called when the action is chosen.

        Of several, the last one that belongs to a widget which is seen is called, else the last of all.
        A handler that is a method of a QObject goes with it when that is destroyed.
        """
        handlers = self._handlers.setdefault(name, [])
        handlers.append(handler)
        owner = getattr(handler, "__self__", None)
        if isinstance(owner, QObject):
            owner.destroyed.connect(lambda: self._forget(name, handler))
        self._set_states([name])

    def set_context(self, context: Iterable[str]) -> None:
        """Tell what is there now (values of :class:`Need`); actions that need more cannot be chosen."""
        self._context = frozenset(context)
        self._set_states(self._actions)

    @property
    def context(self) -> frozenset[str]:
        """What is there now."""
        return self._context

    def add_context(self, *, add: Iterable[Need] = (), remove: Iterable[Need] = ()) -> None:
        """Change a part of what is there."""
        self.set_context((self._context - set(remove)) | set(add))

    def handled(self, name: str) -> bool:
        """Return whether somebody handles an action."""
        return bool(self._handlers.get(name))

    # Menus

    def fill(self, menu: QMenu, names: Iterable[str]) -> QMenu:
        """Put actions into a menu in this order, with the lines that the table asks for."""
        for name in names:
            if self.specs[name].separated:
                menu.addSeparator()
            menu.addAction(self[name])
        return menu

    def of_menu(self, part: Menu) -> list[str]:
        """Return the ids that stand in a part of the main menu."""
        return [spec.id for spec in self.specs.values() if spec.menu is part]

    def context_menu(self, where: str, parent: QWidget) -> QMenu:
        """Return a context menu, to be shown with ``popup``; it goes when it closes.

        Args:
            where: Name of the view, as in the table.
            parent: Whose it is.
        """
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        return self.fill(menu, [spec.id for spec in self.specs.values() if where in spec.context])

    def main_menu(self, menu: QMenu) -> None:
        """Put everything into a menu, one submenu for each part that has something to offer."""
        menu.clear()
        for part in Menu:
            names = [name for name in self.of_menu(part) if self.handled(name)]
            if names:
                self.fill(menu.addMenu(translated(part)), names)

    # Keys

    def keys(self, name: str) -> list[QKeySequence]:
        """Return the keys of an action, as they are now."""
        chosen = self._choices.shortcut(name)
        texts = self.specs[name].keys if chosen is None else ((chosen,) if chosen else ())
        return [QKeySequence(text, QKeySequence.SequenceFormat.PortableText) for text in texts]

    def conflict(self, name: str, keys: QKeySequence) -> Conflict | None:
        """Return who has keys already that somebody wants to give an action."""
        for other in self.specs:
            if other != name and not keys.isEmpty() and keys in self.keys(other):
                return Conflict(keys.toString(QKeySequence.SequenceFormat.NativeText), other)
        return None

    def set_keys(self, name: str, keys: QKeySequence | None) -> Conflict | None:
        """Give an action other keys, none with an empty sequence, or its own again with None.

        Returns:
            Who has them already; then nothing was changed.
        """
        wanted = self.specs[name].keys if keys is None else ()
        for sequence in [keys] if keys is not None else [QKeySequence(text) for text in wanted]:
            taken = self.conflict(name, sequence)
            if taken is not None:
                return taken
        portable = None if keys is None else keys.toString(QKeySequence.SequenceFormat.PortableText)
        self._choices.set_shortcut(name, portable)
        return None

    def text(self, name: str) -> str:
        """Return what an action is called, without the mark of its letter."""
        return translated(self.specs[name].text).replace("&", "").removesuffix("…")

    def retranslate(self) -> None:
        """Take the words anew from the language in force."""
        for name, action in self._actions.items():
            spec = self.specs[name]
            action.setText(translated(spec.text))
            plain = self.text(name)
            tip = translated(spec.tip) if spec.tip else plain
            keys = self.keys(name)
            shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
            action.setToolTip(f"{tip} ({shown})" if shown else tip)
            action.setStatusTip(tip)

    def _run(self, name: str) -> None:
        handlers = self._handlers.get(name)
        if handlers:
            next((each for each in reversed(handlers) if _is_in_front(each)), handlers[-1])()

    def _forget(self, name: str, handler: Callable[[], object]) -> None:
        handlers = self._handlers.get(name, [])
        if isValid(self) and isValid(self._actions[name]) and handler in handlers:
            handlers.remove(handler)
            self._set_states([name])

    def _set_states(self, names: Iterable[str]) -> None:
        for name in names:
            action = self._actions[name]
            action.setVisible(self.handled(name))
            action.setEnabled(self.handled(name) and self.specs[name].needs <= self._context)

    def _draw_anew(self) -> None:
        self._draw(self._drawn)

    def _draw(self, names: Iterable[str]) -> None:
        for name in names:
            spec = self.specs[name]
            if spec.icon:
                icon = self._theme.icons.icon(spec.icon, "wrong" if spec.danger else "text")
                self._actions[name].setIcon(icon)

    def _set_keys(self) -> None:
        for name, action in self._actions.items():
            action.setShortcuts(self.keys(name))
        self.retranslate()
        self.keys_changed.emit()


def _is_in_front(handler: Callable[[], object]) -> bool:
    """Return whether a handler is a method of a widget that is seen, or of something that belongs to one."""
    owner = getattr(handler, "__self__", None)
    while isinstance(owner, QObject) and not isinstance(owner, QWidget):
        owner = owner.parent()
    return isinstance(owner, QWidget) and owner.isVisible()


def translated(text: str) -> str:
    """Return words of the table in the language in force."""
    return QCoreApplication.translate(CONTEXT, text)
