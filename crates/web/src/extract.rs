//! What handlers ask for by type. `guard.rs` has put it into the request: a handler of a route cannot forget a check.

use crate::cookies::Cookie;
use crate::guard::{Granted, View};
use crate::headers::Nonce;
use crate::page::Page;
use crate::problem::Fail;
use crate::state::WebState;
use app::{Allowed, Erase, Expunge, Hold, OverCase, Problem, Read, Record, Session, Subject};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use jiff::civil::Date;
use practice::ids::CaseId;
use practice::project::Projection;
use std::ops::Deref;
use std::sync::Arc;
use words::Words;

/// What every page knows of its request.
#[derive(Clone, Debug)]
pub(crate) struct Ctx {
    /// The server.
    pub(crate) state: WebState,
    /// For scripts and htmx attributes of this answer.
    pub(crate) nonce: Nonce,
    /// Who is signed in.
    pub(crate) session: Option<Arc<Session>>,
    /// The token of that session, for ending it. Never shown.
    pub(crate) token: Option<Arc<str>>,
    /// The token that forms of this answer carry.
    pub(crate) csrf: Arc<str>,
    /// Whether htmx asks for a fragment.
    pub(crate) fragment: bool,
    /// Whether a script asks and wants JSON.
    pub(crate) json: bool,
    /// The path and the query.
    pub(crate) uri: Uri,
    words: Words,
}

impl Ctx {
    /// Reads a request, with the session already looked up.
    pub(crate) fn new(
        state: WebState,
        nonce: Nonce,
        session: Option<(Session, String)>,
        headers: &HeaderMap,
        uri: Uri,
    ) -> Self {
        let (session, token) = match session {
            Some((session, token)) => (Some(Arc::new(session)), Some(Arc::from(token))),
            None => (None, None),
        };
        let csrf = match &session {
            Some(session) => Arc::from(session.csrf.as_str()),
            None => {
                Arc::from(Cookie::Before.read(headers, state.config()).unwrap_or_else(|| state.app().new_token()))
            }
        };
        let has = |name: &str, value: &str| {
            headers.get(name).and_then(|found| found.to_str().ok()).is_some_and(|found| found.contains(value))
        };
        let chosen = session.as_ref().and_then(|session| session.language.as_deref());
        let asked = headers.get("accept-language").and_then(|asked| asked.to_str().ok());
        Self {
            words: state.words(chosen, asked).clone(),
            fragment: has("hx-request", "true"),
            json: has("accept", "application/json"),
            state,
            nonce,
            session,
            token,
            csrf,
            uri,
        }
    }

    /// The words.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// The layout of a page. The title stands in the window and in lists of windows: no surnames in it.
    pub(crate) fn page(&self, title: impl Into<String>) -> Page {
        Page::new(self, title.into())
    }

    /// The path with the query, as a place to come back to.
    pub(crate) fn here(&self) -> String {
        self.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
    }

    /// A field of the query, as it was typed; empty where there is none.
    pub(crate) fn query(&self, name: &str) -> String {
        self.query_pairs().into_iter().find(|(key, _)| key == name).map(|(_, value)| value).unwrap_or_default()
    }

    /// All fields of the query.
    pub(crate) fn query_pairs(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.uri.query().unwrap_or_default().as_bytes()).into_owned().collect()
    }
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    /// The request.
    pub(crate) ctx: Ctx,
    /// The session.
    pub(crate) session: Arc<Session>,
}

impl SignedIn {
    /// Who.
    pub(crate) fn subject(&self) -> &Subject {
        self.session.subject()
    }
}

impl Deref for SignedIn {
    type Target = Ctx;

    fn deref(&self) -> &Ctx {
        &self.ctx
    }
}

/// A case as this person may see it. The reading is in the access log.
#[derive(Clone, Debug)]
pub(crate) struct CaseRead {
    /// Who asks.
    pub(crate) signed: SignedIn,
    /// The case.
    pub(crate) case: CaseId,
    /// What this person may have of it.
    pub(crate) projection: Arc<Projection>,
    /// The day.
    pub(crate) today: Date,
}

impl CaseRead {
    /// The layout of a page of this case: says so where the family is invented.
    pub(crate) fn page(&self, title: impl Into<String>) -> Page {
        let mut page = self.signed.page(title);
        page.invented = self.projection.invented;
        page.logged = true;
        page
    }
}

impl Deref for CaseRead {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.signed
    }
}

