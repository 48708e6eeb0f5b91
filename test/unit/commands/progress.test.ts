import { afterEach, expect, test, vi } from 'vitest'
import { withProgress } from '../../../src/commands/progress.ts'

const { stderr } = process
const isTerminal = stderr.isTTY

afterEach(() => {
  stderr.isTTY = isTerminal
})

/** What three steps of four write to standard error. */
async function written(isTTY: boolean): Promise<string> {
  stderr.isTTY = isTTY
  const texts: string[] = []
  const write = vi.spyOn(stderr, 'write').mockImplementation((text) => texts.push(String(text)) > 0)
  const answer = await withProgress('copying', async (tell) => {
    for (const done of [1, 2, 3]) tell(done, 4)
    return 'done'
  })
  write.mockRestore()
  expect(answer).toBe('done')
  return texts.join('')
}

test('long work shows a bar on a terminal, and how far it came', async () => {
  const text = await written(true)
  expect(text).toContain('copying')
  expect(text).toMatch(/75 % · 3\/4/)
})

test('elsewhere there is no bar', async () => {
  expect(await written(false)).toBe('')
})

test('the bar ends when the work fails', async () => {
  stderr.isTTY = true
  const texts: string[] = []
  const write = vi.spyOn(stderr, 'write').mockImplementation((text) => texts.push(String(text)) > 0)
  const failing = withProgress('copying', async (tell) => {
    tell(1, 2)
    throw new Error('disk full')
  })
  await expect(failing).rejects.toThrow('disk full')
  write.mockRestore()
  const showsCursor = '\u001b[?25h'
  expect(texts.join('')).toContain(showsCursor)
})
