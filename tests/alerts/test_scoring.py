"""The warning score on real rows: after a check-in, and for everybody's night."""

from datetime import timedelta

import pytest
from django.db import connection

from alerts import services
from alerts.models import Alert, SweptDay, WarningScore
from alerts.selectors import versions
from alerts.selectors.days import Client, read_series
from alerts.services.scoring import score_clients
from checkins.models import CheckIn, Lapse, UseHistory
from core.identity import System, acting_as
from program.models import Enrolment
from tests.alerts.warnings import CALM, HARD, answered, client_for_weeks, row_of, version_in
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

BEGAN = STORY_DAY - timedelta(days=60)
YESTERDAY = STORY_DAY - timedelta(days=1)


@pytest.fixture
def noor(okafor):
    with as_owner():
        return client_for_weeks(okafor)


@pytest.fixture
def live(db):
    with as_owner():
        return version_in("live")


def _score(row: CheckIn) -> list[WarningScore]:
    with acting_as(System.ASSESSOR):
        return services.score_check_in(check_in_id=row.pk, at=STORY_TIME)


def _kept(client) -> list[WarningScore]:
    with as_owner():
        return list(WarningScore.objects.filter(client=client).order_by("scored_at", "created_at"))


def _alerts(client) -> list[Alert]:
    with as_owner():
        return list(Alert.objects.filter(client=client).select_related("assessment"))


def test_hard_days_raise_an_alert_that_says_why(noor, live):
    with as_owner():
        rows = answered(noor, hard=(0, 1, 2, 3))

    (score,) = _score(rows[0])

    (alert,) = _alerts(noor)
    reasons = alert.assessment.reasons
    assert (score.tier, score.told, score.silent) == ("high", True, False)
    assert (alert.tier, alert.family, alert.assessment.rule_version) == ("high", "score", live.name)
    assert len(reasons) == 3
    assert reasons[0]["sentence"].endswith("Worth a check-in.")
    assert sum(part["points"] for part in score.explanation["parts"]) == score.points
    assert score.explanation["usual_until"] == (STORY_DAY - timedelta(days=7)).isoformat()


def test_a_silent_version_scores_and_tells_nobody(noor):
    with as_owner():
        version_in("silent")
        rows = answered(noor, hard=(0, 1, 2, 3))

    (score,) = _score(rows[0])

    assert (score.tier, score.silent, score.told) == ("high", True, False)
    assert _alerts(noor) == []


def test_a_draft_scores_nobody(noor):
    with as_owner():
        rows = answered(noor, hard=(0, 1, 2, 3))

    assert _score(rows[0]) == []


def test_calm_days_are_kept_and_raise_nothing(noor, live):
    with as_owner():
        rows = answered(noor)

    (score,) = _score(rows[0])

    assert (score.tier, score.told) == ("", False)
    assert _alerts(noor) == []


def test_the_same_check_in_is_scored_once(noor, live):
    with as_owner():
        rows = answered(noor, hard=(0, 1, 2, 3))

    first, again = _score(rows[0]), _score(rows[0])

    assert [row.pk for row in first] == [row.pk for row in again]


def test_a_late_day_is_scored_among_those_since_and_lowers_nothing(noor, live):
    with as_owner():
        rows = answered(noor, hard=(0, 1, 2, 3), missed=(1,))
    _score(rows[0])
    with as_owner():
        late = row_of(noor, YESTERDAY, CALM)
        late.save(force_insert=True)

    (score,) = _score(late)

    (alert,) = _alerts(noor)
    first, second = _kept(noor)
    assert second.on == STORY_DAY
    assert second.points < first.points
    assert not score.told
    assert alert.tier == "high"


def test_after_a_warning_a_week_is_quiet(noor, live):
    with as_owner():
        rows = answered(noor, hard=tuple(range(9)))
    for ago in (3, 2, 1, 0):
        _score(rows[ago])

    told = [row.told for row in _kept(noor)]

    assert sum(told) == 1


def test_somebody_new_has_no_score_in_the_first_week(okafor, live):
    with as_owner():
        client = client_for_weeks(okafor, days=5)
        rows = answered(client, 5, hard=(0, 1))

    assert _score(rows[0]) == []


def test_few_answers_are_for_watching_at_most(noor, live):
    with as_owner():
        rows = answered(noor, hard=(0, 1, 2), missed=tuple(range(3, 16)))

    (score,) = _score(rows[0])

    assert score.tier == "watch"


def _sweep() -> int:
    return services.sweep_nights(at=STORY_TIME)


def test_the_night_finds_who_fell_silent_after_hard_days(noor, live):
    with as_owner():
        answered(noor, hard=(4, 5, 6), missed=(0, 1, 2, 3))

    _sweep()

    (score,) = _kept(noor)
    assert (score.cause, score.on, score.told) == (f"night:{YESTERDAY}", YESTERDAY, True)
    kinds = [part["kind"] for part in score.explanation["parts"][:3]]
    assert "missing" in kinds


