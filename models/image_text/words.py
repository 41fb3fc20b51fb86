"""The tokenizer of a snapshot, as the one file that the engine reads, and its special tokens."""

from collections.abc import Mapping
from dataclasses import dataclass

from tokenizers import Tokenizer

from models.image_text.errors import SnapshotError
from models.image_text.snapshots import Snapshot

TOKENIZER_FILE = "tokenizer.json"


@dataclass(frozen=True)
class Words:
    """A tokenizer.

    Attributes:
        text: Content of ``tokenizer.json``.
        tokenizer: Made of it.
        special: Which token plays which part, for instance ``{"eos_token": "</s>"}``.
    """

    text: str
    tokenizer: Tokenizer
    special: Mapping[str, str]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Words":
        """Read the tokenizer; one that is kept in an older form is brought into the one file.

        Raises:
            SnapshotError: There is none.
        """
        from transformers import AutoTokenizer

        try:
            found = AutoTokenizer.from_pretrained(snapshot.folder, local_files_only=True)
            text = found.backend_tokenizer.to_str()
        except (OSError, ValueError, AttributeError, ImportError) as error:
            raise SnapshotError(
                f"Its tokenizer cannot be read ({error}).",
                which=snapshot.folder,
                remedy="Bring tokenizer.json and tokenizer_config.json from the model's page.",
            ) from error
        plain = snapshot.folder / TOKENIZER_FILE
        if plain.exists():
            text = plain.read_text(encoding="utf-8")
        special = {
            name: str(token) for name, token in found.special_tokens_map.items() if isinstance(token, str)
        }
        return cls(text, Tokenizer.from_str(text), special)

    def id_of(self, part: str) -> int | None:
        """Return the id of the token that plays a part, such as ``eos_token``; None if none does."""
        token = self.special.get(part)
        return None if token is None else self.tokenizer.token_to_id(token)
