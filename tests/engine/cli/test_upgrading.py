"""Whoever opens a library of an earlier version sees how far it is; all others see nothing."""

import io

from rich.console import Console

from engine.cli.upgrading import EVERY, upgrade_shown


def shown(*, terminal, pages):
    console = Console(file=io.StringIO(), force_terminal=terminal, width=80)
    with upgrade_shown(console) as progress:
        for done in range(1, pages + 1):
            progress.update(done=done, total=None, label=f"{done} pages")
    return console.file.getvalue()


def test_a_library_that_is_up_to_date_shows_nothing():
    assert shown(terminal=True, pages=0) == ""


def test_pages_are_told_while_they_are_made_searchable_anew():
    assert f"{2 * EVERY} pages" in shown(terminal=True, pages=2 * EVERY)


def test_nothing_is_drawn_where_nobody_watches():
    assert shown(terminal=False, pages=2 * EVERY) == ""
