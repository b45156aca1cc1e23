import { useLoaderData } from '@remix-run/react'
import { ConceptList, ConceptTools } from '#app/features/concepts/concept-list.tsx'
import { countsByKind, newestConcepts } from '#app/features/concepts/concepts.server.ts'
import { choiceOf, listPath } from '#app/features/concepts/listed.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Concepts',
  'Papers, thinkers, methods and concepts that arguments lean on, and how they relate: the map.',
)

export const loader = pageLoader(async ({ db, url }) => {
  const choice = choiceOf(url)
  const { items, next } = await newestConcepts(db, choice, pageOf(url))
  const concepts = items.map((one) => ({ ...one, words: firstWordsOf(one.definitionHtml, 200) }))
  return { concepts, next, choice, counts: await countsByKind(db) }
})

export default function Concepts() {
  const { concepts, next, choice, counts } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Concepts</h1>
        <a className="button" href="/concepts/new">
          Add a concept
        </a>
      </div>
      <p className="prose">
        The papers, thinkers, methods, ideas and quotes on which arguments here lean. Anybody edits what is said of
        them; every version is kept.
      </p>
      <p className="meta">
        <a href="/concepts/missing">Names that lead nowhere</a>
      </p>
      <ConceptTools choice={choice} counts={counts} />
      {concepts.length === 0 ? (
        <Empty href="/concepts/new" step="Add a concept">
          {choice.kind || choice.part
            ? 'Nothing of the kind is called so.'
            : 'No concept yet. One needs a name and a sentence that says what it is.'}
        </Empty>
      ) : (
        <ConceptList concepts={concepts} />
      )}
      <More url={listPath(choice)} next={next} />
    </section>
  )
}
