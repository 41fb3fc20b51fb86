"""A device shows that it is itself by what it signs; whoever was shut out is refused at once."""

import base64
import json
from dataclasses import replace

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, OKPKey
from sqlalchemy import func, select

from engine.sync.wire.enrolment import EnrolReply, RefreshRequest, RekeyRequest, TokenRequest, Tokens
from engine.sync.wire.hello import Hello
from engine.sync.wire.parsing import to_base64
from engine.sync.wire.positions import BEGINNING
from engine.sync.wire.signatures import new_private_key, public_key_of
from headquarters import audit
from headquarters.devices.permissions import AccessTokens
from headquarters.devices.registry import devices_of, revoke
from headquarters.sync.tables import Stream
from tests.headquarters.laptops import JSON, Laptop, team_called


def refresh(laptop, token):
    return laptop.client.post("/v1/auth/refresh", content=RefreshRequest(token).encode(), headers=JSON)


def shut_out(headquarters, laptop):
    with headquarters.database.transaction() as session:
        revoke(session, laptop.team, laptop.device, reason="lost", actor="hq:test", clock=headquarters.clock)


def asked(laptop, token):
    return laptop.client.get(
        "/v1/sync/down", params={"after": 0, "hash": "0" * 64}, headers={"Authorization": f"Bearer {token}"}
    )


def test_a_signed_challenge_gives_a_permission_that_opens_the_stream(laptop):
    assert laptop.hello().have.seq == 0


def test_without_a_permission_nothing_opens(laptop):
    laptop.tokens = None
    answer = laptop.say_hello()
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.required")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_challenge_is_good_once(laptop):
    challenge = laptop.challenge()
    assert laptop.token(challenge).status_code == 200
    again = laptop.token(challenge)
    assert (again.status_code, again.json()["code"]) == (401, "auth.refused")


def test_a_challenge_that_was_signed_wrongly_is_used_up(laptop):
    challenge = laptop.challenge()
    assert laptop.token(challenge, key=new_private_key()).status_code == 401
    assert laptop.token(challenge).status_code == 401


def test_a_challenge_expires(laptop, clock):
    challenge = laptop.challenge()
    clock.forward(seconds=301)
    assert laptop.token(challenge).json()["code"] == "auth.refused"


def test_a_challenge_is_for_one_device(client, headquarters, team, laptop):
    other = Laptop.enrolled(client, headquarters, team)
    assert other.token(laptop.challenge()).json()["code"] == "auth.refused"


def test_a_signature_for_another_headquarters_opens_nothing(laptop):
    assert laptop.token(laptop.challenge(), hq="another").json()["code"] == "auth.refused"


def test_a_permission_expires_by_the_clock_of_headquarters(laptop, clock):
    clock.forward(minutes=31)
    answer = laptop.say_hello()
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.expired")


def test_a_permission_is_renewed_once(laptop):
    old = laptop.tokens.refresh
    new = Tokens.decode(refresh(laptop, old).content)
    assert asked(laptop, new.access).status_code == 200
    again = refresh(laptop, old)
    assert (again.status_code, again.json()["code"]) == (401, "auth.reused")


def test_using_an_old_one_again_ends_all_that_came_of_the_same_signature(laptop):
    old = laptop.tokens.refresh
    new = Tokens.decode(refresh(laptop, old).content)
    refresh(laptop, old)
    assert refresh(laptop, new.refresh).json()["code"] == "auth.refused"
    assert asked(laptop, new.access).json()["code"] == "auth.refused"
    laptop.sign_in()
    assert laptop.say_hello().status_code == 200


def test_what_renews_expires_too(laptop, clock):
    clock.forward(days=31)
    assert refresh(laptop, laptop.tokens.refresh).json()["code"] == "auth.expired"


def test_a_device_that_is_shut_out_is_refused_with_its_next_request(laptop, headquarters):
    challenge = laptop.challenge()
    shut_out(headquarters, laptop)
    for answer in (
        laptop.say_hello(),
        laptop.token(challenge),
        laptop.client.post(
            "/v1/auth/challenge", content=json.dumps({"device": laptop.device}).encode(), headers=JSON
        ),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "device.revoked")
    assert refresh(laptop, laptop.tokens.refresh).status_code == 401


