"""What reaches a terminal: the text unchanged, without control codes."""

import json

import pytest

from app.cli.terminal import notify, safe, say, say_json

STEERING = "\x1b[31mred\x1b]0;title\x07 \x9b2J \u202etxt.exe \r\x00 \udcff"


def test_what_steers_a_terminal_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    say(STEERING)
    notify(STEERING)
    say_json({"words": STEERING, "page": 3})
    printed = capsys.readouterr()
    for text in (printed.out, printed.err):
        assert all(sign.isprintable() or sign == "\n" for sign in text)
        assert "txt.exe" in text


def test_json_says_the_same_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    say_json([STEERING, "“plain” words – café"], indent=None)
    printed = capsys.readouterr().out
    assert json.loads(printed) == [STEERING, "“plain” words – café"]
    assert "“plain” words – café" in printed
    assert printed.count("\n") == 1


@pytest.mark.parametrize("words", ["a :bell: and :smile:", "[bold]not bold[/bold]", "C:\\temp [link=x]y[/link]"])
def test_words_are_printed_as_they_are(capsys: pytest.CaptureFixture[str], words: str) -> None:
    say(words)
    assert capsys.readouterr().out == f"{words}\n"
    assert safe(words) == words
