import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import core.clock
import core.crypto

TEXT = core.crypto.EncryptedTextField
PERSON = settings.AUTH_USER_MODEL
HOW = [("call", "Call"), ("text", "Text"), ("in_person", "In Person")]
TIMES = [("now", "Now"), ("morning", "Morning"), ("afternoon", "Afternoon"), ("evening", "Evening"), ("any", "Any")]
FAMILIES = [("safety", "Safety"), ("use", "Use"), ("contact", "Contact"), ("answers", "Answers"), ("signs", "Signs"), ("score", "Score"), ("slide", "Slide"), ("silence", "Silence")]
ACTIONS = [("called", "Called"), ("met", "Met"), ("messaged", "Messaged"), ("safety_plan", "Safety Plan"), ("emergency_services", "Emergency Services"), ("other", "Other")]


def base():
    """Return the columns that every table has."""
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        ("created_at", models.DateTimeField(default=core.clock.now, editable=False)),
    ]


def person(name, **options):
    """Return a column that names a person."""
    return (name, models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=PERSON, **options))


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0012_shipped_versions"),
        migrations.swappable_dependency(PERSON),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactRequest",
            fields=[
                *base(),
                ("submission_id", models.UUIDField()),
                ("distress", models.BooleanField()),
                ("how", models.CharField(choices=HOW, max_length=10)),
                ("best_time", models.CharField(choices=TIMES, max_length=10)),
                ("phone", TEXT(default="")),
                ("timezone", models.CharField(max_length=64)),
                ("recorded_at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                person("client", related_name="contact_requests"),
            ],
            options={
                "indexes": [models.Index(fields=["client", "-received_at"], name="contact_client")],
                "constraints": [
                    models.UniqueConstraint(fields=("client", "submission_id"), name="alerts_contactrequest_one_per_submission"),
                    models.CheckConstraint(condition=Q(best_time__in=[key for key, _ in TIMES], how__in=[key for key, _ in HOW]), name="alerts_contactrequest_known_wish"),
                    models.CheckConstraint(condition=Q(("how", "in_person"), Q(("phone", ""), _negated=True), _connector="OR"), name="alerts_contactrequest_number_to_reach"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reach",
            fields=[
                *base(),
                ("phone", TEXT()),
                ("place", TEXT(default="")),
                ("contact_name", TEXT(default="")),
                ("contact_relationship", TEXT(default="")),
                ("contact_phone", TEXT(default="")),
                ("confirmed_at", models.DateTimeField()),
                person("client", related_name="reach"),
                person("confirmed_by", related_name="+"),
            ],
            options={
                "indexes": [models.Index(fields=["client", "-confirmed_at"], name="reach_client")],
                "constraints": [
                    models.CheckConstraint(condition=Q(("phone", ""), _negated=True), name="alerts_reach_has_a_number"),
                    models.CheckConstraint(
                        condition=Q(contact_name="", contact_relationship="", contact_phone="") | (~Q(contact_name="") & ~Q(contact_phone="")),
                        name="alerts_reach_contact_can_be_called",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mirror",
            fields=[
                *base(),
                ("family", models.CharField(choices=FAMILIES, max_length=10)),
                ("noticed", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ("on", models.DateField(db_column="on_day")),
                ("flagged_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("action", models.CharField(choices=ACTIONS, default="", max_length=20)),
                ("changed_in", models.BigIntegerField()),
                ("alert", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="mirror", to="alerts.alert")),
                person("client", related_name="mirrors"),
                person("seen_by", null=True, related_name="+"),
            ],
            options={
                "indexes": [
                    models.Index(fields=["client", "-flagged_at"], name="mirror_client"),
                    models.Index(fields=["changed_in"], name="mirror_changed"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(seen_at=None, seen_by=None) | Q(seen_at__isnull=False, seen_by__isnull=False),
                        name="alerts_mirror_seen_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=Q(action="", done_at=None) | (Q(done_at__isnull=False) & Q(action__in=[key for key, _ in ACTIONS])),
                        name="alerts_mirror_done_by_an_action",
                    ),
                ],
            },
        ),
    ]
