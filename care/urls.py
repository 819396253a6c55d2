"""Routes of care. None of them is a family's."""

from datetime import date

from django.urls import path, register_converter

from care.views import casework, goals, history, medication


class CareDay:
    """A calendar day in an address; anything else is no address of ours."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(CareDay, "care_day")

CLIENT = "clients/<uuid:client_id>/"
MEDICATION = "medications/<uuid:medication_id>/"
GOAL = "goals/<uuid:goal_id>/"
TASK = "tasks/<uuid:task_id>/"
REFERRAL = "referrals/<uuid:referral_id>/"

urlpatterns = [
    path("medications/", medication.Medications.as_view(), name="medications"),
    path("medications/marks/", medication.Marks.as_view(), name="medication-marks"),
    path("medications/notes/", medication.Notes.as_view(), name="medication-notes"),
    path(MEDICATION, medication.OneMedication.as_view(), name="medication"),
    path(f"{MEDICATION}stop/", medication.StopMedication.as_view(), name="stop-medication"),
    path(f"{MEDICATION}marks/", medication.MarkMedication.as_view(), name="mark-medication"),
    path(f"{MEDICATION}notes/", medication.WriteNote.as_view(), name="write-medication-note"),
    path(f"{MEDICATION}history/", history.MedicationHistory.as_view(), name="medication-history"),
    path("medication-notes/", medication.CaseloadNotes.as_view(), name="caseload-notes"),
    path("medication-notes/<uuid:note_id>/seen/", medication.SeeNote.as_view(), name="see-note"),
    path(
        f"{CLIENT}medications/", medication.ClientMedications.as_view(), name="client-medications"
    ),
    path(
        f"{CLIENT}medications/marks/",
        medication.ClientMarks.as_view(),
        name="client-medication-marks",
    ),
    path(
        f"{CLIENT}medications/notes/",
        medication.ClientNotes.as_view(),
        name="client-medication-notes",
    ),
    path("goals/", goals.Goals.as_view(), name="goals"),
    path(GOAL, goals.OneGoal.as_view(), name="goal"),
    path(f"{GOAL}end/", goals.EndGoal.as_view(), name="end-goal"),
    path(f"{GOAL}reopen/", goals.ReopenGoal.as_view(), name="reopen-goal"),
    path(f"{GOAL}steps/", goals.GoalSteps.as_view(), name="goal-steps"),
    path(f"{GOAL}history/", history.GoalHistory.as_view(), name="goal-history"),
    path("goal-steps/<uuid:step_id>/", goals.OneStep.as_view(), name="goal-step"),
    path("goal-of-day/<care_day:on>/", goals.GoalOfDay.as_view(), name="goal-of-day"),
    path(f"{CLIENT}goals/", goals.ClientGoals.as_view(), name="client-goals"),
    path("tasks/", casework.Tasks.as_view(), name="tasks"),
    path("tasks/mine/", casework.MyTasks.as_view(), name="my-tasks"),
    path(TASK, casework.OneTask.as_view(), name="task"),
    path(f"{TASK}move/", casework.MoveTask.as_view(), name="move-task"),
    path(f"{TASK}history/", history.TaskHistory.as_view(), name="task-history"),
    path(f"{CLIENT}tasks/", casework.ClientTasks.as_view(), name="client-tasks"),
    path("referrals/", casework.Referrals.as_view(), name="referrals"),
    path(REFERRAL, casework.OneReferral.as_view(), name="referral"),
    path(f"{REFERRAL}history/", history.ReferralHistory.as_view(), name="referral-history"),
    path(f"{CLIENT}referrals/", casework.ClientReferrals.as_view(), name="client-referrals"),
]
