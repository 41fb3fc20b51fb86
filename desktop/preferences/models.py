"""The page "Models": what can be read on this computer, with what, how fast, and what is missing."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.access import LibraryAccess, SettingsKeeper
from desktop.preferences.inventory import Inventory, InventoryProcess, Language, Pack
from desktop.preferences.offered import OfferedPacks
from desktop.preferences.pack_process import PackProcess
from desktop.preferences.pack_shelf import PackShelf
from desktop.preferences.pack_words import size_text
from desktop.preferences.page import Card, Page
from desktop.preferences.row import Row
from desktop.sending.offers import OffersDesk
from desktop.style import Theme
from desktop.texts import LANGUAGE_NAMES, error_text
from desktop.welcome.speed_page import run_speed_test
from engine.errors import SandukuError
from engine.language import isolate

ENGINE_NAMES = {
    "ppocr": "PaddleOCR", "tesseract": "Tesseract", "easyocr": "EasyOCR", "numerals": "Sanduku ٠١٢",
}  # fmt: skip
"""What the makers of the engines call them; the network for numerals is our own."""


class ModelsPage(Page):
    """Shows the inventory; asks for it when the page is first shown."""

    icon = "models"

    def __init__(
        self,
        process: InventoryProcess,
        packs: PackProcess,
        access: LibraryAccess | None,
        keeper: SettingsKeeper,
        offers: OffersDesk | None,
        theme: Theme,
    ) -> None:
        """Ask when shown.

        Args:
            process: Takes the inventory.
            packs: Looks at the models for photos and changes them.
            access: Asked how fast they answered; None where no library is open.
            keeper: Keeps how many readers suit this computer, once that was measured.
            offers: The packs that headquarters offers; None where no library is open.
            theme: The look.
        """
        super().__init__(theme)
        self._process, self._keeper = process, keeper
        self._found: Inventory | None = None
        self._verifying = False
        self.state, self.verify = QLabel(self.inner), QPushButton(self.inner)
        self.state.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(self.verify)
        self.column.addLayout(row)
        self.offered = None if offers is None else OfferedPacks(offers, theme, self.inner)
        self.shelf = PackShelf(packs, access, theme, self.inner)
        if self.offered is not None:
            self.column.addWidget(self.offered)
            self.offered.installed.connect(self.shelf.tell_installed)
            self.offered.changed.connect(self._say_state)
        self.shelf.changed.connect(self._show)
        self.column.addWidget(self.shelf)
        speed = self.card()
        self.measure = QPushButton(speed)
        self._speed_row = Row(self.measure, theme, speed)
        speed.add(self._speed_row)
        self._languages, self._packs, self._engines = self.card(), self.card(), self.card()
        self._bodies: dict[Card, QWidget] = {}
        self.column.addStretch(1)
        self.verify.clicked.connect(self.check_all)
        self.measure.clicked.connect(lambda _checked=False: self.measure_speed())
        process.taken.connect(self._taken)
        process.failed.connect(self._failed)
        self.setFocusProxy(self.verify)
        for card in (self._languages, self._packs, self._engines):
            card.hide()
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Models")

    def shown(self) -> None:
        """Ask anew: files may have come since."""
        self.shelf.ask()
        if self.offered is not None:
            self.offered.ask()
        if not self._process.busy:
            self._process.ask()
            self._say_state()

    def check_all(self) -> None:
        """Have every model file read and compared with what was installed."""
        if not self._process.busy:
            self._verifying = True
            self._process.ask(verify=True)
            self._say_state()

    def measure_speed(self) -> None:
        """Show how fast this computer reads, and keep how many readers suit it."""
        run_speed_test(
            self._keeper.settings,
            self.theme,
            self.window(),
            lambda processes: self._keeper.set("worker.processes", str(processes)),
        )

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self._speed_row.set_words(
            self.tr("How fast is this computer?"),
            self.tr(
                "A test of 30 seconds at most, best while nothing else is read. It also finds how many pages"
                " are read at the same time."
            ),
        )
        self.measure.setText(self.tr("Measure…"))
        self.measure.setAccessibleName(f"{self._speed_row.label.text()} {self.measure.text()}")
        self.verify.setText(self.tr("Check all files"))
        self.verify.setToolTip(self.tr("Reads every model file and compares it with what was installed"))
        self.shelf.retranslate()
        if self.offered is not None:
            self.offered.retranslate()
        self._languages.set_heading(self.tr("What can be read"))
        self._packs.set_heading(self.tr("Models for reading"))
        self._engines.set_heading(self.tr("Reading programs"))
        self._say_state()
        self._show()

    def restyle(self) -> None:
        """Take sizes and icons anew."""
        super().restyle()
        if hasattr(self, "_bodies"):
            self._show()

    def _taken(self, found: Inventory) -> None:
        self._found = found
        self._say_state()
        self._verifying = False
        self._show()

    def _failed(self, error: SandukuError) -> None:
        self._verifying = False
        self.verify.setEnabled(True)
        self.state.setText(error_text(error))

    def _say_state(self) -> None:
        self.verify.setEnabled(not self._process.busy)
        found = self._found
        if self._process.busy:
            self.state.setText(self.tr("Checking every file…") if self._verifying else self.tr("Looking…"))
        elif found is None:
            self.state.setText("")
        elif not found.packs:
            self.state.setText(
                self.tr(
                    "The models for reading are missing, and nothing can be read. They come with Sanduku:"
                    " install it again, or ask whoever set this computer up."
                )
            )
        elif any(pack.state == "damaged" for pack in found.packs):
            self.state.setText(self.tr("Something is damaged: see below what to do."))
        elif all(pack.state == "whole" for pack in found.packs):
            self.state.setText(self.tr("Every file is whole."))
        elif self.offered is not None and self.offered.boxes:
            self.state.setText("")
        else:
            self.state.setText(self.tr("Everything on this page is on this computer. Nothing is fetched."))

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self._put(self._languages, [self._language_row(each) for each in found.languages])
        self._put(
            self._packs,
            [self._pack_row(each) for each in found.packs if each.name not in self.shelf.names],
        )
        off = ("easyocr",)
        self._put(
            self._engines,
            [
                (
                    "done" if each.ready else "info",
                    isolate(ENGINE_NAMES.get(each.name, each.name)),
                    self.tr("Ready.") if each.ready else f"{each.reason} {each.remedy}".strip(),
                )
                for each in found.engines
                if each.ready or each.name not in off
            ],
        )

    def _language_row(self, found: Language) -> tuple[str, str, str]:
        name = LANGUAGE_NAMES.get(found.language, found.language)
        if not found.readers:
            return "problem", name, self.tr("Cannot be read yet. %1").replace("%1", found.remedy)
        by = ", ".join(isolate(ENGINE_NAMES.get(each, each)) for each in found.readers)
        words = self.tr("Read by %1").replace("%1", by)
        if found.folder:
            size = isolate(size_text(found.byte_size))
            more = self.tr("Tesseract file: %1, licence %2")
            words += "\n" + more.replace("%1", size).replace("%2", isolate(found.licence))
        elif found.remedy:
            words += "\n" + self.tr("No second opinion: its Tesseract file is missing. %1").replace(
                "%1", found.remedy
            )
        return ("done" if found.folder else "warning"), name, words

    def _pack_row(self, pack: Pack) -> tuple[str, str, str]:
        names = {"reading": self.tr("Lines of text"), "numerals": self.tr("Arabic-Indic digits")}
        name = names.get(pack.name, isolate(pack.name))
        if pack.state == "damaged":
            return "problem", name, f"{pack.problem} {pack.remedy}".strip()
        facts = self.tr("Version %1, %2, licence %3")
        facts = facts.replace("%1", QLocale().toString(pack.version))
        facts = facts.replace("%2", isolate(size_text(pack.byte_size)))
        facts = facts.replace("%3", isolate(pack.licence))
        whole = self.tr("Every file is whole.") if pack.state == "whole" else ""
        made = self.tr("Source: %1.").replace("%1", isolate(pack.source)) if pack.source else ""
        return "done", name, "\n".join(filter(None, (facts, f"{made} {whole}".strip())))

    def _put(self, card: Card, rows: list[tuple[str, str, str]]) -> None:
        """Show rows of a mark, a name and words in a card, in place of those before."""
        former = self._bodies.pop(card, None)
        if former is not None:
            former.hide()
            former.deleteLater()
        body = self._bodies[card] = QWidget(card)
        grid = QGridLayout(body)
        line = self.theme.line
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(line * 2 // 3)
        grid.setVerticalSpacing(line // 2)
        grid.setColumnStretch(2, 1)
        colours = {"done": "sure", "warning": "doubt", "problem": "wrong", "info": "muted"}
        states = {
            "done": self.tr("There"), "warning": self.tr("Something is missing"),
            "problem": self.tr("Problem"), "info": self.tr("Not in use"),
        }  # fmt: skip
        top = Qt.AlignmentFlag.AlignTop
        for at, (icon, name, words) in enumerate(rows):
            mark, title, text = QLabel(body), QLabel(name, body), QLabel(words, body)
            mark.setPixmap(self.theme.icons.pixmap(icon, line, colours[icon]))
            mark.setAccessibleName(states[icon])
            mark.setToolTip(states[icon])
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setProperty("kind", "muted")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            title.setMinimumWidth(line * 6)
            title.setWordWrap(True)
            side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            for column, label in enumerate((mark, title, text)):
                grid.addWidget(label, at, column, top)
        card.add(body)
        card.setVisible(bool(rows))
