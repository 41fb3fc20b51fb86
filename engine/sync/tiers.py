"""Which files go by themselves, by the setting ``network.files``."""

from engine.sync.wire.blobs import BODIES, CROPS, IMAGES, THUMBNAILS

TIERS_OF = {
    "text": (CROPS,),
    "boxes": (BODIES, CROPS),
    "thumbnails": (BODIES, THUMBNAILS, CROPS),
    "originals": (BODIES, THUMBNAILS, CROPS, IMAGES),
}
"""Setting ``network.files`` -> tiers of files. The text is in the changes; what was asked for goes anyway."""
