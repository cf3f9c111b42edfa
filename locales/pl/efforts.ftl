# Wszystko, co robi się dla bezpieczeństwa, opieki i stabilności.

page-efforts-head = Wszystko, co robi { $name }
page-efforts-head-nobody = Wszystko, co chroni
efforts-lede = Chronić to znacznie więcej niż odejść, wezwać policję czy uzyskać zakaz: utrzymać spokój przez jedną noc, nakarmić, ukryć, nauczyć, zaśpiewać, zostać. Każde z tych starań zapisuje się jako czyn, wraz z tym, na co odpowiada i co dzięki niemu stało się możliwe.
efforts-empty-title = Zacznij od zwykłego dnia
efforts-empty-why = Zapytaj, co jest robione, aby dzieci jadły, spały, uczyły się i czuły się bezpiecznie, oraz co jest robione, gdy robi się niebezpiecznie.
efforts-empty-example = Na przykład: „Od razu się zgadza i mówi cicho, aby skończyło się, zanim dzieci się obudzą”.
efforts-answers = Odpowiedź na
efforts-answers-which = Na które zachowanie to odpowiada?
page-cost = Jakim kosztem: { $what }
page-obstacle = Co stało na przeszkodzie: { $what }
page-wants-heard = Kto może o tym usłyszeć: { $who }
