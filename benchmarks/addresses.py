"""The addresses of the product, and the empty page that its pages are raced against."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from cairn.config import urls


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing, for somebody signed in: all that stands before a page, and no page."""
    return HttpResponse("")


urlpatterns = [path("empty/", empty, name="empty"), path("", include(urls))]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
