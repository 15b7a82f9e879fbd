"""Whom or what to look up on the access page."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.access.actions import ACTIONS, Artefact
from cairn.access.explaining import title_of
from cairn.access.roles import Role
from cairn.look import fields


class PersonForm(forms.Form):
    person = fields.ChoiceField(label="A person", widget=forms.Select, missing="Choose a person.")

    def __init__(self, people: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class RoleForm(forms.Form):
    role = fields.ChoiceField(
        label="A role",
        widget=forms.Select,
        choices=[(role.value, role.label) for role in Role],
        missing="Choose a role.",
    )


class RecordForm(forms.Form):
    record = fields.ChoiceField(
        label="A kind of record",
        widget=forms.Select,
        choices=[(artefact.value, title_of(artefact)) for artefact in Artefact],
        missing="Choose a kind of record.",
    )


class RuleForm(forms.Form):
    rule = fields.ChoiceField(
        label="An action",
        widget=forms.Select,
        choices=[(action.name, action.says[:1].upper() + action.says[1:]) for action in ACTIONS.values()],
        missing="Choose an action.",
    )
