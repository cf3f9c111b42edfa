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

attached-file = The file
attached-file-hint = Nothing in it is opened or unpacked here. It is kept as it comes, encrypted.
attached-most = At most { $size }.
attached-details-advice = A photograph may carry where and when it was taken. Holdfast keeps files as they come and does not take that out. If it was taken where she is safe, send a screenshot of it instead, or label it sealed.
attached-send = Attach the document
attached-choose-again = Choose the file again: browsers do not keep it.
attached-no-file = Choose a file.
attached-too-large = The file is larger than { $size }. Send a smaller copy, or keep it where your agency keeps large files and write down where.
attached-broke-off = The connection ended before the whole file had come. Nothing of it was kept. Choose it again.
attached-refused-program = This is a program or a script. Those are not kept here. If it is evidence, ask your agency’s technical service to keep it safe, and write down where it is.
attached-refused-empty = There is nothing in this file. Look whether it is the right one.
attached-told-name-differs = Its name says something else than what it is. It is kept as what it is.
attached-told-active = It is of a kind that can run programs where it is opened (SVG, HTML or XML). It is handed out only as bytes that nothing opens by itself.
attached-told-unknown = It is of no kind that Holdfast knows. It is handed out only as bytes that nothing opens by itself.
attached-told-archive = It is an archive. What is in it was not looked at, and it is never unpacked here.
attached-told-may-tell-where = The picture may say where and when it was taken. Look before it goes to anybody.
attached-download = Download the file
attached-not-here = The file itself is not here: only its fingerprint came with the case file.
attached-documents = Attached documents
problem-file-too-large = This file is too large
problem-file-too-large-text = A file may be { $size } at most. Nothing of it was kept. Send a smaller copy, or keep it where your agency keeps large files and write down where.
attached-add = Attach a document
