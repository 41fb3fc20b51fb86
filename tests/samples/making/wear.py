"""What happens to paper between the printer and the file: folds, tilt, grain, bad light, a camera.

Every function takes and gives a :class:`Scan`, so that the ground truth follows the pixels.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from making.canvas import PrintedLine, Sheet


@dataclass(frozen=True)
class Scan:
    """Pixels (height, width, 3) as float32 in [0, 255], and the truth in their coordinates."""

    pixels: np.ndarray
    lines: tuple[PrintedLine, ...]
    ignored: tuple[np.ndarray, ...]
    rng: np.random.Generator

    @classmethod
    def of(cls, sheet: Sheet) -> "Scan":
        pixels = np.asarray(sheet.image, dtype=np.float32)
        return cls(pixels, tuple(sheet.lines), tuple(sheet.ignored), np.random.default_rng(sheet.seed))

    @property
    def size(self) -> tuple[int, int]:
        return self.pixels.shape[1], self.pixels.shape[0]

    def moved(self, matrix: np.ndarray, pixels: np.ndarray) -> "Scan":
        """Return the scan with new pixels, the truth carried along by a 3×3 matrix."""

        def carry(quad: np.ndarray) -> np.ndarray:
            return cv2.perspectiveTransform(quad[None].astype(np.float64), matrix)[0]

        lines = tuple(PrintedLine(line.text, carry(line.quad), line.language) for line in self.lines)
        return replace(self, pixels=pixels, lines=lines, ignored=tuple(carry(quad) for quad in self.ignored))

    def with_pixels(self, pixels: np.ndarray) -> "Scan":
        return replace(self, pixels=pixels)


def clouds(scan: Scan, cells: int) -> np.ndarray:
    """Return smooth noise in [0, 1] of the scan's size, about ``cells`` patches along its longer side."""
    width, height = scan.size
    shape = (max(2, cells * height // max(width, height)), max(2, cells * width // max(width, height)))
    rough = scan.rng.random(shape).astype(np.float32)
    return np.clip(cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1)


def fade_ink(scan: Scan, strength: float, *, cells: int = 24) -> Scan:
    """Let the ink be weaker in patches, as from a worn ribbon or a thermal head."""
    weak = clouds(scan, cells)[..., None] * strength
    return scan.with_pixels(scan.pixels + (255 - scan.pixels) * weak)


def age_paper(
    scan: Scan, tint: tuple[int, int, int] = (250, 247, 238), *, stains: float = 0.04, grain: float = 0.018
) -> Scan:
    """Give the paper its colour, soft stains and grain of fibres."""
    width, height = scan.size
    fibres = cv2.GaussianBlur(scan.rng.standard_normal((height, width)).astype(np.float32), (0, 0), 1.1)
    shade = 1 - stains * clouds(scan, 5) + grain * fibres
    return scan.with_pixels(scan.pixels * (np.array(tint, np.float32) / 255) * shade[..., None])


def fold(scan: Scan, at: float, *, across: bool = True, depth: float = 0.1) -> Scan:
    """Crease the paper at a part of its height (or width): a light ridge with a shadow on one side."""
    width, height = scan.size
    length = height if across else width
    distance = np.arange(length, dtype=np.float32) - at * length
    shadow = -depth * np.exp(-np.clip(distance, 0, None) / 34) * (distance >= 0)
    ridge = depth * 1.1 * np.exp(-((distance + 1) ** 2) / 3)
    profile = 1 + shadow + ridge
    shape = (length, 1, 1) if across else (1, length, 1)
    return scan.with_pixels(scan.pixels * profile.reshape(shape))


def tilt(scan: Scan, degrees: float, *, border: tuple[int, int, int] = (236, 236, 234)) -> Scan:
    """Lay the sheet slightly askew on the glass; clockwise positive."""
    width, height = scan.size
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0), [0, 0, 1]])
    pixels = cv2.warpPerspective(
        scan.pixels,
        matrix,
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=border,
    )
    return scan.moved(matrix, pixels)


def shadow_edge(scan: Scan, *, side: str = "left", reach: float = 0.05, depth: float = 0.35) -> Scan:
    """Darken an edge, as a photocopier does along a book's spine."""
    width, _ = scan.size
    distance = np.arange(width, dtype=np.float32)
    if side == "right":
        distance = width - 1 - distance
    return scan.with_pixels(scan.pixels * (1 - depth * np.exp(-distance / (reach * width)))[None, :, None])


def scanner(
    scan: Scan, *, blur: float = 0.6, noise: float = 3.0, contrast: float = 1.0, dust: int = 22
) -> Scan:
    """Look through a cheap scanner: soft optics, sensor noise, specks of dust."""
    pixels, (width, height) = scan.pixels.copy(), scan.size
    for _ in range(dust):
        centre = (int(scan.rng.integers(width)), int(scan.rng.integers(height)))
        shade = float(scan.rng.integers(40, 150))
        # A speck beside a digit would be a decimal point or an Arabic zero, and the truth would be in doubt.
        if not any(_near(line.quad, centre) for line in scan.lines):
            cv2.circle(pixels, centre, int(scan.rng.integers(1, 3)), (shade, shade, shade), -1, cv2.LINE_AA)
    pixels = 128 + (cv2.GaussianBlur(pixels, (0, 0), blur) - 128) * contrast
    pixels = pixels + scan.rng.standard_normal((height, width, 1)).astype(np.float32) * noise
    return scan.with_pixels(np.clip(pixels, 0, 255))


