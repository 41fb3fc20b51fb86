"""The recovery key on paper."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def sheet(recovery_key: str) -> str:
    """Return the sheet as HTML, in the language in force."""

    def words(text: str) -> str:
        return QCoreApplication.translate("RecoverySheet", text)

    today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    groups = recovery_key.split("-")
    key = "-".join(groups[:4]) + "-<br>" + "-".join(groups[4:])
    return (
        f"<h1>{words('Sanduku: recovery key')}</h1>"
        f"<p>{today}</p>"
        f"<p dir='ltr' style='font-family: monospace; font-size: 20pt'><b>{key}</b></p>"
        f"<p>{words('Whoever has this sheet and the computer can read everything in the library.')}</p>"
        f"<p>{words('Keep it in a safe place, apart from the computer.')}</p>"
        f"<p>{words('To use it: start Sanduku, choose “I forgot the passphrase”, and type the key.')}</p>"
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
