"""From a form's field to its question on the page."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.paginator import Paginator

from cairn.look import fields
from cairn.look.fields import Answer, HowAnswered
from cairn.look.parts import Cell, Chosen, Column, Happening, Link, Step, Upload
from tests.look.official import said


class Return(forms.Form):
    reference = fields.LineField(label="Reference", help_text="On their letter.", missing="Enter the reference.")
    letter = forms.CharField(label="Letter", widget=forms.TextInput(attrs={"autocomplete": "off", "class": "x"}))
    days = forms.IntegerField(label="Days")
    known = fields.DayField(label="Known")
    born = fields.DayField(label="Born", widget=fields.DayWidget(attrs={"autocomplete": "bday"}))
    chase = fields.PickedDayField(label="Chase")
    words = fields.WordsField(label="What happened?", max_length=40, rows=9)
    outcome = fields.ChoiceField(label="Outcome", choices=(("a", "A"), ("b", "B")), hints={"b": "Rarely."})
    agencies = fields.ChoicesField(label="Agencies", choices=(("h", "Health"), ("p", "Police")))
    area = fields.ChoiceField(label="Area", choices=(("", "Choose"), ("n", "North")), widget=forms.Select)
    men = fields.AnswerField(label="Men")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    paper = forms.FileField(label="Paper", widget=forms.FileInput(attrs={"accept": ".docx"}))
    sure = fields.TickField(label="I have read it", help_text="You sign.", missing="Confirm.")
    key = forms.CharField(widget=forms.HiddenInput)


def show(form: forms.Form, name: str, options: str = "") -> str:
    return said(f"{{% field bound {options} %}}", bound=form[name])


def attributes(html: str, element: str) -> dict[str, str]:
    [found] = re.findall(rf"<{element}\b([^>]*)>", html)
    return dict(re.findall(r'([\w-]+)="([^"]*)"', found))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("reference", {"type": "text", "aria-describedby": "id_reference-hint", "class": "govuk-input"}),
        ("letter", {"type": "text", "autocomplete": "off", "class": "govuk-input"}),
        ("days", {"type": "text", "inputmode": "numeric"}),
        ("paper", {"type": "file", "accept": ".docx"}),
        ("key", {"type": "hidden", "value": ""}),
        ("sure", {"type": "checkbox", "value": "on", "aria-describedby": "id_sure-item-hint"}),
    ],
)
def test_each_kind_has_its_box(name, expected) -> None:
    found = attributes(show(Return(), name), "input")
    assert {key: found.get(key) for key in expected} == expected
    assert "required" not in found
    assert (found["id"], found["name"]) == (f"id_{name}", name)


def test_what_was_typed_stays_but_a_password_never() -> None:
    form = Return({"reference": "R<1>", "secret": "open", "words": "It <b>did</b>", "key": "k"})
    assert 'value="R&lt;1&gt;"' in show(form, "reference")
    assert "It &lt;b&gt;did&lt;/b&gt;</textarea>" in show(form, "words")
    assert "open" not in show(form, "secret")
    assert 'value="k"' in show(form, "key")


def test_an_error_is_said_at_the_box_and_named_to_a_screen_reader() -> None:
    html = show(Return({}), "reference")
    assert '<span class="govuk-visually-hidden">Error:</span> Enter the reference.' in html
    assert attributes(html, "input")["aria-describedby"] == "id_reference-hint id_reference-error"


def test_only_the_wrong_box_of_a_day_is_marked() -> None:
    html = show(Return({"known_day": "14", "known_month": "13", "known_year": "2026"}), "known")
    assert re.findall(r'govuk-input--error" id="(\w+)"', html) == ["id_known_month"]
    assert re.findall(r'value="(\w+)"', html) == ["14", "13", "2026"]


def test_a_day_already_known_stands_in_its_boxes() -> None:
    html = show(Return(initial={"born": date(2019, 3, 1)}), "born")
    assert re.findall(r'value="(\w+)" autocomplete="([\w-]+)"', html) == [
        ("1", "bday-day"),
        ("3", "bday-month"),
        ("2019", "bday-year"),
    ]


def test_a_picked_day_has_the_class_that_its_calendar_looks_for() -> None:
    html = show(Return(initial={"chase": date(2026, 8, 3)}), "chase", 'width="10"')
    found = attributes(html, "input")
    assert found["class"] == "govuk-input govuk-input--width-10 moj-js-datepicker-input"
    assert found["value"] == "3/8/2026"


def test_words_count_down_and_keep_their_height() -> None:
    html = show(Return(), "words")
    assert attributes(html, "textarea")["rows"] == "9"
    assert 'data-maxlength="40"' in html
    assert "You can enter up to 40 characters" in html


@pytest.mark.parametrize(
    ("name", "data", "checked"),
    [
        ("outcome", {"outcome": "b"}, ["id_outcome-2"]),
        ("outcome", {}, []),
        ("agencies", {"agencies": ["h", "p"]}, ["id_agencies", "id_agencies-2"]),
        ("sure", {"sure": "on"}, ["id_sure"]),
    ],
)
def test_what_was_chosen_stays_chosen(name, data, checked) -> None:
    html = show(Return(data), name)
    assert re.findall(r'id="([\w-]+)" name="\w+" type="\w+" value="\w+" checked', html) == checked


def test_a_choice_may_carry_a_hint() -> None:
    html = show(Return(), "outcome", "inline=True small=True")
    assert '<div id="id_outcome-2-item-hint" class="govuk-hint govuk-radios__hint">Rarely.</div>' in html
    assert 'class="govuk-radios govuk-radios--inline govuk-radios--small"' in html


def test_a_select_shows_what_was_chosen() -> None:
    assert '<option value="n" selected>North</option>' in show(Return({"area": "n"}), "area")


def test_an_answer_has_room_for_words_under_its_first_choice() -> None:
    html = show(Return(initial={"men": Answer(HowAnswered.GIVEN, "An uncle")}), "men")
    assert re.findall(r'name="(\w+)"', html) == ["men_how", "men_words", "men_how", "men_how", "men_how"]
    assert "An uncle</textarea>" in html
    assert 'value="given" checked' in html


def test_an_answer_without_words_is_marked_at_the_words() -> None:
    html = show(Return({"men_how": "given", "men_words": ""}), "men")
    assert 'id="id_men_words-error"' in html
    assert 'id="id_men-error"' in html


def test_a_question_can_be_the_heading_of_its_page() -> None:
    html = show(Return(), "reference", 'heading=True size="l" label="Which one?" hint="Look closely." prefix="RR"')
    assert (
        '<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="id_reference">Which one?'
        in html
    )
    assert "Look closely." in html
    assert '<div class="govuk-input__prefix" aria-hidden="true">RR</div>' in html


def test_the_error_summary_leads_to_the_first_wrong_box_of_each_question() -> None:
    form = Return({"known_day": "14", "known_month": "", "known_year": "2026", "men_how": "", "words": "It did."})
    form.add_error(None, "The return is already sent.")
    html = said("{% error_summary form %}", form=form)
    links = dict(re.findall(r'<a href="#([\w-]+)">([^<]*)</a>', html))
    assert links["id_known_month"] == "The date must include a month."
    assert links["id_men"] == "Say what is known, or choose none, not known or not asked."
    assert links["id_outcome"] == "Choose one."
    assert "<li>The return is already sent.</li>" in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert said("{% error_summary form %}", form=Return()).strip() == ""
    assert said("{% error_summary None %}").strip() == ""


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        (date(2026, 8, 14), "14 August 2026", "Friday 14 August"),
        (datetime(2026, 8, 13, 23, 30, tzinfo=UTC), "14 August 2026", "Friday 14 August"),
        (datetime(2026, 1, 13, 23, 30, tzinfo=UTC), "13 January 2026", "Tuesday 13 January"),
        (None, "", ""),
    ],
)
def test_days_are_london_days_in_words(value, long, short) -> None:
    assert said("{% uk_date value %}", value=value) == long
    assert said("{% uk_day value %}", value=value) == short


def test_long_lists_are_paged_with_gaps() -> None:
    html = said("{% pagination page '?state=open&page=' %}", page=Paginator(range(500), 10).page(20))
    assert re.findall(r'aria-label="Page (\d+)"', html) == [
        "1",
        "2",
        "17",
        "18",
        "19",
        "20",
        "21",
        "22",
        "23",
        "49",
        "50",
    ]
    assert re.findall(r'aria-label="Page (\d+)" aria-current="page"', html) == ["20"]
    assert html.count("pagination__item--ellipsis") == 2
    assert 'href="?state=open&amp;page=19" rel="prev"' in html


def test_a_board_says_its_columns_on_a_telephone_and_sorts_by_days() -> None:
    columns = ("Agency", Column("Asked", sort="none"), Column("Answer"))
    rows = [
        ("Police", Cell("4 August", sort="20260804"), Cell("Late", colour="red")),
        ("School", "–", Cell("See", "#s", "School")),
    ]
    html = said("{% board columns rows 'Agencies' %}", columns=columns, rows=rows)
    assert 'role="region" aria-label="Agencies" tabindex="0"' in html
    assert 'data-module="moj-sortable-table"' in html
    assert 'data-sort-value="20260804" data-column="Asked"' in html
    assert '<strong class="govuk-tag govuk-tag--red">Late</strong>' in html
    assert '<a class="govuk-link" href="#s">See<span class="govuk-visually-hidden"> School</span></a>' in html


def test_a_row_that_does_not_fit_its_columns_is_a_fault() -> None:
    with pytest.raises(ValueError, match="zip"):
        said("{% table columns rows %}", columns=("One", "Two"), rows=[("only one",)])


def test_the_rail_says_where_the_case_is() -> None:
    html = said("{% rail steps %}", steps=[Step("Notified", "done", "Done", "#n"), Step("Meeting", "now", "Now")])
    assert html.count('aria-current="step"') == 1
    assert 'cairn-rail__step--now" aria-current="step"><span class="cairn-rail__name">Meeting' in html


def test_what_people_wrote_is_never_read_as_html() -> None:
    bad = "<script>x</script>"
    html = said(
        "{% tag b %}{% badge b %}{% warning b %}{% alert b %}{% details b %}{{ b }}{% enddetails %}"
        "{% identity_bar b b %}"
        "{% timeline h %}{% rail s %}{% sub_navigation l %}{% side_navigation l %}{% uploads u %}{% enduploads %}"
        "{% filters b c %}{% endfilters %}{% notice b %}{% endnotice %}{% panel b %}{% endpanel %}{% button b %}",
        b=bad,
        h=[Happening(bad, bad, bad, bad, bad)],
        s=[Step(bad, "now", bad, note=bad)],
        l=[Link(bad, "#", current=True)],
        u=[Upload(bad, bad, bad)],
        c=[Chosen(bad, [Link(bad, "#")])],
    )
    assert "<script" not in html
    assert html.count("&lt;script&gt;") > 20
