"""One module a format: each says what it adds to the one before."""
