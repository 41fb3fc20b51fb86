"""Every kind of pixel becomes opaque sRGB."""

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageCms


def near(pixel: np.ndarray, wanted: tuple[int, int, int], by: int = 6) -> bool:
    return bool((np.abs(pixel.astype(int) - wanted) <= by).all())


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_black_stays_black_and_white_white(loaded, encoded, mode: str) -> None:
    gray = Image.fromarray(np.repeat(np.array([[0, 255]], np.uint8), 8, axis=0))
    if mode == "I;16":
        image = Image.fromarray(np.asarray(gray).astype(np.uint16) * 257)
    else:
        image = gray.convert("RGB").convert(mode) if mode != "LA" else gray.convert("LA")
    page = loaded(encoded(image, "PNG"))
    assert near(page.pixels[4, 0], (0, 0, 0)) and near(page.pixels[4, 1], (255, 255, 255))


@pytest.mark.parametrize("depth", [8, 10, 12, 16])
def test_sixteen_bit_scans_use_the_whole_range_whatever_their_true_depth(loaded, encoded, depth: int) -> None:
    values = np.tile(np.array([0, 2**depth - 1], np.uint16), (4, 4))
    page = loaded(encoded(Image.fromarray(values), "PNG"))
    assert page.pixels.min() == 0 and page.pixels.max() == 255


@pytest.mark.parametrize("values", [[0.0, 1.0], [0.0, 255.0], [0.0, 65535.0]])
def test_floating_point_pixels_are_scaled(loaded, encoded, values: list[float]) -> None:
    page = loaded(encoded(Image.fromarray(np.array([values] * 4, np.float32)), "TIFF"))
    assert near(page.pixels[0, 0], (0, 0, 0)) and near(page.pixels[0, 1], (255, 255, 255))


def test_sixteen_bit_tiffs_in_which_zero_is_white_are_turned_round(loaded, encoded) -> None:
    values = np.array([[0, 65535]] * 4, np.uint16)
    page = loaded(encoded(Image.fromarray(values), "TIFF", tiffinfo={262: 0}))
    assert near(page.pixels[0, 0], (255, 255, 255)) and near(page.pixels[0, 1], (0, 0, 0))


def test_transparent_parts_are_white(loaded, encoded) -> None:
    image = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (0, 0, 5, 10))
    page = loaded(encoded(image, "PNG"))
    assert near(page.pixels[5, 2], (200, 0, 0)) and near(page.pixels[5, 8], (255, 255, 255))


def test_half_transparent_ink_is_mixed_with_white(loaded, encoded) -> None:
    page = loaded(encoded(Image.new("RGBA", (6, 6), (0, 0, 0, 128)), "PNG"))
    assert near(page.pixels[3, 3], (127, 127, 127))


def test_light_writing_on_nothing_is_put_on_black(loaded, encoded) -> None:
    image = Image.new("RGBA", (40, 40), (255, 255, 255, 0))
    image.paste((255, 255, 255, 255), (10, 10, 20, 14))
    page = loaded(encoded(image, "PNG"))
    assert near(page.pixels[12, 15], (255, 255, 255)) and near(page.pixels[30, 30], (0, 0, 0))


def test_a_palette_with_a_transparent_entry_is_white_there(loaded, encoded) -> None:
    image = Image.new("P", (10, 10), 0)
    image.putpalette([10, 20, 30, 200, 0, 0])
    image.paste(1, (0, 0, 8, 10))
    page = loaded(encoded(image, "PNG", transparency=0))
    assert near(page.pixels[5, 2], (200, 0, 0)) and near(page.pixels[5, 9], (255, 255, 255))


def cmyk_jpeg(cyan: int, *, adobe: bool) -> bytes:
    """Pillow writes and expects inverted values for both kinds; only the marker tells them apart."""
    image = Image.merge("CMYK", [Image.new("L", (16, 16), value) for value in (cyan, 0, 0, 0)])
    buffer = io.BytesIO()
    (image if adobe else ImageChops.invert(image)).save(buffer, "JPEG", quality=95)
    data = buffer.getvalue()
    marker = data.find(b"\xff\xee")
    if adobe and marker < 0:
        segment = b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 0)
        return data[:2] + b"\xff\xee" + struct.pack(">H", len(segment) + 2) + segment + data[2:]
    if not adobe and marker >= 0:
        length = struct.unpack(">H", data[marker + 2 : marker + 4])[0]
        return data[:marker] + data[marker + 2 + length :]
    return data


@pytest.mark.parametrize("adobe", [True, False])
def test_cmyk_jpegs_of_adobe_and_of_others_show_the_same_colour(loaded, adobe: bool) -> None:
    page = loaded(cmyk_jpeg(255, adobe=adobe))
    assert near(page.pixels[8, 8], (0, 255, 255), by=30)


def test_a_colour_profile_is_honoured(loaded, encoded) -> None:
    # A profile of CIE Lab's own white and linear light: mid grey gets far lighter in sRGB.
    linear = linear_gray_profile()
    page = loaded(encoded(Image.new("L", (8, 8), 64), "PNG", icc_profile=linear))
    assert page.pixels[4, 4, 0] > 110


def linear_gray_profile() -> bytes:
    """A minimal ICC v2 profile: grey, tone curve of gamma 1."""
    white = b"XYZ \x00\x00\x00\x00" + struct.pack(">iii", 63190, 65536, 54061)
    curve = b"curv\x00\x00\x00\x00" + struct.pack(">I", 0)
    name = b"desc\x00\x00\x00\x00" + struct.pack(">I", 7) + b"linear\x00" + bytes(79)
    cprt = b"text\x00\x00\x00\x00none\x00\x00\x00\x00"
    bodies = {b"wtpt": white, b"kTRC": curve, b"desc": name, b"cprt": cprt}
    table, data = b"", b""
    start = 128 + 4 + 12 * len(bodies)
    for tag, body in bodies.items():
        body += bytes(-len(body) % 4)
        table += tag + struct.pack(">II", start + len(data), len(body))
        data += body
    size = start + len(data)
    head = struct.pack(">I4sI4s4s4s", size, b"\x00" * 4, 0x02100000, b"scnr", b"GRAY", b"XYZ ")
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">iii", 63190, 65536, 54061) + bytes(48)
    profile = head + struct.pack(">I", len(bodies)) + table + data
    assert ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space.strip() == "GRAY"
    return profile


def test_a_damaged_profile_is_told_and_the_picture_read(loaded, encoded) -> None:
    page = loaded(encoded(Image.new("RGB", (8, 8), (10, 200, 30)), "PNG", icc_profile=b"junk" * 50))
    assert near(page.pixels[4, 4], (10, 200, 30))
    assert any("profile" in warning for warning in page.warnings)


def test_the_first_frame_of_an_animation_is_read_and_the_rest_told(opened, encoded) -> None:
    frames = [Image.new("RGB", (12, 12), colour) for colour in ("red", "blue")]
    with opened(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])) as source:
        assert source.page_count == 1
        assert "first" in source.notes[0]
        assert near(source.load(0).pixels[5, 5], (255, 0, 0))


def test_an_opaque_alpha_channel_changes_nothing(loaded, encoded) -> None:
    opaque = Image.effect_noise((40, 30), 90).convert("RGB")
    with_alpha = opaque.copy()
    with_alpha.putalpha(255)
    assert (loaded(encoded(with_alpha, "PNG")).pixels == loaded(encoded(opaque, "PNG")).pixels).all()
