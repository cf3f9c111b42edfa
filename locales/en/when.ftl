# When something happened, for how long, how often, and how old somebody is.

date-at = { $date }, { $time }
date-weekday = { $weekday } { $date }
season-spring = spring { $year }
season-summer = summer { $year }
season-autumn = autumn { $year }
# Winter begins in December and ends in the next year.
season-winter = winter { $year }/{ $next }

when-not-known = Date not known
# “Most weeks, 2014 to now”
when-over = { $often }, { $period }
span-from-now = { $from } to now
span-from = from { $from }, end not known
span-from-until = { $from } to { $until }
span-until = until { $until }
span-now = to now, beginning not known

age-years = { $years }
age-about-years = about { $years }
age-under-one = under 1
age-months =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
age-weeks =
    { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }
age-newborn = newborn
age-unborn = not yet born
age-expected-in = expected in { $date }
age-expected-on = expected on { $date }