def test_an_unknown_device_gets_no_challenge(laptop):
    answer = laptop.client.post("/v1/auth/challenge", content=b'{"device":"nobody"}', headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (404, "device.unknown")


def parts_of(token):
    return [json.loads(base64.urlsafe_b64decode(part + "==")) for part in token.split(".")[:2]]


def encoded(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def forged(laptop, kind):
    header, claims = parts_of(laptop.tokens.access)
    signature = laptop.tokens.access.split(".")[2]
    match kind:
        case "unsigned":
            return f"{encoded({'alg': 'none'})}.{encoded(claims)}."
        case "another key":
            return jwt.encode(header, claims, OKPKey.generate_key("Ed25519"), algorithms=["Ed25519"])
        case "public key as a secret":
            secret = OctKey.import_key(laptop.headquarters.identity.public_key)
            return jwt.encode({"alg": "HS256"}, claims, secret, algorithms=["HS256"])
        case "longer life":
            claims["exp"] += 10**6
            return f"{encoded(header)}.{encoded(claims)}.{signature}"
        case "another device":
            claims["sub"] = "somebody"
            return f"{encoded(header)}.{encoded(claims)}.{signature}"
        case "cut off":
            return laptop.tokens.access[:-4]
        case "no token":
            return "x" * 5000
        case "not base64":
            return "*.*.*"
        case "what renews":
            return laptop.tokens.refresh
        case "another purpose" | "another headquarters" | "no end" | "no purpose" | "no family":
            return signed_by_headquarters(laptop, header, claims, kind)


def signed_by_headquarters(laptop, header, claims, kind):
    """What the key of headquarters signs for something else is no permission either."""
    changes = {
        "another purpose": {"use": "receipt"},
        "another headquarters": {"iss": "somewhere"},
        "no end": {"exp": None},
        "no purpose": {"use": None},
        "no family": {"fam": None},
    }[kind]
    kept = {name: value for name, value in (claims | changes).items() if value is not None}
    identity = laptop.headquarters.identity
    seal = AccessTokens(identity.signing_key, identity.hq_id, laptop.headquarters.clock)._key
    return jwt.encode(header, kept, seal, algorithms=["Ed25519"])


@pytest.mark.parametrize(
    "kind",
    [
        "unsigned", "another key", "public key as a secret", "longer life", "another device", "cut off",
        "no token", "not base64", "what renews", "another purpose", "another headquarters", "no end",
        "no purpose", "no family",
    ],
)  # fmt: skip
def test_a_forged_permission_opens_nothing(laptop, kind):
    answer = asked(laptop, forged(laptop, kind))
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.refused")


def rekey_of(laptop, key, **changes):
    request = RekeyRequest.sign(
        laptop.key,
        hq=laptop.headquarters.identity.hq_id,
        former=laptop.device,
        library_id=laptop.log.library,
        device_id="a-new-one",
        epoch=2,
        public_key=public_key_of(key),
    )
    return laptop.client.post("/v1/devices/rekey", content=replace(request, **changes).encode(), headers=JSON)


def test_a_copy_goes_on_as_a_device_of_its_own_and_the_former_stays(laptop, headquarters):
    key = new_private_key()
    answer = rekey_of(laptop, key)
    assert answer.status_code == 201
    assert rekey_of(laptop, key).content == answer.content, "the answer may have been lost"
    copy = Laptop(laptop.client, headquarters, laptop.log.copy())
    copy.key, copy.device = key, EnrolReply.decode(answer.content).device
    copy.sign_in()
    assert copy.say_hello().status_code == 200
    assert laptop.say_hello().status_code == 200
    with headquarters.database.transaction() as session:
        assert {each.former_id for each in devices_of(session, laptop.team)} == {None, laptop.device}


def test_copies_of_one_library_are_told_apart_by_name_at_once(laptop, headquarters):
    for place, device in enumerate(("a-second", "a-third")):
        request = RekeyRequest.sign(
            laptop.key,
            hq=headquarters.identity.hq_id,
            former=laptop.device,
            library_id=laptop.log.library,
            device_id=device,
            epoch=2 + place,
            public_key=public_key_of(new_private_key()),
        )
        path = "/v1/devices/rekey"
        assert laptop.client.post(path, content=request.encode(), headers=JSON).status_code == 201
    with headquarters.database.transaction() as session:
        names = sorted(each.name for each in devices_of(session, laptop.team))
    assert names == ["Laptop of Asha", "Laptop of Asha (2)", "Laptop of Asha (3)"]


def test_nobody_else_can_vouch_for_a_copy(laptop, foreign_laptop):
    key = new_private_key()
    stolen = rekey_of(laptop, key, former=foreign_laptop.device, library_id=foreign_laptop.log.library)
    assert (stolen.status_code, stolen.json()["code"]) == (401, "auth.refused")
    assert rekey_of(laptop, key, public_key=public_key_of(new_private_key())).status_code == 401
    assert rekey_of(laptop, key, library_id="another").json()["code"] == "forbidden"


def test_a_copy_needs_a_key_that_nobody_has(laptop, foreign_laptop):
    for key in (laptop.key, foreign_laptop.key):
        answer = rekey_of(laptop, key)
        assert (answer.status_code, answer.json()["code"]) == (409, "device.key-taken")


def test_a_device_that_is_shut_out_vouches_for_nobody(laptop, headquarters):
    shut_out(headquarters, laptop)
    assert rekey_of(laptop, new_private_key()).json()["code"] == "device.revoked"


def test_a_team_cannot_shut_out_a_device_of_another(laptop, headquarters):
    from headquarters.errors import NoSuchThingError

    other = team_called(headquarters, "Goma")
    with headquarters.database.transaction() as session, pytest.raises(NoSuchThingError):
        revoke(session, other.id, laptop.device, reason="", actor="hq:x", clock=headquarters.clock)
    assert laptop.say_hello().status_code == 200


def test_a_device_may_ask_only_so_often(laptop, headquarters, app):
    from headquarters.protection.rates import Rates

    app.state.rates = Rates(replace(headquarters.settings, requests_per_minute=2))
    assert [laptop.say_hello().status_code for _ in range(3)] == [200, 200, 429]


def test_keys_travel_as_base64url(laptop):
    assert len(to_base64(public_key_of(laptop.key))) == 43


def copy_by_the_key_of(laptop, headquarters):
    key = new_private_key()
    answer = rekey_of(laptop, key)
    copy = Laptop(laptop.client, headquarters, laptop.log.copy())
    copy.key, copy.team = key, laptop.team
    copy.device = EnrolReply.decode(answer.content).device
    copy.sign_in()
    return copy


def test_whoever_joined_by_the_key_of_a_laptop_is_shut_out_with_it(laptop, headquarters):
    copy = copy_by_the_key_of(laptop, headquarters)
    its_own = copy_by_the_key_of(copy, headquarters)
    shut_out(headquarters, laptop)
    for each in (laptop, copy, its_own):
        assert each.say_hello().json()["code"] == "device.revoked"
    with headquarters.database.transaction() as session:
        told = [entry.details for entry in audit.entries(session) if entry.action == "device.revoked"]
    assert told.count({"vouched_for_by": laptop.device}) == 2


def test_a_copy_in_good_hands_can_be_left_in(laptop, headquarters):
    copy = copy_by_the_key_of(laptop, headquarters)
    with headquarters.database.transaction() as session:
        out = revoke(
            session, laptop.team, laptop.device, reason="lost", actor="hq:test",
            clock=headquarters.clock, alone=True,
        )  # fmt: skip
    assert out == [laptop.device]
    assert copy.say_hello().status_code == 200


def test_shutting_out_a_copy_leaves_the_former_in(laptop, headquarters):
    shut_out(headquarters, copy_by_the_key_of(laptop, headquarters))
    assert laptop.say_hello().status_code == 200


def signed_with_hello(laptop, **changes):
    log = laptop.log
    hello = Hello(
        app="sanduku 0.1",
        library=log.library,
        device=log.device,
        epoch=log.epoch,
        tip=log.tip,
        checkpoints=(log.tip, BEGINNING),
        down=BEGINNING,
        down_checkpoints=(BEGINNING,),
    )
    request = TokenRequest.sign(
        changes.pop("key", laptop.key),
        hq=laptop.headquarters.identity.hq_id,
        device=laptop.device,
        challenge=laptop.challenge(),
        hello=replace(hello, **changes),
    )
    return laptop.client.post("/v1/auth/token", content=request.encode(), headers=JSON)


def test_a_hello_along_with_a_signature_is_answered_as_one_that_comes_by_itself(laptop):
    given = Tokens.decode(signed_with_hello(laptop).content)
    laptop.tokens = given
    assert given.hello == laptop.hello()
    assert laptop.send(given.hello.stream, 0).status_code == 200


def test_a_hello_along_with_a_signature_that_does_not_hold_does_nothing(laptop, headquarters):
    answer = signed_with_hello(laptop, key=new_private_key())
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.refused")
    with headquarters.database.transaction() as session:
        assert session.scalar(select(func.count()).select_from(Stream)) == 0


def test_a_hello_that_is_refused_leaves_the_permission_to_say_it_again(laptop):
    answer = signed_with_hello(laptop, library="another")
    assert answer.status_code == 200
    laptop.tokens = Tokens.decode(answer.content)
    assert laptop.tokens.hello is None
    assert laptop.say_hello().status_code == 200
