"""DenyAll, the default of every view. Each view states its own permission."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:
    from rest_framework.views import APIView


class DenyAll(BasePermission):
    """Refuse everybody; a view that forgot to say who may call it is closed."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return False
