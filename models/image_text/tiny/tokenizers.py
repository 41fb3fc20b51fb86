"""Tokenizers made on the spot: byte-level, so that they know every script, and small."""

from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

LINES = (
    "What is the family name on this card? Write only the name.",
    "Describe the photo: a damaged house, people in a queue, a truck with relief goods.",
    "Quel est le nom de famille ? Décrivez la photo en une phrase.",
    "¿Cuál es el número del documento? Describa la foto en detalle.",
    "Jina la familia ni nini? Eleza picha hii kwa sentensi moja.",
    "ما اسم العائلة في هذه البطاقة؟ صف الصورة في جملة واحدة.",
    "Name: Amina Hassan Date of birth: 12/03/1987 Document number: A1234567",
    '{"name": "Amina", "age": 37, "items": ["rice", "oil"], "found": true, "note": null}',
)


def byte_level_tokenizer(
    folder: Path,
    special: tuple[str, ...],
    *,
    vocabulary: int = 384,
    roles: dict[str, str],
    chat_template: str | None = None,
) -> PreTrainedTokenizerFast:
    """Make a byte-level tokenizer, and write its files into a snapshot.

    Args:
        folder: The snapshot.
        special: Tokens with a meaning of their own; they come first.
        vocabulary: How many tokens it has, the special ones not counted.
        roles: Which special token plays which part, for instance ``{"eos_token": "<end>"}``.
        chat_template: Of a model that is talked to in turns.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary + len(special),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        special_tokens=[AddedToken(token, special=True) for token in special],
        show_progress=False,
    )
    tokenizer.train_from_iterator(LINES, trainer)
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, **roles)
    fast.chat_template = chat_template
    fast.save_pretrained(folder)
    return fast
