from django.urls import path

from journal.gaps import views

app_name = "gaps"
urlpatterns = [
    path("", views.list_, name="list"),
    path("new/", views.new, name="new"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/rename/", views.rename, name="rename"),
    path("<int:pk>/merge/", views.merge, name="merge"),
    path("<int:pk>/act/", views.act, name="act"),
    path("<int:pk>/close/", views.close, name="close"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("<int:pk>/remove/", views.remove, name="remove"),
    path("actions/<int:pk>/toggle/", views.action_toggle, name="action_toggle"),
    path("actions/<int:pk>/remove/", views.action_remove, name="action_remove"),
    path("learn/<int:pk>/", views.learn, name="learn"),
    path("mark/<int:pk>/", views.mark, name="mark"),
    path("unmark/<int:pk>/", views.unmark, name="unmark"),
    path("remark/<int:pk>/", views.remark, name="remark"),
]
