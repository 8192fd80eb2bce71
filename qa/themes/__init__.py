"""What inspections of children's services are about: themes, the matters that belong to them, and the words that people use for them."""

from qa.themes.expanding import with_matters
from qa.themes.judging import themes_about
from qa.themes.matching import Themes, ThemesError, matters_of, themes, use_themes

__all__ = ["Themes", "ThemesError", "matters_of", "themes", "themes_about", "use_themes", "with_matters"]
