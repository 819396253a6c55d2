from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0004_channels_row_security")]

    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="kind",
            field=models.CharField(
                choices=[
                    ("alert", "Alert"),
                    ("reminder", "Reminder"),
                    ("update", "Update"),
                    ("invitation", "Invitation"),
                    ("new_password", "New Password"),
                    ("code", "Code"),
                    ("test", "Test"),
                ],
                max_length=20,
            ),
        ),
    ]
