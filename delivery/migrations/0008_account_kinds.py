from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0007_trials_arrive")]

    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="kind",
            field=models.CharField(
                choices=[
                    ("alert", "Alert"),
                    ("digest", "Digest"),
                    ("reminder", "Reminder"),
                    ("update", "Update"),
                    ("invitation", "Invitation"),
                    ("new_password", "New Password"),
                    ("account", "Account"),
                    ("address_code", "Address Code"),
                    ("code", "Code"),
                    ("test", "Test"),
                ],
                max_length=20,
            ),
        ),
    ]
