"""Makes files that no program likes, from nothing but simple images and PDFs drawn here.

Every one of them must end in pages or in a typed error, within bounded memory; none may stop the rest of a
batch. Used by the tests of pages and of the worker: ``make_hostile_corpus(folder)``.
"""

import io
import os
import random
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw

SEED = 20_240_601


@dataclass(frozen=True)
class HostileFile:
    """A file, or what only looks like one.

    Attributes:
        path: Where it lies.
        why: What is wrong with it.
        password: What opens it, if it is encrypted.
    """

    path: Path
    why: str
    password: str | None = None


@dataclass(frozen=True)
class _Draft:
    name: str
    content: bytes
    why: str
    password: str | None = None


def make_hostile_corpus(folder: Path) -> list[HostileFile]:
    """Fill a folder with hostile files and return them; always the same ones."""
    folder.mkdir(parents=True, exist_ok=True)
    makers = (
        _truncated,
        _flipped,
        _bombs,
        _mislabelled,
        _odd_modes,
        _broken_images,
        _broken_pdfs,
        _odd_names,
    )
    made = []
    for maker in makers:
        for draft in maker():
            path = folder / draft.name
            try:
                path.write_bytes(draft.content)
            except OSError:  # some systems refuse some names; then they cannot reach us there either
                continue
            made.append(HostileFile(path, draft.why, draft.password))
    return [*made, *_no_files(folder)]


def form_image(mode: str = "RGB", size: tuple[int, int] = (320, 240)) -> Image.Image:
    """Draw a small page with marks on it, in any Pillow mode that can be converted to."""
    image = Image.new("RGB", size, (250, 250, 245))
    draw = ImageDraw.Draw(image)
    for row in range(20, size[1] - 20, 30):
        draw.text((20, row), f"Name {row}: Amina  Village: Kalobeyei", fill=(20, 20, 60))
        draw.line((20, row + 16, size[0] - 20, row + 16), fill=(120, 120, 120))
    return image.convert(mode)


def image_bytes(format_: str, image: Image.Image | None = None, **options: object) -> bytes:
    """Encode the form, or another image."""
    buffer = io.BytesIO()
    (image or form_image()).save(buffer, format_, **options)
    return buffer.getvalue()


