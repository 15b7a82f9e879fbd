"""The tables of files: what is known of each, the wrapped keys that seal their bytes, and which are our letters.

The bytes lie in a folder.
"""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q
from django.db.models.functions import Coalesce

from cairn.cases.models import Case
from cairn.cases.models.in_case import InCase
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.papers.fields import KINDS as LETTERS
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models import Agency, User

PARTNERSHIP = "partnership"  # stands where the key of a case would, for files that belong to none


class Purpose(models.TextChoices):
    """What a file is in the work of the partnership. With the reference it makes the name under which it is given."""

    REFERRAL = "referral", "Referral"
    NOTIFICATION_COPY = "notification_copy", "Copy of the notification"
    AGENCY_RETURN = "agency_return", "Agency return"
    CHRONOLOGY = "chronology", "Agency chronology"
    LETTER = "letter", "Letter"
    PANEL_REPORT = "panel_report", "Report to the national Panel"
    PANEL_LETTER = "panel_letter", "Letter from the national Panel"
    MEETING_PAPER = "meeting_paper", "Meeting paper"
    PACK = "pack", "Meeting pack"
    MINUTES = "minutes", "Minutes"
    TEMPLATE = "template", "Template of a letter or form"
    LEGAL_ADVICE = "legal_advice", "Legal advice"
    EVIDENCE = "evidence", "Evidence"
    OTHER = "other", "Other paper"


class Origin(models.TextChoices):
    """Where a file came from."""

    RECEIVED = "received", "Received"
    MADE = "made", "Made by Cairn"


class Scanned(models.TextChoices):
    """What is known of viruses in it."""

    CLEAN = "clean", "No virus found"
    NO_SCANNER = "no_scanner", "Not scanned for viruses: no scanner is set"
    MADE_HERE = "made_here", "Made by Cairn"


class FileKey(models.Model):
    """The data key that seals the files of one case, or those of the partnership where the case is empty.

    It lies here wrapped by a master key that the database does not hold. Without this row no file of the case can be
    read again, from the folder or from any backup of it.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    case = OFFICIAL(models.ForeignKey(Case, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    wrapped = OFFICIAL(models.CharField(max_length=200))
    made_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                Coalesce(F("case"), 0),
                name="file_key_is_the_only_one_of_its_case",
                violation_error_message="The files of a case are sealed with one key.",
            ),
            models.CheckConstraint(
                condition=~Q(wrapped=""),
                name="file_key_is_wrapped",
                violation_error_message="A file key lies in the database wrapped.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def place(self) -> str:
        """Where this key holds: it cannot be unwrapped for another case."""
        return self.case.key if self.case else PARTNERSHIP


class StoredFile(InCase):
    """One file as it was received or made. It never changes: what replaces it is another file, named here.

    Whoever holds `read_action` on the case may read it, under the conditions that the matrix sets for that action:
    `agency` says whose it is, `is_shared` whether those who meet may read it. Without a case it is the partnership's
    own, such as the template of a letter.
    """

    case = OFFICIAL(  # the only rows of a case that may also belong to none
        models.ForeignKey(Case, on_delete=PROTECT, null=True, blank=True, related_name="+")
    )
    purpose = CASE(models.CharField(max_length=30, choices=Purpose))
    name_given = IDENTIFYING(models.CharField(max_length=200))
    kind = CASE(models.CharField(max_length=10, choices=[(kind.value, kind.label) for kind in Kind]))
    size = CASE(models.PositiveIntegerField())  # bytes
    sha256 = CASE(models.CharField(max_length=64))  # of the bytes before they were sealed
    origin = CASE(models.CharField(max_length=10, choices=Origin))
    scanned = CASE(models.CharField(max_length=20, choices=Scanned))
    read_action = OFFICIAL(models.CharField(max_length=60))
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    is_shared = CASE(models.BooleanField(default=False))
    put_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    put_at = OFFICIAL(models.DateTimeField())
    superseded_by = OFFICIAL(models.ForeignKey("self", on_delete=PROTECT, null=True, blank=True, related_name="+"))

    class Meta:
        ordering = ("-put_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values),
                name="file_purpose_is_known",
                violation_error_message="Choose what the file is from the list.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind]),
                name="file_kind_is_on_the_list",
                violation_error_message="Files of this kind are not taken.",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values) & Q(scanned__in=Scanned.values),
                name="file_origin_and_scan_are_known",
                violation_error_message="A file says where it came from, and whether it was scanned.",
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0) & ~Q(sha256="") & ~Q(name_given="") & ~Q(read_action=""),
                name="file_is_whole",
                violation_error_message="A file has a size, a hash, a name, and an action that reads it.",
            ),
            models.CheckConstraint(
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("pk")),
                name="file_does_not_supersede_itself",
                violation_error_message="A file cannot take its own place.",
            ),
        )

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found; empty for a file of the partnership's own."""
        return self.case.key if self.case else ""

    @property
    def place(self) -> str:
        """What its bytes are bound to: opened elsewhere, or for another file, they cannot be read."""
        return f"{self.case.key if self.case else PARTNERSHIP}/{self.key}"


class Letter(models.Model):
    """One version of one of the partnership's own letters or forms: a Word file with named fields.

    The latest version is the one in use. None is changed or taken away: which letter an agency was sent can be told for
    as long as the record lasts. Version 0, which comes with Cairn, has no row.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    kind = OFFICIAL(models.CharField(max_length=30, choices=[(kind.kind, kind.title) for kind in LETTERS.values()]))
    version = OFFICIAL(models.PositiveIntegerField())
    file = OFFICIAL(models.OneToOneField(StoredFile, on_delete=PROTECT, related_name="letter"))
    note = OFFICIAL(models.CharField(max_length=300))  # what is new in it
    uploaded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    uploaded_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("kind", "-version")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "version"),
                name="letter_has_each_version_once",
                violation_error_message="Somebody uploaded a version of this letter at the same time.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=list(LETTERS)),
                name="letter_kind_is_known",
                violation_error_message="Choose which letter it is from the list.",
            ),
            models.CheckConstraint(
                condition=Q(version__gt=0) & ~Q(note=""),
                name="letter_is_whole",
                violation_error_message="A version of a letter has a number from 1, and says what is new in it.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"
