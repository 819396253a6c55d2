from django.db import migrations, models

from core.rowsec import policy, system

DIGEST = f"{system('assessor')} AND kind = 'digest'"


class Migration(migrations.Migration):
    dependencies = [("delivery", "0005_update_kind")]

    operations = [
        migrations.AlterField(
            model_name='delivery',
            name='channel',
            field=models.CharField(choices=[('push', 'Push'), ('email', 'Email'), ('sms', 'Sms'), ('webhook', 'Webhook')], max_length=10),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='kind',
            field=models.CharField(choices=[('alert', 'Alert'), ('digest', 'Digest'), ('reminder', 'Reminder'), ('update', 'Update'), ('invitation', 'Invitation'), ('new_password', 'New Password'), ('code', 'Code'), ('test', 'Test')], max_length=20),
        ),
        policy("delivery_delivery", "assessor_queues_digests", "INSERT", DIGEST),
        policy("delivery_delivery", "assessor_sees_digests", "SELECT", DIGEST),
    ]
