"""What passed between Maya and Rosa, a note of Tom's, and how Rosa is. Only for `make run`."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.access import Proof
from accounts.models import Role, User
from backend.demo import key
from core.audit import Actor
from family import services as family_services
from family.models import Category, Consent, Encouragement, SignatureMethod, TeamNote
from family.services import Said, Terms, for_the_same
from program.models import Enrolment, Participant, Program, Session, SessionKind

WANTED = (
    Category.ATTENDANCE,
    Category.STREAK,
    Category.SKILLS_PRACTISED,
    Category.GOALS_MILESTONES,
    Category.SAFETY_CONTACT_ROLE,
    Category.SOBRIETY_MILESTONE,
    Category.CRISIS_CONTACT,
    Category.MESSAGE_OF_THANKS,
    Category.SESSION_INVITATIONS,
)
HEAVY = {"worry": 3, "rest": 3, "alone": 2, "put_off": 2, "careful": 3, "blame": 2, "for_me": 1}


@dataclass(frozen=True)
class Stage:
    """The people, and when it is."""

    maya: User
    rosa: User
    tom: User
    okafor: User
    at: datetime

    def by(self, person: User, role: Role) -> Actor:
        """Return one of them, for the audit trail."""
        return Actor(role=role, id=person.pk)


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast and their consents must be there."""
    names = ("maya", "rosa", "tom", "okafor")
    maya, rosa, tom, okafor = (User.objects.get(pk=key(name)) for name in names)
    stage = Stage(maya, rosa, tom, okafor, at)
    share_more(stage)
    tell(stage)
    ask_to_meeting(stage)
    from_the_family(stage)


def share_more(stage: Stage) -> None:
    """Maya signs that Rosa may also see more of her weeks, be thanked, told, asked and called."""
    consent = Consent.objects.get(client=stage.maya, recipient=stage.rosa, ended_at=None)
    if set(WANTED) <= set(consent.categories):
        return
    signed_at = stage.at - timedelta(days=9)
    terms = Terms(
        relationship=consent.relationship, categories=sorted({*consent.categories, *WANTED})
    )
    family_services.amend(
        consent=consent,
        enrolment=Enrolment.objects.select_related("program", "client").get(client=stage.maya),
        terms=for_the_same(consent, terms),
        proof=Proof(SignatureMethod.PASSWORD, signed_at),
        actor=stage.by(stage.maya, Role.CLIENT),
        at=signed_at,
    )


def tell(stage: Stage) -> None:
    """A note of thanks, a milestone, and that Maya reads what Rosa writes."""
    maya = stage.by(stage.maya, Role.CLIENT)
    family_services.say_thanks(
        client_id=stage.maya.pk,
        to=stage.rosa.pk,
        said=Said(phrase="thanks-for-listening", text="The walk on Sunday helped."),
        submission_id=key("thanks to rosa"),
        actor=maya,
        at=stage.at - timedelta(days=2),
    )
    family_services.share_milestone(
        client_id=stage.maya.pk,
        to=[stage.rosa.pk],
        said=Said(phrase="halfway"),
        submission_id=key("milestone for rosa"),
        actor=maya,
        at=stage.at - timedelta(days=1),
    )
    family_services.choose_notes(
        client_id=stage.maya.pk,
        writer_id=stage.rosa.pk,
        receives=True,
        actor=maya,
        at=stage.at - timedelta(days=8),
    )


def ask_to_meeting(stage: Stage) -> None:
    """A family session in three days, to which Dr. Okafor asked Rosa."""
    starts_at = (stage.at + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)
    session = Session.objects.create(
        id=key("family session"),
        program=Program.objects.get(pk=key("Riverside IOP")),
        kind=SessionKind.FAMILY,
        title="Family session",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=50),
        place="Room 5",
    )
    Participant.objects.create(session=session, client=stage.maya)
    family_services.invite_relative(
        session=session,
        client_id=stage.maya.pk,
        recipient_id=stage.rosa.pk,
        actor=stage.by(stage.okafor, Role.CLINICIAN),
        at=stage.at,
    )


def from_the_family(stage: Stage) -> None:
    """Rosa encourages and looks at how she is; Tom writes to the team.

    Both are written with the role of relatives, which the owner who seeds does not take on.
    """
    Encouragement.objects.create(
        client=stage.maya,
        writer=stage.rosa,
        submission_id=key("note of rosa"),
        phrase="no-need-to-answer",
        written_at=stage.at - timedelta(days=1),
    )
    family_services.take_strain(
        writer=stage.rosa,
        answers=HEAVY,
        submission_id=key("look of rosa"),
        at=stage.at - timedelta(days=4),
    )
    TeamNote.objects.create(
        writer=stage.tom,
        writer_name=stage.tom.name,
        submission_id=key("note of tom"),
        wish="call",
        about="My sister Maya",
        text="She calls me at night. What can I do?",
        phone="617-555-0177",
        written_at=stage.at,
        client=stage.maya,
        linked_at=stage.at,
    )
