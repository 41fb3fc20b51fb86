"""The light enums of the options say what the library's say."""

from engine.cli.words import OrderWord, StateWord, StatusWord
from engine.library import JobState, Order, Status


def test_options_accept_what_the_library_knows():
    for light, full in ((StatusWord, Status), (OrderWord, Order), (StateWord, JobState)):
        assert [word.value for word in light] == [word.value for word in full]
