"""A-05: a sharing that ends while its page is being read is not shown. Real connections."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connection, transaction

from accounts.models import Role, User
from backend import demo
from core import identity
from core.audit import Actor
from delivery.models import Delivery
from family import services
from family.models import Category, Consent, Disclosure
from family.services import Held
from program.models import Enrolment
from tests.committed import app_login, at_once
from tests.conftest import as_owner
from tests.family.sharing import share
from tests.http import Browser
from tests.story import STORY_TIME

HELD = "LOCK TABLE skills_practice IN ACCESS EXCLUSIVE MODE"
WAITING = (
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'skills_practice'::regclass"
)


@pytest.fixture
def consent(committed):
    """Maya shares with Tom, committed."""
    with time_machine.travel(STORY_TIME, tick=False):
        tom = User.objects.get(pk=demo.key("tom"))
        return share("maya", tom, categories=[Category.STREAK, Category.SKILLS_PRACTISED])


def _read():
    with app_login():
        with identity.acting_for(demo.key("tom")):
            tom = User.objects.get(pk=demo.key("tom"))
        return Browser(tom).get("/family/shared/")


def _end(consent):
    with app_login(), identity.acting_for(demo.key("maya")):
        services.revoke(
            consent=Consent.objects.get(pk=consent.pk),
            actor=Actor(role=Role.CLIENT, id=demo.key("maya")),
            at=STORY_TIME,
        )


def _while_skills_are_read(work):
    """Hold the reader in the middle of the page, do the work, let it go on; return what it got."""
    with ThreadPoolExecutor(2) as pool:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(HELD)
            reading = pool.submit(_read)
            for _ in range(500):
                cursor.execute(WAITING)
                if cursor.fetchone()[0]:
                    break
                time.sleep(0.01)
            else:
                pytest.fail("the reader never came to the exercises")
            pool.submit(work).result(timeout=20)
        return reading.result(timeout=20)


def test_a_page_that_is_read_undisturbed_shows_the_card(consent):
    answer = _while_skills_are_read(lambda: None)

    assert [card["client_name"] for card in answer.body["shared"]] == ["Maya Torres"]


def test_a_sharing_that_ends_while_it_is_read_is_not_shown(consent):
    answer = _while_skills_are_read(lambda: _end(consent))

    assert (answer.status, answer.body["sharing"], answer.body["shared"]) == (200, "off", [])
    with as_owner():
        assert not Disclosure.objects.filter(consent=consent).exists()


def test_accepting_and_revoking_at_once_end_with_nothing_shared(committed):
    """Whoever comes first: neither waits for ever, and what was revoked binds nobody."""
    with time_machine.travel(STORY_TIME, tick=False):
        tom = User.objects.get(pk=demo.key("tom"))
        consent = share("maya", tom, categories=[Category.STREAK])
    Consent.objects.filter(pk=consent.pk).update(recipient=None, bound_at=None)
    actor = Actor(role=Role.CLIENT, id=demo.key("maya"))
    with identity.acting_for(demo.key("maya")):
        invited = services.invite(consent=consent, actor=actor, at=STORY_TIME)
        path = Delivery.objects.get(address=tom.email, kind="invitation").path
    held = Held(path.partition("#")[2].partition(".")[0], invited.code)

    def work(number):
        if number:
            return _end(consent)
        with identity.acting_for(tom.pk):
            return services.accept_as(held=held, person=tom, at=STORY_TIME)

    at_once(2, work)

    found = Consent.objects.get(pk=consent.pk)
    invitation = found.invitations.get()
    assert found.ended_reason == "revoked"
    assert bool(found.recipient_id) is bool(invitation.accepted_at)
    assert bool(invitation.accepted_at) is not bool(invitation.withdrawn_at)


def test_a_category_that_is_taken_back_while_it_is_read_is_not_shown(consent):
    def narrow():
        with app_login(), identity.acting_for(demo.key("maya")):
            services.narrow(
                consent=Consent.objects.get(pk=consent.pk),
                enrolment=Enrolment.objects.select_related("program", "client").get(
                    client=demo.key("maya")
                ),
                remove=["streak"],
                actor=Actor(role=Role.CLIENT, id=demo.key("maya")), at=STORY_TIME,
            )  # fmt: skip

    answer = _while_skills_are_read(narrow)

    assert all(card["streak"] is None for card in answer.body["shared"])
