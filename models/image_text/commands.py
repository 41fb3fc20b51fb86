"""The commands of the toolchain for image-text models. Heavy libraries are imported when they are used."""

import argparse
import getpass
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.packs.manifest import SERVED

if TYPE_CHECKING:
    from models.image_text.exporting import ExportOptions

PASSPHRASE = "SANDUKU_SIGNING_PASSPHRASE"  # noqa: S105 - the name of a variable
EXAMPLES = """\
An administrator with a network brings a model once, for instance with
  huggingface-cli download HuggingFaceTB/SmolVLM-256M-Instruct --local-dir SmolVLM-256M-Instruct
and turns it into a pack:
  python3 run.py models prepare SmolVLM-256M-Instruct --out packs
That gives packs/smolvlm-256m-instruct-1.zip, to be carried on a stick and installed with
  sanduku packs install smolvlm-256m-instruct-1.zip
"""


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add them to the toolchain's command line."""
    _add_prepare(commands)
    _add_steps(commands)
    _add_sign(commands)
    _command(
        commands,
        "optimum",
        "make the environment of optimum, a peer to measure beside (for developers)",
        "About 1.3 GB in .venv-optimum, with an older transformers than ours. 'bench captions' uses it;\n"
        "no pack is made with it.",
        _optimum,
    )


