"""What inspections of children's services are about: themes, the matters that belong to them, and the words that people use for them."""

from qa.themes.expanding import with_matters
from qa.themes.matching import Themes, matters_of, themes

__all__ = ["Themes", "matters_of", "themes", "with_matters"]
