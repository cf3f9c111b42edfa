# Kiedy coś się stało, jak długo trwało, jak często i ile kto ma lat.

date-at = { $date }, { $time }
date-weekday = { $weekday }, { $date }
season-spring = wiosna { $year }
season-summer = lato { $year }
season-autumn = jesień { $year }
# Zima zaczyna się w grudniu i kończy w następnym roku.
season-winter = zima { $year }/{ $next }

when-not-known = Data nieznana
# „Prawie co tydzień, 2014 – do dziś”
when-over = { $often }, { $period }
# Nazwy miesięcy i pór roku stoją w mianowniku: dlatego kreska i dwukropek zamiast „od” i „do”.
span-from-now = { $from } – do dziś
span-from = początek: { $from }, koniec nieznany
span-from-until = { $from } – { $until }
span-until = początek nieznany, koniec: { $until }
span-now = trwa do dziś, początek nieznany

age-years = { $years ->
    [one] { $years } rok
    [few] { $years } lata
    [many] { $years } lat
   *[other] { $years } roku
}
age-about-years = { $years ->
    [one] około { $years } roku
   *[other] około { $years } lat
}
age-under-one = poniżej roku
age-months = { $months ->
    [one] { $months } miesiąc
    [few] { $months } miesiące
    [many] { $months } miesięcy
   *[other] { $months } miesiąca
}
age-weeks = { $weeks ->
    [one] { $weeks } tydzień
    [few] { $weeks } tygodnie
    [many] { $weeks } tygodni
   *[other] { $weeks } tygodnia
}
age-newborn = noworodek
age-unborn = jeszcze przed urodzeniem
age-expected-in = spodziewane narodziny: { $date }
age-expected-on = spodziewane narodziny: { $date }
