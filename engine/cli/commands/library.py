"""``sanduku library``: make a library, and look after its keys."""

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption

library = typer.Typer(
    help="Make a library, and look after its passphrase and recovery key.", no_args_is_help=True
)
NewPassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file",
        metavar="FILE",
        help="Holds the new passphrase; without it you are asked.",
        parser=path_of,
    ),
]


@library.command()
def create(
    context: typer.Context,
    folder: LibraryOption = None,
    new_passphrase_file: NewPassphraseOption = None,
    *,
    passphrase: Annotated[
        bool, typer.Option("--passphrase", help="Ask for a passphrase that opens it.")
    ] = False,
    encryption: Annotated[
        bool, typer.Option("--encryption/--no-encryption", help="Encrypt everything in it.")
    ] = True,
    keyring: Annotated[
        bool, typer.Option("--keyring/--no-keyring", help="Let this computer's keyring open it.")
    ] = True,
) -> None:
    """Make a new library, and show its recovery key once.

    Example: sanduku library create --library ~/clinic --passphrase
    """
    desk = desk_of(context, folder)
    if not encryption and (passphrase or new_passphrase_file):
        raise SandukuUsageError(
            "A library without encryption has no passphrase.", remedy="Leave one of them out."
        )
    word = None
    if passphrase or new_passphrase_file is not None:
        word = _new_passphrase(desk, new_passphrase_file)
    with desk.create_library(encrypted=encryption, passphrase=word, keyring=keyring).library as made:
        desk.print(str(made.folder))


@library.command("passphrase")
def change_passphrase(
    context: typer.Context, new_passphrase_file: NewPassphraseOption = None, folder: LibraryOption = None
) -> None:
    """Set the passphrase of the library, or replace it."""
    desk = desk_of(context, folder)
    with desk.library() as opened:
        if not opened.encrypted:
            raise SandukuUsageError(
                "This library is not encrypted.", which=opened.folder, remedy=MAKE_ENCRYPTED
            )
        opened.change_passphrase(_new_passphrase(desk, new_passphrase_file))
    desk.print("The passphrase is set.")


@library.command("recovery-key")
def new_recovery_key(
    context: typer.Context,
    folder: LibraryOption = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
) -> None:
    """Make a new recovery key and show it once; the former one opens the library no more."""
    desk = desk_of(context, folder)
    with desk.library() as opened:
        if not opened.encrypted:
            raise SandukuUsageError(
                "This library is not encrypted.", which=opened.folder, remedy=MAKE_ENCRYPTED
            )
        desk.confirm("Make a new recovery key? The one that was printed before will be worthless.", yes=yes)
        desk.show_recovery_key(opened.new_recovery_key())


@library.command("info")
def info(context: typer.Context, folder: LibraryOption = None, *, as_json: JsonOption = False) -> None:
    """Open the library and tell what it is; with --passphrase-file, a test of the passphrase.

    Example: sanduku --recovery-key-file key.txt library info
    """
    desk = desk_of(context, folder, as_json=as_json)
    with desk.library() as opened:
        facts = {
            "folder": str(opened.folder),
            "id": opened.library_id,
            "device": opened.device_id,
            "encrypted": opened.encrypted,
            "author": opened.author,
            "documents": opened.documents.count(),
            "in_trash": opened.trash.count(),
        }
    if desk.as_json:
        desk.print_json(facts)
    else:
        told = {**facts, "encrypted": "yes" if opened.encrypted else "no"}
        desk.table(("what", "value"), [(name.replace("_", " "), str(value)) for name, value in told.items()])


def _new_passphrase(desk: Desk, file: Path | None) -> str:
    return desk.secret("The new passphrase", file=file, repeat=True, option="--new-passphrase-file")


MAKE_ENCRYPTED = "Make a new one with 'sanduku library create' and add the documents there."
