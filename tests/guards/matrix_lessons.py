# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of lessons; see matrix.py.

Lessons are open to everybody. What one did with them is reached without naming anybody, so there is
no row in which somebody asks for another's.
"""

from lessons.models import Lesson
from lessons.rules import source
from skills.rules.parts import version_of
from tests.guards.house import ROOT
from tests.story import STORY_TIME

OPEN = {
    "public/lessons/": "reading needs no account, so that it confirms nothing",
    "public/lessons/{a lesson}/": "as the list",
    "public/lessons/{no lesson}/": "as the list",
}

#                                             nobody  stranger  maya  ben  okafor  nadia  lee  grace  rosa  tom  ada
TABLE = """
GET   public/lessons/                                200  200  200  200  200  200  200  200  200  200  200
other public/lessons/                                405  405  405  405  405  405  405  405  405  405  405
GET   public/lessons/{a lesson}/                     200  200  200  200  200  200  200  200  200  200  200
GET   public/lessons/{no lesson}/                    404  404  404  404  404  404  404  404  404  404  404
other public/lessons/{a lesson}/                     405  405  405  405  405  405  405  405  405  405  405
GET   lessons/                                       401  200  200  200  200  200  200  200  200  200  200
other lessons/                                       401  405  405  405  405  405  405  405  405  405  405
GET   lessons/preferences/                           401  200  200  200  200  200  200  200  200  200  200
PUT   lessons/preferences/                           401  200  200  200  200  200  200  200  200  200  200
other lessons/preferences/                           401  405  405  405  405  405  405  405  405  405  405
GET   lessons/{a lesson}/                            401  200  200  200  200  200  200  200  200  200  200
GET   lessons/{no lesson}/                           401  404  404  404  404  404  404  404  404  404  404
other lessons/{a lesson}/                            401  405  405  405  405  405  405  405  405  405  405
PUT   lessons/{a lesson}/progress/                   401  200  200  200  200  200  200  200  200  200  200
PUT   lessons/{no lesson}/progress/                  401  404  404  404  404  404  404  404  404  404  404
other lessons/{a lesson}/progress/                   401  405  405  405  405  405  405  405  405  405  405
PUT   lessons/{a lesson}/check/                      401  200  200  200  200  200  200  200  200  200  200
PUT   lessons/{no lesson}/check/                     401  404  404  404  404  404  404  404  404  404  404
other lessons/{a lesson}/check/                      401  405  405  405  405  405  405  405  405  405  405
GET   lessons/{a lesson}/reflections/                401  200  200  200  200  200  200  200  200  200  200
GET   lessons/{no lesson}/reflections/               401  404  404  404  404  404  404  404  404  404  404
PUT   lessons/{a lesson}/reflections/                401  200  200  200  200  200  200  200  200  200  200
PUT   lessons/{no lesson}/reflections/               401  404  404  404  404  404  404  404  404  404  404
other lessons/{a lesson}/reflections/                401  405  405  405  405  405  405  405  405  405  405
"""

NAME = "02-depression"
CONTENT = (ROOT / "lessons" / "content" / "en" / f"{NAME}.md").read_text(encoding="utf-8")
LESSON = source.read(CONTENT, file=NAME, name=NAME, language="en")
SENT = {"version": version_of(LESSON), "recorded_at": STORY_TIME.isoformat()}

BODIES = (
    ("PUT lessons/preferences/", lambda: {"relationships": ["parent"]}),
    ("PUT lessons/.*progress/", lambda: {**SENT, "section": 1}),
    ("PUT lessons/.*check/", lambda: {**SENT, "answers": {LESSON["check"][0]["key"]: 1}}),
    (
        "PUT lessons/.*reflections/",
        lambda: {**SENT, "answers": {LESSON["reflection"][0]["key"]: "x"}},
    ),
)


def objects():
    """Publish one lesson, unless all are."""
    version = version_of(LESSON)
    if not Lesson.objects.filter(slug=LESSON["slug"], version=version, current=True).exists():
        Lesson.objects.update(current=False)
        Lesson.objects.create(
            slug=LESSON["slug"], language="en", version=version, position=LESSON["position"],
            content=LESSON, published_at=STORY_TIME,
        )  # fmt: skip
    return {"a lesson": LESSON["slug"], "no lesson": "no-such-lesson"}
