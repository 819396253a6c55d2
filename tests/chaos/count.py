"""Counts from the outside what was accepted, what was due, and what arrived."""

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from email.message import Message
from pathlib import Path
from typing import Any

import psycopg

from tests.chaos.phones import Sending
from tests.live.system import System

LATE_AFTER = 60.0  # seconds from the answer to the phone until the first rung has its mail
TOLD_AT_FIRST, TOLD_LATER = 0, 1
SUBJECT = "1 item needs review"
SPOKEN_FOR = ("raised", "joined", "tier_raised")


@dataclass
class Count:
    """The figures of one run. `lost` and `inside_duplicates` must be 0."""

    sent: int = 0
    accepted: int = 0
    refused: int = 0
    rows: int = 0
    due: int = 0
    raised: int = 0
    mails_due: int = 0
    mails_arrived: int = 0
    delivered: int = 0
    lost: int = 0
    inside_duplicates: int = 0
    duplicates: int = 0
    late: int = 0
    slowest_seconds: float = 0.0
    parked: int = 0
    foreign_words: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON takes them."""
        return asdict(self)


@dataclass(frozen=True)
class Stored:
    """What the database and the sink hold."""

    check_ins: list[Any]
    assessments: dict[str, list[Any]]
    steps: Counter[Any]
    alerts: list[Any]
    deliveries: dict[str, Any]
    mails: dict[str, list[tuple[float, Message]]]
    parked: int


def look(system: System) -> Stored:
    """Read everything as the owner, and every mail."""
    with psycopg.connect(system.owner_url) as line:
        check_ins = line.execute(
            "SELECT id, client_id, submission_id FROM checkins_checkin"
        ).fetchall()
        assessments = defaultdict(list)
        for row in line.execute("SELECT cause, id, tier FROM alerts_assessment").fetchall():
            assessments[row[0]].append(row)
        steps = Counter(line.execute("SELECT assessment_id, kind FROM alerts_step").fetchall())
        alerts = line.execute(
            "SELECT id, client_id, tier, assessment_id FROM alerts_alert"
        ).fetchall()
        deliveries = {
            str(row[0]): row
            for row in line.execute(
                "SELECT id, cause, person_id, state, attempts FROM delivery_delivery"
            ).fetchall()
        }
        parked = line.execute(
            "SELECT count(*) FROM core_outboxentry WHERE state = 'parked'"
        ).fetchone()
    mails = defaultdict(list)
    for path in system.mail_paths():
        mail, arrived = _read(path)
        mails[str(mail["Message-ID"]).strip("<>").partition("@")[0]].append((arrived, mail))
    return Stored(
        check_ins, assessments, steps, alerts, deliveries, mails, parked[0] if parked else 0
    )


def _read(path: Path) -> tuple[Message, float]:
    from email import message_from_bytes

    return message_from_bytes(path.read_bytes()), path.stat().st_mtime


def count(
    sendings: Sequence[Sending], stored: Stored, *, people: Sequence[dict[str, Any]],
    escalated: bool, moved: set[str], reopened: set[str] = frozenset(),  # type: ignore[assignment]
) -> Count:  # fmt: skip
    """Compare what phones were promised with what is there; `reopened` alerts are told again."""
    result = Count(sent=sum(1 for one in sendings if one.attempts), parked=stored.parked)
    accepted = {str(one.id): one for one in sendings if one.accepted_at}
    result.accepted = len(accepted)
    result.refused = sum(1 for one in sendings if one.refused)
    _count_rows(result, accepted, stored)
    _count_alerts(result, accepted, stored)
    _count_mails(result, accepted, stored, people=people, escalated=escalated, moved=moved)
    _count_told_again(result, stored, people=people, reopened=reopened)
    return result


def _count_rows(result: Count, accepted: dict[str, Sending], stored: Stored) -> None:
    rows = Counter(str(row[2]) for row in stored.check_ins)
    result.rows = sum(rows.values())
    result.lost += sum(1 for id_ in accepted if not rows[id_])
    result.inside_duplicates += sum(times - 1 for times in rows.values())


def _count_alerts(result: Count, accepted: dict[str, Sending], stored: Stored) -> None:
    serious = {id_: one for id_, one in accepted.items() if one.tier}
    critical = sum(1 for one in serious.values() if one.tier == "critical")
    routine = {(one.client, one.family) for one in serious.values() if one.tier != "critical"}
    result.due = critical + len(routine)
    result.raised = len(stored.alerts)
    check_in_of = {str(row[2]): str(row[0]) for row in stored.check_ins}
    for id_, one in serious.items():
        found = stored.assessments.get(f"checkin:{check_in_of.get(id_)}", [])
        right = [row for row in found if row[2] == one.tier]
        spoken = sum(stored.steps[(row[1], kind)] for row in right for kind in SPOKEN_FOR)
        result.lost += spoken == 0
        result.inside_duplicates += max(spoken - 1, 0) + max(len(found) - 1, 0)
    result.lost += max(result.due - result.raised, 0)
    result.inside_duplicates += max(result.raised - result.due, 0)


def _count_mails(
    result: Count, accepted: dict[str, Sending], stored: Stored, *,
    people: Sequence[dict[str, Any]], escalated: bool, moved: set[str],
) -> None:  # fmt: skip
    arrived: dict[tuple[str, int, str], dict[str, float]] = defaultdict(dict)
    for key, copies in stored.mails.items():
        result.duplicates += len(copies) - 1
        delivery = stored.deliveries.get(key)
        result.foreign_words += any(mail["Subject"] != SUBJECT for _, mail in copies)
        if delivery is None:
            result.inside_duplicates += 1  # a mail that no row accounts for
            continue
        _, alert, rung, again = delivery[1].split(":")
        if "." in again:
            continue  # told again after it was reopened, counted by itself
        arrived[alert, int(rung), str(delivery[2])][key] = min(when for when, _ in copies)
    rungs = (TOLD_AT_FIRST, TOLD_LATER) if escalated else (TOLD_AT_FIRST,)
    since = _promised_at(accepted, stored)
    for alert_id, _, _, assessment_id in stored.alerts:
        expected = [
            (str(alert_id), one["rung"], one["id"]) for one in people if one["rung"] in rungs
        ]
        result.mails_due += len(expected)
        there = [arrived[place] for place in expected if place in arrived]
        result.mails_arrived += len(there)
        result.lost += len(expected) - len(there)
        result.inside_duplicates += sum(len(keys) - 1 for keys in there)
        result.delivered += len(there) == len(expected)
        first = [arrived[place] for place in expected if place[1] == 0 and place in arrived]
        keys = {key for one in first for key in one}
        took = max((min(one.values()) for one in first), default=time.time()) - since.get(
            str(assessment_id), float("inf")
        )
        result.late += took > LATE_AFTER or bool(keys & moved)
        result.slowest_seconds = max(result.slowest_seconds, round(took, 1))


def _promised_at(accepted: dict[str, Sending], stored: Stored) -> dict[str, float]:
    """Say when the phone was answered whose check-in each assessment is about."""
    sending_of = {str(row[0]): accepted.get(str(row[2])) for row in stored.check_ins}
    return {
        str(row[1]): one.accepted_at
        for cause, rows in stored.assessments.items()
        for row in rows
        if (one := sending_of.get(cause.removeprefix("checkin:")))
    }


def _count_told_again(
    result: Count, stored: Stored, *, people: Sequence[dict[str, Any]], reopened: set[str]
) -> None:
    """Each alert that was opened again is told once more to the first rung."""
    again: Counter[tuple[str, str]] = Counter()
    for key in stored.mails:
        delivery = stored.deliveries.get(key)
        _, alert, rung, name = (delivery[1] if delivery else ":::").split(":")
        if "." in name and rung == "0":
            again[alert, str(delivery[2] if delivery else "")] += 1
    due = [(alert, one["id"]) for alert in reopened for one in people if one["rung"] == 0]
    result.mails_due += len(due)
    result.mails_arrived += sum(1 for place in due if again[place])
    result.lost += sum(1 for place in due if not again[place])
    result.inside_duplicates += sum(max(again[place] - 1, 0) for place in due)
