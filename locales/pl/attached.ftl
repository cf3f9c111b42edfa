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
