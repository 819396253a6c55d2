import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.clock
from core.rowsec import ME, enable, policy

MINE = f"client_id = {ME}"
STAFF = "(app_cares_for(client_id) OR (SELECT app_holds('administrator')))"
KEEP = (
    "CREATE TRIGGER records_noticeputoff_kept BEFORE DELETE OR UPDATE ON records_noticeputoff"
    " FOR EACH ROW EXECUTE FUNCTION records_keep();"
)
NO_KEEP = "DROP TRIGGER records_noticeputoff_kept ON records_noticeputoff;"


class Migration(migrations.Migration):
    dependencies = [("records", "0002_row_security")]

    operations = [
        migrations.CreateModel(
            name="NoticePutOff",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=core.clock.now, editable=False)),
                ("put_off_on", models.DateField()),
                ("put_off_at", models.DateTimeField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="put_off",
                        to="records.patientnotice",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "notice", "put_off_on"),
                        name="records_noticeputoff_once_a_day",
                    )
                ],
            },
        ),
        enable("records_noticeputoff"),
        policy("records_noticeputoff", "mine", "SELECT", MINE),
        policy("records_noticeputoff", "put_off_by_me", "INSERT", MINE),
        policy("records_noticeputoff", "staff_read", "SELECT", STAFF),
        migrations.RunSQL(KEEP, NO_KEEP),
    ]
