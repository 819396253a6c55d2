from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("family", "0030_closing_and_on_call")]

    operations = [
        migrations.AlterField(
            model_name="consent",
            name="signature_method",
            field=models.CharField(
                choices=[
                    ("password", "Password"),
                    ("totp", "Totp"),
                    ("passkey", "Passkey"),
                    ("paper", "Paper"),
                ],
                max_length=12,
            ),
        ),
    ]
