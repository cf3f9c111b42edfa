# Genogram: osoby, gospodarstwa, linie krzywdy i ochrony, jako rysunek i jako tabele.

genogram-title = Osoby, gospodarstwa, krzywda i ochrona
genogram-region = Rysunek rodziny. Gdy brakuje miejsca, przewija się w bok.
# Słowa, które wybierają kwadrat lub koło, oddzielone przecinkami. Liczy się tylko to, co osoba mówi o sobie.
genogram-square-words = mężczyzna, chłopiec, chłopak, męska, on, on/jego, on / jego, on/jemu, on / jemu, man, boy, male, he, he/him, he / him
genogram-circle-words = kobieta, dziewczynka, dziewczyna, żeńska, ona, ona/jej, ona / jej, woman, girl, female, she, she/her, she / her
genogram-causes-harm = krzywdzi
genogram-protects = chroni
genogram-undetermined = rola jeszcze nierozstrzygnięta
genogram-born = ur. { $date }
genogram-died = zm. { $date }
genogram-lived = { $from } – { $until }
genogram-home-unsure = { $home }: nikt nie ma pewności
genogram-and-more = i inne

genogram-key = Gruba linia ze strzałką: krzywda, od osoby, która krzywdzi. Gruba linia z tarczą: ochrona. Linia kropkowana z pustą strzałką lub tarczą: jeszcze nie zapytano. Grube kreski z pustą strzałką: nie rozstrzygnięto, jaki to rodzaj użycia siły. Między dwiema osobami dorosłymi jedna kreska: rozstanie; dwie: para w przeszłości; kreski: para bez ślubu; kropki: rodzice dziecka, nie zapisano, czy są parą. Do dziecka, kreski: adopcja; kropki: piecza zastępcza; kreski i kropki: pasierb lub pasierbica. Bliźnięta mają wspólną linię. Obwódka z kresek: gospodarstwo; z rzadkich kropek: nikt nie ma pewności. Kwadrat lub koło zależy od tego, co osoba mówi o sobie, przy rombie jest własne słowo tej osoby, sześciokąt: nie zapisano. Krzyż: osoba nie żyje.
genogram-left-out = Nie ma tego na rysunku, bo jest sprzeczne z czymś innym, co zapisano:

# Co pokazuje rysunek.
genogram-harm-runs = Linie krzywdy. Od kogo: { $from }. Do kogo: { $to }.
genogram-harm-open = Nikt jeszcze nie zapytał o krzywdę. Od kogo: { $from }. Wobec kogo: { $to }.
genogram-hold-runs = Linie ochrony. Od kogo: { $from }. Do kogo: { $to }.
genogram-hold-open = Nikt jeszcze nie zapytał, co robi { $from }. Dla kogo: { $to }.
genogram-no-lines = Nie zapisano jeszcze żadnej linii krzywdy ani ochrony.
genogram-children-of = Rodzice: { $parents }. Dzieci: { $children }.
genogram-siblings = Rodzeństwo, bez zapisanych rodziców: { $names }.
genogram-lives = { $home }: { $names }.
genogram-couple = { $names }: { $what }.
genogram-couple-period = { $names }: { $what }. { $period }.
genogram-union-married = małżeństwo lub związek partnerski
genogram-union-couple = para
genogram-union-separated = po rozstaniu
genogram-union-ended = dawniej para
genogram-union-not_recorded = rodzice tego samego dziecka; nie zapisano, czy są lub byli parą
genogram-child-birth = { $name }: dziecko. Rodzice: { $parents }
genogram-child-adopted = { $name }: dziecko adoptowane. Rodzice: { $parents }
genogram-child-foster = { $name }: dziecko w pieczy zastępczej. U kogo: { $parents }
genogram-child-step = { $name }: pasierb lub pasierbica. Ojczym lub macocha: { $parents }
genogram-child-sibling = { $name }: rodzeństwo. Z kim: { $others }
genogram-from-to = { $from } – { $to }
genogram-left-couple = { $names } jako para
genogram-left-child = { $name } jako dziecko. Rodzice: { $parents }
genogram-left-sibling = { $name } jako rodzeństwo

# Wiek, gdy jest mało miejsca.
age-short-years = { $years }
age-short-about = ≈ { $years }
age-short-under-one = poniżej 1
age-short-months = { $months } mies.
age-short-weeks = { $weeks } tyg.
