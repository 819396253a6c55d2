"""Routes of program."""

from django.urls import path

from program.views import (
    calendars,
    client,
    clients,
    enrolments,
    hours,
    me,
    places,
    schedule,
    series,
    sessions,
    teams,
    timetable,
    tracks,
)

CLIENT = "clients/<uuid:client_id>/"
SESSION = "timetable/<uuid:session_id>/"

own = [
    path("me/", me.Me.as_view(), name="me"),
    path("enrolment/", me.OwnEnrolment.as_view(), name="own-enrolment"),
    path("sessions/", sessions.Sessions.as_view(), name="sessions"),
    path(
        "sessions/<uuid:session_id>/cannot-come/",
        sessions.CannotCome.as_view(),
        name="cannot-come",
    ),
    path("calendar/", me.CalendarAddress.as_view(), name="calendar-address"),
    path("calendar/<str:secret>/", calendars.Calendar.as_view(), name="calendar"),
]
clinicians = [
    path("schedule/", schedule.Schedule.as_view(), name="schedule"),
    path("schedule/<uuid:session_id>/", schedule.Roster.as_view(), name="roster"),
    path(CLIENT, client.OneClient.as_view(), name="client"),
    path(f"{CLIENT}enrolment/", clients.ClientEnrolment.as_view(), name="client-enrolment"),
    path(f"{CLIENT}attendance/", clients.ClientAttendance.as_view(), name="client-attendance"),
    path(
        f"{CLIENT}level-changes/",
        clients.ClientLevelChanges.as_view(),
        name="client-level-changes",
    ),
    path(
        f"{CLIENT}level-changes/<uuid:change_id>/",
        clients.ClientLevelChange.as_view(),
        name="client-level-change",
    ),
    path(f"{CLIENT}discharge/", clients.ClientDischarge.as_view(), name="client-discharge"),
]
people = [
    path("programs/", enrolments.Programs.as_view(), name="programs"),
    path("people/", enrolments.People.as_view(), name="people"),
    path("enrolments/", enrolments.Enrolments.as_view(), name="enrolments"),
    path("enrolments/<uuid:enrolment_id>/", enrolments.OneEnrolment.as_view(), name="enrolment"),
    path(
        "enrolments/<uuid:enrolment_id>/level-changes/",
        enrolments.LevelChanges.as_view(),
        name="level-changes",
    ),
    path(
        "level-changes/<uuid:change_id>/",
        enrolments.OneLevelChange.as_view(),
        name="level-change",
    ),
    path(
        "enrolments/<uuid:enrolment_id>/discharge/",
        enrolments.Discharges.as_view(),
        name="discharge",
    ),
    path("enrolments/<uuid:enrolment_id>/team/", teams.Team.as_view(), name="team"),
    path("team/<uuid:member_id>/", teams.TeamPlace.as_view(), name="team-place"),
    path("team/<uuid:member_id>/end/", teams.EndTeamPlace.as_view(), name="end-team-place"),
]
keeping = [
    path("programs/<uuid:program_id>/hours/", hours.Hours.as_view(), name="opening-hours"),
    path("licences/", hours.Licences.as_view(), name="licences"),
    path("people/<uuid:person_id>/licence/", hours.OneLicence.as_view(), name="licence"),
    path("rooms/", places.Rooms.as_view(), name="rooms"),
    path("rooms/<uuid:room_id>/close/", places.CloseRoom.as_view(), name="close-room"),
    path("holidays/", places.Holidays.as_view(), name="holidays"),
    path("holidays/<uuid:holiday_id>/", places.OneHoliday.as_view(), name="holiday"),
    path("tracks/", tracks.Tracks.as_view(), name="tracks"),
    path("tracks/<uuid:track_id>/close/", tracks.CloseTrack.as_view(), name="close-track"),
    path("tracks/<uuid:track_id>/members/", tracks.TrackMembers.as_view(), name="track-members"),
    path("track-members/<uuid:member_id>/leave/", tracks.LeaveTrack.as_view(), name="leave-track"),
    path("series/", series.AllSeries.as_view(), name="all-series"),
    path("series/<uuid:series_id>/", series.OneSeries.as_view(), name="series"),
    path("series/<uuid:series_id>/end/", series.EndSeries.as_view(), name="end-series"),
    path("series/<uuid:series_id>/skip/", series.SkipDay.as_view(), name="skip-day"),
    path("series/<uuid:series_id>/members/", tracks.SeriesMembers.as_view(), name="series-members"),
    path(
        "series-members/<uuid:member_id>/leave/",
        tracks.LeaveSeries.as_view(),
        name="leave-series",
    ),
    path("timetable/", timetable.Timetable.as_view(), name="timetable"),
    path(f"{SESSION}move/", timetable.MoveSession.as_view(), name="move-session"),
    path(f"{SESSION}cancel/", timetable.CancelSession.as_view(), name="cancel-session"),
    path(f"{SESSION}participants/", timetable.Participants.as_view(), name="participants"),
    path(
        f"{SESSION}participants/<uuid:client_id>/",
        timetable.OneParticipant.as_view(),
        name="participant",
    ),
]
urlpatterns = [*own, *clinicians, *people, *keeping]