def pdf_bytes(pages: int = 2, *, content: bytes | None = None, **options: object) -> bytes:
    """Make a PDF with a line of text on each page; options go to pikepdf's save."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for number in range(pages):
        drawn = content or f"BT /F 18 Tf 72 700 Td (Distribution list, page {number + 1}) Tj ET".encode()
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, 595, 842],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)),
            Contents=pdf.make_stream(drawn),
        )
        pdf.pages.append(pikepdf.Page(page))
    return _saved(pdf, **options)


def png_header(width: int, height: int, *, depth: int = 8, colour: int = 2, data: bytes = b"") -> bytes:
    """Make a PNG that claims any size; ``data`` is what its only IDAT chunk holds."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def tiff_header(tags: dict[int, tuple[int, int, int]], *, following: int = 0, data: bytes = b"") -> bytes:
    """Make a little-endian TIFF of one directory: tag -> (type, count, value or offset)."""
    entries = b"".join(struct.pack("<HHII", tag, *tags[tag]) for tag in sorted(tags))
    return b"II*\x00" + struct.pack("<IH", 8, len(tags)) + entries + struct.pack("<I", following) + data


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _formats() -> dict[str, bytes]:
    pages = [form_image(), form_image("L"), form_image("1")]
    tiff = io.BytesIO()
    pages[0].save(tiff, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    return {
        "jpg": image_bytes("JPEG", quality=85),
        "progressive.jpg": image_bytes("JPEG", progressive=True),
        "png": image_bytes("PNG"),
        "webp": image_bytes("WEBP"),
        "bmp": image_bytes("BMP"),
        "gif": image_bytes("GIF", form_image("P")),
        "tif": tiff.getvalue(),
        "pdf": pdf_bytes(),
    }


def _truncated() -> Iterator[_Draft]:
    for suffix, whole in _formats().items():
        for percent in (1, 30, 60, 95):
            kept = max(12, len(whole) * percent // 100)
            yield _Draft(f"cut-{percent}.{suffix}", whole[:kept], f"only {percent} % of it is there")


def _flipped() -> Iterator[_Draft]:
    chance = random.Random(SEED)
    for suffix, whole in _formats().items():
        for round_ in range(3):
            broken = bytearray(whole)
            for _ in range(1 + round_ * 12):
                place = chance.randrange(4, len(broken))
                broken[place] ^= 1 << chance.randrange(8)
            yield _Draft(f"flipped-{round_}.{suffix}", bytes(broken), "bits were turned over")


def _bombs() -> Iterator[_Draft]:
    rows = zlib.compress(bytes(30_000), 9)
    yield _Draft("claims.png", png_header(2**31 - 1, 2**31 - 1, data=rows), "claims 4 × 10^18 pixels")
    yield _Draft("wide.png", png_header(2**31 - 1, 1, data=rows), "claims two thousand million columns")
    flat = zlib.compressobj(9)
    squeezed = b"".join(flat.compress(bytes(19_001 * 100)) for _ in range(190)) + flat.flush()
    yield _Draft("bomb.png", png_header(19_000, 19_000, colour=0, data=squeezed), "unpacks to 361 megapixels")
    text = b"Comment\x00\x00" + zlib.compress(bytes(80_000_000), 9)
    with_text = png_header(8, 8, data=zlib.compress(bytes(8 * 25)))
    yield _Draft("text-bomb.png", with_text[:33] + _chunk(b"zTXt", text) + with_text[33:], "80 MB of comment")
    size_tags = {256: (4, 1, 4_000_000_000), 257: (4, 1, 4_000_000_000), 258: (3, 1, 8), 259: (3, 1, 1)}
    more = {262: (3, 1, 1), 273: (4, 1, 8), 277: (3, 1, 1), 278: (4, 1, 4_000_000_000), 279: (4, 1, 4)}
    yield _Draft("claims.tif", tiff_header({**size_tags, **more}), "claims 16 × 10^18 pixels")
    yield _Draft("tag-bomb.tif", tiff_header({270: (2, 0xFFFFFFFF, 8)}), "claims a comment of 4 GB")
    bmp = bytearray(image_bytes("BMP"))
    bmp[18:26] = struct.pack("<ii", 2**30, 2**30)
    yield _Draft("claims.bmp", bytes(bmp), "claims 10^18 pixels")
    gif = bytearray(image_bytes("GIF", form_image("P")))
    gif[6:10] = b"\xff\xff\xff\xff"
    yield _Draft("claims.gif", bytes(gif), "claims 4,294 megapixels")
    jpeg = bytearray(image_bytes("JPEG"))
    start = jpeg.index(b"\xff\xc0")
    jpeg[start + 5 : start + 9] = b"\xff\xff\xff\xff"
    yield _Draft("claims.jpg", bytes(jpeg), "claims 65,535 pixels a side")
    yield from _pdf_bombs()


def _pdf_bombs() -> Iterator[_Draft]:
    for name, box in {
        "acre": [0, 0, 1e7, 1e7],
        "thread": [0, 0, 0.01, 14400],
        "negative": [500, 800, 0, 0],
    }.items():
        pdf = pikepdf.open(io.BytesIO(pdf_bytes(1)))
        pdf.pages[0].MediaBox = pikepdf.Array([pikepdf.Object.parse(f"{edge:f}".encode()) for edge in box])
        yield _Draft(f"{name}.pdf", _saved(pdf), f"a page of size {box}")
    pdf = pikepdf.open(io.BytesIO(pdf_bytes(1)))
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(I=_image_object(pdf, 60_000, 60_000))
    pdf.pages[0].Contents = pdf.make_stream(b"500 0 0 700 40 40 cm /I Do")
    yield _Draft("image-bomb.pdf", _saved(pdf), "holds an image that claims 3,600 megapixels")
    pdf = pikepdf.open(io.BytesIO(pdf_bytes(1)))
    pdf.pages[0].Contents = pdf.make_stream(b"q\n" * 500_000)
    yield _Draft("deep.pdf", _saved(pdf), "saves its state half a million times")
    many = pdf_bytes(1).replace(b"/Count 1", b"/Count 2147483647")
    yield _Draft("count.pdf", many, "claims two thousand million pages")


def _image_object(pdf: pikepdf.Pdf, width: int, height: int) -> pikepdf.Object:
    stream = pdf.make_stream(zlib.compress(bytes(1_000)))
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = width, height, 8
    stream.ColorSpace, stream.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.FlateDecode
    return pdf.make_indirect(stream)


def _saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    # Objects stand open in the file, so that single bytes of them can be broken.
    buffer = io.BytesIO()
    pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable, **options)
    return buffer.getvalue()


def _mislabelled() -> Iterator[_Draft]:
    formats = _formats()
    yield _Draft("photo.pdf", formats["jpg"], "a JPEG that is called PDF")
    yield _Draft("scan.png", formats["pdf"], "a PDF that is called PNG")
    yield _Draft("page.tif", formats["webp"], "a WebP that is called TIFF")
    yield _Draft("list.jpg", b"name;age\nAmina;32\n" * 40, "a table that is called JPEG")
    yield _Draft("form.docx", b"PK\x03\x04" + bytes(400), "an Office file")
    yield _Draft(
        "page.html.jpg", b"<!doctype html><html><body>404</body></html>", "a web page saved as image"
    )
    yield _Draft("picture.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a drawing")
    yield _Draft("clip.heic", b"\x00\x00\x00\x18ftypmp42" + bytes(600), "a film that is called HEIC")
    yield _Draft("both.pdf", b"GIF89a" + formats["pdf"], "begins as a GIF and goes on as a PDF")
    yield _Draft("noise.jpg", random.Random(SEED).randbytes(5_000), "noise")
    yield _Draft("zeros.jpg", bytes(50_000), "nothing but zeros")
    yield _Draft("empty.png", b"", "no bytes")
    yield _Draft("one.pdf", b"%", "one byte")


def _odd_modes() -> Iterator[_Draft]:
    for mode in ("1", "L", "P", "CMYK", "YCbCr"):
        format_ = "PNG" if mode in ("1", "L", "P") else "JPEG"
        yield _Draft(f"mode-{mode}.img", image_bytes(format_, form_image(mode)), f"mode {mode}")
    for mode in ("LA", "RGBA", "I;16"):
        image = form_image("L").convert("I;16") if mode == "I;16" else form_image(mode)
        yield _Draft(f"mode-{mode.replace(';', '')}.png", image_bytes("PNG", image), f"mode {mode}")
    for mode in ("I", "F", "LAB", "RGBX"):
        image = Image.new("LAB", (40, 30)) if mode == "LAB" else form_image("L" if mode in "IF" else "RGB")
        yield _Draft(f"mode-{mode}.tif", image_bytes("TIFF", image.convert(mode)), f"mode {mode}")
    profile = image_bytes("JPEG", icc_profile=b"\x00\x00\x02\x00junk" * 40)
    yield _Draft("profile.jpg", profile, "its colour profile is junk")
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff" + b"\x12\x01" * 60
    yield _Draft("exif.jpg", image_bytes("JPEG", exif=exif), "its EXIF data is junk")
    yield _Draft("dot.png", image_bytes("PNG", form_image(size=(1, 1))), "one pixel")
    yield _Draft(
        "thread.png", image_bytes("PNG", Image.new("L", (1, 60_000), 255)), "one pixel wide, 60,000 high"
    )


def _broken_images() -> Iterator[_Draft]:
    yield _Draft("none.png", png_header(0, 0), "no width and no height")
    yield _Draft("colour.png", png_header(8, 8, depth=3, colour=9), "a colour type that does not exist")
    yield _Draft("head.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1", "only the head of a HEIC")
    yield _Draft(
        "boxes.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1" + b"\xff" * 400, "junk boxes"
    )
    yield _Draft("riff.webp", b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff", "a WebP without content")
    yield _Draft("loop.tif", _ring_of_pages(100), "a hundred pages in a ring")
    yield _Draft("many.tif", _ring_of_pages(6_000), "six thousand pages that are all the same")
    yield _Draft(
        "self.tif", tiff_header({256: (4, 1, 4), 257: (4, 1, 4)}, following=8), "a page after itself"
    )
    yield _Draft("no-pages.tif", b"II*\x00\x00\x00\x00\x00", "a TIFF without pages")
    yield _Draft("soi.jpg", b"\xff\xd8\xff\xe0", "a JPEG of four bytes")
    yield _Draft(
        "markers.jpg",
        b"\xff\xd8" + b"\xff\xc4\x00\x03\x00" * 500 + b"\xff\xd9",
        "a JPEG of nothing but tables",
    )


def _ring_of_pages(count: int) -> bytes:
    """Make a TIFF of many directories that share one pixel; the last points to the first."""
    tags = {256: (3, 1, 1), 257: (3, 1, 1), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1)}
    tags |= {273: (4, 1, 4), 277: (3, 1, 1), 278: (3, 1, 1), 279: (4, 1, 1)}
    entries = b"".join(struct.pack("<HHII", tag, *tags[tag]) for tag in sorted(tags))
    directory = struct.pack("<H", len(tags)) + entries
    size = len(directory) + 4
    offsets = [8 + size * ((n + 1) % count) for n in range(count)]
    return b"II*\x00\x08\x00\x00\x00" + b"".join(directory + struct.pack("<I", o) for o in offsets)


def _broken_pdfs() -> Iterator[_Draft]:
    whole = pdf_bytes()
    yield _Draft(
        "locked.pdf", pdf_bytes(encryption=pikepdf.Encryption(owner="o", user="u")), "needs a password", "u"
    )
    owner = pdf_bytes(encryption=pikepdf.Encryption(owner="secret", user=""))
    yield _Draft("restricted.pdf", owner, "may be read but not printed")
    old = pdf_bytes(
        encryption=pikepdf.Encryption(
            owner="o", user="u", R=3, allow=pikepdf.Permissions(), aes=False, metadata=False
        )
    )
    yield _Draft("locked-old.pdf", old, "needs a password, by an old method", "o")
    yield _Draft("nothing.pdf", _saved(pikepdf.new()), "no pages")
    yield _Draft("header.pdf", b"%PDF-1.7\n", "only a header")
    at = whole.rindex(b"startxref")
    yield _Draft("xref.pdf", whole[:at] + b"startxref\n99999999\n%%EOF\n", "its index points nowhere")
    yield _Draft("no-trailer.pdf", whole[: whole.rindex(b"trailer")], "no trailer")
    yield _Draft("prefixed.pdf", b"From: mail\r\n" * 30 + whole, "mail headers before it")
    yield _Draft("tailed.pdf", whole + bytes(5_000), "zeros after its end")
    pdf = pikepdf.open(io.BytesIO(whole))
    pdf.attachments["inner.pdf"] = pikepdf.AttachedFileSpec(pdf, whole)
    yield _Draft("nested.pdf", _saved(pdf), "another PDF within it")
    pdf = pikepdf.open(io.BytesIO(whole))
    pdf.Root.Pages.Kids = pikepdf.Array([pdf.Root.Pages, *pdf.Root.Pages.Kids])
    yield _Draft("ring.pdf", _saved(pdf), "its pages are their own parents")
    pdf = pikepdf.open(io.BytesIO(whole))
    form = pdf.make_indirect(pdf.make_stream(b"/X Do"))
    form.Type, form.Subtype, form.BBox = (
        pikepdf.Name.XObject,
        pikepdf.Name.Form,
        pikepdf.Array([0, 0, 600, 800]),
    )
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(X=form)
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")
    yield _Draft("mirror.pdf", _saved(pdf), "a drawing that draws itself")
    yield _Draft(
        "page-gone.pdf",
        whole.replace(b"/Type /Page\n", b"/Type /Rage\n").replace(b"/Contents", b"/Kontents"),
        "its pages name nothing",
    )


def _odd_names() -> Iterator[_Draft]:
    jpeg = image_bytes("JPEG")
    names = {
        "استمارة التسجيل ١٢.jpg": "a name in Arabic",
        "👩🏽‍⚕️ clinic 🏥.jpg": "a name with emoji",
        "n" * 251 + ".jpg": "a name of 255 bytes",
        "two\nlines\tand\x1b[31m.jpg": "a name with line break and escape codes",
        "fdp.\u202egpj": "a name that turns direction",
        " .jpg ": "a name that begins and ends with a space",
        "-rf.jpg": "a name like an option",
        "%s{0}$(x).jpg": "a name like code",
    }
    for name, why in names.items():
        yield _Draft(name, jpeg, why)
    if sys.platform not in ("win32", "darwin"):
        yield _Draft(os.fsdecode(b"caf\xe9-\xff.jpg"), jpeg, "a name that is no UTF-8")


def _no_files(folder: Path) -> Iterator[HostileFile]:
    directory = folder / "folder.jpg"
    directory.mkdir(exist_ok=True)
    yield HostileFile(directory, "a folder that is called JPEG")
    yield HostileFile(folder / "vanished.jpg", "a file that is not there any more")
    if hasattr(os, "mkfifo"):
        pipe = folder / "pipe.jpg"
        os.mkfifo(pipe)
        yield HostileFile(pipe, "a pipe that nobody writes into")
    for name, target, why in (
        ("round.jpg", "round.jpg", "a link to itself"),
        ("up", ".", "a link to its own folder"),
        ("dangling.png", "nowhere.png", "a link to nothing"),
    ):
        link = folder / name
        try:
            link.symlink_to(target)
        except OSError:  # Windows allows links only to some
            continue
        yield HostileFile(link, why)
