"""How pictures are prepared: in the words of the manifest, and by transformers' own code."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.image_text.errors import UnsupportedModelError
from models.image_text.exported import pixel_scale
from models.image_text.pictures import Image
from models.image_text.snapshots import Snapshot


def preprocess_of(preprocessor: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a picture becomes one rectangle, as the manifest tells it.

    Raises:
        UnsupportedModelError: It is prepared in a way that the manifest has no words for.
    """
    if preprocessor.get("do_align_long_axis"):
        raise UnsupportedModelError("It turns pictures by their longer side, which we do not do.")
    scale = pixel_scale(preprocessor)
    size = _size(preprocessor.get("size"))
    if preprocessor.get("do_thumbnail") and preprocessor.get("do_pad", True):
        shortest = {"shortest_edge": min(size)} if preprocessor.get("do_resize", True) else {}
        return {"mode": "fit-and-pad", "size": list(size), "keep_ratio": True, **shortest, **scale}
    if preprocessor.get("do_center_crop"):
        crop = _size(preprocessor.get("crop_size"))
        return {"mode": "shortest-edge-crop", "size": list(crop), "shortest_edge": min(size), **scale}
    return {"mode": "exact", "size": list(size), **scale}


def prepared(snapshot: Snapshot, image: Image, usual: str) -> NDArray[np.float32]:
    """Return a picture (1, 3, height, width) as transformers' own code prepares it, without torchvision.

    Args:
        snapshot: Tells how.
        image: The picture.
        usual: Class of transformers, for a snapshot that does not name it.
    """
    settings = {key: value for key, value in snapshot.preprocessor.items() if not key.endswith("_type")}
    seen = processor_class(snapshot, usual)(**settings)(image, return_tensors="np")
    return np.asarray(seen["pixel_values"], np.float32)


def processor_class(snapshot: Snapshot, usual: str) -> Any:
    """Return the class of transformers that prepares pictures, in its form that needs pillow alone.

    Args:
        snapshot: Names it.
        usual: For a snapshot that does not.

    Raises:
        UnsupportedModelError: transformers has no such class.
    """
    import transformers

    name = str(snapshot.preprocessor.get("image_processor_type") or usual)
    kind = getattr(transformers, name.removesuffix("Fast").removesuffix("Pil") + "Pil", None)
    if kind is None:
        raise UnsupportedModelError(f"Its pictures are prepared by {name}, which transformers does not have.")
    return kind


def _size(value: object) -> tuple[int, int]:
    """Return height and width, from the forms in which configurations write them."""
    if isinstance(value, int):
        return value, value
    if isinstance(value, Mapping):
        if "height" in value and "width" in value:
            return int(value["height"]), int(value["width"])
        if "shortest_edge" in value:
            return int(value["shortest_edge"]), int(value["shortest_edge"])
    raise UnsupportedModelError(f"It brings pictures to the size {value}, which we cannot read.")
