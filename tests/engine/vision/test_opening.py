"""Each network of a pack runs on what proved right and faster for it, and people are told."""

import numpy as np
import pytest

from engine.packs.accelerators import Accelerators
from engine.runtime import Network, ProviderUnusableError
from engine.vision.opening import open_networks, trial_feeds
from tests.engine.vision.handmade import write_pack, write_pair


class Accelerated(Network):
    """A network on a device that is pretended: it gives right or wrong numbers."""

    lies = False
    forgets = False
    """Whether it is wrong as soon as there is something to remember."""

    def run(self, feeds, **further):
        given = super().run(feeds)
        remembers = any(name.startswith("past") and values.shape[2] for name, values in feeds.items())
        lies = self.lies or (self.forgets and remembers)
        return {name: values * (3 if lies else 1) for name, values in given.items()}


def opened(pack, *, lying=(), missing=False, provider="pretended", accelerators=None, on=None):
    """Open a pack with a device that is fast, and lies for some of the files."""
    now, on = [0.0], [] if on is None else on

    def taking(seconds, network):
        run = network.run

        def run_and_wait(feeds):
            now[0] += seconds
            return run(feeds)

        network.run = run_and_wait
        return network

    def opener(path, *, threads, provider="cpu"):
        on.append(provider)
        network = Network.open(path, threads=threads)
        if provider == "cpu":
            return taking(1.0, network)
        if missing:
            raise ProviderUnusableError("'pretended' did not start on this computer.")
        made = Accelerated.__new__(Accelerated)
        made.__dict__.update(network.__dict__)
        made.provider, made.lies = provider, path.stem in lying
        return taking(0.1, made)

    return open_networks(
        pack,
        "fp32",
        threads=1,
        provider=provider,
        cancelled=lambda: False,
        accelerators=accelerators,
        opener=opener,
        clock=lambda: now[0],
    )


def test_nothing_is_tried_where_the_processor_is_asked_for(tmp_path):
    found = opened(write_pack(tmp_path), provider="cpu")
    assert found.verdicts == {}
    assert {each.provider for each in found.networks.values()} == {"cpu"}


def test_each_network_is_judged_by_itself(tmp_path):
    found = opened(write_pack(tmp_path), lying=("decoder",))
    providers = {role: each.provider for role, each in found.networks.items()}
    assert providers == {"vision_encoder": "pretended", "embed_tokens": "pretended", "decoder": "cpu"}
    (verdict,) = found.verdicts["decoder"]
    assert "other results" in verdict.reason


def test_one_that_only_goes_wrong_with_what_it_remembers_is_found_out(tmp_path, monkeypatch):
    monkeypatch.setattr(Accelerated, "forgets", True)
    found = opened(write_pack(tmp_path))
    providers = {role: each.provider for role, each in found.networks.items()}
    assert providers == {"vision_encoder": "pretended", "embed_tokens": "pretended", "decoder": "cpu"}


def test_a_device_that_is_not_there_leaves_the_processor_and_says_so(tmp_path):
    found = opened(write_pack(tmp_path), missing=True)
    assert {each.provider for each in found.networks.values()} == {"cpu"}
    assert all("did not start" in verdict.reason for (verdict,) in found.verdicts.values())


def test_what_was_found_once_is_not_tried_again(tmp_path):
    pack, known = write_pack(tmp_path), Accelerators(tmp_path, machine="this one")
    first = opened(pack, lying=("decoder",), accelerators=known)
    on = []
    again = opened(pack, lying=("decoder",), accelerators=known, on=on)
    assert again.verdicts == first.verdicts
    assert {role: each.provider for role, each in again.networks.items()} == {
        role: each.provider for role, each in first.networks.items()
    }
    assert sorted(on) == ["cpu", "pretended", "pretended"]


def test_a_device_that_was_right_and_is_gone_leaves_the_processor_for_good(tmp_path):
    pack, known = write_pack(tmp_path), Accelerators(tmp_path, machine="this one")
    opened(pack, accelerators=known)
    found = opened(pack, accelerators=known, missing=True)
    assert {each.provider for each in found.networks.values()} == {"cpu"}
    assert all("cannot be used now" in verdict.reason for (verdict,) in found.verdicts.values())
    on = []
    opened(pack, accelerators=known, on=on)
    assert set(on) == {"cpu"}


def test_a_device_that_ends_the_program_is_not_tried_again(tmp_path):
    class Ended(BaseException):
        """The end of the program."""

    pack, known = write_pack(tmp_path), Accelerators(tmp_path, machine="this one")

    def ending(path, *, threads, provider="cpu"):
        if provider != "cpu":
            raise Ended
        return Network.open(path, threads=threads)

    how = {"threads": 1, "provider": "pretended", "cancelled": lambda: False, "accelerators": known}
    for _ in pack.image_text.components:
        with pytest.raises(Ended):
            open_networks(pack, "fp32", opener=ending, **how)
    found = open_networks(pack, "fp32", opener=ending, **how)
    assert {each.provider for each in found.networks.values()} == {"cpu"}
    assert all("program ended" in verdict.reason for (verdict,) in found.verdicts.values())


def test_another_device_than_those_that_were_tried_is_tried(tmp_path):
    pack, known = write_pack(tmp_path), Accelerators(tmp_path, machine="this one")
    opened(pack, accelerators=known, missing=True)
    found = opened(pack, accelerators=known, provider="another")
    assert {each.provider for each in found.networks.values()} == {"another"}


@pytest.mark.parametrize("write", [write_pack, write_pair])
def test_every_network_can_be_tried_with_the_same_inputs_each_time(tmp_path, write):
    pack = write(tmp_path)
    for role in pack.image_text.components:
        network = Network.open(pack.path_of(role))
        feeds = trial_feeds(network, pack.image_text)
        again = trial_feeds(network, pack.image_text)
        assert all(np.array_equal(feeds[name], again[name]) for name in feeds)
        assert all(np.isfinite(each).all() for each in network.run(feeds).values())
