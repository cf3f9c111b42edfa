# Notes and visits.

notes-title = Notes and visits
notes-lede = A finished note never changes. A correction is an addendum.
notes-empty = No note and no visit is recorded yet.
notes-addendum = Write an addendum
notes-visits = Visits
page-visit-line = { $kind }: { $names }
page-visit-line-nobody = { $kind }
