"""What can be quoted: takes search results, gives units, each a sentence, a sentence with the one it leans on, or a whole list."""

from qa.evidence.units.evidence import Evidence, repeats
from qa.evidence.units.furniture import Furniture, furniture_of
from qa.evidence.units.making import Unit, make_units

__all__ = ["Evidence", "Furniture", "Unit", "furniture_of", "make_units", "repeats"]
