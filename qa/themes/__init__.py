"""What inspections of children's services are about: themes, the matters that belong to them, and the words that people use for them."""

from qa.themes.matching import Themes, matters_of, themes

__all__ = ["Themes", "matters_of", "themes"]
