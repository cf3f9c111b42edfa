// Builds the browser assets into crates/web/dist: one style sheet, the same for languages written from right to left,
// one script, one icon, each with a brotli and a gzip twin, and a manifest with content hashes. Nothing leaves the machine; run `npm ci` first.
// Usage: node tools/assets.mjs [--check]   (--check ends with 1 when the first load would be over budget)
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { transform } from 'lightningcss';
import rtlcss from 'rtlcss';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'crates/web/assets');
const dist = join(root, 'crates/web/dist');

// What the pages may load before they are usable, without the page itself (a case page is 6 to 15 kB).
const BUDGET = 45 * 1024;

// Parts of the design system that no page uses, and everything that carries its owner's identity.
const UNUSED = ['accordion', 'breadcrumbs', 'caption', 'character-count', 'clearfix', 'cookie-banner', 'date-input',
  'drop-zone', 'exit-this-page', 'feedback', 'file-upload', 'footer', 'header', 'language-navigation', 'logo',
  'notification-banner', 'pagination', 'panel', 'phase-banner', 'service-navigation', 'tabs',
  'frontend', 'form-group--', 'grid', 'main-wrapper', 'width-container', 'heading', 'table', '!'];
const unused = new RegExp(`^govuk-(?:${UNUSED.map((name) => name.replace('!', '\\!')).join('|')})(?![a-z])`);
const used = /^govuk-(form-group--error|frontend-supported|header__x)$/;

const drops = (selector) => selector.some((part) =>
  (part.type === 'class' && unused.test(part.name) && !used.test(part.name))
  || (part.type === 'pseudo-class' && (part.selectors ?? []).some(drops))
  // The printed address of a link would put case numbers on paper that is handed to other people.
  || (part.type === 'attribute' && part.name === 'href'));

function designSystem() {
  const file = join(root, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css');
  // The licensed font is never named: every part takes the page's own font.
  const text = readFileSync(file, 'utf8').replace(/GDS Transport,\s*arial,\s*sans-serif/g, 'inherit');
  const { code } = transform({
    filename: 'govuk-frontend.css',
    errorRecovery: true, // one old media hack for a browser nobody has
    code: Buffer.from(text),
    minify: true,
    visitor: {
      Rule: {
        'font-face': () => [],
        style(rule) {
          const kept = rule.value.selectors.filter((selector) => !drops(selector));
          if (kept.length === 0) return [];
          if (kept.length === rule.value.selectors.length) return undefined;
          return { ...rule, value: { ...rule.value, selectors: kept } };
        },
      },
    },
  });
  return code.toString();
}

function ownStyle() {
  const folder = join(source, 'css');
  const text = readdirSync(folder).filter((name) => name.endsWith('.css')).sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    // Documents look the same on a page and in a file that stands alone: the style sheet is theirs.
    .concat(readFileSync(join(root, 'crates/print/templates/html/document.css'), 'utf8')).join('\n');
  // Logical properties only: a physical one would break the layout of right-to-left languages.
  const physical = text.match(/[;{\s](?:margin|padding|border)-(?:left|right|top|bottom)[-\w]*\s*:|[;{\s](?:left|right|top|bottom|text-align:\s*(?:left|right))\s*:|[;{\s](?:width|height)\s*:/);
  if (physical) throw new Error(`crates/web/assets/css uses the physical property "${physical[0].trim()}": use its logical twin.`);
  return transform({ filename: 'holdfast.css', code: Buffer.from(text), minify: true }).code.toString();
}

async function script() {
  const result = await build({
    entryPoints: [join(source, 'js/app.js')],
    bundle: true, minify: true, write: false, format: 'iife', target: 'es2022',
    charset: 'utf8', legalComments: 'none', logLevel: 'warning', absWorkingDir: root,
  });
  return result.outputFiles[0].text;
}

// A file that has not changed keeps its time, so that the binary is not built anew for nothing.
function keep(name, bytes) {
  const file = join(dist, name);
  if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes);
}

function write(name, text) {
  const bytes = Buffer.from(text);
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const gz = gzipSync(bytes, { level: 9 });
  keep(name, bytes);
  keep(`${name}.br`, br);
  keep(`${name}.gz`, gz);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { hash, bytes: bytes.length, br: br.length, gz: gz.length };
}

const [theirs, ours] = [designSystem(), ownStyle()];
const style = theirs + ours;
// The design system has physical properties only; ours are logical and need no mirror image.
const mirrored = rtlcss.process(theirs) + ours;
for (const [what, pattern] of [['an address', /url\(/], ['the licensed font', /GDS|Calvert/], ['the crest', /crest/], ['a font file', /@font-face/]]) {
  if (pattern.test(style)) throw new Error(`The style sheet still carries ${what} of the design system: extend the filter in tools/assets.mjs.`);
}

mkdirSync(dist, { recursive: true });
const manifest = {
  'app.css': write('app.css', style),
  'app.rtl.css': write('app.rtl.css', mirrored),
  'app.js': write('app.js', await script()),
  'icon.svg': write('icon.svg', readFileSync(join(source, 'icon.svg'), 'utf8').trim()),
};
keep('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));

let total = 0;
for (const [name, { bytes, br, gz }] of Object.entries(manifest)) {
  if (name !== 'app.rtl.css') total += br; // a page loads one of the two style sheets
  console.log(`${name.padEnd(9)} ${String(bytes).padStart(7)} bytes, brotli ${String(br).padStart(6)}, gzip ${String(gz).padStart(6)}`);
}
console.log(`first load without the page: ${total} bytes brotli of ${BUDGET}`);
if (total > BUDGET) {
  console.error('Over budget: drop a part of the design system in UNUSED, or move a script to the page that needs it.');
  process.exitCode = process.argv.includes('--check') ? 1 : 0;
}
