"""Options and arguments that several commands share, so that they are called and explained alike."""

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.given import language_of, path_of, share_of
from engine.cli.words import StatusWord

LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        "-L",
        metavar="FOLDER",
        help="The library to use; by default your own, or $SANDUKU_LIBRARY.",
        parser=path_of,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, help="Show at most so many.")]
OffsetOption = Annotated[int, typer.Option("--offset", min=0, help="Leave out so many of the first.")]
PasswordFileOption = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        metavar="FILE",
        help="Holds the password of protected PDFs; without it you are asked.",
        parser=path_of,
    ),
]
ProcessesOption = Annotated[
    int | None,
    typer.Option("--processes", min=1, max=64, help="Workers to start; by default as in the settings."),
]
_NAMED = "Its id or the beginning of it, or its whole name, that no other document has."
DocumentArgument = Annotated[str, typer.Argument(metavar="DOCUMENT", help=_NAMED)]
OneDocumentArgument = Annotated[str | None, typer.Argument(metavar="DOCUMENT", help=_NAMED)]
DocumentsArgument = Annotated[
    list[str], typer.Argument(metavar="DOCUMENT...", help="Ids or beginnings of them, or whole names.")
]
StatusOption = Annotated[StatusWord | None, typer.Option(help="Only documents whose reading is so far.")]
LanguageOption = Annotated[str | None, typer.Option(help="Only documents with this language, such as 'sw'.")]
BelowOption = Annotated[
    float | None,
    typer.Option(
        "--below",
        "--below-confidence",
        metavar="SHARE",
        help="Only documents with a line of less confidence, such as 0.8 or 80%.",
        parser=share_of,
    ),
]
BatchOption = Annotated[
    str | None, typer.Option(help="Only what was added together, by the 'batch' that --json tells.")
]
SomeDocumentsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DOCUMENT]...", help="Ids, or beginnings of them; none means all, or what a filter says."
    ),
]
PageOption = Annotated[int | None, typer.Option("--page", min=1, help="Only this page.")]
InOption = Annotated[
    str, typer.Option("--in", metavar="LANGUAGE", help="Answer in en, fr, es, ar or sw.", parser=language_of)
]
ProfileOption = Annotated[
    str | None,
    typer.Option("--profile", help="How closely the model looks, such as fast, balanced or detailed."),
]
PackOption = Annotated[
    str | None, typer.Option("--pack", help="The model pack to ask; by default the one for this task.")
]
PrecisionOption = Annotated[
    str | None, typer.Option("--precision", help="The variant of the pack, such as int8.")
]
