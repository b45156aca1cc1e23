import type { Member } from '#app/features/accounts/member.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { pictureMarkdown } from './picture.ts'
import { bringPicture } from './pictures.server.ts'

interface Sent {
  get(name: string): string | undefined
  file(name: string): Uint8Array
}

const mostWords = 500

/** Takes in the picture of a form that has a `<PictureField>`; answers what is written to show it. */
export async function bringByForm(db: Db, member: Member, form: Sent): Promise<string> {
  const shows = form.get('picture.shows')?.trim() ?? ''
  if (shows.length > mostWords) throw invalid({ 'picture.shows': `At most ${mostWords} characters.` })
  if (form.file('picture').length > 0 && !shows)
    throw invalid({ 'picture.shows': 'Say what it shows, for those who cannot see it; then choose the picture again.' })
  return pictureMarkdown(await bringPicture(db, member, form.file('picture')), shows)
}
