"""Of a library full of secrets, and of a computer full of them, none is in a bundle of diagnostics."""

import json
import logging
import shutil
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from engine.answer import Answer, AnswerTask, Provenance
from engine.diagnostics.declared import LEFT_OUT, OTHER, sieve, version
from engine.diagnostics.errors_known import errors_in
from engine.diagnostics.gathering import Gathering, gathering_for
from engine.diagnostics.plan import plan
from engine.diagnostics.writing import DiagnosticsUnwritableError, text_of, write_bundle
from engine.geometry import Quad, Transform
from engine.library import NewDocument, Protection, create_library
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings, NetworkSettings, Places, Settings, save_settings
from engine.sync.joining import begin_to_join
from engine.sync.wire.invitation import Invitation

MARK = "zqx"
"""No word of a bundle has it; every secret does."""
INVITATION = Invitation(
    ("https://hq.example",), "t", "T", "CODE", "hq1", bytes(range(32)), f"age1{'q' * 58}", "",
    "2030-01-01T00:00:00Z",
)  # fmt: skip
LETTERS = st.text(st.characters(codec="utf-8", categories=("Ll", "Lu", "Lo", "Nd")), min_size=3, max_size=12)
SECRETS = LETTERS.map(lambda text: f"{MARK}{text}{MARK}")
PLAIN = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=3, max_size=10).map(
    lambda text: f"{MARK}{text}"
)


def furnish(places: Places, secret: str, plain: str) -> None:
    """Put secrets wherever a person or a file can put words."""
    settings = LibrarySettings(ballast_megabytes=0, author=secret)
    network = NetworkSettings(proxy=f"http://{plain}:{plain}@host", only_with=f"{plain}:80")
    save_settings(Settings(library=settings, network=network), places.settings)
    made = create_library(places.library, protection=Protection(keyring=False), settings=settings)
    with made.library as library:
        new = NewDocument(f"{secret}.jpg", "image/jpeg", 2, content=secret.encode())
        document = library.documents.add(new).document_id
        line = Line(
            text=secret, quad=Quad.from_box(0, 0, 9, 9), confidence=0.5, script="Latn", engine="ppocr",
            language="en",
        )  # fmt: skip
        reading = Reading(
            plain, 40, 20, Transform.identity(), Origin.RECOGNISED, (line,), warnings=(secret,),
            seconds={"read": 0.25, secret: 1.0},
        )  # fmt: skip
        job = library.jobs.claim(secret, lease_seconds=60)
        library.jobs.complete(job, reading, image=b"", thumbnail=b"")
        page = library.documents.pages(document)[0]
        told = Answer(
            AnswerTask.ASK, secret, "en", secret, provenance=Provenance(plain, plain, 1, plain, plain, secret)
        )
        library.questions.ask_one(page.id, AnswerTask.ASK, wishes={"question": secret})
        asked = library.jobs.claim(plain, lease_seconds=60)
        stored = library.answers.complete(asked, told, reading_id=page.reading_id)
        library.answers.correct(stored, secret)
        begin_to_join(library, replace(INVITATION, team=plain, team_name=secret, hq=plain))
        library.connection.run(
            "UPDATE jobs SET state = 'failed', finished_at = queued_at, error_code = ?, error_message = ?"
            " WHERE state = 'queued'",
            (plain, secret),
        )
        library.bulk.add_tag([document], secret)
        library.cases.create(secret, note=secret)
        library.saved_searches.save(secret, secret)
    _log(places, secret, plain)
    pack = places.packs / plain
    pack.mkdir(parents=True)
    (pack / "pack.json").write_text(json.dumps({"name": plain, "title": secret}))
    programs = places.data / "programs"
    (programs / plain).mkdir(parents=True)
    (programs / "current.json").write_text(
        json.dumps({"format": 1, "version": "", "signer": secret, "gave_up": plain})
    )


