"""Which samples there are, what wear each one shows, and how files and ground truth are written."""

import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from making import arabic, english, french, report_pdf, spanish, swahili, wear
from making.canvas import FONTS, PrintedLine
from making.wear import Scan
from PIL import Image


@dataclass(frozen=True)
class Sample:
    """One file to make: its name, kind, and the function that writes it and returns its pages."""

    file: str
    kind: str
    make: Callable[[Path], list["Page"]]


@dataclass(frozen=True)
class Page:
    """The truth about one page, in pixels of a given size."""

    width: int
    height: int
    lines: Sequence[PrintedLine]
    ignored: Sequence[np.ndarray] = ()

    @classmethod
    def of(cls, scan: Scan) -> "Page":
        return cls(*scan.size, scan.lines, scan.ignored)


def as_image(scan: Scan, *, grey: bool = False) -> Image.Image:
    image = Image.fromarray(np.clip(scan.pixels + 0.5, 0, 255).astype(np.uint8))
    return image.convert("L") if grey else image


def registration_form(path: Path) -> list[Page]:
    scan = wear.fade_ink(Scan.of(french.registration_form()), 0.22)
    scan = wear.age_paper(scan)
    scan = wear.fold(wear.fold(scan, 0.5), 0.48, across=False, depth=0.05)
    scan = wear.scanner(wear.tilt(scan, 0.8), noise=2.2)
    as_image(scan).save(path, quality=62, dpi=(150, 150), optimize=True)
    return [Page.of(scan)]


def identity_card(path: Path) -> list[Page]:
    scan = wear.age_paper(Scan.of(spanish.identity_card()), (248, 248, 246), stains=0.02)
    scan = wear.shadow_edge(wear.tilt(scan, -1.2), side="right", reach=0.03, depth=0.3)
    scan = wear.scanner(scan, blur=0.8, noise=1.6, contrast=1.03)
    as_image(scan).save(path, quality=64, dpi=(300, 300), optimize=True)
    return [Page.of(scan)]


def clinic_register(path: Path) -> list[Page]:
    scan = wear.age_paper(Scan.of(swahili.clinic_register()), (247, 243, 230), stains=0.06)
    scan = wear.shadow_edge(scan, side="left", reach=0.035, depth=0.45)
    scan = wear.scanner(wear.tilt(scan, 0.6), noise=2.4, blur=0.7)
    as_image(scan).save(path, quality=56, dpi=(183, 183), optimize=True)
    return [Page.of(scan)]


def receipt(path: Path) -> list[Page]:
    scan = wear.fade_ink(Scan.of(spanish.receipt()), 0.62, cells=7)
    streaks = 1 - 0.25 * (scan.rng.random((1, scan.size[0], 1)) < 0.02)
    scan = scan.with_pixels(255 - (255 - scan.pixels) * streaks.astype(np.float32))
    scan = wear.age_paper(scan, (243, 242, 244), stains=0.07)
    scan = wear.fold(wear.fold(scan, 0.36, depth=0.13), 0.69, depth=0.1)
    scan = wear.scanner(wear.tilt(scan, -1.4, border=(88, 90, 94)), blur=0.7, noise=3.0, dust=25)
    as_image(scan, grey=True).save(path, quality=66, dpi=(203, 203), optimize=True)
    return [Page.of(scan)]


def distribution_list(path: Path) -> list[Page]:
    scan = wear.age_paper(wear.fade_ink(Scan.of(arabic.distribution_list()), 0.15), (250, 248, 242))
    scan = wear.fold(scan, 0.52, depth=0.08)
    scan = wear.scanner(wear.tilt(scan, -0.7), noise=2.2)
    as_image(scan).save(path, quality=62, dpi=(150, 150), optimize=True)
    return [Page.of(scan)]


def consent_form(path: Path) -> list[Page]:
    scan = wear.age_paper(Scan.of(arabic.consent_form()), (252, 251, 247), stains=0.0, grain=0.004)
    scan = wear.scanner(wear.tilt(scan, 0.5), noise=0.0, dust=12, blur=0.5)
    as_image(scan).quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        path, dpi=(150, 150), optimize=True
    )
    return [Page.of(scan)]


def phone_photo(path: Path) -> list[Page]:
    """Write a JPEG that lies on its side and says so in EXIF; the truth is in upright pixels."""
    scan = wear.age_paper(Scan.of(english.needs_assessment()), (246, 243, 234), stains=0.05)
    scan = wear.fold(wear.fold(scan, 0.5, depth=0.12), 0.5, across=False, depth=0.08)
    size = (1500, 2000)
    corners = np.array([[236, 212], [1314, 150], [1424, 1788], [92, 1858]])
    scan = wear.photograph(scan, corners, size, wear.wooden_table(size, 5))
    scan = wear.bad_light(scan, towards=(0.25, 0.1), fall=0.62)
    shape = np.array([[0.62, 1.1], [0.66, 0.74], [0.8, 0.6], [0.93, 0.62], [1.2, 0.8], [1.2, 1.2]])
    scan = wear.camera(wear.cast_shadow(scan, shape), blur=0.8, noise=5.0)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Sanduku samples"
    # Orientation 6: what the file holds must be turned clockwise by a quarter to stand upright.
    as_image(scan).rotate(90, expand=True).save(path, quality=60, exif=exif, dpi=(72, 72), optimize=True)
    return [Page.of(scan)]


