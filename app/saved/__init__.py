"""Saved lists: takes the places of quotations and the words of searches, gives each quotation anew from its page, or says that it is gone.

A person's list is kept in the catalogue where people sign in. Elsewhere the browser keeps it.
"""

from app.saved.bodies import GoneBody, SavedBody, SavedQuotationBody, SavedSearchBody
from app.saved.export import saved_docx
from app.saved.items import SavedItem, SavedQuotation, SavedSearch, SavedSpan, id_of, read_item, read_items, value_of
from app.saved.keeping import MOST_SAVED, NotThere, SavedError, keep, kept_items, remove
from app.saved.listing import Gone, Quoted, Saved, Searched, look_up

__all__ = [
    "MOST_SAVED",
    "Gone",
    "GoneBody",
    "NotThere",
    "Quoted",
    "Saved",
    "SavedBody",
    "SavedError",
    "SavedItem",
    "SavedQuotation",
    "SavedQuotationBody",
    "SavedSearch",
    "SavedSearchBody",
    "SavedSpan",
    "Searched",
    "id_of",
    "keep",
    "kept_items",
    "look_up",
    "read_item",
    "read_items",
    "remove",
    "saved_docx",
    "value_of",
]
