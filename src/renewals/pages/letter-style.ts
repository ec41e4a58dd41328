import { createHash } from 'node:crypto';

/** Faces of the customer's pages, as file names below `/assets/` and where their package keeps them. */
export const letterFonts = {
  'source-serif-4-600.woff2': '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  'inter-400.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter-600.woff2': '@fontsource/inter/files/inter-latin-600-normal.woff2',
} as const;

/** The whole style of a customer's page; it stands in the page so that one answer shows it. Colours: look.md. */
export const letterStyle = `
@font-face{font-family:"Source Serif 4";font-weight:600;font-display:swap;src:url(../assets/source-serif-4-600.woff2) format("woff2")}
@font-face{font-family:Inter;font-weight:400;font-display:swap;src:url(../assets/inter-400.woff2) format("woff2")}
@font-face{font-family:Inter;font-weight:600;font-display:swap;src:url(../assets/inter-600.woff2) format("woff2")}
:root{color-scheme:light dark;--ground:#fafaf9;--sheet:#fff;--line:#e7e5e4;--edge:#8a837d;--ink:#1c1917;--quiet:#57534e;--accent:#1e3a8a;--on-accent:#fff;--wash:#f5f5f4;--in-force:#0f766e;--soon:#b45309;--urgent:#c2410c;--lapsed:#9f1239}
@media(prefers-color-scheme:dark){:root{--ground:#171412;--sheet:#211d1a;--line:#3b3531;--edge:#8f8780;--ink:#f5f5f4;--quiet:#d0cac5;--accent:#93c5fd;--on-accent:#10193a;--wash:#2a2522;--in-force:#2dd4bf;--soon:#fbbf24;--urgent:#fb923c;--lapsed:#fb7185}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 16px/1.6 Inter,system-ui,sans-serif;overflow-wrap:anywhere}
.column{max-width:40rem;margin:0 auto;padding:1.75rem 1rem 3rem}
.from{display:flex;align-items:center;gap:.75rem;min-height:2.5rem;margin:0 0 1.25rem;padding:0 .25rem;font-weight:600}
.from img{display:block;max-width:100%;height:auto}
main{background:var(--sheet);border:1px solid var(--line);border-radius:10px;padding:2.5rem}
.top{display:flex;gap:1.5rem;align-items:center;margin-bottom:1.5rem}
h1{flex:1;margin:0;font:600 1.6875rem/1.27 "Source Serif 4",Charter,Georgia,serif;text-wrap:balance}
h2,legend,summary{font-size:1rem;font-weight:600;line-height:1.4}
h2{margin:2rem 0 .5rem}
p{margin:0 0 1rem}
.quiet{color:var(--quiet);font-size:.9375rem}
.ring{flex:none;width:6rem;height:6rem}
.ring circle{fill:none;stroke-width:8}
.ring .track{stroke:var(--line)}
.ring .arc{stroke:currentColor;stroke-linecap:round}
.ring text{fill:currentColor;font:600 32px Inter,system-ui,sans-serif;text-anchor:middle}
.ring .unit{font-size:12px;font-weight:400}
.in-force{color:var(--in-force)}.soon{color:var(--soon)}.urgent{color:var(--urgent)}.lapsed{color:var(--lapsed)}
.keeps{margin:0 0 1.5rem;padding:1.25rem;background:var(--wash);border-radius:8px}
.keeps h2{margin:0}
.keeps svg{display:block;width:100%;height:14px;margin:.75rem 0 .5rem}
.keeps .kept{fill:var(--in-force)}.keeps .term{fill:var(--in-force);opacity:.38}
.keeps dl{font-variant-numeric:tabular-nums;display:flex;justify-content:space-between;gap:.75rem;margin:0;font-size:.875rem}
.keeps dl div:nth-child(2){text-align:center}.keeps dl div:last-child{text-align:right}
dt{color:var(--quiet)}dd{margin:0}
.facts{margin:0 0 1.5rem;border-top:1px solid var(--line)}
.facts div{display:grid;grid-template-columns:11rem 1fr;gap:1rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
.orders{list-style:none;margin:0;padding:0}
.orders li{padding:.75rem 0;border-bottom:1px solid var(--line)}
.orders li:first-child{border-top:1px solid var(--line)}
fieldset{border:0;margin:1.5rem 0 0;padding:0;min-width:0}
legend{padding:0;margin-bottom:.5rem}
.choice{display:grid;grid-template-columns:1.25rem 1fr;gap:.75rem;align-items:start;padding:.75rem 1rem;margin-top:.5rem;border:1px solid var(--edge);border-radius:8px;cursor:pointer}
.choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.orders .choice{border:0;padding:0;margin:0;border-radius:0;box-shadow:none}
.choice input{width:1.25rem;height:1.25rem;margin:.175rem 0 0;accent-color:var(--accent)}
.choice b{font-weight:600}.choice small{display:block;font-size:.9375rem;color:var(--quiet)}
button{display:block;width:100%;margin:1.25rem 0 .75rem;padding:.8rem 1.25rem;border:1px solid var(--accent);border-radius:8px;background:var(--accent);color:var(--on-accent);font:600 1.0625rem/1.4 Inter,system-ui,sans-serif;cursor:pointer}
button:hover{filter:brightness(1.12)}
button.plain{background:none;color:var(--accent)}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.wrong{margin:1rem 0 0;padding:.75rem 1rem;border-left:4px solid var(--lapsed);background:var(--wash);font-weight:600}
details{border-bottom:1px solid var(--line)}
.folds{margin-top:2rem;border-top:1px solid var(--line)}
summary{padding:.75rem 0;cursor:pointer}
details>:last-child{margin-bottom:1rem}
details ol{margin:0 0 1rem;padding-left:1.4rem}
footer{padding:1.5rem .25rem 0;font-size:.875rem;color:var(--quiet)}
footer p{margin:0 0 .5rem}
@media(max-width:34rem){.column{padding-top:1rem}main{padding:1.5rem 1.25rem}.top{display:block}.ring{margin-bottom:1rem;width:5.25rem;height:5.25rem}h1{font-size:1.5rem}.facts div{grid-template-columns:1fr;gap:0}}
@media(prefers-reduced-motion:no-preference){button,.choice{transition:filter .12s,box-shadow .12s}}
@media print{body{background:none}main{border:0;padding:0}form,.folds{display:none}}
`;

const hash = createHash('sha256').update(letterStyle).digest('base64');

/**
 * No script, nothing from elsewhere but the partner's logo, forms only to ourselves, in nobody's frame. The address
 * holds the link, so no other site is told it; no robot keeps the page.
 */
export const letterHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; font-src 'self'; img-src https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
};
