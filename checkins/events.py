"""Facts that check-ins, diary cards, urges and lapses tell, by the ids of what came in.

Of a card, an urge and a lapse any version is news: first ones and changes are looked at alike.
"""

SUBMITTED = "checkin.submitted"
CORRECTED = "checkin.corrected"
CARD_RECEIVED = "diary_card.received"
URGE_LOGGED = "urge.logged"
LAPSE_REPORTED = "lapse.reported"
