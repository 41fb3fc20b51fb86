"""How pictures are prepared: in the words of the manifest, and by transformers' own code."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.image_text.errors import UnsupportedModelError
from models.image_text.exported import pixel_scale
from models.image_text.pictures import Image
from models.image_text.snapshots import Snapshot


def preprocess_of(processor: Any) -> dict[str, Any]:
    """Return how a picture becomes one rectangle, as the manifest tells it.

    Args:
        processor: Of transformers.

    Raises:
        UnsupportedModelError: It prepares pictures in a way that the manifest has no words for.
    """
    if getattr(processor, "do_align_long_axis", False):
        raise UnsupportedModelError("It turns pictures by their longer side, which we do not do.")
    scale, size = pixel_scale(processor), processor.size
    if getattr(processor, "do_thumbnail", False) and getattr(processor, "do_pad", False):
        shortest = {"shortest_edge": min(_rectangle(size))} if processor.do_resize else {}
        return {"mode": "fit-and-pad", "size": _rectangle(size), "keep_ratio": True, **shortest, **scale}
    if not processor.do_resize:
        raise UnsupportedModelError("It leaves pictures in the size that they have, which we do not do.")
    if getattr(processor, "do_center_crop", False):
        shortest_edge = size.shortest_edge or min(_rectangle(size))
        crop = _rectangle(processor.crop_size)
        return {"mode": "shortest-edge-crop", "size": crop, "shortest_edge": shortest_edge, **scale}
    return {"mode": "exact", "size": _rectangle(size), **scale}


def prepared(snapshot: Snapshot, image: Image, usual: str) -> NDArray[np.float32]:
    """Return a picture (1, 3, height, width) as transformers' own code prepares it, without torchvision.

    Args:
        snapshot: Tells how.
        image: The picture.
        usual: Class of transformers, for a snapshot that does not name it.
    """
    seen = picture_processor(snapshot, usual)(image, return_tensors="np")
    return np.asarray(seen["pixel_values"], np.float32)


def picture_processor(snapshot: Snapshot, usual: str, **changed: Any) -> Any:
    """Return what prepares pictures in transformers, in its form that needs pillow alone.

    What a snapshot leaves out is as its class has it: only the processor itself knows all settings.

    Args:
        snapshot: Names the class, and gives its settings.
        usual: Class for a snapshot that names none.
        changed: Settings in place of the snapshot's.

    Raises:
        UnsupportedModelError: transformers has no such class.
    """
    import transformers

    told = snapshot.preprocessor
    name = str(told.get("image_processor_type") or told.get("feature_extractor_type") or usual)
    # Older snapshots have the name that these classes had before.
    name = name.removesuffix("Fast").removesuffix("Pil").replace("FeatureExtractor", "ImageProcessor")
    kind = getattr(transformers, f"{name}Pil", None)
    if kind is None:
        raise UnsupportedModelError(f"Its pictures are prepared by {name}, which transformers does not have.")
    settings = {key: value for key, value in told.items() if not key.endswith(("_type", "_class"))}
    return kind(**{**settings, **changed})


def _rectangle(size: Any) -> list[int]:
    """Return height and width; raises UnsupportedModelError where they depend on the picture."""
    if not size.height or not size.width:
        raise UnsupportedModelError(f"It brings pictures to the size {size}, which is not one rectangle.")
    return [int(size.height), int(size.width)]
