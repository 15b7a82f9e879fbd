"""The stories other tests stand on can be told."""

from tests.cases.visible import seeing


def test_a_shared_case_is_open_to_those_asked_and_to_nobody_else(world, stories):
    case = stories.case_at("shared")
    assert seeing(world, case) == {
        *("business_manager", "officer", "chair", "member", "member_education", "deputy", "partner_council"),
        *("partner_health", "scrutineer", "legal", "reviewer", "panel_member", "linked_member", "author"),
        *("sign_off", "comms"),
    }
