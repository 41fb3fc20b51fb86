"""How closely a picture is looked at where nobody says so."""

from collections.abc import Mapping

BALANCED = "balanced"
"""The profile that is taken where none is asked for and the pack has it."""


def usual_profile(profiles: Mapping[str, int]) -> str:
    """Return the profile that is taken where none is asked for; empty where there is none.

    Args:
        profiles: Most tiles that a picture is cut into, by the profile's name.
    """
    if BALANCED in profiles or not profiles:
        return BALANCED if profiles else ""
    return min(profiles, key=lambda name: profiles[name])
