"""People are answered in their language; what is stored and compared stays as it is."""

import json

import pytest
from django.utils import translation

from accounts.models import User
from alerts import diary_rules, questionnaire_rules, rules, urge_rules
from alerts.models import Alert
from core.said import say
from core.words import language_for, reread, spoken
from progress.rules import steps
from tests.conftest import as_owner
from tests.factories import alert_about
from tests.http import Browser, check_in
from tests.story import STORY_DAY


def speaks(person, language):
    with as_owner():
        User.objects.filter(pk=person.pk).update(language=language)
    return Browser(person)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("es", "es"),
        ("es-MX,en;q=0.8", "es"),
        ("fr-CA,es;q=0.5,en;q=0.1", "es"),
        ("fr", "en"),
        ("en-US,es;q=0.9", "en"),
        ("*", "en"),
        ("nonsense;;q=,", "en"),
        ("es" * 5000, "en"),
    ],
)
def test_a_language_that_we_do_not_speak_is_english(header, language):
    assert language_for(header) == language


def test_a_refusal_is_read_in_the_language_of_whoever_is_signed_in(maya, browser):
    assert browser(maya).get("/nothing/").body["detail"] == "There is nothing here."

    answer = speaks(maya, "es").get("/nothing/")

    assert answer.body == {"code": "not_found", "detail": "Aquí no hay nada."}
    assert answer.headers["Content-Language"] == "es"


@pytest.mark.parametrize(
    ("asked", "detail", "language"),
    [
        ("es-US", "Primero entre en su cuenta.", "es"),
        ("fr", "Please sign in first.", "en"),
        ("", "Please sign in first.", "en"),
    ],
)
def test_who_is_not_known_is_answered_as_they_ask(db, asked, detail, language):
    browser = Browser(None)
    browser.client.defaults["HTTP_ACCEPT_LANGUAGE"] = asked

    answer = browser.get("/check-ins/")

    assert (answer.status, answer.body["detail"]) == (401, detail)
    assert answer.headers["Content-Language"] == language


def test_ones_own_language_goes_before_what_the_browser_asks_for(maya):
    browser = speaks(maya, "es")
    browser.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en-US"

    assert browser.get("/nothing/").headers["Content-Language"] == "es"


def test_a_field_is_refused_in_each_language_by_the_same_shape(maya, ben):
    english = Browser(ben).post("/check-ins/", check_in(mood=11, nothing=1)).body
    spanish = speaks(maya, "es").post("/check-ins/", check_in(mood=11, nothing=1)).body
    again = Browser(ben).post("/check-ins/", check_in(mood=11, nothing=1)).body

    assert english["fields"]["mood"] == ["Choose a whole number from 0 to 10."]
    assert spanish["fields"]["mood"] == ["Elija un número entero de 0 a 10."]
    assert spanish["fields"]["nothing"] == ["No existe ese campo."]
    assert again == english


def test_what_the_framework_refuses_is_in_spanish_too(maya):
    fields = speaks(maya, "es").post("/check-ins/", check_in(on="today")).body["fields"]

    assert fields["on"][0].startswith("Fecha con formato erróneo")


def test_a_wrong_password_is_refused_in_spanish(db):
    browser = Browser(None)
    answer = browser.client.post(
        "/_allauth/browser/v1/auth/login",
        json.dumps({"email": "nobody@example.org", "password": "not this one"}),
        content_type="application/json",
        HTTP_ACCEPT_LANGUAGE="es",
    )

    assert answer.status_code == 400
    assert "no son correctas" in answer.json()["errors"][0]["message"]


def test_what_a_sentence_holds_is_said_too():
    whole = say("Give {what} from {least} to {most}.", what=say("a number"), least=1, most=2)

    assert (whole, spoken(whole)) == ("Give a number from 1 to 2.",) * 2
    with translation.override("es"):
        assert spoken({"n": [whole]}) == {"n": ["Dé un número de 1 a 2."]}
        assert spoken("somebody's own words") == "somebody's own words"


