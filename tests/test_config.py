"""Settings: found by walking up, checked key by key."""

import copy
import pickle
import re
import tomllib
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

from tenor import config
from tenor.errors import ConfigError


def test_the_nearest_file_wins_and_nothing_is_merged(tmp_path):
    (tmp_path / "tenor.toml").write_text('files = ["a"]\nexclude = ["b"]\n')
    inner = tmp_path / "docs" / "deep"
    inner.mkdir(parents=True)
    (tmp_path / "docs" / "pyproject.toml").write_text('[tool.tenor]\nfiles = ["c"]\n')
    settings = config.Nearest().of(inner)
    assert (settings.files, settings.exclude) == (("c",), ())
    assert settings.origin == tmp_path / "docs" / "pyproject.toml"


def test_a_pyproject_without_our_table_is_passed_over(tmp_path):
    (tmp_path / "tenor.toml").write_text('files = ["a"]\n')
    inner = tmp_path / "docs"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert config.Nearest().of(inner).files == ("a",)


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
        ("words = { fatal = true }", "words.fatal must be a number from -4 to 4, not bool"),
        ("words = { fatal = nan }", "words.fatal must be a number from -4 to 4"),
        ("words = { '' = 1 }", "words: '' holds no word or mark"),
        ("files = [", "Invalid value"),
        ("[tool.tenor.check]", "unknown setting 'tool': in tenor.toml it is [check], not [tool"),
        (f"words = {'[' * 3000}", "nested too deep"),
        ("check = false", "check must be a table"),
        ("checks = 0", "checks must be a table"),
        ("exclude = ['!']", "exclude: '!': no pattern as in .gitignore"),
        ("exclude = ['*a*a*a*a*a']", "exclude: '*a*a*a*a*a': more than 3 stars"),
        ("[check]\nper-file-ignores = {'[z-a]' = []}", "check.per-file-ignores: '[z-a]': no patt"),
        ("[check]\nselect = []", "check.select names no check"),
    ],
)
def test_a_setting_that_is_wrong_is_named(tmp_path, toml, message):
    path = tmp_path / "tenor.toml"
    path.write_text(toml)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_a_byte_order_mark_is_none_of_the_settings(tmp_path):
    (tmp_path / "tenor.toml").write_bytes(b'\xef\xbb\xbffiles = ["a"]\n')
    assert config.Nearest().of(tmp_path).files == ("a",)


@pytest.mark.parametrize("data", [b"\xff", b"files = ['\x00']", b"a = 1" + b"0" * 5000])
def test_bytes_that_are_no_settings_are_one_clear_line(tmp_path, data):
    path = tmp_path / "tenor.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert len(str(caught.value).splitlines()) == 1


def test_settings_are_those_of_the_folders_above_and_never_of_one_left_by_dots(
    tmp_path, monkeypatch
):
    here = tmp_path / "here"
    here.mkdir()
    (here / "tenor.toml").write_text('files = ["a"]\n')
    (tmp_path / "beside").mkdir()
    monkeypatch.chdir(here)
    assert config.Nearest().of(Path()).files == ("a",)
    assert config.Nearest().of(Path("../beside")).files == ()


def test_every_file_of_settings_is_read_once(tmp_path, monkeypatch):
    (tmp_path / "tenor.toml").write_text('files = ["a"]\n')
    folders = [tmp_path / name for name in ("a", "a/b", "c")]
    for folder in folders:
        folder.mkdir()
    read = []
    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda text: (read.append(text), loads(text))[1])
    nearest = config.Nearest()
    assert [nearest.of(folder).files for folder in folders] == [("a",)] * 3
    assert read == ['files = ["a"]\n']


def test_patterns_of_ignored_checks_are_compiled_once(tmp_path, monkeypatch):
    path = tmp_path / "tenor.toml"
    path.write_text('[check]\nper-file-ignores = {"a/**" = ["hedging"], "*.txt" = ["shouting"]}\n')
    settings = config.load(path)
    compiled = []
    make = GitIgnoreSpec.from_lines
    counted = staticmethod(lambda lines: (compiled.append(1), make(lines))[1])
    monkeypatch.setattr(GitIgnoreSpec, "from_lines", counted)
    files = [tmp_path / "a" / f"{number}.txt" for number in range(50)]
    assert {settings.ignored_checks(file) for file in files} == {("hedging", "shouting")}
    assert settings.ignored_checks(tmp_path / "b.md") == ()
    assert len(compiled) == 2


def test_a_config_that_is_asked_for_must_be_there_and_hold_settings(tmp_path):
    with pytest.raises(ConfigError, match="No such file"):
        config.load(tmp_path / "none.toml")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    with pytest.raises(ConfigError, match="has no"):
        config.load(tmp_path / "pyproject.toml")


def test_words_are_checked_as_those_of_the_api_are_and_kept_as_typed(tmp_path):
    path = tmp_path / "tenor.toml"
    path.write_text('[words]\nFatal = 0\n"kill -9" = -1\n')
    assert config.load(path).words == {"Fatal": 0.0, "kill -9": -1.0}


def test_settings_can_be_sent_to_another_process(tmp_path):
    path = tmp_path / "tenor.toml"
    path.write_text("[words]\nfatal = 0\n[checks]\nreading-grade = { max = 11 }\n")
    settings = config.load(path)
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301
    assert copy.deepcopy(settings) == settings


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
