from django.db import migrations, models

KINDS = [
    ('safety', 'Safety'), ('relapse_prevention', 'Relapse Prevention'), ('discharge', 'Discharge'),
]


class Migration(migrations.Migration):

    dependencies = [('plans', '0002_row_security')]

    operations = [
        migrations.AlterField(
            model_name='plan', name='kind', field=models.CharField(choices=KINDS, max_length=20),
        ),
        migrations.RemoveConstraint(model_name='plan', name='plans_plan_known_kind'),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(
                condition=models.Q(('kind__in', [key for key, _ in KINDS])),
                name='plans_plan_known_kind',
            ),
        ),
    ]
