//! A browser: keeps cookies, follows nothing by itself, and can read a form.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use practice::ids::AccountId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use testkit::{Family, World};
use tower::ServiceExt as _;
use web::{WebConfig, WebState};

/// The name under which the tests ask.
pub(crate) const HOST: &str = "localhost:8080";

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body without what differs by chance: the number used once.
    pub(crate) fn settled(&self) -> String {
        let nonce = between(self.header("content-security-policy"), "'nonce-", "'").unwrap_or("none");
        self.body.replace(nonce, "NONCE")
    }

    /// The value of a hidden field.
    pub(crate) fn field(&self, name: &str) -> String {
        let marked = format!("name=\"{name}\" value=\"");
        between(&self.body, &marked, "\"").map(unescaped).unwrap_or_default()
    }

    /// All hidden fields of the page, in their order.
    pub(crate) fn hidden(&self) -> Vec<(String, String)> {
        self.body
            .split("<input type=\"hidden\" ")
            .skip(1)
            .filter_map(|part| {
                let name = between(part, "name=\"", "\"")?;
                let value = between(part, "value=\"", "\"")?;
                Some((name.to_owned(), unescaped(value)))
            })
            .collect()
    }
}

pub(crate) fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let rest = text.split_once(from)?.1;
    Some(rest.split_once(to)?.0)
}

pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

/// A browser on one server. Clones share their cookies.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    host: String,
}

impl Browser {
    /// On a server with the default settings.
    pub(crate) fn new(world: &World) -> Self {
        Self::with(world, WebConfig::default())
    }

    pub(crate) fn with(world: &World, config: WebConfig) -> Self {
        Self::on(web::router(WebState::new(world.app.clone(), config).unwrap()))
    }

    pub(crate) fn on(router: Router) -> Self {
        Self { router, cookies: Arc::default(), host: HOST.to_owned() }
    }

    /// The same server, another person.
    pub(crate) fn another(&self) -> Self {
        Self { cookies: Arc::default(), ..self.clone() }
    }

    /// The same server, asked by another name.
    pub(crate) fn by_name(&self, host: &str) -> Self {
        Self { host: host.to_owned(), ..self.another() }
    }

    /// Signed in, without the password.
    pub(crate) async fn signed_in(self, world: &World, account: AccountId) -> Self {
        let token = world.app.session_for_demo(account).await.unwrap().token;
        self.cookies.lock().unwrap().insert("holdfast".to_owned(), token);
        self
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    pub(crate) fn forget(&self, name: &str) {
        self.cookies.lock().unwrap().remove(name);
    }

    /// Puts a cookie back, as a browser does that was told not to forget it.
    pub(crate) fn remember(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path), Body::empty()).await
    }

    pub(crate) async fn get_with(&self, path: &str, name: &str, value: &str) -> Answer {
        self.ask(Request::get(path).header(name, value), Body::empty()).await
    }

    /// Sends a form just as it is given, with the origin of our own pages.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let origin = format!("http://{}", self.host);
        self.post_with(path, fields, &[("origin", &origin)]).await
    }

    pub(crate) async fn post_with(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request, Body::from(body.join("&"))).await
    }

    /// Sends a form with the token of this person.
    pub(crate) async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf().await;
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.post(path, &all).await
    }

    /// Sends a form the hidden fields of which come from a page.
    pub(crate) async fn send_from(&self, page: &Answer, path: &str, fields: &[(&str, &str)]) -> Answer {
        let hidden = page.hidden();
        let mut all: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
        // The header's forms carry a token too: one is enough.
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|(name, _)| seen.insert(*name));
        all.extend_from_slice(fields);
        self.post(path, &all).await
    }

    /// The token of this person's forms.
    pub(crate) async fn csrf(&self) -> String {
        if self.cookie("holdfast").is_some() {
            return self.get("/cases").await.field("csrf");
        }
        self.get("/sign-in").await;
        self.cookie("holdfast-before").unwrap_or_default()
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies =
            self.cookies.lock().unwrap().iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("; ");
        let mut request = request;
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies);
        }
        if !self.host.is_empty() {
            request = request.header(header::HOST, self.host.as_str());
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
            let mut jar = self.cookies.lock().unwrap();
            if set.contains("Max-Age=0") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

/// As a browser encodes the fields of a form.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => char::from(byte).to_string(),
            b' ' => "+".to_owned(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// A family opened by a worker, and the worker signed in.
pub(crate) async fn scene() -> (World, Family, Browser) {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    (world, family, browser)
}
