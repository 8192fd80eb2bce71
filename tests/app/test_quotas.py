"""What one person, and all together, may use of the chat model and of the room for files."""

from pathlib import Path
from typing import Any

import pytest
from starlette.authentication import SimpleUser, UnauthenticatedUser
from starlette.requests import Request

from app.access.counting import access_file
from app.access.requests import AtThisMachine, Program
from app.quotas import Quotas
from app.settings import load_settings
from ingest import KloeError


def by(user: Any, address: str = "203.0.113.9") -> Request:
    """A request that somebody sends."""
    return Request({"type": "http", "client": (address, 5000), "user": user})


def quotas(folder: Path, **given: Any) -> Quotas:
    """What a process of its own counts over an index."""
    chosen = load_settings(index=folder, generator="openai:model", **given)
    return Quotas(chosen, access_file(folder))


ALEX, SAM, NOBODY = by(SimpleUser("alex")), by(SimpleUser("sam")), by(UnauthenticatedUser())


def test_a_person_adds_so_many_files_and_no_more(tmp_path: Path) -> None:
    first, second = quotas(tmp_path, upload_limit="5/day"), quotas(tmp_path, upload_limit="5/day")
    first.take_files(ALEX, 2)
    second.take_files(ALEX, 3)
    with pytest.raises(KloeError, match=r"one person may add 5 per 1 day: add these in 1,4\d\d minutes"):
        first.take_files(ALEX, 1)
    first.take_files(SAM, 5)


def test_files_that_are_refused_do_not_count(tmp_path: Path) -> None:
    counted = quotas(tmp_path, upload_limit="5/day")
    for _ in range(3):
        with pytest.raises(KloeError, match="one person may add"):
            counted.take_files(ALEX, 6)
    counted.take_files(ALEX, 5)


def test_a_person_is_the_same_at_every_address(tmp_path: Path) -> None:
    counted = quotas(tmp_path, generator_limit="1/hour")
    assert counted.take_answer(ALEX)
    assert not counted.take_answer(by(SimpleUser("alex"), "192.0.2.1"))


def test_answers_are_counted_for_one_person_and_for_all(tmp_path: Path) -> None:
    limits = {"generator_limit": "2/hour", "generator_budget": "3/day"}
    first, second = quotas(tmp_path, **limits), quotas(tmp_path, **limits)
    assert [first.take_answer(ALEX), second.take_answer(ALEX), first.take_answer(ALEX)] == [True, True, False]
    assert [second.take_answer(SAM), first.take_answer(SAM)] == [True, False]


def test_the_chat_model_works_for_people_who_are_known(tmp_path: Path) -> None:
    counted = quotas(tmp_path)
    assert not counted.take_answer(NOBODY)
    assert not counted.take_answer(None)
    assert counted.take_answer(by(AtThisMachine("this machine"), "127.0.0.1"))
    assert counted.take_answer(by(Program("key 123")))
    assert quotas(tmp_path, generator_open=True).take_answer(NOBODY)


def test_what_cannot_be_counted_is_not_spent(tmp_path: Path) -> None:
    (tmp_path / "access.sqlite").mkdir()
    assert not quotas(tmp_path).take_answer(ALEX)


def test_without_a_chat_model_nothing_is_counted(tmp_path: Path) -> None:
    without = Quotas(load_settings(index=tmp_path), access_file(tmp_path))
    assert not without.take_answer(ALEX)
    assert not (tmp_path / "access.sqlite").exists()
