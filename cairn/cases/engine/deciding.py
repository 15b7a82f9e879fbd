"""What is asked when the partners decide: the limbs that are tested, the outcomes there are, who holds which action.

Three decisions are kept apart, each with its own evidence: notify, review, publish (the last comes with publication).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cairn.guidance.criteria import assess, read_facts
from cairn.guidance.editions import Edition, edition, in_force

BOARD_EDITIONS = ("lscb06", "wt10", "wt13", "wt15")
YES, NO, NOT_KNOWN = "yes", "no", "not_known"
LIMB_ANSWERS = ((YES, "Yes"), (NO, "No"), (NOT_KNOWN, "Not known"))


@dataclass(frozen=True)
class Outcome:
    """One thing that can be decided, and what it means in the work."""

    value: str
    label: str
    means: str = ""


@dataclass(frozen=True)
class Question:
    """One kind of decision: what is asked, what can come of it, and who may read, record, sign and comment."""

    kind: str
    title: str
    reference: str
    outcomes: tuple[Outcome, ...]
    read: str
    write: str
    sign: str
    comment: str = ""
    limbs: tuple[str, ...] = ()


@dataclass(frozen=True)
class LimbAsked:
    """One limb as it is put to those who decide: its meaning in plain words and its paragraph."""

    name: str
    meaning: str
    reference: str


_SERIOUS = ("under_eighteen", "abuse_or_neglect", "died", "seriously_harmed")
_REG_11 = (
    "improvements_needed",
    "recurrent_themes",
    "concern_between_agencies",
    "panel_suggests_local_review",
    "concern_about_one_agency",
    "concern_that_no_agency_was_involved",
    "more_than_one_area",
    "institutional_setting",
)
_REG_3 = (
    "improvements_needed",
    "law_or_guidance_may_change",
    "recurrent_themes",
    "educated_otherwise_than_at_school",
    "in_local_authority_care",
    "on_a_protection_plan_now_or_recently",
    "institutional_setting",
    "range_of_abuse_types",
)
_NOT_A_LIMB_OF_NOTIFYING = frozenset(("suicide_with_abuse_or_neglect", "nature_is_other", "care_leaver_died"))
_RAPID_REVIEW = {
    "read": "read_rapid_review",
    "write": "write_rapid_review",
    "sign": "sign_rapid_review",
    "comment": "comment_on_rapid_review",
}

NOTIFY = Question(
    kind="notify",
    title="Is it notifiable?",
    reference="Children Act 2004, section 16C(1); Working Together 2023, paragraphs 328 to 334",
    outcomes=(
        Outcome("notify", "It is notified", "The council sends the notification within five working days."),
        Outcome("not_notify", "It is not notified", "What would reopen the question is kept, and looked at again."),
    ),
    read="read_notifying",
    write="keep_notifying",
    sign="give_view_on_notifying",
    limbs=(*_SERIOUS, "happened_here", "lives_here_and_happened_abroad"),
)
SERIOUS_CASE = Question(
    kind="serious_case",
    title="Is it a serious case?",
    reference="Children Act 2004, section 16B(9); Working Together 2023, paragraph 336",
    outcomes=(
        Outcome("serious_case", "It is a serious case", "Whether to review it is the next question, and a judgement."),
        Outcome("not_serious_case", "It is not a serious case", "The criteria were not met; the finding says why."),
    ),
    limbs=_SERIOUS,
    **_RAPID_REVIEW,
)
LOCAL_REVIEW = Question(
    kind="local_review",
    title="Which review follows, if any?",
    reference="Regulations of 2018, regulation 11; Working Together 2023, paragraphs 337 to 342",
    outcomes=(
        Outcome("local_review", "A local practice review", "Six months run from this decision, to publication."),
        Outcome("other_review", "Another local review", "Such as a partnership learning review, an audit or a theme."),
        Outcome("no_review", "No further review", "The learning is found already, or is being acted on."),
    ),
    limbs=_REG_11,
    **_RAPID_REVIEW,
)
NATIONAL = Question(
    kind="national_importance",
    title="Is it of national importance?",
    reference="Regulations of 2018, regulation 3; Working Together 2023, paragraphs 344 to 346",
    outcomes=(
        Outcome("national", "Yes: the Panel is asked to consider a national review"),
        Outcome("material", "Not alone, but it is offered as material for national work"),
        Outcome("not_national", "No"),
    ),
    limbs=_REG_3,
    **_RAPID_REVIEW,
)
POSITION = Question(
    kind="position",
    title="What do the partners answer the national Panel?",
    reference="Working Together 2023, paragraph 348; yearly report of the subgroup 2019-20, section 3 (OB-029)",
    outcomes=(
        Outcome("agree", "The partners agree, and change their decision where it differs"),
        Outcome("inform", "The partners send what was asked for; the decision stands"),
        Outcome("hold", "The partners keep their decision, with reasons", "Disagreement is a normal end."),
    ),
    read="read_panel_reply",
    write="record_panel_reply",
    sign="sign_rapid_review",
    comment="comment_on_rapid_review",
)
QUESTIONS: Mapping[str, Question] = {
    question.kind: question for question in (NOTIFY, SERIOUS_CASE, LOCAL_REVIEW, NATIONAL, POSITION)
}
# Before the partners there was one question, with a review that the law required (regulation 5 of 2006).
BOARD_REVIEW = Outcome("serious_case_review", "A serious case review (legacy SCR)", "Under the rules of its own time.")


def governing(day: date, arrangements_started_on: date | None) -> Edition | None:
    """The edition of Working Together by whose criteria something is decided on a day; none before 2006."""
    return in_force("working_together", day, arrangements_started_on)


def outcomes_of(question: Question, edition_id: str) -> tuple[Outcome, ...]:
    """What can come of a question under an edition. Until 2019 a Board could decide on a serious case review."""
    if question.kind == LOCAL_REVIEW.kind and edition_id in BOARD_EDITIONS:
        return (BOARD_REVIEW, *question.outcomes[1:])
    if question.kind == LOCAL_REVIEW.kind and edition_id == "trans":
        return (BOARD_REVIEW, *question.outcomes)
    return question.outcomes


def limbs_of(question: Question, edition_id: str) -> tuple[LimbAsked, ...]:
    """The limbs of a question as an edition has them, each in plain words with its paragraph; none of an answer."""
    if not question.limbs:
        return ()
    found = {limb.name: limb for limb in assess(read_facts({}), edition_id).limbs}
    wanted = _wanted(question, edition_id, tuple(found))
    return tuple(LimbAsked(name, found[name].meaning, found[name].reference) for name in wanted)


def _wanted(question: Question, edition_id: str, held: tuple[str, ...]) -> tuple[str, ...]:
    if edition_id not in BOARD_EDITIONS:
        return tuple(name for name in question.limbs if name in held)
    # One test in those years: it settles both whether it is a serious case and whether a review is held.
    if question.kind in (NOTIFY.kind, SERIOUS_CASE.kind):
        return tuple(name for name in held if name not in _NOT_A_LIMB_OF_NOTIFYING)
    return ()


def edition_title(edition_id: str) -> str:
    """What an edition is called on a page."""
    return edition(edition_id).title
