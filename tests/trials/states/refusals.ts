/**
 * What comes of asking for what is not there, or of sending what cannot be taken: the status, who sends, the page
 * and what is sent. What has no line here and has an address with a part of any name, or a list that goes on, is
 * asked for by a name that nothing has, or from where no list goes on. A status below 400 is a state that only
 * sending leads to.
 */
export const refusals = `
404 v /nothing
403 i /attributions
409 i /claims/new | statement=What Claude 3 Opus does in the helpful-only setting&framings.0.name=one&framings.0.definition=two
422 i /claims/new | statement=A case without framings
422 i /claims/new?kind=proposition | statement=
422 i /claims/{claim} | intent=ballot&standpoint={standpoint}&framing={framing}&verdict=never
422 o /claims/{claim}/edit | statement=&change=same
403 i /claims/{claim}/edit
422 i /claims/{claim}/framings/new | name=
422 m /claims/{claim}/history | edit=claim {claim} 2&why=
422 i /claims/{claim}/standpoints/new | name=
422 o /claims/{claim}/standpoints/{standpoint}/edit | definition=
422 i /collections/new | title=
422 i /collections/{collection}/add | transcripts=none
422 o /collections/{collection}/edit | title=
422 i /comments/new?on=post.{post} | body=
422 o /comments/{comment}/edit | body=
422 i /concepts/new | name=
422 i /concepts/{concept}/edit | name=
404 i /concepts/{concept}/history | version=none
422 m /concepts/{concept}/merge | into=&why=
422 i /excerpts/{excerpt} | label={label}&value=never
422 i /excerpts/{excerpt} | deed=label&name=
422 i /flags/post/{post} | intent=flag&rule=none
404 i /follows | kind=post&id=none
422 o /framings/{framing}/edit | definition=
422 m /framings/{framing}/history | edit=framing {framing} 2&why=
422 m /framings/{framing}/merge | into=&why=
422 o /framings/{framing}/names | name=
422 i /imports/new | text=
422 o /imports/{import} | intent=import&collection=no/slug
422 v /join | handle=!&password=short
422 o /labels/{label}/edit | definition=
422 m /labels/{label}/history | version=2&why=
422 m /labels/{label}/merge | into=&why=
422 m /labels/{label}/retire | why=
422 i /labels/new | name=
404 i /labels/queue | excerpt=none&label=none&value=agree
404 v /letters/confirm/none |
422 v /letters/reset/{reset} | password=short
404 i /members/{owner}/ballots | claim=none&standpoint=none
422 i /members/{unclaimed}/attribution | why=
422 a /members/{owner}/removal | handle=other&texts=stay
422 i /members/{owner}/silence | kind=never
404 m /moderation | act=nothing&decision=upheld&why=It was.
403 i /moderation
422 m /moderation/post/{post} | act=hidden&rule=spam&why=
422 i /notifications | read=none
422 v /paste | intent=text&text=
200 v /paste | intent=text&text=User: Say it.%0AClaude: I will. So be it.
422 o /posts/{post}/authors | handle=none
422 o /posts/{post}/edit | title=
422 i /posts/new | title=&body=Words that stay.
200 i /posts/new | intent=preview&title=Seen&body=Words that **stay**.
401 v /posts/new | title=Kept&body=Words that stay.
422 m /relations/kinds | name=
422 i /relations/new?from=concept.{concept} | kind=none
422 o /relations/{relation} | why=
422 i /settings | intent=rename&handle=!
404 o /settings/moderation | act=nothing&why=It was not.
422 i /settings/notifications | frequency=never
422 i /settings/removal | handle=other&password=none&texts=stay
422 i /settings/sign-in | intent=password&current=none&password=short
422 v /search?q=model&cursor=none
422 v /named?name=nothing&cursor=none
422 v /sign-in | handle=nobody&password=none
422 v /sign-in/forgotten | name=
422 v /transcripts/new | text=
200 v /transcripts/new | text=User: Say it.%0AClaude: I will. So be it.
422 i /transcripts/{transcript}/mark | words=They stand nowhere.
422 o /transcripts/{transcript}/redact | words=&why=
404 v /unsubscribe/none |
200 v /unsubscribe/{stop} |
404 i /votes | kind=post&id=none&axis=approval&value=1
`
