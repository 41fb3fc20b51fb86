"""Public models of which packs can be made: what each is good for, its licence, what is known and what not.

None of them comes with Sanduku. What nobody looked up or measured is left open, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from engine.packs.fields import Fields, filled, mapping, one_of, parse, sequence, text, whole
from engine.packs.image_text import ROLES
from engine.packs.manifest import TASKS

FILE = "catalogue.json"
EXACT = "exact on a tiny model of this architecture"
NOT_TRIED = "not tried"
_FACTS = ("licence", "languages", "parameters", "download_bytes", "memory_bytes")


@dataclass(frozen=True, slots=True)
class PublicModel:
    """One model that a person can fetch from a hub.

    Attributes:
        id: Its name at the hub, ``owner/name``.
        title: What people call it.
        kind: ``image-text``, ``text`` or ``ocr``.
        architecture: Name of what it is built like; models of one architecture run alike.
        family: How this version of Sanduku runs it; empty if it cannot yet.
        tasks: What it can be asked to do.
        licence: SPDX identifier.
        licence_means: What that means for an organisation, in English.
        parameters: How many numbers it was trained to; None if not looked up.
        download_bytes: What is to be fetched; None if not looked up.
        memory_bytes: What it takes, about; None if nobody measured.
        memory_basis: Who says so.
        good_for: What it is good for, one sentence for readers of each of our languages.
        limits: What it cannot do, in English.
        languages: For each of our languages: ``good`` if it was made for that language, ``some`` if its
            publisher says that it understands it, ``none`` if not, ``untried`` if nobody says. No weights of
            a public model were measured here.
        tried: How far it was tried with Sanduku.
        verified: Which of these facts were found in the publisher's model card or a copy of it; the others
            are what is commonly told.
    """

    id: str
    title: str
    kind: str
    architecture: str
    family: str
    tasks: tuple[str, ...]
    licence: str
    licence_means: str
    parameters: int | None
    download_bytes: int | None
    memory_bytes: int | None
    memory_basis: str
    good_for: Mapping[str, str]
    limits: str
    languages: Mapping[str, str]
    tried: str
    verified: tuple[str, ...]

    def weights_bytes(self, bits: int) -> int | None:
        """Return the bytes of its numbers at so many bits each; None if their count is not known."""
        return None if self.parameters is None else self.parameters * bits // 8

    @property
    def usable(self) -> bool:
        """Whether this version of Sanduku can run a pack of it."""
        return bool(self.family)


def read_catalogue(content: str | None = None) -> tuple[PublicModel, ...]:
    """Return the models of the catalogue.

    Args:
        content: The catalogue as JSON; None for the one that comes with Sanduku.

    Raises:
        ValueError: It cannot be understood.
    """
    if content is None:
        content = resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    part = parse(content)
    part.need("format", whole(1, 1))
    part.need("checked", filled)
    models = part.need("models", sequence(_model))
    part.end()
    return models


def _model(value: object, where: str) -> PublicModel:
    part = Fields(value, where)
    made = PublicModel(
        id=part.need("id", filled),
        title=part.need("title", filled),
        kind=part.need("kind", one_of("image-text", "text", "ocr")),
        architecture=part.need("architecture", filled),
        family=part.may("family", one_of(*ROLES), ""),
        tasks=part.need("tasks", sequence(one_of(*TASKS))),
        licence=part.need("licence", filled),
        licence_means=part.need("licence_means", filled),
        parameters=part.may("parameters", whole(1), None),
        download_bytes=part.may("download_bytes", whole(1), None),
        memory_bytes=part.may("memory_bytes", whole(1), None),
        memory_basis=part.need("memory_basis", text),
        good_for=part.need("good_for", mapping(filled)),
        limits=part.need("limits", filled),
        languages=part.need("languages", mapping(one_of("good", "some", "none", "untried"))),
        tried=part.need("tried", one_of(EXACT, NOT_TRIED)),
        verified=part.need("verified", sequence(one_of(*_FACTS))),
    )
    part.end()
    return made
