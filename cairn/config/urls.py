"""Root addresses. Each app brings its own."""

from django.urls import include, path

from cairn.documents.urls import letters

urlpatterns = [
    path("", include("cairn.partnership.signin_urls")),
    path("partnership/", include("cairn.partnership.urls")),
    path("cases/", include("cairn.incidents.urls")),
    path("cases/", include("cairn.cases.urls")),
    path("cases/", include("cairn.documents.urls")),
    path("cases/", include("cairn.actions.urls")),
    path("cases/", include("cairn.chronology.urls")),
    path("letters/", include(letters)),
    path("cases/", include("cairn.rapid_reviews.urls")),
    path("cases/", include("cairn.chronology.urls")),
    path("cases/", include("cairn.findings.urls")),
    path("", include("cairn.meetings.urls")),
    path("published-reviews/", include("cairn.publication.urls")),
    path("components/", include("cairn.look.urls")),
    path("", include("cairn.desk.urls")),  # last: the first page of a case must not hide other pages of cases
]

handler400 = "cairn.look.answers.bad_request"
handler403 = "cairn.look.answers.permission_denied"
handler404 = "cairn.look.answers.page_not_found"
handler500 = "cairn.look.answers.server_error"
