"""A backup holds a moment whole; only what it holds is told as backed up; from it headquarters comes back."""

import hashlib
import shutil
from dataclasses import replace

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import select, update

from headquarters.app import create_app
from headquarters.audit.log import verify
from headquarters.blobs.erasing import erase, sweep
from headquarters.blobs.tables import NamedBlob
from headquarters.down import append
from headquarters.errors import ConfigurationError
from headquarters.identity import Identity
from headquarters.ids import random_id
from headquarters.opening import opened_headquarters
from headquarters.operations.backup import BackupError, backups_in, make_backup
from headquarters.operations.checking import check
from headquarters.operations.erasure_list import Erased, ErasureListDamagedError, add, keep_list, listed
from headquarters.operations.maintenance import maintain
from headquarters.operations.restore import RestoreRefusedError, restore
from headquarters.operations.sealing import BackupDamagedError
from headquarters.records.tables import Document
from headquarters.review.tables import Erasure
from headquarters.sync.tables import EntryRow

PDF = b"%PDF-1.7 original of the backup"
SHA = hashlib.sha256(PDF).hexdigest()


@pytest.fixture
def empty_database(cluster):
    """The URL of a database without any table."""
    name = f"empty_{random_id()}"
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield cluster.url(name)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def recovery():
    """Keys of a headquarters, and its recovery key."""
    return Identity.new()


@pytest.fixture
def identity(recovery):
    return recovery[0]


def upload(laptop, content=PDF):
    return laptop.client.patch(
        f"/v1/blobs/{hashlib.sha256(content).hexdigest()}",
        content=content,
        headers={
            "Upload-Offset": "0",
            "Upload-Length": str(len(content)),
            "Content-Type": "application/octet-stream",
            **laptop.permission,
        },
    )


@pytest.fixture
def filled(laptop, headquarters):
    """A laptop that has sent changes and a file, and was told something."""
    laptop.log.document(PDF)
    laptop.log.tags(5)
    laptop.send_all()
    assert upload(laptop).status_code == 204
    with headquarters.database.transaction() as session:
        append(session, laptop.team, laptop.log.library, "comment", "c", "added", {"text": "Good."}, "Fatuma")
    return laptop


def test_what_a_backup_holds_is_told_as_backed_up_and_no_more(filled, headquarters, tmp_path):
    report = make_backup(headquarters, tmp_path / "backups")
    assert (report.entries, report.blobs, report.new_blobs) == (7, 1, 1)
    filled.log.tags(3)
    stream = filled.send_all().stream
    receipt = filled.receipt(stream, filled.log.tip.seq, (SHA,)).receipt
    assert (receipt.position.seq, receipt.backed_up_seq, receipt.backed_up_blobs) == (10, 7, (SHA,))
    assert filled.hello().backed_up_seq == 7


def test_nothing_of_the_people_lies_open_in_an_encrypted_backup(filled, headquarters, tmp_path):
    make_backup(headquarters, tmp_path / "backups")
    names = [path for path in (tmp_path / "backups").rglob("*") if path.is_file()]
    assert {path.suffix for path in names} == {".age", ".json"}
    together = b"".join(path.read_bytes() for path in names)
    for secret in (b"original of the backup", b"Good.", headquarters.identity.decryption_key.encode()):
        assert secret not in together
    assert all(path.stat().st_mode & 0o077 == 0 for path in names)


def test_files_are_kept_once_for_all_backups(filled, headquarters, tmp_path, clock):
    make_backup(headquarters, tmp_path / "backups")
    clock.forward(days=1)
    assert make_backup(headquarters, tmp_path / "backups").new_blobs == 0
    assert len(backups_in(tmp_path / "backups")) == 2


