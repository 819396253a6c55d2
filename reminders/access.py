"""Who may see which reminders: a client their own, a clinician their clients' of today."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.errors import NotVisible
from delivery import selectors as delivery_selectors
from delivery.models import ContactPoint, Delivery
from program import access as program_access
from reminders.models import Reminder


def own(person: User) -> QuerySet[Reminder]:
    """Return the person's own reminders."""
    return Reminder.objects.filter(person=person)


def get_own(person: User, reminder_id: UUID) -> Reminder:
    """Return one of the person's own reminders that the app shows; raise NotVisible."""
    found = own(person).filter(pk=reminder_id, state__in=Reminder.SHOWN).first()
    if found is None:
        raise NotVisible
    return found


def of_client(person: User, client_id: UUID) -> tuple[User, QuerySet[Reminder]]:
    """Return a client whom this clinician looks after, and their reminders; raise NotVisible."""
    client = program_access.get_client(person, client_id)
    return client, Reminder.objects.filter(person=client)


def own_points(person: User) -> QuerySet[ContactPoint]:
    """Return where the person can be reached."""
    return delivery_selectors.points_of(person.pk)


def get_own_point(person: User, point_id: UUID) -> ContactPoint:
    """Return one of the person's own contact points; raise NotVisible."""
    found = own_points(person).filter(pk=point_id).first()
    if found is None:
        raise NotVisible
    return found


def dead_letters() -> QuerySet[Delivery]:
    """Return what could not be delivered; row security shows it to administrators."""
    return delivery_selectors.dead_letters()
