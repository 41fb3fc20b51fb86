"""The one table of actions, put together from the parts that the areas of the window keep."""

from desktop.actions.parts.checking import CHECKING
from desktop.actions.parts.documents import DOCUMENTS
from desktop.actions.parts.program import ADDING, PROGRAM
from desktop.actions.parts.queue import QUEUE
from desktop.actions.parts.sending import SENDING
from desktop.actions.spec import ActionSpec

ACTIONS: tuple[ActionSpec, ...] = (*ADDING, *DOCUMENTS, *CHECKING, *QUEUE, *SENDING, *PROGRAM)
