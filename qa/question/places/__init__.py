"""Finds the places that a question names: takes text, gives authorities, regions, neighbours and unknown names."""
