"""Turns every kind of pixel that a file can hold into sRGB, a band of rows at a time.

Working in bands keeps the memory of a large scan at its decoded size plus that of the result.
"""

from io import BytesIO

import numpy as np
from PIL import Image, ImageChops, ImageCms

_SIXTEEN_BIT = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_WITH_ALPHA = frozenset({"LA", "PA", "RGBA", "La", "RGBa"})
_PROBE = 256
_SPACE_OF_MODE = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK", "LAB": "Lab"}


class SrgbConverter:
    """Converts bands of one decoded image to 8-bit sRGB on an opaque background.

    Transparent parts become white, or black where what is visible is so light that it would vanish on white.

    Attributes:
        warnings: What could not be honoured, as whole sentences.
    """

    def __init__(self, image: Image.Image, *, inverted: bool) -> None:
        """Look at the whole image once, since all its bands must be treated alike.

        Args:
            image: Decoded.
            inverted: Its values count the other way round: 0 is no ink for CMYK, or white for grey.
        """
        self.warnings: tuple[str, ...] = ()
        self._inverted = inverted
        self._range = _value_range(image)
        self._transparent = _is_transparent(image)
        self._background = _background(image) if self._transparent else 255
        self._mode = _mode_for_profile(image)
        self._transform = self._profile_transform(image.info.get("icc_profile"))

    def convert(self, band: Image.Image) -> Image.Image:
        """Return the band, a crop of the image, in mode RGB."""
        if self._range is not None:
            band = _to_eight_bit(band, *self._range)
        alpha = None
        if self._transparent:
            band = band.convert("RGBA")
            alpha = band.getchannel("A")
        band = band if band.mode == self._mode else band.convert(self._mode)
        if self._inverted:
            band = ImageChops.invert(band)
        rgb = self._to_srgb(band)
        if alpha is None:
            return rgb
        return Image.composite(rgb, Image.new("RGB", rgb.size, (self._background,) * 3), alpha)

    def _to_srgb(self, band: Image.Image) -> Image.Image:
        if self._transform is None:
            return band.convert("RGB")
        converted = ImageCms.applyTransform(band, self._transform)
        assert converted is not None
        return converted

    def _profile_transform(self, profile: object) -> ImageCms.ImageCmsTransform | None:
        srgb = ImageCms.createProfile("sRGB")
        if self._mode == "LAB":  # has a meaning of its own, and Pillow no other conversion
            return ImageCms.buildTransform(ImageCms.createProfile("LAB"), srgb, "LAB", "RGB")
        if not isinstance(profile, bytes) or not profile:
            return None
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if source.profile.xcolor_space.strip() != _SPACE_OF_MODE[self._mode]:
                return None  # a profile of another kind of pixel: what the file says cannot be meant
            if "sRGB" in (source.profile.profile_description or ""):
                return None
            return ImageCms.buildTransform(source, srgb, self._mode, "RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            self.warnings = ("The image's colour profile is damaged; its colours may be slightly off.",)
            return None


def _mode_for_profile(image: Image.Image) -> str:
    """The mode that bands are brought to before the colour profile applies."""
    if image.mode in {"1", "L", "LA", "La", "F", "I"} | _SIXTEEN_BIT:
        return "L"
    return image.mode if image.mode in {"CMYK", "LAB"} else "RGB"


def _value_range(image: Image.Image) -> tuple[float, float] | None:
    """The values that mean black and white in an image of more than 8 bits; None for all others."""
    if image.mode not in {"I", "F"} | _SIXTEEN_BIT:
        return None
    low, high = _extremes(image)
    if image.mode == "F" and high <= 1.0:
        return 0.0, 1.0
    # Scanners store 10, 12 and 14 bits in 16 without saying so; the least depth that holds all is meant.
    top = next((float(2**bits - 1) for bits in (8, 10, 12, 14, 16) if high <= 2**bits - 1), high)
    return min(low, 0.0), top


def _extremes(image: Image.Image) -> tuple[float, float]:
    low, high = image.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    return (float(low), float(high)) if np.isfinite([low, high]).all() else (0.0, 1.0)


def _to_eight_bit(band: Image.Image, low: float, high: float) -> Image.Image:
    values = np.asarray(band, dtype=np.float32)
    scaled = np.nan_to_num((values - low) * (255.0 / max(high - low, 1e-9)), posinf=255.0)
    return Image.fromarray(np.clip(scaled + 0.5, 0, 255).astype(np.uint8))


def _is_transparent(image: Image.Image) -> bool:
    """Whether anything shows through; many programs save opaque pictures with an alpha channel."""
    if image.mode == "RGBA":
        return any(image.getchannel("A").histogram()[:255])
    return image.mode in _WITH_ALPHA or "transparency" in image.info


def _background(image: Image.Image) -> int:
    """255, or 0 for light marks on nothing, such as white text exported from a presentation."""
    small = image.resize(
        (min(_PROBE, image.width), min(_PROBE, image.height)), Image.Resampling.NEAREST
    ).convert("RGBA")
    pixels = np.asarray(small, dtype=np.int32)
    visible = pixels[..., 3] > 127
    if not 0 < visible.mean() < 0.5:
        return 255
    brightness = pixels[visible][:, :3].mean(axis=1)
    return 0 if np.percentile(brightness, 25) > 200 else 255
