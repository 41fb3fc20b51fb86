"""The folder runs from anywhere, and adds itself to one user's menu and takes itself out again."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile

import pytest
import zstandard

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a package for Linux")

ODD = "مجلد with spaces, 100% \"quoted\" $HOME `id` \\ and 'more'"


@pytest.fixture
def folder(part, frozen, about, tmp_path):
    place = tmp_path / ODD / "sanduku"
    part("linux.tarball").lay_out(frozen, place, about)
    return place


@pytest.fixture
def install(folder, tmp_path):
    home = tmp_path / "home"
    home.mkdir()

    def run(*words):
        return subprocess.run(
            ["sh", str(folder / "install-here.sh"), *words],
            env={"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )

    run.home = home
    return run


def unescaped(value):
    """Return a string of a menu entry as its reader gets it."""
    return value.replace("\\\\", "\0").replace("\\s", " ").replace("\0", "\\")


def started(entry):
    """Return the program that a menu entry starts, by the rules of its specification."""
    line = next(each for each in entry.splitlines() if each.startswith("Exec=")).removeprefix("Exec=")
    text = unescaped(line).removesuffix(" %F").replace("%%", "%")
    assert text[0] == text[-1] == '"'
    inner, found = iter(text[1:-1]), ""
    for letter in inner:
        found += next(inner) if letter == "\\" else letter
    return found


def test_the_same_program_gives_the_same_bytes(part, frozen, about, tmp_path):
    archives = [
        part("linux.tarball").build(frozen, tmp_path / name, about, level=3, threads=threads)
        for name, threads in (("one", 1), ("two", 2))
    ]
    assert len({hashlib.sha256(each.read_bytes()).digest() for each in archives}) == 1


def test_the_archive_holds_one_folder_that_belongs_to_nobody(part, frozen, about, tmp_path):
    archive = part("linux.tarball").build(frozen, tmp_path / "out", about, level=3)
    with (
        archive.open("rb") as file,
        zstandard.ZstdDecompressor().stream_reader(file) as plain,
        tarfile.open(fileobj=plain, mode="r|") as tar,
    ):
        held = {each.name: each for each in tar}
    assert {name.partition("/")[0] for name in held} == {archive.name.removesuffix(".tar.zst")}
    assert {each.mtime for each in held.values()} == {about.moment}
    assert {each.uid for each in held.values()} == {0}
    program = held[f"{archive.name.removesuffix('.tar.zst')}/sanduku"]
    assert program.mode == 0o755


def test_it_adds_itself_to_the_menu_from_a_folder_with_any_name(install, folder):
    done = install()
    assert done.returncode == 0, done.stderr
    entry = (install.home / ".local/share/applications/sanduku.desktop").read_text(encoding="utf-8")
    assert started(entry) == str(folder / "sanduku-desktop")
    assert (install.home / ".local/share/icons/hicolor/48x48/apps/sanduku.png").is_file()
    link = install.home / ".local/bin/sanduku"
    assert link.resolve() == (folder / "sanduku").resolve()


def test_it_says_how_it_is_called_before_the_next_log_in(install, monkeypatch):
    programs = install.home / ".local/bin"
    assert f"'{programs}/sanduku'" in install().stdout
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    assert str(programs) not in install().stdout


def test_adding_it_twice_is_as_adding_it_once(install):
    assert install().returncode == 0
    before = sorted(install.home.rglob("*"))
    assert install().returncode == 0
    assert sorted(install.home.rglob("*")) == before


def test_taking_it_out_leaves_the_library_and_what_is_not_ours(install):
    library = install.home / ".local/share/sanduku/library"
    library.mkdir(parents=True)
    (library / "library.db").write_text("people's documents")
    install()
    other = install.home / ".local/bin/other"
    other.write_text("not ours")
    done = install("--remove")
    assert done.returncode == 0, done.stderr
    ours = {each for each in install.home.rglob("*sanduku*") if each.is_symlink() or each.is_file()}
    assert ours == set()
    assert (library / "library.db").read_text() == "people's documents"
    assert other.is_file()


def test_a_program_of_somebody_else_by_the_same_name_stays(install):
    theirs = install.home / ".local/bin/sanduku"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs")
    install()
    install("--remove")
    assert theirs.read_text() == "theirs"


def test_it_says_when_the_computer_is_another_one(install, folder):
    script = folder / "install-here.sh"
    script.write_text(script.read_text().replace(os.uname().machine, "riscv99"))
    done = install()
    assert done.returncode == 1
    assert "riscv99" in done.stderr


def test_it_says_when_the_system_is_too_old(install, folder):
    script = folder / "install-here.sh"
    text = script.read_text()
    script.write_text(
        "\n".join("least=99.1" if line.startswith("least=") else line for line in text.splitlines())
    )
    done = install()
    assert done.returncode == 1
    assert "too old" in done.stderr and "99.1" in done.stderr


def test_unknown_words_are_refused(install):
    done = install("--wrong")
    assert done.returncode == 1
    assert "--remove" in done.stderr


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="needs shellcheck")
@pytest.mark.parametrize("script", ["install-here.sh", "prove_deb.sh"])
def test_the_scripts_are_sound(script, part):
    path = part("linux.about").HERE / script
    subprocess.run(["shellcheck", str(path)], check=True)
