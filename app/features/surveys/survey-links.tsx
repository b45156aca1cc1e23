/** The ways on from a collection. */
export function SurveyLinks({ slug, mayEdit, version }: { slug: string; mayEdit: boolean; version: number }) {
  const to = (page: string) => `/collections/${slug}/${page}`
  return (
    <p className="actions">
      <a href={to('shares')}>By condition</a>
      <a href={to('agreement')}>Agreement</a>
      <a href={to('download')}>Download</a>
      {mayEdit ? <a href={to('edit')}>Edit</a> : null}
      {version > 1 ? <a href={to('history')}>What it was called before</a> : null}
    </p>
  )
}
