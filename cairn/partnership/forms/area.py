"""Questions about the partnership itself and what it owes."""

from __future__ import annotations

from django import forms

from cairn.look import fields


class PartnershipForm(forms.Form):
    name = fields.LineField(label="What is the partnership's name?", missing="Enter the partnership's name.")
    short_name = fields.LineField(
        label="What is it called for short?", max_length=40, missing="Enter the partnership's short name."
    )
    council_name = fields.LineField(label="What is the council's name?", missing="Enter the council's name.")
    email = fields.MailField(label="From which address does it write?")


class FoundingForm(PartnershipForm):
    arrangements_from = forms.DateField(
        label="On which day did its published arrangements begin?",
        input_formats=["%Y-%m-%d"],
        error_messages={
            "required": "Enter the day the arrangements began, such as 2019-09-29.",
            "invalid": "Enter a real date with the year first, such as 2019-09-29.",
        },
    )
    manager_name = fields.LineField(
        label="What is the first business manager's name?", max_length=120, missing="Enter the name of the person."
    )
    manager_email = fields.MailField(label="What is her email address at work?")


class NameForm(forms.Form):
    name = fields.LineField(
        label="What does your partnership call it?", max_length=120, missing="Enter the name your partnership uses."
    )


class DutyDoneForm(forms.Form):
    done_on = fields.DayField(label="On which day was it done?", missing="Enter the day it was done.")
    evidence = fields.LineField(
        label="Where can it be seen or found?",
        help_text="A web address, a minute, the name of a paper.",
        max_length=300,
        missing="Say where what was done can be seen or found.",
    )
    late_reason = fields.WordsField(
        label="If it was late, why?", help_text="Leave this empty if it was not late.", max_length=1000, required=False
    )
