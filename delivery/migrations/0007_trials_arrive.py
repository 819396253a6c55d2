from django.db import migrations, models

from core.identity import APP_ROLE

MOMENTS = "tested_at, delivered_at, arrived_at"


class Migration(migrations.Migration):
    dependencies = [("delivery", "0006_digests_and_calls")]

    operations = [
        *[
            migrations.AddField(
                model_name="contactpoint", name=name, field=models.DateTimeField(null=True)
            )
            for name in ("tested_at", "delivered_at", "arrived_at")
        ],
        # A person's own trials, and what the carrier hears of a browser; the policies of 0004 say whose.
        migrations.RunSQL(
            f"GRANT UPDATE ({MOMENTS}) ON delivery_contactpoint TO {APP_ROLE}",
            f"REVOKE UPDATE ({MOMENTS}) ON delivery_contactpoint FROM {APP_ROLE}",
        ),
    ]