def _near(quad: np.ndarray, point: tuple[int, int], reach: float = 14) -> bool:
    return cv2.pointPolygonTest(quad.astype(np.float32), point, measureDist=True) > -reach


def photograph(
    scan: Scan,
    corners: np.ndarray,
    size: tuple[int, int],
    table: np.ndarray,
    *,
    drop: tuple[int, int] = (14, 18),
) -> Scan:
    """Photograph the sheet lying on a table.

    Args:
        scan: The sheet alone.
        corners: Where its corners come to lie in the photo, clockwise from top left, shape (4, 2).
        size: Width and height of the photo.
        table: Pixels of the table in the photo's size.
        drop: Offset of the soft shadow that the sheet throws.
    """
    width, height = scan.size
    from_corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(from_corners, corners.astype(np.float32))
    laid = cv2.warpPerspective(scan.pixels, matrix, size, flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, size, flags=cv2.INTER_LINEAR)
    shade = cv2.GaussianBlur(np.roll(cover, drop[::-1], axis=(0, 1)), (0, 0), 14)
    scene = table * (1 - 0.55 * shade[..., None])
    return scan.moved(matrix, laid * cover[..., None] + scene * (1 - cover[..., None]))


def wooden_table(
    size: tuple[int, int], seed: int, *, tone: tuple[int, int, int] = (126, 88, 58)
) -> np.ndarray:
    """Return the pixels of a wooden table."""
    rng, (width, height) = np.random.default_rng(seed), size
    grain = np.zeros((height, width), np.float32)
    for cells, weight in ((7, 0.5), (40, 0.3), (200, 0.2)):
        rough = rng.random((cells * 2, max(2, cells // 7))).astype(np.float32)
        grain += weight * cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)
    pixels = np.array(tone, np.float32) * (0.62 + 0.7 * grain[..., None])
    for plank in range(1, 4):
        row = plank * height // 4 + int(rng.integers(-20, 20))
        pixels[row : row + 5] *= 0.45
    return pixels + rng.standard_normal((height, width, 1)).astype(np.float32) * 5


def bad_light(
    scan: Scan,
    *,
    towards: tuple[float, float],
    fall: float = 0.55,
    warm: tuple[float, float, float] = (1.05, 1.0, 0.86),
) -> Scan:
    """Light the scene by one weak warm lamp at ``towards`` (parts of width and height)."""
    width, height = scan.size
    yy, xx = np.mgrid[:height, :width].astype(np.float32)
    distance = np.hypot((xx / width - towards[0]), (yy / height - towards[1]))
    light = 1.06 - fall * np.clip(distance, 0, 1.4) / 1.4
    return scan.with_pixels(np.clip(scan.pixels * light[..., None] * np.array(warm, np.float32), 0, 255))


def cast_shadow(scan: Scan, outline: np.ndarray, *, depth: float = 0.35, soft: float = 45) -> Scan:
    """Throw the shadow of the person who holds the phone; ``outline`` in parts of width and height."""
    width, height = scan.size
    mask = np.zeros((height, width), np.float32)
    cv2.fillPoly(mask, [np.int32(outline * [width, height])], 1.0)
    mask = cv2.GaussianBlur(mask, (0, 0), soft)
    return scan.with_pixels(scan.pixels * (1 - depth * mask[..., None]))


def camera(scan: Scan, *, blur: float = 0.9, shake: int = 3, noise: float = 6.0) -> Scan:
    """Look through a phone's camera held by hand: soft focus, a little shake, noise in the dark parts."""
    kernel = np.zeros((shake, shake), np.float32)
    np.fill_diagonal(kernel, 1 / shake)
    pixels = cv2.filter2D(cv2.GaussianBlur(scan.pixels, (0, 0), blur), -1, kernel)
    grain = cv2.GaussianBlur(scan.rng.standard_normal(pixels.shape).astype(np.float32), (0, 0), 0.7)
    return scan.with_pixels(np.clip(pixels + grain * noise * (1.5 - pixels / 255), 0, 255))


def quarter_turn(scan: Scan, turns: int) -> Scan:
    """Turn the page clockwise by quarters, as it was fed into the machine."""
    for _ in range(turns % 4):
        height = scan.pixels.shape[0]
        matrix = np.array([[0, -1, height], [1, 0, 0], [0, 0, 1]], np.float64)
        scan = scan.moved(matrix, np.ascontiguousarray(np.rot90(scan.pixels, -1)))
    return scan
