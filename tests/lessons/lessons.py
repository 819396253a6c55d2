"""A small lesson, as a file and as content, for tests to bend."""

from typing import Any

from lessons.rules import source

FILE = """---
slug: tea
language: en
title: Tea
position: 1
group: relating
for: [everyone]
minutes: 3
reading_level: 4
summary: How to make tea together.
sources:
  - A book about tea
reviewed: 2026-11-23
---

## Water

Boil the water.
It takes a while.

Then wait.

- One cup for you
- One cup for me

## Leaves

Put in the leaves.

## Cups

Pour it out.

```yaml
reflection:
  - key: lately
    question: With whom did you drink tea?
check:
  - key: first
    question: What comes first?
    choices:
      - {text: Leaves, right: false, because: "Nearly: they come second."}
      - {text: Water, right: true, because: Yes.}
  - key: last
    question: What comes last?
    choices:
      - {text: Cups, right: true, because: Yes.}
      - {text: Water, right: false, because: It comes first.}
      - {text: Leaves, right: false, because: They come second.}
try_this_week: Make tea for somebody.
```
"""


def read(text: str = FILE, *, name: str = "01-tea", language: str = "en") -> dict[str, Any]:
    """Read the small lesson, or a bent one."""
    return source.read(text, file=f"{name}.md", name=name, language=language)


def lesson(**changes: Any) -> dict[str, Any]:
    """Return the small lesson with some of its parts changed."""
    return {**read(), **changes}
