from django.urls import path

from journal.reminders import views

app_name = "reminders"
urlpatterns = [
    path("", views.page, name="page"),
    path("quiet/", views.keep_quiet, name="keep_quiet"),
    path("quiet/end/", views.end_quiet, name="end_quiet"),
    path("test/", views.send_trial, name="send_trial"),
    path("address/", views.try_address_again, name="try_address_again"),
    path("calendar/start/", views.start_calendar, name="start_calendar"),
    path("calendar/end/", views.end_calendar, name="end_calendar"),
    path("upturn.ics", views.calendar_file, name="calendar_file"),
    path("calendar/<str:token>.ics", views.feed, name="feed"),
    path("stop/<str:token>/", views.stop, name="stop"),
]
