import type { Context } from '../shared/context.ts'
import { UsageError } from '../shared/errors.ts'
import { askServer, checkServerFacts } from '../shared/serverChecks.ts'
import { note, paint } from './terminal.ts'

/**
 * Says at the start what is wrong with the settings of Redis, and what to do.
 * @throws UsageError when this Redis would lose items.
 */
export async function noteServer({ redis }: Pick<Context, 'redis'>): Promise<void> {
  const findings = checkServerFacts(await askServer(redis))
  const told = findings.flatMap(({ level, what, cure }) =>
    level === 'ok' ? [] : [{ level, text: `${what}\n         → ${cure}` }],
  )
  for (const { level, text } of told)
    if (level === 'warning') note(`${paint.yellow('warning')}  ${text}`)
  const problems = told.flatMap(({ level, text }) => (level === 'problem' ? [text] : []))
  if (problems.length > 0)
    throw new UsageError(`this Redis cannot be used as it is:\n  ${problems.join('\n  ')}`)
}
