"""Facts that check-ins tell. The payload of both is the check-in's id and the client's."""

SUBMITTED = "checkin.submitted"
CORRECTED = "checkin.corrected"
