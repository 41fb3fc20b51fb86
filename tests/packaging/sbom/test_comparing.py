"""Two builds are told apart file by file, with the reason."""

import marshal
import zipfile

import pytest


@pytest.fixture
def told(part, tmp_path):
    def compare(write):
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            write(tmp_path / name, name)
        module = part("sbom.comparing")
        return {each.file: each.why for each in module.compare(tmp_path / "one", tmp_path / "two")}

    return compare


def test_the_same_is_the_same(told):
    assert told(lambda folder, _: (folder / "a").write_text("x")) == {}


def test_what_is_in_one_alone_is_named(told):
    assert "only in" in told(lambda folder, name: (folder / name).write_text("x"))["two"]


def test_another_mode_is_told(told):
    def write(folder, name):
        (folder / "a").write_text("x")
        (folder / "a").chmod(0o755 if name == "one" else 0o644)

    assert told(write) == {"a": "may be used otherwise: 755, and 644"}


def test_the_line_that_differs_is_shown(told):
    why = told(lambda folder, name: (folder / "a").write_text(f"same\nbuilt in {name}\n"))["a"]
    assert why == "differs from line 2 on: 'built in one', and 'built in two'"


def test_the_order_of_lines_is_told_from_other_lines(told):
    lines = {"one": "a\nb\n", "two": "b\na\n"}
    assert told(lambda folder, name: (folder / "a").write_text(lines[name]))["a"].endswith("another order")


def test_a_folder_that_found_its_way_into_code_is_told(told):
    def write(folder, name):
        code = compile("def f():\n    return 1\n", f"/home/{name}/module.py", "exec")
        (folder / "module.pyc").write_bytes(bytes(16) + marshal.dumps(code))

    assert told(write)["module.pyc"] == "names its folder (/home/one/module.py, and /home/two/module.py)"


def test_other_code_is_told_from_that(told):
    def write(folder, name):
        code = compile(f"x = {len(name) if name == 'one' else 7}", "module.py", "exec")
        (folder / "module.pyc").write_bytes(bytes(16) + marshal.dumps(code))

    assert told(write)["module.pyc"] == "has other code"


def test_the_time_in_an_archive_is_told_from_its_content(told):
    def write(folder, name):
        with zipfile.ZipFile(folder / "base.zip", "w") as archive:
            year = 2001 if name == "one" else 2002
            archive.writestr(zipfile.ZipInfo("a.txt", (year, 1, 1, 0, 0, 0)), "x")

    assert told(write)["base.zip"] == "holds the same, with other times, or packed otherwise"


def test_the_byte_that_differs_is_shown(told):
    content = {"one": b"\xff" * 99 + b"\x00", "two": b"\xff" * 99 + b"\x01"}
    assert "from byte 99 on" in told(lambda folder, name: (folder / "a").write_bytes(content[name]))["a"]


def test_links_that_lead_elsewhere_are_told(told):
    assert told(lambda folder, name: (folder / "a").symlink_to(name)) == {"a": "leads to one, and to two"}


def test_the_command_ends_with_1_where_anything_differs(part, tmp_path, capsys):
    import argparse

    module = part("sbom.comparing")
    parser = argparse.ArgumentParser()
    module.arguments(parser)
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
    assert module.run(parser.parse_args([str(tmp_path / "one"), str(tmp_path / "one")])) == 0
    assert module.run(parser.parse_args([str(tmp_path / "one"), str(tmp_path / "two")])) == 1
    assert "1 differences" in capsys.readouterr().out