@pytest.mark.parametrize("encrypted", [True, False])
def test_headquarters_comes_back_on_a_new_machine_with_the_recovery_key(
    filled, headquarters, tmp_path, empty_database, recovery, clock, encrypted
):
    make_backup(headquarters, tmp_path / "backups", encrypted=encrypted)
    filled.log.tags(4)  # after the backup, and lost with the machine
    filled.send_all()
    settings = replace(headquarters.settings, data=tmp_path / "new", database_url=empty_database)
    report = restore(settings, tmp_path / "backups", clock, recovery_key=recovery[1] if encrypted else None)
    assert report.epoch > headquarters.epoch
    assert (report.entries, report.blobs, report.lost_blobs) == (7, 1, 0)
    with opened_headquarters(settings, clock=clock) as restored:
        assert restored.identity.to_text() == headquarters.identity.to_text()
        assert check(restored).problems == []
        filled.client.app.state.headquarters = restored
        filled.sign_in()
        reply = filled.send_all()
        assert (reply.hq_epoch, reply.have.seq, reply.branched) == (report.epoch, 7, False)
        assert [entry.payload for entry in filled.fetch_down().entries] == [{"text": "Good."}]
        receipt = filled.receipt(reply.stream, 11, (SHA,)).receipt
        assert receipt.hq_epoch == report.epoch
        assert (receipt.backed_up_seq, receipt.backed_up_blobs) == (7, (SHA,))


