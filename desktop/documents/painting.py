"""How pieces of a row are drawn: texts that are cut where there is no room, snippets, bars, tags."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication

from desktop.documents.telling import Told
from desktop.style import Theme
from engine.language import is_right_to_left, isolate, script_of

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of a line, each with whether it was found."""

_ON_LINE = (
    Qt.AlignmentFlag.AlignAbsolute.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextSingleLine.value
)
AT_LEFT = _ON_LINE | Qt.AlignmentFlag.AlignLeft.value
AT_RIGHT = _ON_LINE | Qt.AlignmentFlag.AlignRight.value

CUT_TEXTS = 4000
"""Texts that were cut and are kept so."""

LEAD = 24
"""Letters of a snippet before what was found, where it is too long."""


class Marks(QObject):
    """What a list draws again and again, made once: drawings, fonts, and texts that are cut to their room."""

    def __init__(self, theme: Theme, font: QFont, parent: QObject) -> None:
        """Take it from the look in force, and anew when that changes.

        Args:
            theme: The look.
            font: Of the list; its size follows the program's.
            parent: Who draws with it.
        """
        super().__init__(parent)
        self._theme = theme
        self._made: dict[tuple[str, int, str], QPixmap] = {}
        self._cut: dict[tuple[str, int, bool], tuple[str, int]] = {}
        theme.changed.connect(self._take_anew)
        self._take(font)

    def _take_anew(self) -> None:
        self._take(QApplication.font())

    def _take(self, font: QFont) -> None:
        self._made.clear()
        self._cut.clear()
        self.line = self._theme.line
        self.plain = QFont(font)
        self.bold = QFont(self.plain)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = {False: QFontMetrics(self.plain), True: QFontMetrics(self.bold)}

    def pixmap(self, name: str, size: int, colour: str) -> QPixmap:
        """Return a drawing; see :meth:`desktop.style.Icons.pixmap`."""
        key = (name, size, colour)
        if key not in self._made:
            self._made[key] = self._theme.icons.pixmap(name, size, colour)
        return self._made[key]

    def cut(self, text: str, width: int, *, bold: bool) -> tuple[str, int]:
        """Return a text as it fits into a width, and how wide it is then, in pixels."""
        key = (text, width, bold)
        known = self._cut.get(key)
        if known is None:
            metrics = self._metrics[bold]
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            known = fitting, min(metrics.horizontalAdvance(fitting), width)
            if len(self._cut) > CUT_TEXTS:
                self._cut.clear()
            self._cut[key] = known
        return known


def draw_text(
    painter: QPainter, box: QRect, text: str, colour: str, marks: Marks, *, rtl: bool, bold: bool = False
) -> int:
    """Draw one line of text at the beginning of a box, cut at its end; return its width in pixels."""
    fitting, width = marks.cut(text, box.width(), bold=bold)
    painter.setFont(marks.bold if bold else marks.plain)
    painter.setPen(QColor(colour))
    painter.drawText(box, AT_RIGHT if rtl else AT_LEFT, fitting)
    return width


def draw_told(painter: QPainter, box: QRect, told: Told, theme: Theme, marks: Marks, *, rtl: bool) -> None:
    """Draw an icon and words."""
    if told.icon:
        size = marks.line
        mark = marks.pixmap(told.icon, size, told.colour)
        place = beginning(box, size, rtl=rtl)
        painter.drawPixmap(place.left(), box.center().y() - size // 2, mark)
        box = after(box, size + marks.line // 3, rtl=rtl)
    draw_text(painter, box, told.words, getattr(theme.colours, told.colour), marks, rtl=rtl)


def draw_bar(painter: QPainter, box: QRect, share: float, colour: str, ground: str, *, rtl: bool) -> None:
    """Draw how much of a whole something is, from 0 to 1."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, radius, radius)
    filled = QRectF(box)
    filled.setWidth(max(box.height(), box.width() * share))
    if rtl:
        filled.moveRight(box.right() + 1)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def draw_tags(
    painter: QPainter, box: QRect, tags: tuple[str, ...], theme: Theme, marks: Marks, *, rtl: bool
) -> None:
    """Draw words in rounded frames, as many as there is room for, and how many more there are."""
    metrics = QFontMetrics(marks.plain)
    pad, gap, high = theme.line // 3, theme.line // 4, theme.line + theme.line // 6
    for place, tag in enumerate(tags):
        rest = f"+{len(tags) - place}"
        room = box.width() - (metrics.horizontalAdvance(rest) + gap if place < len(tags) - 1 else 0)
        wide = min(metrics.horizontalAdvance(tag) + 2 * pad, room)
        if wide < theme.line * 2:
            draw_text(painter, box, rest, theme.colours.muted, marks, rtl=rtl)
            return
        frame = beginning(box, wide, rtl=rtl)
        frame = QRect(frame.left(), box.center().y() - high // 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours.border))
        painter.setBrush(QColor(theme.colours.raised))
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), high / 3, high / 3)
        inner = frame.adjusted(pad, 0, -pad, 0)
        draw_text(painter, inner, isolate(tag), theme.colours.text, marks, rtl=reads_right_to_left(tag))
        box = after(box, wide + gap, rtl=rtl)


def draw_snippet(
    painter: QPainter, box: QRect, snippet: Snippet, colour: str, ink: str, font: QFont, *, rtl: bool
) -> None:
    """Draw a line in which what was found is bold and underlined, each script in its own direction.

    Args:
        painter: Draws.
        box: Where.
        snippet: The pieces of the line.
        colour: Of the line.
        ink: Of what was found.
        font: Of the line.
        rtl: Whether the window is written from right to left: at which side the line begins.
    """
    pieces = shortened(snippet)
    text = "".join(piece for piece, _ in pieces)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    right = reads_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.Bold)
    found.setFontUnderline(True)
    found.setForeground(QBrush(QColor(ink)))
    formats, at = [], 0
    for piece, is_found in pieces:
        # Qt counts in UTF-16, Python in characters.
        length = len(piece.encode("utf-16-le")) // 2
        if is_found:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = at, length, found
            formats.append(part)
        at += length
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(len(text) + 1)
    layout.endLayout()
    wide = line.naturalTextWidth()
    # A line that does not fit keeps its beginning: that of its own direction.
    overhang = box.width() - wide
    left = (
        box.left() if (overhang >= 0 and not rtl) or (overhang < 0 and not right) else box.left() + overhang
    )
    rest = line.naturalTextRect().left()
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QColor(colour))
    top = box.center().y() - line.height() / 2
    layout.draw(painter, QPointF(left - rest, top))
    painter.restore()


def shortened(snippet: Snippet) -> Snippet:
    """Return a snippet that has little before what was found, so that it is seen."""
    if len(snippet) < 2 or snippet[0][1] or len(snippet[0][0]) <= LEAD:
        return snippet
    lead = snippet[0][0][-LEAD:]
    words = lead.partition(" ")[2] or lead
    return ((f"… {words}", False), *snippet[1:])


def beginning(box: QRect, width: int, *, rtl: bool) -> QRect:
    """Return the first ``width`` pixels of a box, in the direction of the window."""
    return QRect(box.right() - width + 1 if rtl else box.left(), box.top(), width, box.height())


def after(box: QRect, width: int, *, rtl: bool) -> QRect:
    """Return a box without its first ``width`` pixels, in the direction of the window."""
    return box.adjusted(0, 0, -width, 0) if rtl else box.adjusted(width, 0, 0, 0)


def reads_right_to_left(text: str) -> bool:
    """Return whether a text is mostly written from right to left."""
    return is_right_to_left(script_of(text))
