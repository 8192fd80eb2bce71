"""Makes indexes of several sizes from the documents of one, and measures what each costs; `bench.scale` runs it.

In go an index and a size; out comes an index of about that many passages, and the figures measured on it.
"""
