"""What headquarters asks a real laptop for, and what came of it: parts of pages, files, other settings."""

import io

import pytest
from PIL import Image

from engine.library import NewDocument
from engine.settings import Settings, load_settings
from engine.sync.running import synchronise
from engine.sync.wished_settings import take_wished, wished
from headquarters.errors import NotAllowedError
from headquarters.people.roles import Role
from headquarters.records.view import TeamFiles, original_of, record_of
from headquarters.review import cropping, laptop_settings, reviewing
from headquarters.review.errors import ReviewError
from headquarters.review.tables import CropRequest, SettingWish
from tests.headquarters.persons import add_person, signed_in
from tests.headquarters.test_field_side import invitation, library, reading  # noqa: F401 - fixtures


@pytest.fixture
def person(headquarters, team):
    """Makes somebody with a role, within a session."""

    def make(session, role=Role.ADMIN):
        now = headquarters.clock.now()
        login = add_person(session, team.id, role, now, login=f"{role.value}-{now.timestamp()}@example.org")
        return signed_in(session, login, now)[1]

    return make


@pytest.fixture
def sent(library, headquarters):  # noqa: F811
    """A library whose page has a real image; headquarters has text, boxes and the small image."""
    library.documents.add(NewDocument("card.jpg", "image/jpeg", 1, b"\xff\xd8\xff\xe0 original"))
    page, small = (Image.new("RGB", size, "#336699") for size in ((1000, 1400), (250, 350)))
    encoded = []
    for image in (page, small):
        stream = io.BytesIO()
        image.save(stream, "JPEG")
        encoded.append(stream.getvalue())
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.complete(job, reading("Amina Yusuf", "Goma"), image=encoded[0], thumbnail=encoded[1])
    synchronise(library, Settings())
    row = library.connection.row(
        "SELECT documents.id AS document, pages.id AS page FROM pages"
        " JOIN documents ON documents.number = document"
    )
    return library, row["document"], row["page"]


@pytest.fixture
def files(headquarters, team):
    return TeamFiles(headquarters.blobs, team.id)


def test_a_sharper_picture_of_a_line_is_asked_for_cut_and_shown(sent, headquarters, person, files):
    field, document, page = sent
    now = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        who = person(session)
        asked = cropping.ask_for_line(session, files, who, document, page, "1", now=now)
        again = cropping.ask_for_line(session, files, who, document, page, "1", now=now)
        assert again.id == asked.id  # Asked twice, told once.
    synchronise(field, Settings())
    with headquarters.database.transaction() as session:
        picture = cropping.picture_of_crop(session, files, who, document, asked.id)
        shown = Image.open(io.BytesIO(picture.content))
        # The box around the line, with a little around it.
        assert shown.size == (900 - 50 + 17, 120 - 90 + 17)
        assert record_of(session, who.team_id, document, files).crops[0].refused == ""


def test_a_part_that_cannot_be_cut_is_told_with_the_reason(sent, headquarters, person, files):
    field, document, page = sent
    outside = [[5000, 5000], [5100, 5000], [5100, 5100], [5000, 5100]]
    with headquarters.database.transaction() as session:
        asked = cropping.ask_for_box(
            session, person(session), document, page, outside, now=headquarters.clock.now()
        )
    synchronise(field, Settings())
    synchronise(field, Settings())
    with headquarters.database.transaction() as session:
        row = session.get_one(CropRequest, (asked.team_id, asked.id))
        assert (row.sha256, row.refused) == (None, "outside")


@pytest.mark.parametrize(
    "quad", [[[0, 0]] * 3, [[0, 0]] * 4 + [[1, 1]], [[-1, 0]] * 4, [[float("nan"), 0]] * 4, [[1e9, 0]] * 4]
)
def test_what_is_no_box_is_refused(sent, headquarters, person, quad):
    _, document, page = sent
    with headquarters.database.transaction() as session, pytest.raises(ReviewError):
        cropping.ask_for_box(session, person(session), document, page, quad, now=headquarters.clock.now())


def test_an_original_that_is_asked_for_comes_though_originals_are_not_sent(sent, headquarters, person, files):
    field, document, _ = sent
    with headquarters.database.transaction() as session:
        who = person(session)
        assert original_of(record_of(session, who.team_id, document, files), files) == "not-asked"
        reviewing.ask_for_images(session, who, document, original=True, now=headquarters.clock.now())
        assert original_of(record_of(session, who.team_id, document, files), files) == "asked"
    synchronise(field, Settings())
    with headquarters.database.transaction() as session:
        assert original_of(record_of(session, who.team_id, document, files), files) == "here"


