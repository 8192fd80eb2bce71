"""The themes in use."""

from pydantic import BaseModel, Field

from qa.themes import Themes


class ThemeBody(BaseModel):
    """A theme, and the matters that belong to it."""

    name: str
    matters: list[str]


class ThemesBody(BaseModel):
    """The themes that findings are sorted by: those of Kloe, and those that the setting `themes` adds."""

    themes: list[ThemeBody] = Field(description="In the order of the files that they are written in.")

    @classmethod
    def of(cls, known: Themes) -> "ThemesBody":
        """Describe themes."""
        return cls(
            themes=[
                ThemeBody(name=name, matters=[matter for matter, theme in known.theme_of.items() if theme == name])
                for name in known.names
            ]
        )
