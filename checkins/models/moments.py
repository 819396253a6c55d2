"""What may happen several times a day: an urge, a lapse. Every change is a new version."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from checkins.models.days import ENVELOPE, UP_TO_TEN, Moment, Toward, moment_constraints
from core.crypto import EncryptedTextField


class Trigger(models.TextChoices):
    """What set an urge off, in words that are nobody's own."""

    PEOPLE = "people"
    PLACE = "place"
    FEELING = "feeling"
    CONFLICT = "conflict"
    STRESS = "stress"
    BOREDOM = "boredom"
    TIRED_OR_HUNGRY = "tired_or_hungry"
    PAIN = "pain"
    MEMORY = "memory"
    MONEY = "money"
    CELEBRATION = "celebration"
    SEEING_IT = "seeing_it"
    OTHER = "other"


class Place(models.TextChoices):
    """The kind of place, never the place."""

    HOME = "home"
    WORK_OR_SCHOOL = "work_or_school"
    PROGRAM = "program"
    ON_THE_WAY = "on_the_way"
    SHOP_OR_RESTAURANT = "shop_or_restaurant"
    WITH_FRIENDS = "with_friends"
    OUTDOORS = "outdoors"
    ONLINE = "online"
    OTHER = "other"


class Response(models.TextChoices):
    """What a client did about an urge."""

    SKILL = "skill"
    CALLED_SOMEONE = "called_someone"
    WENT_SOMEWHERE_ELSE = "went_somewhere_else"
    WAITED = "waited"
    DID_SOMETHING_ELSE = "did_something_else"
    MEETING = "meeting"
    NOTHING_YET = "nothing_yet"
    OTHER = "other"


class UrgeLog(Moment):
    """One version of one urge, 0–10, and how strong it was afterwards. Acting on it is apart."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="urge_logs"
    )
    toward = models.CharField(max_length=10, choices=Toward, default=Toward.USE)
    intensity = models.PositiveSmallIntegerField(validators=UP_TO_TEN)
    after = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    acted = models.BooleanField(null=True)
    triggers = ArrayField(models.CharField(max_length=20, choices=Trigger), default=list)
    trigger_words = EncryptedTextField(default="")
    place = models.CharField(max_length=20, choices=Place, default="", blank=True)
    did = ArrayField(models.CharField(max_length=20, choices=Response), default=list)
    did_words = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = (
            "toward", "intensity", "after", "acted", "triggers", "trigger_words", "place", "did",
            "did_words",
        )  # fmt: skip
        operational = (*ENVELOPE, "entry")

    class Meta:
        constraints = [
            *moment_constraints("checkins_urgelog"),
            models.CheckConstraint(
                condition=Q(intensity__lte=10), name="checkins_urgelog_intensity_up_to_ten"
            ),
            models.CheckConstraint(
                condition=Q(after=None) | Q(after__lte=10), name="checkins_urgelog_after_up_to_ten"
            ),
            models.CheckConstraint(
                condition=Q(toward__in=Toward.values), name="checkins_urgelog_known_toward"
            ),
            models.CheckConstraint(
                condition=Q(place__in=["", *Place.values]), name="checkins_urgelog_known_place"
            ),
            models.CheckConstraint(
                condition=Q(triggers__contained_by=Trigger.values),
                name="checkins_urgelog_known_triggers",
            ),
            models.CheckConstraint(
                condition=Q(did__contained_by=Response.values),
                name="checkins_urgelog_known_responses",
            ),
        ]
        indexes = [models.Index(fields=["client", "-on"], name="urgelog_client_day")]


class PartOfDay(models.TextChoices):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Need(models.TextChoices):
    """What a client needs now."""

    CALL_ME = "call_me"
    TALK_NEXT_SESSION = "talk_next_session"
    MEDICAL_HELP = "medical_help"
    SUPPORT_PERSON = "support_person"
    SAFER_PLACE = "safer_place"
    NOTHING_NOW = "nothing_now"
    OTHER = "other"


class Lapse(Moment):
    """One version of what a client says about a lapse. `mistaken`: it was entered by mistake."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="lapses"
    )
    part_of_day = models.CharField(max_length=10, choices=PartOfDay, default="", blank=True)
    what = EncryptedTextField(default="")
    led_to = EncryptedTextField(default="")
    learned = EncryptedTextField(default="")
    needs = ArrayField(models.CharField(max_length=20, choices=Need), default=list)
    need_words = EncryptedTextField(default="")
    mistaken = models.BooleanField(default=False)

    class Privacy:
        identity = ("client",)
        clinical = (
            "part_of_day", "what", "led_to", "learned", "needs", "need_words", "mistaken",
        )  # fmt: skip
        operational = (*ENVELOPE, "entry")

    class Meta:
        constraints = [
            *moment_constraints("checkins_lapse"),
            models.CheckConstraint(
                condition=Q(part_of_day__in=["", *PartOfDay.values]),
                name="checkins_lapse_known_part_of_day",
            ),
            models.CheckConstraint(
                condition=Q(needs__contained_by=Need.values), name="checkins_lapse_known_needs"
            ),
            models.CheckConstraint(
                # A first version says that something happened; only a later one takes it back.
                condition=Q(mistaken=False) | Q(version__gt=1),
                name="checkins_lapse_mistaken_only_later",
            ),
        ]
        indexes = [models.Index(fields=["client", "-on"], name="lapse_client_day")]
