"""Photos are sorted by published questions, told in five languages."""

from engine.taxonomy import taxonomy

LANGUAGES = ("en", "fr", "es", "ar", "sw")


def test_the_taxonomy_has_its_published_labels_in_five_languages():
    named = {aspect.name: [label.name for label in aspect.labels] for aspect in taxonomy().aspects}
    assert named["damage-severity"] == ["severe", "mild", "little-or-none"]
    assert len(named["disaster-type"]) == 7
    assert len(named["humanitarian"]) == 4
    for aspect in taxonomy().aspects:
        assert set(aspect.question) == set(LANGUAGES)
        for label in aspect.labels:
            assert set(label.words) == set(LANGUAGES)
            assert len(label.seen) >= 3
        for language in LANGUAGES:
            assert len({label.words[language] for label in aspect.labels}) == len(aspect.labels)


def test_a_label_of_another_version_is_told_by_its_name():
    assert taxonomy().words("damage-severity", "severe", "sw") == "mkubwa"
    assert taxonomy().words("damage-severity", "gone", "sw") == "gone"
