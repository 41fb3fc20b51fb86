"""The link carries packets at its rate, late, in order, and not at all during an outage."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.link.emulator import Way
from benchmarks.link.profiles import PROFILES, Profile

SLOW = Profile("slow", up=8_000, down=8_000, round_trip=0.5, queue=3.0)


def way(profile: Profile, seed: int = 1) -> Way:
    return Way(profile, profile.up, random.Random(seed), began=0.0)


def test_a_packet_takes_its_length_at_the_rate_and_half_of_the_round_trip():
    link = way(SLOW)
    link.take(bytes(1000), 0.0)
    assert link.next_arrival() == pytest.approx(1.25)
    assert link.due(1.24) == []
    assert link.due(1.26) == [bytes(1000)]


def test_packets_wait_for_those_before_them():
    link = way(SLOW)
    link.take(b"a" * 1000, 0.0)
    link.take(b"b" * 1000, 0.0)
    assert link.due(1.3) == [b"a" * 1000]
    assert link.due(2.3) == [b"b" * 1000]


def test_what_would_wait_longer_than_the_modem_keeps_is_dropped():
    link = way(SLOW)
    for _ in range(10):
        link.take(bytes(1000), 0.0)
    assert link.carried.sent_packets == 4
    assert link.carried.queue_drops == 6
    assert link.carried.sent_bytes == 4000


def test_nothing_gets_through_during_an_outage_not_even_what_is_on_its_way():
    link = way(Profile("gaps", up=1e9, down=1e9, round_trip=1.0, outage_every=10, outage=2))
    link.take(b"before", 7.8)  # It would arrive at 8.3.
    link.take(b"within", 9.0)
    link.take(b"after", 10.1)
    assert link.due(20.0) == [b"after"]
    assert link.carried.outage_drops == 2


def test_a_share_of_packets_is_lost_yet_paid_for():
    link = way(Profile("lossy", up=1e9, down=1e9, round_trip=0.0, loss=0.1))
    for _ in range(2000):
        link.take(b"x", 0.0)
    assert 150 < link.carried.lost_packets < 250
    assert link.carried.sent_packets == 2000
    assert len(link.due(1.0)) == 2000 - link.carried.lost_packets


@given(
    st.lists(st.floats(0, 60), max_size=60).map(sorted), st.sampled_from(sorted(PROFILES)), st.integers(0, 5)
)
def test_packets_keep_their_order_and_each_is_accounted_for(moments, name, seed):
    link = way(PROFILES[name], seed)
    for number, moment in enumerate(moments):
        link.take(number.to_bytes(2, "big") * 100, moment)
    arrived = [int.from_bytes(packet[:2], "big") for packet in link.due(1000.0)]
    carried = link.carried
    assert arrived == sorted(arrived)
    assert len(arrived) + carried.lost_packets + carried.queue_drops + carried.outage_drops == len(moments)
