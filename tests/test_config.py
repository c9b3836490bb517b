"""The settings: what a production start refuses, and with which sentence."""

from pathlib import Path

import pytest

import config

SAFE = {
    "LOTSE_SECRET_KEY": "nR4vZ0s8KqL2yT6wB1xD5hJ9mC3fG7pA",
    "LOTSE_BASE_URL": "https://lotse.stadt.example",
    "LOTSE_DATABASE_URL": "postgresql:///lotse",
}
UNSAFE = {
    "Demo mode is on.": {"LOTSE_DEMO": "1"},
    "Debug mode is on.": {"FLASK_DEBUG": "1"},
    "LOTSE_SECRET_KEY is missing or shorter than 32 characters.": {"LOTSE_SECRET_KEY": "short"},
    "LOTSE_BASE_URL is missing.": {"LOTSE_BASE_URL": ""},
    "LOTSE_BASE_URL is plain http.": {"LOTSE_BASE_URL": "http://lotse.stadt.example"},
    "LOTSE_SECRET_KEY is the published one of development.": {"LOTSE_SECRET_KEY": config.PUBLISHED_SECRET},
    "LOTSE_SECRET_KEY_FILE can't be read": {"LOTSE_SECRET_KEY_FILE": "/nowhere/secret"},
    "LOTSE_DATABASE_URL must begin with sqlite: or postgresql:": {"LOTSE_DATABASE_URL": "mysql://lotse"},
}


def test_a_safe_production_start_is_read():
    settings = config.read(SAFE)

    assert (settings["DEVELOPMENT"], settings["DEMO"], settings["DEBUG"]) == (False, False, False)


def test_production_is_the_default_and_asks_for_a_secret_and_an_address():
    with pytest.raises(config.Misconfigured) as refusal:
        config.read({})

    assert [line.split(".")[0] for line in str(refusal.value).splitlines()[1:3]] == [
        "- LOTSE_SECRET_KEY is missing or shorter than 32 characters",
        "- LOTSE_BASE_URL is missing",
    ]


@pytest.mark.parametrize("sentence", UNSAFE)
def test_an_unsafe_production_start_is_refused_with_one_sentence(sentence):
    with pytest.raises(config.Misconfigured) as refusal:
        config.read(SAFE | UNSAFE[sentence])

    first, *reasons = str(refusal.value).splitlines()
    assert first == "Lotse does not start:"
    assert len(reasons) == 1
    assert reasons[0].startswith(f"- {sentence}")


def test_plain_http_in_capitals_is_plain_http():
    with pytest.raises(config.Misconfigured, match="LOTSE_BASE_URL is plain http"):
        config.read(SAFE | {"LOTSE_BASE_URL": "HTTP://lotse.stadt.example"})


def test_a_secret_of_few_different_characters_is_weak():
    with pytest.raises(config.Misconfigured, match="LOTSE_SECRET_KEY"):
        config.read(SAFE | {"LOTSE_SECRET_KEY": "ab" * 30})


def test_all_reasons_are_named_at_once():
    with pytest.raises(config.Misconfigured) as refusal:
        config.read(
            {"LOTSE_DEMO": "yes", "FLASK_DEBUG": "true", "LOTSE_BASE_URL": "http://lotse.stadt.example"}
            | {"LOTSE_DATABASE_URL": SAFE["LOTSE_DATABASE_URL"]}
        )

    assert len(str(refusal.value).splitlines()) == 5


def test_plain_http_is_allowed_where_it_is_meant():
    settings = config.read(SAFE | {"LOTSE_BASE_URL": "http://lotse.intern", "LOTSE_ALLOW_HTTP": "1"})

    assert settings["BASE_URL"] == "http://lotse.intern"


def test_a_database_file_that_others_may_read_is_refused(tmp_path: Path):
    file = tmp_path / "lotse.db"
    file.touch(mode=0o644)
    file.chmod(0o644)

    with pytest.raises(config.Misconfigured, match=r"The database file may be read by other users"):
        config.read(SAFE | {"LOTSE_DATABASE_URL": f"sqlite:///{file}"})


def test_a_database_file_of_ones_own_is_fine(tmp_path: Path):
    file = tmp_path / "lotse.db"
    file.touch(mode=0o600)

    assert config.read(SAFE | {"LOTSE_DATABASE_URL": f"sqlite:///{file}"})["DATABASE_URL"] == f"sqlite:///{file}"


def test_a_secret_comes_from_a_file_too(tmp_path: Path):
    file = tmp_path / "secret"
    file.write_text(SAFE["LOTSE_SECRET_KEY"] + "\n", encoding="utf-8")
    file.chmod(0o600)

    settings = config.read(SAFE | {"LOTSE_SECRET_KEY": "", "LOTSE_SECRET_KEY_FILE": str(file)})

    assert settings["SECRET_KEY"] == SAFE["LOTSE_SECRET_KEY"]


def secret_in_a_file(tmp_path: Path, mode: int) -> dict[str, str]:
    file = tmp_path / "secret"
    file.write_text(SAFE["LOTSE_SECRET_KEY"], encoding="utf-8")
    file.chmod(mode)
    return SAFE | {"LOTSE_SECRET_KEY": "", "LOTSE_SECRET_KEY_FILE": str(file)}


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o666])
def test_a_secret_in_a_file_that_others_may_read_is_refused(tmp_path: Path, mode: int):
    with pytest.raises(config.Misconfigured) as refusal:
        config.read(secret_in_a_file(tmp_path, mode))

    assert str(refusal.value).splitlines()[1:] == [
        "- The file of LOTSE_SECRET_KEY_FILE may be read by other users of this machine. Run: chmod 600 on it."
    ]


@pytest.mark.parametrize("name", ["DATABASE_URL", "MAIL_URL"])
def test_every_secret_that_may_come_from_a_file_is_looked_at(tmp_path: Path, name: str):
    file = tmp_path / "url"
    file.write_text("postgresql:///lotse", encoding="utf-8")
    file.chmod(0o644)

    with pytest.raises(config.Misconfigured, match=f"The file of LOTSE_{name}_FILE may be read by other users"):
        config.read(SAFE | {f"LOTSE_{name}_FILE": str(file)})


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o640])
def test_a_secret_in_a_file_of_ones_own_is_fine(tmp_path: Path, mode: int):
    assert config.read(secret_in_a_file(tmp_path, mode))["SECRET_KEY"] == SAFE["LOTSE_SECRET_KEY"]


def test_without_the_look_at_its_mode_an_open_secret_would_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(config, "_is_open", lambda _path: False)

    assert config.read(secret_in_a_file(tmp_path, 0o644))["SECRET_KEY"] == SAFE["LOTSE_SECRET_KEY"]


def test_development_allows_a_demo_without_any_other_setting():
    settings = config.read({"LOTSE_ENV": "development", "LOTSE_DEMO": "1"})

    assert (settings["DEMO"], settings["BASE_URL"]) == (True, "http://127.0.0.1:8000")
