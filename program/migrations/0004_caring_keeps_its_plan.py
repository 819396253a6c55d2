from django.db import migrations

# Asked by many policies, often once for each row. As SQL it was planned again by every statement
# that asked, which took most of the time of reading one's own row; PL/pgSQL keeps the plan.
CARES_FOR = """
CREATE OR REPLACE FUNCTION app_cares_for(client uuid) RETURNS boolean LANGUAGE {} STABLE AS $$
    {} EXISTS (
        SELECT 1 FROM program_careteammember m JOIN program_program p ON p.id = m.program_id
         WHERE m.clinician_id = app_person() AND m.client_id = client
           AND m.active_from <= (now() AT TIME ZONE p.timezone)::date
           AND (m.active_until IS NULL OR m.active_until > (now() AT TIME ZONE p.timezone)::date)){}
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("program", "0003_session_skill")]

    operations = [
        migrations.RunSQL(
            CARES_FOR.format("plpgsql", "BEGIN RETURN", "; END"),
            CARES_FOR.format("sql", "SELECT", ""),
        ),
    ]
