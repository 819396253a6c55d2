"""An app shows the others its public face and keeps the rest to itself.

The import contracts in pyproject.toml keep the order; they cannot see a downward import of
another app's views or serializers.
"""

import ast

from tests.guards.house import APPS, imports_of, module_of, python_files, tree_of

FACE = {"models", "selectors", "services", "access", "events"}
# core is a box of tools: all of it may be used.
SHARED = {
    "delivery.wording": "a sender names its kind of message, and the texts live with the kinds",
    "accounts.serializers": "a person is named in the same shape everywhere",
    "skills.rules": "how a content file is read and checked is the same for exercises and lessons",
    "program.rules": "in which week somebody is, is the program's own arithmetic",
    "program.views": "of which program a door speaks is found in one place",
    "delivery.channels": "whether an address outside may be called is asked before it is kept",
    "plans.disclosures": "that a plan was read is noted in one way, whoever shows it",
    "plans.serializers": "a plan is shown in the same shape to everybody who may read it",
    "progress.rules": "the words of a milestone are the same wherever it is named",
    "progress.serializers": "a paper for a session says what its screen says",
    "family.texts": "a copy of one's own data names what is shared as the consent does",
    "checkins.rules": "what counts as late is the check-in's own arithmetic",
}


def _foreign_imports() -> set[tuple[str, str]]:
    """Return (importing module, imported module) across the borders of apps."""
    found = set()
    for path in python_files(*APPS):
        own = path.parts[-2] if path.parts[-2] in APPS else module_of(path).split(".")[0]
        for name in imports_of(tree_of(path)):
            app, _, rest = name.partition(".")
            if app in APPS and app not in {own, "core"} and rest:
                found.add((module_of(path), f"{app}.{rest.split('.')[0]}"))
    return found


def test_apps_use_only_each_others_public_faces():
    behind_the_face = sorted(
        f"{importer} imports {imported}"
        for importer, imported in _foreign_imports()
        if imported.split(".")[1] not in FACE and imported not in SHARED
    )

    assert behind_the_face == []


def test_every_exception_to_the_public_faces_is_still_needed():
    used = {imported for _, imported in _foreign_imports()}

    assert set(SHARED) - used == set()


def test_imports_between_our_modules_stand_at_the_top_of_the_file():
    hidden = []
    for path in python_files(*APPS, "backend"):
        tree = tree_of(path)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                hidden += [
                    f"{module_of(path)}.{function.name} imports {name}"
                    for name in imports_of(function)
                    if name.split(".")[0] in {*APPS, "backend"}
                ]

    assert hidden == []
