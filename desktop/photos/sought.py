"""What photos are sought by. Data alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that photos should fit, or a page that they should look like.

    Attributes:
        words: What the photos are to show; empty while nobody has typed anything.
        page_id: The page that they are to look like; empty where they are sought by words.
        name: Of that page's document.
        pack_id: Of the model pack that compares them; empty until that is known, or if there is none.
        vector: The words as that pack sees them, as :func:`engine.library.vector_of_text` takes it.
        settled: Whether it is known what the photos are compared with, or that they cannot be.
    """

    words: str = ""
    page_id: str = ""
    name: str = ""
    pack_id: str = ""
    vector: str = ""
    settled: bool = False
