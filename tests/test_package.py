"""What the tests run is what stands in src: as an editable install, or as a wheel made of it."""

import re
from pathlib import Path

import tenor

SOURCE = Path(__file__).parents[1] / "src" / "tenor"
PACKAGE = Path(tenor.__file__).parent
SHIPPED = {
    file.relative_to(SOURCE).as_posix()
    for file in SOURCE.rglob("*")
    if file.is_file() and "__pycache__" not in file.parts
}


def test_the_package_that_is_tested_holds_the_same_bytes_as_src():
    assert {"lexicons/valence.tsv", "formats/reports/report.schema.json", "py.typed"} <= SHIPPED
    missing = {name for name in SHIPPED if not (PACKAGE / name).is_file()}
    assert missing == set()
    stale = {n for n in SHIPPED if (PACKAGE / n).read_bytes() != (SOURCE / n).read_bytes()}
    assert stale == set()


def test_the_newest_release_in_the_changelog_is_the_version():
    changelog = (SOURCE.parents[1] / "CHANGELOG.md").read_text("utf-8")
    releases = re.findall(r"^## (\S+)(?: - \d{4}-\d\d-\d\d)?$", changelog, re.MULTILINE)
    assert next(name for name in releases if name != "Unreleased") == tenor.__version__