/// A case that this person may see, before anything of it is read: for what is logged under a name of its own.
#[derive(Clone, Debug)]
pub(crate) struct CaseAllowed {
    /// Who asks.
    pub(crate) signed: SignedIn,
    /// What `app` asks for.
    pub(crate) allowed: Allowed<Read>,
}

/// A case in which this person may record.
#[derive(Clone, Debug)]
pub(crate) struct CaseRecord {
    /// Everything for reading.
    pub(crate) read: CaseRead,
    /// What `app.record` asks for.
    pub(crate) record: Allowed<Record>,
}

impl Deref for CaseRecord {
    type Target = CaseRead;

    fn deref(&self) -> &CaseRead {
        &self.read
    }
}

/// A case of which this person may take something out, or which they may hold or erase.
#[derive(Clone, Debug)]
pub(crate) struct CaseOver<A> {
    /// Everything for reading.
    pub(crate) read: CaseRead,
    /// What `app` asks for.
    pub(crate) over: Allowed<A>,
}

impl<A> Deref for CaseOver<A> {
    type Target = CaseRead;

    fn deref(&self) -> &CaseRead {
        &self.read
    }
}

/// What a row of the table can grant over a case.
pub(crate) trait Grantable: OverCase + Sized {
    /// The grant, if it is of this sort.
    fn of(granted: &Granted) -> Option<Allowed<Self>>;
}

impl Grantable for Expunge {
    fn of(granted: &Granted) -> Option<Allowed<Self>> {
        if let Granted::Expunge(allowed) = granted { Some(allowed.clone()) } else { None }
    }
}

impl Grantable for Hold {
    fn of(granted: &Granted) -> Option<Allowed<Self>> {
        if let Granted::Hold(allowed) = granted { Some(allowed.clone()) } else { None }
    }
}

impl Grantable for Erase {
    fn of(granted: &Granted) -> Option<Allowed<Self>> {
        if let Granted::Erase(allowed) = granted { Some(allowed.clone()) } else { None }
    }
}

/// The fields of a form, in the order in which they were sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Posted(pub(crate) Arc<Vec<(String, String)>>);

impl Posted {
    /// The first value of a field, without the space around it; empty where there is none.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The fields, to be taken apart.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        self.0.as_ref().clone()
    }
}

fn missing(what: &str) -> Fail {
    // Only a row whose "who" does not fit its handler leads here; the sweep over the routes finds it.
    tracing::error!(what, "a route does not give its handler what it asks for");
    Fail::from(Problem::not_found())
}

impl<S: Sync> FromRequestParts<S> for Ctx {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fail> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| missing("context"))
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        let ctx = Ctx::from_request_parts(parts, state).await?;
        let session = ctx.session.clone().ok_or_else(|| missing("session"))?;
        Ok(Self { ctx, session })
    }
}

impl<S: Sync> FromRequestParts<S> for Posted {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fail> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| missing("form"))
    }
}

impl<S: Sync> FromRequestParts<S> for CaseAllowed {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        let signed = SignedIn::from_request_parts(parts, state).await?;
        let allowed = match parts.extensions.get::<Granted>() {
            Some(Granted::Read(allowed)) => allowed.clone(),
            Some(Granted::Record(allowed)) => allowed.reading(),
            Some(Granted::Expunge(allowed)) => allowed.to_read(),
            Some(Granted::Hold(allowed)) => allowed.to_read(),
            Some(Granted::Erase(allowed)) => allowed.to_read(),
            None => return Err(missing("permission to read")),
        };
        Ok(Self { signed, allowed })
    }
}

impl<S: Sync> FromRequestParts<S> for CaseRead {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        let CaseAllowed { signed, allowed } = CaseAllowed::from_request_parts(parts, state).await?;
        let view = parts.extensions.get::<View>().ok_or_else(|| missing("view"))?;
        let app = signed.state.app();
        let projection = app.projection(&allowed, view.0).await?;
        let today = app.today();
        Ok(Self { case: allowed.case(), signed, projection, today })
    }
}

impl<S: Sync> FromRequestParts<S> for CaseRecord {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        let record = match parts.extensions.get::<Granted>() {
            Some(Granted::Record(allowed)) => allowed.clone(),
            _ => return Err(missing("permission to record")),
        };
        Ok(Self { read: CaseRead::from_request_parts(parts, state).await?, record })
    }
}

impl<A: Grantable + Send, S: Sync> FromRequestParts<S> for CaseOver<A> {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        let over = parts.extensions.get::<Granted>().and_then(A::of).ok_or_else(|| missing("permission"))?;
        Ok(Self { read: CaseRead::from_request_parts(parts, state).await?, over })
    }
}
