interface Twin {
  atom: string
  json: string
  title: string
}

/** Tells readers of feeds where the twins of a page are. */
export function FeedLinks({ feeds }: { feeds: Twin[] }) {
  return feeds.map(({ atom, json, title }) => [
    <link key={atom} rel="alternate" type="application/atom+xml" href={atom} title={title} />,
    <link key={json} rel="alternate" type="application/feed+json" href={json} title={title} />,
  ])
}
