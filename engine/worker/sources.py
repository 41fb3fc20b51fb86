"""Keeps the file of the last job open, since the next job is most likely its next page.

A file of several hundred pages is then opened, and as far as needed decrypted, once and not for every page.
"""

from engine.library import Files, Job
from engine.pages import PageSource, open_source
from engine.settings import PageSettings


class Sources:
    """Opens the originals of jobs, one at a time."""

    def __init__(self, files: Files, settings: PageSettings) -> None:
        """Open nothing yet.

        Args:
            files: The library's files.
            settings: How files become pages.
        """
        self._files = files
        self._settings = settings
        self._key: tuple[str, str | None] | None = None
        self._source: PageSource | None = None

    def of(self, job: Job) -> PageSource:
        """Return the open original of a job; it stays open until another one is asked for.

        Raises:
            BadInputError: It cannot be opened; see :func:`engine.pages.open_source`.
            LibraryError: It is missing from the library, or damaged there.
        """
        key = (job.sha256, job.password)
        if self._source is None or self._key != key:
            self.close()
            self._source = open_source(
                self._files.open(job.sha256), name=job.name, settings=self._settings, password=job.password
            )
            self._key = key
        return self._source

    def close(self) -> None:
        """Let go of the open original, if any."""
        source, self._source, self._key = self._source, None, None
        if source is not None:
            source.close()
