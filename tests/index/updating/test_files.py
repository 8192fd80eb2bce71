"""Which files a run finds, what it says of those that it cannot read, and which files it takes for gone."""

import os
import socket
from collections.abc import Sequence
from pathlib import Path

import pytest

from index import StoreError
from index.catalogue import Source, printable
from index.updating.files import Found, find_files, gone_files, known_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    write(folder, "a.txt", "sub/b.txt", "sub/deep/c.txt")
    return folder


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")


def known(root: Path, *paths: str) -> list[Source]:
    """Files as an index knows them."""
    return [Source(printable(str(root)), path) for path in paths]


def keys(found: Found) -> list[tuple[str, str]]:
    return [file.key for file in found.files]


# -- what is found


def test_every_file_below_a_folder_but_hidden_ones(folder: Path) -> None:
    write(folder, ".hidden", "~$lock.docx", ".git/config", "sub/.DS_Store")
    assert [path for _, path in keys(find_files([folder], []))] == ["a.txt", "sub/b.txt", "sub/deep/c.txt"]


def test_a_root_may_be_a_file(folder: Path) -> None:
    assert keys(find_files([folder / "a.txt"], [])) == [(str(folder), "a.txt")]


def test_a_root_that_does_not_exist(folder: Path) -> None:
    with pytest.raises(StoreError, match=r"missing does not exist"):
        find_files([folder, folder / "missing"], [])


@pytest.mark.parametrize("roots", [(".", "sub"), ("sub", "."), ("sub/b.txt", "sub", "."), (".", ".", "sub/deep")])
def test_overlapping_roots_hold_each_file_once(folder: Path, roots: Sequence[str]) -> None:
    found = find_files([(folder / root).resolve() for root in roots], [])
    assert sorted(keys(found)) == [(str(folder), path) for path in ("a.txt", "sub/b.txt", "sub/deep/c.txt")]


def test_a_file_keeps_the_name_by_which_the_index_knows_it(folder: Path) -> None:
    above = known(folder, "sub/b.txt", "sub/deep/c.txt")
    assert keys(find_files([folder / "sub"], above)) == [(str(folder), "sub/b.txt"), (str(folder), "sub/deep/c.txt")]
    below = known(folder / "sub", "b.txt")
    assert (str(folder / "sub"), "b.txt") in keys(find_files([folder], below))
    pack = known(folder / "sub", "b.txt", "b.txt#page=3")
    assert (str(folder / "sub"), "b.txt") in keys(find_files([folder], pack))


def test_names_that_are_not_utf_8_stay_apart(folder: Path) -> None:
    names = [b"caf\xe8.txt", b"caf\xe9.txt", "café.txt".encode()]
    for name in names:
        (folder / os.fsdecode(name)).write_bytes(name)
    found = {file.key[1]: file.path.read_bytes() for file in find_files([folder], []).files}
    assert {path: name for path, name in found.items() if path.startswith("caf")} == {
        "caf\\xe8.txt": names[0],
        "caf\\xe9.txt": names[1],
        "café.txt": names[2],
    }


def test_a_name_that_looks_like_another_that_is_not_utf_8_is_not_lost(folder: Path) -> None:
    """One is named by four plain letters where the other has a byte."""
    for name in (b"caf\xe9.txt", b"caf\\xe9.txt"):
        (folder / os.fsdecode(name)).write_bytes(name)
    found = find_files([folder], [])
    named = [path for _, path in keys(found) if path.startswith("caf")] + list(found.causes)
    assert len(named) == 2


# -- what is no file, or cannot be reached


def test_what_is_no_file_is_named_and_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(folder / "socket"))
        found = find_files([folder], [])
    assert found.causes == {
        "pipe.txt": "is a pipe, not a file",
        "link.txt": "is a pipe, not a file",
        "device.txt": "is a device, not a file",
        "socket": "is a socket, not a file",
    }
    assert len(found.files) == 3
    assert find_files([folder / "pipe.txt"], []).causes == {"pipe.txt": "is a pipe, not a file"}


def test_a_link_to_nothing_is_read_for_its_cause(folder: Path) -> None:
    (folder / "lost.txt").symlink_to(folder / "nowhere.txt")
    assert (str(folder), "lost.txt") in keys(find_files([folder], []))


