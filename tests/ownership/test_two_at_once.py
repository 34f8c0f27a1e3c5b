"""Two savings in one moment: the second is answered with what it sent, to be sent again."""

from accounts import page_owner
from journal.ownership.middleware import AnswerConflicts, Conflict

WORDS = "Went well & “fast”.\nTwice."


def answer(rf, person, **sent):
    request = rf.post("/perspective/1/", sent | {page_owner.FIELD: page_owner.name(person)})
    request.user = person
    return AnswerConflicts(None).process_exception(request, Conflict())


def test_the_words_are_on_the_page(rf, alice):
    page = answer(rf, alice, words=WORDS, version="3")
    assert page.status_code == 409
    assert "Went well &amp; “fast”.\nTwice." in page.text
    form = page.text.partition("<main")[2].partition("</main>")[0]
    assert form.count('name="version" value="3"') == 1
    assert form.count(page_owner.FIELD) == 1


def test_a_password_is_not(rf, alice):
    assert "in the page" not in answer(rf, alice, password="in the page").text
