import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DrawnMap } from '#app/features/relations/drawing/drawn-map.tsx'
import { twoStepsFrom } from '#app/features/relations/drawing/two-steps.server.ts'
import { groupOf } from '#app/features/relations/neighbourhood/neighbourhood.server.ts'
import { mapPath, NeighbourList } from '#app/features/relations/neighbourhood/neighbourhood-section.tsx'
import { groupWord, isGroup, isNodeKind, nodePath } from '#app/features/relations/node.ts'
import { edgesOf, findNode } from '#app/features/relations/nodes/nodes.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import { More } from '#app/ui/plain.tsx'
import { Count } from '#app/ui/time.tsx'

export const meta = headed<typeof loader>(({ node, list }) => ({
  title: `Around ${node.name}`,
  description: list
    ? undefined
    : `What stands around “${node.name}” on the map, two steps out, and who says that it relates.`,
}))

export const loader = pageLoader(async ({ db, params, url }) => {
  const { type: kind, id } = params
  if (!isNodeKind(kind)) throw notFound('place on the map')
  const node = await findNode(db, { kind, id })
  if (node.id !== id) throw redirect(mapPath(node) + url.search)
  const group = url.searchParams.get('group')
  if (group === null) return { node, map: await twoStepsFrom(db, node, await edgesOf(db, node)), list: null }
  if (!isGroup(group)) throw notFound('group')
  return { node, map: null, list: { group, ...(await groupOf(db, node, group, pageOf(url, 50))) } }
})

export default function MapPage() {
  const { node, list, map } = useLoaderData<typeof loader>()
  return (
    <section className={list ? 'column' : undefined}>
      <p className="meta">
        <a href={`${nodePath(node)}#neighbourhood`}>{node.name}</a>
        {list ? <a href={mapPath(node)}>The map around it</a> : null}
      </p>
      {list ? (
        <>
          <h1>
            <Count n={list.count} /> {groupWord(list.group, list.count)} around “{node.name}”
          </h1>
          <NeighbourList neighbours={list.items} />
          <More url={`${mapPath(node)}?group=${list.group}`} next={list.next} />
        </>
      ) : (
        <h1>The map around “{node.name}”</h1>
      )}
      {map ? <DrawnMap map={map} /> : null}
    </section>
  )
}
