import { html } from './html.ts'

const [width, height] = [96, 28]

/** How a story grew: articles in equal parts of its life, as bars. */
export function SparkLine({ growth }: { growth: readonly number[] }) {
  const most = Math.max(1, ...growth)
  const step = width / Math.max(1, growth.length)
  const bars = growth.map((value, at) => {
    const tall = (value / most) * (height - 2)
    return html`<rect x=${at * step} y=${height - tall} width=${step - 1.5} height=${tall} rx="1" />`
  })
  return html`<svg class="spark" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} aria-hidden="true">
    <line x1="0" x2=${width} y1=${height - 0.5} y2=${height - 0.5} />${bars}</svg>`
}
