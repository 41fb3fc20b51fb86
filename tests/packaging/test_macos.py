"""What macOS is told of Sanduku is well-formed, and true."""

import importlib
import plistlib
import sys
from pathlib import Path

import pytest

from engine.pages.kinds import KINDS
from engine.version import VERSION

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


@pytest.fixture
def image(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("macos.dmg")


@pytest.fixture
def application(tmp_path):
    """An application as PyInstaller lays it out, as far as its names go."""
    inner = tmp_path / "Sanduku.app" / "Contents"
    for name in (
        "MacOS/sanduku",
        "MacOS/sanduku-desktop",
        "Frameworks/cv2/cv2.abi3.so",
        "Frameworks/libz.dylib",
    ):
        (inner / name).parent.mkdir(parents=True, exist_ok=True)
        (inner / name).write_bytes(b"")
    (inner / "Frameworks" / "Python.framework").mkdir()
    (inner / "Frameworks" / "again.dylib").symlink_to("libz.dylib")
    (inner / "Info.plist").write_bytes(plistlib.dumps({"CFBundleShortVersionString": VERSION}))
    return tmp_path / "Sanduku.app"


@pytest.fixture
def told_to_apple(image, monkeypatch):
    commands = []
    monkeypatch.setattr(image, "tell", lambda command: commands.append(list(command)) or "arm64")
    return commands


def test_it_is_signed_from_the_inside_outwards(image, application, told_to_apple):
    image.sign(application, "Developer ID")
    signed = [[Path(word).name for word in command if word.startswith("/")] for command in told_to_apple]
    assert signed == [
        ["cv2.abi3.so", "libz.dylib"],
        ["Python.framework"],
        ["entitlements.plist", "sanduku"],
        ["entitlements.plist", "sanduku-desktop"],
        ["entitlements.plist", "Sanduku.app"],
        ["Sanduku.app"],
    ]
    assert all("runtime" in command for command in told_to_apple[:-1])
    assert "--verify" in told_to_apple[-1]


def test_without_an_identity_no_hardened_runtime_keeps_it_from_starting(image, application, told_to_apple):
    image.sign(application, image.AD_HOC)
    assert not any("runtime" in command for command in told_to_apple)


def test_an_image_is_notarised_only_with_identity_and_profile(image, application, told_to_apple, tmp_path):
    made = image.make_image(application, tmp_path / "out", identity="Developer ID", profile="sanduku")
    assert made.name == f"Sanduku-{VERSION}-macos-arm64.dmg"
    assert [command[:3] for command in told_to_apple[-2:]] == [
        ["xcrun", "notarytool", "submit"],
        ["xcrun", "stapler", "staple"],
    ]
    told_to_apple.clear()
    image.make_image(application, tmp_path / "out", identity=image.AD_HOC, profile="sanduku")
    assert told_to_apple[-1][0] == "hdiutil"


def test_an_application_of_another_version_is_refused(image, application, tmp_path):
    (application / "Contents" / "Info.plist").write_bytes(
        plistlib.dumps({"CFBundleShortVersionString": "0.0.1"})
    )
    with pytest.raises(image.ImageError, match=r"version 0\.0\.1"):
        image.check_application(application)
    with pytest.raises(image.ImageError, match="frozen"):
        image.check_application(tmp_path / "missing.app")


def test_the_application_ships_what_the_folder_ships_in_the_end(monkeypatch, application, tmp_path):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    dressing = importlib.import_module("macos.dressing")
    inner, onedir = application / "Contents", tmp_path / "sanduku"
    (inner / "Resources" / "shipped" / "packs").mkdir(parents=True)
    (inner / "Resources" / "shipped" / "old").touch()
    (inner / "Frameworks" / "shipped").symlink_to("../Resources/shipped")
    (onedir / "_internal" / "shipped" / "licences").mkdir(parents=True)
    (onedir / "_internal" / "shipped" / "contents.json").write_text("{}")
    assert dressing.dress(onedir, application) == (inner / "Resources" / "shipped").resolve()
    seen = sorted(each.name for each in (inner / "Frameworks" / "shipped").iterdir())
    assert seen == ["contents.json", "licences"]
    assert (inner / "Frameworks" / "shipped").is_symlink()


def test_an_application_without_what_is_shipped_is_no_finished_one(monkeypatch, application, tmp_path):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    with pytest.raises(FileNotFoundError):
        importlib.import_module("macos.dressing").dress(tmp_path, application)


def test_the_window_is_in_the_dock_though_the_command_line_lies_beside_it(told):
    assert told["LSBackgroundOnly"] is False
