"""The table of views: what the window can show, and what each view needs for it."""

from collections.abc import Callable

from desktop.access import LibraryAccess
from desktop.actions import ActionSet
from desktop.check.check_view import CheckView
from desktop.check.region_verbs import ways_with
from desktop.check.unfinished import Unfinished
from desktop.documents.cases_view import CasesView
from desktop.documents.searches_view import SearchesView
from desktop.documents.view import DocumentsView
from desktop.preferences.view import PreferencesView
from desktop.sending.view import SendingView
from desktop.style import Theme
from desktop.upkeep.notice import tell_notice
from desktop.window.toasts import Toasts
from desktop.window.tools import Tools, ViewSpec


def _documents(tools: Tools) -> DocumentsView:
    view = DocumentsView(
        tools.access, tools.images, tools.adding, tools.actions, tools.theme, tools.choices, tools.toasts,
        tools.settings.settings, tools.open_view, can_check=any(spec.name == "check" for spec in VIEWS),
    )  # fmt: skip
    _follow_doubt(tools, view.use_doubt)
    return view


def _for_names(
    tools: Tools,
) -> tuple[LibraryAccess, ActionSet, Theme, Toasts, Callable[[str, object], None]]:
    return tools.access, tools.actions, tools.theme, tools.toasts, tools.open_view


def _preferences(tools: Tools) -> PreferencesView:
    return PreferencesView(
        tools.door, tools.access, tools.settings, tools.actions, tools.choices, tools.toasts, tools.theme,
        tools.sending.offers, tools.work,
    )  # fmt: skip


def _sending(tools: Tools) -> SendingView:
    return SendingView(
        tools.sending.desk, tools.sending.offers, tools.access, tools.theme, tools.toasts, tools.open_view,
        tools.sending.join,
    )  # fmt: skip


def _check(tools: Tools) -> CheckView:
    view = CheckView(
        tools.access, tools.images, tools.actions, tools.theme, tools.choices, tools.toasts,
        threshold=tools.settings.settings.reading.doubt_threshold,
        leave=lambda: tools.open_view("documents", "to-check"),
        open_models=lambda: tools.open_view("preferences", "models"),
        ways=lambda: ways_with(tools.settings.settings.reading),
        settle=lambda: tools.open_view("sending", "from-hq"),
    )  # fmt: skip
    _follow_doubt(tools, view.hand.use_threshold)
    return view


def _follow_doubt(tools: Tools, use: Callable[[float], None]) -> None:
    """Tell a view what is a doubt whenever somebody changes it: exports go by that too."""

    def changed(name: str) -> None:
        if name == "reading.doubt_threshold":
            use(tools.settings.settings.reading.doubt_threshold)

    tools.settings.changed.connect(changed)


def _offer_unfinished(tools: Tools) -> Unfinished:
    return Unfinished(tools.access, tools.toasts, tools.open_view)


VIEWS: tuple[ViewSpec, ...] = (
    ViewSpec("documents", _documents),
    ViewSpec("check", _check, ahead=True, begin=_offer_unfinished),
    ViewSpec("preferences", _preferences, begin=lambda tools: tell_notice(tools.toasts, tools.open_view)),
    ViewSpec("sending", _sending),
    ViewSpec("cases", lambda tools: CasesView(*_for_names(tools))),
    ViewSpec("searches", lambda tools: SearchesView(*_for_names(tools))),
)

HOME = "documents"
"""The view that is opened first, and where a search goes when there is no other."""
