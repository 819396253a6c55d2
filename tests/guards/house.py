"""What the guards walk over: our files, our models, our routes. No guard itself."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
# In their order: an app imports only those before it. `backend` puts them together.
APPS = tuple(
    config.name
    for config in apps.get_app_configs()
    if Path(config.path).parent == ROOT and config.name != "backend"
)
PACKAGES = (*APPS, "backend")


def python_files(*packages: str) -> list[Path]:
    """Return the written Python files of these packages; migrations are generated."""
    return sorted(
        path
        for package in packages
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
    )


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a file as Python reads it; several guards walk over the same ones."""
    return ast.parse(path.read_text())


def module_of(path: Path) -> str:
    """Return the dotted name of a file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of every module and object that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def our_models() -> list[type[models.Model]]:
    """Return every model of our own apps."""
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


@dataclass(frozen=True)
class Route:
    """One address of the URL map and what answers there."""

    path: str
    name: str
    view: Any


def routes() -> list[Route]:
    """Return every route of the program's own URL map, allauth's aside."""
    return [route for route in _walk(get_resolver(), "") if not route.path.startswith("_allauth/")]


def api_routes() -> list[Route]:
    """Return every route below /api/v1/, without that prefix."""
    prefix = "api/v1/"
    return [
        Route(route.path.removeprefix(prefix), route.name, route.view)
        for route in routes()
        if route.path.startswith(prefix)
    ]


def _walk(resolver: URLResolver, prefix: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, path)
        elif isinstance(entry, URLPattern):
            yield Route(path, entry.name or "", getattr(entry.callback, "cls", entry.callback))
