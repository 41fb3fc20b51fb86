"""Whoever watches over the server sees figures, and nobody else; alerts and dashboard ask for those."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from headquarters.app import create_app
from headquarters.operations.erasure_list import ErasureListDamagedError
from headquarters.operations.facts import amounts, health_of
from headquarters.operations.maintenance import maintain

PACKAGING = Path(__file__).parents[3] / "packaging" / "headquarters"


def here(app):
    return TestClient(app, base_url="http://hq.example", client=("127.0.0.1", 5000))


def test_figures_are_given_on_this_computer_where_no_token_is_set(app):
    answer = here(app).get("/metrics")
    assert answer.status_code == 200
    assert "sanduku_database_up 1.0" in answer.text


def test_figures_are_not_given_to_others_or_through_a_proxy(app, client):
    assert client.get("/metrics").status_code == 403
    assert here(app).get("/metrics", headers={"X-Forwarded-For": "10.0.0.1"}).status_code == 403


def test_figures_are_given_for_the_token(headquarters):
    app = create_app(replace(headquarters, settings=replace(headquarters.settings, metrics_token="s3cret")))
    for shown, status in (("Bearer s3cret", 200), ("Bearer other", 403), ("Bearer ünlike", 403), ("", 403)):
        answer = here(app).get("/metrics", headers={"Authorization": shown.encode()})
        assert answer.status_code == status


def test_figures_count_what_is_here(laptop, headquarters, clock):
    laptop.log.document(b"%PDF not sent")
    laptop.log.tags(3)
    laptop.send_all()
    text = laptop.client.app.state.figures.text().decode()
    for line in ("sanduku_entries 5.0", "sanduku_files_missing 1.0", "sanduku_devices 1.0"):
        assert line in text
    assert 'sanduku_requests_total{method="POST",route="/v1/sync/changes",status="200"} 1.0' in text


def test_a_device_that_stays_away_is_silent_unless_it_was_shut_out(laptop, headquarters, clock):
    from datetime import timedelta

    from headquarters.devices.registry import revoke

    clock.forward(hours=73)
    with headquarters.database.transaction() as session:
        found = amounts(session, clock.now(), timedelta(hours=72))
        assert (found.silent_devices, found.longest_silence) == (1, 73 * 3600.0)
        revoke(session, laptop.team, laptop.device, reason="", actor="x", clock=clock)
        assert amounts(session, clock.now(), timedelta(hours=72)).silent_devices == 0


def test_a_database_that_does_not_answer_is_a_figure(headquarters):
    from headquarters.database import Database

    gone = Database("postgresql://postgres@/none?host=/nowhere")
    app = create_app(replace(headquarters, database=gone))
    assert "sanduku_database_up 0.0" in here(app).get("/metrics").text
    gone.close()


def test_the_server_knows_how_it_is(headquarters):
    health = health_of(headquarters)
    assert 0 < health.memory_used < 1
    assert health.database_version.startswith("18")
    assert (health.last_backup, health.entries_since) == (None, 0)


def test_maintenance_removes_what_is_past_its_time(laptop, headquarters, clock):
    laptop.challenge()
    clock.forward(days=31)
    assert maintain(headquarters) == {"records": 0, "files": 0, "tokens": 1}


def test_files_of_erased_records_go_although_the_list_of_erasures_is_damaged(headquarters, monkeypatch):
    swept = []
    monkeypatch.setattr("headquarters.operations.maintenance.sweep", lambda there: swept.append(there) or 0)
    headquarters.settings.erasures.write_text("damaged\n")
    with pytest.raises(ErasureListDamagedError):
        maintain(headquarters)
    assert swept == [headquarters]


def test_admin_addresses_are_closed_to_strangers_and_laptops(laptop):
    for path in ("/health/detailed", "/stats"):
        assert laptop.client.get(path).status_code == 401
        assert laptop.client.get(path, headers=laptop.permission).status_code == 401


def figures(client):
    """Return the names of all figures that there are."""
    client.get("/health")
    text = client.app.state.figures.text().decode()
    return set(re.findall(r"^(sanduku_\w+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["alerts.yml", "grafana.json"])
def test_alerts_and_dashboard_ask_for_figures_that_there_are(client, name):
    asked = set(re.findall(r"\bsanduku_\w+", (PACKAGING / name).read_text(encoding="utf-8")))
    assert len(asked) > 5
    assert asked - figures(client) == set()


def test_the_alerts_are_those_that_were_promised():
    import yaml

    groups = yaml.safe_load((PACKAGING / "alerts.yml").read_text(encoding="utf-8"))["groups"]
    rules = {rule["alert"]: rule for group in groups for rule in group["rules"]}
    assert rules["TooManyErrors"]["for"] == "2m"
    assert "> 0.10" in rules["TooManyErrors"]["expr"]
    assert rules["MemoryShort"]["for"] == "5m"
    assert "> 0.90" in rules["MemoryShort"]["expr"]
    assert "> 0.2" in rules["SlowAnswers"]["expr"]
    assert "sanduku_devices_silent" in rules["DevicesSilent"]["expr"]


def test_the_dashboard_is_one_that_grafana_reads():
    dashboard = json.loads((PACKAGING / "grafana.json").read_text(encoding="utf-8"))
    assert dashboard["title"]
    assert len({panel["id"] for panel in dashboard["panels"]}) == len(dashboard["panels"])
    assert all(panel["targets"] and panel["title"] for panel in dashboard["panels"])
