"""Routes of check-ins and diary cards."""

from datetime import date

from django.urls import path, register_converter

from checkins import diary_views, views


class Day:
    """A calendar day in an address; anything else is no address of ours."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(Day, "day")

urlpatterns = [
    path("check-ins/", views.CheckIns.as_view(), name="check-ins"),
    path("check-ins/<uuid:check_in_id>/amendments/", views.Amendments.as_view(), name="amendments"),
    path(
        "clients/<uuid:client_id>/check-ins/",
        views.ClientCheckIns.as_view(),
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
