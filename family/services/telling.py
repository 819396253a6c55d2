"""Tell relatives and staff that there is something, and look once more before it leaves.

Whether a relative may be told is not decided here: it is tried whether they could read the row
right now, with their own role, where row security looks at the consent again.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Role, User
from alerts import selectors as alert_selectors
from core.identity import System, as_relative, lent_to_person
from delivery import services as delivery_services
from delivery.models import Delivery
from delivery.services import Cause
from delivery.wording import Kind
from family.access import meetings as meeting_access
from family.access import team_notes as note_access
from family.access.calls import open_calls
from family.models import CallMe, SessionInvitation, TeamNote
from family.rules.limits import REMIND_BEFORE
from program import selectors as program_selectors

CALL, MEETING, BEFORE = "call", "meeting", "before"
NOTE_PATH = "/inbox"


def cause_of(series: UUID, what: str, key: UUID) -> str:
    """Return the name under which something is told to a relative; a sharing's all begin alike."""
    return f"family:{series}:{what}:{key}"


def _could_read(rows: QuerySet[CallMe] | QuerySet[SessionInvitation], person_id: UUID) -> bool:
    with lent_to_person(person_id, back_to=System.FAMILY):
        if not User.objects.filter(pk=person_id, is_active=True).exists():
            return False  # whoever cannot sign in is told of nothing
        with as_relative():
            return rows.filter(recipient_id=person_id).values("id").exists()


def tell_of_call(*, call_id: UUID, at: datetime) -> None:
    """Tell the one person asked that there is something. Acts as the family part."""
    call = CallMe.objects.filter(pk=call_id).first()
    if call is None or not _could_read(open_calls(at=at).filter(pk=call_id), call.recipient_id):
        return
    cause = Cause(Kind.UPDATE, cause_of(call.series, CALL, call.pk))
    delivery_services.queue(people=[call.recipient_id], cause=cause, due_at=at)


def tell_of_meeting(*, invitation_id: UUID, at: datetime) -> None:
    """Tell the person asked now and, where there is time, a day before. Acts as the family part."""
    row = SessionInvitation.objects.filter(pk=invitation_id).first()
    if row is None:
        return
    rows = meeting_access.standing(at=at).filter(pk=invitation_id)
    if not _could_read(rows, row.recipient_id):
        return
    name = cause_of(row.series, MEETING, row.pk)
    moments = {name: at}
    if row.starts_at - REMIND_BEFORE > at:
        moments[f"{name}:{BEFORE}"] = row.starts_at - REMIND_BEFORE
    for cause, due_at in moments.items():
        delivery_services.queue(
            people=[row.recipient_id], cause=Cause(Kind.UPDATE, cause), due_at=due_at
        )


def useless(leased: Sequence[Delivery], at: datetime) -> dict[UUID, str]:
    """Say which messages to relatives must not leave: those of which they could read nothing now.

    Called by the carrier right before sending, as the family part.
    """
    return {
        row.pk: "nothing to see"
        for row in leased
        if row.person_id and not _still_there(row.cause, row.person_id, at=at)
    }


def _still_there(cause: str, person_id: UUID, *, at: datetime) -> bool:
    _, _, what, key, *rest = [*cause.split(":"), "", "", "", ""]
    if what == CALL:
        return _could_read(open_calls(at=at).filter(pk=key), person_id)
    if what == MEETING:
        rows = meeting_access.standing(at=at).filter(pk=key)
        # Whoever said no is not reminded.
        return _could_read(rows.exclude(answer="no") if BEFORE in rest else rows, person_id)
    return True


def take_in_note(*, note_id: UUID, at: datetime) -> None:
    """Link a note to the one client it can be about, and tell staff of an urgent one.

    Acts as the family part. The rung that is told first, whoever is on call, and the
    administrators: without a link nobody else knows whom to look for.
    """
    note = TeamNote.objects.filter(pk=note_id).first()
    if note is None:
        return
    clients = note_access.shares_or_shared_with(note.writer_id) - {note.writer_id}
    if len(clients) == 1 and note.client_id is None:
        (note.client_id,) = clients
        TeamNote.objects.filter(pk=note.pk, client=None).update(
            client_id=note.client_id, linked_at=at
        )
    if note.urgent:
        cause = Cause(Kind.ALERT, f"{note_access.TOLD}:{note.pk}", NOTE_PATH)
        delivery_services.queue(people=_who_answers(note.client_id, at=at), cause=cause, due_at=at)


def _who_answers(client_id: UUID | None, *, at: datetime) -> set[UUID]:
    administrators = User.objects.filter(roles__contains=[Role.ADMINISTRATOR], is_active=True)
    people = set(administrators.values_list("pk", flat=True))
    program = program_selectors.program_of(person_id=client_id) if client_id else None
    people |= alert_selectors.first_on_call(program_id=program.pk if program else None, at=at)
    if client_id:
        team = program_selectors.care_team_at(client_id=client_id, at=at)
        first = min((place.rung for place in team), default=0)
        people |= {place.clinician_id for place in team if place.rung == first}
    return people
