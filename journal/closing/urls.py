from django.urls import path

from journal.closing import views

app_name = "closing"
urlpatterns = [
    path("<int:pk>/", views.page, name="page"),
    path("<int:pk>/close/", views.close, name="close"),
    path("<int:pk>/closed/", views.closed, name="closed"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
]
