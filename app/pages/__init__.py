"""The web pages: takes the address of a view, gives its HTML from templates."""
