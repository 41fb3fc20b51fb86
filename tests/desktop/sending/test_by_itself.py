"""What happens without anybody pressing Send: automatic sending, its limits, and settings of headquarters."""

from tests.desktop.elsewhere import elsewhere
from tests.desktop.sending.conftest import sending
from tests.desktop.sending.test_sending_work import pill


def asked_by(door) -> list[str]:
    def look() -> list[str]:
        with door.open() as library:
            return [each.asked_by for each in library.exchange.network_log.latest() if each.purpose == "sync"]

    return elsewhere(look)


def test_work_is_sent_by_itself_only_where_the_settings_say_so_and_not_again_at_once(joined, sits_down):
    person = sits_down(joined)
    desk = person.frame.sending.desk
    desk.send_if_due()
    assert not desk.busy
    person.frame.settings.set("network.use", "automatic")
    desk.send_if_due()
    assert desk.busy
    person.waits_until(lambda: pill(person) == "All sent")
    desk.send_if_due()
    assert not desk.busy
    assert asked_by(joined) == ["program"]


def test_after_a_try_that_failed_it_waits_before_the_next(joined, sits_down, headquarters):
    for device in headquarters.contents.devices.values():
        device.revoked = True
    person = sits_down(joined)
    desk = person.frame.sending.desk
    person.frame.settings.set("network.use", "automatic")
    desk.send_if_due()
    person.waits_until(lambda: pill(person) == "Not sent, 2 waiting")
    desk.send_if_due()
    assert not desk.busy


def test_the_data_of_the_day_is_a_limit_that_is_told(joined, sits_down):
    def use() -> None:
        with joined.open() as library:
            log = library.exchange.network_log
            log.add(log.begin("hq", "sync", asked_by="person"), sent=999_000, received=0, seconds=1)

    elsewhere(use)
    person = sits_down(joined)
    person.frame.settings.set("network.daily_megabytes", "1")
    view = sending(person)
    person.waits_until(lambda: "of" in view.to_send.used.text())
    person.clicks(view.to_send.send)
    person.waits_until(lambda: view.to_send.problem.isVisible())
    assert "1 MB" in view.to_send.problem.text()
    assert "tomorrow" in view.to_send.problem.text()


def test_how_pages_are_read_headquarters_may_set_and_nothing_of_the_network(joined, sits_down, headquarters):
    person = sits_down(joined)
    person.presses("Ctrl+Shift+U")
    person.waits_until(lambda: pill(person) == "All sent")
    [library] = headquarters.contents.libraries
    headquarters.send_down(
        library, "settings", "set", {"reading.doubt_threshold": 0.8, "network.use": "automatic"}
    )
    person.presses("Ctrl+Shift+U")
    person.reads("has changed 1 setting of the reading")
    settings = person.frame.settings.settings
    assert settings.reading.doubt_threshold == 0.8
    assert settings.network.use == "manual"
