"""Settings: found by walking up, checked key by key."""

import re
from pathlib import Path

import pytest

from tenor import config
from tenor.errors import ConfigError


def test_the_nearest_file_wins_and_nothing_is_merged(tmp_path):
    (tmp_path / "tenor.toml").write_text('files = ["a"]\nexclude = ["b"]\n')
    inner = tmp_path / "docs" / "deep"
    inner.mkdir(parents=True)
    (tmp_path / "docs" / "pyproject.toml").write_text('[tool.tenor]\nfiles = ["c"]\n')
    settings = config.nearest(inner)
    assert (settings.files, settings.exclude) == (("c",), ())
    assert settings.origin == tmp_path / "docs" / "pyproject.toml"


def test_a_pyproject_without_our_table_is_passed_over(tmp_path):
    (tmp_path / "tenor.toml").write_text('files = ["a"]\n')
    inner = tmp_path / "docs"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert config.nearest(inner).files == ("a",)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("file = ['a']", "unknown setting 'file' (did you mean 'files'?)"),
        ("zzz = 1", "unknown setting 'zzz'"),
        ("files = 'a'", "files must be a list of strings"),
        ("exclude = [1]", "exclude must be a list of strings"),
        ("words = 3", "words must be a table of word = valence"),
        ("words = { fatal = 'bad' }", "words.fatal must be a number from -4 to 4"),
        ("words = { fatal = 5 }", "words.fatal must be a number from -4 to 4"),
        ("words = { fatal = true }", "words.fatal must be a number from -4 to 4"),
        ("files = [", "Invalid value"),
    ],
)
def test_a_setting_that_is_wrong_is_named(tmp_path, toml, message):
    path = tmp_path / "tenor.toml"
    path.write_text(toml)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_a_config_that_is_asked_for_must_be_there_and_hold_settings(tmp_path):
    with pytest.raises(ConfigError, match="No such file"):
        config.load(tmp_path / "none.toml")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    with pytest.raises(ConfigError, match="has no"):
        config.load(tmp_path / "pyproject.toml")


def test_words_are_lower_case_numbers(tmp_path):
    path = tmp_path / "tenor.toml"
    path.write_text('[words]\nFatal = 0\n"kill the process" = -1\n')
    assert config.load(path).words == {"fatal": 0.0, "kill the process": -1.0}


def test_exclusion_is_by_gitignore_patterns_from_the_folder_of_the_settings(tmp_path):
    path = tmp_path / "tenor.toml"
    path.write_text('exclude = ["vendor/", "*.min.md"]')
    (tmp_path / "vendor").mkdir()
    settings = config.load(path)
    excluded = [
        name
        for name in ("vendor", "vendor/a.md", "docs/x.min.md", "docs/a.md")
        if settings.is_excluded(tmp_path / name)
    ]
    assert excluded == ["vendor", "vendor/a.md", "docs/x.min.md"]
    assert not settings.is_excluded(Path("/elsewhere/vendor/a.md"))


def test_every_example_of_settings_in_the_readme_holds(tmp_path):
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    examples = re.findall(r"^```toml\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    assert len(examples) >= 2
    for number, example in enumerate(examples):
        path = tmp_path / str(number) / "pyproject.toml"
        path.parent.mkdir()
        path.write_text(example, "utf-8")
        assert config.load(path).origin == path
