/** Minutes east of UTC, and the months (1 to 12, both included) in which the name surely means that. */
export interface NamedOffset {
  readonly minutes: number
  readonly months?: readonly [first: number, last: number]
}

/** A name for both halves of the year counts only where the clocks surely stand: winter or summer of the North. */
function seasonal(winter: number): readonly NamedOffset[] {
  return [
    { minutes: winter, months: [12, 2] },
    { minutes: winter + 60, months: [5, 9] },
  ]
}

function always(minutes: number): readonly NamedOffset[] {
  return [{ minutes }]
}

/**
 * Zone names as feeds write them, lower case. North American ones by RFC 822, section 5; the others where one meaning
 * prevails. `ist` (India, Israel, Ireland) and single letters (RFC 5322, section 4.3: unreliable) are left out.
 */
export const TIME_ZONE_NAMES: Readonly<Record<string, readonly NamedOffset[]>> = {
  z: always(0),
  ut: always(0),
  utc: always(0),
  gmt: always(0),
  wet: always(0),
  'etc/gmt': always(0),
  'etc/utc': always(0),
  west: always(60),
  bst: [{ minutes: 60, months: [4, 9] }],
  cet: always(60),
  met: always(60),
  mez: always(60),
  cest: always(120),
  mest: always(120),
  mesz: always(120),
  eet: always(120),
  sast: always(120),
  eest: always(180),
  msk: always(180),
  trt: always(180),
  msd: always(240),
  pkt: always(300),
  npt: always(345),
  ict: always(420),
  wib: always(420),
  awst: always(480),
  hkt: always(480),
  myt: always(480),
  pht: always(480),
  sgt: always(480),
  wita: always(480),
  jst: always(540),
  kst: always(540),
  wit: always(540),
  acst: always(570),
  aest: always(600),
  acdt: always(630),
  aedt: always(660),
  nzst: always(720),
  nzdt: always(780),
  ndt: always(-150),
  nst: always(-210),
  adt: always(-180),
  art: always(-180),
  brt: always(-180),
  ast: always(-240),
  at: seasonal(-240),
  edt: always(-240),
  est: always(-300),
  et: seasonal(-300),
  cdt: always(-300),
  cst: always(-360),
  ct: seasonal(-360),
  mdt: always(-360),
  mst: always(-420),
  mt: seasonal(-420),
  pdt: always(-420),
  pst: always(-480),
  pt: seasonal(-480),
  akdt: always(-480),
  akst: always(-540),
  hst: always(-600),
}
