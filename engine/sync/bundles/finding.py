"""Finds the bundle that is meant, where a person names the stick and not the folder on it.

Looks at the outside of bundles alone: whether what it finds can be trusted is for whoever opens it.
"""

from pathlib import Path

from engine.sync.bundles.errors import BundleError, NotABundleError
from engine.sync.bundles.index import INDEX, Index, Kind, read_index

_OTHER_WAY = {
    Kind.UP: "an answer of headquarters, on its way to a laptop",
    Kind.DOWN: "a bundle on its way to headquarters, and no answer of it",
}


def bundle_in(place: Path, kind: Kind, *, library: str | None = None) -> Path:
    """Return the folder of a bundle: the given one, or the only one of its kind on a stick.

    Args:
        place: A bundle, or a folder that has bundles right in it.
        kind: Which way the bundle must go.
        library: Whose it must be, where several libraries have one there. Of several for the same library
            the latest counts, since an answer says all that its laptop has not acknowledged yet.

    Raises:
        NotABundleError: There is none, or it goes the other way.
        BundleError: There are several, and the person must say which.
    """
    if (place / INDEX).exists():
        if read_index(place)[0].kind is not kind:
            raise NotABundleError(
                f"This is {_OTHER_WAY[kind]}.", which=place, remedy="Choose another folder on the stick."
            )
        return place
    found = [(folder, index) for folder, index in _bundles(place) if index.kind is kind]
    if library is not None:
        found = [each for each in found if each[1].library == library]
        found = sorted(found, key=lambda each: each[1].made_at)[-1:]
    if not found:
        read_index(place)  # says that there is none
    if len(found) > 1:
        raise BundleError(
            f"There are {len(found)} bundles in this place: {', '.join(folder.name for folder, _ in found)}.",
            which=place,
            remedy="Name the folder of one of them, and do it for each.",
        )
    return found[0][0]


def _bundles(place: Path) -> list[tuple[Path, Index]]:
    """Return the bundles right in a folder; what cannot be understood is none."""
    found: list[tuple[Path, Index]] = []
    try:
        folders = sorted(each for each in place.iterdir() if (each / INDEX).is_file())
    except OSError:
        return found
    for folder in folders:
        try:
            found.append((folder, read_index(folder)[0]))
        except BundleError:
            continue
    return found
