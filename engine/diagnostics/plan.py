"""Everything that a bundle of diagnostics can hold, declared in one place: what is not here is not told."""

from engine.answer import AnswerTask
from engine.diagnostics.declared import (
    Kind,
    Plan,
    counts_of,
    day,
    digest,
    flag,
    list_of,
    number,
    version,
    word_of,
)
from engine.diagnostics.errors_known import FILES, LEVELS, known_codes, known_types
from engine.packs.catalogue import read_catalogue
from engine.packs.pack import OF_SET_UP
from engine.settings import Declaration, Settings, declarations
from engine.updates.hosts import NEEDS, PLATFORMS

FORMAT = 1
LIBRARIES = (
    "cryptography", "llguidance", "numpy", "onnxruntime", "opencv-python-headless", "pikepdf", "pillow",
    "pypdfium2", "PySide6_Essentials", "sqlcipher3", "tesserocr", "tokenizers", "tuf", "zstandard",
)  # fmt: skip
PROVIDERS = (
    "CPUExecutionProvider", "CUDAExecutionProvider", "DmlExecutionProvider", "CoreMLExecutionProvider",
    "OpenVINOExecutionProvider", "XnnpackExecutionProvider", "ROCMExecutionProvider",
    "TensorrtExecutionProvider", "AzureExecutionProvider",
)  # fmt: skip
FLAGS = ("sse4_1", "sse4_2", "avx", "avx2", "fma", "avx512f", "avx512_vnni", "avx_vnni", "asimd", "asimddp")
TABLES = ("documents", "pages", "readings", "corrections", "answers", "jobs", "changes")
STATES = ("queued", "running", "done", "failed", "cancelled", "dead")
STAGES = (
    "load", "adjustment", "text-layer", "quality", "sheet", "orientation", "skew", "read", "language",
    "encode",
)  # fmt: skip
TESSDATA = ("eng", "fra", "spa", "ara", "swa", "osd")
ENGINES = ("ppocr", "tesseract", "easyocr", "numerals")
CHECKS = (
    "database.damaged", "database.reference", "document.pages", "document.facts", "page.job", "page.result",
    "page.reading", "job.held", "answer.missing", "answer.scene", "answer.search", "search.missing",
    "search.surplus", "search.not-compared", "clock.ahead", "drafts.left", "file.missing", "file.damaged",
)  # fmt: skip


def plan() -> Plan:
    """Return what a bundle can hold."""
    codes, types = known_codes(), known_types()
    return {
        "format": number,
        "made_on": day,
        "sanduku": {
            "version": version,
            "packaged": flag,
            "platform": word_of(PLATFORMS),
            "python": version,
            "libraries": dict.fromkeys(LIBRARIES, version),
            "sqlite": version,
        },
        "computer": {
            "system": word_of(("Linux", "Windows", "Darwin")),
            "system_version": dict.fromkeys(NEEDS, version),
            "cores": number,
            "threads": number,
            "processor": list_of(word_of(FLAGS)),
            "memory_megabytes": number,
            "free_memory_megabytes": number,
            "disk_megabytes": number,
            "free_disk_megabytes": number,
            "providers": list_of(word_of(PROVIDERS)),
        },
        "packs": list_of(
            {
                "name": word_of(_pack_names()),
                "version": number,
                "manifest_sha256": digest,
                "state": word_of(("whole", "damaged", "unchecked")),
                "signing": word_of(("signed", "expired", "unsigned", "broken", "of-set-up")),
                "tasks": list_of(word_of([*map(str, AnswerTask), "read", "embed"])),
            }
        ),
        "engines": list_of({"name": word_of(ENGINES), "ready": flag}),
        "languages": {name: {"byte_size": number, "sha256": digest} for name in TESSDATA},
        "settings": {each.name: _setting(each) for each in declarations(Settings())},
        "libraries": list_of(
            {
                "which": word_of(("own", "trial", "another")),
                "opens": flag,
                "error": word_of(codes),
                "schema": number,
                "encrypted": flag,
                "read_only": flag,
                "in_a_team": flag,
                "counts": counts_of(TABLES),
                "jobs": counts_of(STATES),
                "job_errors": counts_of(codes),
                "stage_seconds": counts_of(STAGES),
                "pages_per_minute": number,
                "sound": flag,
                "problems": counts_of(CHECKS),
            }
        ),
        "logs": {
            name: {"types": counts_of(types), "codes": counts_of(codes), "levels": counts_of(LEVELS)}
            for name in FILES
        },
        "updates": {
            "in_use": version,
            "previous": version,
            "gave_up": version,
            "versions": list_of(version),
            "signers": number,
        },
    }


def _setting(declaration: Declaration) -> Kind:
    """Return how a setting may be told: by its declaration. What a person types freely is never told."""
    default = declaration.default
    if isinstance(default, bool):
        return flag
    if declaration.choices:
        word = word_of(declaration.choices)
        return list_of(word) if isinstance(default, tuple) else word
    if isinstance(default, int | float):
        return number
    return word_of(("set", "not set"))


def told_setting(declaration: Declaration) -> object:
    """Return the value of a setting; of one that a person types freely, whether it is set."""
    free = isinstance(declaration.default, str) and not declaration.choices
    return ("set" if declaration.value else "not set") if free else declaration.value


def _pack_names() -> set[str]:
    """Return names of packs that come from us or from the catalogue; another may name an organisation."""
    models = {each.id.rpartition("/")[2].lower() for each in read_catalogue()}
    return {*OF_SET_UP, *models}
