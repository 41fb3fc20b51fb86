"""``python3 run.py bench``: take the project's figures on this machine."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from benchmarks.captions import NAMES as CAPTIONS
from benchmarks.captions import benchmark_captions, prepare_captions
from benchmarks.contenders import CONTENDERS
from benchmarks.frozen import NotMeasurableError, benchmark_frozen
from benchmarks.link.profiles import PROFILES
from benchmarks.memory import benchmark_memory
from benchmarks.openings import benchmark_openings
from benchmarks.reading import benchmark_reading
from benchmarks.report import Report
from benchmarks.reread import benchmark_reread
from benchmarks.store import benchmark_import, benchmark_queue, benchmark_search
from benchmarks.vision import NAMES as VISION
from benchmarks.vision import benchmark_vision
from benchmarks.vision_models import prepare
from benchmarks.window import benchmark_window
from engine.errors import ExitCode
from engine.progress import Progress
from engine.settings import Places

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples"
BUILT = Path(__file__).resolve().parent.parent / "build" / "frozen" / "sanduku"
RESULTS = Path(__file__).resolve().parent / "results"
NAMES = tuple(contender.name for contender in CONTENDERS)

app = typer.Typer(
    help="Measure Sanduku beside its peers. Each result is printed, and written as JSON.\n\n"
    "Without a command, everything is measured on the bundled samples; that takes about half an hour.",
    add_completion=False,
)
Output = Annotated[Path, typer.Option("--output", "-o", help="Folder for the JSON files.")]


@app.callback(invoke_without_command=True)
def everything(context: typer.Context) -> None:
    """Measure everything on the bundled samples."""
    if context.invoked_subcommand is None:
        reading([SAMPLES], RESULTS)
        memory(RESULTS)
        reread(RESULTS)
        store(RESULTS)
        search(RESULTS)
        window(RESULTS)


@app.command()
def reading(
    folders: Annotated[
        list[Path],
        typer.Argument(
            help="Folders of images with their truth beside them: NAME.xml (ALTO), NAME.truth.json or "
            "NAME.gt.txt.",
            exists=True,
            file_okay=False,
        ),
    ],
    output: Output = RESULTS,
    *,
    contenders: Annotated[
        list[str] | None,
        typer.Option("--contender", "-c", help=f"One of {', '.join(NAMES)}; the first is ours."),
    ] = None,
    rounds: Annotated[int, typer.Option(min=1, help="How often every page is read.")] = 1,
    most: Annotated[int | None, typer.Option(min=1, help="At most so many pages of each folder.")] = None,
) -> None:
    """Latency, throughput, processor time and accuracy beside rapidocr and Tesseract."""
    names = contenders or list(NAMES)
    if unknown := set(names) - set(NAMES):
        raise typer.BadParameter(f"There is no contender {', '.join(unknown)}.", param_hint="--contender")
    with _bar() as progress:
        reports = benchmark_reading(folders, names, rounds=rounds, most=most, progress=progress)
    for report in reports:
        _tell(report, output)


@app.command()
def memory(
    output: Output = RESULTS,
    *,
    document: Annotated[
        Path, typer.Option(help="Image that is enlarged to the sizes measured.", exists=True, dir_okay=False)
    ] = SAMPLES / "registration-form.jpg",
) -> None:
    """Peak memory on an A4 page at 300 dpi and on a 100-megapixel scan, beside rapidocr."""
    _tell(benchmark_memory(document, ["sanduku", "rapidocr", "rapidocr-no-cls", "tesseract"]), output)


@app.command()
def reread(output: Output = RESULTS) -> None:
    """Reading documents again that the library has read before."""
    with tempfile.TemporaryDirectory() as folder:
        _tell(benchmark_reread(Path(folder), SAMPLES), output)


@app.command()
def store(
    output: Output = RESULTS,
    *,
    documents: Annotated[int, typer.Option(min=10, help="Documents through the queue.")] = 1000,
    files: Annotated[int, typer.Option(min=10, help="Small files to import.")] = 10_000,
) -> None:
    """The queue's cycle, and the import of many small files."""
    with tempfile.TemporaryDirectory() as folder:
        _tell(benchmark_queue(Path(folder) / "queue", SAMPLES, documents=documents), output)
        _tell(benchmark_import(Path(folder) / "import", files=files), output)


