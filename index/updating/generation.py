"""Which generation a run writes to: the one in use, or for a rebuild a new one beside it."""

import shutil
from contextlib import suppress
from dataclasses import dataclass

from index.catalogue import Catalogue, CatalogueWriter, Source
from index.errors import StoreError
from index.folder import SavedStore, read_old_sources, remove_old_index
from index.index import Index
from index.settings import check_settings, settings_of
from index.updating.telling import Step
from index.vectors import VectorStore, axes_of


@dataclass(frozen=True)
class Target:
    """The generation that a run writes to.

    Attributes:
        name: its name.
        old: the catalogue of the generation whose place it will take; None if it is in use itself.
    """

    name: str
    writer: CatalogueWriter
    old: Catalogue | None


def begin(index: Index, rebuild: bool, step: Step) -> Target:
    """Open the generation to write to.

    A first run makes one and readers use it at once, so that documents can be found as they arrive. A rebuild goes on with the
    one that a rebuild before it left unfinished, if both have the same model and rules.

    Raises:
        StoreError: the index was made with another model or other rules, or by a newer Kloe, or cannot be written.
    """
    generations = index.generations
    current = generations.current()
    if current and not rebuild:
        remove(index, {current})
        writer = CatalogueWriter(generations.path(current))
        check_settings(index.folder, Catalogue(generations.path(current)).metadata(), index.embedder)
        return Target(current, writer, None)
    if current:
        CatalogueWriter(generations.path(current)).close()  # brings it up to date, so that readers can go on with it
    elif generations.old_catalogue and not rebuild:
        generations.opened()  # says what to do
    unfinished = _unfinished(index, current)
    if current:  # otherwise nobody knows which of them was in use
        remove(index, {name for name in (current, unfinished) if name})
    step("make a generation")
    name = unfinished or generations.make()
    writer = CatalogueWriter(generations.path(name))
    writer.take_on(settings_of(index.embedder))
    writer.set_axes(axes_of(index.embedder))
    if current or generations.old_catalogue:
        return Target(name, writer, Catalogue(generations.path(current)) if current else None)
    step("use the generation")
    generations.use(name)
    return Target(name, writer, None)


def take_its_place(index: Index, target: Target, step: Step) -> None:
    """Let readers use the new generation. The old one stays until the next run, for those who still read it."""
    target.writer.close()
    step("use the generation")
    index.generations.use(target.name)
    if old := index.generations.old_catalogue:
        SavedStore(index.folder).of("")  # takes over what people have saved
        remove_old_index(old)


def sources_before(index: Index, target: Target) -> list[Source]:
    """The files that the index knows, in the generation that the run updates or replaces."""
    if target.old:
        return list(target.old.sources().values())
    if target.name != index.generations.current() and (old := index.generations.old_catalogue):
        return read_old_sources(old)
    return list(target.writer.sources().values())


def _unfinished(index: Index, current: str | None) -> str | None:
    """The newest generation that a rebuild left unfinished, if it has this model and these rules."""
    for name in reversed(index.generations.names()):
        if current and name <= current:
            return None
        try:
            check_settings(index.folder, Catalogue(index.generations.path(name)).metadata(), index.embedder)
        except StoreError:
            continue
        return name
    return None


def remove(index: Index, keep: set[str]) -> None:
    """Delete the generations that nobody needs, and their collections on a Chroma server."""
    for name in index.generations.names():
        folder = index.generations.path(name)
        if name in keep:
            continue
        if index.chroma_url:
            with suppress(StoreError, KeyError):  # it never had one, or the server is away
                VectorStore(folder, index.chroma_url, Catalogue(folder).metadata()["name"]).drop()
        shutil.rmtree(folder, ignore_errors=True)
