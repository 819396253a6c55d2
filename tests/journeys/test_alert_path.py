"""From a check-in to someone who answers, over real HTTP, worker and SMTP."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4

from accounts.models import User
from alerts.models import Alert
from backend import demo
from core import clock
from core.models import AuditEntry
from delivery.models import ContactPoint, Delivery
from program.models import Participant, Program, Session
from reminders.models import Reminder, Setting
from tests.chaos.killer import Blow, Killer
from tests.journeys.live import LiveSystem

NEW_YORK = "America/New_York"
TELLING = ("maya", "torres", "safe", "craving", "recovery", "clinic", "alert", "iop", "riverside")


def unsafe() -> dict[str, object]:
    """Return a check-in that somebody must look at, for Maya's today."""
    return {
        "submission_id": str(uuid4()),
        "on": clock.local_day(clock.now(), NEW_YORK).isoformat(),
        "timezone": NEW_YORK,
        "mood": 2,
        "safety": "unsafe",
        "note": "I do not feel safe tonight.",
    }


def test_mayas_check_in_reaches_okafor_who_answers(live_system: LiveSystem) -> None:
    maya, okafor = live_system.sign_in("maya"), live_system.sign_in("okafor")

    received = maya.post("/check-ins/", unsafe())
    mail = live_system.mail_to("okafor@example.org")
    alert = next(
        one
        for one in okafor.get("/alerts/?state=open").body["results"]
        if one["check_in_on"] == received.body["on"]
    )
    acknowledged = okafor.post(f"/alerts/{alert['id']}/acknowledge/")
    closing = {
        "action": "called",
        "outcome": "safe",
        "note": "We spoke; her sister is there.",
        "contacted_at": clock.now().isoformat(),
        "useful": True,
    }
    resolved = okafor.post(f"/alerts/{alert['id']}/resolve/", closing)

    assert received.status == 201
    assert mail["Subject"] == "1 item needs review"
    words = (mail.as_string().split("\n\n", 1)[1] + str(mail["Subject"])).lower()
    assert not [word for word in TELLING if word in words]
    assert alert["tier"] == "critical"
    assert (acknowledged.status, resolved.status) == (200, 200)
    assert resolved.body["state"] == "resolved"
    row = Alert.objects.get(pk=alert["id"])
    steps = list(row.steps.order_by("at").values_list("kind", flat=True))
    assert steps == ["raised", "told", "acknowledged", "resolved"]
    entries = AuditEntry.objects.filter(subject_id=row.pk).order_by("at")
    actors = [(entry.action, entry.actor_id) for entry in entries]
    assert ("raise", None) in actors
    assert [one for one in actors if one[1]][-2:] == [
        ("acknowledge", demo.key("okafor")),
        ("resolve", demo.key("okafor")),
    ]


def test_what_okafor_leaves_unanswered_reaches_nadia(live_system: LiveSystem) -> None:
    live_system.sign_in("maya").post("/check-ins/", unsafe())
    live_system.mail_to("okafor@example.org")
    before = live_system.mails_to("nadia@example.org")

    Alert.objects.filter(acknowledged_at=None).update(due_at=clock.now())
    live_system.tick("alerts.escalate_unanswered")
    mail = live_system.mail_to("nadia@example.org")

    assert before == []
    assert mail["Subject"] == "1 item needs review"
    assert Alert.objects.get(client_id=demo.key("maya")).rung == 1


def test_a_worker_killed_midway_loses_nothing_and_tells_nobody_twice(
    live_system: LiveSystem,
) -> None:
    maya = live_system.sign_in("maya")
    killer = Killer(live_system.system)
    # The thread that starts a process must outlive it, so the phone is the one in a thread.
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(maya.post, "/check-ins/", unsafe())
        killer.strike(Blow("worker", "entry pending"), Random(1))
        received = sending.result()
    killer.close()
    # What a dead worker held comes free when its lease runs out.
    Delivery.objects.filter(state="sending").update(leased_until=clock.now() - timedelta(seconds=1))
    live_system.tick("delivery.release_stuck_deliveries")
    live_system.tick("core.drain_outbox")
    live_system.tick("delivery.carry_due")
    live_system.mail_to("okafor@example.org")
    live_system.settle()

    assert received.status == 201
    keys = {mail["Message-ID"] for mail in live_system.mails_to("okafor@example.org")}
    assert len(keys) == 1
    assert Alert.objects.filter(client_id=demo.key("maya")).count() == 1


def zone_where_it_is(hour: int) -> str:
    """Return a zone whose clocks show this hour now."""
    ahead = hour - clock.now().hour
    ahead = ahead + 24 if ahead < -12 else ahead
    return f"Etc/GMT{-ahead:+d}"


def expects_a_session_tomorrow(name: str, zone: str) -> User:
    """Make a client of that zone, expected tomorrow at nine on their own clock."""
    client = User.objects.create(
        email=f"{name}-{uuid4().hex[:8]}@example.org", name=name, roles=["client"], timezone=zone
    )
    ContactPoint.objects.create(person=client, channel="email", address=client.email)
    program = Program.objects.get(pk=demo.key("Riverside IOP"))
    client.enrolments.create(
        program=program, level_of_care="iop", active_from=clock.now().date() - timedelta(days=9)
    )
    tomorrow = clock.local_day(clock.now(), zone) + timedelta(days=1)
    starts_at = clock.at_wall_clock(tomorrow, 9 * 60, zone)
    session = Session.objects.create(
        program=program,
        kind="group",
        title="Morning group",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3),
    )
    Participant.objects.create(session=session, client=client)
    return client


def wants_an_evening_before(client: User) -> None:
    """Ask for one reminder, at six in the evening before."""
    Setting.objects.create(person=client, kind="session", times=[18 * 60], leads=[])


def let_it_be_due(client: User) -> None:
    """Let a reminder that was planned for later be due now."""
    Reminder.objects.filter(person=client, kind="session").update(due_at=clock.now())


def test_a_reminder_comes_at_the_clients_own_evening_and_never_at_night(
    live_system: LiveSystem,
) -> None:
    awake = expects_a_session_tomorrow("awake", zone_where_it_is(12))
    asleep = expects_a_session_tomorrow("asleep", zone_where_it_is(2))
    for client in (awake, asleep):
        wants_an_evening_before(client)

    live_system.tick("reminders.tick")
    plans = live_system.until(lambda: reminders_of(awake, asleep), "two reminders")
    due = {person_id: reminder.due_at for person_id, reminder in plans.items()}
    for client in (awake, asleep):
        let_it_be_due(client)
    live_system.tick("reminders.tick")
    mail = live_system.mail_to(awake.email)
    live_system.settle()

    for client in (awake, asleep):
        today = clock.local_day(clock.now(), client.timezone)
        assert due[client.pk] == clock.at_wall_clock(today, 18 * 60, client.timezone)
    assert mail["Subject"] == "You have an update"
    assert live_system.mails_to(asleep.email) == []
    states = {one.person_id: one.state for one in reminders_of(awake, asleep).values()}
    # Who is asleep is reminded when the quiet hours end.
    assert states[awake.pk] in {"queued", "sent"}
    assert states[asleep.pk] == "planned"


def reminders_of(*clients: User) -> dict[UUID, Reminder]:
    """Return each client's reminder of the session, when all have one."""
    mine = Reminder.objects.filter(person__in=clients, kind="session")
    rows = {row.person_id: row for row in mine}
    return rows if len(rows) == len(clients) else {}