@app.command()
def search(
    output: Output = RESULTS,
    *,
    pages: Annotated[int, typer.Option(min=100, help="Pages of text in the library.")] = 100_000,
    library: Annotated[
        Path | None,
        typer.Option(
            help="Keep the library here; one that is here already is used, and filled up.", file_okay=False
        ),
    ] = None,
) -> None:
    """Full-text search; filling the library takes most of the time."""
    with tempfile.TemporaryDirectory() as folder, _bar() as progress:
        report = benchmark_search(Path(folder), SAMPLES, pages=pages, library=library, progress=progress)
    _tell(report, output)


@app.command()
def window(
    output: Output = RESULTS,
    *,
    pages: Annotated[int, typer.Option(min=0, help="Pages in the batch; 0 for none.")] = 200,
    documents: Annotated[
        int, typer.Option(min=100, help="Documents in the library that is opened.")
    ] = 50_000,
) -> None:
    """How the window opens, scrolls and shows pages, and how smooth it stays while a batch is read."""
    with _bar() as progress:
        report = benchmark_openings(SAMPLES / "registration-form.jpg", documents=documents, progress=progress)
    _tell(report, output)
    if pages:
        _tell(benchmark_window(SAMPLES, pages=pages), output)


@app.command()
def vision(
    output: Output = RESULTS,
    *,
    models: Annotated[
        Path | None,
        typer.Option(
            help="Folder for the models with random weights, some 4 GB; kept, so that they are made once.",
            file_okay=False,
        ),
    ] = None,
    contenders: Annotated[
        list[str] | None,
        typer.Option("--contender", "-c", help=f"One of {'; '.join(VISION)}; all of them if none is told."),
    ] = None,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is measured.")] = 3,
) -> None:
    """Questions about a picture beside transformers, onnxruntime-genai and llama.cpp.

    Needs the extra `models`; peers of the extra `vision-peers` that are not installed are left out and told.
    """
    names = contenders or list(VISION)
    if unknown := set(names) - set(VISION):
        raise typer.BadParameter(f"There is no contender {', '.join(unknown)}.", param_hint="--contender")
    folder = models or Places.of_this_user().data / "bench-vision"
    failed = _prepared(prepare, folder)
    with _bar() as progress:
        report = benchmark_vision(folder, names, rounds=rounds, failed=failed, progress=progress)
    _tell(report, output)
    if not contenders:
        captions(output, models=models, rounds=rounds)


@app.command()
def captions(
    output: Output = RESULTS,
    *,
    models: Annotated[
        Path | None,
        typer.Option(
            help="Folder for the model with random weights, some 5 GB; kept, so that it is made once.",
            file_okay=False,
        ),
    ] = None,
    contenders: Annotated[
        list[str] | None,
        typer.Option("--contender", "-c", help=f"One of {'; '.join(CAPTIONS)}; all of them if none is told."),
    ] = None,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is measured.")] = 3,
) -> None:
    """Captions by ViT-GPT2 beside transformers and optimum; a part of 'vision'.

    Needs the extra `models`; optimum has an environment of its own, which `python3 run.py models optimum`
    makes, and is left out and told where that is not there.
    """
    names = contenders or list(CAPTIONS)
    if unknown := set(names) - set(CAPTIONS):
        raise typer.BadParameter(f"There is no contender {', '.join(unknown)}.", param_hint="--contender")
    folder = (models or Places.of_this_user().data / "bench-vision") / "captions"
    failed = _prepared(prepare_captions, folder)
    with _bar() as progress:
        report = benchmark_captions(folder, names, rounds=rounds, failed=failed, progress=progress)
    _tell(report, output)