def state_of(session, team, name):
    found = next(
        each for each in laptop_settings.settings_of_laptops(session, team) if each.declaration.name == name
    )
    return [(each.value, each.state) for each in found.laptops]


def test_a_setting_goes_down_is_taken_and_that_is_told(sent, headquarters, person, tmp_path):
    field, *_ = sent
    now = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        who = person(session)
        laptop_settings.wish(session, who, "reading.languages", "en,ar", now=now)
        assert state_of(session, who.team_id, "reading.languages") == [(("en", "ar"), "waiting")]
    synchronise(field, Settings())
    with headquarters.database.transaction() as session:
        assert state_of(session, who.team_id, "reading.languages") == [(("en", "ar"), "told")]
    assert take_wished(field, tmp_path / "settings.toml") == ["reading.languages"]
    assert load_settings(tmp_path / "settings.toml").reading.languages == ("en", "ar")
    assert take_wished(field, tmp_path / "settings.toml") == []
    synchronise(field, Settings())
    with headquarters.database.transaction() as session:
        assert state_of(session, who.team_id, "reading.languages") == [(("en", "ar"), "taken")]
        # What was taken says nothing about what is asked for now.
        laptop_settings.wish(session, who, "reading.languages", "fr", now=now)
        assert state_of(session, who.team_id, "reading.languages") == [(("fr",), "waiting")]


def test_a_wish_that_comes_while_another_is_written_down_still_waits(sent, headquarters, person, tmp_path):
    field, *_ = sent
    now, languages = headquarters.clock.now(), "reading.languages"
    with headquarters.database.transaction() as session:
        who = person(session)
        laptop_settings.wish(session, who, languages, "en,ar", now=now)
    synchronise(field, Settings())
    _after, taken, refused = wished(field, Settings())
    with headquarters.database.transaction() as session:
        laptop_settings.wish(session, who, languages, "fr", now=now)
    synchronise(field, Settings())
    field.exchange.words.settings_told(taken, refused)
    assert take_wished(field, tmp_path / "settings.toml") == [languages]
    assert load_settings(tmp_path / "settings.toml").reading.languages == ("fr",)


def test_a_laptop_tells_what_it_does_not_take(sent, headquarters, person, tmp_path):
    field, *_ = sent
    with headquarters.database.transaction() as session:
        who = person(session)
        laptop_settings.wish(session, who, "pages.pdf_dpi", "300", now=headquarters.clock.now())
        # As a headquarters might ask whose Sanduku knows other bounds.
        for row in session.query(SettingWish).filter_by(name="pages.pdf_dpi"):
            row.value = 9000
        from headquarters import down

        library_id = field.library_id
        down.append(
            session, who.team_id, library_id, "settings", "pages.pdf_dpi", "set", {"pages.pdf_dpi": 9000},
            author=who.author,
        )  # fmt: skip
    synchronise(field, Settings())
    assert take_wished(field, tmp_path / "settings.toml") == []
    synchronise(field, Settings())
    with headquarters.database.transaction() as session:
        assert [state for _, state in state_of(session, who.team_id, "pages.pdf_dpi")] == ["refused"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("network.use", "automatic"),
        ("library.author", "x"),
        ("pages.pdf_dpi", "9000"),
        ("pages.pdf_dpi", ""),
        ("reading.languages", "tlh"),
        ("pages.nothing", "1"),
        ("pages", "1"),
    ],
)
def test_what_laptops_would_not_take_is_not_asked_for(sent, headquarters, person, name, value):
    with headquarters.database.transaction() as session, pytest.raises(ReviewError):
        laptop_settings.wish(session, person(session), name, value, now=headquarters.clock.now())


def test_a_reviewer_sets_nothing_on_laptops(sent, headquarters, person):
    with headquarters.database.transaction() as session, pytest.raises(NotAllowedError):
        laptop_settings.wish(
            session, person(session, Role.REVIEWER), "pages.orient", "no", now=headquarters.clock.now()
        )


def test_a_laptop_that_joins_later_is_asked_too(headquarters, person, team, client):
    from tests.headquarters.laptops import Laptop

    with headquarters.database.transaction() as session:
        who = person(session)
        laptop_settings.wish(session, who, "pages.orient", "yes", now=headquarters.clock.now())
        laptop_settings.wish(session, who, "pages.orient", "no", now=headquarters.clock.now())
        assert state_of(session, team.id, "pages.orient") == []
    newcomer = Laptop.enrolled(client, headquarters, team)
    told = [entry.payload for entry in newcomer.fetch_down().entries if entry.name == "settings/set"]
    assert told == [{"pages.orient": False}]
    with headquarters.database.transaction() as session:
        assert state_of(session, team.id, "pages.orient") == [(False, "waiting")]
