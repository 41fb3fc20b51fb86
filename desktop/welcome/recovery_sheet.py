"""The recovery key on paper."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def sheet(recovery_key: str) -> str:
    """Return the sheet as HTML, in the language in force."""
    today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    groups = recovery_key.split("-")
    key = "-".join(groups[:4]) + "-<br>" + "-".join(groups[4:])
    title = QCoreApplication.translate("RecoverySheet", "Sanduku: recovery key")
    danger = QCoreApplication.translate(
        "RecoverySheet", "Whoever has this sheet and the computer can read the whole library."
    )
    place = QCoreApplication.translate("RecoverySheet", "Keep it in a safe place, apart from the computer.")
    use = QCoreApplication.translate(
        "RecoverySheet", "To use it, start Sanduku, choose “I forgot the passphrase” and type the key."
    )
    return (
        f"<h1>{title}</h1><p>{today}</p>"
        f"<p dir='ltr' style='font-family: monospace; font-size: 20pt'><b>{key}</b></p>"
        f"<p>{danger}</p><p>{place}</p><p>{use}</p>"
    )


def print_sheet(recovery_key: str, parent: QWidget) -> None:
    """Ask for a printer and print the sheet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)

    def accept() -> None:
        document = QTextDocument()
        document.setHtml(sheet(recovery_key))
        document.print_(printer)

    dialog.accepted.connect(accept)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()
