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
    # Silence counts in days; the hour is for every client's own midnight.
    "sweep missed check-ins": {
        "task": "alerts.sweep_missed_checkins",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    # Reminders are due at a wall-clock minute.
    "plan session reminders": {
        "task": "program.plan_reminders",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "send due reminders": {
        "task": "program.send_due_reminders",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
}
