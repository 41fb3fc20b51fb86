"""The benchmark of captions measures what is there, and says what is not."""

from benchmarks.captions import OPTIMUM, prepare_captions
from models.image_text import optimum


def test_the_benchmark_of_captions_says_that_optimum_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(optimum, "python_of", lambda: tmp_path / "none")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.json").touch()
    failed = prepare_captions(tmp_path, lambda _line: None)
    assert "models optimum" in failed[OPTIMUM]
