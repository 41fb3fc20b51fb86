"""Tokenizers made on the spot: byte-level, so that they know every script."""

import json
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors, trainers
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
VOCABULARY = 384
"""Most tokens that are learnt."""


def byte_level_tokenizer(
    folder: Path,
    special: tuple[str, ...],
    *,
    roles: dict[str, str],
    chat_template: str | None = None,
    filled_to: int | None = None,
    around: tuple[str, str] | None = None,
    after: str | None = None,
    model_max_length: int | None = None,
) -> PreTrainedTokenizerFast:
    """Make a byte-level tokenizer, and write its files into a snapshot.

    Args:
        folder: The snapshot.
        special: Tokens with a meaning of their own; they come first.
        roles: Which special token plays which part, for instance ``{"eos_token": "<end>"}``.
        chat_template: Of a model that is talked to in turns.
        filled_to: Tokens in all, those that no text gives among them; None for those that were learnt.
        around: Tokens that are put before and after each text.
        after: Token that is put after each text.
        model_max_length: Most tokens of a text, as the tokenizer's configuration tells it.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY + len(special),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        special_tokens=[AddedToken(token, special=True) for token in special],
        show_progress=False,
    )
    tokenizer.train_from_iterator(LINES, trainer)
    if filled_to is not None:
        tokenizer = _filled(tokenizer, filled_to)
    if around is not None:
        first, last = ((token, tokenizer.token_to_id(token)) for token in around)
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"{around[0]} $A {around[1]}", special_tokens=[first, last]
        )
    if after is not None:
        last = (after, tokenizer.token_to_id(after))
        tokenizer.post_processor = processors.TemplateProcessing(single=f"$A {after}", special_tokens=[last])
    more = {} if model_max_length is None else {"model_max_length": model_max_length}
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, **roles, **more)
    fast.chat_template = chat_template
    fast.save_pretrained(folder)
    return fast


def _filled(tokenizer: Tokenizer, count: int) -> Tokenizer:
    """Return a tokenizer with entries that no text gives, up to some number of tokens in all."""
    content = json.loads(tokenizer.to_str())
    vocabulary = content["model"]["vocab"]
    for number in range(len(vocabulary), count):
        vocabulary[f"unused{number}"] = number
    return Tokenizer.from_str(json.dumps(content))
