"""Measure the readers: megabytes a second on ordinary and hostile text, and memory.

    python tests/speed/readers.py [MEGABYTES]

Times are of the processor, so that a busy machine counts for little.
"""

import resource
import sys
import time

from tenor.readers import html, markdown, plain

PLAIN = """A paragraph of ordinary prose, wrapped over a few lines, as people do write it in
their files. It has several sentences. Some are short.

Others go on for longer, and say more about what they say, until at last they end.

"""
MARKDOWN = """## A heading with words

A paragraph of *ordinary* prose with a [link](http://example.com/page) and some `code`, wrapped
over a few lines, as people **do** write it in their files. It has several sentences.

- an item in a list, of the usual length
- another item, with _emphasis_ in it
  - a nested one

> A quote of someone who said it well &amp; briefly.

```python
code = 1
```

| name | note |
|------|------|
| one  | two words |

"""
HTML = """<h2 id="a">A heading with words</h2>
<p class="b">A paragraph of <em>ordinary</em> prose with a <a href="http://example.com/page">link</a>
and some <code>code</code>, wrapped over a few lines. It has several sentences.</p>
<ul><li>an item in a list, of the usual length<li>another item, with <b>weight</b></ul>
<blockquote><p>A quote of someone who said it well &amp; briefly.</p></blockquote>
<table><tr><td>one</td><td>two words</td></tr></table><!-- a comment --><img src="x" alt="a cat">
"""
HARD = {
    "unclosed tags": "<a ",
    "open brackets": "[",
    "open links": "[a](",
    "stars": "**a ",
    "backticks": "`a ",
    "short sentences": "x. ",
    "blank lines": "\n",
    "one word": "x",
    "quoted lines": "> a\n",
    "items": "- a\n",
    "table rows": "|a|\n|-|\n",
    "entities": "&amp;",
    "paragraphs": "<p>a",
}


def seconds(read, text):
    start = time.process_time()
    read(text)
    return time.process_time() - start


def main():
    size = int(float(sys.argv[1] if len(sys.argv) > 1 else 2) * 1_000_000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{'reader':10} {'MB':>5} {'s':>7} {'MB/s':>6} {'peak MB more':>13}")
    for reader, page in ((plain, PLAIN), (html, HTML), (markdown, MARKDOWN)):
        text = page * (size // len(page))
        took = seconds(reader.read, text)
        now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        name = reader.__name__.rpartition(".")[2]
        speed, more = len(text) / 1e6 / took, (now - peak) / 1e3
        print(f"{name:10} {len(text) / 1e6:5.1f} {took:7.2f} {speed:6.1f} {more:13.0f}")
    heads = ("markdown s", "of double", "html s", "of double")
    print(f"\n{'100 KB, hostile':16}", *(f"{head:>11}" for head in heads))
    for name, piece in HARD.items():
        text = piece * (100_000 // len(piece))
        times = [seconds(read, text * n) for read in (markdown.read, html.read) for n in (1, 2)]
        print(f"{name:16}", *(f"{took:11.3f}" for took in times))


if __name__ == "__main__":
    main()
