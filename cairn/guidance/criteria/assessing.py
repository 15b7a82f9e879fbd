"""Puts the limbs of one era together: is it a serious case, must it be notified, must or may it be reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.guidance.criteria.facts import NAMES, Facts
from cairn.guidance.criteria.incident import (
    abuse_or_neglect,
    died,
    looked_after_child_died,
    seriously_harmed,
    under_eighteen,
)
from cairn.guidance.criteria.logic import Answer, Limb, all_of, any_of
from cairn.guidance.criteria.notification import (
    care_leaver_died,
    died_in_regulated_setting,
    happened_here,
    lives_here_and_happened_abroad,
    nature_is_other,
    place_is_ours,
    suicide_with_abuse_or_neglect,
)
from cairn.guidance.criteria.practice_review import LOCAL, NATIONAL
from cairn.guidance.criteria.serious_case_review import meets_regulation_5
from cairn.guidance.editions import Edition, edition, in_force
from cairn.guidance.editions.loading import SERIES
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import in_words

CRITERIA = SERIES["working_together"]
CARE_LEAVERS = ("wt23", "wt26")
_NONE_HELD = Answer(None, "No test of notification is held for this edition.")


@dataclass(frozen=True)
class Assessment:
    """The answer of one edition. None is `cannot say`; `missing_facts` are those that would settle it.

    `review`: required (before 2018, and in the transition), may (the partners' judgement), not_met, cannot_say.
    """

    edition: Edition
    limbs: tuple[Limb, ...]
    serious_case: bool | None
    notify: bool | None
    looked_after_death_notice: bool | None
    care_leaver_death_notice: bool | None
    review: str
    missing_facts: tuple[str, ...]


def assess(facts: Facts, edition_id: str | None = None) -> Assessment:
    """Apply the criteria of an edition: the one asked for, or in force when the authority became aware, or the newest.

    Raises CannotAnswer where the edition holds no criteria, or none was in force.
    """
    chosen = _edition(facts, edition_id)
    if chosen.id in ("lscb06", "wt10", "wt13"):
        return _board(chosen, facts, _NONE_HELD, _NONE_HELD, ())
    if chosen.id == "wt15":
        notifiable, looked_after_death, extra = _notifiable_in_2015(facts)
        return _board(chosen, facts, notifiable, looked_after_death, extra)
    return _partners(chosen, facts)


def _edition(facts: Facts, edition_id: str | None) -> Edition:
    if edition_id is not None:
        chosen = edition(edition_id)
        if chosen.id not in CRITERIA:
            raise CannotAnswer(f"{chosen.title} ({chosen.id}) holds no criteria. Choose one of: {', '.join(CRITERIA)}.")
        return chosen
    if facts.aware_on is None:
        return edition(CRITERIA[-1])
    governing = in_force("working_together", facts.aware_on, facts.arrangements_start)
    if governing is None:
        raise CannotAnswer(f"No edition known was in force on {in_words(facts.aware_on)}; name one with --edition.")
    return governing


def _notifiable_in_2015(facts: Facts) -> tuple[Answer, Answer, tuple[Limb, ...]]:
    """The notifiable incident: abuse with death or serious harm, or a death in care or in a regulated setting."""
    looked_after, setting = looked_after_child_died(facts, "wt15"), died_in_regulated_setting(facts, "wt15")
    child = under_eighteen(facts, "wt15").answer
    notifiable = all_of(child, any_of(_abuse_and_serious(facts, "wt15"), looked_after.answer, setting.answer))
    return notifiable, looked_after.answer, (looked_after, setting)


def _abuse_and_serious(facts: Facts, era: str) -> Answer:
    serious = any_of(died(facts, era).answer, seriously_harmed(facts, era).answer)
    return all_of(abuse_or_neglect(facts, era).answer, serious)


def _board(
    chosen: Edition, facts: Facts, notify: Answer, looked_after_death: Answer, extra: tuple[Limb, ...]
) -> Assessment:
    required, limbs = meets_regulation_5(facts, chosen.id)
    review = {True: "required", False: "not_met", None: "cannot_say"}[required.met]
    leaver = Answer(False, "There was no such notice yet.")
    return _assessment(chosen, (*limbs, *extra), required, notify, looked_after_death, leaver, review, required)


def _partners(chosen: Edition, facts: Facts) -> Assessment:
    era = chosen.id
    core = [each(facts, era) for each in (under_eighteen, abuse_or_neglect, died, seriously_harmed)]
    serious = all_of(core[0].answer, _abuse_and_serious(facts, era))
    notify = all_of(serious, place_is_ours(facts, era))
    looked_after = looked_after_child_died(facts, era)
    leaver = care_leaver_died(facts, era) if era in CARE_LEAVERS else None
    limbs = [*core, happened_here(facts, era), lives_here_and_happened_abroad(facts, era), looked_after]
    limbs += [leaver] if leaver else []
    limbs += [each(facts, era) for each in (suicide_with_abuse_or_neglect, nature_is_other, *LOCAL, *NATIONAL)]
    review, waits_for = {True: "may", False: "not_met", None: "cannot_say"}[serious.met], serious
    if era == "trans":
        review, waits_for, board_limbs = _in_transition(facts, serious, review)
        limbs += board_limbs
    leaver_answer = leaver.answer if leaver else Answer(False, "There was no such notice yet.")
    return _assessment(chosen, tuple(limbs), serious, notify, looked_after.answer, leaver_answer, review, waits_for)


def _in_transition(facts: Facts, serious: Answer, review: str) -> tuple[str, Answer, list[Limb]]:
    """The Board still acted: what regulation 5 required it had to review; the rest the partners might."""
    required, limbs = meets_regulation_5(facts, "trans")
    shown = {"under_eighteen", "abuse_or_neglect", "died", "seriously_harmed"}
    added = [each for each in limbs if each.name not in shown]
    if required.met is False:
        return review, serious, added
    return ("required" if required.met else "cannot_say"), required, added


def _assessment(
    chosen: Edition,
    limbs: tuple[Limb, ...],
    serious: Answer,
    notify: Answer,
    looked_after_death: Answer,
    leaver: Answer,
    review: str,
    waits_for: Answer,
) -> Assessment:
    open_answers = [each for each in (serious, notify, looked_after_death, leaver, waits_for) if each.met is None]
    missing = frozenset[str]().union(*(each.unknown for each in open_answers))
    return Assessment(
        edition=chosen,
        limbs=limbs,
        serious_case=serious.met,
        notify=notify.met,
        looked_after_death_notice=looked_after_death.met,
        care_leaver_death_notice=leaver.met,
        review=review,
        missing_facts=tuple(name for name in NAMES if name in missing),
    )
