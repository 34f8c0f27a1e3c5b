"""The table of contents: every address, in the order of the story."""

from django.urls import include, path

urlpatterns = [
    path("", include("journal.today.urls")),
    path("employers/", include("journal.employers.urls")),
    path("interviews/", include("journal.interviews.urls")),
    path("rejections/", include("journal.rejections.urls")),
    path("path/", include("journal.path.urls")),
    path("perspective/", include("journal.perspective.urls")),
    path("feedback/", include("journal.feedback.urls")),
    path("gaps/", include("journal.gaps.urls")),
    path("practice/", include("journal.practice.urls")),
    path("judging/", include("journal.judging.urls")),
    path("closing/", include("journal.closing.urls")),
    path("copying/", include("journal.copying.urls")),
    path("versions/", include("journal.versions.urls")),
    path("writing/", include("journal.writing.urls")),
    path("search/", include("journal.search.urls")),
    path("reminders/", include("journal.reminders.urls")),
    path("trash/", include("journal.trash.urls")),
]
