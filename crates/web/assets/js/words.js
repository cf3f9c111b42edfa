// Sentences come from the server in data attributes (Fluent owns every word); this fills the gaps in them.

/** The sentence `name` of `element`, with each `{key}` replaced by its value. */
export function say(element, name, values = {}) {
  const sentence = element.dataset[name] ?? '';
  return sentence.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ''));
}
