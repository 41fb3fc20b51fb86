"""Every native library of the pinned wheels for Windows and macOS is known: no build there ends at one."""

from pathlib import PurePosixPath

import pytest

WINDOWS = """
python312.dll python3.dll _ssl.pyd _hashlib.pyd pyexpat.pyd unicodedata.pyd libcrypto-3.dll libssl-3.dll
libffi-8.dll sqlite3.dll VCRUNTIME140.dll VCRUNTIME140_1.dll ucrtbase.dll api-ms-win-crt-heap-l1-1-0.dll
PySide6/Qt6Core.dll PySide6/Qt6Gui.dll PySide6/MSVCP140.dll PySide6/pyside6.abi3.dll
shiboken6/shiboken6.abi3.dll numpy.libs/libscipy_openblas64_-63c857e738469261263c764a36be9436.dll
numpy.libs/msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll libheif-75127e764628a95f6db9f5070bfc87cb.dll
libde265-0-aa0625e0aec56a9d4310a2447674dd8a.dll libgcc_s_seh-1-70f48b1fbf7790872df2fde4b79a7c3b.dll
libstdc++-6-110c9d51f08f0d1d0f38fa2f49cf7128.dll libwinpthread-1-1be1ab2940d5d04137beed0ce27c7f8a.dll
pikepdf.libs/msvcp140-7c26614e1d733892c2deac7e245ce115.dll
pikepdf.libs/qpdf30-14efc7eef6c9cae2095b94960308fa11.dll onnxruntime/capi/onnxruntime_providers_shared.dll
pypdfium2_raw/pdfium.dll tesserocr.libs/archive-78.dll tesserocr.libs/charset-49.dll
tesserocr.libs/deflate-6e.dll tesserocr.libs/gif-7-7c.dll tesserocr.libs/iconv-c2.dll
tesserocr.libs/icudt78-18.dll tesserocr.libs/icuuc78-22.dll tesserocr.libs/jpeg8-0a.dll
tesserocr.libs/leptonica-1.87.0-b3.dll tesserocr.libs/Lerc-63.dll tesserocr.libs/libbz2-7f.dll
tesserocr.libs/libcrypto-3-x64-7f.dll tesserocr.libs/libcurl-e0.dll tesserocr.libs/liblzma-84.dll
tesserocr.libs/libpng16-0b.dll tesserocr.libs/libsharpyuv-09.dll tesserocr.libs/libssh2-8c.dll
tesserocr.libs/libwebp-d3.dll tesserocr.libs/libwebpmux-e5.dll tesserocr.libs/libxml2-65.dll
tesserocr.libs/lz4-fa.dll tesserocr.libs/msvcp140-7c.dll tesserocr.libs/openjp2-5d.dll
tesserocr.libs/psl-5-42.dll tesserocr.libs/tesseract55-a3.dll tesserocr.libs/tiff-a5.dll
tesserocr.libs/zlib-f4.dll tesserocr.libs/zstd-fc.dll
"""

MACOS = """
Python libpython3.12.dylib Python.framework/Versions/3.12/Python libssl.3.dylib libcrypto.3.dylib
PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore PySide6/Qt/plugins/platforms/libqcocoa.dylib
PySide6/libpyside6.abi3.6.11.dylib shiboken6/libshiboken6.abi3.6.11.dylib
pi_heif/.dylibs/libheif.1.23.0.dylib pi_heif/.dylibs/libde265.0.2.0.dylib
pikepdf/.dylibs/libqpdf.30.4.2.dylib pikepdf/.dylibs/libjpeg.8.3.2.dylib pypdfium2_raw/libpdfium.dylib
tesserocr/.dylibs/libwebp.7.2.0.dylib tesserocr/.dylibs/libpng16.16.dylib
tesserocr/.dylibs/libtesseract.5.5.4.dylib tesserocr/.dylibs/libleptonica.6.0.0.dylib
tesserocr/.dylibs/liblzma.5.dylib tesserocr/.dylibs/libjpeg.8.3.2.dylib
tesserocr/.dylibs/libwebpmux.3.1.2.dylib tesserocr/.dylibs/libtiff.6.dylib
tesserocr/.dylibs/libzstd.1.5.7.dylib tesserocr/.dylibs/libsharpyuv.0.1.2.dylib
PIL/.dylibs/libbrotlicommon.1.2.0.dylib PIL/.dylibs/libbrotlidec.1.2.0.dylib PIL/.dylibs/liblcms2.2.dylib
PIL/.dylibs/libpng16.16.dylib PIL/.dylibs/libxcb.1.1.0.dylib PIL/.dylibs/libjpeg.62.4.0.dylib
PIL/.dylibs/libfreetype.6.dylib PIL/.dylibs/libharfbuzz.0.dylib PIL/.dylibs/libsharpyuv.0.dylib
PIL/.dylibs/libopenjp2.2.5.4.dylib PIL/.dylibs/libavif.16.4.2.dylib PIL/.dylibs/libz.1.3.1.zlib-ng.dylib
PIL/.dylibs/libwebp.7.dylib PIL/.dylibs/libXau.6.dylib PIL/.dylibs/libwebpmux.3.dylib
PIL/.dylibs/libwebpdemux.2.dylib PIL/.dylibs/liblzma.5.dylib PIL/.dylibs/libtiff.6.dylib
"""


@pytest.mark.parametrize("place", f"{WINDOWS} {MACOS}".split())
def test_it_is_accounted_for(part, place):
    parts = part("sbom.parts")
    assert parts._row_of(place, parts._rows()) is not None or parts.MAKERS_OWN.match(place)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("tesserocr.libs/libcrypto-3-x64-7f.dll", "OpenSSL (of Tesseract)"),
        ("tesserocr.libs/msvcp140-7c.dll", "Microsoft Visual C++ runtime"),
        ("PySide6/MSVCP140.dll", "Microsoft Visual C++ runtime"),
        ("PySide6/Qt6Core.dll", "Qt"),
        ("tesserocr/.dylibs/libtiff.6.dylib", "LibTIFF (of Tesseract)"),
        ("cv2/.dylibs/libavcodec.61.dylib", "FFmpeg (of OpenCV)"),
    ],
)
def test_it_is_told_as_what_it_is(part, place, name):
    parts = part("sbom.parts")
    assert parts._rows()[parts._row_of(place, parts._rows())]["name"] == name


@pytest.mark.parametrize(
    ("file", "version"),
    [("libpng16.so.16.58.0", "1.6.58"), ("libpng16.16.dylib", "1.6"), ("libpng16.so.16", "1.6")],
)
def test_the_version_of_libpng_is_told_as_far_as_its_name_goes(part, file, version):
    assert part("sbom.versions").version_of("png", PurePosixPath(file)) == version


def test_a_library_of_a_wheel_that_tells_nothing_of_its_parts_has_the_version_of_the_wheel(part, monkeypatch):
    versions = part("sbom.versions")
    monkeypatch.setattr(versions, "components_of_wheel", lambda found: [])
    told = versions.version_of("wheel:tesserocr:libtiff", None)
    assert told == f"as in tesserocr {versions.version('tesserocr')}"
