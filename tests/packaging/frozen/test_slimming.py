"""What is taken out of libraries is what nobody needs, and they work as before."""

import ctypes
import shutil
import struct
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

LINUX = sys.platform.startswith("linux") and all(map(shutil.which, ("cc", "objdump", "strip")))
only_on_linux = pytest.mark.skipif(
    not LINUX, reason="libraries are changed on Linux, with a compiler's tools"
)


@pytest.fixture(scope="module")
def padding(part):
    return part("frozen.padding")


@pytest.fixture(scope="module")
def icu(part):
    return part("frozen.icu")


@pytest.fixture
def compiled(tmp_path):
    """Compile a library from lines of C; its parts lie two megabytes apart."""

    def make(name, code, *options):
        source, target = tmp_path / f"{name}.c", tmp_path / f"{name}.so"
        source.write_text(code)
        apart = ("-Wl,-z,max-page-size=0x200000", "-Wl,-z,separate-code")
        subprocess.run(
            ["cc", "-shared", "-fPIC", f"-Wl,-soname,{target.name}", *apart, "-o", target, source, *options],
            check=True,
        )
        return target

    return make


CODE = """
static int table[5] = {1, 2, 3, 4, 5};
int sum(int n) { int s = 0; while (n--) s += table[n]; return s; }
"""


@only_on_linux
def test_a_library_without_its_empty_space_works_as_before(padding, compiled):
    library = compiled("apart", CODE)
    before = library.stat().st_size
    assert padding.close_up(library) == before - library.stat().st_size > 1_000_000
    assert ctypes.CDLL(str(library)).sum(5) == 15
    told = subprocess.run(["readelf", "-aW", library], capture_output=True, text=True, check=True)
    assert not told.stderr
    # A copy: a library that is loaded must not change.
    copy = shutil.copyfile(library, library.with_name("copy.so"))
    subprocess.run(["strip", "--strip-unneeded", copy], check=True)
    assert ctypes.CDLL(str(copy)).sum(4) == 10


@only_on_linux
def test_a_library_for_arm_keeps_to_the_largest_pages_that_such_systems_have(padding, compiled):
    content = bytearray(compiled("arm", CODE).read_bytes())
    struct.pack_into("<H", content, 18, 183)
    closed = padding.closed_up(bytes(content))
    assert len(content) - len(closed) > 1_000_000
    start, count = struct.unpack_from("<Q", closed, 32)[0], struct.unpack_from("<H", closed, 56)[0]
    segments = [struct.unpack_from("<IIQQQQQQ", closed, start + 56 * each) for each in range(count)]
    loaded = [each for each in segments if each[0] == 1]
    assert len(loaded) > 1
    for _kind, _flags, offset, address, _physical, _length, _size, align in loaded:
        assert align == 65536
        assert (offset - address) % align == 0


@only_on_linux
def test_a_library_that_is_close_already_stays_as_it_is(padding, compiled):
    library = compiled("close", CODE)
    padding.close_up(library)
    content = library.read_bytes()
    assert padding.close_up(library) == 0
    assert library.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"MZ", b"\x7fELF\x01\x01" + bytes(60)])
def test_what_is_no_such_library_is_refused(padding, content):
    with pytest.raises(ValueError, match="no ELF file"):
        padding.closed_up(content)


@only_on_linux
def test_libraries_that_nothing_needs_go_with_all_that_they_alone_needed(part, compiled, tmp_path):
    slimming = part("frozen.slimming")
    internal = tmp_path / "_internal"
    (internal / "package").mkdir(parents=True)
    inner = compiled("libinner", "int inner(void) { return 1; }")
    outer = compiled("libouter", "int inner(void); int outer(void) { return inner(); }", inner)
    kept = compiled("libkept", "int kept(void) { return 2; }")
    user = compiled("module", "int kept(void); int use(void) { return kept(); }", kept)
    for library in (inner, outer, kept):
        library.rename(internal / library.name)
    user.rename(internal / "package" / user.name)
    (internal / "libgone.so").symlink_to("nowhere.so")
    gone = [file.name for file in slimming.unneeded(internal)]
    assert gone == ["libgone.so", "libouter.so", "libinner.so"]


def test_libraries_of_numpy_are_never_stripped(part, tmp_path):
    slimming = part("frozen.slimming")
    for name in (
        "numpy.libs/libscipy_openblas64_.so",
        "numpy/_core/umath.so",
        "cv2/libopenblas.so",
        "cv2/cv2.so",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert [file.name for file in slimming.libraries(tmp_path)] == ["cv2.so"]


def package_of(items):
    """Return a package of data as ICU's tools write it."""
    head = struct.pack("<HHHHBBBB4s", 24, 0x27DA, 20, 0, 0, 0, 2, 0, b"CmnD").ljust(24, b"\0")
    names, places, table = b"", [], 4 + 8 * len(items)
    for name in items:
        places.append(table + len(names))
        names += name.encode() + b"\0"
    body, offsets = bytearray(names), []
    for content in items.values():
        body += b"\xaa" * (-(table + len(body)) % 16)
        offsets.append(table + len(body))
        body += content
    entries = b"".join(struct.pack("<II", *each) for each in zip(places, offsets, strict=True))
    return head + struct.pack("<I", len(items)) + entries + bytes(body)


@given(st.dictionaries(st.sampled_from([f"icudt73l/item{n}.nrm" for n in range(9)]), st.binary(max_size=64)))
def test_a_package_of_which_everything_stays_is_the_same(part, items):
    icu = part("frozen.icu")
    assert icu.smaller(package_of(items)) == package_of(items)


def test_other_languages_go_and_ours_and_the_roots_stay(icu):
    items = {
        name: name.encode() * 3
        for name in (
            "icudt73l/coll/ar.res", "icudt73l/coll/root.res", "icudt73l/coll/zh.res", "icudt73l/es_MX.res",
            "icudt73l/gb18030.cnv", "icudt73l/pool.res", "icudt73l/supplementalData.res",
            "icudt73l/zh_Hant.res",             "icudt73l/zone/sw.res", "icudt73l/zoneinfo64.res",
        )
    }  # fmt: skip
    stay = {
        name: content
        for name, content in items.items()
        if name.rpartition("/")[2] not in ("zh.res", "gb18030.cnv", "zh_Hant.res")
    }
    made = icu.smaller(package_of(items))
    assert [name for name in items if name.encode() in made] == list(stay)
    assert len(made) < len(package_of(items))


def test_what_is_no_package_of_data_is_refused(icu):
    with pytest.raises(ValueError, match="no package"):
        icu.smaller(bytes(200))
