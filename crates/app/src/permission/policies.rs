//! Cedar: the policies in `policies/`, embedded, checked against their schema at start, and asked.

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet, Request,
    RestrictedExpression, Schema, ValidationMode, Validator,
};
use practice::ids::{AccountId, CaseId};
use practice::label::{Label, Labels};
use practice::permission::{AccountRole, Action, Relation};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::str::FromStr;

const SCHEMA: &str = include_str!("../../../../policies/holdfast.cedarschema");
const POLICIES: [&str; 3] = [
    include_str!("../../../../policies/1-never.cedar"),
    include_str!("../../../../policies/2-cases.cedar"),
    include_str!("../../../../policies/3-accounts.cedar"),
];

/// Policies that cannot be used. The message names the place.
#[derive(Debug, thiserror::Error)]
#[error("the policies cannot be used: {0}. Mend them in policies/ and build again")]
pub struct PolicyError(String);

/// What accounts have to do with a case: all that the policies are told about it.
#[derive(Clone, Debug)]
pub struct CaseFacts {
    /// The case.
    pub case: CaseId,
    /// Who has to do with it, and what.
    pub relations: Vec<(AccountId, Relation)>,
}

/// What somebody wants to act on.
#[derive(Clone, Copy, Debug)]
pub enum Resource<'a> {
    /// No single case.
    Agency,
    /// A case as a whole.
    Case(&'a CaseFacts),
    /// Everything in a case with one label.
    Labelled(&'a CaseFacts, Label),
}

/// The policies, ready to be asked.
#[derive(Debug)]
pub struct Authority {
    policies: PolicySet,
    types: Types,
    authorizer: Authorizer,
}

#[derive(Debug)]
struct Types {
    account: EntityTypeName,
    role: EntityTypeName,
    case: EntityTypeName,
    labelled: EntityTypeName,
    agency: EntityTypeName,
    action: EntityTypeName,
}

impl Authority {
    /// The embedded policies, checked against their schema.
    ///
    /// # Errors
    /// When a policy cannot be read or does not fit the schema.
    pub fn embedded() -> Result<Self, PolicyError> {
        Self::parse(&POLICIES.join("\n"))
    }

    /// Any policies over the embedded schema: for tests that must fail.
    ///
    /// # Errors
    /// When a policy cannot be read or does not fit the schema.
    pub fn parse(policies: &str) -> Result<Self, PolicyError> {
        let error = |error: &dyn std::fmt::Display| PolicyError(error.to_string());
        let (schema, _) = Schema::from_cedarschema_str(SCHEMA).map_err(|e| error(&e))?;
        let policies = PolicySet::from_str(policies).map_err(|e| error(&e))?;
        let report = Validator::new(schema).validate(&policies, ValidationMode::Strict);
        if let Some(first) = report.validation_errors().next() {
            return Err(error(first));
        }
        let named = |name: &str| EntityTypeName::from_str(name).map_err(|e| error(&e));
        let types = Types {
            account: named("Account")?,
            role: named("Role")?,
            case: named("Case")?,
            labelled: named("Labelled")?,
            agency: named("Agency")?,
            action: named("Action")?,
        };
        Ok(Self { policies, types, authorizer: Authorizer::new() })
    }

    /// Whether an account with these roles may do this. Anything that goes wrong on the way is a no.
    #[must_use]
    pub fn may(
        &self,
        account: AccountId,
        roles: &BTreeSet<AccountRole>,
        action: Action,
        resource: Resource<'_>,
    ) -> bool {
        self.ask(account, roles, action, resource).unwrap_or(false)
    }

    /// The labels on which an account may do this in a case.
    #[must_use]
    pub fn labels(
        &self,
        account: AccountId,
        roles: &BTreeSet<AccountRole>,
        action: Action,
        facts: &CaseFacts,
    ) -> Labels {
        Label::ALL
            .into_iter()
            .filter(|label| self.may(account, roles, action, Resource::Labelled(facts, *label)))
            .collect()
    }

    fn ask(
        &self,
        account: AccountId,
        roles: &BTreeSet<AccountRole>,
        action: Action,
        resource: Resource<'_>,
    ) -> Option<bool> {
        let types = &self.types;
        let principal = uid(&types.account, &account.to_string());
        let role_uids: HashSet<EntityUid> = roles.iter().map(|role| uid(&types.role, role.code())).collect();
        let mut entities: Vec<Entity> =
            role_uids.iter().map(|role| Entity::new_no_attrs(role.clone(), HashSet::new())).collect();
        entities.push(Entity::new_no_attrs(principal.clone(), role_uids));
        let resource = match resource {
            Resource::Agency => {
                let agency = uid(&types.agency, "this");
                entities.push(Entity::new_no_attrs(agency.clone(), HashSet::new()));
                agency
            }
            Resource::Case(facts) => self.push_case(&mut entities, facts)?,
            Resource::Labelled(facts, label) => {
                let case = self.push_case(&mut entities, facts)?;
                let part = uid(&types.labelled, label.code());
                let attributes = HashMap::from([
                    ("case".to_owned(), RestrictedExpression::new_entity_uid(case)),
                    ("label".to_owned(), RestrictedExpression::new_string(label.code().to_owned())),
                ]);
                entities.push(Entity::new(part.clone(), attributes, HashSet::new()).ok()?);
                part
            }
        };
        let action = uid(&types.action, action.code());
        let entities = Entities::from_entities(entities, None).ok()?;
        let request = Request::new(principal, action, resource, Context::empty(), None).ok()?;
        let response = self.authorizer.is_authorized(&request, &self.policies, &entities);
        // A policy that could not be evaluated is skipped by Cedar; a skipped "forbid" must not open anything.
        let clean = response.diagnostics().errors().next().is_none();
        Some(clean && response.decision() == Decision::Allow)
    }

    fn push_case(&self, entities: &mut Vec<Entity>, facts: &CaseFacts) -> Option<EntityUid> {
        let set = |relation: Relation| {
            let accounts = facts.relations.iter().filter(|(_, has)| *has == relation).map(|(account, _)| {
                RestrictedExpression::new_entity_uid(uid(&self.types.account, &account.to_string()))
            });
            RestrictedExpression::new_set(accounts)
        };
        let case = uid(&self.types.case, &facts.case.to_string());
        let attributes = HashMap::from([
            ("allocated".to_owned(), set(Relation::Allocated)),
            ("supervised_by".to_owned(), set(Relation::SupervisorOf)),
            ("conflict_with".to_owned(), set(Relation::Conflict)),
        ]);
        entities.push(Entity::new(case.clone(), attributes, HashSet::new()).ok()?);
        Some(case)
    }
}

fn uid(kind: &EntityTypeName, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(id))
}
