## Bringing in spreadsheets and old notes. Lists of words are separated by |, in small letters.

draft-import = A file to bring in

import-all-children = all|both|all children|both children|the children|children
import-guess-date = date|when|date of event|date of incident|event date|incident date|date/time|date and time
import-guess-what = what he did|what was done|what happened|incident|event|behaviour|description|details|summary|note|notes|text|entry|case note|action
import-guess-who = who|by whom|who did it|done by|person responsible|perpetrator|actor|by
import-guess-whom = to whom|towards whom|victim|target|whom|to
import-guess-effect = effect|impact|effect on children|effect on the children|impact on children|impact on child|effect on child
import-guess-effect-on = child|children|which child|child affected|children affected
import-guess-did = what she did|what the survivor did|what mother did|protective action|protective actions|what was done to protect|response of survivor
import-guess-source = source|source of information|evidence|information from|record|reference
import-guess-words = words|quote|in their words|exact words
import-guess-kind = type|kind|category|entry type|type of event|event type
import-guess-title = title|subject|heading
import-guess-author = author|written by|recorded by|worker|social worker|entered by

import-head-date = date|when|date of note
import-head-author = author|by|written by|from|worker|recorded by
import-head-title = title|subject|re|about

import-record-row = From old records: { $file }, row { $row }
import-record-paper = From old records: { $file }
import-record-source = { $record } (says: { $said })
import-record-author = { $record } (written by { $said })
import-reason = Changed in { $file }, row { $row }

import-place-cell = Row { $row }, column { $column }
import-place-row = Row { $row }
import-place-file = The whole file

## What is wrong with a file, and how to mend it.
import-fault-too-large = The file is larger than { $most } MB. Split it, or take pictures and old sheets out of it.
import-fault-empty = There is nothing in it. Look whether it is the right file, and whether it was saved.
import-fault-only-headings = There are headings and no rows beneath them. Look whether it is the right sheet.
import-fault-old-excel = This is a workbook of the old kind (.xls), or it has a password. Open it, save it as .xlsx without a password, and choose that.
import-fault-old-word = This is a document of the old kind (.doc), or it has a password. Open it, save it as .docx without a password, and choose that.
import-fault-not-a-table = This is no table. Choose a .csv or .xlsx file.
import-fault-not-a-paper = This is no text that can be read here. Choose a .txt or .docx file; other papers can be attached as documents.
import-fault-not-a-workbook = This is an archive, but no workbook. Choose a .csv or .xlsx file.
import-fault-broken-zip = The file is damaged: it cannot be unpacked. Open it in the program it was made with, save it again, and choose that.
import-fault-broken-workbook = The workbook is damaged. Open it in the program it was made with, save it again, and choose that.
import-fault-broken-paper = The document is damaged. Open it in the program it was made with, save it again, and choose that.
import-fault-unpacks-too-large = Unpacked, it is larger than { $most } MB, which no file of words is. It was not unpacked further. Take pictures and old sheets out of it, or split it.
import-fault-no-such-sheet = There is no sheet “{ $sheet }” that is not hidden. There are: { $sheets }.
import-fault-too-many-columns = There are more than { $most } columns. Take out those that are not needed.
import-fault-too-many-rows = There are more than { $most } rows ({ $found } were counted). Split the file.
import-fault-long-cell = There are more than { $most } characters in this cell. Bring it in as a paper, or split it over several rows.
import-fault-open-quote = A quotation mark is opened here and not closed, so that rows run into each other. Close it, or double it where it is part of the text.
import-fault-broken-row = This row cannot be read. Open the file in a spreadsheet, save it as CSV again, and choose that.
import-fault-more-cells = There are { $found } cells where the headings have { $wanted }. Often a comma in a text is the cause: put the text in quotation marks.
import-fault-no-such-column = There is no column “{ $column }”. Write the heading as it stands in the file, or the letter of the column.
import-fault-no-what = Say which column holds what was done, or what the note says.
import-fault-no-result = There is a formula here whose result is not in the file. Open the file in a spreadsheet and save it, or put the value in place of the formula.
import-fault-wrong-formula = The formula in this cell gives { $code }. Put the value in place of it.
import-fault-date = { $why }
import-fault-date-number = “{ $said }” is no year and no day that a spreadsheet counts. Write the date out.
import-fault-no-year = “{ $said }” has no year. Add it: old records are read years later.
import-fault-text = The text { $why }
import-fault-no-who = It does not say who did this. Fill the cell in, or say below who it is where the file does not.
import-fault-several-who = Several people did this. Make a row for each, so that each one’s part can be seen.
import-fault-no-whom = It does not say to whom this was done. Fill the cell in, or say below who it is where the file does not.
import-fault-no-child = It does not say which child this is about. Fill the cell in, or say below which children are meant where the file does not.
import-fault-no-survivor = It is not clear whose effort this is. Say below who it is.
import-fault-paper-date = The date at its head, “{ $said }”, could not be read, or could be two dates. Write it out: 3 April 2024.

## What a person should know about how a file was read.
import-remark-windows-1252 = The file does not say how its letters are written. It was read as an old Windows file: look at the names with accents.
import-remark-broken-letters = Some letters of the file are damaged and are shown as �: look at the names with accents.
import-remark-sheets = The workbook has several sheets ({ $sheets }). “{ $sheet }” is read.
import-remark-turned-round = Some dates are real dates and others are text. That happens when a spreadsheet has turned day and month round in some of them. Check these rows against the original: { $rows }.
import-remark-paper-no-date = It does not say when it was written. The note will have no date.

