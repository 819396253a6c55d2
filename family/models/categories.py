"""What may be shared. What has no key here has no switch anywhere."""

from django.db import models


class Category(models.TextChoices):
    """One switch each, off until a client turns it on. The order is the order of the screens."""

    PROGRAM_LINK = "program_link"  # "is in the program": part of every consent
    ATTENDANCE = "attendance"
    STREAK = "streak"
    SOBRIETY_MILESTONE = "sobriety_milestone"
    MOOD_TREND = "mood_trend"
    SLEEP_TREND = "sleep_trend"
    SKILLS_PRACTISED = "skills_practised"
    GOALS_MILESTONES = "goals_milestones"
    SAFETY_CONTACT_ROLE = "safety_contact_role"
    CRISIS_CONTACT = "crisis_contact"
    MESSAGE_OF_THANKS = "message_of_thanks"
    SESSION_INVITATIONS = "session_invitations"
    CRAVING_BAND = "craving_band"
    APPOINTMENT_TIMES = "appointment_times"


# These are confirmed twice and begin a day later; until then nobody has seen them.
SENSITIVE = (Category.CRAVING_BAND, Category.APPOINTMENT_TIMES)