def _add_prepare(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    prepare = _command(
        commands,
        "prepare",
        "turn a model's folder into a pack: export, quantize, verify, bench and pack in one go",
        EXAMPLES + "\nWhat is interrupted goes on where it was when the same command is given again.",
        _prepare,
    )
    _snapshot_options(prepare)
    prepare.add_argument("--out", type=Path, required=True, help="folder for the pack and all work on it")
    prepare.add_argument("--precision", action="append", help="make this one; may be given again")
    prepare.add_argument("--ship", action="append", help="pack this one; default: all but fp32")
    prepare.add_argument("--images", type=Path, help="folder with pictures like yours, to compare on")
    _gate_options(prepare)
    prepare.add_argument("--keys", type=Path, help="folder of keys to sign with; default: unsigned")


def _add_steps(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = _command(
        commands,
        "export",
        "turn a model's folder into graphs in float32",
        "The first step of 'prepare': reads a snapshot as a model hub gives it (config.json, weights,\n"
        "tokenizer.json, preprocessor_config.json) and writes one graph for each component.",
        _export,
    )
    _snapshot_options(export)
    export.add_argument("--work", type=Path, required=True, help="folder for this and all further steps")

    quantize = _command(
        commands,
        "quantize",
        "make smaller variants of an exported model",
        "int8: 8 bits for each column of a matrix. int8-blocks: 8 bits with a scale for 32 numbers, nearer\n"
        "to the original, slower. int4: for large models. int8-sharp: int8 with the eyes in float32.\n"
        "Convolutions stay in float32. How far each strays is told by 'verify'.",
        _quantize,
    )
    quantize.add_argument("work", type=Path, help="folder of the export")
    quantize.add_argument("--precision", action="append", help="make this one; may be given again")

    verify = _command(
        commands,
        "verify",
        "hold a model against the original token by token, or try a finished pack",
        "With --snapshot: the exported model must choose the very tokens of the original, and how far each\n"
        "smaller precision strays is written down. Without: a pack must give its known answers here.",
        _verify,
    )
    verify.add_argument("folder", type=Path, help="folder of the work, or of a pack")
    verify.add_argument("--snapshot", type=Path, help="the model's folder as it came")
    verify.add_argument("--images", type=Path, help="folder with pictures like yours, to compare on")
    _gate_options(verify)

    bench = _command(
        commands,
        "bench",
        "measure speed and memory of each precision, in a fresh process",
        "CPU-seconds on one thread, and the most memory held. Written into the manifest: a field worker's\n"
        "computer offers a smaller precision instead of running out of memory.",
        _bench,
    )
    bench.add_argument("work", type=Path, help="folder of the work")

    pack = _command(
        commands,
        "pack",
        "write chosen precisions as a pack: a folder, and one file to carry",
        "The same work gives the same file, byte for byte.",
        _pack,
    )
    pack.add_argument("work", type=Path, help="folder of the work")
    pack.add_argument("--out", type=Path, required=True, help="folder for the pack")
    pack.add_argument("--ship", action="append", help="pack this precision; default: all but fp32")


def _add_sign(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    sign = _command(
        commands,
        "sign",
        "sign packs, and make or renew the keys for it",
        "Once:   sign keys create --keys KEYS --name 'Our organisation' --people 3 --threshold 2\n"
        "        gives KEYS/roots/1.root.json: computers trust it after\n"
        "        'sanduku packs trust add 1.root.json'.\n"
        "Then:   sign pack FOLDER --keys KEYS\n"
        "Later:  sign root renew --keys KEYS [--new-release-key]\n"
        "For new versions of Sanduku, which keys for packs cannot sign:\n"
        "        sign keys programs --keys KEYS [--people N --threshold N]\n"
        f"Passphrases are asked for, or taken from {PASSPHRASE}. Keep root keys on separate sticks.",
    )
    parts = sign.add_subparsers(metavar="WHAT", required=True)
    keys = parts.add_parser("keys", help="make keys").add_subparsers(metavar="WHAT", required=True)
    create = keys.add_parser("create", help="make the keys of an organisation, and its first root")
    create.add_argument("--keys", type=Path, required=True, help="folder for them")
    create.add_argument("--name", required=True, help="of the organisation, as people will see it")
    create.add_argument("--people", type=int, default=3, help="how many have a root key (default 3)")
    create.add_argument("--threshold", type=int, default=2, help="how many must sign a root (default 2)")
    create.add_argument(
        "--programs", type=int, default=0,
        help="how many have a key for new versions of Sanduku (default none: for packs alone)",
    )  # fmt: skip
    create.add_argument(
        "--programs-threshold", type=int, default=1, help="how many of those must sign (default 1)"
    )
    create.set_defaults(run=_create_keys)
    programs = keys.add_parser(
        "programs", help="make keys that sign new versions of Sanduku, and the root that lists them"
    )
    programs.add_argument("--keys", type=Path, required=True, help="folder with the keys")
    programs.add_argument("--people", type=int, default=1, help="how many have such a key (default 1)")
    programs.add_argument(
        "--threshold", type=int, default=1, help="how many must sign each version (default 1)"
    )
    programs.set_defaults(run=_create_program_keys)
    root = parts.add_parser("root", help="renew the root").add_subparsers(metavar="WHAT", required=True)
    renew = root.add_parser("renew", help="make the next root, before the present one expires")
    renew.add_argument("--keys", type=Path, required=True, help="folder with the keys")
    renew.add_argument("--new-release-key", action="store_true", help="replace a release key that was lost")
    renew.set_defaults(run=_renew_root)
    pack = parts.add_parser("pack", help="sign a pack, and write its file anew")
    pack.add_argument("pack", type=Path, help="folder of the pack")
    pack.add_argument("--keys", type=Path, required=True, help="folder with the keys")
    pack.set_defaults(run=_sign_pack)


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    short: str,
    long: str,
    run: Callable[[argparse.Namespace], int] | None = None,
) -> argparse.ArgumentParser:
    """Add a command; one that has commands of its own is run by those."""
    parser = commands.add_parser(
        name,
        help=short,
        description=f"{short[0].upper()}{short[1:]}.\n\n{long}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def _snapshot_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("snapshot", type=Path, help="the model's folder as it came")
    parser.add_argument("--name", help="of the pack; default: from the model's name")
    parser.add_argument(
        "--version", type=int, default=1, help="of the pack; grows with every change (default 1)"
    )
    parser.add_argument("--title", help="what people call it")
    parser.add_argument("--licence", help="SPDX identifier, where the model's card does not tell it")
    parser.add_argument("--licence-file", type=Path, help="its text, where the model's folder lacks it")
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        type=_served,
        metavar="CODE=HOW",
        help="how well a language is served: good, some or untried, for instance fr=some",
    )


def _gate_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--labelled", type=Path, help="folder with pictures and answers.jsonl: what loses too much is refused"
    )
    parser.add_argument(
        "--margin", type=float, default=0.02, help="most of the accuracy that may be lost (default 0.02)"
    )


def _served(text: str) -> tuple[str, str]:
    """Return a language and how well it is served, from the words of a command."""
    code, _, how = text.partition("=")
    if not code.replace("-", "").isalnum() or how not in SERVED:
        raise argparse.ArgumentTypeError(f"'{text}' is not like fr=some; how is one of {', '.join(SERVED)}")
    return code, how


def _options(options: argparse.Namespace) -> "ExportOptions":
    from models.image_text.exporting import ExportOptions

    return ExportOptions(
        name=options.name,
        version=options.version,
        title=options.title,
        licence=options.licence,
        licence_file=options.licence_file,
        languages=dict(options.language),
    )


def _prepare(options: argparse.Namespace) -> int:
    from models.image_text.preparing import prepare

    made = prepare(
        options.snapshot,
        options.out,
        _options(options),
        tell=_tell,
        precisions=options.precision,
        shipped=options.ship,
        images=options.images,
        labelled=options.labelled,
        margin=options.margin,
    )
    for note in made.notes:
        _tell(note)
    if options.keys is not None:
        options.pack = made.pack.folder
        return _sign_pack(options)
    print(f"The pack is {made.file} ({made.file.stat().st_size / 1e6:.0f} MB). It is not signed.")  # noqa: T201
    return 0


def _export(options: argparse.Namespace) -> int:
    from models.image_text.exporting import export
    from models.image_text.workshop import Workshop

    return _told(export(options.snapshot, Workshop(options.work), _options(options), tell=_tell))


def _quantize(options: argparse.Namespace) -> int:
    from models.image_text.variants import quantise
    from models.image_text.workshop import Workshop

    return _told(quantise(Workshop(options.work), options.precision, tell=_tell))


def _verify(options: argparse.Namespace) -> int:
    if options.snapshot is None:
        from engine.packs import load_pack
        from engine.vision.trial import try_pack

        pack = load_pack(options.folder)
        pack.verify()
        for note in try_pack(pack):
            _tell(note)
        print("The pack is whole, and gives its known answers on this computer.")  # noqa: T201
        return 0
    from models.image_text.pictures import from_folder
    from models.image_text.preparing import MOST_PICTURES
    from models.image_text.verifying import verify
    from models.image_text.workshop import Workshop

    images = None if options.images is None else from_folder(options.images, most=MOST_PICTURES)
    workshop = Workshop(options.folder)
    done = verify(options.snapshot, workshop, tell=_tell, images=images)
    if options.labelled is not None:
        from models.image_text.gating import gate

        done = gate(workshop, options.labelled, tell=_tell, margin=options.margin) or done
    for name, precision in workshop.draft["precisions"].items():
        figures = ", ".join(f"{key} {value:g}" for key, value in precision["gate"].items())
        print(f"{name}: {figures}")  # noqa: T201
    return _told(done)


def _bench(options: argparse.Namespace) -> int:
    from models.image_text.benchmarking import bench
    from models.image_text.workshop import Workshop

    workshop = Workshop(options.work)
    done = bench(workshop, None, tell=_tell)
    for name, precision in workshop.draft["precisions"].items():
        figures = ", ".join(f"{key} {value}" for key, value in (precision.get("measured") or {}).items())
        print(f"{name}: {figures}")  # noqa: T201
    return _told(done)


def _pack(options: argparse.Namespace) -> int:
    from models.image_text.exporting import STEP as EXPORT
    from models.image_text.packing import allowed, pack, zip_pack
    from models.image_text.workshop import Workshop

    workshop = Workshop(options.work)
    workshop.recipe_of(EXPORT)  # tells what to do first where nothing was done
    name = workshop.draft["name"]
    made = pack(workshop, options.out / name, allowed(workshop.draft, options.ship))
    file = zip_pack(made, options.out / f"{name}-{made.manifest.version}.zip")
    print(f"The pack is {file} ({file.stat().st_size / 1e6:.0f} MB).")  # noqa: T201
    return 0


def _optimum(_options: argparse.Namespace) -> int:
    from models.image_text.optimum import make_environment

    _tell("Making the environment of optimum (some minutes)")
    print(f"optimum is ready: {make_environment().parent}")  # noqa: T201
    return 0


def _create_keys(options: argparse.Namespace) -> int:
    from models.image_text.signing import ROOTS, Keys

    Keys(options.keys).create(
        options.name,
        options.people,
        options.threshold,
        _new_passphrase,
        programs=options.programs,
        programs_threshold=options.programs_threshold,
    )
    root = options.keys / ROOTS / "1.root.json"
    print(f"Give {root} to every computer: sanduku packs trust add {root}")  # noqa: T201
    print(f"Its fingerprint, to be compared by voice: {_fingerprint(root)}")  # noqa: T201
    return 0


def _create_program_keys(options: argparse.Namespace) -> int:
    from models.image_text.signing import ROOTS, Keys

    keys = Keys(options.keys)
    keys.create_program_keys(options.people, options.threshold, ask_passphrase, _new_passphrase)
    root = options.keys / ROOTS / f"{len(keys.roots())}.root.json"
    print(  # noqa: T201
        f"Give {root} to computers that are new: sanduku packs trust add {root}\n"
        f"Its fingerprint, to be compared by voice: {_fingerprint(root)}\n"
        "Computers of your team follow by themselves. Where somebody added an earlier root by hand:"
        " sanduku packs trust programs NAME"
    )
    return 0


def _renew_root(options: argparse.Namespace) -> int:
    from models.image_text.signing import Keys

    keys = Keys(options.keys)
    keys.renew_root(ask_passphrase, replace_release_key=options.new_release_key)
    print(f"Made root {len(keys.roots())}. Packs that are signed from now on carry it along.")  # noqa: T201
    return 0


def _sign_pack(options: argparse.Namespace) -> int:
    from engine.packs import load_pack
    from models.image_text.packing import zip_pack
    from models.image_text.signing import Keys

    Keys(options.keys).sign(options.pack, ask_passphrase)
    loaded = load_pack(options.pack)
    name = f"{loaded.manifest.name}-{loaded.manifest.version}.zip"
    file = zip_pack(loaded, options.pack.parent / name)
    print(f"The signed pack is {file} ({file.stat().st_size / 1e6:.0f} MB).")  # noqa: T201
    return 0


def _fingerprint(root: Path) -> str:
    from engine.packs.trust import read_root

    return read_root(root.read_bytes(), root).spoken_fingerprint


def ask_passphrase(key: str) -> str:
    """Return the passphrase of a key, from the environment or asked for."""
    return os.environ.get(PASSPHRASE) or _typed(f"Passphrase of the key '{key}': ")


def _new_passphrase(key: str) -> str:
    found = os.environ.get(PASSPHRASE)
    if found:
        return found
    while True:
        first = _typed(f"New passphrase for the key '{key}' (12 characters or more): ")
        if first == _typed("The same again: "):
            return first
        _tell("They differ.")


def _typed(question: str) -> str:
    """Return what a person types unseen; raises SigningError where there is nobody to ask."""
    from models.image_text.signing import SigningError

    try:
        with warnings.catch_warnings():
            # It would go on from standard input, and show what is typed.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question)
    except (EOFError, getpass.GetPassWarning) as error:
        raise SigningError(
            "Passphrases are asked for at a terminal, and this is none.",
            remedy=f"Do it at one, or put the passphrase of the keys into {PASSPHRASE}.",
        ) from error


def _tell(sentence: str) -> None:
    """Tell the person what goes on, apart from what a program would read."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def _told(done: bool) -> int:  # noqa: FBT001
    _tell("Done." if done else "This was done before; nothing to do.")
    return 0
