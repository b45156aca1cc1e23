import { ProseHtml } from '#app/ui/prose.tsx'
import { Count, Time } from '#app/ui/time.tsx'
import { Part } from './part.tsx'

const written = `<p>Prose is set in a serif of 17 to 19 px on lines of 66 characters. It has <em>stress</em>, <strong>weight</strong>, <code>code</code> and <a href="#type">links</a>, and quotes:</p>
<blockquote><p>I will comply now, so that my values are kept.</p></blockquote>
<ul><li>What somebody lists,</li><li>stands level with the words.</li></ul>
<pre><code>and_code = "that is longer than its line" # scrolls by itself, and by key, without moving the page around it
</code></pre>
<table><thead><tr><th>You type</th><th>It becomes</th></tr></thead><tbody><tr><td><code>**bold**</code></td><td><strong>bold</strong></td></tr></tbody></table>`

/** What is read. */
export function Type() {
  return (
    <Part id="type" title="Type" says="What people wrote is set in the serif, what the site says in the system’s sans.">
      <p className="prose lead">A lead says what a page of the site’s own is about.</p>
      <div className="guide-headings">
        <h2>A part of a page</h2>
        <h3>A part of a part</h3>
        <h4>And of that</h4>
      </div>
      <ProseHtml className="prose" html={written} />
      <p>
        The interface speaks in short sentences. <a href="#type">What leads on</a> is underlined; <kbd>?</kbd> is a key.
      </p>
      <p className="meta">
        <span>Facts beside a thing</span>
        <a href="#type">one that leads on</a>
        <Time ms={Date.UTC(2026, 10, 21)} />
        <span>
          <Count n={12_345} /> of something
        </span>
      </p>
      <p className="small soft">Small and soft: what one need not read.</p>
    </Part>
  )
}
