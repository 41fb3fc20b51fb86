"""The installer installs, upgrades, refuses and removes as it says: under Wine, where that is at hand."""

import shutil

import pytest


def test_what_is_said_of_the_installer_holds(part, capsys):
    proof = part("windows.prove_nsis")
    missing = proof.missing_tools()
    if missing:
        pytest.skip(f"NOT TESTED: the installer under Wine. There is no {', '.join(missing)}")
    if shutil.which("wine32") is None and not proof.runs_32_bit():
        pytest.skip("NOT TESTED: the installer under Wine, which runs no 32-bit programs here (wine32)")
    assert proof.main([]) == 0, capsys.readouterr().out


def test_without_its_tools_nothing_counts_as_proven(part, monkeypatch, capsys):
    proof = part("windows.prove_nsis")
    monkeypatch.setenv("PATH", "")
    assert proof.main([]) == 2
    assert "Nothing was proven" in capsys.readouterr().err
