import { useLoaderData } from '@remix-run/react'
import { newestComments } from '#app/features/discussion/comments/newest-comments.server.ts'
import { CommentList } from '#app/features/votes/lists/comment-list.tsx'
import { profilePage } from '#app/features/votes/profile/profile-page.server.ts'
import { ProfilePage } from '#app/features/votes/profile/profile-page.tsx'
import { totalsOf } from '#app/features/votes/votes.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { profileAt } from '#app/http/profile-at.server.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ head }) => ({ title: `Comments by ${head.profile.handle}` }))

export const loader = pageLoader(async (asked) => {
  const { db, member, url } = asked
  const profile = await profileAt(asked)
  const { items, next } = await newestComments(db, pageOf(url, 30), { memberId: profile.id })
  const comments = items.map(({ id, subject, subjectTitle, author, createdAt, html }) => {
    return { id, subject, subjectTitle, author, createdAt, words: firstWordsOf(html) }
  })
  const targets = items.map(({ id }) => ({ kind: 'comment' as const, id }))
  const totals = Object.fromEntries(await totalsOf(db, targets))
  return { head: await profilePage(db, profile, member), comments, next, totals }
})

export default function CommentsOfMember() {
  const { head, comments, next, totals } = useLoaderData<typeof loader>()
  const { handle } = head.profile
  return (
    <ProfilePage head={head} part="/comments">
      <CommentList comments={comments} totals={totals} />
      {comments.length === 0 ? <Empty>{handle} has answered nobody yet.</Empty> : null}
      <More url={`/members/${handle}/comments`} next={next} />
    </ProfilePage>
  )
}