def _prepared(
    prepare: Callable[[Path, Callable[[str], None]], dict[str, str]], folder: Path
) -> dict[str, str]:
    """Prepare a folder of models, and return what cannot be measured; ends where the toolchain is missing."""
    say = Console(stderr=True)
    try:
        return prepare(folder, lambda line: say.print(line, style="dim"))
    except ImportError as error:
        say.print(
            f"This needs {error.name}: .venv/bin/pip install -c constraints.txt -e '.[models,vision-peers]'",
            markup=False,
        )
        raise typer.Exit(ExitCode.MISSING_DEPENDENCY) from error


@app.command()
def frozen(
    program: Annotated[
        Path, typer.Option(help="Folder of the built program.", exists=True, file_okay=False)
    ] = BUILT,
    output: Output = RESULTS,
    *,
    rounds: Annotated[int, typer.Option(min=1, help="Starts that count, after a first one.")] = 3,
    megabytes: Annotated[
        int | None, typer.Option(min=100, help="Give window and workers so much memory together.")
    ] = None,
) -> None:
    """Start of the built program until its window stands and a page is read, and its memory meanwhile."""
    page = SAMPLES / "registration-form.jpg"
    limit = None if megabytes is None else megabytes * 1_000_000
    try:
        report = benchmark_frozen(program, page, rounds=rounds, limit=limit)
    except NotMeasurableError as error:
        Console(stderr=True).print(str(error))
        raise typer.Exit(ExitCode.MISSING_DEPENDENCY) from None
    _tell(report, output)


@app.command()
def link(
    output: Output = RESULTS,
    *,
    profiles: Annotated[
        list[str] | None,
        typer.Option(
            "--profile", "-p", help=f"One of {', '.join(PROFILES)}; all but the clean one if none is told."
        ),
    ] = None,
    contenders: Annotated[
        list[str] | None,
        typer.Option("--contender", "-c", help="One of sanduku, rsync -z, tus, OpenRosa multipart."),
    ] = None,
    pages: Annotated[int, typer.Option(min=1, help="Pages that are sent.")] = 200,
    text: Annotated[bool, typer.Option("--text", help="Without small pictures.")] = False,
    limit: Annotated[float, typer.Option(min=1, help="Seconds that each way has over each link.")] = 300,
) -> None:
    """Sending over bad links, beside rsync, tus and OpenRosa forms, on the same pages.

    Needs Linux with user namespaces and TUN devices, the extras `hq` and `sync-peers`, and rsync.
    """
    say = Console(stderr=True)
    try:
        from benchmarks.link.measure import NAMES as WAYS
        from benchmarks.link.measure import benchmark_link
        from benchmarks.link.rig import why_unavailable
    except ImportError as error:
        say.print(
            f"This needs {error.name}: .venv/bin/pip install -c constraints.txt -e '.[hq,sync-peers]'",
            markup=False,
        )
        raise typer.Exit(ExitCode.MISSING_DEPENDENCY) from error
    if reason := why_unavailable():
        say.print(reason, markup=False)
        raise typer.Exit(ExitCode.MISSING_DEPENDENCY)
    chosen = profiles or [name for name in PROFILES if name != "clean"]
    names = contenders or list(WAYS)
    if unknown := {*(set(chosen) - set(PROFILES)), *(set(names) - set(WAYS))}:
        raise typer.BadParameter(f"There is no {', '.join(sorted(unknown))}.")
    with tempfile.TemporaryDirectory() as folder, _bar() as progress:
        reports = benchmark_link(
            Path(folder),
            SAMPLES,
            [PROFILES[name] for name in chosen],
            names,
            pages=pages,
            pictures=not text,
            limit=limit,
            progress=progress,
        )
    for report in reports:
        _tell(report, output)


