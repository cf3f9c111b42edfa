# What may be on the screen: hiding it, showing it to others, and how somebody wants the pages.

## Hide screen.
hide-screen = Hide screen
hidden-title = This screen is hidden
hidden-show = Show it again
hidden-wrong = { $left ->
    [one] That was not right. One try is left; then you are signed out.
   *[other] That was not right. { $left } tries are left; then you are signed out.
}
hidden-kept = What you sent from another window is kept, and is put back when the screen is shown again.
hidden-demo = The demo has no PIN and nothing to type. Choose one in the settings to try it.
field-hidden-pin-secret = Your PIN
field-hidden-password-secret = Your password
    .hint = You have not set a PIN. In the settings you can choose one of a few digits.

## Before you share your screen.
share-title = Before you share your screen
share-lede = Others will see what you see. From here on this family opens as for people outside the team, and no other family opens at all, until you stop.
share-not-on = What will not be on it
share-not-sealed = Where anybody lives, how to reach them safely, schools and safety plans
share-not-confidential = What { -survivor } does in secret, and what was said in confidence
share-not-child = The words of a child that were labelled as theirs
share-not-third = People who told us and must not be found out
share-not-staff = The team’s own matters, such as worker safety
share-not-others = Your drafts, your other families and the search
share-you = What only you can check
share-you-windows = Close other windows and turn off notifications: Holdfast hides only its own pages.
share-you-present = Know who is looking, and who could be standing behind them. Never show this to the person whose behaviour is the worry.
share-you-recording = Ask whether the meeting is being recorded.
share-looked = I have looked at this list and I know who will see the screen
share-error-looked = Tick the box when you have looked at the list
share-start = Open the pattern map for sharing
share-on-title = You are sharing your screen
share-on-text = Only pages of this family open, made for people outside the team. Nothing can be recorded. Stop sharing to go back to everything.
share-only-this = That page does not open while you share your screen.
share-kept = What you sent from another window is kept, and is put back when you stop.
share-stop = Stop sharing
share-back = Go back to the pattern map
share-banner = You are sharing your screen. What is sealed, confidential or the team’s own is not on these pages.

## Settings.
settings-title = Settings
settings-looks = How pages look
settings-language-of-place = As this office has it
field-settings-language = Language
    .hint = The words of Holdfast. What people have written stays as they wrote it.
field-settings-titles = Titles of windows
    .hint = What stands on the tab and in the list of windows. Surnames never do.
settings-titles-say = Say which page it is
settings-titles-plain = Say only “Holdfast”
settings-saved = Your settings are saved.
settings-hide = Hide screen
settings-hide-text = When somebody walks in, “Hide screen” at the top of every page takes everything away at once. What you were writing is kept as a draft. You come back with your PIN, or with your password if you have none.
settings-pin-is-set = A PIN is set.
settings-pin-is-not-set = No PIN is set.
field-settings-pin = PIN
    .hint = 4 to 12 digits, not all the same. Not one that somebody in a family could guess.
settings-pin-wrong = A PIN has 4 to 12 digits, not all the same. Choose another.
settings-pin-set = Set this PIN
settings-pin-remove = Take the PIN away
pin-saved = Your PIN is set.
pin-removed = Your PIN is taken away.

## Everything in one list.
menu-title = Go to
menu-find = What are you looking for?
menu-record = Record
menu-families = Families
menu-own = Yours
menu-none = Nothing has that name. Try fewer letters, or the name of a child.
menu-hint = Press Ctrl and K
