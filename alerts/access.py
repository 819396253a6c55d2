"""Who may see an alert: the clinicians who look after its client today, and who was told of it."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from accounts.models import User
from alerts import selectors
from alerts.models import Alert, Charge, Mirror
from core.errors import NotVisible
from program import access as program_access


def visible_to(person: User) -> QuerySet[Alert]:
    """Return the alerts of the clients whom this clinician looks after today.

    And of those for whom they answer because they were on call, or were named.
    """
    clients = program_access.memberships_in_force(person).values("client_id")
    # The moment is the database's, so that this filter and row security never disagree.
    told = Charge.objects.filter(person=person, until__gt=Now()).values("client_id")
    return Alert.objects.filter(Q(client_id__in=clients) | Q(client_id__in=told))


def get_for(person: User, alert_id: UUID) -> Alert:
    """Return one of them; raise NotVisible."""
    found = visible_to(person).filter(pk=alert_id).first()
    if found is None:
        raise NotVisible
    return found


def get_unreachable(alert_id: UUID) -> Alert:
    """Return an alert of which nobody could be reached, for an administrator; raise NotVisible."""
    found = selectors.unreachable().filter(pk=alert_id).first()
    if found is None:
        raise NotVisible
    return found


def own_mirror(person: User) -> QuerySet[Mirror]:
    """Return what a client may know of the alerts about them."""
    return Mirror.objects.filter(client=person).select_related("seen_by")


def client_to_reach(person: User, client_id: UUID) -> User:
    """Return a client whom this clinician looks after, or answers for; raise NotVisible."""
    told = Charge.objects.filter(person=person, until__gt=Now(), client=client_id)
    if told.exists():
        return User.objects.get(pk=client_id)
    return program_access.get_client(person, client_id)
