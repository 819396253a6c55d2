"""A small exercise, as a file and as content, for tests to bend."""

from typing import Any

from skills.rules import source

FILE = """---
slug: wait-a-bit
language: en
title: Wait a bit
kind: dbt
module: distress_tolerance
needs: [craving]
minutes: 3
reading_level: 3
summary: A short wait.
rating: urge
---

## Wait

Wait here.
It will pass.

You can stop at any time.

```yaml
key: wait
fields:
  - key: clock
    type: timer
    label: Wait
    seconds: 20
  - key: breath
    type: breathing
    label: Breathe
    seconds: 60
    pattern: {in: 4, out: 6}
```

## Look

Look around.

```yaml
key: look
fields:
  - key: words
    type: text
    label: What is there?
    sensitive: true
  - key: lines
    type: list
    label: Name some things
    sensitive: false
  - key: small
    type: scale10
    label: How much?
  - key: large
    type: scale100
    label: How much of all?
  - key: next
    type: choice
    label: What next?
    options:
      - {value: rest, label: Rest}
      - {value: walk, label: Walk}
```
"""
# Steps of the forms that hold more than one thing.
LARGER = {
    "key": "more",
    "title": "More",
    "text": "Write it down.",
    "fields": [
        {"key": name, "type": name, "label": name.title(), "sensitive": True, "optional": True}
        for name in ("ladder", "chain", "evidence", "plan")
    ],
}


def read(text: str = FILE) -> dict[str, Any]:
    """Read the small exercise, or a bent one."""
    return source.read(text, file="wait-a-bit.md", slug="wait-a-bit", language="en")


def exercise(**changes: Any) -> dict[str, Any]:
    """Return the small exercise with some of its parts changed."""
    return {**read(), **changes}
