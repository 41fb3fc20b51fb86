"""What is told of a stick that was written, and of an answer that was taken from one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desktop.sending.words import Counts, size_text
from engine.language import isolate


class StickWords(QObject):
    """Says it; lupdate sees plurals in ``tr`` alone."""

    def written(self, result: dict[str, Any]) -> str:
        """Return what was written, as ``engine.sync.program`` tells it, and what to do with the stick."""
        counts = Counts()
        words = [
            self.tr("Written: %1 and %2, %3, in the folder %4.")
            .replace("%1", counts.changes(result["changes"]))
            .replace("%2", counts.files(result["files"]))
            .replace("%3", size_text(result["bytes"]))
            .replace("%4", isolate(Path(result["folder"]).name))
        ]
        if result["left_out"]:
            words.append(
                self.tr("%Ln file(s) are damaged or gone here and were left out.", "", result["left_out"])
            )
        words.append(
            self.tr(
                "Eject the stick before you pull it out. Nothing counts as sent until the answer of"
                " headquarters comes back."
            )
        )
        return " ".join(words)

    def taken(self, result: dict[str, Any]) -> str:
        """Return what an answer said."""
        words = [self.tr("Headquarters has signed to have %Ln change(s).", "", result["changes"])]
        came = sum(result["outcomes"].values())
        if came:
            words.append(self.tr("%Ln message(s) came from headquarters.", "", came))
        if result["export_again"]:
            words.append(
                self.tr("This library is a copy of another one: write a stick once more for headquarters.")
            )
        return " ".join(words)


def written_words(result: dict[str, Any]) -> str:
    """Return what was written to a stick, and what to do with it."""
    return StickWords().written(result)


def taken_words(result: dict[str, Any]) -> str:
    """Return what an answer on a stick said."""
    return StickWords().taken(result)
