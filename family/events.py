"""What family tells its own work that follows. Each payload holds ids only."""

CALL_ASKED = "family.call_asked"  # call_id, client_id
MEETING_ASKED = "family.meeting_asked"  # invitation_id, client_id
TEAM_NOTE_WRITTEN = "family.team_note_written"  # note_id
