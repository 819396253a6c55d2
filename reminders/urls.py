"""Routes of reminders, of contact points, and of what could not be delivered."""

from django.urls import path

from reminders.views import dead_letters, preferences, reminders

urlpatterns = [
    path("reminders/", reminders.Reminders.as_view(), name="reminders"),
    path("reminders/count/", reminders.ReminderCount.as_view(), name="reminder-count"),
    path("reminders/opened/", reminders.OpenMessage.as_view(), name="open-message"),
    path("reminders/ledger/", reminders.OwnLedger.as_view(), name="reminder-ledger"),
    path("reminders/preferences/", preferences.Preferences.as_view(), name="reminder-preferences"),
    path("reminders/pause/", preferences.Pause.as_view(), name="pause-reminders"),
    path(
        "reminders/<uuid:reminder_id>/open/", reminders.OpenReminder.as_view(), name="open-reminder"
    ),
    path(
        "reminders/<uuid:reminder_id>/done/",
        reminders.FinishReminder.as_view(),
        name="finish-reminder",
    ),
    path(
        "clients/<uuid:client_id>/reminders/",
        reminders.ClientLedger.as_view(),
        name="client-reminders",
    ),
    path("contact-points/", preferences.ContactPoints.as_view(), name="contact-points"),
    path("contact-points/phone/", preferences.AddPhone.as_view(), name="add-phone"),
    path("contact-points/push/", preferences.AddPush.as_view(), name="add-push"),
    path("contact-points/trial-came/", preferences.TrialCame.as_view(), name="trial-came"),
    path(
        "contact-points/<uuid:point_id>/",
        preferences.OneContactPoint.as_view(),
        name="contact-point",
    ),
    path(
        "contact-points/<uuid:point_id>/confirm/",
        preferences.ConfirmPhone.as_view(),
        name="confirm-phone",
    ),
    path(
        "contact-points/<uuid:point_id>/test/",
        preferences.TryContactPoint.as_view(),
        name="try-contact-point",
    ),
    path("dead-letters/", dead_letters.DeadLetters.as_view(), name="dead-letters"),
    path(
        "dead-letters/replay/", dead_letters.ReplayDeadLetters.as_view(), name="replay-dead-letters"
    ),
    path("text-replies/", dead_letters.TextReplies.as_view(), name="text-replies"),
]
