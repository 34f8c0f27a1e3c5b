from django.urls import path

from journal.feedback import ask_views, follow_up_views, letter_views, views, wording_views

app_name = "feedback"
urlpatterns = [
    path("ask/<int:pk>/", ask_views.ask, name="ask"),
    path("ask/<int:pk>/draft/", ask_views.draft, name="draft"),
    path("ask/<int:pk>/nobody/", ask_views.nobody, name="nobody"),
    path("letters/<int:pk>/", letter_views.letter, name="letter"),
    path("letters/<int:pk>/asked/", letter_views.asked, name="asked"),
    path("letters/<int:pk>/nudged/", follow_up_views.nudged, name="nudged"),
    path("letters/<int:pk>/refused/", letter_views.refused, name="refused"),
    path("letters/<int:pk>/no-answer/", letter_views.no_answer, name="no_answer"),
    path("letters/<int:pk>/again/", letter_views.again, name="again"),
    path("letters/<int:pk>/drop/", letter_views.drop, name="drop"),
    path("letters/<int:pk>/letter.eml", letter_views.eml, name="eml"),
    path("letters/<int:pk>/follow-up.eml", follow_up_views.follow_up_eml, name="follow_up_eml"),
    path("letters/<int:pk>/follow-up/", follow_up_views.follow_up, name="follow_up"),
    path("letters/<int:pk>/post/", letter_views.post, name="post"),
    path("letters/<int:pk>/take-back/", letter_views.take_back, name="take_back"),
    path("letters/<int:pk>/speak/", follow_up_views.speak, name="speak"),
    path("wordings/<int:pk>/", wording_views.wording, name="wording"),
    path("wordings/<int:pk>/drop/", wording_views.drop_wording, name="drop_wording"),
    path("add/<int:pk>/", views.add, name="add"),
    path("call/<int:pk>/", views.call, name="call"),
    path("own-reading/<int:pk>/", views.own_reading, name="own_reading"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/delete/", views.delete, name="delete"),
    path("<int:pk>/usefulness/", views.usefulness, name="usefulness"),
]
