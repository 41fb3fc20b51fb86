"""Invitations are found in files, photos of a QR code, scans and PDFs; what is none is refused."""

import io
import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno
from PIL import Image

from engine.invited import NoCodeError, NoInvitationError, invitation_in, main
from engine.sync.wire.invitation import Invitation

INVITATION = Invitation(
    ("https://hq.example.org",),
    "team1",
    "Goma 2",
    "CODE-CODE",
    "hq1",
    bytes(range(32)),
    f"age1{'q' * 58}",
    "",
    "2030-01-01T00:00:00Z",
)


def photo_of(invitation: Invitation, path: Path, *, turned: float = 4.0, noise: int = 18) -> None:
    """Write a photo as of paper: turned, from the side, unevenly lit, with noise and the traces of JPEG."""
    segno.make(invitation.encode(), error="m").save(str(path.with_suffix(".png")), scale=7, border=6)
    code = cv2.imread(str(path.with_suffix(".png")), cv2.IMREAD_GRAYSCALE)
    height, width = code.shape
    sheet = np.full((height + 500, width + 700), 235, np.uint8)
    sheet[250 : 250 + height, 350 : 350 + width] = code
    height, width = sheet.shape
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    seen = np.float32([[30, 20], [width - 10, 60], [width - 70, height - 20], [10, height - 50]])
    view = cv2.warpPerspective(
        sheet, cv2.getPerspectiveTransform(corners, seen), (width, height), borderValue=90
    )
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), turned, 1.0)
    view = cv2.warpAffine(view, turn, (width, height), borderValue=90).astype(np.float32)
    light = np.linspace(0.55, 1.0, width, dtype=np.float32)
    view = view * light + np.random.default_rng(1).normal(0, noise, view.shape)
    view = cv2.GaussianBlur(np.clip(view, 0, 255).astype(np.uint8), (3, 3), 0)
    cv2.imwrite(str(path), view, [cv2.IMWRITE_JPEG_QUALITY, 70])


@pytest.mark.parametrize("turned", [0.0, 4.0, 90.0, 183.0])
def test_an_invitation_is_read_from_a_photo_of_its_code(tmp_path, turned):
    photo_of(INVITATION, tmp_path / "photo.jpg", turned=turned)
    assert invitation_in(tmp_path / "photo.jpg") == INVITATION


def test_an_invitation_is_read_from_a_file_with_line_breaks(tmp_path):
    text = INVITATION.encode()
    (tmp_path / "a.sanduku-team").write_text(f"{text[:50]}\n {text[50:]}\n")
    assert invitation_in(tmp_path / "a.sanduku-team") == INVITATION


@pytest.mark.parametrize("name", ["a.jpg", "a.sanduku-team", "a.png"])
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff\xe0 no picture", b"sanduku-team:1:AAAA", bytes(5000)]
)
def test_what_is_no_invitation_is_refused_in_plain_words(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NoInvitationError):
        invitation_in(tmp_path / name)


def test_a_photo_without_a_code_says_how_to_take_a_better_one(samples):
    with pytest.raises(NoCodeError) as error:
        invitation_in(samples / "receipt.jpg")
    assert "in good light" in error.value.remedy


@pytest.mark.parametrize("name", ["scan.pdf", "scan.tiff", "picture.webp"])
def test_an_invitation_is_read_from_a_scan(tmp_path, name):
    photo_of(INVITATION, tmp_path / "photo.jpg")
    with Image.open(tmp_path / "photo.jpg") as picture:
        picture.convert("RGB").save(tmp_path / name)
    assert invitation_in(tmp_path / name) == INVITATION


def test_an_invitation_is_read_from_a_photo_of_an_iphone():
    """No library that we may ship writes HEIC: the picture was made once, of the invitation above."""
    assert invitation_in(Path(__file__).with_name("invitation.heic")) == INVITATION


def test_the_code_may_stand_on_a_later_page(tmp_path):
    photo_of(INVITATION, tmp_path / "photo.jpg")
    blank = Image.new("RGB", (600, 800), "white")
    with Image.open(tmp_path / "photo.jpg") as picture:
        blank.save(tmp_path / "letter.pdf", save_all=True, append_images=[picture.convert("RGB")])
    assert invitation_in(tmp_path / "letter.pdf") == INVITATION


def test_what_runs_beside_a_window_tells_the_invitation_or_why_there_is_none(tmp_path):
    (tmp_path / "a.sanduku-team").write_text(INVITATION.encode())
    assert told(tmp_path / "a.sanduku-team") == (0, {"result": {"invitation": INVITATION.encode()}})
    code, line = told(tmp_path / "missing.sanduku-team")
    assert code == NoInvitationError.exit_code
    assert line["error"]["code"] == "invitation.none"


def told(path: Path) -> tuple[int, dict]:
    out = io.StringIO()
    code = main(["look", str(path)], out=out)
    return code, json.loads(out.getvalue())


def test_a_code_of_something_else_is_no_invitation(tmp_path):
    segno.make("https://example.org").save(str(tmp_path / "a.png"), scale=5)
    with pytest.raises(NoCodeError):
        invitation_in(tmp_path / "a.png")
