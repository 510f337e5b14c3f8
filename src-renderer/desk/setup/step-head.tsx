import css from './css/setup.module.css'

/** The title of a step and one sentence. */
export function StepHead({ title, lead }: { title: string; lead: string }) {
  return (
    <header>
      <h1 className={css['title']}>{title}</h1>
      <p className={css['lead']}>{lead}</p>
    </header>
  )
}
