"""A page that a person turns is seen turned before it is read anew."""


def test_a_page_is_seen_turned_at_once_and_turned_back_by_undo(qtbot, view):
    turn = view.window_actions["page.rotate-right"]
    turn.trigger()
    qtbot.waitUntil(lambda: view.canvas.turned == 1)
    turn.trigger()
    qtbot.waitUntil(lambda: view.canvas.turned == 2)
    view.window_toasts.current.button.click()
    qtbot.waitUntil(lambda: view.canvas.turned == 1)
