import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.clock
import core.crypto

PERSON = settings.AUTH_USER_MODEL


def base():
    return [
        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        ('created_at', models.DateTimeField(default=core.clock.now, editable=False)),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ('care', '0002_row_security'),
        ('family', '0007_in_force'),
        migrations.swappable_dependency(PERSON),
    ]

    operations = [
        migrations.CreateModel(
            name='SharedGoal',
            fields=[
                *base(),
                ('milestone', models.SlugField(blank=True, default='', max_length=40)),
                ('title', core.crypto.EncryptedTextField()),
                ('reached', models.BooleanField(default=False)),
                ('shared_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shared_goals', to=PERSON)),
                ('goal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='care.goal')),
            ],
        ),
        migrations.CreateModel(
            name='SupportWords',
            fields=[
                *base(),
                ('words', core.crypto.EncryptedTextField()),
                ('written_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='support_words', to=PERSON)),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=PERSON)),
            ],
        ),
        migrations.CreateModel(
            name='RulesRead',
            fields=[
                *base(),
                ('version', models.CharField(max_length=20)),
                ('read_at', models.DateTimeField()),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=PERSON)),
            ],
        ),
        migrations.AddConstraint(
            model_name='sharedgoal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('goal', None), models.Q(('milestone', ''), _negated=True)), models.Q(('goal__isnull', False), ('milestone', '')), _connector='OR'), name='family_sharedgoal_is_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='sharedgoal',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_at', None), ('withdrawn_at__gte', models.F('shared_at')), _connector='OR'), name='family_sharedgoal_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='sharedgoal',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('goal',), name='family_sharedgoal_a_goal_once'),
        ),
        migrations.AddConstraint(
            model_name='sharedgoal',
            constraint=models.UniqueConstraint(condition=models.Q(('goal', None), ('withdrawn_at', None)), fields=('client', 'milestone'), name='family_sharedgoal_a_milestone_once'),
        ),
        migrations.AddConstraint(
            model_name='supportwords',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('client', 'recipient'), name='family_supportwords_one_for_a_person'),
        ),
        migrations.AddConstraint(
            model_name='supportwords',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_at', None), ('withdrawn_at__gte', models.F('written_at')), _connector='OR'), name='family_supportwords_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='supportwords',
            constraint=models.CheckConstraint(condition=models.Q(('recipient', models.F('client')), _negated=True), name='family_supportwords_for_someone_else'),
        ),
        migrations.AddConstraint(
            model_name='rulesread',
            constraint=models.UniqueConstraint(fields=('reader', 'version'), name='family_rulesread_once_a_version'),
        ),
    ]
