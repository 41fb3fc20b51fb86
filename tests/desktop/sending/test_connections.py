"""The page "Connections" tells what is under way from what was cut off."""

from concurrent.futures import ThreadPoolExecutor

from desktop.sending.view import SendingView
from tests.desktop.elsewhere import with_library
from tests.desktop.sending.conftest import sending


def outcomes(view: SendingView) -> list[str]:
    """Return what the page says of the two latest uses of the network."""
    table = view.log.table
    cells = [table.item(row, 4) for row in range(min(2, table.rowCount()))]
    return [cell.text() for cell in cells if cell is not None]


def test_a_use_of_the_network_is_under_way_while_its_program_lives_and_cut_off_after(joined, sits_down):
    with_library(joined, lambda library: library.exchange.network_log.begin("hq", "fetch", asked_by="person"))
    person = sits_down(joined)
    view = sending(person)
    with ThreadPoolExecutor(1) as another_program:
        library = another_program.submit(joined.open).result()
        try:
            log = library.exchange.network_log
            another_program.submit(log.begin, "hq", "sync", asked_by="person").result()
            view.tabs.setCurrentWidget(view.log)
            person.waits_until(lambda: outcomes(view) == ["Under way", "Cut off"])
        finally:
            another_program.submit(library.close).result()
    view.tabs.setCurrentWidget(view.to_send)
    view.tabs.setCurrentWidget(view.log)
    person.waits_until(lambda: outcomes(view) == ["Cut off", "Cut off"])
