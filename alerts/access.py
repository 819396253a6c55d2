"""Who may see an alert: the clinicians who look after its client today."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from alerts.models import Alert
from core.errors import NotVisible
from program import access as program_access


def visible_to(person: User) -> QuerySet[Alert]:
    """Return the alerts of the clients whom this clinician looks after today."""
    clients = program_access.memberships_in_force(person).values("client_id")
    return Alert.objects.filter(client_id__in=clients)


def get_for(person: User, alert_id: UUID) -> Alert:
    """Return one of them; raise NotVisible."""
    found = visible_to(person).filter(pk=alert_id).first()
    if found is None:
        raise NotVisible
    return found
