"""The committed API document says what the program does; the web client is generated from it."""

import re
from functools import cache

from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from drf_spectacular.validation import validate_schema

from tests.guards.house import ROOT, api_routes

COMMITTED = ROOT / "backend" / "openapi.yaml"


def _generated():
    return SchemaGenerator().get_schema(request=None, public=True)


@cache
def _document():
    """Return what is generated, made once: nobody here changes it."""
    return _generated()


def test_the_committed_document_is_what_the_program_generates():
    text = OpenApiYamlRenderer().render(_document(), renderer_context={}).decode()

    assert text == COMMITTED.read_text(), "Run make openapi."


def test_the_document_is_valid_and_was_made_without_a_warning():
    with GENERATOR_STATS.silence():
        schema = _generated()

    validate_schema(schema)
    assert not GENERATOR_STATS


def test_every_route_is_in_the_document():
    documented = set(_document()["paths"])

    routes = {f"/api/v1/{_braces(route.path)}" for route in api_routes()}

    assert routes - documented == {"/api/v1/schema/"}


def _braces(path):
    """Write <uuid:alert_id> as the document does: {alert_id}."""
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path)


def test_every_operation_names_the_one_error_shape():
    for path, operations in _document()["paths"].items():
        for method, operation in operations.items():
            refusal = operation["responses"]["404"]["content"]["application/json"]["schema"]

            assert refusal == {"$ref": "#/components/schemas/Problem"}, (method, path)
