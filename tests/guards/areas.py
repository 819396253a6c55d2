"""The areas whose rows of the access matrix, objects and bodies live in files of their own.

Each has TABLE, objects(), BODIES, and OPEN: what is open to everybody, with the reason.
"""

from tests.guards import (
    matrix_care,
    matrix_program,
    matrix_progress,
    matrix_questionnaires,
    matrix_reminders,
)

AREAS = (matrix_care, matrix_program, matrix_progress, matrix_questionnaires, matrix_reminders)