DAYS = [rules.Day(on=STORY_DAY, craving=9, sleep_hours=3.5, medication="missed", used=True)]
VERDICTS = [
    rules.assess(days=DAYS, on=STORY_DAY),
    rules.assess(days=[rules.Day(on=STORY_DAY, safety="unsafe")], on=STORY_DAY),
    rules.assess(days=[rules.Day(on=STORY_DAY, safety="unsure")], on=STORY_DAY),
    rules.assess_silence(last_on=STORY_DAY.replace(day=1), today=STORY_DAY.replace(day=20),
                         days_seen=3, days_looked_at=7),
    diary_rules.assess(diary_rules.Urges(5, True, True, True)),
    urge_rules.assess([urge_rules.Urge("suicide", 8, None, True), urge_rules.Urge("use", 10),
                       urge_rules.Urge("self_harm", None, True, True)]),
    urge_rules.assess_lapse(urge_rules.Lapse(needs={"medical_help", "call_me", "safer_place"})),
    questionnaire_rules.assess(questionnaire_rules.Answer("self_harm", "PHQ-9 (sí)", 2, 3)),
    questionnaire_rules.assess_follow_up(
        questionnaire_rules.Said("unsure", "yes", "yes", wants_contact=True)
    ),
    questionnaire_rules.assess_follow_up(questionnaire_rules.Said("yes", "unsure", "unsure")),
]  # fmt: skip


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_reason_that_a_rule_gives_is_read_again_in_spanish(verdict):
    assert verdict.reasons
    for reason in verdict.reasons:
        for kept in filter(None, (reason.sentence, reason.value, reason.usual)):
            assert reread("reason", kept) == kept
            with translation.override("es"):
                assert reread("reason", kept) != kept or kept == "plan"


@pytest.mark.parametrize(
    ("kept", "spanish"),
    [
        (
            "Craving was 7.5 of 10 2 days ago, usually 2 to 4 (12 days). Worth a check-in.",
            "Ganas: 7.5 de 10 hace 2 días, lo habitual es de 2 a 4 (12 días)."
            " Conviene preguntar cómo está.",
        ),
        (
            "Sleep was 3 hours, and nothing is usual yet. Sleep quality was not answered.",
            "Sueño: 3 horas, y todavía no hay nada habitual. Calidad del sueño: sin respuesta.",
        ),
        (
            "Asked to be called, in the morning. A hard moment.",
            "Pidió una llamada, por la mañana. Un momento difícil.",
        ),
        ("Craving was high. Nobody knows why.", "Craving was high. Nobody knows why."),
        ("Worth a check-in. <b>Else</b>", "Worth a check-in. <b>Else</b>"),
        ("", ""),
    ],
)
def test_stored_sentences_are_said_all_or_not_at_all(kept, spanish):
    with translation.override("es"):
        assert reread("reason", kept) == spanish


def test_reasons_for_another_level_are_read_again_in_spanish():
    worse = steps.Inputs("iop", 7, 4, 1, 8, 4, 1, 2, 1, 1, 2, 3, 4, 1, {"phq-9": 6.0})
    better = steps.Inputs("iop", 9, 6, 6, 9, 9, days_answered_calm=20, milestones_reached=4,
                          change={"gad-7": -5.5})  # fmt: skip
    early = steps.Inputs("iop", 2)

    for inputs in (worse, better, early):
        for reason in steps.consider(inputs).reasons:
            with translation.override("es"):
                assert reread("step", reason.sentence) != reason.sentence


def test_an_alerts_reason_is_read_in_spanish_and_stays_as_it_was_stored(okafor, maya):
    sentence = "Reported use. Worth a call today."
    with as_owner():
        alert = alert_about(maya, tier="high", family="use")
        reason = {"code": "use_reported", "tier": "high", "sentence": sentence, "value": "use",
                  "usual": ""}  # fmt: skip
        type(alert.assessment).objects.filter(pk=alert.assessment_id).update(reasons=[reason])

    shown = speaks(okafor, "es").get(f"/alerts/{alert.pk}/").body

    assert shown["reasons"][0]["sentence"] == "Dijo que consumió. Conviene llamar hoy."
    assert shown["reasons"][0]["code"] == "use_reported"
    with as_owner():
        kept = Alert.objects.select_related("assessment").get(pk=alert.pk).assessment.reasons
    assert kept == [reason]
