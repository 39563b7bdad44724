"""Unified diffs: read by their counts, undone to the text before."""

import difflib

from hypothesis import given, settings
from hypothesis import strategies as st

from tenor import git

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
    first, gone, new = git.parse(DIFF)
    assert (first.path, gone.path, new.path) == ("a b.md", None, "ü.md")
    assert [hunk.before for hunk in first.hunks] == [(b"one", b"-- two", b"three"), (b"nine",)]
    assert git.added_lines(first.hunks) == {2, 9, 10}
    assert git.added_lines(new.hunks) == {1, 2}


def test_hunks_are_undone():
    first, _, new = git.parse(DIFF)
    now = b"one\n++ TWO\nthree\n4\n5\n6\n7\n8\nten\nten"
    assert git.text_before(now, first.hunks) == b"one\n-- two\nthree\n4\n5\n6\n7\n8\nten\nnine\nten"
    assert git.text_before(b"new\nfile\n", new.hunks) == b""


LINES = st.lists(st.sampled_from(["a", "b", "- c", "+ d", "@@ -1 +1 @@", "--- x", ""]), max_size=12)


@settings(deadline=None)
@given(LINES, LINES, st.integers(0, 3))
def test_any_diff_leads_back_to_the_text_before(old, new, context):
    lines = difflib.unified_diff(old, new, "a/x", "b/x", n=context, lineterm="")
    diff = "\n".join(lines).encode()
    for change in git.parse(diff):
        before = git.text_before("\n".join(new).encode(), change.hunks)
        assert before == "\n".join(old).encode() or not (old and new)


def test_a_diff_that_is_cut_short_is_read_as_far_as_it_goes():
    assert git.parse(b"+++ b/a\n@@ -1,5 +1,5 @@\n x")[0].hunks[0].before == (b"x",)
    assert git.parse(b"@@ -1 +1 @@\nno file") == []
