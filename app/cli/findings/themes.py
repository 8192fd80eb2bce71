"""The command that lists the themes in use."""

from importlib.resources import files

from app.cli.options import Json
from app.cli.terminal import say, say_json
from app.settings import settings

_OWN = (
    "To add your own themes, matters or words, write them in a file of the same form as {form}, name it in the setting `themes`"
    " (KLOE_THEMES), and run `kloe index` again."
)


def themes(as_json: Json = False) -> None:
    """List the themes that findings are sorted by, and how many matters belong to each.

    A matter is one thing that inspections are about, under whatever name. With --json, the matters are listed too.
    """
    from app.schemas import ThemesBody
    from qa.themes import themes as in_use
    from qa.themes import use_themes

    own = settings().themes
    use_themes(own)
    body = ThemesBody.of(in_use())
    if as_json:
        say_json(body.model_dump(mode="json"))
        return
    for theme in body.themes:
        say(f"{len(theme.matters):>5,} {'matter ' if len(theme.matters) == 1 else 'matters'}  {theme.name}")
    say(f"\n{f'{own} adds to them. ' if own else ''}{_OWN.format(form=files('qa.themes') / 'themes.toml')}")
