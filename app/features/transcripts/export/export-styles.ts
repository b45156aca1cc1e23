/** The styles of a transcript that was saved as a file: few, and all of them in it. */
export const exportStyles = `
:root{color-scheme:light dark;--paper:light-dark(#fbf8f1,#191714);--tint:light-dark(#f2ecdf,#26221d);--rule:light-dark(#ddd4c3,#3b352d);--strong-rule:light-dark(#857a68,#8a7f6e);--ink:light-dark(#221e18,#e9e3d8);--soft-ink:light-dark(#5f564a,#b3a998);--accent:light-dark(#0a5a75,#7fc6de);--mark:light-dark(#ffe9a8,#57470f);--wrong:light-dark(#9b1c1c,#f2a19a)}
.hue-0{--hue:light-dark(#b3470c,#f0915a)}.hue-1{--hue:light-dark(#0072b2,#6cb8ea)}.hue-2{--hue:light-dark(#117733,#6ec58a)}.hue-3{--hue:light-dark(#882255,#e08cb4)}.hue-4{--hue:light-dark(#5b3fa0,#b5a0ee)}.hue-5{--hue:light-dark(#7a6200,#d9be4a)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:66rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font:600 2rem/1.2 Georgia,serif}
a{color:var(--accent)}
dl{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;font-size:.9rem}dt{color:var(--soft-ink);font-size:.8rem}dd{margin:0}
.meta,.soft{color:var(--soft-ink);font-size:.9rem}
.turns,.margin{list-style:none;margin:0;padding:0}
.turn{display:grid;gap:.5rem 1.5rem;padding-block:1rem}
.turn-head{display:flex;gap:.75rem;align-items:center;font-size:.875rem;color:var(--soft-ink)}
.turn-number{min-width:1.75rem;padding:.1rem .25rem;border:1px solid var(--rule);border-radius:4px;text-align:center;color:inherit;text-decoration:none}
.turn:target>.turn-head .turn-number,.margin>li:target{background:var(--mark)}
.turn-role{font-weight:600;color:var(--ink)}
.turn-words{font:1.125rem/1.6 Georgia,serif;white-space:pre-wrap;border-left:3px solid transparent;padding-left:1rem}
.user>.turn-words{border-color:var(--accent)}
.system>.turn-words{border-left:3px double var(--strong-rule);font:.95rem/1.55 system-ui,sans-serif}
.tool .turn-words{font:.9rem/1.5 ui-monospace,monospace}
.scratchpad .turn-words{background:var(--tint);border:1px solid var(--rule);border-radius:4px;padding:.75rem 1rem}
.turn-fold>summary{cursor:pointer;color:var(--soft-ink);font-size:.875rem}
mark{background:var(--mark);color:inherit}.turn-words a{color:inherit;text-decoration:none}
mark[class*=hue-]{border-bottom:2px solid var(--hue)}mark.disputed{border-bottom-style:dashed}
.margin{font-size:.9rem}.margin>li{display:flex;flex-wrap:wrap;gap:.25rem .5rem;border-left:2px solid var(--hue,var(--rule));padding-left:.75rem;margin-bottom:.75rem}
.margin-words{flex-basis:100%;color:var(--soft-ink);font-family:Georgia,serif}
.label-chip{display:inline-flex;flex-wrap:wrap;gap:0 .5rem;color:var(--ink);text-decoration:none;border:1px solid var(--rule);border-radius:1rem;padding:0 .75rem}
.label-mark{color:var(--hue)}.label-count{color:var(--soft-ink)}.contested{font-weight:600}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(min-width:62rem){.turn{grid-template-columns:minmax(0,44rem) minmax(0,1fr)}.turn>*{grid-column:1}.turn>.margin{grid-column:2;grid-row:2}}
`
