//! The pages. Each part of the crate registers its modules in its own block.

use crate::extract::SignedIn;
use practice::permission::AccountRole;

// Shell: signing in and out, one's own work, cases, drafts.
pub(crate) mod cases;
pub(crate) mod demo_data;
pub(crate) mod drafts;
pub(crate) mod exit;
pub(crate) mod first_run;
pub(crate) mod health;
pub(crate) mod hidden;
mod history_view;
pub(crate) mod measures;
pub(crate) mod menu;
pub(crate) mod my_work;
pub(crate) mod new_case;
pub(crate) mod queue;
pub(crate) mod settings;
pub(crate) mod share;
pub(crate) mod sign_in;

// The pages of a case.
pub(crate) mod case_nav;
mod case_pages;
mod child_view;
pub(crate) mod chronology;
pub(crate) mod decide;
mod decision_facts;
pub(crate) mod documents;
mod ecomap_view;
mod entries_view;
mod entry_facts;
mod entry_view;
pub(crate) mod exchange;
pub(crate) mod frame;
pub(crate) mod keeping;
pub(crate) mod lines;
mod map_view;
mod map_words;
mod notes_view;
pub(crate) mod overview_view;
mod people_view;
mod plan_facts;
pub(crate) mod plans;
pub(crate) mod read;
pub(crate) mod same;
pub(crate) mod say;
pub(crate) mod told;
mod why;

/// Whether a page offers to start a case: for those who work cases. `app` asks the policies again when it comes to it.
pub(crate) fn may_open(signed: &SignedIn) -> bool {
    signed.session.roles.contains(&AccountRole::Practitioner)
        || signed.session.roles.contains(&AccountRole::Supervisor)
}

#[cfg(test)]
mod tests;
