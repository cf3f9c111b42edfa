//! Fills in a form of a page as a browser without script does: what is hidden goes along, what is ticked is sent.

use crate::browser::{Answer, Browser, between, unescaped};

/// A form with what would be sent.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
}

/// The forms of a page that post, without those of the header and the footer.
pub(crate) fn form(answer: &Answer) -> Form {
    let body = &answer.body;
    let html = body
        .split("<form ")
        .skip(1)
        .map(|part| part.split("</form>").next().unwrap_or_default())
        .filter(|part| part.contains("method=\"post\""))
        .find(|part| {
            let frame = ["/sign-out", "/hide", "/drafts/"];
            !frame.iter().any(|action| part.contains(&format!("action=\"{action}")))
        })
        .unwrap_or_default();
    assert!(!html.is_empty(), "no form in {body}");
    let mut fields = Vec::new();
    for tag in html.split('<').skip(1) {
        let (open, _) = tag.split_once('>').unwrap_or((tag, ""));
        let attribute = |name: &str| between(open, &format!("{name}=\""), "\"").map(unescaped);
        let kind = attribute("type").unwrap_or_default();
        if open.starts_with("input ") && !open.contains(" disabled") {
            let ticked = !matches!(kind.as_str(), "radio" | "checkbox") || open.contains(" checked");
            if let (Some(name), true) = (attribute("name"), ticked) {
                fields.push((name, attribute("value").unwrap_or_default()));
            }
        }
    }
    for part in html.split("<textarea ").skip(1) {
        let name = between(part, "name=\"", "\"").unwrap_or_default();
        let text = between(part, ">", "</textarea>").unwrap_or_default();
        fields.push((name.to_owned(), unescaped(text.strip_prefix('\n').unwrap_or(text))));
    }
    for part in html.split("<select ").skip(1) {
        let part = part.split("</select>").next().unwrap_or_default();
        let name = between(part, "name=\"", "\"").unwrap_or_default();
        let options: Vec<&str> = part.split("<option ").skip(1).collect();
        let chosen = options.iter().find(|o| o.split('>').next().is_some_and(|open| open.contains(" selected")));
        let value = chosen.or(options.first()).and_then(|o| between(o, "value=\"", "\"")).unwrap_or_default();
        fields.push((name.to_owned(), unescaped(value)));
    }
    Form { action: between(html, "action=\"", "\"").unwrap_or_default().to_owned(), fields }
}

impl Form {
    /// Fills in a field, instead of what is there.
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks one more box.
    pub(crate) fn tick(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Whether there is such a field on the page, filled in or not.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// What is in a field.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Presses a button.
    pub(crate) async fn press(&self, browser: &Browser, button: Option<(&str, &str)>) -> Answer {
        let mut fields: Vec<(&str, &str)> = self.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.extend(button);
        browser.post(&self.action, &fields).await
    }

    /// Presses a button and goes where it leads.
    pub(crate) async fn follow(&self, browser: &Browser, button: Option<(&str, &str)>) -> Answer {
        let answer = self.press(browser, button).await;
        assert_eq!(answer.status, 303, "{}", between(&answer.body, "<main", "</main>").unwrap_or(&answer.body));
        browser.get(answer.location().split('#').next().unwrap_or_default()).await
    }
}
