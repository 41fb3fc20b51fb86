"""A laptop joins with an invitation that is good once, and its request may come again."""

from engine.intake.codes import codes_on
from engine.sync.wire.invitation import Invitation
from engine.sync.wire.signatures import new_private_key, public_key_of
from headquarters.devices.registry import devices_of
from headquarters.enrolment.invitations import cancel, invitations_of, invite
from headquarters.enrolment.pictures import qr_png, qr_svg, qr_terminal
from tests.headquarters.laptops import Laptop, code_for, team_called


def made(headquarters, team):
    with headquarters.database.transaction() as session:
        return invite(session, headquarters, team, label="Asha", actor="hq:test")


def states(headquarters, team):
    with headquarters.database.transaction() as session:
        return [each.state for each in invitations_of(session, team.id, headquarters.clock.now())]


def test_a_laptop_joins_the_team_of_its_invitation(client, headquarters, team):
    laptop = Laptop(client, headquarters)
    answer = laptop.enrol(code_for(headquarters, team))
    assert answer.status_code == 201
    assert answer.json()["team"] == team.id
    assert answer.json()["role"] == "device"
    assert states(headquarters, team) == ["used"]


def test_a_code_is_taken_however_it_was_typed(client, headquarters, team):
    code = code_for(headquarters, team)
    assert Laptop(client, headquarters).enrol(code.replace("-", " ").lower()).status_code == 201


def test_the_same_request_again_gets_the_same_answer(client, headquarters, team, clock):
    laptop, code = Laptop(client, headquarters), code_for(headquarters, team)
    first = laptop.enrol(code)
    clock.forward(days=400)  # the answer was lost, and the laptop comes by a year later
    again = laptop.enrol(code).json()
    assert again.pop("challenge") != first.json()["challenge"]
    assert again == {name: value for name, value in first.json().items() if name != "challenge"}


def test_what_comes_with_joining_can_be_signed_once(client, headquarters, team):
    laptop = Laptop(client, headquarters)
    joined = laptop.enrol(code_for(headquarters, team)).json()
    laptop.device = joined["device"]
    assert laptop.token(joined["challenge"], key=new_private_key()).status_code == 401
    assert laptop.token(joined["challenge"]).status_code == 401, "it is used up"
    again = Laptop(client, headquarters)
    joined = again.enrol(code_for(headquarters, team)).json()
    again.device = joined["device"]
    assert again.token(joined["challenge"]).status_code == 200


def test_a_code_is_good_for_one_laptop(client, headquarters, team):
    code = code_for(headquarters, team)
    Laptop(client, headquarters).enrol(code)
    other = Laptop(client, headquarters).enrol(code)
    assert (other.status_code, other.json()["code"]) == (409, "enrol.code-used")


def test_an_expired_code_lets_nobody_in(client, headquarters, team, clock):
    code = code_for(headquarters, team)
    clock.forward(days=15)
    answer = Laptop(client, headquarters).enrol(code)
    assert (answer.status_code, answer.json()["code"]) == (410, "enrol.code-expired")


def test_a_cancelled_or_invented_code_lets_nobody_in(client, headquarters, team):
    invitation_id, invitation = made(headquarters, team)
    with headquarters.database.transaction() as session:
        cancel(session, headquarters, team.id, invitation_id, actor="hq:test")
    for code in (invitation.code, "AAAA-AAAA-AAAA-AAAA"):
        answer = Laptop(client, headquarters).enrol(code)
        assert (answer.status_code, answer.json()["code"]) == (403, "enrol.code-unknown")
    assert states(headquarters, team) == ["cancelled"]


def test_a_key_belongs_to_one_device(client, headquarters, team):
    first, second = Laptop(client, headquarters), Laptop(client, headquarters)
    second.key = first.key
    first.enrol(code_for(headquarters, team))
    answer = second.enrol(code_for(headquarters, team))
    assert (answer.status_code, answer.json()["code"]) == (409, "device.key-taken")


def test_a_library_is_in_one_team_at_a_time(client, headquarters, team, laptop):
    answer = Laptop(client, headquarters, laptop.log).enrol(
        code_for(headquarters, team_called(headquarters, "Goma"))
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "enrol.library-taken")


def test_a_malformed_request_is_told_without_what_it_said(client, headquarters):
    answer = client.post(
        "/v1/enrol",
        content=b'{"code":"secret of Asha","library_id":7}',
        headers={"Content-Type": "application/json"},
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "request.malformed")
    assert "Asha" not in answer.text


def test_a_name_that_would_upset_a_page_is_kept_as_one_plain_line(client, headquarters, team):
    laptop = Laptop(client, headquarters)
    laptop.enrol(code_for(headquarters, team), device_name="a\u202eb\nc\x1b[31m")
    from headquarters.devices.registry import devices_of

    with headquarters.database.transaction() as session:
        assert devices_of(session, team.id)[0].name == "a b c [31m"


def test_laptops_that_call_themselves_alike_are_told_apart_by_a_number(client, headquarters, team):
    for name in ("Lenovo", "Lenovo", "Lenovo (7)", "Lenovo (7)", "100%_"):
        laptop = Laptop(client, headquarters)
        assert laptop.enrol(code_for(headquarters, team), device_name=name).status_code == 201
    with headquarters.database.transaction() as session:
        names = [each.name for each in devices_of(session, team.id)]
    assert sorted(names) == ["100%_", "Lenovo", "Lenovo (2)", "Lenovo (3)", "Lenovo (7)"]


def test_an_invitation_tells_whom_to_trust_and_is_drawn_as_a_qr_code(headquarters, team):
    _id, invitation = made(headquarters, team)
    assert Invitation.decode(invitation.encode()) == invitation
    assert invitation.signing_key == headquarters.identity.public_key
    assert invitation.urls == ("https://hq.example",)
    assert qr_png(invitation).startswith(b"\x89PNG")
    assert qr_svg(invitation).startswith(b"<svg")
    assert "▀" in qr_terminal(invitation) or "█" in qr_terminal(invitation)


def test_a_qr_code_reads_back_as_the_invitation(headquarters, team):
    import cv2
    import numpy as np

    _id, invitation = made(headquarters, team)
    picture = cv2.imdecode(np.frombuffer(qr_png(invitation), np.uint8), cv2.IMREAD_COLOR_RGB)
    # As a laptop looks for it: OpenCV's other detector alone fails on one picture in ten.
    assert invitation.encode() in codes_on(picture)


def test_joining_is_counted_by_address(client, headquarters, app):
    from dataclasses import replace

    from headquarters.protection.rates import Rates

    app.state.rates = Rates(replace(headquarters.settings, strangers_per_minute=3))
    answers = [Laptop(client, headquarters).enrol("AAAA-AAAA-AAAA-AAAA") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [403, 403, 403, 429, 429]
    assert answers[-1].headers["retry-after"] == "60"


def test_keys_are_ed25519_and_of_the_right_length(client, headquarters, team):
    laptop = Laptop(client, headquarters)
    answer = laptop.enrol(code_for(headquarters, team), public_key=public_key_of(new_private_key())[:31])
    assert answer.status_code == 422
