from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_invitations_are_taken_back")]

    operations = [
        # Those that went out before were in English.
        migrations.AddField("invitation", "language", models.CharField(default="en", max_length=8)),
        migrations.AddConstraint(
            "invitation",
            models.CheckConstraint(
                condition=models.Q(language__in=["en", "es"]),
                name="accounts_invitation_in_a_language_we_speak",
            ),
        ),
    ]
