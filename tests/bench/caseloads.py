"""Two clinicians, one with 200 clients and one with 10,000, each with weeks of answers.

Run as the owner: `python -m tests.bench.caseloads 200 10000`; prints one session key a line.
"""

import os
import sys
import time
from datetime import timedelta
from uuid import uuid4

import django

DAYS, SILENT_EVERY, ALERT_EVERY, MISSED_EVERY = 21, 9, 10, 6


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    django.setup()
    from program.models import Program

    program = Program.objects.create(
        name="Bench", timezone="UTC", daytime_phone="617-555-0100", on_call_phone="617-555-0199"
    )
    for size in map(int, sys.argv[1:]):
        print(_clinician_with(size, program))


def _clinician_with(size: int, program):  # type: ignore[no-untyped-def]  # models load late
    """Make one clinician, their clients, and what became of them; return a session key."""
    from accounts.models import User

    clinician = User.objects.create(
        email=f"{uuid4()}@example.org", name=f"Cares for {size}", roles=["clinician"], password="!"
    )
    clients = User.objects.bulk_create(
        [
            User(email=f"{uuid4()}@example.org", name=f"Client {n}", roles=["client"], password="!")
            for n in range(size)
        ],
        batch_size=1000,
    )
    _enrol(clients, clinician, program)
    _answers(clients)
    _alerts(clients)
    _sessions(clients, clinician, program)
    return _session(clinician)


def _enrol(clients, clinician, program) -> None:  # type: ignore[no-untyped-def]
    from core import clock
    from program.models import CareTeamMember, Enrolment

    since = clock.now().date() - timedelta(days=40)
    Enrolment.objects.bulk_create(
        (
            Enrolment(client=one, program=program, level_of_care="iop", active_from=since)
            for one in clients
        ),
        batch_size=1000,
    )
    CareTeamMember.objects.bulk_create(
        (
            CareTeamMember(
                client=one, clinician=clinician, program=program, role="therapist",
                active_from=since,
            )
            for one in clients
        ),
        batch_size=1000,
    )  # fmt: skip


def _answers(clients) -> None:  # type: ignore[no-untyped-def]
    from checkins.models import CheckIn
    from core import clock

    now = clock.now()
    CheckIn.objects.bulk_create(
        (
            CheckIn(
                client=one, submission_id=uuid4(), on=now.date() - timedelta(days=back),
                timezone="UTC", recorded_at=now, received_at=now, mood=(place + back) % 11,
                craving=(place * back) % 11,
            )
            for place, one in enumerate(clients)
            for back in range(place % SILENT_EVERY, DAYS)
            if (place + back) % 5
        ),
        batch_size=2000,
    )  # fmt: skip


def _alerts(clients) -> None:  # type: ignore[no-untyped-def]
    from alerts.models import Alert, Assessment
    from core import clock

    now = clock.now()
    for place, one in enumerate(clients[::ALERT_EVERY]):
        tier = "high" if place % 3 == 0 else "medium"
        assessment = Assessment.objects.create(
            client=one, cause="bench", on=now.date(), rule_version="bench", tier=tier,
            family="signs", reasons=[], assessed_at=now,
        )  # fmt: skip
        due = now + timedelta(hours=place % 50 - 25)
        Alert.objects.create(
            client=one, assessment=assessment, family="signs", tier=tier, raised_at=now,
            due_at=due, due_by=due,
        )  # fmt: skip


def _sessions(clients, clinician, program) -> None:  # type: ignore[no-untyped-def]
    """A group of ten a weekday, for two weeks back and one ahead."""
    from core import clock
    from program.models import Participant, Session

    now = clock.now().replace(minute=0, second=0, microsecond=0)
    days = [now + timedelta(days=back) for back in range(-13, 8) if back % 7 < 5]
    groups = [clients[start : start + 10] for start in range(0, len(clients), 10)]
    made = Session.objects.bulk_create(
        [
            Session(program=program, kind="group", title="Group", starts_at=day,
                    ends_at=day + timedelta(hours=1))
            for day in days
            for _ in groups
        ],
        batch_size=1000,
    )  # fmt: skip
    rows = [
        (session, one)
        for session, group in zip(made, groups * len(days), strict=True)
        for one in group
    ]
    Participant.objects.bulk_create(
        (
            Participant(
                session=session, client=one,
                **(
                    {
                        "attendance": "absent" if place % MISSED_EVERY == 0 else "present",
                        "attendance_at": now, "attendance_by": clinician,
                    }
                    if session.starts_at < now
                    else {}
                ),
            )
            for place, (session, one) in enumerate(rows)
        ),
        batch_size=2000,
    )  # fmt: skip


def _session(clinician) -> str:  # type: ignore[no-untyped-def]
    """Open a session that has shown a second factor."""
    from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from tests.live.people import open_sessions

    (key,) = open_sessions([clinician])
    row, store = Session.objects.get(session_key=key), SessionStore()
    shown = [{"method": "mfa", "type": "totp", "at": time.time()}]
    about = {
        AUTHENTICATION_METHODS_SESSION_KEY: shown,
        "account_authentication_methods_user": str(clinician.pk),
    }
    data = store.encode({**row.get_decoded(), **about})
    Session.objects.filter(session_key=key).update(session_data=data)
    return key


if __name__ == "__main__":
    main()
