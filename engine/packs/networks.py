"""Asks ONNX Runtime whether it knows the operators that a network was made with, without loading the network.

Only the head of the file is read. Then a network of one step is made with the same versions, and opened: so
the answer is the runtime's own, and not a table that grows old.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.errors import SandukuError
from engine.packs.errors import PackUnrunnableError
from engine.packs.pack import Pack
from engine.runtime import open_session

_IR_VERSION, _GRAPH, _OPSET_IMPORT = 1, 7, 8
"""Numbers of the parts of an ONNX file that count here."""
_VARINT, _EIGHT_BYTES, _PIECE, _FOUR_BYTES = 0, 1, 2, 5
_FLOAT = 1
_MOST_PARTS = 100_000


@dataclass(frozen=True, slots=True)
class NetworkHead:
    """What the head of an ONNX file says.

    Attributes:
        ir_version: Version of the format.
        operators: Version of each set of operators, by its domain; the domain of ONNX's own is empty.
    """

    ir_version: int
    operators: Mapping[str, int]


def check_networks(pack: Pack) -> None:
    """Raise PackUnrunnableError if a network of the pack cannot be run by this version of ONNX Runtime."""
    answered: set[tuple[int, tuple[tuple[str, int], ...]]] = set()
    for model in pack.manifest.models.values():
        for name in model.variants.values():
            if not name.endswith(".onnx"):
                continue
            path = pack.folder / name
            try:
                head = read_head(path)
            except (OSError, ValueError) as error:
                raise PackUnrunnableError(
                    f"This file is no network that can be run ({error}).", which=path, remedy=_REMEDY
                ) from error
            facts = (head.ir_version, tuple(sorted(head.operators.items())))
            if facts not in answered:
                _try(head, path)
                answered.add(facts)


def read_head(path: Path) -> NetworkHead:
    """Return what the head of an ONNX file says; raises ValueError if it is none."""
    ir_version, operators, has_graph = 0, {}, False
    with path.open("rb") as stream:
        size = path.stat().st_size
        for _ in range(_MOST_PARTS):
            at = stream.tell()
            if at >= size:
                break
            field, kind = divmod(_read_varint(stream.read), 8)
            if kind == _VARINT:
                value = _read_varint(stream.read)
                ir_version = value if field == _IR_VERSION else ir_version
            elif kind == _PIECE:
                length = _read_varint(stream.read)
                if stream.tell() + length > size:
                    raise ValueError("it ends too early")
                has_graph |= field == _GRAPH
                if field == _OPSET_IMPORT:
                    domain, version = _operators(stream.read(min(length, 1000)))
                    operators[domain] = version
                else:
                    stream.seek(length, 1)
            elif kind in (_EIGHT_BYTES, _FOUR_BYTES):
                stream.seek(8 if kind == _EIGHT_BYTES else 4, 1)
            else:
                raise ValueError("it is no ONNX file")
    if not (ir_version and operators and has_graph):
        raise ValueError("it is no ONNX file")
    return NetworkHead(ir_version, operators)


def _operators(piece: bytes) -> tuple[str, int]:
    """Return domain and version of one set of operators."""
    domain, version, rest = "", 0, iter(piece)

    def read(count: int) -> bytes:
        return bytes(byte for _, byte in zip(range(count), rest, strict=False))

    while head := read(1):
        field, kind = divmod(head[0], 8)
        if kind == _PIECE:
            text = read(_read_varint(read))
            domain = text.decode("utf-8") if field == 1 else domain
        elif kind == _VARINT:
            number = _read_varint(read)
            version = number if field == 2 else version
        else:
            raise ValueError("it is no ONNX file")
    return ("" if domain == "ai.onnx" else domain), version


def _try(head: NetworkHead, path: Path) -> None:
    try:
        open_session(smallest_network(head))
    except SandukuError as error:
        sets = ", ".join(f"{domain or 'ONNX'} {version}" for domain, version in head.operators.items())
        raise PackUnrunnableError(
            f"This network was made for another version of ONNX Runtime (format {head.ir_version}; operators"
            f" {sets}).",
            which=path,
            remedy=_REMEDY,
        ) from error


def smallest_network(head: NetworkHead) -> bytes:
    """Return a network that hands its input on, made with the same versions."""
    shape = _piece(2, _piece(1, b"\x08" + _varint(1)))
    tensor = _piece(2, _piece(1, b"\x08" + _varint(_FLOAT) + shape))
    node = _piece(1, b"x") + _piece(2, b"y") + _piece(4, b"Identity")
    graph = _piece(1, node) + _piece(2, b"g")
    graph += _piece(11, _piece(1, b"x") + tensor) + _piece(12, _piece(1, b"y") + tensor)
    sets = {"": 1, **head.operators}
    imports = b"".join(
        _piece(_OPSET_IMPORT, _piece(1, domain.encode()) + b"\x10" + _varint(version))
        for domain, version in sets.items()
    )
    return b"\x08" + _varint(head.ir_version) + _piece(_GRAPH, graph) + imports


def _piece(field: int, content: bytes) -> bytes:
    return _varint(field * 8 + _PIECE) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    return bytes(_varint_bytes(value))


def _varint_bytes(value: int) -> Iterator[int]:
    while value > 0x7F:
        yield value & 0x7F | 0x80
        value >>= 7
    yield value


def _read_varint(read: Callable[[int], bytes]) -> int:
    value = 0
    for shift in range(0, 64, 7):
        byte = read(1)
        if not byte:
            raise ValueError("it ends too early")
        value |= (byte[0] & 0x7F) << shift
        if not byte[0] & 0x80:
            return value
    raise ValueError("it is no ONNX file")


_REMEDY = "Update Sanduku, or get the pack that was made for this version."
