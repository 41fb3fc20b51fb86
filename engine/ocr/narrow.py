"""The name of a folder for a library that opens files by narrow letters, as Tesseract does.

tesserocr hands names on in UTF-8. Windows reads them in the code page of the computer, so that a folder in
the home of somebody called Zoë would not be found. The installed program asks for UTF-8 as its code page,
which Windows heeds since 2019; this is for older ones, and for a clone.
"""

import sys
from collections.abc import Callable

UTF_8 = 65001


def narrow_name(
    folder: str,
    *,
    code_page: Callable[[], int] | None = None,
    encode: Callable[[str], bytes] | None = None,
    shorten: Callable[[str], str] | None = None,
) -> str | bytes:
    """Return a folder's name as such a library finds it.

    Args:
        folder: Its name.
        code_page: Returns the number of the code page; None where names are UTF-8: everywhere but on Windows.
        encode: Encodes in it; raises UnicodeEncodeError.
        shorten: Returns the short name of letters of ASCII that a folder on Windows may have.

    Returns:
        The name, or its bytes in the code page; the name as it is where nothing else leads there.
    """
    if code_page is None and sys.platform == "win32":
        code_page, encode, shorten = _code_page, lambda name: name.encode("mbcs"), _short_name
    if code_page is None or encode is None or shorten is None or folder.isascii() or code_page() == UTF_8:
        return folder
    try:
        return encode(folder)
    except UnicodeEncodeError:
        short = shorten(folder)
        return short if short.isascii() else folder


def _code_page() -> int:
    if sys.platform != "win32":
        return UTF_8
    import ctypes

    return int(ctypes.windll.kernel32.GetACP())


def _short_name(folder: str) -> str:
    if sys.platform != "win32":
        return folder
    import ctypes

    room = ctypes.create_unicode_buffer(32768)
    length = ctypes.windll.kernel32.GetShortPathNameW(folder, room, len(room))
    return room.value if 0 < length < len(room) else folder
