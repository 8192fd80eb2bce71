"""Addresses of views: takes the query of a link, gives what it asks for, and the link that asks it again."""
