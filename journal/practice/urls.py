from django.urls import path

from journal.practice import drawing_views, pace_views, solving, views

app_name = "practice"
urlpatterns = [
    path("", views.page, name="page"),
    path("session/", solving.session, name="session"),
    path("done/", solving.done, name="done"),
    path("pace/", pace_views.pace, name="pace"),
    path("pace/anew/", pace_views.anew, name="anew"),
    path("step/<int:pk>/", views.step, name="step"),
    path("questions/<int:pk>/", views.questions, name="questions"),
    path("new/", views.new, name="new"),
    path("new/<int:pk>/", views.new_for, name="new_for"),
    path("<int:pk>/", views.problem, name="problem"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/delete/", views.delete, name="delete"),
    path("<int:pk>/kind/", views.kind, name="kind"),
    path("<int:pk>/schedule/", views.schedule, name="schedule"),
    path("<int:pk>/unschedule/", views.unschedule, name="unschedule"),
    path("<int:pk>/pause/", views.pause, name="pause"),
    path("<int:pk>/retire/", views.retire, name="retire"),
    path("<int:pk>/resume/", views.resume, name="resume"),
    path("<int:pk>/snooze/", views.snooze, name="snooze"),
    path("<int:pk>/postpone/", solving.postpone, name="postpone"),
    path("<int:pk>/solve/", solving.solve, name="solve"),
    path("<int:pk>/finish/", solving.finish, name="finish"),
    path("<int:pk>/look/", solving.look, name="look"),
    path("<int:pk>/draw/", drawing_views.draw, name="draw"),
    path("<int:pk>/elsewhere/", solving.elsewhere, name="elsewhere"),
    path("attempts/<int:pk>/", solving.compare, name="compare"),
    path("attempts/<int:pk>/grade/", solving.grade, name="grade"),
    path("attempts/<int:pk>/ungrade/", solving.ungrade, name="ungrade"),
    path("attempts/<int:pk>/discard/", solving.discard, name="discard"),
    path("drawings/<int:pk>/", drawing_views.drawing, name="drawing"),
    path("drawings/<int:pk>/delete/", drawing_views.drop, name="drop_drawing"),
]
