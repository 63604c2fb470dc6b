import { Random } from '../../random'
import { day, people, rows } from '../people'
import { columns, type Database } from '../schema'

const random = new Random('askdb/ferry')
export const islands = ['Brenna', 'Calder', 'Dunsay', 'Eldey', 'Farrow', 'Holm']
export const sailingStates = {
  'cancelled because of weather': 'CNX-W',
  'cancelled for technical reasons': 'CNX-T',
  delayed: 'DLY',
  'on time': 'SLD',
}
export const berths = { 'deck passage': '1-DCK', cabin: '2-CAB', suite: '3-STE' }
const harbourNames = [
  'North Quay',
  'Gull Point',
  'Saint Ebba',
  'Kelp Bay',
  'Old Pier',
  'Lantern Cove',
  'Seal Rock',
  'Tern Haven',
]
const vesselNames = [
  'Kittiwake',
  'Northern Light',
  'Marigold',
  'Skerry Maid',
  'Cormorant',
  'Sea Lavender',
  'Polaris',
  'Hebe',
  'Windrose',
]

const harbours = rows(8, (id) => [harbourNames[id - 1] ?? '', random.pick(islands), random.between(1, 6)] as const)
const vessels = rows(
  9,
  (id) =>
    [vesselNames[id - 1] ?? '', random.between(1978, 2021), random.between(0, 140), random.between(60, 900)] as const,
)
const routes = rows(14, () => {
  const from = random.between(1, 8)
  return [from, (from % 8) + 1, random.between(4, 92)] as const
})
const sailings = rows(
  340,
  () =>
    [
      random.between(1, 14),
      random.between(1, 9),
      day(random, 2022, 2024),
      random.weighted([
        ['SLD', 8],
        ['DLY', 2],
        ['CNX-W', 1.3],
        ['CNX-T', 0.8],
      ]),
      random.between(4, 610),
    ] as const,
)
const names = people(random, 120)
const bookings = rows(
  430,
  () =>
    [
      random.between(1, 340),
      random.pick(names),
      random.weighted([
        ['1-DCK', 6],
        ['2-CAB', 3],
        ['3-STE', 1],
      ]),
      (9 + random.next() * 170).toFixed(2),
    ] as const,
)

/** Ferries between islands. What became of a sailing and the class of a booking are codes. */
export const ferry: Database = {
  name: 'ferry',
  about: 'sailings and bookings of a ferry line between islands',
  tables: [
    { name: 'harbour', columns: columns('id integer', 'name text', 'island text', 'berths integer'), rows: harbours },
    {
      name: 'vessel',
      columns: columns('id integer', 'name text', 'built integer', 'cars integer', 'passengers integer'),
      rows: vessels,
    },
    {
      name: 'route',
      columns: columns('id integer', 'from_id → harbour', 'to_id → harbour', 'miles integer'),
      rows: routes,
    },
    {
      name: 'sailing',
      columns: columns(
        'id integer',
        'route_id → route',
        'vessel_id → vessel',
        'sailed date',
        'state text',
        'aboard integer',
      ),
      rows: sailings,
    },
    {
      name: 'booking',
      columns: columns('id integer', 'sailing_id → sailing', 'passenger text', 'class text', 'fare money'),
      rows: bookings,
    },
  ],
}
