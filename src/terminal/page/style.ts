/** How the page of a daily briefing looks: plain rules, which mail programs understand too. */

export const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 44em; padding: 1em; font: 1em/1.5 Georgia, serif; color: #1f2933; background: #ffffff; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
a { color: #0b5394; }
blockquote { margin: 0.75em 0 0.25em; padding-left: 0.8em; border-left: 3px solid #9fc5e8; }
blockquote p { margin: 0; white-space: pre-line; }
time { white-space: nowrap; }
figure { margin: 1.5em 0; }
img { max-width: 100%; height: auto; }
.facts, .source, figcaption, details, footer { color: #52606d; font-size: 0.875em; }
.source { margin: 0 0 0.75em; padding-left: 1em; }
@media (prefers-color-scheme: dark) {
  body { color: #e4e7eb; background: #14181d; }
  a { color: #9fc5e8; }
  .facts, .source, figcaption, details, footer { color: #b0bac5; }
}
`
