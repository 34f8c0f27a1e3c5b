from django.urls import path

from journal.trash import views

app_name = "trash"
urlpatterns = [
    path("", views.page, name="page"),
    path("empty/", views.empty, name="empty"),
    path("<uuid:batch>/", views.detail, name="detail"),
    path("<uuid:batch>/back/", views.put_back, name="put_back"),
    path("<uuid:batch>/back/with-parents/", views.put_all_back, name="put_all_back"),
    path("<uuid:batch>/back/renamed/", views.rename, name="rename"),
    path("<uuid:batch>/back/merged/", views.merge, name="merge"),
    path("<uuid:batch>/delete/", views.delete, name="delete"),
]
