"""The commands for people who may sign in: `kloe user add|list|password|remove`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.access import SHORTEST_PASSWORD, Right, add_user, change_password, read_users, remove_user
from app.access.users import with_lesser
from app.cli.options import Json
from app.cli.terminal import say, say_json
from app.settings import settings
from ingest import KloeError

people = typer.Typer(help="Manage who may sign in.", epilog="Example: kloe user add sam", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The name to sign in with.")]


@people.command("add", epilog="Example: kloe user add sam --may upload")
def add(
    name: Name,
    may: Annotated[
        Right,
        typer.Option(
            "--may", help="What they may do. Who may remove may also upload, and who may upload may also read."
        ),
    ] = Right.READ,
) -> None:
    """Let a person sign in, or change their password and rights.

    Asks for the password, or reads it from standard input. The setting users_file names the file to write.
    """
    file = _file()
    add_user(file, name, with_lesser(may), _password())
    say(f"{name} may {_rights(with_lesser(may))}: {file}")


@people.command("list", epilog="Example: kloe user list")
def show(as_json: Json = False) -> None:
    """List the people who may sign in, with their rights."""
    users = list(read_users(_file()).values())
    if as_json:
        say_json([{"name": user.name, "rights": sorted(user.rights)} for user in users])
        return
    for user in users:
        how = "" if user.hash else " (signed in by a proxy or a provider alone)"
        say(f"{user.name}: may {_rights(user.rights)}{how}")


@people.command("password", epilog="Example: kloe user password sam")
def password(name: Name) -> None:
    """Change a person's password. Who has signed in with the old one must sign in again.

    Asks for the password, or reads it from standard input.
    """
    change_password(_file(), name, _password())
    say(f"{name} has a new password")


@people.command("remove", epilog="Example: kloe user remove sam")
def remove(name: Name) -> None:
    """Let a person sign in no more, and sign them out."""
    remove_user(_file(), name)
    say(f"{name} may not sign in any more")


def _file() -> Path:
    """The users file.

    Raises:
        KloeError: no setting names it.
    """
    if file := settings().users_file:
        return file
    raise KloeError('users_file is not set: name the file in KLOE_USERS_FILE or kloe.toml, as in users_file = "users"')


def _rights(rights: set[Right] | frozenset[Right]) -> str:
    return " and ".join(right.value for right in Right if right in rights)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    prompt = f"Password ({SHORTEST_PASSWORD} characters or more)"
    return str(typer.prompt(prompt, hide_input=True, confirmation_prompt=True))