@pytest.mark.parametrize(("there", "cause"), [(True, "is empty"), (False, "is not there")])
def test_a_folder_of_the_index_that_is_away_is_named_and_nothing_in_it_is_gone(
    tmp_path: Path, folder: Path, there: bool, cause: str
) -> None:
    away = tmp_path / "away"
    if there:
        away.mkdir()
    sources = known(away, "x.txt", "y.txt") + known(folder, "a.txt", "old.txt")
    found = find_files([away, folder], sources)
    assert list(found.away) == [away]
    assert cause in found.away[away]
    assert gone_files(sources, [away, folder], found) == known(folder, "old.txt")


def test_an_empty_folder_inside_one_of_the_index_is_not_away(folder: Path) -> None:
    (folder / "sub" / "b.txt").unlink()
    (folder / "sub" / "deep" / "c.txt").unlink()
    sources = known(folder, "a.txt", "sub/b.txt", "sub/deep/c.txt")
    found = find_files([folder], sources)
    assert found.away == {}
    assert gone_files(sources, [folder], found) == sources[1:]


def test_a_file_of_the_index_that_is_not_there_is_away(folder: Path) -> None:
    sources = known(folder, "gone.txt")
    assert list(find_files([folder / "gone.txt"], sources).away) == [folder / "gone.txt"]


# -- what is gone


def test_only_files_below_the_folders_of_the_run_are_gone(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other"
    write(other, "kept.txt")
    sources = known(folder, "a.txt", "gone.txt", "sub/gone.txt") + known(other, "gone.txt")
    found = find_files([folder], sources)
    assert gone_files(sources, [folder], found) == known(folder, "gone.txt", "sub/gone.txt")
    found = find_files([folder / "sub"], sources)
    assert gone_files(sources, [folder / "sub"], found) == known(folder, "sub/gone.txt")


def test_all_papers_of_a_gone_file_are_gone(folder: Path) -> None:
    sources = known(folder, "a.txt", "a.txt#page=4", "pack.pdf", "pack.pdf#page=4")
    assert gone_files(sources, [folder], find_files([folder], sources)) == sources[2:]


def test_a_gone_name_that_is_not_utf_8(folder: Path) -> None:
    sources = known(folder, "a.txt", "caf\\xe9.txt")
    assert gone_files(sources, [folder], find_files([folder], sources)) == sources[1:]


def test_a_file_that_became_a_folder_or_a_pipe_is_gone(folder: Path) -> None:
    (folder / "a.txt").unlink()
    os.mkfifo(folder / "a.txt")
    (folder / "sub" / "b.txt").unlink()
    write(folder, "sub/b.txt/inside.txt")
    sources = known(folder, "a.txt", "sub/b.txt")
    assert gone_files(sources, [folder], find_files([folder], sources)) == sources


# -- a rebuild


def test_a_rebuild_looks_at_the_known_files_that_can_be_reached(tmp_path: Path, folder: Path) -> None:
    sources = known(folder, "a.txt", "gone.txt", "sub/b.txt", "sub/b.txt#page=2") + known(tmp_path / "away", "x.txt")
    found = known_files(sources)
    assert keys(found) == [(str(folder), "a.txt"), (str(folder), "sub/b.txt")]
    assert list(found.away) == [tmp_path / "away"]


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A folder whose own name is not UTF-8."""
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    write(folder, "a.txt")
    return folder


def test_the_files_of_a_folder_whose_name_is_not_utf_8_are_read_again_by_a_rebuild(foreign: Path) -> None:
    found = known_files(known(foreign, "a.txt"))
    assert (keys(found), found.away) == ([(printable(str(foreign)), "a.txt")], {})


def test_a_gone_file_of_a_folder_whose_name_is_not_utf_8_is_gone(foreign: Path) -> None:
    sources = known(foreign, "a.txt", "gone.txt")
    assert gone_files(sources, [foreign], find_files([foreign], sources)) == sources[1:]


def test_a_folder_whose_name_is_not_utf_8_can_be_away(foreign: Path) -> None:
    (foreign / "a.txt").unlink()
    assert list(find_files([foreign], known(foreign, "a.txt")).away) == [foreign]
