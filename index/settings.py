"""What shapes all that an index holds: its model, and the rules by which texts become vectors and words."""

from pathlib import Path

from index.errors import StoreError
from index.vectors.embedder import Embedder

CONTEXT = (
    "1"  # the version of the rule for which headings are embedded with a passage: `context_of` and `embedded_text`
)
TOKENIZER = "1"  # the version of how words are cut and stemmed in the FTS index


def settings_of(embedder: Embedder) -> dict[str, str]:
    """The versions of the model and of the rules that an index must have been made with."""
    return {
        "model": embedder.model,
        "model digest": embedder.digest,
        "context rule": CONTEXT,
        "tokenizer rule": TOKENIZER,
    }


def check_settings(folder: Path, made_with: dict[str, str], embedder: Embedder) -> None:
    """Check that an index was made with this model and the rules of this version.

    Args:
        folder: the index folder.
        made_with: the index's metadata.
        embedder: the model in use; one of another name need not be there.

    Raises:
        StoreError: it was not; the text says what to do.
    """
    is_named = made_with.get("model") == embedder.model
    for name, value in (settings_of(embedder) if is_named else {"model": embedder.model}).items():
        if made_with.get(name) != value:
            raise StoreError(
                f"the index {folder} was made with {name} {made_with.get(name)!r}, but Kloe now uses {value!r}: run"
                " `kloe index --rebuild` to make it again, or restore the old setting"
            )