def _log(places: Places, secret: str, plain: str) -> None:
    places.logs.mkdir(parents=True)
    (places.logs / "faults.log").write_text(
        f'Traceback (most recent call last):\n  File "/home/{plain}/{secret}.py", line 3\n'
        f"ValueError: {secret}\n{plain}Error: x\n{secret}: y\n[{plain}.{plain}] {secret}\n",
        encoding="utf-8",
    )
    (places.logs / "worker.log").write_text(f"[page.damaged] {secret}\n[{plain}] no\n", encoding="utf-8")
    (places.logs / f"{plain}.log").write_text(secret, encoding="utf-8")
    handler = logging.FileHandler(places.logs / "desktop.log", encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.emit(logging.LogRecord("sanduku", logging.ERROR, secret, 0, secret, None, None))
    handler.close()


@how(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(secret=SECRETS, plain=PLAIN)
def test_no_secret_is_in_a_bundle(tmp_path_factory, secret, plain):
    home = tmp_path_factory.mktemp(f"home-{plain}")
    places = Places(home / plain)
    furnish(places, secret, plain)
    bundle = gathering_for(places, [places.library, home / secret]).bundle()
    write_bundle(bundle, home / "bundle.zip")
    with zipfile.ZipFile(home / "bundle.zip") as archive:
        content = "".join(archive.read(name).decode() for name in archive.namelist())
    assert MARK not in content.casefold()
    assert str(home) not in content
    assert secret not in json.dumps(bundle, ensure_ascii=False)
    own = bundle["libraries"][0]
    assert (own["opens"], own["counts"]["documents"], own["counts"]["readings"]) == (True, 1, 1)
    assert own["stage_seconds"] == {"read": 0.25, OTHER: 1.0}
    assert (own["counts"]["answers"], own["in_a_team"]) == (1, True)
    assert own["job_errors"] == {OTHER: 1}
    assert bundle["logs"]["faults.log"]["types"] == {"ValueError": 1}
    assert bundle["logs"]["worker.log"]["codes"] == {"page.damaged": 1}
    assert bundle["logs"]["desktop.log"]["levels"] == {"ERROR": 1}
    assert bundle["settings"]["network.proxy"] == "set"
    assert bundle["packs"][0]["name"] == OTHER
    shutil.rmtree(home)


def leaves(value):
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    else:
        yield value


ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), SECRETS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SECRETS, inner, max_size=4),
    max_leaves=12,
)


def like(kind, inner):
    """What has the form of the plan, with anything in it."""
    if callable(kind):
        return inner
    return st.fixed_dictionaries({}, optional={name: like(each, inner) for name, each in kind.items()})


@how(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_whatever_is_found_only_what_was_declared_gets_through(data):
    found = data.draw(like(plan(), ANYTHING))
    for leaf in leaves(sieve(plan(), found)):
        assert not isinstance(leaf, str) or MARK not in leaf


@pytest.mark.parametrize("told", ["Amina", "1.2 Amina", "1.2.3-amina", "", "v1", "1" * 20, 7])
def test_a_version_has_numbers_alone(told):
    assert version(told) == LEFT_OUT


def test_versions_of_libraries_pass():
    for told in ("1.2.3", "5.0.0.93", "0.1.0", "3.53.4", "6.11.3"):
        assert version(told) == told


def test_messages_of_errors_are_never_looked_at(tmp_path):
    (tmp_path / "faults.log").write_text("KeyError: 'ValueError: Amina'\n  ValueError: within\nAmina\n")
    assert dict(errors_in(tmp_path)["faults.log"]["types"]) == {"KeyError": 1}


def test_a_library_that_stays_locked_is_told_as_that(places):
    protection = Protection(passphrase="seven clay pots", keyring=False)
    create_library(places.library, protection=protection).library.close()
    bundle = Gathering(
        places, [places.library], gathering_for(places, []).open, datetime(2026, 1, 2, tzinfo=UTC)
    )
    told = bundle.bundle()
    assert told["libraries"] == [{"which": "own", "opens": False, "error": "library.locked"}]
    assert told["made_on"] == "2026-01-02"


def test_a_file_is_never_written_over(tmp_path):
    path = tmp_path / "x.zip"
    write_bundle({"format": 1}, path)
    with pytest.raises(DiagnosticsUnwritableError, match="already"):
        write_bundle({"format": 1}, path)
    with pytest.raises(DiagnosticsUnwritableError):
        write_bundle({"format": 1}, tmp_path / "no" / "x.zip")


def test_what_is_shown_is_what_is_written(tmp_path):
    bundle = {"format": 1, "libraries": [{"which": "own", "opens": True}], "packs": []}
    write_bundle(bundle, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.read("diagnostics.txt").decode() == text_of(bundle)
        assert json.loads(archive.read("diagnostics.json")) == bundle
    assert "opens: yes" in text_of(bundle)
    assert Path(tmp_path / "x.zip").exists()
