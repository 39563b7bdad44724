"""Unified diffs: read by their counts, undone to the text before, or refused."""

import difflib
import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.errors import InputError
from tenor.gate import diff

DIFF = b"""diff --git a/a b.md b/a b.md
--- a/a b.md\t
+++ b/a b.md\t
@@ -1,3 +1,3 @@ heading
 one
--- two
+++ TWO
 three
@@ -9 +9,0 @@
-nine
diff --git a/gone.md b/gone.md
--- a/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-bye
\\ No newline at end of file
diff --git "a/\\303\\274.md" "b/\\303\\274.md"
--- /dev/null
+++ "b/\\303\\274.md"
@@ -0,0 +1,2 @@
+new
+file
"""


def test_a_diff_is_read_by_its_counts():
    first, gone, new = diff.parse(DIFF)
    assert [one.path for one in (first, gone, new)] == ["a b.md", "gone.md", "ü.md"]
    assert [one.is_gone for one in (first, gone, new)] == [False, True, False]
    assert [one.is_new for one in (first, gone, new)] == [False, False, True]
    assert [hunk.before for hunk in first.hunks] == [(b"one", b"-- two", b"three"), (b"nine",)]
    assert [hunk.after for hunk in first.hunks] == [(b"one", b"++ TWO", b"three"), ()]


def test_hunks_are_undone():
    first, _, new = diff.parse(DIFF)
    now = b"one\n++ TWO\nthree\n4\n5\n6\n7\n8\nten\nten"
    assert (
        diff.text_before(now, first.hunks) == b"one\n-- two\nthree\n4\n5\n6\n7\n8\nten\nnine\nten"
    )
    assert diff.text_before(b"new\nfile\n", new.hunks) == b""


@pytest.mark.parametrize("now", [b"one\n++ TWO\nfour", b"one", b"", b"0\none\n++ TWO\nthree"])
def test_hunks_that_are_not_a_file_s_own_are_refused(now):
    with pytest.raises(InputError, match="does not fit it at line 1"):
        diff.text_before(now, diff.parse(DIFF)[0].hunks)


def test_returns_at_line_ends_that_a_diff_has_lost_do_not_matter():
    hunks = diff.parse(b"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n one\n-2\n+two\n")[0].hunks
    assert diff.text_before(b"one\r\ntwo\r\n", hunks) == b"one\n2\n"


LINES = st.lists(st.sampled_from(["a", "b", "- c", "+ d", "@@ -1 +1 @@", "--- x", ""]), max_size=12)


@pytest.mark.parametrize(
    ("old", "new"), [("one\n", "one\ntwo\n"), ("one\n", "two\none\n"), ("1\n3\n", "1\n2\n3\n")]
)
@pytest.mark.parametrize("context", [0, 3])
def test_a_diff_that_is_turned_round_is_not_one_of_the_text(old, new, context):
    now = new.encode()
    for names, is_own in ((("a/x", "b/x"), True), (("b/x", "a/x"), False)):
        texts = (old, new) if is_own else (new, old)
        lines = difflib.unified_diff(*(one.splitlines() for one in texts), *names, n=context)
        (change,) = diff.parse("\n".join(line.rstrip("\n") for line in lines).encode())
        if is_own:
            assert diff.text_before(now, change.hunks) == old.encode()
        else:
            with pytest.raises(InputError, match="does not fit it at line"):
                diff.text_before(now, change.hunks)


def test_a_line_end_at_the_end_is_no_line():
    hunks = diff.parse(b"--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n x\n-\n")[0].hunks
    assert diff.text_before(b"x\n", hunks) == b"x\n\n"
    with pytest.raises(InputError, match="does not fit"):
        diff.text_before(b"x\n\n", hunks)


