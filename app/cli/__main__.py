"""`python -m app.cli` is `kloe`."""

from app.cli import main

main()
