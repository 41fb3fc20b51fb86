"""The tokenizer of a snapshot, as the one file that the engine reads, and its special tokens."""

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tokenizers import Tokenizer

from models.image_text.errors import SnapshotError
from models.image_text.snapshots import Snapshot

TOKENIZER_FILE = "tokenizer.json"
PLAIN_WORDS = ("SiglipTokenizer",)
"""Classes that leave small letters alone of a text: no capitals, no punctuation, one space between words."""


@dataclass(frozen=True)
class Words:
    """A tokenizer.

    Attributes:
        text: Content of ``tokenizer.json``, for the pack.
        tokenizer: Made of it.
        original: That of transformers, to hold it against.
        special: Which token plays which part, for instance ``{"eos_token": "</s>"}``.
    """

    text: str
    tokenizer: Tokenizer
    original: Any
    special: Mapping[str, str]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Words":
        """Read the tokenizer; one that is kept in an older form is brought into the one file.

        Raises:
            SnapshotError: There is none.
        """
        path = snapshot.folder / TOKENIZER_FILE
        text = path.read_text(encoding="utf-8") if path.exists() else None
        try:
            if snapshot.tokenizer.get("tokenizer_class") in PLAIN_WORDS:
                text = of_plain_words(path.read_text(encoding="utf-8"))
                found = _by_itself(text, snapshot)
            else:
                from transformers import AutoTokenizer

                found = AutoTokenizer.from_pretrained(snapshot.folder, local_files_only=True)
            text = text or str(found.backend_tokenizer.to_str())
        except (OSError, ValueError, AttributeError, ImportError) as error:
            raise SnapshotError(
                f"Its tokenizer cannot be read ({error}).",
                which=snapshot.folder,
                remedy="Bring tokenizer.json and tokenizer_config.json from the model's page.",
            ) from error
        special = {
            name: str(token) for name, token in found.special_tokens_map.items() if isinstance(token, str)
        }
        return cls(text, Tokenizer.from_str(text), found, special)

    def id_of(self, part: str) -> int | None:
        """Return the id of the token that plays a part, such as ``eos_token``; None if none does."""
        token = self.special.get(part)
        return None if token is None else self.tokenizer.token_to_id(token)

    def tokens(self, text: str, **settings: Any) -> tuple[int, ...]:
        """Return the tokens that transformers makes of a text.

        Args:
            text: Special tokens are understood in it.
            settings: As its tokenizers take them; nothing is put around the text unless they say so.
        """
        return tuple(self.original(text, **{"add_special_tokens": False, **settings})["input_ids"])


def of_plain_words(definition: str) -> str:
    """Return a tokenizer that first makes plain words of a text, from the content of its file.

    The class of transformers for that needs a library of its own, and does it before its tokenizer; the
    engine reads one file alone. A file that does so already stays as good as it was.
    """
    content = json.loads(definition)
    marks = "".join(f"\\{each}" for each in string.punctuation)
    before = [
        {"type": "Lowercase"},
        {"type": "Replace", "pattern": {"Regex": f"[{marks}]"}, "content": ""},
        {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "},
        {"type": "Strip", "strip_left": True, "strip_right": True},
    ]
    own = content.get("normalizer")
    content["normalizer"] = {"type": "Sequence", "normalizers": before + ([] if own is None else [own])}
    return json.dumps(content, ensure_ascii=False)


def _by_itself(definition: str, snapshot: Snapshot) -> Any:
    """Return a tokenizer as transformers uses those of which it knows no class."""
    from transformers import PreTrainedTokenizerFast

    known = ("bos_token", "eos_token", "pad_token", "unk_token", "model_max_length")
    told = {key: snapshot.tokenizer[key] for key in known if snapshot.tokenizer.get(key)}
    # A token can be written with all that its class knows of it.
    plain = {key: value["content"] if isinstance(value, dict) else value for key, value in told.items()}
    return PreTrainedTokenizerFast(tokenizer_object=Tokenizer.from_str(definition), **plain)
