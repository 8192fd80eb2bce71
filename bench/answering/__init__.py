"""Makes the models that choose what to quote, from the labels in `bench/labels/`, and reports how well they work."""
