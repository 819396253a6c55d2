"""From a lapse told without a signal, and a form left half-way, to somebody who answers."""

from datetime import timedelta
from uuid import uuid4

from alerts.models import Alert
from backend import demo
from core import clock
from core.models import AuditEntry
from tests.journeys.live import LiveSystem

NEW_YORK = "America/New_York"
TELLING = ("maya", "lapse", "use", "drank", "recovery", "alert", "riverside")


def on_the_phone(*, hours_ago: int = 0, **answers: object) -> dict[str, object]:
    """Return what the phone made then and sends now."""
    recorded = clock.now() - timedelta(hours=hours_ago)
    return {
        "submission_id": str(uuid4()),
        "on": clock.local_day(recorded, NEW_YORK).isoformat(),
        "timezone": NEW_YORK,
        "recorded_at": recorded.isoformat(),
        **answers,
    }


def test_a_lapse_told_offline_reaches_okafor_once_synced(live_system: LiveSystem) -> None:
    maya, okafor = live_system.sign_in("maya"), live_system.sign_in("okafor")
    path = f"/api/v1/lapses/{uuid4()}/"
    told = on_the_phone(
        hours_ago=30, part_of_day="evening", what="three beers", led_to="A fight at home",
        needs=["call_me"],
    )  # fmt: skip

    before = maya.get("/days-well/").body
    readers = maya.get("/lapses/who-sees/").body
    synced, repeated = maya.send("PUT", path, told), maya.send("PUT", path, told)
    mail = live_system.mail_to("okafor@example.org")
    alerts = okafor.get("/alerts/?state=open").body["results"]
    (alert,) = [one for one in alerts if one["check_in_on"] == told["on"]]
    page = okafor.get(f"/clients/{demo.key('maya')}/lapses/").body["results"]
    after = maya.get("/days-well/").body

    assert [one["name"] for one in readers["told_at_once"]] == ["Dr. Ify Okafor"]
    assert (synced.status, repeated.status, synced.body["late"]) == (201, 200, True)
    words = (mail.as_string().split("\n\n", 1)[1] + str(mail["Subject"])).lower()
    assert not [word for word in TELLING if f" {word} " in f" {words} "]
    assert (alert["tier"], alert["late"]) == ("high", True)
    codes = [reason["code"] for reason in alert["reasons"]]
    assert codes == ["return_to_use", "needs_call_me"]
    assert [row["led_to"] for row in page] == ["A fight at home"]
    # Her total gives up that day at most; what came before it stays hers.
    assert before["total"] - after["total"] in (0, 1)
    reads = AuditEntry.objects.filter(subject="checkins_lapse", actor_id=demo.key("okafor"))
    assert [entry.action for entry in reads] == ["read"]


def test_a_check_in_of_the_same_day_makes_no_second_alert(live_system: LiveSystem) -> None:
    maya = live_system.sign_in("maya")

    maya.send("PUT", f"/api/v1/lapses/{uuid4()}/", on_the_phone())
    maya.post("/check-ins/", on_the_phone(mood=3, used=True))
    live_system.mail_to("okafor@example.org")
    live_system.settle()

    assert Alert.objects.filter(client_id=demo.key("maya")).count() == 1
    assert len(live_system.mails_to("okafor@example.org")) == 1


def test_an_answer_about_safety_counts_though_the_form_was_left(live_system: LiveSystem) -> None:
    maya, okafor = live_system.sign_in("maya"), live_system.sign_in("okafor")

    part = maya.post("/check-ins/", on_the_phone(safety="unsafe"))
    mail = live_system.mail_to("okafor@example.org")
    (alert,) = okafor.get("/alerts/?state=open").body["results"]
    whole = maya.post("/check-ins/", on_the_phone(mood=2, safety="unsafe", craving=6))
    live_system.settle()

    assert (part.status, part.body["mood"]) == (201, None)
    assert mail["Subject"] == "1 item needs review"
    assert (alert["tier"], alert["reasons"][0]["code"]) == ("critical", "safety")
    assert (whole.status, whole.body["version"], whole.body["mood"]) == (201, 2, 2)
    assert Alert.objects.filter(client_id=demo.key("maya")).count() == 1
    assert len(live_system.mails_to("okafor@example.org")) == 1
