//! S3-compatible stores, reached at the one address that the configuration names and at no other.

use std::sync::Arc;

use async_trait::async_trait;
use http::{Uri, uri::Authority};
use http_body_util::BodyExt as _;
use hyper_rustls::HttpsConnector;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector as Plain},
    rt::TokioExecutor,
};
use object_store::{
    ClientOptions, ObjectStore,
    aws::AmazonS3Builder,
    client::{
        HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody, HttpResponse,
        HttpResponseBody, HttpService,
    },
};
use zeroize::Zeroizing;

/// How an S3-compatible store is reached.
#[derive(Clone)]
pub struct S3 {
    /// Its address: `https://s3.example.org`. Nothing is sent anywhere else.
    pub endpoint: String,
    /// Its region; many take any.
    pub region: String,
    /// Who asks.
    pub access_key_id: String,
    /// The secret of who asks.
    pub secret_access_key: Zeroizing<String>,
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("S3").field("endpoint", &self.endpoint).field("region", &self.region).finish_non_exhaustive()
    }
}

/// The bucket with this name.
pub(crate) fn bucket(s3: &S3, name: &str) -> Result<Arc<dyn ObjectStore>, String> {
    let endpoint: Uri = s3.endpoint.parse().map_err(|why| format!("{} is no address: {why}", s3.endpoint))?;
    let only = endpoint.authority().cloned().ok_or_else(|| format!("{} names no host", s3.endpoint))?;
    let store = AmazonS3Builder::new()
        .with_endpoint(s3.endpoint.trim_end_matches('/'))
        .with_region(&s3.region)
        .with_bucket_name(name)
        .with_access_key_id(&s3.access_key_id)
        .with_secret_access_key(s3.secret_access_key.as_str())
        .with_virtual_hosted_style_request(false)
        .with_allow_http(endpoint.scheme_str() == Some("http"))
        .with_http_connector(Connector { only })
        .build()
        .map_err(|why| why.to_string())?;
    Ok(Arc::new(store))
}

/// Makes clients that speak to one host.
#[derive(Debug)]
struct Connector {
    only: Authority,
}

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let tls = hyper_rustls::HttpsConnectorBuilder::new()
            .with_provider_and_native_roots(hyper_rustls_provider())
            .map_err(|why| object_store::Error::Generic { store: "S3", source: Box::new(why) })?
            .https_or_http()
            .enable_http1()
            .build();
        let client = Client::builder(TokioExecutor::new()).build(tls);
        Ok(HttpClient::new(OneHost { only: self.only.clone(), client }))
    }
}

fn hyper_rustls_provider() -> rustls::crypto::CryptoProvider {
    rustls::crypto::ring::default_provider()
}

/// A client that refuses every address but the configured one.
#[derive(Debug)]
struct OneHost {
    only: Authority,
    client: Client<HttpsConnector<Plain>, HttpRequestBody>,
}

#[async_trait]
impl HttpService for OneHost {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        if request.uri().authority() != Some(&self.only) {
            let why = format!("{} is not the configured address", request.uri());
            return Err(HttpError::new(HttpErrorKind::Request, std::io::Error::other(why)));
        }
        let answer =
            self.client.request(request).await.map_err(|why| HttpError::new(HttpErrorKind::Connect, why))?;
        let (parts, body) = answer.into_parts();
        let body = HttpResponseBody::new(body.map_err(|why| HttpError::new(HttpErrorKind::Interrupted, why)));
        Ok(HttpResponse::from_parts(parts, body))
    }
}
