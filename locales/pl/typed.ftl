# Słowa, którymi wpisuje się daty, małymi literami, rozdzielone znakiem |. Tłumacz listę, nie słowo po słowie.
# Angielskie nazwy zostają obok polskich: akta i arkusze bywają po angielsku, gdy strony są po polsku.

typed-not-known = data nieznana | nieznana | nieznane | nie wiadomo | nie wiem | ? | not known | unknown
typed-now = do dziś | do dzisiaj | do teraz | do chwili obecnej | dziś | dzisiaj | teraz | obecnie | nadal | trwa | now
typed-begin-not-known = trwa do dziś, początek nieznany | do dziś, początek nieznany | trwa do dziś | do dziś | do dzisiaj | do teraz | trwa | trwa nadal | nadal
typed-end-not-known = koniec nieznany
typed-since = nadal od | wciąż od | stale od | ciągle od | nieprzerwanie od
# „Od 2014” nie mówi, czy to trwa: koniec pozostaje nieznany.
typed-from = od | początek:
typed-until = do | aż do | początek nieznany, koniec: | koniec:
typed-to = do | aż | to
typed-between = między | pomiędzy
# Bez „i”: to także rzymska jedynka, czyli styczeń.
typed-and = a | oraz
typed-today = dziś | dzisiaj | today
typed-yesterday = wczoraj | yesterday
typed-about = około | koło | ok. | ok | circa | c. | ca.
typed-fillers = r. | r | roku | rok | w | we | dnia | dn. | o | godz. | godz | godzina | godzinie | zeszły | zeszłą | zeszłej | zeszłego | ubiegły | ubiegłą | ubiegłej | ubiegłego | ostatni | ostatnią | ostatniej | ten | tę | tej | tego | tym | the | of | at | on
typed-ordinals = go | ego | st | nd | rd | th
typed-am = rano | am | a.m.
typed-pm = wieczorem | popołudniu | pm | p.m.
typed-spring = wiosna | wiosny | wiosnę | wiosną | wiośnie | spring
typed-summer = lato | lata | latem | lecie | summer
typed-autumn = jesień | jesieni | jesienią | autumn | fall
typed-winter = zima | zimy | zimę | zimą | zimie | winter
typed-month-1 = styczeń | stycznia | styczniu | stycz | sty | i | january | jan
typed-month-2 = luty | lutego | lutym | lut | ii | february | feb
typed-month-3 = marzec | marca | marcu | mar | iii | march
typed-month-4 = kwiecień | kwietnia | kwietniu | kwiec | kwi | iv | april | apr
typed-month-5 = maj | maja | maju | v | may
typed-month-6 = czerwiec | czerwca | czerwcu | czerw | cze | vi | june | jun
typed-month-7 = lipiec | lipca | lipcu | lip | vii | july | jul
typed-month-8 = sierpień | sierpnia | sierpniu | sierp | sie | viii | august | aug
typed-month-9 = wrzesień | września | wrześniu | wrzes | wrz | ix | september | sept | sep
typed-month-10 = październik | października | październiku | paźdz | paź | x | october | oct
typed-month-11 = listopad | listopada | listopadzie | lis | xi | november | nov
typed-month-12 = grudzień | grudnia | grudniu | grudz | gru | xii | december | dec
typed-weekday-1 = poniedziałek | poniedziałku | pon | pn | monday | mon
typed-weekday-2 = wtorek | wtorku | wt | tuesday | tue | tues
typed-weekday-3 = środa | środę | środy | śr | wednesday | wed
typed-weekday-4 = czwartek | czwartku | czw | cz | thursday | thu | thur | thurs
typed-weekday-5 = piątek | piątku | pt | piąt | friday | fri
typed-weekday-6 = sobota | sobotę | soboty | sob | sb | saturday | sat | saturdays
typed-weekday-7 = niedziela | niedzielę | niedzieli | niedz | nd | ndz | sunday | sun

# Co jest nie tak z wpisaną datą i jak to naprawić.
typed-error-not-understood = „{ $text }” nie jest datą, którą Holdfast rozumie. Wpisz dzień, miesiąc, porę roku lub rok: 17 listopada 2026, listopad 2026, jesień 2026, 2026 lub „2014 – do dziś”.
typed-error-no-such-day = Miesiąc { $month } nie ma dnia { $day }. Sprawdź dzień i miesiąc.
typed-error-no-leap-day = W roku { $year } miesiąc { $month } nie ma dnia 29. Sprawdź dzień i rok.
typed-error-no-such-month = Nie ma miesiąca { $month }. Wpisz najpierw dzień, potem miesiąc: 17.11.2026.
typed-error-no-such-time = Nie ma godziny { $text }. Wpisz ją tak: 10:15 lub 15:30.
typed-error-another-weekday = Tego dnia wypada { $date }. Sprawdź dzień tygodnia albo go pomiń.
typed-error-year-far-off = Rok { $year } jest zbyt odległy. Sprawdź rok.
typed-error-ends-before = Koniec jest wcześniejszy niż początek. Sprawdź obie daty.
typed-error-future = Ta data jeszcze nie nadeszła: { $date }. Sprawdź datę.
typed-error-about-a-day = Gdy dzień nie jest pewny, wpisz miesiąc: „{ $month }”.
date-error-no-such-day = „{ $text }” nie istnieje w kalendarzu. Sprawdź dzień i miesiąc.
