"""What alerts does when others have news. Each handler translates and makes one call."""

from datetime import datetime
from uuid import UUID

from alerts import escalation, events, services, telling
from alerts.services import contact
from checkins import events as checkin_events
from core.identity import System
from core.outbox import subscribe
from delivery import events as delivery_events
from questionnaires import events as questionnaire_events


@subscribe(checkin_events.SUBMITTED, acts_as=System.ASSESSOR)
def on_checkin_submitted(*, check_in_id: UUID, client_id: UUID, at: datetime) -> None:
    """Assess new answers."""
    services.assess_check_in(check_in_id=check_in_id, at=at)


@subscribe(checkin_events.CORRECTED, acts_as=System.ASSESSOR)
def on_checkin_corrected(*, check_in_id: UUID, client_id: UUID, at: datetime) -> None:
    """Assess amended answers."""
    services.assess_check_in(check_in_id=check_in_id, at=at)


@subscribe(checkin_events.SUBMITTED, acts_as=System.ASSESSOR)
def on_checkin_to_score(*, check_in_id: UUID, client_id: UUID, at: datetime) -> None:
    """Score a client's days. Apart from the rules: what fails here holds up no safety rule."""
    services.score_check_in(check_in_id=check_in_id, at=at)


@subscribe(checkin_events.CORRECTED, acts_as=System.ASSESSOR)
def on_corrected_to_score(*, check_in_id: UUID, client_id: UUID, at: datetime) -> None:
    """Score them anew when a day changed."""
    services.score_check_in(check_in_id=check_in_id, at=at)


@subscribe(checkin_events.CARD_RECEIVED, acts_as=System.ASSESSOR)
def on_diary_card_received(*, card_id: UUID, client_id: UUID, at: datetime) -> None:
    """Assess a diary card."""
    services.assess_diary_card(card_id=card_id, at=at)


@subscribe(checkin_events.URGE_LOGGED, acts_as=System.ASSESSOR)
def on_urge_logged(*, urge_id: UUID, client_id: UUID, at: datetime) -> None:
    """Assess a logged urge."""
    services.assess_urge(urge_id=urge_id, at=at)


@subscribe(checkin_events.LAPSE_REPORTED, acts_as=System.ASSESSOR)
def on_lapse_reported(*, lapse_id: UUID, client_id: UUID, at: datetime) -> None:
    """Assess a lapse."""
    services.assess_lapse(lapse_id=lapse_id, at=at)


@subscribe(questionnaire_events.CRITICAL, acts_as=System.ASSESSOR)
def on_questionnaire_critical(*, critical_answer_id: UUID, client_id: UUID, at: datetime) -> None:
    """Assess an answer that somebody must look at."""
    services.assess_critical_answer(critical_answer_id=critical_answer_id, at=at)


@subscribe(questionnaire_events.FOLLOWED_UP, acts_as=System.ASSESSOR)
def on_questionnaire_followed_up(*, follow_up_id: UUID, client_id: UUID, at: datetime) -> None:
    """Assess what was said after such an answer."""
    services.assess_follow_up(follow_up_id=follow_up_id, at=at)


@subscribe(delivery_events.FAILED, acts_as=System.ASSESSOR)
def on_delivery_failed(*, delivery_id: UUID, at: datetime) -> None:
    """Climb the ladder when an alert's message was not delivered."""
    escalation.on_undelivered(delivery_id=delivery_id, at=at)


@subscribe(events.REOPENED, acts_as=System.ASSESSOR)
def on_reopened(*, alert_id: UUID, at: datetime) -> None:
    """Tell an alert that somebody opened again."""
    escalation.tell_again(alert_id=alert_id, at=at)


@subscribe(events.ASSIGNED, acts_as=System.ASSESSOR)
def on_assigned(*, alert_id: UUID, person_id: UUID, at: datetime) -> None:
    """Tell whoever was given an alert."""
    escalation.tell_owner(alert_id=alert_id, person_id=person_id, at=at)


@subscribe(events.PAGER_TRIED, acts_as=System.ASSESSOR)
def on_pager_tried(*, pager_id: UUID, at: datetime) -> None:
    """Call a pager for a trial."""
    telling.try_out(pager_id=pager_id, at=at)


@subscribe(events.CONTACT_ASKED, acts_as=System.ASSESSOR)
def on_contact_asked(*, contact_id: UUID, client_id: UUID, at: datetime) -> None:
    """Keep that a client wants to be contacted."""
    contact.assess_contact(contact_id=contact_id, at=at)
