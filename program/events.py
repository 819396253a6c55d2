"""What program tells others. Each payload holds ids only."""

SESSION_CANCELLED = "session.cancelled"  # session_id
SESSION_MOVED = "session.moved"  # session_id: another time or another place
LEVEL_CHANGED = "enrolment.level_changed"  # enrolment_id, client_id: from today on
DISCHARGED = "enrolment.discharged"  # enrolment_id, client_id: from today on
