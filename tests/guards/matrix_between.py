# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of what passes between people, and of notes to the team; see matrix.py."""

from datetime import timedelta
from uuid import uuid4

from backend import demo
from family.models import (
    CallMe,
    Consent,
    SessionInvitation,
    SharedMilestone,
    StrainCheckIn,
    TeamNote,
    ThankYou,
)
from program.models import Participant, Program, Session
from tests.story import STORY_TIME

OPEN: dict[str, str] = {}
HOUR = timedelta(hours=1)

#                                                          nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET    family-phrases/                                            401  200  200  200  200  200  200  200  200  200  200
other  family-phrases/                                            401  405  405  405  405  405  405  405  405  405  405
GET    thanks/                                                    401  200  200  200  404  404  404  404  404  404  404
POST   thanks/                                                    401  404  201  404  404  404  404  404  404  404  404
other  thanks/                                                    401  405  405  405  404  404  404  404  404  404  404
POST   thanks/{maya's thanks}/withdraw/                           401  404  204  404  404  404  404  404  404  404  404
POST   thanks/{nothing}/withdraw/                                 401  404  404  404  404  404  404  404  404  404  404
other  thanks/{maya's thanks}/withdraw/                           401  405  405  405  404  404  404  404  404  404  404
GET    encouragements/                                            401  200  200  200  404  404  404  404  404  404  404
other  encouragements/                                            401  405  405  405  404  404  404  404  404  404  404
GET    encouragements/choices/                                    401  200  200  200  404  404  404  404  404  404  404
other  encouragements/choices/                                    401  405  405  405  404  404  404  404  404  404  404
PUT    encouragements/choices/{rosa}/                             401  404  200  404  404  404  404  404  404  404  404
PUT    encouragements/choices/{nothing}/                          401  404  404  404  404  404  404  404  404  404  404
other  encouragements/choices/{rosa}/                             401  405  405  405  404  404  404  404  404  404  404
GET    shared-milestones/                                         401  200  200  200  404  404  404  404  404  404  404
POST   shared-milestones/                                         401  404  201  404  404  404  404  404  404  404  404
other  shared-milestones/                                         401  405  405  405  404  404  404  404  404  404  404
POST   shared-milestones/{maya's shared milestone}/withdraw/      401  404  204  404  404  404  404  404  404  404  404
POST   shared-milestones/{nothing}/withdraw/                      401  404  404  404  404  404  404  404  404  404  404
other  shared-milestones/{maya's shared milestone}/withdraw/      401  405  405  405  404  404  404  404  404  404  404
GET    call-me/                                                   401  200  200  200  404  404  404  404  404  404  404
POST   call-me/                                                   401  404  201  404  404  404  404  404  404  404  404
other  call-me/                                                   401  405  405  405  404  404  404  404  404  404  404
POST   call-me/{maya's call-me}/withdraw/                         401  404  204  404  404  404  404  404  404  404  404
POST   call-me/{nothing}/withdraw/                                401  404  404  404  404  404  404  404  404  404  404
other  call-me/{maya's call-me}/withdraw/                         401  405  405  405  404  404  404  404  404  404  404
GET    session-invitations/                                       401  200  200  200  404  404  404  404  404  404  404
other  session-invitations/                                       401  405  405  405  404  404  404  404  404  404  404
POST   session-invitations/{rosa's invitation}/withdraw/          401  404  204  404  204  204  404  404  404  404  404
POST   session-invitations/{nothing}/withdraw/                    401  404  404  404  404  404  404  404  404  404  404
other  session-invitations/{rosa's invitation}/withdraw/          401  405  405  405  405  405  405  405  405  405  405
GET    clients/{maya}/session-invitations/                        401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/session-invitations/                         401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/session-invitations/                     401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/session-invitations/                        401  404  404  404  201  201  404  404  404  404  404
POST   clients/{ben}/session-invitations/                         401  404  404  404  404  404  404  404  404  404  404
POST   clients/{nothing}/session-invitations/                     401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/session-invitations/                        401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/session-invitations/people/                 401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/session-invitations/people/                  401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/session-invitations/people/              401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/session-invitations/people/                 401  404  404  404  405  405  405  405  404  404  404
GET    family/encouragements/                                     401  404  404  404  404  404  404  404  200  200  404
POST   family/encouragements/                                     401  404  404  404  404  404  404  404  200  404  404
other  family/encouragements/                                     401  404  404  404  404  404  404  404  405  405  404
GET    family/calls/                                              401  404  404  404  404  404  404  404  200  200  404
other  family/calls/                                              401  404  404  404  404  404  404  404  405  405  404
POST   family/calls/{maya's call-me}/seen/                        401  404  404  404  404  404  404  404  204  404  404
POST   family/calls/{nothing}/seen/                               401  404  404  404  404  404  404  404  404  404  404
other  family/calls/{maya's call-me}/seen/                        401  404  404  404  404  404  404  404  405  405  404
POST   family/calls/{maya's call-me}/answer/                      401  404  404  404  404  404  404  404  204  404  404
POST   family/calls/{nothing}/answer/                             401  404  404  404  404  404  404  404  404  404  404
other  family/calls/{maya's call-me}/answer/                      401  404  404  404  404  404  404  404  405  405  404
GET    family/sessions/                                           401  404  404  404  404  404  404  404  200  200  404
other  family/sessions/                                           401  404  404  404  404  404  404  404  405  405  404
PUT    family/sessions/{rosa's invitation}/answer/                401  404  404  404  404  404  404  404  204  404  404
PUT    family/sessions/{nothing}/answer/                          401  404  404  404  404  404  404  404  404  404  404
other  family/sessions/{rosa's invitation}/answer/                401  404  404  404  404  404  404  404  405  405  404
GET    family/team-notes/                                         401  404  404  404  404  404  404  404  200  200  404
POST   family/team-notes/                                         401  404  404  404  404  404  404  404  202  202  404
other  family/team-notes/                                         401  404  404  404  404  404  404  404  405  405  404
GET    family/support/                                            401  404  404  404  404  404  404  404  200  200  404
other  family/support/                                            401  404  404  404  404  404  404  404  405  405  404
GET    family/strain/                                             401  404  404  404  404  404  404  404  200  200  404
POST   family/strain/                                             401  404  404  404  404  404  404  404  201  201  404
other  family/strain/                                             401  404  404  404  404  404  404  404  405  405  404
DELETE family/strain/{rosa's look}/                               401  404  404  404  404  404  404  404  204  404  404
DELETE family/strain/{nothing}/                                   401  404  404  404  404  404  404  404  404  404  404
other  family/strain/{rosa's look}/                               401  404  404  404  404  404  404  404  405  405  404
GET    team-notes/                                                401  404  404  404  200  200  200  200  404  404  200
other  team-notes/                                                401  404  404  404  405  405  405  405  404  404  405
POST   team-notes/{rosa's note}/acknowledge/                      401  404  404  404  200  200  404  404  404  404  200
POST   team-notes/{tom's note}/acknowledge/                       401  404  404  404  404  404  404  404  404  404  200
POST   team-notes/{nothing}/acknowledge/                          401  404  404  404  404  404  404  404  404  404  404
other  team-notes/{rosa's note}/acknowledge/                      401  404  404  404  405  405  405  405  404  404  405
POST   team-notes/{tom's note}/link/                              401  404  404  404  404  404  404  404  404  404  200
POST   team-notes/{rosa's note}/link/                             401  404  404  404  404  404  404  404  404  404  409
POST   team-notes/{nothing}/link/                                 401  404  404  404  404  404  404  404  404  404  404
other  team-notes/{tom's note}/link/                              401  404  404  404  404  404  404  404  404  404  405
"""
TO_ROSA = ["crisis_contact", "message_of_thanks", "session_invitations", "sobriety_milestone"]


def _new(**body):
    return {"submission_id": str(uuid4()), **body}


BODIES = (
    ("POST thanks/", lambda: _new(to=str(demo.key("rosa")), phrase="thank-you")),
    ("PUT encouragements/choices/.*", lambda: {"receives": True}),
    ("POST shared-milestones/", lambda: _new(to=[str(demo.key("rosa"))], phrase="goal")),
    ("POST call-me/", lambda: _new(to=str(demo.key("rosa")))),
    (
        "POST clients/.*/session-invitations/",
        lambda: {"session": str(demo.key("a free meeting")), "person": str(demo.key("rosa"))},
    ),
    ("POST family/encouragements/", lambda: _new(client=str(demo.key("maya")), phrase="proud")),
    ("PUT family/sessions/.*/answer/", lambda: {"answer": "yes"}),
    ("POST family/team-notes/", lambda: _new(about="my daughter", text="She likes tea.")),
    ("POST family/strain/", lambda: _new(answers={"rest": 2})),
    ("POST team-notes/.*/link/", lambda: {"client": str(demo.key("maya"))}),
)


def _meeting(name, days):
    starts_at = STORY_TIME + timedelta(days=days)
    row = Session.objects.create(
        id=demo.key(name), program=Program.objects.get(name="Riverside IOP"), kind="family",
        title="Family", starts_at=starts_at, ends_at=starts_at + HOUR,
    )  # fmt: skip
    Participant.objects.create(session=row, client_id=demo.key("maya"))
    return row


def _note(name, **linked):
    return TeamNote.objects.create(
        writer_id=demo.key(name), writer_name=name, submission_id=uuid4(), wish="note",
        about="Maya", text="x", written_at=STORY_TIME, **linked,
    )  # fmt: skip


def objects():
    """Make what the table names; Rosa's consent covers what passes between people."""
    maya, rosa = demo.key("maya"), demo.key("rosa")
    consent = Consent.objects.get(client_id=maya, recipient_id=rosa, ended_at=None)
    Consent.objects.filter(pk=consent.pk).update(categories=sorted({*consent.categories, *TO_ROSA}))
    pair = {"client_id": maya, "recipient_id": rosa}
    fresh = {**pair, "submission_id": uuid4()}
    _meeting("a free meeting", 5)
    session = _meeting("an asked meeting", 6)
    linked = {"client_id": maya, "linked_at": STORY_TIME}
    return {
        "rosa": rosa,
        "maya's thanks": ThankYou.objects.create(**fresh, phrase="x", written_at=STORY_TIME).pk,
        "maya's shared milestone": SharedMilestone.objects.create(
            **fresh, phrase="goal", shared_at=STORY_TIME
        ).pk,
        "maya's call-me": CallMe.objects.create(
            **fresh, series=consent.series, pressed_at=STORY_TIME
        ).pk,
        "rosa's invitation": SessionInvitation.objects.create(
            **pair, series=consent.series, session=session, revision=0,
            starts_at=session.starts_at, ends_at=session.ends_at, invited_at=STORY_TIME,
            invited_by_id=demo.key("okafor"),
        ).pk,
        "rosa's note": _note("rosa", **linked).pk,
        "tom's note": _note("tom").pk,
        "rosa's look": StrainCheckIn.objects.create(
            writer_id=rosa, submission_id=uuid4(), form_version="x", answers='{"rest": 1}',
            answered_at=STORY_TIME,
        ).pk,
    }  # fmt: skip
