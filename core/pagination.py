"""One page shape for every list."""

from rest_framework.pagination import CursorPagination
from rest_framework.response import Response


class Page(CursorPagination):
    """Results and the address of the next page; no totals, which would tell of hidden rows."""

    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    ordering: tuple[str, ...] = ("-created_at",)  # type: ignore[assignment]  # DRF takes both

    def get_paginated_response(self, data: object) -> Response:
        return Response({"results": data, "next": self.get_next_link()})

    def get_paginated_response_schema(self, schema: dict[str, object]) -> dict[str, object]:
        return {
            "type": "object",
            "required": ["results", "next"],
            "properties": {
                "results": schema,
                "next": {"type": "string", "format": "uri", "nullable": True},
            },
        }
