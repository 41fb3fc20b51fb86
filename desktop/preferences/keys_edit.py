"""A field that takes the keys that are pressed in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QKeySequenceEdit, QWidget


class KeysEdit(QKeySequenceEdit):
    """Lets Shift+Tab lead out, which Qt's takes for keys: who has no mouse would be caught in it."""

    def event(self, event: QEvent) -> bool:
        """Go back at Shift+Tab."""
        back = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_back(event)
        return self._go_back() if back else super().event(event)

    def _go_back(self) -> bool:
        before = self.previousInFocusChain()
        while before is not None and before is not self:
            if _takes_tab(before) and not self.isAncestorOf(before):
                before.setFocus(Qt.FocusReason.BacktabFocusReason)
                break
            before = before.previousInFocusChain()
        return True


def _is_back(event: QKeyEvent) -> bool:
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Backtab or (shift and event.key() == Qt.Key.Key_Tab)


def _takes_tab(widget: QWidget) -> bool:
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return wanted == Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
