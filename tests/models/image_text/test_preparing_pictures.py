"""How pictures are prepared is read as transformers reads it, from the forms in which snapshots tell it."""

import json

import pytest

from models.image_text.errors import UnsupportedModelError
from models.image_text.snapshots import Snapshot

HALF, CLIP_MEAN = [0.5, 0.5, 0.5], [0.48145466, 0.4578275, 0.40821073]


def told(tmp_path, **settings):
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "preprocessor_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return Snapshot.open(tmp_path, weights=False)


@pytest.mark.parametrize(
    ("settings", "usual", "wanted"),
    [
        (
            {"feature_extractor_type": "ViTFeatureExtractor", "size": 224, "image_mean": HALF},
            "ViTImageProcessor",
            {"mode": "exact", "size": [224, 224], "resample": "bilinear", "mean": HALF},
        ),
        (
            {"feature_extractor_type": "DonutFeatureExtractor", "size": [960, 1280], "do_pad": True},
            "ViTImageProcessor",
            {"mode": "fit-and-pad", "size": [1280, 960], "shortest_edge": 960, "resample": "bilinear"},
        ),
        (
            {"image_processor_type": "CLIPImageProcessorFast", "size": 336, "crop_size": 336},
            "ViTImageProcessor",
            {"mode": "shortest-edge-crop", "size": [336, 336], "shortest_edge": 336, "resample": "bicubic"},
        ),
        ({}, "CLIPImageProcessor", {"mode": "shortest-edge-crop", "size": [224, 224], "mean": CLIP_MEAN}),
        ({"do_normalize": False}, "SiglipImageProcessor", {"mode": "exact", "mean": [0.0] * 3}),
        ({"do_rescale": False}, "SiglipImageProcessor", {"mode": "exact", "rescale": 1.0}),
    ],
)
def test_what_a_snapshot_leaves_out_is_as_its_class_has_it(tmp_path, settings, usual, wanted):
    from models.image_text.preparing_pictures import picture_processor, preprocess_of

    settings = settings or {"do_resize": True}
    found = preprocess_of(picture_processor(told(tmp_path, **settings), usual))
    assert {key: found[key] for key in wanted} == {
        key: pytest.approx(each) if key in ("mean", "rescale") else each for key, each in wanted.items()
    }


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"image_processor_type": "NobodysImageProcessor"}, "which transformers does not have"),
        ({"size": {"shortest_edge": 224}, "do_center_crop": False}, "not one rectangle"),
        ({"do_resize": False}, "in the size that they have"),
        ({"image_processor_type": "DonutImageProcessor", "do_align_long_axis": True}, "longer side"),
    ],
)
def test_what_the_manifest_has_no_words_for_is_refused(tmp_path, settings, complaint):
    from models.image_text.preparing_pictures import picture_processor, preprocess_of

    with pytest.raises(UnsupportedModelError, match=complaint):
        preprocess_of(picture_processor(told(tmp_path, **settings), "CLIPImageProcessor"))
