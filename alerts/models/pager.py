"""A clinic's own pager: where a signed word of an alert goes, without a word about whom."""

from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base
from program.models import Program


class Pager(Base):
    """One address of a program's own, which answers for it under an agreement."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=60)
    agreement = models.CharField(max_length=60)  # the number of the agreement with its vendor
    address = EncryptedTextField()
    secret = EncryptedTextField()
    # Signs as well until then, so that the other side can change over.
    former_secret = EncryptedTextField(default="")
    former_until = models.DateTimeField(null=True)
    tiers = models.JSONField(default=list)
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        operational = (
            "id", "created_at", "program", "label", "agreement", "address", "secret",
            "former_secret", "former_until", "tiers", "ended_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(agreement=""), name="alerts_pager_under_an_agreement"
            ),
            models.UniqueConstraint(
                fields=["program", "label"],
                condition=Q(ended_at=None),
                name="alerts_pager_one_of_a_label",
            ),
        ]
