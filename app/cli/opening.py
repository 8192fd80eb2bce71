"""What the commands open: the index, and the writer."""

from typing import TYPE_CHECKING

from app.settings import settings

if TYPE_CHECKING:
    from index import Index
    from qa.writing.writer import Writer


def open_index(make: bool = False) -> "Index":
    """Open the index that the settings name.

    Args:
        make: make it if it does not exist; only `kloe index` does.

    Raises:
        KloeError: it does not exist, or cannot be used.
    """
    from app.published import use_published
    from index import Embedder, Index
    from qa.themes import use_themes

    use_themes(settings().themes)
    use_published(settings().published)
    index = Index(settings().index, Embedder(settings().model), settings().chroma_url, settings().reranker)
    if not make:
        index.generations.opened()  # says what to do where there is none
    return index


def open_writer() -> "Writer | None":
    """Open the writer that the settings ask for; None if no generator is set.

    Raises:
        KloeError: the generator cannot be used.
    """
    from app.asking import writer

    opened = writer()
    if opened:
        opened.load()
    return opened