@given(LINES, LINES, st.integers(1, 3))
def test_any_diff_leads_back_to_the_text_before(old, new, context):
    lines = [*difflib.unified_diff(old, new, "a/x", "b/x", n=context, lineterm="")]
    for change in diff.parse("\n".join(lines).encode()) if lines else ():
        before = diff.text_before("\n".join(new).encode(), change.hunks)
        assert before == "\n".join(old).encode() or not (old and new)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"no diff at all", "no unified diff"),
        (b"\x1b[1m+++ b/a.md\x1b[m\n\x1b[36m@@ -1 +1 @@\x1b[m\n", "no unified diff"),
        (b" a.md | 2 +-\n 1 file changed\n", "no unified diff"),
        (b"@@ -1 +1 @@\nno file", "a hunk without the name of its file"),
        (b"diff --git a/a b/a\n@@ -1 +1 @@\n-x\n+y\n", "a hunk without the name of its file"),
        (b"--- a/a\n+++ b/a\n@@ -1 +1,%s @@\n" % (b"9" * 5000), "which lines it has"),
        (b"--- a/a\n+++ b/a\n@@ x @@\n", "which lines it has"),
        (b"--- a/a\n+++ b/a\n@@ -1,5 +1,5 @@\n x", "breaks off in the middle of a hunk"),
        (b"--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n x\n?\n", "breaks off in the middle of a hunk"),
        (b"--- a/a\n+++ b/a\n@@ -1,1 +1,2 @@\n-x\n-y\n+z\n+z\n", "as many lines as it says"),
        (b"--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+y\n+z\n", "as many lines as it says"),
        (b"--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+y\n z\n", "as many lines as it says"),
        (b"--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+y\n-z\n", "as many lines as it says"),
        (b"--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n+y\n\\ No\n\n-- z\n+z", "as many lines as it says"),
        (b"diff --git a/a b/a\n", "breaks off .* changed in a"),
        (b"diff --git a/a b/a\nindex 1..2 100644\n", "breaks off .* changed in a"),
        (b"diff --git a/a b/a\nindex 1..2 100644\n--- a/a\n", "breaks off .* changed in a"),
        (b"diff --git a/a b/a\nindex 1..2\n--- a/a\n+++ b/a\n", "breaks off .* changed in a"),
        (b"diff --git a/a b/a\nold mode 1\nnew mode 2\nindex 1..2\n", "breaks off .* in a"),
        (b"diff --git a/a b/a\nnew file mode 1\nindex 0..e69dffff\n", "breaks off .* in a"),
        (b"diff --git a/a b/a\nold mode 1\n", "breaks off .* in a"),
        (b"diff --git a/a b/b\nsimilarity index 90%\nrename to b\n", "breaks off .* in b"),
        (b"--- a/a\n+++ /dev/null\n", "breaks off .* in a"),
        (b"--- a/a\n+++ b/a\n--- a/b\n+++ b/b\n@@ -1 +1 @@\n-x\n+y\n", "breaks off .* in a"),
    ],
)
def test_what_is_no_whole_diff_is_refused(text, message):
    with pytest.raises(InputError, match=f"^diff: .*{message}"):
        diff.parse(text)


@pytest.mark.parametrize(
    "said",
    [
        "new file mode 100644\nindex 0000000..e69de29\n",
        "new file mode 100644\nindex 0000..473a\n",
        "new file mode 100644\n",
        "old mode 100644\nnew mode 100755\n",
        "similarity index 100%\nrename from a\nrename to x.md\n",
        "copy from a\ncopy to x.md\n",
        "--- x.md\t(revision 1)\n+++ x.md\t(working copy)\n\nProperty changes on: x.md\n",
    ],
)
def test_a_file_whose_contents_are_as_they_were_or_empty_needs_no_hunk(said):
    (change,) = diff.parse(f"diff --git a/x.md b/x.md\n{said}".encode())
    assert (change.path, change.hunks, change.fault) == ("x.md", (), None)


def test_a_file_that_is_gone_needs_no_hunk():
    text = b"diff --git a/x.md b/x.md\ndeleted file mode 100644\nindex 286c5f5..0000000\n"
    assert [one.is_gone for one in diff.parse(text)] == [True]


HUNK = "--- a/{0}\n+++ b/{0}\n@@ -1 +1 @@\n-x\n+y\n"


