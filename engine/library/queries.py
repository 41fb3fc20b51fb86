"""What a person types into the search, as an expression of FTS5.

How it is understood stands in ``engine.language.queries``.
"""

from dataclasses import dataclass

from engine.language.queries import TypedQuery


@dataclass(frozen=True, slots=True)
class Query(TypedQuery):
    """A search of the library, understood."""

    @property
    def expression(self) -> str:
        """The same as an expression of FTS5; empty if no word is wanted."""
        if not self.wanted:
            return ""
        parts = [_quoted(phrase) for phrase in self.wanted]
        if self.prefix:
            parts[-1] += "*"
        expression = "normalised : (" + " AND ".join(parts) + ")"
        for phrase in self.unwanted:
            expression += f" NOT normalised : {_quoted(phrase)}"
        return expression


def parse_query(text: str) -> Query:
    """Understand what a person typed; never raises."""
    return Query.parse(text)


def _quoted(phrase: tuple[str, ...]) -> str:
    return '"' + " ".join(phrase) + '"'
