"""What `files` names: a config that nobody asked for leads nowhere outside of its folder."""

import json

import pytest

LOUD = "Stop that now!!\n"


@pytest.fixture
def here(tmp_path):
    """Make a project with a text and links, and a secret beside it."""
    (tmp_path / "secret.md").write_text("The secret is out!!\n")
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "secret.md").write_text("The secret is out!!\n")
    here = tmp_path / "here"
    (here / "docs").mkdir(parents=True)
    (here / "docs" / "a.md").write_text(LOUD)
    (here / "link.md").symlink_to(tmp_path / "secret.md")
    (here / "far").symlink_to(tmp_path / "far")
    (here / "near").symlink_to("docs")
    (here / "loop").symlink_to("loop")
    return here


@pytest.mark.parametrize("command", ["check", "report"])
@pytest.mark.parametrize(
    "name",
    [
        "../secret.md",
        "{}/secret.md",
        "..",
        "link.md",
        "far",
        "far/secret.md",
        "docs/../..",
        "\\u0000",
    ],
)
def test_a_name_that_leads_out_is_an_error_and_the_rest_is_done(tenor, here, command, name):
    name = name.format(here.parent)
    (here / "tenor.toml").write_text(f'files = ["{name}", "docs"]\n')
    ran = tenor(command, "--json", cwd=here)
    assert ran.code == 2
    why = f"leads out of the folder of {here}/tenor.toml, whose files names it\n"
    assert ran.err.endswith(why)
    assert ran.err.count("\n") == 1
    assert "secret is out" not in ran.out
    assert "docs/a.md" in ran.out


@pytest.mark.parametrize("command", ["check", "report"])
def test_it_is_an_error_too_where_nothing_else_is_named(tenor, here, command):
    (here / "tenor.toml").write_text('files = ["../secret.md"]\n')
    for folder in (here, here / "docs"):
        ran = tenor(command, "--json", cwd=folder)
        assert ran.code == 2
        assert "leads out of the folder of" in ran.err
        assert "secret is out" not in ran.out


@pytest.mark.parametrize("name", ["docs", "near", "./docs/a.md", "docs/../docs/a.md"])
def test_a_name_within_holds_from_everywhere(tenor, here, name):
    (here / "tenor.toml").write_text(f'files = ["{name}"]\n')
    for folder in (here, here / "docs"):
        ran = tenor("check", cwd=folder)
        assert (ran.code, ran.err) == (1, "")


def test_a_config_that_is_asked_for_may_name_anything(tenor, here):
    (here / "tenor.toml").write_text('files = ["../secret.md"]\n')
    assert tenor("check", "--config", "tenor.toml", cwd=here).code == 1


def test_a_path_on_the_command_line_may_lead_anywhere(tenor, here):
    for path in ("../secret.md", "link.md", "far"):
        assert tenor("check", path, cwd=here).code == 1


def test_a_dash_among_the_files_is_a_file_and_not_standard_input(tenor, here):
    (here / "tenor.toml").write_text('files = ["-"]\n')
    (here / "-").write_text(LOUD)
    ran = tenor("check", cwd=here, stdin="Quiet.\n")
    assert ran.code == 1


def test_wrong_settings_are_named_and_their_texts_not_called_unreadable(tenor, tmp_path):
    inner = tmp_path / "in"
    inner.mkdir()
    for folder in (tmp_path, inner):
        (folder / "a.md").write_text("A text.")
    (inner / "tenor.toml").write_text("exclude = ['!']")
    ran = tenor("check", ".", "--artifact", "json:a.json", cwd=tmp_path)
    assert ran.out == "No problems in 1 file; 1 path could not be checked.\n"
    (error,) = json.loads((tmp_path / "a.json").read_text())["errors"]
    assert error["file"] == "in/tenor.toml"
    assert error["message"] == "exclude: '!': no pattern as in .gitignore"
    (inner / "tenor.toml").write_text("[checks.tone-range]\nmin = 0.5\nmax = 0.3")
    ran = tenor("check", "in", "a.md", cwd=tmp_path)
    assert ran.out == "No problems in 1 file; 1 path could not be checked.\n"
    assert (ran.code, ran.err.count("min 0.5 is above max 0.3")) == (2, 1)


@pytest.mark.parametrize("name", ["tenor.toml", "pyproject.toml"])
def test_settings_are_not_counted_among_the_skipped_files(tenor, tmp_path, name):
    (tmp_path / name).write_text("")
    (tmp_path / "a.md").write_text("A text.")
    assert tenor("check", ".", cwd=tmp_path).err == ""
    assert tenor(".", cwd=tmp_path).err == ""
