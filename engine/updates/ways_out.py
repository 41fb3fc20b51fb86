"""Ways out where the version in use cannot open the work: a later one that lies here, or the one before.

A version that was given up may have brought the library to its own format before. The one that is used then
cannot read it, and only going forward again helps, or going back where nothing was changed. What is here
needs no key of a library and starts nothing: one small file is replaced.
"""

from dataclasses import dataclass

from engine.updates.errors import NothingToRollBackError, NothingToUseAgainError
from engine.updates.handover import release_of
from engine.updates.programs import Programs


@dataclass(frozen=True)
class WaysOut:
    """What can be used instead of the version that runs.

    Attributes:
        programs: The versions that lie here.
        running: The version that runs.
        packaged: Whether it was installed, so that another can take its place.
    """

    programs: Programs
    running: str
    packaged: bool

    @property
    def again(self) -> str:
        """The latest version that was used here, is later than the running one, and is not used; or empty.

        One that was unpacked and never used, as before a power cut, is none: nothing has tried it.
        """
        mine, current = release_of(self.running), self.programs.current()
        if not self.packaged or mine is None:
            return ""
        found = [
            each
            for each in self.programs.versions()
            if (release_of(each) or mine) > mine and (each == current.gave_up or self.programs.came_up(each))
        ]
        return found[-1] if found and found[-1] != current.version else ""

    @property
    def can_set_aside(self) -> bool:
        """Whether the running version came as an update, so that there is one before it."""
        return self.packaged and self.programs.current().version == self.running

    def use_again(self) -> str:
        """Use the later version again, from the next start on; return which one that is.

        Raises:
            NothingToUseAgainError: None lies here.
            UpdateBusyError: An update is being installed just now.
        """
        with self.programs.alone(self.running):
            version = self.again
            if not version:
                raise NothingToUseAgainError(
                    "No later version lies here that could be used again.",
                    remedy="Install the latest update from its file, in the settings under 'This program',"
                    " or with 'sanduku update install FILE'.",
                )
            mine = self.running if self.running in self.programs.versions() else ""
            self.programs.use(self.programs.current().used_again(version, mine))
            return version

    def set_aside(self) -> str:
        """Use the version before the running one from the next start on, where that cannot open the work.

        Returns:
            Which one that is; empty for the one of the package.

        Raises:
            NothingToRollBackError: The running version did not come as an update.
            UpdateBusyError: An update is being installed just now.
        """
        with self.programs.alone(self.running):
            if not self.can_set_aside:
                raise NothingToRollBackError(
                    "There is no version before this one to go back to.",
                    remedy="Install the package of the version that you had before.",
                )
            after = self.programs.current().rolled_back()
            self.programs.use(after)
            return after.version