def test_a_night_is_swept_once(noor, live):
    with as_owner():
        answered(noor, hard=(1, 2, 3, 4))

    first, again = _sweep(), _sweep()

    assert first >= 1
    assert again == 0
    with as_owner():
        assert SweptDay.objects.filter(on=YESTERDAY).count() >= 1


def test_the_night_repeats_nothing_that_the_check_in_found(noor, live):
    with as_owner():
        rows = answered(noor, hard=(1, 2, 3, 4), missed=(0,))
    _score(rows[0])

    _sweep()

    assert [row.cause.partition(":")[0] for row in _kept(noor)] == ["checkin"]


def test_one_by_one_and_all_at_once_come_to_the_same(okafor, live):
    with as_owner():
        clients = [client_for_weeks(okafor, days=days) for days in (60, 40, 20, 10)]
        for number, client in enumerate(clients):
            answered(client, 9 + 8 * number, hard=(0, 1 + number), missed=(2,))
    every = [Client(one.pk, STORY_DAY - timedelta(days=60)) for one in clients]

    with acting_as(System.ASSESSOR):
        using = versions.in_use()
        together = list(score_clients(every, on=STORY_DAY, using=using))
        alone = [one for each in every for one in score_clients([each], on=STORY_DAY, using=using)]

    assert [(one.client_id, one.points, one.said) for one in together] == [
        (one.client_id, one.points, one.said) for one in alone
    ]


def test_what_was_read_is_what_was_answered(noor, live):
    with as_owner():
        rows = answered(noor, 3, hard=(1,))
        row_of(noor, STORY_DAY, {**CALM, "craving": 9, "sleep_hours": "6.3"}, 2).save()
        Lapse.objects.create(
            client=noor, on=YESTERDAY, submission_id=rows[0].pk, entry=rows[0].pk, version=1,
            timezone="UTC", recorded_at=STORY_TIME, received_at=STORY_TIME,
        )  # fmt: skip
        UseHistory.objects.create(
            client=noor, last_use_on=BEGAN - timedelta(days=5), episodes_in_year=4,
            told_at=STORY_TIME, told_by=noor,
        )  # fmt: skip

    with acting_as(System.ASSESSOR):
        (by,) = versions.in_use()
        series = read_series([Client(noor.pk, BEGAN)], first=BEGAN, last=STORY_DAY)
    window = series.window(slice(0, 1), by.parameters)

    # Craving, mood, stress, confidence, sleep quality, hours, connection; the newest version.
    assert window.items[0, -1].tolist() == [9, 6, 4, 7, 6, 6.3, 6]
    assert window.items[0, -2, 0] == HARD["craving"]
    assert window.answered[0].sum() == 3
    assert window.medication[0, -3:].tolist() == [0, 0, 0]
    assert window.used[0].nonzero()[0].tolist() == [59]
    assert (window.episodes[0], window.looked_back[0], window.since_use[0]) == (4, 365, 5)


def test_a_slow_slide_is_told_in_a_family_of_its_own(okafor, db):
    with as_owner():
        version_in("live", "slide")
        client = client_for_weeks(okafor, days=100)
        worse = {**CALM, "mood": 3, "stress": 7, "connection": 3, "craving": 5}
        days = [(ago, worse if ago < 30 else CALM) for ago in range(101)]
        CheckIn.objects.bulk_create(
            row_of(client, STORY_DAY - timedelta(days=ago), answers) for ago, answers in days
        )

    _sweep()

    (alert,) = _alerts(client)
    sentences = [reason["sentence"] for reason in alert.assessment.reasons]
    assert alert.family == "slide"
    assert any("in the good period (28 days)" in sentence for sentence in sentences)


BROKEN = """
CREATE FUNCTION break_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.client_id = '{}' THEN RAISE 'broken'; END IF; RETURN NEW; END $$;
CREATE TRIGGER break_one BEFORE INSERT ON alerts_warningscore
    FOR EACH ROW EXECUTE FUNCTION break_one();
"""


def test_a_failure_over_one_client_leaves_the_others_done(okafor, live):
    with as_owner():
        first, second = (client_for_weeks(okafor) for _ in range(2))
        for client in (first, second):
            answered(client, hard=(1, 2, 3, 4))
        Enrolment.objects.filter(client=second).update(
            program=Enrolment.objects.get(client=first).program
        )
        with connection.cursor() as cursor:
            cursor.execute(BROKEN.format(first.pk))

    with pytest.raises(ExceptionGroup, match="1 failed"):
        _sweep()

    assert [row.told for row in _kept(second)] == [True]
    with as_owner():
        program = Enrolment.objects.get(client=second).program_id
        assert not SweptDay.objects.filter(program=program).exists()
