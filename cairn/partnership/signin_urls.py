"""Addresses of the door. The library's own list is never included whole: what is not here does not exist."""

from django.urls import path

from cairn.partnership.views import accounts, demo, feeds, invitations, signing_in

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="account_login"),
    path("sign-in/code/", signing_in.second_step, name="mfa_authenticate"),
    path("sign-in/passkey/", signing_in.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("sign-out/", signing_in.sign_out, name="account_logout"),
    path("password/change/", signing_in.change_password, name="account_change_password"),
    path("password/reset/", signing_in.ask_for_password, name="account_reset_password"),
    path("password/reset/sent/", signing_in.password_asked_for, name="account_reset_password_done"),
    path("password/reset/done/", signing_in.password_chosen, name="account_reset_password_from_key_done"),
    path("password/reset/<str:uidb36>/<str:key>/", signing_in.choose_password, name="account_reset_password_from_key"),
    path("second-factor/", signing_in.second_factors, name="mfa_index"),
    path("second-factor/app/", signing_in.set_up_codes, name="mfa_activate_totp"),
    path("second-factor/app/picture/", signing_in.code_picture, name="totp_picture"),
    path("second-factor/app/remove/", signing_in.remove_codes, name="mfa_deactivate_totp"),
    path("second-factor/recovery-codes/", signing_in.recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/recovery-codes/new/", signing_in.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("passkeys/", signing_in.passkeys, name="mfa_list_webauthn"),
    path("passkeys/add/", signing_in.add_passkey, name="mfa_add_webauthn"),
    path("passkeys/<str:key>/remove/", signing_in.remove_passkey, name="remove_passkey"),
    path("confirm/", signing_in.confirm_by_password, name="account_reauthenticate"),
    path("confirm/code/", signing_in.confirm_by_code, name="mfa_reauthenticate"),
    path("confirm/passkey/", signing_in.confirm_by_passkey, name="mfa_reauthenticate_webauthn"),
    path("sessions/", signing_in.own_sessions, name="usersessions_list"),
    path("sessions/stay/", signing_in.stay, name="stay"),
    path("account/", accounts.own_account, name="own_account"),
    path("account/calendar/", feeds.own_feeds, name="own_feeds"),
    path("account/calendar/<str:key>/", feeds.make_feed, name="make_feed"),
    path("account/calendar/<str:key>/end/", feeds.end_feed, name="end_feed"),
    path("accounts/", accounts.list_accounts, name="accounts"),
    path("accounts/invite/", accounts.invite, name="invite"),
    path("accounts/<str:key>/", accounts.one_account, name="account"),
    path("accounts/<str:key>/new-link/", accounts.send_link, name="send_link"),
    path("accounts/<str:key>/withdraw/", accounts.withdraw, name="withdraw_invitation"),
    path("accounts/<str:key>/close/", accounts.close, name="close_account"),
    path("invitation/<str:token>/", invitations.accept, name="accept_invitation"),
    path("demo/people/", demo.people, name="demo_people"),
    path("demo/confirm/", demo.confirm, name="demo_confirm"),
]
