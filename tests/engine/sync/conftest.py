"""What the tests of sync share: a library in the clear that has joined a reference headquarters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.library import Library, Protection, create_library, open_library
from engine.sync.joining import begin_to_join, enrol
from engine.sync.postman import Postman
from engine.sync.session import Session
from engine.sync.standing import Wishes
from engine.sync.transport import Transport
from tests.engine.library.conftest import (  # noqa: F401 - fixtures
    NO_BALLAST,
    StandingClock,
    add,
    clock,
    make_reading,
    read_all,
)
from tests.engine.sync.channel import Channel
from tests.engine.sync.reference import ReferenceHeadquarters


@pytest.fixture
def headquarters() -> ReferenceHeadquarters:
    return ReferenceHeadquarters()


@pytest.fixture
def laptop(tmp_path: Path, clock: StandingClock) -> Iterator[Library]:  # noqa: F811
    """A library, in the clear since that is quick, that belongs to no team."""
    with new_library(tmp_path / "laptop", clock) as library:
        yield library


@pytest.fixture
def joined(laptop: Library, headquarters: ReferenceHeadquarters) -> Library:
    """The library, joined."""
    join(laptop, headquarters)
    return laptop


@pytest.fixture
def session(headquarters: ReferenceHeadquarters) -> Callable[..., Session]:
    """Makes sessions over a link without faults."""

    def make(library: Library, **wishes: object) -> Session:
        return new_session(library, Channel(headquarters, lambda: "none", lambda _: 0), **wishes)

    return make


def new_library(folder: Path, clock: StandingClock) -> Library:  # noqa: F811
    protection = Protection(encrypted=False)
    return create_library(folder, protection=protection, clock=clock, settings=NO_BALLAST).library


def open_again(folder: Path, clock: StandingClock) -> Library:  # noqa: F811
    return open_library(folder, clock=clock, settings=NO_BALLAST)


def new_postman(library: Library, transport: Transport, **wishes: object) -> Postman:
    return Postman(
        library, transport, purpose="sync", asked_by="person", daily_bytes=wishes.pop("daily_bytes", None)
    )


def new_session(library: Library, transport: Transport, **wishes: object) -> Session:
    postman = new_postman(library, transport, daily_bytes=wishes.pop("daily_bytes", None))
    steady = [0.0]

    def sleep(seconds: float) -> None:
        steady[0] += seconds

    pace = wishes.pop("pace", None)
    told, cancelled = wishes.pop("told", lambda _standing: None), wishes.pop("cancelled", lambda: False)
    return Session(
        library, postman, Wishes(**wishes), monotonic=lambda: steady[0], sleep=sleep, chance=lambda: 0.5,
        told=told, cancelled=cancelled, pace=pace,
    )  # fmt: skip


def join(library: Library, headquarters: ReferenceHeadquarters) -> None:
    begin_to_join(library, headquarters.invitation())
    channel = Channel(headquarters, lambda: "none", lambda _: 0)
    enrol(library, new_postman(library, channel), device_name="Amina's laptop")
