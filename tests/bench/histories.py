"""Gives every client and all of the yardstick's people some days of answers. Run as the owner.

`python -m tests.bench.histories 30`
"""

import os
import sys
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import django

WORDS = "Slept well. Walked by the river."


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    django.setup()
    from accounts.models import User
    from checkins.models import CheckIn
    from core import clock
    from tests.bench.trivial.models import Note, Person

    now = clock.now()
    days = [now.date() - timedelta(days=back) for back in range(int(sys.argv[1]))]
    clients = User.objects.filter(roles__contains=["client"]).values_list("pk", flat=True)
    people = Person.objects.all()
    CheckIn.objects.bulk_create(
        (
            CheckIn(
                client_id=client, submission_id=uuid4(), on=day, timezone="UTC", recorded_at=now,
                received_at=now, mood=6, craving=3, stress=4, connection=6, confidence=7,
                sleep_hours=Decimal("7.5"), sleep_quality=7, used=False, medication="taken",
                safety="safe", goal="Call my sister after group.", note=WORDS,
            )
            for client in clients
            for day in days
        ),
        batch_size=1000,
    )  # fmt: skip
    Note.objects.bulk_create(
        (Note(person=one, on=day, mood=6, text=WORDS) for one in people for day in days),
        batch_size=1000,
    )


if __name__ == "__main__":
    main()
