"""PDF pages: rendered upright, opened with passwords, with forms drawn."""

import io

import numpy as np
import pikepdf
import pytest

from engine.pages import (
    DamagedFileError,
    EncryptedFileError,
    NoPagesError,
    TruncatedFileError,
    WrongPasswordError,
)


def saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def locked(hostile, **options) -> bytes:
    return hostile.pdf_bytes(1, encryption=pikepdf.Encryption(owner="owner", user="user", **options))


def test_a_page_is_rendered_at_the_chosen_resolution(loaded, hostile) -> None:
    page = loaded(hostile.pdf_bytes(1), pdf_dpi=144)
    assert (page.width, page.height, page.dpi) == (1190, 1684, 144)
    assert page.pixels.min() < 50 and np.median(page.pixels) == 255


def test_each_page_can_be_loaded_alone_and_twice(opened, hostile) -> None:
    with opened(hostile.pdf_bytes(3)) as source:
        assert source.page_count == 3
        texts = [source.load(index).text_lines[0].text for index in (2, 0, 2)]
    assert texts == ["Distribution list, page 3", "Distribution list, page 1", "Distribution list, page 3"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_rotation_and_crop_box_are_honoured(loaded, hostile, rotate: int) -> None:
    pdf = pikepdf.open(io.BytesIO(hostile.pdf_bytes(1, content=b"0 0 0 rg 100 200 30 40 re f")))
    pdf.pages[0].Rotate = rotate
    pdf.pages[0].CropBox = [50, 100, 450, 700]
    page = loaded(saved(pdf), pdf_dpi=72)
    assert (page.width, page.height) == ((400, 600) if rotate % 180 == 0 else (600, 400))
    ys, xs = np.nonzero(page.pixels[:, :, 0] < 128)
    box = (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1)
    wanted = {
        0: (50, 460, 80, 500),
        90: (100, 50, 140, 80),
        180: (320, 100, 350, 140),
        270: (460, 320, 500, 350),
    }
    assert box == pytest.approx(wanted[rotate], abs=1)


def test_a_password_is_asked_for(opened, hostile) -> None:
    with pytest.raises(EncryptedFileError) as told:
        opened(locked(hostile))
    assert not isinstance(told.value, WrongPasswordError)


@pytest.mark.parametrize("password", ["user", "owner"])
@pytest.mark.parametrize("revision", [3, 4, 6])
def test_the_users_and_the_owners_password_open_it(loaded, hostile, password: str, revision: int) -> None:
    data = locked(hostile, R=revision, aes=revision > 3, metadata=revision > 3)
    assert loaded(data, password=password).text_lines is not None


def test_a_wrong_password_is_told(opened, hostile) -> None:
    with pytest.raises(WrongPasswordError, match="does not open"):
        opened(locked(hostile), password="user ")


def test_a_password_for_a_file_that_needs_none_is_ignored(loaded, hostile) -> None:
    assert loaded(hostile.pdf_bytes(1), password="anything").height > 0


def test_a_pdf_without_pages(opened) -> None:
    with pytest.raises(NoPagesError):
        opened(saved(pikepdf.new()))


def test_the_kind_of_failure_does_not_depend_on_an_earlier_one(opened, hostile) -> None:
    with pytest.raises(EncryptedFileError):
        opened(locked(hostile))
    with pytest.raises(NoPagesError):
        opened(saved(pikepdf.new()))
    with pytest.raises(DamagedFileError):
        opened(b"%PDF-1.7\nnothing of this is right\n%%EOF")


def test_a_pdf_that_was_cut_off(opened, hostile) -> None:
    whole = hostile.pdf_bytes(2)
    with pytest.raises(TruncatedFileError):
        opened(whole[: len(whole) // 3])


def test_a_pdf_that_lost_only_its_end_is_read_with_a_warning(opened, hostile) -> None:
    whole = hostile.pdf_bytes(2)
    with opened(whole[: whole.rindex(b"startxref")]) as source:
        assert "missing" in source.notes[0]
        assert any("missing" in warning for warning in source.load(0).warnings)


def test_padding_after_the_end_is_no_damage(opened, hostile) -> None:
    with opened(hostile.pdf_bytes(1) + bytes(3000)) as source:
        assert source.notes == ()


def test_a_missing_page_is_told_and_the_others_are_read(opened, hostile) -> None:
    pdf = pikepdf.open(io.BytesIO(hostile.pdf_bytes(2)))
    pdf.Root.Pages.Kids[1] = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Nothing))
    with opened(hostile.pdf_bytes(2)) as source:
        assert source.load(1).text_lines is not None
    with opened(saved(pdf)) as source:
        assert source.load(0).text_lines is not None


def test_attachments_are_told(opened, hostile) -> None:
    pdf = pikepdf.open(io.BytesIO(hostile.pdf_bytes(1)))
    pdf.attachments["inner.pdf"] = pikepdf.AttachedFileSpec(pdf, hostile.pdf_bytes(1))
    with opened(saved(pdf)) as source:
        assert "1 attached file" in source.notes[0]


def filled_form(hostile, value: str) -> bytes:
    pdf = pikepdf.open(io.BytesIO(hostile.pdf_bytes(1)))
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="name",
            V=value,
            Rect=[72, 500, 300, 530],
            F=4,
            DA="/F 14 Tf 0 g",
        )
    )
    pdf.pages[0].Annots = pikepdf.Array([field])
    fonts = pdf.pages[0].Resources.Font
    pdf.Root.AcroForm = pikepdf.Dictionary(
        Fields=[field], DR=pikepdf.Dictionary(Font=fonts), DA="/F 14 Tf 0 g", NeedAppearances=True
    )
    return saved(pdf)


def test_what_is_filled_into_a_form_is_drawn_and_its_text_layer_not_taken_for_all(loaded, hostile) -> None:
    page = loaded(filled_form(hostile, "Amina Yusuf"), pdf_dpi=72)
    assert page.pixels[842 - 530 : 842 - 500, 72:300].min() < 100
    assert page.text_lines is None
    assert any("filled in" in warning for warning in page.warnings)


def test_an_empty_form_keeps_its_text(loaded, hostile) -> None:
    assert loaded(filled_form(hostile, "")).text_lines is not None
