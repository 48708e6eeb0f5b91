import type { DemoEvent } from '../types.ts'
import { event as airlineInsolvencyBorealis } from './airline-insolvency-borealis.ts'
import { event as archaeologyTombCuenca } from './archaeology-tomb-cuenca.ts'
import { event as ashCloudSicily } from './ash-cloud-sicily.ts'
import { event as basketballFinalIzmir } from './basketball-final-izmir.ts'
import { event as bridgeClosureLindhaven } from './bridge-closure-lindhaven.ts'
import { event as centralBankNorvia } from './central-bank-norvia.ts'
import { event as chessTitleHanoi } from './chess-title-hanoi.ts'
import { event as cyberAttackHospitalOulu } from './cyber-attack-hospital-oulu.ts'
import { event as droughtDamAlentejo } from './drought-dam-alentejo.ts'
import { event as electionMayorBrezno } from './election-mayor-brezno.ts'
import { event as ferryRescueAegean } from './ferry-rescue-aegean.ts'
import { event as filmPrizeLumiereLac } from './film-prize-lumiere-lac.ts'
import { event as floodsMekongDelta } from './floods-mekong-delta.ts'
import { event as iceRoadYakutia } from './ice-road-yakutia.ts'
import { event as marathonRecordValencia } from './marathon-record-valencia.ts'
import { event as mergerOstwindKalvera } from './merger-ostwind-kalvera.ts'
import { event as museumTheftGhent } from './museum-theft-ghent.ts'
import { event as portStrikeSantaBrisa } from './port-strike-santa-brisa.ts'
import { event as quakeValleHondo } from './quake-valle-hondo.ts'
import { event as railCrashMoravia } from './rail-crash-moravia.ts'
import { event as satelliteLaunchKourou } from './satellite-launch-kourou.ts'
import { event as steelPlantClosureDolnica } from './steel-plant-closure-dolnica.ts'
import { event as summitWaterTreaty } from './summit-water-treaty.ts'
import { event as techRecallVoltaro } from './tech-recall-voltaro.ts'
import { event as transferKeeperWenzel } from './transfer-keeper-wenzel.ts'
import { event as transferStrikerOkonjo } from './transfer-striker-okonjo.ts'
import { event as vaccineApprovalReva } from './vaccine-approval-reva.ts'
import { event as verdictHarbourFraud } from './verdict-harbour-fraud.ts'
import { event as wildfireSerraAlta } from './wildfire-serra-alta.ts'

/** Every event of the sample news day, in the order of their ids. */
export const demoEvents: readonly DemoEvent[] = [
  airlineInsolvencyBorealis,
  archaeologyTombCuenca,
  ashCloudSicily,
  basketballFinalIzmir,
  bridgeClosureLindhaven,
  centralBankNorvia,
  chessTitleHanoi,
  cyberAttackHospitalOulu,
  droughtDamAlentejo,
  electionMayorBrezno,
  ferryRescueAegean,
  filmPrizeLumiereLac,
  floodsMekongDelta,
  iceRoadYakutia,
  marathonRecordValencia,
  mergerOstwindKalvera,
  museumTheftGhent,
  portStrikeSantaBrisa,
  quakeValleHondo,
  railCrashMoravia,
  satelliteLaunchKourou,
  steelPlantClosureDolnica,
  summitWaterTreaty,
  techRecallVoltaro,
  transferKeeperWenzel,
  transferStrikerOkonjo,
  vaccineApprovalReva,
  verdictHarbourFraud,
  wildfireSerraAlta,
]
