"""``sanduku settings``: see and change how Sanduku works."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.desk import desk_of
from engine.cli.options import JsonOption
from engine.errors import SettingError
from engine.settings import Declaration, declarations, save_settings, with_setting, without_setting

if TYPE_CHECKING:
    from engine.settings import Value

settings = typer.Typer(help="See and change how Sanduku works.")
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As 'settings list' prints it.")]


@settings.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """List all settings where no other command is given."""
    if context.invoked_subcommand is None:
        list_settings(context)


@settings.command("list")
def list_settings(context: typer.Context, *, as_json: JsonOption = False) -> None:
    """List all settings with their values."""
    desk = desk_of(context, as_json=as_json)
    found = list(declarations(desk.settings))
    if desk.as_json:
        desk.print_json({"file": str(desk.places.settings), "settings": [_to_json(each) for each in found]})
        return
    rows = [
        (each.name, _shown(each.value), "" if each.value == each.default else _shown(each.default), each.help)
        for each in found
    ]
    desk.table(("setting", "value", "default", "what it is"), rows)


@settings.command("get")
def get(context: typer.Context, name: NameArgument, *, as_json: JsonOption = False) -> None:
    """Show one setting and what it can be."""
    desk = desk_of(context, as_json=as_json)
    found = next((each for each in declarations(desk.settings) if each.name == name), None)
    if found is None:
        raise SettingError(
            "There is no such setting.", which=name, remedy="Run 'sanduku settings' to see all of them."
        )
    if desk.as_json:
        desk.print_json(_to_json(found))
        return
    desk.print(_shown(found.value))
    desk.say(found.help + _range(found) + f" Default: {_shown(found.default)}.", style="dim")


@settings.command("set")
def set_value(
    context: typer.Context,
    name: NameArgument,
    value: Annotated[str, typer.Argument(help="The value; lists are separated by commas.")],
) -> None:
    """Change one setting.

    Example: sanduku settings set reading.languages fr,ar
    """
    desk = desk_of(context)
    changed = with_setting(desk.settings, name, value)
    save_settings(changed, desk.places.settings)
    desk.print(f"{name} = {next(_shown(each.value) for each in declarations(changed) if each.name == name)}")


@settings.command("reset")
def reset(context: typer.Context, name: NameArgument) -> None:
    """Put one setting back to its default."""
    desk = desk_of(context)
    changed = without_setting(desk.settings, name)
    save_settings(changed, desk.places.settings)
    desk.print(f"{name} = {next(_shown(each.value) for each in declarations(changed) if each.name == name)}")


def _shown(value: "Value") -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _range(declaration: Declaration) -> str:
    if declaration.choices:
        return f" One of: {', '.join(declaration.choices)}."
    return "" if declaration.least is None else f" From {declaration.least:g} to {declaration.most:g}."


def _to_json(declaration: Declaration) -> dict[str, Any]:
    return {
        "name": declaration.name,
        "value": declaration.value,
        "default": declaration.default,
        "help": declaration.help,
        "least": declaration.least,
        "most": declaration.most,
        "choices": list(declaration.choices),
    }
