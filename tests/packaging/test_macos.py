"""What macOS is told of Sanduku is well-formed, and true."""

import importlib
import plistlib
import sys
from pathlib import Path

import pytest

from engine.pages.kinds import KINDS

ROOT = Path(__file__).parents[2]
MACOS = ROOT / "packaging" / "macos"
TYPES = {
    "image/jpeg": "public.jpeg",
    "image/png": "public.png",
    "image/gif": "com.compuserve.gif",
    "image/bmp": "com.microsoft.bmp",
    "image/tiff": "public.tiff",
    "image/webp": "org.webmproject.webp",
    "image/heif": "public.heif",
    "application/pdf": "com.adobe.pdf",
}


@pytest.fixture(scope="module")
def told():
    return plistlib.loads((MACOS / "Info.plist").read_bytes())


def test_every_kind_of_file_that_is_read_can_be_opened_with_it(told):
    offered = set(told["CFBundleDocumentTypes"][0]["LSItemContentTypes"])
    assert {TYPES[kind.media_type] for kind in KINDS} <= offered


def test_every_type_of_our_own_is_declared_with_its_ending(told):
    declared = {each["UTTypeIdentifier"] for each in told["UTExportedTypeDeclarations"]}
    opened = {name for each in told["CFBundleDocumentTypes"] for name in each["LSItemContentTypes"]}
    assert declared == {name for name in opened if name.startswith("org.sanduku.")}
    endings = [
        each["UTTypeTagSpecification"]["public.filename-extension"]
        for each in told["UTExportedTypeDeclarations"]
    ]
    assert endings == [["sanduku-team"], ["sanduku-update"]]


def test_it_offers_itself_for_documents_and_never_takes_them_over(told):
    assert told["CFBundleDocumentTypes"][0]["LSHandlerRank"] == "Alternate"


def test_neither_camera_nor_microphone_nor_place_is_asked_for(told):
    asked = {name for name in told if name.endswith("UsageDescription")}
    assert not {
        name for name in asked if not name.endswith(("FolderUsageDescription", "VolumesUsageDescription"))
    }


def test_the_version_stands_in_one_place_alone(told):
    assert not {"CFBundleVersion", "CFBundleShortVersionString"} & set(told)


def test_the_hardened_runtime_is_weakened_in_one_point_alone():
    granted = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert granted == {"com.apple.security.cs.disable-library-validation": True}


@pytest.mark.skipif(sys.platform == "darwin", reason="there it is made")
def test_elsewhere_the_disk_image_is_refused_in_words(capsys, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    image = importlib.import_module("macos.dmg")
    assert image.run(None) == 1
    assert "macOS alone" in capsys.readouterr().err
