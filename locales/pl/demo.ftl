# Wymyślona rodzina.

demo-banner = To jest wymyślona rodzina. Nic tutaj nie dotyczy prawdziwych osób, a wszystko zostanie usunięte, gdy Holdfast się zatrzyma.
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
demo-delete = Aby usunąć pokaz, zatrzymaj Holdfast: zapomni tę rodzinę i wszystko, co do niej dodano. Własne sprawy prowadź w systemie uruchomionym poleceniem „holdfast serve”.
