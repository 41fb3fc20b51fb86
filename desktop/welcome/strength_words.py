"""What a passphrase is worth, in words; the same at the first start and when it is changed."""

from PySide6.QtCore import QCoreApplication

from desktop.welcome.strength import Strength


def strength_words(worth: Strength) -> str:
    """Return a sentence, in the language in force."""
    return {
        Strength.TOO_SHORT: QCoreApplication.translate("PassphrasePage", "Too short: at least 8 characters."),
        Strength.WEAK: QCoreApplication.translate(
            "PassphrasePage", "Weak: a computer would find it within days. Add a word."
        ),
        Strength.FAIR: QCoreApplication.translate("PassphrasePage", "Fair: it holds for years."),
        Strength.STRONG: QCoreApplication.translate("PassphrasePage", "Strong: nobody will guess it."),
    }[worth]
