import pytest

from desktop.access.watched_folder import FolderLook, Seen, Watch

KEY = b"k" * 32


class Clock:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "scans"
    made.mkdir()
    return made


@pytest.fixture
def look(folder, clock, tmp_path):
    def begin(*, below=True, key=KEY):
        return FolderLook(Watch(folder, below), Seen(tmp_path / "seen.json", key), clock=clock)

    return begin


def names(found):
    return [path.name for path, _stamp in found]


def test_a_file_is_told_once_when_it_has_stayed_the_same_for_some_seconds(look, folder, clock):
    file, looking = folder / "scan.jpg", look()
    file.write_bytes(b"half")
    assert looking.look() == []
    assert looking.waits
    clock.seconds = 2
    file.write_bytes(b"half and the rest")
    assert looking.look() == []
    clock.seconds = 4
    assert looking.look() == []
    clock.seconds = 5.5
    assert names(looking.look()) == ["scan.jpg"]
    assert not looking.waits
    clock.seconds = 100
    assert looking.look() == []


def test_a_file_that_is_written_anew_later_is_told_again(look, folder, clock):
    file, looking = folder / "scan.jpg", look()
    file.write_bytes(b"first")
    looking.look()
    clock.seconds = 5
    assert names(looking.look()) == ["scan.jpg"]
    file.write_bytes(b"the second scan")
    looking.look()
    clock.seconds = 10
    assert names(looking.look()) == ["scan.jpg"]


def test_folders_within_are_looked_into_if_that_is_wanted(look, folder, clock):
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "deep.jpg").write_bytes(b"deep")
    (folder / "top.jpg").write_bytes(b"top")
    everywhere, here = look(), look(below=False)
    for looking in (everywhere, here):
        looking.look()
    clock.seconds = 5
    assert sorted(names(everywhere.look())) == ["deep.jpg", "top.jpg"]
    assert names(here.look()) == ["top.jpg"]


def test_what_is_hidden_unfinished_or_a_link_to_a_folder_is_passed_over(look, folder, clock, tmp_path):
    for name in (".hidden.jpg", "~$letter.doc", "photo.jpg.part", "film.crdownload", "Thumbs.db"):
        (folder / name).write_bytes(b"something")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    looking = look()
    looking.look()
    clock.seconds = 5
    assert looking.look() == []


def test_an_empty_file_is_given_time_to_be_filled(look, folder, clock):
    (folder / "placeholder.jpg").touch()
    looking = look()
    for seconds in (0, 5, 30):
        clock.seconds = seconds
        assert looking.look() == []
    clock.seconds = 61
    assert names(looking.look()) == ["placeholder.jpg"]


def test_what_was_taken_in_is_known_after_the_next_start_and_to_this_library_alone(
    look, folder, clock, tmp_path
):
    (folder / "scan.jpg").write_bytes(b"scan")
    first = look()
    first.look()
    clock.seconds = 5
    Seen(tmp_path / "seen.json", KEY).add(first.look())
    again, other = look(), look(key=b"o" * 32)
    for looking in (again, other):
        looking.look()
    clock.seconds = 10
    assert again.look() == []
    assert names(other.look()) == ["scan.jpg"]
    assert "scan" not in (tmp_path / "seen.json").read_text(encoding="utf-8")


def test_a_list_of_what_was_taken_in_that_is_damaged_costs_a_second_look_alone(look, folder, clock, tmp_path):
    (tmp_path / "seen.json").write_text("{ no list", encoding="utf-8")
    (folder / "scan.jpg").write_bytes(b"scan")
    looking = look()
    looking.look()
    clock.seconds = 5
    assert names(looking.look()) == ["scan.jpg"]


def test_a_folder_that_is_gone_is_an_error_and_comes_back(look, folder, clock):
    looking = look()
    folder.rmdir()
    with pytest.raises(FileNotFoundError):
        looking.look()
    folder.mkdir()
    assert looking.look() == []
