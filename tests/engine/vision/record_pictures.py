"""Writes what the public models' own image processors make of some pictures, which a test holds ours to.

``python -m tests.engine.vision.record_pictures`` writes the file anew; it needs the extra ``models``.
The processors give numbers that stand for 256 steps of each colour: those steps are kept, in bytes.
"""

from pathlib import Path

import numpy as np

TARGET = Path(__file__).with_name("reference_pictures.npz")
SIZES = ((150, 90), (61, 200), (97, 97), (20, 13), (300, 31))
"""Width and height of the pictures in pixels."""
MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
PLANS = {
    "tiles 17": (
        {"mode": "tiles", "tile": 24, "longest_edge": 96, "global_tile": True, "resample": "lanczos"},
        17,
    ),
    "tiles 5": (
        {"mode": "tiles", "tile": 24, "longest_edge": 96, "global_tile": True, "resample": "lanczos"},
        5,
    ),
    "tiles 1": (
        {"mode": "tiles", "tile": 24, "longest_edge": 96, "global_tile": True, "resample": "lanczos"},
        1,
    ),
    "multiples 1": (
        {"mode": "multiples", "multiple": 8, "tile": 32, "min_pixels": 256, "max_pixels": 4096},
        1,
    ),
    "multiples 9": (
        {"mode": "multiples", "multiple": 8, "tile": 32, "min_pixels": 1024, "max_pixels": 4096},
        9,
    ),
    "exact bicubic": (
        {"mode": "exact", "size": [40, 48], "resample": "bicubic", "mean": MEAN, "std": STD},
        1,
    ),
    "exact bilinear": ({"mode": "exact", "size": [40, 40], "resample": "bilinear"}, 1),
    "crop": (
        {"mode": "shortest-edge-crop", "size": [40, 40], "shortest_edge": 44, "mean": MEAN, "std": STD},
        1,
    ),
    "fit": (
        {
            "mode": "fit-and-pad",
            "size": [64, 48],
            "shortest_edge": 48,
            "resample": "bilinear",
            "keep_ratio": True,
        },
        1,
    ),
}
"""Name -> how the manifest says it, and with how many tiles."""


def picture(width, height):
    """Return a picture with soft areas, edges and some noise."""
    chance = np.random.default_rng(width * 1000 + height)
    rows, columns = np.mgrid[0:height, 0:width]
    waves = [np.sin(rows / (3 + turn)) + np.cos(columns / (5 + turn)) for turn in range(3)]
    base = 128 + 55 * np.stack(waves, axis=2) + chance.normal(0, 6, (height, width, 3))
    base[height // 4 : height // 2, width // 3 : width // 2] = (250, 20, 40)
    return base.clip(0, 255).astype(np.uint8)


def original(name, image):
    """Return ``(tiles, 3, height, width)`` as the processor of the public models gives them."""
    from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
    from transformers.models.donut.image_processing_pil_donut import DonutImageProcessorPil
    from transformers.models.idefics3.image_processing_pil_idefics3 import Idefics3ImageProcessorPil
    from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil
    from transformers.models.vit.image_processing_pil_vit import ViTImageProcessorPil

    half = {"image_mean": [0.5] * 3, "image_std": [0.5] * 3}
    if name.startswith("tiles"):
        most = int(name.split()[1])
        edge = max((each for each in (48, 72, 96) if _count(image, each) <= most), default=96)
        processor = Idefics3ImageProcessorPil(
            size={"longest_edge": edge},
            max_image_size={"longest_edge": 24},
            do_image_splitting=_count(image, edge) <= most,
            **half,
        )
        return processor(image, return_tensors="np")["pixel_values"][0]
    if name.startswith("multiples"):
        plan, tiles = PLANS[name]
        size = {
            "shortest_edge": plan["min_pixels"],
            "longest_edge": min(plan["max_pixels"], tiles * plan["tile"] ** 2),
        }
        processor = Qwen2VLImageProcessorPil(size=size, patch_size=4, merge_size=2, **half)
        seen = processor(image, return_tensors="np")
        _, rows, columns = seen["image_grid_thw"][0]
        # Squares of two by two patches, each the same at two moments.
        split = seen["pixel_values"].reshape(rows // 2, columns // 2, 2, 2, 3, 2, 4, 4)[:, :, :, :, :, 0]
        return split.transpose(4, 0, 2, 5, 1, 3, 6).reshape(1, 3, rows * 4, columns * 4)
    made = {
        "exact bicubic": lambda: CLIPImageProcessorPil(
            size={"height": 40, "width": 48}, do_center_crop=False, image_mean=MEAN, image_std=STD
        ),
        "exact bilinear": lambda: ViTImageProcessorPil(size={"height": 40, "width": 40}, resample=2, **half),
        "crop": lambda: CLIPImageProcessorPil(
            size={"shortest_edge": 44}, crop_size={"height": 40, "width": 40}, image_mean=MEAN, image_std=STD
        ),
        "fit": lambda: DonutImageProcessorPil(size={"height": 64, "width": 48}, **half),
    }
    return np.asarray(made[name]()(image, return_tensors="np")["pixel_values"])


def _count(image, edge):
    from transformers.models.idefics3.image_processing_pil_idefics3 import Idefics3ImageProcessorPil

    processor = Idefics3ImageProcessorPil(size={"longest_edge": edge}, max_image_size={"longest_edge": 24})
    return processor(image, return_tensors="np")["pixel_values"].shape[1]


def steps(pixels, plan):
    """Return the bytes that numbers stand for."""
    mean = np.array(plan.get("mean", [0.5] * 3), np.float32)[:, None, None]
    std = np.array(plan.get("std", [0.5] * 3), np.float32)[:, None, None]
    return np.rint((pixels * std + mean) * 255).astype(np.uint8)


def main():
    """Write the file."""
    kept = {}
    for name, (plan, _) in PLANS.items():
        for width, height in SIZES:
            if name.startswith("tiles") and min(width, height) / max(width, height) < 0.04:
                continue
            kept[f"{name} {width}x{height}"] = steps(original(name, picture(width, height)), plan)
    np.savez_compressed(TARGET, **kept)


if __name__ == "__main__":
    main()
