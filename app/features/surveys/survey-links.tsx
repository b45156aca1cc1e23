interface SurveyLinksProps {
  collection: { id: string; title: string; version: number }
  mayEdit: boolean
}

/** The ways on from a collection. */
export function SurveyLinks({ collection: { id, title, version }, mayEdit }: SurveyLinksProps) {
  const to = (page: string) => `/collections/${id}/${page}`
  const named = `[${title.replace(/[[\]\\]/g, '\\$&')}](${`/collections/${id}`})`
  return (
    <p className="actions">
      <a href={to('shares')}>By condition</a>
      <a href={to('agreement')}>Agreement</a>
      <a href={to('download')}>Download</a>
      <a href={`/posts/new?body=${encodeURIComponent(named)}`}>Write about it</a>
      {mayEdit ? <a href={to('edit')}>Edit</a> : null}
      {version > 1 ? <a href={to('history')}>What it was called before</a> : null}
    </p>
  )
}