@pytest.mark.parametrize(
    "between",
    [
        "",
        "\\ No newline at end of file\n",
        "-- \n2.39.5\n\n",
        "--\n2.39.5\n+ 1\n",
        "\n--------------2.39.5--\n\n\nFrom 1234\n + 1\n",
        "\n\nFrom 1234 Mon Sep 17 00:00:00 2001\nSubject: x\n\n- one\n+ two\n---\n b.md | 2 +-\n\n",
        "\ncommit 1234\n\n    deleted file mode 100644\n\n",
        "\ncommit 1234\n\ndeleted file mode 100644\nindex 1..2\nrename to c\nGIT binary patch\n\n",
        "abc1234 Binary files are read\nBinary files are read\n",
        "\nProperty changes on: a.md\n____\nAdded: svn:eol-style\n## -0,0 +1 ##\n+native\n",
    ],
)
def test_what_stands_between_files_belongs_to_none(between):
    changes = diff.parse((HUNK.format("a.md") + between + HUNK.format("b.md")).encode())
    assert [(one.path, len(one.hunks)) for one in changes] == [("a.md", 1), ("b.md", 1)]
    assert not any(one.fault or one.is_gone for one in changes)


def test_a_file_that_is_gone_and_made_anew_is_new():
    gone = (
        "diff --git a/x b/x\ndeleted file mode 120000\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-y\n"
    )
    new = "diff --git a/x b/x\nnew file mode {}\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+z\n"
    (change,) = diff.parse((gone + new.format("100644")).encode())
    assert (change.is_new, change.is_gone, change.is_link, change.fault) == (
        True,
        True,
        False,
        None,
    )
    (change,) = diff.parse((gone + new.format("120000")).encode())
    assert change.is_link


PIECES = st.sampled_from(
    [
        b"diff --git a/x b/x",
        b"diff --git ",
        b"diff --cc x",
        b"--- a/x",
        b"--- ",
        b"+++ b/x",
        b"+++ ",
        b'+++ "b/\\400\\',
        b"@@ -1,2 +1,2 @@",
        b"@@ -0,0 +9 @@",
        b"Binary files and differ",
        b"Binary files ",
        b"rename to ",
        b"GIT binary patch",
        b"deleted file mode",
        b" x",
        b"-x",
        b"+x",
        b"\\ No newline",
    ]
)


@given(st.lists(PIECES | st.binary(max_size=9), max_size=12))
def test_any_bytes_are_a_diff_or_are_refused(pieces):
    with suppress(InputError):
        for change in diff.parse(b"\n".join(pieces)):
            assert change.path is None or isinstance(change.path, str)
            diff.text_before(b"x\nx\n", change.hunks)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("a/d/x.md", "b/d/x.md", "d/x.md"),
        ("i/d/x.md", "w/d/x.md", "d/x.md"),
        ("c/d/x.md", "i/d/x.md", "d/x.md"),
        ("o/d/x.md", "w/d/x.md", "d/x.md"),
        ("b/x.md", "a/x.md", "x.md"),
        ("d/x.md", "d/x.md", "d/x.md"),
        ("b/x.md", "b/x.md", "b/x.md"),
        ("x.md.orig", "x.md", "x.md"),
        ("./x.md", "./x.md", "x.md"),
        ("/dev/null", "./d//x.md", "d/x.md"),
        ("/dev/null", "b/x.md", "x.md"),
        ("/dev/null", "docs/x.md", "docs/x.md"),
        ("a//abs/x.md", "b//abs/x.md", "/abs/x.md"),
    ],
)
def test_names_are_read_whatever_prefixes_they_have(old, new, path):
    text = f"--- {old}\n+++ {new}\n@@ -0,0 +1 @@\n+x\n".encode()
    assert [one.path for one in diff.parse(text)] == [path]


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("a/x.md b/x.md", "x.md"),
        ("b/x.md b/x.md", "b/x.md"),
        ("i/x y.md w/x y.md", "x y.md"),
        ('"a/\\303\\274\\".md" "b/\\303\\274\\".md"', 'ü".md'),
    ],
)
@pytest.mark.parametrize(
    "rest",
    [
        "new file mode 100644\n--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n+x\n",
        "old mode 100644\nnew mode 100755\n",
        "index 1..2 100644\nBinary files differ\n",
        "index 1..2 100644\nGIT binary patch\nliteral 3\nabc\n",
    ],
)
def test_the_line_above_names_the_file_where_nothing_else_does(header, path, rest):
    (change,) = diff.parse(f"diff --git {header}\n{rest}".encode())
    assert change.path == path
    assert (change.fault is not None) == ("inary" in rest)


