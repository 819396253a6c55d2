from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('progress', '0002_row_security')]

    operations = [
        migrations.AlterField(
            model_name='outcomecell', name='first_mean', field=models.FloatField(null=True),
        ),
    ]
