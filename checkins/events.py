"""Facts that check-ins and diary cards tell. A payload names what came in, and the client."""

SUBMITTED = "checkin.submitted"
CORRECTED = "checkin.corrected"

# Any version of a card: a first one and an amendment are looked at alike.
CARD_RECEIVED = "diary_card.received"
