# Wymyślona rodzina.

demo-banner = To jest pokaz z wymyśloną rodziną. Nic w nim nie dotyczy prawdziwych osób, a wszystko zostanie usunięte, gdy Holdfast się zatrzyma.
demo-sign-in = To pokaz z wymyśloną rodziną. Hasło nie jest potrzebne.
demo-tasks = Pięć kroków na początek
demo-tasks-lede = Na prawdziwych stronach wymyślonej rodziny. Kwadrans; można pominąć, co się chce, przerwać i wrócić w dowolnej chwili.
demo-tasks-done = Wszystkie pięć kroków za Tobą. Teraz własna sprawa.
demo-task-map = Przeczytaj, co robi { $harm } i jak dociera to do każdego dziecka
    .hint = Na mapie wzorca. Przeczytaj jeden wiersz od lewej do prawej: co się dzieje, jakie ma to skutki dla każdego dziecka, co robi w odpowiedzi { $hold }.
demo-task-behaviour = Dodaj coś, co robi { $harm }, i powiąż to z koszmarami. Dziecko: { $child }
    .hint = Na przykład: przez całą noc z piątku na sobotę dzwoni do mieszkania. Potem dodaj skutek w tym wierszu mapy. { $child }: budzenie się ze złych snów.
demo-task-effort = Zapisz, co tamtej nocy robi { $hold }
    .hint = Na przykład: wyłącza telefon i siedzi przy dziecku do rana ({ $child }). Mapa i otwarte pytania od razu się zmieniają.
demo-task-done = Zrobione
demo-task-open = Jeszcze nie
demo-skip = Schowaj te kroki
demo-show-tasks = Pokaż pięć pierwszych kroków
demo-first-case = Zacznij pierwszą własną sprawę
demo-him = osoba, która krzywdzi
demo-her = rodzic chroniący
demo-task-note = Przeczytaj dawną notatkę i napisz na nowo jedno jej zdanie
    .hint = Powstała, zanim ktokolwiek porozmawiał bez innych osób z rodzicem chroniącym. Kto chroni: { $hold }. Notatka nigdy się nie zmienia: napisz uzupełnienie z jednym zdaniem o tym, kto co robi i wobec kogo.
demo-task-chronology = Przeczytaj, jak to się działo po kolei
    .hint = W chronologii: co robi { $harm }, jakie ma to skutki dla każdego dziecka, co robi { $hold } i skąd to wszystko wiadomo.
demo-stop = Gdy Holdfast się zatrzyma, wszystko tutaj zostanie usunięte: ta rodzina i wszystko, co do niej dodano. Własne sprawy prowadź w systemie uruchomionym poleceniem „holdfast serve”.

# Usuwanie danych pokazowych.

demo-data = Dane pokazowe
demo-data-about = Wymyślona rodzina, żeby się rozejrzeć. Gdy nie będzie już potrzebna, można ją usunąć.
demo-delete = Usuń dane pokazowe
demo-delete-title = Usunąć dane pokazowe?
demo-delete-lede = Za chwilę na zawsze usuniesz sprawę wymyślonej rodziny. Dzieci: { $children }.
demo-delete-lede-unnamed = Za chwilę na zawsze usuniesz sprawę wymyślonej rodziny.
demo-delete-goes = Co zniknie
demo-delete-entries = Każdy wpis w tej sprawie wraz z historią, także notatki i załączone dokumenty, oraz wszystko, co dodano od siebie.
demo-delete-drafts = Wszystko, co ktokolwiek zaczął pisać w tej sprawie i czego nie zapisał.
demo-delete-lists = Sprawa na wszystkich listach. Kto ma ją otwartą na ekranie, nic już tam nie znajdzie.
demo-delete-stays = Co zostanie
demo-delete-log = To, że sprawę otwierano i kto to robił, oraz to, że została przez Ciebie usunięta. To wykaz numerów i godzin; nie ma w nim niczego, co zapisano w sprawie.
demo-delete-copies = Dokumenty, które ktoś wydrukował lub pobrał, oraz kopie zapasowe sprzed dzisiaj. Holdfast nie ma do nich dostępu.
demo-delete-undo = Tego nie można cofnąć. Klucze sprawy zostaną zniszczone, a bez nich nikt jej nie przeczyta, ktokolwiek by o to prosił. Jej pliku też nie będzie można tu ponownie wczytać.
demo-delete-do = Usuń na zawsze
demo-delete-keep = Zostaw
demo-deleted = Dane pokazowe zostały usunięte. Nikt ich już nie przeczyta.