## Rows from which nothing comes.
import-left-empty = Nothing stands in the columns that are read.
import-left-heading = This is a heading over several columns.
import-left-chosen = Rows of this kind are left out, as you chose.

## Questions.
import-ask-order = In these dates the first number could be the day or the month: { $examples }. Which is it in this file?
import-ask-both-orders = Row { $day } can only be written day first, and row { $month } only month first. Choose one, and mend the rows of the other in the file.
import-ask-person = Who is meant by “{ $name }”? It stands first in row { $row }.
import-ask-kind = What becomes of rows that say “{ $word }”? The first is row { $row }.
import-fault-kind-of-file = “{ $name }” is of a kind that is not read here. Spreadsheets are .csv and .xlsx, notes are .txt and .docx.
import-fault-waited-too-long = The file has waited too long and is no longer here. Choose it again.
import-fault-one-table = Bring in one spreadsheet at a time: its columns are asked. Notes can come together.

## The pages.
import-title = Bring in old records
import-lede = A chronology that lies in a spreadsheet, or notes written elsewhere, become entries of this case. Nothing is recorded before you have seen what would come of it.
import-step-choose = Choose the files.
import-step-map = Say which column is what. Holdfast guesses from the headings.
import-step-look = Look at what would come of each row, mend what is named, then bring it in.
import-file = The files
import-file-hint = One spreadsheet (.csv, .xlsx), or notes (.txt, .docx), several at once. At most 20 MB and 5,000 rows.
import-send = Go on
import-gone = This file was brought in already, or has waited too long. Choose it again.
import-broke-off = The connection ended before the whole file had come. Nothing of it was kept. Choose it again.
import-too-many-files = There are more than { $most } files. Bring them in a part at a time.
import-waits = The files wait here, encrypted and for you alone, for thirty days. Nothing is in the case yet.
import-result = What would come of it
import-summary = { $new ->
    [one] One new entry.
   *[other] { $new } new entries.
} { $there ->
    [0] Nothing of it is there already.
    [one] One is there already.
   *[other] { $there } are there already.
} { $revised ->
    [0] { "" }
    [one] One entry would be revised.
   *[other] { $revised } entries would be revised.
} { $stays ->
    [0] { "" }
    [one] One changed in the file and stays as it is here.
   *[other] { $stays } changed in the file and stay as they are here.
}
import-questions = To be decided first
import-answer = Go to the questions
import-faults = To be mended in the file, or by the answers below
import-faults-file = Download everything that is wrong as a spreadsheet
import-left = { $n ->
    [one] One row is left out
   *[other] { $n } rows are left out
}
import-entries = Row by row
import-more = … and { $n } more.
import-heading-where = Where
import-heading-file = File
import-heading-row = Row
import-heading-column = Column
import-heading-what = What is wrong, and how to mend it
import-heading-outcome = What becomes of it
import-heading-entry = Entry
import-outcome-new = New
import-outcome-there = There already
import-outcome-revised = Is revised
import-outcome-stays = Changed in the file; stays as it is here
import-outcome-changed-here = Changed in the file and here; stays as it is here
import-asked = Who and what is meant
import-asked-hint = Holdfast does not guess who “Mum” is. Your answers hold for this file.
import-who-is = Who is “{ $name }”?
import-what-is = What becomes of rows that say “{ $word }”?
import-choose = Choose
import-nobody = Nobody of this case
import-columns = Which column is what
import-columns-hint = Leave out what the file does not have.
import-first-rows = The first rows of the file
import-no-column = Not in this file
import-in-the-row = As each row says
import-the-one = The parent who protects, where the case has one
import-rules = Where a row does not say
import-kept = Who may see it
import-nothing-yet = Nothing is recorded by looking.
import-check = Look at what would come of it
import-forget = Throw these files away
import-record = { $n ->
    [one] Bring in one entry
   *[other] Bring in { $n } entries
}
brought-in = The old records are in the case. Each says where it came from.

import-column-date = When
import-column-what = What was done
    .hint = Or what the note says.
import-column-who = Who did it
import-column-whom = To whom
import-column-effect = Effect on a child
    .hint = Becomes an entry for each child that is named.
import-column-effect-on = On which child
import-column-did = What the survivor did
    .hint = Becomes an effort, kept confidential unless you choose otherwise.
import-column-source = Source
import-column-words = Somebody’s exact words
import-column-kind = What kind of row it is
import-column-title = Title of a note
import-column-author = Who wrote it

import-field-becomes = What a row becomes
import-field-dates = In dates like 03/04/2024, which comes first?
import-field-sheet = Which sheet
import-field-who = Who did it
import-field-whom = To whom
import-field-effect-on = Which child an effect is on
import-field-survivor = Whose effort it is
import-field-label = Who may see the entries
import-field-effort-label = Who may see what the survivor did
    .hint = What she does to stay safe can be used against her.
import-field-changed = Rows that changed since they were brought in
import-changed-leave = Leave the entries as they are, and name the rows
import-changed-revise = Revise the entries, unless somebody has changed them here
import-order-file = As the file shows
import-order-day-first = The day (3 April)
import-order-month-first = The month (March 4)

import-becomes-behaviour = Something somebody did to control or harm
import-becomes-effort = Something the survivor did
import-becomes-impact = An effect on a child
import-becomes-unknown = A question
import-becomes-note = A note
import-becomes-leave-out = Nothing: leave it out