def test_two_restores_from_one_backup_are_two_epochs(
    filled, headquarters, tmp_path, cluster, recovery, clock
):
    make_backup(headquarters, tmp_path / "backups")
    epochs = []
    for number in (1, 2):
        name = f"empty_{random_id()}"
        with psycopg.connect(cluster.url(), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        clock.forward(hours=1)
        settings = replace(
            headquarters.settings, data=tmp_path / f"new {number}", database_url=cluster.url(name)
        )
        epochs.append(restore(settings, tmp_path / "backups", clock, recovery_key=recovery[1]).epoch)
        with psycopg.connect(cluster.url(), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    assert headquarters.epoch < epochs[0] < epochs[1], "or laptops would not notice the second"


def test_what_was_erased_after_the_backup_stays_erased_after_a_restore(
    filled, headquarters, tmp_path, empty_database, recovery, clock
):
    make_backup(headquarters, tmp_path / "backups")
    later = filled.log.document(b"%PDF-1.7 another")  # no backup has it
    filled.send_all()
    with headquarters.database.transaction() as session:
        here = session.scalars(select(Document).order_by(Document.number)).all()
        known, unknown = here[0].id, here[-1].id
        for number, document in enumerate((known, unknown)):
            session.add(
                Erasure(
                    team_id=filled.team, id=f"e{number}", document_id=document, library_id=filled.log.library,
                    reason="Asked", asked_by="Fatuma", asked_at=clock.now(), confirmed_at=None,
                )
            )  # fmt: skip
    assert later is not None
    maintain(headquarters)
    data = tmp_path / "new"
    data.mkdir()
    shutil.copy(headquarters.settings.erasures, data)
    settings = replace(headquarters.settings, data=data, database_url=empty_database)
    report = restore(settings, tmp_path / "backups", clock, recovery_key=recovery[1])
    assert report.erased == 2
    with opened_headquarters(settings, clock=clock) as restored:
        filled.client.app.state.headquarters = restored
        filled.sign_in()
        filled.send_all()  # the laptop still has both, and sends what came after the backup once more
        told = [(entry.kind, entry.document_id) for entry in filled.fetch_down().entries]
        with restored.database.transaction() as session:
            assert all(row.erased_at is not None for row in session.scalars(select(Document)))
            assert session.scalars(select(NamedBlob)).all() == []
            assert verify(session)[1] == []
    assert [("erase", known), ("erase", unknown)] == [each for each in told if each[0] == "erase"]


def test_the_list_of_erasures_is_kept_beside_the_backups_and_grows_by_what_is_new(
    filled, headquarters, tmp_path, clock
):
    erased = Erased(filled.team, "e1", "d1", filled.log.library, "Fatuma", clock.now().isoformat())
    file = tmp_path / "list.jsonl"
    add(file, [erased])
    file.write_bytes(file.read_bytes() + b'{"team_id": "cut off')
    assert list(listed([file, tmp_path / "none"])) == [erased]
    add(file, [replace(erased, id="e2")])
    with pytest.raises(ErasureListDamagedError, match="damaged"):
        list(listed([file]))
    make_backup(headquarters, tmp_path / "backups")
    assert keep_list_of(headquarters) == 0


def keep_list_of(headquarters):
    with headquarters.database.looking() as session:
        return keep_list(session, headquarters.settings.erasures)


def test_a_restore_that_was_killed_opens_for_nobody(
    filled, headquarters, tmp_path, empty_database, recovery, clock, monkeypatch
):
    make_backup(headquarters, tmp_path / "backups")
    settings = replace(headquarters.settings, data=tmp_path / "new", database_url=empty_database)

    def killed(*_arguments, **_words):
        raise KeyboardInterrupt

    monkeypatch.setattr("headquarters.operations.restore._bring_files", killed)
    with pytest.raises(KeyboardInterrupt):
        restore(settings, tmp_path / "backups", clock, recovery_key=recovery[1])
    with (
        pytest.raises(ConfigurationError, match="not finished"),
        opened_headquarters(settings, clock=clock),
    ):
        pass


def test_permissions_from_before_a_restore_are_worth_nothing(
    filled, headquarters, tmp_path, empty_database, recovery, clock
):
    make_backup(headquarters, tmp_path / "backups")
    settings = replace(headquarters.settings, data=tmp_path / "new", database_url=empty_database)
    restore(settings, tmp_path / "backups", clock, recovery_key=recovery[1])
    with opened_headquarters(settings, clock=clock) as restored:
        filled.client.app.state.headquarters = restored
        assert filled.say_hello().json()["code"] == "auth.refused"


def test_a_used_database_is_not_written_into(filled, headquarters, tmp_path, clock):
    make_backup(headquarters, tmp_path / "backups")
    settings = replace(headquarters.settings, identity=headquarters.identity.to_text())
    with pytest.raises(RestoreRefusedError):
        restore(settings, tmp_path / "backups", clock)


def test_a_backup_of_another_headquarters_is_refused(filled, headquarters, tmp_path, empty_database, clock):
    make_backup(headquarters, tmp_path / "backups")
    settings = replace(
        headquarters.settings, database_url=empty_database, identity=Identity.new()[0].to_text()
    )
    with pytest.raises(RestoreRefusedError):
        restore(settings, tmp_path / "backups", clock)


@pytest.mark.parametrize("damage", ["key", "dump", "manifest", "nothing there"])
def test_a_damaged_backup_or_a_wrong_key_is_told(
    filled, headquarters, tmp_path, empty_database, recovery, clock, damage
):
    folder = make_backup(headquarters, tmp_path / "backups").folder
    key = recovery[1]
    if damage == "key":
        key = Identity.new()[1]
    elif damage == "dump":
        data = bytearray((folder / "database.dump.age").read_bytes())
        data[len(data) // 2] ^= 1
        (folder / "database.dump.age").write_bytes(data)
    elif damage == "manifest":
        (folder / "manifest.json").write_text("{}")
    else:
        folder = tmp_path / "backups" / "blobs"
    settings = replace(headquarters.settings, data=tmp_path / "new", database_url=empty_database)
    with pytest.raises(BackupDamagedError):
        restore(settings, folder, clock, recovery_key=key)


def test_a_file_that_the_backup_lost_is_asked_for_again(
    filled, headquarters, tmp_path, empty_database, recovery, clock
):
    make_backup(headquarters, tmp_path / "backups")
    for path in (tmp_path / "backups" / "blobs").rglob("*.age"):
        path.write_bytes(path.read_bytes()[:-1])
    settings = replace(
        headquarters.settings,
        data=tmp_path / "new",
        blobs=str(tmp_path / "new blobs"),
        database_url=empty_database,
    )
    assert restore(settings, tmp_path / "backups", clock, recovery_key=recovery[1]).lost_blobs == 1
    with opened_headquarters(settings, clock=clock) as restored:
        filled.client.app.state.headquarters = restored
        filled.sign_in()
        assert filled.need(filled.hello().stream, (PDF, 5)) == {SHA: 0}


def test_a_damaged_file_fails_the_backup_and_nothing_is_marked(filled, headquarters, tmp_path):
    path = next(path for path in (headquarters.settings.data / "blobs").rglob(SHA))
    path.write_bytes(b"?" * len(PDF))
    with pytest.raises(BackupError):
        make_backup(headquarters, tmp_path / "backups")
    assert backups_in(tmp_path / "backups") == []
    stream = filled.hello().stream
    receipt = filled.receipt(stream, 7, (SHA,)).receipt
    assert (receipt.backed_up_seq, receipt.backed_up_blobs) == (0, ())


def test_old_backups_go_and_with_the_last_one_what_was_erased(filled, headquarters, tmp_path, clock):
    folder = tmp_path / "backups"
    make_backup(headquarters, folder)
    document = filled.log.entries[1].document_id
    with headquarters.database.transaction() as session:
        erase(session, filled.team, document)
    sweep(headquarters)
    clock.forward(days=1)
    assert make_backup(headquarters, folder).removed == 0
    assert len(list((folder / "blobs").rglob("*.age"))) == 1
    clock.forward(days=1)
    assert make_backup(headquarters, folder, keep=1).removed == 2
    assert len(backups_in(folder)) == 1
    assert list((folder / "blobs").rglob("*.age")) == []


def test_backups_of_another_headquarters_are_neither_joined_nor_removed(
    filled, headquarters, tmp_path, clock
):
    folder = tmp_path / "backups"
    make_backup(headquarters, folder)
    before = sorted(folder.rglob("*"))
    clock.forward(days=1)
    another = replace(headquarters, identity=Identity.new()[0])
    with pytest.raises(BackupError) as told:
        make_backup(another, folder, keep=1)
    assert "another headquarters" in str(told.value)
    assert "SANDUKU_HQ_DATA" in told.value.remedy
    assert sorted(folder.rglob("*")) == before


def test_a_damaged_backup_is_no_reason_to_make_no_more(filled, headquarters, tmp_path, clock):
    folder = tmp_path / "backups"
    damaged = make_backup(headquarters, folder).folder
    (damaged / "manifest.json").write_text("{")
    clock.forward(days=1)
    assert make_backup(headquarters, folder).entries == 7


def test_a_sound_headquarters_has_no_problems(filled, headquarters):
    report = check(headquarters)
    assert (report.problems, report.streams, report.entries, report.words, report.files) == ([], 1, 7, 1, 1)


def test_an_altered_entry_is_found(filled, headquarters):
    with headquarters.database.transaction() as session:
        session.execute(update(EntryRow).where(EntryRow.seq == 3).values(author="somebody else"))
        session.execute(update(EntryRow).where(EntryRow.seq == 4).values(payload='{"name":"another"}'))
    problems = check(headquarters).problems
    assert [problem.split(" of ")[0] for problem in problems] == ["Entry 3", "The content"]


def test_missing_entries_are_found(filled, headquarters):
    stream = filled.hello().stream
    with headquarters.database.transaction() as session:
        session.delete(session.get(EntryRow, (stream, 7)))
    assert check(headquarters).problems == [f"The stream {stream} does not end where it says."]


@pytest.mark.parametrize("damage", ["gone", "cut", "altered"])
def test_a_file_that_is_not_whole_is_found_and_sent_again(filled, headquarters, damage):
    path = next(path for path in (headquarters.settings.data / "blobs").rglob(SHA))
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(PDF[:-1] if damage == "cut" else b"?" * len(PDF))
    assert len(check(headquarters).problems) == 1
    assert len(check(headquarters, quick=True).problems) == (0 if damage == "altered" else 1)
    assert check(headquarters, repair=True).repaired == 1
    assert filled.hello().wants == (SHA,), "a laptop with a receipt for it does not offer it by itself"
    assert upload(filled).status_code == 204
    assert check(headquarters).problems == []


def test_a_branch_is_whole_too(filled, headquarters):
    copy = filled.log.copy()
    filled.log.tags(4)
    filled.send_all()
    filled.log = copy
    filled.log.begin_epoch()
    filled.send_all()
    report = check(headquarters)
    assert (report.problems, report.streams) == ([], 2)


def test_an_app_over_a_restored_headquarters_tells_its_epoch(headquarters):
    assert create_app(replace(headquarters, epoch=4)).state.headquarters.epoch == 4


def test_one_backup_is_made_at_a_time(filled, headquarters, tmp_path):
    from headquarters.operations import backup

    with headquarters.database.alone(backup._LOCK) as held:
        assert held
        with pytest.raises(BackupError):
            make_backup(headquarters, tmp_path / "backups")
    make_backup(headquarters, tmp_path / "backups")
