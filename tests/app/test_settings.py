from pathlib import Path

import pytest

from app.settings import SettingsError, load_settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_defaults() -> None:
    settings = load_settings()
    assert (settings.host, settings.port, settings.model) == ("127.0.0.1", 7860, "all-MiniLM-L6-v2")


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kloe.toml").write_text('port = 8000\nhost = "0.0.0.0"\n')
    monkeypatch.setenv("KLOE_PORT", "9000")
    monkeypatch.setenv("KLOE_INDEX", "here")
    settings = load_settings()
    assert (settings.port, settings.host, settings.index) == (9000, "0.0.0.0", Path("here"))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("KLOE_PORT", "many", "port.*many"),
        ("KLOE_PORT", "99999", "port.*99999"),
        ("KLOE_CHROMA_URL", "ftp://x", "chroma_url.*ftp"),
        ("KLOE_INDEKS", "x", "unknown setting KLOE_INDEKS"),
        ("KLOE_RATE_LIMIT", "many", "rate_limit.*many"),
        ("KLOE_TRUSTED_PROXIES", "10.0.0.0/8, proxy", "trusted_proxies.*proxy"),
        ("KLOE_CORS_ORIGINS", "https://a.example/search", "cors_origins.*not an origin"),
        ("KLOE_GENERATOR_TIMEOUT", "0", "generator_timeout.*greater than 0"),
        ("KLOE_PROXY_USER_HEADER", "X User", "proxy_user_header.*X User"),
    ],
)
def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=said):
        load_settings()


@pytest.mark.parametrize(("text", "said"), [("colour = 1", "unknown setting 'colour'"), ("port =", "kloe.toml")])
def test_a_wrong_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "kloe.toml").write_text(text)
    with pytest.raises(SettingsError, match=said):
        load_settings()


def test_lists_are_written_with_commas_or_as_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kloe.toml").write_text('cors_origins = ["https://a.example", "https://b.example"]\n')
    monkeypatch.setenv("KLOE_API_KEYS", "first, second,")
    settings = load_settings()
    assert settings.cors_origins == ("https://a.example", "https://b.example")
    assert settings.api_keys == ("first", "second")
    assert "second" not in repr(settings)


def test_secrets_are_never_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KLOE_GENERATOR_KEY", "sk-hidden")
    monkeypatch.setenv("KLOE_GENERATOR_URL", "http://me:hidden@127.0.0.1/v1")
    settings = load_settings(generator="openai:x")
    assert settings.generator_key is not None
    assert settings.generator_key.get_secret_value() == "sk-hidden"
    assert "hidden" not in repr(settings) + str(settings)
    monkeypatch.setenv("KLOE_GENERATOR_URL", "me:hidden@127.0.0.1")
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert "generator_url" in str(raised.value)
    assert "hidden" not in str(raised.value)
    (tmp_path / "kloe.toml").write_text("generator_key = 123456\n")
    monkeypatch.delenv("KLOE_GENERATOR_URL")
    monkeypatch.delenv("KLOE_GENERATOR_KEY")
    with pytest.raises(SettingsError, match="generator_key") as raised:
        load_settings()
    assert "123456" not in str(raised.value)


def test_an_empty_variable_sets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLOE_GENERATOR", "")
    monkeypatch.setenv("KLOE_CHROMA_URL", "")
    assert (load_settings().generator, load_settings().chroma_url) == (None, None)
