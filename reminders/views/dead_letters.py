"""Doors of what could not be delivered, and of what people text back."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.parsers import FormParser
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role
from core import clock
from core.errors import NotVisible
from core.pagination import Page
from delivery import services as delivery_services
from reminders import access
from reminders.serializers.reminders import (
    DeadLetterOutput,
    ReplayInput,
    ReplayOutput,
    TextReplyInput,
)


class DeadLetterPage(Page):
    ordering = ("-settled_at", "pk")


class DeadLetters(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = DeadLetterPage

    @extend_schema(responses=DeadLetterOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read what was given up on, the newest first."""
        page = DeadLetterPage()
        found = page.paginate_queryset(access.dead_letters(), request, view=self)
        return page.get_paginated_response(DeadLetterOutput(found, many=True).data)


class ReplayDeadLetters(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ReplayInput, responses=ReplayOutput)
    def post(self, request: Request) -> Response:
        """Try some of them again, from the first attempt."""
        shape = ReplayInput(data=request.data)
        shape.is_valid(raise_exception=True)

        replayed = delivery_services.replay(
            actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now(), **shape.validated_data
        )

        return Response(ReplayOutput({"replayed": replayed}).data)


class TextReplies(APIView):
    """Called by the text-message provider and nobody else: its signature is the permission."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    parser_classes = (FormParser,)

    @extend_schema(request=TextReplyInput, responses={204: None})
    def post(self, request: Request) -> Response:
        """Take in what somebody texted back: STOP and START count, all else is forgotten."""
        given: Any = request.data  # a form
        fields = {name: str(value) for name, value in given.items()}
        signature = request.headers.get("X-Twilio-Signature", "")
        if not delivery_services.is_from_the_provider(fields=fields, signature=signature):
            raise NotVisible

        delivery_services.hear_reply(
            number=fields.get("From", ""), words=fields.get("Body", ""), at=clock.now()
        )

        return Response(status=204)
