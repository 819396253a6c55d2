"""Who may: roles as permissions of views, and which people a person may see."""

from typing import TYPE_CHECKING
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.db.models import QuerySet
from django.http import HttpRequest
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.models import Invitation, Role, User
from core.audit import Actor
from core.errors import NotVisible

if TYPE_CHECKING:
    from rest_framework.views import APIView


def person_of(request: Request | HttpRequest) -> User:
    """Return who is asking; raise NotVisible when nobody is (a view that forgot its permission)."""
    if not isinstance(request.user, User):
        raise NotVisible
    return request.user


def address_of(request: Request | HttpRequest) -> str | None:
    """Return the address that a request came from, beyond the proxies that are ours."""
    found: str | None = get_adapter().get_client_ip(getattr(request, "_request", request))
    return found or None


def actor_of(request: Request, role: Role) -> Actor:
    """Return who is asking, for the audit trail."""
    return Actor(
        role=role, id=person_of(request).pk, address=request.META.get("REMOTE_ADDR") or None
    )


class SignedIn(BasePermission):
    """Anyone with an account."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.user, User)


class _HoldsRole(BasePermission):
    """One role. To everyone else who is signed in, the route does not exist."""

    role: Role

    def has_permission(self, request: Request, view: "APIView") -> bool:
        if not isinstance(request.user, User):
            return False
        if not request.user.has_role(self.role):
            raise NotVisible
        return True


class IsClient(_HoldsRole):
    role = Role.CLIENT


class IsFamily(_HoldsRole):
    role = Role.FAMILY


class IsClinician(_HoldsRole):
    role = Role.CLINICIAN


class IsAdministrator(_HoldsRole):
    role = Role.ADMINISTRATOR


class IsStaff(BasePermission):
    """Clinicians and administrators. To everyone else who is signed in, the route is not there."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        if not isinstance(request.user, User):
            return False
        if not request.user.is_staff_member:
            raise NotVisible
        return True


def waiting_invitations() -> QuerySet[Invitation]:
    """Return the invitations that nobody has accepted or taken back, as an administrator sees."""
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None)


def get_invitation(invitation_id: UUID) -> Invitation:
    """Return an invitation that an administrator sees, whatever became of it; raise NotVisible."""
    found = Invitation.objects.filter(pk=invitation_id).first()
    if found is None:
        raise NotVisible
    return found


def asking(request: HttpRequest) -> User | None:
    """Return the signed-in person of a request to the API, or None."""
    person = getattr(request, "app_user", None) or request.user
    return person if isinstance(person, User) else None


def second_factor(request: HttpRequest, person: User) -> str:
    """Return done, needed or not_required for this person in this session."""
    if not person.is_staff_member:
        return "not_required"
    records = get_authentication_records(request, person)
    return "done" if any(record["method"] == "mfa" for record in records) else "needed"
