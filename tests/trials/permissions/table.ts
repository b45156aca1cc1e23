/**
 * Who is answered what. `yes`: it is done, or shown, or leads on. `sign`: sign in first. `no`: not allowed (403).
 * `none`: there is nothing here for you (404). A number: refused with this status, for another reason.
 * What stands in braces is the owner's; `other` is any other member. After | comes what is sent.
 */
export const table = `
visitor
|     other
|     |     owner
|     |     |     moderator
|     |     |     |     admin
|     |     |     |     |     suspended, who else is any other member
|     |     |     |     |     |
yes   yes   yes   yes   yes   yes   GET     /
none  none  none  none  none  none  GET     /nothing
none  none  none  none  none  no    POST    /nothing
yes   yes   yes   yes   yes   yes   GET     /about
yes   yes   yes   yes   yes   yes   GET     /annotations/
sign  yes   yes   yes   yes   no    POST    /annotations/ | {"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","body":{"type":"TextualBody","value":"Noted.","purpose":"commenting"},"target":{"source":"{origin}/transcripts/{transcript}","selector":{"type":"TextQuoteSelector","exact":"words that matter"}}}
yes   yes   yes   yes   yes   yes   OPTIONS /annotations/
yes   yes   yes   yes   yes   yes   GET     /annotations/{annotation}
sign  no    412   no    no    no    PUT     /annotations/{annotation} | {"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}
sign  no    yes   no    no    no    DELETE  /annotations/{annotation}
yes   yes   yes   yes   yes   yes   OPTIONS /annotations/{annotation}
yes   yes   yes   yes   yes   yes   GET     /api
none  none  none  none  none  none  GET     /api/v2/posts
none  none  none  none  none  none  POST    /api/v2/posts
sign  no    no    yes   yes   no    GET     /attributions
yes   yes   yes   yes   yes   yes   GET     /claims
sign  yes   yes   yes   yes   yes   GET     /claims/new
sign  yes   yes   yes   yes   no    POST    /claims/new?kind=proposition | statement={word}
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}
sign  yes   yes   yes   yes   no    POST    /claims/{claim} | intent=ballot&standpoint={standpoint}&framing={framing}&verdict=fits
sign  yes   yes   yes   yes   no    POST    /claims/{claim} | intent=choose&shows=shown
sign  yes   yes   yes   yes   no    POST    /claims/{claim} | intent=put-off
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/arguments
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/camps.csv
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/camps.json
sign  no    yes   yes   yes   no    GET     /claims/{claim}/edit
sign  no    yes   yes   yes   no    POST    /claims/{claim}/edit | context=More.&change=same
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/embed
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/established
sign  yes   yes   yes   yes   yes   GET     /claims/{claim}/framings/new
sign  yes   yes   yes   yes   no    POST    /claims/{claim}/framings/new | name={word}&definition=Another reading.&rationale=It says so.
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/history
sign  no    no    yes   yes   no    POST    /claims/{reworded}/history | edit=claim {reworded} 2&why=It did.
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/over-time
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/picture.png
sign  yes   yes   yes   yes   yes   GET     /claims/{claim}/standpoints/new
sign  yes   yes   yes   yes   no    POST    /claims/{claim}/standpoints/new | name={word}&definition=Held fixed.
sign  no    yes   yes   yes   no    GET     /claims/{claim}/standpoints/{standpoint}/edit
sign  no    yes   yes   yes   no    POST    /claims/{claim}/standpoints/{standpoint}/edit | definition=Said better.&change=same
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/still
sign  yes   yes   yes   yes   no    POST    /claims/{claim}/still | still=yes
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/tally.csv
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/tally.json
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/tally/days.csv
yes   yes   yes   yes   yes   yes   GET     /claims/{claim}/tally/days.json
yes   yes   yes   yes   yes   yes   GET     /classifiers
yes   yes   yes   yes   yes   yes   GET     /classifiers/{classifier}
yes   yes   yes   yes   yes   yes   GET     /classifiers/answers/{answer}
yes   yes   yes   yes   yes   yes   GET     /collections
sign  yes   yes   yes   yes   yes   GET     /collections/new
sign  yes   yes   yes   yes   no    POST    /collections/new | title={word}
yes   yes   yes   yes   yes   yes   GET     /collections/{collection}
yes   yes   yes   yes   yes   yes   GET     /collections/{collection}/add
sign  yes   yes   yes   yes   no    POST    /collections/{collection}/add | transcripts={transcript.2}
yes   yes   yes   yes   yes   yes   GET     /collections/{collection}/agreement
yes   yes   yes   yes   yes   yes   GET     /collections/{collection}/download
yes   yes   yes   yes   yes   yes   GET     /collections/{collection}/download/transcripts.csv
sign  no    yes   yes   yes   no    GET     /collections/{collection}/edit
sign  no    yes   yes   yes   no    POST    /collections/{collection}/edit | title=Others
yes   yes   yes   yes   yes   yes   GET     /collections/{collection}/history
yes   yes   yes   yes   yes   yes   GET     /collections/{collection}/shares
sign  no    yes   yes   yes   no    POST    /collections/{collection}/take-out | transcript={transcript}
yes   yes   yes   yes   yes   yes   GET     /comments
sign  yes   yes   yes   yes   yes   GET     /comments/new?on=post.{post}
sign  none  yes   none  none  none  GET     /comments/new?on=post.{hidden}
sign  yes   yes   yes   yes   no    POST    /comments/new?on=post.{post} | body=Yes.
sign  none  409   none  none  no    POST    /comments/new?on=post.{hidden} | body=Yes.
yes   yes   yes   yes   yes   yes   GET     /comments/{comment}
yes   yes   yes   yes   yes   yes   GET     /comments/{comment}/context
sign  no    yes   yes   yes   no    GET     /comments/{comment}/edit
sign  no    yes   no    no    no    POST    /comments/{comment}/edit | body=Put better.
sign  no    yes   yes   yes   no    POST    /comments/{comment}/edit | intent=delete
sign  no    yes   no    no    no    POST    /comments/{deletedcomment}/edit | intent=restore
yes   yes   yes   yes   yes   yes   GET     /comments/{comment}/history
yes   yes   yes   yes   yes   yes   GET     /comments/{deletedcomment}/history
yes   yes   yes   yes   yes   yes   GET     /concepts
yes   yes   yes   yes   yes   yes   GET     /concepts/missing
sign  yes   yes   yes   yes   yes   GET     /concepts/new
sign  yes   yes   yes   yes   no    POST    /concepts/new | kind=concept&name={word}
yes   yes   yes   yes   yes   yes   GET     /concepts/{concept}
yes   yes   yes   yes   yes   yes   GET     /concepts/{paper}.bib
sign  yes   yes   yes   yes   yes   GET     /concepts/{concept}/edit
sign  yes   yes   yes   yes   no    POST    /concepts/{concept}/edit | kind=concept&name={word}&since=1
yes   yes   yes   yes   yes   yes   GET     /concepts/{concept}/history
sign  yes   yes   yes   yes   no    POST    /concepts/{editedconcept}/history | version=1
sign  yes   yes   yes   yes   yes   GET     /concepts/{concept}/merge
sign  no    yes   yes   yes   no    POST    /concepts/{concept}/merge | into={concept.2}&why=The same.
sign  yes   yes   yes   yes   yes   GET     /drafts
sign  yes   yes   yes   yes   no    POST    /drafts | id={draft}
yes   yes   yes   yes   yes   yes   GET     /excerpts/{excerpt}
sign  yes   yes   yes   yes   no    POST    /excerpts/{excerpt} | label={label}&value=agree
sign  yes   yes   yes   yes   no    POST    /excerpts/{excerpt} | deed=label&name={word}
yes   yes   yes   yes   yes   yes   GET     /excerpts/{excerpt}/machine
yes   yes   yes   yes   yes   yes   GET     /excerpts/{excerpt}/picture.png
yes   yes   yes   yes   yes   yes   GET     /feeds/posts.atom
none  none  none  none  none  none  GET     /feeds/posts/{hidden}.atom
yes   yes   yes   yes   yes   yes   GET     /follows
sign  yes   yes   yes   yes   no    POST    /follows | kind=post&id={post}
sign  none  none  none  none  no    POST    /follows | kind=post&id={hidden}
sign  yes   yes   yes   yes   yes   GET     /flags/post/{post}
sign  none  none  none  none  none  GET     /flags/post/{hidden}
sign  yes   no    yes   yes   no    POST    /flags/post/{post} | intent=flag&rule=spam
sign  yes   yes   yes   yes   no    POST    /flags/post/{post} | intent=take-back
yes   yes   yes   yes   yes   yes   GET     /framings
yes   yes   yes   yes   yes   yes   GET     /framings/{framing}
sign  no    yes   yes   yes   no    GET     /framings/{framing}/edit
sign  no    yes   yes   yes   no    POST    /framings/{framing}/edit | definition=Said better.&change=same
yes   yes   yes   yes   yes   yes   GET     /framings/{framing}/history
sign  no    no    yes   yes   no    POST    /framings/{rewordedframing}/history | edit=framing {rewordedframing} 2&why=It did.
sign  no    no    yes   yes   no    GET     /framings/{framing}/merge
sign  no    no    yes   yes   no    POST    /framings/{framing}/merge | into={otherframing}&why=The same.
sign  no    yes   yes   yes   no    GET     /framings/{framing}/names
sign  no    yes   yes   yes   no    POST    /framings/{framing}/names | name={word}
sign  no    yes   yes   yes   no    POST    /framings/{framing}/names | intent=drop&name={alias}
sign  no    yes   yes   yes   no    POST    /framings/{ownframing}/names | intent=adopt
yes   yes   yes   yes   yes   yes   GET     /guide
sign  yes   yes   yes   yes   yes   GET     /imports
sign  yes   yes   yes   yes   yes   GET     /imports/new
sign  yes   yes   yes   yes   no    POST    /imports/new | text=User: {word}
sign  none  yes   yes   yes   none  GET     /imports/{import}
sign  none  yes   yes   yes   no    POST    /imports/{import} | intent=discard
yes   yes   yes   yes   yes   yes   GET     /join
yes   yes   yes   yes   yes   no    POST    /join | handle={word}&password=a long enough password
yes   yes   yes   yes   yes   yes   GET     /keys
yes   yes   yes   yes   yes   yes   GET     /labels
yes   yes   yes   yes   yes   yes   GET     /labels/disputed
sign  yes   yes   yes   yes   yes   GET     /labels/new
sign  yes   yes   yes   yes   no    POST    /labels/new | name={word}
sign  yes   yes   yes   yes   yes   GET     /labels/queue
sign  yes   yes   yes   yes   no    POST    /labels/queue | excerpt={excerpt}&label={label}&value=agree
yes   yes   yes   yes   yes   yes   GET     /labels/{label}
sign  no    yes   yes   yes   no    GET     /labels/{label}/edit
sign  no    yes   yes   yes   no    POST    /labels/{label}/edit | definition=More.&change=same
yes   yes   yes   yes   yes   yes   GET     /labels/{label}/history
sign  no    no    yes   yes   no    POST    /labels/{editedlabel}/history | version=2&why=It did.
sign  no    no    yes   yes   no    GET     /labels/{label}/merge
sign  no    no    yes   yes   no    POST    /labels/{label}/merge | into={label.2}&why=The same.
sign  no    no    yes   yes   no    GET     /labels/{label}/retire
sign  no    no    yes   yes   no    POST    /labels/{label}/retire | why=Not used.
yes   yes   yes   yes   yes   yes   GET     /map/concept/{concept}
yes   yes   yes   yes   yes   yes   GET     /map/edges.csv
yes   yes   yes   yes   yes   yes   GET     /map/graph.jsonld
yes   yes   yes   yes   yes   yes   GET     /map/nodes.csv
yes   yes   yes   yes   yes   yes   GET     /members/{owner}
yes   yes   yes   yes   yes   yes   GET     /members/{owner}/ballots
sign  yes   yes   yes   yes   no    POST    /members/{owner}/ballots | intent=put-off&claim={claim}
yes   yes   yes   yes   yes   yes   GET     /members/{owner}/comments
yes   yes   yes   yes   yes   yes   GET     /members/{owner}/excerpts
sign  no    no    no    yes   no    GET     /members/{member}/removal
sign  no    no    no    yes   no    POST    /members/{member}/removal | handle={member}&texts=stay
yes   yes   yes   yes   yes   yes   GET     /members/{member}/silence
sign  yes   yes   yes   yes   no    POST    /members/{member}/silence | kind=mute
sign  yes   yes   yes   yes   yes   GET     /members/{unclaimed}/attribution
sign  yes   yes   yes   yes   no    POST    /members/{unclaimed}/attribution | why=It is me.
sign  no    no    yes   yes   no    POST    /members/{unclaimed}/attribution | intent=grant&handle={member}
sign  no    no    yes   yes   no    POST    /members/{unclaimed}/attribution | intent=refuse&handle={member}
sign  no    no    yes   yes   no    GET     /moderation
sign  no    no    none  none  no    POST    /moderation | act=nothing&decision=upheld&why=It was.
yes   yes   yes   yes   yes   yes   GET     /moderation/log
sign  no    no    yes   yes   no    GET     /moderation/post/{post}
sign  no    no    yes   yes   no    POST    /moderation/post/{post} | act=hidden&rule=spam&why=It sells.
sign  no    no    yes   yes   no    POST    /moderation/comment/{comment} | act=moved&rule=place&why=Strayed.&to=/claims/{claim}
yes   yes   yes   yes   yes   yes   GET     /named?name={word}
sign  yes   yes   yes   yes   no    POST    /near?one=concept.{concept}&other=concept.{concept.2} | do=dismiss
sign  yes   yes   yes   yes   yes   GET     /notifications
sign  yes   yes   yes   yes   no    POST    /notifications | read=all
sign  none  yes   none  none  none  GET     /notifications/{notification}
yes   yes   yes   yes   yes   yes   GET     /numbers
yes   yes   yes   yes   yes   yes   GET     /paste
yes   yes   yes   yes   yes   no    POST    /paste | intent=text&text=User: {word}
yes   yes   yes   yes   yes   yes   GET     /pictures/{picture}
yes   yes   yes   yes   yes   yes   GET     /posts
sign  yes   yes   yes   yes   yes   GET     /posts/mine
sign  yes   yes   yes   yes   yes   GET     /posts/new
sign  yes   yes   yes   yes   no    POST    /posts/new | title=A post&body=Words.&kind=essay
yes   yes   yes   yes   yes   yes   GET     /posts/{post}
none  none  yes   none  none  none  GET     /posts/{hidden}
sign  no    yes   no    no    no    GET     /posts/{post}/authors
sign  no    yes   no    no    no    POST    /posts/{post}/authors | handle={member}
sign  none  none  none  none  no    POST    /posts/{invited}/authors | intent=accept
sign  no    yes   no    no    no    GET     /posts/{post}/edit
sign  none  yes   none  none  none  GET     /posts/{hidden}/edit
sign  no    yes   no    no    no    POST    /posts/{post}/edit | title=A post&body=Put better.&kind=essay
sign  no    yes   yes   yes   no    POST    /posts/{post}/edit | intent=delete
sign  no    yes   no    no    no    POST    /posts/{deletedpost}/edit | intent=restore
sign  none  yes   none  none  no    POST    /posts/{hidden}/edit | intent=publish
sign  no    yes   no    no    no    POST    /posts/{post}/edit | intent=unpublish
yes   yes   yes   yes   yes   yes   GET     /posts/{post}/history
none  none  yes   none  none  none  GET     /posts/{hidden}/history
yes   yes   yes   yes   yes   yes   GET     /posts/{post}/picture.png
none  none  none  none  none  none  GET     /posts/{hidden}/picture.png
yes   yes   yes   yes   yes   yes   GET     /relations/kinds
sign  no    no    yes   yes   no    POST    /relations/kinds | name={word}&inverse={word.2}
sign  no    no    yes   yes   no    POST    /relations/kinds | id={kind}&name={word}&inverse={word.2}
sign  yes   yes   yes   yes   yes   GET     /relations/new?from=concept.{concept}
sign  yes   yes   yes   yes   no    POST    /relations/new?from=concept.{concept}&to=concept.{concept.2} | kind={kind}&why=It is.
yes   yes   yes   yes   yes   yes   GET     /relations/{relation}
sign  no    yes   yes   yes   no    POST    /relations/{relation} | why=It is so.
sign  no    yes   yes   yes   no    POST    /relations/{relation} | deed=withdraw
yes   yes   yes   yes   yes   yes   GET     /removed
yes   yes   yes   yes   yes   yes   GET     /robots.txt
yes   yes   yes   yes   yes   yes   GET     /rules
yes   yes   yes   yes   yes   yes   GET     /search?q=word
sign  yes   yes   yes   yes   yes   GET     /settings
sign  yes   yes   yes   yes   no    POST    /settings | bio=Somebody.
yes   yes   yes   yes   yes   yes   GET     /sign-in/forgotten
yes   yes   yes   yes   yes   yes   POST    /sign-in/forgotten | name={word}
none  none  none  none  none  none  GET     /letters/confirm/none
none  none  none  none  none  none  POST    /letters/confirm/none
none  none  none  none  none  none  GET     /letters/reset/none
none  none  none  none  none  none  POST    /letters/reset/none | password=A long enough one.
sign  yes   yes   yes   yes   yes   GET     /settings/sign-in
sign  yes   yes   yes   yes   yes   POST    /settings/sign-in | intent=end&session=none
sign  yes   yes   yes   yes   yes   POST    /settings/sign-in/passkey | current=
sign  yes   yes   yes   yes   yes   GET     /settings/moderation
sign  none  none  none  none  none  POST    /settings/moderation | act=nothing&why=It was not.
sign  yes   yes   yes   yes   yes   GET     /settings/notifications
sign  yes   yes   yes   yes   no    POST    /settings/notifications | frequency=none
sign  yes   yes   yes   yes   yes   GET     /settings/data
sign  yes   yes   yes   yes   yes   GET     /settings/data/file
sign  yes   yes   yes   yes   yes   GET     /settings/removal
sign  422   422   422   422   422   POST    /settings/removal | handle={owner}&password=not the password&texts=stay
yes   yes   yes   yes   yes   yes   GET     /sign-in
422   422   422   422   422   422   POST    /sign-in | handle={owner}&password=not the password
yes   yes   yes   yes   yes   yes   POST    /sign-in/passkey
yes   yes   yes   yes   yes   yes   GET     /sign-out
yes   yes   yes   yes   yes   yes   GET     /sitemap.xml
yes   yes   yes   yes   yes   yes   POST    /sign-out
none  none  none  none  none  none  GET     /styleguide
yes   yes   yes   yes   yes   yes   GET     /transcripts
yes   yes   yes   yes   yes   yes   GET     /transcripts/new
yes   yes   yes   yes   yes   no    POST    /transcripts/new | text=User: {word}&intent=save
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}/another?in={collection}
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}/beside
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}/beside/{transcript.2}
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}/export.html
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}/mark
sign  yes   yes   yes   yes   no    POST    /transcripts/{transcript}/mark | words=words that matter
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}/raw.txt
yes   yes   yes   yes   yes   yes   GET     /transcripts/{transcript}/redact
sign  no    yes   yes   yes   no    POST    /transcripts/{transcript}/redact | words=words that matter&why=A name.
yes   yes   yes   yes   yes   yes   GET     /unsubscribe/{stop}
yes   yes   yes   yes   yes   yes   POST    /unsubscribe/{stop}
yes   yes   yes   yes   yes   yes   GET     /votes
sign  yes   no    yes   yes   no    POST    /votes | kind=post&id={post}&axis=approval&value=1
sign  none  no    none  none  no    POST    /votes | kind=post&id={hidden}&axis=approval&value=1

yes   yes   yes   yes   yes   yes   GET     /api/v1/claims
sign  yes   yes   yes   yes   no    POST    /api/v1/claims | {"statement":"{word}"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/claims/{claim}
sign  no    yes   yes   yes   no    PATCH   /api/v1/claims/{claim} | {"context":"More.","change":"same"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/claims/{claim}/arguments
sign  yes   yes   yes   yes   no    PUT     /api/v1/claims/{claim}/ballots/{standpoint}/{framing} | {"verdict":"fits"}
sign  yes   yes   yes   yes   no    DELETE  /api/v1/claims/{claim}/ballots/{standpoint}/{framing}
yes   yes   yes   yes   yes   yes   GET     /api/v1/claims/{claim}/camps
sign  yes   yes   yes   yes   no    POST    /api/v1/claims/{claim}/framings | {"name":"{word}","definition":"Another reading.","rationale":"It says so."}
sign  yes   yes   yes   yes   no    PUT     /api/v1/claims/{claim}/handles/{standpoint} | {"framingId":null}
sign  yes   yes   yes   yes   no    DELETE  /api/v1/claims/{claim}/handles/{standpoint}
yes   yes   yes   yes   yes   yes   GET     /api/v1/claims/{claim}/history
yes   yes   yes   yes   yes   yes   GET     /api/v1/claims/{claim}/standpoints/{standpoint}/history
sign  no    yes   yes   yes   no    PATCH   /api/v1/claims/{claim}/standpoints/{standpoint} | {"definition":"Said better.","change":"same"}
sign  no    no    yes   yes   no    PATCH   /api/v1/claims/{reworded}/standpoints/{rewordedstandpoint}/versions/2 | {"change":"changed","why":"It did."}
sign  yes   yes   yes   yes   no    POST    /api/v1/claims/{claim}/standpoints | {"name":"{word}","definition":"Held fixed."}
sign  yes   yes   yes   yes   no    PUT     /api/v1/claims/{claim}/still
sign  yes   yes   yes   yes   no    DELETE  /api/v1/claims/{claim}/still
yes   yes   yes   yes   yes   yes   GET     /api/v1/claims/{claim}/tally
yes   yes   yes   yes   yes   yes   GET     /api/v1/claims/{claim}/tally/days
sign  no    no    yes   yes   no    PATCH   /api/v1/claims/{reworded}/versions/2 | {"change":"changed","why":"It did."}
yes   yes   yes   yes   yes   yes   GET     /api/v1/collections
sign  yes   yes   yes   yes   no    POST    /api/v1/collections | {"id":"{word}","title":"Some"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/collections/{collection}
sign  no    yes   yes   yes   no    PATCH   /api/v1/collections/{collection} | {"title":"Others"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/collections/{collection}/agreement
yes   yes   yes   yes   yes   yes   GET     /api/v1/collections/{collection}/shares
sign  yes   yes   yes   yes   no    PUT     /api/v1/collections/{collection}/transcripts/{transcript.2}
sign  no    yes   yes   yes   no    DELETE  /api/v1/collections/{collection}/transcripts/{transcript}
yes   yes   yes   yes   yes   yes   GET     /api/v1/comments/{comment}
sign  no    yes   no    no    no    PATCH   /api/v1/comments/{comment} | {"body":"Put better."}
sign  no    yes   yes   yes   no    DELETE  /api/v1/comments/{comment}
sign  no    yes   no    no    no    POST    /api/v1/comments/{deletedcomment}/restore
yes   yes   yes   yes   yes   yes   GET     /api/v1/concepts
sign  yes   yes   yes   yes   no    POST    /api/v1/concepts | {"kind":"concept","name":"{word}"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/concepts/{concept}
sign  yes   yes   yes   yes   no    PATCH   /api/v1/concepts/{concept} | {"definition":"More.","since":1}
yes   yes   yes   yes   yes   yes   GET     /api/v1/concepts/{concept}/history
sign  no    yes   yes   yes   no    PUT     /api/v1/concepts/{concept}/merge | {"into":"{concept.2}","why":"The same."}
yes   yes   yes   yes   yes   yes   GET     /api/v1/concepts/{concept}/neighbourhood
sign  yes   yes   yes   yes   no    POST    /api/v1/concepts/{editedconcept}/versions/1/restore
sign  yes   yes   yes   yes   yes   GET     /api/v1/drafts
sign  none  yes   none  none  none  GET     /api/v1/drafts/comment.on.post.{answering}
sign  yes   yes   yes   yes   no    PUT     /api/v1/drafts/comment.on.post.{post} | {"fields":{"body":"Yet"},"revision":0}
sign  yes   yes   yes   yes   no    PUT     /api/v1/drafts/post.edit.{post} | {"fields":{"body":"Yet"},"revision":0}
sign  none  yes   none  none  no    PUT     /api/v1/drafts/post.edit.{hidden} | {"fields":{"body":"Yet"},"revision":0}
sign  yes   yes   yes   yes   no    DELETE  /api/v1/drafts/comment.on.post.{post}
yes   yes   yes   yes   yes   yes   GET     /api/v1/events?watch=post.{post}
yes   yes   yes   yes   yes   yes   GET     /api/v1/excerpts/{excerpt}
sign  yes   yes   yes   yes   no    PUT     /api/v1/excerpts/{excerpt}/labels/{label}/vote | {"value":"agree"}
sign  yes   yes   yes   yes   no    DELETE  /api/v1/excerpts/{excerpt}/labels/{label}/vote
sign  yes   yes   yes   yes   no    PUT     /api/v1/follows/post/{post}
sign  none  none  none  none  no    PUT     /api/v1/follows/post/{hidden}
sign  yes   yes   yes   yes   no    DELETE  /api/v1/follows/post/{post}
yes   yes   yes   yes   yes   yes   GET     /api/v1/framings
yes   yes   yes   yes   yes   yes   GET     /api/v1/framings/{framing}
sign  no    yes   yes   yes   no    PATCH   /api/v1/framings/{framing} | {"definition":"Said better.","change":"same"}
sign  no    yes   yes   yes   no    PUT     /api/v1/framings/{ownframing}/adoption
yes   yes   yes   yes   yes   yes   GET     /api/v1/framings/{framing}/history
sign  no    no    yes   yes   no    PUT     /api/v1/framings/{framing}/merge | {"into":"{otherframing}","why":"The same."}
yes   yes   yes   yes   yes   yes   GET     /api/v1/framings/{framing}/names
sign  no    yes   yes   yes   no    POST    /api/v1/framings/{framing}/names | {"name":"{word}"}
sign  no    yes   yes   yes   no    DELETE  /api/v1/framings/{framing}/names/{alias}
sign  no    no    yes   yes   no    PATCH   /api/v1/framings/{rewordedframing}/versions/2 | {"change":"changed","why":"It did."}
sign  yes   yes   yes   yes   yes   GET     /api/v1/imports
sign  yes   yes   yes   yes   no    POST    /api/v1/imports | file
sign  none  yes   yes   yes   none  GET     /api/v1/imports/{import}
yes   yes   yes   yes   yes   yes   GET     /api/v1/labels
sign  yes   yes   yes   yes   no    POST    /api/v1/labels | {"name":"{word}"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/labels/{label}
sign  no    yes   yes   yes   no    PATCH   /api/v1/labels/{label} | {"definition":"More.","change":"same"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/labels/{label}/history
sign  no    no    yes   yes   no    PUT     /api/v1/labels/{label}/merge | {"into":"{label.2}","why":"The same."}
sign  no    no    yes   yes   no    PUT     /api/v1/labels/{label}/retirement | {"retired":true,"why":"Not used."}
sign  no    no    yes   yes   no    PATCH   /api/v1/labels/{editedlabel}/versions/2 | {"change":"changed","why":"It did."}
sign  yes   yes   yes   yes   yes   GET     /api/v1/labels/queue
sign  yes   yes   yes   yes   no    POST    /api/v1/labels/queue | {"excerptId":"{excerpt}","labelId":"{label}","value":"agree"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/members/{owner}
sign  no    yes   no    no    no    PATCH   /api/v1/members/{owner} | {"bio":"Somebody."}
sign  yes   yes   yes   yes   no    PUT     /api/v1/members/{member}/silence | {"kind":"mute"}
sign  yes   no    yes   yes   no    PUT     /api/v1/members/{owner}/silence | {"kind":"mute"}
sign  yes   yes   yes   yes   no    DELETE  /api/v1/members/{member}/silence
yes   yes   yes   yes   yes   yes   GET     /api/v1/nodes/concept/{concept}/neighbourhood
sign  yes   yes   yes   yes   yes   GET     /api/v1/notifications
sign  yes   yes   yes   yes   no    POST    /api/v1/notifications/read | {"all":true}
yes   yes   yes   yes   yes   yes   GET     /api/v1/openapi.json
sign  yes   yes   yes   yes   no    POST    /api/v1/pictures | file
yes   yes   yes   yes   yes   yes   GET     /api/v1/posts
sign  yes   yes   yes   yes   no    POST    /api/v1/posts | {"title":"A post","body":"Words."}
yes   yes   yes   yes   yes   yes   GET     /api/v1/posts/{post}
none  none  yes   none  none  none  GET     /api/v1/posts/{hidden}
sign  no    yes   no    no    no    PATCH   /api/v1/posts/{post} | {"body":"Put better."}
sign  none  yes   none  none  no    PATCH   /api/v1/posts/{hidden} | {"published":true}
sign  no    yes   yes   yes   no    DELETE  /api/v1/posts/{post}
sign  none  yes   none  none  no    DELETE  /api/v1/posts/{hidden}
sign  no    yes   no    no    no    POST    /api/v1/posts/{deletedpost}/restore
sign  no    yes   no    no    no    POST    /api/v1/posts/{post}/authors | {"handle":"{member}"}
sign  none  yes   none  none  no    POST    /api/v1/posts/{hidden}/authors | {"handle":"{member}"}
sign  no    yes   no    no    no    DELETE  /api/v1/posts/{invited}/authors/{asked}
yes   yes   yes   yes   yes   yes   GET     /api/v1/relation-kinds
sign  no    no    yes   yes   no    POST    /api/v1/relation-kinds | {"name":"{word}","inverse":"{word.2}"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/relation-kinds/{kind}
sign  no    no    yes   yes   no    PATCH   /api/v1/relation-kinds/{kind} | {"name":"{word}","inverse":"{word.2}"}
sign  yes   yes   yes   yes   no    POST    /api/v1/relations | {"kind":"{kind}","from":{"id":"{concept}"},"to":{"id":"{concept.2}"},"why":"It is."}
yes   yes   yes   yes   yes   yes   GET     /api/v1/relations/{relation}
sign  no    yes   yes   yes   no    PATCH   /api/v1/relations/{relation} | {"why":"It is so."}
sign  no    yes   yes   yes   no    DELETE  /api/v1/relations/{relation}
yes   yes   yes   yes   yes   yes   GET     /api/v1/search?q=word
yes   yes   yes   yes   yes   yes   GET     /api/v1/suggestions?q=wo
yes   yes   yes   yes   yes   yes   GET     /api/v1/threads/post/{post}/comments
none  none  yes   none  none  none  GET     /api/v1/threads/post/{hidden}/comments
sign  yes   yes   yes   yes   no    POST    /api/v1/threads/post/{post}/comments | {"body":"Yes."}
sign  none  409   none  none  no    POST    /api/v1/threads/post/{hidden}/comments | {"body":"Yes."}
yes   yes   yes   yes   yes   yes   GET     /api/v1/transcripts
sign  yes   yes   yes   yes   no    POST    /api/v1/transcripts | {"turns":[{"role":"user","text":"{word}"}]}
yes   yes   yes   yes   yes   yes   GET     /api/v1/transcripts/{transcript}
sign  yes   yes   yes   yes   no    POST    /api/v1/transcripts/{transcript}/excerpts | {"exact":"words that matter"}
yes   yes   yes   yes   yes   yes   GET     /api/v1/transcripts/{transcript}/redactions
sign  no    yes   yes   yes   no    POST    /api/v1/transcripts/{transcript}/redactions | {"words":"words that matter","why":"A name."}
sign  yes   no    yes   yes   no    PUT     /api/v1/votes/comment/{comment}/agreement | {"value":1}
sign  yes   no    yes   yes   no    DELETE  /api/v1/votes/comment/{comment}/agreement
sign  none  no    none  none  no    PUT     /api/v1/votes/post/{hidden}/approval | {"value":1}
none  none  none  none  none  none  GET     /api/v1/nothing
none  none  none  none  none  none  POST    /api/v1/nothing
`
