## Documents: attached files, their form and their page.

form-document-title-page = Attach a document
form-document-lede = A paper, a photograph or a recording that somebody sent or showed you. It is kept encrypted with this case.
form-document-title = What is it, in a few words?
    .hint = To find it by: “Police report, 3 March”. No address.
form-document-what = What kind of paper is it?
    .hint = “Letter from the school”, “photograph of the door”, “screenshot of messages”.
form-document-from = From whom did it come?
form-document-from-other = Somebody else
    .hint = “Neighbourhood police team”, “class teacher”.
form-document-about = Whom is it about?
form-error-document-title = Say in a few words what it is, so that it can be found again.

page-fact-what-it-is = What it is
page-fact-from-whom = From whom
page-fact-file-type = File
page-fact-file-size = Size
page-fact-file-name = Name it came with
page-fact-file-hash = Fingerprint (BLAKE3)
page-fact-file-details = Hidden details of the picture

attached-details-removed = Where and when it was taken, and with what, was taken out of the file before it was kept.
attached-details-kept = The file may still say where and when it was taken. Look before it goes to anybody.

media-pdf = PDF
media-jpeg = Photograph (JPEG)
media-png = Picture (PNG)
media-gif = Picture (GIF)
media-webp = Picture (WebP)
media-heic = Photograph (HEIC)
media-tiff = Picture (TIFF)
media-image = Picture
media-word = Text document
media-sheet = Spreadsheet
media-slides = Presentation
media-text = Plain text
media-archive = Archive of files, never unpacked here
media-sound = Sound recording
media-film = Film
media-mail = Email
media-other = A file of a kind that is not opened here

file-size-bytes = { $n ->
    [one] 1 byte
   *[other] { $n } bytes
}
file-size-kb = { $n } kB
file-size-mb = { $n } MB
file-size-gb = { $n } GB

draft-document = A document to attach
