"""The public map. API routes of each app under /api/v1/; everything else is the web app."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

from backend import views

api: list[URLPattern | URLResolver] = [
    path("", include("accounts.urls")),
    path("", include("program.urls")),
    path("", include("admissions.urls")),
    path("", include("care.urls")),
    path("", include("skills.urls")),
    path("", include("plans.urls")),
    path("", include("questionnaires.urls")),
    path("", include("checkins.urls")),
    path("", include("alerts.urls")),
    path("", include("progress.urls")),
    path("", include("reminders.urls")),
    path("", include("lessons.urls")),
    path("", include("family.urls")),
    path("", include("records.urls")),
    path("schema/", SpectacularJSONAPIView.as_view(), name="schema"),
]

urlpatterns = [
    path("", include("core.urls")),
    path("api/v1/", include(api)),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(r"^(?:api|_allauth)/", views.no_such_route, name="no-such-route"),
    re_path(r"^(?!assets/|static/).*$", views.web_app, name="web-app"),
]
handler404 = "backend.views.not_found"
handler500 = "backend.views.failed"