def test_a_rename_names_the_new_file_without_a_prefix():
    text = (
        b"diff --git a/x.md b/y.md\nsimilarity index 100%\nrename from a/x.md\nrename to b/y.md\n"
    )
    assert [one.path for one in diff.parse(text)] == ["b/y.md"]


@pytest.mark.parametrize(
    ("text", "path", "fault"),
    [
        ("Binary files a/x y.md and b/x y.md differ\n", "x y.md", "binary"),
        ("diff -r 1234 x y.md\nBinary file x y.md has changed\n", "x y.md", "binary"),
        (
            "diff --cc x.md\nindex 1,2..3\n--- a/x.md\n+++ b/x.md\n@@@ -1 -1 +1 @@@\n",
            "x.md",
            "merge",
        ),
        ("diff --combined x.md\n--- a/x.md\n+++ b/x.md\n@@@ -1 -1 +1 @@@\n", "x.md", "merge"),
        ("* Unmerged path x.md\n", "x.md", "merge"),
        ("--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n-x\n+y\n" * 2, "x.md", "more than once"),
    ],
)
def test_a_file_whose_change_cannot_be_undone_says_why(text, path, fault):
    for change in diff.parse(text.encode()):
        assert change.path == path
        assert fault in change.fault


@pytest.mark.parametrize(
    "rest",
    [
        "Binary files a/x.md and /dev/null differ\n",
        "deleted file mode 100644\nGIT binary patch\nliteral 0\n",
        "deleted file mode 100644\nindex e69de29..0000000\n",
    ],
)
def test_a_binary_or_empty_file_that_is_gone_is_gone(rest):
    (change,) = diff.parse(f"diff --git a/x.md b/x.md\n{rest}".encode())
    assert (change.path, change.is_gone) == ("x.md", True)
    assert change.fault == "the diff says that it is gone"


def test_a_binary_file_without_a_name_that_can_be_told_is_refused():
    with pytest.raises(InputError, match="binary"):
        diff.parse(b"Binary files old/x.md and newer/x.md differ\n")


def test_lines_are_new_where_they_differ_and_around_what_was_taken_out():
    old = ["one", "two", "three", "four"]
    assert diff.new_lines(old, old) == frozenset()
    assert diff.new_lines([], ["a", "b"]) == {1, 2}
    assert diff.new_lines(old, ["one", "2", "three", "four", "five"]) == {2, 5}
    assert diff.new_lines(old, ["one", "four"]) == {1, 2}
    assert diff.new_lines(["a", "b", "c", "d"], ["d", "x", "y", "z"]) == {1, 2, 3, 4}


@given(LINES, LINES)
def test_what_is_not_new_stands_in_both_in_the_same_order(old, new):
    kept = [line for at, line in enumerate(new, 1) if at not in diff.new_lines(old, new)]
    rest = iter(old)
    assert all(line in rest for line in kept)


def test_a_paragraph_that_moved_keeps_all_others():
    lines = [f"line {n}" for n in range(50)]
    assert diff.new_lines(lines, [*lines[1:], lines[0]]) == {1, 50}


HANGS = """
from tenor.gate.diff import new_lines
many = range(100_000)
alike = new_lines([str(n % 7) for n in many], [str(n * n % 7) for n in many])
turned = new_lines([str(n) for n in many], [str(n) for n in reversed(many)])
print(len(alike) > 90_000, len(turned))
"""


def test_lines_by_the_thousand_that_are_alike_or_turned_round_do_not_hang():
    command = [sys.executable, "-c", HANGS]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "True 100000\n"
