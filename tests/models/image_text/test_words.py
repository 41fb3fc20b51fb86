"""Tokenizers leave a snapshot as the one file that the engine reads, and give the tokens of transformers."""

import re
import string

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

LINES = ("what is written here", "a queue of people", "ma maison n est pas loin")


def plain(text):
    """Return a text as SigLIP was trained with: its authors' rule, written down a second time."""
    bare = "".join(each for each in text.lower() if each not in string.punctuation)
    return re.sub(r"\s+", " ", bare).strip()


@pytest.fixture(scope="module")
def tokenizer():
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=300, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    made.train_from_iterator(LINES, trainer)
    return made


@pytest.mark.parametrize(
    "text",
    [
        "What is written here?",
        "  A queue -- of *people*, [waiting]: yes/no\t\n? ",
        "\\back^tick`s_and~tildes|{}$#@!%&()+=<>;'\"",
        "Ma maison n’est pas loin. «Été» ÀÉ",
        "ما اسم العائلة؟ ١٢٣.",
        "...",
        "",
    ],
)
def test_plain_words_alone_are_read_where_a_model_was_trained_so(tokenizer, text):
    from models.image_text.words import of_plain_words

    made = Tokenizer.from_str(of_plain_words(tokenizer.to_str()))
    assert made.encode(text).ids == tokenizer.encode(plain(text)).ids
    again = Tokenizer.from_str(of_plain_words(made.to_str()))
    assert again.encode(text).ids == made.encode(text).ids


def test_a_tokenizer_without_the_file_that_the_engine_reads_is_told(made, tmp_path):
    import shutil

    from models.image_text.errors import SnapshotError
    from models.image_text.snapshots import Snapshot
    from models.image_text.words import Words

    shutil.copytree(made("siglip").snapshot, tmp_path / "snapshot")
    (tmp_path / "snapshot" / "tokenizer.json").unlink()
    with pytest.raises(SnapshotError, match="tokenizer cannot be read"):
        Words.of(Snapshot.open(tmp_path / "snapshot"))


def test_texts_of_gemmas_form_are_those_of_transformers(made):
    from models.image_text.snapshots import Snapshot
    from models.image_text.words import Words

    words = Words.of(Snapshot.open(made("siglip2").snapshot))
    assert type(words.original).__name__ == "GemmaTokenizer"
    for text in ("Two  spaces", " before", "é, ما and 🙂", "<eos> within"):
        assert words.tokens(text) == tuple(words.tokenizer.encode(text, add_special_tokens=False).ids)
