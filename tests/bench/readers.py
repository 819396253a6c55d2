"""Gives the yardstick's people their sessions. Run as the owner: prints one session key a line."""

import os
import sys
from datetime import timedelta
from uuid import uuid4

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    django.setup()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from core import clock
    from tests.bench.trivial.models import Person

    count = int(sys.argv[1])
    people = Person.objects.bulk_create(
        Person(email=f"{n}@example.org", password="!") for n in range(count)
    )
    store, ends = SessionStore(), clock.now() + timedelta(days=1)
    rows = Session.objects.bulk_create(
        Session(
            session_key=uuid4().hex,
            session_data=store.encode(
                {
                    SESSION_KEY: str(one.pk),
                    BACKEND_SESSION_KEY: "tests.bench.trivial.sign_in.Backend",
                    HASH_SESSION_KEY: one.get_session_auth_hash(),
                }
            ),
            expire_date=ends,
        )
        for one in people
    )
    print("\n".join(row.session_key for row in rows))


if __name__ == "__main__":
    main()
