"""Makes many clients with a session each, and the clinicians who look after them.

Run as the owner: `python -m tests.live.people --clients 300`; prints one JSON object.
"""

import argparse
import json
import os
from datetime import timedelta
from uuid import uuid4

import django


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--clients", type=int, required=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    django.setup()
    print(json.dumps(make(reader.parse_args().clients)))


def make(clients: int) -> dict[str, object]:
    """Return clinicians by rung, and each client's id and session key."""
    from django.contrib.auth.hashers import make_password
    from django.db import transaction

    from accounts.models import Role, User

    with transaction.atomic():
        nobody_signs_in = make_password(None)
        people = [
            User(email=f"client-{n}-{uuid4().hex[:6]}@example.org", name=f"Client {n}",
                 roles=[Role.CLIENT], password=nobody_signs_in)
            for n in range(clients)
        ]  # fmt: skip
        staff = [
            User(email=f"staff-{n}-{uuid4().hex[:6]}@example.org", name=f"Staff {n}",
                 roles=[Role.CLINICIAN], password=nobody_signs_in)
            for n in range(3)
        ]  # fmt: skip
        User.objects.bulk_create([*people, *staff])
        rungs = list(zip(staff, (0, 0, 1), strict=True))
        enrol(people, rungs)
        keys = open_sessions(people)
        staff_keys = open_sessions(staff, second_factor=True)
    return {
        "staff": [
            {"id": str(one.pk), "rung": rung, "email": one.email, "session": key}
            for (one, rung), key in zip(rungs, staff_keys, strict=True)
        ],
        "clients": [
            {"id": str(one.pk), "session": key} for one, key in zip(people, keys, strict=True)
        ],
    }


def enrol(people: list, rungs: list) -> None:  # type: ignore[type-arg]  # models load late
    """Enrol everybody in one program with one team: two people first, one after them."""
    from core import clock
    from delivery.models import Channel, ContactPoint
    from program.models import (
        CareTeamMember,
        Enrolment,
        LevelOfCare,
        Licence,
        Program,
        TeamRole,
    )

    Licence.objects.bulk_create(
        Licence(person=one, kind="LICSW", given_at=clock.now()) for one, _ in rungs
    )
    since = (clock.now() - timedelta(days=40)).date()
    program = Program.objects.create(
        name="River", timezone="UTC", daytime_phone="617-555-0100", on_call_phone="617-555-0199"
    )
    Enrolment.objects.bulk_create(
        Enrolment(client=one, program=program, level_of_care=LevelOfCare.IOP, active_from=since)
        for one in people
    )
    ContactPoint.objects.bulk_create(
        ContactPoint(person=one, channel=Channel.EMAIL, address=one.email) for one, _ in rungs
    )
    CareTeamMember.objects.bulk_create(
        CareTeamMember(
            client=one, clinician=clinician, program=program, role=TeamRole.THERAPIST, rung=rung,
            active_from=since,
        )
        for one in people
        for clinician, rung in rungs
    )  # fmt: skip


def open_sessions(people: list, *, second_factor: bool = False) -> list[str]:  # type: ignore[type-arg]  # models load late
    """Open a signed-in session for each and return their keys; staff have shown their second."""
    from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from core import clock

    ends = clock.now() + timedelta(days=1)
    shown = {"method": "mfa", "type": "totp", "at": clock.now().timestamp()}
    more = {AUTHENTICATION_METHODS_SESSION_KEY: [shown]} if second_factor else {}
    whose = "account_authentication_methods_user" if second_factor else "_"
    store = SessionStore()
    rows = [
        Session(
            session_key=uuid4().hex,
            session_data=store.encode(
                {
                    SESSION_KEY: str(one.pk),
                    BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
                    HASH_SESSION_KEY: one.get_session_auth_hash(),
                    **more,
                    whose: str(one.pk),
                }
            ),
            expire_date=ends,
        )
        for one in people
    ]
    Session.objects.bulk_create(rows)
    return [row.session_key for row in rows]


if __name__ == "__main__":
    main()
