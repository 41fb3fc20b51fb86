"""A link that does what links do: messages and answers get lost, are cut, doubled, and come again later."""

from collections.abc import Callable
from dataclasses import replace

from engine.sync.transport import LinkError, Reply, Request
from tests.engine.sync.reference import ReferenceHeadquarters

FAULTS = ("none", "lost", "answer-lost", "cut", "doubled", "late", "replayed", "expired")


class Channel:
    """Carries messages to the reference headquarters, with the faults that it is told."""

    host = "hq.example.org"

    def __init__(
        self, headquarters: ReferenceHeadquarters, fault: Callable[[], str], number: Callable[[int], int]
    ) -> None:
        """``fault`` names the next fault; ``number`` gives a number below another."""
        self.headquarters = headquarters
        self._fault = fault
        self._number = number
        self._held: list[Request] = []
        self.sent: list[Request] = []

    def send(self, request: Request) -> Reply:
        if request.more is not None:
            request = replace(request, body=b"".join((request.body, *request.more)), more=None)
        self.sent.append(request)
        fault = self._fault()
        if fault == "lost":
            raise LinkError("lost", sent=len(request.body))
        if fault == "cut":
            self.headquarters.handle(request, cut=self._number(len(request.body) + 1))
            raise LinkError("cut")
        if fault == "late":  # It arrives after the laptop has given up, and after what it sends next.
            self._held.append(request)
            raise LinkError("stalled")
        if fault == "replayed" and self._held:
            self.headquarters.handle(self._held[self._number(len(self._held))])
        if fault == "expired":
            self.headquarters.tokens_expire = True
        reply = self.headquarters.handle(request)
        self._held = [*self._held[-20:], request]
        if fault == "doubled":
            reply = self.headquarters.handle(request)
        if fault == "answer-lost":
            raise LinkError("answer-lost")
        return reply

    def abort(self) -> None:
        pass
