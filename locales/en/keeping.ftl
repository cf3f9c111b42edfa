# Taking out what was recorded in the wrong case, legal hold, erasing a case.

keeping-remove = Recorded in the wrong case
keeping-remove-title = Take this out of the case for good?
keeping-remove-lede = For what belongs to another family and should never have stood here. What was wrong from the start about this family is withdrawn instead, and stays readable.
keeping-remove-what = What goes
keeping-remove-text = What this entry says, with its whole history.
keeping-remove-file = The attached file, if no other entry has it.
keeping-remove-drafts = What anybody has begun to write that names this entry and is not saved.
keeping-remove-stays = What stays
keeping-remove-fact = That an entry of this kind was taken out: who did it, when and why. Only people who could see the entry see this.
keeping-remove-links = What other people have recorded about it in their own words. These entries name it; look at each of them:
keeping-remove-backups = Backups made before now still hold it until { $day }. Documents that somebody printed or downloaded hold it for as long as they are kept.
keeping-remove-undo = This cannot be undone. Nobody can bring it back, whoever asks.
keeping-remove-do = Take it out for good
keeping-remove-not = Leave it
keeping-removed = Taken out. Only the fact of it is left.
keeping-removed-title = Removed: recorded in the wrong case
keeping-removed-text = { $kind }: taken out for good by { $who } on { $when }. What it said is gone.
keeping-removed-why = Why: { $reason }
keeping-removed-list = Removed
keeping-removed-line = { $kind }: removed, because it was recorded in the wrong case

field-keeping-reason = Why?
    .hint = This stays. Do not write what the entry said, and no names.
field-keeping-sure = Are you sure?
keeping-sure-yes = Yes. It belongs to another case, and I have looked at what names it
keeping-sure-missing = Tick the box if you are sure
keeping-reason-missing = Say why, in a few words

keeping-title = Keeping and erasing
keeping-link = Keeping and erasing this case
keeping-hold-title = Legal hold
keeping-hold = Legal hold
keeping-hold-since = since { $day }: nothing of this case may be erased
keeping-hold-lede = While a case is held, nothing in it is taken out and the case is not erased, whoever asks: for a court, an inquiry or a claim that needs the file as it is.
keeping-hold-none = This case is not held.
keeping-hold-is = This case is held since { $when }. Set by { $who }: { $reason }
keeping-hold-set = Hold this case
keeping-hold-lift = Lift the hold
keeping-hold-done = The case is held. Nothing of it can be erased.
keeping-hold-lifted = The hold is lifted.
keeping-held-stop = This case is under a legal hold since { $day }, so nothing of it may be erased or taken out. A supervisor of the case can lift the hold, with a reason.
field-keeping-hold-reason = Why?
    .hint = The case number of the court, who asked for it, until when it is needed.

keeping-erase-title = Erase this case for good
keeping-erase-lede = For when the time for which the file must be kept is over, or a court orders it. It takes two people: one asks, a second one decides.
keeping-erase-goes = The keys of the case are destroyed: every entry with its history, the attached files, drafts, and the case in everybody’s lists. Without the keys nobody can read it.
keeping-erase-stays = A certificate stays: who asked, who decided, when, why, how many entries. It names nobody of the family. The list of who opened the case stays, too, as numbers and times.
keeping-erase-backups = Backups of the keys made before that still open it until { $day }. The certificate says this day; only from then on is it gone everywhere.
keeping-erase-undo = This cannot be undone.
keeping-erase-reference = The reference of this case is:
keeping-erase-ask = Ask that it be erased
keeping-erase-asked-by = { $who } asked on { $when } that this case be erased: { $reason }
keeping-erase-asked-own = Now a second person decides. You can take it back.
keeping-erase-do = Erase it for good
keeping-erase-drop = It is not to be erased
keeping-erase-wrong = This is not the reference of this case. Type it as it stands above
keeping-erase-asked = Asked. A second person decides on this page.
keeping-erase-dropped = The case is not erased.
keeping-asked = Erasing
keeping-asked-since = asked for on { $day }: a second person decides
field-keeping-reference = Type the reference of the case
field-keeping-erase-reason = Why?
    .hint = This stands on the certificate. No names of the family.
field-keeping-drop-reason = Why is it not to be erased?

keeping-erased-done = The case is erased. This is the certificate.
keeping-erased-title = Erased cases
keeping-erased-lede = Certificates of cases that were erased for good. They name nobody of the family.
keeping-erased-none = No case has been erased that you may know of.
keeping-erased-json = As data (JSON)
keeping-certificate = Certificate of erasure
keeping-certificate-case = Case
keeping-certificate-reference = Reference
keeping-certificate-opened = Opened
keeping-certificate-what = What was erased
keeping-certificate-counts = { $entries ->
    [one] One entry
   *[other] { $entries } entries
} in { $revisions ->
    [one] one version
   *[other] { $revisions } versions
}, with { $people ->
    [one] one person
   *[other] { $people } people
} and { $files ->
    [0] no attached file
    [one] one attached file
   *[other] { $files } attached files
}
keeping-certificate-asked = Asked by
keeping-certificate-decided = Decided by
keeping-certificate-why = Why
keeping-certificate-erased = Erased
keeping-certificate-by-when = { $who }, { $when }
keeping-certificate-until = Can no longer be read anywhere from
keeping-certificate-not-yet = Not yet gone everywhere: backups of the keys made before the case was erased still open it until { $when }. They are kept for { $days } days.
keeping-certificate-gone = Backups of the keys were kept for { $days } days, until { $when }. From then on no backup that Holdfast keeps opens this case.
keeping-certificate-limits = Holdfast cannot know of copies that were made in another way: printed or downloaded documents, copies of the whole machine, and backups whose old copies nobody took away. The command “holdfast erasures” counts what is left in the place of the backups.
