"""Our routes and the yardstick's, in one server. Set with ROOT_URLCONF."""

from django.urls import path

from backend.urls import handler404, handler500
from backend.urls import urlpatterns as ours
from tests.bench.trivial.views import NoteList, Notes

__all__ = ["handler404", "handler500", "urlpatterns"]
urlpatterns = [
    path("trivial/notes/", Notes.as_view()),
    path("trivial/notes/mine/", NoteList.as_view()),
    *ours,
]
