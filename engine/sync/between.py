"""What stands between a laptop and headquarters and answers in its place: log-in pages and proxies.

Headquarters answers in JSON, with codes of its own, and never sends anybody elsewhere. Whatever else answers
is told from that here, so that a person hears what to do. Knows no network and no library.
"""

import re
from http import HTTPStatus

from engine.sync.errors import LogInFirstError, ProxyLogInError, UntrustedError
from engine.sync.transport import Reply

_PROXY_STATUS = re.compile(r"([1-5][0-9][0-9])\b")


class NoStreamError(Exception):
    """Something on the way takes no message whose length is not told beforehand."""


def refuse_log_in_page(reply: Reply, host: str) -> None:
    """Raise LogInFirstError where the page of a network answered: that of a hotel, an airport, an office.

    Args:
        reply: To a message to headquarters, which answers with no page and sends nobody elsewhere.
        host: Whom we asked.
    """
    elsewhere = 300 <= reply.status < 400 and reply.status != HTTPStatus.NOT_MODIFIED
    page = 200 <= reply.status < 300 and reply.headers.get("content-type", "").lower().startswith("text/html")
    if elsewhere or page or reply.status == HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED:
        raise log_in_first(host)
    if reply.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        raise name_for_proxy(host)


def refuse_what_a_proxy_said(words: str, host: str) -> None:
    """Raise LogInFirstError where a proxy lets nobody through before they have logged in.

    Args:
        words: The status and reason that it answered when it was asked for a way through.
        host: Whom we asked for.
    """
    found = _PROXY_STATUS.match(words)
    status = int(found[1]) if found else 0
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        raise name_for_proxy(host)
    if status == HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED or 300 <= status < 400:
        raise log_in_first(host)


def log_in_first(host: str) -> LogInFirstError:
    """Return the error that tells of a log-in page."""
    return LogInFirstError(
        "The page of this network answered in place of headquarters: it wants you to log in first. Nothing is"
        " lost.",
        which=host,
        remedy="Open a web browser, log in to the network there, and send again. Or use another network.",
    )


def name_for_proxy(host: str) -> ProxyLogInError:
    """Return the error that tells of a proxy that wants to know who asks."""
    return ProxyLogInError(
        "The proxy of this network wants a name and a password before it lets anything through. Nothing is"
        " lost.",
        which=host,
        remedy="Ask whoever runs the network, then: 'sanduku settings set network.proxy"
        " http://NAME:PASSWORD@HOST:PORT'.",
    )


def stranger(host: str) -> UntrustedError:
    """Return the error that tells of an answer that is neither of headquarters nor of a network we know."""
    return UntrustedError(
        "Something answered that is not headquarters.",
        which=host,
        remedy="In a network with a log-in page, log in first. Otherwise ask headquarters for its address.",
    )
