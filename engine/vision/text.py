"""Text as tokens and back, the prompt around a picture and a question, and text that is shown as it comes."""

import re
from collections.abc import Callable, Sequence

from tokenizers import Tokenizer

from engine.packs import Pack, PackDamagedError, Prompt
from engine.vision.pictures import Grid

TOKENIZER = "tokenizer.json"
"""File of a pack that tells how text becomes tokens."""
TRIES = 3
"""How often marks are broken up, as that may make others, before they are left out."""
UNFINISHED = "\N{REPLACEMENT CHARACTER}"
"""What a tokenizer gives for bytes that are not a whole character yet."""


class Text:
    """A pack's way from text to tokens and back."""

    def __init__(self, definition: str) -> None:
        """Take the content of a ``tokenizer.json``; raises ValueError if it is none."""
        try:
            self._tokenizer = Tokenizer.from_str(definition)
        except Exception as error:
            # The library raises nothing more precise.
            raise ValueError(str(error)) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.definition = definition
        added = self._tokenizer.get_added_tokens_decoder().values()
        # Common words that some vocabularies add are only words.
        meant = {each.content for each in added if each.special or not each.content.isalnum()}
        marks = sorted((mark for mark in meant if mark.strip()), key=len, reverse=True)
        self._marks = re.compile("|".join(map(re.escape, marks))) if marks else None

    @property
    def size(self) -> int:
        """How many tokens there are."""
        return int(self._tokenizer.get_vocab_size(with_added_tokens=True))

    def tokens(self, text: str, *, complete: bool = False) -> list[int]:
        """Return the tokens of a text.

        Args:
            text: Tokens with a meaning of their own are understood in it.
            complete: Whether the tokens that the model wants around every text are added.
        """
        return list(self._tokenizer.encode(text, add_special_tokens=complete).ids)

    def text(self, tokens: Sequence[int]) -> str:
        """Return the text of tokens, without those that have a meaning of their own."""
        return str(self._tokenizer.decode(list(tokens), skip_special_tokens=True))

    def harmless(self, text: str) -> str:
        """Return a text in which no token with a meaning of its own is left: it is only words."""
        if self._marks is None:
            return text
        for _ in range(TRIES):
            if self._marks.search(text) is None:
                return text
            text = self._marks.sub(lambda found: f"{found[0][0]} {found[0][1:]}", text)
        # Marks that cannot be broken up, such as a single letter.
        while self._marks.search(text) is not None:
            text = self._marks.sub("", text)
        return text

    def name(self, token: int) -> str | None:
        """Return how a token is written in the vocabulary, None if there is none of that number."""
        found = self._tokenizer.id_to_token(token)
        return None if found is None else str(found)


def open_text(pack: Pack) -> Text:
    """Open a pack's tokenizer; raises PackDamagedError if it cannot be understood."""
    content = pack.read_file(TOKENIZER)
    try:
        return Text(content.decode())
    except ValueError as error:
        raise PackDamagedError(
            f"The tokenizer of this model pack cannot be read ({error}).",
            which=pack.folder / TOKENIZER,
            remedy="Install the model pack again.",
        ) from error


def picture_text(prompt: Prompt, grid: Grid, tokens_per_tile: int) -> str:
    """Return what stands for a picture in a prompt.

    Args:
        prompt: The pack's words.
        grid: How the picture was cut.
        tokens_per_tile: How many feature vectors a piece of it gives.
    """
    piece = prompt.image_token * tokens_per_tile
    parts = []
    for row in range(grid.rows):
        for column in range(grid.columns):
            mark = prompt.tile_prefix.replace("{row}", str(row + 1)).replace("{column}", str(column + 1))
            parts.append(mark + piece)
        parts.append(prompt.row_end)
    if grid.rows:
        parts.append(prompt.tiles_end)
    if grid.whole:
        parts.append(prompt.global_prefix + piece)
    return "".join(parts) + prompt.image_end


def turn_text(prompt: Prompt, question: str, *, picture: str) -> str:
    """Return the whole prompt for a question that is harmless already."""
    parts = {"{system}": prompt.system, "{image}": picture, "{question}": question}
    return re.sub(r"\{(?:system|image|question)\}", lambda found: parts[found[0]], prompt.turn)


class Stream:
    """Text that grows token by token: shown as far as it is certain, cut before a stop string.

    A character may take several tokens, and a stop string may begin in one token and end in another. What may
    still become either is held back.
    """

    def __init__(
        self, decode: Callable[[Sequence[int]], str], stops: Sequence[str], show: Callable[[str], None]
    ) -> None:
        """Begin with no text.

        Args:
            decode: Returns the text of tokens.
            stops: Texts that end the answer and are no part of it.
            show: Given each piece of text once.
        """
        self._decode = decode
        self._stops = [stop for stop in stops if stop]
        self._show = show
        self._tokens: list[int] = []
        self._before = 0
        self._read = 0
        self._text = ""
        self._shown = 0
        self.stopped = False

    @property
    def text(self) -> str:
        """The certain text so far, without white space at its borders."""
        return self._text[: self._shown].strip()

    def add(self, token: int) -> bool:
        """Take a token; returns whether a stop string is complete now."""
        self._tokens.append(token)
        known = self._decode(self._tokens[self._before : self._read])
        now = self._decode(self._tokens[self._before :])
        if now.endswith(UNFINISHED) or len(now) <= len(known):
            return False
        self._text += now[len(known) :]
        self._before, self._read = self._read, len(self._tokens)
        return self._advance(last=False)

    def finish(self) -> str:
        """Show what was held back, and return the whole text; half a character at the end is left out."""
        if not self.stopped:
            known = self._decode(self._tokens[self._before : self._read])
            now = self._decode(self._tokens[self._before :])
            self._text += now[len(known) :].rstrip(UNFINISHED)
            self._advance(last=True)
        return self.text

    def _advance(self, *, last: bool) -> bool:
        found = [at for at in (self._text.find(stop) for stop in self._stops) if at >= 0]
        if found:
            self.stopped = True
            self._text = self._text[: min(found)]
        certain = len(self._text) if self.stopped or last else len(self._text) - self._held_back()
        piece = self._text[self._shown : certain]
        if not self._text[: self._shown].strip():
            piece = piece.lstrip()
        if certain > self._shown:
            self._shown = certain
            if piece:
                self._show(piece)
        return self.stopped

    def _held_back(self) -> int:
        """Return how many characters at the end may be the beginning of a stop string."""
        longest = 0
        for stop in self._stops:
            for length in range(min(len(stop) - 1, len(self._text)), 0, -1):
                if self._text.endswith(stop[:length]):
                    longest = max(longest, length)
                    break
        return longest
