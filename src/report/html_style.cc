// The style sheet of the page. Colours come from variables, so that a dark screen and paper change them in one place;
// each pair of text and ground has a contrast of 4.5 to 1 or more.
#include "report/html_page.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kStyle = R"css(
:root {
  --ink: #1d2126; --soft: #59616b; --paper: #f6f4ef; --sheet: #ffffff; --line: #dcd7cc; --link: #1a4f8b;
  --error: #a3171d; --error-bg: #fdeceb; --warning: #7d4f00; --warning-bg: #fdf1d3; --note: #24587f; --note-bg: #e6f0f8;
  --agreed: #1c6238; --agreed-bg: #e4f3e8; --unsupported: #61379b; --unsupported-bg: #f0e9fa; --unchecked: #565c63; --unchecked-bg: #ecebe8;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Helvetica, Arial, sans-serif;
  --serif: "Iowan Old Style", Charter, "Source Serif 4", Georgia, "Liberation Serif", "Times New Roman", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7e5e0; --soft: #a9adb3; --paper: #15181b; --sheet: #1e2226; --line: #363b41; --link: #8fbcf0;
    --error: #ff9d97; --error-bg: #3d1c1c; --warning: #f2c063; --warning-bg: #37290c; --note: #93c4ec; --note-bg: #182f41;
    --agreed: #8bd3a4; --agreed-bg: #17311f; --unsupported: #c9aef5; --unsupported-bg: #2c2140; --unchecked: #b3b7bc; --unchecked-bg: #2b2f33;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 82rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 var(--sans); overflow-wrap: break-word; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, label:focus-visible, .scroll:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; }
h2 { font-size: 1.35rem; margin: 0 0 1rem; }
section { margin: 0 0 3rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--sheet); padding: .5rem 1rem; z-index: 2; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small, .none, .where, .voices, .kicker { color: var(--soft); }
.small, .where, .voices { font-size: .875rem; }

header { padding: 2.5rem 0 1.5rem; }
.kicker { margin: 0 0 .5rem; font-size: .875rem; letter-spacing: .02em; }
h1 { font: 600 clamp(1.5rem, 1.1rem + 2vw, 2.25rem)/1.2 var(--serif); max-width: 46rem; text-wrap: balance; }
.verdict { margin: .9rem 0 1.1rem; font-size: 1.15rem; font-weight: 600; }
.bar { display: flex; gap: 2px; height: .6rem; max-width: 46rem; border-radius: .3rem; overflow: hidden; }
.bar span { min-width: .4rem; background: currentColor; }
.bar .contradicted { color: var(--error); } .bar .unsupported { color: var(--unsupported); }
.bar .agreed { color: var(--agreed); } .bar .unchecked { color: var(--unchecked); }
.tally { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; margin: .6rem 0 0; padding: 0; list-style: none; }
.tally li { display: flex; align-items: center; gap: .4em; font-size: .875rem; }

.sign { display: inline-flex; align-items: center; gap: .35em; font-weight: 600; font-size: .875rem; white-space: nowrap; color: var(--sign); }
.icon { display: inline-flex; align-items: center; justify-content: center; flex: none; width: 1.35em; height: 1.35em; border-radius: 50%;
  font: 700 .8em/1 var(--sans); background: var(--sign); color: var(--sheet); }
.error, .contradicted { --sign: var(--error); --ground: var(--error-bg); }
.warning { --sign: var(--warning); --ground: var(--warning-bg); }
.note, .noted { --sign: var(--note); --ground: var(--note-bg); }
.agreed { --sign: var(--agreed); --ground: var(--agreed-bg); }
.unsupported { --sign: var(--unsupported); --ground: var(--unsupported-bg); }
.unchecked { --sign: var(--unchecked); --ground: var(--unchecked-bg); }
.state, .tag { display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: .25rem; font-size: .75rem; font-weight: 600; }
.tag { color: var(--note); }
.vs { font-weight: 400; color: var(--soft); }

nav { margin: 0 0 2rem; }
.parts { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0 0 1rem; padding: .6rem 0; border-block: 1px solid var(--line); list-style: none; }
.order { margin: 0; padding: 0; border: 0; min-width: 0; }
.order legend { padding: 0; margin-bottom: .4rem; font-weight: 600; font-size: .875rem; }
.order input { position: absolute; opacity: 0; }
.order label { display: inline-block; padding: .25rem .6rem; margin: 0 .1rem .6rem 0; border: 1px solid var(--line); border-radius: 1rem; background: var(--sheet); font-size: .8125rem; cursor: pointer; }
.order input:checked + label { background: var(--ink); color: var(--sheet); border-color: var(--ink); }
.order input:focus-visible + label { outline: 3px solid var(--link); outline-offset: 2px; }
.list { display: none; }
#by-reading:checked ~ .reading, #by-severity:checked ~ .severity, #by-source:checked ~ .source { display: block; }
.group { margin: .9rem 0 .2rem; font-size: .875rem; font-weight: 600; }
.list ul { margin: 0; padding: 0; list-style: none; }
.list a { display: grid; grid-template-columns: 1.7em 1fr; padding: .4rem .5rem; border-radius: .35rem; color: inherit; text-decoration: none; font-size: .9rem; line-height: 1.4; }
.list a:hover { background: var(--sheet); }
.list .number { color: var(--soft); font-variant-numeric: tabular-nums; }
.list .about { grid-column: 2; color: var(--soft); font-size: .8125rem; }
.list .sign { font-size: inherit; margin-right: .3em; }

.card { margin: 0 0 1.5rem; padding: 1.1rem 1.25rem 1rem; background: var(--sheet); border: 1px solid var(--line); border-left: .3rem solid var(--sign); border-radius: .4rem; }
.card:target, tr:target { outline: 3px solid var(--link); outline-offset: 2px; }
.card.settled { opacity: .85; border-left-style: dashed; }
.line { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .9rem; margin: 0 0 .5rem; font-size: .875rem; }
.kind { color: var(--soft); }
.rule { margin-left: auto; color: var(--soft); font: .8rem ui-monospace, Menlo, Consolas, monospace; }
.card h3 { font-size: 1.2rem; font-weight: 400; }
.card h3 b { font-weight: 650; }
.card .number { color: var(--soft); }
.message { margin: .35rem 0 1rem; color: var(--soft); font-size: .925rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: .8rem; }
.side { margin: 0; padding: .8rem .9rem; background: var(--paper); border-radius: .35rem; min-width: 0; }
.side h4 { font-size: 1rem; }
.letter { display: inline-block; min-width: 1.5em; margin-right: .2em; text-align: center; background: var(--ink); color: var(--sheet); border-radius: .2rem; font-size: .8em; }
.letter.own { background: transparent; color: var(--ink); box-shadow: inset 0 0 0 1.5px var(--ink); }
.voices { margin: .15rem 0 .6rem; }
figure { margin: 0 0 .8rem; padding-left: .7rem; border-left: 2px solid var(--line); }
figure.own { border-left-color: var(--note); }
figure:last-child { margin-bottom: 0; }
blockquote { margin: 0; }
figure blockquote, q { font-family: var(--serif); line-height: 1.45; }
q { quotes: none; }
figcaption { margin-top: .2rem; font-size: .8125rem; color: var(--soft); }
mark { background: var(--warning-bg); color: inherit; padding: 0 .1em; border-radius: .15em; font-weight: 650; }
.why { display: grid; grid-template-columns: 3.2rem 1fr; gap: .3rem .6rem; margin: 1rem 0 0; font-size: .9375rem; }
.why dt { font-weight: 650; color: var(--soft); }
.why dd { margin: 0; }
.why .ask { font-weight: 600; }
.signoff { display: flex; flex-wrap: wrap; align-items: baseline; gap: .4rem 1.1rem; margin: 1rem 0 0; padding: .7rem 0 0; border: 0; border-top: 1px solid var(--line); font-size: .875rem; }
.signoff legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
input[type=checkbox] { width: 1.05rem; height: 1.05rem; vertical-align: -.15rem; accent-color: var(--link); }
.signoff input[type=text] { width: 6rem; padding: .1rem .2rem; border: 0; border-bottom: 1px solid var(--soft); background: transparent; color: inherit; font: inherit; }
.signoff .because { flex: 1 1 60%; display: flex; align-items: baseline; gap: .4rem; } .signoff .because input { flex: 1; width: auto; min-width: 4rem; }
.nothing { font-size: 1.1rem; }

.switch { position: absolute; opacity: 0; }
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem; margin: 0 0 1rem; font-size: .875rem; }
.legend label { padding: .2rem .6rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--sheet); cursor: pointer; }
.copy { max-width: 44rem; padding: .5rem 0 0 2.6rem; font: 1.125rem/1.75 var(--serif); position: relative; }
.paper { padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 1.75rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 1rem; }
.paper:not([open]) { padding-block: .7rem; }
.paper > summary, .furniture > summary { color: var(--soft); font: .875rem var(--sans); cursor: pointer; }
.copy p, .copy blockquote, .copy ul, .copy table { margin: 0 0 1rem; }
.copy .title { font-size: 1.6rem; line-height: 1.35; font-weight: 650; }
.copy .dek { font-size: 1.15rem; font-style: italic; }
.copy .heading { font-weight: 650; margin-top: 1.5rem; }
.copy .byline, .copy .caption { color: var(--soft); font-size: 1rem; }
.copy blockquote { padding-left: 1rem; border-left: 3px solid var(--line); }
.copy ul { padding-left: 1.2rem; }
.ln { position: absolute; left: 0; width: 1.9rem; text-align: right; color: var(--soft); font: .75rem/2.6 var(--sans); user-select: none; }
.copy mark { background: var(--ground); font-weight: inherit; padding: .1em .15em; border-bottom: 2px solid var(--sign); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.copy mark.contradicted { border-bottom-style: double; border-bottom-width: 4px; font-weight: 600; }
.copy mark.unsupported { border-bottom-style: dashed; }
.copy mark.unchecked, .copy mark.noted { border-bottom-style: dotted; }
.copy mark:target { outline: 3px solid var(--link); outline-offset: 2px; }
.badge { display: inline-flex; align-items: center; gap: .3em; margin: 0 .1em 0 .35em; padding: .1em 0; color: var(--sign); font: 600 .72rem/1.2 var(--sans); text-decoration: none; vertical-align: .12em; white-space: nowrap; }
.keep { white-space: nowrap; }
.badge:hover .word { text-decoration: underline; }
#show-words:not(:checked) ~ .texts .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
#show-contradicted:not(:checked) ~ .texts mark.contradicted, #show-unsupported:not(:checked) ~ .texts mark.unsupported,
#show-agreed:not(:checked) ~ .texts mark.agreed, #show-unchecked:not(:checked) ~ .texts mark.unchecked,
#show-noted:not(:checked) ~ .texts mark.noted { background: none; border-bottom-color: transparent; font-weight: inherit; }
#show-contradicted:not(:checked) ~ .texts mark.contradicted > .badge, #show-unsupported:not(:checked) ~ .texts mark.unsupported > .badge,
#show-agreed:not(:checked) ~ .texts mark.agreed > .badge, #show-unchecked:not(:checked) ~ .texts mark.unchecked > .badge,
#show-noted:not(:checked) ~ .texts mark.noted > .badge { display: none; }
#show-contradicted:not(:checked) ~ .legend [for=show-contradicted], #show-unsupported:not(:checked) ~ .legend [for=show-unsupported],
#show-agreed:not(:checked) ~ .legend [for=show-agreed], #show-unchecked:not(:checked) ~ .legend [for=show-unchecked],
#show-noted:not(:checked) ~ .legend [for=show-noted], #show-words:not(:checked) ~ .legend [for=show-words] { text-decoration: line-through; background: none; border-style: dashed; }
#show-contradicted:focus-visible ~ .legend [for=show-contradicted], #show-unsupported:focus-visible ~ .legend [for=show-unsupported],
#show-agreed:focus-visible ~ .legend [for=show-agreed], #show-unchecked:focus-visible ~ .legend [for=show-unchecked],
#show-noted:focus-visible ~ .legend [for=show-noted], #show-words:focus-visible ~ .legend [for=show-words] { outline: 3px solid var(--link); outline-offset: 2px; }

table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: .8125rem; color: var(--soft); font-weight: 600; }
th, td { padding: .65rem .8rem .65rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.copy table { font-size: 1rem; } .copy th { color: inherit; font-size: inherit; }
.facts th:nth-child(1), .facts th:nth-child(3) { width: 38%; }
.sources .day { white-space: nowrap; }
.claim > a, .claim > b { display: block; font-weight: 650; }
.facts q { display: block; font-size: .9375rem; }
.facts .to { display: block; font-size: .875rem; }
.facts .none, .facts summary, .side summary { font-size: .875rem; }
.source + .source { margin-top: .6rem; }
.facts mark { background: none; padding: 0; }
.tick { text-align: center; }
.sources td { font-size: .9375rem; }
.health div + div { margin-top: .3rem; }
.scroll { overflow-x: auto; max-width: 100%; }
#picture svg { display: block; border: 1px solid var(--line); border-radius: .4rem; }
details > summary { margin: .3rem 0; }
.drawing { margin: .9rem 0 0; }
.drawing > summary { color: var(--soft); font-size: .875rem; }
.drawing svg { display: block; margin: .6rem 0; font: .75rem var(--sans); }
.drawing text { fill: var(--ink); } .drawing .strong { font-weight: 650; } .drawing .end { text-anchor: end; }
.drawing rect, .drawing circle { fill: var(--sheet); stroke: var(--ink); } .drawing circle.full { fill: var(--ink); }
.drawing path { fill: none; stroke: var(--ink); stroke-width: 1.2; }
.drawing path.bold { stroke-width: 3; } .drawing path.dots { stroke-dasharray: 2 4; } .drawing path.thin { stroke: var(--line); }
.matrix th[scope=row] { font-weight: 400; color: var(--ink); min-width: 14rem; font-size: .9375rem; }
.matrix thead th { min-width: 6.25rem; vertical-align: bottom; overflow-wrap: anywhere; }
#repair ol { padding-left: 1.5rem; } #repair li { margin-bottom: .25rem; }
pre { white-space: pre-wrap; font: .8125rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
summary { cursor: pointer; }
.digests { padding-left: 1.2rem; font: .75rem/1.6 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
footer { padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
footer h2 { font-size: 1rem; margin-bottom: .3rem; }

@media (min-width: 64rem) {
  .columns { display: grid; grid-template-columns: 18rem minmax(0, 1fr); gap: 2.5rem; align-items: start; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 1rem .25rem 1rem 0; margin: -1rem 0 0; }
}
@media (max-width: 44rem) {
  body { padding: 0 .9rem 2rem; }
  .card { padding: .9rem .9rem .8rem; }
  .rule { margin-left: 0; }
  .copy { padding-left: 0; font-size: 1.0625rem; }
  .matrix th[scope=row] { min-width: 9rem; }
  .ln { display: none; }
  .facts thead, .sources thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .facts, .facts tbody, .facts tr, .facts td, .sources, .sources tbody, .sources tr, .sources td { display: block; padding: 0; border: 0; }
  .facts tr, .sources tr { padding: .8rem .9rem; margin: 0 0 .8rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .4rem; }
  .facts td + td, .sources td + td { margin-top: .45rem; }
  .held::before { content: "The sources"; } .who::before { content: "Publisher "; } .day::before { content: "Published "; }
  .held::before, .who::before, .day::before { color: var(--soft); font-size: .8125rem; font-weight: 600; }
  .held::before { display: block; }
  .tick { text-align: left; }
  .tick .hidden { position: static; width: auto; height: auto; clip-path: none; white-space: normal; font-size: .875rem; }
}
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --sheet: #fff; --line: #bbb; --link: #000; --error: #8c1015; --warning: #6b4300; --note: #1d496a;
    --agreed: #14502c; --unsupported: #4d2b7d; --unchecked: #444; --warning-bg: #eee; }
  @page { margin: 16mm 15mm; }
  html { font-size: 12px; }
  body { max-width: none; padding: 0; }
  .drawing, .furniture, details:not([open]) { display: none; }
  section { margin-bottom: 1.5rem; }
  .card { margin-bottom: 1rem; padding: .8rem 1rem .7rem; }
  .message { margin-bottom: .6rem; }
  .signoff { margin-top: .6rem; flex-wrap: nowrap; }
  .signoff label { white-space: nowrap; } .signoff .because { flex-basis: 12rem; }
  header { padding: 0 0 1rem; }
  nav, .skip, .legend, .switch { display: none; }
  a { text-decoration: none; }
  .card, tr, figure, .side { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  .icon, .letter, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .copy { font-size: 1.15rem; line-height: 1.8; max-width: none; }
  .paper { border: 0; padding: 0; }
  .side { border: 1px solid var(--line); }
  .sides { grid-template-columns: repeat(2, 1fr); }
  .signoff input[type=text] { width: 4.5rem; }
  #picture svg { max-width: 100%; height: auto; border: 0; }
  .scroll { overflow: visible; }
}
)css";

}  // namespace

absl::string_view HtmlStyle() { return kStyle.substr(1); }

}  // namespace crosscheck
