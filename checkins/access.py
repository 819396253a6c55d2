"""Who may see what a client reported: the client it is about, and their clinicians of today."""

from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import User
from checkins.models import CheckIn, DiaryCard, DiaryTarget, Lapse, PersonalItem, UrgeLog
from core.errors import NotVisible
from program import access as program_access


def visible_to(person: User) -> QuerySet[CheckIn]:
    """Return the person's own check-ins and those of the clients they look after today."""
    clients = program_access.clients_visible_to(person).values("pk")
    return CheckIn.objects.filter(Q(client=person) | Q(client__in=clients))


def own(person: User) -> QuerySet[CheckIn]:
    """Return the person's own check-ins."""
    return CheckIn.objects.filter(client=person)


def get_own(person: User, check_in_id: UUID) -> CheckIn:
    """Return one of the person's own check-ins; raise NotVisible."""
    found = own(person).filter(pk=check_in_id).first()
    if found is None:
        raise NotVisible
    return found


def of_client(person: User, client_id: UUID) -> QuerySet[CheckIn]:
    """Return the check-ins of one client that a clinician looks after; raise NotVisible."""
    return visible_to(person).filter(client=program_access.get_client(person, client_id))


def own_cards(person: User) -> QuerySet[DiaryCard]:
    """Return the person's own diary cards."""
    return DiaryCard.objects.filter(client=person)


def cards_of_client(person: User, client_id: UUID) -> QuerySet[DiaryCard]:
    """Return the diary cards of one client that a clinician looks after; raise NotVisible."""
    return DiaryCard.objects.filter(client=program_access.get_client(person, client_id))


def own_targets(person: User) -> QuerySet[DiaryTarget]:
    """Return what is asked on the person's own diary card, now and before."""
    return DiaryTarget.objects.filter(client=person)


def targets_of_client(person: User, client_id: UUID) -> QuerySet[DiaryTarget]:
    """Return the targets of one client that a clinician looks after; raise NotVisible."""
    return DiaryTarget.objects.filter(client=program_access.get_client(person, client_id))


def get_target_of_client(person: User, client_id: UUID, target_id: UUID) -> DiaryTarget:
    """Return one of them; raise NotVisible."""
    found = targets_of_client(person, client_id).filter(pk=target_id).first()
    if found is None:
        raise NotVisible
    return found


def own_items(person: User) -> QuerySet[PersonalItem]:
    """Return what the person's own check-in asks besides the rest, now and before."""
    return PersonalItem.objects.filter(client=person)


def items_of_client(person: User, client_id: UUID) -> QuerySet[PersonalItem]:
    """Return the items of one client that a clinician looks after; raise NotVisible."""
    return PersonalItem.objects.filter(client=program_access.get_client(person, client_id))


def get_item_of_client(person: User, client_id: UUID, item: UUID) -> PersonalItem:
    """Return the newest version of one of them; raise NotVisible."""
    versions = items_of_client(person, client_id).filter(item=item).order_by("-version")
    found = versions.first()
    if found is None:
        raise NotVisible
    return found


def own_urges(person: User) -> QuerySet[UrgeLog]:
    """Return the urges that the person logged."""
    return UrgeLog.objects.filter(client=person)


def urges_of_client(person: User, client_id: UUID) -> QuerySet[UrgeLog]:
    """Return the urges of one client that a clinician looks after; raise NotVisible."""
    return UrgeLog.objects.filter(client=program_access.get_client(person, client_id))


def own_lapses(person: User) -> QuerySet[Lapse]:
    """Return the lapses that the person reported."""
    return Lapse.objects.filter(client=person)


def lapses_of_client(person: User, client_id: UUID) -> QuerySet[Lapse]:
    """Return the lapses of one client that a clinician looks after; raise NotVisible."""
    return Lapse.objects.filter(client=program_access.get_client(person, client_id))
