import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isAuthor, mayEdit } from '#app/features/discussion/post.ts'
import { coAuthorsOf, inviteCoAuthor, removeCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { CoAuthorList, OwnCoAuthorship } from '#app/features/discussion/posts/co-authors.tsx'
import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { joinAuthors } from '#app/features/votes/votes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'

export const meta = titled('Authors of a post')

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const post = await findPost(db, params.id, member)
  const { coAuthors = [], invited = [] } = (await coAuthorsOf(db, [post.id])).get(post.id) ?? {}
  const isAsked = invited.some(({ id }) => id === member.id)
  if (!mayEdit(member, post) && !isAsked) throw notAllowed('Only its authors see who else was asked.')
  const { id, title, author } = post
  return { id, title, author, coAuthors, invited, isAsked, isMine: isAuthor(member, post) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const { intent, handle = '', memberId = '' } = form.values()
  if (intent === 'accept') await joinAuthors(db, member, params.id)
  else if (intent === 'leave') await removeCoAuthor(db, member, params.id, member.id)
  else if (intent === 'remove') await removeCoAuthor(db, member, params.id, memberId)
  else await inviteCoAuthor(db, member, params.id, handle)
  if (intent === 'leave') return redirect('/posts/mine')
  return redirect(intent === 'accept' ? `/posts/${params.id}` : `/posts/${params.id}/authors`)
})

export default function PostAuthors() {
  const { id, title, isMine, isAsked, ...authors } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Authors</h1>
      <p>
        Of <a href={`/posts/${id}`}>{title}</a>
      </p>
      {isMine ? null : <OwnCoAuthorship isAuthor={!isAsked} />}
      <CoAuthorList {...authors} mayAsk={isMine} />
    </section>
  )
}
