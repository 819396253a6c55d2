"""What the documents name exists: files, commands, settings. No machine of ours is in them."""

import re

import pytest

from tests.guards.house import PACKAGES, ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TEXTS = {str(path.relative_to(ROOT)): path.read_text() for path in DOCUMENTS}
TOP = {path.name for path in ROOT.iterdir() if path.is_dir()} | {"docs"}
NAMES = {path.name for app in (*PACKAGES, "docs") for path in (ROOT / app).rglob("*.*")}
NAMES |= {path.name for path in ROOT.iterdir()}
COMMANDS = {
    path.stem for app in PACKAGES for path in (ROOT / app).glob("management/commands/*.py")
} | {"migrate", "createcachetable", "spectacular", "makemigrations", "shell"}  # Django's own
MADE_LATER = ("var/", "node_modules/", ".venv/", "web/dist/")
AVOIDED = r"\b(session transcript|language model|chatbot|LLM|prompt)\b|/home/|/root/|/tmp/|C:\\\\"


def _paths(text):
    """Return what a document writes in backticks and that looks like a file of ours."""
    for found in re.findall(r"`([^`\s]+)`", text):
        path = found.split(":")[0].rstrip(",.")
        looks_like_one = path.split("/")[0] in TOP and "/" in path
        is_document = path.endswith((".md", ".toml", ".yaml", ".yml", ".py")) and "*" not in path
        if (looks_like_one or is_document) and not path.startswith(MADE_LATER):
            yield path


def _exists(path, beside):
    if any(sign in path for sign in "…<*"):
        return True
    if "/" not in path:
        # A name that each app has, like access.py.
        return path in NAMES or (beside / path).exists()
    return (ROOT / path).exists() or (beside / path).exists()


@pytest.mark.parametrize("name", TEXTS)
def test_files_that_a_document_names_exist(name):
    beside = (ROOT / name).parent

    assert [path for path in _paths(TEXTS[name]) if not _exists(path, beside)] == []


@pytest.mark.parametrize("name", TEXTS)
def test_links_between_documents_lead_somewhere(name):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", TEXTS[name])

    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


@pytest.mark.parametrize("name", TEXTS)
def test_commands_that_a_document_names_exist(name):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))

    made = set(re.findall(r"`make ([a-z-]+)", TEXTS[name]))
    managed = set(re.findall(r"manage\.py ([a-z_]+)", TEXTS[name]))

    assert made - targets == set()
    assert managed - COMMANDS == set()


@pytest.mark.parametrize("name", TEXTS)
def test_documents_are_about_the_product_and_no_machine(name):
    assert re.findall(AVOIDED, TEXTS[name], re.I) == []


def test_decisions_are_numbered_without_gaps_or_twins():
    numbers = sorted(path.name[:4] for path in (ROOT / "docs" / "adr").glob("0*.md"))

    assert len(numbers) == len(set(numbers))
    assert numbers[:8] == [f"{number:04}" for number in range(1, 9)]


@pytest.mark.parametrize("name", [name for name in TEXTS if "docs/adr/0" in name])
def test_a_decision_fits_on_a_page_and_has_its_parts(name):
    headings = re.findall(r"^## (.+)$", TEXTS[name], re.M)

    assert headings == ["Context", "Decision", "Consequences", "Alternatives"]
    assert len(TEXTS[name].split()) <= 450


def test_the_settings_in_the_readme_are_read_by_the_program():
    read = "".join(path.read_text() for path in (ROOT / "backend").rglob("*.py"))
    section = TEXTS["README.md"].partition("## Settings")[2].partition("\n## ")[0]

    named = set(re.findall(r"^\| `([A-Z_]+)`", section, re.M))

    assert named
    assert {name for name in named if f'"{name}"' not in read} == set()
