//! Who may do what: every role, relation, action and label, against a text file that a person can read.

use app::{Authority, CaseFacts, Resource};
use practice::ids::{AccountId, CaseId};
use practice::permission::{AccountRole, Action, Relation};
use std::collections::BTreeSet;
use std::fmt::Write;
use uuid::Uuid;

const GOLDEN: &str = include_str!("matrix.txt");

const ME: AccountId = AccountId(Uuid::from_u128(1));
const OTHER: AccountId = AccountId(Uuid::from_u128(2));

fn role_sets() -> Vec<BTreeSet<AccountRole>> {
    use AccountRole::{Administrator, Practitioner, Supervisor};
    [
        vec![],
        vec![Practitioner],
        vec![Supervisor],
        vec![Practitioner, Supervisor],
        vec![Administrator],
        // No account is both; if one ever were, it must see no more than an administrator.
        vec![Practitioner, Supervisor, Administrator],
    ]
    .into_iter()
    .map(|roles| roles.into_iter().collect())
    .collect()
}

fn matrix(authority: &Authority) -> String {
    let mut out = String::from("# roles | relation to the case | action | yes, no, or the labels\n");
    for roles in role_sets() {
        let named: Vec<&str> = roles.iter().map(|role| role.code()).collect();
        let named = if named.is_empty() { "nothing".to_owned() } else { named.join("+") };
        for relation in [None, Some(Relation::Allocated), Some(Relation::SupervisorOf), Some(Relation::Conflict)] {
            // Somebody else always works the case: that must not open it for me.
            let mut relations = vec![(OTHER, Relation::Allocated)];
            relations.extend(relation.map(|relation| (ME, relation)));
            let facts = CaseFacts { case: CaseId(Uuid::from_u128(3)), relations };
            for action in Action::ALL {
                let answer = match action {
                    Action::ReadCase | Action::RecordEntry | Action::ExpungeEntry => {
                        let labels: Vec<&str> =
                            authority.labels(ME, &roles, action, &facts).iter().map(|label| label.code()).collect();
                        if labels.is_empty() { "no".to_owned() } else { labels.join(" ") }
                    }
                    Action::Allocate
                    | Action::Export
                    | Action::HoldCase
                    | Action::EraseCase
                    | Action::ReadCertificate => yes(authority, &roles, action, Resource::Case(&facts)),
                    Action::OpenCase | Action::Import | Action::ManageAccounts => {
                        yes(authority, &roles, action, Resource::Agency)
                    }
                };
                let relation = relation.map_or("none", Relation::code);
                writeln!(out, "{named} | {relation} | {} | {answer}", action.code()).unwrap();
            }
        }
    }
    out
}

fn yes(authority: &Authority, roles: &BTreeSet<AccountRole>, action: Action, resource: Resource<'_>) -> String {
    if authority.may(ME, roles, action, resource) { "yes".to_owned() } else { "no".to_owned() }
}

#[test]
fn everybody_may_do_just_what_the_matrix_says() {
    let found = matrix(&Authority::embedded().unwrap());
    for (n, (found, golden)) in found.lines().zip(GOLDEN.lines()).enumerate() {
        assert_eq!(found, golden, "line {} of tests/matrix.txt; change it there if it is meant", n + 1);
    }
    assert_eq!(found.lines().count(), GOLDEN.lines().count(), "lines of tests/matrix.txt:\n{found}");
}

/// The control: a policy that lets everybody in must not pass for ours.
#[test]
fn a_policy_too_many_is_noticed() {
    let open = "permit (principal, action == Action::\"read_case\", resource);";
    let found = matrix(&Authority::parse(open).unwrap());
    assert_ne!(found, GOLDEN);
    assert!(found.contains("nothing | none | read_case | professional"));
}

#[test]
fn policies_that_do_not_fit_the_schema_are_refused_at_the_start() {
    for wrong in [
        "permit (principal, action == Action::\"read_case\", resource) when { resource.case.alocated.contains(principal) };",
        "permit (principal, action == Action::\"delete_case\", resource);",
        "permit (principal, action, resource",
    ] {
        let error = Authority::parse(wrong).unwrap_err().to_string();
        assert!(error.contains("Mend them in policies/"), "{error}");
    }
}

/// Nobody but the person it concerns reads the words of a lawyer; this stands apart from the matrix because it must hold
/// for relations and roles that come later too.
#[test]
fn nobody_reads_what_is_privileged() {
    for line in GOLDEN.lines().filter(|line| line.contains("read_case")) {
        assert!(!line.contains("privileged"), "{line}");
    }
}