def situation_report(path: Path) -> list[Page]:
    scan = wear.age_paper(wear.fade_ink(Scan.of(english.delivery_note()), 0.2), (249, 246, 236))
    scan = wear.scanner(wear.tilt(scan, 1.1), noise=2.2)
    buffer = io.BytesIO()
    as_image(scan, grey=True).save(buffer, "JPEG", quality=58, optimize=True)
    lines = report_pdf.write_report(path, buffer.getvalue())
    width, height = (round(points * report_pdf.DPI / 72) for points in (report_pdf.WIDTH, report_pdf.HEIGHT))
    stretch = np.diag([width / scan.size[0], height / scan.size[1], 1.0])
    return [
        Page(width, height, lines),
        Page.of(scan.moved(stretch, np.empty((height, width, 3), np.float32))),
    ]


def referral_letter(path: Path) -> list[Page]:
    """Write a fax-like black and white TIFF, its pages fed in sideways."""
    scans = []
    for sheet, degrees in ((french.referral_letter(), 0.9), (french.counter_referral(), -0.6)):
        scan = wear.tilt(wear.fade_ink(Scan.of(sheet), 0.12), degrees, border=(255, 255, 255))
        scans.append(wear.quarter_turn(_black_and_white(scan), 1))
    images = [as_image(scan, grey=True).convert("1", dither=Image.Dither.NONE) for scan in scans]
    images[0].save(path, save_all=True, append_images=images[1:], compression="group4", dpi=(200, 200))
    return [Page.of(scan) for scan in scans]


def _black_and_white(scan: Scan) -> Scan:
    grey = cv2.GaussianBlur(scan.pixels.mean(axis=2), (0, 0), 0.8)
    grey += cv2.GaussianBlur(scan.rng.standard_normal(grey.shape), (0, 0), 0.8) * 18
    black = (grey < 150).astype(np.uint8)
    specks = (scan.rng.random(grey.shape) < 0.00006).astype(np.uint8)
    black |= cv2.dilate(specks, np.ones((2, 2), np.uint8))
    return scan.with_pixels(np.repeat((255 * (1 - black))[..., None], 3, axis=2).astype(np.float32))


def damage_report(path: Path) -> list[Page]:
    scan = wear.age_paper(Scan.of(spanish.damage_report()), (252, 250, 246), stains=0.03)
    scan = wear.scanner(wear.tilt(scan, -0.4), noise=1.5, dust=20)
    as_image(scan).save(path, quality=58, method=6)
    return [Page.of(scan)]


def vaccination_card(path: Path) -> list[Page]:
    """Write a phone photo as HEIC, with the encoder of libheif's tools."""
    scan = wear.age_paper(Scan.of(swahili.vaccination_card()), (250, 248, 240), stains=0.08)
    scan = wear.fold(scan, 0.5, depth=0.16)
    size = (1200, 1600)
    corners = np.array([[96, 78], [1124, 104], [1102, 1512], [70, 1470]])
    scan = wear.photograph(scan, corners, size, wear.wooden_table(size, 9, tone=(92, 104, 112)))
    scan = wear.camera(wear.bad_light(scan, towards=(0.7, 0.2), fall=0.35, warm=(1.0, 1.0, 0.95)), noise=3.0)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "photo.png"
        as_image(scan).save(plain)
        subprocess.run(["heif-enc", "-q", "42", str(plain), "-o", str(path)], check=True, capture_output=True)
    return [Page.of(scan)]


SAMPLES = (
    Sample("registration-form.jpg", "registration-form", registration_form),
    Sample("id-card-mrz.jpg", "id-card", identity_card),
    Sample("clinic-register.jpg", "clinic-register", clinic_register),
    Sample("receipt.jpg", "receipt", receipt),
    Sample("distribution-list.jpg", "distribution-list", distribution_list),
    Sample("consent-form.png", "consent-form", consent_form),
    Sample("phone-photo.jpg", "needs-assessment", phone_photo),
    Sample("situation-report.pdf", "report", situation_report),
    Sample("referral-letter.tif", "medical-letter", referral_letter),
    Sample("damage-report.webp", "damage-report", damage_report),
    Sample("vaccination-card.heic", "vaccination-card", vaccination_card),
)


def truth_of(sample: Sample, pages: Sequence[Page]) -> dict[str, object]:
    """Return the ground truth as JSON values."""
    return {
        "kind": sample.kind,
        "languages": sorted({line.language for page in pages for line in page.lines}),
        "pages": [
            {
                "width": page.width,
                "height": page.height,
                "text": "\n".join(line.text for line in page.lines),
                "lines": [
                    {"text": line.text, "quad": _rounded(line.quad), "language": line.language}
                    for line in page.lines
                ],
                "ignore": [_rounded(quad) for quad in page.ignored],
            }
            for page in pages
        ],
    }


def _rounded(quad: np.ndarray) -> list[list[float]]:
    return [[round(float(x), 1), round(float(y), 1)] for x, y in quad]


def main(folder: Path, names: Sequence[str]) -> None:
    """Make the samples whose names begin with one of ``names``, or all."""
    missing = [path for path in FONTS.values() if not Path(path).exists()]
    if missing or not shutil.which("heif-enc"):
        raise SystemExit(f"Install the packages named in README.md; missing: {missing or 'heif-enc'}")
    for sample in SAMPLES:
        if names and not sample.file.startswith(tuple(names)):
            continue
        path = folder / sample.file
        truth = json.dumps(truth_of(sample, sample.make(path)), ensure_ascii=False, indent=1)
        path.with_suffix(".truth.json").write_text(truth + "\n", encoding="utf-8")
        print(f"{sample.file}: {path.stat().st_size / 1024:.0f} KB")
