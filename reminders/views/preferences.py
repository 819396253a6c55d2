"""Doors of how a person wants to be reminded, and where they can be reached."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, SignedIn, actor_of, person_of, require_shown
from accounts.models import Role, User
from core import clock
from core.pagination import Page
from delivery import selectors as delivery_selectors
from delivery import services as delivery_services
from delivery.models import Channel
from reminders import access, selectors, services
from reminders.serializers.preferences import (
    CodeInput,
    ConfirmationOutput,
    ContactPointOutput,
    PauseInput,
    PhoneInput,
    PreferencesInput,
    PreferencesOutput,
    PushInput,
    PushKeyOutput,
    TrialCameInput,
)


def _shown(person: User) -> dict[str, Any]:
    shown = {
        "person": person,
        "preference": selectors.preference_of(person.pk),
        "kinds": selectors.chosen_by(person.pk),
        "channels_on": delivery_selectors.switched_on(),
        "push_key": delivery_selectors.push_key(),
    }
    return dict(PreferencesOutput(shown).data)


class Preferences(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=PreferencesOutput)
    def get(self, request: Request) -> Response:
        """Read how I want to be reminded."""
        return Response(_shown(person_of(request)))

    @extend_schema(request=PreferencesInput, responses=PreferencesOutput)
    def put(self, request: Request) -> Response:
        """Say how I want to be reminded; holds from the next minute on."""
        shape = PreferencesInput(data=request.data)
        shape.is_valid(raise_exception=True)
        person = person_of(request)

        services.set_preferences(
            person=person, wanted=shape.validated_data, actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )  # fmt: skip

        return Response(_shown(person))


class Pause(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=PauseInput, responses=PreferencesOutput)
    def post(self, request: Request) -> Response:
        """Send me nothing until a moment, 90 days ahead at most; null ends the pause."""
        shape = PauseInput(data=request.data)
        shape.is_valid(raise_exception=True)
        person = person_of(request)

        services.pause(
            person=person, until=shape.validated_data["until"],
            actor=actor_of(request, Role.CLIENT), at=clock.now(),
        )  # fmt: skip

        return Response(_shown(person))


class ContactPointPage(Page):
    ordering = ("created_at", "pk")


class ContactPoints(APIView):
    permission_classes = (SignedIn,)
    pagination_class = ContactPointPage

    @extend_schema(responses=ContactPointOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read where I can be reached, what was retired too."""
        page = ContactPointPage()
        found = page.paginate_queryset(access.own_points(person_of(request)), request, view=self)
        return page.get_paginated_response(ContactPointOutput(found, many=True).data)


class AddPhone(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=PhoneInput, responses={201: ContactPointOutput})
    def post(self, request: Request) -> Response:
        """Add a telephone for texts, after showing once more who asks: a code is sent to it."""
        shape = PhoneInput(data=request.data)
        shape.is_valid(raise_exception=True)
        person, at = person_of(request), clock.now()
        require_shown(request, at=at)

        point = delivery_services.ask_for_phone(
            person_id=person.pk, number=shape.validated_data["number"], language=person.language,
            at=at,
        )  # fmt: skip

        return Response(_point(person, point.pk), status=201)


class ConfirmPhone(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=CodeInput, responses=ConfirmationOutput)
    def post(self, request: Request, point_id: UUID) -> Response:
        """Give back the code: the right one switches texts to this number on."""
        shape = CodeInput(data=request.data)
        shape.is_valid(raise_exception=True)
        point = access.get_own_point(person_of(request), point_id)

        result = delivery_services.confirm_phone(
            point=point, code=shape.validated_data["code"], at=clock.now()
        )

        return Response(ConfirmationOutput(result).data)


class AddPush(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=PushKeyOutput)
    def get(self, request: Request) -> Response:
        """Read what a browser needs to subscribe."""
        return Response(PushKeyOutput({"push_key": delivery_selectors.push_key()}).data)

    @extend_schema(request=PushInput, responses={201: ContactPointOutput})
    def post(self, request: Request) -> Response:
        """Add this browser, renew its keys, or say which one it replaces."""
        shape = PushInput(data=request.data)
        shape.is_valid(raise_exception=True)
        given, person = shape.validated_data, person_of(request)
        subscription = delivery_services.Subscription(given["endpoint"], **given["keys"])

        point = delivery_services.add_push(
            person_id=person.pk, subscription=subscription, label=given["label"],
            replaces=given["replaces"], at=clock.now(),
        )  # fmt: skip

        return Response(_point(person, point.pk), status=201)


class TrialCame(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(request=TrialCameInput, responses={204: None})
    def post(self, request: Request) -> Response:
        """Say that a trial has come; the answer is the same whether it is known or not."""
        shape = TrialCameInput(data=request.data)
        shape.is_valid(raise_exception=True)

        delivery_services.note_trial_came(message=shape.validated_data["message"], at=clock.now())

        return Response(status=204)


class OneContactPoint(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, point_id: UUID) -> Response:
        """Remove a browser, or a telephone after showing once more who asks."""
        at, point = clock.now(), access.get_own_point(person_of(request), point_id)
        if point.channel == Channel.SMS and point.active:
            require_shown(request, at=at)

        delivery_services.remove_point(point=point, at=at)

        return Response(status=204)


class TryContactPoint(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=None, responses={202: ContactPointOutput})
    def post(self, request: Request, point_id: UUID) -> Response:
        """Send a trial to one device, six times an hour at most."""
        person = person_of(request)
        point = access.get_own_point(person, point_id)

        delivery_services.try_out(point=point, at=clock.now())

        return Response(_point(person, point.pk), status=202)


def _point(person: User, point_id: UUID) -> dict[str, Any]:
    return dict(ContactPointOutput(access.get_own_point(person, point_id)).data)
