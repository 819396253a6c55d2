"""Try a version on days from elsewhere: a table comes in, figures go out, nothing is kept."""

from dataclasses import fields, replace
from typing import Any

import numpy as np

from alerts.models import RuleFamily, RuleVersion
from alerts.selectors import versions
from alerts.selectors.versions import InUse
from alerts.services.backtesting import Wanted
from alerts.warning import table, trial
from alerts.warning.anchored import anchor_of
from alerts.warning.replay import Replay, replay, replay_chart
from alerts.warning.trial import Tally
from alerts.warning.window import Window
from core.errors import Refused
from core.identity import System, acting_as

AT_ONCE = 500


class TableUnreadable(Refused):
    """A row or a cell of the table cannot be read; nothing was tried."""

    status = 400
    code = "table_unreadable"


def try_table(*, version: RuleVersion, text: str) -> dict[str, Any]:
    """Try a version on a table of days under the limits that hold here. Raises TableUnreadable."""
    by = versions.prepared(version)
    try:
        series = table.read(text, parameters=by.parameters)
    except table.Unreadable as error:
        raise TableUnreadable(error.sentence, row=error.row, column=error.column) from None
    tally = Tally()
    for start in range(0, len(series), AT_ONCE):
        part = _part(series, slice(start, start + AT_ONCE))
        replayed = _replay(by, part)
        raised = trial.alarms_of(replayed, by.limits, by.parameters)
        tally.add(trial.count(raised, replayed.scored, part.used))
    return trial.result_of(tally, clinicians=0, quiet_days=by.parameters.quiet_days)


def _replay(by: InUse, series: Window) -> Replay:
    """Replay days that begin with each client's first; what lies before it is nobody's."""
    if by.row.family != RuleFamily.SLIDE:
        replayed = replay(series, by.parameters)
        return replace(replayed, scored=replayed.scored & series.enrolled)
    length = by.parameters.anchor_days
    begins = series.days - 1 - series.tenure
    places = np.minimum(begins[:, None] + np.arange(length), series.days - 1)
    good = np.take_along_axis(series.items, places[..., None], axis=1)
    return replay_chart(series, anchor_of(good, by.parameters), begins + length, by.parameters)


def _part(series: Window, rows: slice) -> Window:
    return Window(**{one.name: getattr(series, one.name)[rows] for one in fields(Window)})


def try_table_of(wanted: Wanted, *, text: str) -> dict[str, Any]:
    """Try a version on a table for an operator. Raises VersionUnknown, TableUnreadable."""
    with acting_as(System.ASSESSOR):
        return try_table(version=wanted.row(), text=text)
