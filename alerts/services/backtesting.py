"""Try a version on past days of one's own: asked for by a person, done in pieces, shown growing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.db.models import QuerySet

from accounts.models import User
from alerts.models import Backtest, BacktestChange, Change, Progress, RuleState, RuleVersion
from alerts.selectors import past, versions
from alerts.selectors.past import Stay
from alerts.selectors.versions import InUse
from alerts.warning import trial
from alerts.warning.trial import Tally
from alerts.warning.window import Flags
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.identity import System, acting_as
from core.nudge import Nudge
from core.said import say

another = Nudge("alerts.run_backtests")
AT_ONCE = 1000
MOST_DAYS = 366
MOST_CHANGES = 5000


class NotPast(Refused):
    """A trial is over days that are over, and not more than a year of them."""

    status = 400
    code = "not_past"
    sentence = say("Choose at most {most_days} days that are over.", most_days=MOST_DAYS)


class AlreadyRunning(Refused):
    """This version is being tried already."""

    code = "already_running"
    sentence = say("This version is being tried already. Wait until that is done.")


def ask_for_backtest(
    *, version: RuleVersion, since: date, until: date, actor: Actor, at: datetime
) -> Backtest:
    """Ask for a trial of a version over past days, compared with the live one of its family.

    Raises NotPast, AlreadyRunning.
    """
    zone = User.objects.values_list("timezone", flat=True).get(pk=actor.person)
    if until >= clock.local_day(at, zone) or since > until or (until - since).days >= MOST_DAYS:
        raise NotPast
    unfinished = (Progress.WAITING, Progress.RUNNING)
    if Backtest.objects.filter(version=version, state__in=unfinished).exists():
        raise AlreadyRunning
    live = RuleVersion.objects.filter(family=version.family, state=RuleState.LIVE)
    row = Backtest(
        version=version, against=live.exclude(pk=version.pk).first(), since=since, until=until,
        asked_at=at, asked_by_id=actor.person,
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record(actor=actor, action="ask", subject="alerts_backtest", subject_id=row.pk, at=at)
    another.send()
    return row


def run_backtests(*, at: datetime, pieces: int = 20) -> int:
    """Do so many pieces of the oldest trial that waits; return how many were done.

    Each piece is a transaction of its own, and what it counted is kept with it: a run that dies
    loses one piece at most.
    """
    done = 0
    try:
        while done < pieces and _one_piece(at):
            done += 1
    except Exception:
        # A trial that cannot be done must not stand in the way of the others.
        _give_up(at)
        raise
    if done == pieces:
        another.send()
    return done


def _give_up(at: datetime) -> None:
    with acting_as(System.ASSESSOR):
        row = _waiting().order_by("asked_at").first()
        if row is not None:
            row.state, row.finished_at = Progress.FAILED, at
            _store(row)


def _waiting() -> QuerySet[Backtest]:
    return Backtest.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        state__in=(Progress.WAITING, Progress.RUNNING)
    )


def _one_piece(at: datetime) -> bool:
    with acting_as(System.ASSESSOR):
        row = _waiting().select_related("version", "against").order_by("asked_at").first()
        if row is None:
            return False
        stays = past.stays_between(since=row.since, until=row.until)
        piece = stays[row.clients_done : row.clients_done + AT_ONCE]
        tally = Tally(**row.tally) if row.tally else Tally()
        if piece:
            tally.add(_count(row, piece))
        row.clients_done += len(piece)
        row.clients_in_all = len(stays)
        row.tally = tally.to_json()
        row.state = Progress.RUNNING
        if row.clients_done >= len(stays):
            _finish(row, tally, at=at)
        _store(row)
    return True


@dataclass(frozen=True)
class _Counted:
    """Sums over some clients, with the alarms of both versions, (clients, days)."""

    tally: Tally
    raised: Flags
    before: Flags


def _count(row: Backtest, stays: Sequence[Stay]) -> Tally:
    present = versions.prepared(row.against) if row.against else None
    found = _counted(versions.prepared(row.version), present, stays, row.since, row.until)
    _keep_changes(row, stays, found)
    return found.tally


def _counted(
    by: InUse, present: InUse | None, stays: Sequence[Stay], since: date, until: date
) -> _Counted:
    both = [one for one in (by, present) if one]
    series = past.read_past(stays, since=since, until=until, by=both)
    found = past.replay_by(by, series, stays, since=since)
    before = np.zeros_like(found.raised)
    if present:
        before = past.replay_by(present, series, stays, since=since).raised
    tally = trial.count(found.raised, found.scored, found.use, before=before)
    return _Counted(tally, found.raised, before)


@dataclass(frozen=True)
class Wanted:
    """A version by its family and name, as an operator gives it."""

    family: str
    name: str

    def row(self) -> RuleVersion:
        """Return it; raises VersionUnknown."""
        found = RuleVersion.objects.filter(family=self.family, name=self.name).first()
        if found is None:
            names = RuleVersion.objects.filter(family=self.family).values_list("name", flat=True)
            raise VersionUnknown(say("There are: {names}.", names=", ".join(sorted(names))))
        return found


class VersionUnknown(Refused):
    """There is no version of that name."""

    status = 404
    code = "version_unknown"
    sentence = say("There is no version of that name.")


def try_here(
    wanted: Wanted, *, since: date, until: date, say: Callable[[int, int], None]
) -> dict[str, Any]:
    """Try a version for an operator, who is told how far it is; keeps nothing.

    Raises VersionUnknown.
    """
    tally, done = Tally(), 0
    with acting_as(System.ASSESSOR):
        version = wanted.row()
        live = RuleVersion.objects.filter(family=version.family, state=RuleState.LIVE)
        by = versions.prepared(version)
        present = live.exclude(pk=version.pk).first()
        before = versions.prepared(present) if present else None
        stays = past.stays_between(since=since, until=until)
        while done < len(stays):
            piece = stays[done : done + AT_ONCE]
            tally.add(_counted(by, before, piece, since, until).tally)
            done += len(piece)
            say(done, len(stays))
        clinicians = past.clinicians_on(until)
    return trial.result_of(tally, clinicians=clinicians, quiet_days=by.parameters.quiet_days)


def _keep_changes(row: Backtest, stays: Sequence[Stay], found: _Counted) -> None:
    room = MOST_CHANGES - row.changes.count()
    added, removed = trial.changes(found.raised, found.before)
    rows = [
        BacktestChange(
            backtest=row, client_id=stays[client].client_id,
            on=row.since + timedelta(days=int(day)), kind=kind,
        )
        for kind, marked in ((Change.ADDED, added), (Change.REMOVED, removed))
        for client, day in zip(*np.nonzero(marked), strict=True)
    ]  # fmt: skip
    BacktestChange.objects.bulk_create(rows[: max(room, 0)], batch_size=1000)


def _finish(row: Backtest, tally: Tally, *, at: datetime) -> None:
    trying: InUse = versions.prepared(row.version)
    row.result = trial.result_of(
        tally,
        clinicians=past.clinicians_on(row.until),
        quiet_days=trying.parameters.quiet_days,
    )
    row.state, row.finished_at = Progress.DONE, at


def _store(row: Backtest) -> None:
    Backtest.objects.filter(pk=row.pk).update(
        state=row.state, clients_done=row.clients_done, clients_in_all=row.clients_in_all,
        tally=row.tally, result=row.result, finished_at=row.finished_at,
    )  # fmt: skip