@app.command()
def fleet(
    output: Output = RESULTS,
    *,
    laptops: Annotated[int, typer.Option(min=1, help="Laptops that come by in turn.")] = 5000,
    requests: Annotated[float, typer.Option(min=1, help="Requests a minute.")] = 10_000,
    minutes: Annotated[float, typer.Option(min=0.1, help="For how long.")] = 10,
) -> None:
    """A headquarters under the visits of many laptops, on this computer; needs the extra `hq`."""
    try:
        from benchmarks.fleet.measure import Run, benchmark_fleet
    except ImportError as error:
        Console(stderr=True).print(
            f"This needs {error.name}: .venv/bin/pip install -c constraints.txt -e '.[hq]'", markup=False
        )
        raise typer.Exit(ExitCode.MISSING_DEPENDENCY) from error
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, _bar() as progress:
        report = benchmark_fleet(Path(folder), SAMPLES, Run(laptops, requests, minutes), progress)
    _tell(report, output)
    if report.figures["errors"] or report.figures["failures"]:
        raise typer.Exit(1)


@app.command("hq-search")
def hq_search(
    output: Output = RESULTS,
    *,
    pages: Annotated[int, typer.Option(min=500, help="Pages of one team.")] = 100_000,
    queries: Annotated[int, typer.Option(min=1, help="Of each kind.")] = 100,
) -> None:
    """The search of headquarters, by words and by pieces of words; needs the extra `hq`."""
    try:
        from benchmarks.fleet.search import benchmark_hq_search
    except ImportError as error:
        Console(stderr=True).print(
            f"This needs {error.name}: .venv/bin/pip install -c constraints.txt -e '.[hq]'", markup=False
        )
        raise typer.Exit(ExitCode.MISSING_DEPENDENCY) from error
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, _bar() as progress:
        Path(folder).chmod(0o755)  # The database is another user's, where root runs this.
        report = benchmark_hq_search(
            Path(folder) / "headquarters", SAMPLES, pages=pages, queries=queries, progress=progress
        )
    _tell(report, output)


@app.command("torture-sync")
def torture_sync(
    output: Output = RESULTS,
    *,
    kills: Annotated[int, typer.Option(min=1, help="Of laptops, and as many of servers.")] = 300,
    seed: Annotated[int, typer.Option(help="Of what happens; a run that was stopped goes on by it.")] = 1,
) -> None:
    """Kill laptops and headquarters at sync, cut, copy and restore them, and look whether anything was lost.

    Needs Linux and the extra `hq`; disks are only filled up where root runs it. Ends with 1 if anything was
    found. Worlds that are done stand in sync-torture-SEED.json in the output folder.
    """
    try:
        from benchmarks.sync_torture import measure
    except ImportError as error:
        Console(stderr=True).print(
            f"This needs {error.name}: .venv/bin/pip install -c constraints.txt -e '.[hq]'", markup=False
        )
        raise typer.Exit(ExitCode.MISSING_DEPENDENCY) from error
    say = Console(stderr=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # The database is another user's, where root runs this.
        report = measure.torture_sync(
            Path(folder),
            output / f"sync-torture-{seed}.json",
            kills=kills,
            seed=seed,
            tell=lambda line: say.print(line, style="dim", highlight=False, markup=False),
        )
    _tell(report, output)
    found = [fault for world in report.figures["worlds"] for fault in world["faults"]]
    for fault in found:
        say.print(fault, markup=False, highlight=False)
    raise typer.Exit(1 if found else 0)


def _tell(report: Report, output: Path) -> None:
    report.show(Console())
    Console(stderr=True).print(f"  Written to {report.save(output)}", style="dim", highlight=False)


class _BarProgress:
    """Draws reports of progress as a bar."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("")

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Draw where the work is."""
        self._bar.update(self._task, completed=done, total=total, description=label)


@contextmanager
def _bar() -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _BarProgress(bar)


if __name__ == "__main__":
    app(prog_name="bench")
