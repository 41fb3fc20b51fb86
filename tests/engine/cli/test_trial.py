"""The trial tells a newcomer what to do next, and that works."""

import re

from engine.cli.commands.trial import SAMPLES, WORD_IN_SAMPLES


def test_the_word_to_search_for_stands_in_several_samples():
    truths = [path.read_text(encoding="utf-8") for path in SAMPLES.glob("*.truth.json")]
    assert sum(bool(re.search(rf"\b{WORD_IN_SAMPLES}\b", truth)) for truth in truths) > 1
