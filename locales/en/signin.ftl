# Signing in, the first account, leaving.

sign-in = Sign in
sign-in-wrong = The sign-in name or the password is not right. Check both and try again, or ask the person who looks after Holdfast.
sign-in-wait = { $seconds ->
    [one] Too many attempts with this sign-in name. Wait one second, then try again.
   *[other] Too many attempts with this sign-in name. Wait { $seconds } seconds, then try again.
}
sign-in-kept = You were signed out before this was sent. Nothing is lost: sign in and it is put back.
sign-in-stale = This page was open for a long time. Nothing was changed: sign in again.

field-sign-in-name = Sign-in name
field-sign-in-password = Password

password-hide = Hide
password-show-label = Show password
password-hide-label = Hide password
password-shown = Your password is visible
password-hidden = Your password is hidden

session-failed = You could not be kept signed in. Save what you are writing, then sign in again.

first-run = Make the first account
first-run-lede = You have just started Holdfast. This account works cases and supervises. Later accounts are made by an administrator.
first-run-make = Make the account
first-run-admin = Make an administrator
first-run-admin-lede = An administrator looks after accounts and sees no case. So it is an account of its own, with another sign-in name.
first-run-admin-make = Make the administrator
first-run-later = Do this later
first-run-missing-name = Write your name.
first-run-missing-sign-in = Choose a sign-in name.
first-run-missing-password = Choose a password of at least 15 characters.
first-run-not-yet = Holdfast is not set up yet
first-run-not-yet-text = Nobody can sign in yet. The person who started Holdfast sees an address on the terminal: open that one to make the first account.
field-first-run-name = Your name
    .hint = As it will stand beside what you record.
field-first-run-sign-in = Sign-in name
    .hint = What you will type to sign in. No spaces.
field-first-run-password = Password
    .hint = At least 15 characters. Four or five words that do not belong together are good, and easy to keep in mind.
administrator-made = The administrator’s account is made.
