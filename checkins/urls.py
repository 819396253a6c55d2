"""Routes of check-ins, personal items, urges, lapses, daily goals and diary cards."""

from datetime import date

from django.urls import path, register_converter

from checkins import diary_views
from checkins.views import check_ins, goals, history, items, moments


class Day:
    """A calendar day in an address; anything else is no address of ours."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(Day, "day")

urlpatterns = [
    path("check-in-form/", check_ins.CheckInForm.as_view(), name="check-in-form"),
    path("personal-items/", items.PersonalItems.as_view(), name="personal-items"),
    path(
        "clients/<uuid:client_id>/personal-items/",
        items.ClientPersonalItems.as_view(),
        name="client-personal-items",
    ),
    path(
        "clients/<uuid:client_id>/personal-items/<uuid:item>/",
        items.ClientPersonalItem.as_view(),
        name="client-personal-item",
    ),
    path("urges/", moments.Urges.as_view(), name="urges"),
    path("urges/<uuid:entry>/", moments.OneUrge.as_view(), name="urge"),
    path("clients/<uuid:client_id>/urges/", moments.ClientUrges.as_view(), name="client-urges"),
    path("lapses/", moments.Lapses.as_view(), name="lapses"),
    path("lapses/who-sees/", moments.WhoSeesALapse.as_view(), name="who-sees-a-lapse"),
    path("lapses/<uuid:entry>/", moments.OneLapse.as_view(), name="lapse"),
    path("clients/<uuid:client_id>/lapses/", moments.ClientLapses.as_view(), name="client-lapses"),
    path("use-history/", history.OwnUseHistory.as_view(), name="use-history"),
    path(
        "clients/<uuid:client_id>/use-history/",
        history.ClientUseHistory.as_view(),
        name="client-use-history",
    ),
    path("days-well/", moments.DaysWell.as_view(), name="days-well"),
    path("daily-goals/", goals.DailyGoals.as_view(), name="daily-goals"),
    path("daily-goals/<day:on>/", goals.DailyGoal.as_view(), name="daily-goal"),
    path(
        "clients/<uuid:client_id>/daily-goals/",
        goals.ClientDailyGoals.as_view(),
        name="client-daily-goals",
    ),
    path("check-ins/", check_ins.CheckIns.as_view(), name="check-ins"),
    path(
        "check-ins/<uuid:check_in_id>/amendments/",
        check_ins.Amendments.as_view(),
        name="amendments",
    ),
    path(
        "clients/<uuid:client_id>/check-ins/",
        check_ins.ClientCheckIns.as_view(),
        name="client-check-ins",
    ),
    path("diary-cards/", diary_views.DiaryCards.as_view(), name="diary-cards"),
    path("diary-cards/<day:on>/", diary_views.DiaryCardOfDay.as_view(), name="diary-card"),
    path("diary-targets/", diary_views.DiaryTargets.as_view(), name="diary-targets"),
    path(
        "clients/<uuid:client_id>/diary-cards/",
        diary_views.ClientDiaryCards.as_view(),
        name="client-diary-cards",
    ),
    path(
        "clients/<uuid:client_id>/diary-targets/",
        diary_views.ClientDiaryTargets.as_view(),
        name="client-diary-targets",
    ),
    path(
        "clients/<uuid:client_id>/diary-targets/<uuid:target_id>/",
        diary_views.ClientDiaryTarget.as_view(),
        name="client-diary-target",
    ),
]
