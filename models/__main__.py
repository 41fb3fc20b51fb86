"""The command line of the toolchain: ``python -m models COMMAND``."""

import argparse
import errno
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.errors import ExitCode, SandukuError
from engine.settings import Places
from models.image_text.commands import add_commands


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SandukuError as error:
        return _told(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _told(
            "Stopped. The same command goes on from the last step that was done.", ExitCode.CANCELLED
        )
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        which = error.filename or "the target"
        return _told(f"{which}: The disk is full. Free some, and start again.", ExitCode.DISK_FULL)


def _told(sentence: str, code: ExitCode) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201
    return int(code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m models", description="Makes the models that Sanduku uses."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    prepare = commands.add_parser(
        "prepare-reading", help="make the packs that text and numbers are read with, or find them there; once"
    )
    prepare.add_argument("--target", type=Path, help="folder of packs; default: the user's own")
    prepare.set_defaults(run=_prepare_reading)

    fetch = commands.add_parser("fetch-tessdata", help="bring the language files of Tesseract")
    fetch.set_defaults(run=_fetch_tessdata)

    calibrate = commands.add_parser(
        "calibrate", help="measure the ranges of the recogniser's 8-bit arithmetic anew (for developers)"
    )
    calibrate.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"), help="where fonts lie")
    calibrate.set_defaults(run=_calibrate)

    confidence = commands.add_parser(
        "calibrate-confidence", help="learn anew what the engines' confidences are worth (for developers)"
    )
    confidence.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"), help="where fonts lie")
    confidence.set_defaults(run=_calibrate_confidence)

    numerals = commands.add_parser(
        "train-numerals", help="train the network for Arabic-Indic digits anew (for developers; needs torch)"
    )
    numerals.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"), help="where fonts lie")
    numerals.add_argument("--checkpoint", type=Path, required=True, help="file to go on from, and to write")
    numerals.add_argument("--lines", type=int, default=330_000, help="how many lines to learn in all")
    numerals.add_argument("--target", type=Path, help="folder for the pack; default: the one that we ship")
    numerals.set_defaults(run=_train_numerals)
    add_commands(commands)
    return parser


def _prepare_reading(options: argparse.Namespace) -> int:
    from models.numerals.installing import prepare_numerals
    from models.reading import prepare_reading

    packs = options.target or Places.of_this_user().packs
    for prepare, what in ((prepare_reading, "reading"), (prepare_numerals, "number")):
        pack, made = prepare(packs)
        print(f"The {what} models {'were made' if made else 'are there already'}: {pack.folder}")  # noqa: T201
    return 0


def _fetch_tessdata(_options: argparse.Namespace) -> int:
    from models import tessdata

    return tessdata.main()


def _calibrate(options: argparse.Namespace) -> int:
    from models.calibration import measure_ranges
    from models.graphs import tensors_of
    from models.reading import RANGES_FILE, eight_bit_nodes, recogniser
    from models.sources import RAPIDOCR

    model, _ = recogniser(RAPIDOCR)
    tensors = tensors_of(model, eight_bit_nodes(model))
    ranges = measure_ranges(model, tensors, fonts=options.fonts)
    target = Path(__file__).with_name(RANGES_FILE)
    target.write_text(json.dumps(ranges, indent=0) + "\n", encoding="utf-8")
    print(f"Measured {len(ranges)} ranges into {target}")  # noqa: T201
    return 0


def _calibrate_confidence(options: argparse.Namespace) -> int:
    from importlib.resources import files

    from engine.ocr.calibration import DATA_FILE
    from engine.ocr.engines import ENGINES, EngineContext
    from engine.settings import ReadingSettings
    from models.confidence import learn_calibration

    context = EngineContext(Places.of_this_user(), ReadingSettings())
    engines = [entry.open(context) for entry in ENGINES if entry.available(context).ready]
    calibration = learn_calibration(engines, fonts=options.fonts)
    target = Path(str(files("engine.ocr"))) / DATA_FILE
    target.write_text(calibration.to_json(), encoding="utf-8")
    for engine in engines:
        engine.close()
    print(f"Learnt {len(calibration.tables)} tables into {target}")  # noqa: T201
    return 0


def _train_numerals(options: argparse.Namespace) -> int:
    from models.numerals.drawing import find_fonts
    from models.numerals.installing import SHIPPED
    from models.numerals.packing import make_pack
    from models.numerals.training import train

    def show(lines: int, loss: float) -> None:
        print(f"\r{lines} lines, loss {loss:.3f}", end="", flush=True)  # noqa: T201

    fonts = find_fonts(options.fonts, held_out=False)
    network = train(fonts, options.checkpoint, lines=options.lines, on_progress=show)
    pack, score = make_pack(options.target or SHIPPED, network, options.fonts)
    print(f"\n{pack.folder}: {score}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
