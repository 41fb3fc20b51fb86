"""Tokenizers made on the spot: byte-level, so that they know every script, or in the form of Gemma's."""

import json
from pathlib import Path

from tokenizers import (
    AddedToken,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)
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
GEMMA = {
    "pad_token": "<pad>",
    "eos_token": "<eos>",
    "bos_token": "<bos>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}
"""Special tokens of Gemma, in the order of their numbers."""


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


def gemma_tokenizer(folder: Path, *, model_max_length: int) -> PreTrainedTokenizerFast:
    """Make a tokenizer in the form of Gemma's, as SigLIP 2 has it, and write its files into a snapshot.

    Spaces belong to the word before them, letters that it does not know are spelled in bytes, and each text
    ends with a token.

    Args:
        folder: The snapshot.
        model_max_length: Most tokens of a text, as the tokenizer's configuration tells it.
    """
    lines = LINES[:2]
    tokenizer = Tokenizer(models.BPE(fuse_unk=True, byte_fallback=True, unk_token=GEMMA["unk_token"]))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=[AddedToken(token, special=True) for token in GEMMA.values()],
        show_progress=False,
    )
    tokenizer.train_from_iterator(lines, trainer)
    content = json.loads(tokenizer.to_str())
    vocabulary = content["model"]["vocab"]
    for number in range(256):
        vocabulary[f"<0x{number:02X}>"] = len(vocabulary)
    tokenizer = Tokenizer.from_str(json.dumps(content))
    last = (GEMMA["eos_token"], tokenizer.token_to_id(GEMMA["eos_token"]))
    tokenizer.post_processor = processors.TemplateProcessing(single=f"$A {last[0]}", special_tokens=[last])
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, model_max_length=model_max_length, padding_side="right", **GEMMA
    )
    fast.save_pretrained(folder)
    rename_class(folder, "GemmaTokenizer")
    return fast


def rename_class(folder: Path, name: str) -> None:
    """Tell in a snapshot of which class its tokenizer is."""
    path = folder / "tokenizer_config.json"
    settings = {**json.loads(path.read_text(encoding="utf-8")), "tokenizer_class": name}
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _filled(tokenizer: Tokenizer, count: int) -> Tokenizer:
    """Return a tokenizer with entries that no text gives, up to some number of tokens in all."""
    content = json.loads(tokenizer.to_str())
    vocabulary = content["model"]["vocab"]
    for number in range(len(vocabulary), count):
        vocabulary[f"unused{number}"] = number
    return Tokenizer.from_str(json.dumps(content))
