"""Every periodic task in one table, with why that often. PostgreSQL holds what is due."""

from typing import Any

SCHEDULE: dict[str, dict[str, Any]] = {
    # Check-ins nudge this themselves; the schedule is for nudges lost with a process or broker.
    "drain the outbox": {"task": "core.drain_outbox", "schedule": 5.0, "options": {"expires": 30}},
    "carry what is due": {
        "task": "delivery.carry_due",
        "schedule": 5.0,
        "options": {"expires": 30},
    },
    # Leases last 75 seconds; a critical alert has fifteen, so a freed one does not wait long.
    "release stuck deliveries": {
        "task": "delivery.release_stuck_deliveries",
        "schedule": 10.0,
        "options": {"expires": 30},
    },
    # The shortest time to answer is 15 minutes; a minute late is within it.
    "escalate unanswered alerts": {
        "task": "alerts.escalate_unanswered",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    # A shift ends at a minute of the day; whoever comes next should find what is left open.
    "reopen at shift changes": {
        "task": "alerts.reopen_at_shift_change",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    # Digests are wished for at a minute of the day.
    "send digests": {"task": "alerts.send_digests", "schedule": 60.0, "options": {"expires": 60}},
    # Two weeks ahead: an hour later is as good.
    "warn of gaps in the rota": {
        "task": "alerts.warn_of_gaps",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    # What has waited five minutes is an alarm; a minute later is within six.
    "watch the machinery": {
        "task": "alerts.watch_machinery",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    # Silence counts in days; the hour is for every client's own midnight.
    "sweep missed check-ins": {
        "task": "alerts.sweep_missed_checkins",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    # Each program's night is swept once, in the hour after its midnight.
    "score everybody's night": {
        "task": "alerts.sweep_nights",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    # Limits are found anew when a week has passed; asking more often costs one row.
    "find the limits of warnings": {
        "task": "alerts.find_limits",
        "schedule": 21600.0,
        "options": {"expires": 3600},
    },
    # A request nudges this itself; the schedule is for nudges that were lost.
    "go on with trials of rules": {
        "task": "alerts.run_backtests",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    # What is weighed changes by the day. Often enough that one lost run loses nobody a day.
    "weigh steps": {
        "task": "progress.weigh_steps",
        "schedule": 21600.0,
        "options": {"expires": 3600},
    },
    # Weeks of many people: a day later is the same table.
    "publish outcomes": {
        "task": "progress.publish_outcomes",
        "schedule": 86400.0,
        "options": {"expires": 3600},
    },
    # Kept for days: when in the day they go does not matter.
    "forget requests for calls": {
        "task": "admissions.prune_call_requests",
        "schedule": 86400.0,
        "options": {"expires": 3600},
    },
    # Days matter here, not minutes; a few thousand rows at a time keep each run short.
    "prune what is settled": {
        "task": "delivery.prune",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    # Twelve weeks are written ahead; an hour is soon enough for the day that comes into reach.
    "extend the timetable": {
        "task": "program.extend_timetable",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    # A day begins at each program's own midnight.
    "put changes of the day into force": {
        "task": "program.put_into_force",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    # A sharing's last day ends at its program's midnight; readings know at once, the record soon.
    "close sharings that are over": {
        "task": "family.close_what_is_over",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    # A request nudges this itself; the schedule is for nudges that were lost.
    "make own data": {"task": "records.make_exports", "schedule": 30.0, "options": {"expires": 60}},
    # Files live for a week: an hour longer is within what is said.
    "delete files that are over": {
        "task": "records.sweep_exports",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    # Deadlines are days.
    "warn of deadlines": {
        "task": "records.warn_of_deadlines",
        "schedule": 21600.0,
        "options": {"expires": 3600},
    },
    # Reminders are due at a wall-clock minute.
    "tick reminders": {
        "task": "reminders.tick",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
}
