## Dokumenty: załączone pliki, ich formularz i strona.

form-document-title-page = Załącz dokument
form-document-lede = Pismo, zdjęcie lub nagranie, które ktoś przysłał albo pokazał. Jest przechowywane w tej sprawie w postaci zaszyfrowanej.
form-document-title = Co to jest, w kilku słowach?
    .hint = Aby łatwo to odnaleźć: „Notatka policji, 3 marca”. Bez adresu.
form-document-what = Jaki to dokument?
    .hint = „List ze szkoły”, „zdjęcie drzwi”, „zrzut ekranu z wiadomościami”.
form-document-from = Od kogo pochodzi?
form-document-from-other = Od kogoś innego
    .hint = „Dzielnicowy zespół policji”, „pedagog szkolny”.
form-document-about = Kogo dotyczy?
form-error-document-title = Napisz w kilku słowach, co to jest, aby dało się to odnaleźć.

page-fact-what-it-is = Co to jest
page-fact-from-whom = Od kogo
page-fact-file-type = Plik
page-fact-file-size = Rozmiar
page-fact-file-name = Pierwotna nazwa
page-fact-file-hash = Odcisk pliku (BLAKE3)
page-fact-file-details = Ukryte dane zdjęcia

attached-details-removed = Dane o tym, gdzie, kiedy i czym zrobiono zdjęcie, usunięto z pliku przed zachowaniem.
attached-details-kept = Plik może nadal zawierać dane o tym, gdzie i kiedy powstał. Sprawdź to, zanim trafi do kogokolwiek.

media-pdf = PDF
media-jpeg = Zdjęcie (JPEG)
media-png = Obraz (PNG)
media-gif = Obraz (GIF)
media-webp = Obraz (WebP)
media-heic = Zdjęcie (HEIC)
media-tiff = Obraz (TIFF)
media-image = Obraz
media-word = Dokument tekstowy
media-sheet = Arkusz kalkulacyjny
media-slides = Prezentacja
media-text = Zwykły tekst
media-archive = Archiwum plików; tutaj nigdy nie jest rozpakowywane
media-sound = Nagranie dźwiękowe
media-film = Film
media-mail = Wiadomość e-mail
media-other = Plik w formacie, którego się tutaj nie otwiera

file-size-bytes = { $n ->
    [one] { $n } bajt
    [few] { $n } bajty
    [many] { $n } bajtów
   *[other] { $n } bajta
}
file-size-kb = { $n } kB
file-size-mb = { $n } MB
file-size-gb = { $n } GB

draft-document = Dokument do załączenia

attached-file = Plik
attached-file-hint = Niczego się tu nie otwiera ani nie rozpakowuje. Plik jest przechowywany tak, jak przyszedł, w postaci zaszyfrowanej.
attached-most = Najwyżej { $size }.
attached-details-advice = Zdjęcie może zawierać dane o tym, gdzie i kiedy je zrobiono. Holdfast przechowuje pliki tak, jak przyszły, i tych danych nie usuwa. Jeśli zdjęcie zrobiono tam, gdzie ktoś jest bezpieczny, wyślij zamiast niego zrzut ekranu albo oznacz je jako utajnione.
attached-send = Załącz dokument
attached-choose-again = Wybierz plik ponownie: przeglądarki go nie zachowują.
attached-no-file = Wybierz plik.
attached-too-large = Plik jest większy niż { $size }. Wyślij mniejszą kopię albo przechowuj go tam, gdzie Twoja instytucja trzyma duże pliki, i napisz, gdzie jest.
attached-broke-off = Połączenie się skończyło, zanim przyszedł cały plik. Niczego z niego nie zachowano. Wybierz go ponownie.
attached-refused-program = To program lub skrypt. Takich plików się tu nie przechowuje. Jeśli to dowód, poproś obsługę techniczną swojej instytucji o bezpieczne przechowanie i napisz, gdzie jest.
attached-refused-empty = W tym pliku nic nie ma. Sprawdź, czy to właściwy plik.
attached-told-name-differs = Nazwa pliku mówi co innego niż jego zawartość. Przechowuje się go zgodnie z zawartością.
attached-told-active = Pliki tego rodzaju mogą przy otwarciu uruchamiać programy (SVG, HTML lub XML). Wydaje się go tylko jako bajty, których nic samo nie otwiera.
attached-told-unknown = Holdfast nie zna tego rodzaju plików. Wydaje się go tylko jako bajty, których nic samo nie otwiera.
attached-told-archive = To archiwum. Zawartości nie sprawdzono i nigdy się jej tu nie rozpakowuje.
attached-told-may-tell-where = Obraz może zawierać dane o tym, gdzie i kiedy powstał. Sprawdź to, zanim trafi do kogokolwiek.
attached-download = Pobierz plik
attached-not-here = Samego pliku tu nie ma: z aktami przyszedł tylko jego odcisk.
attached-documents = Załączone dokumenty
problem-file-too-large = Ten plik jest zbyt duży
problem-file-too-large-text = Plik może mieć najwyżej { $size }. Niczego z niego nie zachowano. Wyślij mniejszą kopię albo przechowuj go tam, gdzie Twoja instytucja trzyma duże pliki, i napisz, gdzie jest.
attached-add = Załącz dokument
